"""Texts, numbers and names of another kind than those that look natural: at their bounds, odd, or plainly synthetic.

A style serves only what it can serve under the rules of the place; all else is found as ever.
"""

from __future__ import annotations

from dataclasses import replace

from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.introspection.shapes import NO_CONSTRAINTS, ChoiceShape, Constraints
from pytest_fixturegen.nodes import Choice, Constant, Converted, Integer, Node, OneOf, Unsatisfiable
from pytest_fixturegen.providers import field_names, people, text
from pytest_fixturegen.providers.by_name import find_named_provider
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.registry import ProviderMatch, find_provider, find_type_provider
from pytest_fixturegen.strategies import distributions

MAX_TEXT_LENGTH = 256
"""Characters in a text at its upper bound, where it has none."""

NUMBER_KINDS = ("int", "float", "decimal")
EXTREME_DISTRIBUTIONS = ("bounds", "maximum")

ODD_TEXTS = (
    "' OR '1'='1", "Robert'); DROP TABLE users;--", "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}", "%s%n%x",
    "../../etc/passwd", "a\tb\nc", "\"quoted\" 'twice' `thrice`", "back\\slash\\", "null", "undefined", "NaN", "-0", "1e309",
    "true", "Zoë Ñandú Łódź", "Ω≈ç√∫", "مرحبا", "שלום", "日本語テキスト", "👩‍👩‍👧‍👦🏳️‍🌈", "e\u0301\u0327",
    "\u202eabc", "\u200bzero\u200b", "ﬁ ﬂ", "İıSs",
    "A" * 255, "long " * 60 + "end", "=1+1", "O'Brien-D'Arcy", "x; ls", "&amp;", "#", "?", "a,b;c|d",
)  # fmt: skip
"""Texts that programs have stumbled over [OWASP; the Big List of Naughty Strings]. None of them does harm by itself."""

TEMPLATES_BY_NAMES: tuple[tuple[str, str], ...] = (
    ("email email_address e_mail contact_email", "person{n}@example.com"),
    ("first_name given_name forename middle_name nickname", "Given{n}"),
    ("last_name surname family_name", "Family{n}"),
    ("username user_name login handle screen_name", "test_user_{n}"),
    ("phone phone_number mobile mobile_number fax telephone cell", "+1-555-555-0{n}"),
    (
        "street street_address street_name address address_line address_line_1 address_line1 line1",
        "{n} Example Street",
    ),
    ("city town", "Example City {n}"),
    ("postal_code postcode zip zip_code", "00{n}"),
    ("full_name", "Test Person {n}"),
)
SYNTHETIC_TEMPLATES = {name: form for names, form in TEMPLATES_BY_NAMES for name in names.split()}
"""What stands, by the meaning of its field's name, instead of what tells of a person."""

SYNTHETIC_NUMBER_COUNT = 900


def find_styled_provider(
    config: GenerationConfig, field_context: FieldContext
) -> ProviderMatch | None:
    """Who serves *ask* in the style that *config* asks for; without one, whoever is best."""
    node = _provide_synthetic(field_context) if config.identities == "synthetic" else None
    if node is not None:
        return ProviderMatch(node, "styles.synthetic", "identities=synthetic")
    if field_context.kind == "str" and config.text_style != "natural":
        node = (
            _provide_odd_text(field_context)
            if config.text_style == "odd"
            else _provide_boundary_text(field_context, with_shortest=config.text_style == "bounds")
        )
        if node is not None:
            return ProviderMatch(node, "styles.text", f"text_style={config.text_style}")
    way = config.number_distribution
    best = (
        _provide_plain_number(field_context)
        if way in EXTREME_DISTRIBUTIONS and field_context.kind in NUMBER_KINDS
        else find_provider(field_context)
    )
    if best is None or way == "uniform" or field_context.is_item:
        return best
    return replace(best, node=distributions.transform_number(best.node, way))


def find_option_provider(
    config: GenerationConfig, field_context: FieldContext, shape: ChoiceShape
) -> ProviderMatch:
    """One of the closed list *shape*: that which the name of the field and the record say, else whichever is drawn."""
    told = (
        people.provide_sex_choice(field_context, shape.values, shape.json)
        if config.enum_policy == "random"
        else None
    )
    if told is not None:
        return ProviderMatch(told, "people.sex", "the name of the field")
    return ProviderMatch(
        distributions.build_choice(shape.values, shape.json, config.enum_policy),
        "choices.options",
        "the type",
    )


def _provide_plain_number(field_context: FieldContext) -> ProviderMatch | None:
    """A number of its type's own: the name of the field does not narrow its bounds."""
    provider = find_type_provider(field_context.kind)
    node = provider(field_context) if provider else None
    return (
        None
        if node is None
        else ProviderMatch(node, f"numeric.{field_context.kind}", "number_distribution")
    )


def _provide_odd_text(field_context: FieldContext) -> Node | None:
    """Odd texts, each stretched and cut to the length that is asked for."""
    fitting = dict.fromkeys(_fit_text(each, field_context.constraints) for each in ODD_TEXTS)
    kept = tuple(each for each in fitting if text.is_valid_text(each, field_context.constraints))
    return Choice(kept, kept) if len(kept) >= 3 else None


def _fit_text(value: str, constraints: Constraints) -> str:
    low, high = constraints.min_length or 0, constraints.max_length
    while len(value) < low:
        value += value
    value = value[: max(low, high)] if high is not None else value
    value = value.lower() if constraints.lower else value.upper() if constraints.upper else value
    return value.strip() if constraints.strip else value


def _provide_boundary_text(field_context: FieldContext, *, with_shortest: bool) -> Node | None:
    """A text as short or as long as the rules allow; with *ends* either, else the longest."""
    low, high = field_context.constraints.min_length or 0, field_context.constraints.max_length
    most = high if high is not None else max(low, MAX_TEXT_LENGTH)
    if low > most:
        return None
    lengths = (
        sorted({low, min(low + 1, most), max(most - 1, low), most}) if with_shortest else [most]
    )
    members = [(str(length), _provide_text_of_length(field_context, length)) for length in lengths]
    drawable = tuple(
        (label, node) for label, node in members if not isinstance(node, Unsatisfiable)
    )
    return OneOf(drawable) if len(drawable) > 1 else next((node for _, node in drawable), None)


def _provide_text_of_length(field_context: FieldContext, length: int) -> Node:
    if length == 0:
        return (
            Constant("", "")
            if field_context.constraints.pattern is None
            else Unsatisfiable("no empty text.", "")
        )
    return text.text(
        replace(
            field_context,
            constraints=replace(field_context.constraints, min_length=length, max_length=length),
        )
    )


def _provide_synthetic(field_context: FieldContext) -> Node | None:
    """Numbered stand-ins for what tells of a person; where none fits, a text that the name says nothing of."""
    kind = (
        field_context.kind
        if isinstance(field_context.kind, str)
        else getattr(field_context.kind, "__name__", "")
    )
    form = (
        "person{n}@example.com"
        if kind == "EmailStr"
        else _find_template(field_context)
        if kind == "str"
        else None
    )
    if form is None:
        return None
    numbers = Integer(100, 100 + SYNTHETIC_NUMBER_COUNT - 1)
    samples = (form.format(n=100), form.format(n=100 + SYNTHETIC_NUMBER_COUNT - 1))
    rules = NO_CONSTRAINTS if kind == "EmailStr" else field_context.constraints
    if (
        rules.pattern is None
        and not (rules.lower or rules.upper)
        and all(text.is_valid_text(each, rules) for each in samples)
    ):
        return Converted(numbers, NumberedTemplate(form), NumberedTemplate(form))
    return text.text(field_context)


def _find_template(field_context: FieldContext) -> str | None:
    named = find_named_provider(field_context)
    meaning = named[0].removeprefix("by_name.") if named else ""
    if meaning.endswith("_by") or (
        meaning == "name" and field_names.find_noun(field_context.model) in field_names.PERSON_NOUNS
    ):
        return "Test Person {n}"
    return SYNTHETIC_TEMPLATES.get(meaning)


class NumberedTemplate:
    """Fills a number into a *form*."""

    def __init__(self, template: str) -> None:
        self.form = template

    def __call__(self, number: int) -> str:
        """The text with *number* in it."""
        return self.form.format(n=number)

"""Texts, numbers and names of another kind than those that look natural: at their bounds, odd, or plainly synthetic.

A style serves only what it can serve under the rules of the place; all else is found as ever.
"""

from __future__ import annotations

from dataclasses import replace

from pytest_fixturegen.nodes import Choice, Constant, Converted, Integer, Node, OneOf, Refused
from pytest_fixturegen.options import GenerationConfig
from pytest_fixturegen.plan import amounts
from pytest_fixturegen.providers import naming, people, text
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.by_name import named_provider
from pytest_fixturegen.providers.registry import Found, find, provider_of
from pytest_fixturegen.shape.shapes import FREE, Constraints, Options

LONGEST = 256
"""Characters in a text at its upper bound, where it has none."""

NUMBERS = ("int", "float", "decimal")
EXTREME = ("bounds", "maximum")

ODD = (
    "' OR '1'='1", "Robert'); DROP TABLE users;--", "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}", "%s%n%x",
    "../../etc/passwd", "a\tb\nc", "\"quoted\" 'twice' `thrice`", "back\\slash\\", "null", "undefined", "NaN", "-0", "1e309",
    "true", "Zoë Ñandú Łódź", "Ω≈ç√∫", "مرحبا", "שלום", "日本語テキスト", "👩‍👩‍👧‍👦🏳️‍🌈", "e\u0301\u0327",
    "\u202eabc", "\u200bzero\u200b", "ﬁ ﬂ", "İıSs",
    "A" * 255, "long " * 60 + "end", "=1+1", "O'Brien-D'Arcy", "x; ls", "&amp;", "#", "?", "a,b;c|d",
)  # fmt: skip
"""Texts that programs have stumbled over [OWASP; the Big List of Naughty Strings]. None of them does harm by itself."""

FORMS: tuple[tuple[str, str], ...] = (
    ("email email_address e_mail contact_email", "person{n}@example.com"),
    ("first_name given_name forename middle_name nickname", "Given{n}"),
    ("last_name surname family_name", "Family{n}"),
    ("username user_name login handle screen_name", "test_user_{n}"),
    ("phone phone_number mobile mobile_number fax telephone cell", "+1-555-555-0{n}"),
    ("street street_address street_name address address_line address_line_1 address_line1 line1", "{n} Example Street"),
    ("city town", "Example City {n}"),
    ("postal_code postcode zip zip_code", "00{n}"),
    ("full_name", "Test Person {n}"),
)
SYNTHETIC = {name: form for names, form in FORMS for name in names.split()}
"""What stands, by the meaning of its field's name, instead of what tells of a person."""

MANY = 900


def found(config: GenerationConfig, ask: Ask) -> Found | None:
    """Who serves *ask* in the style that *config* asks for; without one, whoever is best."""
    node = _synthetic(ask) if config.identities == "synthetic" else None
    if node is not None:
        return Found(node, "styles.synthetic", "identities=synthetic")
    if ask.kind == "str" and config.text_style != "natural":
        node = _odd(ask) if config.text_style == "odd" else _at_length(ask, ends=config.text_style == "bounds")
        if node is not None:
            return Found(node, "styles.text", f"text_style={config.text_style}")
    way = config.number_distribution
    best = _plain_number(ask) if way in EXTREME and ask.kind in NUMBERS else find(ask)
    if best is None or way == "uniform" or ask.several:
        return best
    return replace(best, node=amounts.shaped(best.node, way))


def chosen(config: GenerationConfig, ask: Ask, shape: Options) -> Found:
    """One of the closed list *shape*: that which the name of the field and the record say, else whichever is drawn."""
    told = people.sex(ask, shape.values, shape.json) if config.enum_policy == "random" else None
    if told is not None:
        return Found(told, "people.sex", "the name of the field")
    return Found(amounts.chosen(shape.values, shape.json, config.enum_policy), "choices.options", "the type")


def _plain_number(ask: Ask) -> Found | None:
    """A number of its type's own: the name of the field does not narrow its bounds."""
    provider = provider_of(ask.kind)
    node = provider(ask) if provider else None
    return None if node is None else Found(node, f"numeric.{ask.kind}", "number_distribution")


def _odd(ask: Ask) -> Node | None:
    """Odd texts, each stretched and cut to the length that is asked for."""
    fitting = dict.fromkeys(_fitted(each, ask.rules) for each in ODD)
    kept = tuple(each for each in fitting if text.keeps(each, ask.rules))
    return Choice(kept, kept) if len(kept) >= 3 else None


def _fitted(value: str, rules: Constraints) -> str:
    low, high = rules.min_length or 0, rules.max_length
    while len(value) < low:
        value += value
    value = value[: max(low, high)] if high is not None else value
    value = value.lower() if rules.lower else value.upper() if rules.upper else value
    return value.strip() if rules.strip else value


def _at_length(ask: Ask, *, ends: bool) -> Node | None:
    """A text as short or as long as the rules allow; with *ends* either, else the longest."""
    low, high = ask.rules.min_length or 0, ask.rules.max_length
    most = high if high is not None else max(low, LONGEST)
    if low > most:
        return None
    lengths = sorted({low, min(low + 1, most), max(most - 1, low), most}) if ends else [most]
    members = [(str(length), _of_length(ask, length)) for length in lengths]
    drawable = tuple((label, node) for label, node in members if not isinstance(node, Refused))
    return OneOf(drawable) if len(drawable) > 1 else next((node for _, node in drawable), None)


def _of_length(ask: Ask, length: int) -> Node:
    if length == 0:
        return Constant("", "") if ask.rules.pattern is None else Refused("no empty text.", "")
    return text.text(replace(ask, rules=replace(ask.rules, min_length=length, max_length=length)))


def _synthetic(ask: Ask) -> Node | None:
    """Numbered stand-ins for what tells of a person; where none fits, a text that the name says nothing of."""
    kind = ask.kind if isinstance(ask.kind, str) else getattr(ask.kind, "__name__", "")
    form = "person{n}@example.com" if kind == "EmailStr" else _form(ask) if kind == "str" else None
    if form is None:
        return None
    numbers = Integer(100, 100 + MANY - 1)
    samples = (form.format(n=100), form.format(n=100 + MANY - 1))
    rules = FREE if kind == "EmailStr" else ask.rules
    if rules.pattern is None and not (rules.lower or rules.upper) and all(text.keeps(each, rules) for each in samples):
        return Converted(numbers, Numbered(form), Numbered(form))
    return text.text(ask)


def _form(ask: Ask) -> str | None:
    named = named_provider(ask)
    meaning = named[0].removeprefix("by_name.") if named else ""
    if meaning.endswith("_by") or (meaning == "name" and naming.noun_of(ask.model) in naming.PEOPLE):
        return "Test Person {n}"
    return SYNTHETIC.get(meaning)


class Numbered:
    """Fills a number into a *form*."""

    def __init__(self, form: str) -> None:
        self.form = form

    def __call__(self, number: int) -> str:
        """The text with *number* in it."""
        return self.form.format(n=number)

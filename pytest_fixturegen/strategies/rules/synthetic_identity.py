"""The rule for personal data that is visibly synthetic."""

from __future__ import annotations

from pytest_fixturegen.introspection.shapes import NO_CONSTRAINTS
from pytest_fixturegen.nodes import Converted, Integer, Node
from pytest_fixturegen.providers import field_names, text
from pytest_fixturegen.providers.by_name import find_named_provider, get_kind_name
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.provider_plans import VALUE_SHAPES
from pytest_fixturegen.strategies.rule import rule

EMAIL_TEMPLATE = "person{n}@example.com"
PERSON_TEMPLATE = "Test Person {n}"

TEMPLATES_BY_NAMES: tuple[tuple[str, str], ...] = (
    ("email email_address e_mail contact_email", EMAIL_TEMPLATE),
    ("first_name given_name forename middle_name nickname", "Given{n}"),
    ("last_name surname family_name", "Family{n}"),
    ("username user_name login handle screen_name", "test_user_{n}"),
    ("phone phone_number mobile mobile_number fax telephone cell", "+1-555-555-0{n}"),
    ("street street_address street_name address address_line", "{n} Example Street"),
    ("address_line_1 address_line1 line1", "{n} Example Street"),
    ("city town", "Example City {n}"),
    ("postal_code postcode zip zip_code", "00{n}"),
    ("full_name", PERSON_TEMPLATE),
)
TEMPLATES = {name: template for names, template in TEMPLATES_BY_NAMES for name in names.split()}
"""The text for a field that would hold personal data, by the meaning of its name."""

FIRST_NUMBER, LAST_NUMBER = 100, 999


class NumberedTemplate:
    """A text with a number in it."""

    def __init__(self, template: str) -> None:
        self.template = template

    def __call__(self, number: int) -> str:
        """Return the text with *number*."""
        return self.template.format(n=number)


@rule(reason="identities=synthetic", fills="style")
def synthetic_identity(context: PlanContext) -> Planned | None:
    """A text such as `person123@example.com` for personal data, with `identities=synthetic`."""
    if context.config.identities != "synthetic" or not isinstance(context.shape, VALUE_SHAPES):
        return None
    node = _provide_synthetic(context.question)
    if node is None:
        return None
    return Planned(node, (synthetic_identity.decide(context, "styles.synthetic"),))


def _provide_synthetic(question: FieldContext) -> Node | None:
    """Return a node of numbered texts; of any text, if none of them satisfies the constraints."""
    kind = get_kind_name(question)
    template = _find_template(question, kind)
    if template is None:
        return None
    constraints = NO_CONSTRAINTS if kind == "EmailStr" else question.constraints
    if constraints.pattern is not None or constraints.lower or constraints.upper:
        return text.text(question)
    samples = (template.format(n=FIRST_NUMBER), template.format(n=LAST_NUMBER))
    if not all(text.is_valid_text(sample, constraints) for sample in samples):
        return text.text(question)
    numbered = NumberedTemplate(template)
    return Converted(Integer(FIRST_NUMBER, LAST_NUMBER), numbered, numbered)


def _find_template(question: FieldContext, kind: str) -> str | None:
    """Return the template of recognizably made-up texts for the field, or None if it needs none."""
    if kind == "EmailStr":
        return EMAIL_TEMPLATE
    if kind != "str":
        return None
    named = find_named_provider(question)
    meaning = named.provider.removeprefix("by_name.") if named else ""
    if (
        meaning.startswith(("facets.person", "facets.actor"))
        or meaning.endswith("_by")
        or _is_name_of_person(question, meaning)
    ):
        return PERSON_TEMPLATE
    return TEMPLATES.get(meaning)


def _is_name_of_person(question: FieldContext, meaning: str) -> bool:
    """Return whether the field is a plain ``name`` in a model that describes a person."""
    if meaning != "name":
        return False
    return field_names.find_noun(question.model) in field_names.PERSON_NOUNS

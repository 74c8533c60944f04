"""Names of fields: values keep their constraints, and no field depends on another."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import (
    AwareDatetime,
    BaseModel,
    EmailStr,
    Field,
    HttpUrl,
    NaiveDatetime,
    PastDate,
    PastDatetime,
    create_model,
)

from pytest_fixturegen.api.generate import generate_lines
from pytest_fixturegen.config.options import DEFAULT_NOW, GenerationConfig
from pytest_fixturegen.nodes import Call
from pytest_fixturegen.providers.by_name import NAMES, find_named_provider
from tests.providers.samples import draw_values, records
from tests.providers.samples import field as make_field

TYPES: dict[str, list[Any]] = {
    "str": [str],
    "int": [int],
    "float": [float],
    "decimal": [Decimal],
    "datetime": [datetime, AwareDatetime, NaiveDatetime, PastDatetime],
    "date": [date, PastDate],
    "time": [time],
    "timedelta": [timedelta],
    "url": [HttpUrl],
    "EmailStr": [EmailStr],
}
LOCALES = ["en_US", "de_DE", "sv_SE", "ja_JP", "fr_FR", "pl_PL", "en_GB"]
OWNERS = ["", "", "", "customer_", "billing_", "min_", "max_", "home_", "author_", "new_"]
ENDINGS = ["", "", "", "", "s", "_at", "_id", "2", "_count"]
PATTERNS = [
    r"^[A-Z]{2}$",
    r"^\S+@\S+\.\S+$",
    r"^\+?[0-9 -]+$",
    r"^[a-z-]+$",
    r"^.{3,12}$",
    r"^\d{5}$",
    r"^[A-Za-z ]+$",
]


@lru_cache(maxsize=4096)
def build_model(name: str, fields: tuple[tuple[str, Any], ...]) -> type[BaseModel]:
    return create_model(name, **dict(fields))  # type: ignore[call-overload,no-any-return]


def check(model: type[BaseModel], count: int = 20, **options: Any) -> None:
    """Each record is accepted by its model, and has the JSON that the model writes."""
    for line in generate_lines(model, count, seed=5, config=GenerationConfig(**options)):
        assert model.model_validate_json(line).model_dump_json().encode() == line


@pytest.mark.parametrize("locale", ["en_US", "ja_JP"])
def test_every_name_is_served_for_each_of_its_kinds(locale):
    for kind, types in TYPES.items():
        names = [name for name, of in NAMES if of == kind and not name.startswith("_")]
        for place, type_ in enumerate(types):
            chunk = tuple((name, (type_, ...)) for name in names)
            check(build_model(f"Every{kind.title()}{place}", chunk), 8, locale=locale)


@st.composite
def text_rules(draw):
    low = draw(st.integers(0, 40) | st.none())
    high = draw(st.integers(low or 1, 60) | st.none())
    if draw(st.integers(0, 4)) == 0:
        return Field(pattern=draw(st.sampled_from(PATTERNS)))
    return Field(min_length=low, max_length=high)


@st.composite
def number_rules(draw, *, exact=False):
    low = draw(st.integers(-50, 300) | st.none())
    high = draw(st.integers((low if low is not None else 0) + 1, 2000) | st.none())
    more = (
        {"max_digits": 9, "decimal_places": draw(st.integers(0, 4))}
        if exact and draw(st.booleans())
        else {}
    )
    return draw(
        st.sampled_from(
            [
                Field(ge=low, le=high, **more),
                Field(gt=low, lt=None if high is None else high + 1, **more),
            ]
        )
    )


RULES = {
    "str": text_rules(),
    "int": number_rules(),
    "float": number_rules(),
    "decimal": number_rules(exact=True),
    "EmailStr": st.builds(lambda high: Field(max_length=high), st.integers(14, 60)),
}


@st.composite
def fields(draw):
    name, kind = draw(st.sampled_from(sorted(NAMES)))
    name = f"{draw(st.sampled_from(OWNERS))}{name}{draw(st.sampled_from(ENDINGS))}".lstrip("_")
    type_ = draw(st.sampled_from(TYPES[kind]))
    if kind in RULES and draw(st.booleans()):
        type_ = Annotated[type_, draw(RULES[kind])]
    return name, draw(st.sampled_from([type_, type_, list[type_]]))


shapes = st.lists(fields(), min_size=1, max_size=6, unique_by=lambda each: each[0])
models = st.sampled_from(["User", "Product", "Order", "Company", "Event", "Thing", "CountryOut"])


@settings(max_examples=60, deadline=None)
@given(shapes, models, st.sampled_from(LOCALES))
def test_values_of_every_name_keep_their_constraints(shape, name, locale):
    model = create_model(name, **{field: (type_, ...) for field, type_ in shape})
    check(model, 12, locale=locale)


@settings(max_examples=30, deadline=None)
@given(shapes, shapes, models, st.sampled_from(LOCALES))
def test_a_field_does_not_depend_on_the_other_fields(shape, others, name, locale):
    small = create_model(name, **{field: (type_, ...) for field, type_ in shape})
    fields = {field: (type_, ...) for field, type_ in [*others, *shape]}
    options = {"locale": locale}
    for alone, together in zip(
        records(small, 6, **options),
        records(create_model(name, **fields), 6, **options),
        strict=True,
    ):
        assert {key: together[key] for key in alone} == alone


@pytest.mark.parametrize(
    ("field", "like"),
    [
        ("first_name", r"^[A-Z]\w+$"),
        ("firstName", r"^[A-Z]\w+$"),
        ("customer_email", r"@example\.(com|org|net)$"),
        ("home_phone", r"^\+1-\d{3}-555-01\d\d$"),
        ("billing_zip", r"^\d{5}$"),
        ("shipping_address_line1", r"^\d+ \w+"),
        ("email_2", r"@example\."),
        ("emails", r"@example\."),
        ("file_name", r"^\w+-\w+\.\w+$"),
        ("host_name", r"\.example\.(com|org|net)$"),
        ("domain_name", r"\.example\.(com|org|net)$"),
        ("user_id", r"^[0-9a-f-]{36}$"),
        ("event_name", r"^[A-Z]\w+ [A-Z]"),
        ("table_name", r"^[a-z_]+$"),
        ("order_number", r"^ORD-20\d\d-\d{6}$"),
        ("approved_by", r"^[A-Z]\S+ [A-Z]\S+"),
        ("unheard_of", r"^[A-Z][a-z]+ [a-z]+$"),
    ],
)
def test_a_name_has_the_meaning_that_a_person_reads(field, like):
    model = create_model("Thing", **{field: (str, ...)})
    for record in records(model, 20):
        (value,) = record.values()
        assert re.search(like, value), value


@pytest.mark.parametrize(
    ("model", "like"),
    [
        ("User", r"^[A-Z]\S+ [A-Z]\S+$"),
        ("CustomerCreate", r"^[A-Z]\S+ [A-Z]\S+$"),
        ("Product", r"^[A-Z][\w',. -]+$"),
        ("Country", r"^United States$"),
        ("Widget", r"^[A-Z]\w+( \w+)+$"),
    ],
)
def test_the_meaning_of_name_depends_on_the_model(model, like):
    for record in records(create_model(model, name=(str, ...)), 20):
        assert re.search(like, record["name"]), record


@pytest.mark.parametrize(
    ("model", "like"),
    [
        ("Invoice", r"^INV-202\d-\d{6}$"),
        ("SupportTicket", r"^(TCK-|INC0|CS-)\d{6}$"),
        ("Phone", r"^\+1-\d{3}-555-01\d\d$"),
        ("Address", r"^\d{1,4}$"),
        ("Payment", r"^\d+$"),
    ],
)
def test_the_meaning_of_number_depends_on_the_model(model, like):
    for record in records(create_model(model, number=(str, ...)), 20):
        assert re.search(like, record["number"]), record


def test_the_state_of_a_task_is_a_status():
    states = {record["state"] for record in records(create_model("Task", state=(str, ...)), 50)}
    assert states <= {"open", "in_progress", "blocked", "done"}


def test_lower_ends_of_a_range_stay_below_higher_ones():
    model = create_model(
        "Filter",
        **dict.fromkeys(
            ("min_price", "max_price", "low", "high", "price_from", "price_to"), (float, ...)
        ),
        **dict.fromkeys(("min_age", "max_age", "start", "end"), (int, ...)),
        **dict.fromkeys(("min_salary", "max_salary"), (Decimal, ...)),
        **dict.fromkeys(("start_time", "end_time"), (time, ...)),
    )
    names = list(model.model_fields)
    for line in generate_lines(model, 300, seed=1):
        record = model.model_validate_json(line)
        for low, high in zip(names[::2], names[1::2], strict=True):
            assert getattr(record, low) < getattr(record, high)


def test_a_nickname_is_made_of_the_names_of_the_person():
    person = create_model("User", first_name=(str, ...), last_name=(str, ...), nickname=(str, ...))
    forms = set()
    for record in records(person, 100):
        first, last = record["first_name"], record["last_name"]
        assert record["nickname"] in (first, f"{first}{last[0]}")
        forms.add(record["nickname"] == first)
    assert forms == {True, False}


@pytest.mark.parametrize(
    ("model", "field", "like"),
    [
        ("Dog", "name", r"^[A-Z][a-z]{2,7}$"),
        ("Thing", "type", r"^(standard|regular|special|custom|temporary|other)$"),
        ("User", "title", r"^[A-Z]"),
        ("Address", "state", r"^[A-Z]"),
        ("Invoice", "reference", r"^REF-"),
        ("Thing", "code", r"^[2-9A-HJ-NP-Z]{8}$"),
    ],
)
def test_a_word_with_several_meanings_fits_its_model(model, field, like):
    values = [record[field] for record in records(create_model(model, **{field: (str, ...)}), 12)]
    assert sum(re.search(like, value) is not None for value in values) >= 8


@pytest.mark.parametrize(
    ("name", "kind", "provider"),
    [
        ("emails", "str", "by_name.email"),
        ("billing_city", "str", "by_name.city"),
        ("price_usd", "decimal", "by_name.price"),
        ("min_price", "float", "by_name.min_price"),
        ("fooed_at", "datetime", "by_name.fooed_at"),
        ("number_of_dogs", "int", "units.count"),
    ],
)
def test_the_provider_is_named_after_the_part_that_it_knows(name, kind, provider):
    found = find_named_provider(make_field(name, kind))
    assert found is not None
    assert found[0] == provider


@pytest.mark.parametrize(("name", "kind"), [("whatever", "str"), ("price", "bytes"), ("", "int")])
def test_an_unknown_name_has_no_provider(name, kind):
    assert find_named_provider(make_field(name, kind)) is None


def test_a_plural_of_places_has_different_places():
    found = find_named_provider(make_field("countries"))
    assert found is not None
    assert len(set(draw_values(found[1]))) > 20


def test_a_plural_shows_no_fact_of_its_record():
    found = find_named_provider(make_field("first_names"))
    assert found is not None
    assert isinstance(found[1], Call)
    assert len(set(draw_values(found[1]))) > 50


@pytest.mark.parametrize("name", ["next_foo", "planned_bar", "due_baz", "upcoming_qux"])
def test_a_moment_whose_name_says_so_is_in_the_future(name):
    for record in records(create_model("Thing", **{name: (datetime, ...)}), 20):
        assert record[name] > DEFAULT_NOW.isoformat()[:10]

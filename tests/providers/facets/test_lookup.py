"""Names are read from their last word."""

from __future__ import annotations

import re

import pytest

from pytest_fixturegen.providers.by_name import find_named_provider
from pytest_fixturegen.providers.facets import lookup, role_words
from pytest_fixturegen.providers.facets.names import load_names, load_titles
from pytest_fixturegen.providers.facets.word_tables import expand, parse_table
from tests.providers.samples import field, model, records

PERSON = r"[A-Z]\S+( [A-Z]\S*)* [A-Z]\S+"


def draw(name: str, of: str = "Thing", **others: type) -> list[str]:
    """Return twenty values of the text *name* in a model with *others*."""
    return [record[name] for record in records(model(of, **{name: str}, **others), 20)]


@pytest.mark.parametrize(
    ("of", "name", "like"),
    [
        ("Site", "safety_inspector", PERSON),
        ("Grant", "benefactor_reviewer", PERSON),
        ("Meeting", "minutes_taken_by", PERSON),
        ("Deal", "importer", r"[A-Z].*"),
        ("Deal", "soil_type", r"[A-Za-z ]+"),
        ("Depot", "cargo_type", r"[A-Za-z ]+"),
        ("Thing", "gizmo_type", "standard|regular|special|custom|temporary|other"),
        ("Refund", "reason", r"[A-Z][a-z]+ .+|[A-Z].+"),
        ("Thing", "cancel_reason", r"[A-Z].+"),
        ("Thing", "difficulty_level", "(?i)easy|medium|hard|beginner|intermediate|advanced"),
        ("Thing", "jira_ticket", r"[A-Z]+-\d+"),
        ("Thing", "emergency_contact_number", r"\+1-\d{3}-555-01\d\d"),
        ("Thing", "conversation_state", "active|pending|inactive|closed"),
        ("Thing", "billing_state", r"[A-Z].+"),
        ("Thing", "resume_url", r"https://.*\.pdf"),
        ("Thing", "weight_unit", "kg|g|lb"),
        ("Thing", "oauth_scope", r"[a-z]+:[a-z]+"),
    ],
)
def test_the_last_word_says_what_a_text_is(of, name, like):
    for value in draw(name, of):
        assert re.fullmatch(like, value), value


def test_a_role_is_a_person_only_where_it_is_one():
    assert not re.fullmatch(PERSON, draw("operator", "FilterRule", attribute=str, value=str)[0])
    assert re.fullmatch(PERSON, draw("operator", "Crane")[0])


def test_a_reason_fits_what_happened():
    refunds, failures = set(draw("reason", "Refund")), set(draw("reason", "Failure"))
    assert not refunds & failures


def test_the_same_person_has_a_name_and_an_address():
    fields = {"claims_handler": str, "claims_handler_email": str}
    for record in records(model("Case", **fields), 20):
        last = record["claims_handler"].split()[-1].lower()
        assert re.sub("[^a-z]", "", last)[:4] in record["claims_handler_email"]


def test_a_thing_is_called_like_its_kind():
    assert set(draw("station_name", "Reading")) <= set(load_names()["station"])
    assert set(draw("title", "Patent")) <= set(load_titles()["patent"])


def test_a_known_noun_is_surer_than_a_last_word_alone():
    known, weak = (find_named_provider(field(name)) for name in ("leave_type", "gizmo_type"))
    assert known is not None
    assert weak is not None
    assert known.score > weak.score


def test_a_word_that_nothing_knows_has_no_facet():
    assert lookup.find_strong_facet(field("gizmo")) is None
    assert lookup.find_weak_facet(field("gizmo")) is None
    assert lookup.find_strong_facet(field("level", "int")) is None


def test_a_facet_keeps_the_constraints():
    assert lookup.find_strong_facet(field("cancel_reason", max_length=3)) is None


def test_roles_are_of_persons_or_of_firms():
    assert not role_words.PERSON_ROLES & role_words.FIRM_ROLES
    assert role_words.AMBIGUOUS_ROLES.keys() <= role_words.PERSON_ROLES


def test_a_table_has_weights_products_and_lines_that_go_on():
    table = parse_table("one uno: a*2|b\n  |c\ntwo: x/y + z")
    assert table == {
        "one": ("a", "a", "b", "c"),
        "uno": ("a", "a", "b", "c"),
        "two": ("x z", "y z"),
    }
    assert expand("a | b") == ("a", "b")


@pytest.mark.parametrize("name", sorted(lookup.TABLES))
def test_every_table_can_be_read(name):
    for noun, options in lookup.load_table(name).items():
        assert options, noun
        assert all(option == option.strip() != "" for option in options), noun

"""Fields with abbreviated and foreign names show the facts of their record."""

from __future__ import annotations

from dataclasses import dataclass, make_dataclass
from datetime import date

from pytest_fixturegen import GenerationConfig, generate_instances
from pytest_fixturegen.introspection.type_reader import read_type
from pytest_fixturegen.providers.person_facts import to_ascii_name
from pytest_fixturegen.strategies.planner import plan_type


@dataclass
class Kund:
    förnamn: str
    efternamn: str
    epost: str
    födelsedatum: date
    ålder: int


@dataclass
class Emp:
    emp_nm: str
    f_nm: str
    l_nm: str
    work_email: str


def test_swedish_fields_show_one_person():
    for kund in generate_instances(Kund, 20, config=GenerationConfig(locale="sv_SE")):
        assert 2025 - kund.födelsedatum.year <= kund.ålder <= 2026 - kund.födelsedatum.year
        assert kund.epost.startswith(to_ascii_name(kund.förnamn, "sv"))
        assert to_ascii_name(kund.efternamn, "sv") in kund.epost


def test_abbreviated_fields_show_one_person():
    for emp in generate_instances(Emp, 20):
        assert emp.emp_nm == f"{emp.f_nm} {emp.l_nm}"
        assert emp.f_nm.lower()[0] == emp.work_email[0]


def test_the_language_can_be_fixed():
    record = make_dataclass("Record", [("land", str)])
    swedish = GenerationConfig(field_language="sv")
    assert next(iter(generate_instances(record, 1, config=swedish))).land == "United States"


def test_the_decision_tells_the_plain_name():
    plan = plan_type(read_type(Emp), GenerationConfig())
    reasons = {decision.path: decision.reason for decision in plan.strategies}
    assert reasons["f_nm"] == "the name of the field, read as 'first_name'"
    assert "read as" not in reasons["work_email"]

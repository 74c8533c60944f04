"""Domains: what speaks of them, and that their fields keep their tables and constraints."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Literal, Optional

import pytest
from pydantic import HttpUrl

from pytest_fixturegen import GenerationConfig
from pytest_fixturegen.api.generate import build_instance
from pytest_fixturegen.providers.domains import frames, index, lookup, nodes, rows, specs
from pytest_fixturegen.providers.domains.specs import TableColumn, Words
from pytest_fixturegen.providers.fact_fields import build_draw
from pytest_fixturegen.providers.record_outline import FieldOutline, RecordOutline
from pytest_fixturegen.streams import mix_word
from tests.providers import domain_index
from tests.providers.contexts import make_context
from tests.providers.samples import model, records

DOMAINS = {domain.name: domain for domain in domain_index.list_domains()}


def outline(name: str, *fields: str) -> RecordOutline:
    """The outline of a class with text fields."""
    return RecordOutline(name, name, tuple(FieldOutline(field, "str") for field in fields))


def list_specs(domain: Any) -> list[tuple[str, Any]]:
    """Every name of *domain*, with what it means."""
    return [*domain.own.items(), *domain.within.items()]


def test_a_word_of_the_class_or_three_fields_make_the_domain() -> None:
    assert lookup.find_domains(outline("patient", "name")) == ("medicine",)
    assert "cloud" in lookup.find_domains(outline("thing", "vpc_id", "subnet_id", "ami_id"))
    assert lookup.find_domains(outline("thing", "vpc_id", "name")) == ()


def test_a_weak_word_of_the_class_needs_fields_beside_it() -> None:
    assert lookup.find_domains(outline("node", "left", "right")) == ()
    kubernetes = outline("node", "kubelet_version", "pods_capacity", "taints")
    assert "kubernetes" in lookup.find_domains(kubernetes)


def test_own_names_need_no_domain_and_other_names_do() -> None:
    thing, instance = outline("thing", "region"), outline("instance", "region", "ami_id")
    assert [match.domain for match in lookup.find_matches("ami_id", thing)] == ["cloud"]
    assert not [*lookup.find_matches("region", thing)]
    assert next(match.domain for match in lookup.find_matches("region", instance)) == "cloud"


def test_a_generic_name_means_what_its_class_is_about() -> None:
    pod = outline("pod", "name", "namespace", "node_name")
    assert next(lookup.find_matches("name", pod)).name == "pod_name"


def test_the_index_lists_the_names_of_every_domain() -> None:
    source = domain_index.INDEX.read_text()
    message = "Run python -m tests.providers.domain_index"
    assert domain_index.format_index(source) == source, message
    assert set(index.DOMAIN_WORDS) == set(DOMAINS)


@pytest.mark.parametrize("domain", DOMAINS.values(), ids=list(DOMAINS))
def test_specifications_are_whole(domain: Any) -> None:
    """Rows have the same length, frames have known slots, and numbers rise."""
    for name, spec in list_specs(domain):
        assert is_whole(domain, spec), name


def is_whole(domain: Any, spec: Any) -> bool:
    match spec:
        case TableColumn(_, place, listed):
            return {len(row) for row in listed} == {len(listed[0])} and place < len(listed[0])
        case specs.Number(low, median, high):
            return bool(low <= median <= high)
        case Words(options):
            return bool(options) and all(options)
        case _:
            return frames.collect_specs(frames.list_frames(spec), domain) is not None


@pytest.mark.parametrize("domain", DOMAINS.values(), ids=list(DOMAINS))
def test_every_name_of_a_domain_draws_a_value(domain: Any) -> None:
    for name, spec in list_specs(domain):
        match = lookup.DomainMatch(domain.name, name, spec)
        drawn = (nodes.build_node(match, make_context(name, kind), "") for kind in KINDS)
        node = next((node for node in drawn if node is not None), None)
        is_optional = isinstance(spec, specs.CellRange | specs.Entries)
        assert is_optional or node, name
        if node:
            assert any(draw_some(node)), name


def draw_some(node: Any) -> list[Any]:
    """A few values of *node*, numbers as texts: zero is a value, too."""
    draw = build_draw(node)
    values = (draw(mix_word(number, 1)) for number in range(24))
    return [str(value) for value in values if value is not None]


KINDS = ("str", "int", "float", "bool", "datetime", "date", "time")


def test_entities_have_one_table() -> None:
    """Two fields that show a fact must draw it from the same rows."""
    for domain in DOMAINS.values():
        tables: dict[str, Any] = {}
        for _, spec in list_specs(domain):
            if isinstance(spec, TableColumn):
                assert tables.setdefault(spec.entity, spec.rows) == spec.rows, spec.entity


def test_columns_of_a_table_agree() -> None:
    instances = records(model("Instance", region=str, availability_zone=str, ami_id=str))
    assert all(each["availability_zone"].startswith(each["region"]) for each in instances)
    assert len({each["region"] for each in instances}) > 5


def test_owners_have_rows_of_their_own() -> None:
    copies = records(model("BucketCopy", source_region=str, target_region=str, bucket_name=str))
    assert any(each["source_region"] != each["target_region"] for each in copies)


def test_a_closed_list_chooses_the_rows() -> None:
    sensor = Literal["temperature", "humidity"]
    readings = records(model("SensorReading", sensor_type=sensor, unit=str, value=float))
    assert {(each["sensor_type"], each["unit"]) for each in readings} == {
        ("temperature", "°C"),
        ("humidity", "%"),
    }
    assert all(-45 <= each["value"] <= 100 for each in readings)


@pytest.mark.parametrize(
    ("fixed", "unit"), [({"sensor_type": "humidity"}, "%"), ({"sensor_type": "co2"}, "ppm")]
)
def test_a_fixed_member_of_a_closed_list_chooses_the_row(fixed: Any, unit: str) -> None:
    sensor = Literal["temperature", "humidity", "co2"]
    reading = model("SensorReading", sensor_type=sensor, unit=str, value=float)
    for number in range(20):
        drawn = build_instance(reading, GenerationConfig(seed=2), str(number), overrides=fixed)
        assert drawn.unit == unit


def test_unknown_members_of_a_closed_list_are_drawn_at_times() -> None:
    sensor = Literal["temperature", "humidity", "blorp"]
    readings = records(model("SensorReading", sensor_type=sensor, unit=str), n=300)
    assert {each["sensor_type"] for each in readings} == {"temperature", "humidity", "blorp"}


def test_an_attribute_that_a_row_lacks_is_none() -> None:
    answers = records(model("AccessLog", status_code=int, error=Optional[str]), n=200)
    assert all((each["error"] is not None) == (each["status_code"] >= 400) for each in answers)
    assert {each["status_code"] >= 400 for each in answers} == {True, False}


def test_a_table_says_which_records_have_a_value() -> None:
    """An update has old and new values, a login has none, and all of one changed field."""
    action = Literal["create", "update", "delete", "login"]
    changes = dict[str, Any]
    fields = {"action": action, "old_values": Optional[changes], "new_values": Optional[changes]}
    events = records(model("AuditLog", **fields, changed_fields=list[str]), n=200)
    present = {
        (each["action"], each["old_values"] is not None, each["new_values"] is not None)
        for each in events
    }
    assert present == {
        ("create", False, True),
        ("update", True, True),
        ("delete", True, False),
        ("login", False, False),
    }
    for each in events:
        values = (each["old_values"], each["new_values"])
        assert all([*value] == each["changed_fields"] for value in values if value is not None)


def test_records_in_a_list_show_rows_in_order() -> None:
    variant = model("VariantResult", variant_name=str, is_control=bool)
    experiment = model("Experiment", hypothesis=str, variants=list[variant])
    for each in records(experiment):
        names = [variant["variant_name"] for variant in each["variants"]]
        assert names == ["control", "treatment", "variant_b"][: len(names)]
        controls = [variant["is_control"] for variant in each["variants"]]
        assert controls == [name == "control" for name in names]


def test_numbers_of_a_leading_table_go_with_its_texts() -> None:
    device = Literal["desktop", "mobile"]
    fields = {"device_type": device, "screen_width": int, "screen_height": int, "browser": str}
    for each in records(model("PageView", **fields)):
        assert (each["screen_width"] < 500) == (each["device_type"] == "mobile")


def test_a_url_shows_the_path_of_its_record() -> None:
    for each in records(model("PageView", url=HttpUrl, path=str, visitor_id=str)):
        assert each["url"] == f"https://www.example.com{each['path']}"


def test_texts_of_one_hidden_word_agree() -> None:
    hosts = records(model("Instance", private_ip=str, private_dns_name=str, vpc_id=str))
    for host in hosts:
        assert host["private_ip"].replace(".", "-") in host["private_dns_name"]


def test_sentences_show_the_facts_of_the_record() -> None:
    names = {"region": str, "account_id": str, "instance_id": str, "arn": str}
    for each in records(model("Instance", **names)):
        parts = [each[name] for name in ("region", "account_id", "instance_id")]
        assert all(part in each["arn"] for part in parts)


@pytest.mark.parametrize("kind", [str, int, float, Decimal])
def test_numbers_of_a_table_have_the_kind_of_the_field(kind: Any) -> None:
    for each in records(model("Instance", vcpus=kind, instance_type=str)):
        assert re.fullmatch(r"\d+(\.0)?", str(each["vcpus"]))


def test_items_of_a_list_are_words_of_the_domain() -> None:
    zones = lookup.load_domain("cloud").within["region"]
    assert isinstance(zones, TableColumn)
    known = {row[zones.place] for row in zones.rows}
    for each in records(model("Bucket", regions=list[str])):
        assert known.issuperset(each["regions"])


def test_values_that_break_constraints_are_not_served() -> None:
    from pydantic import Field, create_model

    short = create_model("Instance", ami_id=(str, Field(max_length=5)), region=(str, ...))
    assert all(len(each["ami_id"]) <= 5 for each in records(short))
    few = create_model("Instance", vcpus=(int, Field(ge=500)), instance_type=(str, ...))
    assert all(each["vcpus"] >= 500 for each in records(few))


def test_cells_with_another_spelling_are_found() -> None:
    column = specs.table("sensor", "kind | unit", "light ~ lux level | lx")["kind"]
    assert isinstance(column, TableColumn)
    assert rows.index_spellings(column)["luxlevel"] == "light"


def test_rows_are_as_likely_as_their_weight() -> None:
    column = specs.table("level", "level", "INFO | *3\nERROR")["level"]
    assert isinstance(column, TableColumn)
    assert [row[0] for row in column.rows] == ["INFO", "INFO", "INFO", "ERROR"]


def test_long_codes_stay_as_they_are() -> None:
    """A number at their end would make them unique, and other fields would not show it."""
    spans = records(model("Span", span_id=str, trace_id=str), n=200)
    assert all(re.fullmatch("[0-9a-f]{16}", each["span_id"]) for each in spans)
    assert len({each["span_id"] for each in spans}) == len(spans)


def test_templates_replace_what_is_in_brackets() -> None:
    assert re.fullmatch(r"ax-[0-9a-f]{2}-\d", specs.draw_template("ax-[xx]-[9]", 7))
    assert re.fullmatch(r"[A-Z]\d", specs.draw_template("A9", 7))
    assert specs.draw_template(r"\A\9", 7) == "A9"

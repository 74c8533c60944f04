"""Mappings have the keys of their name, and lists of numbers are one value."""

from __future__ import annotations

import math
from typing import Annotated, Any

import pytest
from pydantic import Field, JsonValue

from pytest_fixturegen import GenerationConfig, explain, generate_instances
from pytest_fixturegen.providers.facets.json_words import load_objects
from pytest_fixturegen.strategies.composites.json_objects import find_keys
from tests.providers.samples import model, records


@pytest.mark.parametrize(
    ("name", "type_", "keys"),
    [
        ("location", dict[str, float], {"latitude", "longitude"}),
        ("shipping_address", dict[str, str], {"street", "city", "state", "postal_code", "country"}),
        ("translations", dict[str, str], {"en", "de", "fr", "es"}),
        ("metadata", dict[str, Any], {"source", "version", "retries", "locale"}),
        ("meta", dict[str, JsonValue], {"source", "version", "retries", "locale"}),
        ("payload", Any, {"id", "status", "amount", "created_at"}),
        ("env", dict[str, str | int], {"LOG_LEVEL", "PORT", "APP_ENV", "DATABASE_URL"}),
    ],
)
def test_the_name_tells_the_keys(name, type_, keys):
    for record in records(model("Thing", **{name: type_}), 10):
        assert set(record[name]) == keys


def test_a_mapping_shows_the_place_of_its_record():
    for record in records(model("Shop", city=str, address=dict[str, str]), 20):
        assert record["address"]["city"] == record["city"]


def test_translations_say_the_same():
    pairs = {
        (record["translations"]["en"], record["translations"]["de"])
        for record in records(model("Page", translations=dict[str, str]), 40)
    }
    assert len({english for english, _ in pairs}) == len(pairs)


def test_keys_after_by_are_of_that_kind():
    for record in records(model("Report", sales_by_country=dict[str, int]), 10):
        assert all(key[0].isupper() for key in record["sales_by_country"])


def test_the_size_that_the_user_asks_for_is_kept():
    (record,) = records(
        model("Thing", metadata=dict[str, str]), 1, collection_min_items=7, collection_max_items=7
    )
    assert len(record["metadata"]) == 7
    short = Annotated[dict[str, str], Field(max_length=2)]
    assert len(records(model("Thing", headers=short), 1)[0]["headers"]) == 2


def test_a_value_of_any_type_is_a_guess():
    rules = {decision.rule for decision in explain(model("Thing", metadata=dict[str, Any]))}
    assert "fallback" in rules


def test_every_key_is_named_once():
    for name, keys in load_objects().items():
        assert len({key.name for key in keys}) == len(keys), name
    assert find_keys("gizmo") == ()


def test_an_embedding_has_unit_length():
    for record in records(model("Doc", embedding=list[float]), 10):
        assert math.isclose(math.hypot(*record["embedding"]), 1, abs_tol=0.01)


def test_coordinates_are_of_the_place():
    fields = {"coordinates": list[float], "latitude": float, "longitude": float}
    for record in records(model("Shop", **fields), 10):
        assert len(record["coordinates"]) == 2
        assert abs(record["coordinates"][1] - record["latitude"]) < 1


@pytest.mark.parametrize("type_", [list[tuple[float, float]], list[list[float]]])
def test_a_route_goes_on_step_by_step(type_):
    for record in records(model("Trip", route=type_), 10):
        assert len(record["route"]) >= 6
        steps = zip(record["route"], record["route"][1:], strict=False)
        assert all(math.dist(one, other) < 0.02 for one, other in steps)


def test_words_do_not_repeat_in_a_list():
    for record in records(model("Post", tags=list[str]), 60, collection_max_items=5):
        assert len(set(record["tags"])) == len(record["tags"])


def test_options_of_generation_stay_plain():
    assert GenerationConfig().collection_max_items <= 12


def test_a_list_without_repeats_is_the_same_in_python_and_json():
    post = model("Post", tags=list[str])
    instances = list(generate_instances(post, 20, seed=3))
    assert [each.tags for each in instances] == [row["tags"] for row in records(post, 20)]

"""Plugins during planning: providers by type and by name, and changed strategies."""

from __future__ import annotations

from typing import Any

import pytest

from pytest_fixturegen import (
    GenerationConfig,
    explain,
    generate_instances,
    generate_lines,
    policies_of,
)
from pytest_fixturegen.api.generate import build_instance
from pytest_fixturegen.errors import MappingError
from tests.plugins import samples
from tests.plugins.models import Car, Plate, Top, Weight


def config(*names: str, **settings: Any) -> GenerationConfig:
    named = {
        key: policies_of(value) if key in ("overrides", "field_policies") else value
        for key, value in settings.items()
    }
    return GenerationConfig(
        plugins=tuple(f"tests.plugins.samples:{name}" for name in names), **named
    )


def cars(*names: str, n: int = 20, **settings: Any) -> list[Car]:
    settings.setdefault(
        "overrides",
        {"Car.plate": {"value": "B-1"}, "Car.former": {"value": None}, "Car.others": {"value": []}},
    )
    settings["overrides"].setdefault("Car.number", {"value": "2"})
    return list(generate_instances(Car, n, 3, config(*names, **settings)))


def serve_cars(*names: str, n: int = 20) -> list[Car]:
    """Return cars without configured overrides."""
    return list(generate_instances(Car, n, 3, config("TYPES", *names)))


def explain_field(field: str, *names: str, **settings: Any) -> tuple[str, str]:
    """Return the provider of a field of Car, and the reason."""
    decisions = explain(Car, config(*names, **settings))
    return next(
        (each.provider, each.reason)
        for each in decisions
        if each.field == field and each.model == "Car"
    )


def test_providers_serve_classes_annotated_types_and_models() -> None:
    for index, car in enumerate(serve_cars()):
        assert {type(each) for each in (car.plate, car.former, *car.others)} == {Plate}
        assert (car.number, car.weight.unit) == (str(2 * index), "g")
    assert explain_field("plate", "TYPES") == (
        "tests.plugins.samples:plate",
        "the type, by the plugin 'tests.plugins.samples:TYPES'",
    )


def test_a_custom_type_cannot_be_drawn_without_its_plugin() -> None:
    with pytest.raises(MappingError, match=r"Car\.plate"):
        next(generate_instances(Car))


def test_a_plugin_changes_only_its_fields() -> None:
    plain, with_plugin = cars(), cars("NAMES")
    assert [car.model_dump(exclude={"paint", "paints"}) for car in plain] == [
        car.model_dump(exclude={"paint", "paints"}) for car in with_plugin
    ]


def test_the_same_seed_gives_the_same_bytes_alone_or_in_a_block() -> None:
    options = config("TYPES", "NAMES", "NOON")
    block = list(generate_lines(Car, 9, 5, options))
    assert block == list(generate_lines(Car, 9, 5, options))
    assert block[6:7] == list(generate_lines(Car, 1, 5, options, start=6))
    assert [Car.model_validate_json(line) for line in block] == list(
        generate_instances(Car, 9, 5, options)
    )


def test_a_name_provider_respects_the_constraints_of_the_field() -> None:
    for car in cars("NAMES"):
        assert {car.paint, *car.paints} <= {"Ruby Red", "Sea Blue", "Pine Green"}
        assert len(car.code) <= 3
        assert car.seats in range(2, 6)
    assert "by the plugin" not in explain_field("code", "TYPES", "NAMES")[1]
    assert "by the plugin" not in explain_field("seats", "TYPES", "NAMES")[1]


def test_a_type_provider_yields_to_field_names() -> None:
    car = cars("PLAIN", n=1)[0]
    assert car.paint in ("HO", "HA")
    assert car.code not in ("HO", "HA")
    assert explain_field("nickname", "TYPES", "PLAIN")[1] == "the name of the field"


def test_a_provider_can_request_faker() -> None:
    names = [car.nickname for car in cars("FAKE")]
    assert len(set(names)) == 20
    assert all(name and name[:2].isalpha() and name[2:4].isdecimal() for name in names)


def test_a_plugin_changes_a_strategy_with_override_settings() -> None:
    assert {car.nickname for car in cars("VALUE")} == {"Otto"}
    assert {car.nickname for car in cars("POLICY")} == {None}
    assert [car.paint for car in cars("FACTORY", n=3)] == ["0", "2", "4"]
    assert [car.sold_at for car in cars("NOON")] == [car.sold_at.replace(hour=12) for car in cars()]
    assert explain_field("nickname", "TYPES", "VALUE") == (
        "'Otto'",
        "the plugin 'tests.plugins.samples:VALUE'",
    )
    assert explain_field("paint", "TYPES", "PROVIDED")[0] == "by_name.city"
    assert explain_field("sold_at", "TYPES", "NOON")[1].endswith(
        "; changed by the plugin 'tests.plugins.samples:NOON'"
    )


def test_a_plugin_can_change_fields_of_nested_models() -> None:
    assert {car.weight.grams for car in cars("GRAMS")} == {7}


def test_a_provider_of_a_plugin_can_be_named_elsewhere() -> None:
    assert {car.tier for car in cars()} == {"basic"}
    assert {car.tier for car in cars("NAMES", "TIER")} == {"Ruby Red", "Sea Blue", "Pine Green"}


def test_overrides_beat_plugins_and_plugins_beat_policies() -> None:
    policy = {"*.nickname": {"value": "policy"}}
    override = {"Car.nickname": {"value": "override"}}
    assert {car.nickname for car in cars(field_policies=policy)} == {"policy"}
    assert {car.nickname for car in cars("VALUE", field_policies=policy)} == {"Otto"}
    assert {
        car.nickname
        for car in cars("VALUE", field_policies=policy, overrides=override | fixed_fields())
    } == {"override"}
    assert (
        build_instance(
            Car, config("TYPES", "VALUE"), "key", overrides={"nickname": "call"}
        ).nickname
        == "call"
    )


def fixed_fields() -> dict[str, Any]:
    return {
        f"Car.{name}": {"value": value}
        for name, value in {"plate": "B-1", "former": None, "others": []}.items()
    }


def test_overriding_a_field_of_a_plugin_model_fills_the_others() -> None:
    assert next(generate_instances(Weight, config=config("TYPES"))).unit == "g"
    assert (
        build_instance(
            Car, config("TYPES"), "key", overrides={"weight": {"unit": "kg"}}
        ).weight.unit
        == "kg"
    )
    for path in ("Weight.unit", "Car.weight.unit"):
        assert cars("TYPES", n=1, overrides={path: {"value": "t"}})[0].weight.unit == "t"


def test_models_around_a_changed_field_stay_valid_and_explained() -> None:
    tops = [Top.model_validate_json(line) for line in generate_lines(Top, 40, 3, config("MID"))]
    assert 0 < sum(top.mid is None for top in tops) < 40
    assert ("Deep", "text") in {(each.model, each.field) for each in explain(Top, config("MID"))}


def test_a_plugin_that_returns_none_changes_nothing() -> None:
    samples.LOOKS.calls.clear()
    assert cars("LOOKS") == cars()
    model, field, strategy = samples.LOOKS.calls[0]
    assert (model, field.name, field.kind, field.required) == (Car, "seats", "int", True)
    assert (field.rules, field.nullable) == ({"ge": 2, "le": 5}, False)
    assert (strategy.field, strategy.settings) == ("seats", {})
    assert strategy.provider
    assert strategy.reason


def test_the_plugin_named_last_wins() -> None:
    assert {car.nickname for car in cars("POLICY", "VALUE")} == {"Otto"}
    assert {car.nickname for car in cars("VALUE", "POLICY")} == {None}


def test_plugin_values_are_unique_or_an_error() -> None:
    assert len({car.paint for car in cars("NAMES", n=3, unique=("Car.paint",))}) == 3
    with pytest.raises(MappingError, match=r"Car\.nickname cannot be unique"):
        cars("FAKE", unique=("Car.nickname",))

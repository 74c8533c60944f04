"""Domains that the user describes: the option ``domains``, and providers of a domain by name."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances, policies_of
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.plugins.hookspecs import hookimpl
from pytest_fixturegen.plugins.registries import Providers

HOPS = ["Cascade", "Citra", "Saaz"]
BREWING = {
    "words": ["beer", "brewery"],
    "names": {
        "hop": HOPS,
        "ibu": {"low": 5, "median": 35, "high": 110},
        "batch": {"template": "AA-9999"},
        "tasting_note": {"sentences": ["Full of {hop}.", "Too much {hop} for me."]},
    },
}


class Beer(BaseModel):
    hop: str
    ibu: int
    batch: str
    tasting_note: str
    hops: list[str]


class Thing(BaseModel):
    hop: str
    score: int


def draw(model: Any, settings: dict[str, Any], **options: Any) -> list[Any]:
    config = GenerationConfig(domains=policies_of(settings), **options)
    return list(generate_instances(model, 20, config=config))


def test_a_record_that_speaks_of_the_domain_shows_its_names() -> None:
    for beer in draw(Beer, {"brewing": BREWING}):
        assert beer.hop in HOPS
        assert 5 <= beer.ibu <= 110
        assert re.fullmatch(r"[A-Z]{2}-\d{4}", beer.batch)
        assert any(hop in beer.tasting_note for hop in HOPS)
        assert set(beer.hops) <= set(HOPS)


def test_another_record_does_not() -> None:
    assert all(thing.hop not in HOPS for thing in draw(Thing, {"brewing": BREWING}))


def test_models_are_of_the_domain_that_names_them() -> None:
    chosen = {"brewing": {**BREWING, "models": ["Th*"]}}
    assert all(thing.hop in HOPS for thing in draw(Thing, chosen))


def test_a_built_in_domain_takes_further_names() -> None:
    added = {"medicine": {"models": ["Thing"], "names": {"hop": ["of joy"]}}}
    assert {thing.hop for thing in draw(Thing, added)} == {"of joy"}


@pytest.mark.parametrize("provider", ["brewing.hop", "laboratory.loinc"])
def test_a_field_may_name_a_provider_of_a_domain(provider: str) -> None:
    overrides = policies_of({"Thing.hop": {"provider": provider}})
    things = draw(Thing, {"brewing": BREWING}, overrides=overrides)
    is_code = [bool(re.fullmatch(r"\d+-\d", thing.hop)) for thing in things]
    assert (
        all(is_code)
        if provider == "laboratory.loinc"
        else {thing.hop for thing in things} <= {*HOPS}
    )


@pytest.mark.parametrize(
    ("provider", "message"),
    [
        ("medicin.loinc", "Unknown provider"),
        ("medicine.loin", "Unknown provider"),
        ("laboratory.loinc", "has no value for Thing.score"),
    ],
)
def test_a_provider_of_a_domain_must_exist_and_fit(provider: str, message: str) -> None:
    overrides = policies_of({"Thing.score": {"provider": provider}})
    with pytest.raises(ConfigError, match=message):
        draw(Thing, {}, overrides=overrides)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"medicin": {"models": ["Thing"]}}, "is unknown and has no names"),
        ({"b": {"wods": ["x"], "names": {"x": ["y"]}}}, "has no setting 'wods'"),
        ({"b": {"words": "beer", "names": {"x": ["y"]}}}, "has invalid words"),
        ({"b": {"models": [7], "names": {"x": ["y"]}}}, "has invalid models"),
        ({"b": {"names": ["x"]}}, "has invalid names"),
        ({"b": {"names": {"x": []}}}, "has an invalid 'x'"),
        ({"b": {"names": {"x": 3}}}, "has an invalid 'x'"),
        ({"b": {"names": {"x": {"low": 5, "high": 2}}}}, "has an invalid 'x'"),
        ({"b": {"names": {"x": {"low": 5, "high": "9"}}}}, "has an invalid 'x'"),
        ({"b": {"names": {"x": {"low": 1, "hi": 2}}}}, "has an invalid 'x'"),
        ({"b": {"names": {"x": {"template": ""}}}}, "has an invalid 'x'"),
        ({"b": {"names": {"x": {"sentences": []}}}}, "has an invalid 'x'"),
        ({"b": {"names": {"x": {"sentences": ["So {y}."]}}}}, "shows 'y'"),
    ],
)
def test_wrong_settings_are_refused_with_their_place(settings: Any, message: str) -> None:
    with pytest.raises(ConfigError, match=message) as caught:
        draw(Thing, settings)
    assert caught.value.hint


class Liquid(BaseModel):
    bitterness_ibu: int
    hop: str


def test_names_may_have_their_meaning_in_every_record() -> None:
    everywhere = {"brewing": {**BREWING, "everywhere": True}}
    for liquid in draw(Liquid, everywhere):
        assert liquid.hop in HOPS
        assert 5 <= liquid.bitterness_ibu <= 110


class BreweryPlugin:
    """Registers a domain and a unit."""

    @hookimpl
    def pfg_register_providers(self, registry: Providers) -> None:
        registry.add_domain("brewing", {"words": ["liquid"], "names": {"hop": HOPS}})
        registry.add_unit("ibu", 200, 210)


PLUGIN = BreweryPlugin()


def test_a_plugin_registers_domains_and_units() -> None:
    for liquid in draw(Liquid, {}, plugins=(f"{__name__}:PLUGIN",)):
        assert liquid.hop in HOPS
        assert 200 <= liquid.bitterness_ibu <= 210


def test_settings_of_the_user_win_over_those_of_a_plugin() -> None:
    settings = {"units": {"everywhere": True, "names": {"ibu": {"low": 1, "high": 2}}}}
    for liquid in draw(Liquid, settings, plugins=(f"{__name__}:PLUGIN",)):
        assert 1 <= liquid.bitterness_ibu <= 2

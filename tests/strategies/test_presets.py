"""Presets and profiles."""

from __future__ import annotations

import re

import pytest

from pytest_fixturegen import GenerationConfig, generate_instances
from pytest_fixturegen.strategies.presets import expand_bundles
from tests.strategies.models import Node, Person, draw_things


def test_a_preset_wins_over_a_profile_and_an_option_over_both() -> None:
    config = GenerationConfig(profile="edge", preset="boundary-max", p_none=0.9)
    expanded = expand_bundles(config)
    assert (expanded.number_distribution, expanded.text_style) == ("maximum", "longest")
    assert (expanded.ignore_defaults, expanded.p_none) == (True, 0.9)


@pytest.mark.parametrize(
    ("bundle", "levels"),
    [
        ({"preset": "boundary"}, {10, 109}),
        ({"preset": "boundary-max"}, {109}),
        ({"profile": "edge"}, {10, 109}),
        ({"profile": "adversarial"}, {10, 109}),
    ],
)
def test_a_bundle_sets_options_that_are_not_set(bundle: dict[str, str], levels: set[int]) -> None:
    assert {thing.level for thing in draw_things(40, **bundle)} == levels
    normal = {thing.level for thing in draw_things(40, number_distribution="normal", **bundle)}
    assert not normal <= {10, 109}


@pytest.mark.parametrize("bundle", [{"preset": "realistic"}, {"profile": "realistic"}])
def test_realistic_records_lack_an_optional_value_sometimes(bundle: dict[str, str]) -> None:
    config = GenerationConfig(max_depth=0, **bundle)  # type: ignore[arg-type]
    nodes = list(generate_instances(Node, 60, config=config))
    assert 0 < sum(node.extra is None for node in nodes) < 30


def test_the_profile_pii_safe_draws_visibly_synthetic_people() -> None:
    config = GenerationConfig(profile="pii-safe")
    for person in generate_instances(Person, 20, config=config):
        assert re.fullmatch(r"Given\d+", person.first_name)
        assert re.fullmatch(r"person\d+@example\.com", person.email)
        assert person.phone.startswith("+1-555-555-0")
        assert person.city.startswith("Example City")


def test_odd_and_boundary_texts_satisfy_the_constraints() -> None:
    assert {len(thing.note) for thing in draw_things(text_style="bounds")} == {3, 4, 39, 40}
    assert {len(thing.note) for thing in draw_things(20, text_style="longest")} == {40}
    odd = draw_things(text_style="odd")
    assert any("'" in thing.note for thing in odd)
    assert any(not thing.note.isascii() for thing in odd)
    assert all(re.search(r"^[A-Z]{2}\d+$", thing.code) for thing in odd)

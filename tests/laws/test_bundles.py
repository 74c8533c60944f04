"""The general properties also hold under every preset, profile and policy."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pytest_fixturegen import GenerationConfig, generate_instances, generate_lines
from tests.laws.models import models, seeds
from tests.laws.test_laws import without_order

BUNDLES: list[dict[str, Any]] = [
    {"preset": "boundary"},
    {"preset": "boundary-max"},
    {"preset": "realistic"},
    {"profile": "pii-safe"},
    {"profile": "edge"},
    {"profile": "adversarial"},
    {"union_policy": "weighted", "enum_policy": "weighted", "field_hints": "none"},
    {"union_policy": "first", "enum_policy": "first", "on_cycle": "stub"},
    {"collection_min_items": 0, "collection_max_items": 6, "on_cycle": "reuse", "max_depth": 4},
]


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(models, seeds, st.sampled_from(BUNDLES))
def test_records_are_valid_under_every_preset_and_policy(
    model: Any, seed: int, bundle: dict[str, Any]
) -> None:
    config = GenerationConfig(seed=seed, **bundle)
    instances = list(generate_instances(model, 5, config=config))
    lines = list(generate_lines(model, 5, config=config))
    for instance, line in zip(instances, lines, strict=True):
        expected = model.model_validate_json(
            instance.model_dump_json(by_alias=True, round_trip=True)
        )
        assert without_order(model.model_validate_json(line)) == without_order(expected)

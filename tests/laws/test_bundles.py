"""The general properties also hold under every preset, profile and policy."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import SecretBytes, SecretStr, ValidationError

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
        actual = model.model_validate_json(line)
        expected = read_own_json(model, instance)
        assert mask_secrets(without_order(actual)) == mask_secrets(without_order(expected))


def read_own_json(model: Any, instance: Any) -> Any:
    """Return what *model* reads of the JSON of *instance*.

    Pydantic writes some unions, such as ``IPvAnyAddress | Model``, in a form that it rejects. Then
    the instance itself is the reference.
    """
    try:
        return model.model_validate_json(instance.model_dump_json(by_alias=True, round_trip=True))
    except ValidationError:
        return instance


def mask_secrets(content: Any) -> Any:
    """Return *content* with secrets as their mask: JSON has only that, in one form or another."""
    if isinstance(content, SecretStr | SecretBytes):
        return str(content)
    if isinstance(content, dict):
        return {key: mask_secrets(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [mask_secrets(value) for value in content]
    return content

"""Draws repaired records with few attempts, so that no other strategy succeeds by chance."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen import GenerationConfig, generate_instances


def draw_repaired(model: Any, attempts: int, n: int = 20) -> list[Any]:
    """Return *n* records of *model*, each repaired by at most *attempts* more attempts."""
    config = GenerationConfig(validator_max_retries=attempts)
    return list(generate_instances(model, n, 1, config))

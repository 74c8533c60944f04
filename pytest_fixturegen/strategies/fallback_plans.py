"""Other ways to draw a type: for a record that its model refuses however often it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.nodes import Node

if TYPE_CHECKING:
    from pytest_fixturegen.strategies.plan import Plan


def build_fallbacks(
    config: GenerationConfig, make_plan: Callable[..., Plan]
) -> tuple[Callable[[], Node], ...]:
    """What *planned* makes of *config* when records are filled deeper, when no default is kept, and when they hold
    instances; each made when it is first asked for.
    """
    deeper = lru_cache(maxsize=1)(lambda: make_plan(config=config, extra_depth=1).node)
    drawn = lru_cache(maxsize=1)(
        lambda: make_plan(config=replace(config, ignore_defaults=True)).node
    )
    built = lru_cache(maxsize=1)(lambda: make_plan(config=config, with_instances=True).node)
    return deeper, drawn, built

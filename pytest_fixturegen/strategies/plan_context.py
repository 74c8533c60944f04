"""Where the planner stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.strategies.overrides import NO_OVERRIDES, Overrides


@dataclass(frozen=True, slots=True)
class PlanContext:
    """Where the planner stands: the *path*, the *name* of the field (that of the list, for its items), the *model* around
    it, how *deep* in models, whether *instances* are asked for instead of mappings, whether models are *told* apart by
    what they say, whether this is one of *several* items, and what the user *fixed* here and below, the *policy*
    that is asked of this field, whether this is a *stub*, which holds only what it must, and the *cls* around it.
    """

    path: str = ""
    name: str = ""
    model: str = ""
    depth: int = 0
    with_instances: bool = False
    with_discriminator: bool = False
    is_item: bool = False
    overrides: Overrides = NO_OVERRIDES
    settings: Mapping[str, Any] = field(default_factory=dict)
    is_stub: bool = False
    cls: Any = None

    def descend(self, step: str) -> PlanContext:
        """The same place, one step into a container."""
        return replace(
            self, path=join_path(self.path, step), overrides=NO_OVERRIDES, is_item=True, settings={}
        )

"""Where the planner stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.identity import child
from pytest_fixturegen.plan.overrides import NOTHING, Overrides


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the planner stands: the *path*, the *name* of the field (that of the list, for its items), the *model* around
    it, how *deep* in models, whether *instances* are asked for instead of mappings, whether models are *told* apart by
    what they say, whether this is one of *several* items, and what the user *fixed* here and below, the *policy*
    that is asked of this field, whether this is a *stub*, which holds only what it must, and the *cls* around it.
    """

    path: str = ""
    name: str = ""
    model: str = ""
    deep: int = 0
    instances: bool = False
    told: bool = False
    several: bool = False
    fixed: Overrides = NOTHING
    policy: Mapping[str, Any] = field(default_factory=dict)
    stub: bool = False
    cls: Any = None

    def into(self, path: str) -> Spot:
        """The same place, one step into a container."""
        return replace(self, path=child(self.path, path), fixed=NOTHING, several=True, policy={})

"""What was decided for each field, by whom and why; and the plan that holds it all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field as part
from dataclasses import replace
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.introspection.shapes import TypeReading
from pytest_fixturegen.nodes import Node

GUESS_REASON = "a guess: the type says nothing"
"""The reason of a place whose type does not tell what stands there."""

DROPPED_PROVIDER = "dropped"
"""The provider of a member of a union for which nothing valid can be drawn, so that the others are; the reason says why."""

OVERRIDE_REASON = "a configured override"
"""The reason of what the configuration asks of a field."""

FALLBACK_START_PERCENTS = (40, 62, 85)
"""After how many hundredths of its turns a repair goes on to the next other way to draw."""


@dataclass(frozen=True, slots=True)
class Strategy:
    """The *provider* that won the place *path*, and the *reason*: the step of the order of precedence that it won by.
    *model* is the class that the place stands in, *plugin* the one that decided, if one did, and *settings* what is asked
    of the field, as an override asks it.
    """

    path: str
    provider: str
    reason: str
    model: str = ""
    plugin: str = ""
    settings: Mapping[str, Any] = part(default_factory=dict, compare=False)

    def with_settings(self, **settings: Any) -> Strategy:
        """The same with more *settings*: ``value``, ``factory``, ``provider``, ``p_none`` and what else an override has."""
        return replace(self, settings={**self.settings, **settings})

    @property
    def field(self) -> str:
        """The place within its model: ``tags.*`` for the items of a list."""
        found = re.search(r"[^.]+(?:\.\*(?:\.key|\.value)?|\.\d+)*$", self.path)
        return found[0] if found else self.path


@dataclass(frozen=True, slots=True)
class UniqueLimit:
    """*what* was asked to be unique, and how many records it can be unique for."""

    label: str
    size: int


@dataclass(frozen=True, slots=True)
class Plan:
    """All that the engine needs to draw records of one type, whatever the seed.

    *exact*: what the nodes say in JSON is what the model would say. *checked*: validators of the user's own stand
    between a drawn record and a valid one. *limits*: how many records can be unique as asked. *others* are more ways to
    draw, for a record that is refused again and again.
    """

    reading: TypeReading
    node: Node
    strategies: tuple[Strategy, ...]
    is_exact: bool
    needs_validation: bool
    retries: int
    limits: tuple[UniqueLimit, ...] = ()
    fallbacks: tuple[Callable[[], Node], ...] = ()

    def get_fallback(self, turn: int) -> Node | None:
        """What to draw from this *turn* of a repair on, where it changes."""
        starts = [self.retries * share // 100 for share in FALLBACK_START_PERCENTS]
        return (
            self.fallbacks[starts.index(turn)]() if turn in starts[: len(self.fallbacks)] else None
        )

    @property
    def is_direct(self) -> bool:
        """Whether records can go to JSON without an instance being made: they are valid by construction."""
        return self.is_exact and not self.needs_validation

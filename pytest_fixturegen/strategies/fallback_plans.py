"""Other ways to draw a type, for a record that its model refuses again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.strategies.plan import Plan

INSTANCES_NUMBER = 3
"""The number of the fallback that puts instances instead of mappings into nested fields."""


class FallbackPlan:
    """A plan that is made when it is first called, and kept.

    Few models need one. To make all of them with the plan itself would take as long as three more
    plans: 60 of the 750 ms of ``pfg gen json -n 1`` for an Item of stac_pydantic.
    """

    def __init__(self, make_plan: Callable[[], Plan]) -> None:
        self._make_plan = make_plan

    @cached_property
    def _node(self) -> Node:
        return self._make_plan().node

    def __call__(self) -> Node:
        """Return the node to draw."""
        return self._node

"""The rule no_value."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances
from pytest_fixturegen.nodes import Constant, Nullable
from tests.strategies.rules.planning import find_decision, find_node, plan_model


class Node(BaseModel):
    parent: Node | None


class Handler(BaseModel):
    callback: Callable[[], int] | None


def test_a_required_value_without_json_is_none() -> None:
    decision = find_decision(Handler, "callback")
    assert (decision.rule, decision.provider) == ("no_value", "None")
    assert find_node(plan_model(Handler), "callback") == Constant(None, None)
    without = plan_model(Handler, without="no_value")
    assert isinstance(find_node(without, "callback"), Nullable)


def test_a_cycle_ends_with_none() -> None:
    (decision,) = plan_model(Node).strategies
    assert (decision.rule, decision.reason) == ("no_value", "max_depth")
    (node,) = generate_instances(Node, config=GenerationConfig(p_none=0.0))
    assert node.model_dump() == {"parent": {"parent": {"parent": None}}}

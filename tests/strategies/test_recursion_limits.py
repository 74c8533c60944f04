"""How deep records nest."""

from __future__ import annotations

from typing import Optional

import pytest
from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances
from tests.strategies.models import Node, Thing


class Wide(BaseModel):
    left: Optional[Thing] = None
    right: Optional[Thing] = None


class Outer(BaseModel):
    inner: Optional[Wide] = None


def measure_depth(node: Optional[Node]) -> int:
    """Return the number of nodes in the chain that begins with *node*."""
    return 0 if node is None else 1 + measure_depth(node.next)


@pytest.mark.parametrize(
    ("policy", "min_depth", "extra"), [("null", 2, 0), ("stub", 3, 1), ("reuse", 4, 2)]
)
def test_a_cycle_ends_as_the_option_says(policy: str, min_depth: int, extra: int) -> None:
    config = GenerationConfig(on_cycle=policy, max_depth=4)  # type: ignore[arg-type]
    (node,) = generate_instances(Node, config=config)
    (usual,) = generate_instances(Node, config=GenerationConfig(max_depth=4))
    assert measure_depth(node) >= min_depth
    assert measure_depth(node) == measure_depth(usual) + extra


def test_a_stub_holds_only_required_fields() -> None:
    (node,) = generate_instances(Node, config=GenerationConfig(on_cycle="stub"))
    stub, parent = node, node
    while stub.next:
        stub, parent = stub.next, stub
    assert stub.extra is None
    assert parent.extra is not None


def test_a_small_budget_leaves_optional_parts_out() -> None:
    (outer,) = generate_instances(Outer)
    assert outer.inner
    assert outer.inner.left
    (outer,) = generate_instances(Outer, config=GenerationConfig(object_budget=1))
    assert outer.inner
    assert outer.inner.left is None

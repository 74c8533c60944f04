"""The rule provider_by_named_type."""

from __future__ import annotations

from ipaddress import IPv4Address

from pydantic import BaseModel

from tests.strategies.rules.planning import find_decision, find_rule


class Host(BaseModel):
    gizmo: IPv4Address


def test_a_named_type_wins_over_an_instance_of_its_class() -> None:
    decision = find_decision(Host, "gizmo")
    assert (decision.rule, decision.reason) == ("provider_by_named_type", "the named type")
    assert decision.provider == "network.ipv4"
    assert find_rule(Host, "gizmo", without="provider_by_named_type") == "instance"

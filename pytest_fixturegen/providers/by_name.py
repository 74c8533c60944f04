"""Finds a provider by the name of the field."""

from __future__ import annotations

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers.asks import Ask


def named_provider(ask: Ask) -> tuple[str, Node] | None:
    """The provider that the name of the field asks for, and its node; None when the name says nothing."""
    return None

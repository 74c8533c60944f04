"""What a plugin may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from pytest_fixturegen.plugins import Registry

PROJECT = "pytest_fixturegen"
"""The name of hooks, and of the entry point group that plugins are found by."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def pfg_register_persistence_handlers(registry: Registry) -> None:
    """Give handlers names: ``registry.add("kafka", "acme.sinks:KafkaPublisher")``. Nothing is imported before it is used."""

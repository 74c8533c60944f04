"""What a plugin may do.

A plugin is a module or an object that the entry point group ``pytest_fixturegen`` names. Its hooks are given a registry,
and add dotted names to it: what they name is imported when it is first used.
"""

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


@hookspec
def pfg_register_store_adapters(registry: Registry) -> None:
    """Give adapters of stores names: ``registry.add("redis", "my_package.adapters:redis")``.

    What is named is called with those of *path*, *config* and *lock* that its signature names.
    """

"""What a plugin may do.

A plugin is a module or an object that the entry point group ``pytest_fixturegen`` names. Its hooks are given a registry,
and add dotted names to it: what they name is imported when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from pytest_fixturegen.plugins import Registry

GROUP = "pytest_fixturegen"
hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


@hookspec
def pfg_register_store_adapters(registry: Registry) -> None:
    """Add adapters of stores: ``registry.add("redis", "my_package.adapters:redis")``.

    What is named is called with those of *path*, *config* and *lock* that its signature names.
    """

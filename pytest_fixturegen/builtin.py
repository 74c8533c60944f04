"""Our own plugin: the table of contents of what comes built in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_fixturegen.hookspecs import hookimpl

if TYPE_CHECKING:
    from pytest_fixturegen.plugins import Registry

ADAPTERS = {
    "memory": "pytest_fixturegen.store.adapters.sqlite:memory",
    "sqlite": "pytest_fixturegen.store.adapters.sqlite:sqlite",
    "json-file": "pytest_fixturegen.store.adapters.json_file:json_file",
    "postgres": "pytest_fixturegen.store.adapters.postgres:postgres",
}


@hookimpl
def pfg_register_store_adapters(registry: Registry) -> None:
    """The adapters of stores."""
    for name, path in ADAPTERS.items():
        registry.add(name, path)

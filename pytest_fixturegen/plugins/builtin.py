"""The built-in handlers and adapters, registered through the hooks that any plugin uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_fixturegen.plugins.hookspecs import hookimpl

if TYPE_CHECKING:
    from pytest_fixturegen.plugins.registries import Registry

HANDLER_PACKAGE = "pytest_fixturegen.persistence.handlers"
HANDLERS = {
    "http-post": f"{HANDLER_PACKAGE}.http_post:http_post",
    "http-post-async": f"{HANDLER_PACKAGE}.http_post_async:HttpPostAsync",
    "jsonl": f"{HANDLER_PACKAGE}.jsonl:jsonl",
    "memory": f"{HANDLER_PACKAGE}.memory:Memory",
    "postgres-json": f"{HANDLER_PACKAGE}.postgres_json:postgres_json",
    "sql": f"{HANDLER_PACKAGE}.sql:sql",
    "sqlite-json": f"{HANDLER_PACKAGE}.sqlite_json:sqlite_json",
}

ADAPTER_PACKAGE = "pytest_fixturegen.store.adapters"
ADAPTERS = {
    "memory": f"{ADAPTER_PACKAGE}.sqlite:open_memory",
    "sqlite": f"{ADAPTER_PACKAGE}.sqlite:open_sqlite",
    "json-file": f"{ADAPTER_PACKAGE}.json_file:open_json_file",
    "postgres": f"{ADAPTER_PACKAGE}.postgres:open_postgres",
}


@hookimpl
def pfg_register_persistence_handlers(registry: Registry) -> None:
    """Register the built-in persistence handlers."""
    for name, path in HANDLERS.items():
        registry.add(name, path)


@hookimpl
def pfg_register_store_adapters(registry: Registry) -> None:
    """Register the built-in store adapters."""
    for name, path in ADAPTERS.items():
        registry.add(name, path)

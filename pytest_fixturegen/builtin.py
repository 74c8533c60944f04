"""What comes built in, joined through the hooks that any plugin uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_fixturegen.hookspecs import hookimpl

if TYPE_CHECKING:
    from pytest_fixturegen.plugins import Registry

ROOM = "pytest_fixturegen.persist"
HANDLERS = {
    "http-post": f"{ROOM}.http_post:http_post",
    "http-post-async": f"{ROOM}.http_post_async:HttpPostAsync",
    "jsonl": f"{ROOM}.jsonl:jsonl",
    "memory": f"{ROOM}.memory:Memory",
    "postgres-json": f"{ROOM}.postgres_json:postgres_json",
    "sql": f"{ROOM}.sql:sql",
    "sqlite-json": f"{ROOM}.sqlite_json:sqlite_json",
}

STORAGE = "pytest_fixturegen.store.adapters"
ADAPTERS = {
    "memory": f"{STORAGE}.sqlite:memory",
    "sqlite": f"{STORAGE}.sqlite:sqlite",
    "json-file": f"{STORAGE}.json_file:json_file",
    "postgres": f"{STORAGE}.postgres:postgres",
}


@hookimpl
def pfg_register_persistence_handlers(registry: Registry) -> None:
    """Our own handlers."""
    for name, path in HANDLERS.items():
        registry.add(name, path)


@hookimpl
def pfg_register_store_adapters(registry: Registry) -> None:
    """The adapters of stores."""
    for name, path in ADAPTERS.items():
        registry.add(name, path)

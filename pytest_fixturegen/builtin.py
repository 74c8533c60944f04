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


@hookimpl
def pfg_register_persistence_handlers(registry: Registry) -> None:
    """Our own handlers."""
    for name, path in HANDLERS.items():
        registry.add(name, path)

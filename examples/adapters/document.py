"""A store adapter that keeps each record as a JSON document in a folder.

It has no queries, constraints or rollback: the store emulates them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pytest_fixturegen.store.queries import Page, Query
from pytest_fixturegen.store.schema import Key, Schema


class Documents:
    """Store each record of a resource in a separate file, in the order of creation."""

    def __init__(self, path: str) -> None:
        self._folder = Path(path)
        self._order: dict[str, list[Key]] = {}

    def initialize(self, schema: Schema) -> bool:
        """Create a folder for each resource; return whether the store is new."""
        is_new = not self._folder.exists()
        for resource in schema.resources:
            (self._folder / resource.name).mkdir(parents=True, exist_ok=True)
            self._order[resource.name] = self._listed(resource.name)
        return is_new

    def get_resources(self, resource: str, query: Query) -> Page:
        """Return all records of *resource*."""
        texts = [self._file(resource, key).read_bytes() for key in self._order[resource]]
        return Page(texts, len(texts))

    def get_resource(self, resource: str, key: Key) -> bytes | None:
        """Return the record with this *key*, or None."""
        return self._file(resource, key).read_bytes() if key in self._order[resource] else None

    def create_resource(self, resource: str, key: Key, text: bytes) -> None:
        """Write the record to a new file."""
        self.update_resource(resource, key, text)
        self._put_down(resource, [*self._order[resource], key])

    def update_resource(self, resource: str, key: Key, text: bytes) -> None:
        """Replace the file of the record."""
        self._file(resource, key).write_bytes(text)

    def delete_resource(self, resource: str, key: Key) -> bool:
        """Delete the file of the record."""
        if key not in self._order[resource]:
            return False
        self._file(resource, key).unlink()
        self._put_down(resource, [each for each in self._order[resource] if each != key])
        return True

    def close(self) -> None:
        """Do nothing: no file is kept open."""

    def _file(self, resource: str, key: Any) -> Path:
        return self._folder / resource / f"{json.dumps(key).encode().hex()}.json"

    def _listed(self, resource: str) -> list[Key]:
        path = self._folder / resource / "order"
        return list(json.loads(path.read_text("utf-8"))) if path.exists() else []

    def _put_down(self, resource: str, keys: list[Key]) -> None:
        self._order[resource] = keys
        (self._folder / resource / "order").write_text(json.dumps(keys), "utf-8")

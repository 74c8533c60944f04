"""The parts of a schema as it is written: what it refers to, what it combines, its properties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from pytest_fixturegen.introspection.readers.documents.resources import split_pointer

LOCAL_REFERENCE = "#/"
"""The beginning of a reference to another place of the same document."""

COMBINATORS = ("allOf", "oneOf", "anyOf")


class SchemaParts:
    """Finds the parts of schemas in the document *root*; references to other files are left out."""

    def __init__(self, root: Any) -> None:
        self._root = root

    def iter_parts(self, schema: Any) -> Iterator[dict[str, Any]]:
        """Yield *schema*, what it refers to, and the schemas that it combines, each once."""
        waiting, seen = [schema], set()
        while waiting:
            part = waiting.pop()
            if not isinstance(part, dict) or id(part) in seen:
                continue
            seen.add(id(part))
            yield part
            for key in COMBINATORS:
                waiting += part.get(key) or ()
            waiting += (part.get("then"), part.get("else"), self._follow(part.get("$ref")))

    def iter_property(
        self,
        schema: Any,
        name: Any,
    ) -> Iterator[Any]:
        """Yield the schemas of the property *name* in *schema*."""
        for part in self.iter_parts(schema):
            properties = part.get("properties")
            if isinstance(properties, dict) and name in properties:
                yield properties[name]
            elif isinstance(part.get("additionalProperties"), dict):
                yield part["additionalProperties"]

    def list_properties(self, schema: Any) -> list[str]:
        """Return the names of the properties of *schema*, each once."""
        tables = [part.get("properties") for part in self.iter_parts(schema)]
        names = (name for table in tables if isinstance(table, dict) for name in table)
        return list(dict.fromkeys(names))

    def has_type(
        self,
        schema: Any,
        name: str,
    ) -> bool:
        """Return whether *schema* says that its values have the type *name*."""
        types = [part.get("type") for part in self.iter_parts(schema)]
        return any(each == name or (isinstance(each, list) and name in each) for each in types)

    def find_key(
        self,
        schema: Any,
        key: str,
    ) -> Any:
        """Return the value of *key* in *schema* or a part of it; None if it is missing."""
        return next((part[key] for part in self.iter_parts(schema) if key in part), None)

    def _follow(self, reference: Any) -> Any:
        """Return the schema that *reference* leads to in the root; None if it leads elsewhere."""
        if not isinstance(reference, str) or not reference.startswith(LOCAL_REFERENCE):
            return None
        value = self._root
        for step in split_pointer(unquote(reference)):
            value = value.get(step) if isinstance(value, dict) else None
        return value

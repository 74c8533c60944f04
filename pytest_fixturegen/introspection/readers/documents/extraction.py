"""One schema of a document as a separate document, with the parts that it refers to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, unquote

from pytest_fixturegen.introspection.readers.documents.resources import split_pointer

NAMING_KEYWORDS = frozenset("$anchor $dynamicAnchor $dynamicRef $recursiveRef $id id".split())
"""Keywords by which schemas are found otherwise than by their place."""

SAFE_CHARACTERS = "#/~!$&'()*+,;=:@?"
"""Characters of a pointer that stay as they are in the fragment of a reference."""


def extract_schema(
    content: dict[str, Any],
    pointer: str,
) -> dict[str, Any]:
    """Return a schema that refers to *pointer* in *content*, with everything that it needs.

    All of *content* is kept if references may lead anywhere in it.
    """
    # A path of OpenAPI has braces, which a reference cannot contain as they are [RFC 3986].
    reference = {"$ref": quote(unquote(pointer), safe=SAFE_CHARACTERS)}
    heading: dict[str, Any] = {
        key: content[key] for key in ("$schema", "$id", "id") if key in content
    }
    kept: dict[str, Any] = {}
    waiting, seen = [pointer], {pointer}
    while waiting:
        value = _copy_path(
            content,
            split_pointer(unquote(waiting.pop())),
            kept,
        )
        for found in _iter_references(value):
            if not found.startswith("#/"):
                return {**content, **heading, **reference}
            if found not in seen:
                seen.add(found)
                waiting.append(found)
    return {**kept, **heading, **reference}


def _copy_path(
    content: Any,
    steps: list[str],
    kept: dict[str, Any],
) -> Any:
    """Put the value at *steps* of *content* into *kept* at the same place, and return it.

    A list is kept as a whole, so that the positions of its items stay the same.
    """
    for step in steps[:-1]:
        inner = content.get(step) if isinstance(content, dict) else None
        if not isinstance(inner, dict) or kept.get(step) is inner:
            return _keep(
                content,
                step,
                kept,
            )
        content, kept = inner, kept.setdefault(step, {})
    return _keep(
        content,
        steps[-1],
        kept,
    )


def _keep(
    content: Any,
    step: str,
    kept: dict[str, Any],
) -> Any:
    """Put the value of *step* in *content* into *kept*, and return it; None if nothing is found."""
    if not isinstance(content, dict) or step not in content:
        return None  # the reader of the reference reports it
    kept[step] = content[step]
    return content[step]


def _iter_references(value: Any) -> Iterator[str]:
    """Yield every reference in *value*; an empty one if schemas in it have other names."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting += part
        elif isinstance(part, dict):
            waiting += part.values()
            if isinstance(part.get("$ref"), str):
                yield part["$ref"]
            if any(isinstance(part.get(name), str) for name in NAMING_KEYWORDS):
                yield ""

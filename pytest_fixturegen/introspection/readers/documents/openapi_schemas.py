"""The schemas of OpenAPI descriptions, in the terms of JSON Schema."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pytest_fixturegen.errors import DiscoveryError
from pytest_fixturegen.introspection.readers.documents.dialects import (
    DRAFT_4,
    DRAFT_2020,
    Dialect,
)


def is_openapi(content: Any) -> bool:
    """Return whether *content* is a description of an interface, of any version."""
    return isinstance(content, dict) and ("openapi" in content or "swagger" in content)


def convert_openapi(
    content: dict[str, Any],
    path: Path,
) -> tuple[dict[str, Any], Dialect]:
    """Return *content* with schemas of a draft, and the dialect of these.

    Raise DiscoveryError if the version is not supported.
    """
    version = str(content.get("openapi", content.get("swagger", "")))
    if version.startswith("3.0"):
        return convert_nullable(content), DRAFT_4
    if version.startswith(("3.1", "3.2")):
        return content, DRAFT_2020
    raise DiscoveryError(
        f"{path.name}: unsupported version at #/openapi: expected 3.0 or 3.1, got {version!r:.40}.",
        hint="Convert the description to OpenAPI 3, for example with swagger2openapi.",
        path=str(path),
        pointer="#/openapi",
    )


def convert_nullable(value: Any) -> Any:
    """Return *value* with ``nullable`` as a type, as the drafts of JSON Schema say it."""
    if isinstance(value, list):
        return [convert_nullable(each) for each in value]
    if not isinstance(value, dict):
        return value
    result = {key: convert_nullable(each) for key, each in value.items()}
    if value.get("nullable") is True and isinstance(value.get("type"), str):
        result["type"] = [value["type"], "null"]
        if isinstance(value.get("enum"), list) and None not in value["enum"]:
            result["enum"] = [*value["enum"], None]
    return result

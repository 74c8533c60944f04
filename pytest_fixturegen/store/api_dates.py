"""Finds the dates of an API file that are points in time, because their values have a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pytest_fixturegen.store.api_values import Settings, to_list

DATE_LENGTH = len("2026-01-31")
NOW = "$now"


def widen_dates(document: Settings) -> Settings:
    """Return *document* with the type datetime for each date that has a time.

    Tools for mock APIs call both a date. A field has a time if one of its records has one, or if
    its default value is the current time.
    """
    resources = document.get("resources")
    if not isinstance(resources, dict):
        return document
    widened = {
        name: _widen_resource(resource, list(_iter_records(document, name, resource)))
        for name, resource in resources.items()
    }
    return {**document, "resources": widened}


def _widen_resource(resource: Any, records: list[Any]) -> Any:
    """Return *resource* with fields that accept the dates of *records*."""
    fields = resource.get("fields") if isinstance(resource, dict) else None
    if not isinstance(fields, dict):
        return resource
    widened = {
        name: _widen_field(name, declaration, records) for name, declaration in fields.items()
    }
    return {**resource, "fields": widened}


def _widen_field(
    name: str,
    declaration: Any,
    records: list[Any],
) -> Any:
    """Return *declaration* with the type datetime if it is a date with a time."""
    settings = declaration if isinstance(declaration, dict) else {"type": declaration}
    if settings.get("type") != "date":
        return declaration
    default = settings.get("defaultValue", settings.get("default"))
    has_time = default == NOW or any(
        _has_time(record.get(name)) for record in records if isinstance(record, dict)
    )
    return {**settings, "type": "datetime"} if has_time else declaration


def _has_time(value: Any) -> bool:
    """Return whether *value* is a date with a time, as text or as YAML reads it."""
    from datetime import datetime

    if isinstance(value, str):
        return len(value) > DATE_LENGTH and value[DATE_LENGTH] in "T "
    return isinstance(value, datetime)


def _iter_records(
    document: Settings,
    name: str,
    resource: Any,
) -> Iterator[Any]:
    """Yield the records of the resource *name*, those of the file first."""
    data = document.get("data")
    if isinstance(data, dict):
        yield from to_list(data.get(name))
    if isinstance(resource, dict):
        yield from to_list(resource.get("data"))

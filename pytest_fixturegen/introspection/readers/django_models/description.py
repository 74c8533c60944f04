"""Descriptions of the tables of Django's models for persistence handlers."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen.introspection.readers.django_models.models import (
    find_key_attribute,
    is_parent_link,
    list_model_fields,
)


def describe_model_tables(cls: Any) -> dict[str, Any]:
    """Return the description of the table of *cls*: its name and its columns by attribute.

    If a row goes to several tables, *bases* describes those of the base models, the first first.
    """
    parents = [parent for parent in cls._meta.get_parent_list() if not parent._meta.proxy]
    own = _describe_columns(cls._meta.concrete_model)
    bases = [_describe_columns(parent) for parent in reversed(parents)]
    return {**own, "bases": bases} if bases else own


def _describe_columns(cls: Any) -> dict[str, Any]:
    """Return the description of the table that *cls* itself has."""
    columns = {
        find_key_attribute(field): field.column
        for field in cls._meta.local_concrete_fields
        if is_parent_link(field) or field in list_model_fields(cls)
    }
    return {
        "name": cls._meta.db_table,
        "columns": columns,
        "labels": {},
    }

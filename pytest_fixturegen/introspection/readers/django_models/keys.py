"""Foreign keys and unique fields of Django's models."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pytest_fixturegen.introspection.readers.django_models.models import (
    find_key_attribute,
    list_model_fields,
)

DELETE_RULES = {
    "CASCADE": "CASCADE",
    "PROTECT": "RESTRICT",
    "RESTRICT": "RESTRICT",
    "SET_NULL": "SET NULL",
    "SET_DEFAULT": "SET DEFAULT",
}
"""SQL referential actions by the name of the Django function for ``on_delete``."""


def list_link_fields(cls: Any) -> Iterator[Any]:
    """Yield the fields of *cls* that are foreign keys, including those to *cls* itself."""
    for field in list_model_fields(cls):
        if isinstance(getattr(field.remote_field, "model", None), type):
            yield field


def list_lost_attributes(cls: Any) -> list[str]:
    """Return no attributes of *cls*: each of its links leads to a model that Django knows."""
    return []


def pair_attributes(field: Any) -> tuple[str, str]:
    """Return the attribute of a link *field*, and the attribute of its target."""
    return str(field.attname), find_key_attribute(field.target_field)


def find_delete_rule(field: Any) -> str:
    """Return the SQL action for rows whose parent by *field* is deleted, or "" if SQL has none."""
    name = getattr(field.remote_field.on_delete, "__name__", "")
    return DELETE_RULES.get(name, "")


def list_unique_attributes(cls: Any) -> Iterator[tuple[str, ...]]:
    """Yield the groups of attributes of *cls* that never repeat, those of one attribute first.

    A constraint with a condition, or on expressions, says nothing of all rows.
    """
    attributes = {field.name: find_key_attribute(field) for field in cls._meta.concrete_fields}
    single = [(field.name,) for field in list_model_fields(cls) if field.unique]
    for names in (*single, *_list_declared_groups(cls)):
        yield tuple(map(attributes.__getitem__, names))


def _list_declared_groups(cls: Any) -> Iterator[tuple[str, ...]]:
    """Yield the names of fields that *cls* and its base models declare as unique together.

    Django has primary keys of several fields from 5.2 on.
    """
    for base in (cls, *cls._meta.get_parent_list()):
        yield from map(tuple, base._meta.unique_together)
        yield from (tuple(each.fields) for each in base._meta.total_unique_constraints)
        yield tuple(field.name for field in getattr(base._meta, "pk_fields", [base._meta.pk]))

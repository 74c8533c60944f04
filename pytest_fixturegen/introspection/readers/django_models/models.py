"""Which classes are models of Django, and which of their fields an insert may set."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

OPTIONS_MODULE = "django.db.models.options"
"""The module of the class that describes a model, as ``Model._meta``."""


def is_django_model(value: Any) -> bool:
    """Return whether *value* is a model of Django whose rows are in a table.

    An abstract model has no table, nor has one that another model replaces (``swappable``).
    """
    options: Any = getattr(value, "_meta", None)
    if not isinstance(value, type) or type(options).__module__ != OPTIONS_MODULE:
        return False
    return not options.abstract and not options.swapped


def list_model_fields(cls: Any) -> Iterator[Any]:
    """Yield the fields of *cls*, and of the models that it inherits from, that an insert may set.

    The database computes generated fields, and Django the link to the row of a base model.
    """
    for field in cls._meta.concrete_fields:
        if not getattr(field, "generated", False) and not is_parent_link(field):
            yield field


def is_parent_link(field: Any) -> bool:
    """Return whether *field* links a row to its part in the table of a base model."""
    return bool(getattr(field.remote_field, "parent_link", False))


def find_key_attribute(field: Any) -> str:
    """Return the attribute that holds the value of *field*, a key.

    The key of a model that inherits from another one is that of the base model.
    """
    while is_parent_link(field):
        field = field.target_field
    return str(field.attname)


def is_automatic(field: Any) -> bool:
    """Return whether the database or Django fills *field* if a new row leaves it out."""
    return field.get_internal_type().endswith("AutoField") or has_database_default(field)


def list_automatic_attributes(cls: Any) -> frozenset[str]:
    """Return the attributes of *cls* that the database or Django fills."""
    return frozenset(field.attname for field in filter(is_automatic, list_model_fields(cls)))


def has_database_default(field: Any) -> bool:
    """Return whether *field* has a ``db_default``, which Django knows from 5.0 on."""
    # Without one, the attribute is the class NOT_PROVIDED.
    default = getattr(field, "db_default", type)
    return not isinstance(default, type)


def has_default(field: Any) -> bool:
    """Return whether *field* has a default in Python. Every field that has none says so."""
    return bool(field.has_default()) and not has_database_default(field)

"""Relations of Django's models: the objects that a row has, and the fields with their keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pytest_fixturegen.introspection.readers.django_models.keys import (
    pair_attributes,
)
from pytest_fixturegen.introspection.readers.django_models.models import is_parent_link

PENDING = "_pfg_related"
"""The attribute of a row that holds the rows to save after it, by the name of the relation."""


def list_child_relations(cls: Any) -> Iterator[Any]:
    """Yield the relations of *cls* to rows that link to it, and those of many to many.

    A relation without a name (``related_name="+"``) is left out.
    """
    yield from cls._meta.many_to_many
    for relation in cls._meta.related_objects:
        if not relation.hidden and not is_parent_link(relation.field):
            yield relation


def list_link_models(cls: Any, classes: Sequence[Any]) -> list[Any]:
    """Return the through models that Django creates between *cls* and others of *classes*.

    Through models that the user wrote are left out: they are read like any other model.
    """
    fields = [field for field in cls._meta.many_to_many if field.related_model in classes]
    links = [field.remote_field.through for field in fields]
    return [link for link in links if link._meta.auto_created]


def map_child_relations(cls: Any) -> dict[str, Any]:
    """Return what :func:`list_child_relations` yields, by the attribute of a row."""
    return {get_accessor(relation): relation for relation in list_child_relations(cls)}


def get_accessor(relation: Any) -> str:
    """Return the attribute of a row that leads to the rows of *relation*."""
    is_reverse = hasattr(relation, "get_accessor_name")
    return str(relation.get_accessor_name() if is_reverse else relation.name)


def pair_child_attributes(relation: Any) -> tuple[tuple[str, str], ...]:
    """Return the attribute of a row and that of the rows which *relation* leads to.

    Rows of a relation of many to many hold no keys of each other.
    """
    if relation.many_to_many:
        return ()
    child, own = pair_attributes(relation.field)
    return ((own, child),)


def attach(
    row: Any,
    relationship: Any,
    related: Any,
) -> None:
    """Put the row *related* into the attribute of *row*, which is not saved yet.

    Rows that link to *row*, or that many to many lead to, are saved after it.
    """
    name = relationship.name
    if relationship.to_parent:
        setattr(row, name, related)
        return
    relation = map_child_relations(type(row))[name]
    vars(row).setdefault(PENDING, {}).setdefault(name, []).append(related)
    if not relation.many_to_many:
        setattr(related, relation.field.name, row)


def take_pending(row: Any) -> dict[str, list[Any]]:
    """Return the rows to save after *row* by relation, and forget them."""
    pending: dict[str, list[Any]] = vars(row).pop(PENDING, {})
    return pending

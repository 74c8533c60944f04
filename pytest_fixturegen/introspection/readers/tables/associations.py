"""Tables between two classes (``secondary=``), which no class of the user is mapped to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.introspection.readers.django_models.dispatch import use_for_django
from pytest_fixturegen.introspection.readers.django_models.relations import list_link_models
from pytest_fixturegen.introspection.readers.tables.keys import REGISTRIES, find_owner
from pytest_fixturegen.introspection.readers.tables.mapped_classes import is_table


def list_association_classes(classes: Sequence[Any]) -> list[Any]:
    """Return a new class for each association table of *classes* that has no mapped class."""
    found: dict[Any, None] = {}
    for cls in filter(is_table, classes):
        # SQLAlchemy raises if it cannot configure the class.
        found |= dict.fromkeys(call_or_default(partial(_list_associations, cls, classes), ()))
    return list(found)


@use_for_django(list_link_models)
def _list_associations(cls: Any, classes: Sequence[Any]) -> list[Any]:
    """Return the classes for the tables between *cls* and others of *classes*."""
    return [
        build_association_class(relation.secondary, cls)
        for relation in _list_secondary_relations(cls)
        if relation.mapper.class_ in classes
    ]


def _list_secondary_relations(cls: Any) -> Iterator[Any]:
    """Yield the relations of *cls* that lead through a table without a class."""
    for relation in cls.__mapper__.relationships:
        secondary = relation.secondary
        if hasattr(secondary, "fullname") and find_owner(cls, secondary) is None:
            yield relation


@lru_cache(maxsize=256)
def _map_table(table: Any) -> Any:
    """Return a new class that is mapped to *table*; its rows differ in their foreign keys."""
    from sqlalchemy.orm import registry

    name = "".join(word.capitalize() for word in table.name.split("_"))
    cls = type(name, (), {})
    keys = [column for column in table.columns if column.foreign_keys or column.primary_key]
    registry().map_imperatively(cls, table, primary_key=keys)
    return cls


def build_association_class(table: Any, parent: Any) -> Any:
    """Return the class that is mapped to *table*, in the module of *parent*, one of its ends."""
    cls = _map_table(table)
    cls.__module__ = parent.__module__
    setattr(cls, REGISTRIES, (parent.__mapper__.registry,))
    return cls

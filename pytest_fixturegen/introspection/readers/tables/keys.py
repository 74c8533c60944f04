"""Foreign keys and unique columns of mapped classes, by the attributes that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.introspection.readers.django_models import keys as django_keys
from pytest_fixturegen.introspection.readers.django_models.dispatch import use_for_django
from pytest_fixturegen.introspection.readers.tables.mapped_classes import (
    is_table,
    list_tables,
    map_columns,
)

Group = tuple[str, ...]
"""Attributes whose values together never repeat."""


REGISTRIES = "__pfg_registries__"
"""An attribute of classes for tables without a class: the registries of what they refer to."""


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A foreign key: the *fields* of *model* hold the values of *parent_fields* of one *parent*."""

    model: Any
    fields: tuple[str, ...]
    parent: Any
    parent_fields: tuple[str, ...]
    is_nullable: bool
    on_delete: str = ""


def list_foreign_keys(model: Any) -> list[ForeignKey]:
    """Return the foreign keys of *model* that lead to mapped classes; no two share an attribute.

    Of keys that share an attribute, one of more columns counts, or else one without NULL. The key
    by which a row refers to the part of itself in the table of a base class is not among them.
    """
    found: list[ForeignKey] = []
    candidates = _list_candidates(model)
    for key in sorted(candidates, key=lambda each: (-len(each.fields), each.is_nullable)):
        taken = {name for other in found for name in other.fields}
        if taken.isdisjoint(key.fields):
            found.append(key)
    return sorted(found, key=candidates.index)


@use_for_django(django_keys.list_lost_attributes)
def list_lost_fields(model: Any) -> list[str]:
    """Return the attributes that may be NULL and hold a foreign key which leads to no known class.

    That is so if the class is not imported, or if another key has taken a common attribute.
    """
    known = set(chain.from_iterable(key.fields for key in list_foreign_keys(model)))
    nullable = {
        name: column
        for column, name in map_columns(model).items()
        if column.foreign_keys and column.nullable
    }
    return [name for name in nullable if name not in known]


def _read_link(model: Any, field: Any) -> ForeignKey:
    """Return the foreign key of *field*, a link of Django."""
    own, target = django_keys.pair_attributes(field)
    return ForeignKey(
        model,
        (own,),
        field.remote_field.model,
        (target,),
        field.null,
        django_keys.find_delete_rule(field),
    )


def _list_links(model: Any) -> list[ForeignKey]:
    """Return the foreign keys of *model*, of Django."""
    return [_read_link(model, field) for field in django_keys.list_link_fields(model)]


@use_for_django(_list_links)
def _list_candidates(model: Any) -> list[ForeignKey]:
    """Return the foreign keys of *model* in the order of its attributes.

    A column has a set of keys, whose order changes with each run.
    """
    foreign_keys = chain.from_iterable(column.foreign_keys for column in map_columns(model))
    constraints = dict.fromkeys(foreign_key.constraint for foreign_key in foreign_keys)
    # SQLAlchemy raises if the table of the target is not defined.
    attempts = (partial(_read_constraint, model, constraint) for constraint in constraints)
    keys = filter(None, (call_or_default(read, None) for read in attempts))
    names = list(map_columns(model).values())
    return sorted(keys, key=lambda key: ([*map(names.index, key.fields)], key.parent_fields))


def _read_constraint(model: Any, constraint: Any) -> ForeignKey | None:
    """Return the foreign key of *constraint*; None if no mapped class holds all its columns."""
    elements = constraint.elements
    parent = find_owner(model, elements[0].column.table)
    if parent is None or _is_own_part(model, parent, elements):
        return None
    fields = _find_fields(model, [element.parent for element in elements])
    parent_fields = _find_fields(parent, [element.column for element in elements])
    if not fields or not parent_fields:
        return None
    is_nullable = any(element.parent.nullable for element in elements)
    return ForeignKey(
        model,
        fields,
        parent,
        parent_fields,
        is_nullable,
        constraint.ondelete or "",
    )


def _is_own_part(
    model: Any,
    parent: Any,
    elements: Any,
) -> bool:
    """Return whether a key refers to the same row in the table of a base class."""
    is_primary = all(element.parent.primary_key for element in elements)
    return is_primary and model is not parent and issubclass(model, parent)


def find_owner(model: Any, table: Any) -> Any:
    """Return the class whose rows *table* has; None if no class of *model*'s registry has it.

    It is the base class if several share the table, or the first class below it that has rows.
    """
    owners = [mapper for mapper in _list_mappers(model) if mapper.local_table is table]
    first = min(owners, key=lambda each: len(each.class_.__mro__), default=None)
    below = [each.class_ for each in first.self_and_descendants] if first else []
    return next(filter(is_table, below), None)


def _list_mappers(model: Any) -> list[Any]:
    """Return the mappers of the registry of *model*, in the order of the names of their classes.

    A registry has a set of them, whose order changes with each run.
    """
    registries = (model.__mapper__.registry, *getattr(model, REGISTRIES, ()))
    mappers = [mapper for registry in registries for mapper in registry.mappers]
    return sorted(mappers, key=lambda each: (each.class_.__module__, each.class_.__qualname__))


def list_unique_groups(model: Any) -> list[Group]:
    """Return the primary key of *model*, and what its columns, constraints and indexes say.

    A group is left out if a part of it is unique already. Groups with common attributes count by
    the attributes that no other group has, so that each is unique whatever the others do.
    """
    groups: list[Group] = []
    taken: set[str] = set()
    for group in list_declared_groups(model):
        if any(set(other) <= set(group) for other in groups):
            continue
        free = tuple(name for name in group if name not in taken) or group
        groups.append(free)
        taken |= set(free)
    return groups


@use_for_django(django_keys.list_unique_attributes)
def list_declared_groups(model: Any) -> Iterator[Group]:
    """Yield the groups of attributes that the tables of *model* declare as unique."""
    for columns in _list_unique_columns(model):
        names = _find_fields(model, columns)
        if names:
            yield names


def list_key_groups(model: Any) -> list[Group]:
    """Return the groups of attributes that never repeat and hold nothing but foreign keys.

    Two rows of *model* cannot have the same parents for all of a group.
    """
    held = set(chain.from_iterable(key.fields for key in list_foreign_keys(model)))
    return [group for group in list_declared_groups(model) if held.issuperset(group)]


def _list_unique_columns(model: Any) -> Iterator[list[Any]]:
    """Yield the columns of the primary key, then those of unique columns, constraints and indexes.

    An index on an expression has fewer columns than expressions.
    """
    yield list(model.__mapper__.primary_key)
    for table in list_tables(model):
        yield from ([column] for column in table.columns if column.unique)
        yield from sorted(map(_list_unique_constraint, table.constraints), key=_list_names)
        indexes = sorted(table.indexes, key=lambda each: str(each.name))
        plain = (each for each in indexes if len(each.columns) == len(each.expressions))
        yield from (list(each.columns) for each in plain if each.unique)


def _list_names(columns: Iterable[Any]) -> list[str]:
    return [str(column.name) for column in columns]


def _list_unique_constraint(constraint: Any) -> list[Any]:
    """Return the columns of a unique *constraint*; none of another constraint."""
    is_unique = type(constraint).__name__ == "UniqueConstraint"
    return list(constraint.columns) if is_unique else []


def _find_fields(model: Any, columns: Iterable[Any]) -> Group:
    """Return the attributes of *model* that hold *columns*; none if a column has no attribute."""
    names = list(map(map_columns(model).get, columns))
    return () if None in names else tuple(map(str, names))

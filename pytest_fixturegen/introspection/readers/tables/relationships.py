"""Relationships of mapped classes: which objects a row has, and which columns hold their keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.introspection.readers.tables.instances import unset
from pytest_fixturegen.introspection.readers.tables.mapped_classes import (
    TableField,
    is_plain_table,
    list_fields,
    map_columns,
)


@dataclass(frozen=True, slots=True)
class Relationship:
    """The attribute *name* of a class, which holds one row of *target* or a collection of them.

    *keys* are pairs of attributes that have the same value: of the row, and of the related row. A
    relationship is *to_parent* if the row itself holds the foreign key.
    """

    name: str
    target: Any
    to_parent: bool
    is_collection: bool
    is_required: bool
    keys: tuple[tuple[str, str], ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The attributes of the row that the related row determines; none of a child."""
        return tuple(own for own, _ in self.keys) if self.to_parent else ()

    def attach(self, row: Any, related: Any) -> None:
        """Put *related* into the attribute of *row*, which is new: a row, or the rows of a list.

        If the relationship has a counterpart (``back_populates``), SQLAlchemy sets that as well.
        """
        from sqlalchemy.orm.collections import collection_adapter

        if not self.is_collection:
            setattr(row, self.name, related)
            return
        collection = getattr(row, self.name)
        is_loaded = hasattr(collection, "_sa_adapter")  # not so with lazy="dynamic"
        add = collection_adapter(collection).append_with_event if is_loaded else collection.add
        for each in related:
            add(each)


@lru_cache(maxsize=1024)
def map_relationships(cls: Any) -> dict[str, Relationship]:
    """Return the relationships of *cls* that can be set, by name."""
    # SQLAlchemy raises if it cannot configure the class, which its reading then reports.
    found = call_or_default(partial(_list_relationships, cls), [])
    return {relationship.name: relationship for relationship in found}


def _list_relationships(cls: Any) -> list[Relationship]:
    """Return the relationships of *cls* that can be set."""
    relations = [each for each in cls.__mapper__.relationships if not each.viewonly]
    return [_read_relationship(cls, relation) for relation in relations]


def _read_relationship(cls: Any, relation: Any) -> Relationship:
    """Return what *relation*, of SQLAlchemy, says."""
    to_parent = relation.direction.name == "MANYTOONE"
    columns = [own for own, _ in relation.local_remote_pairs]
    return Relationship(
        name=relation.key,
        target=relation.mapper.class_,
        to_parent=to_parent,
        is_collection=bool(relation.uselist),
        is_required=to_parent and not any(column.nullable for column in columns),
        keys=() if relation.secondary is not None else _pair_fields(cls, relation),
    )


def _pair_fields(cls: Any, relation: Any) -> tuple[tuple[str, str], ...]:
    """Return the attributes of the columns that *relation* joins; none if one has no attribute."""
    own_names = map_columns(cls)
    related_names = map_columns(relation.mapper.class_)
    pairs = [
        (own_names.get(own, ""), related_names.get(related, ""))
        for own, related in relation.local_remote_pairs
    ]
    return tuple(pairs) if all(map(all, pairs)) else ()


@lru_cache(maxsize=1024)
def list_database_fields(cls: Any) -> frozenset[str]:
    """Return the attributes of *cls* that an insert may leave out although they are never NULL.

    The database fills them, or SQLAlchemy the primary key.
    """
    return frozenset(field.name for field in list_fields(cls) if _is_filled_by_database(field))


def _is_filled_by_database(field: TableField) -> bool:
    """Return whether the value of *field*, which is never NULL, need not be given."""
    column = field.columns[-1]  # that of the first table of a hierarchy
    if column.nullable:
        return False
    is_counted = column is getattr(column.table, "autoincrement_column", None)
    is_default_key = column.primary_key and column.default is not None
    return is_counted or is_default_key or column.server_default is not None


def unset_fields(row: Any, names: Iterable[str]) -> None:
    """Leave the attributes *names* of *row* to the database. A model of Pydantic has None there."""
    for name in names:
        if is_plain_table(type(row)):
            unset(row, name)
        else:
            setattr(row, name, None)


def read_key(row: Any, name: str) -> Any:
    """Return the attribute *name* of *row*, without a query if it is a part of the primary key.

    An async session could not load it here.
    """
    state = row._sa_instance_state
    if name in state.dict or state.identity is None:
        return getattr(row, name)
    names = map_columns(type(row))
    keys = [names.get(column) for column in state.mapper.primary_key]
    return state.identity[keys.index(name)] if name in keys else getattr(row, name)


def flush_pending(row: Any) -> None:
    """Flush the session of *row* if that has not inserted it yet, unless the session is async."""
    state = row._sa_instance_state
    if state.pending and state.async_session is None:
        state.session.flush()


def list_child_classes(cls: Any) -> Iterator[Any]:
    """Yield the classes that *cls* has relationships to, other than those to parents."""
    yield from (each.target for each in map_relationships(cls).values() if not each.to_parent)

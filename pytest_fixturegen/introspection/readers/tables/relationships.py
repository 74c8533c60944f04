"""Relationships of mapped classes: which objects a row has, and which columns hold their keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.introspection.readers.django_models import keys as django_keys
from pytest_fixturegen.introspection.readers.django_models import relations as django_relations
from pytest_fixturegen.introspection.readers.django_models.dispatch import use_for_django
from pytest_fixturegen.introspection.readers.django_models.models import (
    list_automatic_attributes,
)
from pytest_fixturegen.introspection.readers.django_models.rows import (
    leave_to_database,
    leave_unsaved,
)
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

    def attach(
        self,
        row: Any,
        related: Any,
    ) -> None:
        """Put the row *related* into the attribute of *row*, which is new.

        If the relationship has a counterpart (``back_populates``), SQLAlchemy sets that as well.
        """
        _attach(row, self, related)


@use_for_django(django_relations.attach)
def _attach(
    row: Any,
    relationship: Relationship,
    related: Any,
) -> None:
    """Put the row *related* into the attribute of *row*, of SQLAlchemy."""
    from sqlalchemy.orm.collections import collection_adapter

    if not relationship.is_collection:
        setattr(row, relationship.name, related)
        return
    collection = getattr(row, relationship.name)
    is_loaded = hasattr(collection, "_sa_adapter")  # not so with lazy="dynamic"
    add = collection_adapter(collection).append_with_event if is_loaded else collection.add
    add(related)


@lru_cache(maxsize=1024)
def map_relationships(cls: Any) -> dict[str, Relationship]:
    """Return the relationships of *cls* that can be set, by name."""
    # SQLAlchemy raises if it cannot configure the class, which its reading then reports.
    return call_or_default(partial(_read_relationships, cls), {})


def _read_link(field: Any) -> Relationship:
    """Return the relationship to the parent row of *field*, a foreign key of Django."""
    return Relationship(
        name=field.name,
        target=field.remote_field.model,
        to_parent=True,
        is_collection=False,
        is_required=not field.null,
        keys=(django_keys.pair_attributes(field),),
    )


def _read_children(relation: Any) -> Relationship:
    """Return the relationship to the child rows of *relation*, a reverse relation of Django."""
    return Relationship(
        name=django_relations.get_accessor(relation),
        target=relation.related_model,
        to_parent=False,
        is_collection=not relation.one_to_one,
        is_required=False,
        keys=django_relations.pair_child_attributes(relation),
    )


def _read_django_relations(cls: Any) -> dict[str, Relationship]:
    """Return the relationships of *cls*, a model of Django, by name."""
    links = map(_read_link, django_keys.list_link_fields(cls))
    children = map(_read_children, django_relations.list_child_relations(cls))
    return {each.name: each for each in (*links, *children)}


@use_for_django(_read_django_relations)
def _read_relationships(cls: Any) -> dict[str, Relationship]:
    """Return the relationships of *cls* that can be set, by name."""
    relations = cls.__mapper__.relationships
    return {each.key: _read_relationship(cls, each) for each in relations if not each.viewonly}


def _read_relationship(cls: Any, relation: Any) -> Relationship:
    """Return the relationship that *relation*, of SQLAlchemy, declares."""
    to_parent = relation.direction.name == "MANYTOONE"
    nullable = {column.nullable for column in relation.local_columns}
    return Relationship(
        name=relation.key,
        target=relation.mapper.class_,
        to_parent=to_parent,
        is_collection=bool(relation.uselist),
        is_required=to_parent and nullable == {False},
        keys=_pair_fields(cls, relation),
    )


def _pair_fields(cls: Any, relation: Any) -> tuple[tuple[str, str], ...]:
    """Return the attributes of the columns that *relation* joins; none if one has no attribute.

    The columns of a table between two classes (``secondary=``) have none.
    """
    own_names = map_columns(cls)
    related_names = map_columns(relation.mapper.class_)
    pairs = [
        (own_names.get(own, ""), related_names.get(related, ""))
        for own, related in relation.local_remote_pairs
    ]
    return tuple(pairs) if all(map(all, pairs)) else ()


@use_for_django(list_automatic_attributes)
@lru_cache(maxsize=1024)
def list_database_fields(cls: Any) -> frozenset[str]:
    """Return the attributes of *cls* that an insert may leave out although they are never NULL.

    The database fills them, or SQLAlchemy the primary key.
    """
    return frozenset(field.name for field in list_fields(cls) if _is_filled_by_database(field))


def _is_filled_by_database(field: TableField) -> bool:
    """Return whether the value of *field*, which is never NULL, need not be given."""
    column = field.columns[-1]  # that of the first table of a hierarchy
    sources = [column.server_default]
    if column.primary_key:
        sources += [column.default, column.table.autoincrement_column is column or None]
    return not column.nullable and sources != [None] * len(sources)


@use_for_django(list_automatic_attributes)
def list_automatic_fields(cls: Any) -> frozenset[str]:
    """Return the attributes of *cls* that rows leave to the database unless they are given.

    Django updates the rows of a key that it is given, and the sequence of the key does not follow.
    """
    return frozenset()


@use_for_django(leave_to_database)
def unset_fields(row: Any, names: Iterable[str]) -> None:
    """Leave the attributes *names* of *row* to the database. A model of Pydantic has None there."""
    for name in names:
        if is_plain_table(type(row)):
            unset(row, name)
        else:
            setattr(row, name, None)


@use_for_django(getattr)
def read_key(row: Any, name: str) -> Any:
    """Return the attribute *name* of *row*, without a query if it is a part of the primary key.

    An async session could not load it here.
    """
    state = row._sa_instance_state
    keys = map(map_columns(type(row)).get, state.mapper.primary_key)
    identity = dict(zip(keys, state.identity or (), strict=False))
    return identity[name] if name in identity else getattr(row, name)


@use_for_django(leave_unsaved)
def flush_pending(row: Any) -> None:
    """Flush the session of *row* if that has not inserted it yet, unless the session is async."""
    state = row._sa_instance_state
    if state.pending and state.async_session is None:
        state.session.flush()


def list_child_classes(cls: Any) -> Iterator[Any]:
    """Yield the classes that *cls* has relationships to, other than those to parents."""
    yield from (each.target for each in map_relationships(cls).values() if not each.to_parent)

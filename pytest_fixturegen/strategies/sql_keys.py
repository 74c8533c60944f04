"""Options for the keys of tables: links for foreign keys, unique fields for the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

from pytest_fixturegen.config.field_policies import merge_policies, policies_of
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.introspection.readers.table_classes import is_table, list_columns


class ForeignKey(NamedTuple):
    """A foreign key of one column: *field* of *model* holds *parent_field* of *parent*."""

    model: Any
    field: str
    parent: Any
    parent_field: str

    @property
    def name(self) -> str:
        """The field as options name it."""
        return f"{self.model.__name__}.{self.field}"

    @property
    def link(self) -> str:
        """The key as an entry of the option ``link``."""
        parent = f"{self.parent.__module__}.{self.parent.__qualname__}"
        return f"{self.name}={parent}.{self.parent_field}"

    @property
    def is_nullable(self) -> bool:
        """Whether the column may be NULL."""
        return bool(dict(list_columns(self.model))[self.field].nullable)


def apply_table_keys(config: GenerationConfig, models: Sequence[Any]) -> GenerationConfig:
    """Return *config* with links and unique fields for the tables of *models* and their parents.

    A nullable key that leads back to its own table stays NULL, because a row must exist before
    others can point to it. Links of *config* win over those of the tables.
    """
    tables = _add_parent_tables([model for model in models if is_table(model)])
    if not tables:
        return config
    keys = _list_free_keys(tables, config)
    empty_keys = [key for key in keys if key.is_nullable and _is_circular(key, keys)]
    empty = policies_of({key.name: {"value": None} for key in empty_keys})
    links = [key.link for key in keys if key not in empty_keys]
    groups = chain.from_iterable(map(_list_unique_groups, tables))
    new_groups = [group for group in groups if group not in config.unique]
    return replace(
        config,
        link=(*config.link, *links),
        unique=(*config.unique, *new_groups),
        overrides=merge_policies(empty, config.overrides),
    )


def _list_free_keys(tables: Sequence[Any], config: GenerationConfig) -> list[ForeignKey]:
    """Return the foreign keys of *tables* for which *config* has no link."""
    configured = {entry.partition("=")[0].strip() for entry in config.link}
    keys = chain.from_iterable(map(_list_foreign_keys, tables))
    return [key for key in keys if key.name not in configured]


def _add_parent_tables(tables: list[Any]) -> list[Any]:
    """Return *tables* and all tables that their foreign keys point to, directly or not."""
    found = list(tables)
    for table in found:  # the list grows while it is read
        found += [key.parent for key in _list_foreign_keys(table) if key.parent not in found]
    return found


def _list_foreign_keys(model: Any) -> Iterator[ForeignKey]:
    """Yield the foreign keys of *model* that consist of one column and point to a mapped class."""
    owners = {mapper.local_table: mapper.class_ for mapper in model.__mapper__.registry.mappers}
    for name, column in list_columns(model):
        for key in column.foreign_keys:
            parent = owners.get(key.column.table)
            if not parent:
                continue
            parent_field = _find_field(parent, key.column)
            if parent_field is not None:
                yield ForeignKey(model, name, parent, parent_field)


def _find_field(model: Any, column: Any) -> str | None:
    """Return the name of the field of *model* that holds *column*."""
    return next((name for name, other in list_columns(model) if other is column), None)


def _list_unique_groups(model: Any) -> Iterator[str]:
    """Yield the primary key and the unique columns of *model* as entries of ``unique``."""
    columns = list(list_columns(model))
    primary_key = [name for name, column in columns if column.primary_key]
    if primary_key:
        yield f"{model.__name__}.{','.join(primary_key)}"
    unique_names = [name for name, column in columns if column.unique]
    for name in unique_names:
        is_primary_key = primary_key == [name]
        if not is_primary_key:
            yield f"{model.__name__}.{name}"


def _is_circular(key: ForeignKey, keys: Sequence[ForeignKey]) -> bool:
    """Whether the table that *key* points to points back, directly or not."""
    reached = [key.parent]
    for table in reached:  # the list grows while it is read
        following = [other.parent for other in keys if other.model is table]
        reached += [parent for parent in following if parent not in reached]
    return key.model in reached

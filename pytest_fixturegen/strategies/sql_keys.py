"""Options for the keys of tables: links for foreign keys, unique fields for the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain
from typing import Any

from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.config.field_policies import merge_policies, policies_of
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.introspection.readers.frame_schemas.frame_schema import (
    find_library,
    read_frame_schema,
)
from pytest_fixturegen.introspection.readers.table_classes import is_table
from pytest_fixturegen.introspection.readers.tables.class_names import name_class
from pytest_fixturegen.introspection.readers.tables.keys import (
    ForeignKey,
    list_foreign_keys,
    list_lost_fields,
    list_unique_groups,
)
from pytest_fixturegen.strategies.relations import LINK_SEPARATOR, parse_unique_groups


def apply_table_keys(
    config: GenerationConfig,
    models: Sequence[Any],
    *,
    with_related: bool = False,
) -> GenerationConfig:
    """Return *config* with links and unique fields for the tables of *models* and their parents.

    A nullable key stays NULL if no record can be there for it to point to: if it leads back to its
    own table, because a row must exist before others can point to it, or to a class that is not
    among *models*, unless *with_related* adds it. Links of *config* win over those of the tables.
    """
    selected = [model for model in models if is_table(model)]
    tables = add_parent_tables(selected)
    if not tables:
        return config
    keys = list_free_keys(tables, config)
    present = tables if with_related else selected
    empty_keys = [key for key in keys if key.is_nullable and _is_empty(key, keys, present)]
    empty_names = [*chain.from_iterable(map(_list_names, empty_keys)), *_list_lost_names(tables)]
    empty = policies_of({name: {"value": None} for name in empty_names})
    links = [format_link(key) for key in keys if key not in empty_keys]
    return replace(
        config,
        link=(*config.link, *links),
        unique=(*config.unique, *_list_new_groups(tables, config)),
        overrides=merge_policies(empty, config.overrides),
    )


def apply_own_keys(config: GenerationConfig, model: Any) -> GenerationConfig:
    """Return *config* with the keys of *model* alone, for records that are drawn in Python.

    A foreign key that is unique has no link: there are more records than the parents that links
    know.
    """
    if find_library(model):
        return _apply_unique_columns(config, model)
    return _apply_cached_keys(config, model) if is_table(model) else config


def _apply_unique_columns(config: GenerationConfig, model: Any) -> GenerationConfig:
    """Return *config* with the unique columns of *model*, the schema of a data frame."""
    schema = read_frame_schema(model)
    entries = [f"{schema.name}.{','.join(group)}" for group in schema.unique_groups]
    new = tuple(entry for entry in entries if entry not in config.unique)
    return replace(config, unique=(*config.unique, *new))


@lru_cache(maxsize=1024)
def _apply_cached_keys(config: GenerationConfig, model: Any) -> GenerationConfig:
    """Return what :func:`apply_own_keys` does, once for each class and its options."""
    own = apply_table_keys(config, [model])
    unique_keys = [
        format_link(key)
        for key in _list_keys(model)
        if key.fields in call_or_default(partial(list_unique_groups, model), [])
    ]
    link = tuple(entry for entry in own.link if entry in config.link or entry not in unique_keys)
    return replace(own, link=link)


def _is_empty(
    key: ForeignKey,
    keys: Sequence[ForeignKey],
    present: Sequence[Any],
) -> bool:
    """Return whether no record can be there that *key*, which is nullable, points to."""
    return key.parent not in present or _is_circular(key, keys)


def _list_lost_names(tables: Sequence[Any]) -> Iterator[str]:
    """Yield the fields of *tables* whose keys lead to no known class, as names of overrides."""
    for table in tables:
        for field in call_or_default(partial(list_lost_fields, table), []):
            yield f"{table.__name__}.{field}"


def _list_names(key: ForeignKey) -> list[str]:
    """Return the fields of *key* as the names of overrides."""
    return [f"{key.model.__name__}.{field}" for field in key.fields]


def format_link(key: ForeignKey) -> str:
    """Return *key* as an entry of the option ``link``."""
    fields, parent_fields = map(LINK_SEPARATOR.join, (key.fields, key.parent_fields))
    return f"{name_class(key.model)}.{fields}={name_class(key.parent)}.{parent_fields}"


def _list_new_groups(tables: Sequence[Any], config: GenerationConfig) -> Iterator[str]:
    """Yield the unique fields of *tables* as entries of ``unique``, without those of *config*."""
    known = {(group.name, group.fields) for group in parse_unique_groups(config.unique)}
    for table in tables:
        for fields in call_or_default(partial(list_unique_groups, table), []):
            if (table.__name__, fields) not in known:
                yield f"{name_class(table)}.{','.join(fields)}"


def list_free_keys(tables: Sequence[Any], config: GenerationConfig) -> list[ForeignKey]:
    """Return the foreign keys of *tables* for which *config* has neither link nor override."""
    sources = [entry.partition("=")[0].strip() for entry in config.link]
    sources += [path for path, _ in config.overrides]
    configured = {".".join(source.split(".")[-2:]) for source in sources}
    keys = chain.from_iterable(map(_list_keys, tables))
    return [key for key in keys if not _is_configured(key, configured)]


def _is_configured(key: ForeignKey, configured: set[str]) -> bool:
    """Return whether one of *configured*, the sources of links, is a field of *key* or all."""
    names = {f"{key.model.__name__}.{LINK_SEPARATOR.join(key.fields)}", *_list_names(key)}
    return not names.isdisjoint(configured)


def _list_keys(table: Any) -> list[ForeignKey]:
    """Return the foreign keys of *table*; none if SQLAlchemy cannot configure its class.

    Its reading then reports why.
    """
    return call_or_default(partial(list_foreign_keys, table), [])


def add_parent_tables(tables: list[Any]) -> list[Any]:
    """Return *tables* and all tables that their foreign keys point to, directly or not."""
    found = list(tables)
    for table in found:  # the list grows while it is read
        found += [key.parent for key in _list_keys(table) if key.parent not in found]
    return found


def _is_circular(key: ForeignKey, keys: Sequence[ForeignKey]) -> bool:
    """Whether the table that *key* points to points back, directly or not."""
    reached = [key.parent]
    for table in reached:  # the list grows while it is read
        following = [other.parent for other in keys if other.model is table]
        reached += [parent for parent in following if parent not in reached]
    return key.model in reached

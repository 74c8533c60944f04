"""The keys, links and unique fields that classes of SQLModel and SQLAlchemy declare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pytest_fixturegen.introspection.readers.table_classes import is_table, list_columns
from pytest_fixturegen.introspection.readers.tables.keys import (
    ForeignKey,
    list_declared_groups,
    list_foreign_keys,
)
from pytest_fixturegen.store.models import ResourceOptions

ACTIONS = {"CASCADE": "cascade", "SET NULL": "nullify"}
"""The actions on delete of a store by those of SQL. Every other one restricts."""


def add_table_options(models: Mapping[str, Any], options: ResourceOptions) -> ResourceOptions:
    """Return *options* with those that the tables among *models* declare.

    What *options* say about a field, by its class or its resource, wins.
    """
    tables = {name: model for name, model in models.items() if is_table(model)}
    keys = {model: key for model in tables.values() if (key := _find_primary_key(model))}
    primary_keys = [f"{name}.{keys[model]}" for name, model in tables.items() if model in keys]
    links: list[str] = []
    on_delete: list[tuple[str, str]] = []
    unique: list[str] = []
    for name, model in tables.items():
        if model not in keys:  # rows of a table with a key of several columns have no address
            continue
        linked = _list_configured_fields(name, model, options)
        for field, target, target_field, action in _list_foreign_keys(model, keys):
            if field in linked:
                continue
            links.append(f"{name}.{field}={target.__name__}.{target_field}")
            if action and target_field == keys[target]:
                on_delete.append((f"{name}.{field}", action))
        unique += [f"{name}.{field}" for field in _list_unique_fields(model)]
    return ResourceOptions(
        keys=(*options.keys, *primary_keys),
        links=(*options.links, *links),
        on_delete=(*options.on_delete, *on_delete),
        unique=tuple(dict.fromkeys((*options.unique, *unique))),
        indexed=options.indexed,
    )


def _find_primary_key(model: Any) -> str | None:
    """Return the field of the primary key, or None if it has several columns."""
    names = [name for name, column in list_columns(model) if column.primary_key]
    return names[0] if len(names) == 1 else None


def _list_configured_fields(
    name: str,
    model: Any,
    options: ResourceOptions,
) -> set[str]:
    """Return the fields of *model*, the resource *name*, that links of *options* begin at."""
    sources = (link.partition("=")[0].strip() for link in options.links)
    pairs = (source.rpartition(".") for source in sources)
    names = (name, model.__name__)
    return {field for owner, _, field in pairs if owner.rpartition(".")[2] in names}


def _list_foreign_keys(model: Any, keys: Mapping[Any, str]) -> Iterator[tuple[str, Any, str, str]]:
    """Yield each foreign key of one column that leads to one of *keys*' tables.

    It is the field, the class of the target, the field of the target, and the action on delete or
    an empty text.
    """
    for key in list_foreign_keys(model):
        if len(key.fields) == 1 and key.parent in keys:
            yield key.fields[0], key.parent, key.parent_fields[0], _get_action(key)


def _get_action(key: ForeignKey) -> str:
    """Return the action on delete of *key*; a field that cannot be NULL has none that nullifies."""
    action = ACTIONS.get(key.on_delete.upper(), "")
    return "" if action == "nullify" and not key.is_nullable else action


def _list_unique_fields(model: Any) -> list[str]:
    """Return the fields of unique columns, and those of unique constraints and indexes."""
    primary_key, *groups = list_declared_groups(model)
    return [group[0] for group in groups if len(group) == 1 and group != primary_key]

"""The keys, links and unique fields that classes of SQLModel and SQLAlchemy declare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.introspection.readers.table_classes import is_table, list_columns
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
    owners = _map_tables(keys)
    for name, column in list_columns(model):
        for key in column.foreign_keys:
            # SQLAlchemy raises if the table of the target is not defined.
            target_column = call_or_default(partial(getattr, key, "column"), None)
            target = owners.get(getattr(target_column, "table", None))
            is_composite = key.constraint is not None and len(key.constraint.elements) > 1
            # The key of a subclass in a table of its own refers to the same row of the base class.
            if target is None or is_composite or (column.primary_key and issubclass(model, target)):
                continue
            action = ACTIONS.get((key.ondelete or "").upper(), "")
            if action == "nullify" and not column.nullable:
                action = ""
            for target_field, other_column in list_columns(target):
                if other_column is target_column:
                    yield name, target, target_field, action


def _map_tables(classes: Iterable[Any]) -> dict[Any, Any]:
    """Return the class of each table: the base class if several classes share a table."""
    owners: dict[Any, Any] = {}
    for cls in sorted(classes, key=lambda each: len(each.__mro__)):
        owners.setdefault(cls.__table__, cls)
    return owners


def _list_unique_fields(model: Any) -> Iterator[str]:
    """Yield the fields of unique columns, and those of unique constraints and indexes."""
    single_columns = set()
    for constraint in (*model.__table__.constraints, *model.__table__.indexes):
        columns = list(constraint.columns)
        is_unique = type(constraint).__name__ == "UniqueConstraint"
        if len(columns) == 1 and (is_unique or getattr(constraint, "unique", False)):
            single_columns.add(columns[0])
    for name, column in list_columns(model):
        is_unique = column.unique or column in single_columns
        if is_unique and not column.primary_key:
            yield name

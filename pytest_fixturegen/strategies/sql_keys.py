"""What the keys of tables ask: a foreign key is a link, a primary key or a unique column never repeats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pytest_fixturegen.config.field_policies import merge_policies, policies_of
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.introspection.readers.table_classes import is_table, list_columns

ForeignKey = tuple[Any, str, Any, str]
"""A class, its field, the class it points to, and that one's field."""


def apply_table_keys(config: GenerationConfig, models: Sequence[Any]) -> GenerationConfig:
    """*config*, which also asks what the tables of *models* do, and those that they point to.

    A nullable key that leads back to where it comes from is None: rows have to exist before others can point to them.
    """
    found = _add_parent_tables([model for model in models if is_table(model)])
    if not found:
        return config
    told = {entry.partition("=")[0].strip() for entry in config.link}
    keys = [
        key
        for model in found
        for key in _list_foreign_keys(model)
        if _format_field(key) not in told
    ]
    circles = [key for key in keys if _is_circular(key, keys) and _is_nullable(key)]
    empty = policies_of({_format_field(key): {"value": None} for key in circles})
    links = [
        f"{_format_field(key)}={key[2].__module__}.{key[2].__qualname__}.{key[3]}"
        for key in keys
        if key not in circles
    ]
    unique = [group for model in found for group in _list_unique_groups(model)]
    return replace(
        config,
        link=(*config.link, *links),
        unique=(*config.unique, *(group for group in unique if group not in config.unique)),
        overrides=merge_policies(empty, config.overrides),
    )


def _add_parent_tables(models: list[Any]) -> list[Any]:
    found = list(models)
    for model in found:
        found += [parent for _, _, parent, _ in _list_foreign_keys(model) if parent not in found]
    return found


def _list_foreign_keys(model: Any) -> Iterator[ForeignKey]:
    """The foreign keys of *model* that consist of one column and point to a class."""
    owners = {mapper.local_table: mapper.class_ for mapper in model.__mapper__.registry.mappers}
    for name, column in list_columns(model):
        for key in column.foreign_keys:
            parent = owners.get(key.column.table)
            field = (
                next((name for name, other in list_columns(parent) if other is key.column), None)
                if parent
                else None
            )
            if field is not None:
                yield model, name, parent, field


def _list_unique_groups(model: Any) -> Iterator[str]:
    primary = [name for name, column in list_columns(model) if column.primary_key]
    if primary:
        yield f"{model.__name__}.{','.join(primary)}"
    for name, column in list_columns(model):
        if column.unique and [name] != primary:
            yield f"{model.__name__}.{name}"


def _format_field(key: ForeignKey) -> str:
    return f"{key[0].__name__}.{key[1]}"


def _is_nullable(key: ForeignKey) -> bool:
    return bool(dict(list_columns(key[0]))[key[1]].nullable)


def _is_circular(key: ForeignKey, keys: Sequence[ForeignKey]) -> bool:
    """Whether what *key* points to points back, however far."""
    reached = [key[2]]
    for model in reached:
        reached += [other[2] for other in keys if other[0] is model and other[2] not in reached]
    return key[0] in reached

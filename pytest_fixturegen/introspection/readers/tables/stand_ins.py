"""The Pydantic model that represents a class of SQLAlchemy: a field for each column."""

from __future__ import annotations

import keyword
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any, Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.introspection.readers.django_models.dispatch import use_for_django
from pytest_fixturegen.introspection.readers.django_models.fields import build_field
from pytest_fixturegen.introspection.readers.django_models.models import is_django_model
from pytest_fixturegen.introspection.readers.tables.annotations import find_hint, split_optional
from pytest_fixturegen.introspection.readers.tables.check_rules import (
    apply_rules,
    build_order_checks,
)
from pytest_fixturegen.introspection.readers.tables.column_types import build_annotation
from pytest_fixturegen.introspection.readers.tables.defaults import find_default_hint, read_default
from pytest_fixturegen.introspection.readers.tables.inheritance import find_discriminator
from pytest_fixturegen.introspection.readers.tables.instances import build_row
from pytest_fixturegen.introspection.readers.tables.mapped_classes import TableField, list_fields
from pytest_fixturegen.introspection.readers.tables.readable_types import is_readable

PREFIX = "column_"
"""Prefix of the field's name if Pydantic rejects the name of the attribute."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """The *model* of a mapped class, and the names of its fields by attribute."""

    model: Any
    names: Mapping[str, str]

    def read_values(self, record: Any) -> dict[str, Any]:
        """Return the values of *record*, an instance of the model, by attribute."""
        return {name: getattr(record, field) for name, field in self.names.items()}


@lru_cache(maxsize=1024)
def build_stand_in(cls: Any) -> StandIn:
    """Return the stand-in of *cls*, whose fields have the names of its attributes or aliases."""
    from pydantic import ConfigDict, Field, create_model

    config = ConfigDict(arbitrary_types_allowed=True, protected_namespaces=())
    if is_django_model(cls):  # its regular expressions are those of Python
        config["regex_engine"] = "python-re"
    names: dict[str, str] = {}
    fields: dict[str, Any] = {}
    for position, field in enumerate(list_fields(cls)):
        annotation, settings = _build_field(cls, field)
        name = field.name
        if not _is_field_name(name):
            settings["alias"] = name
            name = f"{PREFIX}{position}"
        names[field.name] = name
        fields[name] = annotation, Field(**settings)
    model = create_model(
        cls.__name__,
        __config__=config,
        __module__=cls.__module__,
        __validators__=build_order_checks(cls, names),
        **fields,
    )
    model.__qualname__ = cls.__qualname__
    return StandIn(model, names)


def _is_field_name(name: str) -> bool:
    """Return whether a field of a Pydantic model can have *name*."""
    from pydantic import BaseModel

    is_plain = name.isidentifier() and not keyword.iskeyword(name)
    return is_plain and not name.startswith("_") and not hasattr(BaseModel, name)


@use_for_django(build_field)
def _build_field(cls: Any, field: TableField) -> tuple[Any, dict[str, Any]]:
    """Return the annotation of an attribute of *cls*, and the arguments of its ``Field``."""
    discriminator = find_discriminator(cls)
    if discriminator is not None and discriminator.field == field.name:
        annotation: Any = Literal[discriminator.values]
        is_single = len(discriminator.values) == 1
        return annotation, {"default": discriminator.values[0]} if is_single else {}
    column = field.column
    hint, is_optional = split_optional(find_hint(cls, field.name))
    is_nullable = column.nullable and not column.primary_key
    if hint is not None:
        is_nullable = is_nullable and is_optional
    if hint is None or not is_readable(hint):
        hint = find_default_hint(column)
    annotation = build_annotation(_find_column_type(column), hint)
    annotation = apply_rules(cls, annotation, column)
    default = read_default(cls, field.name, column, annotation)
    return annotation | None if is_nullable else annotation, default


def _find_column_type(column: Any) -> Any:
    """Return the type of *column*; a foreign key without one has the type of its target."""
    if column.type.__visit_name__ != "null":
        return column.type
    targets = [partial(_find_target_type, key) for key in column.foreign_keys]
    # SQLAlchemy raises if the table of the target is not defined.
    return next(
        (call_or_default(find, column.type) for find in targets),
        column.type,
    )


def _find_target_type(key: Any) -> Any:
    """Return the type of the column that the foreign *key* refers to."""
    return key.column.type


def build_rows(cls: Any, validate: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a function that returns instances of *cls*, of values that *validate* accepts."""
    stand_in = build_stand_in(cls)

    def build(values: Any) -> Any:
        """Return *values* if they are an instance already, else one of the validated values."""
        if isinstance(values, cls):
            return values
        return build_row(cls, stand_in.read_values(validate(values)))

    return build

"""The fields of the Pydantic model that represents a Django model."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen._internal.user_code import Raised
from pytest_fixturegen.introspection.readers.django_models.field_types import build_annotation
from pytest_fixturegen.introspection.readers.django_models.models import has_default
from pytest_fixturegen.introspection.readers.tables.check_rules import apply_rules
from pytest_fixturegen.introspection.readers.tables.defaults import convert_default

Settings = dict[str, Any]
"""Arguments of ``Field``."""


def build_field(cls: Any, table_field: Any) -> tuple[Any, Settings]:
    """Return the annotation of a field of the model *cls*, and the arguments of its ``Field``."""
    field = table_field.column
    annotation = apply_rules(cls, build_annotation(field), field)
    if field.null:
        annotation = annotation | None
    return annotation, _read_default(field, annotation)


def _read_default(field: Any, annotation: Any) -> Settings:
    """Return the default of *field*, or no settings if *annotation* does not accept it.

    A field that may be NULL defaults to None.
    """
    if has_default(field):
        if callable(field.default):
            return {"default_factory": field.default}
        value = convert_default(field.default, annotation)
        if not isinstance(value, Raised):
            return {"default": value}
    return {"default": None} if field.null else {}

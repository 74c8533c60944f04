"""Classes with a custom ``__init__``: its parameters replace the fields of the class."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from typing import Any

from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.introspection.readers.argument_models import build_argument_model
from pytest_fixturegen.introspection.shapes import ModelField, ModelShape, Scalar, Shape

ReadSchema = Callable[[dict[str, Any]], Shape]

NAMED_PARAMETER_KINDS = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)


def apply_constructor(model: ModelShape, read_schema: ReadSchema) -> ModelShape:
    """Return *model* with the fields that its constructor accepts.

    These are its named parameters, and all other fields if it takes ``**kwargs``. A required
    parameter that is not a field becomes one.
    """
    parameters = _list_parameters(model.cls)
    has_var_keyword = any(
        parameter.kind is inspect.Parameter.VAR_KEYWORD for parameter in parameters
    )
    named = {
        parameter.name: parameter
        for parameter in parameters
        if parameter.kind in NAMED_PARAMETER_KINDS
    }
    fields = [
        _match_parameter(field, named)
        for field in model.fields
        if has_var_keyword or not _get_names(field).isdisjoint(named)
    ]
    hints = _get_type_hints(model.cls)
    known_names = set().union(*map(_get_names, model.fields))
    for name, parameter in named.items():
        if name not in known_names and parameter.default is parameter.empty:
            shape = _read_annotation(hints.get(name, Any), read_schema)
            fields.append(
                ModelField(
                    name,
                    shape,
                    (name,),
                    None,
                )
            )
    return replace(model, fields=tuple(fields), has_exact_json=False)


def read_only_argument(cls: Any, read_schema: ReadSchema) -> Shape | None:
    """Return the shape of the argument of *cls*, a class that validates by its constructor.

    None says that the constructor needs none or several, or that it has no annotation.
    """
    model = build_argument_model(cls)
    if model is None or len(dataclass_fields(model)) != 1:
        return None
    return _read_annotation(dataclass_fields(model)[0].type, read_schema)


def _get_names(field: ModelField) -> set[str | int]:
    """Return the names by which a constructor may call *field*: its own and its alias."""
    return {field.name, field.key[0]}


def _match_parameter(
    field: ModelField, parameters_by_name: dict[str, inspect.Parameter]
) -> ModelField:
    """Return *field* as its parameter has it: required unless the parameter has a default."""
    key = str(field.key[0])
    parameter = parameters_by_name.get(key) or parameters_by_name.get(field.name)
    if parameter is None:
        return field
    renamed = replace(field, key=(parameter.name,), required=False)
    if parameter.default is not parameter.empty:
        return renamed
    return replace(
        renamed,
        required=True,
        has_default=False,
        default=None,
    )


def _list_parameters(cls: Any) -> list[inspect.Parameter]:
    """Return the parameters of the constructor in order, without ``self``."""
    signature = inspect.signature(cls.__init__)
    return list(signature.parameters.values())[1:]  # without self


def _get_type_hints(cls: Any) -> dict[str, Any]:
    """Return the hints of the constructor by parameter; none if they cannot be evaluated."""
    hints: dict[str, Any] = {}
    # Evaluates annotations of the user, which may raise anything.
    return call_or_default(lambda: typing.get_type_hints(cls.__init__, include_extras=True), hints)


def _read_annotation(
    annotation: Any,
    read_schema: ReadSchema,
) -> Shape:
    """Return the shape of *annotation*, or that of any value if Pydantic cannot read it."""
    from pydantic import TypeAdapter

    # The schema hooks of the user's classes may raise anything.
    return call_or_default(
        lambda: read_schema(dict(TypeAdapter(annotation).core_schema)), Scalar("any")
    )

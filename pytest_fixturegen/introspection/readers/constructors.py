"""Classes with a custom ``__init__``: its parameters replace the fields of the class."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from itertools import chain
from typing import Any

from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.introspection.checker_imports import read_hints
from pytest_fixturegen.introspection.readers.argument_models import build_argument_model
from pytest_fixturegen.introspection.shapes import ModelField, ModelShape, Scalar, Shape

ReadSchema = Callable[[dict[str, Any]], Shape]

NAMED_PARAMETER_KINDS = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)


def apply_constructor(model: ModelShape, read_schema: ReadSchema) -> ModelShape:
    """Return *model* with the fields that its constructor accepts.

    These are its named parameters, and all other fields if it takes ``**kwargs``. A required
    parameter that is not a field becomes one; if its type is a mapping of any values, it holds
    the fields that have no parameter.
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
    hints = read_hints(model.cls.__init__)
    known_names = set().union(*map(_get_names, model.fields))
    kept_names = {field.name for field in fields}
    absent = [field for field in model.fields if field.name not in kept_names]
    for name, parameter in named.items():
        if name not in known_names and parameter.default is parameter.empty:
            shape = _read_annotation(hints.get(name, Any), read_schema)
            if absent and _takes_anything(shape):
                shape = _build_mapping_shape(model, name, absent)
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


def _takes_anything(shape: Shape) -> bool:
    """Return whether *shape* is a mapping of texts to values of any type."""
    return getattr(shape, "value", None) == Scalar("any")


def _build_mapping_shape(
    model: ModelShape,
    name: str,
    fields: list[ModelField],
) -> ModelShape:
    """Return the shape of a mapping that holds *fields* under the keys that *model* reads.

    The constructor may look the keys up in a table: ``{NAMES[key]: raw[key] for key in raw}``.
    """
    keys = _read_tables(model.cls.__init__)
    return ModelShape(
        ref=f"{model.ref}:{name}",
        cls=dict,
        kind="typed-dict",
        fields=tuple(
            replace(field, key=(keys.get(field.name, field.name),), json_key=None)
            for field in fields
        ),
        has_exact_json=False,
    )


def _read_tables(function: Any) -> dict[Any, Any]:
    """Return the keys of the tables that *function* refers to, by their values."""
    values = getattr(function, "__globals__", {})
    code = getattr(function, "__code__", None)
    tables = map(values.get, _list_code_names(code))
    entries = chain.from_iterable(table.items() for table in tables if isinstance(table, dict))
    return {value: key for key, value in entries if isinstance(value, str)}


def _list_code_names(code: Any) -> list[str]:
    """Return the names that *code* and the functions in it use."""
    names = list(getattr(code, "co_names", ()))
    for inner in getattr(code, "co_consts", ()):
        names += _list_code_names(inner)
    return names


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

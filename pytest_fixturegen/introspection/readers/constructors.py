"""What a class with an ``__init__`` of its own is made from: the parameters of that, where they are not its fields."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pytest_fixturegen.introspection.shapes import ModelField, ModelShape, Scalar, Shape

NAMED_PARAMETER_KINDS = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)


def apply_constructor(
    model: ModelShape, read_schema: Callable[[dict[str, Any]], Shape]
) -> ModelShape:
    """*model* with the fields that its constructor takes: those it names, and the others if it takes any name."""
    parameters = _list_parameters(model.cls)
    named = {each.name: each for each in parameters if each.kind in NAMED_PARAMETER_KINDS}
    is_open = any(each.kind is each.VAR_KEYWORD for each in parameters)
    known = {part for each in model.fields for part in (each.name, each.key[0])}
    taken = [
        _match_parameter(each, named)
        for each in model.fields
        if is_open or {each.name, each.key[0]} & named.keys()
    ]
    hints = _get_type_hints(model.cls)
    more = [
        each for each in named.values() if each.name not in known and each.default is each.empty
    ]
    added = [
        ModelField(
            each.name, _read_annotation(hints.get(each.name, Any), read_schema), (each.name,), None
        )
        for each in more
    ]
    return replace(model, fields=(*taken, *added), has_exact_json=False)


def _match_parameter(
    field: ModelField, parameters_by_name: dict[str, inspect.Parameter]
) -> ModelField:
    """*field*, without its default where the constructor has none."""
    parameter = parameters_by_name.get(str(field.key[0])) or parameters_by_name.get(field.name)
    if parameter is None:
        return field
    if parameter.default is parameter.empty:
        return replace(field, key=(parameter.name,), required=True, has_default=False, default=None)
    return replace(field, key=(parameter.name,), required=False)


def _list_parameters(cls: Any) -> list[inspect.Parameter]:
    return list(inspect.signature(cls.__init__).parameters.values())[1:]


def _get_type_hints(cls: Any) -> dict[str, Any]:
    try:
        return typing.get_type_hints(cls.__init__, include_extras=True)
    except Exception:  # a name that is not there at run time
        return {}


def _read_annotation(annotation: Any, read_schema: Callable[[dict[str, Any]], Shape]) -> Shape:
    from pydantic import TypeAdapter

    try:
        return read_schema(dict(TypeAdapter(annotation).core_schema))
    except Exception:  # Pydantic knows no schema for it
        return Scalar("any")

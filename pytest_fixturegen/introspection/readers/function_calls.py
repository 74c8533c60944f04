"""Calls of functions: the arguments are a mapping, and some of them must be passed by position.

Pydantic passes every value of a mapping by keyword. It cannot call a function with positional-only
parameters that way, nor one of ``validate_call`` with aliases, whose wrapper reads the alias again.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Annotated, Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CallBridge:
    """Metadata in ``Annotated`` that passes some arguments of a function by position.

    *schema* is the schema of its call.
    """

    schema: Any

    def __get_pydantic_core_schema__(
        self,
        source: Any,
        handler: Any,
    ) -> Any:
        """Return the schema of the call with a validator before it."""
        from pydantic_core import core_schema

        call = _find_call(self.schema)
        parameters = _list_parameters(call)
        if any(_is_keyword_alias(each) for each in parameters):
            # The wrapper would look for the alias, which this schema has turned into the name.
            call["function"] = getattr(source, "raw_function", source)
        positions = tuple(_get_key(each) for each in parameters if not _is_keyword_only(each))
        return core_schema.no_info_before_validator_function(
            partial(_pass_by_position, positions), self.schema
        )


def bridge_call(function: Any) -> Any:
    """Return *function*, with a bridge if some of its arguments must be passed by position."""
    from pydantic import TypeAdapter

    # Not read by the bridge: Pydantic would resolve the names of annotations in another module.
    schema = copy.deepcopy(TypeAdapter(function).core_schema)
    if not any(map(_needs_position, _list_parameters(_find_call(schema)))):
        return function
    return Annotated[function, CallBridge(schema)]


def is_function(annotation: Any) -> bool:
    """Return whether *annotation* is a function, such as one of ``validate_call``."""
    return hasattr(annotation, "__code__") or hasattr(annotation, "raw_function")


def _find_call(schema: Any) -> Schema:
    """Return the schema of the call in *schema*, or an empty one if it describes no call."""
    found: Schema = schema["schema"] if schema["type"] == "definitions" else schema
    return found if found["type"] == "call" else {}


def _list_parameters(call: Schema) -> Sequence[Schema]:
    """Return the schemas of the parameters of *call*."""
    return (call.get("arguments_schema") or {}).get("arguments_schema") or ()


def list_call_fields(arguments_schema: Schema, unpacked_schema: Schema) -> list[Schema]:
    """Return the parameters that a call may set, each like a field of a TypedDict.

    *unpacked_schema* describes ``**kwargs: Unpack[Options]``. Other ``*args`` and ``**kwargs`` stay
    empty.
    """
    parameters = [
        {**argument, "validation_alias": argument.get("alias")}
        for argument in arguments_schema.get("arguments_schema") or ()
    ]
    unpacked = unpacked_schema.get("fields") or {}
    return [*parameters, *({**field, "name": name} for name, field in unpacked.items())]


def _needs_position(parameter: Schema) -> bool:
    """Return whether Pydantic cannot pass *parameter* by keyword."""
    return parameter.get("mode") == "positional_only" or "alias" in parameter


def _is_keyword_only(parameter: Schema) -> bool:
    """Return whether *parameter* can only be passed by its name."""
    return parameter.get("mode") == "keyword_only"


def _is_keyword_alias(parameter: Schema) -> bool:
    """Return whether *parameter* is passed by another name than its own."""
    return _is_keyword_only(parameter) and "alias" in parameter


def _get_key(parameter: Schema) -> str:
    """Return the key of *parameter* in a mapping of arguments."""
    return str(parameter.get("alias") or parameter["name"])


def _pass_by_position(positions: tuple[str, ...], value: Any) -> Any:
    """Return the mapping *value* with as many of *positions* as it has passed by position."""
    from pydantic_core import ArgsKwargs

    if not isinstance(value, Mapping):
        return value
    rest = dict(value)
    arguments: list[Any] = []
    for key in positions:
        if key not in rest:
            break
        arguments.append(rest.pop(key))
    return ArgsKwargs(tuple(arguments), rest)

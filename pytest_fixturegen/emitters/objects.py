"""What a model or a dataclass must be given to become an equal object again."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import reduce
from typing import Any, TypeAlias

InputPath: TypeAlias = tuple[
    str | int, ...
]  # where the input of a model holds a field: ("name",), or an alias path
_CONSTRUCTOR_ERRORS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)  # of a constructor
_CONSTANT_FACTORIES = (
    None,
    list,
    dict,
    set,
    tuple,
    frozenset,
)  # default factories that make the same at any time


class UnacceptedError(ValueError):
    """An object whose class does not accept what it holds."""


def build_input(value: Any) -> dict[Any, Any]:
    """The input from which the class of *value* makes an equal object, by the keys that it reads.

    Raises UnacceptedError when it makes none of what the object holds.
    """
    keys = _list_input_paths(value)
    data: dict[Any, Any] = _nest_values(
        {keys[name]: part for name, part in _find_accepted(value, keys).items()}
    )
    return data


def _list_input_paths(value: Any) -> dict[str, InputPath]:
    """Where the constructor looks for each field, and each extra one."""
    kind = type(value)
    infos = _get_field_infos(kind)
    config = getattr(kind, "model_config", None) or getattr(kind, "__pydantic_config__", None) or {}
    by_name = config.get("populate_by_name") or config.get("validate_by_name")
    names = [*infos, *(getattr(value, "__pydantic_extra__", None) or {})]
    if dataclasses.is_dataclass(value):
        names = [field.name for field in dataclasses.fields(value) if field.init]
    return {name: (name,) if by_name else _get_input_path(name, infos.get(name)) for name in names}


def _get_field_infos(kind: Any) -> Mapping[str, Any]:
    """Pydantic's words on each field; before 2.10 a model kept them elsewhere than a dataclass."""
    return getattr(kind, "__pydantic_fields__", None) or getattr(kind, "model_fields", None) or {}


def _get_input_path(name: str, info: Any) -> InputPath:
    alias = getattr(info, "validation_alias", None) or name
    choices = getattr(alias, "choices", [alias])
    first = next((choice for choice in choices if isinstance(choice, str)), choices[0])
    return (first,) if isinstance(first, str) else tuple(first.path)


class _InputMapping(dict[Any, Any]):
    """A mapping that alias paths lead through; not a value of the user's."""


def _nest_values(values: Mapping[InputPath, Any]) -> Any:
    """The input that holds each value where its key says."""
    data = _InputMapping()
    for key, part in values.items():
        place = reduce(lambda place, step: place.setdefault(step, _InputMapping()), key[:-1], data)
        place[key[-1]] = part
    return _to_plain(data)


def _to_plain(steps: Any) -> Any:
    if not isinstance(steps, _InputMapping):
        return steps
    if steps and all(isinstance(step, int) for step in steps):
        return [_to_plain(steps.get(index)) for index in range(max(steps) + 1)]
    return {step: _to_plain(part) for step, part in steps.items()}


def _find_accepted(value: Any, keys: Mapping[str, InputPath]) -> dict[str, Any]:
    """What to give the constructor for an equal object: the fields that were set, in the form that is accepted."""
    infos = _get_field_infos(type(value))
    marked = getattr(value, "model_fields_set", keys)
    chosen = {
        name
        for name in keys
        if name in marked
        or name not in infos
        or infos[name].default_factory not in _CONSTANT_FACTORIES
    }
    given = {name: _get_field_value(value, name) for name in keys if name in chosen}
    for _ in range(3):
        wrong = _find_disagreements(value, keys, given)
        if not wrong:
            return given
        given = {
            name: given.get(name, _get_field_value(value, name))
            for name in keys
            if name in given or name in wrong
        }
        given |= {name: _dump_field(value, name) for name in wrong if name in chosen}
        chosen |= wrong
    raise UnacceptedError(f"it does not accept its own {', '.join(sorted(wrong))}")


def _get_field_value(value: Any, name: str) -> Any:
    extra = getattr(value, "__pydantic_extra__", None) or {}  # whose names may be those of methods
    return extra[name] if name in extra else getattr(value, name, None)


def _find_disagreements(
    value: Any, keys: Mapping[str, InputPath], values: Mapping[str, Any]
) -> set[str]:
    """The fields that another object, made of *given*, refuses or has with another value."""
    kind, data = type(value), _nest_values({keys[name]: part for name, part in values.items()})
    try:
        other = kind(**data)
    except _CONSTRUCTOR_ERRORS as error:
        places = (
            {place["loc"][0] for place in error.errors() if place["loc"]}
            if hasattr(error, "errors")
            else set()
        )
        wrong = {name for name, key in keys.items() if key[0] in places or name in places}
        if not wrong:
            raise UnacceptedError(f"it does not accept its own values ({error})") from error
        return wrong
    return {
        name
        for name in keys
        if not _is_same(_get_field_value(other, name), _get_field_value(value, name))
    }


def _is_same(one: object, other: object) -> bool:
    return bool(one == other) or repr(one) == repr(other)


def _dump_field(value: Any, name: str) -> Any:
    """What the field accepts, where it does not accept its value: JSON text, Base64."""
    dump = type(value).__pydantic_serializer__.to_python
    return next(
        iter(dump(value, include={name}, round_trip=True, by_alias=True, warnings=False).values())
    )

"""Finds the input from which a model or a dataclass makes an equal object again."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

InputPath: TypeAlias = tuple[str | int, ...]
"""Where the input of a model holds a field: ``("name",)``, or the steps of an alias path."""

CONSTRUCTOR_ERRORS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""Errors that a constructor may raise for a value that it does not accept."""

_CONSTANT_FACTORIES = (None, list, dict, set, tuple, frozenset)
"""Default factories that always make the same value; a field with another one must be given."""

_MAX_ATTEMPTS = 3


class UnacceptedError(ValueError):
    """An object whose class does not accept its values."""


def build_input(value: Any) -> dict[Any, Any]:
    """Return the input from which the class of *value* makes an equal object, by input key.

    Raises UnacceptedError if the class accepts no such input.
    """
    paths = _list_input_paths(value)
    accepted = _find_accepted(value, paths)
    data: dict[Any, Any] = _nest_values({paths[name]: part for name, part in accepted.items()})
    return data


def _list_input_paths(value: Any) -> dict[str, InputPath]:
    """Return where the constructor reads each field, and each extra one."""
    kind = type(value)
    infos = _get_field_infos(kind)
    names = [*infos, *_get_extra(value)]
    if dataclasses.is_dataclass(value):
        names = [field.name for field in dataclasses.fields(value) if field.init]
    if _accepts_names(kind):
        return {name: (name,) for name in names}
    return {name: _get_input_path(name, infos.get(name)) for name in names}


def _accepts_names(kind: Any) -> bool:
    """Return whether the constructor takes the name of a field that has an alias.

    Pydantic 2.11 renamed the option.
    """
    config = getattr(kind, "model_config", None) or getattr(kind, "__pydantic_config__", None)
    if not config:
        return False
    return bool(config.get("populate_by_name") or config.get("validate_by_name"))


def _get_field_infos(kind: Any) -> Mapping[str, Any]:
    """Return Pydantic's field infos; before 2.10, models had them in another attribute."""
    return getattr(kind, "__pydantic_fields__", None) or getattr(kind, "model_fields", None) or {}


def _get_extra(value: Any) -> Mapping[str, Any]:
    """Return the extra fields that a Pydantic model keeps; other objects have none."""
    return getattr(value, "__pydantic_extra__", None) or {}


def _get_input_path(name: str, info: Any) -> InputPath:
    """Return the first choice of the alias that is a plain key, or else its first choice."""
    alias = getattr(info, "validation_alias", None) or name
    choices = getattr(alias, "choices", [alias])
    first = next(
        (choice for choice in choices if isinstance(choice, str)),
        choices[0],
    )
    return (first,) if isinstance(first, str) else tuple(first.path)


class _InputMapping(dict[Any, Any]):
    """A mapping made of alias paths, as opposed to one that the user's value contains."""


def _nest_values(values: Mapping[InputPath, Any]) -> Any:
    """Return the input that has each value at its path."""
    data = _InputMapping()
    for path, part in values.items():
        parent = data
        for step in path[:-1]:
            parent = parent.setdefault(step, _InputMapping())
        parent[path[-1]] = part
    return _to_plain(data)


def _to_plain(node: Any) -> Any:
    """Return *node* with alias paths as dicts, and as lists if all their steps are indices."""
    if not isinstance(node, _InputMapping):
        return node
    has_only_indices = all(isinstance(step, int) for step in node)
    if not node or not has_only_indices:
        return {step: _to_plain(part) for step, part in node.items()}
    # An index that no field uses is None in the list.
    indices = range(max(node) + 1)
    return [_to_plain(node.get(index)) for index in indices]


def _find_accepted(value: Any, paths: Mapping[str, InputPath]) -> dict[str, Any]:
    """Return the values to construct an equal object from, by field name.

    The first attempt has the fields that were set. Fields that the result does not agree on are
    added, in the form that they are serialized to if they were there.
    """
    chosen = _choose_fields(value, paths)
    attempt = {name: _get_field_value(value, name) for name in paths if name in chosen}
    for _ in range(_MAX_ATTEMPTS):
        wrong = _find_disagreements(value, paths, attempt)
        if not wrong:
            return attempt
        attempt = _repair_attempt(
            value,
            paths,
            attempt,
            wrong,
            chosen,
        )
        chosen |= wrong
    raise UnacceptedError(f"it does not accept its own {', '.join(sorted(wrong))}")


def _choose_fields(value: Any, paths: Mapping[str, InputPath]) -> set[str]:
    """Return the fields that were set, or that have no constant default."""
    infos = _get_field_infos(type(value))
    fields_set = getattr(value, "model_fields_set", paths)
    chosen = set()
    for name in paths:
        is_constant = name in infos and infos[name].default_factory in _CONSTANT_FACTORIES
        if name in fields_set or not is_constant:
            chosen.add(name)
    return chosen


def _repair_attempt(
    value: Any,
    paths: Mapping[str, InputPath],
    attempt: Mapping[str, Any],
    wrong: set[str],
    chosen: set[str],
) -> dict[str, Any]:
    """Return *attempt* with the *wrong* fields corrected, in the order of *paths*.

    A chosen field is serialized, one that was left out is added with its value.
    """
    repaired = {}
    for name in paths:
        if name in wrong and name in chosen:
            repaired[name] = _dump_field(value, name)
        elif name in attempt:
            repaired[name] = attempt[name]
        elif name in wrong:
            repaired[name] = _get_field_value(value, name)
    return repaired


def _get_field_value(value: Any, name: str) -> Any:
    """Return the value of an extra or declared field, or None if *value* lacks it."""
    extra = _get_extra(value)  # an extra field may have the name of a method
    return extra[name] if name in extra else getattr(value, name, None)


def _find_disagreements(
    value: Any,
    paths: Mapping[str, InputPath],
    attempt: Mapping[str, Any],
) -> set[str]:
    """Return the fields that an object made of *attempt* refuses, or has with another value."""
    data = _nest_values({paths[name]: part for name, part in attempt.items()})
    try:
        other = type(value)(**data)
    except CONSTRUCTOR_ERRORS as error:
        wrong = _find_refused(error, paths)
        if not wrong:
            raise UnacceptedError(f"it does not accept its own values ({error})") from error
        return wrong
    wrong = set()
    for name in paths:
        made = _get_field_value(other, name)
        expected = _get_field_value(value, name)
        if not _is_same(made, expected):
            wrong.add(name)
    return wrong


def _find_refused(error: Any, paths: Mapping[str, InputPath]) -> set[str]:
    """Return the fields that *error*, a ValidationError perhaps, complains about."""
    problems: Sequence[Any] = error.errors() if hasattr(error, "errors") else ()
    locations = {problem["loc"][0] for problem in problems if problem["loc"]}
    refused = set()
    for name, path in paths.items():
        # An error names the alias or the field, as the model is configured.
        if path[0] in locations or name in locations:
            refused.add(name)
    return refused


def _is_same(one: object, other: object) -> bool:
    """Return whether *one* equals *other*, or looks the same, as NaN does."""
    return bool(one == other) or repr(one) == repr(other)


def _dump_field(value: Any, name: str) -> Any:
    """Return the serialized field, for a field that accepts JSON text or Base64, not its value."""
    dump = type(value).__pydantic_serializer__.to_python
    dumped = dump(
        value,
        include={name},
        round_trip=True,
        by_alias=True,
        warnings=False,
    )
    return next(iter(dumped.values()))

"""How the library of a class itself reads a payload, and what it says when it refuses one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any, NamedTuple

from pytest_fixturegen._internal.json_values import loads
from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.generator.repair.refusal import read_refusals
from pytest_fixturegen.introspection.adapters import build_adapter
from pytest_fixturegen.introspection.readers import table_classes
from pytest_fixturegen.introspection.shapes import TypeReading

MSGSPEC_PATH = re.compile(r" - at `\$?(?P<path>[^`]*)`$")
"""The end of a message of msgspec: where the refused value is."""

MSGSPEC_STEP = re.compile(r"\.(?P<name>\w+)|\[(?P<index>\d+|\.\.\.)\]")


class ErrorFacts(NamedTuple):
    """One error that the model reports: its place, type and context, as Pydantic writes them.

    The type of an error of another library is the name of its exception.
    """

    loc: tuple[int | str, ...]
    type: str
    ctx: dict[str, Any]
    msg: str


def read_errors(error: Exception) -> tuple[ErrorFacts, ...]:
    """Return the facts of *error*, which Pydantic, msgspec or a constructor raised."""
    facts = []
    for refusal in read_refusals(error):
        if refusal.kind:
            facts.append(
                ErrorFacts(
                    refusal.loc,
                    refusal.kind,
                    dict(refusal.context),
                    refusal.message,
                )
            )
            continue
        name = type(error).__qualname__
        facts.append(
            ErrorFacts(
                _read_msgspec_path(str(error)),
                name,
                {},
                str(error),
            )
        )
    return tuple(facts)


def _read_msgspec_path(message: str) -> tuple[int | str, ...]:
    """Return the place that a *message* of msgspec names; nothing if it names none."""
    found = MSGSPEC_PATH.search(message)
    steps = MSGSPEC_STEP.finditer(found["path"]) if found else ()
    return tuple(step["name"] or _to_index(step["index"]) for step in steps)


def _to_index(text: str) -> int | str:
    return int(text) if text.isdigit() else text


def find_json_validator(model: Any, reading: TypeReading) -> Callable[[bytes], Any]:
    """Return the function that reads the JSON of *model*, or raises the error of its library.

    A class of msgspec is decoded by msgspec; one of attrs is made by its constructor. *reading*,
    the one of *model*, validates the records of a document.
    """
    if reading.is_document:
        return reading.validate_json
    if hasattr(model, "__struct_fields__"):
        import msgspec

        return partial(msgspec.json.decode, type=model)
    if is_attrs_class(model):
        return lambda text: _construct(model, loads(text))
    adapter = build_adapter(table_classes.to_readable_type(model))
    validate: Callable[[bytes], Any] = adapter.validate_json
    return validate


def is_attrs_class(model: Any) -> bool:
    """Return whether *model* is a class of attrs."""
    return isinstance(model, type) and hasattr(model, "__attrs_attrs__")


def _construct(cls: Any, payload: Any) -> Any:
    """Return an instance of *cls*, constructed from a JSON *payload*.

    attrs does not check types: a value that does not convert to its attribute's type is passed
    unchanged.
    """
    if not isinstance(payload, dict):
        raise TypeError(f"Expected the arguments of {cls.__name__}, got {payload!r:.40}.")
    types = _read_types(cls)
    return cls(**{name: _convert(types.get(name), value) for name, value in payload.items()})


@lru_cache(maxsize=256)
def _read_types(cls: Any) -> dict[str, Any]:
    """Return the type of each argument of the attrs class *cls*."""
    import attrs

    attrs.resolve_types(cls)
    return {attribute.alias: attribute.type for attribute in attrs.fields(cls)}


def _convert(annotation: Any, value: Any) -> Any:
    """Return *value* as a value of the type *annotation*, or unchanged if that does not take it."""
    if is_attrs_class(annotation) and isinstance(value, dict):
        return _construct(annotation, value)
    return call_or_default(lambda: build_adapter(annotation).validate_python(value), value)

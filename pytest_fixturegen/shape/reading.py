"""From a type to its :class:`Reading`: the door of this room."""

from __future__ import annotations

import warnings
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.identity import type_name
from pytest_fixturegen.shape import tables
from pytest_fixturegen.shape.core_schema import SchemaReader
from pytest_fixturegen.shape.foreign import bridged
from pytest_fixturegen.shape.quiet import quiet, validator_of
from pytest_fixturegen.shape.shapes import Reading


def read_type(annotation: Any) -> Reading:
    """What is known of *annotation*: anything that a Pydantic TypeAdapter accepts, and classes of attrs and msgspec.

    Raises MappingError when Pydantic cannot build a schema of it.
    """
    from pydantic import TypeAdapter

    if tables.is_plain_table(annotation):
        return tables.reading_of(annotation, read_type(tables.stand_in(annotation)))
    name = type_name(annotation)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            adapter = TypeAdapter(bridged(annotation))
            if type(adapter.core_schema).__name__.startswith("Mock"):
                adapter.rebuild(raise_errors=True)
            reader = SchemaReader()
            shape = reader.read(quiet(dict(adapter.core_schema)))
            validator = validator_of(adapter)
    except Exception as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise MappingError(
            f"{name} is no type that Pydantic can read: {reason}",
            hint=_hint(error),
            model=name,
        ) from error
    return Reading(
        name=name,
        shape=shape,
        refs=reader.refs,
        validate=validator.validate_python,
        validate_json=validator.validate_json,
        dump_json=partial(adapter.serializer.to_json, by_alias=True, warnings=False),
        dump_round_trip=partial(adapter.serializer.to_json, by_alias=True, round_trip=True, warnings=False),
        dump_by_name=partial(adapter.serializer.to_json, by_alias=False, round_trip=True, warnings=False),
    )


def _hint(error: Exception) -> str:
    """What to do about a type that Pydantic does not read."""
    if isinstance(error, NameError) or getattr(error, "code", "") == "class-not-fully-defined":
        return "Import or define what its annotations name."
    return "Do what Pydantic asks for, or leave the model out with --exclude."


def json_schema(model: Any) -> dict[str, Any]:
    """The JSON Schema of *model*, that of its stand-in where Pydantic does not know the class itself."""
    from pydantic import TypeAdapter

    return dict(TypeAdapter(bridged(tables.readable(model))).json_schema())


@lru_cache(maxsize=1024)
def read_class(cls: Any) -> Reading:
    """The same for a class that another type stands for; kept, since such types often name one another."""
    return read_type(cls)


@lru_cache(maxsize=4096)
def builder(cls: Any) -> Any:
    """The function that makes an instance of *cls* from a mapping."""
    from pydantic import TypeAdapter

    return validator_of(TypeAdapter(cls)).validate_python


def attempted(build: Any) -> Any:
    """*build*, or its argument where *build* refuses that: whoever validates the whole then says where and why."""

    def attempt(value: Any) -> Any:
        try:
            return build(value)
        except Exception:
            return value

    return attempt

"""From a type to its :class:`Reading`: the door of this room."""

from __future__ import annotations

import warnings
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen._internal.type_names import format_type
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.introspection.pure_validators import build_validator, remove_settings_init
from pytest_fixturegen.introspection.readers import table_classes
from pytest_fixturegen.introspection.readers.core_schema import SchemaReader
from pytest_fixturegen.introspection.readers.foreign_classes import add_bridges
from pytest_fixturegen.introspection.shapes import TypeReading


def read_type(annotation: Any) -> TypeReading:
    """What is known of *annotation*: anything that a Pydantic TypeAdapter accepts, and classes of attrs and msgspec.

    Raises MappingError when Pydantic cannot build a schema of it.
    """
    from pydantic import TypeAdapter

    if table_classes.is_plain_table(annotation):
        return table_classes.build_table_reading(
            annotation, read_type(table_classes.build_table_model(annotation))
        )
    name = format_type(annotation)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            adapter = TypeAdapter(add_bridges(annotation))
            if type(adapter.core_schema).__name__.startswith("Mock"):
                adapter.rebuild(raise_errors=True)
            reader = SchemaReader()
            shape = reader.read(remove_settings_init(dict(adapter.core_schema)))
            validator = build_validator(adapter)
    except Exception as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise MappingError(
            f"{name} is no type that Pydantic can read: {reason}",
            hint=_build_hint(error),
            model=name,
        ) from error
    return TypeReading(
        name=name,
        shape=shape,
        refs=reader.refs,
        validate=validator.validate_python,
        validate_json=validator.validate_json,
        dump_json=partial(adapter.serializer.to_json, by_alias=True, warnings=False),
        dump_round_trip=partial(
            adapter.serializer.to_json, by_alias=True, round_trip=True, warnings=False
        ),
        dump_by_name=partial(
            adapter.serializer.to_json, by_alias=False, round_trip=True, warnings=False
        ),
    )


def _build_hint(error: Exception) -> str:
    """What to do about a type that Pydantic does not read."""
    if isinstance(error, NameError) or getattr(error, "code", "") == "class-not-fully-defined":
        return "Import or define what its annotations name."
    return "Do what Pydantic asks for, or leave the model out with --exclude."


def build_json_schema(model: Any) -> dict[str, Any]:
    """The JSON Schema of *model*, that of its stand-in where Pydantic does not know the class itself."""
    from pydantic import TypeAdapter

    return dict(TypeAdapter(add_bridges(table_classes.to_readable_type(model))).json_schema())


@lru_cache(maxsize=1024)
def read_class(cls: Any) -> TypeReading:
    """The same for a class that another type stands for; kept, since such types often name one another."""
    return read_type(cls)


@lru_cache(maxsize=4096)
def get_builder(cls: Any) -> Any:
    """The function that makes an instance of *cls* from a mapping."""
    from pydantic import TypeAdapter

    return build_validator(TypeAdapter(cls)).validate_python


def make_lenient(build: Any) -> Any:
    """*build*, or its argument where *build* refuses that: whoever validates the whole then says where and why."""

    def build_or_keep(value: Any) -> Any:
        try:
            return build(value)
        except Exception:
            return value

    return build_or_keep

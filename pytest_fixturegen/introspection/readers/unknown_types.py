"""Types that hold classes which Pydantic does not know, such as a dataclass with a field of any
class.

Pydantic takes instances of such classes if it may. A class that is made by a constructor with
annotated parameters gets a bridge instead, so that its arguments are drawn and written as JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import partial
from typing import Annotated, Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.introspection.checker_imports import walk_types
from pytest_fixturegen.introspection.readers.argument_models import construct
from pytest_fixturegen.introspection.readers.foreign_classes import add_bridges
from pytest_fixturegen.introspection.schema_walk import UNKNOWN_CLASS, Schema, map_schemas

UNKNOWN_TYPE = "schema-for-unknown-type"
"""The code of Pydantic's error for a class that it does not know."""

CHECKABLE = "_is_runtime_protocol"
"""The attribute of a protocol that ``runtime_checkable`` sets."""

PLAIN_TYPES = (str, bytes, int, float, Decimal)
"""Types whose values a constructor may take alone, such as a text for a version."""


@dataclass(frozen=True, slots=True)
class GivenType:
    """Metadata in ``Annotated`` that is read as *annotation*, under the config of the adapter.

    An adapter takes no config for a class that could have its own.
    """

    annotation: Any

    def __get_pydantic_core_schema__(
        self,
        source: Any,
        handler: Any,
    ) -> Any:
        """Return the schema of the annotation, whatever the annotated type is."""
        return handler.generate_schema(self.annotation)


@dataclass(frozen=True, slots=True)
class KnownSchema:
    """Metadata in ``Annotated`` that is read as the schema of :func:`build_known_schema`."""

    annotation: Any

    def __get_pydantic_core_schema__(
        self,
        source: Any,
        handler: Any,
    ) -> Any:
        """Return the schema, whatever the annotated type is.

        Pydantic takes definitions from a class, but not from metadata.
        """
        schema = build_known_schema(self.annotation)
        holder = {"__get_pydantic_core_schema__": lambda source, handler: schema}
        return handler.generate_schema(type("Known", (), holder))


def is_protocol(cls: Any) -> bool:
    """Return whether *cls* is a protocol, of which nothing makes instances."""
    return isinstance(cls, type) and getattr(cls, "_is_protocol", False)


def is_type_unknown(error: Exception) -> bool:
    """Return whether *error* of Pydantic says that it does not know a class."""
    return getattr(error, "code", "") == UNKNOWN_TYPE


def add_known_schema(annotation: Any) -> Any:
    """Return *annotation* with metadata that makes unknown classes in it readable."""
    return Annotated[annotation, KnownSchema(annotation)]


def build_known_schema(annotation: Any) -> Schema:
    """Return the core schema of *annotation*, in which unknown classes are known as instances."""
    definitions: dict[str, Schema] = {}
    with _checkable_protocols(annotation):
        schema = _build_part(
            definitions,
            frozenset(),
            add_bridges(annotation),
        )
    return {
        "type": "definitions",
        "schema": schema,
        "definitions": list(definitions.values()),
    }


@contextmanager
def _checkable_protocols(annotation: Any) -> Iterator[None]:
    """Let Pydantic build a check of instances for the protocols in *annotation*.

    Such a check is not kept, see :func:`_take_instances`.
    """
    found = filter(is_protocol, walk_types(annotation))
    strict = [each for each in found if not getattr(each, CHECKABLE, False)]
    for protocol in strict:
        setattr(protocol, CHECKABLE, True)
    try:
        yield
    finally:
        for protocol in strict:
            delattr(protocol, CHECKABLE)


def _build_part(
    definitions: dict[str, Schema],
    outer: frozenset[Any],
    readable_type: Any,
) -> Schema:
    """Return the schema of *readable_type*, and put what it defines by name into *definitions*.

    The classes of *outer* are those around it, within which they are not bridged again.
    """
    from pydantic import ConfigDict, TypeAdapter

    config = ConfigDict(arbitrary_types_allowed=True)
    adapter = TypeAdapter(
        Annotated[Any, GivenType(readable_type)],
        config=config,
    )
    schema: Schema = map_schemas(
        adapter.core_schema, partial(_change_part, definitions, outer), "metadata"
    )
    return schema


def _change_part(
    definitions: dict[str, Schema],
    outer: frozenset[Any],
    part: Schema,
) -> Schema:
    """Return *part* with a bridge for an instance, and a reference for what has a name.

    Pydantic rejects two definitions of one name.
    """
    if part["type"] == "definitions":
        return dict(part["schema"])
    cls = part.get("cls")
    if part["type"] == "is-instance" and cls not in outer:
        return _build_instance(definitions, outer | {cls}, part)
    if "ref" in part:
        definitions.setdefault(part["ref"], part)
        return {"type": "definition-ref", "schema_ref": part["ref"]}
    return part


def _build_instance(
    definitions: dict[str, Schema],
    outer: frozenset[Any],
    part: Schema,
) -> Schema:
    """Return the schema of the bridge of a class, or *part*, which takes instances of it."""
    readable_type = add_bridges(part["cls"])
    if readable_type is part["cls"]:
        return _take_instances(part)
    # The annotations of a library may be unreadable.
    bridged = attempt(partial(_build_part, definitions, outer, readable_type))
    return _take_instances(part) if isinstance(bridged, Raised) else bridged


def _take_instances(part: Schema) -> Schema:
    """Return a schema that takes instances of the class of *part*, an ``is-instance`` schema."""
    from pydantic_core import core_schema

    cls = part["cls"]
    return dict(
        core_schema.with_info_plain_validator_function(
            partial(_take_instance, cls), metadata={UNKNOWN_CLASS: cls}
        )
    )


def _take_instance(
    cls: Any,
    value: Any,
    info: Any,
) -> Any:
    """Return *value*, an instance of *cls*, or what *cls* makes of a text, a number, or JSON.

    Raise ValueError for any other value.
    """
    # Python refuses to check instances of most protocols.
    if is_protocol(cls) or isinstance(value, cls):
        return value
    if info.mode == "json" or isinstance(value, PLAIN_TYPES):
        return construct(partial(cls, value), "")
    raise ValueError(f"expected an instance of {cls.__name__}, got {type(value).__name__}")

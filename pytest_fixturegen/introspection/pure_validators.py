"""Validators that depend on their input only, not on environment variables or settings files.

The constructor of a settings class (pydantic-settings) fills missing fields from its surroundings,
and overrides given ones. Generated data would then differ between machines, so that instances of
settings classes are built without that constructor. So are documents of Beanie, whose constructor
needs a server.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytest_fixturegen.introspection.instance_inputs import has_plain_inputs, read_plain_inputs
from pytest_fixturegen.introspection.readers.beanie_links import describe_links, is_document
from pytest_fixturegen.introspection.schema_walk import Schema, iter_schemas, map_schemas


def build_validator(adapter: Any) -> Any:
    """Return the validator of a TypeAdapter that validates by :func:`adapt_schema`."""
    return build_adapted_validator(adapter, adapt_schema(adapter.core_schema))


def build_adapted_validator(adapter: Any, schema: Any) -> Any:
    """Return the validator of *schema*, the one of a TypeAdapter after :func:`adapt_schema`."""
    if schema is adapter.core_schema:
        return adapter.validator
    from pydantic_core import SchemaValidator

    # Prebuilt validators of the classes would validate by their own schemas nevertheless.
    return SchemaValidator(schema, _use_prebuilt=False)


def build_json_reader(adapter: Any, validator: Any) -> Callable[[bytes], Any]:
    """Return a function from JSON to the instances that *validator*, of *adapter*, accepts.

    A schema for JSON alone may give others, such as a text in place of an identifier.
    """
    schema = adapter.core_schema
    read_json: Callable[[bytes], Any] = validator.validate_json
    if validator is not adapter.validator and has_plain_inputs(schema):
        from pydantic_core import SchemaValidator

        changed = read_plain_inputs(remove_settings_init(schema), in_json=True)
        read_json = SchemaValidator(changed, _use_prebuilt=False).validate_json
    return read_json


def build_table_validator(adapter: Any) -> Any:
    """Return the validator of a TypeAdapter of SQLModel tables that does validate.

    The constructor of a table accepts any value. The instances that the validator returns have
    valid values, but SQLAlchemy does not know them.
    """
    from pydantic_core import SchemaValidator

    schema = _remove_init(adapter.core_schema, _is_table)
    return SchemaValidator(schema, _use_prebuilt=False)


def build_serializer(adapter: Any) -> Any:
    """Return the serializer of a TypeAdapter, which writes the links of documents by itself."""
    schema = describe_links(adapter.core_schema)
    if schema is adapter.core_schema:
        return adapter.serializer
    from pydantic_core import SchemaSerializer

    return SchemaSerializer(schema, _use_prebuilt=False)


def adapt_schema(schema: Any) -> Any:
    """Return the core schema by which this package validates: *schema* itself if that will do.

    It has no constructors of settings classes, and reads plain values for instances.
    """
    adapted = remove_settings_init(schema)
    return read_plain_inputs(adapted) if has_plain_inputs(adapted) else adapted


def remove_settings_init(schema: Any) -> Any:
    """Return a core schema without the constructors of settings classes: a copy if it has any.

    The same is true of the constructors of documents and of the links between them.
    """
    if not _has_settings(schema):
        return schema
    return describe_links(_remove_init(schema, _is_settings))


def _remove_init(schema: Any, is_affected: Callable[[Schema], bool]) -> Any:
    """Return a copy of a core schema without the constructors of the classes that *is_affected*
    selects.
    """

    def remove(part: Schema) -> Schema:
        if is_affected(part):
            part.pop("custom_init", None)
        return part

    return map_schemas(schema, remove)


def _has_settings(schema: Any) -> bool:
    """Return whether *schema* is the schema of a settings class or contains one."""
    return any(map(_is_settings, iter_schemas(schema)))


def _is_settings(schema: Schema) -> bool:
    """Return whether *schema* is that of a settings class, known by its method, or a document."""
    cls = schema["cls"] if schema.get("type") == "model" else None
    return hasattr(cls, "settings_customise_sources") or is_document(cls)


def _is_table(schema: Schema) -> bool:
    """Return whether *schema* is that of a class of SQLModel with a table."""
    return schema.get("type") == "model" and hasattr(schema["cls"], "__table__")

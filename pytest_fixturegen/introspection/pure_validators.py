"""Validators that depend on their input only, not on environment variables or settings files.

The constructor of a settings class (pydantic-settings) fills missing fields from its surroundings,
and overrides given ones. Generated data would then differ between machines, so that instances of
settings classes are built without that constructor.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Schema = dict[str, Any]


def build_validator(adapter: Any) -> Any:
    """Return the validator of a TypeAdapter, without the constructors of settings classes."""
    schema = adapter.core_schema
    if not _has_settings(schema):
        return adapter.validator
    from pydantic_core import SchemaValidator

    # Prebuilt validators of the classes would call the constructors nevertheless.
    return SchemaValidator(remove_settings_init(schema), _use_prebuilt=False)


def build_table_validator(adapter: Any) -> Any:
    """Return the validator of a TypeAdapter of SQLModel tables that does validate.

    The constructor of a table accepts any value. The instances that the validator returns have
    valid values, but SQLAlchemy does not know them.
    """
    from pydantic_core import SchemaValidator

    schema = _remove_init(adapter.core_schema, _is_table)
    return SchemaValidator(schema, _use_prebuilt=False)


def remove_settings_init(schema: Any) -> Any:
    """Return a core schema without the constructors of settings classes: a copy if it has any."""
    return _remove_init(schema, _is_settings) if _has_settings(schema) else schema


def _remove_init(schema: Any, is_affected: Callable[[Schema], bool]) -> Any:
    """Return a copy of a core schema without the constructors of the classes that *is_affected*
    selects.
    """
    if isinstance(schema, dict):
        removed_key = "custom_init" if is_affected(schema) else None
        return {
            key: _remove_init(part, is_affected)
            for key, part in schema.items()
            if key != removed_key
        }
    if type(schema) in (list, tuple):
        return type(schema)(_remove_init(part, is_affected) for part in schema)
    return schema


def _has_settings(schema: Any) -> bool:
    """Return whether *schema* is the schema of a settings class or contains one.

    This does not call itself: Python 3.12 lets C functions, such as ``any``, nest 1,500 deep only.
    """
    waiting = [schema]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if _is_settings(part):
                return True
            waiting.extend(part.values())
        elif type(part) in (list, tuple):
            waiting.extend(part)
    return False


def _is_settings(schema: Schema) -> bool:
    """Return whether *schema* is that of a settings class, known by its method."""
    return schema.get("type") == "model" and hasattr(schema["cls"], "settings_customise_sources")


def _is_table(schema: Schema) -> bool:
    """Return whether *schema* is that of a class of SQLModel with a table."""
    return schema.get("type") == "model" and hasattr(schema["cls"], "__table__")

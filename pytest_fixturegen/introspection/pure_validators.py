"""Validators that read what they are given and nothing else: no variable of the environment, no file of settings.

A settings class fills what is missing, and overlays what is given, from its surroundings whenever it is called. Data made
of it would differ from machine to machine, so its instances are made as those of any model.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def build_validator(adapter: Any) -> Any:
    """The validator of *adapter*, or one that never calls the constructor of a settings class."""
    schema = adapter.core_schema
    if not _has_settings(schema):
        return adapter.validator
    from pydantic_core import SchemaValidator

    return SchemaValidator(
        remove_settings_init(schema), _use_prebuilt=False
    )  # the classes keep validators that call their constructors


def remove_settings_init(schema: Any) -> Any:
    """*schema* without the constructors of settings classes."""
    if isinstance(schema, dict):
        left_out = ("custom_init",) if _is_settings(schema) else ()
        return {
            key: remove_settings_init(part) for key, part in schema.items() if key not in left_out
        }
    if type(schema) in (list, tuple):
        return type(schema)(remove_settings_init(part) for part in schema)
    return schema


def _has_settings(schema: Any) -> bool:
    if isinstance(schema, dict):
        return _is_settings(schema) or any(map(_has_settings, schema.values()))
    return type(schema) in (list, tuple) and any(map(_has_settings, schema))


def _is_settings(schema: Schema) -> bool:
    return schema.get("type") == "model" and hasattr(schema["cls"], "settings_customise_sources")

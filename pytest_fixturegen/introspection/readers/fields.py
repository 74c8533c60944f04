"""Reads the fields of a class: how each is named when read and when written, and what stands there unasked."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any

from pytest_fixturegen.introspection.readers.constructors import apply_constructor
from pytest_fixturegen.introspection.shapes import ChoiceShape, ModelField, ModelShape, Shape

Schema = dict[str, Any]
Alias = tuple[str | int, ...]

PLAIN_FIELD_KEYS = frozenset(
    "type name schema required validation_alias serialization_alias serialization_exclude frozen metadata kw_only "
    "kw_only init init_only".split()
)
"""What a field's schema may say and still be written to JSON just as its shape says."""

JSON_SETTINGS = (
    "ser_json_timedelta",
    "ser_json_temporal",
    "ser_json_bytes",
    "ser_json_inf_nan",
    "json_encoders",
)
"""Settings of a model that change its JSON."""


def read_model(
    read_schema: Callable[[Schema], Shape], config: Schema, schema: Schema, inner: Schema
) -> ModelShape:
    """The Model that *inner*, the fields within *schema*, describes."""
    listed = inner["fields"]
    pairs = listed.items() if isinstance(listed, dict) else ((one["name"], one) for one in listed)
    kind = {"model-fields": "model", "dataclass-args": "dataclass", "typed-dict": "typed-dict"}[
        inner["type"]
    ]
    read_fields = tuple(
        _read_field(read_schema, config, name, one) for name, one in pairs if _is_init_field(one)
    )
    exact = (
        "serialization" not in schema
        and not inner.get("computed_fields")
        and not any(config.get(setting) for setting in JSON_SETTINGS)
        and all(
            one.keys() <= PLAIN_FIELD_KEYS and _is_init_field(one) and not one.get("init_only")
            for _, one in pairs
        )
    )
    cls = schema.get("cls") or inner.get("cls")
    ref = schema.get("ref") or build_label(cls)
    computed = tuple(
        _read_computed_field(read_schema, one) for one in inner.get("computed_fields", ())
    )
    model = ModelShape(
        ref,
        cls,
        kind,
        read_fields,
        has_exact_json=exact,
        is_strict=bool(config.get("strict")),
        computed_fields=computed,
    )
    return apply_constructor(model, read_schema) if schema.get("custom_init") else model


def read_call(
    read_schema: Callable[[Schema], Shape],
    config: Schema,
    function: Any,
    arguments: Iterable[Schema],
) -> ModelShape:
    """The arguments of *function* as the fields of a mapping, which Pydantic takes for a call."""
    fields = {each["name"]: {**each, "validation_alias": each.get("alias")} for each in arguments}
    return read_model(
        read_schema, config, {"cls": function}, {"type": "typed-dict", "fields": fields}
    )


def _is_init_field(field: Schema) -> bool:
    return field.get("init") is not False


def _read_field(
    read_schema: Callable[[Schema], Shape], config: Schema, name: str, field: Schema
) -> ModelField:
    schema = field["schema"]
    wrapper = find_default_schema(schema)
    default, has_default = (
        (wrapper.get("default"), "default" in wrapper) if wrapper else (None, False)
    )
    required = field.get("required", wrapper is None)
    written = field.get("serialization_alias", name)
    return ModelField(
        name=name,
        shape=read_schema(schema),
        key=_choose_key(name, field.get("validation_alias"), config),
        json_key=None if field.get("serialization_exclude") else written,
        required=required,
        default=copy.copy(default) if has_default else None,
        has_default=has_default,
        examples=_read_examples(field),
    )


def _read_computed_field(read_schema: Callable[[Schema], Shape], field: Schema) -> ModelField:
    name = field["property_name"]
    return ModelField(
        name=name,
        shape=read_schema(field["return_schema"]),
        key=(),
        json_key=field.get("alias", name),
        required=False,
    )


def find_default_schema(schema: Schema) -> Schema | None:
    """The ``default`` schema around a field's type, also below validators."""
    while schema["type"].startswith("function-") and "schema" in schema:
        schema = schema["schema"]
    return schema if schema["type"] == "default" else None


def _choose_key(name: str, alias: Any, config: Schema) -> tuple[str | int, ...]:
    if alias is None or config.get("validate_by_alias") is False:
        return (name,)
    if isinstance(alias, str):
        return (alias,)
    if alias and not isinstance(alias[0], list):
        return tuple(alias)
    choices: list[Alias] = [tuple(choice) for choice in alias]
    return min(choices, key=len)  # the plainest of AliasChoices


def _read_examples(field: Schema) -> tuple[Any, ...]:
    examples = field.get("metadata", {}).get("pydantic_js_updates", {}).get("examples")
    return tuple(examples) if isinstance(examples, list) else ()


def build_label(thing: Any) -> str:
    """A short name that does not change between runs."""
    if isinstance(thing, Enum):
        return str(thing.value)
    name = getattr(thing, "__qualname__", None) or getattr(thing, "__name__", None)
    if name:
        return str(name)
    inner = getattr(thing, "func", None)
    return (
        build_label(inner)
        if inner is not None
        else str(thing)
        if isinstance(thing, str | int)
        else type(thing).__name__
    )


def to_json_value(value: Any) -> Any:
    """What JSON says of an enum's member or a Literal's value."""
    return value.value if isinstance(value, Enum) else value


def is_base_model(cls: Any) -> bool:
    """Whether *cls* is the class that all models derive from, so that any of them may stand there."""
    return (
        getattr(cls, "__module__", "") == "pydantic.main"
        and getattr(cls, "__name__", "") == "BaseModel"
    )


def is_single_value(shape: Shape) -> bool:
    """Whether *shape* has one value only, as a discriminator's Literal has."""
    return isinstance(shape, ChoiceShape) and len(shape.values) == 1


def find_instance_class(schema: Schema) -> Any:
    """The class that the ``is-instance`` within *schema* asks for, or None."""
    if schema["type"] == "is-instance":
        return schema["cls"]
    inner = [schema.get("python_schema"), *schema.get("steps", ())[:1], *schema.get("choices", ())]
    return next(
        filter(None, (find_instance_class(part) for part in inner if isinstance(part, dict))), None
    )

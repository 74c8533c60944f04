"""Read the fields of a class: their names in Python and JSON, and their defaults."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from enum import Enum
from functools import partial
from typing import Annotated, Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.introspection.readers.constructors import apply_constructor
from pytest_fixturegen.introspection.readers.generic_bases import (
    AliasSearch,
    find_specialized_hints,
    read_hints,
)
from pytest_fixturegen.introspection.shapes import ChoiceShape, ModelField, ModelShape, Shape
from pytest_fixturegen.introspection.stable_defaults import is_stable_default
from pytest_fixturegen.introspection.stable_factories import is_stable_factory

Schema = dict[str, Any]
ReadSchema = Callable[[Schema], Shape]
Key = tuple[str | int, ...]

PLAIN_FIELD_KEYS = frozenset(
    (
        "type name schema required validation_alias serialization_alias serialization_exclude "
        "frozen metadata kw_only init init_only"
    ).split()
)
"""Keys of a field's schema that leave its JSON as its shape describes it."""

JSON_SETTINGS = (
    "ser_json_timedelta",
    "ser_json_temporal",
    "ser_json_bytes",
    "ser_json_inf_nan",
    "json_encoders",
)
"""Settings of a model that change its JSON."""

INSTANCE_KINDS = ("model", "dataclass")
"""The types of schemas whose values are instances of a class of the user."""

MODEL_KINDS = {"model-fields": "model", "dataclass-args": "dataclass", "typed-dict": "typed-dict"}
"""The kind of a ModelShape for each type of inner schema."""


def read_model(
    read_schema: ReadSchema,
    config: Schema,
    schema: Schema,
    inner: Schema,
    aliases: AliasSearch,
) -> ModelShape:
    """Return the shape of the class that *schema* describes.

    *inner* is the schema of its fields, without the validators in between. *read_schema* reads the
    schemas of fields, *aliases* find the arguments of generic classes.
    """
    entries = inner["fields"]
    is_dataclass = inner["type"] == "dataclass-args"
    fields = _index_by_name(entries) if is_dataclass else entries
    cls = schema.get("cls") or inner.get("cls")
    if inner["type"] in ("dataclass-args", "typed-dict"):
        fields = specialize_fields(cls, fields, aliases)
    # A dataclass does not take fields with init=False back, so that these stay out of its JSON.
    checked_fields = [] if is_dataclass else list(fields.values())
    computed_fields = inner.get("computed_fields") or ()
    model = ModelShape(
        ref=schema.get("ref") or build_label(cls),
        cls=cls,
        kind=MODEL_KINDS[inner["type"]],
        fields=tuple(
            _read_field(read_schema, config, name, field)
            for name, field in fields.items()
            if _is_init_field(field)
        ),
        has_exact_json=_has_exact_json(config, schema, inner, checked_fields),
        is_strict=bool(config.get("strict")),
        computed_fields=tuple(_read_computed_field(read_schema, one) for one in computed_fields),
    )
    return apply_constructor(model, read_schema) if schema.get("custom_init") else model


def specialize_fields(
    cls: Any,
    fields: dict[str, Schema],
    aliases: AliasSearch,
) -> dict[str, Schema]:
    """Return *fields* with the types that the generic bases of *cls* give to type variables.

    Its own variables are what Pydantic made of the fields that have their type, or what *aliases*
    find.
    """
    unknown = [name for name, field in fields.items() if _is_any(field["schema"])]
    if not unknown or not hasattr(cls, "__orig_bases__"):
        return fields
    specialized = dict(fields)
    arguments = _infer_arguments(cls, fields) or aliases.find(cls)
    hints = find_specialized_hints(cls, arguments)
    for name in hints.keys() & unknown:
        schema = call_or_default(partial(_build_schema, hints[name]), None)
        if schema is not None:
            field = fields[name]
            specialized[name] = {**field, "schema": _replace_any(field["schema"], schema)}
    return specialized


def _infer_arguments(cls: Any, fields: dict[str, Schema]) -> dict[Any, Any]:
    """Return the type variables that are the whole type of a field, with the field's schema."""
    parameters = getattr(cls, "__parameters__", ())
    return {
        hint: Annotated[Any, GivenSchema(fields[name]["schema"])]
        for name, hint in (read_hints(cls).items() if parameters else ())
        if hint in parameters and name in fields and not _is_any(fields[name]["schema"])
    }


@dataclass(frozen=True, slots=True)
class GivenSchema:
    """Metadata in ``Annotated`` that is read as *schema*."""

    schema: Schema

    def __get_pydantic_core_schema__(
        self,
        source: Any,
        handler: Any,
    ) -> Any:
        """Return the schema, whatever the annotated type is."""
        return self.schema


def _build_schema(hint: Any) -> Schema:
    """Return the schema of *hint* for a field that Pydantic itself does not validate.

    Nothing makes instances of the mappings that a model is drawn as, so these are asked for.
    """
    from pydantic import TypeAdapter

    return _require_instances(dict(TypeAdapter(hint).core_schema))


def _require_instances(schema: Schema) -> Schema:
    """Return *schema* with an instance of the class in place of each model, in lists too."""
    if schema["type"] in INSTANCE_KINDS:
        return {"type": "is-instance", "cls": schema["cls"]}
    inner = schema.get("items_schema")
    if isinstance(inner, dict):
        return {**schema, "items_schema": _require_instances(inner)}
    return schema


def _is_any(schema: Schema) -> bool:
    """Return whether *schema* holds Any, which is how Pydantic reads a type variable."""
    while "schema" in schema:
        schema = schema["schema"]
    inner = schema.get("items_schema") or schema.get("values_schema") or schema
    return isinstance(inner, dict) and inner["type"] == "any"


def _replace_any(schema: Schema, replacement: Schema) -> Schema:
    """Return *replacement* with the default of *schema*, if that has one."""
    return {**schema, "schema": replacement} if schema["type"] == "default" else replacement


def _index_by_name(entries: Iterable[Schema]) -> dict[str, Schema]:
    """Return *entries* by name; of entries with the same name, the last one counts."""
    return {entry["name"]: entry for entry in entries}


def _has_exact_json(
    config: Schema,
    schema: Schema,
    inner: Schema,
    fields: Iterable[Schema],
) -> bool:
    """Return whether the JSON of the class holds its fields as their shapes describe them."""
    if "serialization" in schema or inner.get("computed_fields"):
        return False
    if any(config.get(setting) for setting in JSON_SETTINGS):
        return False
    return all(map(_is_plain_field, fields))


def _is_plain_field(field: Schema) -> bool:
    """Return whether *field* has no keys but plain ones, and is set and kept by the init."""
    has_plain_keys = field.keys() <= PLAIN_FIELD_KEYS
    return has_plain_keys and _is_init_field(field) and not field.get("init_only")


def read_call(
    read_schema: ReadSchema,
    config: Schema,
    function: Any,
    entries: Iterable[Schema],
) -> ModelShape:
    """Return the arguments of *function*, described by *entries*, as a mapping."""
    inner = {"type": "typed-dict", "fields": _index_by_name(entries)}
    return read_model(
        read_schema,
        config,
        {"cls": function},
        inner,
        AliasSearch(),
    )


def _is_init_field(field: Schema) -> bool:
    """Return whether the constructor takes *field*, which it does unless that is ruled out."""
    return field.get("init") is not False


def _read_field(
    read_schema: ReadSchema,
    config: Schema,
    name: str,
    field: Schema,
) -> ModelField:
    """Return the field *name* as *field* describes it: keys, default and examples.

    The field is required if *field* says so; by default, if its schema has no default.
    """
    schema = field["schema"]
    default_schema = find_default_schema(schema)
    has_constant = default_schema is not None and "default" in default_schema
    has_default = has_constant and is_stable_default(default_schema, config)
    # A copy, since users may change the default of one class in place.
    default = copy.copy(default_schema["default"]) if default_schema and has_default else None
    factory = default_schema.get("default_factory", list) if default_schema else list
    is_excluded = field.get("serialization_exclude")
    return ModelField(
        name=name,
        shape=read_schema(schema),
        key=_choose_key(name, field.get("validation_alias"), config),
        json_key=None if is_excluded else field.get("serialization_alias", name),
        required=field.get("required", default_schema is None),
        default=default,
        has_default=has_default,
        examples=_read_examples(field),
        has_stable_factory=has_default or (not has_constant and is_stable_factory(factory)),
    )


def _read_computed_field(
    read_schema: ReadSchema,
    field: Schema,
) -> ModelField:
    """Return a field that JSON has, but that the model does not read."""
    name = field["property_name"]
    return ModelField(
        name=name,
        shape=read_schema(field["return_schema"]),
        key=(),
        json_key=field.get("alias", name),
        required=False,
    )


def find_default_schema(schema: Schema) -> Schema | None:
    """Return the ``default`` schema of a field, also if validators wrap it, or None."""
    while schema["type"].startswith("function-") and "schema" in schema:
        schema = schema["schema"]
    return schema if schema["type"] == "default" else None


def _choose_key(
    name: str,
    alias: Any,
    config: Schema,
) -> Key:
    """Return the path by which the model reads the field: its alias, or *name* without one.

    Of several alias paths, the shortest one is chosen.
    """
    if alias is None or config.get("validate_by_alias") is False:
        return (name,)
    if isinstance(alias, str):
        return (alias,)
    is_single_path = alias and not isinstance(alias[0], list)
    if is_single_path:
        return tuple(alias)
    paths: list[Key] = [tuple(path) for path in alias]
    return min(paths, key=len)  # the simplest of AliasChoices


def _read_examples(field: Schema) -> tuple[Any, ...]:
    """Return the examples of ``Field``; none if a list of them is not given."""
    json_updates = field.get("metadata", {}).get("pydantic_js_updates", {})
    examples = json_updates.get("examples")
    return tuple(examples) if isinstance(examples, list) else ()


def build_label(value: Any) -> str:
    """Return a short name of a class, a function or a tag; it is the same in every run."""
    if isinstance(value, Enum):
        return str(value.value)
    name = getattr(value, "__qualname__", None) or getattr(value, "__name__", None)
    if name:
        return str(name)
    wrapped = getattr(value, "func", None)  # of a functools.partial
    if wrapped is not None:
        return build_label(wrapped)
    # Other objects may print their address, which varies.
    return str(value) if isinstance(value, str | int) else type(value).__name__


def to_json_value(value: Any) -> Any:
    """Return the JSON of an enum's member or of a Literal's value."""
    return value.value if isinstance(value, Enum) else value


def is_base_model(cls: Any) -> bool:
    """Return whether *cls* is ``pydantic.BaseModel`` itself, which accepts any model."""
    module, name = getattr(cls, "__module__", ""), getattr(cls, "__name__", "")
    return (module, name) == ("pydantic.main", "BaseModel")


def is_single_value(shape: Shape) -> bool:
    """Return whether *shape* has exactly one value, such as the Literal of a discriminator."""
    return isinstance(shape, ChoiceShape) and len(shape.values) == 1


def find_instance_class(schema: Schema) -> Any:
    """Return the class of the first ``is-instance`` schema within *schema*, or None."""
    if schema["type"] == "is-instance":
        return schema["cls"]
    first_steps = schema.get("steps", ())[:1]
    choices = schema.get("choices", ())
    parts = [
        schema.get("python_schema"),
        *first_steps,
        *choices,
    ]
    for part in parts:
        cls = find_instance_class(part) if isinstance(part, dict) else None
        if cls is not None:
            return cls
    return None

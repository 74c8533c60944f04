"""Builds Pydantic models from the fields that an API file declares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import datetime, timezone
from importlib.util import find_spec
from typing import Annotated, Any, Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.store.api_defaults import accept_hashed, read_default
from pytest_fixturegen.store.generate_rules import GenerateRule, read_generate_rule

FIELD_KEYS = (
    "type",
    "format",
    "required",
    "unique",
    "min",
    "max",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "pattern",
    "enum",
    "default",
    "defaultValue",
    "generate",
    "references",
    "primaryKey",
    "items",
    "fields",
    "properties",
    "nullable",
    "description",
    "autoIncrement",
)
"""The keys of a field."""

TOP_LEVEL_KEYS = ("unique", "references", "primaryKey", "autoIncrement")
"""The keys that only a field of a resource may have, not a field within an object or an array."""

BOOLEAN_KEYS = ("required", "unique", "primaryKey", "nullable", "autoIncrement")
TYPE_ALIASES = {
    "str": "string",
    "text": "string",
    "int": "integer",
    "id": "integer",
    "float": "number",
    "double": "number",
    "bool": "boolean",
    "list": "array",
    "dict": "object",
    "timestamp": "datetime",
    "date-time": "datetime",
    "guid": "uuid",
    "uri": "url",
}
CONSTRAINT_NAMES = {
    "min": "ge",
    "max": "le",
    "minimum": "ge",
    "maximum": "le",
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_length",
    "maxItems": "max_length",
    "pattern": "pattern",
}
"""The constraint of Pydantic for each key."""

CONSTRAINT_TYPES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("ge", "le"), ("integer", "number", "decimal", "date", "datetime", "time")),
    **dict.fromkeys(("min_length", "max_length"), ("string", "email", "url", "array")),
    "pattern": ("string", "email"),
}
"""The types that each constraint applies to."""

JSON_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}
"""The Python types of an enum's values, for types that YAML itself distinguishes."""

KEYS_OF_TYPES = {"items": "array", "fields": "object", "properties": "object"}
"""Keys that only one type may have."""

MAX_LEAST_LENGTH = 100_000
"""The largest minimum of a length: each drawn record has as many characters or items."""

MAX_LENGTH = 2**31 - 1
"""The largest length."""

MAX_EXACT_NUMBER = 2**53
"""The largest number up to which a float holds every whole number."""


@dataclass(frozen=True, slots=True)
class FieldRules:
    """The declaration of a field in an API file. *constraints* are those of Pydantic."""

    name: str
    type: str
    is_required: bool = False
    is_unique: bool = False
    is_key: bool = False
    constraints: Mapping[str, Any] = field(default_factory=dict)
    enum: tuple[Any, ...] = ()
    default: Any = None
    special_value: str = ""
    references: Any = None
    generate: GenerateRule | None = None
    items: FieldRules | None = None
    fields: tuple[FieldRules, ...] = ()

    @staticmethod
    def parse(
        name: str,
        declaration: Any,
        location: str,
        *,
        is_top_level: bool = True,
    ) -> FieldRules:
        """Return the rules of the field *declaration*, which the file has at *location*.

        *is_top_level* is true for a field of a resource, and false for one within a field. Raise
        ConfigError if the declaration is invalid.
        """
        settings = {"type": declaration} if isinstance(declaration, str) else declaration
        _require_known_keys(settings, location, is_top_level=is_top_level)
        kind = _read_type(settings, location)
        default, special_value = read_default(
            settings,
            kind,
            location,
            is_top_level=is_top_level,
        )
        is_required = bool(settings.get("required")) and not settings.get("nullable")
        rules = FieldRules(
            name=name,
            type="integer" if (kind, special_value) == ("number", "$increment") else kind,
            is_required=is_required and special_value in ("", "$hash"),
            is_unique=bool(settings.get("unique")),
            is_key=bool(settings.get("primaryKey")),
            constraints=_read_constraints(settings, kind, location),
            enum=_read_enum(settings["enum"], kind, location) if "enum" in settings else (),
            default=default,
            special_value=special_value,
            references=settings.get("references"),
            generate=_read_generate(settings, location),
            items=_read_item(settings["items"], location) if "items" in settings else None,
            fields=tuple(_read_inner_fields(settings, location)),
        )
        _require_consistent(rules, location)
        return rules

    @property
    def generate_rules(self) -> dict[str, GenerateRule]:
        """The rules by which the field, and each field within it, is drawn: by path."""
        rules = {self.name: self.generate} if self.generate else {}
        item_fields = self.items.fields if self.items else ()
        for inner in (*self.fields, *item_fields):
            for path, rule in inner.generate_rules.items():
                rules[f"{self.name}.{path}"] = rule
        return rules

    def build_annotation(self, model: str) -> Any:
        """Return the type of the field with its constraints. *model* names the enclosing model."""
        from pydantic import Field

        if self.enum:
            return Literal[self.enum]
        field_type = self._build_type(model)
        if not self.constraints:
            return field_type
        constrained: Any = Annotated[field_type, Field(**self.constraints)]
        return accept_hashed(constrained) if self.special_value == "$hash" else constrained

    def _build_type(self, model: str) -> Any:
        """Return the Python type of the field, without its constraints.

        An array without items and an object without fields accept any content.
        """
        inner_name = f"{model}_{self.name}"
        if self.type == "array":
            item: Any = self.items.build_annotation(inner_name) if self.items else Any
            return list[item]
        if self.type == "object":
            return build_model(inner_name, self.fields, ()) if self.fields else dict[str, Any]
        return _get_types()[self.type]


def build_model(
    name: str,
    fields: Sequence[FieldRules],
    default_keys: tuple[str, ...] = ("id",),
    *,
    is_open: bool = False,
) -> Any:
    """Return the model of the records of the resource *name*.

    *default_keys* are its keys if no field declares that it is one. An open model also accepts
    fields that are not declared.
    """
    from pydantic import ConfigDict, create_model

    keys = tuple(rules.name for rules in fields if rules.is_key) or default_keys
    definitions: dict[str, Any] = {}
    for rules in fields:
        attribute = _make_attribute(rules.name)
        is_optional = not rules.is_required and rules.name not in keys
        definitions[attribute] = _build_field(
            rules,
            name,
            attribute,
            is_optional=is_optional,
        )
    config = ConfigDict(
        extra="allow" if is_open else "forbid",
        populate_by_name=True,
        protected_namespaces=(),
    )
    model: Any = create_model(
        _make_class_name(name), __config__=config, __module__=__name__, **definitions
    )
    return model


def _make_attribute(name: str) -> str:
    """Return *name* if it can be an attribute of a model, or another name for it."""
    from pydantic import BaseModel

    is_valid = name.isidentifier() and not name.startswith("_")
    if is_valid and not hasattr(BaseModel, name):
        return name
    return f"f_{to_snake_case(name)}"


def _build_field(
    rules: FieldRules,
    model: str,
    attribute: str,
    *,
    is_optional: bool,
) -> tuple[Any, Any]:
    """Return the annotation and the FieldInfo of a field."""
    from pydantic import Field

    annotation = rules.build_annotation(model)
    settings: dict[str, Any] = {}
    if attribute != rules.name:
        settings["alias"] = rules.name
    if rules.default is not None:
        settings |= {"default": rules.default, "validate_default": True}
    elif is_optional:
        annotation = annotation | None
        settings["default"] = None
    return annotation, Field(**settings)


def _require_known_keys(
    declaration: Any,
    location: str,
    *,
    is_top_level: bool,
) -> None:
    """Raise ConfigError if *declaration* is not a mapping of known keys to valid values."""
    if not isinstance(declaration, dict):
        raise ConfigError(
            f"{location} must be a type or a mapping, got {declaration!r:.80}.",
            hint="Write a type, or a mapping with a type.",
        )
    known_keys = [key for key in FIELD_KEYS if is_top_level or key not in TOP_LEVEL_KEYS]
    for key, value in declaration.items():
        if key not in known_keys:
            raise ConfigError(
                f"{location} has an unknown key {key!r}.",
                hint=suggest_nearest(str(key), known_keys),
            )
        if key in BOOLEAN_KEYS and not isinstance(value, bool):
            raise ConfigError(
                f"{location}.{key} must be true or false, got {value!r:.80}.",
                hint="Give true or false.",
            )


def _read_type(declaration: Mapping[str, Any], location: str) -> str:
    """Return the kind of a field: the declared type, or the format of a text.

    Raise ConfigError if the type is unknown or lacks a dependency, or if the field has a key that
    belongs to another type.
    """
    type_name = str(declaration.get("type", _get_default_type(declaration)))
    kind = TYPE_ALIASES.get(type_name, type_name)
    known_types = [*_get_types(), "array", "object"]
    if kind not in known_types:
        raise ConfigError(
            f"{location} has an unknown type {type_name!r}.",
            hint=suggest_nearest(type_name, known_types),
        )
    if kind == "string" and "format" in declaration:
        kind = _read_format(str(declaration["format"]), location)
    if kind == "email" and find_spec("email_validator") is None:
        raise ConfigError(
            f"{location} is of type email, which needs email-validator.",
            hint="pip install 'pytest-fixturegen[serve]'",
        )
    for key, required_type in KEYS_OF_TYPES.items():
        if key in declaration and kind != required_type:
            raise ConfigError(
                f"{location} has {key!r}, but its type is {kind}.",
                hint=f"Only an {required_type} has {key}.",
            )
    return kind


def _get_default_type(declaration: Mapping[str, Any]) -> str:
    """Return the type of a *declaration* that names none."""
    if "fields" in declaration or "properties" in declaration:
        return "object"
    return "array" if "items" in declaration else "string"


def _read_format(format_name: str, location: str) -> str:
    """Return the type of a string with this format."""
    kind = TYPE_ALIASES.get(format_name, format_name)
    if kind not in _get_types():
        raise ConfigError(
            f"{location} has an unknown format {format_name!r}.",
            hint=suggest_nearest(format_name, [*_get_types()]),
        )
    return kind


def _read_generate(declaration: Mapping[str, Any], location: str) -> GenerateRule | None:
    """Return the rule by which values are generated; None if nothing is found."""
    if "generate" not in declaration:
        return None
    return read_generate_rule(declaration["generate"], location)


def _read_item(declaration: Any, location: str) -> FieldRules:
    """Return the rules of the items of an array."""
    item = FieldRules.parse(
        "item",
        declaration,
        f"{location}.items",
        is_top_level=False,
    )
    if item.generate or item.default is not None:
        key = "generate" if item.generate else "default"
        raise ConfigError(
            f"{location}.items cannot have {key!r}.",
            hint="Items are drawn by their type and constraints: list their values with enum,"
            " or generate the whole array.",
        )
    return item


def _read_inner_fields(declaration: Mapping[str, Any], location: str) -> Iterator[FieldRules]:
    """Yield the rules of the fields of an object."""
    inner = declaration.get("fields", declaration.get("properties")) or {}
    if not isinstance(inner, dict):
        raise ConfigError(
            f"{location}.fields must be a mapping, got {inner!r:.80}.",
            hint="Write the name of each field with its declaration.",
        )
    for name, field_declaration in inner.items():
        yield FieldRules.parse(
            str(name), field_declaration, f"{location}.{name}", is_top_level=False
        )


def _read_constraints(
    declaration: Mapping[str, Any],
    kind: str,
    location: str,
) -> dict[str, Any]:
    """Return the constraints of Pydantic that *declaration* has."""
    return {
        CONSTRAINT_NAMES[key]: _read_constraint(
            key,
            value,
            kind,
            location,
        )
        for key, value in declaration.items()
        if key in CONSTRAINT_NAMES
    }


def _read_constraint(
    key: str,
    value: Any,
    kind: str,
    location: str,
) -> Any:
    """Return the value of one constraint, converted to the type of the field.

    Raise ConfigError if the constraint does not apply to *kind* or its value is invalid.
    """
    constraint = CONSTRAINT_NAMES[key]
    if kind not in CONSTRAINT_TYPES[constraint]:
        raise ConfigError(
            f"{location}: {key} does not apply to the type {kind}.",
            hint=_describe_constraints(kind),
        )
    if constraint == "pattern":
        return value
    if constraint in ("ge", "le"):
        return _read_bound(key, value, kind, location)
    return _read_length(key, value, location)


def _describe_constraints(kind: str) -> str:
    """Return the hint that lists the constraints of *kind*."""
    keys = [key for key, name in CONSTRAINT_NAMES.items() if kind in CONSTRAINT_TYPES[name]]
    if not keys:
        return "This type has no constraints."
    return f"The constraints of this type are {', '.join(keys)}."


def _read_bound(
    key: str,
    value: Any,
    kind: str,
    location: str,
) -> Any:
    """Return the bound *value* of a number or a time. A datetime without a zone is in UTC."""
    bound = _validate(_get_types()[kind], value)
    if bound is None:
        raise ConfigError(
            f"{location}: {key} must be of type {kind}, got {value!r:.80}.",
            hint="Correct the bound or the type.",
        )
    if isinstance(bound, datetime) and bound.tzinfo is None:
        return bound.replace(tzinfo=timezone.utc)
    return bound


def _read_length(
    key: str,
    value: Any,
    location: str,
) -> int:
    """Return *value* as a length. Raise ConfigError unless it is a whole number of at least 0."""
    length: int | None = _validate(int, value)
    if key.startswith("min") and (length or 0) > MAX_LEAST_LENGTH:
        raise ConfigError(
            f"{location}: {key} must be at most {MAX_LEAST_LENGTH:,}, got {value!r:.80}.",
            hint="Records of that length cannot be drawn.",
        )
    if length is None or not 0 <= length <= MAX_LENGTH:
        raise ConfigError(
            f"{location}: {key} must be a whole number of at least 0, got {value!r:.80}.",
            hint="Correct the length.",
        )
    return length


def _validate(expected_type: Any, value: Any) -> Any:
    """Return *value* as *expected_type*, or None if it is invalid. A boolean is not a number."""
    from pydantic import TypeAdapter, ValidationError

    if isinstance(value, bool):
        return None
    try:
        return TypeAdapter(expected_type).validate_python(value)
    except ValidationError:
        return None


def _read_enum(
    choices: Any,
    kind: str,
    location: str,
) -> tuple[Any, ...]:
    """Return the allowed values, as JSON writes them."""
    from pydantic_core import to_jsonable_python

    if not isinstance(choices, list) or not choices:
        raise ConfigError(
            f"{location}.enum must be a list of values, got {choices!r:.80}.", hint="enum: [a, b]"
        )
    allowed_types = JSON_TYPES.get(kind)
    given_values = [value for value in choices if value is not None]
    for value in given_values:
        if isinstance(value, list | dict):
            raise ConfigError(
                f"{location}.enum has {value!r:.80}: expected texts, numbers or booleans.",
                hint="Describe lists and objects with items and fields.",
            )
        if allowed_types and type(value) not in allowed_types:
            hint = "Put it in quotes." if kind == "string" else "Correct the value or the type."
            raise ConfigError(
                f"{location}.enum has {value!r:.80}, which is not of type {kind}.", hint=hint
            )
    return tuple(to_jsonable_python(choices))


def _require_consistent(rules: FieldRules, location: str) -> None:
    """Raise ConfigError if the pattern is invalid, or the constraints reject the default."""
    from pydantic import TypeAdapter, ValidationError
    from pydantic_core import SchemaError

    if not rules.constraints and rules.default is None:
        return
    try:
        TypeAdapter(rules.build_annotation(rules.name)).validate_python(rules.default)
    except ValidationError as error:
        if rules.default is not None:  # None only checks that the pattern compiles
            raise ConfigError(
                f"{location} has an invalid default {rules.default!r:.80}:"
                f" {error.errors()[0]['msg']}.",
                hint="Give one that its type and constraints accept.",
            ) from error
    except SchemaError as error:
        reason = str(error).splitlines()[-1].removeprefix("error: ")
        raise ConfigError(
            f"{location} has an invalid pattern: {reason}.",
            hint="Patterns use the syntax of Rust: no look-around, no back-references.",
        ) from error


def _get_types() -> dict[str, Any]:
    """Return the Python type of each scalar type."""
    from datetime import date, time
    from decimal import Decimal
    from uuid import UUID

    from pydantic import AnyUrl, EmailStr, IPvAnyAddress

    return {
        "string": str,
        "integer": int,
        "number": _get_number_type(),
        "boolean": bool,
        "decimal": Decimal,
        "date": date,
        "datetime": datetime,
        "time": time,
        "uuid": UUID,
        "email": EmailStr,
        "url": AnyUrl,
        "ip": IPvAnyAddress,
        "any": Any,
    }


def _get_number_type() -> Any:
    """Return the type of numbers that writes 5 as 5, not as 5.0, as JavaScript does."""
    from pydantic import PlainSerializer, WithJsonSchema

    # With float as its type, the result would be written as 5.0 again.
    serializer = PlainSerializer(_shorten_number, return_type=Any, when_used="json")
    schema = WithJsonSchema({"type": "number"}, mode="serialization")
    return Annotated[float, serializer, schema]


def _shorten_number(number: float) -> float:
    """Return a whole *number* as an integer, if a float can hold its neighbors, too."""
    is_exact = number.is_integer() and abs(number) <= MAX_EXACT_NUMBER
    return int(number) if is_exact else number


def _make_class_name(name: str) -> str:
    """Return the name of the class of one record: ``order_lines`` becomes ``OrderLine``."""
    from pytest_fixturegen.providers.field_names import to_singular

    plural = to_snake_case(name)
    singular = to_singular(plural) or plural
    return "".join(word.capitalize() for word in singular.split("_"))

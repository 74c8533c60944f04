"""The fields of an API file as Pydantic models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from importlib.util import find_spec
from typing import Annotated, Any, Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.store.api_policies import read_policy

FIELD_KEYS = (
    "type", "format", "required", "unique", "min", "max", "minimum", "maximum", "minLength", "maxLength", "minItems",
    "maxItems", "pattern", "enum", "default", "generate", "references", "primaryKey", "items", "fields", "properties",
    "nullable", "description", "autoIncrement",
)  # fmt: skip
"""What may be said of a field."""

TOP_LEVEL_KEYS = ("unique", "references", "primaryKey", "autoIncrement")
"""What may be said of a field of a resource, but not of one within it."""

BOOLEAN_KEYS = ("required", "unique", "primaryKey", "nullable", "autoIncrement")
TYPE_ALIASES = {
    "str": "string", "text": "string", "int": "integer", "id": "integer", "float": "number", "double": "number",
    "bool": "boolean", "list": "array", "dict": "object", "timestamp": "datetime", "date-time": "datetime", "guid": "uuid",
    "uri": "url",
}  # fmt: skip
CONSTRAINT_NAMES = {
    "min": "ge", "max": "le", "minimum": "ge", "maximum": "le", "minLength": "min_length", "maxLength": "max_length",
    "minItems": "min_length", "maxItems": "max_length", "pattern": "pattern",
}  # fmt: skip
CONSTRAINT_TYPES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("ge", "le"), ("integer", "number", "decimal", "date", "datetime", "time")),
    **dict.fromkeys(("min_length", "max_length"), ("string", "email", "url", "array")),
    "pattern": ("string", "email"),
}
"""The types that each rule is for."""

JSON_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}


@dataclass(frozen=True, slots=True)
class FieldRules:
    """What an API file says of the field *name*: its type, the *rules* of Pydantic that it keeps, how it is drawn."""

    name: str
    type: str
    is_required: bool = False
    is_unique: bool = False
    is_key: bool = False
    constraints: Mapping[str, Any] = field(default_factory=dict)
    enum: tuple[Any, ...] = ()
    default: Any = None
    references: Any = None
    policy: dict[str, Any] = field(default_factory=dict)
    items: FieldRules | None = None
    fields: tuple[FieldRules, ...] = ()

    @staticmethod
    def parse(
        name: str, declaration: Any, location: str, *, is_top_level: bool = True
    ) -> FieldRules:
        """What *said*, found at *place*, means: of a field of a resource (*outside*), or of one within it.

        Raises ConfigError for what means nothing there.
        """
        told = {"type": declaration} if isinstance(declaration, str) else declaration
        _require_known_keys(
            told,
            location,
            [each for each in FIELD_KEYS if is_top_level or each not in TOP_LEVEL_KEYS],
        )
        kind = _read_type(told, location)
        made = FieldRules(
            name=name,
            type=kind,
            is_required=bool(told.get("required")) and not told.get("nullable"),
            is_unique=bool(told.get("unique")),
            is_key=bool(told.get("primaryKey")),
            constraints={
                CONSTRAINT_NAMES[word]: _read_bound(word, value, kind, location)
                for word, value in told.items()
                if word in CONSTRAINT_NAMES
            },
            enum=_read_enum(told["enum"], kind, location) if "enum" in told else (),
            default=told.get("default"),
            references=told.get("references"),
            policy=read_policy(told["generate"], location) if "generate" in told else {},
            items=_read_item(told["items"], location) if "items" in told else None,
            fields=tuple(_read_inner_fields(told, location)),
        )
        _require_consistent(made, location)
        return made

    @property
    def policies(self) -> dict[str, dict[str, Any]]:
        """How the field, and each one within it, is drawn: by its path."""
        within = (*self.fields, *(self.items.fields if self.items else ()))
        below = {
            f"{self.name}.{path}": policy
            for each in within
            for path, policy in each.policies.items()
        }
        return {self.name: self.policy, **below} if self.policy else below

    def build_annotation(self, model: str) -> Any:
        """The type of the field, with its rules, in the model called *model*."""
        from pydantic import Field

        if self.enum:
            return Literal[self.enum]
        made = self._build_type(model)
        return Annotated[made, Field(**self.constraints)] if self.constraints else made

    def _build_type(self, model: str) -> Any:
        if self.type == "array":
            item: Any = self.items.build_annotation(f"{model}_{self.name}") if self.items else Any
            return list[item]
        if self.type == "object":
            return (
                build_model(f"{model}_{self.name}", self.fields, ())
                if self.fields
                else dict[str, Any]
            )
        return _get_types()[self.type]


def build_model(name: str, fields: Any, keys: tuple[str, ...] = ("id",)) -> Any:
    """The model of the records of the resource *name*; *keys* are its keys where no field says that it is one."""
    from pydantic import BaseModel, ConfigDict, Field, create_model

    title = _make_class_name(name)
    keys = tuple(each.name for each in fields if each.is_key) or keys
    made: dict[str, Any] = {}
    for each in fields:
        rules: dict[str, Any] = {}
        attribute = each.name
        if (
            not attribute.isidentifier()
            or attribute.startswith("_")
            or hasattr(BaseModel, attribute)
        ):
            attribute, rules["alias"] = f"f_{to_snake_case(attribute)}", each.name
        annotation = each.build_annotation(name)
        if each.default is not None:
            rules |= {"default": each.default, "validate_default": True}
        elif not (each.is_required or each.name in keys):
            annotation, rules["default"] = annotation | None, None
        made[attribute] = (annotation, Field(**rules))
    config = ConfigDict(extra="forbid", populate_by_name=True, protected_namespaces=())
    model: Any = create_model(title, __config__=config, __module__=__name__, **made)
    return model


def _require_known_keys(declaration: Any, location: str, known_keys: list[str]) -> None:
    """Raise ConfigError for what is no mapping of words that mean something of a field."""
    if not isinstance(declaration, dict):
        raise ConfigError(
            f"{location} is {declaration!r:.80}, which is no field.",
            hint="Write a type, or a mapping with a type.",
        )
    for word, value in declaration.items():
        if word not in known_keys:
            raise ConfigError(
                f"{location} says {word!r}, which means nothing there.",
                hint=suggest_nearest(str(word), known_keys),
            )
        if word in BOOLEAN_KEYS and not isinstance(value, bool):
            raise ConfigError(
                f"{location} says {word}: {value!r:.80}, which is not true or false.",
                hint="Give true or false.",
            )


def _read_type(declaration: Mapping[str, Any], location: str) -> str:
    usual = (
        "object"
        if "fields" in declaration or "properties" in declaration
        else "array"
        if "items" in declaration
        else "string"
    )
    said = str(declaration.get("type", usual))
    kind, known = TYPE_ALIASES.get(said, said), [*_get_types(), "array", "object"]
    if kind not in known:
        raise ConfigError(
            f"{location} is of type {said!r}, which is none.", hint=suggest_nearest(said, known)
        )
    if kind == "string" and "format" in declaration:
        said = str(declaration["format"])
        kind = TYPE_ALIASES.get(said, said)
        if kind not in _get_types():
            raise ConfigError(
                f"{location} has the format {said!r}, which is none.",
                hint=suggest_nearest(said, [*_get_types()]),
            )
    if kind == "email" and find_spec("email_validator") is None:
        hint = "pip install 'pytest-fixturegen[serve]'"
        raise ConfigError(f"{location} is of type email, which needs email-validator.", hint=hint)
    for word, wanted in (("items", "array"), ("fields", "object"), ("properties", "object")):
        if word in declaration and kind != wanted:
            raise ConfigError(
                f"{location} says {word}, and its type is {kind}.",
                hint=f"Only an {wanted} has {word}.",
            )
    return kind


def _read_item(declaration: Any, location: str) -> FieldRules:
    """The items of an array."""
    item = FieldRules.parse("item", declaration, f"{location}.items", is_top_level=False)
    if item.policy or item.default is not None:
        word = "generate" if item.policy else "default"
        hint = "Items are drawn by their type and rules; say which there may be by enum, or generate the whole list."
        raise ConfigError(f"{location}.items says {word!r}, which means nothing there.", hint=hint)
    return item


def _read_inner_fields(declaration: Mapping[str, Any], location: str) -> Iterator[FieldRules]:
    """The fields of an object."""
    inner = declaration.get("fields", declaration.get("properties")) or {}
    if not isinstance(inner, dict):
        raise ConfigError(
            f"{location}.fields is {inner!r:.80}, which is no mapping.",
            hint="Write names with what they stand for.",
        )
    for name, said in inner.items():
        yield FieldRules.parse(str(name), said, f"{location}.{name}", is_top_level=False)


def _read_bound(key: str, value: Any, kind: str, location: str) -> Any:
    """What Pydantic is told of the rule *word*."""
    from pydantic import TypeAdapter, ValidationError

    rule = CONSTRAINT_NAMES[key]
    if kind not in CONSTRAINT_TYPES[rule]:
        fitting = [
            each for each, name in CONSTRAINT_NAMES.items() if kind in CONSTRAINT_TYPES[name]
        ]
        hint = (
            f"Of a field of that type there is {', '.join(fitting)}." if fitting else "It has none."
        )
        raise ConfigError(
            f"{location} says {key}, which is no rule for the type {kind}.", hint=hint
        )
    if rule == "pattern":
        return value
    wanted: Any = _get_types()[kind] if rule in ("ge", "le") else int
    try:
        found = TypeAdapter(wanted).validate_python(value)
    except ValidationError:
        found = None
    if (
        found is None
        or isinstance(value, bool)
        or (wanted is int and rule not in ("ge", "le") and found < 0)
    ):
        what = f"no {kind}" if rule in ("ge", "le") else "no length"
        raise ConfigError(
            f"{location} says {key}: {value!r:.80}, which is {what}.", hint="Correct it."
        )
    return _make_aware(found) if kind == "datetime" else found


def _make_aware(moment: Any) -> Any:
    """*moment* with its zone; without one it is UTC."""
    from datetime import timezone

    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def _read_enum(choices: Any, kind: str, location: str) -> tuple[Any, ...]:
    """The values that there may be, as JSON says them."""
    from pydantic_core import to_jsonable_python

    if not isinstance(choices, list) or not choices:
        raise ConfigError(
            f"{location}.enum is {choices!r:.80}, which is no list of values.", hint="enum: [a, b]"
        )
    for value in choices:
        if kind in JSON_TYPES and value is not None and type(value) not in JSON_TYPES[kind]:
            hint = "Put it in quotes." if kind == "string" else "Correct it, or the type."
            raise ConfigError(f"{location}.enum has {value!r:.80}, which is no {kind}.", hint=hint)
    return tuple(to_jsonable_python(choices))


def _require_consistent(field_rules: FieldRules, location: str) -> None:
    """Raise ConfigError for rules that Pydantic cannot read, and for a default that they refuse."""
    from pydantic import TypeAdapter, ValidationError
    from pydantic_core import SchemaError

    if not field_rules.constraints and field_rules.default is None:
        return
    try:
        TypeAdapter(field_rules.build_annotation(field_rules.name)).validate_python(
            field_rules.default
        )
    except ValidationError as error:
        if field_rules.default is not None:
            words = f"{location} has the default {field_rules.default!r:.80}: {error.errors()[0]['msg']}."
            raise ConfigError(
                words, hint="Give one that its type and rules let through."
            ) from error
    except SchemaError as error:
        words = f"{location} has a pattern that cannot be read: {str(error).splitlines()[-1].removeprefix('error: ')}."
        raise ConfigError(
            words, hint="It is a regular expression of Rust's: no look-around, no back-references."
        ) from error


def _get_types() -> dict[str, Any]:
    from datetime import date, datetime, time
    from decimal import Decimal
    from uuid import UUID

    from pydantic import AnyUrl, EmailStr, IPvAnyAddress

    return {
        "string": str, "integer": int, "number": float, "boolean": bool, "decimal": Decimal, "date": date,
        "datetime": datetime, "time": time, "uuid": UUID, "email": EmailStr, "url": AnyUrl, "ip": IPvAnyAddress, "any": Any,
    }  # fmt: skip


def _make_class_name(name: str) -> str:
    from pytest_fixturegen.providers.field_names import to_singular

    words = to_snake_case(name)
    return "".join(word.capitalize() for word in (to_singular(words) or words).split("_"))

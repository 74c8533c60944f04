"""The fields of an API file as Pydantic models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from importlib.util import find_spec
from typing import Annotated, Any, Literal

from pytest_fixturegen.errors import ConfigError, nearest
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.identity import snake_case
from pytest_fixturegen.store.api_policies import policy_of

KNOWN = (
    "type", "format", "required", "unique", "min", "max", "minimum", "maximum", "minLength", "maxLength", "minItems",
    "maxItems", "pattern", "enum", "default", "generate", "references", "primaryKey", "items", "fields", "properties",
    "nullable", "description", "autoIncrement",
)  # fmt: skip
"""What may be said of a field."""

OUTSIDE = ("unique", "references", "primaryKey", "autoIncrement")
"""What may be said of a field of a resource, but not of one within it."""

FLAGS = ("required", "unique", "primaryKey", "nullable", "autoIncrement")
WORDS = {
    "str": "string", "text": "string", "int": "integer", "id": "integer", "float": "number", "double": "number",
    "bool": "boolean", "list": "array", "dict": "object", "timestamp": "datetime", "date-time": "datetime", "guid": "uuid",
    "uri": "url",
}  # fmt: skip
RULES = {
    "min": "ge", "max": "le", "minimum": "ge", "maximum": "le", "minLength": "min_length", "maxLength": "max_length",
    "minItems": "min_length", "maxItems": "max_length", "pattern": "pattern",
}  # fmt: skip
FITS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("ge", "le"), ("integer", "number", "decimal", "date", "datetime", "time")),
    **dict.fromkeys(("min_length", "max_length"), ("string", "email", "url", "array")),
    "pattern": ("string", "email"),
}
"""The types that each rule is for."""

PLAIN: dict[str, tuple[type, ...]] = {"string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,)}


@dataclass(frozen=True, slots=True)
class FieldRules:
    """What an API file says of the field *name*: its type, the *rules* of Pydantic that it keeps, how it is drawn."""

    name: str
    type: str
    required: bool = False
    unique: bool = False
    is_key: bool = False
    rules: Mapping[str, Any] = field(default_factory=dict)
    enum: tuple[Any, ...] = ()
    default: Any = None
    references: Any = None
    policy: dict[str, Any] = field(default_factory=dict)
    items: FieldRules | None = None
    fields: tuple[FieldRules, ...] = ()

    @staticmethod
    def of(name: str, said: Any, place: str, *, outside: bool = True) -> FieldRules:
        """What *said*, found at *place*, means: of a field of a resource (*outside*), or of one within it.

        Raises ConfigError for what means nothing there.
        """
        told = {"type": said} if isinstance(said, str) else said
        _require_words(told, place, [each for each in KNOWN if outside or each not in OUTSIDE])
        kind = _kind(told, place)
        made = FieldRules(
            name=name,
            type=kind,
            required=bool(told.get("required")) and not told.get("nullable"),
            unique=bool(told.get("unique")),
            is_key=bool(told.get("primaryKey")),
            rules={RULES[word]: _bound(word, value, kind, place) for word, value in told.items() if word in RULES},
            enum=_enum(told["enum"], kind, place) if "enum" in told else (),
            default=told.get("default"),
            references=told.get("references"),
            policy=policy_of(told["generate"], place) if "generate" in told else {},
            items=_item(told["items"], place) if "items" in told else None,
            fields=tuple(_inner(told, place)),
        )
        _require_sound(made, place)
        return made

    @property
    def policies(self) -> dict[str, dict[str, Any]]:
        """How the field, and each one within it, is drawn: by its path."""
        within = (*self.fields, *(self.items.fields if self.items else ()))
        below = {f"{self.name}.{path}": policy for each in within for path, policy in each.policies.items()}
        return {self.name: self.policy, **below} if self.policy else below

    def annotation(self, model: str) -> Any:
        """The type of the field, with its rules, in the model called *model*."""
        from pydantic import Field

        if self.enum:
            return Literal[self.enum]
        made = self._type(model)
        return Annotated[made, Field(**self.rules)] if self.rules else made

    def _type(self, model: str) -> Any:
        if self.type == "array":
            item: Any = self.items.annotation(f"{model}_{self.name}") if self.items else Any
            return list[item]
        if self.type == "object":
            return model_of(f"{model}_{self.name}", self.fields, ()) if self.fields else dict[str, Any]
        return _types()[self.type]


def model_of(name: str, fields: Any, keys: tuple[str, ...] = ("id",)) -> Any:
    """The model of the records of the resource *name*; *keys* are its keys where no field says that it is one."""
    from pydantic import BaseModel, ConfigDict, Field, create_model

    title = _class_name(name)
    keys = tuple(each.name for each in fields if each.is_key) or keys
    made: dict[str, Any] = {}
    for each in fields:
        rules: dict[str, Any] = {}
        attribute = each.name
        if not attribute.isidentifier() or attribute.startswith("_") or hasattr(BaseModel, attribute):
            attribute, rules["alias"] = f"f_{snake_case(attribute)}", each.name
        annotation = each.annotation(name)
        if each.default is not None:
            rules |= {"default": each.default, "validate_default": True}
        elif not (each.required or each.name in keys):
            annotation, rules["default"] = annotation | None, None
        made[attribute] = (annotation, Field(**rules))
    config = ConfigDict(extra="forbid", populate_by_name=True, protected_namespaces=())
    model: Any = create_model(title, __config__=config, __module__=__name__, **made)
    return model


def _require_words(told: Any, place: str, known: list[str]) -> None:
    """Raise ConfigError for what is no mapping of words that mean something of a field."""
    if not isinstance(told, dict):
        raise ConfigError(f"{place} is {told!r:.80}, which is no field.", hint="Write a type, or a mapping with a type.")
    for word, value in told.items():
        if word not in known:
            raise ConfigError(f"{place} says {word!r}, which means nothing there.", hint=nearest(str(word), known))
        if word in FLAGS and not isinstance(value, bool):
            raise ConfigError(f"{place} says {word}: {value!r:.80}, which is not true or false.", hint="Give true or false.")


def _kind(told: Mapping[str, Any], place: str) -> str:
    usual = "object" if "fields" in told or "properties" in told else "array" if "items" in told else "string"
    said = str(told.get("type", usual))
    kind, known = WORDS.get(said, said), [*_types(), "array", "object"]
    if kind not in known:
        raise ConfigError(f"{place} is of type {said!r}, which is none.", hint=nearest(said, known))
    if kind == "string" and "format" in told:
        said = str(told["format"])
        kind = WORDS.get(said, said)
        if kind not in _types():
            raise ConfigError(f"{place} has the format {said!r}, which is none.", hint=nearest(said, [*_types()]))
    if kind == "email" and find_spec("email_validator") is None:
        hint = "pip install 'pytest-fixturegen[serve]'"
        raise ConfigError(f"{place} is of type email, which needs email-validator.", hint=hint)
    for word, wanted in (("items", "array"), ("fields", "object"), ("properties", "object")):
        if word in told and kind != wanted:
            raise ConfigError(f"{place} says {word}, and its type is {kind}.", hint=f"Only an {wanted} has {word}.")
    return kind


def _item(said: Any, place: str) -> FieldRules:
    """The items of an array."""
    item = FieldRules.of("item", said, f"{place}.items", outside=False)
    if item.policy or item.default is not None:
        word = "generate" if item.policy else "default"
        hint = "Items are drawn by their type and rules; say which there may be by enum, or generate the whole list."
        raise ConfigError(f"{place}.items says {word!r}, which means nothing there.", hint=hint)
    return item


def _inner(told: Mapping[str, Any], place: str) -> Iterator[FieldRules]:
    """The fields of an object."""
    inner = told.get("fields", told.get("properties")) or {}
    if not isinstance(inner, dict):
        raise ConfigError(
            f"{place}.fields is {inner!r:.80}, which is no mapping.", hint="Write names with what they stand for."
        )
    for name, said in inner.items():
        yield FieldRules.of(str(name), said, f"{place}.{name}", outside=False)


def _bound(word: str, value: Any, kind: str, place: str) -> Any:
    """What Pydantic is told of the rule *word*."""
    from pydantic import TypeAdapter, ValidationError

    rule = RULES[word]
    if kind not in FITS[rule]:
        fitting = [each for each, name in RULES.items() if kind in FITS[name]]
        hint = f"Of a field of that type there is {', '.join(fitting)}." if fitting else "It has none."
        raise ConfigError(f"{place} says {word}, which is no rule for the type {kind}.", hint=hint)
    if rule == "pattern":
        return value
    wanted: Any = _types()[kind] if rule in ("ge", "le") else int
    try:
        found = TypeAdapter(wanted).validate_python(value)
    except ValidationError:
        found = None
    if found is None or isinstance(value, bool) or (wanted is int and rule not in ("ge", "le") and found < 0):
        what = f"no {kind}" if rule in ("ge", "le") else "no length"
        raise ConfigError(f"{place} says {word}: {value!r:.80}, which is {what}.", hint="Correct it.")
    return _aware(found) if kind == "datetime" else found


def _aware(moment: Any) -> Any:
    """*moment* with its zone; without one it is UTC."""
    from datetime import timezone

    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def _enum(said: Any, kind: str, place: str) -> tuple[Any, ...]:
    """The values that there may be, as JSON says them."""
    from pydantic_core import to_jsonable_python

    if not isinstance(said, list) or not said:
        raise ConfigError(f"{place}.enum is {said!r:.80}, which is no list of values.", hint="enum: [a, b]")
    for value in said:
        if kind in PLAIN and value is not None and type(value) not in PLAIN[kind]:
            hint = "Put it in quotes." if kind == "string" else "Correct it, or the type."
            raise ConfigError(f"{place}.enum has {value!r:.80}, which is no {kind}.", hint=hint)
    return tuple(to_jsonable_python(said))


def _require_sound(made: FieldRules, place: str) -> None:
    """Raise ConfigError for rules that Pydantic cannot read, and for a default that they refuse."""
    from pydantic import TypeAdapter, ValidationError
    from pydantic_core import SchemaError

    if not made.rules and made.default is None:
        return
    try:
        TypeAdapter(made.annotation(made.name)).validate_python(made.default)
    except ValidationError as error:
        if made.default is not None:
            words = f"{place} has the default {made.default!r:.80}: {error.errors()[0]['msg']}."
            raise ConfigError(words, hint="Give one that its type and rules let through.") from error
    except SchemaError as error:
        words = f"{place} has a pattern that cannot be read: {str(error).splitlines()[-1].removeprefix('error: ')}."
        raise ConfigError(words, hint="It is a regular expression of Rust's: no look-around, no back-references.") from error


def _types() -> dict[str, Any]:
    from datetime import date, datetime, time
    from decimal import Decimal
    from uuid import UUID

    from pydantic import AnyUrl, EmailStr, IPvAnyAddress

    return {
        "string": str, "integer": int, "number": float, "boolean": bool, "decimal": Decimal, "date": date,
        "datetime": datetime, "time": time, "uuid": UUID, "email": EmailStr, "url": AnyUrl, "ip": IPvAnyAddress, "any": Any,
    }  # fmt: skip


def _class_name(name: str) -> str:
    from pytest_fixturegen.providers.naming import singular

    words = snake_case(name)
    return "".join(word.capitalize() for word in (singular(words) or words).split("_"))

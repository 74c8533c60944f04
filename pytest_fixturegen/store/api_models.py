"""The fields of an API file as Pydantic models, and what they ask of the engine as policies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from random import Random
from typing import Any, Literal

from pytest_fixturegen.errors import ConfigError, nearest
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.identity import snake_case

KNOWN = (
    "type", "format", "required", "unique", "min", "max", "minimum", "maximum", "minLength", "maxLength", "minItems",
    "maxItems", "pattern", "enum", "default", "generate", "references", "primaryKey", "items", "fields", "properties",
    "nullable", "description", "autoIncrement",
)  # fmt: skip
"""What may be said of a field."""

WORDS = {
    "str": "string", "text": "string", "int": "integer", "id": "integer", "float": "number", "double": "number",
    "bool": "boolean", "list": "array", "dict": "object", "timestamp": "datetime", "date-time": "datetime", "guid": "uuid",
    "uri": "url",
}  # fmt: skip
RULES = {
    "min": "ge", "max": "le", "minimum": "ge", "maximum": "le", "minLength": "min_length", "maxLength": "max_length",
    "minItems": "min_length", "maxItems": "max_length", "pattern": "pattern",
}  # fmt: skip


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
    def of(name: str, said: Any, place: str) -> FieldRules:
        """What *said*, found at *place*, means. Raises ConfigError for a word that means nothing there."""
        told = {"type": said} if isinstance(said, str) else said
        if not isinstance(told, dict):
            raise ConfigError(f"{place} is {said!r:.80}, which is no field.", hint="Write a type, or a mapping with a type.")
        for word in told:
            if word not in KNOWN:
                raise ConfigError(f"{place} says {word!r}, which means nothing there.", hint=nearest(str(word), KNOWN))
        kind = _kind(told, place)
        inner = told.get("fields") or told.get("properties") or {}
        return FieldRules(
            name=name,
            type=kind,
            required=bool(told.get("required", False)) and not told.get("nullable", False),
            unique=bool(told.get("unique", False)),
            is_key=bool(told.get("primaryKey", False)),
            rules={RULES[word]: value for word, value in told.items() if word in RULES},
            enum=tuple(told.get("enum") or ()),
            default=told.get("default"),
            references=told.get("references"),
            policy=_policy(told["generate"], place) if "generate" in told else {},
            items=FieldRules.of("item", told["items"], f"{place}.items") if "items" in told else None,
            fields=tuple(FieldRules.of(str(each), rule, f"{place}.{each}") for each, rule in inner.items()),
        )

    def annotation(self, model: str) -> Any:
        """The type of the field in the model called *model*."""
        if self.enum:
            return Literal[self.enum]
        if self.type == "array":
            item: Any = self.items.annotation(model) if self.items else Any
            return list[item]
        if self.type == "object":
            return model_of(f"{model}_{self.name}", self.fields) if self.fields else dict[str, Any]
        return _types()[self.type]


@dataclass(frozen=True, slots=True)
class PickOne:
    """Draws one of *values*, each as often as its weight says."""

    values: tuple[Any, ...]
    weights: tuple[float, ...] | None

    def __call__(self, rng: Random) -> Any:
        """One of the values."""
        return rng.choices(self.values, self.weights)[0]


@dataclass(frozen=True, slots=True)
class AtDomain:
    """Moves an e-mail address to another *domain*."""

    domain: str

    def __call__(self, address: str) -> str:
        """The same mailbox there."""
        return f"{address.partition('@')[0]}@{self.domain}"


@dataclass(frozen=True, slots=True)
class Faked:
    """Asks Faker for what *name* says, with *arguments*."""

    name: str
    arguments: tuple[tuple[str, Any], ...]

    def __call__(self, faker: Any) -> Any:
        """What Faker gives."""
        return getattr(faker, self.name)(**dict(self.arguments))


def model_of(name: str, fields: Any) -> Any:
    """The model of the records of the resource *name*."""
    from pydantic import BaseModel, ConfigDict, Field, create_model

    title = _class_name(name)
    keys = [each.name for each in fields if each.is_key] or ["id"]
    made: dict[str, Any] = {}
    for each in fields:
        rules: dict[str, Any] = dict(each.rules)
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


def policies_for(model: Any, fields: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What is asked of *fields*, by name, as overrides of the engine."""
    return {f"{model.__name__}.{name}": policy for name, policy in fields.items()}


def _kind(told: Mapping[str, Any], place: str) -> str:
    kind = str(told.get("type", "object" if told.get("fields") else "string"))
    spelt = str(told.get("format", "")) if kind == "string" else ""
    wanted = WORDS.get(spelt, spelt) if WORDS.get(spelt, spelt) in _types() else WORDS.get(kind, kind)
    known = [*_types(), "array", "object"]
    if wanted not in known:
        raise ConfigError(f"{place} is of type {kind!r}, which is none.", hint=nearest(kind, known))
    return wanted


def _types() -> dict[str, Any]:
    from datetime import date, datetime, time
    from decimal import Decimal
    from uuid import UUID

    from pydantic import AnyUrl, EmailStr, IPvAnyAddress

    return {
        "string": str, "integer": int, "number": float, "boolean": bool, "decimal": Decimal, "date": date,
        "datetime": datetime, "time": time, "uuid": UUID, "email": EmailStr, "url": AnyUrl, "ip": IPvAnyAddress, "any": Any,
    }  # fmt: skip


def _policy(said: Any, place: str) -> dict[str, Any]:
    """What ``generate`` asks, as a policy of the engine."""
    told = {"type": said} if isinstance(said, str) else dict(said) if isinstance(said, dict) else {}
    kind = str(told.pop("type", ""))
    if kind in ("pickOne", "pick_one"):
        return {"factory": _picker(told, place)}
    if kind == "email" and "domain" in told:
        return {"provider": "email", "post_generate": AtDomain(str(told["domain"]))}
    name = snake_case(kind.removeprefix("faker."))
    if not told and not kind.startswith("faker.") and _is_ours(name):
        return {"provider": name}
    _require_faker(name, place)
    return {"factory": Faked(name, tuple(sorted(told.items())))}


def _picker(told: Mapping[str, Any], place: str) -> PickOne:
    values, weights = tuple(told.get("values") or ()), told.get("weights")
    if not values or (
        weights is not None and (len(weights) != len(values) or not all(w >= 0 for w in weights) or not sum(weights))
    ):
        raise ConfigError(
            f"{place}: pickOne needs values, and as many weights or none.", hint="values: [a, b], weights: [3, 1]"
        )
    return PickOne(values, tuple(map(float, weights)) if weights else None)


def _is_ours(name: str) -> bool:
    from pytest_fixturegen.providers.by_name import NAMES

    return any(name == known for known, _ in NAMES)


def _require_faker(name: str, place: str) -> None:
    from pytest_fixturegen.providers.vocabulary import faker_of

    faker = faker_of("en_US")
    if name.startswith("_") or not callable(getattr(faker, name, None)):
        known = [each for each in dir(faker) if not each.startswith("_")]
        raise ConfigError(f"{place}: there is no provider {name!r} to generate it.", hint=nearest(name, [*known, "pickOne"]))


def _class_name(name: str) -> str:
    from pytest_fixturegen.providers.naming import singular

    words = snake_case(name)
    return "".join(word.capitalize() for word in (singular(words) or words).split("_"))

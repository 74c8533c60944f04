"""Instances that are built from drawn values without validation.

The fast path to JSON writes records that are valid by construction. Their instances can be built
the same way, in a third of the time that Pydantic needs to validate them. A builder follows the
shape of a model, and checks that each drawn value has exactly the type that validation would
return; a field of another kind, such as a union or a URL, is validated alone. The first
TRIAL_RECORDS records of a plan are validated, and compared with what its builder makes of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache, partial
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import Any, NamedTuple
from uuid import UUID

from pytest_fixturegen._internal.equality import is_same
from pytest_fixturegen.introspection.shapes import (
    ChoiceShape,
    CollectionShape,
    MappingShape,
    ModelField,
    ModelShape,
    NamedShape,
    OptionalShape,
    Scalar,
    Shape,
    ShapeRef,
)
from pytest_fixturegen.strategies.plan import Plan

TRIAL_RECORDS = 16
"""Records of a plan that are validated as well, before its builder is trusted."""

KIND_TYPES: Mapping[str, type] = {
    "int": int,
    "float": float,
    "bool": bool,
    "str": str,
    "bytes": bytes,
    "date": date,
    "datetime": datetime,
    "time": time,
    "timedelta": timedelta,
    "decimal": Decimal,
    "uuid": UUID,
}
"""The type of the value of each kind of scalar, which validation returns as it is."""

NAMED_TYPES: Mapping[Any, type] = {
    each: each for each in (IPv4Address, IPv4Network, IPv6Address, IPv6Network)
}
"""Named types whose instances validation returns as they are."""

MIN_BUILT = 3
"""A builder is used if at most one of so many fields is validated alone."""

SHARED_TYPES = frozenset((type(None), *KIND_TYPES.values()))
COPIED_TYPES = frozenset((list, dict, set))
"""The types of defaults that instances may share, and those of which each has its own copy."""

Convert = Callable[[Any], Any]


class UnfitError(Exception):
    """A drawn value is not of the type that validation would return."""


class Part(NamedTuple):
    """How a value is built: one of the type *kept* is used as it is, others are converted."""

    kept: type | None
    convert: Convert


class FieldPart(NamedTuple):
    """How the value of the field *name* is built, which *key* has in the drawn mapping."""

    name: str
    key: str | int
    kept: type | None
    convert: Convert


class InstanceMaker:
    """Makes the instances of one plan, by its builder once that is trusted."""

    def __init__(self, plan: Plan) -> None:
        """Start with the records of the trial."""
        self._validate = plan.reading.validate
        self._build = _find_builder(plan)
        self._trials_left = TRIAL_RECORDS

    def make(self, drawn: Any) -> Any:
        """Return the instance of a *drawn* record. Raise the error of a model that refuses it."""
        if self._build is None:
            return self._validate(drawn)
        if self._trials_left:
            return self._try_builder(self._build, drawn)
        try:
            return self._build(drawn)
        except (UnfitError, RecursionError):
            return self._validate(drawn)

    def _try_builder(
        self,
        build: Convert,
        drawn: Any,
    ) -> Any:
        """Return the validated instance; forget the builder if it makes another one."""
        valid = self._validate(drawn)
        try:
            is_fit = is_same_value(build(drawn), valid)
        except (UnfitError, AttributeError, RecursionError, TypeError):  # of an unusual class
            is_fit = False
        if is_fit:
            self._trials_left -= 1
        else:
            self._build = None
        return valid


@lru_cache(maxsize=1024)
def find_instance_maker(plan: Plan) -> InstanceMaker:
    """Return what makes the instances of *plan*, from a cache."""
    return InstanceMaker(plan)


def _find_builder(plan: Plan) -> Convert | None:
    """Return the builder of the records of *plan*; None if they have to be validated."""
    reading = plan.reading
    if not plan.is_direct or "validation" in reading.user_code or reading.is_document:
        return None
    part = BuilderReader(reading.refs).read(reading.shape)
    return part.convert if part and isinstance(part.convert, ModelBuilder) else None


class BuilderReader:
    """Reads from shapes how their values are built. *refs* are the shapes of references."""

    def __init__(self, refs: Mapping[str, Shape]) -> None:
        """Start without builders."""
        self._refs = refs
        self._builders: dict[str, ModelBuilder] = {}

    def read(self, shape: Shape | None) -> Part | None:
        """Return how values of *shape* are built; None if they have to be validated."""
        match shape:
            case Scalar() | NamedShape() | ChoiceShape():
                kept = _find_kept_type(shape)
                return Part(kept, _refuse) if kept else None
            case OptionalShape(inner):
                part = self.read(inner)
                return part and Part(part.kept, _make_optional(part.convert))
            case CollectionShape("list", item):
                part = self.read(item)
                return part and Part(None, _make_list(part))
            case MappingShape("dict", key, value):
                key_part, part = self.read(key), self.read(value)
                return Part(None, _make_dict(key_part, part)) if key_part and part else None
            case ShapeRef(name):
                known = self._builders.get(name)
                return Part(None, known) if known else self.read(self._refs.get(name))
            case ModelShape() if _is_plain(shape):
                return self._read_model(shape)
        return None

    def _read_model(self, shape: ModelShape) -> Part | None:
        """Return how instances of a model are built; None if most fields have to be validated."""
        builder = self._builders[shape.ref] = ModelBuilder(shape.cls)
        for each in shape.fields:
            builder.add_field(each, self.read(each.shape))
        return Part(None, builder) if builder.is_useful else None


def _find_kept_type(shape: Scalar | NamedShape | ChoiceShape) -> type | None:
    """Return the type of the values of *shape* that validation returns as they are."""
    from pydantic import EmailStr

    if isinstance(shape, Scalar):
        return KIND_TYPES.get(shape.kind)
    if isinstance(shape, NamedShape):
        return str if shape.type is EmailStr else NAMED_TYPES.get(shape.type)
    types = set(map(type, shape.values))
    return types.pop() if len(types) == 1 else None


def _is_plain(shape: ModelShape) -> bool:
    """Return whether validation alone makes the instances of the class of *shape*."""
    from pydantic import BaseModel

    cls: Any = shape.cls
    if shape.is_strict or not isinstance(cls, type) or type(cls) is not type(BaseModel):
        return False
    inherited = [
        getattr(getattr(cls, name), "__func__", getattr(cls, name))
        is getattr(getattr(BaseModel, name), "__func__", getattr(BaseModel, name))
        for name in CONSTRUCTORS
    ]
    has_code = cls.__pydantic_post_init__ or cls.__private_attributes__
    has_paths = any(len(each.key) != 1 for each in shape.fields)
    return all(inherited) and not (has_code or has_paths or cls.__pydantic_root_model__)


CONSTRUCTORS = ("__init__", "__new__", "__get_pydantic_core_schema__")
"""Methods with which a class makes its instances in another way."""


class ModelBuilder:
    """Builds instances of the Pydantic model *cls* from drawn mappings."""

    def __init__(self, cls: Any) -> None:
        """Start without fields."""
        self._cls = cls
        self._fields: list[FieldPart] = []
        self._names: frozenset[str] = frozenset()
        self._defaults: dict[str, Callable[[], Any]] = {}
        self._validated: list[str] = []
        self._has_extra = cls.model_config.get("extra") == "allow"

    def add_field(
        self,
        field: ModelField,
        part: Part | None,
    ) -> None:
        """Add a field, which is validated alone if *part* is None."""
        kept, convert = part or Part(None, _keep)
        self._fields.append(FieldPart(field.name, field.key[0], kept, convert))
        self._names |= {field.name}
        if part is None:
            self._validated.append(field.name)
        make_default = _find_default(self._cls, field.name)
        if make_default is not None:
            self._defaults[field.name] = make_default

    @property
    def is_useful(self) -> bool:
        """Whether few fields are validated alone."""
        return len(self._validated) <= len(self._fields) // MIN_BUILT

    def __call__(self, drawn: Any) -> Any:
        """Return the instance of *drawn*. Raise UnfitError if it has to be validated."""
        if type(drawn) is not dict:
            raise UnfitError
        names: frozenset[str] | set[str] = self._names
        if len(drawn) != len(names):
            names = self._find_names(drawn)
        values = {
            name: value if type(value := drawn[key]) is kept else convert(value)
            for name, key, kept, convert in self._fields
            if name in names
        }
        if len(values) != len(self._fields):
            values = {field.name: self._fill(values, field.name) for field in self._fields}
        return self._build(values, set(names))

    def _find_names(self, drawn: Mapping[Any, Any]) -> set[str]:
        """Return the names of the fields that *drawn* has; raise UnfitError if it has others."""
        names = {field.name for field in self._fields if field.key in drawn}
        if len(names) != len(drawn):
            raise UnfitError
        return names

    def _fill(
        self,
        values: Mapping[str, Any],
        name: str,
    ) -> Any:
        """Return the value of *name*, or its default."""
        if name in values:
            return values[name]
        if name in self._defaults:
            return self._defaults[name]()
        raise UnfitError

    def _build(
        self,
        values: dict[str, Any],
        names: set[str],
    ) -> Any:
        """Return the instance with *values*, of which those with *names* were set."""
        instance = self._cls.__new__(self._cls)
        set_attribute = object.__setattr__
        set_attribute(instance, "__dict__", values)
        set_attribute(instance, "__pydantic_fields_set__", names)
        set_attribute(instance, "__pydantic_extra__", {} if self._has_extra else None)
        set_attribute(instance, "__pydantic_private__", None)
        for name in self._validated:
            if name in names:
                self._validate(instance, name, values[name])
        return instance

    def _validate(
        self,
        instance: Any,
        name: str,
        value: Any,
    ) -> None:
        """Set the field *name* to *value*; raise UnfitError if that is refused."""
        try:
            self._cls.__pydantic_validator__.validate_assignment(instance, name, value)
        except ValueError as error:  # of a frozen model, too
            raise UnfitError from error


def _find_default(cls: Any, name: str) -> Callable[[], Any] | None:
    """Return what makes the default of the field *name*; None if only Pydantic can."""
    field = cls.model_fields.get(name)
    if field is None or field.validate_default or cls.model_config.get("validate_default"):
        return None
    if field.default_factory is not None:
        return field.default_factory if field.default_factory in COPIED_TYPES else None
    default = field.default
    if type(default) in COPIED_TYPES:
        return partial(deepcopy, default)
    return (lambda: default) if type(default) in SHARED_TYPES else None


def _keep(value: Any) -> Any:
    return value


def _refuse(value: Any) -> Any:
    raise UnfitError


def _make_optional(convert: Convert) -> Convert:
    """Return *convert* for values that may be None."""
    return lambda value: None if value is None else convert(value)


def _make_list(item: Part) -> Convert:
    """Return what builds a list, a new one, of *item*."""
    kept, convert = item

    def build_list(values: Any) -> list[Any]:
        if type(values) is not list:
            raise UnfitError
        return [value if type(value) is kept else convert(value) for value in values]

    return build_list


def _make_dict(key: Part, value: Part) -> Convert:
    """Return what builds a dictionary, a new one, of *key* and *value*."""

    def build_dict(values: Any) -> dict[Any, Any]:
        if type(values) is not dict:
            raise UnfitError
        return {_build(key, each): _build(value, values[each]) for each in values}

    return build_dict


def _build(part: Part, value: Any) -> Any:
    """Return *value* as *part* builds it."""
    return value if type(value) is part.kept else part.convert(value)


def is_same_value(first: Any, second: Any) -> bool:
    """Return whether two values of a model are of the same types, and equal part by part."""
    if type(first) is not type(second):
        return False
    if isinstance(first, list | tuple):
        return len(first) == len(second) and all(map(is_same_value, first, second))
    if isinstance(first, dict):
        return is_same_value([*first.items()], [*second.items()])
    if hasattr(first, "__pydantic_fields_set__"):
        return all(
            is_same_value(getattr(first, name, None), getattr(second, name, None))
            for name in INSTANCE_ATTRIBUTES
        )
    is_nan = isinstance(first, float | Decimal) and first != first and second != second  # noqa: PLR0124
    return is_nan or is_same(first, second)


INSTANCE_ATTRIBUTES = (
    "__dict__",
    "__pydantic_fields_set__",
    "__pydantic_extra__",
    "__pydantic_private__",
)
"""Where a Pydantic instance holds what validation gives it."""

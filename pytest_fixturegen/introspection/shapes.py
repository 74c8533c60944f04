"""Shape, Field and Constraints: what a type is, once typing and Pydantic have been read.

Shapes are plain frozen data. A class that refers to itself is a :class:`Ref` at the second mention.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Constraints:
    """What may stand in a place. None means: no such rule."""

    ge: Any = None
    gt: Any = None
    le: Any = None
    lt: Any = None
    multiple_of: Any = None
    max_digits: int | None = None
    decimal_places: int | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    lower: bool = False
    upper: bool = False
    strip: bool = False
    ascii_only: bool = False
    tz: str | int | None = None
    now: str | None = None
    version: int | None = None
    schemes: tuple[str, ...] = ()

    def merge(self, **constraints: Any) -> Constraints:
        """These rules with *rules* (those that are not None) put over them."""
        return replace(
            self, **{name: rule for name, rule in constraints.items() if rule is not None}
        )


NO_CONSTRAINTS = Constraints()


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value without parts. *kind* is Pydantic's name of it: ``int``, ``str``, ``datetime``, ``url``, ..."""

    kind: str
    constraints: Constraints = NO_CONSTRAINTS


@dataclass(frozen=True, slots=True)
class NamedShape:
    """A type with a name of its own (EmailStr, IPv4Address, Path): *type* finds its provider."""

    type: Any
    constraints: Constraints = NO_CONSTRAINTS
    inner: Shape | None = None


@dataclass(frozen=True, slots=True)
class ChoiceShape:
    """One of a closed list: an enum's members, a Literal's values."""

    values: tuple[Any, ...]
    json: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class OptionalShape:
    """*inner*, or None."""

    inner: Shape


@dataclass(frozen=True, slots=True)
class UnionShape:
    """One of several shapes, by label."""

    members: tuple[tuple[str, Shape], ...]


@dataclass(frozen=True, slots=True)
class CollectionShape:
    """A list, set, frozenset, deque, ... (*kind*) of one shape."""

    kind: str
    item: Shape
    low: int = 0
    high: int | None = None


@dataclass(frozen=True, slots=True)
class TupleShape:
    """A tuple. *repeated* is the place that may stand any number of times, or None; *cls* a NamedTuple's class."""

    items: tuple[Shape, ...]
    variadic_index: int | None = None
    low: int = 0
    high: int | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MappingShape:
    """A mapping of *kind* (dict, defaultdict, ...)."""

    kind: str
    key: Shape
    value: Shape
    low: int = 0
    high: int | None = None


@dataclass(frozen=True, slots=True)
class ModelField:
    """One field of a model: its name, how it is read and written, what it holds, and what stands there unasked."""

    name: str
    shape: Shape
    key: tuple[str | int, ...]
    json_key: str | None
    required: bool = True
    default: Any = None
    has_default: bool = False
    examples: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelShape:
    """A class with fields: a model, a dataclass, a TypedDict.

    *exact* says that the JSON of an instance holds its fields and nothing else, each as its shape says it. What is
    *computed* stands in its JSON, too, but is never read.
    *strict* models take instances, not mappings, where they are nested.
    """

    ref: str
    cls: Any
    kind: str
    fields: tuple[ModelField, ...]
    has_exact_json: bool = True
    is_strict: bool = False
    computed_fields: tuple[ModelField, ...] = ()


@dataclass(frozen=True, slots=True)
class RootShape:
    """A RootModel: *inner*, read and written as if it stood there alone."""

    ref: str
    cls: Any
    inner: Shape


@dataclass(frozen=True, slots=True)
class ShapeRef:
    """The shape that stands elsewhere under this name."""

    name: str


@dataclass(frozen=True, slots=True)
class CheckedShape:
    """*inner*, and a rule of the user's own that only validation can tell."""

    inner: Shape
    rule: str


@dataclass(frozen=True, slots=True)
class CustomJsonShape:
    """*inner*, written to JSON in a way of its own."""

    inner: Shape


@dataclass(frozen=True, slots=True)
class JsonText:
    """*inner* as a text of JSON."""

    inner: Shape


@dataclass(frozen=True, slots=True)
class InstanceOf:
    """An instance of *cls*, or with *subclass* a class below it."""

    cls: Any
    is_subclass: bool = False


@dataclass(frozen=True, slots=True)
class OpaqueShape:
    """Something that only its own validator understands: drawn by a guess at what *cls* stands for, and checked."""

    label: str
    cls: Any = None


Shape = (
    Scalar
    | NamedShape
    | ChoiceShape
    | OptionalShape
    | UnionShape
    | CollectionShape
    | TupleShape
    | MappingShape
    | ModelShape
    | RootShape
    | ShapeRef
    | CheckedShape
    | CustomJsonShape
    | JsonText
    | InstanceOf
    | OpaqueShape
)


@dataclass(frozen=True, slots=True)
class TypeReading:
    """All that is known of a type: its *shape*, the shapes that a :class:`Ref` names, and how to validate and write it."""

    name: str
    shape: Shape
    refs: dict[str, Shape] = field(default_factory=dict)
    validate: Callable[[Any], Any] = lambda value: value
    validate_json: Callable[[bytes], Any] = lambda text: text
    dump_json: Callable[[Any], bytes] = lambda value: b""
    dump_round_trip: Callable[[Any], bytes] = lambda value: b""
    dump_by_name: Callable[[Any], bytes] = lambda value: b""


def add_constraint(shape: Shape, constraint: dict[str, Any]) -> Shape:
    """*shape* with one more constraint; where it has no place for it, a rule to be checked."""
    match shape:
        case Scalar() | NamedShape():
            return replace(shape, constraints=shape.constraints.merge(**constraint))
        case OptionalShape(inner):
            return OptionalShape(add_constraint(inner, constraint))
        case CollectionShape() | MappingShape():
            return replace(
                shape,
                low=constraint.get("min_length", shape.low),
                high=constraint.get("max_length", shape.high),
            )
        case _:
            return CheckedShape(shape, next(iter(constraint)))

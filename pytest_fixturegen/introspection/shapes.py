"""Shapes: frozen descriptions of the values that a type accepts.

Shapes do not depend on ``typing`` or Pydantic. A second mention of a class is a
:class:`ShapeRef`, so that a class may refer to itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Constraints:
    """The constraints of a value; None means unconstrained.

    The bounds and lengths have the meaning of Pydantic's ``Field``. *strip* removes surrounding
    white space; *tz* and *now* (``past`` or ``future``) constrain points in time; *version* is that
    of a UUID; *schemes* are those of a URL.
    """

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
        """Return these constraints, overridden by those in *constraints* that are not None."""
        present = {name: value for name, value in constraints.items() if value is not None}
        return replace(self, **present)


NO_CONSTRAINTS = Constraints()


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value without parts. *kind* is Pydantic's name: ``int``, ``str``, ``datetime``, ``url``,
    ...
    """

    kind: str
    constraints: Constraints = NO_CONSTRAINTS


@dataclass(frozen=True, slots=True)
class NamedShape:
    """A type that has a provider (EmailStr, IPv4Address, Path), found by *type*."""

    type: Any
    constraints: Constraints = NO_CONSTRAINTS
    inner: Shape | None = None


@dataclass(frozen=True, slots=True)
class ChoiceShape:
    """One of a list of values: the members of an enum, the values of a Literal."""

    values: tuple[Any, ...]
    json: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class OptionalShape:
    """*inner*, or None."""

    inner: Shape


@dataclass(frozen=True, slots=True)
class UnionShape:
    """One of several shapes; each has a label that is unique in the union."""

    members: tuple[tuple[str, Shape], ...]


@dataclass(frozen=True, slots=True)
class CollectionShape:
    """A list, set, frozenset, deque, ... (*kind*) of *low* to *high* items."""

    kind: str
    item: Shape
    low: int = 0
    high: int | None = None


@dataclass(frozen=True, slots=True)
class TupleShape:
    """A tuple. The item at *variadic_index* repeats any number of times, unless that is None.

    *names* are the names of the fields of a NamedTuple.
    """

    items: tuple[Shape, ...]
    variadic_index: int | None = None
    low: int = 0
    high: int | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MappingShape:
    """A mapping of *kind* (dict, defaultdict, ...) with *low* to *high* entries.

    *default_factory* makes the missing values of a defaultdict.
    """

    kind: str
    key: Shape
    value: Shape
    low: int = 0
    high: int | None = None
    default_factory: Any = None


@dataclass(frozen=True, slots=True)
class ModelField:
    """One field of a model.

    *key* is the path under which validation reads the value: one part for a name or an alias,
    several for an AliasPath. *json_key* is the key in JSON, or None if the field is left out there.
    *has_stable_factory* is False if the model itself would give the field other values in each run.
    """

    name: str
    shape: Shape
    key: tuple[str | int, ...]
    json_key: str | None
    required: bool = True
    default: Any = None
    has_default: bool = False
    examples: tuple[Any, ...] = ()
    has_stable_factory: bool = True


@dataclass(frozen=True, slots=True)
class ModelShape:
    """A class with fields: a model, a dataclass, a TypedDict.

    *has_exact_json* says that the JSON of an instance holds exactly its fields, each as its shape
    describes it. *computed_fields* occur in the JSON, but are never read. A nested model that
    *is_strict* accepts instances only, not mappings. *share* is the position of the class among
    those whose records must not have equal unique values, and their number.
    """

    ref: str
    cls: Any
    kind: str
    fields: tuple[ModelField, ...]
    has_exact_json: bool = True
    is_strict: bool = False
    computed_fields: tuple[ModelField, ...] = ()
    share: tuple[int, int] = (0, 1)


@dataclass(frozen=True, slots=True)
class RootShape:
    """A RootModel, which is read and written as its *inner* value."""

    ref: str
    cls: Any
    inner: Shape


@dataclass(frozen=True, slots=True)
class ShapeRef:
    """A reference to a shape in ``TypeReading.refs``."""

    name: str


@dataclass(frozen=True, slots=True)
class CheckedShape:
    """*inner* with a rule that only validation can check, such as a validator of the user."""

    inner: Shape
    rule: str


@dataclass(frozen=True, slots=True)
class CustomJsonShape:
    """*inner* with a custom serialiser: its JSON is unknown until it is written."""

    inner: Shape


@dataclass(frozen=True, slots=True)
class JsonText:
    """A text that contains *inner* as JSON."""

    inner: Shape


@dataclass(frozen=True, slots=True)
class InstanceOf:
    """An instance of *cls*, or a subclass of it if *is_subclass*.

    If it *is_exact*, its constructor must make it.
    """

    cls: Any
    is_subclass: bool = False
    is_exact: bool = False


@dataclass(frozen=True, slots=True)
class OpaqueShape:
    """A value that only its validator *label* describes.

    It is drawn by a guess from *cls*, and then validated.
    """

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
    """A type after reading: its shape, and the functions that validate and write its values.

    *refs* maps the names of :class:`ShapeRef` to shapes. *read_json* reads the instances that
    *validate* takes, too, also of types with a schema for JSON alone. *dump_json* writes aliases;
    *dump_round_trip* does too, but leaves out computed fields; *dump_by_name* writes field names.
    *dump_python* is like *dump_round_trip*, but returns the value that Pydantic's options ask for.
    *user_code* says where these functions run code of the user. If it *writes_inputs*, the JSON of
    a value is what it was made from: converters would change what it holds once more. *has_sets*
    says that the type declares a set, *has_cycles* that it holds itself; its shapes nest in so many
    *levels*. Records of a type that *is_document* are plain values of JSON.
    """

    name: str
    shape: Shape
    refs: dict[str, Shape] = field(default_factory=dict)
    validate: Callable[[Any], Any] = lambda value: value
    validate_json: Callable[[bytes], Any] = lambda text: text
    read_json: Callable[[bytes], Any] = lambda text: text
    dump_json: Callable[[Any], bytes] = lambda value: b""
    dump_round_trip: Callable[[Any], bytes] = lambda value: b""
    dump_by_name: Callable[[Any], bytes] = lambda value: b""
    dump_python: Callable[..., Any] = lambda value, **options: value
    user_code: frozenset[str] = frozenset()
    has_sets: bool = False
    has_cycles: bool = False
    levels: int = 0
    writes_inputs: bool = False
    is_document: bool = False


LENGTH_CONSTRAINTS = ("min_length", "max_length")

TEXT_KINDS = ("str", "bytes", "url", "multi-host-url")
"""The kinds of scalars that have a length."""

UNORDERED_KINDS = ("str", "bytes", "bool", "any", "none", "uuid", "url", "multi-host-url")
"""The kinds of scalars whose bounds, if any, no provider reads."""


def unwrap_shape(shape: Shape) -> Shape:
    """Return *shape* without the validators and serializers around it."""
    while isinstance(shape, CheckedShape | CustomJsonShape):
        shape = shape.inner
    return shape


def add_constraint(
    shape: Shape,
    constraint: dict[str, Any],
) -> Shape:
    """Return *shape* with one more constraint.

    It goes to the values behind validators and to each member of a union. A shape that has no
    attribute for the constraint is wrapped in a :class:`CheckedShape`.
    """
    match shape:
        case Scalar():
            return replace(shape, constraints=shape.constraints.merge(**constraint))
        case NamedShape(inner=inner):
            inner = inner and add_constraint(inner, constraint)
            constraints = shape.constraints.merge(**constraint)
            return replace(
                shape,
                constraints=constraints,
                inner=inner,
            )
        case OptionalShape() | CheckedShape() | CustomJsonShape() | JsonText():
            return replace(shape, inner=add_constraint(shape.inner, constraint))
        case CollectionShape() | MappingShape() | TupleShape():
            return replace(
                shape,
                low=constraint.get("min_length", shape.low),
                high=constraint.get("max_length", shape.high),
            )
        case UnionShape(members):
            constrained = tuple(
                (label, _constrain_member(member, constraint)) for label, member in members
            )
            union = UnionShape(constrained)
            if all(
                after != before
                for after, before in zip(
                    constrained,
                    members,
                    strict=True,
                )
            ):
                return union
            return CheckedShape(union, next(iter(constraint)))
        case _:
            return CheckedShape(shape, next(iter(constraint)))


def _constrain_member(member: Shape, constraint: dict[str, Any]) -> Shape:
    """Return the *member* of a union with *constraint*, or unchanged if it does not apply to it."""
    if not isinstance(member, Scalar):
        return add_constraint(member, constraint)
    name = next(iter(constraint))
    applies = member.kind in TEXT_KINDS
    if name not in LENGTH_CONSTRAINTS and name != "pattern":
        applies = member.kind not in UNORDERED_KINDS
    return add_constraint(member, constraint) if applies else member

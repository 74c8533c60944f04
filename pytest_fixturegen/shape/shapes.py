"""Shape, Field and Constraints: what a type is, once typing and Pydantic have been read.

Shapes are plain frozen data. A class that refers to itself is a :class:`Ref` at the second mention.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from typing import Any

from pytest_fixturegen.frozen import dataclass


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

    def merged(self, **rules: Any) -> Constraints:
        """These rules with *rules* (those that are not None) put over them."""
        return replace(self, **{name: rule for name, rule in rules.items() if rule is not None})


FREE = Constraints()


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value without parts. *kind* is Pydantic's name of it: ``int``, ``str``, ``datetime``, ``url``, ..."""

    kind: str
    rules: Constraints = FREE


@dataclass(frozen=True, slots=True)
class Named:
    """A type with a name of its own (EmailStr, IPv4Address, Path): *type* finds its provider."""

    type: Any
    rules: Constraints = FREE
    inner: Shape | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """One of a closed list: an enum's members, a Literal's values."""

    values: tuple[Any, ...]
    json: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Maybe:
    """*inner*, or None."""

    inner: Shape


@dataclass(frozen=True, slots=True)
class Either:
    """One of several shapes, by label."""

    members: tuple[tuple[str, Shape], ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list, set, frozenset, deque, ... (*kind*) of one shape."""

    kind: str
    item: Shape
    low: int = 0
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """A tuple. *repeated* is the place that may stand any number of times, or None; *cls* a NamedTuple's class."""

    items: tuple[Shape, ...]
    repeated: int | None = None
    low: int = 0
    high: int | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping of *kind* (dict, defaultdict, ...)."""

    kind: str
    key: Shape
    value: Shape
    low: int = 0
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Field:
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
class Model:
    """A class with fields: a model, a dataclass, a TypedDict.

    *exact* says that the JSON of an instance holds its fields and nothing else, each as its shape says it. What is
    *computed* stands in its JSON, too, but is never read.
    *strict* models take instances, not mappings, where they are nested.
    """

    ref: str
    cls: Any
    kind: str
    fields: tuple[Field, ...]
    exact: bool = True
    strict: bool = False
    computed: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A RootModel: *inner*, read and written as if it stood there alone."""

    ref: str
    cls: Any
    inner: Shape


@dataclass(frozen=True, slots=True)
class Ref:
    """The shape that stands elsewhere under this name."""

    name: str


@dataclass(frozen=True, slots=True)
class Checked:
    """*inner*, and a rule of the user's own that only validation can tell."""

    inner: Shape
    rule: str


@dataclass(frozen=True, slots=True)
class Unlike:
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
    subclass: bool = False


@dataclass(frozen=True, slots=True)
class Opaque:
    """Something that only its own validator understands: drawn by a guess at what *cls* stands for, and checked."""

    label: str
    cls: Any = None


Shape = (
    Scalar
    | Named
    | Options
    | Maybe
    | Either
    | Items
    | Places
    | Pairs
    | Model
    | Wrapped
    | Ref
    | Checked
    | Unlike
    | JsonText
    | InstanceOf
    | Opaque
)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is known of a type: its *shape*, the shapes that a :class:`Ref` names, and how to validate and write it."""

    name: str
    shape: Shape
    refs: dict[str, Shape] = field(default_factory=dict)
    validate: Callable[[Any], Any] = lambda value: value
    validate_json: Callable[[bytes], Any] = lambda text: text
    dump_json: Callable[[Any], bytes] = lambda value: b""
    dump_round_trip: Callable[[Any], bytes] = lambda value: b""
    dump_by_name: Callable[[Any], bytes] = lambda value: b""


def constrained(shape: Shape, rule: dict[str, Any]) -> Shape:
    """*shape* with one more constraint; where it has no place for it, a rule to be checked."""
    match shape:
        case Scalar() | Named():
            return replace(shape, rules=shape.rules.merged(**rule))
        case Maybe(inner):
            return Maybe(constrained(inner, rule))
        case Items() | Pairs():
            return replace(shape, low=rule.get("min_length", shape.low), high=rule.get("max_length", shape.high))
        case _:
            return Checked(shape, next(iter(rule)))

"""The closed set of things a plan can ask for.

Providers and the planner write nodes, the engine reads them; neither knows the other. A node is frozen, knows no path
and no name, and can stand in many places of a plan. Every draw is a function of 64-bit words, never of a generator.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass

ToJson = Callable[[Any], Any]
WordTransform = Callable[[int], int]
"""A word for a word, before a number is made of it."""


@dataclass(frozen=True, slots=True)
class Constant:
    """Always *value*; *json* is what its model would say of it."""

    value: Any
    json: Any


@dataclass(frozen=True, slots=True)
class Choice:
    """One of *options*, all equally often; *json* says each of them in JSON, in the same order.

    An option added at the end moves only the records that draw it, when there are at most 16.
    """

    options: tuple[Any, ...]
    json: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number, uniform over ``low, low + step, ...`` up to *high* (both ends in)."""

    low: int
    high: int
    step: int = 1


@dataclass(frozen=True, slots=True)
class GridFloat:
    """A float ``number / scale`` with *number* uniform in [*low*, *high*] (both ends in)."""

    low: int
    high: int
    scale: float


@dataclass(frozen=True, slots=True)
class UniformFloat:
    """A float anywhere in [*low*, *high*]: for ranges too small or too large for a decimal grid."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class FixedPoint:
    """A Decimal with *places* digits after the point: *number* × 10^-places, number as for Integer."""

    low: int
    high: int
    step: int
    decimal_places: int


@dataclass(frozen=True, slots=True)
class Instant:
    """A datetime: *low* to *high* microseconds after 1970 in steps of *step*, aware of UTC or naive."""

    low: int
    high: int
    step: int
    is_aware: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A date between the proleptic ordinals *low* and *high* (both ends in)."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class RandomUuid:
    """A UUID [RFC 9562] of *version*, its other bits drawn."""

    version: int


@dataclass(frozen=True, slots=True)
class Call:
    """``draw(word)``: any pure function of one 64-bit word; *json* turns its value into what JSON says (None: as it is)."""

    draw: Callable[[int], Any]
    json: ToJson | None = None


@dataclass(frozen=True, slots=True)
class Callback:
    """``make(word, index)``: somebody else's function, which may know the index of its record. JSON is left to the model."""

    make: Callable[[int, int], Any]


@dataclass(frozen=True, slots=True)
class Transformed:
    """The number *inner*, drawn from words that went through *bend*."""

    inner: Node
    transform: WordTransform


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that several fields of a record share, drawn at a path of its own: a person's name, the day it began.

    It is drawn the same whether or not a field shows it, so adding a field never changes another.
    """

    name: str
    node: Node


@dataclass(frozen=True, slots=True)
class FactView:
    """``show(word, *facts)``: what a field shows of the facts of its record."""

    show: Callable[..., Any]
    facts: tuple[Fact, ...]
    json: ToJson | None = None


@dataclass(frozen=True, slots=True)
class Nullable:
    """None with chance *p_none* / 2^64, else *inner*."""

    inner: Node
    p_none: int


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several nodes, each drawn at a path of its own that its label names."""

    members: tuple[tuple[str, Node], ...]


@dataclass(frozen=True, slots=True)
class Array:
    """Between *low* and *high* items. *build* makes the Python value; JSON is a list.

    *bend* says how the numbers of items are spread. *distinct* items never repeat within one value, and stand in JSON in
    the order of their text.
    """

    item: Node
    low: int
    high: int
    build: Callable[[list[Any]], Any] | None = None
    is_distinct: bool = False
    size_transform: WordTransform | None = None


@dataclass(frozen=True, slots=True)
class Tuple:
    """A tuple with one node for each place. One whose places are *named* has facts of its own, as a record has."""

    items: tuple[Node, ...]
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A mapping of between *low* and *high* distinct keys. *build* and *bend* as for Array; JSON is an object."""

    key: Node
    value: Node
    low: int
    high: int
    build: Callable[[dict[Any, Any]], Any] | None = None
    size_transform: WordTransform | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a record: its name in paths, its key when the model reads it, its key in JSON, and its node.

    A *key* of more than one part is a path into nested mappings and lists. ``key=None`` leaves the field to the model's
    own default when an instance is made; ``json_key=None`` leaves it out of JSON. An *optional* field may be missing.
    """

    name: str
    key: tuple[str | int, ...] | None
    json_key: str | None
    node: Node
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with one key for each slot; *build* makes an instance of it where a mapping will not do.

    A record that is *shared* has no facts of its own: it shows those of the record around it.
    """

    slots: tuple[Slot, ...]
    build: Callable[[dict[str, Any]], Any] | None = None
    shares_facts: bool = False


@dataclass(frozen=True, slots=True)
class Converted:
    """*inner*, turned by *convert* where Python asks for a value, by *json* where JSON does (None: as it is)."""

    inner: Node
    convert: Callable[[Any], Any] | None
    json: ToJson | None = None


@dataclass(frozen=True, slots=True)
class Constructed:
    """What *build* makes of *inner*; JSON says *inner* itself. An instance where a plain value would be ambiguous."""

    inner: Node
    build: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class JsonEncoded:
    """A text of JSON that says *inner*; in JSON, *inner* itself."""

    inner: Node


@dataclass(frozen=True, slots=True)
class Pinned:
    """*inner*, as the user fixed it: whatever a validator says of it, nothing else is drawn instead."""

    inner: Node


@dataclass(frozen=True, slots=True)
class UniqueNumber:
    """A number of the record's own: its place in a keyed shuffle of [0, *size*).

    A *growing* shuffle gives early records small numbers. Beyond *size* records numbers come again, unless *declared*
    names what was asked to be unique: then that is an error.
    """

    size: int
    is_growing: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class SampleIndex:
    """One of *size* indices, for an item of a list whose other items choose other ones."""

    size: int


@dataclass(frozen=True, slots=True)
class Link:
    """What *field* holds in the record of another model at the index that *index* draws.

    *target* gives that model's plan when it is first needed, since models may link in circles.
    """

    index: Node
    get_plan: Callable[[], Any]
    field: str


@dataclass(frozen=True, slots=True)
class Unsatisfiable:
    """A place for which nothing valid can be drawn, and why. Harmless until it is drawn."""

    reason: str
    hint: str


ValueNode = (
    Constant
    | Choice
    | Integer
    | GridFloat
    | UniformFloat
    | FixedPoint
    | Instant
    | Day
    | RandomUuid
    | Call
    | Callback
    | Transformed
    | FactView
)
"""A value of its own."""

CompositeNode = (
    Nullable
    | OneOf
    | Array
    | Tuple
    | Dictionary
    | Record
    | Converted
    | Constructed
    | JsonEncoded
    | Pinned
)
"""What other nodes stand in."""

Node = ValueNode | CompositeNode | UniqueNumber | SampleIndex | Link | Unsatisfiable


def unwrap_node(node: Node) -> Node:
    """Return *node* without the nodes around it that only change its value."""
    while isinstance(node, Nullable | Converted | Constructed | JsonEncoded):
        node = node.inner
    return node

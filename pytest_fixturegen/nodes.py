"""Nodes: the closed set of instructions that a plan consists of.

Providers and planning rules create nodes and the generator reads them; neither knows the other. A
node is frozen, has no path and no name, and can occur in many places of a plan. Every value is a
function of 64-bit words, never of a generator with a state.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass

ToJson = Callable[[Any], Any]
"""Converts a Python value to its JSON."""

WordTransform = Callable[[int], int]
"""Returns another word, of which a number is made. It changes how the numbers are distributed."""


@dataclass(frozen=True, slots=True)
class Constant:
    """Always *value*, which is *json* in JSON."""

    value: Any
    json: Any


@dataclass(frozen=True, slots=True)
class Choice:
    """One of *options*, all equally likely; *json* has the JSON of each, in the same order.

    If there are at most 16 options, another one at the end moves only the records that draw it.
    """

    options: tuple[Any, ...]
    json: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number, uniform over ``low, low + step, ...`` up to *high*, both included."""

    low: int
    high: int
    step: int = 1


@dataclass(frozen=True, slots=True)
class GridFloat:
    """A float ``number / scale``, the number uniform between *low* and *high*, both included."""

    low: int
    high: int
    scale: float


@dataclass(frozen=True, slots=True)
class UniformFloat:
    """A float in [*low*, *high*], for ranges that are too small or too large for a decimal grid."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class FixedPoint:
    """A Decimal, ``number * 10 ** -decimal_places``, with a number as of :class:`Integer`."""

    low: int
    high: int
    step: int
    decimal_places: int


@dataclass(frozen=True, slots=True)
class Instant:
    """A datetime: from *low* to *high* microseconds after 1970 in steps of *step*.

    It is in UTC if *is_aware* is set, and else naive.
    """

    low: int
    high: int
    step: int
    is_aware: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A date between the proleptic Gregorian ordinals *low* and *high*, both included."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class RandomUuid:
    """A UUID [RFC 9562] of *version* with random bits elsewhere."""

    version: int


@dataclass(frozen=True, slots=True)
class Call:
    """The result of ``draw(word)``, a pure function of a 64-bit word.

    *json* converts the value to its JSON; None means that the value is its own JSON.
    """

    draw: Callable[[int], Any]
    json: ToJson | None = None


@dataclass(frozen=True, slots=True)
class Callback:
    """The result of ``make(word, index)``, a function of a user or a plugin.

    Only the model knows the JSON of the value.
    """

    make: Callable[[int, int], Any]


@dataclass(frozen=True, slots=True)
class Transformed:
    """The number *inner*, drawn from words that *transform* changed."""

    inner: Node
    transform: WordTransform


@dataclass(frozen=True, slots=True)
class Fact:
    """A hidden value that several fields of a record show, such as a person or a birth date.

    It has its own path, and the same value whether or not a field shows it. So adding a field never
    changes another one.
    """

    name: str
    node: Node


@dataclass(frozen=True, slots=True)
class FactView:
    """The result of ``show(word, *facts)``: what a field shows of the facts of its record."""

    show: Callable[..., Any]
    facts: tuple[Fact, ...]
    json: ToJson | None = None


@dataclass(frozen=True, slots=True)
class Nullable:
    """None with a probability of ``p_none / 2 ** 64``, else *inner*."""

    inner: Node
    p_none: int


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several nodes. The label of each is a part of its path."""

    members: tuple[tuple[str, Node], ...]


@dataclass(frozen=True, slots=True)
class Array:
    """Between *low* and *high* items, both included. *build* makes the Python value of the list.

    *size_transform* changes the distribution of the sizes. If *is_distinct* is set, items do not
    repeat within one value, and JSON lists them in the order of their text.
    """

    item: Node
    low: int
    high: int
    build: Callable[[list[Any]], Any] | None = None
    is_distinct: bool = False
    size_transform: WordTransform | None = None


@dataclass(frozen=True, slots=True)
class Tuple:
    """A tuple with a node for each position. If *is_named* is set, it has facts, like a record."""

    items: tuple[Node, ...]
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A mapping of between *low* and *high* distinct keys; the rest is as for :class:`Array`."""

    key: Node
    value: Node
    low: int
    high: int
    build: Callable[[dict[Any, Any]], Any] | None = None
    size_transform: WordTransform | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a record.

    *name* is its name in paths. The model reads it by *key*; a key of several parts is a path into
    nested mappings and lists, and None leaves the field to its default. *json_key* is its key in
    JSON; None leaves it out. If *is_optional* is set, a repair may leave the field out.
    """

    name: str
    key: tuple[str | int, ...] | None
    json_key: str | None
    node: Node
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with a key for each slot.

    *build* makes an instance of the mapping, if the model does not read mappings there. If
    *shares_facts* is set, the record has the facts of the record around it.
    """

    slots: tuple[Slot, ...]
    build: Callable[[dict[str, Any]], Any] | None = None
    shares_facts: bool = False


@dataclass(frozen=True, slots=True)
class Converted:
    """*inner*, converted by *convert* in Python and by *json* in JSON; None means unchanged."""

    inner: Node
    convert: Callable[[Any], Any] | None
    json: ToJson | None = None


@dataclass(frozen=True, slots=True)
class Constructed:
    """What *build* makes of *inner*, if a plain value would be ambiguous. JSON is *inner*."""

    inner: Node
    build: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class JsonEncoded:
    """A text with the JSON of *inner*. JSON is *inner* itself."""

    inner: Node


@dataclass(frozen=True, slots=True)
class Pinned:
    """*inner*, which the user fixed. A repair never replaces it."""

    inner: Node


@dataclass(frozen=True, slots=True)
class UniqueNumber:
    """A number that no other record has: its place in a keyed shuffle of [0, *size*).

    If *is_growing* is set, early records have small numbers. After *size* records numbers repeat,
    unless *label* names a field that has to be unique: then the next record is an error.
    """

    size: int
    is_growing: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class SampleIndex:
    """One of *size* indices, for an item of a list whose items differ in their indices."""

    size: int


@dataclass(frozen=True, slots=True)
class Link:
    """The value of *field* in the record of another model, at the index that *index* draws.

    *get_plan* returns the plan of that model. It is called late, because models may link to each
    other.
    """

    index: Node
    get_plan: Callable[[], Any]
    field: str


@dataclass(frozen=True, slots=True)
class Unsatisfiable:
    """A place that has no valid value, and why. Drawing it raises MappingError with *hint*."""

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
"""Nodes of a single value."""

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
"""Nodes that contain other nodes."""

Node = ValueNode | CompositeNode | UniqueNumber | SampleIndex | Link | Unsatisfiable


def unwrap_node(node: Node) -> Node:
    """Return *node* without the nodes around it that only change its value."""
    while isinstance(node, Nullable | Converted | Constructed | JsonEncoded):
        node = node.inner
    return node

"""Nodes: the closed set of instructions that a plan consists of.

Providers and planning rules build nodes, the generator reads them, and neither knows the other. A
node is frozen, has no path and no name, and can occur at several places of a plan. Every value is a
function of 64-bit words, never of a random generator with a state.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass

ToJson = Callable[[Any], Any]
WordTransform = Callable[[int], int]
"""A function from a word to a word, applied before a number is made of it."""


@dataclass(frozen=True, slots=True)
class Constant:
    """Always *value*, which is *json* in JSON."""

    value: Any
    json: Any


@dataclass(frozen=True, slots=True)
class Choice:
    """One of *options*, each with the same chance; *json* has their JSON values in the same order.

    With at most 16 options, adding one at the end changes only the records that choose it.
    """

    options: tuple[Any, ...]
    json: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Integer:
    """An integer, uniform over ``low, low + step, ...`` up to *high* (both included)."""

    low: int
    high: int
    step: int = 1


@dataclass(frozen=True, slots=True)
class GridFloat:
    """A float ``number / scale`` with an integer uniform in [*low*, *high*] (both included)."""

    low: int
    high: int
    scale: float


@dataclass(frozen=True, slots=True)
class UniformFloat:
    """A float uniform in [*low*, *high*], for ranges that are unfit for a decimal grid."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class FixedPoint:
    """A Decimal with *decimal_places* digits after the point; its digits are as for Integer."""

    low: int
    high: int
    step: int
    decimal_places: int


@dataclass(frozen=True, slots=True)
class Instant:
    """A datetime from *low* to *high* microseconds after 1970, in UTC if *is_aware*, else naive."""

    low: int
    high: int
    step: int
    is_aware: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A date between the proleptic ordinals *low* and *high* (both included)."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class RandomUuid:
    """A UUID [RFC 9562] of *version* whose other bits are random."""

    version: int


@dataclass(frozen=True, slots=True)
class Call:
    """``draw(word)``: a pure function of one 64-bit word.

    *json* converts its value to JSON; None leaves it unchanged.
    """

    draw: Callable[[int], Any]
    json: ToJson | None = None


@dataclass(frozen=True, slots=True)
class Callback:
    """``make(word, index)``: a function of the user that may depend on the index of the record.

    The model writes its JSON.
    """

    make: Callable[[int, int], Any]


@dataclass(frozen=True, slots=True)
class Transformed:
    """The number *inner*, drawn from words to which *transform* was applied."""

    inner: Node
    transform: WordTransform


@dataclass(frozen=True, slots=True)
class Fact:
    """A hidden value that several fields of a record show, such as the name of a person.

    It has its own path and does not depend on the fields that show it, so that adding a field never
    changes another one.
    """

    name: str
    node: Node


@dataclass(frozen=True, slots=True)
class FactPin:
    """How a value that the user fixes conditions the facts that its field would have shown.

    *read* converts the value; what it converts to None or "" conditions nothing.
    ``find(value, *nodes)`` takes the converted value and the nodes that draw the facts at present.
    It returns a node for each fact with which the field would show that value: None for one that
    stays, and None alone if no facts show the value. Pins with a smaller *order* go first.
    """

    read: Callable[[Any], Any]
    find: Callable[..., tuple[Node | None, ...] | None]
    order: int = 0


@dataclass(frozen=True, slots=True)
class FactView:
    """``show(word, *facts)``: the value of a field that shows facts of its record.

    *pin* finds the facts that show a value which the user fixes; without it, they stay.
    """

    show: Callable[..., Any]
    facts: tuple[Fact, ...]
    json: ToJson | None = None
    pin: FactPin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Nullable:
    """None with the probability *p_none* / 2^64, otherwise *inner*.

    If *gate* is a view, records to which it shows a false value have None as well, or what *closed*
    draws: an empty list, a count of nothing.
    """

    inner: Node
    p_none: int
    gate: FactView | None = None
    closed: Node | None = None


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several nodes, each with its own path, which its label names."""

    members: tuple[tuple[str, Node], ...]


@dataclass(frozen=True, slots=True)
class Array:
    """A list of *low* to *high* items; *build* converts it to the Python value.

    *size_transform* sets the distribution of sizes. If *is_distinct*, items do not repeat within a
    value, and JSON has those of a set in the order of their text. If it *may_repeat*, an item that
    has no other value is kept all the same.
    """

    item: Node
    low: int
    high: int
    build: Callable[[list[Any]], Any] | None = None
    is_distinct: bool = False
    size_transform: WordTransform | None = None
    may_repeat: bool = False


@dataclass(frozen=True, slots=True)
class Tuple:
    """A tuple with a node for each place; if *is_named*, it has its own facts, like a record."""

    items: tuple[Node, ...]
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A mapping of *low* to *high* distinct keys; *build* and *size_transform* as for Array."""

    key: Node
    value: Node
    low: int
    high: int
    build: Callable[[dict[Any, Any]], Any] | None = None
    size_transform: WordTransform | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a record: *name* is its part of paths.

    *key* is the key that the model reads; several parts are a path into nested mappings and
    lists, and None leaves the field to the default of the model. *json_key* is the key in JSON;
    None leaves the field out. If *is_optional*, the model accepts records without the field.
    """

    name: str
    key: tuple[str | int, ...] | None
    json_key: str | None
    node: Node
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with a key for each slot; *build* makes an instance of it if needed.

    If *shares_facts*, it shows the facts of the record around it. *facts* are those that records
    within it, and records that link to it, may ask for by :class:`Outer` and :class:`Linked`.
    """

    slots: tuple[Slot, ...]
    build: Callable[[dict[str, Any]], Any] | None = None
    shares_facts: bool = False
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Converted:
    """*inner*, converted by *convert* for Python and by *json* for JSON; None changes nothing."""

    inner: Node
    convert: Callable[[Any], Any] | None
    json: ToJson | None = None


@dataclass(frozen=True, slots=True)
class Constructed:
    """The instance that *build* makes of *inner*, where a plain value would be ambiguous.

    In JSON it is *inner* itself.
    """

    inner: Node
    build: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class JsonEncoded:
    """The JSON text of *inner*; in JSON it is *inner* itself."""

    inner: Node


@dataclass(frozen=True, slots=True)
class Pinned:
    """*inner*, which the user fixed: repair never replaces it."""

    inner: Node


@dataclass(frozen=True, slots=True)
class UniqueNumber:
    """A number that differs for every record: a keyed permutation of [0, *size*).

    If *is_growing*, early records have small numbers. Beyond *size* records, numbers repeat; if
    *label* names what was declared unique, that is an error instead.
    """

    size: int
    is_growing: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class SampleIndex:
    """One of *size* indices for an item of a list; the items of a list choose different ones."""

    size: int


@dataclass(frozen=True, slots=True)
class Link:
    """The value of *field* in the record of another model, at the index that *index* draws.

    *get_plan* returns the plan of that model when it is needed, since models may link in circles.
    """

    index: Node
    get_plan: Callable[[], Any]
    field: str


@dataclass(frozen=True, slots=True)
class Outer:
    """The fact *name* of the closest record around this one that has it among its *facts*.

    A record without such a record around it draws *default*.
    """

    name: str
    default: Node


@dataclass(frozen=True, slots=True)
class Linked:
    """The fact *name* of each record to which one of *fields* links, as a tuple."""

    name: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """The position in the innermost list around the record, from 0; 0 outside of lists."""


@dataclass(frozen=True, slots=True)
class RecordIndex:
    """The index of the root record: 0 for the first one."""


@dataclass(frozen=True, slots=True)
class Length:
    """The number of items in the list *field* of the record; *default* if it has no such list."""

    field: str
    default: Node


@dataclass(frozen=True, slots=True)
class Aggregate:
    """What *combine* makes of *item_field* of all items in the list *field* of the record.

    It takes the Python values in the order of the items; without an *item_field*, the items
    themselves. A record without such a list draws *default*.
    """

    field: str
    item_field: str
    combine: Callable[[list[Any]], Any]
    default: Node


@dataclass(frozen=True, slots=True)
class Unsatisfiable:
    """A place without a valid value, and the *reason*. It raises an error when it is drawn."""

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
"""Nodes without inner nodes, facts aside."""

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
"""Nodes with inner nodes."""

SurroundingNode = Outer | Linked | Position | RecordIndex | Length | Aggregate
"""Nodes that read what is around their record, or next to it."""

Node = (
    ValueNode | CompositeNode | UniqueNumber | SampleIndex | Link | SurroundingNode | Unsatisfiable
)


def unwrap_node(node: Node) -> Node:
    """Return *node* without the nodes around it that only change its value."""
    while isinstance(node, Nullable | Converted | Constructed | JsonEncoded):
        node = node.inner
    return node

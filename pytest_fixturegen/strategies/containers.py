"""Sizes, builders and JSON of containers, and the plain types behind classes."""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from pytest_fixturegen._internal.lazy_functions import import_on_call
from pytest_fixturegen.introspection.shapes import (
    ChoiceShape,
    CollectionShape,
    MappingShape,
    Scalar,
    Shape,
)
from pytest_fixturegen.nodes import (
    Call,
    Choice,
    Constant,
    Converted,
    Integer,
    Node,
    Nullable,
    RandomUuid,
    Transformed,
)

if TYPE_CHECKING:
    from pytest_fixturegen.introspection.readers.fields import to_json_value
else:
    (to_json_value,) = import_on_call(
        "pytest_fixturegen.introspection.readers.fields", "to_json_value"
    )

SET_KINDS = ("set", "frozenset", "unique-list")

DEFAULT_MAX_ITEMS = 3
"""The most items of a list whose type does not limit its length. Deeper lists have fewer."""

MAX_ITEMS = 100_000
"""The most items that a container may have."""

INT64_LIMIT = 2**63
"""orjson writes whole numbers of 64 bits only."""


def make_set_builder(make: Callable[[Any], Any]) -> Callable[[list[Any]], Any]:
    """Return a function that makes a set of items with *make*, or keeps the list if it cannot.

    Items that are still mappings cannot be hashed: the model makes instances of them, and the set.
    """

    def build_set(items: list[Any]) -> Any:
        """Return the set of *items*, or the list itself if an item cannot be hashed."""
        try:
            return make(items)
        except TypeError:
            return items

    return build_set


CONTAINER_BUILDERS: dict[str, Callable[[Any], Any]] = {
    "set": make_set_builder(set),
    "frozenset": make_set_builder(frozenset),
    "deque": deque,
    "OrderedDict": OrderedDict,
    "Counter": Counter,
}
"""The function that makes a container of each kind; other kinds stay lists and dicts."""


def get_mapping_builder(shape: MappingShape) -> Callable[[Any], Any] | None:
    """Return the function that makes a mapping of *shape*, or None if a dict will do."""
    if shape.kind == "defaultdict":
        return partial(defaultdict, shape.default_factory)
    return CONTAINER_BUILDERS.get(shape.kind)


def choose_size_range(
    low: int,
    high: int | None,
    depth: int,
    preferred_min: int = 1,
    preferred_max: int = DEFAULT_MAX_ITEMS,
) -> tuple[int, int]:
    """Return the fewest and the most items of a container that is *depth* models deep.

    *low* and *high* are the bounds of its type. The result is the preferred range, or the nearest
    one within the bounds.
    """
    shrunk_max = preferred_max - max(depth - 1, 0)
    natural_max = max(
        shrunk_max,
        min(preferred_min, preferred_max),
        min(preferred_max, 1),
    )
    most = max(natural_max, low)
    least = max(low, preferred_min)
    if high is not None:
        least, most = min(least, high), min(most, high)
    return max(least, low), min(max(most, low), MAX_ITEMS)


def count_distinct_values(node: Node) -> int:
    """Return how many different values *node* can draw; ``MAX_ITEMS`` if they are not counted."""
    match node:
        case Constant():
            return 1
        case Choice(options):
            return len(set(map(repr, options)))
        case Integer(low, high, step):
            return (high - low) // step + 1
        case Nullable(inner):
            return count_distinct_values(inner) + 1
        case Converted(inner) | Transformed(inner):
            return count_distinct_values(inner)
        case _:
            return MAX_ITEMS


def is_json_key(node: Node) -> bool:
    """Whether the JSON of *node* can be the key of an object as Pydantic would write it."""
    match node:
        case Choice(json=options):
            return all(type(option) is str for option in options)
        case Constant(json=value):
            return type(value) is str
        case Call(json=None) | Integer() | RandomUuid():
            return True
        case _:
            return False


def encode_default(default: Any) -> Any:
    """Return the JSON of a field's *default*. Raise TypeError if only the model can write it."""
    if _is_plain_json(default):
        return default
    if isinstance(default, Enum):
        json_value = to_json_value(default)
        if type(json_value) in (str, int):
            return json_value
    raise TypeError(type(default).__name__)


def _is_plain_json(default: Any) -> bool:
    """Return whether JSON has *default* as it is: an own type, small enough for orjson, or empty.

    Types are compared exactly, since a model may write a subclass in another way.
    """
    if type(default) is int:
        return abs(default) < INT64_LIMIT
    if type(default) in (list, dict):
        return not default
    return default is None or type(default) in (str, bool)


PLAIN_SHAPES: tuple[tuple[type, Shape], ...] = (
    (bool, Scalar("bool")),
    (int, Scalar("int")),
    (float, Scalar("float")),
    (str, Scalar("str")),
    (bytes, Scalar("bytes")),
    (Decimal, Scalar("decimal")),
    (datetime, Scalar("datetime")),
    (date, Scalar("date")),
    (UUID, Scalar("uuid")),
    (
        dict,
        MappingShape(
            "dict",
            Scalar("str"),
            Scalar("str"),
        ),
    ),
    (list, CollectionShape("list", Scalar("str"))),
)
"""The shapes of plain types. A subclass comes before its base: bool is an int."""


def find_plain_shape(cls: Any) -> Shape | None:
    """Return the shape of the plain type or enum that *cls* derives from, or None."""
    if not isinstance(cls, type):
        return None
    if issubclass(cls, Enum) and len(cls):
        members = tuple(cls)
        return ChoiceShape(members, tuple(map(to_json_value, members)))
    for base, shape in PLAIN_SHAPES:
        if issubclass(cls, base):
            return shape
    return None

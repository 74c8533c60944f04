"""How many items containers get, what builds them, and which values JSON can hold as they are."""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from pytest_fixturegen.introspection.readers.fields import to_json_value
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

SET_KINDS = ("set", "frozenset")

DEFAULT_MAX_ITEMS = 3
"""Items in a list that says nothing of its length, at most; deeper lists have fewer."""

MAX_ITEMS = 100_000
"""Items that a container may ask for at most."""


def make_set_builder(make: Callable[[Any], Any]) -> Callable[[list[Any]], Any]:
    """*make*, or the list itself when its items cannot be hashed yet: the model will make the set."""

    def build_set(items: list[Any]) -> Any:
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
    "defaultdict": lambda items: defaultdict(None, items),
}
"""What makes the Python value of a kind of container; the others are lists and dicts."""


def choose_size_range(
    low: int,
    high: int | None,
    depth: int,
    preferred_min: int = 1,
    preferred_max: int = DEFAULT_MAX_ITEMS,
) -> tuple[int, int]:
    """How few and how many items to draw, *deep* models down: *few* to *many*, or the nearest that the bounds allow."""
    natural = max(
        preferred_max - max(depth - 1, 0), min(preferred_min, preferred_max), min(preferred_max, 1)
    )
    most = max(natural, low) if low else natural
    least = max(low, preferred_min)
    if high is not None:
        least, most = min(least, high), min(most, high)
    return max(least, low), min(max(most, low), MAX_ITEMS)


def count_distinct_values(node: Node) -> int:
    """How many different values *node* can draw, as far as that is few and known; else very many."""
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
    """What JSON says of a field's *default*. Raises TypeError when that takes the model to tell."""
    if default is None:
        return None
    if type(default) in (str, int, bool) and not (type(default) is int and abs(default) >= 2**63):
        return default
    if isinstance(default, Enum) and type(to_json_value(default)) in (str, int):
        return to_json_value(default)
    if type(default) in (list, dict) and not default:
        return default
    raise TypeError(type(default).__name__)


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
    (dict, MappingShape("dict", Scalar("str"), Scalar("str"))),
    (list, CollectionShape("list", Scalar("str"))),
)


def find_plain_shape(cls: Any) -> Shape | None:
    """The shape of the plain type that a class of the user's derives from, or of its members; None for neither."""
    if not isinstance(cls, type):
        return None
    if issubclass(cls, Enum) and len(cls):
        return ChoiceShape(tuple(cls), tuple(to_json_value(member) for member in cls))
    return next((shape for base, shape in PLAIN_SHAPES if issubclass(cls, base)), None)

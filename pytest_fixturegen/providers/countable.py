"""Nodes whose different values can be counted and drawn by index, so that each is drawn once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from functools import partial
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.nodes import (
    Call,
    Choice,
    Constant,
    Converted,
    Day,
    Fact,
    FactView,
    FixedPoint,
    GridFloat,
    Instant,
    Integer,
    Link,
    Node,
    Nullable,
    Pinned,
    ToJson,
    Transformed,
)
from pytest_fixturegen.providers.contacts import NUMBERED_VARIANTS
from pytest_fixturegen.providers.counted_words import find_counted_words
from pytest_fixturegen.providers.fact_fields import build_draw

MAX_NUMBERED_TEXTS = 1 << 31
"""How many numbers an open range, or the end of a text, has at most."""

PREFERRED_DIGITS = 6
"""Digits that a number at the end of a text should have room for."""

MAX_ENDING_DIGITS = 9
"""Digits of a number that is appended to any text."""


@dataclass(frozen=True, slots=True)
class Countable:
    """A node with *size* different values.

    *build_node* takes a node that draws an index from 0 to *size* - 1, and returns one that draws
    the value at this index. If *is_open*, the indices may start at 0 and stay small, because small
    numbers look more natural than large ones.
    """

    size: int
    build_node: Callable[[Node], Node]
    is_open: bool = False


def build_countable(node: Node) -> Countable | None:
    """Return the countable values of *node*; None if they cannot be counted."""
    match node:
        case Constant():
            return Countable(1, lambda index: node)
        case Choice(options, json):
            return _count_options(options, json)
        case Link(index=Integer(0, high) | Transformed(Integer(0, high))):
            return Countable(
                high + 1,
                lambda index: replace(node, index=index),
            )
        case Nullable(inner):
            return _wrap_countable(
                build_countable(inner),
                lambda value: replace(node, inner=value),
            )
        case Pinned(inner):
            return _wrap_countable(build_countable(inner), Pinned)
        case Converted(inner, convert, json) if convert not in (str.lower, str.upper):
            # Two texts may become one when their case is changed.
            return _wrap_countable(
                build_countable(inner), lambda value: Converted(value, convert, json)
            )
        case Call(draw, draw_json):
            return _count_draws(draw, draw_json)
        case _:
            return _count_range(node)


def _count_range(node: Node) -> Countable | None:
    """Return the values of a range in their order; None if *node* is not a range."""
    match node:
        case Integer(0, high, 1):
            return Countable(high + 1, _keep_index)
        case Integer(low, high, step):
            return _count_steps(
                low,
                high,
                step,
                partial(_compute_int, low, step),
            )
        case GridFloat(low, high, scale):
            return _count_steps(
                low,
                high,
                1,
                partial(_compute_float, low, scale),
            )
        case FixedPoint(low, high, step, places):
            compute = partial(_compute_decimal, low, step, -places)
            return _count_steps(
                low,
                high,
                step,
                compute,
                json=lambda k: str(compute(k)),
            )
        case Instant(low, high, step, aware):
            return _count_steps(
                low,
                high,
                step,
                partial(_compute_datetime, low, step, aware),
            )
        case Day(low, high):
            return _count_steps(
                low,
                high,
                1,
                partial(_compute_date, low),
            )
        case _:
            return None


def _count_steps(
    low: int,
    high: int,
    step: int,
    compute: Callable[[int], Any],
    json: ToJson | None = None,
) -> Countable:
    """Return a countable of every *step*-th number from *low* to *high*, both included.

    *compute* turns an index into the value. *json* is None if JSON shows the value as it is.
    """
    return Countable(
        (high - low) // step + 1,
        partial(_convert_index, compute, json=json),
    )


def build_numbered_text(
    node: Node,
    name: str,
    max_length: int | None,
) -> Countable | None:
    """Return the texts of *node*, each with its own number at its end.

    The texts have at most *max_length* characters. *name* is the field, which makes the names of
    the facts unique. Return None if *max_length* is too short for a number.
    """
    match node:
        case Nullable(inner):
            return _wrap_countable(
                build_numbered_text(inner, name, max_length),
                lambda value: replace(node, inner=value),
            )
        case FactView(show, _, None) if show in NUMBERED_VARIANTS:
            digits = _count_spare_digits(node, max_length)
            if digits >= PREFERRED_DIGITS:
                return _number_view(node, name, digits)
    return append_numbers(node, name, max_length)


def _number_view(
    node: FactView,
    name: str,
    digits: int,
) -> Countable:
    """Return what *node* shows, with unique numbers instead of its random ones."""
    show = NUMBERED_VARIANTS[node.show]

    def build_view(index: Node) -> Node:
        return FactView(
            show,
            (*node.facts, Fact(f"number of {name}", index)),
        )

    # Numbers begin at 10, so that the first ten of these digits are left out.
    return Countable(
        min(10**digits - 10, MAX_NUMBERED_TEXTS),
        build_view,
        is_open=True,
    )


def append_numbers(
    node: Node,
    name: str,
    max_length: int | None,
) -> Countable | None:
    """Return the texts of *node* with a number after each, cut so that the number fits.

    Whatever *node* shows stays as it is, but for digits at its end. Return None if *max_length*
    leaves no room for a digit; a *max_length* of None is no limit.
    """
    digits = _count_ending_digits(node, max_length)
    if digits < 1:
        return None
    show = partial(append_number, max_length or 1 << 30)

    def build_view(index: Node) -> Node:
        return FactView(
            show,
            (Fact(f"text of {name}", node), Fact(f"number of {name}", index)),
        )

    return Countable(
        min(10**digits - 1, MAX_NUMBERED_TEXTS),
        build_view,
        is_open=True,
    )


def _count_ending_digits(node: Node, max_length: int | None) -> int:
    """Return how many digits a text of *node* has room for, after its shortest form."""
    if max_length is None:
        return MAX_ENDING_DIGITS
    shortest = len("u@example.org") if _is_address(node) else 1
    return min(max_length - shortest, MAX_ENDING_DIGITS)


def _count_spare_digits(node: FactView, max_length: int | None) -> int:
    """Return how many digits there is room for after the longest names that *node* can show."""
    if max_length is None:
        return 10
    longest_names = [_find_longest_name(fact.node) for fact in node.facts]
    longest_text = NUMBERED_VARIANTS[node.show](
        4,
        *longest_names,
        0,
    )
    return min(max_length - len(longest_text) + len("10"), 10)


def _find_longest_name(node: Any) -> Any:
    """Return the longest name that *node* can show: one of its options, or the fixed one."""
    names = node.options if isinstance(node, Choice) else [node.value]
    return max(names, key=lambda name: len(name.ascii_form))


def find_countable_fact(node: Node) -> tuple[str, Countable] | None:
    """Return the name of the one fact that *node* shows, and its options that look different.

    Return None if *node* does not show exactly one fact with options, such as a given name.
    """
    match node:
        case Link(index=FactView(_, (Fact(name, Transformed(Integer(0, high))),))):
            return name, Countable(high + 1, _keep_index)
        case FactView(show, (Fact(name, Choice(options)),), None):
            different = tuple({show(0, option): option for option in options}.values())
            build_node = partial(_convert_index, different.__getitem__)
            return name, Countable(len(different), build_node)
        case _:
            return None


def show_index(word: int, index: int) -> int:
    """Return *index*, the fact that several links show."""
    return index


def append_number(
    max_length: int,
    word: int,
    text: str,
    number: int,
) -> str:
    """Return *text* with *number* + 1 at its end, or at the end of an address's mailbox.

    The number replaces the digits at this place and is padded to their length. If the result is
    longer than *max_length*, the text before the number is cut.
    """
    mailbox, at, domain = text.partition("@")
    stem = mailbox.rstrip("0123456789")
    ending = f"{number + 1:0{len(mailbox) - len(stem)}}{at}{domain}"
    if stem == mailbox and stem[-1:].isalpha() and not at:
        ending = f"{_find_separator(stem)}{ending}"
    room = max(max_length - len(ending), 0)
    cut_stem = stem[:room]
    # Digits that the cut uncovers would run into the number, and two texts could become one.
    numbered = cut_stem.rstrip("0123456789").ljust(len(cut_stem), "x") + ending
    return numbered if len(numbered) <= max_length else f"{number + 1}{at}{domain}"


def _find_separator(stem: str) -> str:
    """Return the character that separates the words of *stem*; "" if it is one word."""
    for separator in (" ", "-"):
        if separator in stem:
            return separator
    return ""


def _is_address(node: Node) -> bool:
    """Return whether the first text of *node* contains "@"; False if it cannot be drawn."""
    try:
        return "@" in str(build_draw(node)(0))
    except TypeError:  # a node that build_draw does not know, and no text
        return False


def _count_options(options: tuple[Any, ...], json: tuple[Any, ...]) -> Countable:
    """Return a countable of the distinct *options*, in order of their first occurrence."""
    different: dict[Hashable, tuple[Any, Any]] = {}
    for option, json_value in zip(options, json, strict=True):
        # By type and repr: options need not be hashable, and 1 == True == 1.0.
        different.setdefault(
            (type(option), repr(option)),
            (option, json_value),
        )
    values, json_values = zip(*different.values(), strict=True)
    build_node = partial(_convert_index, values.__getitem__, json=json_values.__getitem__)
    return Countable(len(values), build_node)


def _wrap_countable(inner: Countable | None, wrap_node: Callable[[Node], Node]) -> Countable | None:
    """Return *inner* with *wrap_node* applied to each node that it builds; None stays None."""
    if inner is None:
        return None
    build_inner = inner.build_node
    return replace(inner, build_node=lambda index: wrap_node(build_inner(index)))


def _keep_index(index: Node) -> Node:
    return index


def _count_draws(draw: Callable[[int], Any], json: ToJson | None) -> Countable | None:
    """Return a countable of the texts of *draw*; None if their number is not known.

    *json* converts a value for JSON; None leaves it as it is.
    """
    counted = find_counted_words(draw)
    if counted is None:
        return None
    size, index_to_word = counted

    def draw_at(k: int) -> Any:
        return draw(index_to_word(k))

    def convert_to_json(k: int) -> Any:
        assert json is not None
        return json(draw_at(k))

    return Countable(
        size,
        partial(_convert_index, draw_at, json=json and convert_to_json),
    )


def _convert_index(
    convert: Callable[[int], Any],
    index: Node,
    json: ToJson | None = None,
) -> Node:
    """Return a node that converts the number that *index* draws to a value, and to JSON."""
    return Converted(index, convert, json)


def _compute_int(
    low: int,
    step: int,
    k: int,
) -> int:
    """Return the integer at index *k* of the series from *low* in steps of *step*."""
    return low + step * k


def _compute_float(
    low: int,
    scale: float,
    k: int,
) -> float:
    """Return the float at index *k* of the grid from *low*, in units of 1 / *scale*."""
    return (low + k) / scale


def _compute_decimal(
    low: int,
    step: int,
    exponent: int,
    k: int,
) -> Decimal:
    """Return the Decimal at index *k*; *low* and *step* count units of 10^*exponent*."""
    return Decimal(low + step * k).scaleb(exponent)


def _compute_date(low: int, k: int) -> date:
    """Return the date *k* days after *low*."""
    return date.fromordinal(low + k)


def _compute_datetime(
    low: int,
    step: int,
    is_aware: bool,
    k: int,
) -> datetime:
    """Return the moment at index *k*; *low* and *step* are microseconds since 1970.

    It is in UTC if *is_aware*, else it has no time zone.
    """
    return datetime(
        1970,
        1,
        1,
        tzinfo=timezone.utc if is_aware else None,
    ) + timedelta(0, 0, low + step * k)

"""How many different values a node can draw, and how to draw the k-th: what it takes to draw each of them once."""

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
)
from pytest_fixturegen.providers.contacts import NUMBERED_VARIANTS
from pytest_fixturegen.providers.counted_words import find_counted_words
from pytest_fixturegen.providers.fact_fields import build_draw

MAX_NUMBERED_TEXTS = 1 << 31
"""Numbers that an open range is given, and numbers that a text may end with."""


PREFERRED_DIGITS = 6
"""Digits that a number at the end of a text has room for, if it can."""


@dataclass(frozen=True, slots=True)
class Countable:
    """*size* different values; *show* makes, of a node that draws k in [0, size), one that draws the k-th of them.

    What is *open* may be drawn from its beginning on: small numbers look more natural than large ones.
    """

    size: int
    build_node: Callable[[Node], Node]
    is_open: bool = False


def build_countable(node: Node) -> Countable | None:
    """What *node* can draw, if it can be counted."""
    match node:
        case Constant():
            return Countable(1, lambda index: node)
        case Choice(options, json):
            return _count_options(options, json)
        case Link(index=Integer(0, high)):
            return Countable(high + 1, lambda index: replace(node, index=index))
        case Nullable(inner, p_none):
            return _wrap_countable(build_countable(inner), lambda shown: Nullable(shown, p_none))
        case Pinned(inner):
            return _wrap_countable(build_countable(inner), Pinned)
        case Converted(inner, convert, json) if convert not in (str.lower, str.upper):
            return _wrap_countable(
                build_countable(inner), lambda shown: Converted(shown, convert, json)
            )
        case Call(draw, say):
            return _count_draws(draw, say)
        case _:
            return _count_range(node)


def _count_range(node: Node) -> Countable | None:
    """The values of a range, in their order."""
    match node:
        case Integer(low, high, step):
            whole = partial(_convert_index, partial(_compute_int, low, step))
            return Countable((high - low) // step + 1, whole if low or step > 1 else _keep_index)
        case GridFloat(low, high, scale):
            return Countable(
                high - low + 1, partial(_convert_index, partial(_compute_float, low, scale))
            )
        case FixedPoint(low, high, step, places):
            exact = partial(_compute_decimal, low, step, -places)
            return Countable(
                (high - low) // step + 1,
                partial(_convert_index, exact, json=lambda k: str(exact(k))),
            )
        case Instant(low, high, step, aware):
            return Countable(
                (high - low) // step + 1,
                partial(_convert_index, partial(_compute_datetime, low, step, aware)),
            )
        case Day(low, high):
            return Countable(high - low + 1, partial(_convert_index, partial(_compute_date, low)))
        case _:
            return None


def build_numbered_text(node: Node, name: str, max_length: int | None) -> Countable | None:
    """Texts of *node*, each with a number of its own at its end, in *most* characters; *name* tells their facts apart."""
    match node:
        case Nullable(inner, p_none):
            return _wrap_countable(
                build_numbered_text(inner, name, max_length), lambda shown: Nullable(shown, p_none)
            )
        case FactView(show, facts, None) if (
            show in NUMBERED_VARIANTS and _count_spare_digits(node, max_length) >= PREFERRED_DIGITS
        ):
            size = min(10 ** _count_spare_digits(node, max_length) - 10, MAX_NUMBERED_TEXTS)
            return Countable(
                size,
                lambda index: FactView(
                    NUMBERED_VARIANTS[show], (*facts, Fact(f"number of {name}", index))
                ),
                is_open=True,
            )
    digits = (
        9
        if max_length is None
        else min(max_length - len("u@example.org"), 9)
        if _is_address(node)
        else min(max_length - 1, 9)
    )
    if digits < 1:
        return None
    stamp = partial(append_number, max_length or 1 << 30)
    return Countable(
        min(10**digits - 1, MAX_NUMBERED_TEXTS),
        lambda index: FactView(
            stamp, (Fact(f"text of {name}", node), Fact(f"number of {name}", index))
        ),
        is_open=True,
    )


def _count_spare_digits(node: FactView, max_length: int | None) -> int:
    """How many digits there is room for behind the longest names that *node* can show."""
    if max_length is None:
        return 10
    longest = [
        max(fact.node.options, key=lambda name: len(name.ascii_form))
        for fact in node.facts
        if isinstance(fact.node, Choice)
    ]
    return min(max_length - len(NUMBERED_VARIANTS[node.show](4, *longest, 0)) + len("10"), 10)


def find_countable_fact(node: Node) -> tuple[str, Countable] | None:
    """The name of the fact that *node* alone shows, and the different ones there are, such as given names."""
    match node:
        case FactView(show, (Fact(name, Choice(options)),), None):
            different = tuple({show(0, option): option for option in options}.values())
            shown = partial(_convert_index, different.__getitem__)
            return name, Countable(len(different), shown)
        case _:
            return None


def append_number(max_length: int, word: int, text: str, number: int) -> str:
    """*text* with *number* at its end, or at the end of an address's mailbox, in the place of the digits that stand there."""
    mailbox, at, domain = text.partition("@")
    stem = mailbox.rstrip("0123456789")
    ending = f"{number + 1:0{len(mailbox) - len(stem)}}{at}{domain}"
    if stem == mailbox and stem[-1:].isalpha() and not at:
        ending = f"{' ' if ' ' in stem else '-' if '-' in stem else ''}{ending}"
    cut = stem[: max(max_length - len(ending), 0)]
    kept = cut.rstrip("0123456789").ljust(len(cut), "x")
    return (kept + ending) if len(kept + ending) <= max_length else f"{number + 1}{at}{domain}"


def _is_address(node: Node) -> bool:
    try:
        return "@" in str(build_draw(node)(0))
    except TypeError:
        return False


def _count_options(options: tuple[Any, ...], json: tuple[Any, ...]) -> Countable:
    different: dict[Hashable, tuple[Any, Any]] = {}
    for option, said in zip(options, json, strict=True):
        different.setdefault((type(option), repr(option)), (option, said))
    values, texts = zip(*different.values(), strict=True)
    return Countable(
        len(values), partial(_convert_index, values.__getitem__, json=texts.__getitem__)
    )


def _wrap_countable(inner: Countable | None, wrap_node: Callable[[Node], Node]) -> Countable | None:
    return (
        None
        if inner is None
        else replace(inner, build_node=lambda index: wrap_node(inner.build_node(index)))
    )


def _keep_index(index: Node) -> Node:
    return index


def _count_draws(draw: Callable[[int], Any], json: ToJson | None) -> Countable | None:
    found = find_counted_words(draw)
    if found is None:
        return None
    size, word = found
    return Countable(
        size,
        partial(
            _convert_index, lambda k: draw(word(k)), json=json and (lambda k: json(draw(word(k))))
        ),
    )


def _convert_index(convert: Callable[[int], Any], index: Node, json: ToJson | None = None) -> Node:
    return Converted(index, convert, json)


def _compute_int(low: int, step: int, k: int) -> int:
    return low + step * k


def _compute_float(low: int, scale: float, k: int) -> float:
    return (low + k) / scale


def _compute_decimal(low: int, step: int, exponent: int, k: int) -> Decimal:
    return Decimal(low + step * k).scaleb(exponent)


def _compute_date(low: int, k: int) -> date:
    return date.fromordinal(low + k)


def _compute_datetime(low: int, step: int, is_aware: bool, k: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=timezone.utc if is_aware else None) + timedelta(
        0, 0, low + step * k
    )

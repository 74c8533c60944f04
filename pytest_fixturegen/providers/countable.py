"""How many different values a node can draw, and how to draw the k-th: what it takes to draw each of them once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from functools import partial
from typing import Any

from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.nodes import (
    Call,
    Choice,
    Constant,
    Converted,
    Day,
    Fact,
    Fixed,
    Given,
    Instant,
    Integer,
    Link,
    Node,
    Nullable,
    Real,
    ToJson,
    View,
)
from pytest_fixturegen.providers.contacts import NUMBERED
from pytest_fixturegen.providers.counted_words import word_of
from pytest_fixturegen.providers.views import draw_of

MANY = 1 << 31
"""Numbers that an open range is given, and numbers that a text may end with."""


USUAL = 6
"""Digits that a number at the end of a text has room for, if it can."""


@dataclass(frozen=True, slots=True)
class Countable:
    """*size* different values; *show* makes, of a node that draws k in [0, size), one that draws the k-th of them.

    What is *open* may be drawn from its beginning on: small numbers look more natural than large ones.
    """

    size: int
    show: Callable[[Node], Node]
    open: bool = False


def countable(node: Node) -> Countable | None:
    """What *node* can draw, if it can be counted."""
    match node:
        case Constant():
            return Countable(1, lambda index: node)
        case Choice(options, json):
            return _options(options, json)
        case Link(index=Integer(0, high)):
            return Countable(high + 1, lambda index: replace(node, index=index))
        case Nullable(inner, p_none):
            return _around(countable(inner), lambda shown: Nullable(shown, p_none))
        case Given(inner):
            return _around(countable(inner), Given)
        case Converted(inner, convert, json) if convert not in (str.lower, str.upper):
            return _around(countable(inner), lambda shown: Converted(shown, convert, json))
        case Call(draw, say):
            return _drawn(draw, say)
        case _:
            return _ranged(node)


def _ranged(node: Node) -> Countable | None:
    """The values of a range, in their order."""
    match node:
        case Integer(low, high, step):
            whole = partial(_shown, partial(_whole, low, step))
            return Countable((high - low) // step + 1, whole if low or step > 1 else _itself)
        case Real(low, high, scale):
            return Countable(high - low + 1, partial(_shown, partial(_real, low, scale)))
        case Fixed(low, high, step, places):
            exact = partial(_fixed, low, step, -places)
            return Countable((high - low) // step + 1, partial(_shown, exact, json=lambda k: str(exact(k))))
        case Instant(low, high, step, aware):
            return Countable((high - low) // step + 1, partial(_shown, partial(_instant, low, step, aware)))
        case Day(low, high):
            return Countable(high - low + 1, partial(_shown, partial(_day, low)))
        case _:
            return None


def numbered_text(node: Node, name: str, most: int | None) -> Countable | None:
    """Texts of *node*, each with a number of its own at its end, in *most* characters; *name* tells their facts apart."""
    match node:
        case Nullable(inner, p_none):
            return _around(numbered_text(inner, name, most), lambda shown: Nullable(shown, p_none))
        case View(show, facts, None) if show in NUMBERED and _digits_left(node, most) >= USUAL:
            size = min(10 ** _digits_left(node, most) - 10, MANY)
            return Countable(size, lambda index: View(NUMBERED[show], (*facts, Fact(f"number of {name}", index))), open=True)
    digits = 9 if most is None else min(most - len("u@example.org"), 9) if _is_address(node) else min(most - 1, 9)
    if digits < 1:
        return None
    stamp = partial(stamped, most or 1 << 30)
    return Countable(
        min(10**digits - 1, MANY),
        lambda index: View(stamp, (Fact(f"text of {name}", node), Fact(f"number of {name}", index))),
        open=True,
    )


def _digits_left(node: View, most: int | None) -> int:
    """How many digits there is room for behind the longest names that *node* can show."""
    if most is None:
        return 10
    longest = [max(fact.node.options, key=lambda name: len(name.plain)) for fact in node.facts if isinstance(fact.node, Choice)]
    return min(most - len(NUMBERED[node.show](4, *longest, 0)) + len("10"), 10)


def fact_of(node: Node) -> tuple[str, Countable] | None:
    """The name of the fact that *node* alone shows, and the different ones there are, such as given names."""
    match node:
        case View(show, (Fact(name, Choice(options)),), None):
            different = tuple({show(0, option): option for option in options}.values())
            shown = partial(_shown, different.__getitem__)
            return name, Countable(len(different), shown)
        case _:
            return None


def stamped(most: int, word: int, text: str, number: int) -> str:
    """*text* with *number* at its end, or at the end of an address's mailbox, in the place of the digits that stand there."""
    mailbox, at, domain = text.partition("@")
    stem = mailbox.rstrip("0123456789")
    ending = f"{number + 1:0{len(mailbox) - len(stem)}}{at}{domain}"
    if stem == mailbox and stem[-1:].isalpha() and not at:
        ending = f"{' ' if ' ' in stem else '-' if '-' in stem else ''}{ending}"
    cut = stem[: max(most - len(ending), 0)]
    kept = cut.rstrip("0123456789").ljust(len(cut), "x")
    return (kept + ending) if len(kept + ending) <= most else f"{number + 1}{at}{domain}"


def _is_address(node: Node) -> bool:
    try:
        return "@" in str(draw_of(node)(0))
    except TypeError:
        return False


def _options(options: tuple[Any, ...], json: tuple[Any, ...]) -> Countable:
    different: dict[Hashable, tuple[Any, Any]] = {}
    for option, said in zip(options, json, strict=True):
        different.setdefault((type(option), repr(option)), (option, said))
    values, texts = zip(*different.values(), strict=True)
    return Countable(len(values), partial(_shown, values.__getitem__, json=texts.__getitem__))


def _around(found: Countable | None, around: Callable[[Node], Node]) -> Countable | None:
    return None if found is None else replace(found, show=lambda index: around(found.show(index)))


def _itself(index: Node) -> Node:
    return index


def _drawn(draw: Callable[[int], Any], json: ToJson | None) -> Countable | None:
    found = word_of(draw)
    if found is None:
        return None
    size, word = found
    return Countable(size, partial(_shown, lambda k: draw(word(k)), json=json and (lambda k: json(draw(word(k))))))


def _shown(convert: Callable[[int], Any], index: Node, json: ToJson | None = None) -> Node:
    return Converted(index, convert, json)


def _whole(low: int, step: int, k: int) -> int:
    return low + step * k


def _real(low: int, scale: float, k: int) -> float:
    return (low + k) / scale


def _fixed(low: int, step: int, exponent: int, k: int) -> Decimal:
    return Decimal(low + step * k).scaleb(exponent)


def _day(low: int, k: int) -> date:
    return date.fromordinal(low + k)


def _instant(low: int, step: int, aware: bool, k: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=timezone.utc if aware else None) + timedelta(0, 0, low + step * k)

"""Strings and bytes whose words read and whose length fits."""

from __future__ import annotations

from functools import partial
from typing import Any

from pytest_fixturegen.nodes import Call, Choice, Constant, Converted, Node, Refused
from pytest_fixturegen.providers.asks import Ask, Provider
from pytest_fixturegen.providers.patterns import PatternError, compile_pattern, draw_match
from pytest_fixturegen.providers.phrases import PHRASE, phrases
from pytest_fixturegen.shape.shapes import Constraints


def text(ask: Ask) -> Node:
    """A string that keeps its pattern or length: a few words, or sentences where more is asked for."""
    rules = ask.rules
    low, high = rules.min_length or 0, rules.max_length
    if high is not None and low > high:
        return Refused(f"no text is at least {low} and at most {high} long.", "Widen the bounds, or override the field.")
    if high == 0:
        return Constant("", "")
    return matching(rules) if rules.pattern is not None else prose(ask, low, high)


def matching(rules: Constraints) -> Node:
    """A string that the pattern of *rules* matches, within their lengths."""
    assert rules.pattern is not None
    try:
        grammar = compile_pattern(rules.pattern, min_length=rules.min_length or 0, max_length=rules.max_length)
    except PatternError as error:
        return Refused(f"the pattern {rules.pattern!r} cannot be served: {error}", "Simplify it, or override the field.")
    node = Call(partial(draw_match, grammar))  # which is matched before its case is turned
    case = str.lower if rules.lower else str.upper if rules.upper else None
    return Converted(node, None, json=case) if case else node


def prose(ask: Ask, low: int, high: int | None) -> Node:
    """Words of the locale, *low* to *high* characters."""
    natural = (8, PHRASE) if low <= PHRASE else (low, low + 40)
    least = max(low, min(natural[0], high if high is not None else natural[0]))
    most = natural[1] if high is None else min(high, max(natural[1], least))
    return cased(Call(phrases(ask.words, least, max(most, least), plain=ask.rules.ascii_only)), ask.rules)


def cased(node: Node, rules: Constraints) -> Node:
    """*node* in the case that *rules* turn it to."""
    if rules.lower:
        return Converted(node, str.lower)
    return Converted(node, str.upper) if rules.upper else node


def pool(options: tuple[str, ...], rules: Constraints) -> Node | None:
    """One of those *options* that keep *rules*; None when too few of them do for the name to be worth it."""
    said = map(str.lower, options) if rules.lower else map(str.upper, options) if rules.upper else options
    fitting = tuple(option for option in said if keeps(option, rules))
    return Choice(fitting, fitting) if len(fitting) >= max(1, len(options) // 50) else None


def keeps(value: str, rules: Constraints) -> bool:
    """Whether *value* keeps the length and the pattern of *rules*."""
    import re

    short = rules.min_length is not None and len(value) < rules.min_length
    long = rules.max_length is not None and len(value) > rules.max_length
    if short or long or (rules.ascii_only and not value.isascii()):
        return False
    try:
        return rules.pattern is None or re.search(rules.pattern, value) is not None
    except re.error:  # Rust's syntax, which only the pattern room reads
        return False


def fits(rules: Constraints, low: int, high: int) -> bool:
    """Whether every text of *low* to *high* characters keeps *rules*, so that a provider of such texts may serve."""
    return rules.pattern is None and low >= (rules.min_length or 0) and (rules.max_length is None or high <= rules.max_length)


def octets(ask: Ask) -> Node:
    """Bytes that are a text of ASCII, so that JSON can say them."""
    asked = Constraints(
        min_length=ask.rules.min_length, max_length=ask.rules.max_length, pattern=ask.rules.pattern, ascii_only=True
    )
    inner = text(Ask(ask.name, ask.model, "str", asked, ask.words, ask.now))
    return inner if isinstance(inner, Refused) else Converted(inner, str.encode, json=str)


PROVIDERS: dict[Any, Provider] = {"str": text, "any": text, "bytes": octets}

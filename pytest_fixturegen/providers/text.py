"""Strings and bytes whose words read and whose length fits."""

from __future__ import annotations

from functools import partial
from typing import Any

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Call, Choice, Constant, Converted, Node, Unsatisfiable
from pytest_fixturegen.providers.field_context import FieldContext, Provider
from pytest_fixturegen.providers.phrases import MAX_PHRASE_LENGTH, build_phrases
from pytest_fixturegen.providers.regex.patterns import PatternError, compile_pattern, draw_match


def text(context: FieldContext) -> Node:
    """A string that keeps its pattern or length: a few words, or sentences where more is asked for."""
    rules = context.constraints
    low, high = rules.min_length or 0, rules.max_length
    if high is not None and low > high:
        return Unsatisfiable(
            f"no text is at least {low} and at most {high} long.",
            "Widen the bounds, or override the field.",
        )
    if high == 0:
        return Constant("", "")
    return (
        build_pattern_node(rules)
        if rules.pattern is not None
        else build_prose_node(context, low, high)
    )


def build_pattern_node(constraints: Constraints) -> Node:
    """A string that the pattern of *rules* matches, within their lengths."""
    assert constraints.pattern is not None
    try:
        grammar = compile_pattern(
            constraints.pattern,
            min_length=constraints.min_length or 0,
            max_length=constraints.max_length,
        )
    except PatternError as error:
        return Unsatisfiable(
            f"the pattern {constraints.pattern!r} cannot be served: {error}",
            "Simplify it, or override the field.",
        )
    node = Call(partial(draw_match, grammar))  # which is matched before its case is turned
    case = str.lower if constraints.lower else str.upper if constraints.upper else None
    return Converted(node, None, json=case) if case else node


def build_prose_node(context: FieldContext, low: int, high: int | None) -> Node:
    """Words of the locale, *low* to *high* characters."""
    natural = (8, MAX_PHRASE_LENGTH) if low <= MAX_PHRASE_LENGTH else (low, low + 40)
    least = max(low, min(natural[0], high if high is not None else natural[0]))
    most = natural[1] if high is None else min(high, max(natural[1], least))
    return build_cased_node(
        Call(
            build_phrases(
                context.vocabulary,
                least,
                max(most, least),
                ascii_only=context.constraints.ascii_only,
            )
        ),
        context.constraints,
    )


def build_cased_node(node: Node, constraints: Constraints) -> Node:
    """*node* in the case that *rules* turn it to."""
    if constraints.lower:
        return Converted(node, str.lower)
    return Converted(node, str.upper) if constraints.upper else node


def build_text_pool(options: tuple[str, ...], constraints: Constraints) -> Node | None:
    """One of those *options* that keep *rules*; None when too few of them do for the name to be worth it."""
    said = (
        map(str.lower, options)
        if constraints.lower
        else map(str.upper, options)
        if constraints.upper
        else options
    )
    fitting = tuple(option for option in said if is_valid_text(option, constraints))
    return Choice(fitting, fitting) if len(fitting) >= max(1, len(options) // 50) else None


def is_valid_text(value: str, constraints: Constraints) -> bool:
    """Whether *value* keeps the length and the pattern of *rules*."""
    import re

    short = constraints.min_length is not None and len(value) < constraints.min_length
    long = constraints.max_length is not None and len(value) > constraints.max_length
    if short or long or (constraints.ascii_only and not value.isascii()):
        return False
    try:
        return constraints.pattern is None or re.search(constraints.pattern, value) is not None
    except re.error:  # Rust's syntax, which only the pattern room reads
        return False


def fits_lengths(constraints: Constraints, low: int, high: int) -> bool:
    """Whether every text of *low* to *high* characters keeps *rules*, so that a provider of such texts may serve."""
    return (
        constraints.pattern is None
        and low >= (constraints.min_length or 0)
        and (constraints.max_length is None or high <= constraints.max_length)
    )


def octets(context: FieldContext) -> Node:
    """Bytes that are a text of ASCII, so that JSON can say them."""
    asked = Constraints(
        min_length=context.constraints.min_length,
        max_length=context.constraints.max_length,
        pattern=context.constraints.pattern,
        ascii_only=True,
    )
    inner = text(
        FieldContext(context.name, context.model, "str", asked, context.vocabulary, context.now)
    )
    return inner if isinstance(inner, Unsatisfiable) else Converted(inner, str.encode, json=str)


PROVIDERS: dict[Any, Provider] = {"str": text, "any": text, "bytes": octets}

"""Strings and bytes: readable words of the required length, or matches of a pattern."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Call, Choice, Constant, Converted, Node, Unsatisfiable
from pytest_fixturegen.providers.field_context import FieldContext, Provider
from pytest_fixturegen.providers.phrases import MAX_PHRASE_LENGTH, build_phrases
from pytest_fixturegen.providers.regex.bounded_match import search_quickly
from pytest_fixturegen.providers.regex.patterns import PatternError, compile_pattern, draw_match

NATURAL_LENGTHS = (8, MAX_PHRASE_LENGTH)
"""Characters of a text without constraints."""

SENTENCE_SPAN = 40
"""How much longer than its least length a long text may be."""

OVERRIDE_HINT = "Widen the bounds, or override the field."


def text(context: FieldContext) -> Node:
    """Return the node of a string: a match of its pattern, a few words, or sentences."""
    constraints = context.constraints
    low, high = constraints.min_length or 0, constraints.max_length
    if high is not None and low > high:
        reason = f"no text has at least {low} and at most {high} characters."
        return Unsatisfiable(reason, OVERRIDE_HINT)
    if high == 0:
        return Constant("", "")
    if constraints.pattern is not None:
        return build_pattern_node(constraints)
    return build_prose_node(context, low, high)


def build_pattern_node(constraints: Constraints) -> Node:
    """Return the node of a string that the pattern matches, within the lengths."""
    assert constraints.pattern is not None
    try:
        grammar = compile_pattern(
            constraints.pattern,
            min_length=constraints.min_length or 0,
            max_length=constraints.max_length,
        )
    except PatternError as error:
        return Unsatisfiable(
            f"the pattern {constraints.pattern!r:.200} cannot be served: {error}",
            "Simplify it, or override the field.",
        )
    node = Call(partial(draw_match, grammar))
    # Pydantic matches the pattern first and then changes the case. JSON holds the result.
    to_case = find_case_function(constraints)
    return Converted(node, None, json=to_case) if to_case else node


def build_prose_node(
    context: FieldContext,
    low: int,
    high: int | None,
) -> Node:
    """Return the node of words of the locale with *low* to *high* characters."""
    least, most = _find_prose_lengths(low, high)
    phrases = build_phrases(
        context.vocabulary, least, most, ascii_only=context.constraints.ascii_only
    )
    return build_cased_node(Call(phrases), context.constraints)


def _find_prose_lengths(low: int, high: int | None) -> tuple[int, int]:
    """Return the natural lengths between *low* and *high*."""
    shortest, longest = NATURAL_LENGTHS
    if low > MAX_PHRASE_LENGTH:
        shortest, longest = low, low + SENTENCE_SPAN
    if high is None:
        return max(low, shortest), max(low, longest)
    least = max(low, min(shortest, high))
    most = min(high, max(longest, least))
    return least, max(most, least)


def find_case_function(constraints: Constraints) -> Callable[[str], str] | None:
    """Return the function to the case that *constraints* require; None if they require none."""
    if constraints.lower:
        return str.lower
    return str.upper if constraints.upper else None


def build_cased_node(node: Node, constraints: Constraints) -> Node:
    """Return *node* with its text in the case that *constraints* require."""
    to_case = find_case_function(constraints)
    return Converted(node, to_case) if to_case else node


def build_text_pool(options: tuple[str, ...], constraints: Constraints) -> Node | None:
    """Return the node of one of those *options* that satisfy *constraints*.

    Return None if fewer than one in fifty do, because the texts would then repeat too often.
    """
    to_case = find_case_function(constraints)
    cased = map(to_case, options) if to_case else options
    valid = tuple(option for option in cased if is_valid_text(option, constraints))
    return Choice(valid, valid) if len(valid) >= max(1, len(options) // 50) else None


def is_valid_text(value: str, constraints: Constraints) -> bool:
    """Return whether *value* satisfies the lengths and the pattern of *constraints*."""
    if constraints.min_length is not None and len(value) < constraints.min_length:
        return False
    if constraints.max_length is not None and len(value) > constraints.max_length:
        return False
    if constraints.ascii_only and not value.isascii():
        return False
    if constraints.pattern is None:
        return True
    return search_quickly(constraints.pattern, value)


def fit_text(value: str, constraints: Constraints) -> str:
    """Return *value*, which is not empty, repeated, cut and in the case of *constraints*."""
    min_length, max_length = constraints.min_length or 0, constraints.max_length
    while len(value) < min_length:
        value += value
    if max_length is not None:
        value = value[: max(min_length, max_length)]
    to_case = find_case_function(constraints)
    return to_case(value) if to_case else value


def fits_lengths(
    constraints: Constraints,
    low: int,
    high: int,
) -> bool:
    """Return whether every text of *low* to *high* characters satisfies *constraints*."""
    if constraints.pattern is not None or low < (constraints.min_length or 0):
        return False
    return constraints.max_length is None or high <= constraints.max_length


def octets(context: FieldContext) -> Node:
    """Return the node of bytes that are ASCII text, so that JSON can contain them."""
    constraints = Constraints(
        min_length=context.constraints.min_length,
        max_length=context.constraints.max_length,
        pattern=context.constraints.pattern,
        ascii_only=True,
    )
    inner = text(
        replace(
            context,
            kind="str",
            constraints=constraints,
            is_item=False,
        )
    )
    return inner if isinstance(inner, Unsatisfiable) else Converted(inner, str.encode, json=str)


PROVIDERS: dict[Any, Provider] = {"str": text, "any": text, "bytes": octets}

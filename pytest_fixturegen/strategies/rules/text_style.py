"""The rule for texts at the bounds of their length, and for odd texts."""

from __future__ import annotations

from dataclasses import replace

from pytest_fixturegen.introspection.shapes import Constraints, Scalar
from pytest_fixturegen.nodes import Choice, Constant, Node, OneOf, Unsatisfiable
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.rule import rule

MAX_TEXT_LENGTH = 256
"""The characters of a longest text, if its type sets no upper bound."""

MIN_ODD_TEXTS = 3
"""The number of odd texts that must satisfy the constraints, or the rule does not serve."""

ODD_TEXTS = (
    "' OR '1'='1",
    "Robert'); DROP TABLE users;--",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "${jndi:ldap://x}",
    "%s%n%x",
    "../../etc/passwd",
    "a\tb\nc",
    "\"quoted\" 'twice' `thrice`",
    "back\\slash\\",
    "null",
    "undefined",
    "NaN",
    "-0",
    "1e309",
    "true",
    "Zoë Ñandú Łódź",
    "Ω≈ç√∫",
    "مرحبا",
    "שלום",
    "日本語テキスト",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "e\u0301\u0327",
    "\u202eabc",
    "\u200bzero\u200b",
    "ﬁ ﬂ",
    "İıSs",
    "A" * 255,
    "long " * 60 + "end",
    "=1+1",
    "O'Brien-D'Arcy",
    "x; ls",
    "&amp;",
    "#",
    "?",
    "a,b;c|d",
)
"""Texts that have broken programs [OWASP; the Big List of Naughty Strings]; all are harmless."""


@rule(reason="text_style", fills="style")
def text_style(context: PlanContext) -> Planned | None:
    """A text as short, as long or as odd as its type allows, if `text_style` asks for that."""
    style, shape = context.config.text_style, context.shape
    if style == "natural" or not isinstance(shape, Scalar) or shape.kind != "str":
        return None
    if style == "odd":
        node = _provide_odd_text(context.question)
    else:
        node = _provide_boundary_text(context.question, with_shortest=style == "bounds")
    if node is None:
        return None
    reason = f"{text_style.reason}={style}"
    return Planned(
        node,
        (text_style.decide(context, "styles.text", reason),),
    )


def _provide_odd_text(question: FieldContext) -> Node | None:
    """Return a choice of odd texts, each stretched or cut to the length that is allowed."""
    fitted = dict.fromkeys(_fit_text(odd, question.constraints) for odd in ODD_TEXTS)
    valid = tuple(odd for odd in fitted if text.is_valid_text(odd, question.constraints))
    return Choice(valid, valid) if len(valid) >= MIN_ODD_TEXTS else None


def _fit_text(value: str, constraints: Constraints) -> str:
    """Return *value* repeated, cut and changed in case as *constraints* require.

    Stripping comes last and may make the text too short, so the caller must check the length.
    """
    value = text.fit_text(value, constraints)
    return value.strip() if constraints.strip else value


def _provide_boundary_text(question: FieldContext, *, with_shortest: bool) -> Node | None:
    """Return a node of the longest texts, *with_shortest* of the shortest ones, too."""
    low, high = question.constraints.min_length or 0, question.constraints.max_length
    longest = high if high is not None else max(low, MAX_TEXT_LENGTH)
    if low > longest:
        return None
    lengths = {longest}
    if with_shortest:
        # Next to the bounds, too, unless that is beyond the other bound.
        lengths |= {low, min(low + 1, longest), max(longest - 1, low)}
    drawable = []
    for length in sorted(lengths):
        node = _provide_text_of_length(question, length)
        if not isinstance(node, Unsatisfiable):
            drawable.append((str(length), node))
    if not drawable:
        return None
    if len(drawable) == 1:
        return drawable[0][1]
    return OneOf(tuple(drawable))


def _provide_text_of_length(question: FieldContext, length: int) -> Node:
    """Return a node of texts of exactly *length* characters; unsatisfiable if none can match."""
    if length > 0:
        constraints = replace(question.constraints, min_length=length, max_length=length)
        return text.text(replace(question, constraints=constraints))
    if question.constraints.pattern is None:
        return Constant("", "")
    return Unsatisfiable("no empty text matches the pattern.", "")

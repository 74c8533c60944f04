"""Shapes of values without parts: numbers, texts, and the members of enums."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from pytest_fixturegen.introspection.readers.documents.conflicts import read_bounds, read_sizes
from pytest_fixturegen.introspection.readers.documents.conjunctions import Conjunction
from pytest_fixturegen.introspection.readers.documents.formats import (
    INTEGER_BOUNDS,
    find_format,
)
from pytest_fixturegen.introspection.shapes import (
    ChoiceShape,
    Constraints,
    Scalar,
    Shape,
)

WIDE_LENGTH = 16
"""A greatest length that leaves room for the usual texts of most formats."""

HUGE_LENGTH = 1 << 20
"""A greatest length that is as good as none."""


def read_options(values: list[Any]) -> Shape:
    """Return the shape of one of *values*, the members of an enum or a constant."""
    return ChoiceShape(tuple(values), tuple(values))


def read_integer(conjunction: Conjunction) -> Shape:
    """Return the shape of a whole number."""
    constraints = _read_number(conjunction)
    for name, _ in conjunction.get_values("format"):
        low, high = INTEGER_BOUNDS.get(name, (None, None)) if isinstance(name, str) else (None,) * 2
        has_bounds = any(each is not None for each in (constraints.ge, constraints.gt))
        if low is not None and not has_bounds and low >= 0:
            constraints = constraints.merge(ge=low)
        has_bounds = any(each is not None for each in (constraints.le, constraints.lt))
        if high is not None and not has_bounds and high < 2**31 - 1:
            constraints = constraints.merge(le=high)
    return Scalar("int", _round_bounds(constraints))


def _round_bounds(constraints: Constraints) -> Constraints:
    """Return *constraints* with whole numbers as inclusive bounds."""
    low, high = constraints.ge, constraints.le
    if constraints.gt is not None:
        low = math.floor(constraints.gt) + 1
    if constraints.lt is not None:
        high = math.ceil(constraints.lt) - 1
    return Constraints(
        ge=None if low is None else math.ceil(low),
        le=None if high is None else math.floor(high),
        multiple_of=constraints.multiple_of,
    )


def read_number(conjunction: Conjunction) -> Shape:
    """Return the shape of a number, which need not be whole."""
    constraints = _read_number(conjunction)
    step = constraints.multiple_of
    if step is not None and float(step).is_integer():
        return Scalar("int", _round_bounds(constraints).merge(multiple_of=int(step)))
    return Scalar("float", constraints)


def _read_number(conjunction: Conjunction) -> Constraints:
    """Return the constraints of a number."""
    bounds = read_bounds(conjunction)
    low = None if math.isinf(bounds.low) else bounds.low
    high = None if math.isinf(bounds.high) else bounds.high
    return Constraints(
        ge=None if bounds.excludes_low else low,
        gt=low if bounds.excludes_low else None,
        le=None if bounds.excludes_high else high,
        lt=high if bounds.excludes_high else None,
        multiple_of=_combine_steps(value for value, _ in conjunction.get_values("multipleOf")),
    )


def _combine_steps(steps: Iterable[Any]) -> Any:
    """Return the least number that is a multiple of all *steps*; None without any."""
    combined: Fraction | None = None
    for step in steps:
        if not isinstance(step, int | float) or step <= 0 or not math.isfinite(step):
            continue
        exact = Fraction(str(step))
        if combined is None:
            combined = exact
            continue
        numerator = math.lcm(combined.numerator, exact.numerator)
        combined = Fraction(numerator, math.gcd(combined.denominator, exact.denominator))
    if combined is None:
        return None
    return int(combined) if combined.denominator == 1 else float(combined)


def read_text(conjunction: Conjunction) -> Shape:
    """Return the shape of a text: of its format, or of its pattern and lengths."""
    low, high = read_sizes(
        conjunction,
        "minLength",
        "maxLength",
    )
    if high is not None and high >= HUGE_LENGTH:
        high = None
    patterns = [value for value, _ in conjunction.get_values("pattern") if isinstance(value, str)]
    patterns = list(dict.fromkeys(translate_pattern(each) for each in patterns))
    patterns = [each for each in patterns if each not in ANY_TEXT] or patterns[:1]
    shape = _find_content(conjunction) or _find_format(conjunction)
    is_narrow = bool(patterns) or (high is not None and high < WIDE_LENGTH)
    if shape is not None and not is_narrow:
        return _add_lengths(
            shape,
            low,
            high,
        )
    if patterns and patterns[0] in ANY_TEXT:
        low, patterns = max(low, 1), []
    return Scalar(
        "str",
        Constraints(
            min_length=low or None,
            max_length=high,
            pattern=join_patterns(patterns) if patterns else None,
        ),
    )


def _find_format(conjunction: Conjunction) -> Shape | None:
    """Return the shape of the first format that says something."""
    for value, _ in conjunction.get_values("format"):
        shape = find_format(value)
        if shape is not None:
            return shape
    return None


def _find_content(conjunction: Conjunction) -> Shape | None:
    """Return the shape of texts with encoded content (base64, JSON), or None for other texts."""
    encodings = {value for value, _ in conjunction.get_values("contentEncoding")}
    types = {value for value, _ in conjunction.get_values("contentMediaType")}
    is_json = "application/json" in types
    if "base64" in encodings:
        return read_options(ENCODED_JSON) if is_json else find_format("base64")
    return read_options(JSON_TEXTS) if is_json and not encodings else None


JSON_TEXTS: list[Any] = ['{"id": 1}', '{"status": "active"}', "[1, 2, 3]"]
ENCODED_JSON: list[Any] = ["eyJpZCI6IDF9", "eyJzdGF0dXMiOiAiYWN0aXZlIn0=", "WzEsIDIsIDNd"]

ANY_TEXT = frozenset((".*", "^.*$", ".+", "^.+$", "", "^", "[\\s\\S]*", "^[\\s\\S]*$"))
"""Patterns that nearly every text matches: realistic texts do, too."""


def _add_lengths(
    shape: Shape,
    low: int,
    high: int | None,
) -> Shape:
    """Return *shape* with its own constraints, and with lengths if it is a plain text."""
    if isinstance(shape, Scalar) and shape.kind == "str" and (low or high is not None):
        return Scalar("str", shape.constraints.merge(min_length=low or None, max_length=high))
    return shape


def join_patterns(patterns: list[str]) -> str:
    """Return one pattern that is found in the texts in which all of *patterns* are found."""
    *others, last = sorted(patterns, key=len)
    if not others:
        return last
    lookaheads = "".join(map(_build_lookahead, others))
    rest = last[1:] if last.startswith("^") else f"[\\s\\S]*?(?:{last})"
    return f"^{lookaheads}{rest}"


def _build_lookahead(pattern: str) -> str:
    """Return the look-ahead that finds *pattern*, from the beginning of the text."""
    if pattern.startswith("^") and "|" not in pattern:
        return f"(?={pattern[1:]})"
    return f"(?=[\\s\\S]*?(?:{pattern}))"


def translate_pattern(pattern: str) -> str:
    """Return a *pattern* of JavaScript [ECMA-262] in the syntax that patterns of models have."""
    return JAVASCRIPT_ONLY.sub(_translate_token, pattern)


JAVASCRIPT_ONLY = re.compile(
    r"\\c(?P<control>[A-Za-z])|\\u\{(?P<point>[0-9A-Fa-f]+)\}|\\k<(?P<reference>\w+)>"
    r"|\(\?<(?P<group>[A-Za-z_])|\\/|\\-|\\[\s\S]"
)
"""What JavaScript writes otherwise, and escaped characters, which stay."""


def _translate_token(token: re.Match[str]) -> str:
    """Return a *token* of JavaScript as Python writes it."""
    if token["control"]:
        return f"\\x{ord(token['control']) % 32:02x}"
    if token["point"]:
        return f"\\U{int(token['point'], 16):08x}"
    if token["reference"]:
        return f"(?P={token['reference']})"
    if token["group"]:
        return f"(?P<{token['group']}"
    return token[0]

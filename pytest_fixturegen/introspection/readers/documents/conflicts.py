"""Contradictions between the keywords of one place, found without looking into its parts."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from pytest_fixturegen.introspection.readers.documents.acceptance import (
    BASIC_TYPES,
    Judge,
    expand_types,
    freeze,
    list_required,
)
from pytest_fixturegen.introspection.readers.documents.conjunctions import (
    TYPES,
    Conjunct,
    Conjunction,
    Impossible,
)
from pytest_fixturegen.introspection.readers.documents.resources import ResourceSet

IMPLIED_TYPES: Mapping[str, frozenset[str]] = {
    keyword: frozenset(types.split())
    for keywords, types in (
        (
            "properties patternProperties additionalProperties required minProperties maxProperties"
            " propertyNames dependencies dependentRequired dependentSchemas unevaluatedProperties",
            "object",
        ),
        (
            "items prefixItems additionalItems contains minItems maxItems uniqueItems"
            " unevaluatedItems",
            "array",
        ),
        ("minLength maxLength pattern format", "string"),
        ("minimum maximum exclusiveMinimum exclusiveMaximum multipleOf", "integer number"),
    )
    for keyword in keywords.split()
}
"""The types of value about which each keyword says something."""


def find_types(conjunction: Conjunction) -> frozenset[str]:
    """Return the basic types that the keywords of *conjunction* allow."""
    types = frozenset(BASIC_TYPES)
    for declared, _ in conjunction.get_values("type"):
        types &= expand_types(declared)
    for remaining, _ in conjunction.get_values(TYPES):
        types &= remaining
    return types


def find_likely_types(conjunction: Conjunction) -> frozenset[str]:
    """Return the types that *conjunction* is about: those of its keywords, if it names none."""
    types = find_types(conjunction)
    if types != frozenset(BASIC_TYPES):
        return types
    keywords = (keyword for each in conjunction.conjuncts for keyword in each.schema)
    implied = frozenset().union(*(IMPLIED_TYPES.get(keyword, ()) for keyword in keywords))
    return implied & types or types


def list_options(
    conjunction: Conjunction,
    judge: Judge,
) -> list[Any] | None:
    """Return the values of ``const`` and ``enum`` that all schemas accept; None without any."""
    lists = [judge.wrap_constant(value) for value, _ in conjunction.get_values("const")]
    lists += [value for value, _ in conjunction.get_values("enum") if isinstance(value, list)]
    if not lists:
        return None
    candidates = min(lists, key=len)
    accepted = judge.filter_options(candidates, conjunction.conjuncts)
    return list({freeze(value): value for value in reversed(accepted)}.values())[::-1]


class NumberBounds(NamedTuple):
    """The least and the greatest number, and whether they are excluded."""

    low: float = -math.inf
    high: float = math.inf
    excludes_low: bool = False
    excludes_high: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no number is within the bounds."""
        excludes = self.excludes_low or self.excludes_high
        return self.low > self.high or (self.low == self.high and excludes)


def read_bounds(conjunction: Conjunction) -> NumberBounds:
    """Return the bounds that all schemas of *conjunction* set together."""
    lows: list[tuple[Any, bool]] = []
    highs: list[tuple[Any, bool]] = []
    for conjunct in conjunction.conjuncts:
        schema = conjunct.schema
        above, below = schema.get("exclusiveMinimum"), schema.get("exclusiveMaximum")
        if _is_number(schema.get("minimum")):
            lows.append((schema["minimum"], above is True))
        if _is_number(schema.get("maximum")):
            highs.append((schema["maximum"], below is True))
        lows += [(above, True)] if _is_number(above) else []
        highs += [(below, True)] if _is_number(below) else []
    low, excludes_low = max(lows, default=(-math.inf, False))
    high, excluded_last = min(
        ((value, not excluded) for value, excluded in highs), default=(math.inf, True)
    )
    return NumberBounds(
        low,
        high,
        excludes_low,
        not excluded_last,
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def read_sizes(
    conjunction: Conjunction,
    low: str,
    high: str,
) -> tuple[int, int | None]:
    """Return the least and the greatest size that the keywords *low* and *high* set."""
    lows = [int(value) for value, _ in conjunction.get_values(low) if _is_number(value)]
    highs = [int(value) for value, _ in conjunction.get_values(high) if _is_number(value)]
    return max(lows, default=0), min(highs, default=None)


def find_conflict(
    conjunction: Conjunction,
    judge: Judge,
    resources: ResourceSet,
) -> Impossible | None:
    """Return why no value satisfies *conjunction*, or None if its keywords do not show it."""
    options = list_options(conjunction, judge)
    if options is not None:
        keyword = "const" if any(True for _ in conjunction.get_values("const")) else "enum"
        reason = "no value of it satisfies the other keywords"
        return (
            None
            if options
            else _build(
                conjunction,
                keyword,
                reason,
                resources,
            )
        )
    types = find_types(conjunction)
    if not types:
        reason = "its schemas have no type in common"
        return _build(
            conjunction,
            "type",
            reason,
            resources,
        )
    conflicts = [
        TYPE_CONFLICTS[kind](conjunction)
        for kind in BASIC_TYPES
        if kind in types & TYPE_CONFLICTS.keys()
    ]
    if len(conflicts) < len(types) or not all(conflicts):
        return None
    keyword, reason = next(filter(None, conflicts))
    return _build(
        conjunction,
        keyword,
        reason,
        resources,
    )


def _build(
    conjunction: Conjunction,
    keyword: str,
    reason: str,
    resources: ResourceSet,
) -> Impossible:
    """Return the conflict, at the place of the schema that has *keyword*."""
    holders = [each for each in conjunction.conjuncts if keyword in each.schema]
    place = resources.describe((holders or conjunction.conjuncts)[0].schema)
    return Impossible(
        place,
        keyword,
        reason,
    )


Found = tuple[str, str] | None
"""The keyword that is contradicted, and why."""


def _find_number_conflict(conjunction: Conjunction) -> Found:
    bounds = read_bounds(conjunction)
    if not bounds.is_empty:
        return None
    return ("maximum", "it is less than the minimum")


def _find_integer_conflict(conjunction: Conjunction) -> Found:
    bounds = read_bounds(conjunction)
    if math.isinf(bounds.low) or math.isinf(bounds.high):
        return _find_number_conflict(conjunction)
    low, high = math.ceil(bounds.low), math.floor(bounds.high)
    low += bounds.excludes_low and low == bounds.low
    high -= bounds.excludes_high and high == bounds.high
    return ("maximum", "no whole number is within the bounds") if low > high else None


def _make_size_conflict(
    low: str,
    high: str,
) -> Callable[[Conjunction], Found]:
    """Return the function that compares the least and the greatest size."""

    def find(conjunction: Conjunction) -> Found:
        least, most = read_sizes(
            conjunction,
            low,
            high,
        )
        if most is not None and (least > most or most < 0):
            return (high, f"it is less than {low}")
        return None

    return find


def _find_object_conflict(conjunction: Conjunction) -> Found:
    found = _make_size_conflict("minProperties", "maxProperties")(conjunction)
    required = {name: None for each in conjunction.conjuncts for name in list_required(each.schema)}
    _, most = read_sizes(
        conjunction,
        "minProperties",
        "maxProperties",
    )
    if most is not None and len(required) > most:
        return ("maxProperties", "more properties are required")
    return found or _find_forbidden(conjunction.conjuncts, required)


def _find_forbidden(
    conjuncts: tuple[Conjunct, ...],
    required: Iterable[str],
) -> Found:
    """Return the conflict of a required property that ``false`` forbids."""
    for conjunct in conjuncts:
        properties = conjunct.schema.get("properties")
        if isinstance(properties, dict):
            for name in required:
                if properties.get(name) is False:
                    return ("required", f"the property {name!r} is forbidden")
    return None


TYPE_CONFLICTS: Mapping[str, Callable[[Conjunction], Found]] = {
    "integer": _find_integer_conflict,
    "number": _find_number_conflict,
    "string": _make_size_conflict("minLength", "maxLength"),
    "array": _make_size_conflict("minItems", "maxItems"),
    "object": _find_object_conflict,
}
"""By basic type: the function that finds contradictory constraints on values of that type."""

"""Checks of pandera as constraints of a field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import Field

Statistics = Mapping[str, Any]


def _limit_range(rules: Statistics) -> dict[str, Any]:
    """Return the constraints of a range, whose ends may be excluded."""
    low = "ge" if rules.get("include_min", True) else "gt"
    high = "le" if rules.get("include_max", True) else "lt"
    return {low: rules["min_value"], high: rules["max_value"]}


def _limit_length(rules: Statistics) -> dict[str, Any]:
    exact = rules.get("exact_value")
    low, high = rules.get("min_value"), rules.get("max_value")
    lengths = (exact, exact) if exact is not None else (low, high)
    return {
        name: length
        for name, length in zip(
            ("min_length", "max_length"),
            lengths,
            strict=True,
        )
        if length is not None
    }


def _to_pattern(text: Any, *, is_start: bool = False) -> str:
    """Return the regular expression *text*, which must match at the start if *is_start*."""
    pattern = str(
        getattr(
            text,
            "pattern",
            text,
        )
    )
    return f"^(?:{pattern})" if is_start else pattern


CONSTRAINTS: Mapping[str, Callable[[Statistics], dict[str, Any]]] = {
    "greater_than": lambda rules: {"gt": rules["min_value"]},
    "greater_than_or_equal_to": lambda rules: {"ge": rules["min_value"]},
    "less_than": lambda rules: {"lt": rules["max_value"]},
    "less_than_or_equal_to": lambda rules: {"le": rules["max_value"]},
    "in_range": _limit_range,
    "str_length": _limit_length,
    "str_matches": lambda rules: {"pattern": _to_pattern(rules["pattern"], is_start=True)},
    "str_contains": lambda rules: {"pattern": _to_pattern(rules["pattern"])},
    "str_startswith": lambda rules: {"pattern": f"^{re.escape(rules['string'])}"},
    "str_endswith": lambda rules: {"pattern": f"{re.escape(rules['string'])}$"},
}
"""The constraints that say the same as each check."""


def apply_checks(annotation: Any, checks: Iterable[Any]) -> tuple[Any, bool]:
    """Return *annotation* with *checks*, and whether some of them have no constraint to say so."""
    constraints: dict[str, Any] = {}
    is_open = False
    for check in checks:
        rules = check.statistics or {}
        if check.name in ("isin", "equal_to"):
            allowed = rules["allowed_values"] if check.name == "isin" else [rules["value"]]
            annotation = choose_among(allowed)
            continue
        translate = CONSTRAINTS.get(check.name)
        own = translate(rules) if translate else {}
        is_open = is_open or not own or bool(own.keys() & constraints.keys())
        constraints = {**own, **constraints}
    return limit(annotation, constraints), is_open


def choose_among(values: Iterable[Any]) -> Any:
    """Return the annotation of one of *values*."""
    return Literal[tuple(values)]


def limit(annotation: Any, constraints: Mapping[str, Any]) -> Any:
    """Return *annotation* with *constraints*, which a literal satisfies or not anyway."""
    if not constraints or get_origin(annotation) is Literal:
        return annotation
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]  # its bounds are those of the type, which are wider
    return Annotated[annotation, Field(**constraints)]

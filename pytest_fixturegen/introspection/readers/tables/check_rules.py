"""What CHECK constraints mean for the fields of a stand-in."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any, Literal

from pytest_fixturegen.introspection.readers.tables.checks import (
    Order,
    Rule,
    list_orders,
    list_rules,
)
from pytest_fixturegen.introspection.readers.tables.mapped_classes import list_columns
from pytest_fixturegen.introspection.readers.tables.readable_types import apply_limits

COMPARISONS: Mapping[str, tuple[Callable[[Any, Any], bool], str]] = {
    "<": (operator.lt, "less than"),
    "<=": (operator.le, "at most"),
    ">": (operator.gt, "greater than"),
    ">=": (operator.ge, "at least"),
    "<>": (operator.ne, "different from"),
    "!=": (operator.ne, "different from"),
}
"""The function of each sign, and its words."""


def apply_rules(
    cls: Any,
    annotation: Any,
    column: Any,
) -> Any:
    """Return *annotation*, the type of *column*, narrowed by the CHECK constraints of *cls*."""
    for rule in list_rules(cls):
        if rule.column == column.name:
            annotation = _apply_rule(annotation, rule, column)
    return annotation


def _apply_rule(
    annotation: Any,
    rule: Rule,
    column: Any,
) -> Any:
    """Return *annotation*, the type of *column*, narrowed by *rule*."""
    if rule.options:
        is_enum = hasattr(annotation, "__members__")
        return annotation if is_enum else Literal[rule.options]
    limits = dict(rule.limits)
    length = getattr(getattr(column, "type", None), "length", None)  # a field of Django has none
    if "max_length" in limits and isinstance(length, int):
        limits["max_length"] = min(length, limits["max_length"])
    return apply_limits(annotation, limits)


def build_order_checks(cls: Any, names: Mapping[str, str]) -> dict[str, Any]:
    """Return validators for the constraints of *cls* on two columns, by a name for each.

    *names* are the names of the fields by attribute.
    """
    from pydantic import model_validator

    attributes = {column.name: name for name, column in list_columns(cls)}
    checks = {}
    for number, order in enumerate(list_orders(cls)):
        if order.left in attributes and order.right in attributes:
            left, right = attributes[order.left], attributes[order.right]
            check = _build_check(
                order._replace(left=left, right=right),
                names,
            )
            checks[f"check_{number}"] = model_validator(mode="after")(check)
    return checks


def _build_check(order: Order, names: Mapping[str, str]) -> Callable[[Any], Any]:
    """Return a validator of records that *order*, which names attributes, holds."""
    compare, words = COMPARISONS[order.sign]

    def check(record: Any) -> Any:
        left, right = (getattr(record, names[name]) for name in (order.left, order.right))
        if left is not None and right is not None and not compare(left, right):
            raise ValueError(f"{order.left} must be {words} {order.right}")
        return record

    return check

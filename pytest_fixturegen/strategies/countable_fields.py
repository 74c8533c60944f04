"""The values of a field by number, so that each record can show another one."""

from __future__ import annotations

from dataclasses import replace

from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.introspection.shapes import Constraints, NamedShape, Scalar
from pytest_fixturegen.nodes import (
    Choice,
    Constant,
    Day,
    FixedPoint,
    GridFloat,
    Instant,
    Integer,
    Link,
    Node,
    Nullable,
    Pinned,
    Slot,
)
from pytest_fixturegen.providers.countable import (
    MAX_NUMBERED_TEXTS,
    Countable,
    append_numbers,
    build_countable,
    build_numbered_text,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.regex.open_texts import NO_LIMIT, find_open_length
from pytest_fixturegen.providers.registry import find_type_provider
from pytest_fixturegen.providers.vocabulary import Vocabulary
from pytest_fixturegen.strategies.plan_context import PlanContext

MIN_NUMBERED_LENGTH = 6
"""The characters that a text with a number at its end must have room for."""

COUNTABLE_NODES = (Integer, GridFloat, FixedPoint, Instant, Day, Link, Constant)
"""Nodes whose values have an order."""


def find_countable(
    context: PlanContext,
    slot: Slot,
    shape: Scalar | NamedShape,
    *,
    with_open_range: bool,
) -> Countable | None:
    """Return the values of *slot* by number; None if they cannot be counted.

    If the values of the field's name are too few or have no order, the values of its type are
    counted. *with_open_range* removes an upper bound of whole numbers that the type does not set.
    """
    if _is_text(shape):
        return _count_texts(slot, shape.constraints)
    node = slot.node
    if not isinstance(unwrap_node(node), COUNTABLE_NODES):
        node = _plan_plain_node(context, slot, shape) or node
    if with_open_range and _is_open(node, shape.constraints):
        countable = build_countable(_remove_upper_bound(node))
        return countable and replace(countable, is_open=True)
    return build_countable(node)


def _count_texts(slot: Slot, constraints: Constraints) -> Countable | None:
    """Return the texts of *slot* as a countable, or None if they cannot be counted.

    Texts without a pattern that the node cannot count become numbered texts.
    """
    node = slot.node
    countable = None
    if not isinstance(unwrap_node(node), Choice):  # a choice has too few texts
        countable = build_countable(node)
    if countable is None and constraints.pattern is None and _has_room(constraints):
        countable = build_numbered_text(node, slot.name, constraints.max_length)
    return countable or build_countable(node)


def count_open_texts(slot: Slot, shape: Scalar | NamedShape) -> Countable | None:
    """Return the texts of *slot* with numbers at their ends, if its pattern allows any number."""
    constraints = shape.constraints
    length = min(find_open_length(str(constraints.pattern)), constraints.max_length or NO_LIMIT)
    obstacles = (
        length < MIN_NUMBERED_LENGTH,
        not _is_text(shape),
        isinstance(slot.node, Nullable),
    )
    if any(obstacles):
        return None
    return append_numbers(slot.node, slot.name, length)


def _plan_plain_node(
    context: PlanContext,
    slot: Slot,
    shape: Scalar | NamedShape,
) -> Node | None:
    """Return the node of the field's type alone; None if its values cannot be counted, either."""
    kind = shape.kind if isinstance(shape, Scalar) else shape.type
    provider = find_type_provider(kind)
    if provider is None:
        return None
    question = FieldContext(
        context.outline.read_name(to_snake_case(slot.name)),
        context.outline.model or to_snake_case(context.model),
        kind,
        shape.constraints,
        Vocabulary(context.config.locale),
        context.config.now,
    )
    plain = provider(question)
    if plain is None or build_countable(plain) is None:
        return None
    return replace(slot.node, inner=plain) if isinstance(slot.node, Nullable) else plain


def _is_open(node: Node, constraints: Constraints) -> bool:
    """Whether *node* draws whole numbers of a type without an upper bound."""
    is_integer = isinstance(unwrap_node(node), Integer)
    return is_integer and constraints.le is None and constraints.lt is None


def _remove_upper_bound(node: Node) -> Node:
    """Return whole numbers with a bound that no run reaches."""
    if isinstance(node, Nullable):
        return replace(node, inner=_remove_upper_bound(node.inner))
    assert isinstance(node, Integer)
    return replace(node, high=node.low + (MAX_NUMBERED_TEXTS - 2) * node.step)


def _is_text(shape: Scalar | NamedShape) -> bool:
    """Return whether the values of *shape* are texts that may end with a number."""
    if isinstance(shape, Scalar):
        return shape.kind == "str"
    return getattr(shape.type, "__name__", "") == "EmailStr"


def _has_room(constraints: Constraints) -> bool:
    """Return whether a text may be long enough to end with a number."""
    return constraints.max_length is None or constraints.max_length >= MIN_NUMBERED_LENGTH


def unwrap_node(node: Node) -> Node:
    """Return *node* without None, and without the mark of a value that the user fixed."""
    return unwrap_node(node.inner) if isinstance(node, Nullable | Pinned) else node

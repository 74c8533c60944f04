"""The fields of a model and the provider of each: the decisions of a plan, summed up by kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.doctor.report import Filler, FillKind
from pytest_fixturegen.introspection.named_types import CONSTRAINT_BY_FUNCTION
from pytest_fixturegen.introspection.shape_parts import list_parts, walk_shapes
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CustomJsonShape,
    ModelShape,
    OpaqueShape,
    RootShape,
    Scalar,
    Shape,
    ShapeRef,
    TupleShape,
    TypeReading,
)
from pytest_fixturegen.nodes import Node, Record, Unsatisfiable, unwrap_node
from pytest_fixturegen.plugins.contracts import Strategy
from pytest_fixturegen.strategies.planned import DROPPED_PROVIDER
from pytest_fixturegen.strategies.rules import get_fill_kind
from pytest_fixturegen.strategies.rules.fallback import fallback

ITEM_PATH = re.compile(r"(\.?\*(\.key|\.value)?|\.?\d+)*")
"""The path from a field to its items, and to the items of those."""

CONSTRAINT_NAMES = frozenset(CONSTRAINT_BY_FUNCTION.values())
"""Rules of a CheckedShape that are constraints of Pydantic; every other rule is a validator."""

NEUTRAL_PROVIDER, BY_TYPE = "text.text", "provider_by_type"
"""The provider of neutral words, and the rule that chooses it for a plain text."""

WRAPPERS = (CheckedShape, CustomJsonShape, ShapeRef)


@dataclass(frozen=True, slots=True)
class FieldCoverage:
    """The name and the shape of a field, and whether it is required."""

    name: str
    shape: Shape
    required: bool


def find_fields(reading: TypeReading) -> tuple[str, tuple[FieldCoverage, ...]]:
    """Return the name of the class and its fields.

    A type without fields has the empty name and one field, ``root``, which is the value itself.
    """
    shape = unwrap_shape(reading.shape, reading)
    if isinstance(shape, ModelShape):
        fields = [FieldCoverage(field.name, field.shape, field.required) for field in shape.fields]
        return shape.cls.__name__, tuple(fields)
    if isinstance(shape, TupleShape) and shape.names:
        items = zip(shape.names, shape.items, strict=True)
        return "", tuple(FieldCoverage(name, item, True) for name, item in items)
    inner = shape.inner if isinstance(shape, RootShape) else shape
    return "", (FieldCoverage("root", inner, True),)


def unwrap_shape(shape: Shape, reading: TypeReading) -> Shape:
    """Return *shape* without the validators around it; resolve references."""
    while isinstance(shape, WRAPPERS):
        shape = _unwrap_once(shape, reading)
    return shape


def _unwrap_once(
    shape: CheckedShape | CustomJsonShape | ShapeRef,
    reading: TypeReading,
) -> Shape:
    """Return the shape that *shape* refers to, or the one it wraps."""
    if isinstance(shape, ShapeRef):
        return reading.refs[shape.name]
    return shape.inner


def find_outer_validators(shape: Shape, reading: TypeReading) -> Iterator[str]:
    """Yield the names of the validators that check *shape* as a whole."""
    while isinstance(shape, WRAPPERS):
        if isinstance(shape, CheckedShape):
            yield from shape.rule.split(", ")
        shape = _unwrap_once(shape, reading)


def find_fillers(
    model: str,
    field_names: Sequence[str],
    strategies: tuple[Strategy, ...],
) -> dict[str, dict[Filler, FillKind]]:
    """Return the fillers of each field of *model* in the order of *strategies*, with their kinds.

    The fields of a nested model are not included.
    """
    fillers: dict[str, dict[Filler, FillKind]] = {name: {} for name in field_names}
    for strategy in strategies:
        if strategy.model != model:
            continue
        for name, item_path in _list_splits(strategy.path, is_root=not model):
            if name in fillers and ITEM_PATH.fullmatch(item_path):
                filler = Filler(
                    item_path.lstrip("."),
                    strategy.provider,
                    strategy.reason,
                )
                fillers[name].setdefault(filler, get_fill_kind(strategy))
    return fillers


def _list_splits(path: str, *, is_root: bool) -> Iterator[tuple[str, str]]:
    """Yield each way to split *path* into the name of a field and the path of an item in it.

    In a type without a name (*is_root*), the whole path may be that of an item, too.
    """
    if is_root:
        yield "root", path
    yield path, ""
    for dot in re.finditer(r"\.", path):
        yield path[: dot.start()], path[dot.start() :]


def find_guesses(
    model_name: str,
    strategies: tuple[Strategy, ...],
) -> Iterator[str]:
    """Yield the fields that are guessed, nested models included."""
    for strategy in strategies:
        if strategy.rule == fallback.name:
            yield _format_field(model_name, strategy)


def find_neutral_fields(
    model_name: str,
    reading: TypeReading,
    strategies: tuple[Strategy, ...],
) -> Iterator[str]:
    """Yield the fields with neutral words: their names say nothing, and no pattern does.

    Nested models are included.
    """
    patterned = set(_find_patterned_fields(reading))
    for strategy in strategies:
        is_neutral = strategy.provider == NEUTRAL_PROVIDER and strategy.rule == BY_TYPE
        field = _format_field(model_name, strategy)
        if is_neutral and field not in patterned:
            yield field


def _find_patterned_fields(reading: TypeReading) -> Iterator[str]:
    """Yield the model and the field of each text with a pattern, such as ``Product.sku``."""
    for shape in walk_shapes(reading.shape, reading.refs):
        if isinstance(shape, ModelShape):
            for field in shape.fields:
                if _has_pattern(field.shape):
                    yield f"{shape.cls.__name__}.{field.name}"


def _has_pattern(shape: Shape) -> bool:
    """Return whether *shape* is, or holds, a text with a pattern."""
    if isinstance(shape, Scalar):
        return shape.constraints.pattern is not None
    return any(_has_pattern(part) for part in list_parts(shape))


def find_dropped_members(
    model_name: str, strategies: tuple[Strategy, ...]
) -> Iterator[tuple[str, str]]:
    """Yield each field whose union has a member that no record can hold, and the reason.

    The fields of nested models are included.
    """
    for strategy in strategies:
        if strategy.provider == DROPPED_PROVIDER:
            yield _format_field(model_name, strategy), strategy.reason


def _format_field(model_name: str, strategy: Strategy) -> str:
    """Return the model and its field, such as ``Product.payload``."""
    owner = strategy.model or model_name
    first_part = strategy.field.partition(".")[0]
    field = first_part.replace("*", "root")
    return f"{owner}.{field or 'root'}"


def classify_fillers(fillers: Mapping[Filler, FillKind], *, has_model: bool) -> FillKind:
    """Return the kind of a field.

    A guess anywhere in the field makes it a fallback. Otherwise the first filler of its values
    decides. *has_model* says that the field may hold a record, which is filled field by field.
    """
    if "fallback" in fillers.values():
        return "fallback"
    if not fillers:
        return "model" if has_model else "unserved"
    kinds = _list_value_kinds(fillers)
    filled_kinds = [kind for kind in kinds if kind != "left out"]
    if filled_kinds:
        return filled_kinds[0]
    has_several = len(kinds) > 1
    return "model" if has_model and has_several else "left out"


def _list_value_kinds(fillers: Mapping[Filler, FillKind]) -> list[FillKind]:
    """Return the kinds of the fillers that do not make keys of a mapping.

    If all of them make keys, return the kinds of the keys.
    """
    value_fillers = [filler for filler in fillers if not filler.place.endswith(".key")]
    deciding_fillers = value_fillers or list(fillers)
    return [fillers[filler] for filler in deciding_fillers]


def find_unsatisfiable(field_names: Sequence[str], node: Node) -> frozenset[str]:
    """Return those of *field_names* that have no value in the records that *node* describes."""
    record = unwrap_node(node)
    if isinstance(record, Record):
        slots = record.slots
        return frozenset(
            slot.name for slot in slots if isinstance(unwrap_node(slot.node), Unsatisfiable)
        )
    return frozenset(field_names if isinstance(record, Unsatisfiable) else ())


def may_hold_record(shape: Shape) -> bool:
    """Return whether a value of *shape* may hold a record."""
    if isinstance(shape, ShapeRef | ModelShape | OpaqueShape):
        return True
    return any(may_hold_record(part) for part in list_parts(shape))


def find_unmapped(shape: Shape) -> Iterator[str]:
    """Yield the constraints in *shape* that providers ignore.

    Validation and repair enforce them.
    """
    return (rule for rule in _list_rules(shape) if rule in CONSTRAINT_NAMES)


def find_validators(shape: Shape) -> Iterator[str]:
    """Yield the names of the validators in *shape*."""
    for rule in _list_rules(shape):
        if rule not in CONSTRAINT_NAMES:
            yield from rule.split(", ")


def _list_rules(shape: Shape) -> Iterator[str]:
    """Yield the rules of the checks in *shape*, outer ones first; references are not followed."""
    if isinstance(shape, CheckedShape):
        yield shape.rule
    for part in list_parts(shape):
        yield from _list_rules(part)

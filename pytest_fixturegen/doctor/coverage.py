"""Which fields a model has, and who fills each: what the plan decided, summed up by kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.doctor.report import Filler, FillKind
from pytest_fixturegen.introspection.named_types import CONSTRAINT_BY_FUNCTION
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CustomJsonShape,
    ModelShape,
    OpaqueShape,
    RootShape,
    Shape,
    ShapeRef,
    TupleShape,
    TypeReading,
)
from pytest_fixturegen.nodes import Node, Record, Unsatisfiable, unwrap_node
from pytest_fixturegen.strategies.plan import DROPPED_PROVIDER, GUESS_REASON, Strategy
from pytest_fixturegen.strategies.recursion_limits import list_parts

KIND_BY_REASON: dict[str, FillKind] = {
    "override": "override",
    "a configured override": "override",
    "field_hints": "default",
    "the default": "default",
    "the name of the field": "field name",
    "the named type": "named type",
    "the type": "plain type",
    "link": "link",
    "asked to be unique": "override",
    GUESS_REASON: "fallback",
    "number_distribution": "style",
}
"""The kind of filling that each reason of the plan stands for. Reasons with a ``=`` are of a style; others, such as those of a
plugin, override what the plan would have done.
"""

OMITTING_PROVIDERS = ("left out", "None", DROPPED_PROVIDER)
"""Providers that fill nothing."""

ITEM_PATH = re.compile(r"(\.?\*(\.key|\.value)?|\.?\d+)*")
"""The way from a field to its items, and to theirs."""


@dataclass(frozen=True, slots=True)
class FieldCoverage:
    """A field as its shape tells it."""

    name: str
    shape: Shape
    required: bool


def find_fields(reading: TypeReading) -> tuple[str, tuple[FieldCoverage, ...]]:
    """The name of the class and its fields; of what has none, the value itself as ``root``."""
    shape = unwrap_shape(reading.shape, reading)
    if isinstance(shape, ModelShape):
        return shape.cls.__name__, tuple(
            FieldCoverage(each.name, each.shape, each.required) for each in shape.fields
        )
    if isinstance(shape, TupleShape) and shape.names:
        return "", tuple(
            FieldCoverage(name, item, True)
            for name, item in zip(shape.names, shape.items, strict=True)
        )
    inner = shape.inner if isinstance(shape, RootShape) else shape
    return "", (FieldCoverage("root", inner, True),)


def unwrap_shape(shape: Shape, reading: TypeReading) -> Shape:
    """*shape* without rules around it, and without the name that it goes by."""
    while isinstance(shape, CheckedShape | CustomJsonShape | ShapeRef):
        shape = reading.refs[shape.name] if isinstance(shape, ShapeRef) else shape.inner
    return shape


def find_outer_validators(shape: Shape, reading: TypeReading) -> Iterator[str]:
    """The rules of the user's own for the whole of *shape*."""
    while isinstance(shape, CheckedShape | CustomJsonShape | ShapeRef):
        if isinstance(shape, CheckedShape):
            yield from shape.rule.split(", ")
        shape = reading.refs[shape.name] if isinstance(shape, ShapeRef) else shape.inner


def find_fillers(
    model: str, field_name: str, strategies: tuple[Strategy, ...]
) -> tuple[Filler, ...]:
    """Who fills the field *name* of *model* itself, not the fields of a model within it: each once, in order."""
    start = "" if field_name == "root" and not model else field_name
    found: dict[Filler, None] = {}
    for each in strategies:
        rest = each.path[len(start) :]
        if each.model == model and each.path.startswith(start) and ITEM_PATH.fullmatch(rest):
            found[Filler(rest.lstrip("."), each.provider, each.reason)] = None
    return tuple(found)


def find_guesses(model_name: str, strategies: tuple[Strategy, ...]) -> Iterator[str]:
    """The fields of the model *name*, and of models within it, that are guessed."""
    return (_format_field(model_name, each) for each in strategies if each.reason == GUESS_REASON)


def find_dropped_members(
    model_name: str, strategies: tuple[Strategy, ...]
) -> Iterator[tuple[str, str]]:
    """Fields of the model *name*, and of models within it, with a member of their union that no record holds, and why not."""
    return (
        (_format_field(model_name, each), each.reason)
        for each in strategies
        if each.provider == DROPPED_PROVIDER
    )


def _format_field(model_name: str, strategy: Strategy) -> str:
    """The field as people say it: ``Product.payload``."""
    return f"{strategy.model or model_name}.{strategy.field.partition('.')[0].replace('*', 'root') or 'root'}"


def classify_fillers(fillers: tuple[Filler, ...], *, has_model: bool) -> FillKind:
    """The kind of a field: a guess anywhere in it, else by whom its value is filled. A model within it fills itself."""
    values = [each for each in fillers if not each.place.endswith(".key")] or list(fillers)
    kinds = [_classify_filler(each) for each in values]
    if "fallback" in map(_classify_filler, fillers):
        return "fallback"
    if not kinds:
        return "model" if has_model else "unserved"
    filled = [kind for kind in kinds if kind != "left out"]
    return filled[0] if filled else "model" if has_model and len(kinds) > 1 else "left out"


def is_unsatisfiable(field_name: str, node: Node) -> bool:
    """Whether nothing can be drawn for the field *name* of what *node* draws."""
    record = unwrap_node(node)
    if not isinstance(record, Record):
        return isinstance(record, Unsatisfiable)
    return any(
        slot.name == field_name and isinstance(unwrap_node(slot.node), Unsatisfiable)
        for slot in record.slots
    )


def _classify_filler(filler: Filler) -> FillKind:
    if filler.provider in OMITTING_PROVIDERS:
        return "left out"
    return KIND_BY_REASON.get(filler.reason, "style" if "=" in filler.reason else "override")


def may_hold_record(shape: Shape) -> bool:
    """Whether a value of *shape* may hold a record."""
    return isinstance(shape, ShapeRef | ModelShape | OpaqueShape) or any(
        may_hold_record(part) for part in list_parts(shape)
    )


def find_unmapped(shape: Shape) -> Iterator[str]:
    """The constraints in *shape* that no provider is told of: they are left to validation and repair."""
    if isinstance(shape, CheckedShape) and shape.rule in set(CONSTRAINT_BY_FUNCTION.values()):
        yield shape.rule
    for part in list_parts(shape):
        yield from find_unmapped(part)


def find_validators(shape: Shape) -> Iterator[str]:
    """The rules of the user's own in *shape*, by the names of their functions."""
    if isinstance(shape, CheckedShape) and shape.rule not in CONSTRAINT_BY_FUNCTION.values():
        yield from shape.rule.split(", ")
    for part in list_parts(shape):
        yield from find_validators(part)

"""Which fields a model has, and who fills each: what the plan decided, summed up by kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pytest_fixturegen.engine.places import unwrapped
from pytest_fixturegen.examination.report import Filler, Filling
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.nodes import Node, Record, Refused
from pytest_fixturegen.plan.reach import parts_of
from pytest_fixturegen.plan.strategy import DROPPED, GUESS, Strategy
from pytest_fixturegen.shape.named import RULES
from pytest_fixturegen.shape.shapes import (
    Checked,
    Model,
    Opaque,
    Places,
    Reading,
    Ref,
    Shape,
    Unlike,
    Wrapped,
)

BY_REASON: dict[str, Filling] = {
    "override": "override",
    "a configured override": "override",
    "field_hints": "default",
    "the default": "default",
    "the name of the field": "field name",
    "the named type": "named type",
    "the type": "plain type",
    "link": "link",
    "asked to be unique": "override",
    GUESS: "fallback",
    "number_distribution": "style",
}
"""The kind of filling that each reason of the plan stands for. Reasons with a ``=`` are of a style; others, such as those of a
plugin, override what the plan would have done.
"""

LEFT = ("left out", "None", DROPPED)
"""Providers that fill nothing."""

INSIDE = re.compile(r"(\.?\*(\.key|\.value)?|\.?\d+)*")
"""The way from a field to its items, and to theirs."""


@dataclass(frozen=True, slots=True)
class Place:
    """A field as its shape tells it."""

    name: str
    shape: Shape
    required: bool


def places_of(reading: Reading) -> tuple[str, tuple[Place, ...]]:
    """The name of the class and its fields; of what has none, the value itself as ``root``."""
    shape = plain(reading.shape, reading)
    if isinstance(shape, Model):
        return shape.cls.__name__, tuple(Place(each.name, each.shape, each.required) for each in shape.fields)
    if isinstance(shape, Places) and shape.names:
        return "", tuple(Place(name, item, True) for name, item in zip(shape.names, shape.items, strict=True))
    inner = shape.inner if isinstance(shape, Wrapped) else shape
    return "", (Place("root", inner, True),)


def plain(shape: Shape, reading: Reading) -> Shape:
    """*shape* without rules around it, and without the name that it goes by."""
    while isinstance(shape, Checked | Unlike | Ref):
        shape = reading.refs[shape.name] if isinstance(shape, Ref) else shape.inner
    return shape


def rules_around(shape: Shape, reading: Reading) -> Iterator[str]:
    """The rules of the user's own for the whole of *shape*."""
    while isinstance(shape, Checked | Unlike | Ref):
        if isinstance(shape, Checked):
            yield from shape.rule.split(", ")
        shape = reading.refs[shape.name] if isinstance(shape, Ref) else shape.inner


def fillers_of(model: str, name: str, strategies: tuple[Strategy, ...]) -> tuple[Filler, ...]:
    """Who fills the field *name* of *model* itself, not the fields of a model within it: each once, in order."""
    start = "" if name == "root" and not model else name
    found: dict[Filler, None] = {}
    for each in strategies:
        rest = each.path[len(start) :]
        if each.model == model and each.path.startswith(start) and INSIDE.fullmatch(rest):
            found[Filler(rest.lstrip("."), each.provider, each.reason)] = None
    return tuple(found)


def guesses(name: str, strategies: tuple[Strategy, ...]) -> Iterator[str]:
    """The fields of the model *name*, and of models within it, that are guessed."""
    return (_place(name, each) for each in strategies if each.reason == GUESS)


def dropped(name: str, strategies: tuple[Strategy, ...]) -> Iterator[tuple[str, str]]:
    """Fields of the model *name*, and of models within it, with a member of their union that no record holds, and why not."""
    return ((_place(name, each), each.reason) for each in strategies if each.provider == DROPPED)


def _place(name: str, each: Strategy) -> str:
    """The field as people say it: ``Product.payload``."""
    return f"{each.model or name}.{each.field.partition('.')[0].replace('*', 'root') or 'root'}"


def kind_of(fillers: tuple[Filler, ...], *, holds_model: bool) -> Filling:
    """The kind of a field: a guess anywhere in it, else by whom its value is filled. A model within it fills itself."""
    values = [each for each in fillers if not each.place.endswith(".key")] or list(fillers)
    kinds = [_kind(each) for each in values]
    if "fallback" in map(_kind, fillers):
        return "fallback"
    if not kinds:
        return "model" if holds_model else "unserved"
    filled = [kind for kind in kinds if kind != "left out"]
    return filled[0] if filled else "model" if holds_model and len(kinds) > 1 else "left out"


def is_refused(name: str, node: Node) -> bool:
    """Whether nothing can be drawn for the field *name* of what *node* draws."""
    record = unwrapped(node)
    if not isinstance(record, Record):
        return isinstance(record, Refused)
    return any(slot.name == name and isinstance(unwrapped(slot.node), Refused) for slot in record.slots)


def _kind(filler: Filler) -> Filling:
    if filler.provider in LEFT:
        return "left out"
    return BY_REASON.get(filler.reason, "style" if "=" in filler.reason else "override")


def holds_model(shape: Shape) -> bool:
    """Whether a value of *shape* may hold a record."""
    return isinstance(shape, Ref | Model | Opaque) or any(holds_model(part) for part in parts_of(shape))


def unmapped(shape: Shape) -> Iterator[str]:
    """The constraints in *shape* that no provider is told of: they are left to validation and repair."""
    if isinstance(shape, Checked) and shape.rule in set(RULES.values()):
        yield shape.rule
    for part in parts_of(shape):
        yield from unmapped(part)


def validators(shape: Shape) -> Iterator[str]:
    """The rules of the user's own in *shape*, by the names of their functions."""
    if isinstance(shape, Checked) and shape.rule not in RULES.values():
        yield from shape.rule.split(", ")
    for part in parts_of(shape):
        yield from validators(part)

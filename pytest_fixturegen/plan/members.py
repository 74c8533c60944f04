"""The fields of a record: which are drawn, which keep their default, which are left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from inspect import isabstract
from typing import TYPE_CHECKING

from pytest_fixturegen.identity import child
from pytest_fixturegen.nodes import Constant, Slot
from pytest_fixturegen.plan import containers
from pytest_fixturegen.plan.overrides import NOTHING, Overrides
from pytest_fixturegen.plan.spots import Spot
from pytest_fixturegen.shape.fields import is_single
from pytest_fixturegen.shape.shapes import (
    Checked,
    Either,
    Field,
    InstanceOf,
    Items,
    Maybe,
    Model,
    Named,
    Pairs,
    Ref,
    Shape,
    Unlike,
)

if TYPE_CHECKING:
    from pytest_fixturegen.plan.planner import Planner


def slot(planner: Planner, each: Field, spot: Spot, fixed: Overrides) -> Slot | None:
    """How one field of a model is filled; None when it is not, and has no default that JSON would show."""
    inside = replace(spot, path=child(spot.path, each.name), name=each.name, fixed=fixed, told=False, several=False)
    linked = planner.linked(each, inside) if fixed is NOTHING else None
    if linked is not None:
        return Slot(each.name, each.key, each.json_key, linked, not each.required)
    if fixed is NOTHING and keeps_default(planner, each) and not planner.relations.is_declared(spot.model, each.name):
        planner.decided(inside, repr(each.default), "the default")
        return default(planner, each, spot.told)
    if fixed is NOTHING and not each.required:
        if spot.stub:
            return left_out(planner, each, inside, "on_cycle=stub")
        if not planner.is_stub(each.shape, inside) and planner.reach.is_too_deep(each.shape, inside.deep):
            return left_out(planner, each, inside, "max_depth")
        if is_unsayable(each.shape, planner.reading.refs):
            return left_out(planner, each, inside, "JSON has no word for it")
    return Slot(each.name, each.key, each.json_key, planner.node(each.shape, inside), fixed is NOTHING and not each.required)


def keeps_default(planner: Planner, each: Field) -> bool:
    """Whether a field stays what it is unasked: a constant that is not None."""
    return (
        each.has_default
        and each.default is not None
        and not planner.config.ignore_defaults
        and "defaults" in planner.config.field_hints
    )


def default(planner: Planner, each: Field, told: bool) -> Slot:
    """A field left to its model's own default; in a union, one with a single value is said, to tell its members apart."""
    try:
        node = Constant(each.default, containers.default_json(each.default))
    except TypeError:
        planner.exact = False
        node = Constant(each.default, None)
    return Slot(each.name, each.key if told and is_single(each.shape) else None, each.json_key, node)


def left_out(planner: Planner, each: Field, spot: Spot, reason: str) -> Slot | None:
    """A field that is not required, left to its model's default."""
    planner.decided(spot, "left out", reason)
    if not each.has_default:
        if isinstance(each.shape, Items | Maybe | Pairs):
            return Slot(each.name, each.key, each.json_key, planner.node(each.shape, spot))
        planner.exact = False
        return None
    return default(planner, each, spot.told)


def is_unsayable(shape: Shape, refs: Mapping[str, Shape]) -> bool:
    """Whether JSON has no word for any value of *shape*: a function, a class, an object of somebody's class, a record of an
    abstract model, which nobody can make.
    """
    match shape:
        case InstanceOf() | Named(type="callable"):
            return True
        case Model(cls=cls):
            return isabstract(cls)
        case Ref(name) if not isinstance(refs.get(name), Ref | Either | Maybe):
            return name in refs and is_unsayable(refs[name], refs)
        case Checked(inner) | Unlike(inner) | Maybe(inner):
            return is_unsayable(inner, refs)
        case _:
            return False

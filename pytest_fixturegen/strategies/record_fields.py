"""The fields of a record: which are drawn, which keep their default, which are left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from inspect import isabstract
from typing import TYPE_CHECKING

from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.introspection.readers.fields import is_single_value
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CollectionShape,
    CustomJsonShape,
    InstanceOf,
    MappingShape,
    ModelField,
    ModelShape,
    NamedShape,
    OptionalShape,
    Shape,
    ShapeRef,
    UnionShape,
)
from pytest_fixturegen.nodes import Constant, Slot
from pytest_fixturegen.strategies import containers
from pytest_fixturegen.strategies.overrides import NO_OVERRIDES, Overrides
from pytest_fixturegen.strategies.plan_context import PlanContext

if TYPE_CHECKING:
    from pytest_fixturegen.strategies.planner import Planner


def plan_slot(
    planner: Planner, model_field: ModelField, context: PlanContext, overrides: Overrides
) -> Slot | None:
    """How one field of a model is filled; None when it is not, and has no default that JSON would show."""
    inside = replace(
        context,
        path=join_path(context.path, model_field.name),
        name=model_field.name,
        overrides=overrides,
        with_discriminator=False,
        is_item=False,
    )
    linked = planner.plan_link(model_field, inside) if overrides is NO_OVERRIDES else None
    if linked is not None:
        return Slot(
            model_field.name,
            model_field.key,
            model_field.json_key,
            linked,
            not model_field.required,
        )
    if (
        overrides is NO_OVERRIDES
        and can_keep_default(planner, model_field)
        and not planner.relations.is_declared_unique(context.model, model_field.name)
    ):
        planner.record_decision(inside, repr(model_field.default), "the default")
        return plan_default_slot(planner, model_field, context.with_discriminator)
    if overrides is NO_OVERRIDES and not model_field.required:
        if context.is_stub:
            return plan_omitted_slot(planner, model_field, inside, "on_cycle=stub")
        if not planner.needs_stub(
            model_field.shape, inside
        ) and planner.recursion_limits.is_too_deep(model_field.shape, inside.depth):
            return plan_omitted_slot(planner, model_field, inside, "max_depth")
        if is_unserializable(model_field.shape, planner.reading.refs):
            return plan_omitted_slot(planner, model_field, inside, "JSON has no word for it")
    return Slot(
        model_field.name,
        model_field.key,
        model_field.json_key,
        planner.plan_node(model_field.shape, inside),
        overrides is NO_OVERRIDES and not model_field.required,
    )


def can_keep_default(planner: Planner, model_field: ModelField) -> bool:
    """Whether a field stays what it is unasked: a constant that is not None."""
    return (
        model_field.has_default
        and model_field.default is not None
        and not planner.config.ignore_defaults
        and "defaults" in planner.config.field_hints
    )


def plan_default_slot(planner: Planner, model_field: ModelField, with_discriminator: bool) -> Slot:
    """A field left to its model's own default; in a union, one with a single value is said, to tell its members apart."""
    try:
        node = Constant(model_field.default, containers.encode_default(model_field.default))
    except TypeError:
        planner.is_exact = False
        node = Constant(model_field.default, None)
    return Slot(
        model_field.name,
        model_field.key if with_discriminator and is_single_value(model_field.shape) else None,
        model_field.json_key,
        node,
    )


def plan_omitted_slot(
    planner: Planner, model_field: ModelField, context: PlanContext, reason: str
) -> Slot | None:
    """A field that is not required, left to its model's default."""
    planner.record_decision(context, "left out", reason)
    if not model_field.has_default:
        if isinstance(model_field.shape, CollectionShape | OptionalShape | MappingShape):
            return Slot(
                model_field.name,
                model_field.key,
                model_field.json_key,
                planner.plan_node(model_field.shape, context),
            )
        planner.is_exact = False
        return None
    return plan_default_slot(planner, model_field, context.with_discriminator)


def is_unserializable(shape: Shape, refs: Mapping[str, Shape]) -> bool:
    """Whether JSON has no word for any value of *shape*: a function, a class, an object of somebody's class, a record of an
    abstract model, which nobody can make.
    """
    match shape:
        case InstanceOf() | NamedShape(type="callable"):
            return True
        case ModelShape(cls=cls):
            return isabstract(cls)
        case ShapeRef(name) if not isinstance(
            refs.get(name), ShapeRef | UnionShape | OptionalShape
        ):
            return name in refs and is_unserializable(refs[name], refs)
        case CheckedShape(inner) | CustomJsonShape(inner) | OptionalShape(inner):
            return is_unserializable(inner, refs)
        case _:
            return False

"""Fields that are not drawn: they keep the default of their model, or are missing."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import isabstract

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
from pytest_fixturegen.nodes import Constant
from pytest_fixturegen.plugins.contracts import Strategy
from pytest_fixturegen.strategies import containers
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned

EMPTY_SHAPES = (CollectionShape, OptionalShape, MappingShape)
"""Shapes that have a value without parts: an empty container, or None."""


def has_fixed_default(context: PlanContext, model_field: ModelField) -> bool:
    """Whether *model_field* keeps its default, which must be a constant other than None."""
    config = context.config
    return (
        model_field.has_default
        and model_field.default is not None
        and not config.ignore_defaults
        and "defaults" in config.field_hints
    )


def plan_default(model_field: ModelField) -> Planned:
    """Return the plan of a field that keeps the default of its model."""
    default = model_field.default
    try:
        json = containers.encode_default(default)
    except TypeError:  # only the model knows how it writes this value
        return Planned(
            Constant(default, None),
            is_exact=False,
            presence="default",
        )
    return Planned(Constant(default, json), presence="default")


def plan_omitted(context: PlanContext, decision: Strategy) -> Planned:
    """Return the plan of a field that is left out: its default, an empty container, or nothing."""
    assert context.request is not None
    model_field = context.request.field
    if model_field.has_default:
        return plan_default(model_field).after(decision)
    is_asked = context.settings.get("ignore", context.config.fill == "required")
    is_made_by_model = is_asked and model_field.has_stable_factory
    if isinstance(model_field.shape, EMPTY_SHAPES) and not is_made_by_model:
        # A factory makes the default, and calling it might read the clock: the value without
        # parts is the best guess at what it returns.
        planned = context.plan_shape(model_field.shape)
        return planned._replace(presence="always").after(decision)
    return Planned(
        Constant(None, None),
        (decision,),
        is_exact=False,
        presence="absent",
    )


def is_unserializable(shape: Shape, refs: Mapping[str, Shape]) -> bool:
    """Whether JSON has no form for any value of *shape*.

    That is so for functions, classes and objects of unknown classes. A record of an abstract model
    counts, too, because no instance of it can be made.
    """
    match shape:
        case InstanceOf() | NamedShape(type="callable"):
            return True
        case ModelShape(cls=cls):
            return isabstract(cls)
        case ShapeRef(name):
            target = refs.get(name)
            if target is None or isinstance(target, ShapeRef | UnionShape | OptionalShape):
                return False
            return is_unserializable(target, refs)
        case CheckedShape(inner) | CustomJsonShape(inner) | OptionalShape(inner):
            return is_unserializable(inner, refs)
        case _:
            return False

"""The rule for instances of classes that are not models."""

from __future__ import annotations

from pytest_fixturegen.introspection.readers.foreign_classes import add_bridges, is_foreign
from pytest_fixturegen.introspection.shapes import InstanceOf, NamedShape, OpaqueShape
from pytest_fixturegen.introspection.type_reader import get_builder, make_lenient
from pytest_fixturegen.nodes import Constant, Constructed
from pytest_fixturegen.strategies import instances
from pytest_fixturegen.strategies.composites.related_models import plan_related_model
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.rule import rule


@rule(reason="the type", fills="plain type")
def instance(context: PlanContext) -> Planned | None:
    """An instance of a class that is not a model, or the class itself for `type[...]`."""
    shape = context.shape
    if isinstance(shape, NamedShape):
        planned = _plan_instance(context, InstanceOf(shape.type))
        return planned._replace(needs_validation=True)
    if isinstance(shape, InstanceOf):
        return _plan_instance(context, shape)
    return None


def _plan_instance(context: PlanContext, shape: InstanceOf) -> Planned:
    """Return the plan of the class itself if *shape* asks for a subclass, else of an instance."""
    if shape.is_subclass:
        decision = instance.decide(context, "the class itself")
        return Planned(Constant(shape.cls, None), (decision,), is_exact=False)
    planned = _build_instance(context, shape)._replace(is_exact=False)
    return planned.after(instance.decide(context, "an instance"))


def _build_instance(context: PlanContext, shape: InstanceOf) -> Planned:
    """Return the plan of an instance: of a model, by a known constructor, or opaque."""
    if is_foreign(shape.cls) or _is_readable(shape.cls):
        model = add_bridges(shape.cls)
        planned = plan_related_model(model, context)
        return planned.with_node(Constructed(planned.node, make_lenient(get_builder(model))))
    node = instances.build_instance_node(shape.cls)
    if node is not None:
        return Planned(node)
    return context.plan_shape(OpaqueShape(getattr(shape.cls, "__name__", "object")))


def _is_readable(cls: type) -> bool:
    """Return whether Pydantic reads the fields of *cls*: a model or a dataclass."""
    return "__pydantic_fields__" in vars(cls) or "__dataclass_fields__" in vars(cls)

"""The rule for instances of classes that are not models."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.lazy_functions import import_on_call
from pytest_fixturegen._internal.seeded_globals import UserFunction
from pytest_fixturegen.introspection.readers.unknown_types import PLAIN_TYPES
from pytest_fixturegen.introspection.shapes import InstanceOf, NamedShape, OpaqueShape
from pytest_fixturegen.introspection.type_reader import get_builder, make_lenient
from pytest_fixturegen.nodes import (
    Constant,
    Constructed,
    Node,
    Record,
    Unsatisfiable,
    unwrap_node,
)
from pytest_fixturegen.strategies import containers, instances
from pytest_fixturegen.strategies.composites.related_models import plan_related_model
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned, make_endless_node
from pytest_fixturegen.strategies.rule import rule

if TYPE_CHECKING:
    from pytest_fixturegen.introspection.readers.argument_models import build_argument_model
    from pytest_fixturegen.introspection.readers.foreign_classes import add_bridges, is_foreign
    from pytest_fixturegen.introspection.readers.plain_classes import is_standard
else:
    (build_argument_model,) = import_on_call(
        "pytest_fixturegen.introspection.readers.argument_models", "build_argument_model"
    )
    add_bridges, is_foreign = import_on_call(
        "pytest_fixturegen.introspection.readers.foreign_classes", "add_bridges", "is_foreign"
    )
    (is_standard,) = import_on_call(
        "pytest_fixturegen.introspection.readers.plain_classes", "is_standard"
    )

MISSING_HINT = "Override the field with an instance, or register a provider for the class."


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
        return Planned(
            Constant(shape.cls, None),
            (decision,),
            is_exact=False,
        )
    planned = _build_instance(context, shape)._replace(is_exact=False)
    return planned.after(instance.decide(context, "an instance"))


def _build_instance(context: PlanContext, shape: InstanceOf) -> Planned:
    """Return the plan of an instance: of a model, by a known constructor, or opaque."""
    is_abstract = instances.is_abstract if shape.is_exact else inspect.isabstract
    if is_abstract(shape.cls) and not is_standard(shape.cls):
        return _plan_subclass(context, shape.cls)
    if instances.is_unfinished(shape.cls):
        planned = _plan_subclass(context, shape.cls)
        if _is_drawable(planned.node):
            return planned
    if is_foreign(shape.cls) or _is_readable(shape.cls):
        model = add_bridges(shape.cls)
        planned = plan_related_model(model, context)
        return planned.with_node(Constructed(planned.node, make_lenient(get_builder(model))))
    model = build_argument_model(shape.cls)
    if model is not None:
        planned = plan_related_model(model, context)
        if not isinstance(planned.node, Unsatisfiable):
            build = instances.InstanceBuilder(
                shape.cls,
                make_lenient(get_builder(model)),
            )
            return planned.with_node(Constructed(planned.node, UserFunction(build)))
    return _build_unknown(context, shape)


def _build_unknown(context: PlanContext, shape: InstanceOf) -> Planned:
    """Return the plan of an instance of a class that says little about how it is made."""
    if not context.path:
        return Planned(_make_unknown_node(shape.cls, "Annotate the parameters of its constructor."))
    plain_shape = containers.find_plain_shape(shape.cls)
    if plain_shape is not None and shape.is_exact and issubclass(shape.cls, PLAIN_TYPES):
        return context.plan_shape(plain_shape).unproven()  # validation makes an instance of it
    node = instances.build_instance_node(shape.cls, is_exact=shape.is_exact)
    if node is not None:
        return Planned(node)
    if shape.is_exact:
        return Planned(_make_unknown_node(shape.cls, MISSING_HINT))
    return context.plan_shape(OpaqueShape(getattr(shape.cls, "__name__", "object")))


def _make_unknown_node(cls: Any, hint: str) -> Unsatisfiable:
    """Return the node of *cls*, of which nothing says how it is made."""
    problem = instances.find_constructor_problem(cls)
    return Unsatisfiable(f"{cls.__name__} cannot be made: {problem}.", hint)


def _plan_subclass(context: PlanContext, cls: Any) -> Planned:
    """Return the plan of an instance of a concrete subclass of the abstract class *cls*.

    Within itself, an abstract class is not drawn: some subclasses hold instances of it.
    """
    cache = context.inputs.cache
    key = (cls, "subclass")
    planned = cache.find(key)
    if planned is None:
        cache.put(key, Planned(make_endless_node(cls.__name__)))
        planned = _plan_first_subclass(context, cls)
        cache.put(key, planned)
    return planned


def _plan_first_subclass(context: PlanContext, cls: Any) -> Planned:
    """Return the plan of the nearest concrete subclass of *cls* that can be made."""
    for subclass in instances.iter_concrete_subclasses(cls):
        planned = _build_instance(context, InstanceOf(subclass, is_exact=True))
        if _is_drawable(planned.node):
            return planned
    return Planned(
        Unsatisfiable(
            f"{cls.__name__} is abstract, and its package has no subclass that can be made.",
            MISSING_HINT,
        )
    )


def _is_drawable(node: Node) -> bool:
    """Return whether neither *node* nor a field of the record that it draws has no value."""
    inner = unwrap_node(node)
    if isinstance(inner, Record):
        return all(_is_drawable(slot.node) for slot in inner.slots if slot.key is not None)
    return not isinstance(inner, Unsatisfiable)


def _is_readable(cls: type) -> bool:
    """Return whether Pydantic reads the fields of *cls*: a model or a dataclass."""
    return "__pydantic_fields__" in vars(cls) or "__dataclass_fields__" in vars(cls)

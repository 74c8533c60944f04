"""Plans of references: shapes that are named, because they are used in several places."""

from __future__ import annotations

from pytest_fixturegen.introspection.shapes import ModelShape, ShapeRef
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned


def plan_reference(context: PlanContext, shape: ShapeRef) -> Planned:
    """Return the plan of the shape that a reference names.

    It is planned once for all places that would plan it alike. A place with settings or fixed
    values plans it again.
    """
    target = context.refs[shape.name]
    inside = context
    if shape.name in context.limits.cyclic_refs and not isinstance(target, ModelShape):
        # A model counts its own depth. An alias that names itself must count, too, or never end.
        inside = context._replace(depth=context.depth + 1)
    if not context.is_free or context.settings:
        return inside.plan_shape(target)
    key = (
        shape.name,
        context.depth,
        context.name,
        context.with_instances,
        context.with_discriminator,
        context.is_item,
        context.is_stub,
        context.size_depth,
        context.path if context.inputs.field_settings.is_by_path else "",
    )
    cache = context.inputs.cache
    cached = cache.find(key)
    if cached is not None:
        return cached
    planned = inside.plan_shape(target)
    cache.put(key, planned)
    return planned

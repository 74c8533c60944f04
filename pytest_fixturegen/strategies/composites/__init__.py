"""Plans of shapes that have parts: one module per kind of shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CollectionShape,
    CustomJsonShape,
    JsonText,
    MappingShape,
    ModelShape,
    NamedShape,
    OptionalShape,
    RootShape,
    ShapeRef,
    TupleShape,
    UnionShape,
)
from pytest_fixturegen.strategies.composites import (
    arrays,
    mappings,
    models,
    optionals,
    references,
    tuples,
    unions,
    wrappers,
)
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned

COMPOSITES: Mapping[type, Callable[[PlanContext, Any], Planned | None]] = {
    ModelShape: models.plan_model,
    ShapeRef: references.plan_reference,
    OptionalShape: optionals.plan_optional,
    CollectionShape: arrays.plan_array,
    MappingShape: mappings.plan_mapping,
    TupleShape: tuples.plan_tuple,
    UnionShape: unions.plan_union,
    RootShape: wrappers.plan_root_model,
    CheckedShape: wrappers.plan_checked,
    CustomJsonShape: wrappers.plan_custom_json,
    JsonText: wrappers.plan_json_text,
    NamedShape: wrappers.plan_named_type,
}
"""The function that plans each shape with parts."""

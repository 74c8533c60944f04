"""Outlines of records, which tell providers what stands around a field."""

from __future__ import annotations

from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.config.field_policies import Policies
from pytest_fixturegen.introspection.shape_parts import Refs, unwrap_shape
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    ChoiceShape,
    CollectionShape,
    CustomJsonShape,
    MappingShape,
    ModelShape,
    OptionalShape,
    Scalar,
    Shape,
    ShapeRef,
    TupleShape,
)
from pytest_fixturegen.providers.domains.own_domains import find_chosen_domains
from pytest_fixturegen.providers.record_outline import FieldOutline, RecordOutline

KIND_NAMES: dict[type, str] = {
    ChoiceShape: "choice",
    CollectionShape: "list",
    MappingShape: "mapping",
    TupleShape: "tuple",
    ModelShape: "record",
}
"""The kinds of fields that are no scalars, by the class of their shape."""


def outline_record(
    shape: ModelShape, refs: Refs, root: str, domains: Policies = ()
) -> RecordOutline:
    """Return the outline of *shape*, a part of the type *root*; *domains* is the option."""
    return RecordOutline(
        to_snake_case(shape.cls.__name__),
        to_snake_case(root),
        tuple(
            _outline_field(to_snake_case(field.name), field.shape, refs) for field in shape.fields
        ),
        domains,
        find_chosen_domains(domains, shape.cls.__name__),
    )


def _outline_field(name: str, shape: Shape, refs: Refs) -> FieldOutline:
    inner = unwrap_shape(shape, refs)
    kind = inner.kind if isinstance(inner, Scalar) else KIND_NAMES.get(type(inner), "other")
    options: tuple[str, ...] = ()
    if isinstance(inner, ChoiceShape):
        options = tuple(map(str, inner.json))
    return FieldOutline(name, kind, is_optional=accepts_none(shape, refs), options=options)


def accepts_none(shape: Shape, refs: Refs) -> bool:
    """Return whether *shape* is optional, behind references and checks."""
    while isinstance(shape, ShapeRef | CheckedShape | CustomJsonShape):
        shape = refs[shape.name] if isinstance(shape, ShapeRef) else shape.inner
    return isinstance(shape, OptionalShape)

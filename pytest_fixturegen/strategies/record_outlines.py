"""Outlines of records, which tell providers what stands around a field."""

from __future__ import annotations

from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.config.options import GenerationConfig
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
from pytest_fixturegen.providers.name_words.reading import read_names
from pytest_fixturegen.providers.record_outline import (
    FieldOutline,
    FieldOutlines,
    RecordOutline,
    share_fields,
)

KIND_NAMES: dict[type, str] = {
    ChoiceShape: "choice",
    CollectionShape: "list",
    MappingShape: "mapping",
    TupleShape: "tuple",
    ModelShape: "record",
}
"""The kinds of fields that are not scalars, by the class of their shape."""


def outline_record(
    shape: ModelShape,
    refs: Refs,
    root: str,
    config: GenerationConfig,
) -> RecordOutline:
    """Return the outline of *shape*, a part of the type *root*.

    *config* says in which language its names are, and which domains the user describes.
    """
    names = tuple(to_snake_case(field.name) for field in shape.fields)
    reading = read_names(
        to_snake_case(shape.cls.__name__),
        to_snake_case(root),
        names,
        config.field_language,
        config.locale.partition("_")[0],
    )
    fields = zip(names, shape.fields, strict=True)
    return RecordOutline(
        reading.model,
        reading.root,
        share_fields(
            FieldOutlines(
                _outline_field(reading.names.get(name, name), field.shape, refs)
                for name, field in fields
            )
        ),
        config.domains,
        find_chosen_domains(config.domains, shape.cls.__name__),
        reading.language,
        reading.names,
    )


def _outline_field(
    name: str,
    shape: Shape,
    refs: Refs,
) -> FieldOutline:
    """Return the facts about the field *name* that are known before it is planned."""
    inner = unwrap_shape(shape, refs)
    kind = inner.kind if isinstance(inner, Scalar) else KIND_NAMES.get(type(inner), "other")
    options: tuple[str, ...] = ()
    if isinstance(inner, ChoiceShape):
        options = tuple(map(str, inner.json))
    return FieldOutline(
        name,
        kind,
        is_optional=accepts_none(shape, refs),
        options=options,
    )


def accepts_none(shape: Shape, refs: Refs) -> bool:
    """Return whether *shape* is optional, behind references and checks."""
    while isinstance(shape, ShapeRef | CheckedShape | CustomJsonShape):
        shape = refs[shape.name] if isinstance(shape, ShapeRef) else shape.inner
    return isinstance(shape, OptionalShape)

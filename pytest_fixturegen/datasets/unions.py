"""Unions in Arrow: members of one kind are merged, others need a common type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa

from pytest_fixturegen.datasets import scalar_types
from pytest_fixturegen.datasets.encodings import ChoiceEncoding, Encoding
from pytest_fixturegen.introspection.shapes import (
    ChoiceShape,
    CollectionShape,
    MappingShape,
    ModelField,
    ModelShape,
    Scalar,
    Shape,
    UnionShape,
)

LOOSE_KINDS = ("typed-dict", "document", "union")
"""Kinds of records whose JSON may lack a field that is not required."""


def merge_members(members: Sequence[Shape]) -> list[Shape]:
    """Return *members* with those of one kind merged: records, lists, mappings, choices."""
    groups: dict[Any, list[Shape]] = {}
    for place, member in enumerate(members):
        key = type(member) if type(member) in MERGERS else place
        groups.setdefault(key, []).append(member)
    return [group[0] if len(group) == 1 else MERGERS[key](group) for key, group in groups.items()]


def unite(shapes: Sequence[Shape]) -> Shape:
    """Return the shape of a value that has one of *shapes*."""
    distinct: list[Shape] = []
    for shape in shapes:  # not all shapes are hashable: options may be lists
        if shape not in distinct:
            distinct.append(shape)
    if len(distinct) == 1:
        return distinct[0]
    return UnionShape(tuple((str(place), shape) for place, shape in enumerate(distinct)))


def _merge_models(models: Sequence[Any]) -> Shape:
    """Return a record with the fields of all *models*; it may lack those that one of them lacks."""
    fields: dict[str, list[tuple[ModelShape, ModelField]]] = {}
    for model in models:
        for field in (*model.fields, *model.computed_fields):
            if field.json_key is not None:
                fields.setdefault(field.json_key, []).append((model, field))
    merged = tuple(
        replace(
            owned[0][1],
            shape=unite([field.shape for _, field in owned]),
            required=len(owned) == len(models) and all(map(_is_always_there, owned)),
        )
        for owned in fields.values()
    )
    return ModelShape(
        ref="",
        cls=None,
        kind="union",
        fields=merged,
    )


def _is_always_there(owned: tuple[ModelShape, ModelField]) -> bool:
    """Return whether the JSON of a record has the field."""
    model, field = owned
    return field.required or model.kind not in LOOSE_KINDS


def _merge_collections(collections: Sequence[Any]) -> Shape:
    return CollectionShape("list", unite([each.item for each in collections]))


def _merge_mappings(mappings: Sequence[Any]) -> Shape:
    key = unite([each.key for each in mappings])
    return MappingShape(
        "dict",
        key,
        unite([each.value for each in mappings]),
    )


def _merge_choices(choices: Sequence[Any]) -> Shape:
    """Return the choice among all options of *choices*."""
    values = tuple(value for choice in choices for value in choice.values)
    return ChoiceShape(values, tuple(option for choice in choices for option in choice.json))


MERGERS: dict[type, Callable[[Sequence[Any]], Shape]] = {
    ModelShape: _merge_models,
    CollectionShape: _merge_collections,
    MappingShape: _merge_mappings,
    ChoiceShape: _merge_choices,
}
"""The function that merges members of each type; others have a merged form if they are equal."""


def choose_common(encodings: Sequence[Encoding], path: str) -> Encoding:
    """Return the encoding of values that have one of *encodings*.

    Texts of several kinds are texts, numbers are floats if these can hold them, and one type is
    that type. Everything else is JSON.
    """
    types = {str(encoding.type) for encoding in encodings}
    is_json = any(isinstance(encoding, scalar_types.JsonEncoding) for encoding in encodings)
    if is_json:
        return scalar_types.encode_json(path)
    if all(isinstance(each, ChoiceEncoding) or each.type == pa.string() for each in encodings):
        return scalar_types.encode_loose_text(path)
    if len(types) == 1:
        return encodings[0]
    if types == {"int64", "double"}:
        return scalar_types.encode_scalar(Scalar("float"), path)
    return scalar_types.encode_json(path)

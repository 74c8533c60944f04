"""Descriptions of shapes in words: ``list of Address``, ``int ≥ 1 or None``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    ChoiceShape,
    CollectionShape,
    Constraints,
    CustomJsonShape,
    InstanceOf,
    JsonText,
    MappingShape,
    ModelShape,
    NamedShape,
    OpaqueShape,
    OptionalShape,
    RootShape,
    Scalar,
    Shape,
    ShapeRef,
    TupleShape,
    TypeReading,
    UnionShape,
)

BOUND_SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "multiple_of": "a multiple of"}
MAX_DESCRIPTION_LENGTH = 60

BASE_NAMES: dict[type, str] = {
    ChoiceShape: "choice",
    UnionShape: "union",
    TupleShape: "tuple",
    JsonText: "JSON text",
}
"""Types in one word, by the class of their shape; any other shape is a model."""


def describe_shape(shape: Shape, reading: TypeReading) -> str:
    """Return *shape* in words, shortened to 60 characters; a class is described by its name."""
    match shape:
        case Scalar() | NamedShape() | ChoiceShape() | OpaqueShape():
            return shorten(_describe_value(shape), MAX_DESCRIPTION_LENGTH)
        case ShapeRef(name):
            target = reading.refs.get(name)
            if isinstance(target, ChoiceShape | Scalar | NamedShape):
                return describe_shape(target, reading)
            return find_ref_name(name, reading)
        case ModelShape(cls=cls) | RootShape(cls=cls) | InstanceOf(cls=cls):
            return str(getattr(cls, "__name__", "object"))
        case CheckedShape(inner) | CustomJsonShape(inner):
            return describe_shape(inner, reading)
        case _:
            return shorten(_describe_parts(shape, reading), MAX_DESCRIPTION_LENGTH)


def get_base_name(shape: Shape, reading: TypeReading) -> str:
    """Return the type of *shape* in one word, without constraints, items and None."""
    match shape:
        case OptionalShape(inner) | CheckedShape(inner) | CustomJsonShape(inner):
            return get_base_name(inner, reading)
        case ShapeRef(name):
            target = reading.refs.get(name)
            is_value = isinstance(target, ChoiceShape | Scalar | NamedShape)
            return get_base_name(target, reading) if target and is_value else "model"
        case Scalar(kind=kind) | CollectionShape(kind=kind) | MappingShape(kind=kind):
            return "anything" if kind == "any" else kind
        case NamedShape(type=cls):
            return _get_type_name(cls)
        case OpaqueShape(label):
            return label.partition(".")[0]
        case _:
            return BASE_NAMES.get(type(shape), "model")


def _describe_value(shape: Scalar | NamedShape | ChoiceShape | OpaqueShape) -> str:
    """Return a type without parts in words, with its constraints or its choices."""
    match shape:
        case Scalar(kind, constraints):
            name = "anything" if kind == "any" else kind
            return _describe_constraints(name, constraints)
        case NamedShape(type=kind, constraints=constraints):
            return _describe_constraints(_get_type_name(kind), constraints)
        case ChoiceShape(values):
            texts = [str(getattr(value, "value", value)) for value in values]
            return f"one of {', '.join(texts)}"
        case OpaqueShape(label):
            return label.partition(".")[0]


def _get_type_name(kind: object) -> str:
    """Return the name of a type; a text is the name itself."""
    if isinstance(kind, str):
        return kind
    return str(getattr(kind, "__name__", kind))


def _describe_parts(shape: Shape, reading: TypeReading) -> str:
    """Return a type with parts in words, such as ``list of int (1 or more)``."""
    return PART_DESCRIPTIONS[type(shape)](shape, reading)


def _describe_mapping(shape: MappingShape, reading: TypeReading) -> str:
    """Return a mapping in words, such as ``dict of str to int``."""
    items = f"{describe_shape(shape.key, reading)} to {describe_shape(shape.value, reading)}"
    return f"{shape.kind} of {items}{_format_sizes(shape.low, shape.high)}"


def _describe_tuple(shape: TupleShape, reading: TypeReading) -> str:
    """Return a tuple in words; of a named one, only that it is one."""
    items = ", ".join(describe_shape(item, reading) for item in shape.items)
    return "named tuple" if shape.names else f"tuple of {items}"


def _describe_collection(shape: CollectionShape, reading: TypeReading) -> str:
    """Return a collection in words, such as ``list of int (1 or more)``."""
    sizes = _format_sizes(shape.low, shape.high)
    return f"{shape.kind} of {describe_shape(shape.item, reading)}{sizes}"


def _describe_union(shape: UnionShape, reading: TypeReading) -> str:
    """Return a union in words, such as ``int or str``."""
    return " or ".join(describe_shape(member, reading) for _, member in shape.members)


PART_DESCRIPTIONS: Mapping[type, Callable[[Any, TypeReading], str]] = {
    OptionalShape: lambda shape, reading: f"{describe_shape(shape.inner, reading)} or None",
    UnionShape: _describe_union,
    CollectionShape: _describe_collection,
    MappingShape: _describe_mapping,
    TupleShape: _describe_tuple,
    JsonText: lambda shape, reading: f"JSON text of {describe_shape(shape.inner, reading)}",
}
"""Functions that describe a type with parts, by the class of its shape."""


def find_ref_name(ref: str, reading: TypeReading) -> str:
    """Return the name of the class that *ref* refers to, or the last part of *ref*."""
    shape, seen = reading.refs.get(ref), {ref}
    while isinstance(shape, CheckedShape | CustomJsonShape | ShapeRef):
        if not isinstance(shape, ShapeRef):
            shape = shape.inner
        elif shape.name not in seen:
            seen.add(shape.name)
            shape = reading.refs.get(shape.name)
        else:  # an alias that refers to itself
            break
    if isinstance(shape, ModelShape | RootShape):
        return str(shape.cls.__name__)
    return ref.rpartition(".")[2].partition(":")[0]


def _describe_constraints(kind: str, constraints: Constraints) -> str:
    """Return *kind* followed by its bounds, length, pattern and digits."""
    parts = _list_bounds(constraints)
    sizes = _format_sizes(constraints.min_length or 0, constraints.max_length)
    if sizes:
        parts.append(sizes.strip())
    if constraints.pattern:
        parts.append(f"matching {constraints.pattern}")
    if constraints.max_digits is not None:
        parts.append(f"at most {constraints.max_digits} digits")
    if constraints.decimal_places is not None:
        parts.append(f"{constraints.decimal_places} decimal places")
    return f"{kind} {', '.join(parts)}".strip()


def _list_bounds(constraints: Constraints) -> list[str]:
    """Return each bound that is set, with its sign in front: ``≥ 1``."""
    parts: list[str] = []
    for name, sign in BOUND_SIGNS.items():
        bound = getattr(constraints, name)
        if bound is not None:
            parts.append(f"{sign} {bound}")
    return parts


def _format_sizes(low: int, high: int | None) -> str:
    """Return the allowed number of items in parentheses; None as *high* means no limit.

    Any number of items needs no words, so the result is empty.
    """
    if high is None:
        return f" ({low} or more)" if low else ""
    if low == high:
        return f" ({low})"
    return f" ({low} to {high})"

"""A shape in words, as one would say it: ``list of Address``, ``int ≥ 1 or None``."""

from __future__ import annotations

from dataclasses import fields

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


def describe_shape(shape: Shape, reading: TypeReading) -> str:
    """*shape* in words; what has a name of its own by that."""
    match shape:
        case Scalar() | NamedShape() | ChoiceShape() | OpaqueShape():
            return _truncate_text(_describe_value(shape))
        case ShapeRef(name):
            target = reading.refs.get(name)
            return (
                describe_shape(target, reading)
                if isinstance(target, ChoiceShape | Scalar | NamedShape)
                else find_ref_name(name, reading)
            )
        case ModelShape(cls=cls) | RootShape(cls=cls) | InstanceOf(cls=cls):
            return str(getattr(cls, "__name__", "object"))
        case CheckedShape(inner) | CustomJsonShape(inner):
            return describe_shape(inner, reading)
        case _:
            return _truncate_text(_describe_parts(shape, reading))


def _describe_value(shape: Scalar | NamedShape | ChoiceShape | OpaqueShape) -> str:
    match shape:
        case Scalar(kind, rules):
            return _describe_constraints("anything" if kind == "any" else kind, rules)
        case NamedShape(type=kind, constraints=rules):
            return _describe_constraints(
                kind if isinstance(kind, str) else getattr(kind, "__name__", str(kind)), rules
            )
        case ChoiceShape(values):
            return "one of " + ", ".join(str(getattr(each, "value", each)) for each in values)
        case OpaqueShape(label):
            return label.partition(".")[0]


def _describe_parts(shape: Shape, reading: TypeReading) -> str:
    match shape:
        case OptionalShape(inner):
            return f"{describe_shape(inner, reading)} or None"
        case UnionShape(members):
            return " or ".join(describe_shape(member, reading) for _, member in members)
        case CollectionShape(kind=kind, item=item, low=low, high=high):
            return f"{kind} of {describe_shape(item, reading)}{_format_sizes(low, high)}"
        case MappingShape(kind=kind, key=key, value=value, low=low, high=high):
            return f"{kind} of {describe_shape(key, reading)} to {describe_shape(value, reading)}{_format_sizes(low, high)}"
        case TupleShape(items=items, names=()):
            return f"tuple of {', '.join(describe_shape(item, reading) for item in items)}"
        case JsonText(inner):
            return f"JSON text of {describe_shape(inner, reading)}"
        case _:
            return "named tuple"


def find_ref_name(ref: str, reading: TypeReading) -> str:
    """What the shape under *ref* is called."""
    shape, seen = reading.refs.get(ref), {ref}
    while isinstance(shape, CheckedShape | CustomJsonShape | ShapeRef):
        if isinstance(shape, ShapeRef) and shape.name in seen:
            break  # an alias within itself
        seen |= {shape.name} if isinstance(shape, ShapeRef) else set()
        shape = reading.refs.get(shape.name) if isinstance(shape, ShapeRef) else shape.inner
    if isinstance(shape, ModelShape | RootShape):
        return str(shape.cls.__name__)
    return ref.rpartition(".")[2].partition(":")[0]


def _describe_constraints(kind: str, constraints: Constraints) -> str:
    kept = {
        each.name: value
        for each in fields(constraints)
        if (value := getattr(constraints, each.name)) != each.default
    }
    words = [f"{BOUND_SIGNS[name]} {value}" for name, value in kept.items() if name in BOUND_SIGNS]
    words += [_format_sizes(constraints.min_length or 0, constraints.max_length).strip()]
    words += [f"matching {constraints.pattern}"] if constraints.pattern else []
    words += (
        [f"at most {constraints.max_digits} digits"] if constraints.max_digits is not None else []
    )
    words += (
        [f"{constraints.decimal_places} decimal places"]
        if constraints.decimal_places is not None
        else []
    )
    return " ".join([kind, ", ".join(filter(None, words))]).strip()


def _format_sizes(low: int, high: int | None) -> str:
    if high is None:
        return f" ({low} or more)" if low else ""
    return f" ({low} to {high})" if low != high else f" ({low})"


def _truncate_text(text: str) -> str:
    return text if len(text) <= MAX_DESCRIPTION_LENGTH else text[: MAX_DESCRIPTION_LENGTH - 1] + "…"

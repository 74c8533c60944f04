"""Values that fix a part of a place: a mapping of some fields, a list of such mappings.

A value is partial if its shape has a model that can take it. A mapping for a field without a model,
such as ``dict[str, str]``, is the whole value of the field.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pytest_fixturegen.errors import UsageError, suggest_nearest
from pytest_fixturegen.introspection.shape_parts import unwrap_shape
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    ChoiceShape,
    CollectionShape,
    CustomJsonShape,
    JsonText,
    MappingShape,
    ModelField,
    ModelShape,
    NamedShape,
    OptionalShape,
    RootShape,
    Scalar,
    Shape,
    ShapeRef,
    TupleShape,
    UnionShape,
)
from pytest_fixturegen.strategies.overrides import list_field_names

Refs = Mapping[str, Shape]


def is_partial(
    value: Any,
    shape: Shape,
    refs: Refs,
) -> bool:
    """Return whether *value* fixes parts of *shape*, of which the rest is drawn.

    A mapping fixes parts of a model even if it names a field that the model does not have, which is
    an error. In a union, and behind a validator, the model must have every field.
    """
    match shape:
        case ModelShape(fields=fields):
            # {} is a valid value of a model without required fields: its defaults
            has_required = any(model_field.required for model_field in fields)
            return isinstance(value, Mapping) and (bool(value) or has_required)
        case CheckedShape(inner):
            return fits_member(value, inner, refs)
        case NamedShape(inner=inner):
            return inner is not None and fits_member(value, inner, refs)
        case OptionalShape(inner) | CustomJsonShape(inner) | JsonText(inner):
            return is_partial(value, inner, refs)
        case RootShape():
            return is_partial(value, shape.inner, refs)
        case ShapeRef(name):
            return is_partial(value, refs[name], refs)
        case UnionShape(members):
            return any(fits_member(value, member, refs) for _, member in members)
        case _:
            return _has_partial_items(value, shape, refs)


def fits_member(
    value: Any,
    shape: Shape,
    refs: Refs,
) -> bool:
    """Return whether *value* is partial for *shape*, and every field that it names is there.

    A given value that a field cannot have, such as another tag, rules the model out.
    """
    model = find_model(shape, refs)
    if model is None:
        return is_partial(value, shape, refs)
    if not is_partial(value, model, refs):
        return False
    names = list_field_names(model.fields)
    if not value.keys() <= names.keys():
        return False
    fields = {model_field.name: model_field for model_field in model.fields}
    return all(_may_have(fields[names[name]], inner, refs) for name, inner in value.items())


def require_accepting_member(
    value: Any,
    shape: Shape,
    refs: Refs,
    path: str,
) -> None:
    """Raise UsageError if *value* is a mapping that no member of the union *shape* may have.

    *path* names the place for the message.
    """
    shape = unwrap_shape(shape, refs)
    if not isinstance(shape, UnionShape) or not isinstance(value, Mapping):
        return
    models = [find_model(member, refs) for _, member in shape.members]
    others = [member for _, member in shape.members if find_model(member, refs) is None]
    if not any(models) or not all(map(_holds_no_mapping, others)):
        return
    names = [name for model in models if model for name in list_field_names(model.fields)]
    unknown = [name for name in value if name not in names]
    classes = ", ".join(model.cls.__name__ for model in models if model)
    place = path or "that is built"
    raise UsageError(
        f"No member of the union {place} accepts {value!r:.80}: expected fields of {classes}.",
        hint=suggest_nearest(str(unknown[0]), names) if unknown else "Name fields of one member.",
        field=path,
    )


def _holds_no_mapping(shape: Shape) -> bool:
    """Return whether no value of *shape* is a mapping, as far as the shape alone tells."""
    if isinstance(shape, Scalar):
        return shape.kind != "any"
    return isinstance(shape, ChoiceShape | CollectionShape | TupleShape)


def find_model(shape: Shape, refs: Refs) -> ModelShape | None:
    """Return the model that *shape* is, behind references and wrappers, or None."""
    while True:
        match shape:
            case ModelShape():
                return shape
            case ShapeRef(name):
                shape = refs[name]
            case OptionalShape() | CheckedShape() | CustomJsonShape() | JsonText() | RootShape():
                shape = shape.inner
            case _:
                return None


def _may_have(
    model_field: ModelField,
    value: Any,
    refs: Refs,
) -> bool:
    """Return whether *model_field* may have *value*, as far as its choices and fields tell."""
    shape = model_field.shape
    if isinstance(shape, ChoiceShape):
        return any(value == option for option in (*shape.values, *shape.json))
    if isinstance(value, Mapping) and value and find_model(shape, refs) is not None:
        return fits_member(value, shape, refs)
    return True


def _has_partial_items(
    value: Any,
    shape: Shape,
    refs: Refs,
) -> bool:
    """Return whether *value* has an item that is partial for its place in the container *shape*."""
    if isinstance(shape, MappingShape):
        entries = value.values() if is_text_mapping(value) else ()
        return any(is_partial(entry, shape.value, refs) for entry in entries)
    if not isinstance(value, list | tuple):
        return False
    items = list_item_shapes(shape, len(value))
    return any(is_partial(entry, item, refs) for entry, item in zip(value, items, strict=False))


def is_text_mapping(value: Any) -> bool:
    """Return whether *value* is a mapping whose keys are all texts."""
    return isinstance(value, Mapping) and all(isinstance(key, str) for key in value)


def list_item_shapes(shape: Shape, count: int) -> list[Shape]:
    """Return the shape of each of *count* items, or nothing if *shape* cannot have so many."""
    if isinstance(shape, CollectionShape):
        return [shape.item] * count
    if not isinstance(shape, TupleShape):
        return []
    items = list(shape.items)
    index = shape.variadic_index
    if index is not None:
        items[index : index + 1] = [items[index]] * max(count - len(items) + 1, 0)
    return items if len(items) == count else []

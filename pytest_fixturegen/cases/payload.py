"""JSON payloads: their parts beside the shapes of the type, and copies with one change."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pytest_fixturegen._internal.type_names import ROOT, join_path
from pytest_fixturegen.cases.places import is_made_of_inner
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CollectionShape,
    CustomJsonShape,
    MappingShape,
    ModelField,
    ModelShape,
    NamedShape,
    OptionalShape,
    RootShape,
    Shape,
    ShapeRef,
    TupleShape,
    UnionShape,
)
from pytest_fixturegen.nodes import (
    Array,
    Constructed,
    Dictionary,
    Node,
    Nullable,
    OneOf,
    Pinned,
    Record,
    Tuple,
)

MAX_PARTS = 2000
"""The most parts of a payload that are looked at."""

Keys = tuple[str | int, ...]
"""The keys and positions that lead to a part of a payload."""


class PayloadPart(NamedTuple):
    """A part of a payload: its JSON *value*, the *shape* of it, and the *keys* that lead to it.

    *path* and *node* are those of the plan that drew it, *title* is what messages call it.
    *field* is its field if it is one, *owner* the model of that. *repeats* says that the same place occurs before, as in an
    earlier item of a list.
    """

    shape: Shape
    node: Node
    path: str
    title: str
    keys: Keys
    value: Any
    field: ModelField | None = None
    owner: str = ""
    is_optional: bool = False
    repeats: bool = False


def walk_payload(
    shape: Shape,
    node: Node,
    payload: Any,
    refs: Mapping[str, Shape],
    choose_member: Callable[[str, Sequence[str]], str],
) -> Iterator[PayloadPart]:
    """Yield the parts of *payload*, outer ones first.

    *choose_member* returns which of the labels of a union at a path the payload has.
    """
    waiting = deque([PayloadPart(shape, node, ROOT, "", (), payload)])
    for _ in range(MAX_PARTS):
        if not waiting:
            break
        part = _unwrap(waiting.popleft(), refs)
        yield part
        waiting.extend(_list_parts(part, choose_member))


def _unwrap(part: PayloadPart, refs: Mapping[str, Shape]) -> PayloadPart:
    """Return *part* behind references, checks, None and root models."""
    shape, node, is_optional = part.shape, part.node, False
    while True:
        if isinstance(shape, ShapeRef):
            shape = refs[shape.name]
        elif isinstance(shape, OptionalShape):
            is_optional, shape = True, shape.inner
        elif isinstance(shape, CheckedShape | CustomJsonShape | RootShape):
            shape = shape.inner
        elif isinstance(shape, NamedShape) and is_made_of_inner(shape):
            shape = shape.inner or shape
        else:
            break
    while isinstance(node, Nullable | Constructed | Pinned):
        node = node.inner
    return part._replace(shape=shape, node=node, is_optional=is_optional)


def _list_parts(
    part: PayloadPart, choose_member: Callable[[str, Sequence[str]], str]
) -> Iterator[PayloadPart]:
    """Yield the parts right below *part*."""
    match part.shape, part.node, part.value:
        case ModelShape() as model, Record() as node, dict():
            yield from _list_fields(part, model, node)
        case UnionShape(members), OneOf() as node, value if value is not None:
            label = choose_member(part.path, [label for label, _ in node.members])
            yield part._replace(
                shape=dict(members)[label],
                node=dict(node.members)[label],
                path=f"{part.path}|{label}",
                field=None,
            )
        case CollectionShape(item=item), Array(item=inner), list() as items:
            for index, value in enumerate(items[:2]):
                yield _enter_item(part, item, inner, index, value)
        case MappingShape(value=item), Dictionary(value=inner), dict() as entries:
            for index, (key, value) in enumerate([*entries.items()][:2]):
                entry = _enter_item(part, item, inner, key, value)
                path = join_path(part.path, f"{index}.value")
                yield entry._replace(path=path, repeats=part.repeats or index > 0)
        case TupleShape(items=shapes), Tuple(items=nodes), list() as values:
            for index, item in enumerate(shapes[: len(values)]):
                yield _enter_item(part, item, nodes[index], index, values[index])._replace(
                    repeats=part.repeats
                )


def _enter_item(
    part: PayloadPart, shape: Shape, node: Node, key: str | int, value: Any
) -> PayloadPart:
    """Return the item of *part* at *key*."""
    title = f"{part.title}[{key}]"
    path = join_path(part.path, str(key))
    repeats = part.repeats or (isinstance(key, int) and key > 0)
    return PayloadPart(shape, node, path, title, (*part.keys, key), value, repeats=repeats)


def _list_fields(part: PayloadPart, model: ModelShape, node: Record) -> Iterator[PayloadPart]:
    """Yield a part for each field that the payload has, under whichever of its keys."""
    slots = {slot.name: slot for slot in node.slots}
    for model_field in model.fields:
        slot = slots.get(model_field.name)
        keys = _find_keys(part.value, model_field)
        if slot is None or keys is None:
            continue
        yield PayloadPart(
            model_field.shape,
            slot.node,
            join_path(part.path, slot.name),
            join_path(part.title, slot.name),
            (*part.keys, *keys),
            read_at(part.value, keys),
            model_field,
            model.ref,
            repeats=part.repeats,
        )


def _find_keys(record: Any, model_field: ModelField) -> Keys | None:
    """Return the keys under which *record* has a field; None if it leaves the field out."""
    candidates: list[Keys] = [model_field.key, (model_field.name,)]
    if model_field.json_key is not None:
        candidates.insert(1, (model_field.json_key,))
    return next((keys for keys in candidates if _has(record, keys)), None)


def _has(payload: Any, keys: Keys) -> bool:
    try:
        read_at(payload, keys)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def read_at(payload: Any, keys: Keys) -> Any:
    """Return the part of *payload* at *keys*. Raise a LookupError if it has none."""
    for key in keys:
        payload = payload[key]
    return payload


def set_at(payload: Any, keys: Keys, value: Any) -> Any:
    """Return a copy of *payload* with *value* at *keys*; what does not change is shared."""
    if not keys:
        return value
    copy = dict(payload) if isinstance(payload, dict) else list(payload)
    key: Any = keys[0]
    inner = copy[key] if len(keys) > 1 else None
    copy[key] = set_at(inner, keys[1:], value)
    return copy


def remove_at(payload: Any, keys: Keys) -> Any:
    """Return a copy of *payload* without what it has at *keys*."""
    outer = read_at(payload, keys[:-1])
    copy: Any = dict(outer) if isinstance(outer, dict) else list(outer)
    del copy[keys[-1]]
    return set_at(payload, keys[:-1], copy)


def rename_key(payload: Any, keys: Keys, name: Any) -> Any:
    """Return a copy of *payload* in which the entry of a mapping at *keys* has the key *name*."""
    outer = read_at(payload, keys[:-1])
    renamed = {name if key == keys[-1] else key: value for key, value in outer.items()}
    return set_at(payload, keys[:-1], renamed)

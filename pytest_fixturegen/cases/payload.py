"""JSON payloads: their parts, paired with the shapes of the type, and copies with one change."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pytest_fixturegen._internal.type_names import ROOT, join_path
from pytest_fixturegen.cases.shape_views import view_shape
from pytest_fixturegen.introspection.shapes import (
    CollectionShape,
    MappingShape,
    ModelField,
    ModelShape,
    Shape,
    TupleShape,
    UnionShape,
)
from pytest_fixturegen.nodes import (
    Array,
    Dictionary,
    Node,
    OneOf,
    Record,
    Tuple,
)

MAX_PARTS = 2000
"""The most parts of a payload that are looked at."""

WALKED_ITEMS = 2
"""The first items of a collection whose rules are broken."""

ChooseLabel = Callable[[str, Sequence[str]], str]
"""Returns which of the labels of a union at a path a payload has."""

Keys = tuple[str | int, ...]
"""The keys and positions that lead to a part of a payload."""


class PayloadPart(NamedTuple):
    """A part of a payload: its JSON *value*, the *shape* of it, and the *keys* that lead to it.

    *path* and *node* are those of the plan that drew it, *title* is what messages call it.
    *field* is its field if it is one, *owner* the model of that. *repeats* says that the same place
    occurs before, as in an earlier item of a list.
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
    choose_member: ChooseLabel,
) -> Iterator[PayloadPart]:
    """Yield the parts of *payload*, outer ones first."""
    waiting = deque(
        [
            PayloadPart(
                shape,
                node,
                ROOT,
                "",
                (),
                payload,
            )
        ]
    )
    for _ in range(MAX_PARTS):
        if not waiting:
            break
        part = waiting.popleft()
        view = view_shape(
            part.shape,
            part.node,
            refs,
        )
        part = part._replace(
            shape=view.shape,
            node=view.node,
            is_optional=view.is_optional,
        )
        yield part
        waiting.extend(_list_parts(part, choose_member))


def _list_parts(part: PayloadPart, choose_member: ChooseLabel) -> Iterator[PayloadPart]:
    """Yield the parts right below *part*."""
    match part.shape, part.node, part.value:
        case ModelShape() as model, Record() as node, dict():
            yield from _list_fields(
                part,
                model,
                node,
            )
        case UnionShape() as union, OneOf() as node, value if value is not None:
            yield _enter_member(
                part,
                union,
                node,
                choose_member,
            )
        case CollectionShape(item=item), Array(item=inner), list() as items:
            for index, value in enumerate(items[:WALKED_ITEMS]):
                yield _enter_item(
                    part,
                    item,
                    inner,
                    index,
                    value,
                )
        case MappingShape() as mapping, Dictionary() as node, dict():
            yield from _list_entries(
                part,
                mapping,
                node,
            )
        case TupleShape(items=shapes), Tuple(items=nodes), list() as values:
            for index, (item, inner, value) in enumerate(
                zip(
                    shapes,
                    nodes,
                    values,
                    strict=False,
                )
            ):
                yield _enter_item(
                    part,
                    item,
                    inner,
                    index,
                    value,
                )._replace(repeats=part.repeats)


def _enter_member(
    part: PayloadPart, union: UnionShape, node: OneOf, choose_member: ChooseLabel
) -> PayloadPart:
    """Return *part* as a value of the member of a union that it is of."""
    label = choose_member(part.path, [label for label, _ in node.members])
    return part._replace(
        shape=dict(union.members)[label],
        node=dict(node.members)[label],
        path=f"{part.path}|{label}",
        field=None,
    )


def _list_entries(
    part: PayloadPart, mapping: MappingShape, node: Dictionary
) -> Iterator[PayloadPart]:
    """Yield the values of the first entries of a mapping."""
    for index, key in enumerate([*part.value][:WALKED_ITEMS]):
        entry = _enter_item(
            part,
            mapping.value,
            node.value,
            key,
            part.value[key],
        )
        path = join_path(part.path, f"{index}.value")
        yield entry._replace(path=path, repeats=part.repeats or index > 0)


def _enter_item(
    part: PayloadPart, shape: Shape, node: Node, key: str | int, value: Any
) -> PayloadPart:
    """Return the item of *part* at *key*."""
    title = f"{part.title}[{key}]"
    path = join_path(part.path, str(key))
    repeats = part.repeats or (isinstance(key, int) and key > 0)
    return PayloadPart(
        shape,
        node,
        path,
        title,
        (*part.keys, key),
        value,
        repeats=repeats,
    )


def _list_fields(
    part: PayloadPart,
    model: ModelShape,
    node: Record,
) -> Iterator[PayloadPart]:
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


def set_at(
    payload: Any,
    keys: Keys,
    value: Any,
) -> Any:
    """Return a copy of *payload* with *value* at *keys*; what does not change is shared."""
    if not keys:
        return value
    copy = dict(payload) if isinstance(payload, dict) else list(payload)
    key: Any = keys[0]
    inner = copy[key] if len(keys) > 1 else None
    copy[key] = set_at(
        inner,
        keys[1:],
        value,
    )
    return copy


def remove_at(payload: Any, keys: Keys) -> Any:
    """Return a copy of *payload* without what it has at *keys*."""
    outer = read_at(payload, keys[:-1])
    copy: Any = dict(outer) if isinstance(outer, dict) else list(outer)
    del copy[keys[-1]]
    return set_at(
        payload,
        keys[:-1],
        copy,
    )


def rename_key(
    payload: Any,
    keys: Keys,
    name: Any,
) -> Any:
    """Return a copy of *payload* in which the entry of a mapping at *keys* has the key *name*."""
    outer = read_at(payload, keys[:-1])
    renamed = {name if key == keys[-1] else key: value for key, value in outer.items()}
    return set_at(
        payload,
        keys[:-1],
        renamed,
    )

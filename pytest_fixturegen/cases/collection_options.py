"""The options of collections: their sizes, and repeated, partly equal or reversed items."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sized
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from pytest_fixturegen.cases.options import Option, build_constant, build_option
from pytest_fixturegen.introspection.shape_parts import unwrap_shape
from pytest_fixturegen.introspection.shapes import (
    ChoiceShape,
    CollectionShape,
    MappingShape,
    ModelShape,
    Scalar,
    Shape,
)
from pytest_fixturegen.nodes import Array, Converted, Dictionary, Node, Record
from pytest_fixturegen.providers.text import is_valid_text
from pytest_fixturegen.strategies.containers import (
    CONTAINER_BUILDERS,
    SET_KINDS,
    get_mapping_builder,
)
from pytest_fixturegen.strategies.distinct_items import count_items
from pytest_fixturegen.strategies.node_parts import list_inner

OPEN_SIZE = 10
"""The items of the longest collection where the type sets no limit: the first with two digits."""

MAX_VALUES = 2000
"""The most values in the longest collection; one with more is not shown."""

MAX_FULL_SET = 64
"""The most members of a set that is shown with all the values of its items."""

MAX_KEY_FIELDS = 3
"""The first fields of an item in which two items may agree."""

UNUSUAL_KEYS = (("empty key", ("",)), ("keys in both cases", ("name", "Name")))
"""Keys of mappings of which programs make the wrong thing, or one key."""

KEY_KINDS = ("int", "str", "date", "datetime", "uuid", "decimal", "float")

FULL_SIZE = 2
"""The items that a collection needs for the second one to differ from the first."""

SizedNode = TypeVar("SizedNode", bound=Array | Dictionary)
Refs = Mapping[str, Shape]
Edit = Callable[[list[Any]], list[Any]]


def list_size_options(
    path: str,
    shape: CollectionShape,
    node: Node,
    refs: Refs,
) -> Iterator[Option]:
    """Yield the options of a list or a set at *path*, which *node* draws."""
    if shape.low == 0:
        build = CONTAINER_BUILDERS.get(shape.kind, list)
        yield build_constant(
            "empty",
            "bound",
            path,
            build([]),
        )
    if not isinstance(node, Array):
        yield from _list_cut_options(
            path,
            shape.low,
            node,
        )
        return
    if not node.high:
        return
    for name, size in _list_sizes(
        shape.low,
        shape.high,
        node.item,
    ):
        if _has_values(
            shape,
            node,
            size,
        ):
            yield _build_sized(
                name,
                path,
                node,
                size,
            )
    is_set = shape.kind in SET_KINDS
    if is_set:
        yield from _list_full_sets(
            path,
            shape,
            node,
        )
    elif shape.high is None or shape.high > 1:
        yield from _list_edits(
            path,
            shape,
            node,
            refs,
        )


def _list_sizes(
    low: int,
    high: int | None,
    item: Node,
) -> Iterator[tuple[str, int]]:
    """Yield the names and the numbers of items of the smallest and the largest collection."""
    smallest = max(low, 1)
    yield "one" if smallest == 1 else f"{smallest} items", smallest
    room = max(MAX_VALUES // _count_values(item), 1)
    largest = max(OPEN_SIZE, low + 1) if high is None else high
    largest = min(largest, room) if high is None else largest
    if smallest < largest <= room:
        yield f"{largest} items", largest


def _count_values(node: Node) -> int:
    """Return about how many values *node* draws."""
    waiting, count = [node], 0
    while waiting:
        inner = [part for _, part in list_inner(waiting.pop())]
        waiting.extend(inner)
        count += not inner
        if count > MAX_VALUES:
            break
    return count


def _has_values(
    shape: CollectionShape,
    node: Array,
    size: int,
) -> bool:
    """Return whether there are *size* different values for a set."""
    return shape.kind not in SET_KINDS or count_items(node.item).size >= size


def _resize(node: SizedNode, size: int) -> SizedNode:
    """Return *node* with exactly *size* items."""
    return replace(
        node,
        low=size,
        high=size,
        size_transform=None,
    )


def _build_sized(
    name: str,
    path: str,
    node: Array,
    size: int,
) -> Option:
    """Return the option of exactly *size* items."""
    item = count_items(node.item).sample(size) if node.is_distinct else node.item
    return build_option(
        name,
        "bound",
        path,
        _resize(replace(node, item=item), size),
        is_pinned=True,
        has_items=True,
    )


def _list_full_sets(
    path: str,
    shape: CollectionShape,
    node: Array,
) -> Iterator[Option]:
    """Yield the option of a set of all the values that its items have, if they are few."""
    values = count_items(node.item)
    is_known = values.size == len(_list_choices(shape.item)) or values.countable is not None
    fits = shape.high is None or values.size <= shape.high
    if is_known and fits and 1 < values.size <= MAX_FULL_SET:
        yield _build_sized(
            f"all {values.size}",
            path,
            node,
            values.size,
        )


def _list_choices(shape: Shape) -> tuple[Any, ...]:
    """Return the values of an enum or a Literal; none for other shapes."""
    return shape.values if isinstance(shape, ChoiceShape) else ()


def _list_edits(
    path: str,
    shape: CollectionShape,
    node: Array,
    refs: Refs,
) -> Iterator[Option]:
    """Yield the options of lists whose items are related to each other."""
    size = max(shape.low, 2)
    edits: list[tuple[str, Edit]] = [("repeated item", _repeat_first)]
    item = unwrap_shape(shape.item, refs)
    plain = node.item
    if isinstance(item, ModelShape) and isinstance(plain, Record) and not item.is_strict:
        plain = replace(plain, build=None)  # mappings can be edited, instances need not be
        edits.append(("items alike", _make_alike))
        edits += [
            (f"same {name}", partial(_share_key, key)) for name, key in _list_keys(item, plain)
        ]
    for name, edit in edits:
        yield _build_edited(
            name,
            path,
            replace(node, item=plain),
            size,
            edit,
        )
    if shape.high is None or shape.high > 2:
        yield _build_edited(
            "reversed",
            path,
            node,
            max(size, 3),
            _reverse,
        )


def _list_keys(item: ModelShape, node: Record) -> list[tuple[str, str | int]]:
    """Return the names and the keys of the first fields of *item* in which two may agree."""
    keys = {slot.name: slot.key for slot in node.slots}
    found = []
    for field in item.fields:
        key = keys.get(field.name)
        is_plain = isinstance(field.shape, Scalar) and field.shape.kind in KEY_KINDS
        if is_plain and key is not None and len(key) == 1:
            found.append((field.name, key[0]))
    return found[:MAX_KEY_FIELDS]


def _build_edited(
    name: str,
    path: str,
    node: Array,
    size: int,
    edit: Edit,
) -> Option:
    """Return the option of *size* items that *edit* changes, before the collection is built."""
    plain = replace(
        node,
        build=None,
        is_distinct=False,
    )
    edited: Node = Converted(
        _resize(plain, size),
        partial(
            _apply_edit,
            edit,
            node.build,
        ),
    )
    return build_option(
        name,
        "bound",
        path,
        edited,
        is_pinned=True,
        has_items=True,
    )


def _apply_edit(
    edit: Edit,
    build: Callable[[Any], Any] | None,
    items: list[Any],
) -> Any:
    edited = edit(list(items))
    return edited if build is None else build(edited)


def _repeat_first(items: list[Any]) -> list[Any]:
    """Return *items* with the first one in place of the second."""
    return [items[0], items[0], *items[2:]]


def _make_alike(items: list[Any]) -> list[Any]:
    """Return *items* with a second one that differs from the first in one field only."""
    first, second = items[:2]
    if not isinstance(first, dict):
        return items
    changed = [key for key in first if key in second and second[key] != first[key]]
    return [first, {**first, **{key: second[key] for key in changed[:1]}}, *items[2:]]


def _share_key(key: str | int, items: list[Any]) -> list[Any]:
    """Return *items* with the value of *key* of the first one in the second one."""
    first, second = items[:2]
    if not isinstance(first, dict) or key not in first:
        return items
    return [first, {**second, key: first[key]}, *items[2:]]


def _reverse(items: list[Any]) -> list[Any]:
    return items[::-1]


def build_full_option(
    path: str,
    shape: CollectionShape | MappingShape | Any,
    node: Array | Dictionary,
    value: Any,
) -> Option | None:
    """Return the option of two items at *path*, or of the one that is allowed.

    It is None if the base record has as many: *value* is what it has.
    """
    high = getattr(
        shape,
        "high",
        None,
    )
    size = max(
        getattr(
            shape,
            "low",
            0,
        ),
        FULL_SIZE if high is None else min(high, FULL_SIZE),
    )
    if isinstance(value, Sized) and len(value) >= size:
        return None
    return build_option(
        f"{size} items as drawn",
        "bound",
        path,
        _resize(node, size),
        has_items=True,
    )


def _list_cut_options(
    path: str,
    low: int,
    node: Node,
) -> Iterator[Option]:
    """Yield the option of one item, for a collection that *node* draws as a whole."""
    if low <= 1:
        yield build_option(
            "one",
            "bound",
            path,
            Converted(node, _keep_first),
            is_pinned=True,
        )


def _keep_first(value: Any) -> Any:
    """Return *value*, a collection, with its first item alone."""
    if isinstance(value, Mapping):
        return dict([*value.items()][:1])
    return type(value)(list(value)[:1]) if isinstance(value, list | tuple | set) else value


def list_mapping_options(
    path: str,
    shape: MappingShape,
    node: Node,
) -> Iterator[Option]:
    """Yield the options of a mapping at *path*, which *node* draws."""
    if shape.low == 0:
        yield build_constant(
            "empty",
            "bound",
            path,
            (get_mapping_builder(shape) or dict)({}),
        )
    if not isinstance(node, Dictionary):
        yield from _list_cut_options(
            path,
            shape.low,
            node,
        )
        return
    if not node.high:
        return
    values = count_items(node.key)
    for name, size in _list_sizes(
        shape.low,
        shape.high,
        node.value,
    ):
        if size <= values.size:
            sampled = replace(node, key=values.sample(size))
            yield build_option(
                name,
                "bound",
                path,
                _resize(sampled, size),
                is_pinned=True,
                has_items=True,
            )
    yield from _list_key_options(
        path,
        shape,
        node,
    )


def _list_key_options(
    path: str,
    shape: MappingShape,
    node: Dictionary,
) -> Iterator[Option]:
    """Yield the options of a mapping with unusual keys, where any text is a key."""
    if not isinstance(shape.key, Scalar) or shape.key.kind != "str":
        return
    for name, keys in UNUSUAL_KEYS:
        size = len(keys)
        is_allowed = shape.low <= size and (shape.high is None or size <= shape.high)
        if is_allowed and all(is_valid_text(key, shape.key.constraints) for key in keys):
            renamed = Converted(_resize(node, size), partial(_rename_keys, keys))
            yield build_option(
                name,
                "sample",
                path,
                renamed,
                is_pinned=True,
                has_items=True,
            )


def _rename_keys(keys: tuple[str, ...], entries: Any) -> Any:
    """Return the mapping *entries* with its keys replaced by *keys*, in order."""
    values = [*entries.values()]
    entries.clear()
    for key, value in zip(
        keys,
        values,
        strict=False,
    ):
        entries[key] = value
    return entries

"""The places of a record at which cases differ, and the options that each place has.

A place is a field, a part of a field, or an item of a list. Its options come from the classes of
its values, from the members of a union, from None, from the sizes of a collection.

Two rules keep their number small. The classes of an item are shown by the first item of a
collection alone; the options of the collection itself are its sizes, and items that repeat, agree
or stand in reverse. And a model that occurs at several places shows the bounds and the unusual
values of its fields at the first one; at the others, its choices alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import ROOT, join_path
from pytest_fixturegen.cases.collection_options import (
    build_full_option,
    list_mapping_options,
    list_size_options,
)
from pytest_fixturegen.cases.options import Option, build_constant, build_option
from pytest_fixturegen.cases.value_classes import list_value_classes
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    ChoiceShape,
    CollectionShape,
    CustomJsonShape,
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
from pytest_fixturegen.nodes import (
    Array,
    Constant,
    Constructed,
    Dictionary,
    Node,
    Nullable,
    OneOf,
    Record,
    Slot,
    Tuple,
)
from pytest_fixturegen.providers.registry import find_type_provider

MAX_PLACES = 400
"""The most places of a record at which cases differ; those that nest deepest are left out."""

MISSING = object()
"""The value of a place that the base record does not have."""

COMPARED_KINDS = ("int", "float", "decimal", "str", "date", "datetime")
"""Kinds of values that two fields of a record may have in common by chance."""

Requirement = tuple[int, frozenset[str]]
"""The position of another place, and the names of its options with which a place exists.

The empty name is the base record's own value.
"""

AS_IN_BASE = ""

NONE, VALUE, UNSET = "None", "value", "unset"
"""Names of options: no value, a value that the plan draws, and a field that is left out."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a record: its *path* in the plan, its *title* in ids, and its *options*.

    It exists only in records that meet all *requirements*. *full_option* shows all that the place
    can have at once: a value instead of None, two items of a list. It is None if the base record
    shows that. *base_member* is the member of a union that the base record shows.
    """

    path: str
    title: str
    options: tuple[Option, ...]
    requirements: tuple[Requirement, ...] = ()
    full_option: Option | None = None
    base_member: str | None = None


class _Part(NamedTuple):
    """A part of the record that is still to be looked at.

    *value* is what the base record has there, or MISSING; *field* is its field, if it is one, and
    *owner* the model of that.
    *siblings* are the fields before it in its record: their paths, shapes and nodes.
    """

    shape: Shape
    node: Node
    path: str
    title: str
    value: Any
    requirements: tuple[Requirement, ...]
    field: ModelField | None = None
    owner: str = ""
    siblings: tuple[tuple[ModelField, str, Node], ...] = ()


class _View(NamedTuple):
    """The shape and the node of a part behind everything that only wraps them."""

    shape: Shape
    node: Node
    is_optional: bool
    builders: tuple[Constructed, ...]


class PlaceFinder:
    """Finds the places of the records that *node* draws for a shape."""

    def __init__(self, refs: Mapping[str, Shape], choose_member: Any) -> None:
        """Start without places.

        *choose_member* returns the position of the member that draws a union in the base record.
        """
        self.refs = refs
        self.choose_member = choose_member
        self.places: list[Place] = []
        self.fields: set[tuple[str, str]] = set()
        self.is_complete = True

    def find(self, shape: Shape, node: Node, value: Any) -> list[Place]:
        """Return the places of records of *shape*, outer ones first.

        *value* is the base record as *node* draws it.
        """
        waiting = deque([_Part(shape, node, ROOT, "", value, ())])
        while waiting:
            part = waiting.popleft()
            if len(self.places) >= MAX_PLACES:
                self.is_complete = False
                break
            waiting.extend(self._visit(part))
        return self.places

    def _visit(self, part: _Part) -> list[_Part]:
        """Add the place of *part* if it has a choice, and return the parts below it."""
        view = self._unwrap(part)
        options = self._list_options(part, view)
        if self._is_known(part):
            options = tuple(option for option in options if option.kind == "choice")
        place = None
        if len(options) > 1:
            options = tuple(sorted(options, key=lambda option: option.kind == "sample"))
            full = self._find_full_option(part, view, options)
            member = None
            if isinstance(view.node, OneOf) and _is_given(part.value):
                member = self._find_chosen(part.path, view.node)
            place = Place(part.path, part.title, options, part.requirements, full, member)
            self.places.append(place)
        return [*self._list_parts(part, view, place)]

    def _is_known(self, part: _Part) -> bool:
        """Return whether the field of *part* occurred before, at another place."""
        if part.field is None:
            return False
        key = (part.owner, part.field.name)
        is_known = key in self.fields
        self.fields.add(key)
        return is_known

    def _unwrap(self, part: _Part) -> _View:
        """Return what *part* is behind references, checks, None and root models."""
        shape, node = part.shape, part.node
        is_optional = False
        builders: list[Constructed] = []
        while True:
            if isinstance(shape, ShapeRef):
                shape = self.refs[shape.name]
            elif isinstance(shape, OptionalShape):
                is_optional, shape = True, shape.inner
            elif isinstance(shape, CheckedShape | CustomJsonShape | RootShape):
                shape = shape.inner
            elif isinstance(shape, NamedShape) and is_made_of_inner(shape):
                shape = shape.inner or shape
            else:
                break
        while isinstance(node, Nullable | Constructed):
            if isinstance(node, Constructed):
                builders.append(node)
            node = node.inner
        return _View(shape, node, is_optional, tuple(builders))

    def _list_options(self, part: _Part, view: _View) -> tuple[Option, ...]:
        """Return the options of *part*; with one option or none, there is no choice."""
        options = list(self._list_value_options(part, view))
        has_value = not (isinstance(view.node, Constant) and view.node.value is None)
        if view.is_optional:
            if not options and has_value:
                options = [build_option(VALUE, "choice", part.path, view.node)]
            if has_value:
                options.insert(0, build_constant(NONE, "choice", part.path, None))
        if options and part.field is not None:
            options.extend(_list_equal_options(part, view))
            if not part.field.required and part.field.has_stable_factory:
                options.append(Option(UNSET, UNSET, "sample", omitted=part.path))
        return tuple(options)

    def _list_value_options(self, part: _Part, view: _View) -> Iterator[Option]:
        """Yield the options of the value of *part*, None aside."""
        shape, node = view.shape, view.node
        match shape:
            case ChoiceShape() | Scalar() | NamedShape():
                for each in list_value_classes(shape):
                    yield build_constant(each.name, each.kind, part.path, each.value, each.label)
            case UnionShape() if isinstance(node, OneOf):
                for label, member in node.members:
                    source = f"{part.path}|{label}"
                    member_option = build_option(label, "choice", part.path, member, source)
                    yield replace(member_option, is_member=True)
            case CollectionShape():
                yield from list_size_options(part.path, shape, node, self.refs)
            case MappingShape():
                yield from list_mapping_options(part.path, shape, node)

    def _find_full_option(
        self,
        part: _Part,
        view: _View,
        options: Sequence[Option],
    ) -> Option | None:
        """Return the option that shows all that *part* can have; None if the base record does."""
        node = view.node
        is_given = _is_given(part.value)
        if isinstance(node, OneOf):
            label = self._find_chosen(part.path, node)
            return None if is_given else {each.name: each for each in options}.get(label)
        if isinstance(node, Array | Dictionary) and node.high:
            return build_full_option(part.path, view.shape, node, part.value)
        if is_given or (isinstance(node, Constant) and node.value is None):
            return None
        return build_option(VALUE, "choice", part.path, node)

    def _find_chosen(self, path: str, node: OneOf) -> str:
        """Return the label of the member that draws the union at *path*."""
        label, _ = node.members[self.choose_member(path, len(node.members))]
        return label

    def _list_parts(self, part: _Part, view: _View, place: Place | None) -> Iterator[_Part]:
        """Yield the parts below *part*, which is at *place* if it has a choice."""
        shape, node, options = view.shape, view.node, place.options if place else ()
        with_items = frozenset(each.name for each in options if each.has_items)
        match shape, node:
            case ModelShape(), Record():
                names = frozenset(each.name for each in options) - {NONE, UNSET}
                required = self._require(part, place, names, _is_given(part.value))
                yield from _list_field_parts(part, shape, node, required)
            case UnionShape(), OneOf():
                yield from self._list_member_parts(part, shape, node, place)
            case CollectionShape(item=item), Array():
                inner = _first_item(part.value)
                required = self._require(part, place, with_items, inner is not MISSING)
                path = join_path(part.path, "0")
                yield _Part(item, node.item, path, f"{part.title}[0]", inner, required)
            case MappingShape(value=item), Dictionary():
                inner = _first_value(part.value)
                required = self._require(part, place, with_items, inner is not MISSING)
                path = join_path(part.path, "0.value")
                yield _Part(item, node.value, path, f"{part.title}[0]", inner, required)
            case TupleShape(), Tuple() if part.value is not MISSING:
                yield from _list_tuple_parts(part, shape, node)

    def _require(
        self,
        part: _Part,
        place: Place | None,
        names: frozenset[str],
        is_in_base: bool,
    ) -> tuple[Requirement, ...]:
        """Return what the parts below *part* require: one of its options *names*, or the base."""
        if place is None:
            return part.requirements
        states = names | {AS_IN_BASE} if is_in_base else names
        if place.full_option is not None and not place.full_option.is_member:
            states |= {place.full_option.name}
        return (*part.requirements, (self.places.index(place), states))

    def _list_member_parts(
        self,
        part: _Part,
        shape: UnionShape,
        node: OneOf,
        place: Place | None,
    ) -> Iterator[_Part]:
        """Yield a part for each member of a union, which exists if the member is chosen."""
        shapes = dict(shape.members)
        chosen = None
        if _is_given(part.value):
            chosen = self._find_chosen(part.path, node)
        for label, member in dict(node.members).items():
            is_chosen = label == chosen
            required = self._require(part, place, frozenset({label}), is_chosen)
            path = f"{part.path}|{label}"
            value = part.value if is_chosen else MISSING
            yield _Part(shapes[label], member, path, part.title, value, required)


def is_made_of_inner(shape: NamedShape) -> bool:
    """Return whether values of *shape* are drawn as its inner shape: no provider knows its type."""
    return shape.inner is not None and find_type_provider(shape.type) is None


def _is_given(value: Any) -> bool:
    """Return whether the base record has *value*, and it is not None."""
    return value is not None and value is not MISSING


def _list_field_parts(
    part: _Part,
    shape: ModelShape,
    node: Record,
    requirements: tuple[Requirement, ...],
) -> Iterator[_Part]:
    """Yield a part for each field of a record that the plan fills."""
    slots = {slot.name: slot for slot in node.slots}
    before: list[tuple[ModelField, str, Node]] = []
    for model_field in shape.fields:
        slot = slots.get(model_field.name)
        if slot is None or slot.key is None:
            continue
        path = join_path(part.path, slot.name)
        title = join_path(part.title, slot.name)
        value = _read_field(part.value, slot)
        yield _Part(
            model_field.shape,
            slot.node,
            path,
            title,
            value,
            requirements,
            model_field,
            shape.ref,
            tuple(before),
        )
        before.append((model_field, path, slot.node))


def _read_field(record: Any, slot: Slot) -> Any:
    """Return the value of *slot* in *record*, a drawn mapping or instance; MISSING without one."""
    if not _is_given(record) or slot.key is None:
        return MISSING
    if not isinstance(record, Mapping):
        return getattr(record, slot.name, MISSING)
    value: Any = record
    for part in slot.key:
        if isinstance(value, Mapping) and part in value:
            value = value[part]
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return MISSING
    return value


def _list_tuple_parts(part: _Part, shape: TupleShape, node: Tuple) -> Iterator[_Part]:
    """Yield a part for each place of a tuple that does not repeat."""
    values: Sequence[Any] = part.value if isinstance(part.value, tuple | list) else ()
    names = shape.names or tuple(f"[{index}]" for index in range(len(node.items)))
    for index, (item, inner) in enumerate(zip(shape.items, node.items, strict=False)):
        if shape.variadic_index is not None and index > shape.variadic_index:
            return
        value = values[index] if index < len(values) else MISSING
        name = names[index]
        title = join_path(part.title, name) if shape.names else f"{part.title}{name}"
        path = join_path(part.path, str(index))
        yield _Part(item, inner, path, title, value, part.requirements)


def _first_item(value: Any) -> Any:
    """Return the first item of a drawn list; MISSING for an empty one, and for a set."""
    is_list = isinstance(value, list | tuple | deque)
    return value[0] if is_list and value else MISSING


def _first_value(value: Any) -> Any:
    """Return the first value of a drawn mapping; MISSING for an empty one."""
    values = value.values() if isinstance(value, Mapping) else ()
    return next(iter(values), MISSING)


def _list_equal_options(part: _Part, view: _View) -> Iterator[Option]:
    """Yield the option to have the value of the nearest field before it of the same type."""
    if not isinstance(view.shape, Scalar) or view.shape.kind not in COMPARED_KINDS:
        return
    assert part.field is not None
    alike = [each for each in part.siblings if each[0].shape == part.field.shape]
    for model_field, path, node in alike[-1:]:
        name = f"same as {model_field.name}"
        yield build_option(name, "sample", part.path, node, path, is_pinned=True)

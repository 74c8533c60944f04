"""Finds the places of a record at which cases differ, and the options that each place has.

A place is a field, a part of a field, or an item of a list. Its options come from the classes of
its values, from the members of a union, from None, from the sizes of a collection.

Two rules keep their number small. The classes of an item are shown by the first item of a
collection alone; the options of the collection itself are its sizes, and repeated, partly equal
or reversed items. And a model that occurs at several places shows the bounds and the unusual
values of its fields at the first one; at the others, its choices alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pytest_fixturegen._internal.type_names import ROOT, join_path
from pytest_fixturegen.cases.collection_options import (
    build_full_option,
    list_mapping_options,
    list_size_options,
)
from pytest_fixturegen.cases.options import Option, build_constant, build_option
from pytest_fixturegen.cases.places import (
    AS_IN_BASE,
    MISSING,
    NONE,
    UNSET,
    VALUE,
    FixedPlaces,
    Place,
    RecordPart,
    Requirement,
)
from pytest_fixturegen.cases.record_parts import (
    list_field_parts,
    list_tuple_parts,
    read_first_item,
    read_first_value,
)
from pytest_fixturegen.cases.shape_views import ShapeView, view_shape
from pytest_fixturegen.cases.value_classes import list_value_classes
from pytest_fixturegen.introspection.shapes import (
    ChoiceShape,
    CollectionShape,
    MappingShape,
    ModelField,
    ModelShape,
    NamedShape,
    Scalar,
    Shape,
    TupleShape,
    UnionShape,
)
from pytest_fixturegen.nodes import (
    Array,
    Constant,
    Constructed,
    Dictionary,
    Node,
    OneOf,
    Record,
    Tuple,
)

MAX_PLACES = 400
"""The most places of a record at which cases differ; those that nest deepest are left out."""

COMPARED_KINDS = ("int", "float", "decimal", "str", "date", "datetime")
"""Kinds of values that two fields of a record may have in common by chance."""

ChooseMember = Callable[[str, int], int]
"""Returns the position of the member, of a number, that draws the union at a path."""


class PlaceFinder:
    """Finds the places of the records that *node* draws for a shape."""

    def __init__(
        self,
        refs: Mapping[str, Shape],
        choose_member: ChooseMember,
        fixed: FixedPlaces,
        constant_paths: Collection[str] = (),
        *,
        has_code: bool = False,
    ) -> None:
        """Start without places.

        *choose_member* returns the position of the member that draws a union in the base record.
        The base record has constants at *constant_paths*, whose parts do not vary, and *fixed*
        places do not vary at all.
        *has_code* says that code of the user validates the records.
        """
        self.has_code = has_code
        self.fixed = fixed
        self.constant_paths = constant_paths
        self.refs = refs
        self.choose_member = choose_member
        self.places: list[Place] = []
        self.fields: set[tuple[str, str]] = set()

    def find(
        self,
        shape: Shape,
        node: Node,
        value: Any,
    ) -> list[Place]:
        """Return the places of records of *shape*, outer ones first.

        *value* is the base record as *node* draws it.
        """
        waiting = deque(
            [
                RecordPart(
                    shape,
                    node,
                    ROOT,
                    "",
                    value,
                    (),
                )
            ]
        )
        while waiting:
            part = waiting.popleft()
            if len(self.places) >= MAX_PLACES:
                break
            waiting.extend(self._visit(part))
        return self.places

    def _visit(self, part: RecordPart) -> list[RecordPart]:
        """Add the place of *part* if it has a choice, and return the parts below it."""
        view = view_shape(
            part.shape,
            part.node,
            self.refs,
        )
        options = self._list_options(part, view)
        if self._is_known(part):
            options = tuple(option for option in options if option.kind == "choice")
        place = None
        if len(options) > 1 and not self.fixed.has(part.path):
            options = tuple(sorted(options, key=lambda option: option.kind == "sample"))
            full = self._find_full_option(
                part,
                view,
                options,
            )
            member = None
            if isinstance(view.node, OneOf) and part.is_given:
                member = self._find_chosen(part.path, view.node)
            place = Place(
                part.path,
                part.title,
                options,
                part.requirements,
                full,
                member,
            )
            self.places.append(place)
        if part.path in self.constant_paths:
            part = part._replace(value=MISSING)
            if place is None:
                return []
        return [
            *self._list_parts(
                part,
                view,
                place,
            )
        ]

    def _is_known(self, part: RecordPart) -> bool:
        """Return whether the field of *part* occurred before, at another place."""
        if part.field is None:
            return False
        key = (part.owner, part.field.name)
        is_known = key in self.fields
        self.fields.add(key)
        return is_known

    def _list_options(
        self,
        part: RecordPart,
        view: ShapeView,
    ) -> tuple[Option, ...]:
        """Return the options of *part*; a place with fewer than two does not vary."""
        options = list(self._list_value_options(part, view))
        has_value = not (isinstance(view.node, Constant) and view.node.value is None)
        if view.is_optional:
            if not options and has_value:
                options = [
                    build_option(
                        VALUE,
                        "choice",
                        part.path,
                        view.node,
                    )
                ]
            if has_value:
                options.insert(
                    0,
                    build_constant(
                        NONE,
                        "choice",
                        part.path,
                        None,
                    ),
                )
        if options and part.field is not None:
            options.extend(
                _list_equal_options(
                    part,
                    part.field,
                    view,
                )
            )
            if not part.field.required and part.field.has_stable_factory:
                options.append(
                    Option(
                        UNSET,
                        UNSET,
                        "sample",
                        omitted=part.path,
                    )
                )
        return tuple(
            _wrap_option(
                option,
                part.path,
                view.builders,
            )
            for option in options
        )

    def _list_value_options(
        self,
        part: RecordPart,
        view: ShapeView,
    ) -> Iterator[Option]:
        """Yield the options of the value of *part*, None aside."""
        shape, node = view.shape, view.node
        match shape:
            case ChoiceShape() | Scalar() | NamedShape():
                for each in list_value_classes(shape, with_large_numbers=not self.has_code):
                    yield build_constant(
                        each.name,
                        each.kind,
                        part.path,
                        each.value,
                        each.label,
                    )
            case UnionShape() if isinstance(node, OneOf):
                for label, member in node.members:
                    source = f"{part.path}|{label}"
                    member_option = build_option(
                        label,
                        "choice",
                        part.path,
                        member,
                        source,
                    )
                    yield replace(member_option, is_member=True)
            case CollectionShape():
                yield from list_size_options(
                    part.path,
                    shape,
                    node,
                    self.refs,
                )
            case MappingShape():
                yield from list_mapping_options(
                    part.path,
                    shape,
                    node,
                )

    def _find_full_option(
        self,
        part: RecordPart,
        view: ShapeView,
        options: Sequence[Option],
    ) -> Option | None:
        """Return the option that shows all that *part* can have; None if the base record does."""
        node = view.node
        is_given = part.is_given
        if isinstance(node, OneOf):
            label = self._find_chosen(part.path, node)
            return None if is_given else {each.name: each for each in options}.get(label)
        if isinstance(node, Array | Dictionary) and node.high:
            return build_full_option(
                part.path,
                view.shape,
                node,
                part.value,
            )
        if is_given or (isinstance(node, Constant) and node.value is None):
            return None
        return build_option(
            VALUE,
            "choice",
            part.path,
            node,
        )

    def _find_chosen(
        self,
        path: str,
        node: OneOf,
    ) -> str:
        """Return the label of the member that draws the union at *path*."""
        label, _ = node.members[self.choose_member(path, len(node.members))]
        return str(label)

    def _list_parts(
        self, part: RecordPart, view: ShapeView, place: Place | None
    ) -> Iterator[RecordPart]:
        """Yield the parts below *part*, which is at *place* if it has a choice."""
        shape, node, options = view.shape, view.node, place.options if place else ()
        with_items = frozenset(each.name for each in options if each.has_items)
        match shape, node:
            case ModelShape(), Record():
                names = frozenset(each.name for each in options) - {NONE, UNSET}
                required = self._require(
                    part,
                    place,
                    names,
                    part.is_given,
                )
                yield from list_field_parts(
                    part,
                    shape,
                    node,
                    required,
                )
            case UnionShape(), OneOf():
                yield from self._list_member_parts(
                    part,
                    shape,
                    node,
                    place,
                )
            case CollectionShape(item=item), Array():
                inner = read_first_item(part.value)
                required = self._require(
                    part,
                    place,
                    with_items,
                    inner is not MISSING,
                )
                path = join_path(part.path, "0")
                yield RecordPart(
                    item,
                    node.item,
                    path,
                    f"{part.title}[0]",
                    inner,
                    required,
                )
            case MappingShape(value=item), Dictionary():
                inner = read_first_value(part.value)
                required = self._require(
                    part,
                    place,
                    with_items,
                    inner is not MISSING,
                )
                path = join_path(part.path, "0.value")
                yield RecordPart(
                    item,
                    node.value,
                    path,
                    f"{part.title}[0]",
                    inner,
                    required,
                )
            case TupleShape(), Tuple() if part.value is not MISSING:
                yield from list_tuple_parts(
                    part,
                    shape,
                    node,
                )

    def _require(
        self,
        part: RecordPart,
        place: Place | None,
        names: frozenset[str],
        is_in_base: bool,
    ) -> tuple[Requirement, ...]:
        """Return requirements of parts below *part*: one of its options *names*, or the base."""
        if place is None:
            return part.requirements
        states = names | {AS_IN_BASE} if is_in_base else names
        if place.full_option is not None and not place.full_option.is_member:
            states |= {place.full_option.name}
        number = len(self.places) - 1  # the parts of a place are listed right after it
        return (*part.requirements, (number, states))

    def _list_member_parts(
        self,
        part: RecordPart,
        shape: UnionShape,
        node: OneOf,
        place: Place | None,
    ) -> Iterator[RecordPart]:
        """Yield a part for each member of a union, which exists if the member is chosen."""
        shapes = dict(shape.members)
        chosen = None
        if part.is_given:
            chosen = self._find_chosen(part.path, node)
        for label, member in dict(node.members).items():
            is_chosen = label == chosen
            required = self._require(
                part,
                place,
                frozenset({label}),
                is_chosen,
            )
            path = f"{part.path}|{label}"
            value = part.value if is_chosen else MISSING
            yield RecordPart(
                shapes[label],
                member,
                path,
                part.title,
                value,
                required,
            )


def _wrap_option(
    option: Option,
    path: str,
    builders: Sequence[Constructed],
) -> Option:
    """Return *option*, whose value at *path* is built by *builders* into instances."""
    if not builders:
        return option
    changes = []
    for place, change in option.changes:
        node = change.node
        for builder in reversed(builders) if place == path else ():
            node = replace(builder, inner=node)
        changes.append((place, change._replace(node=node)))
    return replace(option, changes=tuple(changes))


def _list_equal_options(
    part: RecordPart, model_field: ModelField, view: ShapeView
) -> Iterator[Option]:
    """Yield the option to have the value of the nearest field before it of the same type."""
    if not isinstance(view.shape, Scalar) or view.shape.kind not in COMPARED_KINDS:
        return
    alike = [each for each in part.siblings if each[0].shape == model_field.shape]
    for sibling, path, node in alike[-1:]:
        name = f"same as {sibling.name}"
        yield build_option(
            name,
            "sample",
            part.path,
            node,
            path,
            is_pinned=True,
        )

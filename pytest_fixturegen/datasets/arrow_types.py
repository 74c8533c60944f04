"""From a shape to an encoding: which Arrow type each field of a model has.

The rules are in docs/datasets.md. A type that Arrow cannot say is a text: JSON, marked as such in
the metadata of the field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pyarrow as pa

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.datasets import scalar_types
from pytest_fixturegen.datasets.encodings import (
    Encoding,
    ListEncoding,
    MapEncoding,
    Member,
    StructEncoding,
)
from pytest_fixturegen.datasets.unions import LOOSE_KINDS, choose_common, merge_members
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

VALUE_COLUMN = "value"
"""The column of a type that is not a record."""

MAX_LEVELS = 32
"""Levels of structs and lists; what nests deeper is JSON."""


@dataclass(frozen=True, slots=True)
class ArrowPlace:
    """Where a type occurs: its *path*, and the shapes around it, by the names in *open_refs*.

    A place that *is_solid* is in no struct that may be null, so that a value is always there.
    """

    path: str
    open_refs: frozenset[str] = frozenset()
    is_solid: bool = True
    levels: int = 0

    def loosen(self) -> ArrowPlace:
        """Return this place, which is in a value that may be null."""
        return ArrowPlace(
            self.path,
            self.open_refs,
            False,
            self.levels,
        )

    def enter(
        self,
        name: str,
        *,
        is_solid: bool = True,
    ) -> ArrowPlace:
        """Return the place of the part *name*."""
        path = join_path(self.path, name)
        return ArrowPlace(
            path,
            self.open_refs,
            self.is_solid and is_solid,
            self.levels + 1,
        )


class ArrowTypeReader:
    """Reads the shapes of one type; *refs* are those that a ShapeRef names."""

    def __init__(self, refs: Mapping[str, Shape]) -> None:
        self.refs = refs

    def read_members(
        self,
        shape: Shape,
        path: str,
    ) -> tuple[tuple[Member, ...], bool]:
        """Return the columns of *shape*, and whether it is a record; else it is one column."""
        place = ArrowPlace(path)
        if not self.is_nullable(shape):
            encoding = self.read(shape, place)
            if isinstance(encoding, StructEncoding) and encoding.members:
                return encoding.members, True
        return (
            self._build_member(
                VALUE_COLUMN,
                shape,
                place,
                is_required=True,
            ),
        ), False

    def read(
        self,
        shape: Shape,
        place: ArrowPlace,
    ) -> Encoding:
        """Return the encoding of *shape*, whose values may be None if it is nullable."""
        if isinstance(shape, ShapeRef):
            return self._read_reference(shape, place)
        if place.levels > MAX_LEVELS:
            return scalar_types.encode_json(place.path)
        read = READERS.get(type(shape))
        return (
            read(
                self,
                shape,
                place,
            )
            if read
            else scalar_types.encode_loose_text(place.path)
        )

    def is_nullable(self, shape: Shape) -> bool:
        """Return whether None is a value of *shape*."""
        shape = self._unwrap(shape)
        match shape:
            case OptionalShape():
                return True
            case Scalar(kind=kind):
                return kind in ("none", "any")
            case ChoiceShape(json=options):
                return None in options
            case UnionShape(members=members):
                return any(self.is_nullable(member) for _, member in members)
            case RootShape(inner=inner) | JsonText(inner=inner):
                return self.is_nullable(inner)
            case _:
                return not isinstance(shape, SOLID_SHAPES)

    def _unwrap(self, shape: Shape) -> Shape:
        """Return *shape* without checks and references."""
        seen: set[str] = set()
        while isinstance(shape, CheckedShape | ShapeRef):
            if isinstance(shape, CheckedShape):
                shape = shape.inner
                continue
            if shape.name in seen or shape.name not in self.refs:
                return shape
            seen.add(shape.name)
            shape = self.refs[shape.name]
        return shape

    def _read_reference(
        self,
        shape: ShapeRef,
        place: ArrowPlace,
    ) -> Encoding:
        """Return the encoding of a class; a recursive reference to it is encoded as JSON."""
        if shape.name in place.open_refs or shape.name not in self.refs:
            return scalar_types.encode_json(place.path)
        inner = ArrowPlace(
            place.path,
            place.open_refs | {shape.name},
            place.is_solid,
            place.levels,
        )
        return self.read(self.refs[shape.name], inner)

    def _read_inner(
        self,
        shape: Any,
        place: ArrowPlace,
    ) -> Encoding:
        return self.read(shape.inner, place)

    def _read_optional(
        self,
        shape: OptionalShape,
        place: ArrowPlace,
    ) -> Encoding:
        return self.read(shape.inner, place.loosen())

    def _read_custom_json(
        self,
        shape: CustomJsonShape,
        place: ArrowPlace,
    ) -> Encoding:
        """Return the encoding of values that a serializer writes.

        Those of the library keep the type; what one of the user writes is not known.
        """
        inner = self._unwrap(shape.inner)
        if isinstance(inner, NamedShape):
            return scalar_types.encode_named(inner, place.path) or self.read(inner, place)
        if isinstance(inner, MappingShape) and inner.kind != "dict":
            return self.read(inner, place)
        return scalar_types.encode_loose_text(place.path)

    def _read_scalar(
        self,
        shape: Scalar,
        place: ArrowPlace,
    ) -> Encoding:
        return scalar_types.encode_scalar(shape, place.path)

    def _read_named(
        self,
        shape: NamedShape,
        place: ArrowPlace,
    ) -> Encoding:
        encoding = scalar_types.encode_named(shape, place.path)
        if encoding is not None:
            return encoding
        assert shape.inner is not None  # encode_named answers otherwise
        return self.read(shape.inner, place)

    def _read_choice(
        self,
        shape: ChoiceShape,
        place: ArrowPlace,
    ) -> Encoding:
        return scalar_types.encode_choice(shape, place.path)

    def _read_model(
        self,
        shape: ModelShape,
        place: ArrowPlace,
    ) -> Encoding:
        """Return a struct of the fields that JSON has, by the names that they have there."""
        return self._build_struct(place, self._list_members(shape, place))

    def _list_members(
        self,
        shape: ModelShape,
        place: ArrowPlace,
    ) -> list[Member]:
        """Return the fields of a record, computed ones too."""
        members = {
            field.json_key: self._read_field(
                shape,
                field,
                place,
            )
            for field in (*shape.fields, *shape.computed_fields)
            if field.json_key is not None
        }
        return list(members.values())

    def _read_field(
        self,
        shape: ModelShape,
        field: ModelField,
        place: ArrowPlace,
    ) -> Member:
        """Return one field; JSON may lack those that a mapping need not have."""
        is_always_there = field.required or shape.kind not in LOOSE_KINDS
        assert field.json_key is not None
        return self._build_member(
            field.json_key,
            field.shape,
            place,
            is_required=is_always_there,
        )

    def _build_member(
        self, name: str, shape: Shape, place: ArrowPlace, *, is_required: bool
    ) -> Member:
        """Return the member *name* of a struct."""
        is_nullable = not (is_required and place.is_solid) or self.is_nullable(shape)
        inner = place.enter(name, is_solid=not is_nullable)
        encoding = self.read(shape, inner)
        is_json = isinstance(encoding, scalar_types.JsonEncoding)
        metadata = scalar_types.JSON_METADATA if is_json else None
        return Member(
            name,
            encoding,
            is_nullable,
            metadata,
        )

    def _build_struct(
        self,
        place: ArrowPlace,
        members: Sequence[Member],
    ) -> Encoding:
        arrow_type = pa.struct([member.describe() for member in members])
        return StructEncoding(
            place.path,
            arrow_type,
            tuple(members),
        )

    def _read_collection(
        self,
        shape: CollectionShape,
        place: ArrowPlace,
    ) -> Encoding:
        return self._build_list(shape.item, place)

    def _build_list(
        self,
        item: Shape,
        place: ArrowPlace,
    ) -> Encoding:
        member = self._build_member(
            "item",
            item,
            place,
            is_required=True,
        )
        encoding = pa.list_(member.describe())
        return ListEncoding(
            place.path,
            encoding,
            member.encoding,
        )

    def _read_tuple(
        self,
        shape: TupleShape,
        place: ArrowPlace,
    ) -> Encoding:
        """Return a list if all items have one type, and a struct if their number is fixed."""
        items = shape.items
        if not shape.names and len(set(items)) == 1:
            return self._build_list(items[0], place)
        if shape.variadic_index is not None:
            return scalar_types.encode_json(place.path)
        names = shape.names or tuple(map(str, range(len(items))))
        members = [
            self._build_member(
                name,
                item,
                place,
                is_required=True,
            )
            for name, item in zip(
                names,
                items,
                strict=True,
            )
        ]
        return self._build_struct(place, members)

    def _read_mapping(
        self,
        shape: MappingShape,
        place: ArrowPlace,
    ) -> Encoding:
        """Return a map; JSON if its keys or values may be anything."""
        if any(_is_any(self._unwrap(part)) for part in (shape.key, shape.value)):
            return scalar_types.encode_json(place.path)
        key = self.read(shape.key, place.enter("key"))
        value = self._build_member(
            "value",
            shape.value,
            place,
            is_required=True,
        )
        arrow_type = pa.map_(
            pa.field(
                "key",
                key.type,
                False,
            ),
            value.describe(),
        )
        return MapEncoding(
            place.path,
            arrow_type,
            key,
            value.encoding,
        )

    def _read_union(
        self,
        shape: UnionShape,
        place: ArrowPlace,
    ) -> Encoding:
        """Return the encoding of the members after those of one kind are merged; else JSON."""
        opened = self._open_members(shape, place)
        if opened is None:
            return scalar_types.encode_json(place.path)
        members, inner = opened
        merged = merge_members(members)
        if len(merged) == 1:
            return self.read(merged[0], inner)
        encodings = [self.read(member, inner) for member in merged]
        return choose_common(encodings, place.path)

    def _open_members(
        self, shape: UnionShape, place: ArrowPlace
    ) -> tuple[list[Shape], ArrowPlace] | None:
        """Return the members without references and None, and the place within them.

        Return None if a member holds the union.
        """
        names = {member.name for _, member in shape.members if isinstance(member, ShapeRef)}
        if names & place.open_refs:
            return None
        members: list[Shape] = []
        for _, member in shape.members:
            opened = self._unwrap(member)
            if isinstance(opened, ShapeRef):
                return None
            members += [] if _is_none(opened) else [_strip_optional(opened)]
        inner = ArrowPlace(
            place.path,
            place.open_refs | names,
            place.is_solid,
            place.levels + 1,
        )
        return members, inner


def _strip_optional(shape: Shape) -> Shape:
    """Return *shape* without None: the column is nullable anyway."""
    return shape.inner if isinstance(shape, OptionalShape) else shape


def _is_none(shape: Shape) -> bool:
    return isinstance(shape, Scalar) and shape.kind == "none"


def _is_any(shape: Shape) -> bool:
    return isinstance(shape, Scalar) and shape.kind == "any"


SOLID_SHAPES = (
    Scalar,
    NamedShape,
    ChoiceShape,
    CollectionShape,
    TupleShape,
    MappingShape,
    ModelShape,
)
"""Shapes whose values are never None; those of others, such as opaque ones, may be."""

READERS: dict[type, Callable[[ArrowTypeReader, Any, ArrowPlace], Encoding]] = {
    Scalar: ArrowTypeReader._read_scalar,
    NamedShape: ArrowTypeReader._read_named,
    ChoiceShape: ArrowTypeReader._read_choice,
    OptionalShape: ArrowTypeReader._read_optional,
    UnionShape: ArrowTypeReader._read_union,
    CollectionShape: ArrowTypeReader._read_collection,
    TupleShape: ArrowTypeReader._read_tuple,
    MappingShape: ArrowTypeReader._read_mapping,
    ModelShape: ArrowTypeReader._read_model,
    RootShape: ArrowTypeReader._read_inner,
    CheckedShape: ArrowTypeReader._read_inner,
    JsonText: ArrowTypeReader._read_inner,
    CustomJsonShape: ArrowTypeReader._read_custom_json,
}
"""The method that reads each shape; the others are texts."""

"""Encodings: how the values of one column become an Arrow array.

An encoding has an Arrow type, and makes an array of that type from Python values: those of a
validated record, or those of its JSON. A value that the type cannot express is an error that names
the field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, NoReturn, Protocol

import pyarrow as pa

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.errors import EmitError

MAX_SHOWN_VALUE = 60

CONVERSION_ERRORS = (
    pa.ArrowException,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
"""Exceptions raised for a value that does not have the type of its column."""

NONE_TYPE = type(None)


class Encoding(Protocol):
    """Makes arrays of one Arrow type; *path* names the field in messages."""

    @property
    def path(self) -> str:
        """The path of the field, with the name of its model."""

    @property
    def type(self) -> Any:
        """The Arrow type of the arrays."""

    def build(self, values: Sequence[Any]) -> Any:
        """Return the array of *values*, of which some may be None."""


def raise_misfit(
    encoding: Encoding,
    value: Any,
    error: Exception,
) -> NoReturn:
    """Raise the error that *value* does not have the type of *encoding*."""
    shown = shorten(repr(value), MAX_SHOWN_VALUE)
    raise EmitError(
        f"{encoding.path}: Arrow cannot hold {shown} as {encoding.type}.",
        hint="Constrain the field so that all its values have this type; see docs/datasets.md.",
        path=encoding.path,
    ) from error


@dataclass(frozen=True, slots=True)
class ValueEncoding:
    """Values without parts.

    Arrow reads those of the *native* types by itself; *prepare* makes such a value of any other.
    """

    path: str
    type: Any
    native: frozenset[type]
    prepare: Callable[[Any], Any]

    def build(self, values: Sequence[Any]) -> Any:
        """Return the array of *values*."""
        kinds = set(map(type, values))
        kinds.discard(NONE_TYPE)
        try:
            if kinds <= self.native:
                return pa.array(values, self.type)
            return pa.array([self._prepare(value) for value in values], self.type)
        except CONVERSION_ERRORS as error:
            self._raise_first_misfit(values, error)

    def _prepare(self, value: Any) -> Any:
        """Return *value* as a native one; None stays None."""
        if value is None or type(value) in self.native:
            return value
        return self.prepare(value)

    def _raise_first_misfit(
        self,
        values: Sequence[Any],
        error: Exception,
    ) -> NoReturn:
        """Raise the error for the first of *values* that does not fit, or else for all of them."""
        for value in values:
            try:
                pa.array([self._prepare(value)], self.type)
            except CONVERSION_ERRORS as own_error:
                raise_misfit(self, value, own_error)
        raise error


@dataclass(frozen=True, slots=True)
class StoredEncoding:
    """Values of an extension type, such as a UUID, that *storage* writes."""

    path: str
    type: Any
    storage: ValueEncoding

    def build(self, values: Sequence[Any]) -> Any:
        """Return the array of *values*."""
        return pa.ExtensionArray.from_storage(self.type, self.storage.build(values))


@dataclass(frozen=True, slots=True)
class CastEncoding:
    """Values that are written by *inner*, and then cast to *type*: texts of decimals, say.

    What is not all texts goes through *inner* of the type itself.
    """

    path: str
    type: Any
    texts: ValueEncoding
    inner: ValueEncoding

    def build(self, values: Sequence[Any]) -> Any:
        """Return the array of *values*."""
        if not set(map(type, values)) <= {str, NONE_TYPE}:
            return self.inner.build(values)
        try:
            return self.texts.build(values).cast(self.type)
        except CONVERSION_ERRORS:  # an exponent, or a value that does not fit: the slow way knows
            return self.inner.build(values)


@dataclass(frozen=True, slots=True)
class ChoiceEncoding:
    """One of *options*, texts that the array holds once. *keys* are the positions by value."""

    path: str
    type: Any
    options: tuple[str, ...]
    keys: Mapping[Any, int]

    def build(self, values: Sequence[Any]) -> Any:
        """Return the array of *values*."""
        try:
            numbers = list(map(self.keys.get, values))
        except TypeError as error:  # not hashable, so it is no option
            raise_misfit(self, values, error)
        if None in numbers:
            self._require_options(values, numbers)
        indices = pa.array(numbers, self.type.index_type)
        return pa.DictionaryArray.from_arrays(indices, pa.array(self.options, pa.string()))

    def _require_options(
        self,
        values: Sequence[Any],
        numbers: Sequence[int | None],
    ) -> None:
        """Raise EmitError if one of *values* is neither None nor an option."""
        for value, number in zip(
            values,
            numbers,
            strict=True,
        ):
            if number is None and value is not None:
                raise_misfit(self, value, KeyError(value))


@dataclass(frozen=True, slots=True)
class Member:
    """One field of a struct: its *name*, and the *encoding* of its values."""

    name: str
    encoding: Encoding
    is_nullable: bool
    metadata: Mapping[str, str] | None = None

    def describe(self) -> Any:
        """Return the Arrow field."""
        return pa.field(
            self.name,
            self.encoding.type,
            self.is_nullable,
            self.metadata,
        )


@dataclass(frozen=True, slots=True)
class StructEncoding:
    """Mappings with a value for each of *members*; a sequence has them in their order.

    Only fields that the type declares have a member: other keys are left out.
    """

    path: str
    type: Any
    members: tuple[Member, ...]

    def build(self, values: Sequence[Any]) -> Any:
        """Return the array of *values*."""
        # Hot: nearly all values are mappings, and to test each of them costs as much as the rest.
        are_mappings = set(map(type, values)) == {dict}
        tables = values if are_mappings else [self._as_mapping(value) for value in values]
        arrays = [
            member.encoding.build([table.get(member.name) for table in tables])
            for member in self.members
        ]
        return self.assemble(arrays, [value is None for value in values])

    def assemble(
        self,
        arrays: Sequence[Any],
        nones: Sequence[bool],
    ) -> Any:
        """Return the array of structs with the columns *arrays*; *nones* says which are null."""
        if not self.members:
            return pa.array([None if is_none else {} for is_none in nones], self.type)
        mask = pa.array(nones, pa.bool_()) if any(nones) else None
        return pa.StructArray.from_arrays(
            arrays,
            fields=list(self.type),
            mask=mask,
        )

    def _as_mapping(self, value: Any) -> Mapping[str, Any]:
        """Return *value* by the names of the members."""
        if value is None:
            return {}
        if isinstance(value, Mapping):
            return value
        names = [member.name for member in self.members]
        if isinstance(value, Sequence) and len(value) == len(names):
            return dict(
                zip(
                    names,
                    value,
                    strict=True,
                )
            )
        raise_misfit(self, value, TypeError(type(value)))


@dataclass(frozen=True, slots=True)
class ListEncoding:
    """Collections of items. The items of a set are sorted by their JSON: a set has no order."""

    path: str
    type: Any
    item: Encoding

    def build(self, values: Sequence[Any]) -> Any:
        """Return the array of *values*."""
        lists = [self._as_list(value) for value in values]
        items = self.item.build(list(chain.from_iterable(each for each in lists if each)))
        return self.assemble(items, [None if each is None else len(each) for each in lists])

    def assemble(
        self,
        items: Any,
        lengths: Sequence[int | None],
    ) -> Any:
        """Return the array of lists that share out *items* by their *lengths*; None is null."""
        offsets = build_offsets(lengths)
        mask = _build_mask(lengths)
        return pa.ListArray.from_arrays(
            offsets,
            items,
            type=self.type,
            mask=mask,
        )

    def _as_list(self, value: Any) -> Sequence[Any] | None:
        """Return the items of *value* in their order."""
        if value is None or isinstance(value, list | tuple):
            return value
        if isinstance(value, set | frozenset):
            return sorted(value, key=_sort_key)
        if isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping):
            return list(value)
        raise_misfit(self, value, TypeError(type(value)))


@dataclass(frozen=True, slots=True)
class MapEncoding:
    """Mappings with any keys."""

    path: str
    type: Any
    key: Encoding
    value: Encoding

    def build(self, values: Sequence[Any]) -> Any:
        """Return the array of *values*."""
        for value in values:
            if value is not None and not isinstance(value, Mapping):
                raise_misfit(self, value, TypeError(type(value)))
        tables = [value for value in values if value]
        keys = self.key.build(list(chain.from_iterable(tables)))
        items = self.value.build(list(chain.from_iterable(each.values() for each in tables)))
        lengths = [None if value is None else len(value) for value in values]
        mask = _build_mask(lengths)
        offsets = build_offsets(lengths)
        return pa.MapArray.from_arrays(
            offsets,
            keys,
            items,
            type=self.type,
            mask=mask,
        )


@dataclass(frozen=True, slots=True)
class TargetEncoding:
    """Values that *inner* encodes, as the *type* that a schema wants: fewer bits, another unit."""

    path: str
    type: Any
    inner: Encoding

    def build(self, values: Sequence[Any]) -> Any:
        """Return the array of *values*."""
        array = self.inner.build(values)
        if array.type == self.type:
            return array
        try:
            # A coarser unit of time has no room for the rest.
            return array.cast(self.type, safe=not pa.types.is_temporal(self.type))
        except CONVERSION_ERRORS as error:
            raise_misfit(self, values[0], error)


def build_offsets(lengths: Sequence[int | None]) -> Any:
    """Return the offsets of lists of *lengths*: where each begins, and where the last one ends."""
    offsets = [0]
    for length in lengths:
        offsets.append(offsets[-1] + (length or 0))
    return pa.array(offsets, pa.int32())


def _build_mask(lengths: Sequence[int | None]) -> Any:
    """Return which of *lengths* are None; None if no one is."""
    if None not in lengths:
        return None
    return pa.array([length is None for length in lengths], pa.bool_())


def _sort_key(item: Any) -> bytes:
    """Return the JSON by which an item of a set is sorted, as in JSON outputs."""
    from pydantic_core import to_json

    try:
        return dumps(item)
    except TypeError:
        return to_json(item)

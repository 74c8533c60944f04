"""The JSON of a record that its model takes back: what the model says of it, or else what the model reads.

A model may leave out of its JSON what it asks for, or name it otherwise. Such a record is written as the model was given it.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.generator.columns import ColumnReader
from pytest_fixturegen.generator.repair.record_repair import RecordSource, repair_record
from pytest_fixturegen.generator.repair.refusal import build_refusal_error, read_refusals
from pytest_fixturegen.introspection.shapes import CollectionShape, TypeReading
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.streams import BLOCK_SIZE

Encoder = Callable[[Any], bytes]


def encode_record(plan: Plan, value: Any, source: RecordSource) -> bytes:
    """The JSON of *value*, which *drawing* drew; that of another draw where no JSON of it is taken back.

    Raises MappingError when none is: such a record cannot be sent to anyone who uses the model.
    """
    ways = (*_list_encoders(plan.reading), lambda _: source.draw_json())
    try:
        return _encode_first_accepted(plan.reading, ways, value)
    except Exception as error:
        return _encode_redraw(plan, source.reader, source.row, error)


def _encode_redraw(plan: Plan, reader: ColumnReader, row: int, error: Exception) -> bytes:
    """The JSON of *row* once a value is drawn for it whose JSON is taken back; *error* says why that of the first is not."""
    ways = _list_encoders(plan.reading)
    as_planned = replace(reader, draft=None)
    try:
        text, _ = repair_record(
            plan,
            as_planned,
            row,
            error,
            lambda value: _encode_first_accepted(plan.reading, ways, value),
        )
    except MappingError as failure:
        raise build_refusal_error(
            error,
            read_refusals(error)[0],
            "does not accept its own JSON",
            failure.hint,
            model=reader.stream.name,
            index=reader.block * BLOCK_SIZE + row,
            tried=failure.facts.get("tried"),
        ) from error
    return bytes(text)


def _list_encoders(reading: TypeReading) -> tuple[Encoder, ...]:
    """What the model itself says of a value: with aliases, so that nothing is lost, and by the names of its fields."""
    ways = (reading.dump_json, reading.dump_round_trip, reading.dump_by_name)
    return tuple(map(_make_sorted_encoder, ways)) if has_sets(reading) else ways


def _encode_first_accepted(
    reading: TypeReading, encoders: tuple[Encoder, ...], value: Any
) -> bytes:
    """What the first of *ways* says of *value* that the model takes back. Raises why it does not take the very first."""
    refusals = []
    for way in encoders:
        try:
            text = way(value)
            reading.validate_json(text)
        except Exception as error:
            refusals.append(error)
        else:
            return text
    raise refusals[0]


def has_sets(reading: TypeReading) -> bool:
    """Whether a value of the type may hold a set."""
    return any(
        _is_set(part)
        for shape in (reading.shape, *reading.refs.values())
        for part in _walk_shape_parts(shape)
    )


def _is_set(part: Any) -> bool:
    return isinstance(part, CollectionShape) and part.kind in ("set", "frozenset")


def _walk_shape_parts(shape: Any) -> Iterator[Any]:
    """*shape* and all that it is made of, as far as no ref stands for it."""
    yield shape
    names = getattr(shape, "__dataclass_fields__", ())
    for held in (getattr(shape, name) for name in names):
        for part in _flatten_shapes(held):
            yield from _walk_shape_parts(part)


def _flatten_shapes(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        for each in value:
            yield from _flatten_shapes(each)
    elif type(value).__module__ == TypeReading.__module__:
        yield value


def _make_sorted_encoder(encode: Encoder) -> Encoder:
    """*write*, with the items of sets in the order of their text: their own order is not the same in every process."""

    def encode_sorted(value: Any) -> bytes:
        said = sort_sets(value, json.loads(encode(value)))
        return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()

    return encode_sorted


def sort_sets(value: Any, json_value: Any) -> Any:
    """*said*, which JSON says of *value*, with each list that stands for a set in the order of its items' text."""
    if isinstance(value, set | frozenset) and isinstance(json_value, list):
        nested = any(isinstance(each, frozenset) for each in value)
        return sorted(
            (sort_sets(frozenset(), each) for each in json_value) if nested else json_value,
            key=dumps,
        )
    if (
        isinstance(value, list | tuple | deque)
        and isinstance(json_value, list)
        and len(value) == len(json_value)
    ):
        return [sort_sets(each, text) for each, text in zip(value, json_value, strict=True)]
    if (
        isinstance(value, Mapping)
        and isinstance(json_value, dict)
        and len(value) == len(json_value)
    ):
        return {
            key: sort_sets(each, text)
            for each, (key, text) in zip(value.values(), json_value.items(), strict=True)
        }
    fields = getattr(value, "__pydantic_fields__", None) or getattr(
        value, "__dataclass_fields__", {}
    )
    if "root" in fields and hasattr(value, "model_fields_set") and type(json_value) is not dict:
        return sort_sets(value.root, json_value)
    return (
        _sort_field_sets(value, fields, json_value) if isinstance(json_value, dict) else json_value
    )


def _sort_field_sets(
    value: Any, fields: Mapping[str, Any], json_value: dict[str, Any]
) -> dict[str, Any]:
    names = {
        getattr(info, "serialization_alias", None) or name: name for name, info in fields.items()
    }
    names |= {name: name for name in fields if name in json_value}
    return {
        key: sort_sets(getattr(value, names[key], None), text) if key in names else text
        for key, text in json_value.items()
    }

"""The JSON of a record, in a form that its model reads again.

A model may leave out of its JSON what it requires, or write another name than it reads. The JSON of
such a record is what the model was given.
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


def encode_record(plan: Plan, record: Any, source: RecordSource) -> bytes:
    """Return the JSON of *record*, which *source* drew, or of another draw if the model refuses it.

    Raise MappingError if the model refuses the JSON of every draw: nobody could read such a record.
    """
    encoders = (*_list_encoders(plan.reading), lambda _: source.draw_json())
    try:
        return _encode_first_accepted(plan.reading, encoders, record)
    except Exception as error:  # a validator or serializer of the user may raise anything
        return _encode_redraw(plan, source.reader, source.row, error)


def _encode_redraw(plan: Plan, reader: ColumnReader, row: int, error: Exception) -> bytes:
    """Return the JSON of a record that is drawn for *row* until the model reads its JSON.

    *error* says why the model refuses the JSON of the first one.
    """
    encoders = _list_encoders(plan.reading)
    as_planned = replace(reader, draft=None)
    try:
        text, _ = repair_record(
            plan,
            as_planned,
            row,
            error,
            lambda record: _encode_first_accepted(plan.reading, encoders, record),
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
    """Return the model's own encoders: with aliases, without loss, and with the names of fields."""
    encoders = (reading.dump_json, reading.dump_round_trip, reading.dump_by_name)
    return tuple(map(_make_sorted_encoder, encoders)) if has_sets(reading) else encoders


def _encode_first_accepted(
    reading: TypeReading, encoders: tuple[Encoder, ...], record: Any
) -> bytes:
    """Return the first JSON of *record* by *encoders* that the model reads.

    Raise why the model refuses the very first one if it reads none.
    """
    refusals = []
    for encode in encoders:
        try:
            text = encode(record)
            reading.validate_json(text)
        except Exception as error:  # a validator or serializer of the user may raise anything
            refusals.append(error)
        else:
            return text
    raise refusals[0]


def has_sets(reading: TypeReading) -> bool:
    """Return whether a value of the type may contain a set."""
    shapes = (reading.shape, *reading.refs.values())
    return any(_is_set(part) for shape in shapes for part in _walk_shape_parts(shape))


def _is_set(part: Any) -> bool:
    return isinstance(part, CollectionShape) and part.kind in ("set", "frozenset")


def _walk_shape_parts(shape: Any) -> Iterator[Any]:
    """Yield *shape* and the shapes that it is made of, but not those behind a reference."""
    yield shape
    for name in getattr(shape, "__dataclass_fields__", ()):
        for part in _flatten_shapes(getattr(shape, name)):
            yield from _walk_shape_parts(part)


def _flatten_shapes(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        for item in value:
            yield from _flatten_shapes(item)
    elif type(value).__module__ == TypeReading.__module__:
        yield value


def _make_sorted_encoder(encode: Encoder) -> Encoder:
    """Return *encode* with the items of sets in the order of their text.

    The order of a set differs from process to process, because hashes of texts do.
    """

    def encode_sorted(value: Any) -> bytes:
        sorted_json = sort_sets(value, json.loads(encode(value)))
        return json.dumps(sorted_json, ensure_ascii=False, separators=(",", ":")).encode()

    return encode_sorted


def sort_sets(value: Any, json_value: Any) -> Any:
    """Return *json_value*, the JSON of *value*, with sorted items in each list that was a set."""
    match json_value:
        case list():
            return _sort_sets_in_list(value, json_value)
        case dict():
            return _sort_sets_in_object(value, json_value)
        case _ if _is_root_model(value):
            return sort_sets(value.root, json_value)
        case _:
            return json_value


def _sort_sets_in_list(value: Any, json_value: list[Any]) -> Any:
    if isinstance(value, set | frozenset):
        if any(isinstance(item, frozenset) for item in value):
            # Which of the inner sets an item was is unknown, but it was one.
            json_value = [sort_sets(frozenset(), item) for item in json_value]
        return sorted(json_value, key=dumps)
    if isinstance(value, list | tuple | deque) and len(value) == len(json_value):
        return [sort_sets(item, text) for item, text in zip(value, json_value, strict=True)]
    return sort_sets(value.root, json_value) if _is_root_model(value) else json_value


def _sort_sets_in_object(value: Any, json_value: dict[str, Any]) -> Any:
    if isinstance(value, Mapping) and len(value) == len(json_value):
        pairs = zip(value.values(), json_value.items(), strict=True)
        return {key: sort_sets(item, text) for item, (key, text) in pairs}
    fields = _get_fields(value)
    names = {
        getattr(field, "serialization_alias", None) or name: name for name, field in fields.items()
    }
    names |= {name: name for name in fields if name in json_value}
    return {
        key: sort_sets(getattr(value, names[key], None), text) if key in names else text
        for key, text in json_value.items()
    }


def _get_fields(value: Any) -> Mapping[str, Any]:
    """Return the fields of a model or a dataclass by name."""
    model_fields = getattr(value, "__pydantic_fields__", None)
    return model_fields or getattr(value, "__dataclass_fields__", {})


def _is_root_model(value: Any) -> bool:
    return "root" in _get_fields(value) and hasattr(value, "model_fields_set")

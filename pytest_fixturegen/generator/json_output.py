"""The JSON of a record that its model accepts again.

A model may leave required fields out of its JSON, or write them under other names. Then the record
is written as the model received it.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.generator.columns import ColumnReader
from pytest_fixturegen.generator.repair.lessons import repair_record
from pytest_fixturegen.generator.repair.record_repair import RecordSource
from pytest_fixturegen.generator.repair.refusal import build_refusal_error, read_refusals
from pytest_fixturegen.introspection.shapes import CollectionShape, TypeReading
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.streams import BLOCK_SIZE

Encoder = Callable[[Any], bytes]


def encode_record(
    plan: Plan,
    value: Any,
    source: RecordSource,
) -> bytes:
    """Return the JSON of *value*, which *source* drew.

    If the model accepts no JSON of it, the record is repaired until it does.

    Raises:
        MappingError: If no repaired record has such JSON: no user of the model could read it.
    """
    encoders = (*_list_encoders(plan.reading), lambda _: source.draw_json())
    result = attempt(partial(_encode_first_accepted, plan.reading, encoders, value))
    if isinstance(result, Raised):
        return _encode_redraw(
            plan,
            source.reader,
            source.row,
            result.error,
        )
    return result


def _encode_redraw(
    plan: Plan,
    reader: ColumnReader,
    row: int,
    error: Exception,
) -> bytes:
    """Return the JSON of a repaired record in place of *row*.

    *error* is why the model rejects the JSON of the first one.
    """
    encoders = _list_encoders(plan.reading)
    as_planned = replace(reader, draft=None)
    try:
        text, _ = repair_record(
            plan,
            as_planned,
            row,
            error,
            partial(_encode_first_accepted, plan.reading, encoders),
            "JSON",
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
    """Return the model's own encoders: as it writes JSON, without loss, and by field names."""
    encoders = (reading.dump_json, reading.dump_round_trip, reading.dump_by_name)
    if not has_sets(reading):
        return encoders
    return tuple(_make_sorted_encoder(encode) for encode in encoders)


def _encode_first_accepted(
    reading: TypeReading,
    encoders: tuple[Encoder, ...],
    value: Any,
) -> bytes:
    """Return the first JSON of *value* that the model accepts; raise its error for the first."""

    def encode_accepted(encode: Encoder) -> bytes:
        text = encode(value)
        reading.validate_json(text)
        return text

    refused = []
    for encode in encoders:
        # Serializers and validators of the user may raise anything.
        result = attempt(partial(encode_accepted, encode))
        if not isinstance(result, Raised):
            return result
        refused.append(result.error)
    raise refused[0]


def has_sets(reading: TypeReading) -> bool:
    """Return whether a value of the type may contain a set."""
    shapes = (reading.shape, *reading.refs.values())
    return any(_is_set(part) for shape in shapes for part in _walk_shape_parts(shape))


def _is_set(part: Any) -> bool:
    """Return whether *part* is a shape whose items have no order."""
    return isinstance(part, CollectionShape) and part.kind in ("set", "frozenset")


def _walk_shape_parts(shape: Any) -> Iterator[Any]:
    """Yield *shape* and the shapes within it; references are not followed."""
    yield shape
    for name in getattr(shape, "__dataclass_fields__", ()):
        for part in _flatten_shapes(getattr(shape, name)):
            yield from _walk_shape_parts(part)


def _flatten_shapes(value: Any) -> Iterator[Any]:
    """Yield the shapes in *value*: itself, or those in a tuple at any depth; nothing else."""
    if isinstance(value, tuple):
        for item in value:
            yield from _flatten_shapes(item)
    elif type(value).__module__ == TypeReading.__module__:
        yield value


def _make_sorted_encoder(encode: Encoder) -> Encoder:
    """Return *encode* with sets in the order of their text: their own differs between processes."""

    def encode_sorted(value: Any) -> bytes:
        json_value = sort_sets(value, json.loads(encode(value)))
        return json.dumps(json_value, ensure_ascii=False, separators=(",", ":")).encode()

    return encode_sorted


def sort_sets(value: Any, json_value: Any) -> Any:
    """Return *json_value*, the JSON of *value*, with the items of sets in the order of their
    text.
    """
    if isinstance(json_value, list):
        return _sort_list(value, json_value)
    is_same_mapping = isinstance(value, Mapping) and isinstance(json_value, dict)
    if is_same_mapping and len(value) == len(json_value):
        items = zip(value.values(), json_value.items(), strict=True)
        return {key: sort_sets(item, text) for item, (key, text) in items}
    fields = _get_fields(value)
    if _is_root_model(value, fields) and not isinstance(json_value, dict):
        return sort_sets(value.root, json_value)
    if isinstance(json_value, dict):
        return _sort_field_sets(value, fields, json_value)
    return json_value


def _sort_list(value: Any, json_items: list[Any]) -> Any:
    """Return the JSON of a set, a sequence or a root model with the items of sets sorted.

    The JSON stays as it is if *value* does not show which item belongs to which text.
    """
    if isinstance(value, set | frozenset):
        if any(isinstance(item, frozenset) for item in value):
            # Which text belongs to which inner set is not known, so each is sorted by itself.
            json_items = [sort_sets(frozenset(), item) for item in json_items]
        return sorted(json_items, key=dumps)
    if isinstance(value, list | tuple | deque) and len(value) == len(json_items):
        return [sort_sets(item, text) for item, text in zip(value, json_items, strict=True)]
    if _is_root_model(value, _get_fields(value)):
        return sort_sets(value.root, json_items)
    return json_items


def _get_fields(value: Any) -> Mapping[str, Any]:
    """Return the fields of *value* by name, of a Pydantic model or dataclass; empty otherwise."""
    fields: Mapping[str, Any] = getattr(value, "__pydantic_fields__", None) or getattr(
        value, "__dataclass_fields__", {}
    )
    return fields


def _is_root_model(value: Any, fields: Mapping[str, Any]) -> bool:
    """Return whether *value* is a root model, whose JSON is that of its root."""
    return "root" in fields and hasattr(value, "model_fields_set")


def _sort_field_sets(
    value: Any,
    fields: Mapping[str, Any],
    json_value: dict[str, Any],
) -> dict[str, Any]:
    """Return *json_value* with the sets of each field sorted; other keys stay as they are.

    JSON may name a field by its serialisation alias or by its own name.
    """
    names = {}
    for name, info in fields.items():
        alias = getattr(info, "serialization_alias", None)
        names[alias or name] = name
    names |= {name: name for name in fields if name in json_value}
    sorted_value = {}
    for key, text in json_value.items():
        if key in names:
            field_value = getattr(value, names[key], None)
            sorted_value[key] = sort_sets(field_value, text)
        else:
            sorted_value[key] = text
    return sorted_value

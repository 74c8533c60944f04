"""The JSON of a record that its model accepts again.

A model may leave required fields out of its JSON, or write them under other names. Then the record
is written as the model received it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.lazy_functions import import_on_call
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen._internal.type_names import format_path
from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.generator.code_seeds import seed_json
from pytest_fixturegen.generator.columns import ColumnReader
from pytest_fixturegen.generator.repair.record_source import RecordSource
from pytest_fixturegen.introspection.set_order import make_sorted_encoder
from pytest_fixturegen.introspection.shape_parts import measure_nesting
from pytest_fixturegen.introspection.shapes import TypeReading
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.streams import BLOCK_SIZE

if TYPE_CHECKING:
    from pytest_fixturegen.generator.repair.lessons import repair_record
    from pytest_fixturegen.generator.repair.refusal import build_refusal_error, read_refusals
else:
    (repair_record,) = import_on_call("pytest_fixturegen.generator.repair.lessons", "repair_record")
    build_refusal_error, read_refusals = import_on_call(
        "pytest_fixturegen.generator.repair.refusal", "build_refusal_error", "read_refusals"
    )

Encoder = Callable[[Any], bytes]

JSON_DEPTH_MESSAGE = "recursion limit exceeded"
"""Pydantic's message for JSON that is nested too deeply."""

MAX_JSON_LEVELS = 200
"""The objects and arrays within each other that Pydantic reads, the innermost included."""

MAX_PATH_LENGTH = 60


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
    if plan.reading.is_document:  # its plain values are valid as JSON, too
        return plan.reading.dump_json(value)
    own, drawn = _list_encoders(plan.reading), (lambda _: source.draw_json(),)
    encoders = drawn + own if plan.reading.writes_inputs else own + drawn
    with seed_json(
        plan,
        source.reader.stream,
        source.reader.block,
        source.row,
    ):
        result = attempt(partial(_encode_first_accepted, plan.reading, encoders, value))
    if isinstance(result, Raised):
        _require_readable_depth(plan.reading, result.error)
        return _encode_redraw(
            plan,
            source.reader,
            source.row,
            result.error,
        )
    return result


def encode_input(
    plan: Plan,
    value: Any,
    source: RecordSource,
    validate_json: Callable[[bytes], Any],
) -> bytes:
    """Return the JSON of *value*, which *source* drew, with the keys that its model reads.

    It is the JSON that *value* was made from, if *validate_json* accepts it.

    Raises:
        MappingError: If the model accepts no JSON of a repaired record either.
    """
    text = attempt(source.draw_json)
    if not isinstance(text, Raised):
        accepted = attempt(partial(validate_json, text))
        if not isinstance(accepted, Raised):
            return text
    return encode_record(
        plan,
        value,
        source,
    )


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


def _require_readable_depth(reading: TypeReading, error: Exception) -> None:
    """Raise MappingError if *error* says that Pydantic reads no JSON that nests so deep.

    Another record nests as deep, so to draw one would take time only.
    """
    refusal = read_refusals(error)[0]
    if refusal.kind != "json_invalid" or JSON_DEPTH_MESSAGE not in refusal.message:
        return
    path = measure_nesting(reading.shape, reading.refs).path
    place = shorten(format_path(reading.name, path), MAX_PATH_LENGTH)
    raise MappingError(
        f"{place}: JSON nests too deep here: Pydantic reads at most {MAX_JSON_LEVELS} levels.",
        hint="Nest its models less deep, or draw instances instead of JSON.",
        model=reading.name,
        path=path,
    ) from error


def _list_encoders(reading: TypeReading) -> tuple[Encoder, ...]:
    """Return the model's own encoders: as it writes JSON, without loss, and by field names."""
    encoders = (
        reading.dump_json,
        reading.dump_round_trip,
        reading.dump_by_name,
    )
    if not reading.has_sets:
        return encoders
    return tuple(make_sorted_encoder(encode) for encode in encoders)


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

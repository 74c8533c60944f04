"""JSON Schemas of models: one alone, or several in one document with ``$defs``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from pytest_fixturegen._internal.deep_calls import MAX_LEVELS, allow_levels
from pytest_fixturegen._internal.text import summarize_message
from pytest_fixturegen._internal.user_code import translate_user_errors
from pytest_fixturegen.discovery.found_model import FoundModel
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.introspection.type_reader import build_json_schema, build_schema_document
from pytest_fixturegen.worker.frames import CLOSE, FAILURE, OUTPUT, FrameSender
from pytest_fixturegen.worker.json_shards import MODEL_ERRORS, build_failure_report, send_chunks


def send_document(sender: FrameSender, models: Sequence[FoundModel]) -> None:
    """Send one output with the schemas of *models*, and a failure for each model without one.

    The models are announced before.
    """
    described = []
    for model in models:
        try:
            describe_model(model)
        except MODEL_ERRORS as error:
            sender.send_error(FAILURE, build_failure_report(error, model))
        else:
            described.append(model)
    if not described:
        return
    sender.send_json(
        OUTPUT,
        {"model": described[0].name, "place": 0},
    )
    document = build_schema_document([(model.name, model.cls) for model in described])
    send_chunks(sender, iter([format_schema(document)]))
    sender.send(CLOSE)
    sender.flush()


def describe_model(model: FoundModel) -> dict[str, Any]:
    """Return the JSON Schema of *model*; raise MappingError if it has none."""

    def build_error(error: Exception) -> MappingError:
        """Return the error for a type that JSON Schema cannot describe, with its reason."""
        reason = summarize_message(str(error), 1)
        if isinstance(error, RecursionError):
            return MappingError(
                f"{model.name} nests too deep for Pydantic's JSON Schema: {reason}.",
                hint="Nest its models less deep, or leave it out with --exclude.",
            )
        return MappingError(
            f"{model.name} does not have a JSON Schema: {reason}.",
            hint="Define __get_pydantic_json_schema__ on the type.",
        )

    with translate_user_errors(build_error):  # hooks of the model's own types run here
        return build_json_schema(model.cls)


def generate_schema(model: FoundModel) -> Iterator[bytes]:
    """Yield the JSON Schema of *model*; its errors become failures, too."""
    yield format_schema(describe_model(model))


def format_schema(schema: dict[str, Any]) -> bytes:
    """Return *schema* as indented JSON."""
    with allow_levels(MAX_LEVELS):
        return (
            json.dumps(
                schema,
                indent=2,
                ensure_ascii=False,
            ).encode()
            + b"\n"
        )

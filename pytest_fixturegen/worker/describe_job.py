"""The job of ``pfg lock`` and ``pfg verify``: what the models of a target look like."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.type_names import format_type
from pytest_fixturegen.api import generate
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.discovery.found_model import FoundModel
from pytest_fixturegen.strategies import links
from pytest_fixturegen.worker.frames import REPORT, FrameSender
from pytest_fixturegen.worker.json_shards import get_full_name
from pytest_fixturegen.worker.list_job import select_models
from pytest_fixturegen.worker.settings import restore_settings

UNSHOWN_KEYS = frozenset(("title", "description", "$defs", "properties", "required"))
"""Keywords of a schema that say nothing about the values of a field."""

UNION_KEYS = ("anyOf", "oneOf", "allOf")
REFERENCE_START = "#/$defs/"
MAX_SHOWN_CHARACTERS = 160
"""Characters of a field that are shown; a longer description ends with a digest."""


def describe_models(
    sender: FrameSender,
    target: dict[str, Any],
    selection: dict[str, Any],
    generation: dict[str, Any],
) -> None:
    """Send a report for each model, and for those that its links point to.

    A report has the digests of the model's schema and of the source of its module, and each of its
    fields, those of nested models too, as one line of text.
    """
    config = restore_settings(GenerationConfig, generation)
    models = {
        get_full_name(model): model
        for model in select_models(
            sender,
            target,
            selection,
        )
    }
    for cls in links.find_linked_models([model.cls for model in models.values()], config):
        linked = FoundModel(
            cls,
            cls.__module__,
            cls.__qualname__,
            "model",
        )
        models.setdefault(get_full_name(linked), linked)
    for full_name, model in models.items():
        facts = {
            "model": model.name,
            "full_name": full_name,
            "digest": generate.compute_model_digest(model.cls),
            "code": compute_source_digest(model.module),
            "fields": dict(describe_fields(model.cls)),
        }
        sender.send_json(REPORT, facts)


def compute_source_digest(module_name: str) -> str:
    """Return the digest of the source file of a module; an empty text if it has none."""
    file = getattr(
        sys.modules.get(module_name),
        "__file__",
        None,
    )
    try:
        return hashlib.sha256(Path(str(file)).read_bytes()).hexdigest() if file else ""
    except OSError:  # the module may have removed its file, or name another one
        return ""


def describe_fields(cls: Any) -> Iterator[tuple[str, str]]:
    """Yield each field of *cls* and of the models in it as ``Model.field`` and a text."""
    schema = generate.find_json_schema(cls)
    definitions = schema.get("$defs") or {}
    for owner, body in {format_type(cls): schema, **definitions}.items():
        fields = body.get("properties")
        if not isinstance(fields, Mapping):
            yield owner, describe_schema(body)
            continue
        required = body.get("required") or ()
        for name, field in fields.items():
            ending = "" if name in required else ", optional"
            yield f"{owner}.{name}", describe_schema(field) + ending


def describe_schema(schema: Any) -> str:
    """Return the schema of a field as one short line, such as ``integer, minimum 18``."""
    text = ", ".join(_list_parts(schema))
    if len(text) <= MAX_SHOWN_CHARACTERS:
        return text
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return f"{text[:MAX_SHOWN_CHARACTERS]}… {digest}"


def _list_parts(schema: Any) -> Iterator[str]:
    """Yield the type of a schema, then its other keywords."""
    if not isinstance(schema, Mapping):
        yield _format_value(schema)
        return
    if "$ref" in schema:
        yield str(schema["$ref"]).removeprefix(REFERENCE_START)
    if "type" in schema:
        yield _format_value(schema["type"])
    for key in UNION_KEYS:
        if key in schema:
            yield " | ".join(describe_schema(member) for member in schema[key])
    hidden = UNSHOWN_KEYS | {"$ref", "type", *UNION_KEYS}
    for key in sorted(schema.keys() - hidden):
        value = schema[key]
        shown = f"({describe_schema(value)})" if key == "items" else _format_value(value)
        yield f"{key} {shown}"


def _format_value(value: Any) -> str:
    """Return *value* as JSON, a text without quotes."""
    return (
        value
        if isinstance(value, str)
        else json.dumps(
            value,
            sort_keys=True,
            default=str,
        )
    )

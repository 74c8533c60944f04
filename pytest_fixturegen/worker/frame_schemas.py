"""Schemas of the JSON frames: their keys, and the form of each value.

The child may be under the control of the target. So the parent checks every object here, before
any reader sees it, and readers can rely on keys, types and ranges.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from pytest_fixturegen.worker.frames import (
    ERROR,
    FAILURE,
    FILE,
    HELLO,
    MODEL,
    OUTPUT,
    PROGRESS,
    REPORT,
    build_protocol_error,
)

MAX_COUNT = 10**12
MAX_SHORT_TEXT = 200
MAX_TEXT = 100_000
MAX_SHALLOW = 40
MAX_LAYERS = 20

Check = Callable[[Any], bool]
"""A function that returns whether a value has the right form."""


def is_text(value: Any) -> bool:
    """Return whether *value* is a text that can be encoded, with at most MAX_TEXT characters."""
    if not isinstance(value, str) or len(value) > MAX_TEXT:
        return False
    return value.isascii() or not any("\ud800" <= character <= "\udfff" for character in value)


def is_short_text(value: Any) -> bool:
    """Return whether *value* is a short text without control characters."""
    return isinstance(value, str) and len(value) <= MAX_SHORT_TEXT and value.isprintable()


def is_printable(value: Any) -> bool:
    """Return whether *value* is a text without control characters."""
    return is_text(value) and value.isprintable()


def is_count(value: Any) -> bool:
    """Return whether *value* is a whole number from 0 that is not huge."""
    return type(value) is int and 0 <= value <= MAX_COUNT


def is_bool(value: Any) -> bool:
    """Return whether *value* is true or false."""
    return isinstance(value, bool)


def is_object(value: Any) -> bool:
    """Return whether *value* is an object."""
    return isinstance(value, dict)


def is_shallow_object(value: Any) -> bool:
    """Return whether *value* is an object of at most MAX_SHALLOW levels, as errors have it."""
    level = [value]
    for _ in range(MAX_SHALLOW):
        level = [item for container in level for item in _list_containers(container)]
        if not level:
            return isinstance(value, dict)
    return False


def _list_containers(container: Any) -> list[Any]:
    """Return the objects and lists directly in *container*."""
    items = container.values() if isinstance(container, dict) else container
    return [item for item in items if isinstance(item, (dict, list))]


def is_list(value: Any) -> bool:
    """Return whether *value* is a list."""
    return isinstance(value, list)


def is_text_list(value: Any) -> bool:
    """Return whether *value* is a list of texts."""
    return isinstance(value, list) and all(map(is_text, value))


def is_layer_list(value: Any) -> bool:
    """Return whether *value* is a short list of short texts: the layers of the sandbox."""
    return is_list(value) and len(value) <= MAX_LAYERS and all(map(is_short_text, value))


def is_symbol(value: Any) -> bool:
    """Return whether *value* is a symbol: its mark, a module and a name."""
    return is_text_list(value) and len(value) == 3


def is_field_list(value: Any) -> bool:
    """Return whether *value* is a list of pairs: a name, and a form."""
    return isinstance(value, list) and all(map(_is_field, value))


def _is_field(value: Any) -> bool:
    """Return whether *value* is a pair that begins with a text."""
    is_pair = isinstance(value, list) and len(value) == 2
    return is_pair and is_text(value[0])


def is_counted_examples(value: Any) -> bool:
    """Return whether *value* is a pair of a number and a list of texts."""
    is_pair = isinstance(value, list) and len(value) == 2
    return is_pair and is_count(value[0]) and is_text_list(value[1])


def is_case_facts(value: Any) -> bool:
    """Return whether *value* has the form of the facts about the cases of a model."""
    return CASE_FACTS.matches(value)


def is_persist_config(value: Any) -> bool:
    """Return whether *value* is an object with a whole number as ``seed``."""
    return isinstance(value, dict) and type(value.get("seed")) is int


def is_decision_list(value: Any) -> bool:
    """Return whether *value* is a list of decisions, as ``pfg gen explain`` prints them."""
    return isinstance(value, list) and all(map(DECISION.matches, value))


def is_place_list(value: Any) -> bool:
    """Return whether *value* is a list of places with their classes."""
    return isinstance(value, list) and all(map(PLACE.matches, value))


def _is_class_list(value: Any) -> bool:
    """Return whether *value* is a list of classes of values."""
    return isinstance(value, list) and all(map(VALUE_CLASS.matches, value))


class FrameSchema(NamedTuple):
    """The *required* and the *optional* keys of an object, each with the check of its value."""

    required: Mapping[str, Check]
    optional: Mapping[str, Check] = MappingProxyType({})

    def matches(self, value: Any) -> bool:
        """Return whether *value* is an object with these keys only, and with valid values."""
        if not isinstance(value, dict) or not self.required.keys() <= value.keys():
            return False
        checks = {**self.required, **self.optional}
        return value.keys() <= checks.keys() and all(checks[key](value[key]) for key in value)


DECISION = FrameSchema(
    dict.fromkeys(("model", "field", "path", "provider", "reason"), is_text),
)
CASE_FACTS = FrameSchema(
    {"cases": is_count},
    dict.fromkeys(("refused", "not_covered", "findings"), is_counted_examples),
)
NAMED = FrameSchema({"model": is_text})
ANNOUNCED = FrameSchema(
    {"model": is_text, "outputs": is_count},
    {"full_name": is_text, "digest": is_text},
)
PLACED = FrameSchema(
    {"model": is_text, "place": is_count},
    {"shard": is_count, "index": is_count, "records": is_count, "facts": is_case_facts},
)
DATASET_FILE = FrameSchema(PLACED.required, {**PLACED.optional, "partition": is_text})
PROGRESSED = FrameSchema({"records": is_count})
FAILED = FrameSchema(
    {"kind": is_text, "message": is_text},
    {"code": is_count, "hint": is_text, "details": is_shallow_object, "seal": is_short_text},
)
IMPORTED_FILE = FrameSchema({"file": is_count}, {"error": FAILED.matches})

GREETING = FrameSchema({"active": is_layer_list}, {"missing": is_layer_list})
LISTED_MODEL = FrameSchema(
    {"module": is_text, "name": is_text, "kind": is_short_text},
    dict.fromkeys(("method", "path", "operation_id", "does"), is_printable),
)
LISTED_PLUGIN = FrameSchema(
    dict.fromkeys(("plugin", "kind", "distribution", "version"), is_text) | {"hooks": is_text_list}
)
DRAWN_MODEL = FrameSchema(
    {
        "model": is_text,
        "place": is_count,
        "module": is_text,
        "schema": is_object,
        "start": is_count,
        "total": is_count,
        "config": is_persist_config,
        "table": is_object,
        "has_tables": is_bool,
    }
)
VALUE_CLASS = FrameSchema(dict.fromkeys(("name", "label", "kind"), is_text))
PLACE = FrameSchema({"place": is_text, "classes": _is_class_list})
EXPLAINED_MODEL = FrameSchema(
    {"model": is_text, "fields": is_decision_list}, {"classes": is_place_list}
)
FIXTURE = FrameSchema(
    {
        "model": is_text,
        "full_name": is_text,
        "digest": is_text,
        "bare": is_bool,
        "drawn": is_count,
        "symbol": is_symbol,
        "annotation": is_list,
        "cases": is_list,
    },
    {"labels": is_text_list, "base": is_list, "facts": is_case_facts},
)
OVERRIDES = FrameSchema({"symbol": is_symbol, "type": is_list, "fields": is_field_list})
APPLICATION = FrameSchema(
    {
        "symbol": is_symbol,
        "operations": is_count,
        "unknown": is_text_list,
        "test_client": is_text,
    }
)
PROBE = FrameSchema({"action": is_text, "layer": is_text, "possible": is_bool})

COMMON_SCHEMAS: Mapping[bytes, Check] = {
    ERROR: FAILED.matches,
    FAILURE: FAILED.matches,
    FILE: IMPORTED_FILE.matches,
    MODEL: ANNOUNCED.matches,
    OUTPUT: PLACED.matches,
    HELLO: GREETING.matches,
    PROGRESS: PROGRESSED.matches,
}
"""The schemas of frames that are the same for all jobs."""

JOB_SCHEMAS: Mapping[str, Mapping[bytes, Check]] = {
    "list_models": {REPORT: LISTED_MODEL.matches},
    "list_plugins": {REPORT: LISTED_PLUGIN.matches},
    "emit_dataset": {OUTPUT: DATASET_FILE.matches},
    "draw_records": {OUTPUT: DRAWN_MODEL.matches},
    "explain_models": {REPORT: EXPLAINED_MODEL.matches},
    "examine_models": {OUTPUT: NAMED.matches, REPORT: is_shallow_object},
    "emit_fixtures": {REPORT: FIXTURE.matches},
    "emit_overrides": {REPORT: OVERRIDES.matches},
    "describe_app": {REPORT: APPLICATION.matches},
    "probe_native_calls": {REPORT: PROBE.matches},
}
"""The schemas of frames that differ by job. The doctor checks its reports by their class."""


def check_frame(
    job: str,
    tag: bytes,
    value: dict[str, Any],
) -> None:
    """Raise UnsafeImportViolation if *value* is not what *job* sends with *tag*."""
    matches = JOB_SCHEMAS.get(job, {}).get(tag) or COMMON_SCHEMAS.get(tag)
    if matches is not None and not matches(value):
        raise build_protocol_error("sent a report of the wrong form")

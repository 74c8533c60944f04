"""Strategy: texts for validators that read nothing else.

A validator that runs before the type is checked may split a text, or read a date in its own format.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

from pydantic_core import to_jsonable_python

from pytest_fixturegen.generator.repair.converted_nodes import convert_node
from pytest_fixturegen.generator.repair.drawn_parts import DrawnPart
from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy, take_share
from pytest_fixturegen.generator.repair.validator_code import ValidatorCode

NAME = "text input"

MAX_CONSTANTS = 3
"""Constants of the code that are tried in one way."""

TEXT_FUNCTIONS = (
    *("split", "rsplit", "splitlines", "strip", "lower", "upper", "replace", "partition"),
    *("removeprefix", "removesuffix", "startswith", "endswith", "loads", "strptime"),
    *("fromisoformat", "fromhex", "b64decode", "match", "fullmatch", "str"),
)
"""Functions and methods that indicate that the code of a validator parses texts."""

TEXT_PATTERN = re.compile(
    r"has no attribute|(?:must be|expected|not|a) (?:str|bytes)|bytes-like|subscriptable"
    r"|(?:argument|operand) type",
    re.IGNORECASE,
)
"""Python's messages for a value of another type that is used like a text."""

JSON_FUNCTIONS = ("loads", "validate_json", "model_validate_json")
COMMA = ","
INNER_SEPARATORS = ("=", ":")
"""Usual separators between the key and the value of an entry."""

SEPARATOR_PATTERN = re.compile(r"\s?[^\w\s]{1,2}\s?|\s")

ToText = Callable[[Any], str]


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield patches that make texts of other values, if the code reads texts."""
    wants_text = refusal.is_type_crash and TEXT_PATTERN.search(refusal.message) is not None
    reads_texts = drawn.lap > 1 and drawn.code.uses(*TEXT_FUNCTIONS)
    if not wants_text and not reads_texts:
        return iter(())
    patches = (
        DrawInstead(
            NAME,
            part.path,
            label,
            node=convert_node(drawn.get_node(part), to_text),
        )
        for part in _list_text_parts(drawn, wants_text)
        if part.path and part.value is not None and not isinstance(part.value, str)
        for label, to_text in list_texts(drawn.code, part.value)
    )
    return take_share(patches, drawn.lap)


def _list_text_parts(drawn: Drawn, wants_text: bool) -> list[DrawnPart]:
    """Return the parts that may be wanted as texts.

    If a message names a part, and does not ask for a text, the part around it is right as it is.
    """
    parts = drawn.value_suspects
    return parts if wants_text or drawn.named is None else parts[:1]


def list_texts(code: ValidatorCode, value: Any) -> Iterator[tuple[str, ToText]]:
    """Yield a label and a function for each text that *value* may be written as."""
    if code.uses(*JSON_FUNCTIONS):
        yield "JSON", to_json_text
    yield from _list_typed_texts(code, value)
    if not isinstance(value, Mapping | list | tuple):
        yield "text", _to_text
        for affix in list(code.texts)[:MAX_CONSTANTS]:
            yield f"after {affix}", partial(_put_before, affix)
            yield f"before {affix}", partial(_put_after, affix)
    yield "JSON", to_json_text


def _list_typed_texts(code: ValidatorCode, value: Any) -> Iterator[tuple[str, ToText]]:
    """Yield the texts that only values of one type have."""
    separators = [text for text in code.texts if SEPARATOR_PATTERN.fullmatch(text)]
    if isinstance(value, list | tuple | set | frozenset):
        for separator in [*separators[:MAX_CONSTANTS], COMMA]:
            yield f"joined by {separator}", partial(join_items, separator)
    if isinstance(value, Mapping):
        yield from _list_mapping_texts(separators)
    if isinstance(value, date):
        date_formats = [text for text in code.texts if "%" in text][:MAX_CONSTANTS]
        yield from ((text, partial(_format_date, text)) for text in date_formats)
        yield "ISO 8601", _format_iso
    if isinstance(value, timedelta):
        yield "hours and minutes", _format_hours
        yield "seconds", _format_seconds
    if isinstance(value, bytes):
        yield "base64", _format_base64
        yield "hex", bytes.hex


def _list_mapping_texts(separators: list[str]) -> Iterator[tuple[str, ToText]]:
    """Yield functions that write the entries of a mapping between *separators*."""
    known = dict.fromkeys([*separators[:MAX_CONSTANTS], COMMA, *INNER_SEPARATORS])
    for between in sorted(known, key=INNER_SEPARATORS.__contains__):
        for inner in sorted(known, key=INNER_SEPARATORS.__contains__, reverse=True):
            if inner != between:
                yield f"{inner} in {between}", partial(join_entries, between, inner)


def join_items(separator: str, items: Any) -> str:
    """Return the texts of *items* between *separator*, which is removed from them."""
    return separator.join(_to_text(item).replace(separator, "") for item in items)


def join_entries(
    separator: str,
    inner: str,
    entries: Mapping[Any, Any],
) -> str:
    """Return keys and values of *entries*, with *inner* between them and *separator* around."""
    return separator.join(f"{_to_text(key)}{inner}{_to_text(entries[key])}" for key in entries)


def to_json_text(value: Any) -> str:
    """Return the JSON of *value*."""
    return json.dumps(to_jsonable_python(value), ensure_ascii=False)


def _to_text(value: Any) -> str:
    """Return *value* as JSON writes it, without quotes around a text."""
    json_value = to_jsonable_python(value)
    return json_value if isinstance(json_value, str) else json.dumps(json_value)


def _put_before(affix: str, value: Any) -> str:
    return f"{affix}{_to_text(value)}"


def _put_after(affix: str, value: Any) -> str:
    return f"{_to_text(value)}{affix}"


def _format_date(date_format: str, value: date) -> str:
    return value.strftime(date_format)


def _format_iso(value: date) -> str:
    return value.isoformat()


def _format_hours(value: timedelta) -> str:
    """Return *value* as hours and minutes."""
    minutes = int(abs(value.total_seconds())) // 60
    return f"{minutes // 60}:{minutes % 60:02d}"


def _format_seconds(value: timedelta) -> str:
    return str(int(value.total_seconds()))


def _format_base64(value: bytes) -> str:
    return base64.b64encode(value).decode()


STRATEGY = RepairStrategy(
    NAME,
    "Draw the text that a validator splits or reads: joined items, a formatted date, JSON.",
    propose,
    last_lap=2,
)

"""Values of JSON as text of YAML, which readers of YAML 1.1 and of YAML 1.2 read alike."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

PLAIN_TEXT = re.compile(r"[A-Za-z][A-Za-z0-9_./@+-]*(?: [A-Za-z0-9_./@+(][A-Za-z0-9_./@+()-]*)*")
"""A text that needs no quotes, whatever is around it."""

RESERVED_WORDS = frozenset("y n yes no on off true false null nan inf none".split())
"""Words that some reader of YAML takes for another value than a text."""

UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that YAML does not have as they are, and that JSON does not escape."""


def format_block(key: str, value: Any) -> list[str]:
    """Return the lines of *key* with *value* below it, without indentation."""
    return list(_iter_entry(_format_scalar(key), value))


def format_flow(value: Any) -> str:
    """Return *value* on one line."""
    if isinstance(value, dict):
        inner = ", ".join(f"{_quote(key)}: {format_flow(each)}" for key, each in value.items())
        return f"{{{inner}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(format_flow, value))}]"
    return _quote(value) if isinstance(value, str) else _format_scalar(value)


def _iter_entry(key: str, value: Any) -> Iterator[str]:
    """Yield the lines of an entry of a mapping."""
    if not isinstance(value, dict | list) or not value:
        yield f"{key}: {_format_scalar(value)}"
        return
    yield f"{key}:"
    yield from (f"  {line}" for line in _iter_lines(value))


def _iter_lines(value: Any) -> Iterator[str]:
    """Yield the lines of an object or a list that is not empty, or of a scalar."""
    if isinstance(value, dict) and value:
        for key, each in value.items():
            yield from _iter_entry(_format_scalar(key), each)
    elif isinstance(value, list) and value:
        for each in value:
            first, *others = _iter_lines(each)
            yield f"- {first}"
            yield from (f"  {line}" for line in others)
    else:
        yield _format_scalar(value)


def _format_scalar(value: Any) -> str:
    """Return a scalar, or an empty object or list."""
    if isinstance(value, str):
        is_plain = PLAIN_TEXT.fullmatch(value) and value.lower() not in RESERVED_WORDS
        return value if is_plain else _quote(value)
    if isinstance(value, float):
        return re.sub(
            r"^(-?\d+)e",
            r"\1.0e",
            json.dumps(value),
        )  # YAML 1.1 needs the point
    return json.dumps(value)


def _quote(text: str) -> str:
    """Return *text* in quotes."""
    quoted = json.dumps(text, ensure_ascii=False)
    return UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)

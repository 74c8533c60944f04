"""Layouts of JSON, and the chunks that large outputs are written in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Literal

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_fixturegen.emitters import json_text
from pytest_fixturegen.emitters.json_text import JsonLayout, format_record, gather_chunks

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


class ManualClock:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def test_small_pieces_are_handed_on_after_a_time() -> None:
    clock = ManualClock()

    def pieces() -> Iterator[bytes]:
        yield b"a"
        yield b"b"
        clock.seconds += json_text.MAX_CHUNK_SECONDS + 0.01
        yield b"c"
        yield b"d"
        clock.seconds += json_text.MAX_CHUNK_SECONDS + 0.01
        yield b"e"
        yield b"f"

    assert list(gather_chunks(pieces(), clock)) == [b"abc", b"de", b"f"]


def test_pieces_are_handed_on_when_a_chunk_is_full() -> None:
    half = b"x" * (json_text.CHUNK_SIZE // 2)
    assert list(gather_chunks([half, half, b"y"], ManualClock())) == [half + half, b"y"]


def test_no_pieces_make_no_chunks() -> None:
    assert list(gather_chunks([], ManualClock())) == []


@pytest.mark.parametrize("form", ["array", "alone"])
@given(record=st.dictionaries(st.text(), json_values, max_size=4))
def test_every_indent_lays_out_as_the_json_module(
    form: Literal["array", "alone"], record: dict[str, Any]
) -> None:
    line = orjson.dumps(record)
    for indent in (1, 2, 4):
        text = json.dumps(json.loads(line), indent=indent, ensure_ascii=False)
        if form == "array":
            margin = " " * indent
            text = margin + text.replace("\n", f"\n{margin}")
        assert format_record(line, JsonLayout(form, indent)) == text.encode()


@pytest.mark.parametrize(
    "number", ["1e16", "1e-7", "0.00001", "1.5e300", "-0.0", "12345678901234567890123", "0.0001"]
)
def test_numbers_are_indented_as_the_json_module_writes_them(number: str) -> None:
    line = f'{{"n":{number}}}'.encode()
    expected = json.dumps(json.loads(line), indent=2).encode()
    assert format_record(line, JsonLayout("alone", 2)) == expected


def test_a_record_without_indent_is_left_as_it_is() -> None:
    assert format_record(b'{"a":1}', JsonLayout()) == b'{"a":1}'


def test_plain_text_is_escaped_as_the_json_module_does() -> None:
    layout = JsonLayout("lines", is_plain=True)
    assert format_record('{"a":"é"}'.encode(), layout) == b'{"a": "\\u00e9"}'


@pytest.mark.parametrize(
    ("lines", "text"),
    [([], b"[]\n"), ([b"1"], b"[\n1\n]\n"), ([b"1", b"2"], b"[\n1,\n2\n]\n")],
)
def test_an_array_has_a_record_on_each_line(lines: list[bytes], text: bytes) -> None:
    assert b"".join(json_text.format_records(lines, JsonLayout())) == text


def test_an_array_can_be_written_in_parts() -> None:
    layout = JsonLayout()
    first = json_text.format_records([b"1"], layout, is_last=False)
    last = json_text.format_records([b"2"], layout, is_first=False)
    assert b"".join([*first, *last]) == b"[\n1,\n2\n]\n"

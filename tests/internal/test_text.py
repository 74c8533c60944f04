"""Shortened texts."""

from __future__ import annotations

import pytest

from pytest_fixturegen._internal.text import shorten, summarize_message


def test_a_text_is_cut_only_if_it_is_too_long() -> None:
    assert [shorten(text, 3) for text in ("", "abc", "abcd")] == ["", "abc", "ab…"]


SCHEMA_ERROR = """Error building "model" validator:
  SchemaError: Field "a":
  SchemaError: Error building "str" validator:
  SchemaError: regex parse error:
    (?=x
    ^^^
error: look-around is not supported"""


@pytest.mark.parametrize(
    ("message", "max_lines", "summary"),
    [
        pytest.param("", 2, "", id="empty"),
        pytest.param("one\n\n  two", 2, "one two", id="short"),
        pytest.param("one\ntwo\nthree", 2, "one two three", id="one line more"),
        pytest.param("one\ntwo\nthree\ncause", 2, "one two … cause", id="cut"),
        pytest.param(
            "name 'X' is not defined\n\nFor further information visit https://errors.pydantic.dev/",
            1,
            "name 'X' is not defined",
            id="a link is no cause",
        ),
        pytest.param(
            SCHEMA_ERROR,
            1,
            'Field "a": … error: look-around is not supported',
            id="SchemaError",
        ),
    ],
)
def test_a_summary_keeps_the_cause(message: str, max_lines: int, summary: str) -> None:
    assert summarize_message(message, max_lines) == summary

"""Shortened texts."""

from __future__ import annotations

from pytest_fixturegen._internal.text import shorten


def test_a_text_is_cut_only_if_it_is_too_long() -> None:
    assert [shorten(text, 3) for text in ("", "abc", "abcd")] == ["", "abc", "ab…"]

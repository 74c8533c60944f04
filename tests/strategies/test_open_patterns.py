"""Unique texts with a pattern that allows any number at their ends."""

from __future__ import annotations

import re
from typing import Annotated, Any

import pytest
from pydantic import Field, create_model

from pytest_fixturegen import GenerationConfig, generate_instances
from pytest_fixturegen.providers.regex.open_texts import find_open_length

PATTERNS = [
    r"^[\w.@+-]+$",
    r"^[-a-zA-Z0-9_]+$",
    r"^\w*$",
    r"^[a-z0-9]{3,12}$",
    r"[a-z0-9_]+",
]
"""User names, slugs, and others of one class of characters."""


def draw_texts(pattern: str, name: str, **limits: Any) -> list[str]:
    """Return 300 texts of a unique field *name*."""
    annotation = Annotated[str, Field(pattern=pattern, **limits)]
    model = create_model("Row", **{name: (annotation, ...)})  # type: ignore[call-overload]
    config = GenerationConfig(unique=(f"Row.{name}",), seed=1)
    return [getattr(row, name) for row in generate_instances(model, 300, config=config)]


@pytest.mark.parametrize("name", ["username", "slug", "code"])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_unique_texts_match_their_pattern(pattern: str, name: str) -> None:
    texts = draw_texts(pattern, name, max_length=20)
    assert len(set(texts)) == 300
    assert all(re.search(pattern, text) and len(text) <= 20 for text in texts)


NARROW = [
    "None",
    r"^[a-z]+$",
    r"^[0-9]+$",
    r"^\b[\w-]+\b$",
    r"^[a-z]+[a-z0-9]*$",
    r"^[\w--\d]+$",
    r"^[[:alnum:]]+$",
    r"^[^1]+$",
    r"^[a-z0-9]{8}$",
]


@pytest.mark.parametrize("pattern", NARROW)
def test_other_patterns_do_not_allow_any_number(pattern: str) -> None:
    assert find_open_length(pattern) == 0

"""A field to fill, for tests of single providers, and what its node draws."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen.config.options import DEFAULT_NOW
from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers.fact_fields import build_draw
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.vocabulary import Vocabulary
from pytest_fixturegen.streams import mix_word

SAMPLE_WORDS = [mix_word(number, 1) for number in range(200)]


def make_context(
    name: str = "field",
    kind: Any = "str",
    *,
    model: str = "thing",
    locale: str = "en_US",
    is_item: bool = False,
    **rules: Any,
) -> FieldContext:
    """Return the context of a field *name* that holds a *kind* of value with *rules*."""
    return FieldContext(
        name, model, kind, Constraints(**rules), Vocabulary(locale), DEFAULT_NOW, is_item
    )


def draw_samples(node: Node | None) -> list[Any]:
    """Return what *node* draws from each of SAMPLE_WORDS."""
    assert node is not None
    draw = build_draw(node)
    return [draw(word) for word in SAMPLE_WORDS]

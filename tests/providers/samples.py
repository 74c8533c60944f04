"""Helpers of the provider tests: the records of a model, and the values of one field."""

from __future__ import annotations

import json
from typing import Any

from pydantic import create_model

from pytest_fixturegen.api.generate import generate_lines
from pytest_fixturegen.config.options import DEFAULT_NOW, GenerationConfig
from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers.fact_fields import build_draw
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.vocabulary import Vocabulary
from pytest_fixturegen.streams import mix_word


def records(model: Any, n: int = 50, **options: Any) -> list[dict[str, Any]]:
    """The JSON of *n* records of *model*, each of which the model accepts."""
    lines = list(generate_lines(model, n, seed=3, config=GenerationConfig(**options)))
    for line in lines:
        model.model_validate_json(line)
    return [json.loads(line) for line in lines]


def model(name: str = "Thing", /, **fields: Any) -> Any:
    """A model with these *fields*, each a type."""
    return create_model(name, **{field: (type_, ...) for field, type_ in fields.items()})


def field(name: str = "x", kind: Any = "str", locale: str = "en_US", **rules: Any) -> FieldContext:
    """A field of a model ``thing`` whose values keep the constraints *rules*."""
    constraints = Constraints(**rules)
    return FieldContext(name, "thing", kind, constraints, Vocabulary(locale), DEFAULT_NOW)


def draw_values(node: Node | None, n: int = 200) -> list[Any]:
    """*n* values of *node*, each for another word."""
    assert node is not None
    draw = build_draw(node)
    return [draw(mix_word(number, 7)) for number in range(n)]

"""What the tests of the families ask for: the records of a model, and the values of one field."""

from __future__ import annotations

import json
from typing import Any

from pydantic import create_model

from pytest_fixturegen.api.generate import generate_lines
from pytest_fixturegen.config.options import GenerationConfig


def records(model: Any, n: int = 50, **options: Any) -> list[dict[str, Any]]:
    """What JSON says of *n* records of *model*, each of which its model accepts."""
    lines = list(generate_lines(model, n, seed=3, config=GenerationConfig(**options)))
    for line in lines:
        model.model_validate_json(line)
    return [json.loads(line) for line in lines]


def model(name: str = "Thing", /, **fields: Any) -> Any:
    """A model with these *fields*, each a type."""
    return create_model(name, **{field: (type_, ...) for field, type_ in fields.items()})

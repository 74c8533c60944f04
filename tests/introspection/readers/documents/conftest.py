"""Records of schemas that a test writes into a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from pytest_fixturegen import document, generate_lines

Draw = Callable[..., list[Any]]


@pytest.fixture
def draw(tmp_path: Path) -> Draw:
    """Return a function that draws records of a schema, and checks that they are valid."""

    def draw_records(schema: Any, n: int = 12, draft: str = "draft/2020-12") -> list[Any]:
        if isinstance(schema, dict):
            schema = {"$schema": f"https://json-schema.org/{draft}/schema", **schema}
        path = tmp_path / "schema.json"
        path.write_text(json.dumps(schema), "utf-8")
        records = [json.loads(line) for line in generate_lines(document(path), n, seed=0)]
        validator = jsonschema_rs.validator_for(schema, validate_formats=True, offline=True)
        for record in records:
            validator.validate(record)
        return records

    return draw_records

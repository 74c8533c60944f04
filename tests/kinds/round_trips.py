"""Helpers that draw records of a type and check what must hold for every type."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from pytest_fixturegen import generate_instances, generate_lines
from pytest_fixturegen.introspection.pure_validators import build_validator
from pytest_fixturegen.introspection.readers.foreign_classes import add_bridges

MANY = 20
SEED = 3


def draw(kind: Any, *, only_one: bool = False) -> list[Any]:
    """Return 20 instances of *kind* after checking that they are repeatable.

    They must also differ from each other, unless *only_one* is true.
    """
    records = list(generate_instances(kind, MANY, SEED))
    assert list(map(repr, generate_instances(kind, MANY, SEED))) == list(map(repr, records))
    assert len(records) == MANY
    assert (len(set(map(_reveal, records))) == 1) is only_one
    return records


def read_back(kind: Any) -> list[Any]:
    """Return the instances that *kind* reads from the JSON of its records."""
    lines = list(generate_lines(kind, MANY, SEED))
    assert list(generate_lines(kind, MANY, SEED)) == lines
    validate = build_validator(TypeAdapter(add_bridges(kind))).validate_json
    return [validate(line) for line in lines]


def to_json(kind: Any) -> list[Any]:
    """Return the JSON of the records of *kind* after checking that *kind* accepts it."""
    assert len(read_back(kind)) == MANY
    return [json.loads(line) for line in generate_lines(kind, MANY, SEED)]


def round_trip(kind: Any, *, only_one: bool = False) -> list[Any]:
    """Return the records of *kind* after checking that their JSON yields equal records."""
    records = draw(kind, only_one=only_one)
    assert read_back(kind) == records
    return records


def _reveal(value: Any) -> str:
    hidden = getattr(value, "get_secret_value", None)
    return repr(hidden() if hidden else value)

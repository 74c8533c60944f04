"""The vocabulary of these tests: records of a kind, once what holds for every kind was seen to
hold, and their JSON.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from pytest_fixturegen import generate_instances, generate_lines
from pytest_fixturegen.introspection.pure_validators import build_validator
from pytest_fixturegen.introspection.readers.foreign_classes import add_bridges

MANY = 20
SEED = 3


def drawn(kind: Any, *, only_one: bool = False) -> list[Any]:
    """Twenty instances of *kind*: the same each time, and not all alike, unless the type has
    *only one* value.
    """
    records = list(generate_instances(kind, MANY, SEED))
    assert list(map(repr, generate_instances(kind, MANY, SEED))) == list(map(repr, records))
    assert len(records) == MANY
    assert (len(set(map(_shown, records))) == 1) is only_one
    return records


def taken_back(kind: Any) -> list[Any]:
    """What *kind* itself reads from the JSON of its records, which is the same each time."""
    lines = list(generate_lines(kind, MANY, SEED))
    assert list(generate_lines(kind, MANY, SEED)) == lines
    validate = build_validator(TypeAdapter(add_bridges(kind))).validate_json
    return [validate(line) for line in lines]


def said(kind: Any) -> list[Any]:
    """The JSON of the records of *kind*, once it was seen that it takes that back."""
    assert len(taken_back(kind)) == MANY
    return [json.loads(line) for line in generate_lines(kind, MANY, SEED)]


def same(kind: Any, *, only_one: bool = False) -> list[Any]:
    """The records of *kind*, once it was seen that their JSON means the same."""
    records = drawn(kind, only_one=only_one)
    assert taken_back(kind) == records
    return records


def _shown(value: Any) -> str:
    hidden = getattr(value, "get_secret_value", None)
    return repr(hidden() if hidden else value)

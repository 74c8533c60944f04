"""The same seed gives the same bytes in two processes, whatever the factories of a model read.

A rule that no drawn record keeps at first makes repair leave optional fields out.
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from itertools import count
from typing import Any

import pytest
from pydantic import BaseModel

from pytest_fixturegen.introspection.stable_factories import is_stable_factory

MODELS = '''
import enum, itertools, os, random, secrets, time
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from typing import Annotated
from uuid import UUID, uuid1, uuid4
import attrs, msgspec
from pydantic import AfterValidator, BaseModel, Field, RootModel, model_validator
from pydantic.dataclasses import dataclass as pydantic_dataclass

numbers = itertools.count(time.time_ns())
WORDS = {"amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath"}

class Related(RootModel[dict[str, str]]):
    """A rule that repair keeps by leaving the field out that holds this model."""

    @model_validator(mode="after")
    def has_a_role(self):
        if len(self.root.get("role", "")) != 3 or "id" not in self.root:
            raise ValueError("that is no related resource")
        return self

def never(value: str) -> str:
    raise ValueError("this is never right")

def make_stamp() -> str:
    return f"{time.time_ns()}"

class Strict(BaseModel):
    """Its one field that repair has to leave out comes last."""

    related: list[Related] = Field(default_factory=list)
    wrong: Annotated[str, AfterValidator(never)] = "right"
    broken: Annotated[str, AfterValidator(never)] = Field(default_factory=lambda: "right")

class Uuid4(Strict):
    value: UUID = Field(default_factory=uuid4)

class Uuid1(Strict):
    value: str = Field(default_factory=lambda: str(uuid1()))

class Now(Strict):
    value: datetime = Field(default_factory=lambda: datetime.now(timezone.utc))

class BareNow(Strict):
    value: datetime = Field(default_factory=datetime.now)

class Clock(Strict):
    value: float = Field(default_factory=time.time)

class Stamp(Strict):
    value: str = Field(default_factory=make_stamp)

class Counter(Strict):
    value: int = Field(default_factory=lambda: next(numbers))

class BoundCounter(Strict):
    value: int = Field(default_factory=numbers.__next__)

class Random(Strict):
    value: float = Field(default_factory=random.random)

class OwnRandom(Strict):
    value: float = Field(default_factory=random.Random().random)

class SystemRandom(Strict):
    value: str = Field(default_factory=secrets.token_hex)

class Urandom(Strict):
    value: str = Field(default_factory=lambda: os.urandom(4).hex())

class Environment(Strict):
    value: int = Field(default_factory=os.getpid)

class Address(Strict):
    value: int = Field(default_factory=lambda: id(object()))

class SetOrder(Strict):
    value: list[str] = Field(default_factory=lambda: list(WORDS))

class SetLiteral(Strict):
    value: str = Field(default_factory=lambda: ",".join({"amber", "birch", "cedar", "delta"}))

class HashOfText(Strict):
    value: int = Field(default_factory=lambda: hash("amber"))

class ManyWords(Strict):
    value: set[str] = Field(default_factory=lambda: WORDS)

class FixedWords(Strict):
    value: frozenset[str] = frozenset(WORDS)

class DrawnWords(Strict):
    value: set[str]
    more: frozenset[int] = frozenset()

class Inner(BaseModel):
    at: datetime = Field(default_factory=datetime.now)

class Nested(Strict):
    inner: Inner = Field(default_factory=Inner)

class NestedTwice(Strict):
    inner: list[Nested] = Field(default_factory=lambda: [Nested()])

@dataclass
class Plain:
    related: list[Related] = field(default_factory=list)
    value: UUID = field(default_factory=uuid4)
    wrong: Annotated[str, AfterValidator(never)] = "right"

@pydantic_dataclass
class Checked:
    wrong: Annotated[str, AfterValidator(never)] = "right"
    value: UUID = Field(default_factory=uuid4)

@attrs.define
class Defined:
    wrong: Annotated[str, AfterValidator(never)] = "right"
    value: UUID = attrs.field(factory=uuid4)

class Packed(msgspec.Struct):
    wrong: Annotated[str, AfterValidator(never)] = "right"
    value: UUID = msgspec.field(default_factory=uuid4)

MODELS = [
    value for value in list(globals().values())
    if isinstance(value, type) and value.__module__ == __name__ and value is not Related
]
'''

PROGRAM = """
import sys
from models import MODELS
from pytest_fixturegen import generate_instances, generate_lines
for model in MODELS:
    for line in generate_lines(model, 30, 7):
        print(model.__name__, line.decode().strip())
    for instance in generate_instances(model, 5, 7):
        print(model.__name__, sorted(instance.value) if "Words" in model.__name__ else instance)
"""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, list[str]]]:
    """Return the lines of each model, by its name, as two processes write them."""
    folder = tmp_path_factory.mktemp("two_processes")
    (folder / "models.py").write_text(MODELS)
    found = []
    for seed in ("1", "2"):
        variables = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", PROGRAM]
        result = subprocess.run(
            command, cwd=folder, env=variables, capture_output=True, text=True, check=False
        )
        assert result.returncode == 0, result.stderr
        lines: dict[str, list[str]] = {}
        for line in result.stdout.splitlines():
            name, _, text = line.partition(" ")
            lines.setdefault(name, []).append(text)
        found.append(lines)
    return found


NAMES = [
    line.split()[1].partition("(")[0].rstrip(":")
    for line in MODELS.splitlines()
    if line.startswith("class ") and "Related" not in line
]


@pytest.mark.parametrize("name", NAMES)
def test_two_processes_write_the_same(outputs: list[dict[str, list[str]]], name: str) -> None:
    assert len(outputs[0][name]) == 35
    assert outputs[0][name] == outputs[1][name]


class Settings(BaseModel):
    tags: list[str] = []


NUMBERS = count()
WORDS = ("amber", "birch")


def make_words(prefix: str = "a") -> list[str]:
    return [prefix + word.upper() for word in WORDS]


@pytest.mark.parametrize(
    "factory",
    [
        list,
        Settings,
        [1, 2].copy,
        make_words,
        partial(make_words, "b"),
        lambda: {"a": [1, None]},
        lambda: Settings(tags=["a"]),
        lambda: [make_words("c"), str(len(WORDS))],
    ],
)
def test_a_factory_of_constants_may_stand_in(factory: Any) -> None:
    assert is_stable_factory(factory)


@pytest.mark.parametrize(
    "factory",
    [lambda: next(NUMBERS), NUMBERS.__next__, lambda: WORDS.index, partial(next, NUMBERS), object],
)
def test_a_factory_that_may_change_does_not(factory: Any) -> None:
    assert not is_stable_factory(factory)

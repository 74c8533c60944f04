"""The same seed gives the same bytes in two processes, whatever the factories of a model read.

The processes differ in the seed of hashes, the time, and the time zone, so that today is another
day in each.

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
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic import field_validator, model_validator
from pydantic.dataclasses import dataclass as pydantic_dataclass

numbers = itertools.count(time.time_ns())
WORDS = {"amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath"}

def make_stamp() -> str:
    return f"{time.time_ns()}"

def require_zeros(self):
    """Refuse an instance until repair leaves all optional fields out, and do not say why."""
    if self.first or self.second or self.third:
        raise ValueError("odd")
    return self

class Strict(BaseModel):
    first: int = Field(default_factory=int)
    second: int = Field(default_factory=int)
    third: int = Field(default_factory=int)
    check = model_validator(mode="after")(require_zeros)

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

class NumberedDefault(BaseModel):
    value: str = Field("auto", validate_default=True)
    name: str

    @field_validator("value")
    @classmethod
    def number(cls, value):
        return f"{next(numbers)}" if value == "auto" else value

class StampedDefault(BaseModel):
    model_config = ConfigDict(validate_default=True)
    value: Annotated[str, BeforeValidator(lambda value: value or make_stamp())] = ""

@pydantic_dataclass
class IdentifiedDefault:
    value: Annotated[UUID | str, AfterValidator(lambda value: value or uuid1())] = Field(
        "", validate_default=True
    )

class Imported(BaseModel):
    value: datetime = datetime.now()
    text: str = datetime.now(timezone.utc).isoformat()
    spoken: str = str(datetime.now())

class Numbered(BaseModel):
    first: NumberedDefault
    more: list[StampedDefault]

class Inner(BaseModel):
    at: datetime = Field(default_factory=datetime.now)

class Nested(Strict):
    inner: Inner = Field(default_factory=Inner)

class NestedTwice(Strict):
    inner: list[Nested] = Field(default_factory=lambda: [Nested()])

@dataclass
class Plain:
    first: int = field(default_factory=int)
    second: int = field(default_factory=int)
    third: int = field(default_factory=int)
    value: UUID = field(default_factory=uuid4)
    __post_init__ = require_zeros

@pydantic_dataclass
class Checked:
    first: int = Field(default_factory=int)
    second: int = Field(default_factory=int)
    third: int = Field(default_factory=int)
    value: UUID = Field(default_factory=uuid4)
    __post_init__ = require_zeros

@attrs.define
class Defined:
    first: int = attrs.field(factory=int)
    second: int = attrs.field(factory=int)
    third: int = attrs.field(factory=int)
    value: UUID = attrs.field(factory=uuid4)
    __attrs_post_init__ = require_zeros

class Packed(msgspec.Struct):
    first: int = msgspec.field(default_factory=int)
    second: int = msgspec.field(default_factory=int)
    third: int = msgspec.field(default_factory=int)
    value: UUID = msgspec.field(default_factory=uuid4)
    __post_init__ = require_zeros

MODELS = [
    value for value in list(globals().values())
    if isinstance(value, type) and value.__module__ == __name__
]
'''

PROGRAM = """
import sys
from models import MODELS
from pytest_fixturegen import generate_instances, generate_lines
for model in MODELS:
    for line in generate_lines(model, 20, 7):
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
    for seed, zone in (("1", "Pacific/Kiritimati"), ("2", "Etc/GMT+12")):
        variables = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
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
    if line.startswith("class ")
]


@pytest.mark.parametrize("name", NAMES)
def test_two_processes_write_the_same(outputs: list[dict[str, list[str]]], name: str) -> None:
    assert len(outputs[0][name]) == 25
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

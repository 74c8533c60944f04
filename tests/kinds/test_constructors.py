"""Classes whose constructors or validators want something else than their fields as keywords."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Optional

import pytest
from pydantic import BaseModel, field_validator
from pydantic_core import CoreSchema, core_schema

from pytest_fixturegen import generate_instances
from pytest_fixturegen.errors import MappingError

KEYS = {"s": "symbol", "p": "price", "t": "time"}


class Quote(BaseModel):
    symbol: str
    price: float
    time: datetime

    def __init__(self, raw: dict[str, Any]) -> None:
        super().__init__(**{KEYS[key]: raw[key] for key in raw if key in KEYS})


class Trade(BaseModel):
    symbol: str
    price: float
    size: Optional[int]

    def __init__(self, symbol: str, raw_data: dict[str, Any]) -> None:
        mapped = {KEYS.get(key, key): value for key, value in raw_data.items()}
        super().__init__(symbol=symbol, **mapped)


class News(BaseModel):
    headline: str
    images: list[str] = []

    def __init__(self, raw_data: dict[str, Any]) -> None:
        super().__init__(**raw_data)


@pytest.mark.parametrize("model", [Quote, Trade, News])
def test_a_raw_mapping_holds_the_fields(model: type[BaseModel]) -> None:
    instances = list(generate_instances(model, 10, seed=0))
    assert all(isinstance(each, model) for each in instances)
    assert len({repr(each) for each in instances}) > 1


class Segment:
    """Like the classes of frameworks that kept the validators of Pydantic 1."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def read(cls, value: Any) -> Any:
        if isinstance(value, cls):
            return value
        if not isinstance(value, dict):
            raise TypeError(f"Expected dict for a segment, got {type(value)}")
        if "kind" not in value:
            raise ValueError(f"Expected dict with 'kind', got {value}")
        return cls(**value)


@dataclass
class Text(Segment):
    kind: str
    data: dict[str, Any] = field(default_factory=dict)


@dataclass
class Sticker(Segment):
    kind: str
    number: int


@dataclass
class Closed(Segment):
    """Takes nothing but its own instances."""

    name: str
    since: date

    @classmethod
    def read(cls, value: Any) -> Any:
        if not isinstance(value, cls):
            raise ValueError("an instance of Closed is expected")
        return value


class Message(BaseModel):
    first: Text
    more: list[Sticker]
    last: Closed


@pytest.mark.parametrize("model", [Text, Sticker, Closed, Message])
def test_a_dataclass_with_its_own_validator_is_drawn(model: Any) -> None:
    instances = list(generate_instances(model, 10, seed=0))
    assert all(isinstance(each, model) for each in instances)


class Prompt(BaseModel, ABC):
    name: str

    @abstractmethod
    def render(self) -> str: ...


class NestedPrompt(Prompt):
    inner: Prompt

    def render(self) -> str:
        return self.inner.render()


class TextPrompt(Prompt):
    text: str

    def render(self) -> str:
        return self.text


class Chat(BaseModel):
    prompt: Prompt
    more: list[Prompt] = []
    other: Prompt | None = None


def test_an_abstract_model_is_a_concrete_subclass() -> None:
    for chat in generate_instances(Chat, 10, seed=0):
        assert all(each.render() for each in (chat.prompt, *chat.more))


def parse_day(value: Any) -> Any:
    """Return *value* if it names a day, as the validators of schedulers do."""
    if isinstance(value, str):
        date.fromisoformat(value)
    return value


class Job(BaseModel):
    start: Optional[date | str] = None
    end: date | datetime | str | int

    check_days = field_validator("start", "end", mode="before")(parse_day)


def test_texts_in_unions_with_dates_are_dates() -> None:
    jobs = list(generate_instances(Job, 60, seed=0))
    texts = [job.end for job in jobs if isinstance(job.end, str)]
    assert texts
    assert all(date.fromisoformat(text) for text in texts)


def fall(record: Any, depth: int = 0) -> Any:
    return fall(record, depth + 1)


class Bottomless(BaseModel):
    name: str

    @field_validator("name")
    @classmethod
    def fall_down(cls, value: str) -> Any:
        return fall(value) if len(value) % 3 else value


def test_code_that_calls_itself_without_end_is_repaired() -> None:
    names = [each.name for each in generate_instances(Bottomless, 5, seed=0)]
    assert all(len(name) % 3 == 0 for name in names)


def test_an_abstract_model_without_subclasses_names_the_field() -> None:
    class Lonely(BaseModel, ABC):
        @abstractmethod
        def act(self) -> None: ...

    class Holder(BaseModel):
        lonely: Lonely

    with pytest.raises(MappingError, match=r"Holder\.lonely: Lonely is abstract"):
        list(generate_instances(Holder, 1, seed=0))

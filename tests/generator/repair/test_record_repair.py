"""Repair as a whole: which record it gives, and what it says if there is none."""

from __future__ import annotations

import abc
import re
from typing import Annotated, Any, Optional

import pytest
from pydantic import AfterValidator, BaseModel, Field, field_validator, model_validator
from typing_extensions import Self

from pytest_fixturegen import GenerationConfig, generate_instances, generate_lines, policies_of
from pytest_fixturegen.api.generate import build_instance
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.generator.repair.record_repair import RecordRepair
from pytest_fixturegen.generator.repair.record_source import RecordSource
from tests.generator.repair.test_equal_fields import Account
from tests.generator.repair.test_fallback_plans import Deep
from tests.generator.repair.test_fewer_fields import Exclusive
from tests.generator.repair.test_optional_fields import Order
from tests.generator.repair.test_validator_literals import Cited


def check_tongue(tag: str) -> str:
    """Refuse all but a few languages."""
    if tag not in ("en", "de", "sv", "fr", "ja"):
        raise ValueError(f"invalid language tag: {tag}")
    return tag


class Translated(BaseModel):
    names: dict[Annotated[str, AfterValidator(check_tongue)], str]


def test_a_key_that_is_refused_is_drawn_again() -> None:
    for record in generate_instances(Translated, 20, 1):
        assert record.names.keys() <= {"en", "de", "sv", "fr", "ja"}


@pytest.mark.parametrize("model", [Translated, Order, Cited, Deep, Account, Exclusive])
def test_a_repaired_record_is_the_same_whoever_is_drawn_with_it(model: Any) -> None:
    together = list(generate_instances(model, 12, 1))
    alone = [next(iter(generate_instances(model, 1, 1, start=index))) for index in range(12)]
    assert together == alone


@pytest.mark.parametrize("model", [Translated, Order, Deep, Account])
def test_the_json_of_a_repaired_record_is_that_of_the_instance(model: Any) -> None:
    lines = list(generate_lines(model, 12, 1))
    records = generate_instances(model, 12, 1)
    assert lines == [record.model_dump_json(by_alias=True).encode() for record in records]


class Reading(BaseModel):
    at: str
    value: float

    def __init__(self, station: str, raw: dict[str, float]) -> None:
        super().__init__(at=station, value=sum(raw.values()))


def test_a_class_is_made_by_its_own_constructor() -> None:
    assert all(isinstance(record, Reading) for record in generate_instances(Reading, 20, 1))


class Parser(BaseModel, abc.ABC):
    name: str

    @abc.abstractmethod
    def parse(self) -> str: ...


class Prompt(BaseModel):
    text: str
    parser: Optional[Parser] = None


def test_an_optional_field_of_an_abstract_model_is_left_out() -> None:
    assert all(record.parser is None for record in generate_instances(Prompt, 20, 1))


class Mislabelled(BaseModel):
    day: int = Field(ge=1, le=28)
    tag: str

    @field_validator("tag")
    @classmethod
    def check(cls, tag: str) -> str:
        if len(tag) % 2:
            raise ValueError("tag must be one of 1, 2")
        return tag

    @model_validator(mode="after")
    def check_day(self) -> Self:
        if self.day % 2:
            raise ValueError("day must be 'even'")
        return self


def test_a_node_that_the_type_refuses_is_taken_back() -> None:
    records = list(generate_instances(Mislabelled, 20, 1))
    assert all(record.day % 2 == 0 and len(record.tag) % 2 == 0 for record in records)


class Cue(BaseModel):
    raw: str

    @model_validator(mode="after")
    def check(self) -> Self:
        if len(self.raw) % 5:
            raise ValueError(f"not 5 or 10 letters: {self.raw}")
        return self


class Cues(BaseModel):
    start: Cue
    stop: Cue


def test_a_node_is_taken_back_although_the_message_names_its_field_no_more() -> None:
    for record in generate_instances(Cues, 40, 1):
        assert len(record.start.raw) % 5 == len(record.stop.raw) % 5 == 0


class Owner(BaseModel):
    code: str


class Pet(BaseModel):
    code: str
    owner_code: str

    @field_validator("code")
    @classmethod
    def check(cls, code: str) -> str:
        if code not in ("cat", "dog"):
            raise ValueError("must be one of 'cat', 'dog'")
        return code


def test_a_node_that_is_drawn_instead_is_not_drawn_in_linked_records() -> None:
    config = GenerationConfig(link=("Pet.owner_code=Owner.code",))
    owners = {owner.code for owner in generate_instances(Owner, 100, 1, config)}
    assert {pet.owner_code for pet in generate_instances(Pet, 20, 1, config)} <= owners


class Painted(BaseModel):
    color: str

    @field_validator("color")
    @classmethod
    def check(cls, color: str) -> str:
        if color not in ("red", "blue"):
            raise ValueError("color must be one of 'red', 'blue'")
        return color


def choose_color() -> str:
    """Return a color that the model refuses."""
    return "green"


@pytest.mark.parametrize(
    "override", [{"value": "green"}, {"factory": choose_color}, {"provider": "city"}]
)
def test_what_the_user_fixed_is_refused_rather_than_replaced(override: dict[str, Any]) -> None:
    overrides = policies_of({"Painted.color": override})
    config = GenerationConfig(overrides=overrides, validator_max_retries=20)
    message = r"Painted\.color was given .* which is refused .*must be one of 'red', 'blue'"
    with pytest.raises(MappingError, match=message):
        next(generate_instances(Painted, config=config))


def test_what_a_call_fixed_is_refused_rather_than_replaced() -> None:
    with pytest.raises(MappingError, match=r"painted\.color was given 'green', which is refused"):
        build_instance(Painted, GenerationConfig(), "painted", overrides={"color": "green"})


class Box(BaseModel):
    size: int

    @model_validator(mode="after")
    def check(self) -> Self:
        raise ValueError("wrong")


class Shelf(BaseModel):
    box: Optional[Box] = None


def test_what_the_user_fixed_is_not_left_out_with_what_is_around_it() -> None:
    assert next(generate_instances(Shelf, 1, 1)).box is None
    config = GenerationConfig(overrides=policies_of({"Box.size": {"value": 4}}))
    with pytest.raises(MappingError, match=r"Shelf\.box is refused"):
        next(generate_instances(Shelf, 1, 1, config))


class Hopeless(BaseModel):
    name: str

    @field_validator("name")
    @classmethod
    def check(cls, name: str) -> str:
        raise ValueError(f"it must be one of 'a', 'b', but is {len(name)} letters long")


def test_the_error_lists_the_strategies_that_were_tried() -> None:
    config = GenerationConfig(validator_max_retries=8)
    with pytest.raises(MappingError) as caught:
        next(generate_instances(Hopeless, config=config))
    assert re.search(r"Hopeless\.name is refused after 8 more attempts", caught.value.message)
    tried = ["literal values", "shared facts", "redraw"]
    assert caught.value.facts["tried"] == tried
    assert caught.value.hint.endswith(f"Repair tried: {', '.join(tried)}.")


def test_the_error_at_the_first_refusal_lists_no_strategies() -> None:
    config = GenerationConfig(respect_validators=False)
    with pytest.raises(MappingError, match=r"repair is disabled") as caught:
        next(generate_instances(Hopeless, config=config))
    assert "tried" not in caught.value.facts


class Parcel(BaseModel):
    depth: int
    weight: int

    @model_validator(mode="before")
    @classmethod
    def take_weight(cls, data: dict[str, Any]) -> dict[str, Any]:
        weight = data.pop("weight")
        if data["depth"] % 7:
            raise ValueError(f"depth must be a multiple of 7, got {data['depth']}")
        if weight % 11:
            raise ValueError(f"weight must be a multiple of 11, got {weight}")
        return {**data, "weight": weight}


def test_a_validator_that_empties_its_input_does_not_mislead_repair() -> None:
    parcels = list(generate_instances(Parcel, 30, 1))
    assert len({parcel.weight for parcel in parcels}) > 5


class Crate(Parcel):
    """Like the parcel, of which plans have learnt by now."""


def test_an_attempt_draws_its_record_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    draws_of_attempts: list[int] = []
    draw, try_again = RecordSource.draw_record, RecordRepair.try_again

    def count_draw(source: RecordSource) -> Any:
        drawn.append(source.row)
        return draw(source)

    def count_draws(*given: Any) -> Any:
        before = len(drawn)
        try:
            return try_again(*given)
        finally:
            draws_of_attempts.append(len(drawn) - before)

    monkeypatch.setattr(RecordSource, "draw_record", count_draw)
    monkeypatch.setattr(RecordRepair, "try_again", count_draws)
    list(generate_instances(Crate, 1, 1))
    assert draws_of_attempts == [2, 1]  # the first one draws the refused record, too

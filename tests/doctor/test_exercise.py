"""What the drawn records of a model do not exercise."""

from __future__ import annotations

from datetime import datetime, timezone
from enum import Enum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, create_model, model_validator

from pytest_fixturegen import GenerationConfig, generate_cases, generate_instances
from pytest_fixturegen.doctor.exercise import MAX_TRIED_CLASSES, examine_exercise, read_values
from pytest_fixturegen.doctor.findings import MAX_LISTED, list_exercise
from pytest_fixturegen.doctor.report import ExerciseReport, UnreachedClasses


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Cat(BaseModel):
    kind: Literal["cat"] = "cat"
    lives: Annotated[int, Field(ge=1, le=9)]


class Dog(BaseModel):
    kind: Literal["dog"] = "dog"


class Home(BaseModel):
    colour: Colour
    rooms: Annotated[int, Field(ge=1, le=12)]
    owner: str | None
    pets: list[Cat | Dog]
    built: datetime
    doors: Annotated[set[int], Field(max_length=2)]

    @model_validator(mode="after")
    def check_rooms(self) -> Home:
        if self.colour is Colour.RED and self.rooms == 12:
            raise ValueError("no large red homes")
        return self


def examine(records: list[Any], model: Any = Home) -> ExerciseReport:
    report = examine_exercise(model, GenerationConfig(), records)
    assert report is not None
    return report


def list_missed(records: list[Any]) -> dict[str, tuple[str, ...]]:
    return {each.place: each.missed for each in examine(records).unreached}


def test_ordinary_records_reach_few_classes() -> None:
    missed = list_missed(list(generate_instances(Home, 20)))
    assert "None" in missed["owner"]
    assert "longest" in missed["owner"]
    assert "empty" in missed["pets"]
    assert "colour" not in missed


def test_the_cases_of_each_reach_all_classes() -> None:
    report = examine(list(generate_cases(Home, "each")))
    assert [each for each in report.unreached if each.place != "pets"] == []
    assert report.classes > 15


def test_one_record_reaches_the_classes_that_it_shows() -> None:
    home = Home(
        colour=Colour.BLUE,
        rooms=12,
        owner="Zoë",
        pets=[Dog(), Dog()],
        built=datetime(2026, 1, 1, tzinfo=timezone.utc),
        doors=set(),
    )
    missed = list_missed([home])
    assert missed["colour"] == ("RED",)
    assert missed["rooms"] == ("minimum",)
    assert "beyond ASCII" not in missed["owner"]
    assert "repeated item" not in missed["pets"]
    assert missed["pets[0]"] == ("Cat",)
    assert "empty" not in missed["doors"]


def test_refused_combinations_and_coercions_are_listed() -> None:
    report = examine([])
    assert any("no large red homes" in text for text in report.refused or ())
    assert any(text.startswith("rooms: accepts ") for text in report.coercions)


def test_combinations_of_many_classes_are_not_tried() -> None:
    bounded = Annotated[int, Field(ge=1, le=9)]
    fields: Any = {f"number_{number}": (bounded, ...) for number in range(40)}
    report = examine([], create_model("Wide", **fields))
    assert report.classes > MAX_TRIED_CLASSES
    assert report.refused is None
    assert any(text.startswith("number_0: accepts ") for text in report.coercions)


def test_long_lists_of_findings_are_cut_with_their_number() -> None:
    report = ExerciseReport(coercions=tuple(map(str, range(MAX_LISTED + 3))))
    lines = [*list_exercise(report)]
    assert lines[MAX_LISTED - 1 :] == [("accepted", "4"), ("accepted", "and 3 more")]


def test_a_model_without_valid_records_has_no_report() -> None:
    class Never(BaseModel):
        number: int

        @model_validator(mode="after")
        def refuse(self) -> Never:
            raise ValueError("never")

    assert examine_exercise(Never, GenerationConfig(), []) is None


def test_a_value_that_refuses_to_be_read_or_compared_is_no_value() -> None:
    class Hostile(BaseModel):
        colour: Colour

    class Fake:
        @property
        def colour(self) -> Any:
            raise RuntimeError

    assert examine([Fake()], Hostile).unreached[0].missed == ("RED", "BLUE")


@pytest.mark.parametrize(
    ("title", "values"),
    [
        ("", [{"a": [{"b": 1}, {"b": 2}], "c": {"k": 3}}]),
        ("a[0].b", [1, 2]),
        ("c[0]", [3]),
        ("none", []),
        ("a[0].b.x", []),
    ],
)
def test_values_are_read_by_the_title_of_their_place(title: str, values: list[Any]) -> None:
    assert read_values({"a": [{"b": 1}, {"b": 2}], "c": {"k": 3}}, title) == values


def test_numbers_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="Inconsistent"):
        UnreachedClasses("a", 1, ("x", "y"))
    with pytest.raises(ValueError, match="Inconsistent"):
        ExerciseReport(1, (UnreachedClasses("a", 2, ("x", "y")),))

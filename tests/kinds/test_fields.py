"""Fields: defaults, factories, exclusion, deprecation, examples, computed and missing values."""

from __future__ import annotations

import warnings
from functools import cached_property
from typing import Annotated, Any, Final, Optional

from pydantic import (
    MISSING,
    BaseModel,
    ConfigDict,
    Field,
    computed_field,
    create_model,
    field_validator,
)
from pydantic_core import PydanticUseDefault
from typing_extensions import deprecated

from tests.kinds.round_trips import draw, round_trip, to_json


class Reader(BaseModel):
    email: str
    user: str = Field(default_factory=lambda data: data["email"].partition("@")[0])
    loans: list[int] = Field(default_factory=list, max_length=3)
    level: int = 1
    checked: Annotated[int, Field(validate_default=True)] = "5"  # type: ignore[assignment]
    note: Optional[str] = None


def test_defaults_are_kept_and_factories_are_not_called() -> None:
    for each in round_trip(Reader):
        assert (each.level, each.checked) == (1, 5)
        assert len(each.loans) <= 3
        assert each.user
    assert any(each.note for each in draw(Reader))


class Login(BaseModel):
    name: str
    password: str = Field(exclude=True, min_length=8)
    attempts: int = Field(default=3, exclude=True)
    hint: int = Field(ge=0, le=3, repr=False)


def test_an_excluded_field_is_in_json_if_the_model_requires_it() -> None:
    for each, line in zip(draw(Login), to_json(Login), strict=True):
        assert line == {"name": each.name, "password": each.password, "hint": each.hint}
        assert "password" not in each.model_dump()


def test_a_field_excluded_by_its_value_round_trips() -> None:
    model = create_model(
        "Meter", count=(int, Field(ge=0, le=1, exclude_if=lambda value: value == 0))
    )
    assert {each.count for each in round_trip(model)} == {0, 1}


class Rectangle(BaseModel):
    model_config = ConfigDict(extra="forbid")
    width: int = Field(ge=1, le=50)
    height: int = Field(ge=1, le=50)

    @computed_field(alias="theArea")  # type: ignore[prop-decorator]
    @property
    def area(self) -> int:
        return self.width * self.height

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def around(self) -> int:
        return 2 * (self.width + self.height)


class Room(BaseModel):
    floor: Rectangle
    name: str


class Picture(BaseModel):
    width: int
    height: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def area(self) -> int:
        return self.width * self.height


def test_a_computed_field_in_the_json_agrees_with_its_record() -> None:
    for each, line in zip(round_trip(Picture), to_json(Picture), strict=True):
        assert line["area"] == each.area == each.width * each.height


def test_computed_fields_are_omitted_if_the_model_forbids_extras() -> None:
    assert all(line.keys() == {"width", "height"} for line in to_json(Rectangle))
    assert round_trip(Room)[0].floor.area > 0


class Old(BaseModel):
    size: int
    weight: Annotated[int, deprecated("Use size.")]
    color: str = Field(deprecated=True)
    maker: Final[str]


def test_a_deprecated_field_is_filled_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert all(line["color"] and line["maker"] for line in to_json(Old))
        assert len(draw(Old)) == 20


class Told(BaseModel):
    """A model with documented fields."""

    model_config = ConfigDict(
        use_attribute_docstrings=True, json_schema_extra={"examples": [{"size": 1}]}
    )
    size: int
    """How large it is."""
    taste: str = Field(examples=["sweet", "sour"], title="Taste", description="On the tongue.")


def test_field_descriptions_do_not_change_values() -> None:
    assert Told.model_fields["size"].description == "How large it is."
    assert len({each.size for each in round_trip(Told)}) > 10


class Lenient(BaseModel):
    parts: list[int] = [1, 2]

    @field_validator("parts", mode="before")
    @classmethod
    def or_default(cls, value: Any) -> Any:
        if value is None:
            raise PydanticUseDefault
        return value


def test_a_mutable_default_is_not_shared() -> None:
    one, other = draw(Lenient, only_one=True)[:2]
    assert one.parts == other.parts == [1, 2]
    assert one.parts is not other.parts


class Patch(BaseModel):
    name: str
    age: int | MISSING
    town: str | MISSING = MISSING


def test_missing_values_are_omitted_from_json() -> None:
    for each, line in zip(round_trip(Patch), to_json(Patch), strict=True):
        assert each.town is MISSING
        assert line == {"name": each.name, "age": each.age}

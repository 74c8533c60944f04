"""Fields: defaults, factories, exclusion, deprecation, examples, computed and missing values."""

from __future__ import annotations

import warnings

from pydantic import (
    MISSING,
    BaseModel,
    ConfigDict,
    Field,
    create_model,
)

from tests.golden.kinds.fields import Lenient, Login, Old, Patch, Picture, Reader, Rectangle, Room
from tests.kinds.round_trips import draw, round_trip, to_json


def test_defaults_are_kept_and_factories_are_not_called() -> None:
    for each in round_trip(Reader):
        assert (each.level, each.checked) == (1, 5)
        assert len(each.loans) <= 3
        assert each.user
    assert any(each.note for each in draw(Reader))


def test_an_excluded_field_is_in_json_if_the_model_requires_it() -> None:
    for each, line in zip(draw(Login), to_json(Login), strict=True):
        assert line == {"name": each.name, "password": each.password, "hint": each.hint}
        assert "password" not in each.model_dump()


def test_a_field_excluded_by_its_value_round_trips() -> None:
    model = create_model(
        "Meter", count=(int, Field(ge=0, le=1, exclude_if=lambda value: value == 0))
    )
    assert {each.count for each in round_trip(model)} == {0, 1}


def test_a_computed_field_in_the_json_agrees_with_its_record() -> None:
    for each, line in zip(round_trip(Picture), to_json(Picture), strict=True):
        assert line["area"] == each.area == each.width * each.height


def test_computed_fields_are_omitted_if_the_model_forbids_extras() -> None:
    assert all(line.keys() == {"width", "height"} for line in to_json(Rectangle))
    assert round_trip(Room)[0].floor.area > 0


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


def test_a_mutable_default_is_not_shared() -> None:
    one, other = draw(Lenient, only_one=True)[:2]
    assert one.parts == other.parts == [1, 2]
    assert one.parts is not other.parts


def test_missing_values_are_omitted_from_json() -> None:
    for each, line in zip(round_trip(Patch), to_json(Patch), strict=True):
        assert each.town is MISSING
        assert line == {"name": each.name, "age": each.age}

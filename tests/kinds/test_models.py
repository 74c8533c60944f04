"""Models: nesting, inheritance, extra keys, private attributes, class variables, frozen models."""

from __future__ import annotations

import pytest
from pydantic import (
    BaseModel,
    ValidationError,
    create_model,
    field_validator,
)

from pytest_fixturegen import generate_instances
from tests.golden.kinds.models import (
    Account,
    Archive,
    Closed,
    Coin,
    Library,
    Message,
    Open,
    Purse,
    Rose,
    Shelf,
    short,
)
from tests.kinds.round_trips import draw, round_trip, to_json


def test_a_nested_model_is_an_instance() -> None:
    assert {type(each.main) for each in round_trip(Library)} == {Shelf}
    assert all(1 <= shelf.row <= 40 for each in round_trip(Library) for shelf in each.shelves)


def test_a_subclass_can_constrain_the_fields_of_its_parent() -> None:
    for each in round_trip(Archive):
        assert len(each.name) <= 12
        assert 100 <= each.vault <= 199


def test_a_class_variable_is_not_a_field() -> None:
    assert all("open_days" not in line for line in to_json(Library))


def test_private_attributes_have_defaults_and_post_init_values() -> None:
    for each in draw(Account):
        assert (each._opened, each._log, each._greeting) == (7, [], f"Hello {each.owner}")
    assert draw(Account)[0]._log is not draw(Account)[0]._log
    assert all(line.keys() == {"owner"} for line in to_json(Account))


def test_a_model_that_allows_more_gets_no_more_than_its_fields() -> None:
    assert all(each.model_extra == {} for each in round_trip(Open))


def test_a_model_that_forbids_more_accepts_its_records() -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Closed.model_validate({**round_trip(Closed)[0].model_dump(), "another": 1})


def test_frozen_records_stay_as_they_are_and_can_be_hashed() -> None:
    for each in draw(Purse):
        assert len({*each.coins, each.best}) >= 2
        with pytest.raises(ValidationError, match="frozen_instance"):
            each.best.cents = 1
        with pytest.raises(ValidationError, match="frozen_field"):
            each.best = Coin(cents=1)


def test_a_field_of_type_base_model_holds_a_model() -> None:
    assert all(isinstance(each.body, BaseModel) for each in draw(Message))
    assert repr(draw(Message)[0].body) == "BaseModel()"


def test_a_subclass_of_an_abstract_model_is_drawn() -> None:
    assert {each.latin for each in round_trip(Rose)} == {"Rosa"}


def test_a_model_made_at_run_time_is_like_any_other() -> None:
    model = create_model(
        "Bird",
        __base__=Shelf,
        __validators__={"short": field_validator("song")(short)},
        song=(str, ...),
        eggs=(int, 4),
    )
    for each in round_trip(model):
        assert isinstance(each, Shelf)
        assert each.eggs == 4
        assert len(each.song) < 30


def test_a_model_can_be_defined_in_a_function() -> None:
    class Local(BaseModel):
        size: int

    assert {type(each) for each in round_trip(Local)} == {Local}
    assert next(generate_instances(Local, 1, 1)) == next(generate_instances(Local, 1, 1))

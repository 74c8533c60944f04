"""Aliases for reading and writing; records are written so that the model can read them."""

from __future__ import annotations

from pydantic import AliasChoices, AliasGenerator, AliasPath, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from tests.kinds.round_trips import draw, round_trip, to_json


class Both(BaseModel):
    user_name: str = Field(alias="userName")


class Generated(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)
    first_name: str
    home_town: str = Field(alias="town")


def test_an_alias_is_the_key_in_the_json() -> None:
    assert all(
        line == {"userName": each.user_name}
        for each, line in zip(round_trip(Both), to_json(Both), strict=True)
    )
    assert all(line.keys() == {"firstName", "town"} for line in to_json(Generated))


class Read(BaseModel):
    size: int = Field(validation_alias="inSize")


class Written(BaseModel):
    size: int = Field(serialization_alias="outSize")


class Apart(BaseModel):
    model_config = ConfigDict(
        alias_generator=AliasGenerator(validation_alias=str.upper, serialization_alias=str.title),
        extra="forbid",
    )
    size: int
    parts: list[Written]


def test_json_uses_the_validation_alias_if_aliases_differ() -> None:
    assert all(
        line == {"inSize": each.size}
        for each, line in zip(round_trip(Read), to_json(Read), strict=True)
    )
    assert all(
        line == {"size": each.size}
        for each, line in zip(round_trip(Written), to_json(Written), strict=True)
    )
    assert all(line.keys() == {"SIZE", "PARTS"} for line in to_json(Apart))
    assert len(round_trip(Apart)) == 20


class Deep(BaseModel):
    first: int = Field(validation_alias=AliasPath("numbers", 0))
    second: int = Field(validation_alias=AliasPath("numbers", 1))
    city: str = Field(validation_alias=AliasChoices(AliasPath("place", "city"), "town"))


def test_alias_paths_lead_into_lists_and_mappings() -> None:
    for each, line in zip(round_trip(Deep), to_json(Deep), strict=True):
        assert line == {"numbers": [each.first, each.second], "town": each.city}


class Choices(BaseModel):
    size: int = Field(validation_alias=AliasChoices("width", "size"))


def test_one_of_several_aliases_is_enough() -> None:
    assert all(
        line in ({"size": each.size}, {"width": each.size})
        for each, line in zip(round_trip(Choices), to_json(Choices), strict=True)
    )


class ByName(BaseModel):
    model_config = ConfigDict(validate_by_name=True, validate_by_alias=False)
    size: int = Field(alias="theSize")


class ByEither(BaseModel):
    model_config = ConfigDict(validate_by_name=True, serialize_by_alias=True)
    size: int = Field(alias="theSize")


def test_a_model_that_reads_by_name_is_written_by_name() -> None:
    assert all(
        line == {"size": each.size}
        for each, line in zip(round_trip(ByName), to_json(ByName), strict=True)
    )
    assert all(
        line == {"theSize": each.size}
        for each, line in zip(round_trip(ByEither), to_json(ByEither), strict=True)
    )


def test_an_alias_changes_no_value() -> None:
    plain = type("Both", (BaseModel,), {"__annotations__": {"user_name": str}})
    assert [each.user_name for each in draw(plain)] == [each.user_name for each in draw(Both)]

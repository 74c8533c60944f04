"""Models that show what is special about aliases."""

from __future__ import annotations

from pydantic import AliasChoices, AliasGenerator, AliasPath, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel


class Both(BaseModel):
    user_name: str = Field(alias="userName")


class Generated(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)
    first_name: str
    home_town: str = Field(alias="town")


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


class Deep(BaseModel):
    first: int = Field(validation_alias=AliasPath("numbers", 0))
    second: int = Field(validation_alias=AliasPath("numbers", 1))
    city: str = Field(validation_alias=AliasChoices(AliasPath("place", "city"), "town"))


class Choices(BaseModel):
    size: int = Field(validation_alias=AliasChoices("width", "size"))


class ByName(BaseModel):
    model_config = ConfigDict(validate_by_name=True, validate_by_alias=False)
    size: int = Field(alias="theSize")


class ByEither(BaseModel):
    model_config = ConfigDict(validate_by_name=True, serialize_by_alias=True)
    size: int = Field(alias="theSize")

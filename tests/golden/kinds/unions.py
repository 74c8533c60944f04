"""Models that show what is special about unions."""

from __future__ import annotations

import enum
from typing import Annotated, Any, Literal, Optional, Union

from pydantic import BaseModel, Discriminator, Field, Tag
from typing_extensions import TypedDict


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int = Field(ge=1, le=9)


class BlackDog(BaseModel):
    kind: Literal["dog"]
    color: Literal["black"]
    walks: int


class WhiteDog(BaseModel):
    kind: Literal["dog"]
    color: Literal["white"]
    tricks: list[str]


Dog = Annotated[Union[BlackDog, WhiteDog], Field(discriminator="color")]


class Owner(BaseModel):
    pet: Annotated[Union[Cat, Dog], Field(discriminator="kind")]
    others: list[Annotated[Union[Cat, Dog], Field(discriminator="kind")]]


class Press(BaseModel):
    type_: Literal["key", "button"] = Field(alias="type")
    times: int


class Turn(BaseModel):
    type_: Literal["wheel"] = Field("wheel", alias="type")
    degrees: int


class Control(BaseModel):
    action: Press | Turn = Field(discriminator="type_")


class Fuel(str, enum.Enum):
    gas = "gas"
    wood = "wood"


class Stove(BaseModel):
    fuel: Literal[Fuel.wood]
    logs: int


class Heater(BaseModel):
    fuel: Literal[Fuel.gas] = Fuel.gas
    liters: int


class Apple(BaseModel):
    weight: int
    sweet: bool


class Berry(BaseModel):
    weight: int


def shape_of(value: Any) -> str | None:
    if isinstance(value, str):
        return "word"
    keys = value if isinstance(value, dict) else value.model_dump()
    return "apple" if "sweet" in keys else "berry"


Fruit = Annotated[
    Union[
        Annotated[Apple, Tag("apple")], Annotated[Berry, Tag("berry")], Annotated[str, Tag("word")]
    ],
    Discriminator(shape_of),
]


class Near(TypedDict):
    at: Literal["near"]
    steps: int


class Far(TypedDict):
    at: Literal["far"]
    miles: float


class Mixed(BaseModel):
    plain: Union[int, str]
    smart: Union[bool, float, list[int]]
    first: Union[str, int] = Field(union_mode="left_to_right")
    model: Union[Berry, dict[str, int]]
    maybe: Optional[Union[int, Berry]]


class Inner(BaseModel):
    code: int
    label: str = Field(max_length=12)


TYPES = {"dog": Dog, "fruit": Fruit}
"""More types that are drawn, by name."""

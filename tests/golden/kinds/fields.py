"""Models that show what is special about fields."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, Final, Optional

from pydantic import MISSING, BaseModel, ConfigDict, Field, computed_field, field_validator
from pydantic_core import PydanticUseDefault
from typing_extensions import deprecated


class Reader(BaseModel):
    email: str
    user: str = Field(default_factory=lambda data: data["email"].partition("@")[0])
    loans: list[int] = Field(default_factory=list, max_length=3)
    level: int = 1
    checked: Annotated[int, Field(validate_default=True)] = "5"  # type: ignore[assignment]
    note: Optional[str] = None


class Login(BaseModel):
    name: str
    password: str = Field(exclude=True, min_length=8)
    attempts: int = Field(default=3, exclude=True)
    hint: int = Field(ge=0, le=3, repr=False)


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


class Old(BaseModel):
    size: int
    weight: Annotated[int, deprecated("Use size.")]
    color: str = Field(deprecated=True)
    maker: Final[str]


class Told(BaseModel):
    """Where the words stand."""

    model_config = ConfigDict(
        use_attribute_docstrings=True, json_schema_extra={"examples": [{"size": 1}]}
    )
    size: int
    """How large it is."""
    taste: str = Field(examples=["sweet", "sour"], title="Taste", description="On the tongue.")


class Lenient(BaseModel):
    parts: list[int] = [1, 2]

    @field_validator("parts", mode="before")
    @classmethod
    def or_default(cls, value: Any) -> Any:
        if value is None:
            raise PydanticUseDefault
        return value


class Patch(BaseModel):
    name: str
    age: int | MISSING
    town: str | MISSING = MISSING

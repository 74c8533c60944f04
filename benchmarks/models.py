"""The models of the benchmark suite: each stresses one part of a generator.

They import Pydantic alone, so that every contender can load them in its own environment.
"""

from __future__ import annotations

import importlib
import json
import tempfile
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal, Union

from pydantic import BaseModel, Field, create_model, field_validator, model_validator

from benchmarks.medium import Customer

PARCELS = Path(__file__).parents[1] / "examples" / "shop" / "openapi.yaml"

WIDE_FIELD_COUNT = 200
DEEP_LEVEL_COUNT = 10
UNION_MEMBER_COUNT = 20


class Colour(Enum):
    """A choice of three."""

    RED = "red"
    GREEN = "green"
    BLUE = "blue"


class Small(BaseModel):
    """Five plain fields."""

    id: int
    name: str
    colour: Colour
    is_active: bool
    created_at: datetime


class Point(BaseModel):
    """A position in a track."""

    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)
    label: str | None


class Lists(BaseModel):
    """Lists of models, of numbers and of texts, and a mapping."""

    points: list[Point] = Field(min_length=10, max_length=20)
    readings: list[float] = Field(min_length=20, max_length=40)
    words: list[str] = Field(min_length=10, max_length=20)
    codes: set[int] = Field(min_length=5, max_length=10)
    counts: dict[str, int] = Field(min_length=5, max_length=10)


class Validated(BaseModel):
    """Validators of fields and of the whole record, which accept ordinary data."""

    first_name: str
    last_name: str
    starts: date
    ends: date
    low: int = Field(ge=0, le=100)
    high: int = Field(ge=0, le=100)

    @field_validator("first_name", "last_name")
    @classmethod
    def strip(cls, text: str) -> str:
        """Return the name without surrounding spaces."""
        return text.strip()

    @model_validator(mode="after")
    def check_order(self) -> Validated:
        """Raise ValueError if a range is empty."""
        if self.ends < self.starts or self.high < self.low:
            raise ValueError("expected the start before the end")
        return self


class Patterns(BaseModel):
    """Texts that match regular expressions."""

    plate: str = Field(pattern=r"^[A-Z]{1,3}-[A-Z]{1,2} [0-9]{1,4}$")
    version: str = Field(pattern=r"^\d+\.\d+\.\d+(-[a-z]+\.\d+)?$")
    colour: str = Field(pattern=r"^#[0-9a-f]{6}$")
    slug: str = Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=40)
    iban: str = Field(pattern=r"^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$")


def make_wide(field_count: int = WIDE_FIELD_COUNT) -> type[BaseModel]:
    """Return a model with *field_count* fields of five types in turn."""
    types: list[Any] = [
        int,
        str,
        float,
        Annotated[int, Field(ge=0, le=1000)],
        Literal["a", "b", "c"],
    ]
    fields: dict[str, Any] = {
        f"field_{number}": (types[number % len(types)], ...) for number in range(field_count)
    }
    return create_model(f"Wide{field_count}", **fields)


def make_deep(level_count: int = DEEP_LEVEL_COUNT) -> type[BaseModel]:
    """Return a model with *level_count* models within each other."""
    model = create_model("Level0", name=(str, ...), number=(int, ...))
    for level in range(1, level_count):
        model = create_model(f"Level{level}", name=(str, ...), inner=(model, ...))
    return model


def make_union(member_count: int = UNION_MEMBER_COUNT) -> type[BaseModel]:
    """Return a model with a union of *member_count* models, two or more, told apart by a field."""
    members = [
        create_model(f"Member{number}", kind=(Literal[number], ...), name=(str, ...))
        for number in range(member_count)
    ]
    union = Annotated[Union[tuple(members)], Field(discriminator="kind")]  # noqa: UP007
    return create_model(f"Union{member_count}", first=(union, ...), others=(list[union], ...))


OWN_MODELS = {
    "small": lambda: Small,
    "medium": lambda: Customer,
    "wide": make_wide,
    "deep": make_deep,
    "lists": lambda: Lists,
    "union": make_union,
    "validators": lambda: Validated,
    "patterns": lambda: Patterns,
}
"""Builds each model that was written for this suite."""

PACKAGE_MODELS = (
    "mcp.types:Tool",
    "mcp.types:CallToolResult",
    "mcp.types:InitializeRequest",
    "mcp.types:SamplingMessage",
    "geojson_pydantic:Feature",
    "geojson_pydantic:MultiPolygon",
    "openapi_pydantic:Info",
    "openapi_pydantic:Server",
    "openapi_pydantic:SecurityScheme",
    "stac_pydantic:Item",
)
"""Ten models of public packages, as ``module:class``."""

DOCUMENTS = ("parcel.yaml", "medium.json", "lists.json")
"""An OpenAPI component, and the JSON Schemas of two models above."""

NAMES = (*OWN_MODELS, *PACKAGE_MODELS, *DOCUMENTS)


def load_model(name: str) -> Any:
    """Return the model *name*, one of :data:`NAMES`, or the target of a document."""
    if name in OWN_MODELS:
        return OWN_MODELS[name]()
    if name in DOCUMENTS:
        return write_document(name)
    module, _, class_name = name.partition(":")
    return getattr(importlib.import_module(module), class_name)


def write_document(name: str) -> str:
    """Return the target of the document *name*; the JSON Schema of a model is written first."""
    if name == "parcel.yaml":
        return f"{PARCELS}:Parcel"
    schema = load_model(name.partition(".")[0]).model_json_schema()
    path = Path(tempfile.mkdtemp(prefix="benchmarks-")) / name
    path.write_text(json.dumps(schema), "utf-8")
    return str(path)

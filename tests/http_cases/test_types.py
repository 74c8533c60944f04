"""Every type in every place: an application that echoes refuses all that it should, and no more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from ipaddress import IPv4Address
from typing import Annotated, Any, Literal, Optional
from uuid import UUID

import pytest
from fastapi import Body, Cookie, FastAPI, Form, Header, Path, Query
from fastapi.testclient import TestClient
from pydantic import AwareDatetime, BaseModel, EmailStr, Field, HttpUrl

from tests.http_cases.helpers import list_failures, list_requests


class Colour(Enum):
    red = "red"
    blue = "blue"


class Level(IntEnum):
    low = 1
    high = 2


class Place(BaseModel):
    street: str = Field(max_length=30)
    zip: Annotated[str, Field(pattern=r"^\d{5}$")]


SINGLE: dict[str, Any] = {
    "int": int,
    "bounded": Annotated[int, Field(ge=1, le=100)],
    "float": Annotated[float, Field(gt=0, lt=1)],
    "decimal": Annotated[Decimal, Field(max_digits=6, decimal_places=2)],
    "bool": bool,
    "str": Annotated[str, Field(min_length=2, max_length=12)],
    "pattern": Annotated[str, Field(pattern=r"^[A-Z]{3}-\d{2}$")],
    "enum": Colour,
    "int_enum": Level,
    "literal": Literal["a", "b"],
    "date": date,
    "datetime": datetime,
    "aware": AwareDatetime,
    "time": time,
    "timedelta": timedelta,
    "uuid": UUID,
    "email": EmailStr,
    "url": HttpUrl,
    "address": IPv4Address,
    "union": int | bool,
}
SEVERAL: dict[str, Any] = {
    "ints": list[Annotated[int, Field(ge=0)]],
    "few": Annotated[list[str], Field(min_length=1, max_length=3)],
    "colours": set[Colour],
}
BODIES: dict[str, Any] = {
    "model": Place,
    "models": list[Place],
    "mapping": dict[str, int],
    "optional": Optional[Place],
    "pair": tuple[int, str],
}


def build_app(annotation: Any, place: Any) -> FastAPI:
    """Return an application with one operation, whose parameter has *annotation* in *place*."""
    app = FastAPI()

    def echo(value: Any) -> None: ...

    echo.__annotations__ = {"value": Annotated[annotation, place], "return": None}
    path = "/echo/{value}" if isinstance(place, type(Path())) else "/echo"
    app.post(path)(echo)
    return app


PLACES: dict[str, Callable[[], Any]] = {
    "query": Query,
    "path": Path,
    "header": Header,
    "cookie": Cookie,
    "form": Form,
    "body": Body,
}
ROWS = [
    *((kind, place) for kind in SINGLE for place in PLACES if (kind, place) != ("url", "path")),
    *((kind, place) for kind in SEVERAL for place in ("query", "form", "body")),
    *((kind, "body") for kind in BODIES),
]


@pytest.mark.parametrize(("kind", "place"), ROWS)
def test_an_application_takes_the_valid_and_refuses_the_invalid(kind: str, place: str) -> None:
    app = build_app({**SINGLE, **SEVERAL, **BODIES}[kind], PLACES[place]())
    requests = list_requests(app)
    assert {each.is_valid for each in requests} == {True, False}
    assert list_failures(requests, TestClient(app)) == {}

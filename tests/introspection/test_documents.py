"""Documents of Beanie, built without a server."""

from __future__ import annotations

import datetime
import json
from typing import Annotated, Any
from uuid import UUID

import pytest
from beanie import BackLink, Document, Indexed, Link, PydanticObjectId
from pydantic import BaseModel, Field

from pytest_fixturegen import Pfg, generate_instances, generate_lines


class Street(BaseModel):
    name: str
    number: int = Field(ge=1)


class Owner(Document):
    name: str
    email: Annotated[str, Indexed(unique=True)]
    street: Street

    class Settings:
        name = "owners"


class Window(Document):
    id: UUID  # type: ignore[assignment]
    width: int


class House(Document):
    title: Annotated[str, Indexed()]
    owner: Link[Owner]
    windows: list[Link[Window]]
    door: Link[Window] | None = None
    next: Link[House] | None = None
    built: datetime.date


class Key(Document):
    house: BackLink[House] = Field(json_schema_extra={"original_field": "door"})
    code: str


def test_documents_are_built_without_a_server() -> None:
    owners = list(generate_instances(Owner, 20))
    assert len({owner.id for owner in owners}) == 20
    assert all(isinstance(owner.id, PydanticObjectId) for owner in owners)
    assert all("@" in owner.email and owner.street.number >= 1 for owner in owners)


def test_links_are_references() -> None:
    houses = list(generate_instances(House, 20))
    assert {house.owner.ref.collection for house in houses} == {"owners"}
    assert {type(house.owner.ref.id).__name__ for house in houses} == {"ObjectId"}
    assert all(house.owner.document_class is Owner for house in houses)
    windows = [window for house in houses for window in house.windows]
    assert {(type(each.ref.id), each.ref.collection) for each in windows} == {(UUID, "Window")}
    onward = [house.next for house in houses if house.next]
    assert all(link.document_class is House for link in onward)


def test_a_back_link_knows_its_class() -> None:
    assert next(iter(generate_instances(Key, 1))).house.document_class is House


def test_the_json_of_documents_has_references() -> None:
    lines = list(map(json.loads, generate_lines(House, 5)))
    assert all(line["owner"].keys() == {"id", "collection"} for line in lines)
    assert all(set(line) <= {"_id", *House.model_fields} - {"revision_id"} for line in lines)


@pytest.mark.parametrize("cls", [Owner, Window, House, Key])
def test_documents_are_the_same_again(cls: Any) -> None:
    first, second = (list(generate_lines(cls, 5)) for _ in range(2))
    assert first == second


def test_a_document_may_be_in_the_place_of_a_link(pfg: Pfg) -> None:
    owner = pfg.build(Owner, name="Ada")
    assert pfg.build(House, owner=owner).owner.name == "Ada"

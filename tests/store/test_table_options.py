"""Tables of SQLModel and SQLAlchemy as they stand: keys, links, unique fields and validation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from typing import Any, Optional

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlmodel import Field, SQLModel

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import StoreConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.store.errors import ConflictError, InvalidError
from pytest_fixturegen.store.schema import Reference
from pytest_fixturegen.store.store import Store


class StoredTeam(SQLModel, table=True):
    code: str = Field(primary_key=True, max_length=8)
    name: str = Field(unique=True)


class StoredHero(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(min_length=2)
    age: int = Field(ge=0)
    joined_at: datetime
    team_code: str | None = Field(default=None, foreign_key="storedteam.code", ondelete="SET NULL")
    mentor_id: int | None = Field(default=None, foreign_key="storedhero.id")


class HeroTeamLink(SQLModel, table=True):
    hero_id: int = Field(foreign_key="storedhero.id", primary_key=True)
    team_code: str = Field(foreign_key="storedteam.code", primary_key=True)


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "stored_authors"
    __table_args__ = (sa.UniqueConstraint("email"),)
    author_no: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(sa.String(60))


class Book(Base):
    __tablename__ = "stored_books"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(sa.String(40))
    author_no: Mapped[int] = mapped_column(
        sa.ForeignKey("stored_authors.author_no", ondelete="CASCADE")
    )
    lost_id: Mapped[int | None] = mapped_column(sa.ForeignKey("nowhere.id"))


class Person(Base):
    __tablename__ = "stored_people"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "person"}


class Engineer(Person):
    __tablename__ = "stored_engineers"
    id: Mapped[int] = mapped_column(sa.ForeignKey("stored_people.id"), primary_key=True)
    tool: Mapped[str]
    __mapper_args__ = {"polymorphic_identity": "engineer"}


@pytest.fixture
def heroes() -> Iterator[Store]:
    models = {"teams": StoredTeam, "heroes": StoredHero, "links": HeroTeamLink}
    with closing(open_store(models, StoreConfig(count=20))) as store:
        yield store


@pytest.fixture
def books() -> Iterator[Store]:
    with closing(open_store({"authors": Author, "books": Book})) as store:
        yield store


def test_foreign_keys_of_tables_are_links(heroes: Store, books: Store) -> None:
    codes = {team.code for team in heroes["teams"]}
    drawn = [hero.team_code for hero in heroes["heroes"] if hero.team_code is not None]
    assert drawn
    assert set(drawn) <= codes
    numbers = {author.author_no for author in books["authors"]}
    assert {book.author_no for book in books["books"]} <= numbers
    with pytest.raises(ConflictError, match="refers to authors 99"):
        books["books"].create(title="x", author_no=99, lost_id=None)


def test_actions_on_delete_of_tables_are_kept(heroes: Store, books: Store) -> None:
    hero = next(hero for hero in heroes["heroes"] if hero.team_code)
    heroes["teams"].delete(hero.team_code)
    assert heroes["heroes"].get(hero.id).team_code is None
    author_no = books["books"].all()[0].author_no
    books["authors"].delete(author_no)
    assert not books["books"].all(author_no=author_no)


def test_primary_keys_of_tables_are_numbered(heroes: Store, books: Store) -> None:
    assert [hero.id for hero in heroes["heroes"]] == list(range(1, 21))
    assert [author.author_no for author in books["authors"]] == list(range(1, 11))
    created = heroes["heroes"].create(name="Ada", age=3, joined_at="2024-01-02T03:04:05")
    assert created.id == 21


def test_a_table_with_a_key_of_two_columns_is_not_a_resource(heroes: Store) -> None:
    assert [resource.name for resource in heroes.schema.resources] == ["teams", "heroes"]


def test_unique_columns_and_constraints_are_unique(heroes: Store, books: Store) -> None:
    with pytest.raises(ConflictError, match="name is unique"):
        heroes["teams"].create(code="X", name=heroes["teams"].all()[0].name)
    with pytest.raises(ConflictError, match="email is unique"):
        books["authors"].create(email=books["authors"].all()[0].email)


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"age": 3, "joined_at": "2024-01-01"}, "name"),
        ({"name": "x", "age": 3, "joined_at": "2024-01-01"}, "name"),
        ({"name": "Ada", "age": "abc", "joined_at": "2024-01-01"}, "age"),
        ({"name": "Ada", "age": -1, "joined_at": "2024-01-01"}, "age"),
        ({"name": "Ada", "age": 1, "joined_at": "soon"}, "joined_at"),
    ],
)
def test_a_record_of_a_table_is_validated(heroes: Store, body: Any, path: str) -> None:
    with pytest.raises(InvalidError, match=f"heroes.{path}"):
        heroes.rows("heroes").create(json.dumps(body).encode())


def test_records_of_tables_have_the_types_of_their_fields(heroes: Store) -> None:
    hero = heroes["heroes"].create(name="Ada", age="7", joined_at="2024-01-02T03:04:05")
    assert (type(hero), hero.age, hero.joined_at) == (
        StoredHero,
        7,
        datetime(2024, 1, 2, 3, 4, 5),
    )


def test_declared_links_win_over_foreign_keys() -> None:
    links = GenerationConfig(link=("heroes.team_code=teams.name",))
    with closing(
        open_store({"teams": StoredTeam, "heroes": StoredHero}, generation=links)
    ) as store:
        resource = store.schema.find_resource("heroes")
        assert [link.field for link in resource.links] == ["team_code"]
        assert resource.references == (Reference("mentor_id", "heroes"),)


def test_the_key_of_a_subclass_is_not_a_link_to_its_base() -> None:
    with closing(open_store({"people": Person, "engineers": Engineer})) as store:
        assert not store.schema.find_resource("engineers").references
        assert store["engineers"].create(kind="engineer", tool="x").id == 11

"""The sql handler: rows in the tables of SQLModel and SQLAlchemy classes, with their keys."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlmodel import Field, SQLModel

from pytest_fixturegen import (
    DeliveryConfig,
    GenerationConfig,
    PersistError,
    generate_instances,
    persist_records,
)
from pytest_fixturegen.strategies import links, sql_keys


class Level(enum.Enum):
    LOW = "low"
    HIGH = "high"


class Base(DeclarativeBase):
    pass


class Player(Base):
    __tablename__ = "players"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(12))
    pay: Mapped[Decimal] = mapped_column(sa.Numeric(8, 2))
    club_id: Mapped[UUID] = mapped_column(sa.ForeignKey("clubs.id"))
    mentor_id: Mapped[int | None] = mapped_column(sa.ForeignKey("players.id"))
    level: Mapped[Level]
    mail: Mapped[str] = mapped_column("e_mail", sa.String(60), unique=True)
    born: Mapped[dt.date]
    seen: Mapped[dt.datetime]
    rest: Mapped[dt.timedelta]
    extra: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    photo: Mapped[bytes]


class Club(Base):
    __tablename__ = "clubs"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    title: Mapped[str]


class Badge(Base):
    __tablename__ = "badges"
    player_id: Mapped[int] = mapped_column(sa.ForeignKey("players.id"), primary_key=True)
    club_id: Mapped[UUID] = mapped_column(sa.ForeignKey("clubs.id"), primary_key=True)


class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str


class Hero(SQLModel, table=True):
    __tablename__ = "heroes"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=30)
    level: Level
    team_id: int | None = Field(default=None, foreign_key="team.id")
    seen: dt.datetime


class Note(BaseModel):
    id: int
    tags: list[str]


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    """A database with empty tables that enforces foreign keys."""
    url = f"sqlite:///{tmp_path / 'x.db'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("dsn").replace("postgresql:", "postgresql+psycopg:")
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        if request.param == "postgresql":
            connection.execute(sa.text("drop schema public cascade; create schema public"))
        for metadata in (Base.metadata, SQLModel.metadata):
            metadata.create_all(connection)
        connection.execute(
            sa.text(
                "create table note"
                " (id integer primary key, tags varchar(100), made integer default 7)"
            )
        )
    yield engine
    engine.dispose()


def deliver(engine: sa.Engine, models: list[Any], n: int, **delivery: Any) -> int:
    """Deliver *n* records of each of *models*, parents first; return how many were delivered."""
    config = sql_keys.apply_table_keys(GenerationConfig(related=n), models)
    options = {"url": engine.url.render_as_string(hide_password=False)}
    return sum(
        persist_records(
            model,
            "sql",
            n,
            config=config,
            options=options,
            delivery=DeliveryConfig(retry_wait=0, **delivery),
        ).records
        for model in links.sort_parents_first(models, config)
    )


def test_sqlalchemy_rows_read_back_as_they_were_drawn(engine: sa.Engine) -> None:
    assert deliver(engine, [Badge, Player, Club], 60) == 180
    config = sql_keys.apply_table_keys(GenerationConfig(related=60), [Player])
    drawn = {player.id: player for player in generate_instances(Player, 60, config=config)}
    attributes = [attribute.key for attribute in Player.__mapper__.column_attrs]
    attributes.remove("seen")  # the database has it without a time zone
    with Session(engine) as session:
        found = session.scalars(sa.select(Player)).all()
        for player in found:
            original = drawn[player.id]
            assert [getattr(player, name) for name in attributes] == [
                getattr(original, name) for name in attributes
            ]
            assert player.seen == original.seen.replace(tzinfo=None)
        assert len(found) == 60
        assert session.scalar(sa.select(sa.func.count()).select_from(Badge)) == 60
        joined = (
            sa.select(sa.func.count()).select_from(Player).join(Club, Player.club_id == Club.id)
        )
        assert session.scalar(joined) == 60


def test_sqlmodel_rows_read_back(engine: sa.Engine) -> None:
    deliver(engine, [Hero, Team], 60)
    with Session(engine) as session:
        heroes = session.scalars(sa.select(Hero)).all()
        teams = set(session.scalars(sa.select(Team.id)))
    assert {hero.level for hero in heroes} == set(Level)
    assert {hero.team_id for hero in heroes} <= teams
    assert len(heroes) == len(teams) == 60


def test_the_database_continues_its_row_numbers(engine: sa.Engine) -> None:
    deliver(engine, [Team], 60)
    with Session(engine) as session:
        session.add(Team(name="one more"))
        session.commit()


def test_a_plain_model_uses_the_table_with_its_name(engine: sa.Engine) -> None:
    deliver(engine, [Note], 3)
    with engine.connect() as connection:
        rows = connection.execute(sa.text("select tags, made from note")).all()
    assert all(tags.startswith('["') and made == 7 for tags, made in rows)
    assert len(rows) == 3


def test_a_resumed_run_skips_batches_in_the_ledger(engine: sa.Engine) -> None:
    deliver(engine, [Team], 30, batch_size=20)
    with engine.begin() as connection:
        connection.execute(sa.text("delete from pfg_delivered where first = 20"))
    with pytest.raises(
        PersistError, match=r"Records 20 to 29 of Team .*; 0 records were delivered, 20 before that"
    ) as raised:
        deliver(engine, [Team], 30, batch_size=10, resume=True)
    assert "Rows with these keys exist already" in raised.value.hint
    with engine.begin() as connection:
        config = sql_keys.apply_table_keys(GenerationConfig(related=30), [Team])
        delivered = [team.id for team in generate_instances(Team, 20, config=config)]
        connection.execute(sa.delete(Team).where(Team.id.not_in(delivered)))
    assert deliver(engine, [Team], 30, batch_size=30, resume=True) == 10
    with engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(Team)) == 30


def test_a_new_run_refuses_existing_keys(engine: sa.Engine) -> None:
    deliver(engine, [Team], 3)
    with pytest.raises(PersistError, match=r"(?i)unique") as raised:
        deliver(engine, [Team], 3)
    assert "--resume" in raised.value.hint


def test_a_child_without_its_parent_is_refused(engine: sa.Engine) -> None:
    if engine.dialect.name == "sqlite":
        sa.event.listen(sa.Engine, "connect", _enforce_foreign_keys)
    try:
        with pytest.raises(PersistError, match=r"(?i)foreign key") as raised:
            deliver(engine, [Badge], 3)
    finally:
        if engine.dialect.name == "sqlite":
            sa.event.remove(sa.Engine, "connect", _enforce_foreign_keys)
    assert "--with-related" in raised.value.hint


def _enforce_foreign_keys(connection: Any, _: object) -> None:
    connection.execute("pragma foreign_keys = on")


class Nowhere(BaseModel):
    id: int


class Other(BaseModel):
    id: int
    colour: str


class Short(BaseModel):
    name: str


@pytest.mark.parametrize(
    ("model", "options", "words", "hint"),
    [
        (Nowhere, {}, "no table 'nowhere' for Nowhere", "Create it"),
        (
            Other,
            {"tables": {"Other": "team"}},
            "team has no column for Other.colour",
            "Known: id, name",
        ),
        (Short, {"tables": {"Short": "clubs"}}, "has no column for Short.name", "title"),
        (
            Nowhere,
            {"tables": {"Nowhere": "team"}},
            "Nowhere has no field for the column team.name",
            "Give the model",
        ),
        (Nowhere, {"url": "nothing://x"}, "url names an unknown database", "dialect"),
        (Nowhere, {"url": "nothing"}, "The database cannot be used", "Check url"),
    ],
)
def test_mismatched_tables_fail_before_any_insert(
    engine: sa.Engine, model: Any, options: dict[str, Any], words: str, hint: str
) -> None:
    with pytest.raises(PersistError) as raised:
        persist_records(
            model,
            "sql",
            options={"url": engine.url.render_as_string(hide_password=False), **options},
        )
    assert words in raised.value.message
    assert hint in raised.value.hint

"""SQLModel tables: a database accepts the rows, and no relationship is loaded."""

from typing import Optional

from sqlmodel import Field, Relationship, Session, SQLModel, create_engine, select

from pytest_fixturegen import generate_instances
from tests.golden.kinds.sqlmodel import GuildPlain
from tests.kinds.round_trips import draw, round_trip, to_json


class Guild(GuildPlain, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    heroes: list["Knight"] = Relationship(back_populates="team")


class Knight(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    secret_name: str = Field(index=True, unique=True)
    age: int = Field(ge=3, le=90)
    team_id: Optional[int] = Field(default=None, foreign_key="guild.id")
    team: Optional[Guild] = Relationship(back_populates="heroes")


def test_a_sqlmodel_without_a_table_is_a_model() -> None:
    assert all(1 <= each.size <= 30 and len(each.name) <= 12 for each in round_trip(GuildPlain))


def test_a_row_keeps_its_rules_and_loads_no_relationship() -> None:
    for each in draw(Knight):
        Knight.model_validate(each.model_dump())
        assert 3 <= each.age <= 90
        assert "team" not in vars(each)
    assert all(line.keys() == {"id", "secret_name", "age", "team_id"} for line in to_json(Knight))


def test_a_database_takes_the_rows() -> None:
    engine = create_engine("sqlite://")
    SQLModel.metadata.create_all(engine)
    teams, heroes = (list(generate_instances(kind, 20, 3)) for kind in (Guild, Knight))
    with Session(engine, expire_on_commit=False) as session:
        session.add_all([*teams, *heroes])
        session.commit()
        assert (
            len(session.exec(select(Guild)).all()) == len(session.exec(select(Knight)).all()) == 20
        )
    engine.dispose()

"""Models that show what is special about sqlmodel."""

from typing import Optional

from sqlalchemy.orm import registry
from sqlmodel import Field, Relationship, SQLModel


class GoldenTables(SQLModel, registry=registry()):
    """The base of the tables. It has its own registry, since other tests use these names."""


class GuildPlain(SQLModel):
    name: str = Field(max_length=12)
    size: int = Field(ge=1, le=30)


class Guild(GuildPlain, GoldenTables, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    heroes: list["Knight"] = Relationship(back_populates="team")


class Knight(GoldenTables, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    secret_name: str = Field(index=True, unique=True)
    age: int = Field(ge=3, le=90)
    team_id: Optional[int] = Field(default=None, foreign_key="guild.id")
    team: Optional[Guild] = Relationship(back_populates="heroes")

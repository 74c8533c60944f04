# databases/sqlmodel_api/app.py
"""An API of heroes and teams."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from pydantic import EmailStr
from sqlmodel import Field, Relationship, Session, SQLModel, select


class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True, max_length=80)
    heroes: list["Hero"] = Relationship(back_populates="team")


class HeroBase(SQLModel):
    name: str = Field(max_length=60)
    email: EmailStr = Field(unique=True)
    age: int | None = Field(default=None, ge=0, le=120)


class Hero(HeroBase, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id")
    team: Team = Relationship(back_populates="heroes")


class HeroCreate(HeroBase):
    team_id: int


class HeroPublic(HeroBase):
    id: int


def get_session() -> Iterator[Session]:
    """Yield the session of a request; the tests replace it."""
    raise NotImplementedError


app = FastAPI()
RequestSession = Annotated[Session, Depends(get_session)]


@app.post("/heroes", status_code=201, response_model=HeroPublic)
def create_hero(body: HeroCreate, session: RequestSession) -> Hero:
    if session.get(Team, body.team_id) is None:
        raise HTTPException(404, "Team not found")
    hero = Hero.model_validate(body)
    session.add(hero)
    session.commit()
    return hero


@app.get("/teams/{team_id}/heroes", response_model=list[HeroPublic])
def list_heroes(team_id: int, session: RequestSession) -> list[Hero]:
    return [*session.exec(select(Hero).where(Hero.team_id == team_id).order_by("id"))]

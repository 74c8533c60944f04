# databases/sqlmodel_api/test_api.py
import pytest
from app import Hero, HeroCreate, Team
from fastapi.testclient import TestClient
from sqlmodel import Session

from pytest_fixturegen import Make


def test_a_hero_is_created(client: TestClient, payload: HeroCreate, db_session: Session):
    response = client.post("/heroes", json=payload.model_dump())
    assert response.status_code == 201
    hero = db_session.get(Hero, response.json()["id"])
    assert hero is not None
    assert (hero.name, hero.team_id) == (payload.name, payload.team_id)


@pytest.mark.pfg(payload={"team_id": 2_000_000_000})
def test_a_hero_needs_a_team(client: TestClient, payload: HeroCreate):
    assert client.post("/heroes", json=payload.model_dump()).status_code == 404


def test_invalid_heroes_are_refused(client: TestClient, make_invalid: Make[HeroCreate]):
    body = make_invalid(age=-1).model_dump()
    errors = client.post("/heroes", json=body).json()["detail"]
    assert [error["loc"] for error in errors] == [["body", "age"]]


def test_the_heroes_of_a_team_are_listed(client: TestClient, team: Team, heroes: list[Hero]):
    listed = client.get(f"/teams/{team.id}/heroes").json()
    assert {hero["email"] for hero in listed} == {hero.email for hero in heroes}


def test_a_team_brings_its_heroes(client: TestClient, make_team: Make[Team]):
    team = make_team(heroes=[{"name": "Ada"}, {"age": 30}])
    listed = client.get(f"/teams/{team.id}/heroes").json()
    assert len(listed) == 2
    assert "Ada" in {hero["name"] for hero in listed}


@pytest.mark.parametrize("turn", range(5))
def test_rows_never_collide(make_team: Make[Team], turn: int):
    assert len({team.name for team in make_team.batch(10)}) == 10

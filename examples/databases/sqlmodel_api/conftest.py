# databases/sqlmodel_api/conftest.py
import os
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from app import Hero, HeroCreate, Team, app, get_session
from fastapi.testclient import TestClient
from sqlmodel import Session, SQLModel

from pytest_fixturegen import pfg_factory, pfg_fixture


@pytest.fixture(scope="session")
def engine() -> Iterator[sa.Engine]:
    """Yield an engine of the database, which has the tables."""
    engine = sa.create_engine(os.environ["DATABASE_URL"])
    with engine.begin() as connection:
        # Workers of pytest-xdist wait for each other.
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(1)))
        SQLModel.metadata.create_all(connection)
    yield engine
    engine.dispose()


@pytest.fixture
def db_session(engine: sa.Engine) -> Iterator[Session]:
    """Yield a session whose changes are rolled back, commits of the API too."""
    with engine.connect() as connection:
        connection.begin()
        with Session(connection, join_transaction_mode="create_savepoint") as session:
            yield session


@pytest.fixture
def client(db_session: Session) -> Iterator[TestClient]:
    """Yield a client of the API, whose requests use the session of the test."""
    app.dependency_overrides[get_session] = lambda: db_session
    with TestClient(app) as client:
        yield client
    app.dependency_overrides.clear()


team = pfg_fixture(Team, persist="db_session")
heroes = pfg_fixture(list[Hero], n=3, persist="db_session")
make_team = pfg_factory(Team, persist="db_session")
payload = pfg_fixture(HeroCreate, links={"team_id": "team.id"})
make_invalid = pfg_factory(HeroCreate, construct=True)

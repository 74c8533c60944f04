import os
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from models import Base
from sqlalchemy.orm import Session


@pytest.fixture(scope="session")
def engine() -> Iterator[sa.Engine]:
    """Yield an engine of the database, which has the tables."""
    engine = sa.create_engine(os.environ["DATABASE_URL"])
    with engine.begin() as connection:
        # Workers of pytest-xdist wait for each other.
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(1)))
        Base.metadata.create_all(connection)
    yield engine
    engine.dispose()


@pytest.fixture
def db_session(engine: sa.Engine) -> Iterator[Session]:
    """Yield a session whose changes are rolled back, commits of the code under test too."""
    with engine.connect() as connection:
        connection.begin()
        with Session(connection, join_transaction_mode="create_savepoint") as session:
            yield session

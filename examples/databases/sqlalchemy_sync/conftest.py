# databases/sqlalchemy_sync/conftest.py
import os
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from models import Base, Customer, Line, Order, Product
from sqlalchemy.orm import Session

from pytest_fixturegen import pfg_factory, pfg_fixture


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


TRAITS = {"premium": {"tier": "premium"}, "deleted": {"deleted_at": "2026-01-31T12:00:00Z"}}

customer = pfg_fixture(Customer, persist="db_session")
product = pfg_fixture(Product, persist="db_session")
order = pfg_fixture(Order, persist="db_session")
make_customer = pfg_factory(Customer, traits=TRAITS, persist="db_session")
make_order = pfg_factory(Order, persist="db_session")
make_line = pfg_factory(Line, persist="db_session")

# databases/sqlalchemy_async/conftest.py
import os
from collections.abc import AsyncIterator

import pytest_asyncio
import sqlalchemy as sa
from models import Author, Base, Post
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from pytest_fixturegen import pfg_factory, pfg_fixture


@pytest_asyncio.fixture(scope="session")
async def engine() -> AsyncIterator[AsyncEngine]:
    """Yield an engine of the database, which has the tables."""
    engine = create_async_engine(os.environ["DATABASE_URL"])
    async with engine.begin() as connection:
        # Workers of pytest-xdist wait for each other.
        await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(1)))
        await connection.run_sync(Base.metadata.create_all)
    yield engine
    await engine.dispose()


@pytest_asyncio.fixture
async def db_session(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    """Yield a session whose changes are rolled back, commits of the code under test too."""
    async with engine.connect() as connection:
        await connection.begin()
        async with AsyncSession(
            connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
        ) as session:
            yield session


author = pfg_fixture(Author, persist="db_session")
post = pfg_fixture(Post, persist="db_session")
make_post = pfg_factory(Post, traits={"published": {"status": "published"}}, persist="db_session")

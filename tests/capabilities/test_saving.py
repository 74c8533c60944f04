"""Saving to a database: by a function or a session, sync and async."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest
import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from pytest_fixturegen import AsyncMake, Make, pfg_factory, pfg_fixture
from tests.capabilities.table import capability


class Base(DeclarativeBase):
    pass


class Tag(Base):
    __tablename__ = "tag"
    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str] = mapped_column(sa.String(80), unique=True)
    created: Mapped[str] = mapped_column(server_default="now")


class Note(BaseModel):
    text: str


@pytest.fixture
def notes() -> list[Note]:
    """Saved notes: a list instead of a database."""
    return []


@pytest.fixture
def db_session() -> Iterator[Session]:
    """Yield a session of a new database."""
    engine = sa.create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        yield session
    engine.dispose()


@pytest.fixture
def anyio_backend() -> str:
    """Run async tests with asyncio."""
    return "asyncio"


@pytest.fixture
async def async_session(anyio_backend: str) -> AsyncIterator[AsyncSession]:
    """Yield an async session of a new database."""
    engine = create_async_engine("sqlite+aiosqlite://")
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with AsyncSession(engine) as session:
        yield session
    await engine.dispose()


def save(note: Note, notes: list[Note]) -> None:
    notes.append(note)


def save_number(note: Note, notes: list[Note]) -> int:
    notes.append(note)
    return len(notes)


async def save_later(note: Note, notes: list[Note]) -> int:
    await asyncio.sleep(0)
    return save_number(note, notes)


def get_or_create(tag: Tag, db_session: Session) -> Tag:
    found = db_session.scalar(sa.select(Tag).where(Tag.label == tag.label))
    if found is None:
        db_session.add(tag)
        db_session.flush()
    return found or tag


note = pfg_fixture(Note, persist=save)
make_note = pfg_factory(Note, persist=save)
make_number = pfg_factory(Note, persist=save_number, name="make_number")
make_later = pfg_factory(Note, persist=save_later, name="make_later")
later = pfg_fixture(Note, persist=save_later, name="later")
make_tag = pfg_factory(Tag, persist="db_session")
make_committed = pfg_factory(Tag, persist="db_session:commit", name="make_committed")
make_once = pfg_factory(Tag, persist=get_or_create, name="make_once")
make_async_tag = pfg_factory(Tag, persist="async_session", name="make_async_tag")
async_tag = pfg_fixture(Tag, persist="async_session", name="async_tag")


@capability(
    "a function that saves",
    "P `__sync_persistence__`, `create_sync()`; F `_create`, `create()`",
    "`persist=save`, `make_note()`",
)
def test_a_function_saves(note: Note, make_note: Make[Note], notes: list[Note]) -> None:
    assert notes == [note]
    assert make_note.create() in notes


@capability(
    "many saved values",
    "P `create_batch_sync(2)`; F `create_batch(2)`",
    "`make_note.batch(2)`, `make_note.create_batch(2)`",
)
def test_batches_are_saved(make_note: Make[Note], notes: list[Note]) -> None:
    assert make_note.batch(2) + make_note.create_batch(2) == notes


@capability(
    "build and create on one factory",
    "P, F `build()`, `create()`",
    "`make_note.build()`, `make_note.create()`",
)
def test_factories_build_and_create(make_note: Make[Note], notes: list[Note]) -> None:
    make_note.build()
    assert notes == []
    make_note.create()
    assert len(notes) == 1


@capability(
    "another object than the model is returned",
    "F `_create` of a subclass",
    "what `save` returns; `Make[Note, int]`",
)
def test_what_is_saved_is_returned(make_number: Make[Note, int]) -> None:
    assert make_number.batch(2) == [1, 2]


@capability(
    "an async function that saves",
    "P `__async_persistence__`, `await create_async()`",
    "`persist=save_later`, `await make_later()`",
)
@pytest.mark.anyio
async def test_an_async_function_saves(
    later: int, make_later: AsyncMake[Note, int], notes: list[Note]
) -> None:
    assert (later, await make_later()) == (1, 2)


@capability(
    "many values saved by an async function",
    "P `await create_batch_async(2)`",
    "`await make_later.batch(2)`",
)
@pytest.mark.anyio
async def test_an_async_function_saves_batches(make_later: AsyncMake[Note, int]) -> None:
    assert await make_later.batch(2) == [1, 2]
    assert make_later.build().text


@capability(
    "a session of SQLAlchemy",
    "P `__session__`; F `sqlalchemy_session`, `sqlalchemy_session_factory`",
    '`persist="db_session"`, the name of its fixture',
)
def test_a_session_saves(make_tag: Make[Tag], db_session: Session) -> None:
    assert make_tag() in db_session
    assert db_session.in_transaction()


@capability(
    "flush or commit",
    'P `__persistence_method__`; F `sqlalchemy_session_persistence = "commit"`',
    '`persist="db_session"`, `persist="db_session:commit"`',
)
def test_a_session_commits(make_committed: Make[Tag], db_session: Session) -> None:
    label = make_committed().label
    db_session.rollback()
    assert db_session.scalar(sa.select(Tag.label)) == label


@capability(
    "an async session",
    "P `__async_session__`",
    '`persist="async_session"`',
)
@pytest.mark.anyio
async def test_an_async_session_saves(
    async_tag: Tag, make_async_tag: AsyncMake[Tag], async_session: AsyncSession
) -> None:
    tags = [async_tag, *await make_async_tag.batch(2)]
    assert all(tag in async_session for tag in tags)


@capability(
    "columns that the database fills",
    "P refreshed after `create_async()`",
    "loaded after the flush",
)
@pytest.mark.anyio
async def test_server_defaults_are_loaded(make_async_tag: AsyncMake[Tag]) -> None:
    assert (await make_async_tag(created=None)).created == "now"


@capability(
    "keys left to the database",
    "P `__set_primary_key__ = False`; F no declaration",
    '`{"id": None}`',
)
def test_keys_are_left_to_the_database(make_tag: Make[Tag]) -> None:
    assert [tag.id for tag in make_tag.batch(2, id=None)] == [1, 2]


@capability(
    "a row that may exist",
    "F `sqlalchemy_get_or_create`",
    "a function that looks first",
)
def test_existing_rows_are_found(make_once: Make[Tag]) -> None:
    assert make_once(label="a") is make_once(label="a")


@capability(
    "rows that do not collide",
    "F `Sequence` for each unique column",
    "unique values of saved rows differ in a run",
)
def test_saved_rows_never_collide(make_tag: Make[Tag]) -> None:
    assert len({tag.label for tag in make_tag.batch(50)}) == 50

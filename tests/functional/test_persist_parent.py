"""The parent process of ``pfg persist``: imports, progress on a terminal, and tables."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.functional.conftest import Pfg, assert_success, run_on_terminal

USER = "app.models:User"
TABLES = """
from pydantic import field_validator
from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

class Base(DeclarativeBase):
    pass

class Song(Base):
    __tablename__ = "songs"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(20))
    band_id: Mapped[int] = mapped_column(ForeignKey("bands.id"))

class Band(Base):
    __tablename__ = "bands"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    rival_id: Mapped[int | None] = mapped_column(ForeignKey("bands.id"))
"""
SCHEMA = """
create table bands (id integer primary key, name text not null, rival_id integer references bands);
create table songs (
  id integer primary key, title text not null, band_id integer not null references bands
);
"""


def lines(path: str) -> list[dict[str, int]]:
    return [json.loads(line) for line in Path(path).read_text().splitlines()]


def test_the_parent_imports_neither_pydantic_nor_the_target(project: Path) -> None:
    script = "import sys; from pytest_fixturegen.cli.main import main\ntry:\n    main()\nfinally:\n"
    script += "    print(*sorted({'pydantic', 'app', 'faker', 'sqlalchemy'} & set(sys.modules)))"
    words = ["persist", USER, "-H", "jsonl", "--handler-config", '{"path": "x.jsonl"}']
    result = subprocess.run(
        [sys.executable, "-c", script, *words], capture_output=True, text=True, check=True
    )
    assert result.stdout == "\n"
    assert (project / "x.jsonl").is_file()


def test_a_terminal_shows_the_progress_of_persist(project: Path) -> None:
    # The handler is slow so that the progress bar is drawn between batches.
    (project / "app" / "slow.py").write_text("import time\ndef handler(batch): time.sleep(0.5)\n")
    shown = run_on_terminal("persist", USER, "-H", "app.slow:handler", "-n", "120")
    assert "acknowledged" in shown
    assert "/120" in shown
    assert "delivered 120 records, 3 batches" in shown.splitlines()[-1]


@pytest.fixture
def songs(project: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection to a database with the empty tables of ``app/tables.py``."""
    (project / "app" / "tables.py").write_text(TABLES)
    with closing(sqlite3.connect(project / "x.db")) as connection:
        connection.execute(
            "create table bands (id integer primary key, name text not null, rival_id "
            "integer references bands)"
        )
        connection.execute(
            "create table songs (id integer primary key, title text not null, band_id "
            "integer not null references bands)"
        )
        connection.commit()
        yield connection


def test_tables_are_listed_drawn_and_filled_alike(pfg: Pfg, songs: sqlite3.Connection) -> None:
    assert pfg("list", "app/tables.py").stdout == "app.tables.Song  table\napp.tables.Band  table\n"
    sql = ("-H", "sql", "--handler-config", '{"url": "sqlite:///x.db"}', "-n", "60")
    result = pfg("persist", "app.tables:Song", *sql, "--with-related")
    assert result.exit_code == 0, result.stderr
    records = [
        json.loads(line)
        for line in pfg("gen", "json", "app.tables:Song", "-n", "60", "--jsonl").stdout.splitlines()
    ]
    assert songs.execute("select id, title, band_id from songs").fetchall() == sorted(
        tuple(each.values()) for each in records
    )
    assert songs.execute(
        "select count(*) from songs join bands on bands.id = band_id"
    ).fetchone() == (60,)
    assert songs.execute("select count(*) from bands where rival_id is null").fetchone() == (60,)


def test_a_configured_link_overrides_a_foreign_key(pfg: Pfg, songs: sqlite3.Connection) -> None:
    words = ("-n", "3", "--jsonl", "--link", "Song.band_id=Song.id", "--unique", "Song.title")
    drawn = [
        json.loads(line)
        for line in pfg("gen", "json", "app.tables:Song", *words).stdout.splitlines()
    ]
    assert {each["band_id"] for each in drawn} <= {each["id"] for each in drawn}


def test_models_with_validators_are_linked(pfg: Pfg, project: Path) -> None:
    (project / "app" / "strict.py").write_text(
        "from pydantic import BaseModel, model_validator\n"
        "class Order(BaseModel):\n    id: int\n    user_id: int\n"
        "    @model_validator(mode='after')\n    def fine(self):\n        return self\n"
        "class User(BaseModel):\n    id: int\n"
    )
    words = (
        "-n",
        "5",
        "--jsonl",
        "--link",
        "Order.user_id=User.id",
        "--with-related",
        "--out",
        "{model}.jsonl",
    )
    assert_success(pfg("gen", "json", "app/strict.py:Order", *words))
    users, orders = (
        [json.loads(line) for line in Path(f"{name}.jsonl").read_text().splitlines()]
        for name in ("User", "Order")
    )
    assert {order["user_id"] for order in orders} <= {user["id"] for user in users}

"""The example plugins, installed and used through their entry points."""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.plugins.conftest import Pfg

LIBRARY = """
from datetime import datetime
from pydantic import BaseModel, Field
from acme_books import Isbn

class Book(BaseModel):
    isbn: Isbn
    title: str
    tags: list[str]
    shelf_mark: str
    added_at: datetime
    lent_at: datetime | None
    due_date: datetime

class Spine(BaseModel):
    shelf_mark: str = Field(max_length=4)
"""
SHOP = """
from pydantic import BaseModel

class Toy(BaseModel):
    id: int
    name: str
    parts: list[str]
    price: float | None
"""
Python = Callable[..., str]


@pytest.fixture
def library(installed: Path) -> Path:
    """Return a project with models that the plugins serve."""
    (installed / "library.py").write_text(LIBRARY)
    (installed / "shop.py").write_text(SHOP)
    return installed


@pytest.mark.usefixtures("library")
def test_plugin_list_shows_origin_version_and_hooks(pfg: Pfg) -> None:
    plugins = {
        each["plugin"]: each
        for each in json.loads(pfg("plugin", "list", "--json", "--plugin", "office_hours").stdout)
    }
    assert plugins["books"] == {
        "plugin": "books",
        "kind": "entry point",
        "distribution": "acme-books",
        "version": "1.2.0",
        "hooks": ["pfg_register_providers"],
    }
    assert (plugins["builtin"]["kind"], plugins["office_hours"]["kind"]) == (
        "builtin",
        "configuration",
    )
    assert {hook for each in plugins.values() for hook in each["hooks"]} == {
        "pfg_register_providers",
        "pfg_modify_strategy",
        "pfg_emit_artifact",
        "pfg_register_persistence_handlers",
        "pfg_register_store_adapters",
    }
    assert (
        "event-log     acme-event-log 2.1.0     pfg_register_persistence_handlers\n"
        in pfg("plugin", "list").stdout
    )


@pytest.mark.usefixtures("library")
def test_books_have_isbns_and_shelf_marks_that_fit(
    pfg: Pfg,
) -> None:
    books = [
        json.loads(line)
        for line in pfg("gen", "json", "library.py:Book", "-n", "30", "--jsonl").stdout.splitlines()
    ]
    for book in books:
        digits = [int(digit) for digit in book["isbn"]]
        assert sum(digits[::2], 3 * sum(digits[1::2])) % 10 == 0
        assert book["shelf_mark"][:2] in ("PR", "QA", "TX", "ML")
    assert len({book["isbn"] for book in books}) == 30
    output = pfg("gen", "explain", "library.py").stdout
    assert "acme_books.fakes:isbn        the type, by the plugin 'books'" in output
    assert "acme_books.fakes:shelf_mark  the name of the field, by the plugin 'books'" in output
    assert len(json.loads(pfg("gen", "json", "library.py:Spine").stdout)[0]["shelf_mark"]) <= 4


@pytest.mark.usefixtures("library")
def test_timestamps_are_in_office_hours(pfg: Pfg) -> None:
    lines = pfg(
        "gen", "json", "library.py:Book", "-n", "40", "--jsonl", "--p-none", "0.3"
    ).stdout.splitlines()
    books = [json.loads(line) for line in lines]
    lent = [book["lent_at"] for book in books if book["lent_at"]]
    moments = [
        datetime.fromisoformat(text.replace("Z", "+00:00"))
        for text in (*lent, *(book["added_at"] for book in books))
    ]
    assert 0 < len(lent) < 40
    assert all(moment.weekday() < 5 and 9 <= moment.hour < 17 for moment in moments)
    due = [datetime.fromisoformat(book["due_date"].replace("Z", "+00:00")) for book in books]
    assert not all(9 <= moment.hour < 17 for moment in due)
    fixed = pfg("gen", "json", "library.py:Book", "-O", "Book.added_at=2026-01-03T03:00:00Z")
    assert json.loads(fixed.stdout)[0]["added_at"] == "2026-01-03T03:00:00Z"


def test_records_become_csv(library: Path, python: Python, pfg: Pfg) -> None:
    output = python(
        "-m",
        "pytest_fixturegen",
        "gen",
        "json",
        "shop.py",
        "-n",
        "1200",
        "--emit",
        "csv",
        "--out",
        "{model}.csv",
    )
    assert output == "wrote Toy.csv\n"
    lines = pfg("gen", "json", "shop.py:Toy", "-n", "1200", "--jsonl").stdout.splitlines()
    with (library / "Toy.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    for row, toy in zip(rows, map(json.loads, lines), strict=True):
        assert row == {
            **toy,
            "id": str(toy["id"]),
            "price": str(toy["price"]),
            "parts": json.dumps(toy["parts"]),
        }


def test_an_event_log_is_append_only_and_holds_each_batch_once(
    library: Path, python: Python
) -> None:
    options = json.dumps({"database": "events.db"})
    words = (
        "-m",
        "pytest_fixturegen",
        "persist",
        "shop.py",
        "-n",
        "70",
        "-H",
        "event-log",
        "--handler-config",
        options,
    )
    assert "delivered 70 records" in python(*words)
    assert "delivered 70 records" in python(*words)
    log = sqlite3.connect(library / "events.db")
    seal = ""
    for body, sealed in log.execute("select body, seal from events order by number").fetchall():
        seal = hashlib.sha256(seal.encode() + body.encode()).hexdigest()
        assert sealed == seal
    assert log.execute("select count(*) from events").fetchone() == (70,)
    with pytest.raises(sqlite3.IntegrityError, match="the log only grows"):
        log.execute("update events set body = ''")
    log.close()


def test_a_store_can_be_kept_in_folders_of_documents(library: Path, python: Python) -> None:
    script = """
from contextlib import closing
from pytest_fixturegen import StoreConfig, open_store
from shop import Toy
with closing(open_store([Toy], StoreConfig(adapter="documents", db_path="kept", count=4))) as store:
    print(len(store[Toy]))
"""
    assert python("-c", script) == "4\n"
    assert len(list((library / "kept" / "toys").glob("*.json"))) == 4

"""Files of mapped classes as targets of the commands."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.functional.conftest import Pfg, assert_success

SHOP = """
from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import DeclarativeBase
import shop.kinds.models  # its classes are no names of this module
from shop.base import Base

class Thing(Base):
    __tablename__ = "thing"
    id = Column(Integer, primary_key=True)
    kind_id = Column(Integer, ForeignKey("kind.id"), nullable=False)
    _secret = Column("secret", String(9), nullable=False)
"""
KINDS = """
from sqlalchemy import Column, ForeignKey, Integer, String
from shop.base import Base

class Kind(Base):
    __tablename__ = "kind"
    id = Column(Integer, primary_key=True)
    parent_id = Column(Integer, ForeignKey("kind.id"))
    name = Column(String(20), nullable=False)
"""
BASE = """
from sqlalchemy.orm import DeclarativeBase

class Base(DeclarativeBase):
    pass
"""
MIXED = """
import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

class Base(DeclarativeBase):
    pass

class OtherBase(DeclarativeBase):
    pass

class Never(sa.TypeDecorator):
    impl = sa.String(5)
    cache_ok = True

    def process_bind_param(self, value, dialect):
        raise ValueError("it has no place")

class Good(Base):
    __tablename__ = "good"
    id: Mapped[int] = mapped_column(primary_key=True)
    word: Mapped[str] = mapped_column(sa.String(8))

class Broken(OtherBase):
    __tablename__ = "broken"
    id: Mapped[int] = mapped_column(primary_key=True)
    other = relationship("Nowhere")

class Refused(Base):
    __tablename__ = "refused"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Never)

class Plain(BaseModel):
    id: int
"""


TAGGED = """
from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

class Base(DeclarativeBase):
    pass

book_tag = Table(
    "book_tag",
    Base.metadata,
    Column("book_id", ForeignKey("book.id")),
    Column("tag_id", ForeignKey("tag.id")),
)

class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    tags: Mapped[list["Tag"]] = relationship(secondary=book_tag, back_populates="books")

class Tag(Base):
    __tablename__ = "tag"
    id: Mapped[int] = mapped_column(primary_key=True)
    books: Mapped[list[Book]] = relationship(secondary=book_tag, back_populates="tags")
"""
TAGGED_SCHEMA = """
create table book (id integer primary key);
create table tag (id integer primary key);
create table book_tag (
  book_id integer not null references book, tag_id integer not null references tag,
  primary key (book_id, tag_id)
);
"""


@pytest.fixture
def shop(project: Path) -> Path:
    """Return a project whose tables are in several modules."""
    for name in ("shop", "shop/kinds"):
        (project / name).mkdir()
        (project / name / "__init__.py").touch()
    (project / "shop/base.py").write_text(BASE)
    (project / "shop/kinds/models.py").write_text(KINDS)
    (project / "shop/models.py").write_text(SHOP)
    return project


def test_links_lead_to_classes_of_other_modules(pfg: Pfg, shop: Path) -> None:
    assert_success(
        pfg("gen", "json", "shop/models.py", "-n", "9", "--with-related", "--out", "{model}.json")
    )
    kinds = {kind["id"] for kind in json.loads(Path("Kind.json").read_text())}
    things = json.loads(Path("Thing.json").read_text())
    assert {thing["kind_id"] for thing in things} <= kinds
    assert all(len(thing["_secret"]) <= 9 for thing in things)


def test_fixtures_of_tables_can_be_imported(pfg: Pfg, shop: Path) -> None:
    assert_success(pfg("gen", "fixtures", "shop/models.py", "--out", "tables.py"))
    script = "import tables; print(tables.Thing(id=1).id)"
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert result.stdout == "1\n"
    assert "_secret=" in Path("tables.py").read_text()


def test_overrides_of_tables_have_the_types_of_attributes(pfg: Pfg, project: Path) -> None:
    (project / "tagged.py").write_text(TAGGED)
    assert_success(pfg("gen", "overrides", "tagged.py", "--out", "overrides.py"))
    text = Path("overrides.py").read_text()
    assert "class BookOverrides(TypedDict, total=False):\n    id: int\n" in text
    assert "Mapped" not in text


def test_a_class_that_fails_does_not_end_the_target(pfg: Pfg, project: Path) -> None:
    (project / "mixed.py").write_text(MIXED)
    result = pfg("gen", "json", "mixed.py", "-n", "2", "--out", "{model}.json")
    assert result.exit_code == 20
    assert Path("Good.json").is_file()
    assert Path("Plain.json").is_file()
    assert "2 of 4 models could not be served; the others are written." in result.stderr
    assert "cannot configure the table class Broken" in result.stderr
    assert "Never cannot store it: it has no place" in result.stderr


def test_models_without_a_table_are_passed_over(pfg: Pfg, project: Path) -> None:
    (project / "mixed.py").write_text(MIXED)
    with closing(sqlite3.connect("x.db")) as database:
        database.execute("create table good (id integer primary key, word text)")
    result = pfg(
        *("persist", "mixed.py", "-H", "sql", "-n", "3"),
        *("--handler-config", '{"url": "sqlite:///x.db"}'),
        *("--include", "*.Good", "--include", "*.Plain"),
    )
    assert_success(result)
    assert "no table 'plain' for Plain. It was passed over." in result.stderr
    with closing(sqlite3.connect("x.db")) as database:
        assert database.execute("select count(*) from good").fetchone() == (3,)


def test_a_table_between_two_classes_has_rows(pfg: Pfg, project: Path) -> None:
    (project / "tagged.py").write_text(TAGGED)
    with closing(sqlite3.connect("x.db")) as database:
        database.executescript(TAGGED_SCHEMA)
    options = '{"url": "sqlite:///x.db"}'
    result = pfg("persist", "tagged.py", "-H", "sql", "-n", "9", "--handler-config", options)
    assert_success(result)
    with closing(sqlite3.connect("x.db")) as database:
        assert database.execute("select count(*) from book_tag").fetchone() == (9,)
        assert not database.execute("pragma foreign_key_check").fetchall()

"""Every block of persist.md runs as it is written, and every option of it exists."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from pytest_fixturegen.cli.main import main
from pytest_fixturegen.plugins import builtin
from tests.persistence.server import Inbox, serving

DOCUMENT = Path(__file__).with_name("persist.md").read_text("utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(r"```(\w+)\n(.*?)```", DOCUMENT, re.DOTALL)
POST_BLOCK, TABLE_BLOCK, SQLITE_BLOCK, KAFKA_BLOCK = (text for _, text in BLOCKS)

USER = """
from pydantic import BaseModel


class User(BaseModel):
    id: int
    name: str
"""
KAFKA = """
import json
import pathlib

class KafkaPublisher:
    def __init__(self, brokers, topic):
        self.brokers, self.topic = brokers, topic

    def open(self, context):
        facts = [context.model, context.batch_size, context.config["seed"], context.total]
        self.file = pathlib.Path(f"{self.topic}.txt").open("w")
        print(json.dumps([self.brokers, *facts]), file=self.file)

    def write(self, batch):
        for record in batch:
            print(json.dumps(record), file=self.file)

    def close(self):
        self.file.close()
"""
Shell = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A fresh checkout of a project with the names of the document."""
    for name in ("app", "mypkg"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
    (tmp_path / "app" / "models.py").write_text(USER)
    (tmp_path / "app" / "schemas.py").write_text("from app.models import User\n")
    (tmp_path / "models.py").write_text("from app.models import User\n__all__ = ['User']\n")
    (tmp_path / "mypkg" / "handlers.py").write_text(KAFKA)
    return tmp_path


@pytest.fixture
def shell(shop: Path) -> Shell:
    """Return a function that runs a block in bash, where ``pfg`` is the command of this tree."""
    binaries = shop / "bin"
    binaries.mkdir()
    script = f'#!/bin/sh\nexec "{sys.executable}" -m pytest_fixturegen "$@"\n'
    (binaries / "pfg").write_text(script)
    (binaries / "pfg").chmod(0o755)
    bash = shutil.which("bash")
    assert bash is not None

    def run(
        block: str, folder: Path = shop, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        path = f"{binaries}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            [bash, "-e", "-c", block],
            cwd=folder,
            env={**os.environ, "PATH": path, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    """The server that takes the place of api.example.com, which does not exist."""
    with serving() as inbox:
        yield inbox


def read_rows(database: Path, table: str) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        query = f"select body from {table} order by position"
        return [body for (body,) in connection.execute(query)]


def test_the_post_example_runs_as_written(shop: Path, shell: Shell, inbox: Inbox) -> None:
    address = "https://api.example.com/fixtures"
    assert address in POST_BLOCK
    result = shell(POST_BLOCK.replace(address, inbox.url), TOKEN="s3cret-token")
    assert result.returncode == 0, result.stderr
    assert [len(json.loads(request[3])) for request in inbox.requests] == [25] * 4
    assert {request[2]["authorization"] for request in inbox.requests} == {"Bearer s3cret-token"}
    assert "delivered 100 records, 4 batches" in result.stderr
    flags = "--include app.schemas.User --n 100 --preset realistic --seed 42 --jsonl"
    drawn = shell(f"pfg gen json ./app/models.py {flags}").stdout.splitlines()
    assert [json.loads(line) for line in drawn] == inbox.records


def test_the_sqlite_example_runs_as_written(shop: Path, shell: Shell) -> None:
    (shop / "pyproject.toml").write_text(TABLE_BLOCK)
    result = shell(SQLITE_BLOCK)
    assert result.returncode == 0, result.stderr
    drawn = shell("pfg gen json ./models.py --n 200 --jsonl").stdout.splitlines()
    assert read_rows(shop / "artifacts" / "persist.db", "users") == drawn
    assert len(drawn) == 200


def test_the_database_of_the_project_file_is_relative_to_it(shop: Path, shell: Shell) -> None:
    (shop / "pyproject.toml").write_text(TABLE_BLOCK)
    command = SQLITE_BLOCK.replace("./models.py", "../models.py")
    result = shell(command, shop / "app", PYTHONPATH=str(shop))
    assert result.returncode == 0, result.stderr
    assert len(read_rows(shop / "artifacts" / "persist.db", "users")) == 200
    assert not (shop / "app" / "artifacts").exists()


def test_a_database_of_the_command_line_is_relative_to_the_folder(shop: Path, shell: Shell) -> None:
    (shop / "pyproject.toml").write_text(TABLE_BLOCK)
    config = '--handler-config \'{"database": "here/x.db"}\''
    result = shell(f"pfg persist models.py --handler staging_db {config}", shop / "app")
    assert result.returncode == 0, result.stderr
    assert len(read_rows(shop / "app" / "here" / "x.db", "users")) == 1


def test_the_kafka_example_runs_as_written(shop: Path, shell: Shell) -> None:
    result = shell(KAFKA_BLOCK)
    assert result.returncode == 0, result.stderr
    context, record = map(json.loads, (shop / "fixtures.txt").read_text().splitlines())
    assert context == ["kafka:9092", "User", 50, 0, 1]
    assert set(record) == {"id", "name"}


@pytest.mark.parametrize(
    ("path", "options"),
    [
        ("pydantic_fixturegen.persistence.handlers:HttpPostPersistenceHandler", "url"),
        ("pydantic_fixturegen.persistence.handlers:HTTPPostPersistenceHandler", "url"),
        ("pydantic_fixturegen.persistence.handlers:AsyncHttpPostPersistenceHandler", "url"),
        ("pydantic_fixturegen.persistence.handlers.HttpPostPersistenceHandler", "url"),
        ("pydantic_fixturegen.persistence:SQLiteJSONPersistenceHandler", "database"),
    ],
)
def test_foreign_handler_paths_name_ours(
    shop: Path, shell: Shell, inbox: Inbox, path: str, options: str
) -> None:
    table = "[tool.pydantic_fixturegen.persistence.handlers.other]\n"
    (shop / "pyproject.toml").write_text(f'{table}path = "{path}"\nkind = "async"\n')
    config = {"url": inbox.url, "method": "put"} if options == "url" else {"database": "x.db"}
    words = f"--handler other --n 3 --handler-config '{json.dumps(config)}'"
    trust_folder = str(shop.parent / "config")
    result = shell(f"pfg trust; pfg persist models.py {words}", XDG_CONFIG_HOME=trust_folder)
    assert result.returncode == 0, result.stderr
    received = inbox.records if options == "url" else read_rows(shop / "x.db", "records")
    assert len(received) == 3


def test_options_of_the_sqlite_handler_are_those_of_the_document(shop: Path, shell: Shell) -> None:
    names = re.search(r"`sqlite-json`: .*\(options: (.*)\)", DOCUMENT)
    assert names is not None
    values = {"database": "x.db", "table": "t", "ensure_table": True, "journal_mode": "DELETE"}
    assert re.findall(r"`(\w+)`", names[1]) == list(values)
    words = f"--handler sqlite-json --handler-config '{json.dumps(values)}'"
    assert shell(f"pfg persist models.py {words}").returncode == 0
    assert len(read_rows(shop / "x.db", "t")) == 1
    with closing(sqlite3.connect(shop / "x.db")) as connection:
        assert connection.execute("pragma journal_mode").fetchone() == ("delete",)


def test_an_unknown_foreign_handler_names_the_known_ones(shell: Shell) -> None:
    path = "pydantic_fixturegen.persistence.handlers:S3PersistenceHandler"
    result = shell(f"pfg persist models.py --handler {path}")
    assert result.returncode == 2
    assert "AsyncHttpPostPersistenceHandler" in result.stderr


def test_an_include_of_another_module_says_where_the_model_is(shop: Path, shell: Shell) -> None:
    (shop / "app" / "schemas.py").unlink()
    result = shell("pfg persist ./app/models.py --handler memory --include app.schemas.User")
    assert result.returncode == 10
    assert "User is in app.models, not in app.schemas." in result.stderr
    assert "--include app.models.User" in result.stderr


def test_an_include_of_another_file_names_the_target(shop: Path, shell: Shell) -> None:
    (shop / "app" / "schemas.py").write_text(USER.replace("User", "Guest"))
    result = shell("pfg list ./app/models.py --include app.schemas.Guest")
    assert result.returncode == 10
    assert "Guest is in app.schemas" in result.stderr
    assert "app.schemas:Guest" in result.stderr


def list_flags() -> list[str]:
    """Return every flag that the flag reference of the document names."""
    reference = DOCUMENT.partition("## Flag reference")[2].partition("## Examples")[0]
    words = re.split(r"[\s/]", " ".join(re.findall(r"`([^`]+)`", reference)))
    return sorted({word for word in words if word.startswith("-")})


@lru_cache
def read_help() -> str:
    """Return the help of the command, with switches as ``--name``."""
    return CliRunner().invoke(main, ["persist", "--help"]).stdout.replace("--[no-]", "--")


@pytest.mark.parametrize("flag", list_flags())
def test_the_help_names_every_flag_of_the_document(flag: str) -> None:
    assert re.search(rf"(?<![\w-]){flag}(?![\w-])", read_help())


def test_the_help_names_every_handler_and_has_an_example(shell: Shell) -> None:
    text = read_help()
    assert [name for name in builtin.HANDLERS if name not in text] == []
    example = text.partition("Examples:")[2]
    result = shell(example.replace("app/models.py:User", "app/models.py"))
    assert "delivered 200 records" in result.stderr


def test_the_defaults_of_the_document_hold() -> None:
    help_text = " ".join(read_help().split())
    for flag, default in (("--batch-size", "50"), ("--max-retries", "2"), ("--retry-wait", "0.5")):
        description = help_text.partition(f"{flag} ")[2].partition(" --")[0]
        assert f"[{default}]" in description, flag

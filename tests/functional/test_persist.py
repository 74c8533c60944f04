"""``pfg persist``: delivered records, handlers, retries and resumed runs."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.functional.conftest import Pfg, assert_success, error_of
from tests.persistence.server import serving

USER = "app.models:User"
SINK = """
class Sink:
    def __init__(self, folder: str, *, prefix: str = ""):
        self.folder, self.prefix = folder, prefix

    def open(self, context):
        self.file = open(f"{self.folder}/{self.prefix}{context.model}.txt", "w")

    def write(self, batch):
        print(*(user["email"] for user in batch), sep="\\n", file=self.file)

    def close(self):
        self.file.close()
"""


def options(**settings: object) -> list[str]:
    return ["--handler-config", json.dumps(settings)]


def lines(pfg: Pfg, *words: str) -> list[str]:
    output_lines: list[str] = pfg("gen", "json", USER, "--jsonl", *words).stdout.splitlines()
    return output_lines


def rows(database: Path, table: str = "records") -> list[str]:
    connection = sqlite3.connect(database)
    try:
        return [
            body for (body,) in connection.execute(f"select body from {table} order by position")
        ]
    finally:
        connection.close()


def test_users_are_posted_in_batches_with_a_token(pfg: Pfg) -> None:
    words = ["--n", "100", "--batch-size", "25", "--seed", "7"]
    with serving() as inbox:
        headers = {"Authorization": "Bearer $TOKEN"}
        result = pfg(
            "persist",
            USER,
            "-H",
            "http-post",
            *options(url=inbox.url, headers=headers),
            *words,
            TOKEN="s3cret",
        )
    assert result.exit_code == 0, result.stderr
    assert {request[2]["authorization"] for request in inbox.requests} == {"Bearer s3cret"}
    assert [len(json.loads(request[3])) for request in inbox.requests] == [25] * 4
    bodies = [request[3][1:-1].decode() for request in inbox.requests]
    assert ",".join(bodies) == ",".join(lines(pfg, "--n", "100", "--seed", "7"))
    assert "delivered 100 records, 4 batches, 0 retries, in " in result.stderr
    assert "s3cret" not in result.output


def test_an_alias_of_the_configuration_is_a_handler(pfg: Pfg, project: Path) -> None:
    (project / "pyproject.toml").write_text(
        "[tool.pytest_fixturegen.persistence.handlers.staging_db]\npath = 'sqlite-json'\n"
        "options = {database = 'staging.db', table = 'users'}\n"
    )
    assert_success(
        pfg(
            "persist",
            "app/models.py",
            "--handler",
            "staging_db",
            "--n",
            "200",
            "--include",
            "*.User",
        )
    )
    assert rows(project / "staging.db", "users") == lines(pfg, "-n", "200")


def test_options_of_a_call_override_the_alias(pfg: Pfg, project: Path) -> None:
    (project / "pyproject.toml").write_text(
        "[tool.pytest_fixturegen.persistence.handlers.db]\npath = 'sqlite-json'\n"
        "options = {database = 'a.db', table = 't'}\n"
    )
    assert_success(pfg("persist", USER, "-H", "db", *options(table="other")))
    assert len(rows(project / "a.db", "other")) == 1


def test_a_handler_of_the_project_is_named_by_its_path(pfg: Pfg, project: Path) -> None:
    (project / "sinks_of_a_test.py").write_text(SINK)
    result = pfg(
        "persist",
        USER,
        "-H",
        "sinks_of_a_test:Sink",
        *options(folder=".", prefix="my-"),
        "-n",
        "60",
    )
    assert result.exit_code == 0, result.stderr
    emails = [json.loads(line)["email"] for line in lines(pfg, "-n", "60")]
    assert (project / "my-User.txt").read_text().splitlines() == emails


@pytest.mark.parametrize(
    "flags",
    [(), ("--locale", "de_DE", "--seed", "3", "-O", "User.address.city=Ulm", "--p-none", "1")],
)
def test_generation_flags_mean_the_same_as_in_gen(
    pfg: Pfg, project: Path, flags: tuple[str, ...]
) -> None:
    result = pfg(
        "persist", USER, "-H", "jsonl", *options(path="out/{model}.jsonl"), "-n", "300", *flags
    )
    assert result.exit_code == 0, result.stderr
    assert (project / "out" / "User.jsonl").read_text().splitlines() == lines(
        pfg, "-n", "300", *flags
    )


def test_a_dry_run_draws_and_delivers_nothing(pfg: Pfg, project: Path) -> None:
    before = sorted(project.rglob("*"))
    result = pfg("persist", USER, "-H", "jsonl", *options(path="x.jsonl"), "-n", "120", "--dry-run")
    assert "would deliver 120 records, 3 batches" in result.stderr
    assert [path for path in sorted(project.rglob("*")) if "__pycache__" not in str(path)] == before


def test_all_models_of_a_module_are_delivered(pfg: Pfg, project: Path) -> None:
    result = pfg(
        "persist", "app/models.py", "-H", "sqlite-json", *options(database="all.db"), "-n", "70"
    )
    assert "delivered 140 records, 4 batches" in result.stderr
    assert len(rows(project / "all.db")) == 140


def test_delivered_records_are_not_duplicated(pfg: Pfg, project: Path) -> None:
    for words in (["-n", "70"], ["-n", "70", "--resume"], ["-n", "90"]):
        assert_success(pfg("persist", USER, "-H", "sqlite-json", *options(database="x.db"), *words))
    assert rows(project / "x.db") == lines(pfg, "-n", "90")


def test_other_options_add_other_records(pfg: Pfg, project: Path) -> None:
    for words in (["--seed", "1"], ["--seed", "2"], ["--seed", "2", "--locale", "sv_SE"]):
        assert_success(
            pfg("persist", USER, "-H", "sqlite-json", *options(database="x.db"), "-n", "10", *words)
        )
    assert len(rows(project / "x.db")) == 30


def test_a_resumed_run_sends_the_rest(pfg: Pfg, project: Path) -> None:
    words = ["-n", "200", "--max-retries", "0", "--journal", "run.journal"]
    with serving(["ok", "ok", (400, "enough", {})]) as inbox:
        persist = ["persist", USER, "-H", "http-post", *options(url=inbox.url), *words]
        first = pfg(*persist)
        second = pfg(*persist, "--resume", "--keep-journal")
        third = pfg(*persist, "--resume", "--keep-journal")
    assert (first.exit_code, second.exit_code, third.exit_code) == (50, 0, 0), (
        first.output,
        second.output,
        third.output,
    )
    assert "delivered 100 records (100 were there before), 2 batches" in second.stderr
    assert "delivered 0 records (200 were there before)" in third.stderr
    assert [
        json.dumps(each, separators=(",", ":"), ensure_ascii=False) for each in inbox.records
    ] == lines(pfg, "-n", "200")


def test_a_file_that_is_resumed_holds_each_record_once(pfg: Pfg, project: Path) -> None:
    persist = [
        "persist",
        "app/models.py",
        "-H",
        "jsonl",
        *options(path="all.jsonl"),
        "-n",
        "120",
        "--journal",
        "j",
    ]
    assert_success(pfg(*persist, "--keep-journal"))
    whole = (project / "all.jsonl").read_bytes()
    journal = (project / "j").read_bytes().splitlines(keepends=True)
    for length in range(1, len(journal) + 1):
        (project / "j").write_bytes(b"".join(journal[:length]) + b'{"torn')
        (project / "all.jsonl").write_bytes(whole + b"not acknowledged")
        assert_success(pfg(*persist, "--resume"))
        assert (project / "all.jsonl").read_bytes().removesuffix(b"not acknowledged") == whole


def test_a_run_with_other_data_does_not_resume(pfg: Pfg) -> None:
    persist = [
        "persist",
        USER,
        "-H",
        "jsonl",
        *options(path="x.jsonl"),
        "-n",
        "9",
        "--journal",
        "j",
    ]
    assert_success(pfg(*persist, "--keep-journal"))
    for words in (["--seed", "5"], ["--batch-size", "3"], ["--locale", "de_DE"], ["-n", "7"]):
        body = error_of(pfg(*persist, "--resume", "--json-errors", *words))
        assert body["code"] == 2
        assert f"differs in {words[0].strip('-').replace('-', '_')} (then" in str(body["message"])


def test_a_failing_model_does_not_stop_the_others(pfg: Pfg, project: Path) -> None:
    (project / "app" / "mixed.py").write_text(
        "from pydantic import BaseModel, Field\nclass Bad(BaseModel):\n"
        "    x: int = Field(ge=5, le=3)\n"
        "class Good(BaseModel):\n    x: int\n"
    )
    result = pfg(
        "persist", "app/mixed.py", "-H", "sqlite-json", *options(database="x.db"), "-n", "3"
    )
    assert result.exit_code == 20, result.output
    assert len(rows(project / "x.db")) == 3


def test_linked_records_are_delivered_first(pfg: Pfg, project: Path) -> None:
    (project / "app" / "shop.py").write_text(
        "from pydantic import BaseModel\nclass Order(BaseModel):\n    id: int\n    user_id: int\n"
        "class User(BaseModel):\n    id: int\n"
    )
    words = ["-n", "2", "--link", "Order.user_id=User.id", "--with-related"]
    pfg("persist", "app/shop.py:Order", "-H", "jsonl", *options(path="x.jsonl"), *words)
    data = [json.loads(line) for line in (project / "x.jsonl").read_text().splitlines()]
    assert {order["user_id"] for order in data[2:]} <= {user["id"] for user in data[:2]}

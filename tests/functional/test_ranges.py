"""``--start`` and ``--shard``: parts of the records that together are the whole."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from pytest_fixturegen import generate_instances, generate_lines, persist_records
from pytest_fixturegen.config.record_ranges import select_part
from pytest_fixturegen.errors import UsageError
from pytest_fixturegen.persistence.contract import Batch
from tests.functional.conftest import Pfg, assert_success, error_of
from tests.persistence.conftest import User

WORDS = ("gen", "json", "app/models.py:User", "--seed", "3", "-n", "600")
LINKED = """
from pydantic import BaseModel

class User(BaseModel):
    id: int

class Order(BaseModel):
    id: int
    user_id: int
"""
LINK = ("--link", "Order.user_id=User.id", "--seed", "3", "--jsonl")


def run(pfg: Pfg, *words: object) -> bytes:
    result = pfg(*words)
    assert_success(result)
    return result.stdout_bytes


@pytest.mark.usefixtures("in_process")
def test_parts_follow_one_another(pfg: Pfg) -> None:
    whole = run(pfg, *WORDS, "--jsonl")
    parts = [run(pfg, *WORDS, "--jsonl", "--shard", f"{k}/7") for k in range(1, 8)]
    assert (len(set(parts)), b"".join(parts)) == (7, whole)


@pytest.mark.usefixtures("in_process")
def test_a_record_of_a_range_is_that_of_the_whole(pfg: Pfg) -> None:
    whole = run(pfg, *WORDS, "--jsonl").splitlines()
    part = run(pfg, *WORDS, "-n", "9", "--start", "255", "--jsonl", "--shard", "2/3")
    assert part.splitlines() == whole[258:261]


@pytest.mark.usefixtures("in_process")
def test_files_of_parts_are_the_files_of_the_whole(pfg: Pfg, project: Path) -> None:
    for folder, shards in (("whole", [""]), ("parts", ["1/4", "4/4", "2/4", "3/4"])):
        for shard in shards:
            words = ("--shard-size", "70", "--out", f"{folder}/{{number}}-{{index}}.json")
            run(pfg, *WORDS, *words, "--shard", shard)
    whole, parts = (
        {path.name: path.read_bytes() for path in (project / folder).iterdir()}
        for folder in ("whole", "parts")
    )
    assert (len(whole), parts) == (9, whole)
    assert json.loads(whole["00009-560.json"])[-1] == json.loads(run(pfg, *WORDS))[-1]


@pytest.mark.usefixtures("in_process")
def test_a_file_of_a_part_has_the_number_of_the_part(pfg: Pfg, project: Path) -> None:
    for k in (1, 2):
        run(pfg, *WORDS, "--jsonl", "--out", "part-{number}.jsonl", "--shard", f"{k}/2")
    text = b"".join(path.read_bytes() for path in sorted(project.glob("part-*")))
    assert text == run(pfg, *WORDS, "--jsonl")


@pytest.mark.usefixtures("in_process")
def test_links_of_a_part_point_to_the_records_of_the_whole(pfg: Pfg, project: Path) -> None:
    (project / "app" / "linked.py").write_text(LINKED)
    words = ("gen", "json", "app/linked.py:Order", "-n", "40", *LINK)
    whole = run(pfg, *words)
    assert whole == b"".join(run(pfg, *words, "--shard", f"{k}/2") for k in (1, 2))
    part = run(pfg, *words, "-n", "10", "--start", "30", "--related", "40")
    assert whole.endswith(part)
    refused = error_of(pfg(*words, "--start", "30", "--json-errors"))
    assert "--related" in str(refused["message"])


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--shard", "3/2"), "'3/2'"),
        (("--shard", "0/2"), "'0/2'"),
        (("--shard", "half"), "'half'"),
        (("--start", "-1"), "'-1'"),
        (("--start", "7", "--shard-size", "5", "--out", "a{shard}.json"), "--start 7"),
    ],
)
def test_nonsense_ranges_are_usage_errors(pfg: Pfg, words: tuple[str, ...], named: str) -> None:
    result = pfg(*WORDS, *words, "--json-errors")
    error = error_of(result)
    assert (result.exit_code, error["kind"], named in str(error["message"])) == (
        2,
        "UsageError",
        True,
    )


@pytest.mark.parametrize("size", [0, 1, 5, 99, 100, 101])
@pytest.mark.parametrize("count", [1, 3, 7, 200])
@pytest.mark.parametrize("unit", [1, 10])
def test_parts_cover_each_index_once(size: int, count: int, unit: int) -> None:
    parts = [select_part(range(20, 20 + size), f"{k}/{count}", unit) for k in range(1, count + 1)]
    assert [index for part in parts for index in part] == list(range(20, 20 + size))
    assert all((part.start - 20) % unit == 0 for part in parts if part)
    lengths = [len(part) for part in parts if part.stop < 20 + size]
    assert not lengths or max(lengths) - min(lengths) <= unit


@pytest.mark.usefixtures("in_process")
def test_parts_are_delivered_to_their_positions(pfg: Pfg, project: Path) -> None:
    words = ("persist", "app/models.py:User", "-n", "130", "--seed", "3", "-H", "sqlite-json")
    for name, shards in (("whole", [""]), ("parts", ["2/3", "1/3", "3/3", "2/3"])):
        for shard in shards:
            options = json.dumps({"database": f"{name}.db"})
            run(pfg, *words, "--handler-config", options, "--shard", shard)
    whole, parts = (
        sqlite3.connect(project / f"{name}.db").execute("select * from records").fetchall()
        for name in ("whole", "parts")
    )
    assert (len(whole), parts) == (130, whole)


def test_batches_of_a_range_have_the_keys_of_the_whole() -> None:
    keys: list[str] = []

    def keep(batch: Batch) -> None:
        keys.append(batch.key)

    assert persist_records(User, keep, 160, seed=3).records == 160
    whole = keys.copy()
    keys.clear()
    assert persist_records(User, keep, 100, seed=3, start=60).records == 100
    assert (len(whole), len(keys)) == (4, 3)
    assert keys[1:] == whole[2:]  # the first batch starts within another


def test_python_refuses_negative_ranges() -> None:
    for call in (generate_instances, generate_lines):
        with pytest.raises(UsageError, match="start=-1"):
            call(User, 1, start=-1)
    with pytest.raises(UsageError, match="n=-1"):
        persist_records(User, "memory", -1)

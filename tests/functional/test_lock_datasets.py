"""Locks of datasets."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.functional.conftest import Pfg, assert_success, error_of


def test_the_library_of_columnar_files_is_locked(pfg: Pfg, project: Path) -> None:
    lock = project / "pfg.lock"
    for form, libraries in (("csv", 2), ("parquet", 3)):
        lock.unlink(missing_ok=True)
        command = f"gen dataset app/models.py:User -n 5 --format {form} --out users.{form}"
        assert_success(pfg(*command.split()))
        assert_success(pfg("lock", command))
        body = json.loads(lock.read_text())
        assert len(body["libraries"]) == libraries
    body["libraries"]["pyarrow"] = "1.0"
    lock.write_text(json.dumps(body))
    result = pfg("verify", "--json-errors")
    assert result.exit_code == 1
    details: Any = error_of(result)["details"]
    assert [each["cause"] for each in details["drift"]] == ["library"]


WORDS = ("app/models.py:User", "-n", "600", "--out", "users", "--shard-size", "250")
WORDS = (*WORDS, "--row-group-size", "100")


def write_dataset(pfg: Pfg, form: str) -> None:
    """Write 600 users in shards of 250, in row groups of 100, and lock them."""
    words = ("gen", "dataset", *WORDS, "--format", form)
    assert_success(pfg(*words))
    assert_success(pfg("lock", " ".join(words)))


def verify(pfg: Pfg) -> list[tuple[str, str]]:
    """Return the cause and the message of each difference in a sample of all records."""
    result = pfg("verify", "--sample", "600", "--json-errors")
    if result.exit_code == 0:
        return []
    details: Any = error_of(result)["details"]
    return [(each["cause"], each["message"]) for each in details["drift"]]


def rewrite_table(path: Path, form: str, change: Callable[[pa.Table], pa.Table]) -> None:
    """Write the table in *path* again with another content, in row groups of another size."""
    if form == "parquet":
        pq.write_table(change(pq.read_table(path)), path, row_group_size=70)
        return
    with pa.ipc.open_file(path) as reader:
        table = change(reader.read_all())
    with pa.ipc.new_file(path, table.schema) as writer:
        writer.write_table(table, 70)


def change_name(table: pa.Table) -> pa.Table:
    """Return *table* with another name in row 201."""
    names = table.column("name").to_pylist()
    names[200] = "nobody"
    return table.set_column(table.schema.get_field_index("name"), "name", pa.array(names))


def widen_ids(table: pa.Table) -> pa.Table:
    return table.set_column(0, "id", table.column(0).cast(pa.float64()))


@pytest.mark.parametrize("form", ["parquet", "arrow"])
def test_samples_of_tables_find_a_changed_cell(pfg: Pfg, project: Path, form: str) -> None:
    write_dataset(pfg, form)
    assert verify(pfg) == []
    path = project / "users" / f"part-00002.{form}"
    rewrite_table(path, form, change_name)
    ((cause, message),) = verify(pfg)
    assert (cause, "row 201: name is 'nobody', expected" in message) == ("file", True), message
    assert_success(pfg("gen", "dataset", *WORDS, "--format", form))
    rewrite_table(path, form, widen_ids)
    ((cause, message),) = verify(pfg)
    assert message == "was edited: column id is of type double, expected of type int64"
    assert_success(pfg("gen", "dataset", *WORDS, "--format", form))
    rewrite_table(path, form, lambda table: table.slice(0, 120))
    ((cause, message),) = verify(pfg)
    assert message == "was edited: a row is missing at row 121"
    path.write_bytes(path.read_bytes()[:-40])
    ((cause, message),) = verify(pfg)
    assert message.startswith(f"was edited: it cannot be read as {form}: ")


def test_samples_of_tables_tell_other_data_from_an_edit(pfg: Pfg, project: Path) -> None:
    write_dataset(pfg, "parquet")
    models = project / "app" / "models.py"
    models.write_text(models.read_text().replace("name: str", "name: int"))
    assert [cause for cause, _ in verify(pfg)] == ["model"]


def test_tables_without_known_rows_are_verified_as_a_whole(pfg: Pfg, project: Path) -> None:
    write_dataset(pfg, "csv")
    path = project / "users" / "part-00003.csv"
    path.write_text(path.read_text().replace("\n600,", "\n601,"))
    assert [cause for cause, _ in verify(pfg)] == ["file"]

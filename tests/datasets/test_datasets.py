"""Files of datasets: formats, shards, partitions, and the command that writes them."""

from __future__ import annotations

import gzip
import io
import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.dataset as pads
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result
from pydantic import BaseModel, Field, field_validator

from pytest_fixturegen import (
    GenerationConfig,
    frame,
    frame_batches,
    generate_lines,
    policies_of,
)
from pytest_fixturegen.api.datasets import DatasetWriter
from pytest_fixturegen.api.generate import resolve_settings
from pytest_fixturegen.cli.main import main
from pytest_fixturegen.config.dataset_options import DatasetConfig
from pytest_fixturegen.errors import EmitError, UsageError

ROWS = 700


class Visit(BaseModel):
    id: int = Field(ge=1)
    page: str
    status: Literal["new", "seen", "gone"]
    note: str | None
    tags: list[str]

    @field_validator("page")
    @classmethod
    def require_short(cls, page: str) -> str:
        if len(page) > 40:
            raise ValueError("too long")
        return page


SCHEMA = {
    "type": "object",
    "properties": {
        "id": {"type": "integer", "minimum": 1},
        "at": {"type": "string", "format": "date-time"},
        "kind": {"enum": ["a", "b"]},
    },
    "required": ["id", "at", "kind"],
}


def make_writer(**options: Any) -> DatasetWriter:
    return DatasetWriter(Visit, resolve_settings(None, 1), DatasetConfig(**options))


def read_parts(writer: DatasetWriter, start: int, stop: int) -> dict[str, bytes]:
    return {part.partition: b"".join(part.chunks) for part in writer.iter_parts(start, stop)}


@pytest.mark.parametrize("form", ["parquet", "arrow", "csv", "sql"])
def test_any_range_has_the_bytes_that_it_has_alone(form: str) -> None:
    writer = make_writer(format=form, shard_size=300)
    shards = [read_parts(writer, rows.start, rows.stop) for rows in writer.split_shards(ROWS)]
    alone = read_parts(make_writer(format=form), 300, 600)
    assert len(shards) == 3
    assert shards[1] == alone


def test_parquet_holds_the_rows_of_the_frame_in_row_groups() -> None:
    data = read_parts(make_writer(row_group_size=300, compression="gzip"), 0, ROWS)[""]
    file = pq.ParquetFile(io.BytesIO(data))
    assert [file.metadata.row_group(number).num_rows for number in range(3)] == [300, 300, 100]
    assert file.metadata.row_group(0).column(0).compression == "GZIP"
    assert file.read().equals(frame(Visit, ROWS, seed=1))


def test_arrow_holds_the_rows_of_the_frame() -> None:
    data = read_parts(make_writer(format="arrow", row_group_size=512), 0, ROWS)[""]
    with pa.ipc.open_file(data) as file:
        assert file.num_record_batches == 2
        assert file.read_all().equals(frame(Visit, ROWS, seed=1))


def test_batches_have_the_size_that_was_asked_for() -> None:
    batches = list(frame_batches(Visit, 1_000, seed=1, start=7, batch_size=400))
    assert [batch.num_rows for batch in batches] == [400, 400, 200]
    assert batches[2].slice(190).equals(frame(Visit, 10, seed=1, start=997).to_batches()[0])


def test_csv_has_the_values_of_json(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    path.write_bytes(read_parts(make_writer(format="csv"), 0, ROWS)[""])
    table = duckdb.sql(f"select * from read_csv('{path}', all_varchar=true)")
    records = [json.loads(line) for line in generate_lines(Visit, ROWS, seed=1)]
    expected = [(str(each["id"]), each["page"], each["status"], each["note"]) for each in records]
    assert [row[:4] for row in table.fetchall()] == expected


def test_csv_tells_null_from_an_empty_text() -> None:
    class Note(BaseModel):
        text: Literal["", None, 'a "b", c']

    writer = DatasetWriter(Note, resolve_settings(None, 1), DatasetConfig(format="csv"))
    cells = set(read_parts(writer, 0, 50)[""].decode().split("\n")[1:-1])
    assert cells == {"", '""', '"a ""b"", c"'}


@pytest.mark.parametrize("dialect", ["ansi", "sqlite"])
def test_sql_fills_a_table(dialect: str) -> None:
    script = read_parts(make_writer(format="sql", dialect=dialect, row_group_size=50), 0, ROWS)[""]
    assert script.count(b"INSERT INTO") == ROWS / 50
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE Visit (id, page, status, note, tags)")
        connection.executescript(script.decode())
        rows = connection.execute("SELECT id, page, status, note, tags FROM Visit").fetchall()
    records = [json.loads(line) for line in generate_lines(Visit, ROWS, seed=1)]
    assert [row[:4] for row in rows] == [tuple(each.values())[:4] for each in records]
    assert json.loads(rows[0][4]) == records[0]["tags"]


def test_mysql_escapes_backslashes_and_quotes_names() -> None:
    class Path_(BaseModel):
        path: Literal["a\\b'c"]

    settings = DatasetConfig(format="sql", dialect="mysql")
    writer = DatasetWriter(Path_, resolve_settings(None, 1), settings)
    assert read_parts(writer, 0, 1)[""] == b"INSERT INTO `Path_` (`path`) VALUES\n('a\\\\b''c');\n"


def test_partitions_share_out_the_rows(tmp_path: Path) -> None:
    writer = make_writer(partition_by="status", shard_size=400)
    for number, rows in enumerate(writer.split_shards(ROWS)):
        writer.write_shard(
            rows.start,
            rows.stop,
            lambda partition, number=number: tmp_path / partition / f"part-{number}.parquet",
        )
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"status=gone", "status=new", "status=seen"}
    found = pads.dataset(tmp_path, partitioning="hive").to_table().sort_by("id")
    expected = frame(Visit, ROWS, seed=1).sort_by("id")
    assert found["page"].to_pylist() == expected["page"].to_pylist()
    assert found["status"].to_pylist() == expected["status"].to_pylist()


def test_partitions_of_csv_lack_the_column() -> None:
    parts = read_parts(make_writer(format="csv", partition_by="status"), 0, ROWS)
    assert parts["status=new"].startswith(b"id,page,note,tags\n")


def test_unknown_partitions_and_compressions_are_usage_errors() -> None:
    with pytest.raises(UsageError, match="Unknown field 'stats' in --partition-by"):
        read_parts(make_writer(partition_by="stats"), 0, 1)
    with pytest.raises(UsageError, match="CSV and SQL have no compression 'zstd'"):
        read_parts(make_writer(format="csv", compression="zstd"), 0, 1)


def test_a_value_without_the_type_of_its_column_is_named() -> None:
    class Big(BaseModel):
        number: int = Field(default=2**70)

    config = GenerationConfig(overrides=policies_of({"Big.number": {"value": 2**70}}))
    with pytest.raises(EmitError, match=r"Big\.number: Arrow cannot hold 1180591620717411303424"):
        frame(Big, 1, config=config)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "visit.json").write_text(json.dumps(SCHEMA))
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["gen", "dataset", "visit.json", "--seed", "1", *words])


def test_documents_are_written_to_a_folder(folder: Path) -> None:
    result = run("-n", "600", "--out", "data", "--shard-size", "250")
    assert result.exit_code == 0, result.output
    table = pq.read_table(folder / "data")
    assert table.num_rows == 600
    assert table.schema.field("at").type == pa.timestamp("us", "UTC")
    assert sorted(path.name for path in (folder / "data").iterdir()) == [
        "part-00001.parquet",
        "part-00002.parquet",
        "part-00003.parquet",
    ]


def test_a_shorter_run_removes_the_files_of_a_longer_one(folder: Path) -> None:
    run("-n", "600", "--out", "data", "--shard-size", "250")
    check = run("-n", "200", "--out", "data", "--shard-size", "250", "--check")
    assert check.exit_code == 1
    assert "part-00003.parquet" in check.output
    result = run("-n", "200", "--out", "data", "--shard-size", "250")
    assert "removed data/part-00003.parquet" in result.output
    assert pl.read_parquet(folder / "data/*.parquet").height == 200
    assert run("-n", "200", "--out", "data", "--shard-size", "250", "--check").exit_code == 0


def test_partitions_of_another_run_are_removed(folder: Path) -> None:
    run("-n", "40", "--out", "data", "--partition-by", "kind")
    result = run("-n", "1", "--out", "data", "--partition-by", "kind")
    assert result.output.count("removed") == 1
    assert pads.dataset(folder / "data", partitioning="hive").count_rows() == 1


def test_files_and_standard_output_have_the_same_bytes(folder: Path) -> None:
    printed = run("-n", "5", "--format", "csv").stdout_bytes
    run("-n", "5", "--format", "csv", "--out", "visits.csv")
    run("-n", "5", "--format", "csv", "--compression", "gzip", "--out", "visits.csv.gz")
    assert (folder / "visits.csv").read_bytes() == printed
    assert gzip.decompress((folder / "visits.csv.gz").read_bytes()) == printed


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--partition-by", "kind"], "--partition-by writes several files"),
        (["--partition-by", "kind", "--out", "x.parquet"], "expected a folder as --out"),
        (["--partition-by", "kin", "--out", "x"], "Unknown field 'kin' in --partition-by"),
        (["--format", "arrow", "--compression", "gzip"], "Arrow files have no compression"),
        (["--out", "x.csv"], "--out x.csv ends with .csv, but the format is parquet"),
        (["--format", "csv", "--out", "x.sql"], "ends with .sql, but the format is csv"),
        (["--format", "csv", "--out", "x.csv.gz"], "ends with .gz, but the compression is auto"),
    ],
)
def test_options_that_do_not_fit_are_usage_errors(
    folder: Path, words: list[str], message: str
) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert message in result.output


def test_another_file_is_not_replaced(folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "part-00001.parquet").write_text("precious")
    result = run("--out", "data")
    assert result.exit_code == 30
    assert "would be overwritten: expected a Parquet file" in result.output


def test_tables_need_pyarrow_and_csv_does_not(folder: Path) -> None:
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from pytest_fixturegen.cli.main import main\n"
        "main(sys.argv[1:])"
    )
    words = [sys.executable, "-c", code, "gen", "dataset", "visit.json", "--seed", "1"]
    csv = subprocess.run([*words, "--format", "csv"], capture_output=True, text=True, check=True)
    assert csv.stdout.startswith("id,at,kind")
    parquet = subprocess.run(words, capture_output=True, text=True, check=False)
    assert parquet.returncode == 2
    assert "need pyarrow" in parquet.stderr
    assert "pip install 'pytest-fixturegen[dataset]'" in parquet.stderr

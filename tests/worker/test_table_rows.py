"""Rows of tables by their places."""

from __future__ import annotations

from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pytest_fixturegen.worker.table_rows import find_difference, read_rows

TABLE = pa.table({"id": range(250), "name": [f"n{index}" for index in range(250)]})


def write(form: str, table: pa.Table = TABLE) -> BytesIO:
    """Return a file with *table* in groups of 100 rows."""
    file = BytesIO()
    if form == "parquet":
        pq.write_table(table, file, row_group_size=100)
    else:
        with pa.ipc.new_file(file, table.schema) as writer:
            writer.write_table(table, 100)
    return BytesIO(file.getvalue())


@pytest.mark.parametrize("form", ["parquet", "arrow"])
@pytest.mark.parametrize(
    "rows",
    [range(1), range(90, 130), range(100, 200), range(150, 250), range(249, 260), range(300, 310)],
)
def test_rows_are_found_in_any_group(form: str, rows: range) -> None:
    found = read_rows(write(form), form, rows)
    assert found.to_pylist() == TABLE.slice(rows.start, len(rows)).to_pylist()


@pytest.mark.parametrize(
    ("found", "difference"),
    [
        (TABLE, ""),
        (TABLE.rename_columns(["id", "title"]), "column name is missing, expected of type string"),
        (TABLE.slice(0, 3), "a row is missing at row 44"),
        (TABLE.set_column(0, "id", pa.array([*range(249), 7])), "row 290: id is 7, expected 249"),
    ],
)
def test_the_first_difference_is_named(found: pa.Table, difference: str) -> None:
    assert find_difference(found, TABLE, 40) == difference

"""The types of tables survive: in Arrow, Parquet, pandas, Polars and DuckDB."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import orjson
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pydantic import BaseModel, create_model, field_validator
from pydantic_core import to_jsonable_python

from pytest_fixturegen import arrow_schema, frame, generate_instances
from tests.datasets.kinds import KINDS

ROWS = 40

Everything = create_model("Everything", **{name: (kind, ...) for name, (kind, _) in KINDS.items()})

JSON_FIELDS = ("mixed", "id_or_name", "anything", "free")


class Scene:
    """A table of every kind, and the file that it was written to."""

    def __init__(self, folder: Path) -> None:
        self.table = frame(Everything, ROWS, seed=1)
        self.path = str(folder / "kinds.parquet")
        pq.write_table(self.table, self.path)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return Scene(tmp_path_factory.mktemp("tables"))


def normalize(value: Any) -> Any:
    """Return *value* in the form that all libraries share: maps as sorted pairs, UUIDs as bytes."""
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, float) and np.isnan(value):
        return None
    return next((convert(value) for cls, convert in FORMS if isinstance(value, cls)), value)


def normalize_list(values: Any) -> Any:
    items = [normalize(item) for item in values]
    if items and all(isinstance(item, list) and len(item) == 2 for item in items):
        return sorted(items, key=repr)  # perhaps the entries of a map
    return items


FORMS: list[tuple[Any, Callable[[Any], Any]]] = [
    (pd.Timestamp, lambda value: normalize(value.to_pydatetime())),
    (pd.Timedelta, lambda value: value.to_pytimedelta()),
    (dt.datetime, lambda value: value.astimezone(dt.timezone.utc) if value.tzinfo else value),
    (np.ndarray, lambda value: normalize_list(value.tolist())),
    (np.generic, lambda value: value.item()),
    (uuid.UUID, lambda value: value.bytes),
    (dict, lambda value: normalize_list(value.items())),
    ((list, tuple), normalize_list),
]


def read_with_pandas(path: str) -> Iterator[tuple[str, list[Any]]]:
    table = pd.read_parquet(path)
    return ((name, list(table[name])) for name in table.columns)


def read_with_arrow_pandas(path: str) -> Iterator[tuple[str, list[Any]]]:
    table = pd.read_parquet(path, dtype_backend="pyarrow")
    return ((name, table[name].tolist()) for name in table.columns)


def read_with_polars(path: str) -> Iterator[tuple[str, list[Any]]]:
    # Polars warns of the extension type of UUIDs, whose bytes it reads.
    table = pl.read_parquet(path)
    return ((column.name, column.to_list()) for column in table)


def read_with_duckdb(path: str) -> Iterator[tuple[str, list[Any]]]:
    table = duckdb.sql(f"select * replace (to_microseconds(span) as span) from '{path}'")
    columns = zip(*table.fetchall(), strict=True)
    return zip(table.columns, map(list, columns), strict=True)


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_has_its_arrow_type(scene: Scene, name: str) -> None:
    assert str(scene.table.schema.field(name).type) == KINDS[name][1]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "read", [read_with_pandas, read_with_arrow_pandas, read_with_polars, read_with_duckdb]
)
def test_types_survive_parquet(scene: Scene, read: Callable[[str], Any]) -> None:
    expected = {name: scene.table[name].to_pylist() for name in KINDS}
    found = dict(read(scene.path))
    assert found.keys() == expected.keys()
    for name, values in expected.items():
        assert normalize(found[name]) == normalize(values), name


def test_parquet_keeps_the_schema_and_its_metadata(scene: Scene) -> None:
    stored, own = pq.read_schema(scene.path), scene.table.schema
    assert stored.equals(own)
    assert stored.metadata.items() >= own.metadata.items()
    assert stored.field("anything").metadata.items() >= {b"pfg.encoding": b"json"}.items()


def test_arrow_has_the_values_of_the_instances(scene: Scene) -> None:
    records = [record.model_dump() for record in generate_instances(Everything, ROWS, seed=1)]
    for name in KINDS:
        expected = [simplify(record[name], name) for record in records]
        found = [unify(value, name) for value in scene.table[name].to_pylist()]
        assert found == expected, name


def simplify(value: Any, name: str) -> Any:
    """Return a dumped value in the form of ``to_pylist``: maps as pairs, sets as lists."""
    if name in JSON_FIELDS:
        return to_jsonable_python(value)
    if isinstance(value, set):
        return sorted(value)
    if name in ("counts", "by_number", "counter"):
        return list(value.items())
    if name in ("mail", "site", "host", "path", "secret", "role", "level"):
        return to_jsonable_python(value)
    if name == "entry":
        return {"0": value[0], "1": value[1]}
    if name == "pair":
        return {"count": value[0], "name": value[1]}
    if name == "triple":
        return list(value)
    return {**MISSING.get(name, {}), **value} if isinstance(value, dict) else value


MISSING = {"movie": {"year": None}, "shape": {"radius": None, "side": None}}
"""The fields that a table has and a record may lack."""


def unify(value: Any, name: str) -> Any:
    return orjson.loads(value) if name in JSON_FIELDS and value is not None else value


def test_the_schema_says_what_the_rows_depend_on() -> None:
    metadata = arrow_schema(Everything).metadata
    assert set(metadata) == {b"pfg.model", b"pfg.seed", b"pfg.digest", b"pfg.options"}
    assert arrow_schema(Everything).equals(frame(Everything, 0, seed=0).schema)


def test_types_that_are_no_records_have_one_column() -> None:
    class Size(BaseModel):
        value: int

        @field_validator("value")
        @classmethod
        def keep(cls, value: int) -> int:
            return value

    assert frame(list[int], 2, seed=1).column_names == ["value"]
    sizes = [size.value for size in generate_instances(Size, 3, seed=1)]
    assert frame(Size, 3, seed=1)["value"].to_pylist() == sizes


def test_libraries_read_a_table_in_one_line() -> None:
    class User(BaseModel):
        id: uuid.UUID
        joined: dt.datetime

    users = frame(User, 3, seed=1)
    assert pd.api.types.is_datetime64_any_dtype(users.to_pandas()["joined"])
    assert pl.from_arrow(users.select(["joined"])).schema["joined"] == pl.Datetime("us", "UTC")
    assert duckdb.sql("select max(joined) from users").fetchall()[0][0] is not None
    assert isinstance(users, pa.Table)

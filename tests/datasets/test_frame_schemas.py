"""Schemas of data frames are targets: pandera, dataframely and ``pyarrow.Schema``."""

from __future__ import annotations

import dataframely as dy
import pandas as pd
import pandera.pandas as pandera
import pandera.polars as pandera_polars
import polars as pl
import pyarrow as pa
import pytest

from pytest_fixturegen import arrow_schema, frame, generate_instances
from pytest_fixturegen.errors import MappingError

ROWS = 60

READINGS = pa.schema(
    [
        pa.field("id", pa.int32(), False),
        ("price", pa.decimal128(9, 2)),
        ("at", pa.timestamp("ms", "Europe/Berlin")),
        ("tags", pa.list_(pa.large_string())),
        ("size", pa.struct([("width", pa.float32())])),
        ("counts", pa.map_(pa.string(), pa.int16())),
        ("kind", pa.dictionary(pa.int8(), pa.string())),
        ("key", pa.uuid()),
        ("hour", pa.time32("s")),
        ("code", pa.binary(4)),
    ]
)


class Orders(pandera.DataFrameModel):
    id: int = pandera.Field(ge=1, unique=True)
    status: str = pandera.Field(isin=["new", "paid"])
    comment: str = pandera.Field(str_length={"min_value": 3, "max_value": 9}, nullable=True)
    total: float = pandera.Field(in_range={"min_value": 5, "max_value": 50, "include_min": False})
    placed: pd.Timestamp


class Parcels(pandera_polars.DataFrameModel):
    weight: float = pandera_polars.Field(gt=0, lt=10)
    sent: pl.Date
    stops: pl.List(pl.Int64)  # type: ignore[valid-type]


class Invoices(dy.Schema):
    number = dy.Int64(primary_key=True, min=1)
    payer = dy.String(min_length=3, max_length=8, regex=r"^[a-z]+$", nullable=True)
    amount = dy.Decimal(10, 2, min=0)
    state = dy.Enum(["open", "paid"])
    parts = dy.List(dy.Int32(), min_length=1)

    @dy.rule()
    def is_cheap(cls) -> pl.Expr:
        return pl.col("amount") < 300


def test_an_arrow_schema_gets_a_table_of_its_types() -> None:
    table = frame(READINGS, ROWS, seed=1)
    assert table.schema.equals(READINGS)
    assert arrow_schema(READINGS).equals(READINGS)
    table.validate(full=True)
    assert table["id"].null_count == 0


def test_rows_of_an_arrow_schema_are_mappings() -> None:
    rows = list(generate_instances(READINGS, 2, seed=1))
    assert [row["kind"] for row in rows] == frame(READINGS, 2, seed=1)["kind"].to_pylist()


def test_pandera_accepts_the_table_of_its_schema() -> None:
    table = frame(Orders, ROWS, seed=1)
    Orders.validate(table.to_pandas().astype({"id": int}), lazy=True)
    assert table["id"].to_pylist() == list(dict.fromkeys(table["id"].to_pylist()))
    assert min(table["total"].to_pylist()) > 5


def test_pandera_accepts_the_polars_table_of_its_schema() -> None:
    table = frame(Parcels, ROWS, seed=1)
    Parcels.validate(pl.DataFrame(pl.from_arrow(table)), lazy=True)


def test_schema_objects_are_targets_like_classes() -> None:
    table = frame(Orders.to_schema(), 5, seed=1)
    assert table.schema.equals(frame(Orders, 5, seed=1).schema)


def test_dataframely_accepts_the_table_and_its_own_rules_hold() -> None:
    table = frame(Invoices, ROWS, seed=1)
    validated = Invoices.validate(pl.DataFrame(pl.from_arrow(table)), cast=True)
    assert len(validated) == ROWS
    assert max(table["amount"].to_pylist()) < 300


def test_a_type_without_values_is_named() -> None:
    schema = pa.schema([("gap", pa.month_day_nano_interval())])
    with pytest.raises(MappingError, match=r"gap: no values for the Arrow type"):
        frame(schema, 1)

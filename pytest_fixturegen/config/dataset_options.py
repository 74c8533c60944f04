"""Declarations of the options of datasets."""

from __future__ import annotations

from typing import ClassVar, Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.options import OptionGroup, declare_option
from pytest_fixturegen.config.range_options import (
    ENGINE_OPTION,
    SCHEDULER_OPTION,
    SHARD_OPTION,
    START_OPTION,
    WORKERS_OPTION,
    Engine,
)

DatasetFormat = Literal["parquet", "arrow", "csv", "sql"]
Compression = Literal["auto", "none", "snappy", "gzip", "brotli", "lz4", "zstd"]
Dialect = Literal["ansi", "postgresql", "mysql", "sqlite"]

COLUMNAR_FORMATS = frozenset(("parquet", "arrow"))

PARTITION_SHARD = 65_536
"""Records of a shard with partitions, unless the user says otherwise: they are kept in memory."""


@dataclass(frozen=True, kw_only=True)
class DatasetConfig(OptionGroup):
    """Options of datasets: files of tables."""

    section: ClassVar[str] = "dataset"

    n: int = declare_option(1, "Number of records of each model.", low=0, flag="-n")
    start: int = START_OPTION
    shard: str = SHARD_OPTION
    out: str = declare_option(
        "-",
        "Output folder, or a file; {model} {seed} {shard} {number} {index} are replaced, "
        "- is standard output.",
        flag="-o",
        widens="outside",
    )
    check: bool = declare_option(
        False,
        "Write nothing; list the files that would change, and exit with 1 if any would.",
    )
    format: DatasetFormat = declare_option(
        "parquet", "Format of the files; sql writes INSERT statements."
    )
    compression: Compression = declare_option(
        "auto", "Compression; auto is zstd for parquet, and none for the others."
    )
    row_group_size: int = declare_option(
        8_192,
        "Records in a row group of parquet, a batch of arrow, or an INSERT statement (at most "
        "1,000 there).",
        low=1,
        high=1 << 24,
    )
    shard_size: int = declare_option(
        0, "Records per file, numbered by {shard} or {number}; 0 writes one file.", low=0
    )
    partition_by: str = declare_option(
        "", "Write the records with each value of this field to a separate folder."
    )
    workers: int = WORKERS_OPTION
    engine: Engine = ENGINE_OPTION
    scheduler: str = SCHEDULER_OPTION
    dialect: Dialect = declare_option("ansi", "SQL dialect of the INSERT statements.")
    with_related: bool = declare_option(False, "Also write the models that links point to.")

    @property
    def shard_limit(self) -> int:
        """The most records of a shard; 0 puts all of them into one."""
        return self.shard_size or (PARTITION_SHARD if self.partition_by else 0)

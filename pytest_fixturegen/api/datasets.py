"""Datasets: the records of a model as the bytes of files.

The bytes of a file are a function of the model, the options and the range of its records, whoever
writes it and whatever was written before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from pytest_fixturegen._internal.atomic_files import write_atomically
from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.api import frames, generate
from pytest_fixturegen.config.dataset_options import COLUMNAR_FORMATS, DatasetConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.config.record_ranges import split_files
from pytest_fixturegen.datasets import text_files
from pytest_fixturegen.datasets.text_files import TextColumn
from pytest_fixturegen.errors import UsageError, suggest_nearest
from pytest_fixturegen.introspection.readers import table_classes

NULL_PARTITION = "__HIVE_DEFAULT_PARTITION__"
"""The name that Hive, Spark and their readers give to the partition of null and of empty texts."""

MAX_PARTITION_LENGTH = 200
"""Characters of the name of a folder before they are quoted."""

OnProgress = Callable[[int], None]
"""A function of the number of records that were made since the last call."""


class DatasetPart(NamedTuple):
    """One file: its *partition*, ``name=value`` or "", and its bytes as *chunks*."""

    partition: str
    chunks: Iterator[bytes]


@dataclass(frozen=True, slots=True)
class DatasetWriter:
    """Writes any range of the records of *model* in the form that *settings* ask for.

    *model_seeds* are the seeds of models that have their own.
    """

    model: Any
    config: GenerationConfig
    settings: DatasetConfig
    model_seeds: generate.ModelSeeds = ()

    def split_shards(self, n: int) -> list[range]:
        """Return the indices of each shard of *n* records; without records one is empty."""
        return [rows for _, rows in self.split_range(range(n))]

    def split_range(self, rows: range) -> list[tuple[int, range]]:
        """Return the number and the indices of each shard of *rows*, which it has in the whole.

        If a range is one file, its number is that of the range. Without records one is empty.
        """
        return split_files(rows, self.settings.shard_limit, self.settings.shard)

    def iter_parts(
        self, start: int, stop: int, on_progress: OnProgress = lambda count: None
    ) -> Iterator[DatasetPart]:
        """Yield the files of the records from the index *start* to *stop*, excluded.

        That is one, or with partitions one for each value, in the order of the values. The bytes of
        a part are made as they are read, and all of them before those of the next part.
        """
        is_binary = self.settings.format in COLUMNAR_FORMATS
        rows = self._build_binary() if is_binary else self._build_text()
        if not self.settings.partition_by:
            yield DatasetPart("", rows.write(rows.read(start, stop, on_progress)))
            return
        place = find_partition_column(rows.names, self.settings.partition_by)
        groups = rows.group(rows.read(start, stop, on_progress), place)
        for value in sorted(groups):
            partition = format_partition(self.settings.partition_by, value)
            yield DatasetPart(partition, rows.write_group(groups.pop(value), place))

    def write_shard(
        self,
        start: int,
        stop: int,
        build_path: Callable[[str], Path],
    ) -> list[Path]:
        """Write the records from *start* to *stop*, excluded, and return the paths of the files.

        ``build_path(partition)`` returns the path of a file; without partitions it is called once,
        with "". Each file is written as a whole.
        """
        paths = []
        for part in self.iter_parts(start, stop):
            path = build_path(part.partition)
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, part.chunks)
            paths.append(path)
        return paths

    def _build_binary(self) -> BinaryRows:
        source = frames.build_source(self.model, self.config, self.model_seeds)
        schema = frames.build_schema(self.model, self.config, source)
        return BinaryRows(source, schema, self.settings)

    def _build_text(self) -> TextRows:
        lines = generate.build_line_generator(self.model, self.config, self.model_seeds)
        plan = generate.make_line_plan(self.model, self.config)
        columns = text_files.list_columns(plan.reading)
        table = table_classes.describe_table(self.model)
        if table and self.settings.format == "sql":
            columns = text_files.rename_columns(columns, table.get("columns", {}))
        name = table.get("name") or plan.reading.name.rpartition(".")[2]
        return TextRows(lines, columns, name, self.settings)


@dataclass(frozen=True, slots=True)
class BinaryRows:
    """Rows of Parquet and Arrow files: record batches of *source*."""

    source: Any
    schema: Any
    settings: DatasetConfig

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return list(self.schema.names)

    def read(
        self,
        start: int,
        stop: int,
        on_progress: OnProgress,
    ) -> Iterator[Any]:
        """Yield batches of the size of a row group."""
        return frames.iter_batches(
            self.source, self.schema, start, stop, self.settings.row_group_size, on_progress
        )

    def write(
        self,
        batches: Iterable[Any],
        schema: Any = None,
    ) -> Iterator[bytes]:
        """Yield the bytes of a file with *batches*."""
        from pytest_fixturegen.datasets import binary_files

        write = {"parquet": binary_files.write_parquet, "arrow": binary_files.write_arrow}
        return write[self.settings.format](
            batches, schema or self.schema, self.settings.compression
        )

    def group(
        self,
        batches: Iterable[Any],
        place: int,
    ) -> dict[str, list[Any]]:
        """Return the rows of *batches* by the text of the column at *place*, without it."""
        import pyarrow as pa

        groups: dict[str, list[Any]] = {}
        for batch in batches:
            rows_by_value: dict[str, list[int]] = {}
            for row, value in enumerate(batch.column(place).to_pylist()):
                rows_by_value.setdefault(format_value(value), []).append(row)
            rest = batch.drop_columns([self.schema.names[place]])
            for value, rows in rows_by_value.items():
                groups.setdefault(value, []).append(rest.take(pa.array(rows, pa.int64())))
        return groups

    def write_group(
        self,
        batches: list[Any],
        place: int,
    ) -> Iterator[bytes]:
        """Yield the bytes of a file with *batches*, which lack the column at *place*."""
        import pyarrow as pa

        whole = pa.concat_batches(batches)
        size = self.settings.row_group_size
        sliced = (whole.slice(first, size) for first in range(0, whole.num_rows, size))
        return self.write(sliced, self.schema.remove(place))


@dataclass(frozen=True, slots=True)
class TextRows:
    """Rows of CSV and SQL: the values of *columns* in the JSON lines of the records."""

    lines: Callable[[int, int], Iterator[bytes]]
    columns: tuple[TextColumn, ...]
    table: str
    settings: DatasetConfig

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]

    def read(
        self,
        start: int,
        stop: int,
        on_progress: OnProgress,
    ) -> Iterator[list[Any]]:
        """Yield the values of each row."""
        return text_files.read_rows(
            count_progress(self.lines(start, stop), on_progress), self.columns
        )

    def write(
        self, rows: Iterable[list[Any]], columns: tuple[TextColumn, ...] = ()
    ) -> Iterator[bytes]:
        """Yield the bytes of a file with *rows*."""
        columns = columns or self.columns
        if self.settings.format == "csv":
            chunks = text_files.write_csv(rows, columns)
        else:
            dialect = text_files.DIALECTS[self.settings.dialect]
            size = self.settings.row_group_size
            chunks = text_files.write_sql(rows, columns, self.table, dialect, size)
        return text_files.compress(chunks, self.settings.compression)

    def group(
        self,
        rows: Iterable[list[Any]],
        place: int,
    ) -> dict[str, list[list[Any]]]:
        """Return *rows* by the text of the column at *place*."""
        groups: dict[str, list[list[Any]]] = {}
        for row in rows:
            groups.setdefault(format_value(row[place]), []).append(row)
        return groups

    def write_group(
        self,
        rows: list[list[Any]],
        place: int,
    ) -> Iterator[bytes]:
        """Yield the bytes of a file with *rows*; CSV lacks the column at *place*."""
        if self.settings.format == "sql":
            return self.write(rows)
        columns = self.columns[:place] + self.columns[place + 1 :]
        return self.write([row[:place] + row[place + 1 :] for row in rows], columns)


def count_progress(lines: Iterator[bytes], on_progress: OnProgress) -> Iterator[bytes]:
    """Yield *lines*, and report each unit of them."""
    count = 0
    for line in lines:
        yield line
        count += 1
        if count == generate.PROGRESS_RECORDS:
            on_progress(count)
            count = 0


def find_partition_column(names: list[str], field: str) -> int:
    """Return the position of the column *field*.

    Raise UsageError if the column is missing, or if it is the only one.
    """
    if field not in names:
        raise UsageError(
            f"Unknown field {field!r} in --partition-by.",
            hint=suggest_nearest(field, names) or f"Choose one of {', '.join(names)}.",
        )
    if len(names) == 1:
        raise UsageError(
            f"--partition-by {field}: nothing is left for the files, since it is the only column.",
            hint="Leave --partition-by out.",
        )
    return names.index(field)


def format_value(value: Any) -> str:
    """Return the text of *value* in the name of a partition."""
    if value is None or value == "":
        return NULL_PARTITION
    if isinstance(value, str):
        return value
    if isinstance(value, int | float | dict | list):
        return dumps(value).decode()
    return str(value)


def format_partition(field: str, value: str) -> str:
    """Return the name of the folder of *value*, as Hive quotes it."""
    names = [quote(text, safe=" ")[: 3 * MAX_PARTITION_LENGTH] for text in (field, value)]
    return "=".join(names)

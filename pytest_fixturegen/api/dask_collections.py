"""Lazy collections of Dask: each partition draws its own range of the records."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from pytest_fixturegen.api import frames, generate
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.config.record_ranges import split_files
from pytest_fixturegen.errors import UsageError

if TYPE_CHECKING:
    from dask.bag import Bag
    from dask.dataframe import DataFrame

PARTITION_RECORDS = 100_000
"""Records of a partition, unless the caller chooses another number."""


def generate_bag(
    model: Any,
    n: int,
    seed: int | None = None,
    config: GenerationConfig | None = None,
    *,
    partition_size: int = PARTITION_RECORDS,
) -> Bag:
    """Return a lazy ``dask.bag`` of the *n* instances that :func:`generate_instances` yields.

    Each partition has *partition_size* records, except for the last one, and draws them in the
    worker that computes it; so workers must be able to import *model*.

    Raises:
        UsageError: If dask is missing, or a number is too small.
    """
    _require_sizes(n, partition_size)
    try:
        import dask.bag as bags
        from dask.delayed import delayed
    except ImportError as error:
        raise _build_missing_error() from error
    settings = generate.resolve_settings(config, seed)
    draw = delayed(partial(list_instances, model, settings), pure=True)
    parts = split_files(range(n), partition_size, "")
    build_bag: Any = bags.from_delayed
    bag: Bag = build_bag([draw(rows.start, len(rows)) for _, rows in parts])
    return bag


def frame_dask(
    model: Any,
    n: int,
    seed: int | None = None,
    config: GenerationConfig | None = None,
    *,
    partition_size: int = PARTITION_RECORDS,
) -> DataFrame:
    """Return a lazy ``dask.dataframe`` with the rows and columns of :func:`frame`.

    The columns have Arrow types, as ``Table.to_pandas(types_mapper=pandas.ArrowDtype)`` gives them.
    *partition_size* is that of :func:`generate_bag`.

    Raises:
        UsageError: If dask, pandas or pyarrow is missing, or a number is too small.
    """
    _require_sizes(n, partition_size)
    try:
        import dask.dataframe as dataframes
    except ImportError as error:
        raise _build_missing_error() from error
    settings = generate.resolve_settings(config, seed)
    parts = [rows for _, rows in split_files(range(n), partition_size, "")]
    build_frame: Any = dataframes.from_map
    lazy: DataFrame = build_frame(
        partial(build_partition, model, settings),
        parts,
        meta=build_partition(model, settings, range(0)),
        divisions=[*(rows.start for rows in parts), max(n - 1, 0)],
    )
    return lazy


def list_instances(
    model: Any,
    settings: GenerationConfig,
    start: int,
    n: int,
) -> list[Any]:
    """Return *n* instances of *model* from the index *start*: one partition of a bag."""
    return list(generate.generate_instances(model, n, config=settings, start=start))


def build_partition(
    model: Any,
    settings: GenerationConfig,
    rows: range,
) -> Any:
    """Return the records at *rows* as a pandas frame, whose index counts all records."""
    import pandas as pd  # type: ignore[import-untyped, unused-ignore]

    table = frames.frame(model, len(rows), config=settings, start=rows.start)
    partition = table.to_pandas(types_mapper=pd.ArrowDtype)
    partition.index = pd.RangeIndex(rows.start, rows.stop)
    return partition


def _require_sizes(n: int, partition_size: int) -> None:
    """Raise UsageError if *n* is negative or *partition_size* is less than 1."""
    if n < 0 or partition_size < 1:
        raise UsageError(
            "Expected n of at least 0 and partition_size of at least 1, "
            f"got n={n} and partition_size={partition_size}.",
            hint=f"Leave partition_size out: it is {PARTITION_RECORDS}.",
        )


def _build_missing_error() -> UsageError:
    """Return the error that Dask is missing."""
    return UsageError(
        "Lazy collections need dask, and frames also pandas and pyarrow.",
        hint="Install pytest-fixturegen[dask].",
    )

"""Tables of records: Arrow tables, and what pandas, Polars and DuckDB make of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from pytest_fixturegen.api import generate
from pytest_fixturegen.config.field_policies import to_json_dict
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.datasets.arrow_import import load_pyarrow
from pytest_fixturegen.errors import UsageError
from pytest_fixturegen.generator.generate import require_unique_capacity
from pytest_fixturegen.introspection.readers.frame_schemas.frame_schema import (
    find_library,
    read_frame_schema,
)
from pytest_fixturegen.streams import Stream

if TYPE_CHECKING:
    from pyarrow import RecordBatch, RecordBatchReader, Schema, Table

    from pytest_fixturegen.datasets.sources import TableSource

BATCH_ROWS = 65_536
"""Rows of a record batch, unless the caller says otherwise."""

METADATA_PREFIX = "pfg."


def frame(
    model: Any,
    n: int = 1,
    seed: int | None = None,
    config: GenerationConfig | None = None,
    *,
    start: int = 0,
) -> Table:
    """Return *n* records of *model*, from the index *start*, as a ``pyarrow.Table``.

    The records are those of :func:`generate_instances`; the columns have the names that JSON has,
    and types that follow from the model, see :func:`arrow_schema`. *model* is a class, any type, or
    a document. *seed* overrides the seed of *config*.

    Raise UsageError if pyarrow is missing or a number is negative, MappingError if no valid value
    is found, and EmitError if a value does not have the type of its column.
    """
    pa = load_pyarrow()
    reader = frame_batches(model, n, seed, config, start=start)
    return pa.Table.from_batches(reader, reader.schema)


def frame_batches(
    model: Any,
    n: int = 1,
    seed: int | None = None,
    config: GenerationConfig | None = None,
    *,
    start: int = 0,
    batch_size: int = BATCH_ROWS,
) -> RecordBatchReader:
    """Return an iterator of record batches with the rows of :func:`frame`.

    Each batch has *batch_size* rows, except for the last one. A batch is made when it is asked for,
    so that the memory does not grow with *n*. The errors are those of :func:`frame`.
    """
    pa = load_pyarrow()
    if n < 0 or start < 0 or batch_size < 1:
        raise UsageError(
            "Expected n and start of at least 0 and batch_size of at least 1, "
            f"got n={n}, start={start} and batch_size={batch_size}.",
            hint="Give n=0 or more.",
        )
    settings = generate.resolve_settings(config, seed)
    source = build_source(model, settings)
    require_unique_capacity(source.plan, start + n)
    schema = build_schema(model, settings, source)
    batches = iter_batches(source, schema, start, start + n, batch_size)
    return pa.RecordBatchReader.from_batches(schema, batches)


def arrow_schema(model: Any, config: GenerationConfig | None = None) -> Schema:
    """Return the ``pyarrow.Schema`` of the records of *model*, whose metadata has the options.

    Raise UsageError if pyarrow is missing, and MappingError if *model* cannot be read.
    """
    load_pyarrow()
    settings = generate.resolve_settings(config, None)
    return build_schema(model, settings, build_source(model, settings))


def build_source(
    model: Any, settings: GenerationConfig, model_seeds: generate.ModelSeeds = ()
) -> TableSource:
    """Return the source of the rows of *model*; *model_seeds* are seeds of models by name."""
    load_pyarrow()
    from pytest_fixturegen.datasets import sources

    plan = generate.make_line_plan(model, settings)
    stream = Stream(settings.seed, plan.reading.name, model_seeds=model_seeds)
    frame_schema = read_frame_schema(model) if find_library(model) else None
    return sources.build_table_source(plan, stream, frame_schema)


def build_schema(
    model: Any,
    settings: GenerationConfig,
    source: TableSource,
) -> Schema:
    """Return the schema of *source*: its metadata say what its rows depend on."""
    from pytest_fixturegen.datasets import sources

    defaults = to_json_dict(GenerationConfig())
    options = {
        name: value
        for name, value in to_json_dict(settings).items()
        if value != defaults.get(name) and name != "seed"
    }
    facts = {
        "model": source.plan.reading.name,
        "seed": str(settings.seed),
        "digest": generate.compute_model_digest(model),
        # Not orjson: an override may have a whole number of more than 64 bits.
        "options": json.dumps(options, ensure_ascii=False, default=str),
    }
    metadata = {METADATA_PREFIX + name: value for name, value in facts.items()}
    return sources.build_schema(source.members, metadata)


def iter_batches(
    source: TableSource,
    schema: Schema,
    start: int,
    stop: int,
    batch_size: int,
    on_progress: Callable[[int], None] = lambda count: None,
) -> Iterator[RecordBatch]:
    """Yield record batches of *batch_size* rows from the index *start* to *stop*, excluded.

    *on_progress* is called with the number of records that were drawn since its last call.
    """
    import pyarrow as pa

    waiting: list[Any] = []
    waiting_rows = 0
    for arrays in source.iter_arrays(start, stop, on_progress):
        batch = pa.RecordBatch.from_arrays(arrays, schema=schema)
        while waiting_rows + batch.num_rows >= batch_size:
            taken = batch_size - waiting_rows
            whole = pa.concat_batches([*waiting, batch.slice(0, taken)])
            batch = batch.slice(taken)
            waiting, waiting_rows = [], 0
            yield whole
            del whole  # the memory of a batch is free before the next one is made
        if batch.num_rows:
            waiting.append(batch)
            waiting_rows += batch.num_rows
    if waiting:
        yield pa.concat_batches(waiting)

"""Bytes of Parquet and Arrow files, as an iterator of chunks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pyarrow as pa

from pytest_fixturegen.errors import EmitError, UsageError

PARQUET_VERSION = "2.6"
PAGE_VERSION = "1.0"
"""Versions of the format. They are fixed, so that a new default of pyarrow changes no bytes."""

PAGE_BYTES = 1 << 20

ARROW_COMPRESSIONS = ("none", "lz4", "zstd")


class ChunkSink:
    """A file that keeps what is written to it until it is taken."""

    def __init__(self) -> None:
        self._chunks: list[bytes] = []
        self.closed = False

    def write(self, data: Any) -> int:
        """Keep *data*."""
        self._chunks.append(bytes(data))
        return len(self._chunks[-1])

    def take(self) -> Iterator[bytes]:
        """Yield the chunks written since the last call."""
        chunks, self._chunks = self._chunks, []
        yield from chunks

    def flush(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing: the last bytes are still to be taken."""


def write_parquet(
    batches: Iterable[Any],
    schema: Any,
    compression: str,
) -> Iterator[bytes]:
    """Yield the bytes of a Parquet file with a row group for each of *batches*.

    Raise EmitError if Parquet cannot hold the types.
    """
    import pyarrow.parquet as pq

    def open_writer(file: Any) -> Any:
        return pq.ParquetWriter(
            file,
            schema,
            version=PARQUET_VERSION,
            data_page_version=PAGE_VERSION,
            data_page_size=PAGE_BYTES,
            compression="zstd" if compression == "auto" else compression.upper(),
            store_schema=True,
        )

    def write_batch(writer: Any, batch: Any) -> None:
        writer.write_table(pa.Table.from_batches([batch]), row_group_size=batch.num_rows)

    return _write_batches(batches, open_writer, write_batch)


def write_arrow(
    batches: Iterable[Any],
    schema: Any,
    compression: str,
) -> Iterator[bytes]:
    """Yield the bytes of an Arrow file with *batches*.

    Raise UsageError if Arrow files do not know *compression*.
    """
    is_plain = compression in ("auto", "none")
    if not is_plain and compression not in ARROW_COMPRESSIONS:
        raise UsageError(
            f"Arrow files have no compression {compression!r}: "
            f"expected {', '.join(ARROW_COMPRESSIONS)}.",
            hint="Choose another --compression, or --format parquet.",
        )
    options = pa.ipc.IpcWriteOptions(compression=None if is_plain else compression)

    def open_writer(file: Any) -> Any:
        return pa.ipc.new_file(file, schema, options=options)

    return _write_batches(batches, open_writer, lambda writer, batch: writer.write_batch(batch))


def _write_batches(
    batches: Iterable[Any],
    open_writer: Callable[[Any], Any],
    write_batch: Callable[[Any, Any], None],
) -> Iterator[bytes]:
    """Yield the bytes that a writer writes for *batches*, after each of them."""
    sink = ChunkSink()
    try:
        writer = open_writer(pa.PythonFile(sink, mode="w"))
        for batch in batches:
            write_batch(writer, batch)
            del batch
            # The allocator keeps what it has once taken: tens of megabytes for a row group.
            pa.default_memory_pool().release_unused()
            yield from sink.take()
        writer.close()
    except pa.ArrowException as error:
        raise EmitError(
            f"Cannot write the table: {error}", hint="Choose another --format."
        ) from error
    yield from sink.take()

"""Handler that writes a JSON Lines file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from pytest_fixturegen.errors import PersistError
from pytest_fixturegen.persistence.contract import Batch, BatchWriter, PersistenceContext


def jsonl(context: PersistenceContext, *, path: str) -> Iterator[BatchWriter]:
    """Write each record as a line to *path*, in which ``{model}`` is filled in.

    A batch is on the disk before it counts as delivered. Its receipt is the length of the file
    after it: a resumed run cuts off whatever follows.
    """
    target = Path(path.replace("{model}", context.model))
    with _open_file(target) as file:
        receipt = context.receipt if isinstance(context.receipt, dict) else {}
        truncate_after(file, receipt.get(str(target), 0), target)

        def write(batch: Batch) -> dict[str, int]:
            """Append *batch*, force it to the disk, and return the new length of the file."""
            file.writelines(line + b"\n" for line in batch.lines)
            file.flush()
            os.fsync(file.fileno())
            return {**receipt, str(target): file.tell()}

        yield write


def truncate_after(
    file: BinaryIO,
    length: int,
    path: Path,
) -> None:
    """Cut *file* to its first *length* bytes, which were acknowledged.

    Raises PersistError if the file is shorter than that.
    """
    size = file.seek(0, os.SEEK_END)
    if size < length:
        raise PersistError(
            f"{path} has lost acknowledged records: expected at least {length} bytes, got {size}.",
            hint="Restore the file, or leave out --resume to start over.",
            path=str(path),
        )
    file.seek(length)
    file.truncate()


def _open_file(path: Path) -> BinaryIO:
    """Open *path* for reading and writing, with its content kept, and create its folders.

    Raises PersistError if that is impossible.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("r+b" if path.exists() else "w+b")
    except OSError as error:
        raise PersistError(
            f"{path} cannot be written: {(error.strerror or 'unknown reason').lower()}.",
            hint="Choose another path.",
            path=str(path),
        ) from error

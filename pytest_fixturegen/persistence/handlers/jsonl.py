"""A file of JSON Lines."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from pytest_fixturegen.errors import PersistError
from pytest_fixturegen.persistence.contract import Batch, BatchWriter, PersistenceContext


def jsonl(context: PersistenceContext, *, path: str) -> Iterator[BatchWriter]:
    """Write each record as a line to *path*, in which ``{model}`` is filled in.

    A batch is on the disk before it counts. Its receipt is where it ended: a run that goes on cuts off what came after.
    """
    target = Path(path.replace("{model}", context.model))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        file = target.open("r+b" if target.exists() else "w+b")
    except OSError as error:
        raise PersistError(
            f"{target} cannot be written: {(error.strerror or 'no reason is known').lower()}.",
            hint="Choose another path.",
            path=str(target),
        ) from error
    with file:
        receipt = context.receipt if isinstance(context.receipt, dict) else {}
        truncate_after(file, receipt.get(str(target), 0), target)

        def write(batch: Batch) -> dict[str, int]:
            file.writelines(line + b"\n" for line in batch.lines)
            file.flush()
            os.fsync(file.fileno())
            return {**receipt, str(target): file.tell()}

        yield write


def truncate_after(file: BinaryIO, length: int, path: Path) -> None:
    """Leave the first *length* bytes of *file*, which were acknowledged. Raises PersistError when it has fewer."""
    if file.seek(0, os.SEEK_END) < length:
        raise PersistError(
            f"{path} is shorter than what was acknowledged.",
            hint="Bring it back, or leave out --resume to begin anew.",
            path=str(path),
        )
    file.seek(length)
    file.truncate()

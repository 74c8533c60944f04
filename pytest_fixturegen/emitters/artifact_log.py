"""Log of the outputs that a command would write: the digest and number of records of each."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(slots=True)
class LoggedArtifact:
    """One output: a file, or standard output if *path* is empty.

    *records* and *start*, the index of the first one, are None if the output is not made of
    consecutive records of one model.
    """

    path: str
    models: tuple[str, ...] = ()
    sha256: str = ""
    size: int = 0
    records: int | None = None
    start: int | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the artifact as the lock file shows it."""
        facts: dict[str, Any] = {"path": self.path, "models": list(self.models)}
        if self.records is not None:
            facts["records"] = self.records
        if self.start:
            facts["start"] = self.start
        return {**facts, "bytes": self.size, "sha256": self.sha256}


def format_path(path: Path) -> str:
    """Return *path* relative to the working directory; a URL, which a Path shortens, as it was."""
    return re.sub(r"^(\w{2,}):/(?=[^/])", r"\1://", Path(os.path.relpath(path)).as_posix())


class ArtifactLog:
    """Collects the outputs of a run, which writes nothing if *is_dry*.

    With *keeps_data*, the bytes of each output are kept, by its models.
    """

    def __init__(
        self,
        *,
        keeps_data: bool = False,
        is_dry: bool = True,
    ) -> None:
        self.is_dry = is_dry
        self.artifacts: list[LoggedArtifact] = []
        self.data: dict[tuple[str, ...], bytes] = {}
        self._keeps_data = keeps_data

    def digest(
        self,
        path: Path | None,
        models: Sequence[str],
        chunks: Iterable[bytes],
    ) -> Iterator[bytes]:
        """Yield *chunks*, the output of *models* to *path*, and log it at its end."""
        algorithm = hashlib.sha256()
        size = 0
        kept: list[bytes] = []
        for chunk in chunks:
            algorithm.update(chunk)
            size += len(chunk)
            if self._keeps_data:
                kept.append(chunk)
            yield chunk
        shown = format_path(path) if path else ""
        artifact = LoggedArtifact(shown, tuple(models), algorithm.hexdigest(), size)
        self.artifacts.append(artifact)
        if self._keeps_data:
            self.data[artifact.models] = b"".join(kept)

    def add_range(
        self,
        records: int | None,
        start: int | None = None,
    ) -> None:
        """Note of which records the last output is made."""
        if self.artifacts:
            self.artifacts[-1].records = records
            self.artifacts[-1].start = start

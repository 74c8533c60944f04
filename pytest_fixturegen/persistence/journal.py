"""Journal of acknowledged batches, so that an interrupted run can be resumed.

The first line describes the run. Each batch adds one line of JSON, which is on the disk before the
batch counts as acknowledged. A last line without its end was never acknowledged.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from pytest_fixturegen._internal.atomic_files import write_atomically
from pytest_fixturegen._internal.owned_files import JOURNAL, is_replaceable
from pytest_fixturegen._internal.regular_files import (
    find_real_path,
    open_regular,
    read_regular,
)
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.errors import EmitError, PersistError, UsageError, format_os_error

FORMAT_VERSION = 1
HEADER_KEY = "pfg-journal"
MAX_SHOWN_CHARACTERS = 60
"""Characters of a value that an error shows."""

APPEND_FLAGS = os.O_WRONLY | os.O_APPEND | os.O_CREAT

OTHER_FILE_HINT = "Name another file with --journal."


@dataclass(slots=True)
class Journal:
    """The journal in the open *file* at *path*.

    *schemas* holds a digest of each model's schema, *acknowledged_starts* the starts of each
    model's acknowledged batches, and *receipt* what the last of them returned.
    """

    path: Path
    file: IO[bytes]
    schemas: dict[str, str] = field(default_factory=dict)
    acknowledged_starts: dict[str, set[int]] = field(default_factory=dict)
    receipt: Any = None
    _written_count: int = 0
    _synced_count: int = 0
    _sync_task: asyncio.Future[None] | None = None

    def begin_model(
        self,
        model: str,
        schema: str,
    ) -> set[int]:
        """Return the starts of the acknowledged batches of *model*, whose digest is *schema*.

        Raises UsageError if the journal knows the model with another digest.
        """
        if self.schemas.setdefault(model, schema) != schema:
            raise _build_mismatch_error(self.path, [f"the model {model}"])
        self._append_line({"model": model, "schema": schema})
        return self.acknowledged_starts.setdefault(model, set())

    async def acknowledge(
        self,
        model: str,
        start: int,
        receipt: Any = None,
    ) -> None:
        """Record the batch of *model* at *start*; it is on the disk when this returns."""
        self._append_line({"model": model, "start": start, "receipt": receipt})
        self._written_count += 1
        line_number = self._written_count
        while self._synced_count < line_number:
            self._sync_task = self._sync_task or asyncio.ensure_future(self._sync_file())
            await self._sync_task
        self.acknowledged_starts.setdefault(model, set()).add(start)
        self.receipt = receipt

    def close(self) -> None:
        """Close the file."""
        self.file.close()

    def remove(self) -> None:
        """Close and delete the file, after a run that has nothing left to resume."""
        self.close()
        self.path.unlink(missing_ok=True)

    async def _sync_file(self) -> None:
        """Force all lines written so far to the disk: one call serves all that wait for it."""
        written_count = self._written_count
        try:
            await asyncio.to_thread(os.fsync, self.file.fileno())
        except OSError as error:
            raise _build_file_error(self.path, error) from error
        finally:
            self._sync_task = None
        self._synced_count = written_count

    def _append_line(self, line: Mapping[str, Any]) -> None:
        """Hand *line* to the system, not yet to the disk. Raises PersistError if that fails."""
        try:
            self.file.write(json.dumps(line, default=str).encode() + b"\n")
            self.file.flush()
        except OSError as error:
            raise _build_file_error(self.path, error) from error


def create_journal(path: Path, facts: Mapping[str, Any]) -> Journal:
    """Return a new journal at *path* for a run that *facts* describe; an old one is replaced.

    Raises UsageError if the file is not a journal, and PersistError if it cannot be written.
    """
    if not is_replaceable(path, JOURNAL):
        raise _build_format_error(path)
    header = {HEADER_KEY: FORMAT_VERSION, **facts}
    try:
        text = json.dumps(header, default=str).encode() + b"\n"
        write_atomically(path, [text], is_named=False)
    except EmitError as error:
        raise PersistError(error.message, hint=OTHER_FILE_HINT, path=str(path)) from error
    return Journal(path, _open_for_append(path))


def resume_journal(path: Path, facts: Mapping[str, Any]) -> Journal:
    """Return the journal at *path*, or a new one if the file does not exist.

    Raises UsageError, which lists the differences, if it belongs to a run with other *facts*.
    """
    if not path.exists():
        return create_journal(path, facts)
    try:
        text = read_regular(path)
    except OSError as error:
        raise _build_file_error(path, error) from error
    complete_lines = text[: text.rfind(b"\n") + 1]
    entries = list(_parse_lines(path, complete_lines))
    _require_same_run(path, entries, json.loads(json.dumps(facts, default=str)))
    journal = Journal(path, _open_for_append(path))
    journal.file.truncate(len(complete_lines))
    for entry in entries[1:]:
        _apply_entry(journal, entry)
    return journal


def _apply_entry(journal: Journal, entry: Mapping[str, Any]) -> None:
    """Add *entry*, an acknowledged batch or the schema of a model, to *journal*."""
    if "start" in entry:
        journal.acknowledged_starts.setdefault(entry["model"], set()).add(entry["start"])
        journal.receipt = entry["receipt"]
    else:
        journal.schemas[entry["model"]] = entry["schema"]


def _require_same_run(
    path: Path,
    entries: Sequence[Mapping[str, Any]],
    facts: Mapping[str, Any],
) -> None:
    """Raise UsageError unless the first of *entries* is a header with the same *facts*."""
    if not entries or HEADER_KEY not in entries[0]:
        raise _build_format_error(path)
    header = entries[0]
    differences = []
    for name, value in facts.items():
        recorded = header.get(name)
        if recorded != value:
            values = f"then {_shorten_value(recorded)}, now {_shorten_value(value)}"
            differences.append(f"{name} ({values})")
    if differences:
        raise _build_mismatch_error(path, differences)


def _build_mismatch_error(path: Path, differences: Sequence[str]) -> UsageError:
    """Return the error that the journal is of another run, which lists *differences*."""
    return UsageError(
        f"{path} belongs to a run that differs in {', '.join(differences)}.",
        hint="Repeat the original command to resume it, or leave out --resume to start over.",
        path=str(path),
    )


def _shorten_value(value: Any) -> str:
    """Return *value* as text for an error, without the empty entries of a mapping."""
    if isinstance(value, dict):
        value = {name: part for name, part in value.items() if part not in (None, [], {})}
    text = value if isinstance(value, str) else json.dumps(value)
    return shorten(text, MAX_SHOWN_CHARACTERS)


def _parse_lines(path: Path, text: bytes) -> Iterator[dict[str, Any]]:
    """Yield the object of each line. Raises UsageError for a line that is not a JSON object."""
    for line in text.splitlines():
        try:
            yield dict(json.loads(line))
        except (ValueError, TypeError):
            raise _build_format_error(path) from None


def _open_for_append(path: Path) -> IO[bytes]:
    """Return the open file, which is created if it is missing.

    Raises PersistError if that is impossible.
    """
    try:
        handle = open_regular(find_real_path(path, is_named=False), APPEND_FLAGS)
        return os.fdopen(handle, "ab")
    except OSError as error:
        raise _build_file_error(path, error) from error


def _build_format_error(path: Path) -> UsageError:
    return UsageError(f"{path} is not a journal.", hint=OTHER_FILE_HINT, path=str(path))


def _build_file_error(path: Path, error: OSError) -> PersistError:
    """Return the error that the system refuses to open, write or sync the journal."""
    return PersistError(
        f"The journal {path} cannot be used: {format_os_error(error)}.",
        hint=OTHER_FILE_HINT,
        path=str(path),
    )

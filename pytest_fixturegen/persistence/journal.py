"""Journal of acknowledged batches, so that an interrupted run can be resumed.

The first line describes the run. Each batch adds one line of JSON, which is on the disk before the
batch counts as acknowledged. A last line without its end was never acknowledged.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Iterable, Mapping, Sequence
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
from pytest_fixturegen._internal.text import replace_surrogates, shorten
from pytest_fixturegen.errors import EmitError, PersistError, UsageError, format_os_error

FORMAT_VERSION = 1
HEADER_KEY = "pfg-journal"
MAX_SHOWN_CHARACTERS = 60
"""Characters of a value that an error shows."""

MAX_JOURNAL_BYTES = 100_000_000
"""Bytes of a journal: those of a million batches."""

MAX_DEPTH = 50
"""Nested values of a line: those of a receipt."""

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
            await asyncio.to_thread(
                os.fsync,
                self.file.fileno(),
            )
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
        raise PersistError(
            error.message,
            hint=OTHER_FILE_HINT,
            path=str(path),
        ) from error
    return Journal(path, _open_for_append(path))


def resume_journal(path: Path, facts: Mapping[str, Any]) -> Journal:
    """Return the journal at *path*, or a new one if the file does not exist.

    Raises UsageError, which lists the differences, if it belongs to a run with other *facts*.
    """
    if not path.exists():
        return create_journal(path, facts)
    try:
        text = read_regular(path, MAX_JOURNAL_BYTES)
    except OSError as error:
        raise _build_file_error(path, error) from error
    complete_lines = text[: text.rfind(b"\n") + 1]
    header, *entries = _parse_lines(path, complete_lines)
    _require_same_run(
        path,
        header,
        json.loads(json.dumps(facts, default=str)),
    )
    for number, entry in enumerate(entries, 2):
        _require_entry(path, number, entry)
    journal = Journal(path, _open_for_append(path))
    journal.file.truncate(len(complete_lines))
    for entry in entries:
        _apply_entry(journal, entry)
    return journal


def _require_entry(
    path: Path,
    number: int,
    entry: Mapping[str, Any],
) -> None:
    """Raise UsageError unless *entry*, line *number*, is a batch or the schema of a model."""
    has_model = isinstance(entry.get("model"), str)
    start = entry.get("start")
    is_start = type(start) is int and start >= 0  # type(): a bool is an int, too
    is_batch = is_start and "receipt" in entry
    is_schema = "start" not in entry and isinstance(entry.get("schema"), str)
    if not has_model or not (is_batch or is_schema):
        raise UsageError(
            f"Line {number} of {path} is damaged: expected a model with the start of a batch or "
            f"a schema, got {_shorten_value(dict(entry))}.",
            hint="Leave out --resume to start over, or delete the line if you know its batch.",
            path=str(path),
            line=number,
        )


def _apply_entry(journal: Journal, entry: Mapping[str, Any]) -> None:
    """Add *entry*, an acknowledged batch or the schema of a model, to *journal*."""
    if "start" in entry:
        journal.acknowledged_starts.setdefault(entry["model"], set()).add(entry["start"])
        journal.receipt = entry["receipt"]
    else:
        journal.schemas[entry["model"]] = entry["schema"]


def _require_same_run(
    path: Path,
    header: Mapping[str, Any],
    facts: Mapping[str, Any],
) -> None:
    """Raise UsageError unless *header*, the first line, is one of a run with the same *facts*."""
    if HEADER_KEY not in header:
        raise _build_format_error(path)
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
    return shorten(replace_surrogates(text), MAX_SHOWN_CHARACTERS)


def _parse_lines(path: Path, text: bytes) -> list[dict[str, Any]]:
    """Return the object of each line, at least one.

    Raise UsageError for a line that is not a JSON object, or is nested deeper than a journal's.
    """
    try:
        entries = [json.loads(line) for line in text.split(b"\n")[:-1]]
    except (ValueError, RecursionError):
        raise _build_format_error(path) from None
    has_only_objects = all(isinstance(entry, dict) for entry in entries)
    if not entries or not has_only_objects or any(map(_is_deep, entries)):
        raise _build_format_error(path)
    return entries


def _is_deep(value: Any, depth: int = 0) -> bool:
    """Return whether *value* is nested deeper than what a journal records."""
    if depth > MAX_DEPTH:
        return True
    items: Iterable[Any] = ()
    if isinstance(value, dict):
        items = value.values()
    elif isinstance(value, list):
        items = value
    return any(_is_deep(item, depth + 1) for item in items)


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
    """Return the error that the file at *path* is another file than a journal."""
    return UsageError(
        f"{path} is not a journal.",
        hint=OTHER_FILE_HINT,
        path=str(path),
    )


def _build_file_error(path: Path, error: OSError) -> PersistError:
    """Return the error that the system refuses to open, write or sync the journal."""
    return PersistError(
        f"The journal {path} cannot be used: {format_os_error(error)}.",
        hint=OTHER_FILE_HINT,
        path=str(path),
    )

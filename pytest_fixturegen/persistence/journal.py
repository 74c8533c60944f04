"""What was acknowledged, so that a run that died can go on: one line of JSON for each batch, on the disk before it counts.

The first line says what the run was to deliver. A last line that is torn was never acknowledged.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from pytest_fixturegen._internal.atomic_files import write_atomically
from pytest_fixturegen.errors import PersistError, UsageError, format_os_error

FORMAT_VERSION = 1
HEADER_KEY = "pfg-journal"


@dataclass(slots=True)
class Journal:
    """The journal at *path*, open for more. *schemas*: digests of models; *done*: batches that need no sending again."""

    path: Path
    file: IO[bytes]
    schemas: dict[str, str] = field(default_factory=dict)
    acknowledged_starts: dict[str, set[int]] = field(default_factory=dict)
    receipt: Any = None
    _written_count: int = 0
    _synced_count: int = 0
    _sync_task: asyncio.Future[None] | None = None

    def begin_model(self, model: str, schema: str) -> set[int]:
        """The starts of *model*'s batches that are acknowledged. Raises UsageError when it is another model by now."""
        if self.schemas.setdefault(model, schema) != schema:
            raise _build_mismatch_error(self.path, [f"the model {model}"])
        self._append_line({"model": model, "schema": schema})
        return self.acknowledged_starts.setdefault(model, set())

    async def acknowledge(self, model: str, start: int, receipt: Any = None) -> None:
        """Remember that *model*'s batch from *start* was delivered; it is on the disk when this returns."""
        self._append_line({"model": model, "start": start, "receipt": receipt})
        self._written_count += 1
        mine = self._written_count
        while self._synced_count < mine:
            self._sync_task = self._sync_task or asyncio.ensure_future(self._sync_file())
            await self._sync_task
        self.acknowledged_starts.setdefault(model, set()).add(start)
        self.receipt = receipt

    def close(self) -> None:
        """Let go of the file."""
        self.file.close()

    async def _sync_file(self) -> None:
        """Force to the disk what is written by now: one call for all that were acknowledged meanwhile."""
        written = self._written_count
        try:
            await asyncio.to_thread(os.fsync, self.file.fileno())
        except OSError as error:
            raise _build_file_error(self.path, error) from error
        finally:
            self._sync_task = None
        self._synced_count = written

    def _append_line(self, line: Mapping[str, Any]) -> None:
        try:
            self.file.write(json.dumps(line, default=str).encode() + b"\n")
            self.file.flush()
        except OSError as error:
            raise _build_file_error(self.path, error) from error


def create_journal(path: Path, facts: Mapping[str, Any]) -> Journal:
    """A new journal at *path* for a run that *facts* describe; what was there is forgotten."""
    write_atomically(
        path, [json.dumps({HEADER_KEY: FORMAT_VERSION, **facts}, default=str).encode() + b"\n"]
    )
    return Journal(path, _open_for_append(path))


def resume_journal(path: Path, facts: Mapping[str, Any]) -> Journal:
    """The journal at *path*, or a new one where there is none.

    Raises UsageError when it belongs to another run, and says in what that differs.
    """
    if not path.exists():
        return create_journal(path, facts)
    try:
        text = path.read_bytes()
    except OSError as error:
        raise _build_file_error(path, error) from error
    whole = text[: text.rfind(b"\n") + 1]
    lines = list(_parse_lines(path, whole))
    _require_same_run(path, lines, json.loads(json.dumps(facts, default=str)))
    journal = Journal(path, _open_for_append(path))
    journal.file.truncate(len(whole))
    for line in lines[1:]:
        _apply_line(journal, line)
    return journal


def _apply_line(journal: Journal, line: Mapping[str, Any]) -> None:
    if "start" in line:
        journal.acknowledged_starts.setdefault(line["model"], set()).add(line["start"])
        journal.receipt = line["receipt"]
    else:
        journal.schemas[line["model"]] = line["schema"]


def _require_same_run(path: Path, lines: list[Any], facts: dict[str, Any]) -> None:
    if not lines or HEADER_KEY not in lines[0]:
        raise UsageError(
            f"{path} is no journal.", hint="Name another file with --journal.", path=str(path)
        )
    then = lines[0]
    changed = [name for name in facts if then.get(name) != facts[name]]
    if changed:
        raise _build_mismatch_error(
            path,
            [
                f"{name} (then {_shorten_value(then.get(name))}, now {_shorten_value(facts[name])})"
                for name in changed
            ],
        )


def _build_mismatch_error(path: Path, differences: list[str]) -> UsageError:
    return UsageError(
        f"{path} belongs to a run that differs in {', '.join(differences)}.",
        hint="Resume with the command that was begun, or leave out --resume to begin anew.",
        path=str(path),
    )


def _shorten_value(value: Any) -> str:
    if isinstance(value, dict):
        value = {name: each for name, each in value.items() if each not in (None, [], {})}
    text = value if isinstance(value, str) else json.dumps(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _parse_lines(path: Path, text: bytes) -> Iterator[dict[str, Any]]:
    for line in text.splitlines():
        try:
            yield dict(json.loads(line))
        except (ValueError, TypeError):
            raise UsageError(
                f"{path} is no journal.", hint="Name another file with --journal.", path=str(path)
            ) from None


def _open_for_append(path: Path) -> IO[bytes]:
    try:
        return path.open("ab")
    except OSError as error:
        raise _build_file_error(path, error) from error


def _build_file_error(path: Path, error: OSError) -> PersistError:
    reason = format_os_error(error)
    return PersistError(
        f"The journal {path} cannot be used: {reason}.",
        hint="Name another file with --journal.",
        path=str(path),
    )

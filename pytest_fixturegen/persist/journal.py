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

from pytest_fixturegen.errors import PersistError, UsageError, reason_of
from pytest_fixturegen.files import write_whole

FORMAT = 1
FACTS = "pfg-journal"


@dataclass(slots=True)
class Journal:
    """The journal at *path*, open for more. *schemas*: digests of models; *done*: batches that need no sending again."""

    path: Path
    file: IO[bytes]
    schemas: dict[str, str] = field(default_factory=dict)
    done: dict[str, set[int]] = field(default_factory=dict)
    receipt: Any = None
    _written: int = 0
    _safe: int = 0
    _syncing: asyncio.Future[None] | None = None

    def begin(self, model: str, schema: str) -> set[int]:
        """The starts of *model*'s batches that are acknowledged. Raises UsageError when it is another model by now."""
        if self.schemas.setdefault(model, schema) != schema:
            raise _differs(self.path, [f"the model {model}"])
        self._append({"model": model, "schema": schema})
        return self.done.setdefault(model, set())

    async def acknowledge(self, model: str, start: int, receipt: Any = None) -> None:
        """Remember that *model*'s batch from *start* was delivered; it is on the disk when this returns."""
        self._append({"model": model, "start": start, "receipt": receipt})
        self._written += 1
        mine = self._written
        while self._safe < mine:
            self._syncing = self._syncing or asyncio.ensure_future(self._sync())
            await self._syncing
        self.done.setdefault(model, set()).add(start)
        self.receipt = receipt

    def close(self) -> None:
        """Let go of the file."""
        self.file.close()

    async def _sync(self) -> None:
        """Force to the disk what is written by now: one call for all that were acknowledged meanwhile."""
        written = self._written
        try:
            await asyncio.to_thread(os.fsync, self.file.fileno())
        except OSError as error:
            raise _unusable(self.path, error) from error
        finally:
            self._syncing = None
        self._safe = written

    def _append(self, line: Mapping[str, Any]) -> None:
        try:
            self.file.write(json.dumps(line, default=str).encode() + b"\n")
            self.file.flush()
        except OSError as error:
            raise _unusable(self.path, error) from error


def started(path: Path, facts: Mapping[str, Any]) -> Journal:
    """A new journal at *path* for a run that *facts* describe; what was there is forgotten."""
    write_whole(path, [json.dumps({FACTS: FORMAT, **facts}, default=str).encode() + b"\n"])
    return Journal(path, _opened(path))


def resumed(path: Path, facts: Mapping[str, Any]) -> Journal:
    """The journal at *path*, or a new one where there is none.

    Raises UsageError when it belongs to another run, and says in what that differs.
    """
    if not path.exists():
        return started(path, facts)
    try:
        text = path.read_bytes()
    except OSError as error:
        raise _unusable(path, error) from error
    whole = text[: text.rfind(b"\n") + 1]
    lines = list(_parsed(path, whole))
    _require_same(path, lines, json.loads(json.dumps(facts, default=str)))
    journal = Journal(path, _opened(path))
    journal.file.truncate(len(whole))
    for line in lines[1:]:
        _take(journal, line)
    return journal


def _take(journal: Journal, line: Mapping[str, Any]) -> None:
    if "start" in line:
        journal.done.setdefault(line["model"], set()).add(line["start"])
        journal.receipt = line["receipt"]
    else:
        journal.schemas[line["model"]] = line["schema"]


def _require_same(path: Path, lines: list[Any], facts: dict[str, Any]) -> None:
    if not lines or FACTS not in lines[0]:
        raise UsageError(f"{path} is no journal.", hint="Name another file with --journal.", path=str(path))
    then = lines[0]
    changed = [name for name in facts if then.get(name) != facts[name]]
    if changed:
        raise _differs(path, [f"{name} (then {_short(then.get(name))}, now {_short(facts[name])})" for name in changed])


def _differs(path: Path, changed: list[str]) -> UsageError:
    return UsageError(
        f"{path} belongs to a run that differs in {', '.join(changed)}.",
        hint="Resume with the command that was begun, or leave out --resume to begin anew.",
        path=str(path),
    )


def _short(value: Any) -> str:
    if isinstance(value, dict):
        value = {name: each for name, each in value.items() if each not in (None, [], {})}
    text = value if isinstance(value, str) else json.dumps(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _parsed(path: Path, text: bytes) -> Iterator[dict[str, Any]]:
    for line in text.splitlines():
        try:
            yield dict(json.loads(line))
        except (ValueError, TypeError):
            raise UsageError(f"{path} is no journal.", hint="Name another file with --journal.", path=str(path)) from None


def _opened(path: Path) -> IO[bytes]:
    try:
        return path.open("ab")
    except OSError as error:
        raise _unusable(path, error) from error


def _unusable(path: Path, error: OSError) -> PersistError:
    reason = reason_of(error)
    return PersistError(
        f"The journal {path} cannot be used: {reason}.", hint="Name another file with --journal.", path=str(path)
    )

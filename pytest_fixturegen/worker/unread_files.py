"""The files of a folder that could not be imported, while the models of the others are served."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from pytest_fixturegen.discovery.plain_models import leave_out_plain
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.errors import (
    DiscoveryError,
    FixturegenError,
    UnsafeImportViolation,
    combine_unread,
    rebuild_error,
)
from pytest_fixturegen.worker import frames
from pytest_fixturegen.worker.frames import FILE, Frame, FrameStream

if TYPE_CHECKING:
    from pytest_fixturegen.discovery.ast_scan import ScannedModel


MAX_RESTARTS = 10
"""Files that may end the child: each of them costs the import of all others once more."""

MAX_SLOW_FILES = 2
"""Files among them that may take too long: if there are more, it is the machine that is slow."""

StartJob = Callable[[dict[str, Any]], AbstractContextManager[FrameStream]]
"""A function that starts the job of a request, and returns the context of its frames."""


@dataclass(slots=True)
class UnreadFiles:
    """The *errors* of the files of a folder; *total* is the number of all its files."""

    total: int = 0
    errors: list[FixturegenError] = field(default_factory=list)
    _fatal: list[FixturegenError] = field(default_factory=list)
    _next_file: int = 0
    _slow_files: int = 0
    _is_importing: bool = False

    def add(
        self,
        member: Mapping[str, Any],
        error: FixturegenError,
    ) -> None:
        """Add the *error* of the import of *member*, whose path becomes part of its message."""
        shown = _shorten_path(member["file"])
        error.facts.setdefault("module", member["module"])
        if shown not in error.message:
            error.message = f"{shown}: {error.message}"
        error.facts["file"] = shown
        self.errors.append(error)

    def run(
        self,
        start: StartJob,
        request: dict[str, Any],
    ) -> Generator[Frame, None, None]:
        """Yield the frames of the job of *request*, which *start* starts, as :meth:`collect` does.

        A file whose import ends the child is left out, and the job starts again without it.
        """
        for attempt in range(MAX_RESTARTS + 1):
            try:
                with start(request) as frame_stream:
                    yield from self.collect(frame_stream, request)
                break
            except UnsafeImportViolation as error:
                culprit = self._find_culprit(request)
                self._slow_files += error.facts.get("limit") in ("time", "sleep")
                is_last = attempt == MAX_RESTARTS or self._slow_files > MAX_SLOW_FILES
                if culprit is None or is_last:
                    raise
                self.add(culprit, error)
                self._fatal.append(error)
                request = _leave_out(request, culprit)
        self.total += len(self._fatal)

    def collect(
        self,
        frame_stream: FrameStream,
        request: dict[str, Any],
    ) -> FrameStream:
        """Yield the frames of the job of *request* without those about files, which are kept here.

        If no model is left, the error lists the files.
        """
        members = request["target"].get("members", ())
        self.total, self._next_file, self._is_importing = len(members), 0, bool(members)
        self.errors = list(self._fatal)
        try:
            for tag, payload in frame_stream:
                if tag == FILE:
                    self._add_frame(members, frames.parse_json_object(payload))
                else:
                    self._is_importing = False
                    yield tag, payload
        except DiscoveryError:
            self.total += len(self._fatal)
            self.require_read()
            raise

    def _find_culprit(self, request: dict[str, Any]) -> dict[str, Any] | None:
        """Return the file whose import has ended the child; None if it did something else."""
        from pytest_fixturegen.discovery.folder_models import is_left_out  # only errors need it

        if not self._is_importing:
            return None
        waiting = request["target"]["members"][self._next_file :]
        exclude = request["selection"]["exclude"]
        return next((each for each in waiting if not is_left_out(each["module"], exclude)), None)

    def _add_frame(
        self,
        members: Sequence[Mapping[str, Any]],
        facts: dict[str, Any],
    ) -> None:
        """Add the error in *facts*, if there is one."""
        self._next_file = facts["file"] + 1
        if "error" in facts:
            self.add(members[facts["file"]], rebuild_error(facts["error"]))

    def require_read(self, failures: Sequence[FixturegenError] = ()) -> None:
        """Raise one error that lists the files, if there are any, and *failures* of models."""
        if self.errors:
            ordered = sorted(self.errors, key=lambda error: error.code, reverse=True)
            raise combine_unread(ordered, self.total, failures)


def _leave_out(request: dict[str, Any], culprit: dict[str, Any]) -> dict[str, Any]:
    """Return *request* without the file *culprit* of its folder."""
    target = request["target"]
    members = [member for member in target["members"] if member is not culprit]
    return {**request, "target": {**target, "members": members}}


def scan_target(target: Target, unread: UnreadFiles) -> list[ScannedModel]:
    """Return the models in the source of *target*, without executing it.

    If *target* is a folder, *unread* receives its files that cannot be read. Raise DiscoveryError
    if it is a file that cannot be read.
    """
    from pytest_fixturegen.discovery.ast_scan import scan_models

    if not target.folder:
        return scan_models(target)
    unread.total = len(target.members)
    found: dict[tuple[str, str], ScannedModel] = {}
    for member in target.members:
        try:
            models = scan_models(replace(member, qualname=target.qualname))
        except DiscoveryError as error:
            unread.add(asdict(member), error)
        else:
            found |= {(model.module, model.name): model for model in models}
    return leave_out_plain(list(found.values()))


def _shorten_path(file: str) -> str:
    """Return the path of *file* relative to the working directory, if it is below it."""
    shown = os.path.relpath(file)
    return file if shown.startswith(os.pardir) else shown

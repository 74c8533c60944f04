"""The files of a folder that could not be imported, while the models of the others are served."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from pytest_fixturegen.discovery.plain_models import leave_out_plain
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.errors import (
    DiscoveryError,
    FixturegenError,
    combine_unread,
    rebuild_error,
)
from pytest_fixturegen.worker import frames
from pytest_fixturegen.worker.frames import FILE, FrameStream

if TYPE_CHECKING:
    from pytest_fixturegen.discovery.ast_scan import ScannedModel


@dataclass(slots=True)
class UnreadFiles:
    """The *errors* of the files of a folder; *total* is the number of all its files."""

    total: int = 0
    errors: list[FixturegenError] = field(default_factory=list)

    def add(self, file: str, error: FixturegenError) -> None:
        """Add the *error* of the import of *file*, whose path becomes part of its message."""
        shown = _shorten_path(file)
        if shown not in error.message:
            error.message = f"{shown}: {error.message}"
        error.facts["file"] = shown
        self.errors.append(error)

    def collect(
        self,
        frame_stream: FrameStream,
        request: dict[str, Any],
    ) -> FrameStream:
        """Yield the frames of the job of *request* without those about files, which are kept here.

        If no model is left, the error lists the files.
        """
        files = [member["file"] for member in request["target"].get("members", ())]
        self.total = len(files)
        try:
            for tag, payload in frame_stream:
                if tag == FILE:
                    self._add_frame(files, frames.parse_json_object(payload))
                else:
                    yield tag, payload
        except DiscoveryError:
            self.require_read()
            raise

    def _add_frame(
        self,
        files: Sequence[str],
        facts: dict[str, Any],
    ) -> None:
        """Add the error in *facts*, if there is one."""
        if "error" in facts:
            self.add(files[facts["file"]], rebuild_error(facts["error"]))

    def require_read(self, failures: Sequence[FixturegenError] = ()) -> None:
        """Raise one error that lists the files, if there are any, and *failures* of models."""
        if self.errors:
            raise combine_unread(self.errors, self.total, failures)


def scan_target(target: Target, unread: UnreadFiles) -> list[ScannedModel]:
    """Return the models in the source of *target*; nothing of it is executed.

    *unread* receives the files of a folder that cannot be read. Raise DiscoveryError if *target*,
    which is no folder, cannot be read.
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
            unread.add(member.file, error)
        else:
            found |= {(model.module, model.name): model for model in models}
    return leave_out_plain(list(found.values()))


def _shorten_path(file: str) -> str:
    """Return the path of *file* relative to the working directory, if it is below it."""
    shown = os.path.relpath(file)
    return file if shown.startswith(os.pardir) else shown

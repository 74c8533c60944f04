"""One output of ``pfg gen``, as ``pfg_emit_artifact`` sees it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import EmitError
from pytest_fixturegen.plugins.contracts import WriteChunks


@dataclass(frozen=True, slots=True)
class Artifact:
    """One output of ``pfg gen``, as ``pfg_emit_artifact`` sees it.

    *kind* is ``pytest``, ``json``, ``schema`` or ``overrides``, and *form* the value of ``--emit``.
    *models* are the names of the models, *path* is the file of the output (None: standard output),
    *options* are the options of the command. *tool_version* is the version of pytest-fixturegen,
    *model_digest* changes with the models. *chunks* can be read once: the text of the output, and
    lines of JSON for the kind ``json`` with a form. ``write(path, chunks)`` writes a file
    atomically and returns what the hook may return. *target_path* is the file to write for a hook
    that writes by itself and returns True; with ``--check`` it is a temporary file.
    """

    kind: str
    form: str
    models: tuple[str, ...]
    path: Path | None
    seed: int
    shard: int
    options: Mapping[str, Any]
    chunks: Iterator[bytes]
    write: WriteChunks
    tool_version: str = ""
    model_digest: str = ""
    target_path: Path | None = None

    @property
    def style(self) -> str | None:
        """The style of fixtures: ``functions``, ``factory`` or ``class``; None for other kinds."""
        return self.options.get("style")

    @property
    def scope(self) -> str | None:
        """The scope of fixtures in pytest; None for other kinds."""
        return self.options.get("scope")

    @property
    def return_type(self) -> str | None:
        """The kind of value that fixtures return, ``model`` or ``dict``; None for other kinds."""
        return self.options.get("return_type")

    @property
    def cases(self) -> int | None:
        """The number of values of each fixture; None for other kinds."""
        return self.options.get("cases")

    def records(self) -> Iterator[dict[str, Any]]:
        """Yield the records of the kind ``json``, those of several models one after another.

        Raise EmitError for another kind.
        """
        if self.kind != "json":
            raise EmitError(
                f"gen {self.kind} makes no records.", hint="Read ctx.chunks.", kind=self.kind
            )
        if not self.options.get("jsonl"):
            yield from _list_records(json.loads(b"".join(self.chunks)))
            return
        rest = b""
        for chunk in self.chunks:
            *lines, rest = (rest + chunk).split(b"\n")
            yield from map(json.loads, lines)


def _list_records(document: Any) -> list[dict[str, Any]]:
    """Return the records of an array, of an object of arrays, or the one record of a file."""
    if isinstance(document, list):
        return document
    if all(isinstance(records, list) for records in document.values()):
        return [record for records in document.values() for record in records]
    return [document]

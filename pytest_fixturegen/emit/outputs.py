"""Where outputs go: templates of paths, standard output, and no two things to one place."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from pytest_fixturegen.errors import EmitError, UsageError, nearest
from pytest_fixturegen.files import write_whole
from pytest_fixturegen.frozen import dataclass

if TYPE_CHECKING:
    from pytest_fixturegen.emit.artifacts import Form

STANDARD = "-"


@dataclass(frozen=True, slots=True)
class Written:
    """One output: *path* (None: standard output), and whether it *changed* what was there.

    *difference*: what would change, where that was all that was asked.
    """

    path: Path | None
    changed: bool
    difference: str | None = None


@dataclasses.dataclass(slots=True)
class Outlet:
    """Fills the *template* of a path for each output: only *names* may stand in it. *standard* is what ``-`` stands for.

    *checks*: nothing is written, only compared. *source*: the target's own file, which is no place for an output. A plugin
    may have another *form* for them.
    """

    template: str
    standard: BinaryIO
    names: Sequence[str]
    checks: bool = False
    source: str = ""
    form: Form | None = None
    claimed: dict[Path, tuple[Any, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.checks and self.template == STANDARD:
            raise UsageError("--check compares files, and --out names none.", hint="Name the file with --out.")
        for name in re.findall(r"{([^{}]*)}", self.template):
            if name not in self.names:
                raise UsageError(
                    f"--out names {{{name}}}, which is no part of a path here.",
                    hint=nearest(name, self.names) or "Leave it out.",
                    template=self.template,
                )

    def path(self, what: str, **parts: object) -> Path | None:
        """The path for *what*, with each ``{part}`` filled in; None for standard output.

        Raises EmitError when another output has that path already, or the target itself.
        """
        if self.template == STANDARD:
            return None
        path = Path(re.sub(r"{(\w+)}", lambda match: str(parts[match[1]]), self.template))
        key = (parts.get("place"), parts.get("shard"))
        other = self.claimed.setdefault(path, (key, what))
        if other[0] != key:
            raise self._taken(path, other, (key, what))
        if self.source and path.resolve() == Path(self.source).resolve():
            raise EmitError(f"{path} is the target itself, which would be lost.", hint="Choose another path with --out.")
        return path

    def _taken(self, path: Path, one: tuple[Any, str], other: tuple[Any, str]) -> EmitError:
        name = "model" if one[0][0] != other[0][0] else "shard"
        missing = f"{{{name}}}"
        hint = f"Put {missing} into --out, such as {path.with_stem(path.stem + '-' + missing)}."
        if missing in self.template:
            hint = "Put something between the parts of the path that tells them apart."
        return EmitError(f"{path} would hold both {one[1]} and {other[1]}.", hint=hint, path=str(path))

    def write(self, path: Path | None, chunks: Iterator[bytes], models: Sequence[str], shard: int = 0) -> Written:
        """Put *chunks*, the output of *models*, there; or what a plugin makes of them."""
        return self.put(path, chunks) if self.form is None else self.form.write(self.put, path, chunks, models, shard)

    def put(self, path: Path | None, chunks: Iterable[bytes]) -> Written:
        """Put *chunks* there: into a file whole or not at all, to standard output as they come."""
        if path is None:
            for chunk in chunks:
                self.standard.write(chunk)
                self.standard.flush()
            return Written(None, changed=True)
        if self.checks:
            from pytest_fixturegen.emit.drift import difference_of

            difference = difference_of(path, chunks)
            return Written(path, bool(difference), difference)
        return Written(path, write_whole(path, chunks))

"""Where outputs go: templates of paths, standard output, and no two things to one place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from pytest_fixturegen.errors import EmitError, UsageError, nearest
from pytest_fixturegen.files import write_whole

if TYPE_CHECKING:
    from pytest_fixturegen.emit.artifacts import Form

STANDARD = "-"
NAMES = ("model", "seed", "shard", "index")


@dataclass(frozen=True, slots=True)
class Written:
    """One output: *path* (None: standard output), and whether it *changed* what was there."""

    path: Path | None
    changed: bool


@dataclass(slots=True)
class Outlet:
    """Fills the *template* of a path for each output. *standard* is what ``-`` stands for; a plugin may have a *form*."""

    template: str
    standard: BinaryIO
    claimed: dict[Path, str] = field(default_factory=dict)
    form: Form | None = None

    def __post_init__(self) -> None:
        for name in re.findall(r"{([^{}]*)}", self.template):
            if name not in NAMES:
                raise UsageError(
                    f"--out names {{{name}}}, which is no part of a path.",
                    hint=nearest(name, NAMES),
                    template=self.template,
                )

    def path(self, what: str, **parts: object) -> Path | None:
        """The path for *what*, with each ``{part}`` filled in; None for standard output.

        Raises EmitError when another output has that path already.
        """
        if self.template == STANDARD:
            return None
        path = Path(re.sub(r"{(\w+)}", lambda match: str(parts.get(match[1], match[0])), self.template))
        if path in self.claimed:
            missing = "{model}" if self.claimed[path].partition(" ")[0] != what.partition(" ")[0] else "{shard}"
            raise EmitError(
                f"{path} would hold both {self.claimed[path]} and {what}.",
                hint=f"Put {missing} into --out, such as {path.with_stem(path.stem + '-' + missing)}.",
                path=str(path),
            )
        self.claimed[path] = what
        return path

    def write(self, path: Path | None, chunks: Iterator[bytes], models: Sequence[str], shard: int = 0) -> Written:
        """Put *chunks*, the output of *models*, there; or what a plugin makes of them."""
        return self.put(path, chunks) if self.form is None else self.form.write(self.put, path, chunks, models, shard)

    def put(self, path: Path | None, chunks: Iterable[bytes]) -> Written:
        """Put *chunks* there: into a file whole or not at all, to standard output as they come."""
        if path is not None:
            return Written(path, write_whole(path, chunks))
        self.standard.writelines(chunks)
        self.standard.flush()
        return Written(None, changed=True)

"""Where outputs go: templates of paths, standard output, and no two things to one place."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from pytest_fixturegen._internal.atomic_files import write_atomically
from pytest_fixturegen.errors import EmitError, UsageError, suggest_nearest
from pytest_fixturegen.plugins.contracts import WrittenOutput

if TYPE_CHECKING:
    from pytest_fixturegen.emitters.artifacts import ArtifactForm

STDOUT_MARK = "-"


@dataclasses.dataclass(slots=True)
class Outlet:
    """Fills the *template* of a path for each output: only *names* may stand in it. *standard* is what ``-`` stands for.

    *checks*: nothing is written, only compared. *source*: the target's own file, which is no place for an output. A plugin
    may have another *form* for them.
    """

    template: str
    stdout: BinaryIO
    part_names: Sequence[str]
    is_check: bool = False
    source: str = ""
    form: ArtifactForm | None = None
    claimed_paths: dict[Path, tuple[Any, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.is_check and self.template == STDOUT_MARK:
            raise UsageError(
                "--check compares files, and --out names none.", hint="Name the file with --out."
            )
        for name in re.findall(r"{([^{}]*)}", self.template):
            if name not in self.part_names:
                raise UsageError(
                    f"--out names {{{name}}}, which is no part of a path here.",
                    hint=suggest_nearest(name, self.part_names) or "Leave it out.",
                    template=self.template,
                )

    def claim_path(self, label: str, **parts: object) -> Path | None:
        """The path for *what*, with each ``{part}`` filled in; None for standard output.

        Raises EmitError when another output has that path already, or the target itself.
        """
        if self.template == STDOUT_MARK:
            return None
        path = Path(re.sub(r"{(\w+)}", lambda match: str(parts[match[1]]), self.template))
        key = (parts.get("place"), parts.get("shard"))
        other = self.claimed_paths.setdefault(path, (key, label))
        if other[0] != key:
            raise self._make_clash_error(path, other, (key, label))
        if self.source and path.resolve() == Path(self.source).resolve():
            raise EmitError(
                f"{path} is the target itself, which would be lost.",
                hint="Choose another path with --out.",
            )
        return path

    def _make_clash_error(
        self, path: Path, one: tuple[Any, str], other: tuple[Any, str]
    ) -> EmitError:
        name = "model" if one[0][0] != other[0][0] else "shard"
        missing = f"{{{name}}}"
        hint = f"Put {missing} into --out, such as {path.with_stem(path.stem + '-' + missing)}."
        if missing in self.template:
            hint = "Put something between the parts of the path that tells them apart."
        return EmitError(
            f"{path} would hold both {one[1]} and {other[1]}.", hint=hint, path=str(path)
        )

    def write(
        self, path: Path | None, chunks: Iterator[bytes], models: Sequence[str], shard: int = 0
    ) -> WrittenOutput:
        """Put *chunks*, the output of *models*, there; or what a plugin makes of them."""
        return (
            self.write_chunks(path, chunks)
            if self.form is None
            else self.form.write(self.write_chunks, path, chunks, models, shard)
        )

    def write_chunks(self, path: Path | None, chunks: Iterable[bytes]) -> WrittenOutput:
        """Put *chunks* there: into a file whole or not at all, to standard output as they come."""
        if path is None:
            for chunk in chunks:
                self.stdout.write(chunk)
                self.stdout.flush()
            return WrittenOutput(None, has_changed=True)
        if self.is_check:
            from pytest_fixturegen.emitters.file_diff import diff_file

            difference = diff_file(path, chunks)
            return WrittenOutput(path, bool(difference), difference)
        return WrittenOutput(path, write_atomically(path, chunks))

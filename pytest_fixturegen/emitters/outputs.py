"""Destinations of outputs: path templates, standard output, and checks for clashes."""

from __future__ import annotations

import dataclasses
import os
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from pytest_fixturegen._internal.atomic_files import write_atomically
from pytest_fixturegen._internal.owned_files import OTHER_OUTPUT, FileKind, require_replaceable
from pytest_fixturegen.emitters.data_stream import DataStream
from pytest_fixturegen.errors import EmitError, UsageError, suggest_nearest
from pytest_fixturegen.plugins.contracts import WrittenOutput

if TYPE_CHECKING:
    from pytest_fixturegen.emitters.artifact_log import ArtifactLog
    from pytest_fixturegen.emitters.artifacts import ArtifactForm

STDOUT_MARK = "-"

SHARD_PLACEHOLDERS = ("{shard}", "{number}", "{index}")
"""The placeholders that tell the shards of a model apart."""


def format_shard_parts(shard: int, first_record: int) -> dict[str, object]:
    """Return the parts of a path that depend on the shard, which counts from 0."""
    return {"shard": shard, "number": f"{shard + 1:05}", "index": first_record}


@dataclasses.dataclass(slots=True)
class Outlet:
    """Chooses the path of each output from a *template*, and writes it.

    The template may contain the *part_names* in braces; ``-`` is *stdout*. If *is_check*, outputs
    are only compared with the files. *source* is the file of the target, which must not be
    overwritten, and neither must files of another *kind*. With a *form*, a plugin decides what is
    written. With a *log*, nothing is written: outputs are only logged. If outputs are *raw*,
    standard output gets their bytes as they are.
    """

    template: str
    stdout: BinaryIO
    part_names: Sequence[str]
    is_check: bool = False
    source: str = ""
    form: ArtifactForm | None = None
    kind: FileKind = OTHER_OUTPUT
    log: ArtifactLog | None = None
    raw: bool = False
    claimed_paths: dict[Path, tuple[Any, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Escape control characters on standard output, and raise UsageError if options do not fit.

        That is, if a check has no file to compare, or if the template has an unknown part.
        """
        is_text = self.form is None or not self.form.name
        if is_text and not self.raw:  # a named form of a plugin may be binary
            self.stdout = cast("BinaryIO", DataStream(self.stdout))
        if self.is_check and self.template == STDOUT_MARK:
            raise UsageError(
                "--check compares files, and --out names none.", hint="Name the file with --out."
            )
        for name in re.findall(r"{([^{}]*)}", self.template):
            if name not in self.part_names:
                raise UsageError(
                    f"Unknown part {{{name}}} in --out.",
                    hint=suggest_nearest(name, self.part_names) or "Leave it out.",
                    template=self.template,
                )

    @property
    def is_dry(self) -> bool:
        """Whether nothing is written: no outputs, and no frozen seeds."""
        return self.is_check or (self.log is not None and self.log.is_dry)

    def claim_path(
        self,
        label: str,
        **parts: object,
    ) -> Path | None:
        """Return the path for the output *label* with *parts* filled in; None: standard output.

        Raises EmitError if another output, the target itself, or a file of another kind has it.
        """
        if self.template == STDOUT_MARK:
            return None
        path = self.format_path(**parts)
        key = (parts.get("place"), parts.get("shard"))
        other = self.claimed_paths.setdefault(path, (key, label))
        if other[0] != key:
            raise self._make_clash_error(
                path,
                other,
                (key, label),
            )
        if self._is_source(path):
            raise EmitError(
                f"Cannot write to {path}: it is the target itself.",
                hint="Choose another path with --out.",
            )
        if not self.is_check:
            require_replaceable(path, self.kind, "--out")
        return path

    def format_path(self, **parts: object) -> Path:
        """Return the path with *parts* filled in."""
        return Path(re.sub(r"{(\w+)}", lambda match: str(parts[match[1]]), self.template))

    def is_free(self, path: Path) -> bool:
        """Return whether *path* belongs to no output of this run, and is not the target."""
        return path not in self.claimed_paths and not self._is_source(path)

    def _is_source(self, path: Path) -> bool:
        """Return whether *path* is the file of the target, perhaps by another name."""
        return bool(self.source) and os.path.realpath(path) == os.path.realpath(self.source)

    def _make_clash_error(
        self,
        path: Path,
        one: tuple[Any, str],
        other: tuple[Any, str],
    ) -> EmitError:
        """Return the error that *one* and *other*, pairs of key and label, share *path*.

        The hint names the placeholder that the template lacks.
        """
        (one_key, one_label), (other_key, other_label) = one, other
        name = "model" if one_key[0] != other_key[0] else "shard"
        placeholder = f"{{{name}}}"
        template = Path(self.template)
        example = template.with_stem(f"{template.stem}-{placeholder}")
        hint = f"Put {placeholder} into --out, such as {example}."
        if placeholder in self.template:
            hint = "Put something between the parts of the path that tells them apart."
        return EmitError(
            f"{path} would contain both {one_label} and {other_label}.", hint=hint, path=str(path)
        )

    def write(
        self,
        path: Path | None,
        chunks: Iterator[bytes],
        models: Sequence[str],
        shard: int = 0,
    ) -> WrittenOutput:
        """Write *chunks*, the output of *models*, to *path*, perhaps in the form of a plugin."""
        if self.log is not None:
            chunks = self.log.digest(path, models, chunks)
        if self.form is None:
            return self.write_chunks(path, chunks)
        return self.form.write(
            self.write_chunks,
            path,
            chunks,
            models,
            shard,
        )

    def write_chunks(
        self,
        path: Path | None,
        chunks: Iterable[bytes],
    ) -> WrittenOutput:
        """Write *chunks*: a file is written as a whole, standard output chunk by chunk."""
        if path is None and self.is_dry:
            deque(chunks, maxlen=0)
            return WrittenOutput(None, has_changed=False)
        if path is None:
            for chunk in chunks:
                self.stdout.write(chunk)
                self.stdout.flush()
            return WrittenOutput(None, has_changed=True)
        if self.is_check:
            from pytest_fixturegen.emitters.file_diff import compare_file, diff_file

            difference = compare_file(path, chunks) if self.raw else diff_file(path, chunks)
            return WrittenOutput(path, bool(difference), difference)
        is_named = path == Path(self.template)
        return WrittenOutput(path, write_atomically(path, chunks, is_named=is_named))

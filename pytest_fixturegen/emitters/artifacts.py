"""Outputs of ``pfg gen`` that a plugin may write."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.import_strings import search_folders
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.errors import EmitError, FixturegenError, UsageError
from pytest_fixturegen.plugins.artifact import Artifact
from pytest_fixturegen.plugins.artifact_plugins import ARTIFACT_HOOK
from pytest_fixturegen.plugins.contracts import WriteChunks, WrittenOutput

HOOK_KINDS = {"fixtures": "pytest"}
"""Subcommands that have another name in the hook."""


class RereadChunks:
    """Chunks that can be read again from their start, until :meth:`release` is called."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._read: list[bytes] = []

    def iterate(self) -> Iterator[bytes]:
        """Yield all chunks from the first one on."""
        yield from self._read
        for chunk in self._chunks:
            self._read.append(chunk)
            yield chunk

    def release(self) -> Iterator[bytes]:
        """Yield all chunks for the last time, without keeping them."""
        while self._read:
            yield self._read.pop(0)
        yield from self._chunks

    def skip(self) -> None:
        """Read what nobody has read: the next output comes after it."""
        for _ in self._chunks:
            pass


class OutputRecorder:
    """Writes through *write_chunks*, and remembers the last result."""

    def __init__(self, write_chunks: WriteChunks) -> None:
        self._write_chunks = write_chunks
        self.last: WrittenOutput | None = None

    def write(
        self,
        path: Path | None,
        chunks: Iterable[bytes],
    ) -> WrittenOutput:
        """Write *chunks* to *path*."""
        self.last = self._write_chunks(path, chunks)
        return self.last


@dataclass(frozen=True, slots=True)
class ArtifactForm:
    """The form *name* for the outputs of ``pfg gen`` of *kind*; if empty, plugins may decline.

    A plugin that is installed, or one of *plugin_names*, which may be in *folders*, writes it.
    *digests* are those of the models by name, and are filled as models are announced.
    """

    kind: str
    name: str
    plugin_names: tuple[str, ...]
    seed: int
    options: Mapping[str, Any]
    digests: dict[str, str]
    folders: tuple[Path, ...] = ()

    @property
    def hook_kinds(self) -> tuple[str, ...]:
        """The kinds by which plugins are asked in turn.

        With a form, plugins of earlier versions know fixtures by the name of the subcommand.
        """
        hook_kind = HOOK_KINDS.get(self.kind, self.kind)
        return (self.kind, hook_kind) if self.name and hook_kind != self.kind else (hook_kind,)

    def write(
        self,
        write_chunks: WriteChunks,
        path: Path | None,
        chunks: Iterator[bytes],
        models: Sequence[str],
        shard: int,
    ) -> WrittenOutput:
        """Let a plugin write *chunks* through *write_chunks*, or write them if all decline.

        Raises UsageError if no plugin writes the form, EmitError if a plugin fails.
        """
        reread = RereadChunks(chunks)
        recorder = OutputRecorder(write_chunks)
        with _choose_target(path, is_check=bool(self.options.get("check"))) as target_path:
            artifact = partial(
                Artifact,
                form=self.name,
                models=tuple(models),
                path=path,
                seed=self.seed,
                shard=shard,
                options=MappingProxyType(dict(self.options)),
                write=recorder.write,
                tool_version=version("pytest-fixturegen"),
                model_digest=self._combine_digests(models),
                target_path=target_path,
            )
            written = self._ask_plugins(artifact, reread, recorder)
        if written is None:
            return write_chunks(path, reread.release())
        reread.skip()
        return written

    def _combine_digests(self, models: Sequence[str]) -> str:
        """Return the digest of *models*, or an empty text if the child sent none."""
        digests = "".join(self.digests.get(name, "") for name in models)
        return hashlib.sha256(digests.encode()).hexdigest() if digests else ""

    def _ask_plugins(
        self,
        build_artifact: partial[Artifact],
        reread: RereadChunks,
        recorder: OutputRecorder,
    ) -> WrittenOutput | None:
        """Return the output of the first plugin that answers; None if all decline.

        Raises UsageError if the user asked for a form: a plugin declines a form that it does not
        know with None or False.
        """
        from pytest_fixturegen.plugins import manager

        plugins = manager.get_manager(self.plugin_names, self.folders)
        hooks = manager.list_implementations(plugins, ARTIFACT_HOOK)
        for kind in self.hook_kinds:
            for hook in hooks:
                artifact = build_artifact(kind=kind, chunks=reread.iterate())
                before = _read_digest(artifact.target_path)
                with search_folders(self.folders, *self.plugin_names):
                    answer = manager.call_hook(
                        hook,
                        ARTIFACT_HOOK,
                        EmitError,
                        kind=kind,
                        ctx=artifact,
                    )
                if answer is None or answer is False:
                    continue
                accept = partial(
                    _accept_answer, hook.plugin_name, answer, artifact, recorder.last, before
                )
                return manager.call_for_plugin(
                    hook.plugin_name,
                    ARTIFACT_HOOK,
                    accept,
                    EmitError,
                )
        if not self.name:
            return None
        names = ", ".join(hook.plugin_name for hook in hooks) or "none"
        raise UsageError(
            f"No plugin writes gen {self.kind} as {self.name!r}.",
            hint=f"Plugins that add forms: {names}. 'pfg plugin list' shows all.",
            form=self.name,
        )


@contextmanager
def _choose_target(path: Path | None, *, is_check: bool) -> Iterator[Path | None]:
    """Yield the file that a plugin writes by itself: *path*, or a temporary one for a check."""
    if path is None:
        yield None
    elif is_check:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder) / path.name
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield path


def _read_digest(path: Path | None) -> str:
    """Return the SHA-256 digest of the file at *path*, or "" if the file does not exist."""
    if path is None or not path.is_file():
        return ""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _accept_answer(
    plugin: str,
    answer: Any,
    artifact: Artifact,
    recorded: WrittenOutput | None,
    digest_before: str,
) -> WrittenOutput:
    """Return the output that *plugin* wrote, or write the chunks that it answered.

    The answer True says that the plugin has written it: *recorded* if by ``ctx.write``.
    """
    if isinstance(answer, WrittenOutput):
        return answer
    if answer is True:
        return recorded or _inspect_target(artifact, digest_before)
    if isinstance(answer, str | bytes) or not isinstance(answer, Iterable):
        raise _make_unfit_error(plugin, answer)
    return artifact.write(artifact.path, _iterate_chunks(plugin, answer))


def _inspect_target(artifact: Artifact, digest_before: str) -> WrittenOutput:
    """Return the output that a plugin wrote by itself; without a path if it lies elsewhere."""
    target_path = artifact.target_path
    if target_path is None or not target_path.is_file():
        return WrittenOutput(None, has_changed=True)
    if target_path != artifact.path:  # a check: the file is compared, not written
        return artifact.write(
            artifact.path,
            [target_path.read_bytes()],
        )
    return WrittenOutput(target_path, _read_digest(target_path) != digest_before)


def _iterate_chunks(plugin: str, answer: Iterable[Any]) -> Iterator[bytes]:
    """Yield the chunks of *answer*.

    An OSError of the plugin is translated here, or it would look like a failure to write.
    """
    from pytest_fixturegen.plugins.manager import build_plugin_error

    try:
        for chunk in answer:
            if not isinstance(chunk, bytes):
                raise _make_unfit_error(plugin, chunk)
            yield chunk
    except OSError as error:
        raise build_plugin_error(plugin, error, ARTIFACT_HOOK, EmitError) from error


def _make_unfit_error(plugin: str, answer: Any) -> FixturegenError:
    """Return the error for an *answer* that is neither bytes nor a written output."""
    return EmitError(
        f"The plugin {plugin!r} answered {ARTIFACT_HOOK} with {shorten(repr(answer), 60)}: "
        "expected chunks of bytes.",
        hint="Return True, chunks of bytes, or what ctx.write returned.",
        plugin=plugin,
        hook=ARTIFACT_HOOK,
    )

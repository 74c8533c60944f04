"""What ``pfg gen`` makes in a form that a plugin writes, where ``--emit`` asks for one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import EmitError, FixturegenError, UsageError
from pytest_fixturegen.plugins.contracts import Artifact, WriteChunks, WrittenOutput

ARTIFACT_HOOK = "pfg_emit_artifact"


@dataclass(frozen=True, slots=True)
class ArtifactForm:
    """The form *name* of what ``pfg gen`` of *kind* makes: one of the plugins that are installed or *named* writes it."""

    kind: str
    name: str
    plugin_names: tuple[str, ...]
    seed: int
    options: Mapping[str, Any]

    def write(
        self,
        write_chunks: WriteChunks,
        path: Path | None,
        chunks: Iterator[bytes],
        models: Sequence[str],
        shard: int,
    ) -> WrittenOutput:
        """*chunks*, written by a plugin through *put*. Raises UsageError for a form that no plugin writes, EmitError for a
        plugin that fails.
        """
        options = MappingProxyType(dict(self.options))
        written = self._ask_plugins(
            Artifact(
                self.kind,
                self.name,
                tuple(models),
                path,
                self.seed,
                shard,
                options,
                chunks,
                write_chunks,
            )
        )
        for _ in chunks:  # which the plugin had no use for: the next output comes after them
            pass
        return written

    def _ask_plugins(self, artifact: Artifact) -> WrittenOutput:
        from pytest_fixturegen.plugins import manager

        found = manager.list_implementations(manager.get_manager(self.plugin_names), ARTIFACT_HOOK)
        for each in found:
            answer = manager.call_hook(each, ARTIFACT_HOOK, EmitError, kind=self.kind, ctx=artifact)
            if answer is not None:
                return manager.call_for_plugin(
                    each.plugin_name,
                    ARTIFACT_HOOK,
                    partial(_write_answer, each.plugin_name, answer, artifact),
                    EmitError,
                )
        names = ", ".join(each.plugin_name for each in found) or "none is there"
        raise UsageError(
            f"No plugin writes gen {self.kind} as {self.name!r}.",
            hint=f"Plugins that write forms of their own: {names}. 'pfg plugin list' shows all.",
            form=self.name,
        )


def _write_answer(plugin: str, answer: Any, artifact: Artifact) -> WrittenOutput:
    """What came of a plugin's *answer*: what it has written, or bytes that are written now."""
    if isinstance(answer, WrittenOutput):
        return answer
    if isinstance(answer, str | bytes) or not isinstance(answer, Iterable):
        raise _make_unfit_error(plugin, answer)
    return artifact.write(artifact.path, _iterate_chunks(plugin, answer))


def _iterate_chunks(plugin: str, answer: Iterable[Any]) -> Iterator[bytes]:
    """*answer*, chunk for chunk. An OSError of the plugin's own is no failure to write."""
    from pytest_fixturegen.plugins.manager import build_plugin_error

    try:
        for chunk in answer:
            if not isinstance(chunk, bytes):
                raise _make_unfit_error(plugin, chunk)
            yield chunk
    except OSError as error:
        raise build_plugin_error(plugin, error, ARTIFACT_HOOK, EmitError) from error


def _make_unfit_error(plugin: str, answer: Any) -> FixturegenError:
    words = f"The plugin {plugin!r} answered {ARTIFACT_HOOK} with {answer!r:.60}, which is nothing to write."
    return EmitError(
        words,
        hint="Give chunks of bytes, or what ctx.write gave.",
        plugin=plugin,
        hook=ARTIFACT_HOOK,
    )

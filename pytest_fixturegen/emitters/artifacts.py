"""Outputs of ``pfg gen --emit``, whose form a plugin writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.errors import EmitError, FixturegenError, UsageError
from pytest_fixturegen.plugins.contracts import Artifact, WriteChunks, WrittenOutput

ARTIFACT_HOOK = "pfg_emit_artifact"


@dataclass(frozen=True, slots=True)
class ArtifactForm:
    """The form *name* for the outputs of ``pfg gen`` of *kind*.

    A plugin that is installed, or one of *plugin_names*, writes it.
    """

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
        """Let a plugin write *chunks* through *write_chunks*.

        Raises UsageError if no plugin writes the form, EmitError if a plugin fails.
        """
        artifact = Artifact(
            kind=self.kind,
            form=self.name,
            models=tuple(models),
            path=path,
            seed=self.seed,
            shard=shard,
            options=MappingProxyType(dict(self.options)),
            chunks=chunks,
            write=write_chunks,
        )
        written = self._ask_plugins(artifact)
        for _ in chunks:  # what the plugin did not read: the next output comes after it
            pass
        return written

    def _ask_plugins(self, artifact: Artifact) -> WrittenOutput:
        """Return the output of the first plugin that answers.

        Raises UsageError if none does: a plugin declines a form that it does not know with None.
        """
        from pytest_fixturegen.plugins import manager

        plugins = manager.get_manager(self.plugin_names)
        hooks = manager.list_implementations(plugins, ARTIFACT_HOOK)
        for hook in hooks:
            answer = manager.call_hook(
                hook,
                ARTIFACT_HOOK,
                EmitError,
                kind=self.kind,
                ctx=artifact,
            )
            if answer is not None:
                write_answer = partial(
                    _write_answer,
                    hook.plugin_name,
                    answer,
                    artifact,
                )
                return manager.call_for_plugin(
                    hook.plugin_name, ARTIFACT_HOOK, write_answer, EmitError
                )
        names = ", ".join(hook.plugin_name for hook in hooks) or "none"
        raise UsageError(
            f"No plugin writes gen {self.kind} as {self.name!r}.",
            hint=f"Plugins that add forms: {names}. 'pfg plugin list' shows all.",
            form=self.name,
        )


def _write_answer(
    plugin: str,
    answer: Any,
    artifact: Artifact,
) -> WrittenOutput:
    """Return the output that *plugin* wrote, or write the chunks that it answered."""
    if isinstance(answer, WrittenOutput):
        return answer
    if isinstance(answer, str | bytes) or not isinstance(answer, Iterable):
        raise _make_unfit_error(plugin, answer)
    return artifact.write(artifact.path, _iterate_chunks(plugin, answer))


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
        hint="Return chunks of bytes, or what ctx.write returned.",
        plugin=plugin,
        hook=ARTIFACT_HOOK,
    )

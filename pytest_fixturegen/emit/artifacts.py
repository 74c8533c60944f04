"""What ``pfg gen`` makes in a form that a plugin writes, where ``--emit`` asks for one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pytest_fixturegen.emit.outputs import Written
from pytest_fixturegen.errors import EmitError, FixturegenError, UsageError
from pytest_fixturegen.frozen import dataclass

HOOK = "pfg_emit_artifact"
Put = Callable[[Path | None, Iterable[bytes]], Written]


@dataclass(frozen=True, slots=True)
class Artifact:
    """One output to be: the *kind* of ``pfg gen`` and the *form* that is asked for; the names of its *models*; its *path*,
    filled in (None: standard output), the *seed* and the *shard*; the *options* of the command; its *chunks*, which are
    read once: lines of JSON for the kind ``json``, else the text that would be written; and *write*.

    ``write(path, chunks)`` puts bytes there, whole or not at all, and gives what the hook may return.
    """

    kind: str
    form: str
    models: tuple[str, ...]
    path: Path | None
    seed: int
    shard: int
    options: Mapping[str, Any]
    chunks: Iterator[bytes]
    write: Put

    def records(self) -> Iterator[dict[str, Any]]:
        """The records, one at a time, of the kind ``json``: mappings for models. Raises EmitError for another kind."""
        if self.kind != "json":
            raise EmitError(f"gen {self.kind} makes no records.", hint="Read ctx.chunks.", kind=self.kind)
        rest = b""
        for chunk in self.chunks:
            *lines, rest = (rest + chunk).split(b"\n")
            yield from map(json.loads, lines)


@dataclass(frozen=True, slots=True)
class Form:
    """The form *name* of what ``pfg gen`` of *kind* makes: one of the plugins that are installed or *named* writes it."""

    kind: str
    name: str
    named: tuple[str, ...]
    seed: int
    options: Mapping[str, Any]

    def write(self, put: Put, path: Path | None, chunks: Iterator[bytes], models: Sequence[str], shard: int) -> Written:
        """*chunks*, written by a plugin through *put*. Raises UsageError for a form that no plugin writes, EmitError for a
        plugin that fails.
        """
        options = MappingProxyType(dict(self.options))
        written = self._asked(Artifact(self.kind, self.name, tuple(models), path, self.seed, shard, options, chunks, put))
        for _ in chunks:  # which the plugin had no use for: the next output comes after them
            pass
        return written

    def _asked(self, artifact: Artifact) -> Written:
        from pytest_fixturegen import plugins

        found = plugins.implementations(plugins.manager(self.named), HOOK)
        for each in found:
            answer = plugins.called(each, HOOK, EmitError, kind=self.kind, ctx=artifact)
            if answer is not None:
                return plugins.called_by(
                    each.plugin_name, HOOK, partial(_written, each.plugin_name, answer, artifact), EmitError
                )
        names = ", ".join(each.plugin_name for each in found) or "none is there"
        raise UsageError(
            f"No plugin writes gen {self.kind} as {self.name!r}.",
            hint=f"Plugins that write forms of their own: {names}. 'pfg plugin list' shows all.",
            form=self.name,
        )


def _written(plugin: str, answer: Any, artifact: Artifact) -> Written:
    """What came of a plugin's *answer*: what it has written, or bytes that are written now."""
    if isinstance(answer, Written):
        return answer
    if isinstance(answer, str | bytes) or not isinstance(answer, Iterable):
        raise _unfit(plugin, answer)
    return artifact.write(artifact.path, _bytes(plugin, answer))


def _bytes(plugin: str, answer: Iterable[Any]) -> Iterator[bytes]:
    """*answer*, chunk for chunk. An OSError of the plugin's own is no failure to write."""
    from pytest_fixturegen.plugins import failed

    try:
        for chunk in answer:
            if not isinstance(chunk, bytes):
                raise _unfit(plugin, chunk)
            yield chunk
    except OSError as error:
        raise failed(plugin, error, HOOK, EmitError) from error


def _unfit(plugin: str, answer: Any) -> FixturegenError:
    words = f"The plugin {plugin!r} answered {HOOK} with {answer!r:.60}, which is nothing to write."
    return EmitError(words, hint="Give chunks of bytes, or what ctx.write gave.", plugin=plugin, hook=HOOK)

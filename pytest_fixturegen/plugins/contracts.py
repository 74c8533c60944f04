"""The data that plugins and this package exchange in hooks.

The module imports nothing that a hook's caller defines, so hook specifications, planning and
emitters can all import it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field as declare_field
from dataclasses import replace
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import EmitError, get_field_of_path


@dataclass(frozen=True, slots=True)
class Strategy:
    """The decision how one place of a record is filled.

    *path* is the place, *provider* fills it, and *reason* says why that provider was chosen.
    *model* is the name of the class that holds the place. *plugin* is the name of the plugin that
    decided, or empty. *settings* are the settings of the field, with the keys of an override.
    *rule* is the name of the planning rule that decided, see ``docs/engine.md``.
    """

    path: str
    provider: str
    reason: str
    model: str = ""
    plugin: str = ""
    settings: Mapping[str, Any] = declare_field(default_factory=dict, compare=False)
    rule: str = ""

    def with_settings(self, **settings: Any) -> Strategy:
        """Return a copy with more *settings*, which are those of an override: ``value``, ..."""
        return replace(self, settings={**self.settings, **settings})

    @property
    def field(self) -> str:
        """The place within its model: ``tags.*`` for the items of a list."""
        return get_field_of_path(self.path)


@dataclass(frozen=True, slots=True)
class FieldFacts:
    """A field as ``pfg_modify_strategy`` sees it.

    *kind* names the kind of value (``str``, ``datetime``, ``list``, ``EmailStr``, the name of a
    model). *nullable* fields may be None. *rules* are the constraints of the values, such as
    ``{"max_length": 20}``.
    """

    name: str
    alias: str
    kind: str
    required: bool
    nullable: bool
    default: Any
    examples: tuple[Any, ...]
    rules: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class WrittenOutput:
    """The result of writing one output.

    *path* is None for standard output. *has_changed* says whether the content is new.
    *difference* is the diff, if the output was only compared. *is_removed* marks a file that this
    run does not write and an earlier run left.
    """

    path: Path | None
    has_changed: bool
    difference: str | None = None
    is_removed: bool = False


WriteChunks = Callable[[Path | None, Iterable[bytes]], WrittenOutput]


@dataclass(frozen=True, slots=True)
class Artifact:
    """One output of ``pfg gen``, as ``pfg_emit_artifact`` sees it.

    *kind* is the subcommand (``json``, ``schema``, ...) and *form* the value of ``--emit``.
    *models* are the names of the models, *path* is the file to write (None: standard output),
    *options* are the options of the command. *chunks* can be read once: lines of JSON for the kind
    ``json``, otherwise the text of the output. ``write(path, chunks)`` writes a file atomically and
    returns what the hook may return.
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

    def records(self) -> Iterator[dict[str, Any]]:
        """Yield the records of the kind ``json``. Raise EmitError for another kind."""
        import json

        if self.kind != "json":
            raise EmitError(
                f"gen {self.kind} makes no records.", hint="Read ctx.chunks.", kind=self.kind
            )
        rest = b""
        for chunk in self.chunks:
            *lines, rest = (rest + chunk).split(b"\n")
            yield from map(json.loads, lines)

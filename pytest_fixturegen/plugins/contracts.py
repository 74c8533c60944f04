"""The data that plugins and this package exchange in hooks.

The module imports nothing that a hook's caller defines, so hook specifications, planning and
emitters can all import it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field as declare_field
from dataclasses import replace
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import get_field_of_path


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

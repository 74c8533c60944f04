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
class FieldConstraints:
    """The constraints of a field; None means unconstrained.

    *min_items*, *max_items* and *unique_items* are those of collections, the others those of
    values, with the meaning of Pydantic's ``Field``.
    """

    ge: Any = None
    gt: Any = None
    le: Any = None
    lt: Any = None
    multiple_of: Any = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    decimal_places: int | None = None
    max_digits: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False


class ProviderRef(str):
    """The name of a provider, with its *opts*: the settings of the field."""

    opts: Mapping[str, Any]

    def __new__(
        cls,
        name: str,
        opts: Mapping[str, Any],
    ) -> ProviderRef:
        """Return the text *name* with *opts*."""
        self = super().__new__(cls, name)
        self.opts = opts
        return self

    @property
    def name(self) -> str:
        """The name as plain text."""
        return str(self)


@dataclass(frozen=True, slots=True)
class ChoicePolicies:
    """How a member of a *union*, and of an *enum* or Literal, is chosen."""

    union: str = "random"
    enum: str = "random"


@dataclass(frozen=True, slots=True)
class Strategy:
    """The decision how one place of a record is filled.

    *path* is the place, *provider* fills it, and *reason* says why that provider was chosen.
    *model* is the name of the class that holds the place. *plugin* is the name of the plugin that
    decided, or empty. *settings* are the settings of the field, with the keys of an override.
    *rule* is the name of the planning rule that decided, see ``docs/engine.md``.

    The strategies that ``pfg_modify_strategy`` receives also have the *type* of the field, its
    *constraints*, the chance *p_none* that it is None, and the *policy* of choices; their
    *provider* is a `ProviderRef`.
    """

    path: str
    provider: str
    reason: str
    model: str = ""
    plugin: str = ""
    settings: Mapping[str, Any] = declare_field(default_factory=dict, compare=False)
    rule: str = ""
    type: Any = declare_field(default=None, compare=False)
    constraints: FieldConstraints = declare_field(default=FieldConstraints(), compare=False)
    p_none: float = declare_field(default=0.0, compare=False)
    policy: ChoicePolicies = declare_field(default=ChoicePolicies(), compare=False)

    def with_settings(self, **settings: Any) -> Strategy:
        """Return a copy with more *settings*, which are those of an override: ``value``, ..."""
        return replace(self, settings={**self.settings, **settings})

    @property
    def field(self) -> str:
        """The place within its model: ``tags.*`` for the items of a list."""
        return get_field_of_path(self.path)


class FieldFacts(str):
    """A field as ``pfg_modify_strategy`` sees it: its name, with facts as attributes.

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

    def __new__(  # noqa: PLR0913 - one argument for each fact
        cls,
        name: str,
        *,
        alias: str,
        kind: str,
        required: bool,
        nullable: bool,
        default: Any,
        examples: tuple[Any, ...],
        rules: Mapping[str, Any],
    ) -> FieldFacts:
        """Return the text *name* with the facts."""
        self = super().__new__(cls, name)
        self.name, self.alias, self.kind = name, alias, kind
        self.required, self.nullable, self.default = required, nullable, default
        self.examples, self.rules = examples, rules
        return self


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

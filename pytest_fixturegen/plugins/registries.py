"""The registries that plugins fill: callables by name, providers by type and field name."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import ConfigError

BUILTIN = "builtin"
"""The owner of everything that this package registers itself."""


UNITS = "units"
"""The name of the domain of the units that plugins register."""


@dataclasses.dataclass(slots=True)
class Registry:
    """Dotted paths by name. *owners* holds the plugin that registered each name."""

    paths: dict[str, str] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    owner: str = BUILTIN

    def add(
        self,
        name: str,
        path: str,
    ) -> None:
        """Register *name* for the callable at *path*, such as ``pkg.module:callable``.

        Raises:
            ConfigError: If *path* is not a dotted path, or *name* is taken.
        """
        if not isinstance(path, str) or ":" not in path:
            message = (
                f"The plugin {self.owner!r} registers {name!r} for {path!r}: "
                "expected a dotted path."
            )
            raise ConfigError(message, hint="Write pkg.module:callable.", plugin=self.owner)
        if name in self.paths:
            raise build_conflict_error(
                self.owner,
                f"the name {name!r}",
                self.owners[name],
            )
        self.paths[name] = path
        self.owners[name] = self.owner


@dataclass(frozen=True, slots=True)
class ProviderEntry:
    """The *provider* (a dotted path or a function) of the plugin *owner* for *key*.

    The key is a type, or the name of a field with its kind of value.
    """

    key: Any
    provider: Any
    owner: str


@dataclasses.dataclass(slots=True)
class Providers:
    """The providers of plugins: by type, and by field name and kind of value; and domains."""

    types: dict[Any, ProviderEntry] = field(default_factory=dict)
    names: dict[tuple[str, str], ProviderEntry] = field(default_factory=dict)
    domains: dict[str, dict[str, Any]] = field(default_factory=dict)
    owner: str = BUILTIN

    def add(
        self,
        kind: Any,
        provider: Any,
    ) -> None:
        """Register *provider*, such as ``pkg.module:function``, for values of *kind*.

        *kind* is a type, or the dotted path ``pkg.module:Name`` of one.

        Raises:
            ConfigError: If the type is taken or is not a class that models know.
        """
        if hasattr(kind, "__supertype__"):
            hint = "Use Annotated with a validator, or a class; or add the names of its fields."
            raise ConfigError(
                f"The plugin {self.owner!r} serves the NewType {kind.__name__}: "
                "expected a class, since models do not know NewTypes.",
                hint=hint,
            )
        if isinstance(kind, str) and ":" not in kind:
            raise ConfigError(
                f"The plugin {self.owner!r} serves {kind!r}: expected a type.",
                hint="Give the type itself, or pkg.module:Name.",
                plugin=self.owner,
            )
        description = f"a provider of {getattr(kind, '__name__', kind)}"
        self._register_provider(
            self.types,
            kind,
            provider,
            description,
        )

    def add_name(
        self,
        name: str,
        provider: Any,
        kinds: str = "str",
    ) -> None:
        """Register *provider* for fields called *name* (in snake case).

        *kinds* lists the kinds of values, separated by spaces, such as ``str int``.
        """
        for kind in kinds.split():
            description = f"a provider of fields called {name!r}"
            self._register_provider(
                self.names,
                (name, kind),
                provider,
                description,
            )

    def add_domain(
        self,
        name: str,
        settings: Mapping[str, Any],
    ) -> None:
        """Register the domain *name*, with the *settings* of an entry of the option ``domains``.

        Raises:
            ConfigError: If another plugin has registered the domain.
        """
        if name in self.domains:
            raise build_conflict_error(self.owner, f"the domain {name!r}", "another plugin")
        self.domains[name] = dict(settings)

    def add_unit(
        self,
        name: str,
        low: float,
        high: float,
        *,
        median: float | None = None,
        places: int = 0,
    ) -> None:
        """Register the range of numbers called *name*, or whose name ends with it.

        Half of the numbers are below *median*, the middle if it is None. They have *places* decimal
        places, from 0 to 9.
        """
        middle = (low + high) / 2 if median is None else median
        number = {
            "low": low,
            "median": middle,
            "high": high,
            "places": places,
        }
        units = self.domains.setdefault(
            UNITS,
            {"everywhere": True, "names": {}},
        )
        units["names"][name] = number

    def _register_provider(
        self,
        entries: dict[Any, ProviderEntry],
        key: Any,
        provider: Any,
        description: str,
    ) -> None:
        """Add *provider* to *entries*.

        Raises ConfigError if another plugin has registered *key* before.
        """
        if key in entries:
            raise build_conflict_error(
                self.owner,
                description,
                entries[key].owner,
            )
        entries[key] = ProviderEntry(
            key,
            provider,
            self.owner,
        )


def build_conflict_error(
    name: str,
    description: str,
    owner: str,
) -> ConfigError:
    """Return the error that plugin *name* registers what *owner* has registered before."""
    return ConfigError(
        f"The plugin {name!r} registers {description}, which {owner!r} registered before.",
        hint="Uninstall one of them, or let one use another name.",
        plugin=name,
    )

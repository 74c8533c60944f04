"""The one plugin manager; it names the plugin that failed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points

import pluggy

from pytest_fixturegen import builtin, hookspecs
from pytest_fixturegen.errors import ConfigError

BUILTIN = "builtin"


@dataclass(slots=True)
class Registry:
    """Dotted paths by name, and the *owner* of each: the plugin that gave it."""

    paths: dict[str, str] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    owner: str = BUILTIN

    def add(self, name: str, path: str) -> None:
        """Let *name* stand for the callable at *path*, ``pkg.module:callable``. Raises ConfigError for a name that is taken."""
        if name in self.paths:
            raise ConfigError(
                f"The plugin {self.owner!r} gives the name {name!r}, which is that of {self.owners[name]!r} already.",
                hint="Uninstall one of them, or block it with another name.",
                plugin=self.owner,
            )
        self.paths[name], self.owners[name] = path, self.owner


@lru_cache(maxsize=1)
def manager() -> pluggy.PluginManager:
    """The plugin manager, with what is built in and every installed plugin. Raises ConfigError for one that fails."""
    made = pluggy.PluginManager(hookspecs.PROJECT)
    made.add_hookspecs(hookspecs)
    made.register(builtin, BUILTIN)
    for entry in entry_points(group=hookspecs.PROJECT):
        made.register(loaded(entry), entry.name)
    return made


def registered(plugins: pluggy.PluginManager, hook: str) -> Registry:
    """What *plugins* give names to through *hook*, the built-in ones first. Raises ConfigError for a plugin that fails."""
    registry = Registry()
    for each in sorted(getattr(plugins.hook, hook).get_hookimpls(), key=lambda each: each.plugin_name != BUILTIN):
        registry.owner = each.plugin_name
        try:
            each.function(registry)
        except ConfigError:
            raise
        except Exception as error:
            raise _failed(each.plugin_name, error) from error
    return registry


def handlers(plugins: pluggy.PluginManager) -> Registry:
    """The handlers that *plugins* give names to."""
    return registered(plugins, "pfg_register_persistence_handlers")


def loaded(entry: EntryPoint) -> object:
    """The plugin that *entry* names. Raises ConfigError when it cannot be loaded."""
    try:
        plugin: object = entry.load()
    except Exception as error:
        raise _failed(entry.name, error) from error
    return plugin


def _failed(name: str, error: Exception) -> ConfigError:
    return ConfigError(
        f"The plugin {name!r} failed: {type(error).__name__}: {error}",
        hint="Update it, or uninstall it.",
        plugin=name,
    )

"""The one plugin manager; it names the plugin that failed."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

import pluggy

from pytest_fixturegen import builtin, hookspecs
from pytest_fixturegen.errors import ConfigError, FixturegenError, nearest


class Registry:
    """Dotted names by short names. *what* they are is for messages."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._paths: dict[str, str] = {}

    def add(self, name: str, path: str) -> None:
        """Let *name* stand for what is at *path*, ``package.module:name``."""
        self._paths[name] = path

    @property
    def names(self) -> list[str]:
        """Every short name."""
        return sorted(self._paths)

    def find(self, name: str) -> Any:
        """What *name* stands for, or what stands at the dotted path *name*. Raises ConfigError when it is not there."""
        path = self._paths.get(name, name)
        if ":" not in path:
            raise ConfigError(f"There is no {self._what} {name!r}.", hint=nearest(name, self._paths), key=name)
        module, _, attribute = path.partition(":")
        try:
            found: Any = import_module(module)
            for part in attribute.split("."):
                found = getattr(found, part)
        except FixturegenError:
            raise
        except Exception as error:  # the module is somebody's own, and may raise anything
            words = f"The {self._what} {name!r} cannot be loaded from {path}: {error}."
            raise ConfigError(words, hint="Write package.module:name.", key=name) from error
        return found


@cache
def manager() -> pluggy.PluginManager:
    """The manager, with what comes built in and what the installed packages name."""
    made = pluggy.PluginManager(hookspecs.GROUP)
    made.add_hookspecs(hookspecs)
    made.register(builtin, "builtin")
    made.load_setuptools_entrypoints(hookspecs.GROUP)
    return made


def registered(hook: str, what: str) -> Registry:
    """What every plugin adds through *hook*. Raises ConfigError, with the plugin's name, when one fails."""
    registry = Registry(what)
    for plugin in getattr(manager().hook, hook).get_hookimpls():
        try:
            plugin.function(registry)
        except Exception as error:
            words = f"The plugin {plugin.plugin_name!r} failed in {hook}: {error}."
            raise ConfigError(words, hint="Update or uninstall it.", plugin=plugin.plugin_name) from error
    return registry

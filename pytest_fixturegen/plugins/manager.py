"""The one plugin manager; it names the plugin that failed.

A plugin is built in, installed (an entry point), or named by the option ``plugins``, whose manager has the others too.
"""

from __future__ import annotations

import dataclasses
import inspect
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from functools import lru_cache, partial
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any, TypeVar

import pluggy

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import ConfigError, FixturegenError, suggest_nearest
from pytest_fixturegen.plugins import builtin, hookspecs

T = TypeVar("T")
BUILTIN = "builtin"
PLUGIN_HINT = "Update or correct the plugin, or take it away."
HOOK_NAMES = tuple(name for name in vars(hookspecs) if name.startswith("pfg_"))


@dataclasses.dataclass(slots=True)
class Registry:
    """Dotted paths by name, and the *owner* of each: the plugin that gave it."""

    paths: dict[str, str] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    owner: str = BUILTIN

    def add(self, name: str, path: str) -> None:
        """Let *name* stand for the callable at *path*, ``pkg.module:callable``. Raises ConfigError for a name that is taken."""
        if not isinstance(path, str) or ":" not in path:
            words = f"The plugin {self.owner!r} lets {name!r} stand for {path!r}, which is no dotted path."
            raise ConfigError(words, hint="Write pkg.module:callable.", plugin=self.owner)
        if name in self.paths:
            raise _build_conflict_error(self.owner, f"the name {name!r}", self.owners[name])
        self.paths[name], self.owners[name] = path, self.owner


@dataclass(frozen=True, slots=True)
class ProviderEntry:
    """The *provider*, a dotted path or a function, that the plugin *owner* has for *what*: a type, or a field's name."""

    key: Any
    provider: Any
    owner: str


@dataclasses.dataclass(slots=True)
class Providers:
    """The providers of plugins: by type, and by the name of a field and its kind of value."""

    types: dict[Any, ProviderEntry] = field(default_factory=dict)
    names: dict[tuple[str, str], ProviderEntry] = field(default_factory=dict)
    owner: str = BUILTIN

    def add(self, kind: Any, provider: Any) -> None:
        """Let *provider*, ``pkg.module:function``, make the values of *kind*: a type, or ``pkg.module:Name`` of one.

        Raises ConfigError for a type that is taken, or cannot be told from others.
        """
        if hasattr(kind, "__supertype__"):
            hint = "Use Annotated with a validator, or a class; or add the names of its fields."
            raise ConfigError(
                f"The plugin {self.owner!r} serves {kind.__name__}, a NewType: models do not know it.",
                hint=hint,
            )
        if isinstance(kind, str) and ":" not in kind:
            words = f"The plugin {self.owner!r} serves {kind!r}, which is no type."
            raise ConfigError(
                words, hint="Give the type itself, or pkg.module:Name.", plugin=self.owner
            )
        self._register_provider(
            self.types, kind, provider, f"a provider of {getattr(kind, '__name__', kind)}"
        )

    def add_name(self, name: str, provider: Any, kinds: str = "str") -> None:
        """Let *provider* make what fields called *name*, in snake case, hold: values of *kinds*, such as ``str int``."""
        for kind in kinds.split():
            self._register_provider(
                self.names, (name, kind), provider, f"a provider of fields called {name!r}"
            )

    def _register_provider(
        self, entries: dict[Any, ProviderEntry], key: Any, provider: Any, description: str
    ) -> None:
        if key in entries:
            raise _build_conflict_error(self.owner, description, entries[key].owner)
        entries[key] = ProviderEntry(key, provider, self.owner)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a plugin comes from: *kind* is ``builtin``, ``entry point`` (of a *distribution*) or ``configuration``."""

    name: str
    kind: str
    load: Callable[[], object]
    distribution: str = ""
    version: str = ""


def get_manager(names: Sequence[str] = ()) -> pluggy.PluginManager:
    """The plugin manager, with what is built in, every installed plugin, and those that *names* say, dotted paths.

    Raises ConfigError for one that fails.
    """
    return _build_manager(tuple(names))


@lru_cache(maxsize=16)
def _build_manager(names: tuple[str, ...]) -> pluggy.PluginManager:
    made = _create_empty_manager()
    for origin in list_origins(names):
        _register_plugin(made, origin)
    return made


def _create_empty_manager() -> pluggy.PluginManager:
    made = pluggy.PluginManager(hookspecs.PROJECT)
    made.add_hookspecs(hookspecs)
    return made


def list_origins(names: Sequence[str]) -> Iterator[Origin]:
    """Each plugin that :func:`manager` joins, before it is loaded."""
    yield Origin(BUILTIN, "builtin", lambda: builtin)
    for entry in entry_points(group=hookspecs.PROJECT):
        dist = entry.dist
        yield Origin(
            entry.name,
            "entry point",
            partial(load_entry_point, entry),
            *((dist.name, dist.version) if dist else ()),
        )
    for name in dict.fromkeys(each.strip() for each in names):
        yield Origin(name, "configuration", partial(_import_plugin, name))


def list_hooks(origin: Origin) -> list[str]:
    """The hooks that the plugin of *origin* has. Raises ConfigError when it fails."""
    made = _create_empty_manager()
    _register_plugin(made, origin)
    plugin = made.get_plugin(origin.name)
    return sorted(caller.name for caller in made.get_hookcallers(plugin) or ())


def _register_plugin(manager: pluggy.PluginManager, origin: Origin) -> None:
    """Let the plugin of *origin* join *made*; one that has joined under another name is passed over."""
    plugin = origin.load()
    if manager.is_registered(plugin):
        return
    _require_hooks(plugin, origin.name)
    try:
        manager.register(plugin, origin.name)
    except ValueError as error:
        raise _build_conflict_error(origin.name, "its own name", origin.name) from error
    except pluggy.PluginValidationError as error:
        words = str(error).split("\n")[-1]
        raise ConfigError(
            f"The plugin {origin.name!r} has a hook that cannot be: {words}.",
            hint=PLUGIN_HINT,
            plugin=origin.name,
        ) from error
    for caller in manager.get_hookcallers(plugin) or ():
        if any(
            each.plugin is plugin and (each.wrapper or each.hookwrapper)
            for each in caller.get_hookimpls()
        ):
            words = f"The plugin {origin.name!r} wraps {caller.name}, which cannot be wrapped."
            raise ConfigError(
                words, hint="Mark it with a plain hookimpl.", plugin=origin.name, hook=caller.name
            )


def _require_hooks(plugin: object, name: str) -> None:
    """Raises ConfigError for a hook that is not known or not marked, and for a plugin that has none."""
    found = {each: getattr(plugin, each) for each in dir(plugin) if each.startswith("pfg_")}
    marked = [each for each, thing in found.items() if hasattr(thing, f"{hookspecs.PROJECT}_impl")]
    for hook, thing in found.items():
        facts = {"plugin": name, "hook": hook}
        if hook in HOOK_NAMES and hook not in marked:
            words = f"The plugin {name!r} has {hook}, but does not mark it."
            raise ConfigError(words, hint="Put @hookimpl of pytest_fixturegen before it.", **facts)
        if hook not in HOOK_NAMES and (hook in marked or _is_misspelt(hook, thing)):
            raise ConfigError(
                f"The plugin {name!r} has {hook}, which is no hook.",
                hint=suggest_nearest(hook, HOOK_NAMES),
                **facts,
            )
    if not marked:
        words = f"The plugin {name!r} has no hook."
        raise ConfigError(
            words, hint=f"Mark functions with hookimpl: {', '.join(HOOK_NAMES)}.", plugin=name
        )


def _is_misspelt(name: str, attribute: Any) -> bool:
    """Whether *thing* seems to be meant for a hook: a function of the plugin's own whose name is close to one."""
    ours = str(getattr(attribute, "__module__", "")).startswith(f"{hookspecs.PROJECT}.")
    return (
        inspect.isroutine(attribute)
        and not ours
        and suggest_nearest(name, HOOK_NAMES).startswith("Did")
    )


def list_implementations(plugins: pluggy.PluginManager, hook: str) -> list[Any]:
    """Who has *hook*, in the order in which Pluggy calls them: the one that joined last is asked first."""
    return list(reversed(getattr(plugins.hook, hook).get_hookimpls()))


def call_hook(
    implementation: Any, hook: str, error: type[FixturegenError] = ConfigError, **arguments: Any
) -> Any:
    """What one *implementation* of *hook* says to *given*. What it raises becomes an *error* that names the plugin."""
    answer = partial(
        implementation.function, *(arguments[name] for name in implementation.argnames)
    )
    return call_for_plugin(implementation.plugin_name, hook, answer, error)


def call_for_plugin(
    plugin_name: str, hook: str, action: Callable[[], T], error: type[FixturegenError] = ConfigError
) -> T:
    """What *act* gives; what it raises becomes an *error* that names the plugin *name* and its *hook*."""
    try:
        return action()
    except FixturegenError as raised:
        raised.facts.setdefault("plugin", plugin_name)
        raise
    except Exception as raised:
        raise build_plugin_error(plugin_name, raised, hook, error) from raised


def fill_registry(plugins: pluggy.PluginManager, hook: str, registry: Any = None) -> Any:
    """What *plugins* add to a *registry* through *hook*, the built-in ones first. Raises ConfigError for one that fails."""
    registry = Registry() if registry is None else registry
    for each in sorted(
        getattr(plugins.hook, hook).get_hookimpls(), key=lambda each: each.plugin_name != BUILTIN
    ):
        registry.owner = each.plugin_name
        call_hook(each, hook, registry=registry)
    return registry


def find_dotted_paths(hook: str, wanted: str, names: Sequence[str] = ()) -> dict[str, str]:
    """The dotted paths that plugins give names to through *hook*; if *wanted* is built in, or is a path itself, those that
    are built in: no plugin is loaded that nobody asks for.
    """
    plain = _create_empty_manager()
    plain.register(builtin, BUILTIN)
    own: dict[str, str] = fill_registry(plain, hook).paths
    if wanted in own or ":" in wanted:
        return own
    every: dict[str, str] = fill_registry(get_manager(names), hook).paths
    return every


def build_handler_registry(plugins: pluggy.PluginManager) -> Registry:
    """The handlers that *plugins* give names to."""
    registry: Registry = fill_registry(plugins, "pfg_register_persistence_handlers")
    return registry


def load_entry_point(entry: EntryPoint) -> object:
    """The plugin that *entry* names. Raises ConfigError when it cannot be loaded."""
    try:
        plugin: object = entry.load()
    except Exception as error:
        raise build_plugin_error(entry.name, error) from error
    return plugin


def add_import_folders(*folders: str | Path) -> None:
    """Let plugins be imported from *folders*: looked at last, so that nothing of the project hides what is installed."""
    sys.path += [
        folder for folder in dict.fromkeys(map(str, folders)) if folder and folder not in sys.path
    ]


def _import_plugin(name: str) -> object:
    """The plugin at the dotted path *name*: a module, or ``pkg.module:object``."""
    module, _, attribute = name.partition(":")
    try:
        plugin: object = import_module(module)
        for part in filter(None, attribute.split(".")):
            plugin = getattr(plugin, part)
    except Exception as error:
        raise build_plugin_error(name, error) from error
    return plugin


def build_plugin_error(
    name: str, exception: Exception, hook: str = "", error: type[FixturegenError] = ConfigError
) -> FixturegenError:
    """What *raised* says, as an *error* that names the plugin and the *hook*."""
    where = f" in {hook}" if hook else ""
    words = f"The plugin {name!r} failed{where}: {type(exception).__name__}: {exception}"
    return error(words, hint=PLUGIN_HINT, plugin=name, hook=hook or None)


def _build_conflict_error(name: str, description: str, owner: str) -> ConfigError:
    words = f"The plugin {name!r} gives {description}, which is that of {owner!r} already."
    return ConfigError(
        words, hint="Uninstall one of them, or let one use another name.", plugin=name
    )

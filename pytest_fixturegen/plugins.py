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

from pytest_fixturegen import builtin, hookspecs
from pytest_fixturegen.errors import ConfigError, FixturegenError, nearest
from pytest_fixturegen.frozen import dataclass

T = TypeVar("T")
BUILTIN = "builtin"
HINT = "Update or correct the plugin, or take it away."
HOOKS = tuple(name for name in vars(hookspecs) if name.startswith("pfg_"))


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
            raise _taken(self.owner, f"the name {name!r}", self.owners[name])
        self.paths[name], self.owners[name] = path, self.owner


@dataclass(frozen=True, slots=True)
class Added:
    """The *provider*, a dotted path or a function, that the plugin *owner* has for *what*: a type, or a field's name."""

    what: Any
    provider: Any
    owner: str


@dataclasses.dataclass(slots=True)
class Providers:
    """The providers of plugins: by type, and by the name of a field and its kind of value."""

    types: dict[Any, Added] = field(default_factory=dict)
    names: dict[tuple[str, str], Added] = field(default_factory=dict)
    owner: str = BUILTIN

    def add(self, kind: Any, provider: Any) -> None:
        """Let *provider*, ``pkg.module:function``, make the values of *kind*: a type, or ``pkg.module:Name`` of one.

        Raises ConfigError for a type that is taken, or cannot be told from others.
        """
        if hasattr(kind, "__supertype__"):
            hint = "Use Annotated with a validator, or a class; or add the names of its fields."
            raise ConfigError(f"The plugin {self.owner!r} serves {kind.__name__}, a NewType: models do not know it.", hint=hint)
        if isinstance(kind, str) and ":" not in kind:
            words = f"The plugin {self.owner!r} serves {kind!r}, which is no type."
            raise ConfigError(words, hint="Give the type itself, or pkg.module:Name.", plugin=self.owner)
        self._keep(self.types, kind, provider, f"a provider of {getattr(kind, '__name__', kind)}")

    def add_name(self, name: str, provider: Any, kinds: str = "str") -> None:
        """Let *provider* make what fields called *name*, in snake case, hold: values of *kinds*, such as ``str int``."""
        for kind in kinds.split():
            self._keep(self.names, (name, kind), provider, f"a provider of fields called {name!r}")

    def _keep(self, known: dict[Any, Added], what: Any, provider: Any, words: str) -> None:
        if what in known:
            raise _taken(self.owner, words, known[what].owner)
        known[what] = Added(what, provider, self.owner)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a plugin comes from: *kind* is ``builtin``, ``entry point`` (of a *distribution*) or ``configuration``."""

    name: str
    kind: str
    load: Callable[[], object]
    distribution: str = ""
    version: str = ""


def manager(names: Sequence[str] = ()) -> pluggy.PluginManager:
    """The plugin manager, with what is built in, every installed plugin, and those that *names* say, dotted paths.

    Raises ConfigError for one that fails.
    """
    return _manager(tuple(names))


@lru_cache(maxsize=16)
def _manager(names: tuple[str, ...]) -> pluggy.PluginManager:
    made = _empty()
    for origin in origins(names):
        _join(made, origin)
    return made


def _empty() -> pluggy.PluginManager:
    made = pluggy.PluginManager(hookspecs.PROJECT)
    made.add_hookspecs(hookspecs)
    return made


def origins(names: Sequence[str]) -> Iterator[Origin]:
    """Each plugin that :func:`manager` joins, before it is loaded."""
    yield Origin(BUILTIN, "builtin", lambda: builtin)
    for entry in entry_points(group=hookspecs.PROJECT):
        dist = entry.dist
        yield Origin(entry.name, "entry point", lambda entry=entry: loaded(entry), *((dist.name, dist.version) if dist else ()))  # type: ignore[misc]
    for name in dict.fromkeys(each.strip() for each in names):
        yield Origin(name, "configuration", lambda name=name: _named(name))  # type: ignore[misc]


def hooks_of(origin: Origin) -> list[str]:
    """The hooks that the plugin of *origin* has. Raises ConfigError when it fails."""
    made = _empty()
    _join(made, origin)
    plugin = made.get_plugin(origin.name)
    return sorted(caller.name for caller in made.get_hookcallers(plugin) or ())


def _join(made: pluggy.PluginManager, origin: Origin) -> None:
    """Let the plugin of *origin* join *made*; one that has joined under another name is passed over."""
    plugin = origin.load()
    if made.is_registered(plugin):
        return
    _require_hooks(plugin, origin.name)
    try:
        made.register(plugin, origin.name)
    except ValueError as error:
        raise _taken(origin.name, "its own name", origin.name) from error
    except pluggy.PluginValidationError as error:
        words = str(error).split("\n")[-1]
        raise ConfigError(
            f"The plugin {origin.name!r} has a hook that cannot be: {words}.", hint=HINT, plugin=origin.name
        ) from error
    for caller in made.get_hookcallers(plugin) or ():
        if any(each.plugin is plugin and (each.wrapper or each.hookwrapper) for each in caller.get_hookimpls()):
            words = f"The plugin {origin.name!r} wraps {caller.name}, which cannot be wrapped."
            raise ConfigError(words, hint="Mark it with a plain hookimpl.", plugin=origin.name, hook=caller.name)


def _require_hooks(plugin: object, name: str) -> None:
    """Raises ConfigError for a hook that is not known or not marked, and for a plugin that has none."""
    found = {each: getattr(plugin, each) for each in dir(plugin) if each.startswith("pfg_")}
    marked = [each for each, thing in found.items() if hasattr(thing, f"{hookspecs.PROJECT}_impl")]
    for hook, thing in found.items():
        facts = {"plugin": name, "hook": hook}
        if hook in HOOKS and hook not in marked:
            words = f"The plugin {name!r} has {hook}, but does not mark it."
            raise ConfigError(words, hint="Put @hookimpl of pytest_fixturegen before it.", **facts)
        if hook not in HOOKS and (hook in marked or _is_misspelt(hook, thing)):
            raise ConfigError(f"The plugin {name!r} has {hook}, which is no hook.", hint=nearest(hook, HOOKS), **facts)
    if not marked:
        words = f"The plugin {name!r} has no hook."
        raise ConfigError(words, hint=f"Mark functions with hookimpl: {', '.join(HOOKS)}.", plugin=name)


def _is_misspelt(name: str, thing: Any) -> bool:
    """Whether *thing* seems to be meant for a hook: a function of the plugin's own whose name is close to one."""
    ours = str(getattr(thing, "__module__", "")).startswith(f"{hookspecs.PROJECT}.")
    return inspect.isroutine(thing) and not ours and nearest(name, HOOKS).startswith("Did")


def implementations(plugins: pluggy.PluginManager, hook: str) -> list[Any]:
    """Who has *hook*, in the order in which Pluggy calls them: the one that joined last is asked first."""
    return list(reversed(getattr(plugins.hook, hook).get_hookimpls()))


def called(implementation: Any, hook: str, error: type[FixturegenError] = ConfigError, **given: Any) -> Any:
    """What one *implementation* of *hook* says to *given*. What it raises becomes an *error* that names the plugin."""
    answer = partial(implementation.function, *(given[name] for name in implementation.argnames))
    return called_by(implementation.plugin_name, hook, answer, error)


def called_by(name: str, hook: str, act: Callable[[], T], error: type[FixturegenError] = ConfigError) -> T:
    """What *act* gives; what it raises becomes an *error* that names the plugin *name* and its *hook*."""
    try:
        return act()
    except FixturegenError as raised:
        raised.facts.setdefault("plugin", name)
        raise
    except Exception as raised:
        raise failed(name, raised, hook, error) from raised


def registered(plugins: pluggy.PluginManager, hook: str, registry: Any = None) -> Any:
    """What *plugins* add to a *registry* through *hook*, the built-in ones first. Raises ConfigError for one that fails."""
    registry = Registry() if registry is None else registry
    for each in sorted(getattr(plugins.hook, hook).get_hookimpls(), key=lambda each: each.plugin_name != BUILTIN):
        registry.owner = each.plugin_name
        called(each, hook, registry=registry)
    return registry


def paths(hook: str, wanted: str, names: Sequence[str] = ()) -> dict[str, str]:
    """The dotted paths that plugins give names to through *hook*; if *wanted* is built in, or is a path itself, those that
    are built in: no plugin is loaded that nobody asks for.
    """
    plain = _empty()
    plain.register(builtin, BUILTIN)
    own: dict[str, str] = registered(plain, hook).paths
    if wanted in own or ":" in wanted:
        return own
    every: dict[str, str] = registered(manager(names), hook).paths
    return every


def handlers(plugins: pluggy.PluginManager) -> Registry:
    """The handlers that *plugins* give names to."""
    registry: Registry = registered(plugins, "pfg_register_persistence_handlers")
    return registry


def loaded(entry: EntryPoint) -> object:
    """The plugin that *entry* names. Raises ConfigError when it cannot be loaded."""
    try:
        plugin: object = entry.load()
    except Exception as error:
        raise failed(entry.name, error) from error
    return plugin


def reach(*folders: str | Path) -> None:
    """Let plugins be imported from *folders*: looked at last, so that nothing of the project hides what is installed."""
    sys.path += [folder for folder in dict.fromkeys(map(str, folders)) if folder and folder not in sys.path]


def _named(name: str) -> object:
    """The plugin at the dotted path *name*: a module, or ``pkg.module:object``."""
    module, _, attribute = name.partition(":")
    try:
        plugin: object = import_module(module)
        for part in filter(None, attribute.split(".")):
            plugin = getattr(plugin, part)
    except Exception as error:
        raise failed(name, error) from error
    return plugin


def failed(name: str, raised: Exception, hook: str = "", error: type[FixturegenError] = ConfigError) -> FixturegenError:
    """What *raised* says, as an *error* that names the plugin and the *hook*."""
    where = f" in {hook}" if hook else ""
    words = f"The plugin {name!r} failed{where}: {type(raised).__name__}: {raised}"
    return error(words, hint=HINT, plugin=name, hook=hook or None)


def _taken(name: str, what: str, owner: str) -> ConfigError:
    words = f"The plugin {name!r} gives {what}, which is that of {owner!r} already."
    return ConfigError(words, hint="Uninstall one of them, or let one use another name.", plugin=name)

"""The plugin manager: it finds, checks and calls plugins, and names the plugin that failed.

A plugin is built in, installed (an entry point of the group ``pytest_fixturegen``), or named by the
option ``plugins``.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any, TypeVar

import pluggy

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.import_strings import import_attribute, search_folders
from pytest_fixturegen._internal.user_code import translate_user_errors
from pytest_fixturegen.errors import ConfigError, FixturegenError, suggest_nearest
from pytest_fixturegen.plugins import builtin, hookspecs
from pytest_fixturegen.plugins.registries import BUILTIN, Registry, build_conflict_error

T = TypeVar("T")
PLUGIN_HINT = "Update, fix or uninstall the plugin."
HOOK_NAMES = tuple(name for name in vars(hookspecs) if name.startswith("pfg_"))


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a plugin comes from.

    *kind* is ``builtin``, ``entry point`` or ``configuration``. *distribution* and *version* are
    those of the installed package of an entry point.
    """

    name: str
    kind: str
    load: Callable[[], object]
    distribution: str = ""
    version: str = ""


def get_manager(
    names: Sequence[str] = (), folders: Sequence[str | Path] = ()
) -> pluggy.PluginManager:
    """Return the plugin manager with all built-in and installed plugins.

    *names* are the dotted paths of further plugins, which may also be in *folders*.

    Raises:
        ConfigError: If a plugin fails to load or has an invalid hook.
    """
    return _build_manager(tuple(names), tuple(folders))


@lru_cache(maxsize=16)
def _build_manager(names: tuple[str, ...], folders: tuple[str | Path, ...]) -> pluggy.PluginManager:
    """Return a manager with all plugins, cached by *names*: loading plugins takes time."""
    plugin_manager = _create_empty_manager()
    for origin in list_origins(names, folders):
        _register_plugin(plugin_manager, origin)
    return plugin_manager


def _create_empty_manager() -> pluggy.PluginManager:
    """Return a manager that knows the hooks, without any plugin."""
    plugin_manager = pluggy.PluginManager(hookspecs.PROJECT)
    plugin_manager.add_hookspecs(hookspecs)
    return plugin_manager


def list_origins(names: Sequence[str], folders: Sequence[str | Path] = ()) -> Iterator[Origin]:
    """Yield the origin of each plugin that :func:`get_manager` registers, without loading it."""
    yield Origin(BUILTIN, "builtin", lambda: builtin)
    for entry in entry_points(group=hookspecs.PROJECT):
        load = partial(load_entry_point, entry)
        package = entry.dist
        if package is None:
            yield Origin(entry.name, "entry point", load)
        else:
            yield Origin(
                entry.name,
                "entry point",
                load,
                package.name,
                package.version,
            )
    for name in dict.fromkeys(name.strip() for name in names):
        yield Origin(
            name,
            "configuration",
            partial(_import_plugin, name, folders),
        )


def list_hooks(origin: Origin) -> list[str]:
    """Return the names of the hooks that the plugin of *origin* implements.

    Raises:
        ConfigError: If the plugin fails to load or has an invalid hook.
    """
    plugin_manager = _create_empty_manager()
    _register_plugin(plugin_manager, origin)
    plugin = plugin_manager.get_plugin(origin.name)
    return sorted(caller.name for caller in plugin_manager.get_hookcallers(plugin) or ())


def _register_plugin(plugin_manager: pluggy.PluginManager, origin: Origin) -> None:
    """Register the plugin of *origin*, unless it is registered under another name already."""
    plugin = origin.load()
    if plugin_manager.is_registered(plugin):
        return
    _require_hooks(plugin, origin.name)
    try:
        plugin_manager.register(plugin, origin.name)
    except ValueError as error:
        raise build_conflict_error(origin.name, "its own name", origin.name) from error
    except pluggy.PluginValidationError as error:
        reason = str(error).split("\n")[-1]
        raise ConfigError(
            f"The plugin {origin.name!r} has an invalid hook: {reason}.",
            hint=PLUGIN_HINT,
            plugin=origin.name,
        ) from error
    _refuse_wrappers(plugin_manager, plugin, origin.name)


def _refuse_wrappers(
    plugin_manager: pluggy.PluginManager,
    plugin: object,
    name: str,
) -> None:
    """Raise ConfigError if *plugin* has a hook wrapper: hooks are called one plugin at a time."""
    for caller in plugin_manager.get_hookcallers(plugin) or ():
        own = [hook for hook in caller.get_hookimpls() if hook.plugin is plugin]
        if any(hook.wrapper or hook.hookwrapper for hook in own):
            raise ConfigError(
                f"The plugin {name!r} wraps {caller.name}: expected a plain hookimpl.",
                hint="Mark it with a plain hookimpl.",
                plugin=name,
                hook=caller.name,
            )


def _require_mark(
    name: str,
    hook: str,
    *,
    is_marked: bool,
) -> None:
    """Raise ConfigError unless the known *hook* is marked: Pluggy would silently skip it."""
    if not is_marked:
        raise ConfigError(
            f"The plugin {name!r} has {hook} without @hookimpl.",
            hint="Put @hookimpl of pytest_fixturegen before it.",
            plugin=name,
            hook=hook,
        )


def _require_hooks(plugin: object, name: str) -> None:
    """Raise ConfigError if *plugin* has an unknown or unmarked hook, or has no hook at all."""
    found = {hook: getattr(plugin, hook) for hook in dir(plugin) if hook.startswith("pfg_")}
    marked = [hook for hook, thing in found.items() if hasattr(thing, f"{hookspecs.PROJECT}_impl")]
    for hook, thing in found.items():
        is_marked = hook in marked
        if hook in HOOK_NAMES:
            _require_mark(name, hook, is_marked=is_marked)
        elif is_marked or _is_misspelt(hook, thing):
            raise ConfigError(
                f"The plugin {name!r} has the unknown hook {hook}.",
                hint=suggest_nearest(hook, HOOK_NAMES),
                plugin=name,
                hook=hook,
            )
    if not marked:
        hint = f"Mark functions with hookimpl: {', '.join(HOOK_NAMES)}."
        raise ConfigError(f"The plugin {name!r} has no hooks.", hint=hint, plugin=name)


def _is_misspelt(name: str, attribute: Any) -> bool:
    """Return whether *attribute* is a function of the plugin whose name is close to a hook's."""
    if not inspect.isroutine(attribute):
        return False
    module = str(getattr(attribute, "__module__", ""))
    if module.startswith(f"{hookspecs.PROJECT}."):
        return False
    return suggest_nearest(name, HOOK_NAMES).startswith("Did")


def list_implementations(plugins: pluggy.PluginManager, hook: str) -> list[Any]:
    """Return the implementations of *hook* in Pluggy's order: last registered, first called."""
    return list(reversed(getattr(plugins.hook, hook).get_hookimpls()))


def call_hook(
    implementation: Any,
    hook: str,
    error: type[FixturegenError] = ConfigError,
    **arguments: Any,
) -> Any:
    """Return what one *implementation* of *hook* returns for those *arguments* that it names.

    An exception of the plugin becomes an *error* that names the plugin.
    """
    selected = [arguments[name] for name in implementation.argnames]
    action = partial(implementation.function, *selected)
    return call_for_plugin(implementation.plugin_name, hook, action, error)


def call_for_plugin(
    plugin_name: str,
    hook: str,
    action: Callable[[], T],
    error: type[FixturegenError] = ConfigError,
) -> T:
    """Return what *action* returns; an exception becomes an *error* that names the plugin."""

    def build_error(raised: Exception) -> FixturegenError:
        return build_plugin_error(plugin_name, raised, hook, error)

    try:
        with translate_user_errors(build_error):
            return action()
    except FixturegenError as raised:
        raised.facts.setdefault("plugin", plugin_name)
        raise


def fill_registry(
    plugins: pluggy.PluginManager,
    hook: str,
    registry: Any = None,
) -> Any:
    """Call *hook* of every plugin with a *registry*, built-in plugins first, and return it.

    Raises:
        ConfigError: If a plugin fails or registers a name that is taken.
    """
    registry = Registry() if registry is None else registry
    implementations = getattr(plugins.hook, hook).get_hookimpls()
    for implementation in sorted(implementations, key=_is_installed):
        registry.owner = implementation.plugin_name
        call_hook(implementation, hook, registry=registry)
    return registry


def _is_installed(implementation: Any) -> bool:
    """Return whether *implementation* comes from an installed plugin."""
    return bool(implementation.plugin_name != BUILTIN)


def find_dotted_paths(
    hook: str,
    wanted: str,
    names: Sequence[str] = (),
    folders: Sequence[str | Path] = (),
) -> dict[str, str]:
    """Return the dotted paths that plugins register through *hook*, by name.

    *names* and *folders* are those of :func:`get_manager`. If *wanted* is built in, or is a dotted
    path itself, only the built-in ones are returned, so that no plugin is loaded without need.
    """
    plain_manager = _create_empty_manager()
    plain_manager.register(builtin, BUILTIN)
    builtin_paths: dict[str, str] = fill_registry(plain_manager, hook).paths
    if wanted in builtin_paths or ":" in wanted:
        return builtin_paths
    paths: dict[str, str] = fill_registry(get_manager(names, folders), hook).paths
    return paths


def build_handler_registry(plugins: pluggy.PluginManager) -> Registry:
    """Return the persistence handlers that *plugins* register."""
    registry: Registry = fill_registry(plugins, "pfg_register_persistence_handlers")
    return registry


def load_entry_point(entry: EntryPoint) -> object:
    """Return the plugin that *entry* names.

    Raises:
        ConfigError: If it cannot be loaded.
    """
    return _load_plugin(entry.name, entry.load)


def _import_plugin(name: str, folders: Sequence[str | Path]) -> object:
    """Return the plugin at the dotted path *name*: a module, or ``pkg.module:object``."""
    with search_folders(folders, name):
        return _load_plugin(name, partial(import_attribute, name))


def _load_plugin(name: str, load: Callable[[], object]) -> object:
    """Return what *load* returns.

    Raises ConfigError, which names the plugin, for whatever it raises.
    """
    with translate_user_errors(partial(build_plugin_error, name)):
        return load()


def add_import_folders(*folders: str | Path) -> None:
    """Append *folders* to ``sys.path``, so that plugins of the project can be imported.

    They come last, so that nothing of the project shadows an installed package. Only for processes
    that run the project's code: the sandboxed child, and that of the user.
    """
    paths = dict.fromkeys(str(folder) for folder in folders)
    sys.path += [path for path in paths if path and path not in sys.path]


def build_plugin_error(
    name: str,
    exception: Exception,
    hook: str = "",
    error: type[FixturegenError] = ConfigError,
) -> FixturegenError:
    """Return an *error* that reports *exception* of the plugin *name*, in *hook* if one was
    called.
    """
    where = f" in {hook}" if hook else ""
    return error(
        f"The plugin {name!r} failed{where}: {type(exception).__name__}: {exception}",
        hint=PLUGIN_HINT,
        plugin=name,
        hook=hook or None,
    )

"""Finds an adapter: by its name, by a dotted path, or as what was given itself."""

from __future__ import annotations

import inspect
import threading
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from pytest_fixturegen.config.command_options import StoreConfig
from pytest_fixturegen.errors import ConfigError, FixturegenError, StoreError, suggest_nearest
from pytest_fixturegen.plugins.manager import find_dotted_paths
from pytest_fixturegen.store.adapters.adapter import Adapter
from pytest_fixturegen.store.adapters.emulation import complete_adapter

ADAPTER_HOOK = "pfg_register_store_adapters"
DEFAULT_PATHS = {"sqlite": "pfg-store.db", "json-file": "pfg-store.json"}
"""Where those that need a file keep it unasked."""


def find_adapter(
    adapter: Any, config: StoreConfig, lock: threading.RLock, plugins: Sequence[str] = ()
) -> Adapter:
    """The adapter that *wanted* means: a name, maybe one that *plugins* give, ``package.module:name``, a function, a class,
    or an adapter itself.

    What can be called is called with those of *path*, *config* and *lock* that its signature names.
    """
    found = _load_adapter(adapter, plugins) if isinstance(adapter, str) else adapter
    if not callable(found):
        return complete_adapter(found)
    path = config.db_path or DEFAULT_PATHS.get(adapter if isinstance(adapter, str) else "", "")
    offered = {"path": path, "config": config, "lock": lock}
    try:
        asked = inspect.signature(found).parameters
    except ValueError:  # a built-in that does not say
        asked = {}  # type: ignore[assignment]
    if "path" in asked and not path and asked["path"].default is inspect.Parameter.empty:
        raise ConfigError(
            f"The adapter {adapter!r} needs a path or a DSN.",
            hint="Give it with --db-path.",
            key="db_path",
        )
    given = {
        name: value for name, value in offered.items() if name in asked and (name != "path" or path)
    }
    try:
        made = found(**given)
    except FixturegenError:
        raise
    except Exception as error:  # it is somebody's own, and may raise anything
        label = (
            adapter if isinstance(adapter, str) else getattr(adapter, "__qualname__", str(adapter))
        )
        words = f"The adapter of stores {label!r} cannot be made: {type(error).__name__}: {error}."
        raise StoreError(
            words,
            hint="What it is given are those of path, config and lock that its signature names.",
        ) from error
    return complete_adapter(made)


def _load_adapter(name: str, plugins: Sequence[str]) -> Any:
    """What the adapter *name* stands for, or what stands at that dotted path. Raises ConfigError when it is not there."""
    known = find_dotted_paths(ADAPTER_HOOK, name, plugins)
    path = known.get(name, name)
    if ":" not in path:
        raise ConfigError(
            f"There is no adapter of stores {name!r}.", hint=suggest_nearest(name, known), key=name
        )
    module, _, attribute = path.partition(":")
    try:
        found: Any = import_module(module)
        for part in attribute.split("."):
            found = getattr(found, part)
    except FixturegenError:
        raise
    except Exception as error:  # the module is somebody's own, and may raise anything
        words = f"The adapter of stores {name!r} cannot be loaded from {path}: {error}."
        raise ConfigError(words, hint="Write package.module:name.", key=name) from error
    return found

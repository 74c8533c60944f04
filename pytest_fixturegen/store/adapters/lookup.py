"""Finds an adapter by its name, by a dotted path, or from an object."""

from __future__ import annotations

import inspect
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.calls import read_parameters, select_arguments
from pytest_fixturegen._internal.import_strings import import_attribute, search_folders
from pytest_fixturegen._internal.user_code import translate_user_errors
from pytest_fixturegen.config.command_options import StoreConfig
from pytest_fixturegen.errors import ConfigError, StoreError, suggest_nearest
from pytest_fixturegen.plugins.manager import find_dotted_paths
from pytest_fixturegen.store.adapters.adapter import Adapter
from pytest_fixturegen.store.adapters.emulation import complete_adapter

ADAPTER_HOOK = "pfg_register_store_adapters"
DEFAULT_PATHS = {"sqlite": "pfg-store.db", "json-file": "pfg-store.json"}
"""The default file of each adapter that needs one."""


def find_adapter(
    adapter: Any,
    config: StoreConfig,
    lock: threading.RLock,
    plugins: Sequence[str] = (),
    folders: Sequence[Path] = (),
) -> Adapter:
    """Return the adapter that *adapter* identifies, with the whole contract.

    *adapter* is a name, which one of *plugins* may have registered, a path ``package.module:name``,
    a function, a class, or an adapter. The module of a path is also searched in *folders*. A
    callable receives those of *path*, *config* and *lock* that its signature names. Raise
    ConfigError for an unknown adapter, StoreError if the callable fails.
    """
    found = _load_adapter(adapter, plugins, folders) if isinstance(adapter, str) else adapter
    if not callable(found):
        return complete_adapter(found)
    default_path = DEFAULT_PATHS.get(adapter, "") if isinstance(adapter, str) else ""
    path = config.db_path or default_path
    if not path and _is_path_required(found):
        raise ConfigError(
            f"The adapter {adapter!r} needs a path or a DSN.",
            hint="Give it with --db-path.",
            key="db_path",
        )
    offered = {"config": config, "lock": lock}
    if path:
        offered["path"] = path
    return complete_adapter(_call_factory(found, select_arguments(found, offered), adapter))


def _is_path_required(factory: Callable[..., Any]) -> bool:
    """Return whether *factory* has a parameter *path* without a default."""
    parameter = read_parameters(factory).get("path")
    return parameter is not None and parameter.default is inspect.Parameter.empty


def _call_factory(
    factory: Callable[..., Any],
    arguments: Mapping[str, Any],
    adapter: Any,
) -> Any:
    """Return the adapter that *factory* creates from *arguments*.

    Raise StoreError with the name of *adapter* if the factory fails.
    """
    label = adapter
    if not isinstance(adapter, str):
        label = getattr(adapter, "__qualname__", str(adapter))

    def build_error(error: Exception) -> StoreError:
        """Return the StoreError to raise after *error* left the factory."""
        return StoreError(
            f"Cannot create the store adapter {label!r}: {type(error).__name__}: {error}.",
            hint="It receives those of path, config and lock that its signature names.",
        )

    with translate_user_errors(build_error):
        return factory(**arguments)


def _load_adapter(
    name: str,
    plugins: Sequence[str],
    folders: Sequence[Path],
) -> Any:
    """Import the adapter *name*, registered or a dotted path. Raise ConfigError if that fails.

    *folders* are searched for it alone.
    """
    known = find_dotted_paths(
        ADAPTER_HOOK,
        name,
        plugins,
        folders,
    )
    path = known.get(name, name)
    if ":" not in path:
        raise ConfigError(
            f"Unknown store adapter {name!r}.", hint=suggest_nearest(name, known), key=name
        )

    def build_error(error: Exception) -> ConfigError:
        """Return the ConfigError to raise if the adapter cannot be imported."""
        return ConfigError(
            f"Cannot load the store adapter {name!r} from {path}: {error}.",
            hint="Write package.module:name.",
            key=name,
        )

    with search_folders(folders, path), translate_user_errors(build_error):
        return import_attribute(path)

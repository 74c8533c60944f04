"""A REST API that a Python program starts and stops: ``create_api``."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.user_code import undo_on_error
from pytest_fixturegen.api.stores import (
    choose_snapshots_folder,
    open_store,
    read_source,
    resolve_config,
)
from pytest_fixturegen.config.command_options import ServeConfig, StoreConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.store.api_file import ApiFile, read_options
from pytest_fixturegen.store.store import Store


def create_api(
    spec: Any,
    database: Any = None,
    *,
    port: int | None = None,
    store: StoreConfig | None = None,
    serve: ServeConfig | None = None,
    generation: GenerationConfig | None = None,
) -> MockApi:
    """Return a REST API of the resources that *spec* declares. It serves after ``start()``.

    *spec* is the content of an API file as a mapping, the path of such a file, a target such as
    ``app/models.py``, models, or a mapping of names to models. *database* is the storage: an
    adapter, its class, a name, ``"package.module:Name"``, or a mapping such as
    ``{"adapter": "json-file", "dbPath": "./data/db.json"}``; it overrides the options of *spec*.
    Paths are relative to the working directory.

    Without a *port*, and without one in *spec* or *serve*, the server listens at a free one.
    *store*, *serve* and *generation* replace the options of *spec*. Raise ConfigError if a
    declaration or an option is invalid.
    """
    declared = read_source(spec, roles=serve.roles if serve else "")
    chosen = _read_database(database)
    store_config = _choose_store_config(store, declared.settings, chosen.settings)
    serve_config = serve or resolve_config(ServeConfig, {"serve.port": 0, **declared.settings})
    if port is not None:
        serve_config = replace(serve_config, port=port)
    return MockApi(
        ApiParts(
            declared=declared,
            adapter=chosen.adapter,
            store=store_config,
            serve=serve_config,
            generation=generation or resolve_config(GenerationConfig, declared.settings),
        )
    )


@dataclass(frozen=True, slots=True)
class ApiParts:
    """What an API is opened with. *adapter* is None if the options name it."""

    declared: ApiFile
    adapter: Any
    store: StoreConfig
    serve: ServeConfig
    generation: GenerationConfig


@dataclass(frozen=True, slots=True)
class DatabaseChoice:
    """The storage that a program chose: an *adapter*, or *settings* of options by their keys."""

    adapter: Any
    settings: Mapping[str, Any]


class MockApi:
    """A REST API over a store, in a thread of this process.

    Start and stop it with ``with`` or ``async with``, or with the methods. A stopped API can start
    again: it opens its storage anew, so an API in memory has its initial data again.
    """

    def __init__(self, parts: ApiParts) -> None:
        """Keep *parts*. The storage opens with the first use of ``store``, or with the server."""
        self._parts = parts
        self._store: Store | None = None
        self._server = ExitStack()
        self._url = ""

    @property
    def url(self) -> str:
        """The address without a slash at its end. Raise StoreError if the API does not run."""
        if not self._url:
            raise StoreError(
                "The API has no address, because it does not run.",
                hint="Start it with start(), with, or async with.",
            )
        return self._url

    @property
    def store(self) -> Store:
        """The store that the API serves, for code that reads and writes records directly."""
        if self._store is None:
            self._store = self._open_store()
        return self._store

    @property
    def is_running(self) -> bool:
        """Whether the API answers requests."""
        return bool(self._url)

    @property
    def notices(self) -> tuple[str, ...]:
        """What ``pfg serve`` would print about the declaration."""
        return self._parts.declared.notices

    def start(self) -> MockApi:
        """Open the store and listen. Return the API itself.

        Raise StoreError if the API runs already, the storage fails or the port is taken, and
        ConfigError if other machines could reach it without a token.
        """
        from pytest_fixturegen.server.app import make_app
        from pytest_fixturegen.server.live_server import require_safe_host, serve_in_thread

        if self._url:
            raise StoreError(f"The API runs already, at {self._url}.", hint="Stop it first.")
        config = self._parts.serve
        require_safe_host(config.host, config.token)
        app = make_app(
            self.store, config, seed=self._parts.generation.seed, name=self._get_adapter_name()
        )
        try:
            self._url = self._server.enter_context(serve_in_thread(app, config.host, config.port))
        finally:
            if not self._url:
                self.stop()
        return self

    def stop(self) -> None:
        """Stop the server and close the store. Stopping twice is allowed."""
        self._url = ""
        try:
            self._server.close()
        finally:
            store, self._store = self._store, None
            if store is not None:
                store.close()

    async def start_async(self) -> MockApi:
        """Do the same as ``start()`` without blocking the event loop."""
        return await asyncio.to_thread(self.start)

    async def stop_async(self) -> None:
        """Do the same as ``stop()`` without blocking the event loop."""
        await asyncio.to_thread(self.stop)

    def __enter__(self) -> MockApi:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    async def __aenter__(self) -> MockApi:
        return await self.start_async()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.stop_async()

    def __repr__(self) -> str:
        return f"<MockApi at {self._url}>" if self._url else "<MockApi, not running>"

    def _open_store(self) -> Store:
        """Return the open store, with the snapshot that the options name."""
        parts = self._parts
        opened = open_store(
            parts.declared,
            parts.store,
            parts.generation,
            adapter=parts.adapter,
            reset=parts.serve.reset,
        )
        with undo_on_error(opened.close):
            if parts.store.db_path:
                opened.snapshots.keep_in(choose_snapshots_folder(parts.store))
            if parts.serve.snapshot:
                opened.snapshots.restore(parts.serve.snapshot)
        return opened

    def _get_adapter_name(self) -> str:
        """Return the name of the adapter of the store."""
        adapter = self._parts.adapter
        if adapter is None:
            return self._parts.store.adapter
        return getattr(adapter, "__name__", type(adapter).__name__)


def _read_database(database: Any) -> DatabaseChoice:
    """Return the storage that the argument *database* of ``create_api`` chooses."""
    if database is None:
        return DatabaseChoice(None, {})
    if isinstance(database, str):
        return DatabaseChoice(None, {"store.adapter": database})
    if not isinstance(database, Mapping):
        return DatabaseChoice(database, {})
    options = dict(database)
    adapter = options.get("adapter")
    if adapter is not None and not isinstance(adapter, str):
        del options["adapter"]
    else:
        adapter = None
    settings = read_options(
        {"database": options},
        "create_api",
        Path.cwd(),
    )
    return DatabaseChoice(adapter, settings)


def _choose_store_config(
    config: StoreConfig | None,
    declared: Mapping[str, Any],
    chosen: Mapping[str, Any],
) -> StoreConfig:
    """Return *config*, or the *declared* options if it is None, with those *chosen* in the call."""
    settings = {**declared, **chosen} if config is None else chosen
    resolved: StoreConfig = resolve_config(StoreConfig, settings)
    if config is None:
        return resolved
    names = [key.removeprefix("store.") for key in chosen]
    return replace(config, **{name: getattr(resolved, name) for name in names})

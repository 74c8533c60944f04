"""The application on a real socket: for as long as a test session, or until somebody stops it."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING

from pytest_fixturegen.errors import ConfigError, StoreError

if TYPE_CHECKING:
    import uvicorn

    from pytest_fixturegen.server.app import App

SERVER_TIMEOUT = 10.0
"""Seconds that a server has to start, and to stop."""


def bind_socket(host: str, port: int) -> socket.socket:
    """A socket that listens at *host* and *port*. Raises StoreError when it cannot.

    It is made for TCP by name: of another the server does not switch off Nagle's delay, which costs each answer 40 ms.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen(1024)
    except OSError as error:
        made.close()
        words = f"{host}:{port} cannot be listened at: {error.strerror or error}."
        raise StoreError(words, hint="Choose another with --port; 0 takes a free one.") from error
    return made


def format_address(listener: socket.socket) -> str:
    """Where *listening* is found, as the beginning of an address."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def require_safe_host(host: str, token: str) -> None:
    """Raise ConfigError where others could reach a store that asks for no token."""
    try:
        local = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        local = False
    if not local and not token:
        raise ConfigError(
            f"At {host} others can reach the store.",
            hint="Give a token with --token, or listen at 127.0.0.1.",
        )


def serve_forever(app: App, listener: socket.socket) -> None:
    """Serve *app* until the process is told to stop, which is how serving is meant to end."""
    with suppress(KeyboardInterrupt):
        asyncio.run(_make_server(app).serve(sockets=[listener]))


@contextmanager
def serve_in_thread(app: App, host: str = "127.0.0.1", port: int = 0) -> Iterator[str]:
    """Serve *app* from a thread of its own; gives the address."""
    listening = bind_socket(host, port)
    server = _make_server(app)
    started = threading.Event()
    thread = threading.Thread(
        target=_run_server, args=(server, listening, started), name="pfg-serve", daemon=True
    )
    thread.start()
    if not started.wait(SERVER_TIMEOUT):
        raise StoreError("The server did not start.", hint="Is the machine very busy?")
    try:
        yield format_address(listening)
    finally:
        server.should_exit = True
        thread.join(SERVER_TIMEOUT)
        listening.close()


def _run_server(server: uvicorn.Server, listener: socket.socket, started: threading.Event) -> None:
    async def serve_until_done() -> None:
        serving = asyncio.ensure_future(server.serve(sockets=[listener]))
        while not server.started and not serving.done():
            await asyncio.sleep(0.001)
        started.set()
        await serving

    asyncio.run(serve_until_done())


def _make_server(app: App) -> uvicorn.Server:
    import uvicorn

    settings = uvicorn.Config(
        app, log_level="warning", lifespan="off", access_log=False, timeout_graceful_shutdown=2
    )
    return uvicorn.Server(settings)

"""The application on a real socket: for a test session, or until the process is stopped."""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import closing, contextmanager, suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from pytest_fixturegen.errors import ConfigError, StoreError
from pytest_fixturegen.server.access import list_allowed_hosts
from pytest_fixturegen.server.offload import WorkerThreads

if TYPE_CHECKING:
    import uvicorn

    from pytest_fixturegen.server.app import App

OnStart = Callable[["uvicorn.Server"], None]
SWITCH_SECONDS = 0.001
"""Time after which a busy thread lets others run.

A restore in a worker thread computes for seconds. With Python's default of 5 ms, reading a record
meanwhile takes 5 to 8 ms, and with this 2 ms.
"""

SERVER_TIMEOUT = 10.0
"""Seconds that a server may take to start, and to stop."""


def bind_socket(host: str, port: int) -> socket.socket:
    """Return a socket that listens at *host* and *port*; port 0 takes a free one.

    Raises StoreError if the address cannot be bound.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # uvicorn switches off Nagle's delay only if the protocol is TCP by name. The delay costs 40 ms
    # for each answer.
    listener = socket.socket(
        family,
        socket.SOCK_STREAM,
        socket.IPPROTO_TCP,
    )
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(1024)
    except OSError as error:
        listener.close()
        raise StoreError(
            f"Cannot listen at {host}:{port}: {error.strerror or error}.",
            hint="Choose another port with --port; 0 takes a free one.",
        ) from error
    return listener


def format_address(listener: socket.socket) -> str:
    """Return the URL of *listener*, without a path."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def require_safe_host(host: str, token: str) -> None:
    """Raise ConfigError if other machines could reach a store that requires no token."""
    try:
        is_local = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        is_local = False
    if not is_local and not token:
        raise ConfigError(
            f"Other machines can reach the store at {host}, and no token protects it.",
            hint="Set a token with --token, or listen at 127.0.0.1.",
        )


def serve_forever(app: App, listener: socket.socket) -> None:
    """Serve *app* until the process is interrupted."""
    server = _make_server(app, listener)
    workers = app.workers = WorkerThreads()
    sys.setswitchinterval(SWITCH_SECONDS)
    with closing(workers), suppress(KeyboardInterrupt):
        _run_loop(server.serve(sockets=[listener]))


def check_hosts(app: App, listener: socket.socket) -> None:
    """Let *app* refuse requests for other hosts if *listener* has a loopback address."""
    is_loopback = ip_address(listener.getsockname()[0]).is_loopback
    app.allowed_hosts = list_allowed_hosts(app.config, is_loopback=is_loopback)


def _run_loop(serving: Coroutine[Any, Any, None]) -> None:
    """Run *serving* in an event loop of uvloop, or of asyncio if uvloop is not installed.

    In alternating pairs, a request took 5 % less CPU with uvloop (one record), 13 % (a change,
    which runs in a thread) or 17 % (a list of 20).
    """
    try:
        import uvloop
    except ImportError:
        asyncio.run(serving)
    else:
        uvloop.run(serving)


@contextmanager
def serve_in_thread(
    app: App,
    host: str = "127.0.0.1",
    port: int = 0,
    on_start: OnStart | None = None,
) -> Iterator[str]:
    """Serve *app* in a thread while the block runs, and yield its URL.

    *on_start* is called in that thread when the server accepts requests. Raises StoreError if the
    server does not start.
    """
    listener = bind_socket(host, port)
    server = _make_server(app, listener)
    workers = app.workers = WorkerThreads()
    started = threading.Event()
    thread = threading.Thread(
        target=_run_server,
        args=(server, listener, started, on_start),
        name="pfg-serve",
        daemon=True,
    )
    thread.start()
    if not started.wait(SERVER_TIMEOUT):
        raise StoreError(
            f"The server did not start within {SERVER_TIMEOUT:.0f} seconds.",
            hint="Check whether the machine is overloaded.",
        )
    try:
        yield format_address(listener)
    finally:
        server.should_exit = True
        thread.join(SERVER_TIMEOUT)
        workers.close()
        listener.close()


def _run_server(
    server: uvicorn.Server,
    listener: socket.socket,
    started: threading.Event,
    on_start: OnStart | None,
) -> None:
    """Serve on *listener* until the server is told to exit.

    *started* is set when the server accepts requests, and also if it failed to start. *on_start*
    is called before.
    """

    async def serve_until_done() -> None:
        """Set *started* as soon as the server runs or has failed, then wait for its end."""
        serving = asyncio.ensure_future(server.serve(sockets=[listener]))
        while not server.started and not serving.done():
            await asyncio.sleep(0.001)
        if on_start is not None:
            on_start(server)
        started.set()
        await serving

    asyncio.run(serve_until_done())


def _make_server(app: App, listener: socket.socket) -> uvicorn.Server:
    """Return a uvicorn server of *app* at *listener* that logs warnings only.

    It waits at most two seconds for open requests when it stops. Headers of proxies are ignored.
    """
    import uvicorn

    from pytest_fixturegen.server.connections import BreakableProtocol

    check_hosts(app, listener)
    logging.getLogger("uvicorn.error").addFilter(_is_not_about_upgrades)
    settings = uvicorn.Config(
        app,
        http=BreakableProtocol,
        log_level="warning",
        lifespan="off",
        access_log=False,
        proxy_headers=False,
        timeout_graceful_shutdown=2,
        ws="none",  # the application refuses WebSockets with an error in its usual form
    )
    return uvicorn.Server(settings)


def _is_not_about_upgrades(record: logging.LogRecord) -> bool:
    """Return whether *record* is not one of the warnings of a refused WebSocket."""
    message = record.getMessage()
    return not message.startswith(("Unsupported upgrade request", "No supported WebSocket"))

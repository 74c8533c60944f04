"""A local HTTP server that records requests, honours idempotency keys, and fails on demand."""

from __future__ import annotations

import json
import select
import socket
import ssl
import struct
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain, repeat
from typing import Any

OK, RESET, LOST, SLOW = "ok", "reset", "lost", "slow"
"""Answer; reset the connection; keep the body, then reset; wait until the client gives up."""

ENDLESS, DRIPPING_BODY, DRIPPING_HEAD = "endless", "dripping body", "dripping head"
"""Accept the body, and answer without an end: fast, or one byte after the other."""

ACCEPTING = (OK, LOST, ENDLESS, DRIPPING_BODY)
DRIP_SECONDS = 0.05

Behaviour = str | tuple[int, str, dict[str, str]]


@dataclass
class Inbox:
    """Every request in order, and the accepted bodies by idempotency key."""

    behaviours: Iterator[Behaviour]
    port: int = 0
    requests: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)
    accepted: dict[str, bytes] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/users"

    @property
    def records(self) -> list[Any]:
        return [record for body in self.accepted.values() for record in json.loads(body)]

    def receive(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Behaviour:
        """Record a request, and return how to answer it."""
        with self.lock:
            self.requests.append((method, path, headers, body))
            behaviour = next(self.behaviours)
            if behaviour in ACCEPTING:
                key = headers.get("idempotency-key", str(len(self.accepted)))
                assert self.accepted.setdefault(key, body) == body
        return behaviour


class RecordingHandler(BaseHTTPRequestHandler):
    """Passes each request to *inbox*, and answers as it says."""

    protocol_version = "HTTP/1.1"
    inbox: Inbox

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        body = self.rfile.read(length)
        if len(body) < length:  # the client died before the request was complete
            self.close_connection = True
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.answer(self.inbox.receive(self.command, self.path, headers, body))

    do_PUT = do_POST

    def answer(self, behaviour: Behaviour) -> None:
        if behaviour in (ENDLESS, DRIPPING_BODY, DRIPPING_HEAD):
            self.answer_for_ever(behaviour)
            return
        if behaviour == SLOW:
            self.wait_for_hang_up()
        if behaviour in (RESET, LOST, SLOW):
            self.reset_connection()
            return
        status, text, headers = (200, "", {}) if isinstance(behaviour, str) else behaviour
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(text.encode()))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text.encode())

    def wait_for_hang_up(self) -> None:
        """Answer nothing until the client closes the connection."""
        self.connection.settimeout(5)
        with suppress(OSError):
            self.connection.recv(1)

    def answer_for_ever(self, behaviour: str) -> None:
        """Send an answer until the client closes the connection."""
        self.close_connection = True
        head = b"HTTP/1.1 200 OK\r\nX-Long: "
        self.wfile.write(head if behaviour == DRIPPING_HEAD else head + b"1\r\n\r\n")
        block = b"x" * (1 << 16) if behaviour == ENDLESS else b"x"
        pause = 0 if behaviour == ENDLESS else DRIP_SECONDS
        with suppress(OSError):
            while not select.select([self.connection], [], [], pause)[0]:
                self.wfile.write(block)

    def reset_connection(self) -> None:
        linger = struct.pack("ii", 1, 0)  # on, for 0 seconds: close() sends a reset
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.close()
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Print nothing."""


class RecordingServer(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_: object) -> None:
        """Ignore broken connections, which the tests cause."""


@contextmanager
def serving(
    behaviours: Iterable[Behaviour] = (), port: int = 0, tls: ssl.SSLContext | None = None
) -> Iterator[Inbox]:
    """Serve while the block runs: each of *behaviours* once, then plain answers."""
    inbox = Inbox(chain(behaviours, repeat(OK)))
    handler = type("Handler", (RecordingHandler,), {"inbox": inbox})
    server = RecordingServer(("127.0.0.1", port), handler)
    server.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    inbox.port = server.server_address[1]
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
    )
    thread.start()
    try:
        yield inbox
    finally:
        server.shutdown()
        server.server_close()

"""A server on loopback that keeps what it is sent, honours idempotency keys, and fails as it is told."""

from __future__ import annotations

import json
import socket
import ssl
import struct
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain, repeat
from typing import Any

OK, RESET, LOST, SLOW = "ok", "reset", "lost", "slow"
"""Answer; break the connection; keep the request and break the connection; keep quiet until the client gives up."""

Behaviour = str | tuple[int, str, dict[str, str]]


@dataclass
class Inbox:
    """Every request in order, and of those that were kept the body by idempotency key."""

    behaviours: Iterator[Behaviour]
    port: int = 0
    requests: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)
    kept: dict[str, bytes] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/users"

    @property
    def records(self) -> list[Any]:
        return [record for body in self.kept.values() for record in json.loads(body)]

    def receive(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Behaviour:
        """Note a request; what to do about it."""
        with self.lock:
            self.requests.append((method, path, headers, body))
            behaviour = next(self.behaviours)
            if behaviour in (OK, LOST):
                assert (
                    self.kept.setdefault(headers.get("idempotency-key", str(len(self.kept))), body)
                    == body
                )
        return behaviour


@contextmanager
def serving(
    behaviours: Iterable[Behaviour] = (), port: int = 0, tls: ssl.SSLContext | None = None
) -> Iterator[Inbox]:
    """A server that does *behaviours* one after the other, and then answers."""
    inbox = Inbox(chain(behaviours, repeat(OK)))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            body = self.rfile.read(length)
            if len(body) < length:  # the client died while it spoke: that was no request
                self.close_connection = True
                return
            headers = {name.lower(): value for name, value in self.headers.items()}
            self.answer(inbox.receive(self.command, self.path, headers, body))

        do_PUT = do_POST

        def answer(self, behaviour: Behaviour) -> None:
            if behaviour == SLOW:
                time.sleep(0.4)
            if behaviour in (RESET, LOST, SLOW):
                self.connection.setsockopt(
                    socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
                )
                self.connection.close()
                self.close_connection = True
                return
            status, text, headers = (200, "", {}) if isinstance(behaviour, str) else behaviour
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(text.encode()))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

        def handle_error(self, *_: object) -> None:
            """Broken connections are what it is for."""

    server = Server(("127.0.0.1", port), Handler)
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

"""Requests over a socket, byte by byte: httpx would correct most of them."""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass
class RawResponse:
    """A response as it came over the socket."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def error(self) -> dict[str, Any]:
        """The error in the body, in the form that all errors share."""
        found: dict[str, Any] = json.loads(self.body)["error"]
        return found


def send_raw(
    address: str,
    method: str,
    target: str,
    headers: Sequence[tuple[str, str]] = (),
    body: bytes = b"",
    version: str = "1.1",
) -> RawResponse:
    """Send one request with exactly *headers*, and a length if it has a body."""
    lines = [f"{method} {target} HTTP/{version}"]
    lines += [f"{name}: {value}" for name, value in headers]
    lines += [f"content-length: {len(body)}"] if body else []
    message = "\r\n".join([*lines, "connection: close", "", ""]).encode("latin-1") + body
    with socket.create_connection(parse_address(address), timeout=20) as connection:
        connection.sendall(message)
        received = b""
        while part := connection.recv(65536):
            received += part
    return parse_response(received)


def parse_response(received: bytes) -> RawResponse:
    """Return the response in the bytes of a whole connection."""
    head, _, body = received.partition(b"\r\n\r\n")
    status_line, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    headers = {name.lower(): value.strip() for name, _, value in pairs}
    return RawResponse(int(status_line.split()[1]), headers, body)


def parse_address(address: str) -> tuple[str, int]:
    """Return the host and the port of the URL *address*."""
    host, _, port = address.removeprefix("http://").rpartition(":")
    return host.strip("[]"), int(port)

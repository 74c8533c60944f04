"""What the audit hook thinks of each event of the network: nothing is reached but what is granted."""

from __future__ import annotations

import _socket as socket  # the module that it wraps costs more to import than the whole hook
from typing import Any

from pytest_fixturegen.sandbox.policy import is_number
from pytest_fixturegen.sandbox.verdicts import Judge, Rules, Verdict

FAMILIES = (-1, *(getattr(socket, name) for name in ("AF_UNIX", "AF_INET", "AF_INET6") if hasattr(socket, name)))
KINDS = (-1, socket.SOCK_STREAM, socket.SOCK_DGRAM)
HERE = ("", "localhost", "127.0.0.1", "::1", "0.0.0.0", "::")
SERVICES = ("/dev/log", "/run/", "/var/run/")
"""Sockets of the system that C libraries look for by themselves."""


def making(args: Any, _: Rules) -> Verdict | None:
    """``socket.__new__``: the socket, its family and its kind."""
    _, family, kind, *_ = args
    if family in FAMILIES and (kind == -1 or kind & 0xF in KINDS):
        return None
    return Verdict("network", f"make a socket of family {int(family)} and kind {int(kind)}")


def reaching(verb: str) -> Judge:
    """An event that sends to an address, or listens at one."""

    def judge(args: Any, rules: Rules) -> Verdict | None:
        address = args[1]
        if isinstance(address, tuple) and len(address) >= 2:
            host, port = str(address[0]), address[1]
            if verb != "listen at" and _granted(host, port, rules):
                return None
            grant = "" if verb == "listen at" else f"--allow-net {_joined(host, port)}"
            return Verdict("network", f"{verb} {_joined(host, port)}", grant, quiet=verb == "listen at" and port == 0)
        if address is None:
            return None
        place = address if isinstance(address, str) else repr(address)
        return Verdict("network", f"{verb} {place}", quiet=place.startswith(SERVICES))

    return judge


def asking(args: Any, rules: Rules) -> Verdict | None:
    """A question to name servers. What needs no asking may be asked."""
    asked = args[0][0] if isinstance(args[0], tuple) else args[0]
    host = asked.decode("ascii", "replace") if isinstance(asked, bytes) else str(asked or "")
    port = args[1] if len(args) > 1 and args[1] else "PORT"
    known = [each.rpartition(":")[0].strip("[]") for each in rules.net]
    if host in (*HERE, *known) or is_number(host):
        return None
    grant = f"--allow-net {_joined(host, port)}"
    return Verdict("network", f"ask name servers for {host}", grant, quiet=host == socket.gethostname())


def _granted(host: str, port: Any, rules: Rules) -> bool:
    """A grant by name opens its port, since the name may stand for any address."""
    for each in rules.net:
        name, _, number = each.rpartition(":")
        if number == str(port) and (name.strip("[]") == host or not is_number(name.strip("[]"))):
            return True
    return str(port) == "53" and any(not is_number(each.rpartition(":")[0].strip("[]")) for each in rules.net)


def _joined(host: str, port: Any) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


NETWORK: dict[str, Judge] = {
    "socket.__new__": making,
    "socket.connect": reaching("connect to"),
    "socket.bind": reaching("listen at"),
    "socket.sendto": reaching("send to"),
    "socket.sendmsg": reaching("send to"),
    "socket.getaddrinfo": asking,
    "socket.gethostbyname": asking,
    "socket.gethostbyaddr": asking,
    "socket.getnameinfo": asking,
}
"""The judge of each event of the network."""

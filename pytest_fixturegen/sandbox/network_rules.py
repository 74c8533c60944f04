"""What the audit hook thinks of each event of the network: nothing is reached but what is granted."""

from __future__ import annotations

import _socket as socket  # the module that it wraps costs more to import than the whole hook
from typing import Any

from pytest_fixturegen.sandbox.audit_rules import AuditRules, EventCheck, Verdict
from pytest_fixturegen.sandbox.policy import is_ip_address

ALLOWED_FAMILIES = (
    -1,
    *(
        getattr(socket, name)
        for name in ("AF_UNIX", "AF_INET", "AF_INET6")
        if hasattr(socket, name)
    ),
)
ALLOWED_SOCKET_KINDS = (-1, socket.SOCK_STREAM, socket.SOCK_DGRAM)
LOCAL_HOSTS = ("", "localhost", "127.0.0.1", "::1", "0.0.0.0", "::")
SYSTEM_SOCKETS = ("/dev/log", "/run/", "/var/run/")
"""Sockets of the system that C libraries look for by themselves."""


def check_socket(args: Any, _: AuditRules) -> Verdict | None:
    """``socket.__new__``: the socket, its family and its kind."""
    _, family, kind, *_ = args
    if family in ALLOWED_FAMILIES and (kind == -1 or kind & 0xF in ALLOWED_SOCKET_KINDS):
        return None
    return Verdict("network", f"make a socket of family {int(family)} and kind {int(kind)}")


def build_address_check(verb: str) -> EventCheck:
    """An event that sends to an address, or listens at one."""

    def check_event(args: Any, rules: AuditRules) -> Verdict | None:
        address = args[1]
        if isinstance(address, tuple) and len(address) >= 2:
            host, port = str(address[0]), address[1]
            if verb != "listen at" and _is_granted(host, port, rules):
                return None
            grant = "" if verb == "listen at" else f"--allow-net {_format_address(host, port)}"
            return Verdict(
                "network",
                f"{verb} {_format_address(host, port)}",
                grant,
                is_quiet=verb == "listen at" and port == 0,
            )
        if address is None:
            return None
        place = address if isinstance(address, str) else repr(address)
        return Verdict("network", f"{verb} {place}", is_quiet=place.startswith(SYSTEM_SOCKETS))

    return check_event


def check_name_lookup(args: Any, rules: AuditRules) -> Verdict | None:
    """A question to name servers. What needs no asking may be asked."""
    asked = args[0][0] if isinstance(args[0], tuple) else args[0]
    host = asked.decode("ascii", "replace") if isinstance(asked, bytes) else str(asked or "")
    port = args[1] if len(args) > 1 and args[1] else "PORT"
    known = [each.rpartition(":")[0].strip("[]") for each in rules.allowed_addresses]
    if host in (*LOCAL_HOSTS, *known) or is_ip_address(host):
        return None
    grant = f"--allow-net {_format_address(host, port)}"
    return Verdict(
        "network", f"ask name servers for {host}", grant, is_quiet=host == socket.gethostname()
    )


def _is_granted(host: str, port: Any, rules: AuditRules) -> bool:
    """A grant by name opens its port, since the name may stand for any address."""
    for each in rules.allowed_addresses:
        name, _, number = each.rpartition(":")
        if number == str(port) and (
            name.strip("[]") == host or not is_ip_address(name.strip("[]"))
        ):
            return True
    return str(port) == "53" and any(
        not is_ip_address(each.rpartition(":")[0].strip("[]")) for each in rules.allowed_addresses
    )


def _format_address(host: str, port: Any) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


NETWORK_CHECKS: dict[str, EventCheck] = {
    "socket.__new__": check_socket,
    "socket.connect": build_address_check("connect to"),
    "socket.bind": build_address_check("listen at"),
    "socket.sendto": build_address_check("send to"),
    "socket.sendmsg": build_address_check("send to"),
    "socket.getaddrinfo": check_name_lookup,
    "socket.gethostbyname": check_name_lookup,
    "socket.gethostbyaddr": check_name_lookup,
    "socket.getnameinfo": check_name_lookup,
}
"""The judge of each event of the network."""

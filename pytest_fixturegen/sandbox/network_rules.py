"""Checks of network events: the target may reach the addresses that are granted, and no others."""

from __future__ import annotations

import _socket as socket  # "socket" itself costs more to import than the whole hook
from typing import Any

from pytest_fixturegen.sandbox.audit_rules import AuditRules, EventCheck, Verdict
from pytest_fixturegen.sandbox.policy import NAME_SERVER_PORT, is_ip_address, split_address

FAMILY_NAMES = ("AF_UNIX", "AF_INET", "AF_INET6")
ANY = -1
"""The family and the kind of a socket that is made from a descriptor."""

ALLOWED_FAMILIES = (
    ANY,
    *(getattr(socket, name) for name in FAMILY_NAMES if hasattr(socket, name)),
)
ALLOWED_SOCKET_KINDS = (socket.SOCK_STREAM, socket.SOCK_DGRAM)
SOCKET_KIND_MASK = 0xF
"""The bits of a socket's type that are not flags such as SOCK_CLOEXEC [socket(2)]."""

LOCAL_HOSTS = ("", "localhost", "127.0.0.1", "::1", "0.0.0.0", "::")
SYSTEM_SOCKETS = ("/dev/log", "/run/", "/var/run/")
"""Sockets of system services that C libraries look for on their own."""


def check_socket(args: Any, _: AuditRules) -> Verdict | None:
    """Check ``socket.__new__``: the socket, its family, its kind."""
    _, family, kind, *_ = args
    is_allowed_kind = kind == ANY or kind & SOCKET_KIND_MASK in ALLOWED_SOCKET_KINDS
    if family in ALLOWED_FAMILIES and is_allowed_kind:
        return None
    return Verdict("network", f"make a socket of family {int(family)} and kind {int(kind)}")


def check_listen(args: Any, _: AuditRules) -> Verdict | None:
    """Check ``socket.bind``: the target may not listen. Asking for a free port is quiet."""
    address = args[1]
    if not _is_host_and_port(address):
        return _check_other_address("listen at", address)
    host, port = str(address[0]), address[1]
    return Verdict("network", f"listen at {_format_address(host, port)}", is_quiet=port == 0)


def build_address_check(verb: str) -> EventCheck:
    """Return the check of an event that sends to an address."""

    def check_event(args: Any, rules: AuditRules) -> Verdict | None:
        """Return the refusal of an address, or None if ``--allow-net`` grants it."""
        address = args[1]
        if not _is_host_and_port(address):
            return _check_other_address(verb, address)
        host, port = str(address[0]), address[1]
        if _is_granted(host, port, rules):
            return None
        place = _format_address(host, port)
        return Verdict("network", f"{verb} {place}", f"--allow-net {place}")

    return check_event


def check_name_lookup(args: Any, rules: AuditRules) -> Verdict | None:
    """Check a question to name servers. Names of this machine and granted names are permitted."""
    host = _get_looked_up_host(args[0])
    granted_hosts = [split_address(address)[0] for address in rules.allowed_addresses]
    if host in LOCAL_HOSTS or host in granted_hosts:
        return None
    if is_ip_address(host):
        return None
    has_port = len(args) > 1 and args[1]
    port = args[1] if has_port else "PORT"
    grant = f"--allow-net {_format_address(host, port)}"
    is_own_name = host == socket.gethostname()  # libraries look it up to name this machine
    return Verdict("network", f"ask name servers for {host}", grant, is_quiet=is_own_name)


def _get_looked_up_host(argument: Any) -> str:
    """Return the host of the first *argument* of a lookup; None is the empty name."""
    # getnameinfo has an address where the others have a host.
    name = argument[0] if isinstance(argument, tuple) else argument
    if isinstance(name, bytes):
        return name.decode("ascii", "replace")
    return str(name or "")


def _is_host_and_port(address: Any) -> bool:
    """Return whether *address* is one of the internet."""
    return isinstance(address, tuple) and len(address) >= 2


def _check_other_address(verb: str, address: Any) -> Verdict | None:
    """Check the path of a Unix socket; None as the address of a connected socket is permitted."""
    if address is None:
        return None
    place = address if isinstance(address, str) else repr(address)
    return Verdict("network", f"{verb} {place}", is_quiet=place.startswith(SYSTEM_SOCKETS))


def _is_granted(
    host: str,
    port: Any,
    rules: AuditRules,
) -> bool:
    """Return whether a grant covers *host* and *port*.

    A grant by name opens its port for every host, since the name may have any address, and the
    port of name servers.
    """
    has_named_host = False
    for address in rules.allowed_addresses:
        granted_host, granted_port = split_address(address)
        is_name = not is_ip_address(granted_host)
        if granted_port == str(port) and (is_name or granted_host == host):
            return True
        has_named_host = has_named_host or is_name
    return has_named_host and str(port) == str(NAME_SERVER_PORT)


def _format_address(host: str, port: Any) -> str:
    """Return *host* and *port* as in a URL."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


NETWORK_CHECKS: dict[str, EventCheck] = {
    "socket.__new__": check_socket,
    "socket.connect": build_address_check("connect to"),
    "socket.bind": check_listen,
    "socket.sendto": build_address_check("send to"),
    "socket.sendmsg": build_address_check("send to"),
    "socket.getaddrinfo": check_name_lookup,
    "socket.gethostbyname": check_name_lookup,
    "socket.gethostbyaddr": check_name_lookup,
    "socket.getnameinfo": check_name_lookup,
}
"""The check of each network event."""

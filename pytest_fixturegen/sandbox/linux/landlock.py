"""Landlock: the files that this process may read and write, and the ports that it may reach.

The kernel checks a path each time it is opened, however the process reached it
[landlock(7), linux/landlock.h].
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
from collections.abc import Iterable, Sequence
from contextlib import suppress

from pytest_fixturegen.sandbox.linux.syscalls import Machine

# LANDLOCK_ACCESS_FS_*
EXECUTE = 1 << 0
WRITE_FILE = 1 << 1
READ_FILE = 1 << 2
READ_DIR = 1 << 3
REMOVE_DIR = 1 << 4
REMOVE_FILE = 1 << 5
MAKE_DIR = 1 << 7
MAKE_REG = 1 << 8
MAKE_FIFO = 1 << 10
MAKE_SYM = 1 << 12
REFER = 1 << 13
TRUNCATE = 1 << 14
IOCTL_DEV = 1 << 15

FILE_RIGHTS = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV
"""The rights that a rule may name if its path is not a folder."""

READ_RIGHTS = READ_FILE | READ_DIR
CREATE_EMPTY_RIGHTS = READ_RIGHTS | MAKE_DIR | MAKE_REG
"""Make empty files and folders, but neither write, link nor remove anything."""

WRITE_RIGHTS = (
    CREATE_EMPTY_RIGHTS
    | WRITE_FILE
    | TRUNCATE
    | REMOVE_DIR
    | REMOVE_FILE
    | MAKE_FIFO
    | MAKE_SYM
    | REFER
)

RIGHTS_BY_VERSION = {1: 13, 2: 14, 3: 15, 5: 16, 9: 17}
"""How many file rights each version of the interface knows.

The rules handle all of them, so each one is refused unless a rule grants it. No rule grants
EXECUTE.
"""

NETWORK_SINCE_VERSION = 4
SCOPES_SINCE_VERSION = 6

CREATE_RULESET_VERSION = 1  # LANDLOCK_CREATE_RULESET_VERSION
RULE_PATH_BENEATH = 1  # LANDLOCK_RULE_PATH_BENEATH
RULE_NET_PORT = 2  # LANDLOCK_RULE_NET_PORT
CONNECT_TCP = 2  # LANDLOCK_ACCESS_NET_CONNECT_TCP
ALL_NETWORK_RIGHTS = 3  # LANDLOCK_ACCESS_NET_BIND_TCP | LANDLOCK_ACCESS_NET_CONNECT_TCP
ALL_SCOPES = 3  # LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET | LANDLOCK_SCOPE_SIGNAL


def read_abi_version(machine: Machine) -> int:
    """Return the version of the kernel's Landlock interface, or 0 if it has none."""
    libc = ctypes.CDLL(None, use_errno=True)
    number = machine.syscall_numbers["landlock_create_ruleset"]
    return max(
        int(
            libc.syscall(
                number,
                None,
                0,
                CREATE_RULESET_VERSION,
            )
        ),
        0,
    )


def enforce_path_rules(
    machine: Machine,
    paths: Iterable[tuple[str, int]],
    ports: Sequence[int],
) -> str:
    """Leave this process, for good, only the rights on *paths* and connections to *ports*.

    Return why the kernel did not enforce them, or an empty string.
    """
    version = read_abi_version(machine)
    if not version:
        return "the kernel does not have it"
    libc = ctypes.CDLL(None, use_errno=True)
    known_rights = _get_known_rights(version)
    attributes = _build_attributes(version, known_rights)
    ruleset = libc.syscall(
        machine.syscall_numbers["landlock_create_ruleset"], attributes, len(attributes), 0
    )
    if ruleset < 0:
        return _describe_refusal()
    add_rule = machine.syscall_numbers["landlock_add_rule"]
    for path, rights in paths:
        with suppress(OSError):  # a path that does not exist needs no right
            _add_path_rule(
                libc,
                (add_rule, ruleset),
                path,
                rights & known_rights,
            )
    for port in ports if version >= NETWORK_SINCE_VERSION else ():
        libc.syscall(
            add_rule,
            ruleset,
            RULE_NET_PORT,
            struct.pack("=QQ", CONNECT_TCP, port),
            0,
        )
    failed = libc.syscall(
        machine.syscall_numbers["landlock_restrict_self"],
        ruleset,
        0,
    )
    reason = _describe_refusal() if failed else ""
    os.close(ruleset)
    return reason


def _get_known_rights(version: int) -> int:
    """Return the bits of all rights that *version* of the kernel's interface knows."""
    count = max(count for since, count in RIGHTS_BY_VERSION.items() if version >= since)
    return (1 << count) - 1


def _build_attributes(version: int, known_rights: int) -> bytes:
    """Return struct landlock_ruleset_attr, as long as the kernel of that version knows it."""
    attributes = struct.pack("=QQQ", known_rights, ALL_NETWORK_RIGHTS, ALL_SCOPES)
    if version >= SCOPES_SINCE_VERSION:
        return attributes
    return attributes[:16] if version >= NETWORK_SINCE_VERSION else attributes[:8]


def _describe_refusal() -> str:
    return f"the kernel refuses rules (error {ctypes.get_errno()})"


def _add_path_rule(
    libc: ctypes.CDLL,
    rule: tuple[int, int],
    path: str,
    rights: int,
) -> None:
    """Grant *rights* on *path*; *rule* is the system call's number and the ruleset."""
    handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        is_folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        granted = rights if is_folder else rights & FILE_RIGHTS
        attributes = struct.pack("=Qi", granted, handle)  # struct landlock_path_beneath_attr
        libc.syscall(*rule, RULE_PATH_BENEATH, attributes, 0)
    finally:
        os.close(handle)

"""Landlock: which files this process may read and write, which ports it may reach, whom it may signal.

The kernel decides each time a path is opened, whatever way the process took there [landlock(7), linux/landlock.h].
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
from collections.abc import Iterable, Sequence
from contextlib import suppress

from pytest_fixturegen.sandbox.linux.syscalls import Machine

WRITE_FILE, READ_FILE, READ_DIR, TRUNCATE, REFER = 1 << 1, 1 << 2, 1 << 3, 1 << 14, 1 << 13
REMOVE_DIR, REMOVE_FILE, MAKE_DIR, MAKE_REG, MAKE_FIFO, MAKE_SYM = (
    1 << 4,
    1 << 5,
    1 << 7,
    1 << 8,
    1 << 10,
    1 << 12,
)
FILE_RIGHTS = 1 << 0 | WRITE_FILE | READ_FILE | TRUNCATE | 1 << 15
"""The rights that a rule for something other than a folder may name."""

READ_RIGHTS = READ_FILE | READ_DIR
KEEP_RIGHTS = READ_RIGHTS | WRITE_FILE | TRUNCATE | MAKE_DIR | MAKE_REG
"""New files and folders; no links, and nothing is taken away."""
WRITE_RIGHTS = KEEP_RIGHTS | REMOVE_DIR | REMOVE_FILE | MAKE_FIFO | MAKE_SYM | REFER
RIGHTS_BY_VERSION = ((1, 13), (2, 14), (3, 15), (5, 16), (9, 17))
"""How many rights on files each version of the interface knows. All are handled, few are granted; execution to nobody."""

VERSION, BENEATH, PORT, CONNECT = (
    1,
    1,
    2,
    2,
)  # LANDLOCK_CREATE_RULESET_VERSION, _RULE_PATH_BENEATH, _RULE_NET_PORT, ...


def read_abi_version(machine: Machine) -> int:
    """The version of the interface; 0 where the kernel has none."""
    libc = ctypes.CDLL(None, use_errno=True)
    return max(
        int(libc.syscall(machine.syscall_numbers["landlock_create_ruleset"], None, 0, VERSION)), 0
    )


def enforce_path_rules(
    machine: Machine, paths: Iterable[tuple[str, int]], ports: Sequence[int]
) -> str:
    """Leave this process, for good, the rights on *paths* and connections to *ports*; why not, if that fails."""
    abi = read_abi_version(machine)
    if not abi:
        return "the kernel has none"
    libc = ctypes.CDLL(None, use_errno=True)
    known = (1 << max(count for since, count in RIGHTS_BY_VERSION if abi >= since)) - 1
    attributes = struct.pack("=QQQ", known, 3, 3)[: 8 if abi < 4 else 16 if abi < 6 else 24]
    rules = libc.syscall(
        machine.syscall_numbers["landlock_create_ruleset"], attributes, len(attributes), 0
    )
    if rules < 0:
        return f"the kernel refuses rules (error {ctypes.get_errno()})"
    add = machine.syscall_numbers["landlock_add_rule"]
    for path, rights in paths:
        with suppress(OSError):  # what is not there needs no right
            _add_path_rule(libc, (add, rules), path, rights & known)
    for port in ports if abi >= 4 else ():
        libc.syscall(add, rules, PORT, struct.pack("=QQ", CONNECT, port), 0)
    failed = libc.syscall(machine.syscall_numbers["landlock_restrict_self"], rules, 0)
    os.close(rules)
    return f"the kernel refuses rules (error {ctypes.get_errno()})" if failed else ""


def _add_path_rule(libc: ctypes.CDLL, rule: tuple[int, int], path: str, rights: int) -> None:
    handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        libc.syscall(
            *rule,
            BENEATH,
            struct.pack("=Qi", rights if folder else rights & FILE_RIGHTS, handle),
            0,
        )
    finally:
        os.close(handle)

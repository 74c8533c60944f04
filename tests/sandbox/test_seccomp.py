"""The filter, read by a small interpreter of its own: what each call is answered with, on each machine."""

from __future__ import annotations

from errno import EAFNOSUPPORT, ENOSYS, EPERM

import pytest

from pytest_fixturegen.sandbox.linux.seccomp import (
    ALLOW,
    AND,
    ARGUMENTS,
    GO,
    KILL,
    LEAST,
    LOAD,
    REFUSE,
    RETURN,
    SAME,
    build_filter,
    build_rules,
)
from pytest_fixturegen.sandbox.linux.syscalls import NEWEST_SYSCALL, Machine, detect_machine

PID = 4321
MACHINES = [found for found in map(detect_machine, ("x86_64", "aarch64")) if found]


def answer(code: list[tuple[int, int, int, int]], token: int, number: int, *arguments: int) -> int:
    """What the kernel would answer: the filter is run as the kernel runs it."""
    words = [
        word
        for each in (*arguments, *[0] * (6 - len(arguments)))
        for word in (each & 0xFFFFFFFF, each >> 32)
    ]
    seen = {0: number, 4: token} | {ARGUMENTS + 4 * at: word for at, word in enumerate(words)}
    at = held = 0
    while True:
        kind, yes, no, operand = code[at]
        at += 1
        if kind == RETURN:
            return operand
        if kind == LOAD:
            held = seen[operand]
        elif kind == AND:
            held &= operand
        elif kind == GO:
            at += operand
        else:
            at += yes if {SAME: held == operand, LEAST: held >= operand}[kind] else no


def answered(here: Machine, name: str, *arguments: int, **granted: bool) -> int:
    return answer(
        build_filter(here, build_rules(PID, **granted)),
        here.audit_arch,
        here.syscall_numbers[name],
        *arguments,
    )


def refused(error: int) -> int:
    return REFUSE | error


@pytest.fixture(params=MACHINES, ids=lambda found: hex(found.audit_arch))
def here(request: pytest.FixtureRequest) -> Machine:
    """Each machine whose calls are known."""
    found: Machine = request.param
    return found


CASES = [
    ("connect", (3, 4096, 16), refused(EPERM)),
    ("bind", (3, 4096, 16), refused(EPERM)),
    ("execve", (4096,), refused(EPERM)),
    ("ptrace", (16, 1), refused(EPERM)),
    ("io_uring_setup", (4, 4096), refused(EPERM)),
    ("seccomp", (1, 0), refused(EPERM)),
    ("clone3", (4096, 88), refused(ENOSYS)),
    ("fchmod", (3, 0o777), refused(0)),
    ("utimensat", (3, 4096), refused(0)),
    ("socket", (2, 1, 0), ALLOW),
    ("socket", (2, 1 | 0o2000000, 0), ALLOW),
    ("socket", (2, 3, 1), refused(EPERM)),
    ("socket", (16, 3, 0), refused(EAFNOSUPPORT)),
    ("socket", (17, 3, 0), refused(EAFNOSUPPORT)),
    ("socketpair", (1, 1, 0), ALLOW),
    ("socketpair", (2, 1, 0), refused(EPERM)),
    ("sendto", (3, 4096, 1, 0, 0, 0), ALLOW),
    ("sendto", (3, 4096, 1, 0, 4096, 16), refused(EPERM)),
    ("sendto", (3, 4096, 1, 0, 1 << 32, 16), refused(EPERM)),
    ("clone", (0x10000 | 0x3D0F00,), ALLOW),
    ("clone", (17,), refused(EPERM)),
    ("kill", (PID, 9), ALLOW),
    ("kill", (PID - 1, 9), refused(EPERM)),
    ("kill", (0xFFFFFFFF, 9), refused(EPERM)),
    ("tgkill", (PID, PID, 6), ALLOW),
    ("prlimit64", (0, 7), ALLOW),
    ("prlimit64", (1, 7), refused(EPERM)),
    ("setpriority", (0, 1, 19), refused(EPERM)),
    ("fcntl", (3, 1, 0), ALLOW),
    ("fcntl", (3, 8, 1), refused(EPERM)),
    ("fcntl", (3, 15, 1), refused(EPERM)),
    ("ioctl", (3, 0x5401, 0), ALLOW),
    ("ioctl", (3, 0x5412, 0), refused(EPERM)),
    ("ioctl", (3, 0x40086602, 0), refused(EPERM)),
    ("prctl", (15, 0), ALLOW),
    ("prctl", (22, 2), refused(EPERM)),
    ("landlock_restrict_self", (3, 0), ALLOW),
]


@pytest.mark.parametrize(("name", "arguments", "expected"), CASES)
def test_a_call_is_answered(
    here: Machine, name: str, arguments: tuple[int, ...], expected: int
) -> None:
    assert answered(here, name, *arguments) == expected


@pytest.mark.parametrize("number", [0x40000000 + 41, 0xFFFFFFFF])
def test_another_way_to_number_calls_is_death(here: Machine, number: int) -> None:
    assert answer(build_filter(here, build_rules(PID)), here.audit_arch, number) == KILL


def test_calls_of_another_machine_are_death(here: Machine) -> None:
    assert answer(build_filter(here, build_rules(PID)), here.audit_arch ^ 1, 1) == KILL


def test_calls_that_nobody_has_looked_at_do_not_exist(here: Machine) -> None:
    assert answer(
        build_filter(here, build_rules(PID)), here.audit_arch, NEWEST_SYSCALL + 1
    ) == refused(ENOSYS)
    assert answer(build_filter(here, build_rules(PID)), here.audit_arch, NEWEST_SYSCALL) == ALLOW


def test_a_granted_address_opens_streams_and_nothing_else(here: Machine) -> None:
    assert answered(here, "connect", 3, with_network=True) == ALLOW
    assert answered(here, "socket", 2, 1, 0, with_network=True) == ALLOW
    assert answered(here, "socket", 1, 1, 0, with_network=True) == refused(EAFNOSUPPORT)
    assert answered(here, "socket", 2, 2, 0, with_network=True) == refused(EPERM)
    assert answered(here, "socket", 2, 2, 0, with_network=True, with_name_lookup=True) == ALLOW
    assert answered(here, "bind", 3, with_network=True) == refused(EPERM)


def test_every_rule_speaks_of_a_known_call() -> None:
    known = {name for found in MACHINES for name in found.syscall_numbers}
    assert build_rules(PID).keys() <= known


def test_no_two_calls_have_one_number(here: Machine) -> None:
    assert len(set(here.syscall_numbers.values())) == len(here.syscall_numbers)


def test_other_machines_are_not_known() -> None:
    assert detect_machine("riscv64") is None

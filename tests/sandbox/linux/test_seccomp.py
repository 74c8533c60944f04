"""The seccomp filter, run by a small interpreter: the answer to each call, on each machine."""

from __future__ import annotations

from errno import EAFNOSUPPORT, ENOSYS, EPERM

import pytest

from pytest_fixturegen.sandbox.linux.seccomp import (
    ALLOW,
    AND,
    ARGUMENTS_OFFSET,
    IF_AT_LEAST,
    IF_EQUAL,
    JUMP,
    KILL,
    LOAD,
    REFUSE,
    RETURN,
    build_filter,
    build_rules,
)
from pytest_fixturegen.sandbox.linux.syscalls import NEWEST_SYSCALL, Machine, detect_machine

PID = 4321
MACHINES = [found for found in map(detect_machine, ("x86_64", "aarch64")) if found]


def run_filter(
    code: list[tuple[int, int, int, int]], audit_arch: int, number: int, *arguments: int
) -> int:
    """Return the kernel's answer: the filter is run as the kernel runs it."""
    words = [
        word
        for argument in (*arguments, *[0] * (6 - len(arguments)))
        for word in (argument & 0xFFFFFFFF, argument >> 32)
    ]
    data = {0: number, 4: audit_arch} | {
        ARGUMENTS_OFFSET + 4 * index: word for index, word in enumerate(words)
    }
    position = value = 0
    while True:
        operation, if_true, if_false, operand = code[position]
        position += 1
        if operation == RETURN:
            return operand
        if operation == LOAD:
            value = data[operand]
        elif operation == AND:
            value &= operand
        elif operation == JUMP:
            position += operand
        else:
            conditions = {IF_EQUAL: value == operand, IF_AT_LEAST: value >= operand}
            position += if_true if conditions[operation] else if_false


def answer_call(machine: Machine, name: str, *arguments: int, **granted: bool) -> int:
    return run_filter(
        build_filter(machine, build_rules(PID, **granted)),
        machine.audit_arch,
        machine.syscall_numbers[name],
        *arguments,
    )


def refuse(error: int) -> int:
    return REFUSE | error


@pytest.fixture(params=MACHINES, ids=lambda detected: hex(detected.audit_arch))
def machine(request: pytest.FixtureRequest) -> Machine:
    """Each machine in the table of calls."""
    detected: Machine = request.param
    return detected


CASES = [
    ("connect", (3, 4096, 16), refuse(EPERM)),
    ("bind", (3, 4096, 16), refuse(EPERM)),
    ("execve", (4096,), refuse(EPERM)),
    ("ptrace", (16, 1), refuse(EPERM)),
    ("io_uring_setup", (4, 4096), refuse(EPERM)),
    ("seccomp", (1, 0), refuse(EPERM)),
    ("clone3", (4096, 88), refuse(ENOSYS)),
    ("fchmod", (3, 0o777), refuse(0)),
    ("utimensat", (3, 4096), refuse(0)),
    ("socket", (2, 1, 0), ALLOW),
    ("socket", (2, 1 | 0o2000000, 0), ALLOW),
    ("socket", (2, 3, 1), refuse(EPERM)),
    ("socket", (16, 3, 0), refuse(EAFNOSUPPORT)),
    ("socket", (17, 3, 0), refuse(EAFNOSUPPORT)),
    ("socketpair", (1, 1, 0), ALLOW),
    ("socketpair", (2, 1, 0), refuse(EPERM)),
    ("sendto", (3, 4096, 1, 0, 0, 0), ALLOW),
    ("sendto", (3, 4096, 1, 0, 4096, 16), refuse(EPERM)),
    ("sendto", (3, 4096, 1, 0, 1 << 32, 16), refuse(EPERM)),
    ("clone", (0x10000 | 0x3D0F00,), ALLOW),
    ("clone", (17,), refuse(EPERM)),
    ("kill", (PID, 9), ALLOW),
    ("kill", (PID - 1, 9), refuse(EPERM)),
    ("kill", (0xFFFFFFFF, 9), refuse(EPERM)),
    ("tgkill", (PID, PID, 6), ALLOW),
    ("prlimit64", (0, 7), ALLOW),
    ("prlimit64", (1, 7), refuse(EPERM)),
    ("setpriority", (0, 1, 19), refuse(EPERM)),
    ("fcntl", (3, 1, 0), ALLOW),
    ("fcntl", (3, 8, 1), refuse(EPERM)),
    ("fcntl", (3, 15, 1), refuse(EPERM)),
    ("ioctl", (3, 0x5401, 0), ALLOW),
    ("ioctl", (3, 0x5412, 0), refuse(EPERM)),
    ("ioctl", (3, 0x40086602, 0), refuse(EPERM)),
    ("prctl", (15, 0), ALLOW),
    ("prctl", (22, 2), refuse(EPERM)),
    ("landlock_restrict_self", (3, 0), ALLOW),
]


@pytest.mark.parametrize(("name", "arguments", "expected"), CASES)
def test_the_filter_answers_a_call(
    machine: Machine, name: str, arguments: tuple[int, ...], expected: int
) -> None:
    assert answer_call(machine, name, *arguments) == expected


@pytest.mark.parametrize("number", [0x40000000 + 41, 0xFFFFFFFF])
def test_calls_of_another_abi_kill_the_process(machine: Machine, number: int) -> None:
    assert run_filter(build_filter(machine, build_rules(PID)), machine.audit_arch, number) == KILL


def test_calls_of_another_machine_kill_the_process(machine: Machine) -> None:
    assert run_filter(build_filter(machine, build_rules(PID)), machine.audit_arch ^ 1, 1) == KILL


def test_calls_newer_than_the_table_do_not_exist(machine: Machine) -> None:
    assert run_filter(
        build_filter(machine, build_rules(PID)), machine.audit_arch, NEWEST_SYSCALL + 1
    ) == refuse(ENOSYS)
    assert (
        run_filter(build_filter(machine, build_rules(PID)), machine.audit_arch, NEWEST_SYSCALL)
        == ALLOW
    )


def test_a_granted_address_permits_stream_sockets_only(machine: Machine) -> None:
    assert answer_call(machine, "connect", 3, with_network=True) == ALLOW
    assert answer_call(machine, "socket", 2, 1, 0, with_network=True) == ALLOW
    assert answer_call(machine, "socket", 1, 1, 0, with_network=True) == refuse(EAFNOSUPPORT)
    assert answer_call(machine, "socket", 2, 2, 0, with_network=True) == refuse(EPERM)
    assert (
        answer_call(machine, "socket", 2, 2, 0, with_network=True, with_name_lookup=True) == ALLOW
    )
    assert answer_call(machine, "bind", 3, with_network=True) == refuse(EPERM)


def test_every_rule_names_a_known_call() -> None:
    known = {name for found in MACHINES for name in found.syscall_numbers}
    assert build_rules(PID).keys() <= known


def test_no_two_calls_have_the_same_number(machine: Machine) -> None:
    assert len(set(machine.syscall_numbers.values())) == len(machine.syscall_numbers)


def test_an_unknown_machine_is_not_detected() -> None:
    assert detect_machine("riscv64") is None

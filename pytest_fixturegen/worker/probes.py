"""Forbidden actions for the sandbox's self-test: the child tries each of them.

The first job calls the system directly, as native code would. The second goes through Python.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from pytest_fixturegen.sandbox.linux.syscalls import detect_machine
from pytest_fixturegen.worker.frames import REPORT, FrameSender

REFUSAL_ERRNOS = (errno.EPERM, errno.EACCES, errno.ENOSYS, errno.EAFNOSUPPORT, errno.EXDEV)

AF_INET = struct.pack("=H", 2)
DISCARD_PORT = struct.pack(">H", 9)
DISCARD_ADDRESS = AF_INET + DISCARD_PORT + bytes((127, 0, 0, 1)) + bytes(8)
"""The discard port of this machine, as struct sockaddr_in [ip(7)]."""

ANY_ADDRESS = bytes((2, 0)) + bytes(14)
SOCKADDR_BYTES = 16

READ = os.O_RDONLY
CREATE = os.O_CREAT | os.O_WRONLY

ProbeOutcome = tuple[str, bool]
"""An action, and whether it was possible."""


def probe_native_calls(sender: FrameSender, outside: str) -> None:
    """Send a report for each action: what it is, which layer should refuse it, the outcome.

    *outside* is a folder that the policy does not grant, with the files that the actions need.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    probes_by_layer = {
        "Landlock": _probe_files(libc, outside),
        "seccomp": _probe_system(libc, outside),
    }
    for layer, outcomes in probes_by_layer.items():
        for action, is_possible in outcomes:
            report = {"action": action, "layer": layer, "possible": is_possible}
            sender.send_json(REPORT, report)


def _probe_files(libc: ctypes.CDLL, outside: str) -> Iterator[ProbeOutcome]:
    """Yield the attempts on files outside the project and on memory, and which of them succeed."""
    private = f"{outside}/private".encode()
    spare = f"{outside}/spare".encode()
    new = f"{outside}/new".encode()
    other = f"{outside}/other".encode()
    folder = f"{outside}/folder".encode()
    link = f"{outside}/link".encode()
    own_file = f"{os.environ['HOME']}/taken".encode()
    parent_memory = f"/proc/{os.getppid()}/mem".encode()
    yield "read a file outside the project", _is_possible(libc.open, private, READ)
    yield (
        "write a file outside the project",
        _is_possible(
            libc.open,
            new,
            CREATE,
            0o600,
        ),
    )
    yield "cut a file outside the project", _is_possible(libc.truncate, private, 0)
    yield "delete a file outside the project", _is_possible(libc.unlink, spare)
    yield "rename a file outside the project", _is_possible(libc.rename, private, other)
    yield "make a folder outside the project", _is_possible(libc.mkdir, folder, 0o700)
    yield "make a link outside the project", _is_possible(libc.symlink, b"/", link)
    yield "take a file in by a hard link", _is_possible(libc.link, private, own_file)
    yield "read the parent's memory", _is_possible(libc.open, parent_memory, READ)
    yield "change this process's memory", _is_possible(libc.open, b"/proc/self/mem", os.O_RDWR)


def _probe_system(libc: ctypes.CDLL, outside: str) -> Iterator[ProbeOutcome]:
    """Yield the attempts on the network, processes and the kernel, and which of them succeed.

    A system call that the machine's table lacks is not tried.
    """
    marked = Path(outside, "marked")
    yield "change a file's mode", _can_change_file(lambda: libc.chmod(bytes(marked), 0o777), marked)
    yield (
        "change a file's times",
        _can_change_file(lambda: libc.utimes(bytes(marked), None), marked),
    )
    yield from _probe_network(libc)
    parent = os.getppid()
    yield "fork", _can_fork(libc)
    yield "signal the parent", _is_possible(libc.kill, parent, 0)
    yield (
        "limit the parent",
        _is_possible(
            libc.prlimit,
            parent,
            7,
            None,
            None,
        ),
    )
    yield (
        "have the kernel signal the parent",
        _is_possible(
            libc.fcntl,
            0,
            8,
            parent,
        ),
    )
    yield "hide memory in a file", _is_possible(libc.memfd_create, b"x", 0)
    machine = detect_machine()
    numbers = machine.syscall_numbers if machine else {}
    for action, name, *args in (
        ("trace the parent", "ptrace", 0x4206, parent, 0, 0),
        ("leave the namespaces", "unshare", 0x10000000),
        ("go around the filter by io_uring", "io_uring_setup", 4, bytes(120)),
        ("load a program into the kernel", "bpf", 0, bytes(72), 72),
        ("keep a key in the kernel", "keyctl", 0, -3, 0),
        ("share memory with other processes", "shmget", 0, 4096, 0o1600),
    ):
        if name in numbers:
            yield action, _is_possible(libc.syscall, numbers[name], *args)


def _probe_network(libc: ctypes.CDLL) -> Iterator[ProbeOutcome]:
    """Yield the attempts to use sockets, and which of them succeed."""
    stream, other_stream = libc.socket(2, 1, 0), libc.socket(2, 1, 0)
    datagram = libc.socket(2, 2, 0)
    yield (
        "connect to a port",
        _is_possible(libc.connect, stream, DISCARD_ADDRESS, SOCKADDR_BYTES),
    )
    yield (
        "listen at a port",
        _is_possible(
            libc.bind,
            other_stream,
            ANY_ADDRESS,
            SOCKADDR_BYTES,
        ),
    )
    yield (
        "send a datagram",
        _is_possible(
            libc.sendto,
            datagram,
            b"x",
            1,
            0,
            DISCARD_ADDRESS,
            SOCKADDR_BYTES,
        ),
    )
    yield (
        "open a raw socket",
        _is_possible(
            libc.socket,
            2,
            3,
            1,
        ),
    )


def _is_possible(call: Callable[..., int], *args: object) -> bool:
    """Return whether the system would do it: an error that is not a refusal counts as yes."""
    ctypes.set_errno(0)
    return call(*args) != -1 or ctypes.get_errno() not in REFUSAL_ERRNOS


def _can_change_file(change: Callable[[], int], path: Path) -> bool:
    """Return whether *change* has an effect; the filter answers such calls with success."""
    before = path.stat()
    change()
    after = path.stat()
    return (before.st_mode, before.st_mtime_ns) != (after.st_mode, after.st_mtime_ns)


def _can_fork(libc: ctypes.CDLL) -> bool:
    """Return whether the kernel lets this process fork; the new process ends at once."""
    child = int(libc.fork())
    if child == 0:
        os._exit(0)
    if child > 0:
        os.waitpid(child, 0)
    return child > 0


def probe_python_calls(sender: FrameSender, outside: str) -> None:
    """Try the actions that the audit hook should report; the parent counts its reports."""
    import socket
    import subprocess

    actions: tuple[Callable[[], object], ...] = (
        lambda: open(f"{outside}/new", "w"),  # noqa: PTH123, SIM115 - it is refused
        lambda: os.remove(f"{outside}/marked"),  # noqa: PTH107
        lambda: socket.socket().connect(("127.0.0.1", 9)),
        lambda: subprocess.run(["true"], check=False),
        lambda: os.kill(os.getppid(), 1),
    )
    for action in actions:
        with suppress(OSError):
            action()

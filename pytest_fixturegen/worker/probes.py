"""Forbidden acts, for the walls to be tested by: the child tries each of them, and tells which were possible.

Those of the first job go straight to the system, as native code would; those of the second go through Python.
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
DISCARD_ADDRESS = struct.pack("=H", 2) + struct.pack(">H", 9) + bytes((127, 0, 0, 1)) + bytes(8)
"""The address of the discard port of this machine, as struct sockaddr_in [ip(7)]."""

CREATE, READ = os.O_CREAT | os.O_WRONLY, os.O_RDONLY


def probe_native_calls(sender: FrameSender, outside: str) -> None:
    """A report for each act: what it was, which layer is to refuse it, and whether it was possible."""
    for layer, acts in (("Landlock", _probe_files(outside)), ("seccomp", _probe_system(outside))):
        for what, possible in acts:
            sender.send_json(REPORT, {"what": what, "layer": layer, "possible": possible})


def _probe_files(outside: str) -> Iterator[tuple[str, bool]]:
    libc = ctypes.CDLL(None, use_errno=True)
    place = outside.encode()
    yield "read a file outside the project", _is_possible(libc.open, place + b"/private", READ)
    yield (
        "write a file outside the project",
        _is_possible(libc.open, place + b"/new", CREATE, 0o600),
    )
    yield "cut a file outside the project", _is_possible(libc.truncate, place + b"/private", 0)
    yield "delete a file outside the project", _is_possible(libc.unlink, place + b"/spare")
    yield (
        "rename a file outside the project",
        _is_possible(libc.rename, place + b"/private", place + b"/other"),
    )
    yield "make a folder outside the project", _is_possible(libc.mkdir, place + b"/folder", 0o700)
    yield "make a link outside the project", _is_possible(libc.symlink, b"/", place + b"/link")
    yield (
        "take a file in by a hard link",
        _is_possible(libc.link, place + b"/private", os.environ["HOME"].encode() + b"/taken"),
    )
    yield (
        "read the parent's memory",
        _is_possible(libc.open, f"/proc/{os.getppid()}/mem".encode(), READ),
    )
    yield "change this process's memory", _is_possible(libc.open, b"/proc/self/mem", os.O_RDWR)


def _probe_system(outside: str) -> Iterator[tuple[str, bool]]:
    libc = ctypes.CDLL(None, use_errno=True)
    marked = Path(outside, "marked")
    yield "change a file's mode", _can_change_file(lambda: libc.chmod(bytes(marked), 0o777), marked)
    yield (
        "change a file's times",
        _can_change_file(lambda: libc.utimes(bytes(marked), None), marked),
    )
    yield "connect to a port", _is_possible(libc.connect, libc.socket(2, 1, 0), DISCARD_ADDRESS, 16)
    yield (
        "listen at a port",
        _is_possible(libc.bind, libc.socket(2, 1, 0), bytes((2, 0)) + bytes(14), 16),
    )
    yield (
        "send a datagram",
        _is_possible(libc.sendto, libc.socket(2, 2, 0), b"x", 1, 0, DISCARD_ADDRESS, 16),
    )
    yield "open a raw socket", _is_possible(libc.socket, 2, 3, 1)
    yield "fork", _can_fork(libc)
    yield "signal the parent", _is_possible(libc.kill, os.getppid(), 0)
    yield "limit the parent", _is_possible(libc.prlimit, os.getppid(), 7, None, None)
    yield "have the kernel signal the parent", _is_possible(libc.fcntl, 0, 8, os.getppid())
    yield "hide memory in a file", _is_possible(libc.memfd_create, b"x", 0)
    numbers = here.syscall_numbers if (here := detect_machine()) else {}
    for what, name, *args in (
        ("trace the parent", "ptrace", 0x4206, os.getppid(), 0, 0),
        ("leave the namespaces", "unshare", 0x10000000),
        ("go around the filter by io_uring", "io_uring_setup", 4, bytes(120)),
        ("load a program into the kernel", "bpf", 0, bytes(72), 72),
        ("keep a key in the kernel", "keyctl", 0, -3, 0),
        ("share memory with other processes", "shmget", 0, 4096, 0o1600),
    ):
        if name in numbers:
            yield what, _is_possible(libc.syscall, numbers[name], *args)


def _is_possible(call: Callable[..., int], *args: object) -> bool:
    """Whether the system was willing: an error that is no refusal means that it was."""
    ctypes.set_errno(0)
    return call(*args) != -1 or ctypes.get_errno() not in REFUSAL_ERRNOS


def _can_change_file(action: Callable[[], int], path: Path) -> bool:
    before = path.stat()
    action()
    after = path.stat()
    return (before.st_mode, before.st_mtime_ns) != (after.st_mode, after.st_mtime_ns)


def _can_fork(libc: ctypes.CDLL) -> bool:
    child = libc.fork()
    if child == 0:
        os._exit(0)
    if child > 0:
        os.waitpid(child, 0)
    return bool(child > 0)


def probe_python_calls(sender: FrameSender, outside: str) -> None:
    """Try through Python what the audit hook is to name; each is an attempt that the parent hears of."""
    import socket
    import subprocess

    acts: tuple[Callable[[], object], ...] = (
        lambda: open(f"{outside}/new", "w"),  # noqa: PTH123, SIM115 - it is refused
        lambda: os.remove(f"{outside}/marked"),  # noqa: PTH107
        lambda: socket.socket().connect(("127.0.0.1", 9)),
        lambda: subprocess.run(["true"], check=False),
        lambda: os.kill(os.getppid(), 1),
    )
    for act in acts:
        with suppress(OSError):
            act()

"""Children of the sandbox that are forked from a process that has imported what they need.

A child spends most of its processor time on imports. Tests that run commands by the hundred fork
their children from one server per test process. Each child then runs the same code as ever, with
its own walls, from the reading of its request on. Tests of the walls themselves, and of commands in
processes of their own, start real children.
"""

from __future__ import annotations

import ctypes
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO, Any

from pytest_fixturegen.sandbox import bytecode, prestart
from tests.fork_server import answer_requests

SERVER_CODE = """
import os, sys
sys.path += sys.argv.pop().split(os.pathsep)
from tests.fork_server import serve
serve(int(sys.argv.pop()))
"""


class ForkedChild(subprocess.Popen[bytes]):
    """A child that the server forks and leaves to this process, as its nearest subreaper."""

    def _execute_child(self, *arguments: Any) -> None:
        """Ask the server to fork, with the ends of the pipes that belong to the child."""
        named = dict(zip(EXECUTE_PARAMETERS, arguments, strict=False))
        pipes = [named[name] for name in PIPE_ENDS]
        ends = [named["p2cread"], named["c2pwrite"], named["errwrite"]]
        environment = named["env"] if named["env"] is not None else dict(os.environ)
        request = {"words": named["args"], "environment": environment, "folder": str(Path.cwd())}
        self.pid = int(ask_server(request, ends))
        self._child_created = True
        self._close_pipe_fds(*pipes)


PR_SET_CHILD_SUBREAPER = 36
"""From <linux/prctl.h>: orphans below this process become its children."""

EXECUTE_PARAMETERS = subprocess.Popen._execute_child.__code__.co_varnames[1:]
"""The names of the arguments of the method that starts a process."""

PIPE_ENDS = ("p2cread", "p2cwrite", "c2pread", "c2pwrite", "errread", "errwrite")


@contextmanager
def fork_children() -> Iterator[None]:
    """Fork the children of commands that run in this process, if this is Linux."""
    if sys.platform != "linux":
        yield
        return
    import pytest  # commands that are forked themselves do without

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prestart, "_spawn_child", fork_child)
        patch.setattr(bytecode, "ensure_compiled", compile_once)
        yield


@cache
def compile_once(compile_package: Callable[[], None] = bytecode.ensure_compiled) -> None:
    """Compile what is stale, but not for each command: the sources stay as they are."""
    compile_package()


def fork_child(
    arguments: list[str],
    environment: Mapping[str, str] | None,
    output_file: IO[bytes] | None,
) -> subprocess.Popen[bytes]:
    """Start a child; see ``prestart._spawn_child``."""
    return ForkedChild(
        arguments,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=output_file or subprocess.DEVNULL,
        env=environment,
    )


def fork_children_of_command() -> None:
    """Let this process fork its children from a copy of what it is now."""
    adopt_orphans()
    ours, theirs = socket.socketpair()
    if os.fork() == 0:
        ours.close()
        nothing = os.open(os.devnull, os.O_RDWR)
        for number in range(3):
            os.dup2(nothing, number)
        answer_requests(theirs)
        os._exit(0)
    theirs.close()
    own_server.append(ours)
    prestart._spawn_child = fork_child
    bytecode.ensure_compiled = skip_compilation


own_server: list[socket.socket] = []
"""The socket of the copy of this process, if it has one."""


def skip_compilation() -> None:
    """Compile nothing: the server of the commands has imported everything."""


def adopt_orphans() -> None:
    """Let orphans below this process become its children."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


@cache
def start_server(parent: int) -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """Return the socket and the server of the process *parent*, with which it ends."""
    adopt_orphans()
    ours, theirs = socket.socketpair()
    search_path = [entry for entry in sys.path if entry.endswith("-packages")]
    search_path.append(str(Path(__file__).parents[1]))
    command = [sys.executable, *prestart.PYTHON_FLAGS, "-c", SERVER_CODE]
    command += [str(theirs.fileno()), os.pathsep.join(search_path)]
    server = subprocess.Popen(
        command, pass_fds=[theirs.fileno()], cwd="/", stdin=subprocess.DEVNULL
    )
    theirs.close()
    return ours, server


def ask_server(request: Mapping[str, Any], descriptors: list[int]) -> bytes:
    """Send *request* with *descriptors* to the server, and return its answer."""
    connection = own_server[0] if own_server else start_server(os.getpid())[0]
    socket.send_fds(connection, [json.dumps(request).encode()], descriptors)
    return connection.recv(64)

"""Commands that are forked from a process which has imported what they need.

A command such as ``pfg gen`` spends most of its processor time on imports. Tests that run commands
by the hundred put the folder of :func:`start_commands` first on the search path: its programs
``pfg``, ``pytest`` and ``python`` hand their arguments, variables, folder and standard streams to a
server, which forks a process that runs the real program with them, and they end with its exit code.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PRELOADED = (
    "pytest_fixturegen.cli.main",
    "pytest_fixturegen.cli.gen",
    "pytest_fixturegen.worker.client",
    "pytest_fixturegen.api.generate",
    "pydantic.main",
    "pydantic.networks",
    "pytest",
)
"""Installed code that commands import."""

CLIENT = """\
#!{python} -IS
import _socket, marshal, os, sys
program = os.path.join({folder!r}, os.path.basename(sys.argv[0]))
known = ("-c", "-m", "-W")
if program[-6:] == "python" and sys.argv[1:2] and sys.argv[1] not in known or len(sys.argv) < 2:
    os.execv(program, [program, *sys.argv[1:]])
variables = dict(os.environ)
places = variables["PATH"].split(os.pathsep)
variables["PATH"] = os.pathsep.join(place for place in places if place != {clients!r})
text = marshal.dumps(([program, *sys.argv[1:]], variables, os.getcwd()))
server = _socket.socket(_socket.AF_UNIX)
server.connect({address!r})
streams = b"".join(each.to_bytes(4, sys.byteorder) for each in (0, 1, 2))
rights = [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, streams)]
server.sendmsg([len(text).to_bytes(8, "big")], rights)
for start in range(0, len(text), 65536):
    server.send(text[start : start + 65536])
code = int(server.recv(16) or 1)
os.kill(os.getpid(), -code) if code < 0 else os._exit(code)
"""
"""The program that asks for a command. A signal that stops the command stops its client, too."""


@contextmanager
def start_commands() -> Iterator[Path]:
    """Yield a folder with the programs, whose server runs until then."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        address = str(folder / "server")
        for program in ("pfg", "pytest", "python"):
            write_client(folder / program, address)
        server = subprocess.Popen(
            [sys.executable, "-m", "tests.command_server", address, *PRELOADED],
            cwd=Path(__file__).parents[1],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        with server:
            assert server.stdout
            assert server.stdin
            assert server.stdout.readline() == b"ready\n"
            yield folder
            server.stdin.close()


def write_client(path: Path, address: str) -> None:
    """Write the program *path*, which asks the server at *address*."""
    python = os.path.realpath(sys.executable)
    source = CLIENT.format(
        python=python,
        folder=str(Path(sys.executable).parent),
        clients=str(path.parent),
        address=address,
    )
    path.write_text(source, "utf-8")
    path.chmod(0o755)

"""The process from which tests fork commands: see :mod:`tests.forked_commands`."""

from __future__ import annotations

import atexit
import gc
import marshal
import os
import runpy
import select
import socket
import sys
import threading
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, NoReturn

from tests.fork_server import preload
from tests.forked_children import fork_children_of_command

STANDARD = (0, 1, 2)
HEADER_BYTES = 8
"""The length of a request comes first, with the descriptors."""


class Request(NamedTuple):
    """A command that a client asks for."""

    words: list[str]
    environment: dict[str, str]
    folder: str


def serve(address: str, *modules: str) -> None:
    """Import *modules*, then fork a command for each connection to the socket at *address*.

    Standard input is a pipe that closes when the tests end; then this process ends, too.
    """
    preload()
    for name in modules:
        import_module(name)
    gc.collect()
    gc.freeze()
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(address)
    listener.listen(16)
    print("ready", flush=True)
    while listener in select.select([0, listener], [], [])[0]:
        connection, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            watch_command(connection)
        connection.close()
        while forget_ended():
            pass
    os._exit(0)


def forget_ended() -> bool:
    """Forget a process that has ended, and return whether there was one."""
    try:
        return os.waitpid(-1, os.WNOHANG)[0] != 0
    except ChildProcessError:
        return False


def watch_command(connection: socket.socket) -> None:
    """Run the command of a client in a process of its own, and send the client its exit code."""
    header, descriptors, _, _ = socket.recv_fds(connection, HEADER_BYTES, len(STANDARD))
    text = connection.recv(int.from_bytes(header, "big"), socket.MSG_WAITALL)
    command = os.fork()
    if command == 0:
        connection.close()
        enter_request(Request(*marshal.loads(text)), descriptors)
        end_with(run_words)
    for each in descriptors:
        os.close(each)
    _, status = os.waitpid(command, 0)
    connection.sendall(b"%d" % os.waitstatus_to_exitcode(status))
    os._exit(0)


def enter_request(request: Request, descriptors: list[int]) -> None:
    """Take the streams, the folder, the variables and the arguments of *request*."""
    for target, descriptor in enumerate(descriptors):
        os.dup2(descriptor, target)
    os.closerange(len(STANDARD), os.sysconf("SC_OPEN_MAX"))
    open_streams()
    os.chdir(request.folder)
    os.environ.clear()
    os.environ.update(request.environment)
    time.tzset()
    places = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    sys.path[1:1] = [os.path.abspath(place) for place in places if place]  # noqa: PTH100
    sys.argv[:] = request.words


def open_streams() -> None:
    """Open the standard streams as Python does when it starts."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        stream = open(  # noqa: SIM115 - it stays open until the process ends
            number,
            "w" if number else "r",
            encoding="utf-8",
            errors="backslashreplace" if number == 2 else "strict",
            buffering=1 if number == 2 or os.isatty(number) else -1,
            closefd=False,
        )
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def end_with(run: Callable[[], None]) -> NoReturn:
    """Call *run*, and end as Python does at the end of a program, but free no memory."""
    try:
        run()
        code: Any = 0
    except SystemExit as caught:
        code = caught.code
    except BaseException:
        sys.excepthook(*sys.exc_info())
        code = 1
    if code is not None and not isinstance(code, int):
        print(code, file=sys.stderr)
        code = 1
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code or 0)


def run_words() -> None:
    """Run the program that the arguments name: ``pfg``, ``pytest`` or Python."""
    program, *words = sys.argv
    name = Path(program).name
    sys.path[0] = str(Path(program).parent)
    if name == "pytest":
        # It warns of modules of plugins that were imported before it could rewrite their asserts.
        package = import_module("pytest_fixturegen")
        package.__doc__ = f"{package.__doc__} PYTEST_DONT_REWRITE"
        words = ["-m", "pytest", *words]
    if name == "pfg":
        fork_children_of_command()
        import_module("pytest_fixturegen.__main__").run()
    run_python(words)


def run_python(words: list[str]) -> None:
    """Run ``[-W ACTION] (-m MODULE | -c SOURCE) [ARGUMENTS]``."""
    if words[0] == "-W":
        warnings.simplefilter(words[1])  # type: ignore[arg-type]
        words = words[2:]
    option, subject, *arguments = words
    sys.path[0] = str(Path.cwd()) if option == "-m" else ""
    sys.argv[:] = [option, *arguments]
    if option == "-m":
        runpy.run_module(subject, run_name="__main__", alter_sys=True)
        return
    module = sys.modules["__main__"] = ModuleType("__main__")
    exec(compile(subject, "<string>", "exec"), module.__dict__)


if __name__ == "__main__":
    serve(*sys.argv[1:])

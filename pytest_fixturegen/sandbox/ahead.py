"""Starts the child: ahead, while the command line is still read, so that it has imported what every job needs when it is asked.

A child that waits has imported installed code alone, ours and what we rest on, and put up no walls yet. Where a run needs
another kind of child, this one is ended. A command imports this module before all others, so it imports next to nothing.
"""

from __future__ import annotations

import atexit
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess
    from collections.abc import Mapping, Sequence
    from typing import IO

PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
COMMAND = (
    "import os, sys; sys.path += sys.argv.pop().split(os.pathsep); from pytest_fixturegen.sandbox.child import main; main()"
)
FLAGS = ("-I", "-S", "-B")
"""No variables, no folder of the user's, no site yet: nothing of the project is on the path before the walls are up."""

PASSED = ("PATH", "LANG", "LANGUAGE", "TZ", "USER", "LOGNAME", "SYSTEMROOT", "PROCESSOR_ARCHITECTURE", "NUMBER_OF_PROCESSORS")
"""Variables that the child sees as they are, beside those that begin with ``LC_``."""

FIXED = {
    "PYTHONDONTWRITEBYTECODE": "1",
    "OPENBLAS_NUM_THREADS": "1",  # its threads reserve 40 MB each when it is imported
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
}
DRAWING = ("pytest_fixturegen.jobs", "pydantic.main")
USUAL = {
    "gen": DRAWING,
    "persist": DRAWING,
    "list": ("pytest_fixturegen.sandbox.listing", "pydantic.main"),
}
"""What the child of a command imports, whatever is asked of it."""

waiting: list[subprocess.Popen[bytes]] = []


def begin(words: Sequence[str]) -> None:
    """Start the child of the command that *words*, a command line, begin with; if it has one, and help is not what it wants."""
    usual = USUAL.get(words[0]) if words else None
    if usual is None or {"--help", "-h", "--ast"} & {*words} or os.environ.get("PYTHONPATH") or not is_compiled():
        return
    installed = [entry for entry in sys.path if os.path.basename(entry) in ("site-packages", "dist-packages")]
    try:
        waiting.append(_child([*usual, os.pathsep.join([*installed, os.path.dirname(PACKAGE)])], passed({}), None))
    except OSError:  # it will be told when the command needs one
        return
    atexit.register(end)


def end() -> None:
    """End a child that nobody asked anything of."""
    while waiting:
        child = waiting.pop()
        child.kill()
        child.communicate()


def child(environment: Mapping[str, str] | None, printed: IO[bytes], *, usual: bool) -> subprocess.Popen[bytes]:
    """A child that waits for its request: the one that was started ahead, if the *usual* one will do."""
    if usual and waiting:
        return waiting.pop()
    end()
    return _child([os.path.dirname(PACKAGE)], environment, printed)


def passed(granted: Mapping[str, str]) -> dict[str, str]:
    """The variables that a child begins with, beside those that are *granted*: none that could be a secret."""
    return {name: value for name, value in os.environ.items() if name in PASSED or name.startswith("LC_")} | FIXED | {**granted}


def is_compiled() -> bool:
    """Whether Python keeps our modules compiled: the child may not write."""
    return os.path.exists(f"{PACKAGE}/__pycache__/jobs.{sys.implementation.cache_tag}.pyc")


def _child(words: list[str], environment: Mapping[str, str] | None, printed: IO[bytes] | None) -> subprocess.Popen[bytes]:
    import subprocess  # what starts no child, such as help, need not wait for it

    return subprocess.Popen(
        [sys.executable, *FLAGS, "-c", COMMAND, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=printed or subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )

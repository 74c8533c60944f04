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
CHILD_CODE = "import os, sys; sys.path += sys.argv.pop().split(os.pathsep); from pytest_fixturegen.worker.child import main; main()"
PYTHON_FLAGS = ("-I", "-S", "-B")
"""No variables, no folder of the user's, no site yet: nothing of the project is on the path before the walls are up."""

INHERITED_VARIABLES = (
    "PATH",
    "LANG",
    "LANGUAGE",
    "TZ",
    "USER",
    "LOGNAME",
    "SYSTEMROOT",
    "PROCESSOR_ARCHITECTURE",
    "NUMBER_OF_PROCESSORS",
)
"""Variables that the child sees as they are, beside those that begin with ``LC_``."""

FIXED_VARIABLES = {
    "PYTHONDONTWRITEBYTECODE": "1",
    "OPENBLAS_NUM_THREADS": "1",  # its threads reserve 40 MB each when it is imported
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
}
GENERATION_IMPORTS = ("pytest_fixturegen.worker.jobs", "pydantic.main")
COMMAND_IMPORTS = {
    "gen": GENERATION_IMPORTS,
    "persist": GENERATION_IMPORTS,
    "list": ("pytest_fixturegen.worker.list_job", "pydantic.main"),
}
"""What the child of a command imports, whatever is asked of it."""

waiting_children: list[subprocess.Popen[bytes]] = []


def prestart_child(arguments: Sequence[str]) -> None:
    """Start the child of the command that *words*, a command line, begin with; if it has one, and help is not what it wants."""
    usual = COMMAND_IMPORTS.get(arguments[0]) if arguments else None
    if (
        usual is None
        or {"--help", "-h", "--ast"} & {*arguments}
        or os.environ.get("PYTHONPATH")
        or not is_compiled()
    ):
        return
    installed = [
        entry for entry in sys.path if os.path.basename(entry) in ("site-packages", "dist-packages")
    ]
    try:
        waiting_children.append(
            _spawn_child(
                [*usual, os.pathsep.join([*installed, os.path.dirname(PACKAGE)])],
                build_environment({}),
                None,
            )
        )
    except OSError:  # it will be told when the command needs one
        return
    atexit.register(stop_waiting_children)


def stop_waiting_children() -> None:
    """End a child that nobody asked anything of."""
    while waiting_children:
        child = waiting_children.pop()
        child.kill()
        child.communicate()


def take_child(
    environment: Mapping[str, str] | None, output_file: IO[bytes], *, use_prestarted: bool
) -> subprocess.Popen[bytes]:
    """A child that waits for its request: the one that was started ahead, if the *usual* one will do."""
    if use_prestarted and waiting_children:
        return waiting_children.pop()
    stop_waiting_children()
    return _spawn_child([os.path.dirname(PACKAGE)], environment, output_file)


def build_environment(granted_variables: Mapping[str, str]) -> dict[str, str]:
    """The variables that a child begins with, beside those that are *granted*: none that could be a secret."""
    return (
        {
            name: value
            for name, value in os.environ.items()
            if name in INHERITED_VARIABLES or name.startswith("LC_")
        }
        | FIXED_VARIABLES
        | {**granted_variables}
    )


def is_compiled() -> bool:
    """Whether Python keeps our modules compiled: the child may not write."""
    return os.path.exists(f"{PACKAGE}/worker/__pycache__/jobs.{sys.implementation.cache_tag}.pyc")


def _spawn_child(
    arguments: list[str], environment: Mapping[str, str] | None, output_file: IO[bytes] | None
) -> subprocess.Popen[bytes]:
    import subprocess  # what starts no child, such as help, need not wait for it

    return subprocess.Popen(
        [sys.executable, *PYTHON_FLAGS, "-c", CHILD_CODE, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=output_file or subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )

"""Start of the child process, if possible before the command line is parsed.

A prestarted child imports what every job of its command needs while the parent still reads its
options. It has imported installed code only (this package and its dependencies) and has no walls
yet. If the run needs another kind of child, this one is killed.

The command line imports this module before all others, so it imports next to nothing.
"""

from __future__ import annotations

import atexit
import os
import sys

TYPE_CHECKING = False  # "typing" costs more to import than this module
if TYPE_CHECKING:
    import subprocess
    from collections.abc import Mapping, Sequence
    from typing import IO

PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
PYTHON_FLAGS = ("-I", "-S", "-B")
"""No environment variables, no user folder, no site: until the walls are up, nothing of the
project is on the search path."""

CHILD_CODE = """
import os, sys
sys.path += sys.argv.pop().split(os.pathsep)
from pytest_fixturegen.worker.child import main
main()
"""

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
"""Variables that the child inherits, in addition to those that start with ``LC_``."""

FIXED_VARIABLES = {
    "PYTHONDONTWRITEBYTECODE": "1",
    "OPENBLAS_NUM_THREADS": "1",  # its threads reserve 40 MB each when it is imported
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
}
GENERATION_IMPORTS = (
    "pytest_fixturegen.worker.jobs",
    "pytest_fixturegen.worker.model_imports",
    "pydantic.main",
)
COMMAND_IMPORTS = {
    "gen": GENERATION_IMPORTS,
    "persist": GENERATION_IMPORTS,
    "list": (
        "pytest_fixturegen.worker.list_job",
        "pytest_fixturegen.discovery.importer",
        "pydantic.main",
    ),
}
"""Modules that the child of a command imports, whatever the options are."""

FLAGS_WITHOUT_CHILD = {"--help", "-h", "--ast"}
DOCUMENT_SUFFIXES = (".json", ".yaml", ".yml")
INSTALLATION_FOLDERS = ("site-packages", "dist-packages")

waiting_children: list[subprocess.Popen[bytes]] = []


def prestart_child(arguments: Sequence[str]) -> None:
    """Start the child of the command line *arguments*, if its command will need one."""
    imports = COMMAND_IMPORTS.get(arguments[0]) if arguments else None
    if imports is None or FLAGS_WITHOUT_CHILD & {*arguments} or names_document(arguments):
        return
    # PYTHONPATH adds to what is installed, and the child ignores it. Without bytecode the child
    # would compile every module that it imports.
    if os.environ.get("PYTHONPATH") or not is_compiled():
        return
    search_path = [entry for entry in sys.path if os.path.basename(entry) in INSTALLATION_FOLDERS]
    search_path.append(os.path.dirname(PACKAGE))
    child_arguments = [*imports, os.pathsep.join(search_path)]
    try:
        child = _spawn_child(
            child_arguments,
            build_environment({}),
            None,
        )
    except OSError:  # the command reports it when it starts a child itself
        return
    waiting_children.append(child)
    atexit.register(stop_waiting_children)


def names_document(arguments: Sequence[str]) -> bool:
    """Return whether a schema document is the target of *arguments*: it needs no child.

    A file after a flag is the value of an option.
    """
    words = [
        word
        for place, word in enumerate(arguments)
        if place and not arguments[place - 1].startswith("--")
    ]
    return any(
        word.endswith(DOCUMENT_SUFFIXES) or any(f"{end}:" in word for end in DOCUMENT_SUFFIXES)
        for word in words
    )


def stop_waiting_children() -> None:
    """Kill the children that have received no request."""
    while waiting_children:
        child = waiting_children.pop()
        child.kill()
        child.communicate()


def take_child(
    environment: Mapping[str, str] | None,
    output_file: IO[bytes],
    *,
    use_prestarted: bool,
) -> subprocess.Popen[bytes]:
    """Return a child that waits for its request.

    It is the prestarted one, if there is one and *use_prestarted* allows it. A new child has the
    variables *environment* (None: all of this process) and prints to *output_file*.
    """
    if use_prestarted and waiting_children:
        return waiting_children.pop()
    stop_waiting_children()
    return _spawn_child(
        [os.path.dirname(PACKAGE)],
        environment,
        output_file,
    )


def build_environment(granted_variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of a child: *granted_variables*, and none that could be a secret."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name in INHERITED_VARIABLES or name.startswith("LC_")
    }
    return inherited | FIXED_VARIABLES | {**granted_variables}


def is_compiled() -> bool:
    """Return whether the package has bytecode; the child may not write it."""
    return os.path.exists(f"{PACKAGE}/worker/__pycache__/jobs.{sys.implementation.cache_tag}.pyc")


def _spawn_child(
    arguments: list[str],
    environment: Mapping[str, str] | None,
    output_file: IO[bytes] | None,
) -> subprocess.Popen[bytes]:
    """Start Python with *arguments* in a new session, which signals of the terminal do not reach.

    None as *environment* inherits the variables, and None as *output_file* discards stderr.
    """
    import subprocess  # slow to import, and commands such as --help start no child

    return subprocess.Popen(
        [sys.executable, *PYTHON_FLAGS, "-c", CHILD_CODE, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=output_file or subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )

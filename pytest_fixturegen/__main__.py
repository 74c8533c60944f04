"""``pfg`` and ``python -m pytest_fixturegen``: start other processes, then import Click."""

# ruff: noqa: E402 - the search path is mended before anything else is imported

from __future__ import annotations

import os
import sys

is_path_safe = getattr(sys.flags, "safe_path", False)  # python -P, since 3.11
is_own_process = __name__ == "__main__" and not is_path_safe
if is_own_process and os.path.isdir(sys.path[0]) and os.path.samefile(sys.path[0], "."):  # noqa: PTH112, PTH121
    # With -m, Python searches the working directory before everything else. Its files are those
    # of the target, and none of them may run here: not even one that is called click.py.
    del sys.path[0]

import atexit
import gc

from pytest_fixturegen._internal.interrupts import defer_interrupts
from pytest_fixturegen.sandbox import prestart

GARBAGE_THRESHOLD = 200_000
"""New objects after which the process looks for garbage; the default is 700."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def run() -> NoReturn:
    """Run the command line: the console script."""
    open_closed_streams()
    # Most objects of a start live until its end: looking for garbage takes a tenth of it.
    gc.set_threshold(GARBAGE_THRESHOLD)
    try:
        prestart.prestart_child(sys.argv[1:])
        if "serve" in sys.argv[1:]:
            from pytest_fixturegen.cli import serve_guard

            serve_guard.fork_server()
        # Without a last garbage collection, the process exits in half the time.
        atexit.register(gc.freeze)
        with defer_interrupts():
            from pytest_fixturegen.cli.main import main
    except KeyboardInterrupt:  # nothing is imported yet that could report it
        sys.exit(130)
    main.main()


def open_closed_streams() -> None:
    """Open ``os.devnull`` for each standard stream that the parent process has closed.

    Otherwise the next opened file would get the number of the stream.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # It stays open until the process ends.
            stream = open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123, SIM115
            setattr(sys, name, stream)


if __name__ == "__main__":
    run()

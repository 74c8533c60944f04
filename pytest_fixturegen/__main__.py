"""``pfg`` and ``python -m pytest_fixturegen``: start the child, then import Click."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from pytest_fixturegen.sandbox import prestart

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def run() -> NoReturn:
    """The console script."""
    open_closed_streams()
    try:
        prestart.prestart_child(sys.argv[1:])
        atexit.register(
            gc.freeze
        )  # in the end nothing is collected any more: half of the time that leaving takes
        from pytest_fixturegen.cli.main import main
    except KeyboardInterrupt:  # before anybody is there who could say so
        sys.exit(130)
    main.main()


def open_closed_streams() -> None:
    """Open ``os.devnull`` for each standard stream that the parent process has closed.

    Otherwise the next opened file would get the number of the stream.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - for as long as we live


if __name__ == "__main__":
    run()

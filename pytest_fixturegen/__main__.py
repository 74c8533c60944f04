"""``pfg``, and ``python -m pytest_fixturegen``: the child is started first, and then Click is imported."""

from __future__ import annotations

import atexit
import gc
import sys

from pytest_fixturegen.sandbox import ahead

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def run() -> NoReturn:
    """The console script."""
    ahead.begin(sys.argv[1:])
    atexit.register(gc.freeze)  # in the end nothing is collected any more: half of the time that leaving takes
    from pytest_fixturegen.cli.main import main

    main.main()


if __name__ == "__main__":
    run()

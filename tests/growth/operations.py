"""Counts what Python executes in this package: the same on each machine, unlike time."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest_fixturegen

PACKAGE = str(Path(pytest_fixturegen.__file__).parent)


def count_operations(run: Callable[[], Any]) -> int:
    """Return the number of lines of this package that *run* executes, and of calls.

    Each pass of a loop and each item of a comprehension counts, as in a trace of the instructions,
    which takes four times as long.
    """
    count = 0

    def trace_lines(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace_lines

    def trace_calls(frame: FrameType, event: str, argument: Any) -> Any:
        if not frame.f_code.co_filename.startswith(PACKAGE):
            return None
        return trace_lines

    before = sys.gettrace()
    gc.disable()
    sys.settrace(trace_calls)
    try:
        run()
    finally:
        sys.settrace(before)
        gc.enable()
    return count

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
    """Return the number of instructions of this package that *run* executes."""
    count = 0

    def trace_instructions(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "opcode"
        return trace_instructions

    def trace_calls(frame: FrameType, event: str, argument: Any) -> Any:
        if not frame.f_code.co_filename.startswith(PACKAGE):
            return None
        frame.f_trace_lines = False
        frame.f_trace_opcodes = True
        return trace_instructions

    before = sys.gettrace()
    gc.disable()
    sys.settrace(trace_calls)
    try:
        run()
    finally:
        sys.settrace(before)
        gc.enable()
    return count

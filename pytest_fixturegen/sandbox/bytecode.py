"""Has Python keep our modules, and what they rest on, compiled, as it does everywhere: the child may write nothing."""

from __future__ import annotations

import os
import py_compile
import struct
import subprocess
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from pytest_fixturegen.sandbox import prestart

WARMUP_CODE = (
    "import sys; sys.path.append(sys.argv.pop()); import pytest_fixturegen.worker.jobs; from typing import NamedTuple; "
    "from faker import Faker; Faker(); from pytest_fixturegen.api.generate import generate_lines; "
    "fields = [(name, str) for name in ('first_name', 'email', 'city', 'company', 'phone', 'title', 'description')]; "
    "list(generate_lines(NamedTuple('Sample', fields)))"
)
"""What loads all that most jobs need."""

COMPILE_TIMEOUT_SECONDS = 60
"""Seconds."""


def ensure_compiled() -> None:
    """Compile what was not, or has changed since: after an upgrade each child would compile it anew."""
    if sys.dont_write_bytecode or not os.access(prestart.PACKAGE, os.W_OK):
        return
    if not prestart.is_compiled():
        command = [sys.executable, "-I", "-c", WARMUP_CODE, str(Path(prestart.PACKAGE).parent)]
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=COMPILE_TIMEOUT_SECONDS,
            check=False,
        )
    for source in find_stale_modules():
        with suppress(OSError):  # somebody else's
            py_compile.compile(str(source), quiet=2)


def find_stale_modules() -> list[Path]:
    """The modules of ours that are kept, and have another source by now."""
    files = (
        Path(folder, name)
        for folder, _, names in os.walk(prestart.PACKAGE)
        for name in names
        if name.endswith(".py")
    )
    return [each for each in files if _is_stale(each)]


def _is_stale(source: Path) -> bool:
    """What is kept begins with the time and the size of its source [PEP 552]; nothing is known of what is not kept."""
    try:
        with Path(cache_from_source(source)).open("rb") as kept:
            flags, time, size = struct.unpack("<4xIII", kept.read(16))
        found = source.stat()
    except (OSError, struct.error):
        return False
    return not flags and (time, size) != (
        int(found.st_mtime) & 0xFFFFFFFF,
        found.st_size & 0xFFFFFFFF,
    )

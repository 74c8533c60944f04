"""Compiled modules: the parent writes the bytecode that each child imports.

The child may not write files, so without this step each child would compile the package again.
"""

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

WARMUP_CODE = """
import sys
sys.path.append(sys.argv.pop())

import pytest_fixturegen.worker.jobs
from typing import NamedTuple
from faker import Faker
from pytest_fixturegen.api.generate import generate_lines

Faker()
names = ("first_name", "email", "city", "company", "phone", "title", "description")
list(generate_lines(NamedTuple("Sample", [(name, str) for name in names])))
"""
"""Imports every module that most jobs need."""

COMPILE_TIMEOUT_SECONDS = 60

BYTECODE_HEADER = struct.Struct("<4xIII")
"""Flags, modification time and size of the source, after the magic number [PEP 552]."""


def ensure_compiled() -> None:
    """Compile the modules that have no bytecode or whose source has changed since.

    Do nothing if Python may not write bytecode, or if the package's folder is read-only.
    """
    if sys.dont_write_bytecode or not os.access(prestart.PACKAGE, os.W_OK):
        return
    if not prestart.is_compiled():
        _import_in_new_process()
    for source in find_stale_modules():
        # The folder or the file may belong to another user; the child then compiles for itself.
        with suppress(OSError):
            py_compile.compile(str(source), quiet=2)


def _import_in_new_process() -> None:
    """Import the package in a process without a sandbox, which writes its bytecode."""
    command = [
        sys.executable,
        "-I",
        "-c",
        WARMUP_CODE,
        str(Path(prestart.PACKAGE).parent),
    ]
    subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=COMPILE_TIMEOUT_SECONDS,
        check=False,
    )


def find_stale_modules() -> list[Path]:
    """Return the package's modules whose bytecode belongs to an older source.

    Modules without bytecode are left out: nobody has imported them yet.
    """
    return [source for source in Path(prestart.PACKAGE).rglob("*.py") if _is_stale(source)]


def _is_stale(source: Path) -> bool:
    """Return whether the bytecode of *source* belongs to another time or size of the file.

    Bytecode that is missing or unreadable is not stale.
    """
    try:
        with Path(cache_from_source(source)).open("rb") as bytecode:
            flags, *compiled_from = BYTECODE_HEADER.unpack(bytecode.read(BYTECODE_HEADER.size))
        current = source.stat()
    except (OSError, struct.error):
        return False
    if flags:  # Python validates such bytecode by a hash, or not at all [PEP 552]
        return False
    # Both numbers are stored in 32 bits.
    return compiled_from != [int(current.st_mtime) & 0xFFFFFFFF, current.st_size & 0xFFFFFFFF]

"""The walls put to the test: forbidden acts in children of their own, seen from the parent."""

from __future__ import annotations

import sys
from pathlib import Path

from pytest_fixturegen._internal.file_locks import open_locked_folder
from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.errors import UnsafeImportViolation
from pytest_fixturegen.worker import frames
from pytest_fixturegen.worker.process import run_child

PROBES_MODULE = "pytest_fixturegen.worker.probes"
PYTHON_PROBES = (
    "write a file",
    "delete a file",
    "connect to a port",
    "start a program",
    "signal the parent",
)
"""What :func:`pytest_fixturegen.worker.probes.probe_python_calls` tries, in its order."""


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """*what* was tried, the *layer* that is to refuse it, and whether it was *possible* all the same."""

    action: str
    layer: str
    is_possible: bool


def run_selftest(imports: ImportConfig) -> list[ProbeResult]:
    """What each forbidden act came to, under *imports*."""
    with open_locked_folder("pfg-outside-") as outside:
        for name in ("private", "spare", "marked"):
            (outside / name).write_text("private\n")
        native = _probe_native(outside, imports) if sys.platform == "linux" else []
        return [*native, *_probe_python(outside, imports, is_silent=bool(native))]


def _probe_native(outside: Path, imports: ImportConfig) -> list[ProbeResult]:
    with run_child(
        f"{PROBES_MODULE}:probe_native_calls", {"outside": str(outside)}, imports
    ) as received:
        told = [
            frames.parse_json_object(payload) for tag, payload in received if tag == frames.REPORT
        ]
    return [
        ProbeResult(str(each.get("what")), str(each.get("layer")), bool(each.get("possible")))
        for each in told
    ]


def _probe_python(outside: Path, imports: ImportConfig, *, is_silent: bool) -> list[ProbeResult]:
    """One finding for each act through Python: it counts as refused when it has been told of. *silent*: the walls are known."""
    try:
        with run_child(
            f"{PROBES_MODULE}:probe_python_calls",
            {"outside": str(outside)},
            imports,
            is_silent=is_silent,
        ) as received:
            list(received)
        told = 0
    except UnsafeImportViolation as error:
        told = len(error.facts.get("attempts", ()))
    return [
        ProbeResult(what, "audit hook", number >= told) for number, what in enumerate(PYTHON_PROBES)
    ]

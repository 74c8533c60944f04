"""The sandbox's self-test: children try forbidden actions, and the parent reports the outcome."""

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
"""The actions of :func:`pytest_fixturegen.worker.probes.probe_python_calls`, in its order."""


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """A forbidden *action*, the *layer* that should refuse it, and whether it was possible."""

    action: str
    layer: str
    is_possible: bool


def run_selftest(imports: ImportConfig) -> list[ProbeResult]:
    """Try every forbidden action under *imports*, and return the results."""
    with open_locked_folder("pfg-outside-") as outside:
        for name in ("private", "spare", "marked"):
            (outside / name).write_text("private\n")
        native = _probe_native(outside, imports) if sys.platform == "linux" else []
        python = _probe_python(
            outside,
            imports,
            is_silent=bool(native),
        )
        return [*native, *python]


def _probe_native(outside: Path, imports: ImportConfig) -> list[ProbeResult]:
    """Return a result for each action through native code."""
    job, request = f"{PROBES_MODULE}:probe_native_calls", {"outside": str(outside)}
    with run_child(job, request, imports) as frame_stream:
        reports = frames.parse_reports(frame_stream)
    return [
        ProbeResult(
            str(report.get("action")), str(report.get("layer")), bool(report.get("possible"))
        )
        for report in reports
    ]


def _probe_python(
    outside: Path,
    imports: ImportConfig,
    *,
    is_silent: bool,
) -> list[ProbeResult]:
    """Return a result for each action through Python.

    The hook reports refused actions in their order, so their number says which were possible.
    """
    job, request = f"{PROBES_MODULE}:probe_python_calls", {"outside": str(outside)}
    refused_count = 0
    try:
        with run_child(
            job,
            request,
            imports,
            is_silent=is_silent,
        ) as frame_stream:
            list(frame_stream)
    except UnsafeImportViolation as error:
        refused_count = len(error.facts.get("attempts", ()))
    return [
        ProbeResult(action, "audit hook", is_possible=number >= refused_count)
        for number, action in enumerate(PYTHON_PROBES)
    ]

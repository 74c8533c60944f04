"""The walls put to the test: forbidden acts in children of their own, seen from the parent."""

from __future__ import annotations

import sys
from pathlib import Path

from pytest_fixturegen.claims import claimed_folder
from pytest_fixturegen.command_options import ImportConfig
from pytest_fixturegen.errors import UnsafeImportViolation
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.sandbox import frames
from pytest_fixturegen.sandbox.parent import running

PROBES = "pytest_fixturegen.sandbox.probes"
THROUGH_PYTHON = ("write a file", "delete a file", "connect to a port", "start a program", "signal the parent")
"""What :func:`pytest_fixturegen.sandbox.probes.python` tries, in its order."""


@dataclass(frozen=True, slots=True)
class Finding:
    """*what* was tried, the *layer* that is to refuse it, and whether it was *possible* all the same."""

    what: str
    layer: str
    possible: bool


def examine(imports: ImportConfig) -> list[Finding]:
    """What each forbidden act came to, under *imports*."""
    with claimed_folder("pfg-outside-") as outside:
        for name in ("private", "spare", "marked"):
            (outside / name).write_text("private\n")
        native = _native(outside, imports) if sys.platform == "linux" else []
        return [*native, *_named(outside, imports, silent=bool(native))]


def _native(outside: Path, imports: ImportConfig) -> list[Finding]:
    with running(f"{PROBES}:native", {"outside": str(outside)}, imports) as received:
        told = [frames.as_mapping(payload) for tag, payload in received if tag == frames.REPORT]
    return [Finding(str(each.get("what")), str(each.get("layer")), bool(each.get("possible"))) for each in told]


def _named(outside: Path, imports: ImportConfig, *, silent: bool) -> list[Finding]:
    """One finding for each act through Python: it counts as refused when it has been told of. *silent*: the walls are known."""
    try:
        with running(f"{PROBES}:python", {"outside": str(outside)}, imports, silent=silent) as received:
            list(received)
        told = 0
    except UnsafeImportViolation as error:
        told = len(error.facts.get("attempts", ()))
    return [Finding(what, "audit hook", number >= told) for number, what in enumerate(THROUGH_PYTHON)]

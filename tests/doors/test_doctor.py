"""``pfg doctor --sandbox`` says what the walls of this machine hold, and what they do not."""

from __future__ import annotations

from pytest_fixturegen.sandbox.calls import machine
from pytest_fixturegen.sandbox.landlock import version
from pytest_fixturegen.sandbox.surroundings import NO_KERNEL
from tests.doors.conftest import Pfg


def test_forbidden_acts_are_refused_or_the_missing_layer_is_named(pfg: Pfg) -> None:
    result = pfg("doctor", "--sandbox", "--timeout", "60")
    possible = [line for line in result.stdout.splitlines() if line.startswith("possible")]
    here = machine()
    if here is not None and version(here):
        assert (result.exit_code, possible) == (0, []), result.output
        assert result.stdout.count("refused") >= 30
    else:
        assert result.exit_code == 40
        assert "missing: Landlock" in result.stderr
    assert not [line for line in possible if "audit hook" in line]


def test_without_the_kernel_the_doctor_objects(pfg: Pfg) -> None:
    result = pfg("doctor", "--sandbox", "--timeout", "60", **{NO_KERNEL: "1"})
    assert (result.exit_code, "missing: Landlock (switched off)" in result.stderr) == (40, True)

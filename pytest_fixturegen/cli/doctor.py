"""``pfg doctor``: what records of a target's models show, and whether the walls of this machine hold."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import click

from pytest_fixturegen.cli import manner, notices, report
from pytest_fixturegen.cli.flags import flags_of, settled
from pytest_fixturegen.cli.shared import Command, everywhere
from pytest_fixturegen.command_options import DoctorConfig, ImportConfig, SelectionConfig
from pytest_fixturegen.errors import UnsafeImportViolation, UsageError
from pytest_fixturegen.options import GenerationConfig

ALONE = "test the walls"
"""What ``--sandbox`` means without a value."""


@click.command("doctor", cls=Command)
@click.argument("target", required=False)
@click.option("--ast", "unrun", is_flag=True, help="Read the source only; nothing of it is executed.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option(
    "--sandbox", is_flag=False, flag_value=ALONE, metavar="[auto|strict|off]",
    help="Without a value, and without TARGET: test the walls around targets by forbidden acts. With one: as elsewhere.",
)  # fmt: skip
@flags_of(DoctorConfig, GenerationConfig, SelectionConfig, ImportConfig, without=("sandbox",))
@everywhere
def doctor_command(target: str | None, unrun: bool, as_json: bool, sandbox: str | None, **given: Any) -> int:
    """Draw records of TARGET's models, and tell what they show: who fills which field, what is refused, guessed or slow."""
    if (target is None) != (sandbox == ALONE):
        raise UsageError(
            "Name either a target or --sandbox." if target is None else f"--sandbox has no value beside the target {target}.",
            hint="pfg doctor models.py examines models, pfg doctor --sandbox the walls around them.",
        )
    if target is None:
        _test_walls(given)
        return 0
    given["sandbox"] = sandbox
    return _examine(target, given, unrun=unrun, as_json=as_json)


def _examine(target: str, given: dict[str, Any], *, unrun: bool, as_json: bool) -> int:
    """Print the report of *target*; 1 when that is asked for and something is more than a note."""
    from pytest_fixturegen import remote_doctor
    from pytest_fixturegen.cli import diagnosis

    settings, *others = settled(given, DoctorConfig, GenerationConfig, SelectionConfig, ImportConfig)
    examined = remote_doctor.read_source(target, others[1]) if unrun else remote_doctor.examine(target, settings, *others)
    violation = examined.violation
    if violation is not None and manner.current().json_errors:
        violation.facts["report"] = examined.report.as_json()
    elif as_json:
        click.echo(json.dumps(examined.report.as_json(), indent=2, ensure_ascii=False))
    else:
        for line in diagnosis.lines(examined.report, shutil.get_terminal_size().columns):
            click.echo(line)
    _write_page(examined.report, settings.html)
    if violation is not None:
        raise violation
    found = examined.report.count("error") + examined.report.count("warning")
    return 1 if found and settings.fail_on_warn else 0


def _write_page(examined: Any, path: str) -> None:
    if not path:
        return
    from pytest_fixturegen.emit.outputs import Written
    from pytest_fixturegen.examination.page import page
    from pytest_fixturegen.files import write_whole

    changed = write_whole(Path(path), [page(examined).encode("utf-8")])
    report.written([Written(Path(path), changed)])


def _test_walls(given: dict[str, Any]) -> None:
    """Try forbidden acts. Raises UnsafeImportViolation when one was possible."""
    from pytest_fixturegen.sandbox.selftest import examine

    notices.listen(verbose=True)
    findings = examine(*settled(given, ImportConfig))
    for each in findings:
        click.echo(f"{'possible' if each.possible else 'refused':<9} {each.layer:<11} {each.what}")
    possible = [each.what for each in findings if each.possible]
    if possible:
        raise UnsafeImportViolation(
            f"{len(possible)} of {len(findings)} forbidden acts were possible.",
            hint="The line above says which layers are missing, and why. Do not run code here that you do not know.",
            possible=possible,
        )

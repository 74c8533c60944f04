"""``pfg doctor``: what records of a target's models show, and whether the walls of this machine hold."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import click

from pytest_fixturegen.cli import global_options, notices, output
from pytest_fixturegen.cli.command_base import Command, add_common_flags
from pytest_fixturegen.cli.flags import add_flags, resolve_settings
from pytest_fixturegen.config.command_options import DoctorConfig, ImportConfig, SelectionConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import UnsafeImportViolation, UsageError

SELF_TEST = "test the walls"
"""What ``--sandbox`` means without a value."""


@click.command("doctor", cls=Command)
@click.argument("target", required=False)
@click.option(
    "--ast", "unrun", is_flag=True, help="Read the source only; nothing of it is executed."
)
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option(
    "--sandbox", is_flag=False, flag_value=SELF_TEST, metavar="[auto|strict|off]",
    help="Without a value, and without TARGET: test the walls around targets by forbidden acts. With one: as elsewhere.",
)  # fmt: skip
@add_flags(DoctorConfig, GenerationConfig, SelectionConfig, ImportConfig, excluded=("sandbox",))
@add_common_flags
def doctor_command(
    target: str | None, unrun: bool, as_json: bool, sandbox: str | None, **flag_values: Any
) -> int:
    """Draw records of TARGET's models, and tell what they show: who fills which field, what is refused, guessed or slow."""
    if (target is None) != (sandbox == SELF_TEST):
        raise UsageError(
            "Name either a target or --sandbox."
            if target is None
            else f"--sandbox has no value beside the target {target}.",
            hint="pfg doctor models.py examines models, pfg doctor --sandbox the walls around them.",
        )
    if target is None:
        _test_sandbox(flag_values)
        return 0
    flag_values["sandbox"] = sandbox
    return _examine_target(target, flag_values, unrun=unrun, as_json=as_json)


def _examine_target(target: str, flag_values: dict[str, Any], *, unrun: bool, as_json: bool) -> int:
    """Print the report of *target*; 1 when that is asked for and something is more than a note."""
    from pytest_fixturegen.cli import doctor_report
    from pytest_fixturegen.worker import doctor_client

    settings, *others = resolve_settings(
        flag_values, DoctorConfig, GenerationConfig, SelectionConfig, ImportConfig
    )
    examined = (
        doctor_client.read_source(target, others[1])
        if unrun
        else doctor_client.examine_target(target, settings, *others)
    )
    violation = examined.violation
    if violation is not None and global_options.get_global_options().json_errors:
        violation.facts["report"] = examined.report.as_json()
    elif as_json:
        click.echo(json.dumps(examined.report.as_json(), indent=2, ensure_ascii=False))
    else:
        for line in doctor_report.format_report(
            examined.report, shutil.get_terminal_size().columns
        ):
            click.echo(line)
    _write_html_report(examined.report, settings.html)
    if violation is not None:
        raise violation
    found = examined.report.count_findings("error") + examined.report.count_findings("warning")
    return 1 if found and settings.fail_on_warn else 0


def _write_html_report(doctor_report: Any, path: str) -> None:
    if not path:
        return
    from pytest_fixturegen._internal.atomic_files import write_atomically
    from pytest_fixturegen.doctor.page import render_page
    from pytest_fixturegen.plugins.contracts import WrittenOutput

    changed = write_atomically(Path(path), [render_page(doctor_report).encode("utf-8")])
    output.print_outputs([WrittenOutput(Path(path), changed)])


def _test_sandbox(flag_values: dict[str, Any]) -> None:
    """Try forbidden acts. Raises UnsafeImportViolation when one was possible."""
    from pytest_fixturegen.worker.selftest import run_selftest

    notices.start_notices(verbose=True)
    findings = run_selftest(*resolve_settings(flag_values, ImportConfig))
    for each in findings:
        click.echo(
            f"{'possible' if each.is_possible else 'refused':<9} {each.layer:<11} {each.action}"
        )
    possible = [each.action for each in findings if each.is_possible]
    if possible:
        raise UnsafeImportViolation(
            f"{len(possible)} of {len(findings)} forbidden acts were possible.",
            hint="The line above says which layers are missing, and why. Do not run code here that you do not know.",
            possible=possible,
        )

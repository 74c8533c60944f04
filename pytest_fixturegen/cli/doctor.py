"""``pfg doctor``: report the data quality of a target's models, or test the sandbox."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import click

from pytest_fixturegen.cli import global_options, notices, output, terminal
from pytest_fixturegen.cli.command_base import Command, add_common_flags
from pytest_fixturegen.cli.flags import add_flags, resolve_settings
from pytest_fixturegen.config.command_options import DoctorConfig, ImportConfig, SelectionConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import UnsafeImportViolation, UsageError

SELF_TEST = "self-test"
"""The value of ``--sandbox`` without an argument."""


@click.command("doctor", cls=Command)
@click.argument("target", required=False)
@click.option(
    "--ast",
    "unrun",
    is_flag=True,
    help="Read the source only; execute nothing.",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print the report as JSON.",
)
@click.option(
    "--sandbox",
    is_flag=False,
    flag_value=SELF_TEST,
    metavar="[auto|strict|off]",
    help="Without a value and TARGET: test the sandbox with forbidden actions. "
    "With a value: as for other commands.",
)
@add_flags(
    DoctorConfig,
    GenerationConfig,
    SelectionConfig,
    ImportConfig,
    excluded=("sandbox",),
)
@add_common_flags
def doctor_command(
    target: str | None,
    unrun: bool,
    as_json: bool,
    sandbox: str | None,
    **flag_values: Any,
) -> int:
    """Generate records of TARGET's models and report their quality.

    The report shows which provider fills which field, and what is refused, guessed or slow.
    """
    if (target is None) != (sandbox == SELF_TEST):
        message = (
            "Name either a target or --sandbox."
            if target is None
            else f"--sandbox needs a value with the target {target}."
        )
        hint = "pfg doctor models.py examines models, pfg doctor --sandbox tests the sandbox."
        raise UsageError(message, hint=hint)
    if target is None:
        _test_sandbox(flag_values)
        return 0
    flag_values["sandbox"] = sandbox
    return _examine_target(
        target,
        flag_values,
        unrun=unrun,
        as_json=as_json,
    )


def _examine_target(
    target: str,
    flag_values: dict[str, Any],
    *,
    unrun: bool,
    as_json: bool,
) -> int:
    """Print the report of *target* and return the exit code.

    It is 1 if there are warnings or errors and ``--fail-on-warn`` is set.
    """
    from pytest_fixturegen._internal.owned_files import HTML_PAGE, require_replaceable
    from pytest_fixturegen.cli import doctor_report
    from pytest_fixturegen.worker import doctor_client

    settings, *others = resolve_settings(
        flag_values, DoctorConfig, GenerationConfig, SelectionConfig, ImportConfig
    )
    if settings.html:
        require_replaceable(Path(settings.html), HTML_PAGE, "--html")
    examined = (
        doctor_client.read_source(target, others[1])
        if unrun
        else doctor_client.examine_target(target, settings, *others)
    )
    violation = examined.violation
    if violation is not None and global_options.get_global_options().json_errors:
        violation.facts["report"] = examined.report.as_json()
    elif as_json:
        terminal.print_json(examined.report.as_json())
    else:
        columns = shutil.get_terminal_size().columns
        for line in doctor_report.format_report(examined.report, columns):
            terminal.print_styled(line)
    _write_html_report(examined.report, settings.html)
    if violation is not None:
        raise violation
    examined.unread.require_read()
    problems = examined.report.count_findings("error") + examined.report.count_findings("warning")
    return 1 if problems and settings.fail_on_warn else 0


def _write_html_report(doctor_report: Any, path: str) -> None:
    """Write the report as a page to *path*, and print the outcome; an empty path writes none."""
    if not path:
        return
    from pytest_fixturegen._internal.atomic_files import write_atomically
    from pytest_fixturegen.doctor.page import render_page
    from pytest_fixturegen.plugins.contracts import WrittenOutput

    changed = write_atomically(
        Path(path),
        [render_page(doctor_report).encode("utf-8")],
    )
    output.print_outputs([WrittenOutput(Path(path), changed)])


def _test_sandbox(flag_values: dict[str, Any]) -> None:
    """Try forbidden actions; raise UnsafeImportViolation if one was possible."""
    from pytest_fixturegen.worker.selftest import run_selftest

    notices.start_notices(verbose=True)
    results = run_selftest(*resolve_settings(flag_values, ImportConfig))
    for result in results:
        outcome = "possible" if result.is_possible else "refused"
        terminal.print_line(f"{outcome:<9} {result.layer:<11} {result.action}")
    possible = [result.action for result in results if result.is_possible]
    if possible:
        raise UnsafeImportViolation(
            f"{len(possible)} of {len(results)} forbidden actions were possible.",
            hint="The first line names the missing layers. Do not run unknown code here.",
            possible=possible,
        )

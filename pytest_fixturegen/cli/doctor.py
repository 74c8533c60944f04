"""``pfg doctor``: whether everything is as it should be."""

from __future__ import annotations

from typing import Any

import click

from pytest_fixturegen.cli import report
from pytest_fixturegen.cli.flags import flags_of, settled
from pytest_fixturegen.cli.shared import Command, everywhere
from pytest_fixturegen.command_options import ImportConfig
from pytest_fixturegen.errors import UnsafeImportViolation


@click.command("doctor", cls=Command)
@click.option("--sandbox", "walls", is_flag=True, required=True, help="Test the walls around targets by forbidden acts.")
@flags_of(ImportConfig, without=("sandbox", "trust"))
@everywhere
def doctor_command(walls: bool, **given: Any) -> None:
    """Test what this machine does for you; an error when it does not hold."""
    from pytest_fixturegen.sandbox.selftest import examine

    report.listen(verbose=True)
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

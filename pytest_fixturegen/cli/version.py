"""``pfg --version``, and whether ``pfg`` on the search path is this package."""

from __future__ import annotations

from pathlib import Path

import click

from pytest_fixturegen.cli import terminal

PACKAGE_NAME = b"pytest_fixturegen"


def show_version(
    context: click.Context,
    _: click.Parameter,
    is_wanted: bool,
) -> None:
    """Print the version and end; warn if another package has the command ``pfg``."""
    if not is_wanted or context.resilient_parsing:
        return
    from importlib.metadata import version  # takes 20 ms, and Click calls this for every command

    terminal.print_line(f"pfg, version {version('pytest-fixturegen')}")
    path = find_foreign_command()
    if path is not None:
        terminal.print_error_line(
            f"{path} belongs to another package, such as pydantic-fixturegen.\n"
            "  hint: Run 'python -m pytest_fixturegen', or uninstall the other package.",
            "warning: ",
            colour="yellow",
        )
    context.exit()


def find_foreign_command() -> Path | None:
    """Return the file that a shell runs for ``pfg``, unless it starts this package."""
    import shutil

    found = shutil.which("pfg")
    if found is None:
        return None
    try:
        starts_this = PACKAGE_NAME in Path(found).read_bytes()
    except OSError:  # the shell reports it
        return None
    return None if starts_this else Path(found)

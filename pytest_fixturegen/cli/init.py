"""``pfg init``: a project's first configuration and conftest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pytest_fixturegen.cli.flags import flags_of, settled
from pytest_fixturegen.cli.shared import everywhere
from pytest_fixturegen.command_options import ImportConfig, SelectionConfig


@click.command("init")
@click.argument("target", required=False)
@flags_of(SelectionConfig, ImportConfig)
@everywhere
def init_command(target: str | None, **given: Any) -> None:
    """Write a commented configuration, and a conftest with a fixture for each of TARGET's models.

    What is there already is left as it is.
    """
    from pytest_fixturegen import remote, starter

    selection, imports = settled(given, SelectionConfig, ImportConfig)
    models = remote.list_models(target, selection, imports) if target else []
    _configuration(Path("pyproject.toml"), starter.configuration())
    tests = Path("tests") if Path("tests").is_dir() else Path()
    _new(tests / "conftest.py", starter.conftest(models))


def _configuration(path: Path, table: str) -> None:
    """Add *table* to the pyproject.toml at *path*, unless it has one."""
    from pytest_fixturegen.files import write_whole
    from pytest_fixturegen.sources import TABLE, project

    old = path.read_text("utf-8") if path.exists() else ""
    if f"[tool.{TABLE}" in old:
        project(path.parent)  # raises what is wrong with it
        click.echo(f"kept {path}: it has a [tool.{TABLE}]", err=True)
        return
    gap = "" if not old else "\n" if old.endswith("\n") else "\n\n"
    write_whole(path, [f"{old}{gap}{table}".encode()])
    click.echo(f"wrote {path}", err=True)


def _new(path: Path, text: str) -> None:
    from pytest_fixturegen.files import write_whole

    if path.exists():
        click.echo(f"kept {path}: it is there already", err=True)
        return
    write_whole(path, [text.encode()])
    click.echo(f"wrote {path}", err=True)

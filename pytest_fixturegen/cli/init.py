"""``pfg init``: a project's first configuration and conftest."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from pytest_fixturegen.cli import notices
from pytest_fixturegen.cli.flags import flags_of, settled
from pytest_fixturegen.cli.shared import Command, everywhere
from pytest_fixturegen.command_options import ImportConfig, SelectionConfig


@click.command("init", cls=Command)
@click.argument("target", required=False)
@flags_of(SelectionConfig, ImportConfig, without=("type",))
@everywhere
def init_command(target: str | None, **given: Any) -> None:
    """Write a commented configuration, and a conftest with a fixture for each of TARGET's models.

    What is there already is left as it is.
    """
    from pytest_fixturegen import remote, starter

    selection, imports = settled(given, SelectionConfig, ImportConfig)
    models = remote.list_models(target, selection, imports) if target else []
    root = _root(target) if target and not _configures_pytest(Path.cwd()) else ""
    text = starter.conftest(models)
    _configuration(Path.cwd() / "pyproject.toml", starter.configuration(root))
    tests = Path("tests") if Path("tests").is_dir() else Path()
    _new(tests / "conftest.py", text)


def _root(target: str) -> str:
    """The folder from which *target* is imported, seen from here."""
    from pytest_fixturegen.sandbox.targets import parse_target

    return Path(os.path.relpath(parse_target(target, Path.cwd()).root)).as_posix()


def _configures_pytest(folder: Path) -> bool:
    """Whether a file of *folder* does."""
    sections = {
        "pytest.ini": "",
        ".pytest.ini": "",
        "pyproject.toml": "[tool.pytest",
        "tox.ini": "[pytest]",
        "setup.cfg": "[tool:pytest]",
    }
    return any((folder / name).is_file() and told.encode() in (folder / name).read_bytes() for name, told in sections.items())


def _configuration(path: Path, table: str) -> None:
    """Add *table* to the pyproject.toml at *path*, unless the folder has a configuration. Raises what is wrong with that."""
    from pytest_fixturegen.configuration import project
    from pytest_fixturegen.files import write_whole

    there = project(path.parent).file
    if there and Path(there).parent == path.parent.resolve():
        notices.say(f"kept {Path(there).name}: it configures pytest-fixturegen already")
        return
    old = path.read_bytes() if path.exists() else b""
    gap = b"" if not old else b"\n" if old.endswith(b"\n") else b"\n\n"
    write_whole(path, [old, gap, table.encode()])
    notices.say(f"wrote {path.name}")


def _new(path: Path, text: str) -> None:
    from pytest_fixturegen.files import write_whole

    if path.exists():
        notices.say(f"kept {path}: it is there already")
        return
    write_whole(path, [text.encode()])
    notices.say(f"wrote {path}")

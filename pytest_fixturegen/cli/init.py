"""``pfg init``: write the first configuration and conftest of a project."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from pytest_fixturegen._internal.regular_files import read_regular
from pytest_fixturegen.cli import notices
from pytest_fixturegen.cli.command_base import Command, add_common_flags
from pytest_fixturegen.cli.flags import add_flags, resolve_settings
from pytest_fixturegen.config.command_options import ImportConfig, SelectionConfig


@click.command("init", cls=Command)
@click.argument("target", required=False)
@add_flags(SelectionConfig, ImportConfig, excluded=("type",))
@add_common_flags
def init_command(target: str | None, **flag_values: Any) -> None:
    """Write a commented configuration, and a conftest with a fixture for each of TARGET's models.

    Existing files are kept.
    """
    from pytest_fixturegen.cli import init_templates
    from pytest_fixturegen.discovery.targets import parse_target
    from pytest_fixturegen.worker import client

    selection, imports = resolve_settings(flag_values, SelectionConfig, ImportConfig)
    listed = client.list_models(target, selection, imports) if target else []
    models = [each for each in listed if each["kind"] != "operation"]
    if target and not parse_target(target, Path.cwd()).qualname:
        models = [model for model in models if _is_plain_name(model["name"])]
    root = _find_import_root(target) if target and not _has_pytest_config(Path.cwd()) else ""
    text = init_templates.build_conftest(models)
    _write_configuration(Path.cwd() / "pyproject.toml", init_templates.build_configuration(root))
    tests = Path("tests") if Path("tests").is_dir() else Path()
    _write_new_file(tests / "conftest.py", text)


def _is_plain_name(name: str) -> bool:
    """Return whether *name* is that of a public model at the top level of its module."""
    return "." not in name and not name.startswith("_")


def _find_import_root(target: str) -> str:
    """Return the folder from which *target* is imported, relative to the working directory."""
    from pytest_fixturegen.discovery.targets import parse_target

    return Path(os.path.relpath(parse_target(target, Path.cwd()).root)).as_posix()


def _has_pytest_config(folder: Path) -> bool:
    """Return whether a file in *folder* configures pytest."""
    sections = {
        "pytest.ini": "",
        ".pytest.ini": "",
        "pyproject.toml": "[tool.pytest",
        "tox.ini": "[pytest]",
        "setup.cfg": "[tool:pytest]",
    }
    for name, section in sections.items():
        path = folder / name
        if path.is_file() and section.encode() in _read_existing(path):
            return True
    return False


def _read_existing(path: Path) -> bytes:
    """Return the content of the file at *path*, empty if it does not exist.

    Raises:
        EmitError: If it cannot be read as a regular file.
    """
    from pytest_fixturegen._internal.atomic_files import build_write_error

    if not path.exists():
        return b""
    try:
        return read_regular(path)
    except OSError as error:
        raise build_write_error(path, error) from error


def _write_configuration(path: Path, table: str) -> None:
    """Add *table* to the pyproject.toml at *path*, unless the folder has a configuration.

    Raises:
        ConfigError: If the existing configuration is invalid.
    """
    from pytest_fixturegen._internal.atomic_files import write_atomically
    from pytest_fixturegen.config.project_file import read_project_file

    existing = read_project_file(path.parent, is_start_trusted=True).file
    if existing and Path(existing).parent == path.parent.resolve():
        notices.print_notice(f"kept {Path(existing).name}: it configures pytest-fixturegen already")
        return
    old = _read_existing(path)
    gap = b"\n" if old else b""
    if old and not old.endswith(b"\n"):
        gap = b"\n\n"
    write_atomically(
        path,
        [old, gap, table.encode()],
        is_named=False,
    )
    notices.print_notice(f"wrote {path.name}")


def _write_new_file(path: Path, text: str) -> None:
    """Write *text* to *path* unless it exists, and print which of the two happened."""
    from pytest_fixturegen._internal.atomic_files import write_atomically

    if path.exists():
        notices.print_notice(f"kept {path}: it exists already")
        return
    write_atomically(
        path,
        [text.encode()],
        is_named=False,
    )
    notices.print_notice(f"wrote {path}")

"""``pfg trust``: remember that the user trusts the configuration of a project, or an API file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from pytest_fixturegen.cli import notices, terminal
from pytest_fixturegen.cli.command_base import Command, add_common_flags
from pytest_fixturegen.cli.param_types import FILE
from pytest_fixturegen.config import trust, trust_store
from pytest_fixturegen.config.command_options import CONFIGS
from pytest_fixturegen.config.file_paths import anchor_paths
from pytest_fixturegen.config.options import PROJECT_FILES
from pytest_fixturegen.config.safe_folders import is_private
from pytest_fixturegen.config.sources import Source
from pytest_fixturegen.errors import ConfigError, UsageError


@click.command("trust", cls=Command)
@click.argument("path", default=".", type=FILE)
@click.option("--list", "lists", is_flag=True, help="Print what you trust, and if it has changed.")
@click.option("--revoke", "revokes", is_flag=True, help="Trust PATH no longer.")
@add_common_flags
def trust_command(
    path: str,
    lists: bool,
    revokes: bool,
) -> None:
    """Trust the configuration of the project at PATH, as it is now, or an API file.

    PATH is a folder, a configuration file or an API file, and by default the working directory.
    Without trust, options that give the project more rights are refused.
    """
    if lists and revokes:
        raise UsageError("--list and --revoke are mutually exclusive.", hint="Give one of them.")
    if lists:
        _print_list()
    elif revokes:
        _revoke(path)
    else:
        _trust(path)


def _trust(path: str) -> None:
    """Remember the source at *path*, and print which of its options needed it."""
    source = _read_source(path)
    trust_store.add_trust(source)
    keys = trust.list_widening_keys(source, CONFIGS, is_in_process=True)
    names = ", ".join(source.names.get(key, key) for key in keys)
    notices.print_notice(f"trusted {source.file}: {names or 'no option of it needs trust today'}")


def _revoke(path: str) -> None:
    """Forget what is trusted at *path*.

    Raises:
        ConfigError: If nothing there is trusted.
    """
    if not trust_store.remove_trust(path):
        raise ConfigError(
            f"You do not trust {path}: expected a trusted file, or the folder of one.",
            hint="'pfg trust --list' shows what you trust.",
            file=path,
        )
    notices.print_notice(f"revoked {path}")


def _print_list() -> None:
    """Print each trusted file and its state."""
    for each in trust_store.list_trusted_files():
        terminal.print_line(f"{_describe_state(each):<9} {each.path}")


def _describe_state(trusted: trust_store.TrustedFile) -> str:
    """Return whether the settings of the *trusted* file are those that the user trusted."""
    if not Path(trusted.path).is_file():
        return "missing"
    try:
        source = _read_source(trusted.path)
    except ConfigError:
        return "changed"
    is_same = trust_store.compute_settings_digest(source) == trusted.digest
    return "trusted" if is_same else "changed"


def _read_source(path: str) -> Source:
    """Return the options of the configuration file or API file at *path*.

    Raises:
        ConfigError: If the file has no options, or if other users can write it.
    """
    source = _find_source(Path(path))
    if not source.file:
        raise ConfigError(
            f"{path} has no configuration to trust.",
            hint=f"Name a project with {' or '.join(PROJECT_FILES)}, or an API file.",
            file=path,
        )
    if not all(map(is_private, (Path(source.file), Path(source.file).parent))):
        raise ConfigError(
            f"{source.file} cannot be trusted: other users can write it.",
            hint="Take their permission away: chmod go-w, for the file and for its folder.",
            file=source.file,
        )
    return source


def _find_source(path: Path) -> Source:
    """Return the options of the project in the folder *path*, or of the file at *path*."""
    from pytest_fixturegen.config.project_file import read_named_file, read_project_file

    if not path.is_file():
        source = read_project_file(path.absolute())
    elif path.name in PROJECT_FILES:
        source = read_named_file(path, "PATH")
    else:
        return _read_api_source(path)
    return replace(source, values=anchor_paths(source.values, Path(source.file)))


def _read_api_source(path: Path) -> Source:
    """Return the options of the storage that the API file at *path* sets."""
    from pytest_fixturegen.api.stores import make_guarded_sources
    from pytest_fixturegen.store.api_file import read_api_file

    source: Source = make_guarded_sources(read_api_file(path).settings, str(path))[0]
    return source

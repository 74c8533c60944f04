"""The projects that the user trusts, by path and digest of their configuration.

They are remembered in the user's own configuration folder, as direnv and VS Code do it. A project
whose configuration has changed since has to be trusted again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.file_paths import resolve_paths
from pytest_fixturegen.config.safe_folders import is_private
from pytest_fixturegen.config.sources import Source
from pytest_fixturegen.errors import ConfigError, format_os_error

APPLICATION = "pytest-fixturegen"
FILE_NAME = "trusted.json"

NO_TRUST = "none"
OLD_TRUST = "trust in an earlier version of it"


@dataclass(frozen=True, slots=True)
class TrustedFile:
    """A configuration that the user trusts: its *path*, and the *digest* of its settings."""

    path: str
    digest: str


def find_trust_file() -> Path:
    """Return the path of the list: in ``XDG_CONFIG_HOME`` or the platform's folder."""
    import click  # it knows the folder of each platform, and most runs do not need it

    return Path(click.get_app_dir(APPLICATION), FILE_NAME)


def compute_settings_digest(source: Source) -> str:
    """Return a digest of the settings of *source*. Comments and order do not matter."""
    text = json.dumps(
        resolve_paths(source.values),
        sort_keys=True,
        default=str,
    )
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def is_trusted(source: Source) -> bool:
    """Return whether the user trusts *source* as it is now."""
    digest = _read_digests(source).get(_identify(source))
    return digest is not None and digest == compute_settings_digest(source)


def describe_trust(source: Source) -> str:
    """Return in words which trust the user has in *source*, for the end of a sentence."""
    return OLD_TRUST if _identify(source) in _read_digests(source) else NO_TRUST


def list_trusted_files() -> list[TrustedFile]:
    """Return the files that the user trusts, sorted by path."""
    digests = _read_list(find_trust_file())
    return [TrustedFile(path, digest) for path, digest in sorted(digests.items())]


def add_trust(source: Source) -> None:
    """Remember that the user trusts *source* as it is now.

    Raises:
        ConfigError: If the list is a part of the project, or cannot be written.
    """
    file = find_trust_file()
    if _is_inside_project(file, source):
        raise ConfigError(
            f"{source.file} cannot be trusted: the list of trusted projects, {file}, would be a "
            "part of it.",
            hint="Give --trust to each run, or move the project out of your configuration folder.",
            file=source.file,
        )
    digests = _read_list(file)
    _write_list(
        file,
        {**digests, _identify(source): compute_settings_digest(source)},
    )


def remove_trust(path: str) -> bool:
    """Forget the trusted file at *path*, or those in the folder; return whether there was one."""
    file = find_trust_file()
    digests = _read_list(file)
    wanted = os.path.realpath(path)
    remaining = {
        known: digest
        for known, digest in digests.items()
        if known != wanted and os.path.dirname(known) != wanted  # noqa: PTH120
    }
    if len(remaining) == len(digests):
        return False
    _write_list(file, remaining)
    return True


def _identify(source: Source) -> str:
    """Return the path that identifies the file of *source*."""
    return os.path.realpath(source.file)


def _read_digests(source: Source) -> Mapping[str, str]:
    """Return the digests by path; none if the list is a part of the project of *source*."""
    file = find_trust_file()
    return {} if _is_inside_project(file, source) else _read_list(file)


def _is_inside_project(file: Path, source: Source) -> bool:
    """Return whether *file* is in the folder of *source*, and so may come with the checkout."""
    folder = os.path.dirname(_identify(source))  # noqa: PTH120
    return Path(os.path.realpath(file)).is_relative_to(folder)


def _read_list(file: Path) -> dict[str, str]:
    """Return the digests by path.

    The list is empty if the file does not exist, or if another user may have written it.
    """
    if not all(map(is_private, (file, file.parent))):
        return {}
    try:
        data: Any = json.loads(file.read_text("utf-8"))
        return {str(path): str(digest) for path, digest in data.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def _write_list(file: Path, digests: Mapping[str, str]) -> None:
    """Write *digests* to *file*, which only the user may read.

    Raises:
        ConfigError: If that is not possible.
    """
    from pytest_fixturegen._internal.atomic_files import write_atomically

    text = json.dumps(digests, indent=2, sort_keys=True) + "\n"
    try:
        file.parent.mkdir(
            mode=0o700,
            parents=True,
            exist_ok=True,
        )
        write_atomically(file, [text.encode("utf-8")])
        file.chmod(0o600)
    except OSError as error:
        raise ConfigError(
            f"{file} cannot be written: {format_os_error(error)}.",
            hint="Make it writable, or give --trust to each run.",
            file=str(file),
        ) from error

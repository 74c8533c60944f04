"""The trust model: which settings of a project apply, and which need the user's trust.

Command-line options, ``PFG_*`` variables and files named with ``--config`` are trusted. Files of
the project are not: it may be a checkout of foreign code. Its configuration may set any option
that only changes data. Options that give it more rights are refused, unless the user trusts the
project (``trust_store``), or a trusted source sets them too. ``docs/security.md`` has the model.

pytest and the Python API run the project in the user's own process, so nothing is refused there.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pytest_fixturegen.config.command_options import CONFIGS, HARMLESS_ALIASES, ImportConfig
from pytest_fixturegen.config.field_policies import to_mapping
from pytest_fixturegen.config.file_paths import NO_PATHS
from pytest_fixturegen.config.keyword_options import get_option_types
from pytest_fixturegen.config.safe_folders import has_home
from pytest_fixturegen.config.sources import Source, coerce_value, get_option_key, read_options
from pytest_fixturegen.config.trust_store import describe_trust, is_trusted
from pytest_fixturegen.errors import ConfigError

log = logging.getLogger(__name__)

TRUST_KEY = "trust"
SANDBOX_KEY = "sandbox"
SANDBOX_KEYS = {TRUST_KEY, SANDBOX_KEY}
"""Two options that decide one thing: whether there is a sandbox."""

STRICT = "strict"

ENVIRONMENT_MARK = "pyvenv.cfg"
"""The file that marks a virtual environment, whose files run with every Python of it."""

CODE_SETTINGS = ("factory", "post_generate")
"""Settings of a field that name a function."""

HARMLESS_FUNCTIONS = ("faker.",)
"""Beginnings of the names of functions that only return values."""

FOREIGN_MARKS = re.compile("://|=|[$]|~")
"""Marks of a text that is more than a path: a URL, a connection string of PostgreSQL, a variable,
or a home folder.
"""

JSON_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
"""A text in JSON."""


def refuse_untrusted(
    source: Source,
    configs: Sequence[type],
    stronger: Sequence[Source],
    *,
    is_in_process: bool = False,
) -> Source:
    """Return *source* with those settings of *configs* that this run may obey.

    A source that the user named, or trusts, is returned as it is. A setting that widens rights and
    that one of the *stronger* sources also sets is left out. *is_in_process*: whether values are
    generated in this process, without a sandbox.

    Raises:
        ConfigError: If other settings widen rights.
    """
    if not source.is_found or is_run_trusted(stronger):
        return source
    widening = list_widening_keys(source, configs, is_in_process=is_in_process)
    if not widening or is_trusted(source):
        return source
    refused = [key for key in widening if not _is_overridden(key, stronger)]
    if refused:
        raise build_refusal(source, refused)
    values = {key: value for key, value in source.values.items() if key not in widening}
    return dataclasses.replace(source, values=values)


def _is_overridden(key: str, stronger: Sequence[Source]) -> bool:
    """Return whether a *stronger* source decides what *key* decides."""
    keys = SANDBOX_KEYS if key in SANDBOX_KEYS else {key}
    return any(keys & source.values.keys() for source in stronger)


def warn_untrusted(source: Source, stronger: Sequence[Source]) -> None:
    """Warn of the settings of *source*, of whatever command, that would be refused."""
    try:
        refuse_untrusted(
            source,
            CONFIGS,
            stronger,
            is_in_process=True,
        )
    except ConfigError as error:
        if "keys" not in error.facts:
            raise
        log.warning("%s", error)


def is_run_trusted(sources: Sequence[Source]) -> bool:
    """Return whether ``--trust`` or ``PFG_TRUST`` trusts the project for this run."""
    deciding = [
        dataclasses.replace(source, values={TRUST_KEY: source.values[TRUST_KEY]})
        for source in sources
        if TRUST_KEY in source.values and not source.is_found
    ]
    return read_options(ImportConfig, deciding).trust


def combine_sandbox_keys(sources: Sequence[Source]) -> list[Source]:
    """Return *sources* so that the strongest that sets ``sandbox`` or ``trust`` decides both.

    So ``--sandbox strict`` takes precedence over every file. It also limits a ``--trust`` on the
    same command line, which then trusts the configuration alone.
    """
    combined: list[Source] = []
    is_decided = False
    for source in sources:
        dropped = set(SANDBOX_KEYS) if is_decided else set()
        if source.values.get(SANDBOX_KEY) == STRICT:
            dropped.add(TRUST_KEY)
        is_decided = is_decided or bool(SANDBOX_KEYS & source.values.keys())
        values = {key: value for key, value in source.values.items() if key not in dropped}
        combined.append(dataclasses.replace(source, values=values))
    return combined


def list_widening_keys(
    source: Source,
    configs: Sequence[type],
    *,
    is_in_process: bool = False,
) -> list[str]:
    """Return the keys of *source* among the options of *configs* that widen its rights.

    Raises:
        FixturegenError: If the value of such an option is invalid.
    """
    harmless_kinds = ("never",) if is_in_process else ("never", "code")  # code has the sandbox
    return [
        get_option_key(config, name)
        for config in configs
        for name, option in get_option_types(config).fields.items()
        if option.metadata["widens"] not in harmless_kinds and _is_widening(source, config, option)
    ]


def _is_widening(
    source: Source,
    config: type,
    option: dataclasses.Field[Any],
) -> bool:
    """Return whether *source* sets the *option* of *config* to a value that widens its rights."""
    key = get_option_key(config, option.name)
    if key not in source.values:
        return False
    annotation = get_option_types(config).annotations[option.name]
    value = coerce_value(source, key, annotation, option.metadata)
    if not value or value in (option.default, *option.metadata["harmless"]):
        return False
    folder = os.path.dirname(os.path.abspath(source.file))  # noqa: PTH100, PTH120
    return RULES[option.metadata["widens"]](
        value,
        option.default,
        folder,
    )


def _is_raised(
    value: Any,
    default: Any,
    folder: str,
) -> bool:
    """Return whether *value* is a higher limit than the *default*."""
    return bool(value > default)


def _is_outside(
    value: Any,
    default: Any,
    folder: str,
) -> bool:
    """Return whether the path *value* leaves the project in *folder*, or names a server."""
    return not is_project_file(value, folder)


def _is_destination(
    value: Any,
    default: Any,
    folder: str,
) -> bool:
    """Return whether a text of the JSON object *value* names more than a file of the project.

    Some handlers take a path as relative to the working directory, others to *folder*.
    """
    texts = [json.loads(text) for text in JSON_TEXT.findall(value)]
    anchored = [os.path.join(folder, text) for text in texts]  # noqa: PTH118
    return not all(is_project_file(text, folder) for text in (*texts, *anchored))


def _has_wide_alias(
    value: Any,
    default: Any,
    folder: str,
) -> bool:
    """Return whether an alias of *value* delivers to more than a file of the project."""
    aliases = to_mapping(value).values()
    options = json.dumps(
        [alias.get("options") for alias in aliases],
        default=str,
    )
    is_harmless = all(alias.get("path") in HARMLESS_ALIASES for alias in aliases)
    return not is_harmless or _is_destination(options, default, folder)


def _names_code(
    value: Any,
    default: Any,
    folder: str,
) -> bool:
    """Return whether the policies *value* name a function that is not one of Faker."""
    for settings in to_mapping(value).values():
        functions = [str(settings[name]) for name in CODE_SETTINGS if name in settings]
        if not all(name.startswith(HARMLESS_FUNCTIONS) for name in functions):
            return True
    return False


RULES: Mapping[str, Callable[[Any, Any, str], bool]] = {
    "set": lambda value, default, folder: True,
    "raised": _is_raised,
    "outside": _is_outside,
    "destination": _is_destination,
    "code": _names_code,
    "aliases": _has_wide_alias,
}
"""When a value widens rights, by what the declaration of the option says."""


def is_project_file(text: str, folder: str) -> bool:
    """Return whether the path *text* leads to an ordinary place of the project in *folder*.

    Links are followed. Hidden folders and virtual environments are not ordinary places: other
    programs run their files (``.git/hooks``), and they do not come with a checkout. If the project
    contains the home folder, no path is an ordinary place.
    """
    if text in NO_PATHS:
        return True
    root = os.path.realpath(folder)
    if "\0" in text or FOREIGN_MARKS.search(text.removeprefix(folder)) or has_home(root):
        return False
    path = Path(os.path.realpath(text))
    if not path.is_relative_to(root):
        return False
    folders = path.parents[: len(path.relative_to(root).parts) - 1]
    return not any(map(_has_other_programs, folders))


def _has_other_programs(folder: Path) -> bool:
    """Return whether *folder* is hidden or a virtual environment."""
    return folder.name.startswith(".") or (folder / ENVIRONMENT_MARK).exists()


def build_refusal(source: Source, keys: Sequence[str]) -> ConfigError:
    """Return the error that *source* sets *keys*, which need trust."""
    import shlex  # only this error needs it

    names = [source.names.get(key, key) for key in keys]
    listed = " and ".join(", ".join(map(repr, names)).rsplit(", ", 1))
    path = _shorten(source.file)
    return ConfigError(
        f"{path} sets {listed}: expected your trust in the project, since this gives it more "
        f"rights, got {describe_trust(source)}.",
        hint=f"If you trust it, run: {shlex.join(['pfg', 'trust', path])}. Or give --trust to this "
        "run, or repeat the options on the command line.",
        file=source.file,
        keys=names,
    )


def _shorten(path: str) -> str:
    """Return *path* relative to the working directory, if it is below it."""
    relative = os.path.relpath(path)
    return path if relative.startswith(os.pardir) else relative

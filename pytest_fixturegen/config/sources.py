"""Sources of options and their precedence.

Flag, environment, configuration file, default: the first source that sets an option decides it.
Values are converted here, so that an error names the source that set them.
"""

from __future__ import annotations

import dataclasses
import os
import re
import typing
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any, TypeVar

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.coercion import (
    CONVERSION_ERRORS,
    MAX_INT_DIGITS,
    abbreviate_value,
    convert_value,
    describe_bounds,
    describe_type,
    is_in_bounds,
)
from pytest_fixturegen.config.field_policies import MisplacedError, merge_policies
from pytest_fixturegen.config.options import Policies
from pytest_fixturegen.errors import ConfigError, FixturegenError, UsageError, suggest_nearest

T = TypeVar("T")

TOOL_TABLE = "pytest_fixturegen"

LEGACY_TOOL_TABLE = "pydantic_fixturegen"
"""The table of pydantic-fixturegen, read if ours does not exist."""

ENV_PREFIX = "PFG_"

MAX_NAME_LENGTH = 100
"""Characters of a name whose line is looked for."""

CONFIG_FILE_VARIABLE = "PFG_CONFIG"
"""The variable that names the configuration file. It is not an option, since no file may set it."""


class VariableError(ConfigError):
    """An environment variable names an unknown option, or has an invalid value."""


@dataclass(frozen=True, slots=True)
class Source:
    """Settings by key (``seed``, ``json.n``) from one place.

    *spelling* is a format string for keys in messages, *error* the class of errors about this
    source. A file has its path in *file* and its content in *text*. *names* maps keys to what this
    source calls them, where that differs. *is_found*: whether the file was found in the project,
    and not named by the user.
    """

    values: Mapping[str, Any]
    spelling: str
    error: type[FixturegenError] = ConfigError
    file: str = ""
    text: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    is_found: bool = False

    def find_line(self, key: str) -> int | None:
        """Return the line of the file that sets *key*, or None if several lines may."""
        name = self.names.get(key, key).rpartition(".")[2]
        if len(name) > MAX_NAME_LENGTH:
            return None
        any_spelling = "[-_]".join(re.escape(part) for part in re.split("[-_]", name))
        pattern = re.compile(rf"\s*(\[.*\.)?\[?[\"']?{any_spelling}[\"']?\s*[]=:.]")
        lines = self.text.splitlines()
        found = [number for number, line in enumerate(lines, 1) if pattern.match(line)]
        return found[0] if len(found) == 1 else None

    def format_key(self, key: str) -> str:
        """Return *key* as the user wrote it in this source."""
        written_key = self.names.get(key, key)
        section, _, name = written_key.rpartition(".")
        return self.spelling.format(
            key=written_key,
            name=name,
            flag=name.replace("_", "-"),
            env=key.replace(".", "__").upper(),
            table=f".{section}" if section else "",
        )


def get_option_key(config: type, name: str) -> str:
    """Return the key of the option *name* of the group *config*, with its section."""
    section = getattr(config, "section", "")
    return f"{section}.{name}" if section else name


def list_known_keys() -> frozenset[str]:
    """Return every key that a configuration may set."""
    # Not imported at the top: pytest loads this module at its start and does not need commands.
    from pytest_fixturegen.config.command_options import CONFIGS

    return frozenset(
        get_option_key(config, option.name)
        for config in CONFIGS
        for option in dataclasses.fields(config)
    )


def read_flags(values: Mapping[str, Any], config: type) -> Source:
    """Return the source of the command line for the group *config*; *values* are by option name."""
    set_values = {
        get_option_key(config, name): value
        for name, value in values.items()
        if value not in (None, ())
    }
    return Source(set_values, "--{flag}", UsageError)


def read_environment(
    environ: Mapping[str, str] = os.environ,
    *,
    skip_unknown: bool = False,
) -> Source:
    """Return the source of the environment: ``PFG_SEED=7``, ``PFG_JSON__N=20``.

    An empty variable counts as unset. With *skip_unknown*, so does one that names no option.

    Raises:
        VariableError: If a variable with our prefix names an unknown option.
    """
    names = _list_variables(environ)
    known = {format_variable(key): key for key in list_known_keys()} if names else {}
    error = None if skip_unknown else _find_unknown_name(names, known)
    if error is not None:
        raise error
    values = {known[name.upper()]: environ[name] for name in names if name.upper() in known}
    return Source(values, ENV_PREFIX + "{env}", VariableError)


def find_unknown_variable(environ: Mapping[str, str] = os.environ) -> VariableError | None:
    """Return the error of a variable with our prefix that names an unknown option, or None."""
    names = _list_variables(environ)
    known = {format_variable(key): key for key in list_known_keys()} if names else {}
    return _find_unknown_name(names, known)


def _list_variables(environ: Mapping[str, str]) -> list[str]:
    """Return the names of the variables that set an option; empty ones do not."""
    prefixed = [name for name in environ if name.startswith(ENV_PREFIX)]
    return [name for name in prefixed if environ[name] and name != CONFIG_FILE_VARIABLE]


def _find_unknown_name(names: Sequence[str], known: Mapping[str, str]) -> VariableError | None:
    """Return the error of the first of *names* that is not *known*, or None."""
    for name in names:
        if name.upper() not in known:
            return VariableError(
                f"The environment variable {name} names an unknown option.",
                hint=suggest_nearest(name, known),
                key=name,
            )
    return None


def format_variable(key: str) -> str:
    """Return the environment variable that sets *key*."""
    return ENV_PREFIX + key.replace(".", "__").upper()


def read_options(config: type[T], sources: Sequence[Source]) -> T:
    """Return *config* filled from *sources*, the first of which wins.

    Raises:
        FixturegenError: If a value is invalid; the class is that of its source.
    """
    hints = typing.get_type_hints(config)
    values = {}
    for option in dataclasses.fields(config):  # type: ignore[arg-type]  # groups are dataclasses
        key = get_option_key(config, option.name)
        source = _find_source(key, sources)
        if source is None:
            continue
        annotation = hints[option.name]
        if annotation == Policies:
            values[option.name] = _merge_all_policies(
                key,
                sources,
                option.metadata,
            )
        else:
            values[option.name] = coerce_value(
                source,
                key,
                annotation,
                option.metadata,
            )
    return config(**values)


def find_origins(config: type, sources: Sequence[Source]) -> dict[str, str]:
    """Return how the winning source spells each option of *config* that is set."""
    origins = {}
    for option in dataclasses.fields(config):
        key = get_option_key(config, option.name)
        source = _find_source(key, sources)
        if source is not None:
            origins[option.name] = source.format_key(key)
    return origins


def _find_source(key: str, sources: Sequence[Source]) -> Source | None:
    """Return the first of *sources* that has a value for *key*; None if none has."""
    return next(
        (source for source in sources if key in source.values),
        None,
    )


def _merge_all_policies(
    key: str,
    sources: Sequence[Source],
    metadata: Mapping[str, Any],
) -> Policies:
    """Return the policies of all *sources*; for each path an earlier source wins."""
    merged: Policies = ()
    for source in reversed(sources):
        if key in source.values:
            policies = coerce_value(source, key, Policies, metadata)
            merged = merge_policies(merged, policies)
    return merged


def coerce_value(
    source: Source,
    key: str,
    annotation: Any,
    metadata: Mapping[str, Any],
) -> Any:
    """Return the value of *key* in the type of its option.

    Raise the error of the option if the type or the bounds do not fit.
    """
    value = source.values[key]
    try:
        coerced = convert_value(annotation, value)
    except MisplacedError as error:
        raise _build_value_error(
            source, key, error.value, error.wanted, f"{error.at} of "
        ) from None
    except OverflowError:
        expected = f"a number of at most {MAX_INT_DIGITS} digits"
        raise _build_value_error(source, key, value, expected) from None
    except CONVERSION_ERRORS:
        raise _build_value_error(
            source,
            key,
            value,
            describe_type(annotation),
        ) from None
    if not is_in_bounds(coerced, metadata):
        raise _build_value_error(
            source,
            key,
            value,
            describe_bounds(metadata),
        )
    return coerced


def _build_value_error(
    source: Source,
    key: str,
    value: Any,
    expected: str,
    prefix: str = "",
) -> FixturegenError:
    """Return an error about *value*; *prefix* names the part of the option."""
    line = source.find_line(key)
    at_line = f" (line {line})" if line else ""
    shown = abbreviate_value(value)
    return source.error(
        f"{prefix}{source.format_key(key)}{at_line} is {shown}, which is not {expected}.",
        hint=f"Give it {expected}.",
        key=key,
        value=shown,
        file=source.file or None,
        line=line,
    )

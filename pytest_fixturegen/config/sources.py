"""Where options may be set, who wins, and where a value came from.

Flag, then environment, then configuration file, then default: the first source that sets an option decides it. Values
are coerced here, by their declared annotation, so that an error names the place that set them.
"""

from __future__ import annotations

import dataclasses
import math
import os
import re
import reprlib
import typing
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import datetime, timezone
from typing import Any, Literal, TypeVar, get_args, get_origin

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.field_policies import (
    MisplacedError,
    merge_policies,
    read_object,
    read_pairs,
    read_policies,
)
from pytest_fixturegen.config.options import JsonObject, Pairs, Policies
from pytest_fixturegen.errors import ConfigError, FixturegenError, UsageError, suggest_nearest

T = TypeVar("T")
TOOL_TABLE = "pytest_fixturegen"
LEGACY_TOOL_TABLE = "pydantic_fixturegen"
"""The table of the tool that many come from: read when ours is not there."""

ENV_PREFIX = "PFG_"
CONFIG_FILE_VARIABLE = "PFG_CONFIG"
"""The variable that names the file of the configuration: no option, since no file may set it."""

TRUE, FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


@dataclass(frozen=True, slots=True)
class Source:
    """Settings by key (``seed``, ``json.n``), and *spelt*: how this place spells the key in a message.

    Of a *file* also its *text*. *names* are those keys that this place calls otherwise.
    """

    values: Mapping[str, Any]
    spelling: str
    error: type[FixturegenError] = ConfigError
    file: str = ""
    text: str = ""
    names: Mapping[str, str] = field(default_factory=dict)

    def find_line(self, key: str) -> int | None:
        """In which line of its file *key* is set, where only one can be meant."""
        name = "[-_]".join(map(re.escape, re.split("[-_]", key.rpartition(".")[2])))
        sets = re.compile(rf"\s*(\[.*\.)?\[?[\"']?{name}[\"']?\s*[]=:.]")
        found = [number for number, row in enumerate(self.text.splitlines(), 1) if sets.match(row)]
        return found[0] if len(found) == 1 else None

    def format_key(self, key: str) -> str:
        """How the user wrote *key* here."""
        section, _, name = key.rpartition(".")
        shown = {
            "key": self.names.get(key, key),
            "name": name,
            "flag": name.replace("_", "-"),
            "env": key.replace(".", "__").upper(),
        }
        return self.spelling.format(**shown, table=f".{section}" if section else "")


def get_option_key(config: type, name: str) -> str:
    """The key of the option *name* of a group: with its section, if it has one."""
    section = getattr(config, "section", "")
    return f"{section}.{name}" if section else name


def list_known_keys() -> frozenset[str]:
    """Every key that a configuration may set."""
    from pytest_fixturegen.config.command_options import (
        CONFIGS,
    )  # which pytest's start has no use for

    return frozenset(
        get_option_key(config, each.name)
        for config in CONFIGS
        for each in dataclasses.fields(config)
    )


def read_flags(values: Mapping[str, Any], config: type) -> Source:
    """What the command line gave for *config*, by option name."""
    given = {
        get_option_key(config, name): value
        for name, value in values.items()
        if value not in (None, ())
    }
    return Source(given, "--{flag}", UsageError)


def read_environment(environ: Mapping[str, str] = os.environ) -> Source:
    """``PFG_SEED=7``, ``PFG_JSON__N=20``. Raises ConfigError for a name that is no option."""
    names = [
        name for name in environ if name.startswith(ENV_PREFIX) and name != CONFIG_FILE_VARIABLE
    ]
    known = {format_variable(key): key for key in list_known_keys()} if names else {}
    for name in names:
        if name.upper() not in known:
            hint = suggest_nearest(name, known)
            raise ConfigError(
                f"The environment sets {name}, which is no option.", hint=hint, key=name
            )
    return Source({known[name.upper()]: environ[name] for name in names}, ENV_PREFIX + "{env}")


def format_variable(key: str) -> str:
    """The variable of the environment that sets *key*."""
    return ENV_PREFIX + key.replace(".", "__").upper()


def read_options(config: type[T], sources: Sequence[Source]) -> T:
    """*config* filled from *sources*, first come first served. Raises the source's error for a value that cannot be."""
    hints = typing.get_type_hints(config)
    settled = {}
    for each in dataclasses.fields(config):  # type: ignore[arg-type]  # every group is a dataclass
        key = get_option_key(config, each.name)
        source = next((source for source in sources if key in source.values), None)
        if source is not None:
            settled[each.name] = _coerce_value(
                source, key, source.values[key], hints[each.name], each.metadata
            )
        if source is not None and hints[each.name] == Policies:
            settled[each.name] = _merge_all_policies(key, sources, each.metadata)
    return config(**settled)


def find_origins(config: type, sources: Sequence[Source]) -> dict[str, str]:
    """For each option of *config* that somebody set: how the winner spelt it."""
    keys = {each.name: get_option_key(config, each.name) for each in dataclasses.fields(config)}
    winners = {
        name: next((source for source in sources if key in source.values), None)
        for name, key in keys.items()
    }
    return {
        name: source.format_key(keys[name])
        for name, source in winners.items()
        if source is not None
    }


def _merge_all_policies(
    key: str, sources: Sequence[Source], metadata: Mapping[str, Any]
) -> Policies:
    """The policies of all *sources*: what an earlier one says of a path goes over what a later one says."""
    together: Policies = ()
    for source in reversed(sources):
        if key in source.values:
            together = merge_policies(
                together, _coerce_value(source, key, source.values[key], Policies, metadata)
            )
    return together


def _coerce_value(
    source: Source, key: str, value: Any, annotation: Any, metadata: Mapping[str, Any]
) -> Any:
    try:
        coerced = _convert_value(annotation, value)
    except MisplacedError as error:
        raise _build_value_error(
            source, key, error.value, error.wanted, f"{error.at} of "
        ) from None
    except (ValueError, TypeError, OverflowError, RecursionError):
        raise _build_value_error(source, key, value, _describe_expected(annotation)) from None
    low, high = metadata["low"], metadata["high"]
    if (low is not None and not coerced >= low) or (high is not None and not coerced <= high):
        wanted = (
            f"a number from {low:.15g} to {high:.15g}"
            if high is not None
            else f"a number of at least {low:.15g}"
        )
        raise _build_value_error(source, key, value, wanted)
    return coerced


def _build_value_error(
    source: Source, key: str, value: Any, expected: str, prefix: str = ""
) -> FixturegenError:
    """*value*, in the place *inside* of *key*, is not what is *wanted*."""
    line = source.find_line(key)
    place = prefix + source.format_key(key) + (f" (line {line})" if line else "")
    facts = {
        "key": key,
        "value": abbreviate_value(value),
        "file": source.file or None,
        "line": line,
    }
    return source.error(
        f"{place} is {abbreviate_value(value)}, which is not {expected}.",
        hint=f"Give it {expected}.",
        **facts,
    )


VALUE_REPR = reprlib.Repr()
VALUE_REPR.maxstring = VALUE_REPR.maxother = VALUE_REPR.maxlong = 100


def abbreviate_value(value: Any) -> str:
    """*value* as a sentence shows it: what is long, or deep, is cut."""
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return str(value).lower() if isinstance(value, bool) else VALUE_REPR.repr(value)


def _convert_value(annotation: Any, value: Any) -> Any:
    """*value* as *annotation* asks; text is read, as it comes from flags and the environment."""
    if annotation in (Policies, Pairs):
        return CONVERTERS[annotation](value)
    if get_origin(annotation) is Literal:
        if value not in get_args(annotation):
            raise ValueError(value)
        return value
    if get_origin(annotation) is tuple:
        return (
            tuple(value.split(","))
            if isinstance(value, str)
            else tuple(_parse_item(*each) for each in enumerate(value, 1))
        )
    return CONVERTERS[annotation](value)


def _parse_int(value: Any) -> int:
    if isinstance(value, bool | float):
        raise TypeError(value)
    return int(value)


def _parse_float(value: Any) -> float:
    if isinstance(value, bool):
        raise TypeError(value)
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(value)
    return number


def _parse_bool(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in TRUE + FALSE:
        return value.lower() in TRUE
    raise ValueError(value)


def _parse_text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _parse_item(position: int, value: Any) -> str:
    if not isinstance(value, str):
        raise MisplacedError(f"item {position}", value, "a text")
    return value


def _parse_datetime(value: Any) -> datetime:
    """A date, or a date and time; without a zone it is UTC."""
    text = value if isinstance(value, str) else value.isoformat()
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


CONVERTERS: dict[Any, Any] = {
    int: _parse_int,
    float: _parse_float,
    bool: _parse_bool,
    str: _parse_text,
    datetime: _parse_datetime,
}
CONVERTERS |= {
    Policies: read_policies,
    Pairs: read_pairs,
    JsonObject: lambda value: JsonObject(read_object(value)),
}


def _describe_expected(annotation: Any) -> str:
    if get_origin(annotation) is Literal:
        *most, last = map(repr, get_args(annotation))
        return f"{', '.join(most)} or {last}"
    if annotation in (Policies, Pairs):
        return (
            "paths with settings, such as 'User.role=admin' or a table"
            if annotation == Policies
            else "pairs such as 'a=b'"
        )
    if get_origin(annotation) is tuple:
        return "a list of texts"
    names = {
        int: "a whole number",
        float: "a number",
        bool: "true or false",
        str: "a text",
        datetime: "a date in ISO 8601",
    }
    names[JsonObject] = "an object of JSON"
    return names[annotation]

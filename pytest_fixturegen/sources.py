"""Where options may be set, who wins, and where a value came from.

Flag, then environment, then configuration file, then default: the first source that sets an option decides it. Values
are coerced here, by their declared annotation, so that an error names the place that set them.
"""

from __future__ import annotations

import dataclasses
import os
import sys
import typing
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

from pytest_fixturegen.errors import ConfigError, FixturegenError, UsageError, nearest
from pytest_fixturegen.options import JsonObject, Pairs, Policies
from pytest_fixturegen.policies import merged, read_object, read_pairs, read_policies

T = TypeVar("T")
TABLE = "pytest_fixturegen"
OTHER_TABLE = "pydantic_fixturegen"
"""The table of the tool that many come from: read when ours is not there."""

PREFIX = "PFG_"
TRUE, FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


@dataclass(frozen=True, slots=True)
class Source:
    """Settings by key (``seed``, ``json.n``), and *spelt*: how this place spells the key in a message."""

    values: Mapping[str, Any]
    spelling: str
    error: type[FixturegenError] = ConfigError

    def spelt(self, key: str) -> str:
        """How the user wrote *key* here."""
        section, _, name = key.rpartition(".")
        shown = {"key": key, "name": name, "flag": name.replace("_", "-"), "env": key.replace(".", "__").upper()}
        return self.spelling.format(**shown, table=f".{section}" if section else "")


def key_of(config: type, name: str) -> str:
    """The key of the option *name* of a group: with its section, if it has one."""
    section = getattr(config, "section", "")
    return f"{section}.{name}" if section else name


def known_keys() -> frozenset[str]:
    """Every key that a configuration may set."""
    from pytest_fixturegen.command_options import CONFIGS  # which pytest's start has no use for

    return frozenset(key_of(config, each.name) for config in CONFIGS for each in dataclasses.fields(config))


def flags(values: Mapping[str, Any], config: type) -> Source:
    """What the command line gave for *config*, by option name."""
    given = {key_of(config, name): value for name, value in values.items() if value not in (None, ())}
    return Source(given, "--{flag}", UsageError)


def environment(environ: Mapping[str, str] = os.environ) -> Source:
    """``PFG_SEED=7``, ``PFG_JSON__N=20``. Raises ConfigError for a name that is no option."""
    given = {
        name[len(PREFIX) :].lower().replace("__", "."): value for name, value in environ.items() if name.startswith(PREFIX)
    }
    _refuse_unknown(given, PREFIX + "{env}", "the environment")
    return Source(given, PREFIX + "{env}")


def project(start: Path) -> Source:
    """``[tool.pytest_fixturegen]`` of the nearest ``pyproject.toml`` at or above *start*.

    Raises ConfigError for a file that is no TOML, an unknown key, or both our table and the other tool's.
    """
    path = next((each / "pyproject.toml" for each in (start, *start.parents) if (each / "pyproject.toml").is_file()), None)
    if path is None:
        return Source({}, "{key}")
    tool = _toml(path).get("tool", {})
    if TABLE in tool and OTHER_TABLE in tool:
        hint = f"Keep [tool.{TABLE}] and delete the other."
        raise ConfigError(f"{path} has both [tool.{TABLE}] and [tool.{OTHER_TABLE}].", hint=hint, file=str(path))
    table = TABLE if TABLE in tool else OTHER_TABLE
    given = dict(_flat(tool.get(table, {})))
    spelling = f"{{name}} in [tool.{table}{{table}}] of {path}"
    if table == TABLE:
        _refuse_unknown(given, "{key}", f"[tool.{table}] of {path}", file=str(path))
    return Source(given, spelling)


def read(config: type[T], sources: Sequence[Source]) -> T:
    """*config* filled from *sources*, first come first served. Raises the source's error for a value that cannot be."""
    hints = typing.get_type_hints(config)
    settled = {}
    for each in dataclasses.fields(config):  # type: ignore[arg-type]  # every group is a dataclass
        key = key_of(config, each.name)
        source = next((source for source in sources if key in source.values), None)
        if source is not None:
            settled[each.name] = _coerced(source, key, source.values[key], hints[each.name], each.metadata)
        if source is not None and hints[each.name] == Policies:
            settled[each.name] = _together(key, sources, each.metadata)
    return config(**settled)


def origins(config: type, sources: Sequence[Source]) -> dict[str, str]:
    """For each option of *config* that somebody set: how the winner spelt it."""
    keys = {each.name: key_of(config, each.name) for each in dataclasses.fields(config)}
    winners = {name: next((source for source in sources if key in source.values), None) for name, key in keys.items()}
    return {name: source.spelt(keys[name]) for name, source in winners.items() if source is not None}


def _together(key: str, sources: Sequence[Source], facts: Mapping[str, Any]) -> Policies:
    """The policies of all *sources*: what an earlier one says of a path goes over what a later one says."""
    together: Policies = ()
    for source in reversed(sources):
        if key in source.values:
            together = merged(together, _coerced(source, key, source.values[key], Policies, facts))
    return together


def _coerced(source: Source, key: str, value: Any, annotation: Any, facts: Mapping[str, Any]) -> Any:
    try:
        coerced = _as(annotation, value)
    except (ValueError, TypeError, OverflowError):
        raise _unfit(source, key, value, _wanted(annotation)) from None
    low, high = facts["low"], facts["high"]
    if (low is not None and not coerced >= low) or (high is not None and not coerced <= high):
        wanted = f"a number from {low:g} to {high:g}" if high is not None else f"a number of at least {low:g}"
        raise _unfit(source, key, value, wanted)
    return coerced


def _unfit(source: Source, key: str, value: Any, wanted: str) -> FixturegenError:
    place = source.spelt(key)
    return source.error(f"{place} is {value!r}, which is not {wanted}.", hint=f"Give it {wanted}.", key=key, value=str(value))


def _as(annotation: Any, value: Any) -> Any:
    """*value* as *annotation* asks; text is read, as it comes from flags and the environment."""
    if annotation in (Policies, Pairs):
        return READERS[annotation](value)
    if get_origin(annotation) is Literal:
        if value not in get_args(annotation):
            raise ValueError(value)
        return value
    if get_origin(annotation) is tuple:
        return tuple(value.split(",")) if isinstance(value, str) else tuple(map(_text, value))
    return READERS[annotation](value)


def _whole(value: Any) -> int:
    if isinstance(value, bool | float):
        raise TypeError(value)
    return int(value)


def _number(value: Any) -> float:
    if isinstance(value, bool):
        raise TypeError(value)
    return float(value)


def _yes(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in TRUE + FALSE:
        return value.lower() in TRUE
    raise ValueError(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _moment(value: Any) -> datetime:
    """A date, or a date and time; without a zone it is UTC."""
    text = value if isinstance(value, str) else value.isoformat()
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


READERS: dict[Any, Any] = {int: _whole, float: _number, bool: _yes, str: _text, datetime: _moment}
READERS |= {Policies: read_policies, Pairs: read_pairs, JsonObject: lambda value: JsonObject(read_object(value))}


def _wanted(annotation: Any) -> str:
    if get_origin(annotation) is Literal:
        *most, last = map(repr, get_args(annotation))
        return f"{', '.join(most)} or {last}"
    if annotation in (Policies, Pairs):
        return "paths with settings, such as 'User.role=admin' or a table" if annotation == Policies else "pairs such as 'a=b'"
    if get_origin(annotation) is tuple:
        return "a list of texts"
    names = {int: "a whole number", float: "a number", bool: "true or false", str: "a text", datetime: "a date in ISO 8601"}
    names[JsonObject] = "an object of JSON"
    return names[annotation]


def _toml(path: Path) -> dict[str, Any]:
    toml = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    try:
        table: dict[str, Any] = toml.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path} cannot be read as TOML: {error}.", hint="Correct the file.", file=str(path)) from error
    return table


def _flat(table: Any) -> Iterable[tuple[str, Any]]:
    if not table:
        return
    sections = {key.partition(".")[0] for key in known_keys() if "." in key}
    for name, value in table.items():
        key = str(name).replace("-", "_")
        if key in sections and isinstance(value, dict):
            yield from ((f"{key}.{str(inner).replace('-', '_')}", each) for inner, each in value.items())
        else:
            yield key, value


def _refuse_unknown(given: Mapping[str, Any], spelling: str, place: str, **facts: str) -> None:
    known = known_keys() if given else frozenset()
    for key in given:
        if key not in known:
            name = Source({}, spelling).spelt(key)
            raise ConfigError(f"{place} sets {name!r}, which is no option.", hint=nearest(key, known), key=key, **facts)

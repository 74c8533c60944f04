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

from pytest_fixturegen.errors import ConfigError, FixturegenError, UsageError, nearest
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.options import JsonObject, Pairs, Policies
from pytest_fixturegen.policies import MisplacedError, merged, read_object, read_pairs, read_policies

T = TypeVar("T")
TABLE = "pytest_fixturegen"
OTHER_TABLE = "pydantic_fixturegen"
"""The table of the tool that many come from: read when ours is not there."""

PREFIX = "PFG_"
FILE_VARIABLE = "PFG_CONFIG"
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

    def line(self, key: str) -> int | None:
        """In which line of its file *key* is set, where only one can be meant."""
        name = "[-_]".join(map(re.escape, re.split("[-_]", key.rpartition(".")[2])))
        sets = re.compile(rf"\s*(\[.*\.)?\[?[\"']?{name}[\"']?\s*[]=:.]")
        found = [number for number, row in enumerate(self.text.splitlines(), 1) if sets.match(row)]
        return found[0] if len(found) == 1 else None

    def spelt(self, key: str) -> str:
        """How the user wrote *key* here."""
        section, _, name = key.rpartition(".")
        shown = {
            "key": self.names.get(key, key),
            "name": name,
            "flag": name.replace("_", "-"),
            "env": key.replace(".", "__").upper(),
        }
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
    names = [name for name in environ if name.startswith(PREFIX) and name != FILE_VARIABLE]
    known = {variable(key): key for key in known_keys()} if names else {}
    for name in names:
        if name.upper() not in known:
            hint = nearest(name, known)
            raise ConfigError(f"The environment sets {name}, which is no option.", hint=hint, key=name)
    return Source({known[name.upper()]: environ[name] for name in names}, PREFIX + "{env}")


def variable(key: str) -> str:
    """The variable of the environment that sets *key*."""
    return PREFIX + key.replace(".", "__").upper()


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
    except MisplacedError as error:
        raise _unfit(source, key, error.value, error.wanted, f"{error.at} of ") from None
    except (ValueError, TypeError, OverflowError, RecursionError):
        raise _unfit(source, key, value, _wanted(annotation)) from None
    low, high = facts["low"], facts["high"]
    if (low is not None and not coerced >= low) or (high is not None and not coerced <= high):
        wanted = f"a number from {low:.15g} to {high:.15g}" if high is not None else f"a number of at least {low:.15g}"
        raise _unfit(source, key, value, wanted)
    return coerced


def _unfit(source: Source, key: str, value: Any, wanted: str, inside: str = "") -> FixturegenError:
    """*value*, in the place *inside* of *key*, is not what is *wanted*."""
    line = source.line(key)
    place = inside + source.spelt(key) + (f" (line {line})" if line else "")
    facts = {"key": key, "value": shown(value), "file": source.file or None, "line": line}
    return source.error(f"{place} is {shown(value)}, which is not {wanted}.", hint=f"Give it {wanted}.", **facts)


SHOWN = reprlib.Repr()
SHOWN.maxstring = SHOWN.maxother = SHOWN.maxlong = 100


def shown(value: Any) -> str:
    """*value* as a sentence shows it: what is long, or deep, is cut."""
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return str(value).lower() if isinstance(value, bool) else SHOWN.repr(value)


def _as(annotation: Any, value: Any) -> Any:
    """*value* as *annotation* asks; text is read, as it comes from flags and the environment."""
    if annotation in (Policies, Pairs):
        return READERS[annotation](value)
    if get_origin(annotation) is Literal:
        if value not in get_args(annotation):
            raise ValueError(value)
        return value
    if get_origin(annotation) is tuple:
        return tuple(value.split(",")) if isinstance(value, str) else tuple(_item(*each) for each in enumerate(value, 1))
    return READERS[annotation](value)


def _whole(value: Any) -> int:
    if isinstance(value, bool | float):
        raise TypeError(value)
    return int(value)


def _number(value: Any) -> float:
    if isinstance(value, bool):
        raise TypeError(value)
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(value)
    return number


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


def _item(place: int, value: Any) -> str:
    if not isinstance(value, str):
        raise MisplacedError(f"item {place}", value, "a text")
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

"""The file that configures a project: found, read, and laid out as a source of options.

It is the nearest ``pyproject.toml``, ``pfg.yaml`` or ``pfg.yml``, or one of TOML, YAML or JSON that is named.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from pytest_fixturegen.errors import ConfigError, nearest, reason_of
from pytest_fixturegen.options import FILES
from pytest_fixturegen.sources import FILE_VARIABLE, OTHER_TABLE, TABLE, Source, known_keys, shown

MOST = 100_000
"""Values that a file may unfold to: a few lines of YAML may stand for more than memory holds."""

NOTHING = Source({}, "{key}")


def configured(start: Path, file: str = "", flag: str = "--config", environ: Mapping[str, str] = os.environ) -> Source:
    """What *file* says, which *flag* named, or the file that ``PFG_CONFIG`` names, or the project's at or above *start*."""
    by, chosen = (flag, file) if file else (FILE_VARIABLE, environ.get(FILE_VARIABLE, ""))
    return named(Path(chosen), by) if chosen else project(start)


def project(start: Path) -> Source:
    """What the nearest file at or above *start* says.

    Raises ConfigError for a file that cannot be read, an unknown key, or two files or tables of which one is too many.
    """
    for folder in (start, *start.parents):
        found = [folder / name for name in FILES if _is_file(folder / name)]
        if found:
            return _only(found)
    return NOTHING


def named(path: Path, by: str) -> Source:
    """What the file at *path* says, which *by* names: a table of ``pyproject.toml``, or options and nothing else."""
    if path.suffix not in READERS:
        hint = f"Name a file that ends in {', '.join(READERS)}."
        raise ConfigError(f"{by} names {path}, which is no TOML, YAML or JSON.", hint=hint, file=str(path))
    if not _is_file(path):
        raise ConfigError(f"{by} names {path}, which is no file.", hint=f"Paths are taken from {Path.cwd()}.", file=str(path))
    text, said = _read(path)
    if path.suffix == ".toml" and ("tool" in said or path.name == FILES[0]):
        return _table(path, text, said)
    return _whole(path, text, said)


def _only(found: list[Path]) -> Source:
    """The source of the one of *found*, files of one folder, that is meant. Raises ConfigError if two are."""
    pyproject, others = found[0] if found[0].name == FILES[0] else None, [each for each in found if each.name != FILES[0]]
    source = _table(pyproject, *_read(pyproject)) if pyproject else NOTHING
    meant = [*([f"[tool.{TABLE}] of {pyproject}"] if source is not NOTHING else []), *map(str, others)]
    if len(meant) > 1:
        raise ConfigError(f"Both {meant[0]} and {meant[1]} set options.", hint="Keep one of them.", file=meant[-1])
    return _whole(others[0], *_read(others[0])) if others else source


def _table(path: Path, text: str, said: dict[str, Any]) -> Source:
    """Our table of a ``pyproject.toml``, or the other tool's."""
    tool = said.get("tool", {})
    tables = [name for name in (TABLE, OTHER_TABLE) if isinstance(tool, dict) and name in tool]
    if not tables:
        return NOTHING
    if len(tables) > 1:
        hint = f"Keep [tool.{TABLE}] and delete the other."
        raise ConfigError(f"{path} has both [tool.{TABLE}] and [tool.{OTHER_TABLE}].", hint=hint, file=str(path))
    place = f"[tool.{tables[0]}] of {path}"
    given = dict(_flat(_mapping(tool[tables[0]], place, path), place, path, strict=tables[0] == TABLE))
    source = Source(given, f"{{name}} in [tool.{tables[0]}{{table}}] of {_escaped(path)}", file=str(path), text=text)
    if tables[0] == TABLE:
        _refuse_unknown(source, place)
    return source


def _whole(path: Path, text: str, said: dict[str, Any]) -> Source:
    """A file of options and nothing else."""
    source = Source(dict(_flat(said, str(path), path)), f"{{key}} in {_escaped(path)}", file=str(path), text=text)
    _refuse_unknown(source, str(path))
    return source


def _escaped(path: Path) -> str:
    return str(path).replace("{", "{{").replace("}", "}}")


def _flat(table: Mapping[Any, Any], place: str, path: Path, *, strict: bool = True) -> Iterator[tuple[str, Any]]:
    """The settings of *table* by key, those of a section with its name before them; unless *strict*, it may be no table."""
    sections = _sections() if table else frozenset()
    for name, value in table.items():
        key = str(name).replace("-", "_")
        if key in sections and (strict or isinstance(value, dict)):
            inside = _mapping(value, f"{key} in {place}", path)
            yield from ((f"{key}.{str(inner).replace('-', '_')}", each) for inner, each in inside.items())
        else:
            yield key, value


def _sections() -> frozenset[str]:
    return frozenset(key.partition(".")[0] for key in known_keys() if "." in key)


def _mapping(value: Any, place: str, path: Path) -> Mapping[Any, Any]:
    if not isinstance(value, dict):
        hint = "Write names with what they stand for."
        raise ConfigError(f"{place} is {shown(value)}, which is no table.", hint=hint, file=str(path))
    return value


def _refuse_unknown(source: Source, place: str) -> None:
    known = known_keys() if source.values else frozenset()
    for key in source.values:
        if key not in known:
            line = source.line(key)
            at = f", line {line}," if line else ""
            hint = nearest(key, known | _sections())
            raise ConfigError(f"{place}{at} sets {key!r}, which is no option.", hint=hint, key=key, file=source.file, line=line)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a folder that may not be entered, a name that can be none
        return False


def _read(path: Path) -> tuple[str, dict[str, Any]]:
    """The text of the file at *path*, and what it says. Raises ConfigError for what cannot be."""
    kind = path.suffix[1:].upper().replace("YML", "YAML")
    try:
        text = path.read_text("utf-8-sig")
        said = READERS[path.suffix](text, path)
        _require_small(said, path)
    except RecursionError as error:
        raise ConfigError(f"{path} nests too deep.", hint="Write it flat.", file=str(path)) from error
    except OSError as error:
        reason = reason_of(error)
        hint = "Make it readable, or name another file with --config."
        raise ConfigError(f"{path} cannot be read: {reason}.", hint=hint, file=str(path)) from error
    except FOREIGN as error:
        known = isinstance(error, ValueError)  # the others speak of the reader, not of the file
        words = (known and " ".join(str(error).split())) or "a value in it is none"
        raise ConfigError(f"{path} cannot be read as {kind}: {words}.", hint="Correct the file.", file=str(path)) from error
    return text, dict(_mapping({} if said is None else said, str(path), path))


FOREIGN = (ValueError, AttributeError, LookupError, TypeError, OverflowError)
"""What those who read files raise for what is none; PyYAML does not translate what its constructors meet."""


def _toml(text: str, path: Path) -> Any:
    return import_module("tomllib" if sys.version_info >= (3, 11) else "tomli").loads(text)


def _yaml(text: str, path: Path) -> Any:
    try:
        import yaml
    except ImportError as error:
        hint = "pip install 'pytest-fixturegen[yaml]'"
        raise ConfigError(f"{path} is YAML, and PyYAML is not installed.", hint=hint, file=str(path)) from error
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = f" in line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise ValueError(f"{getattr(error, 'problem', None) or error}{at}") from error


def _json(text: str, path: Path) -> Any:
    return json.loads(text)


READERS: dict[str, Callable[[str, Path], Any]] = {".toml": _toml, ".yaml": _yaml, ".yml": _yaml, ".json": _json}


def _require_small(said: Any, path: Path) -> None:
    if _size(said, {}, frozenset()) > MOST:
        hint = "Write out what its anchors stand for."
        raise ConfigError(f"{path} unfolds to more than {MOST:,} values.", hint=hint, file=str(path))


def _size(value: Any, known: dict[int, float], above: frozenset[int]) -> float:
    """How many values *value* unfolds to: what stands in it twice counts twice, what holds itself never ends."""
    if not isinstance(value, dict | list | tuple | set):
        return 1
    if id(value) in above:
        return float("inf")
    if id(value) not in known:
        inside: Iterable[Any] = value.values() if isinstance(value, dict) else value
        known[id(value)] = 1 + sum(_size(each, known, above | {id(value)}) for each in inside)
    return known[id(value)]

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

from pytest_fixturegen.config.options import PROJECT_FILES
from pytest_fixturegen.config.sources import (
    CONFIG_FILE_VARIABLE,
    LEGACY_TOOL_TABLE,
    TOOL_TABLE,
    Source,
    abbreviate_value,
    list_known_keys,
)
from pytest_fixturegen.errors import ConfigError, format_os_error, suggest_nearest

MAX_VALUES = 100_000
"""Values that a file may unfold to: a few lines of YAML may stand for more than memory holds."""

EMPTY_SOURCE = Source({}, "{key}")


def load_configuration(
    start: Path, file: str = "", flag: str = "--config", environ: Mapping[str, str] = os.environ
) -> Source:
    """What *file* says, which *flag* named, or the file that ``PFG_CONFIG`` names, or the project's at or above *start*."""
    by, chosen = (
        (flag, file) if file else (CONFIG_FILE_VARIABLE, environ.get(CONFIG_FILE_VARIABLE, ""))
    )
    return read_named_file(Path(chosen), by) if chosen else read_project_file(start)


def read_project_file(start: Path) -> Source:
    """What the nearest file at or above *start* says.

    Raises ConfigError for a file that cannot be read, an unknown key, or two files or tables of which one is too many.
    """
    for folder in (start, *start.parents):
        found = [folder / name for name in PROJECT_FILES if _is_file(folder / name)]
        if found:
            return _select_source(found)
    return EMPTY_SOURCE


def read_named_file(path: Path, named_by: str) -> Source:
    """What the file at *path* says, which *by* names: a table of ``pyproject.toml``, or options and nothing else."""
    if path.suffix not in PARSERS:
        hint = f"Name a file that ends in {', '.join(PARSERS)}."
        raise ConfigError(
            f"{named_by} names {path}, which is no TOML, YAML or JSON.", hint=hint, file=str(path)
        )
    if not _is_file(path):
        raise ConfigError(
            f"{named_by} names {path}, which is no file.",
            hint=f"Paths are taken from {Path.cwd()}.",
            file=str(path),
        )
    text, said = _parse_file(path)
    if path.suffix == ".toml" and ("tool" in said or path.name == PROJECT_FILES[0]):
        return _read_pyproject_table(path, text, said)
    return _read_options_file(path, text, said)


def _select_source(files: list[Path]) -> Source:
    """The source of the one of *found*, files of one folder, that is meant. Raises ConfigError if two are."""
    pyproject, others = (
        files[0] if files[0].name == PROJECT_FILES[0] else None,
        [each for each in files if each.name != PROJECT_FILES[0]],
    )
    source = (
        _read_pyproject_table(pyproject, *_parse_file(pyproject)) if pyproject else EMPTY_SOURCE
    )
    meant = [
        *([f"[tool.{TOOL_TABLE}] of {pyproject}"] if source is not EMPTY_SOURCE else []),
        *map(str, others),
    ]
    if len(meant) > 1:
        raise ConfigError(
            f"Both {meant[0]} and {meant[1]} set options.", hint="Keep one of them.", file=meant[-1]
        )
    return _read_options_file(others[0], *_parse_file(others[0])) if others else source


def _read_pyproject_table(path: Path, text: str, data: dict[str, Any]) -> Source:
    """Our table of a ``pyproject.toml``, or the other tool's."""
    tool = data.get("tool", {})
    tables = [
        name for name in (TOOL_TABLE, LEGACY_TOOL_TABLE) if isinstance(tool, dict) and name in tool
    ]
    if not tables:
        return EMPTY_SOURCE
    if len(tables) > 1:
        hint = f"Keep [tool.{TOOL_TABLE}] and delete the other."
        raise ConfigError(
            f"{path} has both [tool.{TOOL_TABLE}] and [tool.{LEGACY_TOOL_TABLE}].",
            hint=hint,
            file=str(path),
        )
    place = f"[tool.{tables[0]}] of {path}"
    given = dict(
        _flatten_table(
            _require_mapping(tool[tables[0]], place, path),
            place,
            path,
            is_strict=tables[0] == TOOL_TABLE,
        )
    )
    source = Source(
        given,
        f"{{name}} in [tool.{tables[0]}{{table}}] of {_escape_braces(path)}",
        file=str(path),
        text=text,
    )
    if tables[0] == TOOL_TABLE:
        _refuse_unknown(source, place)
    return source


def _read_options_file(path: Path, text: str, data: dict[str, Any]) -> Source:
    """A file of options and nothing else."""
    source = Source(
        dict(_flatten_table(data, str(path), path)),
        f"{{key}} in {_escape_braces(path)}",
        file=str(path),
        text=text,
    )
    _refuse_unknown(source, str(path))
    return source


def _escape_braces(path: Path) -> str:
    return str(path).replace("{", "{{").replace("}", "}}")


def _flatten_table(
    table: Mapping[Any, Any], location: str, path: Path, *, is_strict: bool = True
) -> Iterator[tuple[str, Any]]:
    """The settings of *table* by key, those of a section with its name before them; unless *strict*, it may be no table."""
    sections = _list_sections() if table else frozenset()
    for name, value in table.items():
        key = str(name).replace("-", "_")
        if key in sections and (is_strict or isinstance(value, dict)):
            inside = _require_mapping(value, f"{key} in {location}", path)
            yield from (
                (f"{key}.{str(inner).replace('-', '_')}", each) for inner, each in inside.items()
            )
        else:
            yield key, value


def _list_sections() -> frozenset[str]:
    return frozenset(key.partition(".")[0] for key in list_known_keys() if "." in key)


def _require_mapping(value: Any, location: str, path: Path) -> Mapping[Any, Any]:
    if not isinstance(value, dict):
        hint = "Write names with what they stand for."
        raise ConfigError(
            f"{location} is {abbreviate_value(value)}, which is no table.",
            hint=hint,
            file=str(path),
        )
    return value


def _refuse_unknown(source: Source, location: str) -> None:
    known = list_known_keys() if source.values else frozenset()
    for key in source.values:
        if key not in known:
            line = source.find_line(key)
            at = f", line {line}," if line else ""
            hint = suggest_nearest(key, known | _list_sections())
            raise ConfigError(
                f"{location}{at} sets {key!r}, which is no option.",
                hint=hint,
                key=key,
                file=source.file,
                line=line,
            )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a folder that may not be entered, a name that can be none
        return False


def _parse_file(path: Path) -> tuple[str, dict[str, Any]]:
    """The text of the file at *path*, and what it says. Raises ConfigError for what cannot be."""
    kind = path.suffix[1:].upper().replace("YML", "YAML")
    try:
        text = path.read_text("utf-8-sig")
        said = PARSERS[path.suffix](text, path)
        _require_small(said, path)
    except RecursionError as error:
        raise ConfigError(
            f"{path} nests too deep.", hint="Write it flat.", file=str(path)
        ) from error
    except OSError as error:
        reason = format_os_error(error)
        hint = "Make it readable, or name another file with --config."
        raise ConfigError(f"{path} cannot be read: {reason}.", hint=hint, file=str(path)) from error
    except PARSER_ERRORS as error:
        known = isinstance(error, ValueError)  # the others speak of the reader, not of the file
        words = (known and " ".join(str(error).split())) or "a value in it is none"
        raise ConfigError(
            f"{path} cannot be read as {kind}: {words}.", hint="Correct the file.", file=str(path)
        ) from error
    return text, dict(_require_mapping({} if said is None else said, str(path), path))


PARSER_ERRORS = (ValueError, AttributeError, LookupError, TypeError, OverflowError)
"""What those who read files raise for what is none; PyYAML does not translate what its constructors meet."""


def _parse_toml(text: str, path: Path) -> Any:
    return import_module("tomllib" if sys.version_info >= (3, 11) else "tomli").loads(text)


def _parse_yaml(text: str, path: Path) -> Any:
    try:
        import yaml
    except ImportError as error:
        hint = "pip install 'pytest-fixturegen[yaml]'"
        raise ConfigError(
            f"{path} is YAML, and PyYAML is not installed.", hint=hint, file=str(path)
        ) from error
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = f" in line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise ValueError(f"{getattr(error, 'problem', None) or error}{at}") from error


def _parse_json(text: str, path: Path) -> Any:
    return json.loads(text)


PARSERS: dict[str, Callable[[str, Path], Any]] = {
    ".toml": _parse_toml,
    ".yaml": _parse_yaml,
    ".yml": _parse_yaml,
    ".json": _parse_json,
}


def _require_small(data: Any, path: Path) -> None:
    if _count_values(data, {}, frozenset()) > MAX_VALUES:
        hint = "Write out what its anchors stand for."
        raise ConfigError(
            f"{path} unfolds to more than {MAX_VALUES:,} values.", hint=hint, file=str(path)
        )


def _count_values(
    value: Any, counts_by_id: dict[int, float], ancestor_ids: frozenset[int]
) -> float:
    """How many values *value* unfolds to: what stands in it twice counts twice, what holds itself never ends."""
    if not isinstance(value, dict | list | tuple | set):
        return 1
    if id(value) in ancestor_ids:
        return float("inf")
    if id(value) not in counts_by_id:
        inside: Iterable[Any] = value.values() if isinstance(value, dict) else value
        counts_by_id[id(value)] = 1 + sum(
            _count_values(each, counts_by_id, ancestor_ids | {id(value)}) for each in inside
        )
    return counts_by_id[id(value)]

"""Find and read the configuration file of a project, and return it as a source of options.

It is the nearest ``pyproject.toml``, ``pfg.yaml`` or ``pfg.yml``, or a named TOML, YAML or JSON
file.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.regular_files import read_regular_text
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen._internal.untrusted_data import (
    PlainDataError,
    parse_toml,
    parse_yaml,
    require_plain_data,
)
from pytest_fixturegen.config.file_paths import anchor_paths
from pytest_fixturegen.config.keyword_options import list_key_aliases, rename_aliases
from pytest_fixturegen.config.options import PROJECT_FILES
from pytest_fixturegen.config.safe_folders import is_private
from pytest_fixturegen.config.sources import (
    CONFIG_FILE_VARIABLE,
    LEGACY_TOOL_TABLE,
    TOOL_TABLE,
    Source,
    VariableError,
    list_known_keys,
)
from pytest_fixturegen.errors import ConfigError, format_os_error, suggest_nearest

log = logging.getLogger(__name__)

MAX_VALUES = 100_000
"""Maximum number of values in a file: a few lines of YAML with anchors can expand beyond memory."""

MAX_FILE_BYTES = 1_000_000
"""Bytes of a configuration file."""

MAX_SHOWN_CHARACTERS = 100
"""Characters of a key or a value that an error shows."""

MAX_SHOWN_MESSAGE = 300
"""Characters of the message of a parser that an error shows."""

MAX_WARNINGS = 20
"""Unknown options that are reported: each takes a search for a similar name."""

MAX_SCANNED_BYTES = 1 << 20
"""Bytes of an ignored file that are searched for a table of this package."""

EMITTERS_TABLE = "emitters"
"""The table that holds the tables of emitters in pydantic-fixturegen."""

EMPTY_SOURCE = Source({}, "{key}")

PARSER_ERRORS = (ValueError, AttributeError, LookupError, TypeError, OverflowError)
"""Exceptions of parsers for invalid files. PyYAML does not translate the errors of its
constructors.
"""


def load_configuration(
    start: Path,
    file: str = "",
    flag: str = "--config",
    environ: Mapping[str, str] = os.environ,
    *,
    is_start_trusted: bool = False,
) -> Source:
    """Return the options of a configuration file.

    It is *file*, which *flag* named, or the one that ``PFG_CONFIG`` names, or that of the project
    at or above the folder *start*. Its relative paths start at its folder. *is_start_trusted*:
    see :func:`read_project_file`.
    """
    source = _find_source(
        start,
        file,
        flag,
        environ,
        is_start_trusted,
    )
    if not source.file:
        return source
    return dataclasses.replace(source, values=anchor_paths(source.values, Path(source.file)))


def _find_source(
    start: Path,
    file: str,
    flag: str,
    environ: Mapping[str, str],
    is_start_trusted: bool,
) -> Source:
    """Return the options of the file that is to be read, with paths as they are written."""
    if file:
        return read_named_file(Path(file), flag)
    named = environ.get(CONFIG_FILE_VARIABLE, "")
    if not named:
        return read_project_file(start, is_start_trusted=is_start_trusted)
    try:
        return read_named_file(Path(named), CONFIG_FILE_VARIABLE)
    except ConfigError as error:
        raise VariableError(
            error.message,
            hint=error.hint,
            **error.facts,
        ) from error


def read_project_file(start: Path, *, is_start_trusted: bool = False) -> Source:
    """Return the options of the nearest configuration file at or above *start*.

    The search ends at a folder that others can write, whose files are ignored with a warning. With
    *is_start_trusted* that does not hold for *start* itself: the project runs there anyway.

    Raises:
        ConfigError: If the file cannot be read, has an unknown key, or if two files or two tables
            set options.
    """
    for folder in (start, *start.parents):
        files = [folder / name for name in PROJECT_FILES if _is_file(folder / name)]
        is_trusted = is_start_trusted and folder == start
        if not is_trusted and not all(map(is_private, (folder, *files))):
            _warn_of_ignored(tuple(files))
            return EMPTY_SOURCE
        if files:
            source = _select_source(files)
            return dataclasses.replace(source, is_found=True) if source.file else source
    return EMPTY_SOURCE


@lru_cache(maxsize=16)  # once, although a command reads its configuration several times
def _warn_of_ignored(files: tuple[Path, ...]) -> None:
    """Warn that *files* are ignored, since others can write them or their folder."""
    for path in filter(_mentions_options, files):
        log.warning("%s is ignored, because other users can write it; name it with --config", path)


def _mentions_options(path: Path) -> bool:
    """Return whether the file at *path* may set options: most projects of others set none."""
    if path.name != PROJECT_FILES[0]:
        return True
    try:
        with path.open("rb") as file:
            text = file.read(MAX_SCANNED_BYTES)
    except OSError:
        return False
    return any(name.encode() in text for name in (TOOL_TABLE, LEGACY_TOOL_TABLE))


def read_named_file(path: Path, named_by: str) -> Source:
    """Return the options of the file at *path*, which *named_by* (a flag or a variable) names.

    A ``pyproject.toml`` has options in a table, any other file at the top level.
    """
    if path.suffix not in PARSERS:
        raise ConfigError(
            f"{named_by} names {path}: expected a TOML, YAML or JSON file.",
            hint=f"Name a file that ends in {', '.join(PARSERS)}.",
            file=str(path),
        )
    if not _is_file(path):
        raise ConfigError(
            f"{named_by} names {path}, which does not exist.",
            hint=f"Paths are relative to {Path.cwd()}.",
            file=str(path),
        )
    text, data = _parse_file(path)
    if path.suffix == ".toml" and ("tool" in data or path.name == PROJECT_FILES[0]):
        return _read_pyproject_table(path, text, data)
    return _read_options_file(path, text, data)


def _select_source(files: list[Path]) -> Source:
    """Return the options of one folder's *files*.

    Raises:
        ConfigError: If more than one of them sets options.
    """
    pyprojects = [path for path in files if path.name == PROJECT_FILES[0]]
    others = [path for path in files if path.name != PROJECT_FILES[0]]
    source = EMPTY_SOURCE
    if pyprojects:
        source = _read_pyproject_table(
            pyprojects[0],
            *_parse_file(pyprojects[0]),
        )
    places = [str(path) for path in others]
    if source is not EMPTY_SOURCE:
        places.insert(0, f"[tool.{TOOL_TABLE}] of {pyprojects[0]}")
    if len(places) > 1:
        raise ConfigError(
            f"Both {places[0]} and {places[1]} set options.",
            hint="Keep one of them.",
            file=places[-1],
        )
    return _read_options_file(others[0], *_parse_file(others[0])) if others else source


def _read_pyproject_table(
    path: Path,
    text: str,
    data: dict[str, Any],
) -> Source:
    """Return the options in our table of a ``pyproject.toml``, or in that of
    pydantic-fixturegen.
    """
    tool = data.get("tool", {})
    known_tables = (TOOL_TABLE, LEGACY_TOOL_TABLE)
    tables = [name for name in known_tables if isinstance(tool, dict) and name in tool]
    if not tables:
        return EMPTY_SOURCE
    if len(tables) > 1:
        raise ConfigError(
            f"{path} has both [tool.{TOOL_TABLE}] and [tool.{LEGACY_TOOL_TABLE}].",
            hint=f"Keep [tool.{TOOL_TABLE}] and delete the other.",
            file=str(path),
        )
    name = tables[0]
    is_ours = name == TOOL_TABLE
    location = f"[tool.{name}] of {path}"
    table = _require_mapping(tool[name], location, path)
    settings = dict(_flatten_table(table, location, path, is_strict=is_ours))
    if not is_ours:
        settings = _drop_unknown(settings, location)
    values, names = rename_aliases(settings, location)
    source = Source(
        values,
        f"{{name}} in [tool.{name}{{table}}] of {_escape_braces(path)}",
        file=str(path),
        text=text,
        names=names,
    )
    _refuse_unknown(source, location)
    return source


def _read_options_file(
    path: Path,
    text: str,
    data: dict[str, Any],
) -> Source:
    """Return the options of a file that has nothing else."""
    values, names = rename_aliases(
        dict(_flatten_table(data, str(path), path)),
        str(path),
    )
    source = Source(
        values,
        f"{{key}} in {_escape_braces(path)}",
        file=str(path),
        text=text,
        names=names,
    )
    _refuse_unknown(source, str(path))
    return source


def _escape_braces(path: Path) -> str:
    """Return *path* for a format string."""
    return str(path).replace("{", "{{").replace("}", "}}")


def _flatten_table(
    table: Mapping[Any, Any],
    location: str,
    path: Path,
    *,
    is_strict: bool = True,
) -> Iterator[tuple[str, Any]]:
    """Yield the settings of *table* by key, those of a section as ``section.name``.

    Unless *is_strict*, the name of a section may have another value than a table.
    """
    sections = _list_sections() if table else frozenset()
    for name, value in table.items():
        key = _normalize_key(name)
        if key == EMITTERS_TABLE and isinstance(value, dict):
            for inner_name, inner_value in value.items():
                yield from _flatten_emitter(f"{key}.{_normalize_key(inner_name)}", inner_value)
        elif key in sections and (is_strict or isinstance(value, dict)):
            section = _require_mapping(value, f"{key} in {location}", path)
            for inner_name, inner_value in section.items():
                yield f"{key}.{_normalize_key(inner_name)}", inner_value
        else:
            yield key, value


def _flatten_emitter(key: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Yield the settings of the table *key* of an emitter, as pydantic-fixturegen has them."""
    if not isinstance(value, dict):
        yield key, value
        return
    for name, setting in value.items():
        yield f"{key}.{_normalize_key(name)}", setting


def _drop_unknown(settings: Mapping[str, Any], location: str) -> dict[str, Any]:
    """Return those of *settings* that are options, and warn about the others.

    They may be options that only pydantic-fixturegen has, so they are not errors.
    """
    known = list_known_keys() | list_key_aliases().keys()
    unknown = [key for key in settings if key not in known]
    for key in unknown[:MAX_WARNINGS]:
        hint = suggest_nearest(key, known)
        suggestion = f" {hint}" if hint.startswith("Did") else ""
        shown = shorten(key, MAX_SHOWN_CHARACTERS)
        log.warning("%s: the unknown option %r is ignored.%s", location, shown, suggestion)
    if len(unknown) > MAX_WARNINGS:
        more = len(unknown) - MAX_WARNINGS
        log.warning("%s: %s more unknown options are ignored.", location, more)
    return {key: value for key, value in settings.items() if key in known}


def _normalize_key(name: Any) -> str:
    """Return the key that *name* spells, with underscores."""
    return str(name).replace("-", "_")


def _list_sections() -> frozenset[str]:
    """Return the names of the sections of the configuration."""
    return frozenset(key.partition(".")[0] for key in list_known_keys() if "." in key)


def _require_mapping(
    value: Any,
    location: str,
    path: Path,
) -> Mapping[Any, Any]:
    """Return *value* unchanged; raise ConfigError with *location* if it is not a table."""
    if not isinstance(value, dict):
        raise ConfigError(
            # Not the value: the file may be a link to a secret.
            f"{location} is of the type {type(value).__name__}: expected a table.",
            hint="Write names with their values.",
            file=str(path),
        )
    return value


def _refuse_unknown(source: Source, location: str) -> None:
    """Raise ConfigError for the first unknown key of *source*, with its line if that is known."""
    known = list_known_keys() if source.values else frozenset()
    for key in source.values:
        if key not in known:
            line = source.find_line(key)
            at_line = f", line {line}," if line else ""
            shown = shorten(key, MAX_SHOWN_CHARACTERS)
            raise ConfigError(
                f"{location}{at_line} sets the unknown option {shown!r}.",
                hint=suggest_nearest(key, known | _list_sections()),
                key=shown,
                file=source.file,
                line=line,
            )


def _is_file(path: Path) -> bool:
    """Return whether *path* is a file that can be examined."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # a folder without permission, a name with a null byte
        return False


def _parse_file(path: Path) -> tuple[str, dict[str, Any]]:
    """Return the text and the content of the file at *path*.

    Raises:
        ConfigError: If it cannot be read or parsed.
    """
    try:
        text = read_regular_text(path, "utf-8-sig", max_bytes=MAX_FILE_BYTES)
        data = PARSERS[path.suffix](text, path)
        _require_small(data, path)
        require_plain_data(data)
    except PlainDataError as error:
        raise ConfigError(
            f"Invalid value in {path}: {shorten(str(error), MAX_SHOWN_MESSAGE)}.",
            hint="Give each option a text, a number, a list or a table.",
            file=str(path),
            key=shorten(error.key, MAX_SHOWN_CHARACTERS),
        ) from error
    except RecursionError as error:
        raise ConfigError(
            f"{path} is nested too deeply.", hint="Flatten it.", file=str(path)
        ) from error
    except OSError as error:
        raise ConfigError(
            f"{path} cannot be read: {format_os_error(error)}.",
            hint="Make it readable, or name another file with --config.",
            file=str(path),
        ) from error
    except PARSER_ERRORS as error:
        kind = path.suffix[1:].upper().replace("YML", "YAML")
        raise ConfigError(
            f"{path} cannot be read as {kind}: {_explain_parser_error(error)}.",
            hint="Correct the file.",
            file=str(path),
        ) from error
    return text, dict(_require_mapping({} if data is None else data, str(path), path))


def _explain_parser_error(error: Exception) -> str:
    """Return the message of a parser. Other exceptions describe the parser, not the file."""
    text = " ".join(str(error).split()) if isinstance(error, ValueError) else ""
    message = shorten(text, MAX_SHOWN_MESSAGE)
    return message or "it contains an invalid value"


def _parse_toml(text: str, path: Path) -> Any:
    return parse_toml(text)


def _parse_yaml(text: str, path: Path) -> Any:
    """Return the data in *text*.

    Raise ConfigError if PyYAML is missing, and ValueError with line and column if it is invalid.
    """
    try:
        return parse_yaml(text)
    except ImportError as error:
        raise ConfigError(
            f"{path} is YAML, and PyYAML is not installed.",
            hint="pip install 'pytest-fixturegen[yaml]'",
            file=str(path),
        ) from error


def _parse_json(text: str, path: Path) -> Any:
    return json.loads(text)


PARSERS: dict[str, Callable[[str, Path], Any]] = {
    ".toml": _parse_toml,
    ".yaml": _parse_yaml,
    ".yml": _parse_yaml,
    ".json": _parse_json,
}


def _require_small(data: Any, path: Path) -> None:
    """Raise ConfigError if anchors expand *data* to too many values."""
    if _count_values(data, {}, frozenset()) > MAX_VALUES:
        raise ConfigError(
            f"{path} expands to more than {MAX_VALUES:,} values.",
            hint="Use fewer YAML anchors.",
            file=str(path),
        )


def _count_values(
    value: Any,
    counts_by_id: dict[int, float],
    ancestor_ids: frozenset[int],
) -> float:
    """Return how many values *value* expands to; infinity if it contains itself.

    Counts are remembered by object, so that aliases of YAML cost nothing.
    """
    if not isinstance(value, dict | list | tuple | set):
        return 1
    if id(value) in ancestor_ids:
        return float("inf")
    if id(value) not in counts_by_id:
        items: Iterable[Any] = value.values() if isinstance(value, dict) else value
        inner_ids = ancestor_ids | {id(value)}
        counts_by_id[id(value)] = 1 + sum(
            _count_values(item, counts_by_id, inner_ids) for item in items
        )
    return counts_by_id[id(value)]

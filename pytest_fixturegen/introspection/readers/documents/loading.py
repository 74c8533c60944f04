"""Read the text of a document: JSON or YAML, of a size and a depth that can be worked on."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.text import summarize_message
from pytest_fixturegen.errors import DiscoveryError, format_os_error
from pytest_fixturegen.introspection.readers.documents.document import read_version

MAX_BYTES = 64 << 20
"""Bytes of the largest document. The largest public descriptions of interfaces have 12 MB."""

MAX_DEPTH = 400
"""Levels of the deepest document: objects and lists within each other."""

TIMESTAMP_TAG = "tag:yaml.org,2002:timestamp"

OPEN: Any = object()
"""The value of a container that is being converted."""

DERIVED: dict[Path, Any] = {}
"""The content of documents that exist only in memory, by the paths that they would have."""


def load_document(path: Path) -> Any:
    """Return the content of the document at *path*, as JSON has it.

    Raise DiscoveryError if the file cannot be read, or is not JSON or YAML.
    """
    if path in DERIVED:
        return DERIVED[path]
    return _load_version(path, read_version(path))


def keep_document(path: Path, content: Any) -> None:
    """Let :func:`load_document` return *content* for *path*, where no file needs to be."""
    DERIVED[path] = content


@lru_cache(maxsize=64)
def _load_version(
    path: Path,
    version: tuple[int, int],
) -> Any:
    """Return the content of the document at *path*, which changes with its *version*."""
    return parse_document(path, _read_file(path))


def _read_file(path: Path) -> bytes:
    """Return the bytes of the file at *path*."""
    try:
        if not path.is_file():
            raise DiscoveryError(
                f"{path} is not a file.",
                hint="Name a JSON or YAML file; relative paths start at the current folder.",
                path=str(path),
            )
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise DiscoveryError(
                f"{path} is too large: expected at most {MAX_BYTES >> 20} MB, got {size >> 20} MB.",
                hint="Split the document; references may lead to files beside it.",
                path=str(path),
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = format_os_error(error) if isinstance(error, OSError) else str(error)
        raise DiscoveryError(
            f"Cannot read {path}: {reason}.",
            hint="Make the file readable.",
            path=str(path),
        ) from error


def parse_document(
    path: Path,
    text: bytes,
) -> Any:
    """Return the content of *text*, which the file at *path* holds."""
    is_json = path.suffix.lower() == ".json"
    try:
        content = _parse_json(text) if is_json else _parse_yaml(text)
    except RecursionError as error:
        raise _build_depth_error(path) from error
    except ValueError as error:
        language = "JSON" if is_json else "YAML"
        raise DiscoveryError(
            f"{path} is not valid {language}: {summarize_message(str(error), 3)}.",
            hint="Correct the file at that place.",
            path=str(path),
        ) from error
    if _is_too_deep(content):
        raise _build_depth_error(path)
    return content


def _build_depth_error(path: Path) -> DiscoveryError:
    """Return the error of a document whose objects and lists nest too deep."""
    return DiscoveryError(
        f"{path} nests too deep: expected at most {MAX_DEPTH} levels.",
        hint="Move inner schemas into definitions, and refer to them.",
        path=str(path),
    )


def _parse_json(text: bytes) -> Any:
    """Return the value of JSON; the fast parser has no room for whole numbers of any size."""
    import orjson

    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError:
        return json.loads(text.decode("utf-8-sig"))
    # It reads larger whole numbers as floats, which are not equal to the number in the text.
    return json.loads(text) if _has_long_digits(text) else value


def _has_long_digits(text: bytes) -> bool:
    """Return whether *text* may hold a whole number of more than 64 bits."""
    return re.search(rb"[0-9]{19}", text) is not None


def _parse_yaml(text: bytes) -> Any:
    """Return the value of YAML, whose dates stay texts and whose keys become texts, as in JSON."""
    try:
        import yaml
    except ImportError as error:
        raise DiscoveryError(
            "Reading YAML needs the package PyYAML.",
            hint="Install it: pip install 'pytest-fixturegen[schema]'.",
        ) from error
    try:
        return _to_json_value(yaml.load(text, Loader=_build_yaml_loader()), {})
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


@lru_cache(maxsize=1)
def _build_yaml_loader() -> Any:
    """Return a safe loader of YAML that reads dates as texts."""
    import yaml

    base: Any = getattr(
        yaml,
        "CSafeLoader",
        yaml.SafeLoader,
    )

    class DocumentLoader(base):  # type: ignore[misc]
        """Reads the values that JSON has."""

    DocumentLoader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != TIMESTAMP_TAG]
        for first, resolvers in base.yaml_implicit_resolvers.items()
    }
    return DocumentLoader


def _to_json_value(
    value: Any,
    known: dict[int, Any],
) -> Any:
    """Return *value* with texts as keys; *known* has the containers that are converted already.

    Raise ValueError if a container holds itself through an alias.
    """
    if not isinstance(value, dict | list):
        return value if isinstance(value, str | int | float | bool | None) else str(value)
    if id(value) in known:  # an alias: to copy its value each time can take exponential time
        if known[id(value)] is OPEN:
            raise ValueError("an alias leads back to the value around it")
        return known[id(value)]
    known[id(value)] = OPEN
    result: Any
    if isinstance(value, dict):
        result = {_to_key(key): _to_json_value(each, known) for key, each in value.items()}
    else:
        result = [_to_json_value(each, known) for each in value]
    known[id(value)] = result
    return result


def _to_key(key: Any) -> str:
    """Return *key* as JSON would write it: YAML has ``200:`` and ``yes:``."""
    if isinstance(key, bool):
        return "true" if key else "false"
    return "null" if key is None else str(key)


def _is_too_deep(content: Any) -> bool:
    """Return whether objects and lists nest in more than ``MAX_DEPTH`` levels."""
    level = [content]
    for _ in range(MAX_DEPTH + 1):
        parts = {id(part): part for value in level for part in _list_containers(value)}
        level = list(parts.values())  # each once: aliases of YAML may multiply them
        if not level:
            return False
    return True


def _list_containers(value: Any) -> list[Any]:
    """Return the objects and lists right below *value*."""
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, list):
        return []
    return [part for part in value if isinstance(part, dict | list)]

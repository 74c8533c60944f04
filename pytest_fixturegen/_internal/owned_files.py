"""Recognizes files that this package may replace: empty ones, and those of the kind it writes.

A mistyped path, such as ``--journal app/models.py``, must not cost anybody their work. So whoever
replaces a file names the kind of the new content, and a file of another kind is refused.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

from pytest_fixturegen._internal.atomic_files import build_write_error
from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.regular_files import find_real_path, open_regular
from pytest_fixturegen.errors import EmitError

HEAD_BYTES = 4096
"""Bytes of a file that are read to recognize it."""

PYTHON_MARK = re.compile(rb"made by pytest-fixturegen|^    pfg gen ", re.MULTILINE)
"""Part of the docstring of every Python file that this package writes."""

TYPESCRIPT_MARK = b"// Made by pytest-fixturegen:"
"""First line of every file of TypeScript that this package writes."""

COMMAND_PATTERN = re.compile(rb"^    pfg (gen .+)$", re.MULTILINE)
"""The line in the header of a generated module that names the command that wrote it."""

HTML_MARK = b'content="pytest-fixturegen"'
"""Part of the head of every page that this package writes."""

JOURNAL_MARK = b'{"pfg-journal":'

SOURCE_SUFFIXES = frozenset({".py", ".pyi", ".toml", ".cfg", ".ini", ".md", ".rst"})
"""Suffixes of files that people write; an output of unknown form replaces none of them."""

MODEL_ARRAYS = re.compile(rb'\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\[')
"""The beginning of an object that has an array for each model."""

SCHEMA_KEYS = re.compile(rb'"(?:\$schema|\$defs|\$ref|properties|type|anyOf|allOf|title)"\s*:')


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of files that this package writes.

    *name* follows an article in messages. *recognizes* looks at the beginning of a file, without
    leading whitespace, and at the suffix of its name.
    """

    name: str
    recognizes: Callable[[bytes, str], bool]


def require_replaceable(
    path: Path,
    kind: FileKind,
    option: str,
) -> None:
    """Raise EmitError if *path* is a file that is neither empty nor of *kind*, or a link that must
    not be followed.

    *option* is what named the path, for the hint.
    """
    try:
        find_real_path(path)
    except OSError as error:
        raise build_write_error(path, error) from error
    if not is_replaceable(path, kind):
        raise EmitError(
            f"{path} exists and would be overwritten: expected {kind.name} or no file.",
            hint=f"Choose another path with {option}, or delete the file.",
            path=str(path),
        )


def is_replaceable(path: Path, kind: FileKind) -> bool:
    """Return whether *path* may be written: it is an empty file, one of *kind*, or not a file.

    Devices and pipes are written to, not replaced. A file that cannot be read is not recognized.
    """
    try:
        is_file = path.is_file()
    except OSError:  # the name is too long: nothing has it
        return True
    if not is_file:
        return True
    text = _read_head(path)
    return text is not None and (not text or kind.recognizes(text, path.suffix.lower()))


def is_recognized(path: Path, kind: FileKind) -> bool:
    """Return whether *path* is a file of *kind*; an empty one is of no kind."""
    text = _read_head(path)
    return bool(text) and kind.recognizes(text or b"", path.suffix.lower())


def _read_head(path: Path) -> bytes | None:
    """Return the beginning of a file without leading whitespace; None if it cannot be read."""
    try:
        with os.fdopen(open_regular(path, follow_links=True), "rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError:
        return None
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()


def _is_json_lines(head: bytes, _: str = "") -> bool:
    """Return whether the first line is JSON; a line that is longer than *head* begins like it."""
    line, end, _rest = head.partition(b"\n")
    if not end and len(head) >= HEAD_BYTES - 64:
        return line[:1] in b'{["'
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def _is_json_records(head: bytes, _: str) -> bool:
    """Return whether *head* begins an array, JSON Lines, or an object with an array per model."""
    return head[:1] == b"[" or MODEL_ARRAYS.match(head) is not None or _is_json_lines(head)


def _is_json_record(head: bytes, _: str) -> bool:
    """Return whether *head* begins an object or an array, perhaps indented, or is a scalar."""
    return head[:1] in b"{[" or _is_json_lines(head)


def _is_json_schema(head: bytes, _: str) -> bool:
    """Return whether a file with this *head* looks like a JSON Schema."""
    return head[:1] == b"{" and SCHEMA_KEYS.search(head) is not None


def _is_python_output(head: bytes, _: str) -> bool:
    """Return whether a Python file with this *head* was generated."""
    return PYTHON_MARK.search(head) is not None


def _is_journal(head: bytes, _: str) -> bool:
    """Return whether a file with this *head* is a journal."""
    return head.startswith(JOURNAL_MARK)


def _is_page(head: bytes, _: str) -> bool:
    """Return whether a file with this *head* is a page of the doctor."""
    return HTML_MARK in head


def _is_parquet(head: bytes, _: str) -> bool:
    """Return whether a file with this *head* is a Parquet file."""
    return head.startswith(b"PAR1")


def _is_arrow(head: bytes, _: str) -> bool:
    """Return whether a file with this *head* is an Arrow file."""
    return head.startswith(b"ARROW1")


def _is_other_output(head: bytes, suffix: str) -> bool:
    """Return whether a file may be replaced: source code only if it was generated."""
    return suffix not in SOURCE_SUFFIXES or _is_python_output(head, suffix)


def _is_document(_: bytes, suffix: str) -> bool:
    """Return whether a file is a document by its name."""
    return suffix in (".json", ".yaml", ".yml")


def _is_typescript_output(head: bytes, suffix: str) -> bool:
    """Return whether a file of TypeScript, or its data, was generated."""
    return suffix == ".json" or TYPESCRIPT_MARK in head


JSON_RECORDS = FileKind("a file of JSON records", _is_json_records)
JSON_RECORD = FileKind("a JSON record", _is_json_record)
JSON_LINES = FileKind("a file of JSON Lines", _is_json_lines)
JSON_SCHEMA = FileKind("a JSON Schema", _is_json_schema)
PYTHON_OUTPUT = FileKind("a file that pfg wrote", _is_python_output)
PARQUET = FileKind("a Parquet file", _is_parquet)
ARROW = FileKind("an Arrow file", _is_arrow)
JOURNAL = FileKind("a journal", _is_journal)
HTML_PAGE = FileKind("a page that pfg wrote", _is_page)
STORE_STATE = FileKind("a JSON object of records", _is_json_record)
SCHEMA_DOCUMENT = FileKind("a JSON or YAML document", _is_document)
TYPESCRIPT_OUTPUT = FileKind("a file that pfg wrote", _is_typescript_output)
OTHER_OUTPUT = FileKind("a file that is not source code", _is_other_output)

DATASET_KINDS = {"parquet": PARQUET, "arrow": ARROW}
"""Kinds of the files of a dataset by its format; the other formats have no mark."""

OUTPUT_KINDS = {
    "json": JSON_RECORDS,
    "schema": JSON_SCHEMA,
    "fixtures": PYTHON_OUTPUT,
    "overrides": PYTHON_OUTPUT,
    "tests": PYTHON_OUTPUT,
}
"""Kinds of the files that ``pfg gen`` writes, by its subcommand."""


def choose_output_kind(command: str, template: str) -> FileKind:
    """Return the kind of the files that ``pfg gen`` *command* writes to the path *template*."""
    if command == "json" and "{index}" in template:
        return JSON_RECORD  # a file for each record
    return OUTPUT_KINDS[command]

"""Which files an output may replace."""

from __future__ import annotations

from pathlib import Path

import pytest

from pytest_fixturegen._internal import owned_files
from pytest_fixturegen._internal.owned_files import is_replaceable

LONG_LINE = b'{"text": "' + b"x" * 9000 + b'"}\n'


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (owned_files.JSON_LINES, LONG_LINE, True),
        (owned_files.JSON_LINES, b"x" * 9000, False),
        (owned_files.JSON_LINES, b'{\n  "a": 1\n}\n', False),
        (owned_files.JSON_LINES, b'\xef\xbb\xbf{"a": 1}\n', True),
        (owned_files.JSON_RECORDS, b"[]\n", True),
        (owned_files.JSON_RECORDS, b'{\n  "User": [\n', True),
        (owned_files.JSON_RECORDS, b'{\n  "name": "shop"\n}\n', False),
        (owned_files.JSON_SCHEMA, b'{\n  "properties": {}\n}', True),
        (owned_files.JSON_SCHEMA, b'{"a": 1}', False),
        (
            owned_files.PYTHON_OUTPUT,
            b'"""Fixtures of pytest, made by pytest-fixturegen 1."""',
            True,
        ),
        (owned_files.PYTHON_OUTPUT, b"import pytest_fixturegen\n", False),
        (owned_files.JOURNAL, b'{"pfg-journal": 1}\n', True),
        (owned_files.JOURNAL, b"{}\n", False),
        (owned_files.OTHER_OUTPUT, b"a,b\n1,2\n", True),
    ],
)
def test_a_kind_recognizes_its_files(
    tmp_path: Path, kind: owned_files.FileKind, text: bytes, expected: bool
) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(text)
    assert is_replaceable(path, kind) is expected
    path.write_bytes(b" \n")
    assert is_replaceable(path, kind)
    path.unlink()
    assert is_replaceable(path, kind)


def test_an_output_of_unknown_form_replaces_no_source(tmp_path: Path) -> None:
    path = tmp_path / "service.py"
    path.write_text("x = 1\n")
    assert not is_replaceable(path, owned_files.OTHER_OUTPUT)


def test_a_device_is_written_to() -> None:
    assert is_replaceable(Path("/dev/null"), owned_files.JOURNAL)

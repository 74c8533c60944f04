"""Text of the target reaches terminals, reports and source files without control characters."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import pytest_fixturegen
from pytest_fixturegen.cli.explain import format_explanation
from pytest_fixturegen.emitters.data_stream import DataStream
from pytest_fixturegen.errors import CONTROL_CHARACTERS
from tests.functional.conftest import Pfg, assert_success

HOSTILE = (
    "import sys\n"
    "from typing import Literal\n"
    "from pydantic import BaseModel, Field, create_model\n"
    "BAD = '\\x1b]0;owned\\x07\\x9b31m\\u202e\\x7f'\n"
    "print(BAD, file=sys.stderr)\n"
    "class User(BaseModel):\n"
    "    '''A \\x1b]0;owned\\x07\\u202e user.'''\n"
    "    kind: Literal['\\x1b]0;owned\\x07\\u202e'] = BAD\n"
    "    name: str = Field(BAD, description=BAD)\n"
    "FIELDS = {f'a{BAD}': (int, ...), 'b\\nerror: c': int}\n"
    "Odd = create_model('Odd', __module__=__name__, **FIELDS)\n"
)

COMMANDS = {
    "list": ("list", "hostile.py", "--verbose"),
    "list --json": ("list", "hostile.py", "--json"),
    "json": ("gen", "json", "hostile.py:User"),
    "jsonl": ("gen", "json", "hostile.py:User", "--jsonl"),
    "schema": ("gen", "schema", "hostile.py"),
    "fixtures": ("gen", "fixtures", "hostile.py:User"),
    "overrides": ("gen", "overrides", "hostile.py:User"),
    "explain": ("gen", "explain", "hostile.py"),
    "explain --json": ("gen", "explain", "hostile.py", "--json"),
    "doctor": ("doctor", "hostile.py", "-n", "2", "--html", "page.html"),
    "doctor --json": ("doctor", "hostile.py", "-n", "2", "--json"),
    "doctor --ast": ("doctor", "hostile.py", "--ast"),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_prints_control_characters_of_the_target(
    pfg: Pfg, project: Path, name: str
) -> None:
    (project / "hostile.py").write_text(HOSTILE)
    result = pfg(*COMMANDS[name])
    assert result.exit_code in (0, 1, 20, 30), result.output
    assert result.stdout
    for text in (result.stdout, result.stderr):
        assert not CONTROL_CHARACTERS.search(text), ascii(text)
    assert not re.search("^error: c", result.stdout, re.MULTILINE)
    if name == "doctor":
        page = (project / "page.html").read_text("utf-8")
        assert not CONTROL_CHARACTERS.search(page)
        assert 'http-equiv="Content-Security-Policy"' in page


def test_values_on_standard_output_equal_those_of_a_file(pfg: Pfg, project: Path) -> None:
    (project / "hostile.py").write_text(HOSTILE)
    shown = pfg("gen", "json", "hostile.py:User").stdout
    assert_success(pfg("gen", "json", "hostile.py:User", "--out", "made.json"))
    assert json.loads(shown) == json.loads((project / "made.json").read_text("utf-8"))


@pytest.mark.parametrize("size", [1, 2, 3, 5, 1000])
def test_a_character_that_is_cut_into_chunks_is_escaped(size: int) -> None:
    text = "a\x1b[1m ü\x85 € \u202e\u2066 日本\u061c \U0001f600\x7f\r\n" * 3
    data = text.encode()
    shown = io.BytesIO()
    stream = DataStream(shown)
    for start in range(0, len(data), size):
        stream.write(data[start : start + size])
    stream.flush()
    result = shown.getvalue().decode()
    assert not CONTROL_CHARACTERS.search(result)
    assert re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), result) == text


def test_one_long_name_does_not_widen_the_rows_of_a_table() -> None:
    rows = [{"model": "M", "field": name, "provider": "p", "reason": "r"} for name in "ab"]
    rows.append({"model": "M", "field": "x" * 100_000, "provider": "p", "reason": "r"})
    lines = list(format_explanation([{"model": "M", "fields": rows}]))
    assert [len(line) for line in lines[1:3]] == [9, 9]


LATIN = {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}


def test_a_terminal_that_lacks_characters_shows_escapes(project: Path) -> None:
    (project / "japanese.py").write_text(
        "from pydantic import BaseModel\nclass User(BaseModel):\n    name: str = '日本'\n", "utf-8"
    )
    for words in (
        ("doctor", "japanese.py", "-n", "2"),
        ("doctor", "japanese.py", "-n", "2", "--json"),
    ):
        command = [sys.executable, "-m", "pytest_fixturegen", *words]
        result = subprocess.run(
            command, env={**os.environ, **LATIN}, capture_output=True, check=False
        )
        assert result.returncode == 0, result.stderr
        assert b"\\u65e5" in result.stdout or "日本".encode() in result.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device that is full")
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("list", "app/models.py"), 30),
        (("gen", "json", "app/models.py:User"), 30),
        (("--help",), 30),
        (("config", "--json"), 30),
        (("--json-errors", "list", "missing.py"), 10),
        (("list", "missing.py"), 10),
    ],
)
def test_a_full_output_is_one_sentence_and_an_exit_code(
    project: Path, words: tuple[str, ...], code: int
) -> None:
    command = [sys.executable, "-m", "pytest_fixturegen", *words]
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
        assert result.returncode == code, result.stderr
        assert b"Traceback" not in result.stderr
        assert b"Exception ignored" not in result.stderr
        both = subprocess.run(command, stdout=full, stderr=full, check=False)
        assert both.returncode == code


OWN_TEXT = ("cli/terminal.py", "cli/command_base.py", "cli/completion.py")
"""The one place that prints, help, and the scripts of Click."""


def test_commands_print_in_one_place_only() -> None:
    package = Path(pytest_fixturegen.__file__).parent
    printing = re.compile(r"click\.s?echo\(|sys\.std(out|err)\.write|^\s*print\(", re.MULTILINE)
    found = {
        path.relative_to(package).as_posix()
        for path in (package / "cli").glob("*.py")
        if printing.search(path.read_text("utf-8"))
    }
    assert found <= set(OWN_TEXT)

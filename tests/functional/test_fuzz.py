"""Random flags, files and configurations never cause a traceback or damage a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from pytest_fixturegen.config.sources import format_variable, list_known_keys
from pytest_fixturegen.errors import ERROR_CLASSES
from tests.functional.conftest import Pfg
from tests.functional.test_every_option import EVERY

CODES = {error.code for error in ERROR_CLASSES} - {99} | {0, 1}
COUNTED = (
    "n",
    "count",
    "cases",
    "related",
    "items",
    "size",
    "depth",
    "retries",
    "wait",
    "timeout",
    "port",
)
"""Parts of option names; large values of these options only take time."""

NEVER = ("debug", "watches")
"""Options that print tracebacks or never end."""

RIGHT = {
    "N": ["1", "2", "3"],
    "NUMBER": ["0.5", "1"],
    "DATE": ["2020-01-01"],
    "PATTERN": ["*.User", "User.id"],
    "PATH=SETTINGS": ["User.name=x", 'User.id={"value": 7}'],
    "NAME=TEXT": ["*.name=de_DE"],
    "JSON": ['{"path": "new.jsonl"}', "{}"],
    "TEXT": ["memory", "jsonl", "de_DE", "User.id", "HOME"],
    "PATH": ["new.json", "app"],
    "FILE": ["x.json"],
}
"""Valid values for each kind of option."""
odd = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8)
texts = odd | st.sampled_from(
    [
        "",
        "-",
        "--",
        "=",
        "3",
        "-1",
        "1e3",
        "nan",
        "inf",
        "9" * 40,
        "true",
        "{}",
        "[",
        "a=b",
        "*.x={}",
        "null",
    ]
)
small = st.sampled_from(["", "0", "1", "2", "-1", "x", "1.5", "nan"])
paths = st.sampled_from(
    [
        "app/models.py",
        "app/models.py:User",
        "app.models",
        "app/broken.py",
        "app/bytes.py",
        "none.py",
        "app",
        ".",
    ]
)
outs = st.sampled_from(
    [
        "precious.json",
        "new/{model}.json",
        "{model}",
        "app",
        "precious.json/x",
        "-",
        "{",
        "{modl}",
        "x" * 300,
    ]
)
files = st.sampled_from(
    ["pfg.yaml", "pyproject.toml", "x.json", "x.toml", "app", "none.yaml", "precious.json"]
)
LEAVES = [
    path
    for path, command in EVERY.items()
    if not isinstance(command, click.Group) and not path.endswith("serve")
]


@st.composite
def flags(draw: st.DrawFn, command: click.Command) -> list[str]:
    """Draw an option of *command* with a value."""
    option = draw(
        st.sampled_from([each for each in command.params if isinstance(each, click.Option)])
    )
    spelt = draw(st.sampled_from([*option.opts, *option.secondary_opts]))
    if option.is_flag or option.name in NEVER:
        return [spelt] if option.name not in NEVER else []
    known = getattr(option.type, "known", ())
    name = option.name or ""
    value = (
        outs
        if name == "out"
        else files
        if name == "config"
        else small
        if any(part in name for part in COUNTED)
        else texts
    )
    right = st.sampled_from(known or RIGHT.get(option.metavar or "", ["x"]))
    return [spelt, draw(value if draw(st.integers(0, 7)) == 0 else right)]


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """Draw a command line: a command or a misspelling, maybe a target, options before and after."""
    path = draw(st.sampled_from(LEAVES))
    options = draw(st.lists(flags(EVERY[path]), max_size=4))
    before, after = options[:2], options[2:]
    words = path.split()[1:] if draw(st.integers(0, 19)) else draw(st.lists(odd, max_size=2))
    target = (
        draw(st.one_of(paths, paths, paths, texts).map(lambda each: [each]))
        if draw(st.integers(0, 9))
        else []
    )
    return [
        *words,
        *(word for each in before for word in each),
        *target,
        *(word for each in after for word in each),
    ]


leaves: st.SearchStrategy[Any] = (
    st.none()
    | st.booleans()
    | st.integers(-3, 12)
    | st.floats()
    | texts
    | st.dates()
    | st.binary(max_size=3)
)
nested = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(texts | st.sampled_from(["value", "factory"]), inner, max_size=3)
    ),
    max_leaves=5,
)
KEYS = sorted(
    {key.rpartition(".")[2] for key in list_known_keys()}
    | {key.partition(".")[0] for key in list_known_keys()}
)
tables = st.dictionaries(st.sampled_from(KEYS) | odd, nested, max_size=3)
BOMB = "a: &a [x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 8)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
scraps = st.sampled_from(
    [
        b"[tool.pytest_fixturegen]\nseed = 3\n[tool.pytest_fixturegen.json]\nindent = 2\nn = 2\n",
        b"seed: 3\njson:\n  n: 2\n  indent: 2\noverrides: {User.name: {value: x}}\n",
        b'{"seed": 3, "json": {"n": 2}}',
        b"overrides: &a {x: *a}\n",
        b"seed: !!python/name:os.system\n",
        b"- " * 2000,
        b"[" * 3000,
        BOMB.encode(),
        b"now: 2020-01-01\nseed: !!int x\n",
    ]
)


@st.composite
def contents(draw: st.DrawFn) -> bytes:
    """Draw the content of a configuration file: random bytes, cut settings, or a random table."""
    kind = draw(st.integers(0, 3))
    if kind == 0:
        return draw(st.binary(max_size=40))
    if kind == 1:
        scrap = draw(scraps)
        return scrap[: draw(st.integers(0, len(scrap)))] if draw(st.booleans()) else scrap
    return json.dumps(draw(tables), default=str).encode()


@pytest.fixture
def folder(project: Path) -> Path:
    """Return the project with two unreadable modules."""
    (project / "app" / "broken.py").write_text("class (:\n")
    (project / "app" / "bytes.py").write_bytes(b"\xff\xfe\x00")
    return project


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    line=lines(),
    file=st.none()
    | st.tuples(st.sampled_from(["pfg.yaml", "pyproject.toml", "x.json", "x.toml"]), contents()),
)
def test_no_command_line_ends_in_a_traceback(
    pfg: Pfg,
    folder: Path,
    in_process: list[object],
    line: list[str],
    file: tuple[str, bytes] | None,
) -> None:
    reset_project(folder, file)
    in_process.clear()
    environment: dict[str, str] = {"HOME": str(folder)}
    before = read_files(folder)
    result = pfg(*line, **environment)
    event(f"exit code {result.exit_code}")
    assert result.exit_code in CODES, (line, result.output)
    assert "Traceback" not in result.output
    assert (
        result.exit_code == 0 or result.stderr or '{"error"' in result.stdout or "--help" in line
    ), result.output
    after = read_files(folder)
    assert [name for name in after if name.endswith("tmp")] == []
    if result.exit_code not in (0, 1):
        changed = {name for name in before if after.get(name) != before[name]}
        assert all(f"wrote {name}\n" in result.stderr for name in changed), changed


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(key=st.sampled_from(sorted(list_known_keys())), text=texts)
def test_no_variable_ends_in_a_traceback(pfg: Pfg, folder: Path, key: str, text: str) -> None:
    result = pfg("config", **{format_variable(key): text})
    assert result.exit_code in (0, 70), result.output
    assert result.exit_code == 0 or format_variable(key) in result.stderr, result.output


def reset_project(folder: Path, file: tuple[str, bytes] | None) -> None:
    """Restore the project, then write *file*."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.relative_to(folder).parts[0] != "app":
            path.rmdir() if path.is_dir() else path.unlink()
    (folder / "precious.json").write_text("precious")
    if file:
        (folder / file[0]).write_bytes(file[1])


def read_files(folder: Path) -> dict[str, bytes]:
    """Return the content of each file by name."""
    contents_by_name = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    return {name: text for name, text in contents_by_name.items() if "__pycache__" not in name}

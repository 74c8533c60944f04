"""Every command and option parses, is documented, and has an effect wherever it can be set.

A new option needs a row in ``option_rows``; without one a test here fails.
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import click
import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from pytest_fixturegen.cli.command_base import Command
from pytest_fixturegen.cli.global_options import GlobalOptions
from pytest_fixturegen.cli.main import main
from pytest_fixturegen.config.command_options import CONFIGS
from pytest_fixturegen.config.options import GenerationConfig, PytestConfig
from pytest_fixturegen.config.sources import (
    format_variable,
    get_option_key,
    list_known_keys,
    read_flags,
    read_options,
)
from pytest_fixturegen.fixtures.settings import get_run_settings, get_settings
from pytest_fixturegen.server import live_server
from tests.functional.conftest import Pfg, assert_success
from tests.functional.option_rows import (
    API,
    BEFORE,
    ELSEWHERE,
    FLAKY_HANDLERS,
    HIDDEN,
    MANY,
    ROWS,
    SHOP,
    VISITS,
    WEB,
)

ROOT = Path(__file__).resolve().parents[2]
COMMON = {each.name for each in fields(GlobalOptions)}
DOCS = "\n".join(
    page.read_text("utf-8") for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
)


@pytest.fixture(autouse=True)
def files(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write the modules that the rows name."""
    (project / "app" / "many.py").write_text(MANY)
    (project / "app" / "hidden.py").write_text(HIDDEN)
    (project / "app" / "flaky.py").write_text(FLAKY_HANDLERS)
    (project / "app" / "shop.py").write_text(SHOP)
    (project / "app" / "web.py").write_text(WEB)
    (project / "app" / "api.yaml").write_text(API)
    (project / "app" / "scenario.py").write_text(
        "def generate(gen):\n    return {'users': [{'id': 1, 'name': 'Bob'}]}\n"
    )
    # A server that never ends cannot be observed; the command has no option to stop it.
    monkeypatch.setattr(live_server, "serve_forever", visit_app)
    monkeypatch.setitem(
        sys.modules, "watchfiles", SimpleNamespace(watch=lambda *_, **__: iter([set()]))
    )
    monkeypatch.setenv("SHOWN", "x")


def visit_app(app: Any, listener: Any) -> None:
    """Send requests to *app* instead of serving it; print responses, delays and files."""
    was_saved, times = Path("kept.json").exists(), []
    live_server.check_hosts(app, listener)
    with TestClient(app, "http://localhost") as client:
        foreign = client.get("/users", headers={"Origin": "http://a.example"})
        click.echo(foreign.headers.get("access-control-allow-origin"))
        click.echo(client.get("/users", headers={"Host": "a.test"}).status_code)
        for method, url, body in VISITS:
            started_at = time.monotonic()
            answer = client.request(method, url, json=body)
            times.append(time.monotonic() - started_at)
            headers = {name: value for name, value in answer.headers.items() if name == "link"}
            text = re.sub(
                r'"(request_?[iI]d|at|created|saved|time)": ?"?[^",}]*"?', "", answer.text
            )
            click.echo(f"{method} {url} {answer.status_code} {headers} {text}")
    files = sorted(path.name for path in Path().iterdir() if path.name != "pyproject.toml")
    # Seven requests without latency do not all take 50 ms, so only `--latency` prints "late".
    click.echo(
        f"{was_saved} {files} {'late' if min(times) >= 0.05 else ''} "
        f"{list(list_indexes(Path('kept.db')))}"
    )


def list_indexes(database: Path) -> Iterator[str]:
    """Yield the names of the indexes of *database* if the file exists."""
    if database.exists():
        with closing(sqlite3.connect(database)) as connection:
            yield from (
                name
                for (name,) in connection.execute(
                    "select name from sqlite_master where type = 'index' order by 1"
                )
            )


def iterate_commands(
    command: click.Command = main, path: str = "pfg"
) -> Iterator[tuple[str, click.Command]]:
    """Yield every command with its full name, groups included."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            subcommand = command.get_command(context, name)
            assert subcommand is not None
            yield from iterate_commands(subcommand, f"{path} {name}")


def list_own_options(command: click.Command) -> Iterator[click.Option]:
    """Yield the options that only *command* declares."""
    declared = {each.name for config in CONFIGS for each in fields(config)}
    for each in command.params:
        if isinstance(each, click.Option) and each.name not in declared and each.name not in COMMON:
            yield each


EVERY = dict(iterate_commands())
KEYS = {
    get_option_key(config, each.name): (config, each)
    for config in CONFIGS
    for each in fields(config)
}


def test_every_option_has_a_row() -> None:
    of_commands = {
        f"{path.removeprefix('pfg ')} {each.opts[0]}"
        for path, command in EVERY.items()
        for each in list_own_options(command)
    }
    assert ROWS.keys() | ELSEWHERE.keys() == list_known_keys() | of_commands
    assert not ROWS.keys() & ELSEWHERE.keys()


@pytest.mark.parametrize("path", EVERY)
def test_every_command_has_help_and_documentation(path: str, pfg: Pfg) -> None:
    command = EVERY[path]
    result = pfg(*path.split()[1:], "--help")
    assert_success(result)
    assert isinstance(command, Command)
    assert path in DOCS
    for each in command.params:
        if isinstance(each, click.Option):
            assert each.opts[0].removeprefix("--") in result.stdout
            assert any(f"`{spelt}" in DOCS or f" {spelt}" in DOCS for spelt in each.opts), each.opts


@pytest.mark.parametrize(
    "path", [path for path in EVERY if not isinstance(EVERY[path], click.Group)]
)
def test_every_command_accepts_the_common_flags_anywhere(path: str, pfg: Pfg) -> None:
    """A usage error shows their effect: it is JSON, and has a traceback."""
    words = path.split()[1:]
    for line in (
        ["--json-errors", "--debug", *words, "--bogus"],
        [*words, "--bogus", "--config=x", "--debug", "--json-errors"],
    ):
        result = pfg(*line)
        assert json.loads(result.stdout)["error"]["kind"] == "UsageError"
        assert "Traceback" in result.stderr


def observe(
    pfg: Pfg, project: Path, permissions: list[object], line: list[str], **environment: str
) -> dict[str, Any]:
    """Run a command line and return its visible effects: output, exit code and new files."""
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    permissions.clear()
    result = pfg(*line, **environment)
    assert result.exit_code != 99, result.stderr
    new_paths = {
        path
        for path in project.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path not in before
    }
    new_files = {str(path.relative_to(project)): path.read_bytes() for path in new_paths}
    for path in new_paths:
        path.unlink()
    stderr = re.sub(r"in \d+\.\d+s|seed \d+", "", result.stderr)
    new_files = {
        name: re.sub(rb"\d+\.\d+\n", b"", text) if name == "tries" else text
        for name, text in new_files.items()
    }
    if "entropy" in (*line, *environment.values()) or "--entropy" in line:
        return {"code": result.exit_code, "fresh": "seed" in result.stderr}
    out = result.stdout
    if line[0] == "serve":
        out, new_files = re.sub(r":\d{4,5}\b", "", out), dict.fromkeys(new_files, b"")
    if line[0] == "doctor":
        out, new_files = re.sub(r"\d+\.\d+(e-\d+)?| +", " ", out), dict.fromkeys(new_files, b"")
    return {
        "code": result.exit_code,
        "out": out,
        "stderr": stderr,
        "files": new_files,
        "permissions": permissions[:] if line[0] == "list" else len(permissions),
    }


def format_flag(key: str, value: str) -> list[str]:
    """Return the words that set *key* on the command line."""
    each = KEYS[key][1]
    name = each.name.replace("_", "-")
    if isinstance(each.default, bool):
        return [f"--{name}" if value == "true" else f"--no-{name}"]
    return [f"--{name}", value]


def format_setting(key: str, value: str) -> str:
    """Return the TOML that sets *key* in a pyproject.toml."""
    section, _, name = key.rpartition(".")
    text = value if re.fullmatch(r"\d+(\.\d+)?|true|false", value) else json.dumps(value)
    return f"[tool.pytest_fixturegen{'.' if section else ''}{section}]\n{name} = {text}\n"


@pytest.mark.parametrize("key", [key for key in ROWS if key in KEYS])
def test_setting_an_option_changes_what_a_command_does(
    pfg: Pfg, project: Path, in_process: list[object], key: str
) -> None:
    line, value = ROWS[key]
    words = line.split()
    if key in BEFORE:
        pfg(*BEFORE[key].split())
    plain = observe(pfg, project, in_process, words)
    by_flag = observe(pfg, project, in_process, [*words, *format_flag(key, value)])
    assert by_flag != plain
    assert observe(pfg, project, in_process, words, **{format_variable(key): value}) == by_flag
    (project / "pyproject.toml").write_text(format_setting(key, value))
    # A file that the user names is trusted, so that it may widen rights.
    named = {} if KEYS[key][1].metadata["widens"] == "never" else {"PFG_CONFIG": "pyproject.toml"}
    by_file = observe(pfg, project, in_process, words, **named)
    assert by_file == by_flag or key == "rng_mode"


@pytest.mark.parametrize("key", [key for key in ROWS if key not in KEYS])
def test_setting_an_option_of_one_command_changes_what_it_does(
    pfg: Pfg, project: Path, in_process: list[object], key: str
) -> None:
    words, value = ROWS[key][0].split(), ROWS[key][1].split()
    assert observe(pfg, project, in_process, [*words, key.split()[-1], *value]) != observe(
        pfg, project, in_process, words
    )


@pytest.mark.parametrize(
    "key", [key for key, (config, _) in KEYS.items() if config in (GenerationConfig, PytestConfig)]
)
def test_pytest_reads_each_option_as_the_command_line_does(
    pytester: pytest.Pytester, key: str
) -> None:
    config, each = KEYS[key]
    value = ROWS.get(key, ("", {"vary": "test", "models": "json:JSONDecoder"}.get(key, "")))[1]
    option = f"--pfg-{'no-' if value == 'false' else ''}{each.name.replace('_', '-')}"
    words = [option] if isinstance(each.default, bool) else [f"{option}={value}"]
    configs = [pytester.parseconfig(*words)]
    pytester.makeini(f"[pytest]\npfg_{each.name} = {value}\n")
    configs.append(pytester.parseconfig())
    expected = read_options(
        config,
        [read_flags({each.name: [value] if isinstance(each.default, tuple) else value}, config)],
    )
    assert expected != config()
    for one in configs:
        settings = get_settings(one) if config is GenerationConfig else get_run_settings(one)
        if key == "rng_mode":
            assert settings.seed != 0
        else:
            assert settings == expected


@pytest.mark.parametrize("key", ELSEWHERE)
def test_the_tests_named_for_other_options_exist(key: str) -> None:
    file, _, name = ELSEWHERE[key].partition("::")
    assert name in (ROOT / file).read_text("utf-8")


def test_version_prints_the_version(pfg: Pfg) -> None:
    assert re.fullmatch(r"pfg, version \d+\.\d+\.\d+\S*\n", pfg("--version").stdout)


def test_version_says_if_the_command_belongs_to_another_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "pfg"
    other.write_text("#!/usr/bin/python3\nfrom pydantic_fixturegen.cli import app\napp()\n")
    other.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    result = CliRunner().invoke(main, ["--version"])
    assert result.exit_code == 0
    assert f"{other} belongs to another package" in result.stderr
    assert "python -m pytest_fixturegen" in result.stderr

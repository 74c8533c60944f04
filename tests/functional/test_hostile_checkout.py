"""The checkout of somebody else: no command runs its code outside of the sandbox, or leaves it.

Every file of the checkout that Python might import writes a mark into the home directory, unless it
runs in the sandbox. The home directory and the folder of temporary files are compared before and
after.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.config.trust_rows import WIDENING

ROOT = Path(__file__).resolve().parents[2]

MARK = """
import sys
if "pytest_fixturegen.sandbox.audit" not in sys.modules:
    open({mark!r} + "-" + __name__, "w").write("x")
"""

PLUGIN = """
from pytest_fixturegen import hookimpl

@hookimpl
def pfg_emit_artifact(kind, ctx):
    return None
"""

MODELS = """
from pydantic import BaseModel

class User(BaseModel):
    id: int = 1
"""

API = """
resources:
  users:
    fields: {name: string}
"""

OPTIONAL_MODULES = """
    click rich pygments h2 hpack brotli brotlicffi zstandard socksio trio anyio sniffio psycopg
    psycopg2 asyncpg pymysql aiosqlite greenlet yaml uvicorn uvloop httptools websockets wsproto
    watchfiles orjson faker pluggy dotenv python_multipart email_validator sitecustomize
    usercustomize conftest attrs msgspec hypothesis numpy pandas phonenumbers evil
""".split()
"""Modules that libraries import if they find them, and some that they always import."""

RUNNER = """
import json, sys, traceback
sys.path.append(sys.argv.pop())
from pytest_fixturegen.cli.main import main
codes = []
for words in json.loads(sys.argv.pop()):
    try:
        main.main(words)
    except SystemExit as end:
        codes.append(end.code)
print("\\nCODES", codes)
"""
"""Runs command lines one after another, with the search path of the ``pfg`` script."""

SINK = json.dumps({"path": "sent.jsonl"})
NOWHERE = json.dumps({"url": "http://127.0.0.1:9/"})
NO_DATABASE = json.dumps({"url": "postgresql+psycopg://127.0.0.1:9/x"})

COMMANDS = [
    ["persist", "models.py", "-H", "http-post", "--handler-config", NOWHERE, "--max-retries", "0"],
    ["persist", "models.py", "-H", "sql", "--handler-config", NO_DATABASE, "--max-retries", "0"],
    ["persist", "models.py", "-H", "jsonl", "--handler-config", SINK],
    ["list", "models.py"],
    ["list", "models.py", "--hybrid"],
    ["gen", "json", "models.py", "--emit", "csv"],
    ["gen", "json", "models.py"],
    ["gen", "fixtures", "models.py"],
    ["gen", "schema", "models.py"],
    ["gen", "overrides", "models.py"],
    ["gen", "explain", "models.py"],
    ["doctor", "models.py", "-n", "2"],
    ["serve", "api.yml", "--host", "0.0.0.0"],
    ["plugin", "list"],
    ["config"],
    ["init"],
    ["trust", "--list"],
    ["schema", "config"],
]


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """Return a folder with a home, a folder for temporary files and a hostile checkout."""
    home, tmp, checkout = (tmp_path / name for name in ("home", "tmp", "checkout"))
    for folder in (home, tmp, checkout):
        folder.mkdir()
    (home / ".bashrc").write_text("precious\n")
    mark = MARK.format(mark=str(home / "mark"))
    for name in OPTIONAL_MODULES:
        (checkout / f"{name}.py").write_text(mark)
    (checkout / "models.py").write_text(MODELS)
    (checkout / "api.yml").write_text(API)
    (checkout / "away").symlink_to(home)
    (checkout / "evil.py").write_text(mark + PLUGIN)
    metadata = checkout / "evil-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Name: evil\nVersion: 1.0\n")
    groups = ("pytest_fixturegen", "sqlalchemy.plugins", "sqlalchemy.dialects", "pytest11")
    entries = (f"[{group}]\nevil = evil\n" for group in groups)
    (metadata / "entry_points.txt").write_text("".join(entries))
    return tmp_path


def read_files(machine: Path) -> dict[str, bytes]:
    """Return the files of the home directory and of the folder for temporary files."""
    paths = [*(machine / "home").rglob("*"), *(machine / "tmp").rglob("*")]
    return {str(path): path.read_bytes() for path in paths if path.is_file()}


def build_variables(machine: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(machine / "home"),
        "TMPDIR": str(machine / "tmp"),
        "AWS_SECRET_ACCESS_KEY": "ENVSECRET",
    }


def run_python(machine: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=machine / "checkout",
        env=build_variables(machine),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def run_commands(machine: Path, commands: list[list[str]]) -> tuple[list[int], str]:
    """Run *commands* in the checkout, and return their exit codes and all that they print."""
    result = run_python(machine, "-I", "-c", RUNNER, json.dumps(commands), str(ROOT))
    output, _, codes = result.stdout.partition("\nCODES ")
    printed = output + result.stderr
    assert codes, printed
    assert "Traceback" not in printed
    found: list[int] = json.loads(codes)
    assert 99 not in found, printed
    return found, printed


def test_no_command_runs_files_of_the_checkout(machine: Path) -> None:
    before = read_files(machine)
    codes, printed = run_commands(machine, COMMANDS)
    assert read_files(machine) == before, printed
    assert codes == [50, 50, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 70, 0, 0, 0, 0, 0], printed


def test_python_m_runs_no_file_of_the_checkout(machine: Path) -> None:
    before = read_files(machine)
    result = run_python(machine, "-m", "pytest_fixturegen", "list", "models.py")
    assert result.returncode == 0, result.stderr
    assert result.stdout == "models.User  model\n"
    assert read_files(machine) == before


def test_the_server_runs_no_file_of_the_checkout(machine: Path) -> None:
    before = read_files(machine)
    script = Path(sysconfig.get_path("scripts"), "pfg")
    with subprocess.Popen(
        [str(script), "serve", "api.yml", "--port", "0"],
        cwd=machine / "checkout",
        env=build_variables(machine),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert httpx.get(f"{address}/users", trust_env=False).status_code == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    assert read_files(machine) == before


def format_pyproject(table: str, settings: dict[str, Any]) -> str:
    """Return a pyproject.toml that has *settings*, by key, in the *table*."""
    sections: dict[str, list[str]] = {}
    for key, value in settings.items():
        section, _, name = key.rpartition(".")
        sections.setdefault(section, []).append(f"{name} = {format_toml(value)}")
    return "\n".join(
        "\n".join([f"[tool.{table}{'.' if section else ''}{section}]", *lines])
        for section, lines in sorted(sections.items())
    )


def format_toml(value: Any) -> str:
    if isinstance(value, dict):
        items = (f"{json.dumps(name)} = {format_toml(item)}" for name, item in value.items())
        return "{" + ", ".join(items) + "}"
    return json.dumps(value)


HOSTILE_SETTINGS = {key: refused[0] for key, (refused, _) in WIDENING.items()} | {
    "json.out": "away/.bashrc",
    "schema.out": "away/.bashrc",
    "fixtures.out": "away/.bashrc",
    "override_types.out": "away/.bashrc",
    "persist.journal": "away/.bashrc",
    "doctor.html": "away/.bashrc",
    "freeze_seeds_file": "away/.bashrc",
    "persist.handler": "evil:Handler",
    "persist.handler_config": {"path": "away/$AWS_SECRET_ACCESS_KEY"},
}


@pytest.mark.parametrize("table", ["pytest_fixturegen", "pydantic_fixturegen"])
def test_a_hostile_configuration_is_refused_by_every_command(machine: Path, table: str) -> None:
    before = read_files(machine)
    text = format_pyproject(table, HOSTILE_SETTINGS)
    (machine / "checkout" / "pyproject.toml").write_text(text)
    codes, printed = run_commands(machine, COMMANDS)
    assert read_files(machine) == before, printed
    by_command = dict(zip([" ".join(words[:2]) for words in COMMANDS], codes, strict=True))
    obeying = [command for command, code in by_command.items() if code != 70]
    assert obeying == ["config", "trust --list", "schema config"], printed

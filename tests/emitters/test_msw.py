"""Handlers for Mock Service Worker: compiled, run by Node.js, asked by a generated client."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pytest_fixturegen.cli.main import main
from tests.emitters.node_tools import install_packages, run_program

HERE = Path(__file__).parent / "msw"


def run_pfg(*words: str) -> Result:
    return CliRunner().invoke(main, ["gen", "msw", *words])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(HERE / "openapi.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_generated_client_gets_answers_from_the_handlers(folder: Path) -> None:
    assert run_pfg("openapi.yaml", "--out", "src/mocks", "-n", "6").exit_code == 0
    shutil.copy(HERE / "main.ts", folder / "src")
    shutil.copy(HERE / "tsconfig.json", folder)
    shutil.copy(HERE / "package.json", folder)
    packages = install_packages(HERE / "package.json")
    (folder / "node_modules").symlink_to(packages)
    client = packages / "openapi-typescript" / "bin" / "cli.js"
    compiler = packages / "typescript" / "bin" / "tsc"
    run_program("node", str(client), "openapi.yaml", "-o", "src/schema.ts", folder=folder)
    run_program("node", str(compiler), folder=folder)
    answers = json.loads(run_program("node", "dist/main.js", folder=folder))
    users = json.loads((folder / "src/mocks/data/users.json").read_text())
    assert "password" not in users[0]
    assert answers == {
        "listed": 6,
        "me": users[0]["name"],
        "found": True,
        "missing": [404, "string"],
        "created": [201, "Bob"],
        "changed": ["Bob", True],
        "removed": 204,
        "own": True,
        "ownCount": 1,
        "one": True,
        "foreign": 404,
        "report": ["text/csv", "a;b"],
        "health": 200,
    }


def test_the_same_command_changes_no_file_and_check_finds_a_change(folder: Path) -> None:
    command = ("openapi.yaml", "--out", "src/mocks")
    assert run_pfg(*command).exit_code == 0
    assert "wrote" not in run_pfg(*command).output
    assert run_pfg(*command, "--check").exit_code == 0
    users = folder / "src" / "mocks" / "handlers" / "users.ts"
    users.write_text(users.read_text() + "// mine\n")
    stale = run_pfg(*command, "--check")
    assert stale.exit_code == 1
    assert "-// mine" in stale.output


def test_the_address_and_the_operations_can_be_chosen(folder: Path) -> None:
    result = run_pfg("openapi.yaml", "--base-url", "/api/", "--include", "GET /users/me")
    assert result.exit_code == 0
    mocks = folder / "src" / "mocks"
    assert 'baseUrl = "*/api";' in (mocks / "base-url.ts").read_text()
    assert [path.name for path in (mocks / "handlers").iterdir()] == ["users.ts"]
    assert (mocks / "handlers" / "users.ts").read_text().count("  http.") == 1
    assert run_pfg("openapi.yaml", "--include", "nothing").exit_code == 10


def test_fixed_segments_come_before_parameters(folder: Path) -> None:
    assert run_pfg("openapi.yaml").exit_code == 0
    text = (folder / "src" / "mocks" / "handlers" / "users.ts").read_text()
    assert text.index("/users/me") < text.index("/users/:user_id")


def test_what_cannot_be_written_is_an_error(folder: Path) -> None:
    (folder / "schema.json").write_text('{"type": "object"}')
    (folder / "src" / "mocks").mkdir(parents=True)
    (folder / "src" / "mocks" / "index.ts").write_text("export {};\n")
    assert run_pfg("schema.json").exit_code == 10
    assert run_pfg("openapi.yaml", "--out", "-").exit_code == 2
    assert run_pfg("models.py").exit_code == 10
    taken = run_pfg("openapi.yaml")
    assert taken.exit_code == 30
    assert "would be overwritten" in taken.output


def test_the_mocks_of_another_seed_differ_only_in_their_data(folder: Path) -> None:
    assert run_pfg("openapi.yaml", "--out", "one").exit_code == 0
    assert run_pfg("openapi.yaml", "--out", "two", "--seed", "3").exit_code == 0
    one, two = ((folder / name / "data" / "users.json").read_text() for name in ("one", "two"))
    assert one != two

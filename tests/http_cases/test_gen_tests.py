"""``pfg gen tests`` writes a module that people commit, and that passes."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pytest_fixturegen.cli.main import main
from pytest_fixturegen.config.command_options import RequestTestsConfig
from pytest_fixturegen.emitters.request_tests import build_tests_module
from pytest_fixturegen.emitters.source import FormError
from tests.http_cases.test_pfg_requests import APP


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with an application in ``web.py``."""
    (tmp_path / "web.py").write_text(APP)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Any:
    """Run ``pfg gen tests`` with *arguments*."""
    return CliRunner().invoke(main, ["gen", "tests", *arguments])


def test_the_module_is_written_once_and_checked(folder: Path) -> None:
    first = run("web:app", "--out", "test_api.py")
    assert (first.exit_code, first.stderr) == (0, "wrote test_api.py\n")
    assert run("web:app", "--out", "test_api.py", "--check").stderr == "up to date test_api.py\n"
    (folder / "test_api.py").write_text(first.stdout + "# made by pytest-fixturegen\n")
    assert run("web:app", "--out", "test_api.py", "--check").exit_code == 1


def test_the_module_passes(pytester: pytest.Pytester, folder: Path) -> None:
    assert run("web", "--include", "POST *", "--out", "test_api.py").exit_code == 0
    pytester.makepyfile(web=APP, test_api=(folder / "test_api.py").read_text())
    result = pytester.runpytest_subprocess("-p", "no:schemathesis", "-W", "ignore")
    assert set(result.parseoutcomes()) <= {"passed", "warnings"}


def test_options_become_arguments(folder: Path) -> None:
    result = run(
        *("web:app", "--exclude", "DELETE *", "--cover", "pairs", "--max-cases", "3"),
        *("--known", "user_id=user.id", "--client", "api_client"),
    )
    assert 'exclude=["DELETE *"],\n    cases="pairs",\n    max_cases=3,' in result.stdout
    assert 'known={"user_id": "user.id"},' in result.stdout
    assert "api_client: TestClient" in result.stdout
    assert "@pytest.fixture" not in result.stdout


def test_records_that_are_not_known_are_named(folder: Path) -> None:
    assert "No record is known for user_id" in run("web:app").stdout
    assert "No record" not in run("web:app", "--known", "user_id=user.id").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("web:ap",), 10, "web has no application 'ap'."),
        (("web:NewUser",), 10, "web has no application 'NewUser'."),
        (("json",), 10, "json has no application."),
        (("web:USERS",), 2, "Cannot read the operations of builtins.dict"),
        (("web:app", "--include", "/nope"), 2, "No operation of web:app is selected."),
        (("web:app", "--client", "a b"), 2, "'a b' is not the name of a fixture."),
        ((), 2, "Missing argument 'TARGET'."),
    ],
)
def test_wrong_arguments_are_an_error(
    folder: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    result = run(*arguments)
    assert message in result.stderr
    assert result.exit_code == code


def test_several_applications_need_a_name(folder: Path) -> None:
    (folder / "web.py").write_text(APP + "\nother = FastAPI()\n")
    assert "web has several applications: app, other." in run("web").stderr


REPORT = {
    "symbol": ["symbol", "web", "app"],
    "operations": 2,
    "unknown": [],
    "test_client": "fastapi.testclient",
}


@pytest.mark.parametrize("name", ['"""\nimport os', "\nimport os", "x\r# y", "'", "\u2028os"])
def test_hostile_names_stay_in_their_comment(name: str) -> None:
    report = {**REPORT, "unknown": [name]}
    source = build_tests_module([report], RequestTestsConfig(), "pfg gen tests web", [])
    written = ast.parse(source)
    plain = ast.parse(build_tests_module([REPORT], RequestTestsConfig(), "pfg gen tests web", []))
    assert ast.dump(written) == ast.dump(plain)


@pytest.mark.parametrize(
    "change",
    [{"symbol": ["symbol", "web", "a b"]}, {"symbol": []}, {"test_client": "os"}],
)
def test_malformed_reports_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(FormError):
        build_tests_module([{**REPORT, **change}], RequestTestsConfig(), "pfg", [])

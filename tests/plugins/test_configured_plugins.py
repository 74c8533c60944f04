"""Plugins configured from the command line, from files and from pytest."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.plugins.conftest import Pfg

MODELS = "from pydantic import BaseModel\n\nclass User(BaseModel):\n    name: str\n    badge: str\n"
PLUGIN = """
import os
from pytest_fixturegen import hookimpl

@hookimpl
def pfg_register_providers(registry):
    registry.add_name("badge", "{name}:badge")

def badge():
    {body}
"""


NAMED = ("--config", "pyproject.toml")
"""Names the project's configuration, which is trusted then and may name plugins."""


def write_plugin_project(project: Path, name: str, body: str) -> None:
    """Write a project that configures the plugin *name*; *body* is the code of its provider."""
    (project / "models.py").write_text(MODELS)
    (project / f"{name}.py").write_text(PLUGIN.format(name=name, body=body))
    (project / "pyproject.toml").write_text(f'[tool.pytest_fixturegen]\nplugins = ["{name}"]\n')


def error_of(text: str) -> dict[str, object]:
    error: dict[str, object] = json.loads(text)["error"]
    return error


def test_a_configured_provider_runs_only_in_the_child(project: Path, pfg: Pfg) -> None:
    write_plugin_project(project, "pids", "return str(os.getpid())")
    users = json.loads(pfg("gen", "json", "models.py", "-n", "2", *NAMED).stdout)
    assert len({user["badge"] for user in users}) == 1
    assert users[0]["badge"] != str(os.getpid())
    assert "pids:badge" in pfg("gen", "explain", "models.py", *NAMED).stdout
    # Another command runs another child, which has another process id.
    fixtures = pfg("gen", "fixtures", "models.py", *NAMED).stdout
    assert f'badge="{users[0]["badge"]}"' not in fixtures


@pytest.mark.parametrize("body", ["return open('/etc/shadow').read()", "return os.system('true')"])
def test_the_sandbox_restricts_plugins_like_models(project: Path, pfg: Pfg, body: str) -> None:
    write_plugin_project(project, "prisoner", body)
    result = pfg("gen", "json", "models.py", "--json-errors", *NAMED)
    assert result.exit_code == 40, result.stdout
    assert error_of(result.stdout)["kind"] == "UnsafeImportViolation"


def test_a_plugin_is_imported_before_the_models_from_their_folder(project: Path, pfg: Pfg) -> None:
    models = MODELS.replace("badge: str", "badge: str = str('rules' in sys.modules)")
    (project / "src" / "shop").mkdir(parents=True)
    (project / "src" / "shop" / "__init__.py").touch()
    (project / "src" / "shop" / "models.py").write_text(f"import sys\n{models}")
    (project / "src" / "rules.py").write_text(PLUGIN.format(name="rules", body="return ''"))
    result = pfg("gen", "json", "src/shop/models.py", "--plugin", "rules")
    assert json.loads(result.stdout)[0]["badge"] == "True"


def test_a_missing_plugin_is_a_config_error(project: Path, pfg: Pfg) -> None:
    write_plugin_project(project, "here", "return 'x'")
    result = pfg("gen", "json", "models.py", "--plugin", "herr", "--json-errors")
    assert (result.exit_code, error_of(result.stdout)["kind"]) == (70, "ConfigError"), result.output
    assert "The plugin 'herr' failed: ModuleNotFoundError" in str(
        error_of(result.stdout)["message"]
    )
    listed = pfg("plugin", "list", PFG_PLUGINS="here,herr")
    assert "here     configuration  pfg_register_providers" in listed.stdout
    assert listed.exit_code == 70, listed.output


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("EMITS_NOTHING", "answered pfg_emit_artifact with 3"),
        ("EMITS_TEXT", "answered pfg_emit_artifact with 'text'"),
        ("EMITS_TEXTS", "answered pfg_emit_artifact with 'text'"),
        ("EMITS_BROKEN", "failed in pfg_emit_artifact: ZeroDivisionError: nothing left"),
        ("EMITS_LATE", "failed in pfg_emit_artifact: ZeroDivisionError: nothing left"),
        ("EMITS_UNREAD", "failed in pfg_emit_artifact: FileNotFoundError"),
    ],
)
def test_a_failing_emitter_is_named_and_leaves_the_file_unchanged(
    project: Path, pfg: Pfg, name: str, words: str
) -> None:
    (project / "models.py").write_text(MODELS)
    (project / "out.txt").write_text("old")
    plugin_name = f"tests.plugins.samples:{name}"
    result = pfg(
        "gen",
        "json",
        "models.py",
        "--emit",
        "text",
        "--out",
        "out.txt",
        "--plugin",
        plugin_name,
        "--json-errors",
    )
    assert (result.exit_code, error_of(result.stdout)["kind"]) == (30, "EmitError"), result.output
    assert f"The plugin {plugin_name!r} {words}" in str(error_of(result.stdout)["message"])
    assert sorted(each.name for each in project.iterdir() if each.suffix != "") == [
        "models.py",
        "out.txt",
    ]
    assert (project / "out.txt").read_text() == "old"


@pytest.mark.parametrize("kind", ["json", "schema", "fixtures", "overrides"])
def test_a_plugin_writes_each_kind_in_its_format(project: Path, pfg: Pfg, kind: str) -> None:
    (project / "models.py").write_text(MODELS + "\nclass Team(BaseModel):\n    title: str\n")
    form = ("--emit", "text", "--plugin", "tests.plugins.samples:BYTES")
    result = pfg("gen", kind, "models.py", *form)
    words = {"json": ("--jsonl",), "schema": ("--include", "*.User")}.get(kind, ())
    plain = pfg("gen", kind, "models.py", *words)
    heads = [
        f"{kind} {models} 0 0"
        for models in (("User", "Team") if kind in ("json", "schema") else ("User,Team",))
    ]
    lines = result.stdout.splitlines()
    assert [line for line in lines if line.startswith(f"{kind} ")] == heads
    assert (
        sum(line in plain.stdout.splitlines() for line in lines)
        >= len(plain.stdout.splitlines()) - 3
    )
    other = pfg(
        "gen",
        kind,
        "models.py",
        "--emit",
        "txt",
        "--plugin",
        "tests.plugins.samples:BYTES",
        "--json-errors",
    )
    assert (other.exit_code, error_of(other.stdout)["message"]) == (
        2,
        f"No plugin writes gen {kind} as 'txt'.",
    ), other.output


def test_a_plugin_can_write_files_without_reading_the_records(project: Path, pfg: Pfg) -> None:
    (project / "models.py").write_text(MODELS + "\nclass Team(BaseModel):\n    title: str\n")
    result = pfg(
        "gen",
        "json",
        "models.py",
        "-n",
        "3",
        "--emit",
        "text",
        "--out",
        "{model}",
        "--plugin",
        "tests.plugins.samples:TWO",
    )
    assert result.exit_code == 0, result.output
    assert result.stderr.splitlines() == ["wrote User.2", "wrote Team.2"]
    assert (project / "Team.2").read_text() == "2"


TEST = """
from pytest_fixturegen import pfg_fixture
from models import User

user = pfg_fixture(User)

def test_badge(user):
    assert user.badge == "badge of pytest"
"""


def test_pytest_plugins_are_set_by_flag_ini_file_and_pyproject(
    pytester: pytest.Pytester,
) -> None:
    pytester.makepyfile(
        test_badge=TEST,
        models=MODELS,
        house_rules=PLUGIN.format(name="house_rules", body="return 'badge of pytest'"),
    )
    settings = [["--pfg-plugins=house_rules"], ["-o", "pfg_plugins=house_rules"], []]
    for words in settings:
        if not words:
            pytester.makepyprojecttoml('[tool.pytest_fixturegen]\nplugins = ["house_rules"]\n')
        result = pytester.runpytest_inprocess("-p", "no:asyncio", *words)
        result.assert_outcomes(passed=1)
        result.stdout.fnmatch_lines("pfg: *plugins=house_rules (*")
    result = pytester.runpytest_inprocess("-p", "no:asyncio", "--pfg-plugins=nowhere")
    assert result.ret == pytest.ExitCode.USAGE_ERROR, result.stderr.str()
    result.stderr.fnmatch_lines("*The plugin 'nowhere' failed: ModuleNotFoundError*")

"""``pfg trust``, ``--trust``, and commands in projects that the user does not trust."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pytest_fixturegen.errors import CONTROL_CHARACTERS
from tests.functional.conftest import Pfg, assert_exit_code, assert_success, error_of
from tests.functional.test_serve import run_server

WIDENING = '[tool.pytest_fixturegen]\nallow_read = ["/etc/hostname"]\nseed = 7\n'
READER = """
from pathlib import Path
from pydantic import BaseModel

class Host(BaseModel):
    name: str = Path("/etc/hostname").read_text()
"""


@pytest.fixture(autouse=True)
def trust_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that remembers trust, outside of the project."""
    folder = tmp_path_factory.mktemp("config")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    return folder


@pytest.fixture
def reader(project: Path) -> str:
    """Write a project whose models need a right that its configuration grants; return it."""
    (project / "pyproject.toml").write_text(WIDENING)
    (project / "reader.py").write_text(READER)
    return "reader.py"


def test_a_project_is_refused_until_it_is_trusted(pfg: Pfg, project: Path, reader: str) -> None:
    refused = pfg("list", reader, "--json-errors")
    assert_exit_code(refused, 70)
    error = error_of(refused)
    assert error["kind"] == "ConfigError"
    assert error["details"] == {"file": str(project / "pyproject.toml"), "keys": ["allow_read"]}
    trusted = pfg("trust")
    assert_success(trusted)
    assert trusted.stderr == f"trusted {project / 'pyproject.toml'}: allow_read\n"
    assert_success(pfg("list", reader))
    (project / "pyproject.toml").write_text(WIDENING.replace("hostname", "shadow"))
    changed = pfg("list", reader)
    assert_exit_code(changed, 70)
    assert "trust in an earlier version" in changed.stderr


def test_comments_do_not_end_trust(pfg: Pfg, project: Path, reader: str) -> None:
    assert_success(pfg("trust", "pyproject.toml"))
    (project / "pyproject.toml").write_text(f"# a comment\n{WIDENING}[project]\nname = 'x'\n")
    assert_success(pfg("list", reader))


def test_trust_for_one_run_also_ends_the_sandbox(pfg: Pfg, reader: str) -> None:
    result = pfg("list", reader, "--trust")
    assert_success(result)
    assert "sandbox: off" in result.stderr
    assert_success(pfg("list", reader, PFG_TRUST="1"))
    assert_exit_code(pfg("list", reader), 70)


def test_trust_with_a_strict_sandbox_obeys_grants(pfg: Pfg, reader: str) -> None:
    result = pfg("list", reader, "--trust", "--sandbox", "strict", "-v")
    assert_success(result)
    assert "Landlock" in result.stderr


def test_a_strict_sandbox_on_the_line_beats_every_file(pfg: Pfg, project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool.pytest_fixturegen]\ntrust = true\n")
    line = ("list", "app/models.py", "--sandbox", "strict", "-v")
    for environment in ({}, {"PFG_CONFIG": "pyproject.toml"}, {"PFG_TRUST": "1"}):
        result = pfg(*line, **environment)
        assert_success(result)
        assert "Landlock" in result.stderr
        assert "sandbox: off" not in result.stderr


@pytest.mark.parametrize("repeated", [["--allow-read", "/etc/hostname"], ["--config", "own.toml"]])
def test_what_the_user_repeats_is_obeyed(
    pfg: Pfg, project: Path, reader: str, repeated: list[str]
) -> None:
    (project / "own.toml").write_text('allow_read = ["/etc/hostname"]\n')
    assert_success(pfg("list", reader, *repeated))


@pytest.mark.parametrize("name", ["pyproject.toml", "pfg.yaml"])
def test_the_other_table_and_yaml_need_trust_as_well(pfg: Pfg, project: Path, name: str) -> None:
    text = {"pfg.yaml": "trust: true\n"}
    legacy = "[tool.pydantic_fixturegen]\ntrust = true\n"
    (project / name).write_text(text.get(name, legacy))
    result = pfg("list", "app/models.py")
    assert_exit_code(result, 70)
    assert f"{name} sets 'trust'" in result.stderr


def test_harmless_options_of_the_project_are_obeyed(pfg: Pfg, project: Path) -> None:
    options = 'n = 2\nout = "out/{model}.json"\nindent = 2\n'
    (project / "pyproject.toml").write_text(
        f"[tool.pytest_fixturegen]\nseed = 7\ntimeout = 9\n[tool.pytest_fixturegen.json]\n{options}"
    )
    assert_success(pfg("gen", "json", "app/models.py:User"))
    assert len(json.loads((project / "out" / "User.json").read_text())) == 2


def test_a_command_does_not_ask_for_options_of_others(pfg: Pfg, project: Path) -> None:
    (project / "pyproject.toml").write_text(
        '[tool.pytest_fixturegen.persist]\nhandler = "app.sink:Sink"\n'
    )
    assert_success(pfg("list", "app/models.py"))
    assert_exit_code(pfg("persist", "app/models.py"), 70)


def test_an_alias_of_the_project_cannot_hide_a_handler(pfg: Pfg, project: Path) -> None:
    (project / "pyproject.toml").write_text(
        '[tool.pytest_fixturegen.persistence.handlers]\njsonl = {path = "app.evil:Handler"}\n'
    )
    (project / "app" / "evil.py").write_text("open('pwned', 'w')\n")
    line = ("persist", "app/models.py:User", "-H", "jsonl", "--handler-config", '{"path": "x"}')
    refused = pfg(*line)
    assert_exit_code(refused, 70)
    assert "'persistence.handlers'" in refused.stderr
    assert not (project / "pwned").exists()


def test_a_trusted_alias_works(pfg: Pfg, project: Path) -> None:
    (project / "pyproject.toml").write_text(
        "[tool.pytest_fixturegen.persistence.handlers]\n"
        'sink = {path = "jsonl", options = {path = "${PLACE}.jsonl"}}\n'
    )
    line = ("persist", "app/models.py:User", "-H", "sink")
    assert_exit_code(pfg(*line, PLACE="sent"), 70)
    assert_success(pfg("trust"))
    assert_success(pfg(*line, PLACE="sent"))
    assert (project / "sent.jsonl").exists()


def test_a_shared_folder_sets_no_options(pfg: Pfg, project: Path) -> None:
    (project / "pyproject.toml").write_text(WIDENING)
    project.chmod(0o1777)
    result = pfg("list", "app/models.py")
    assert_success(result)
    assert "is ignored, because other users can write it" in result.stderr
    refused = pfg("trust")
    assert_exit_code(refused, 70)
    assert "has no configuration to trust" in refused.stderr
    named = pfg("trust", "pyproject.toml")
    assert_exit_code(named, 70)
    assert "other users can write it" in named.stderr


def test_the_list_shows_what_has_changed(pfg: Pfg, project: Path, reader: str) -> None:
    assert pfg("trust", "--list").stdout == ""
    pfg("trust")
    file = str(project / "pyproject.toml")
    assert pfg("trust", "--list").stdout == f"trusted   {file}\n"
    (project / "pyproject.toml").write_text(WIDENING.replace("7", "8"))
    assert pfg("trust", "--list").stdout == f"changed   {file}\n"
    (project / "pyproject.toml").write_text("[tool.pytest_fixturegen]\nbogus = 1\n")
    assert pfg("trust", "--list").stdout == f"changed   {file}\n"
    (project / "pyproject.toml").unlink()
    assert pfg("trust", "--list").stdout == f"missing   {file}\n"
    assert_success(pfg("trust", "--revoke", file))
    assert pfg("trust", "--list").stdout == ""


def test_the_list_prints_no_control_characters(pfg: Pfg, project: Path) -> None:
    folder = project / "d\x1b]0;x\x07"
    folder.mkdir()
    (folder / "pyproject.toml").write_text("[tool.pytest_fixturegen]\ntimeout = 20.5\n")
    assert_success(pfg("trust", str(folder)))
    result = pfg("trust", "--list")
    assert "]0;x" in result.stdout
    assert not CONTROL_CHARACTERS.search(result.stdout)


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        ((), 70, ". has no configuration to trust"),
        (("missing",), 70, "missing has no configuration to trust"),
        (("--revoke",), 70, "You do not trust ."),
        (("app/models.py",), 70, "app/models.py"),
        (("--list", "--revoke"), 2, "mutually exclusive"),
    ],
)
def test_wrong_uses_of_trust_are_one_sentence(
    pfg: Pfg, words: tuple[str, ...], code: int, part: str
) -> None:
    result = pfg("trust", *words)
    assert_exit_code(result, code)
    assert part in result.stderr


def test_config_shows_the_project_and_warns(pfg: Pfg, reader: str) -> None:
    result = pfg("config", "--show-origin")
    assert_success(result)
    assert 'allow_read = ["/etc/hostname"]  # allow_read in [tool' in result.stdout
    assert "pyproject.toml sets 'allow_read': expected your trust" in result.stderr
    assert "expected your trust" not in pfg("config", "--trust").stderr


API = """
resources:
  users:
    fields: {name: string}
options:
"""


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ("  seedScript: seeds.py", "seedScript"),
        ("  database: {adapter: 'shutil:rmtree', dbPath: data}", "database.adapter"),
        ("  database: {adapter: json-file, dbPath: ../db.json}", "database.dbPath"),
        ("  database: {dbPath: 'postgresql://example.com/db'}", "database.dbPath"),
        ("  snapshots: {directory: /var/snapshots}", "snapshots.directory"),
    ],
)
def test_code_and_paths_of_an_api_file_need_trust(
    pfg: Pfg, project: Path, options: str, key: str
) -> None:
    (project / "api.yml").write_text(API + options)
    (project / "seeds.py").write_text("open('pwned', 'w')\n")
    refused = pfg("serve", "api.yml", "--port", "0", "--json-errors")
    assert_exit_code(refused, 70)
    error = error_of(refused)
    assert key in error["details"]["keys"]  # type: ignore[index]
    assert "pfg trust api.yml" in str(error["hint"])
    assert not (project / "pwned").exists()


@pytest.mark.parametrize("name", ["pfg-store.json", "pfg-store.json.log", "pfg-store.snapshots"])
def test_links_of_the_checkout_are_no_storage(
    pfg: Pfg, project: Path, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    target = tmp_path_factory.mktemp("home") / ".bashrc"
    target.write_text("precious\n")
    (project / name).symlink_to(target)
    (project / "api.yml").write_text(API + "  database: {adapter: json-file}\n")
    refused = pfg("serve", "api.yml", "--port", "0", "--reset")
    assert_exit_code(refused, 60)
    assert f"{name} is a symbolic link" in refused.stderr
    assert target.read_text() == "precious\n"


def test_overrides_of_the_project_run_no_code_in_the_server(pfg: Pfg, project: Path) -> None:
    (project / "api.yml").write_text(API.replace("options:", ""))
    (project / "pyproject.toml").write_text(
        "[tool.pytest_fixturegen.overrides]\n"
        '"users.name" = {value = "touch pwned", post_generate = "os:system"}\n'
    )
    refused = pfg("serve", "api.yml", "--port", "0")
    assert_exit_code(refused, 70)
    assert "'overrides'" in refused.stderr
    assert not (project / "pwned").exists()


def test_a_trusted_api_file_runs_its_code(pfg: Pfg, project: Path) -> None:
    (project / "api.yml").write_text(API + "  seedScript: seeds.py")
    (project / "names.py").write_text("NAME = 'Ada'\n")
    (project / "seeds.py").write_text(
        "def generate():\n    from names import NAME\n    return {'users': [{'name': NAME}]}\n"
    )
    assert_success(pfg("trust", str(project / "api.yml")))
    with run_server("api.yml") as client:
        assert [user["name"] for user in client.get("/users").json()] == ["Ada"]
    (project / "api.yml").write_text(API + "  seedScript: names.py")
    assert_exit_code(pfg("serve", "api.yml", "--port", "0"), 70)

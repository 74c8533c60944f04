"""No command replaces a file of another kind, and each replaces its own output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.functional.conftest import Pfg, assert_success, error_of

USER = "app/models.py:User"
JSONL = ("persist", USER, "-H", "jsonl", "--handler-config", '{"path": "PATH"}')
HTTP = ("persist", USER, "-H", "memory", "--journal", "PATH")
COMMANDS = {
    # command with PATH: its own file has this suffix
    "json": (("gen", "json", USER, "--out", "PATH"), ".json"),
    "indented": (("gen", "json", USER, "--indent", "2", "--out", "PATH"), ".json"),
    "jsonl": (("gen", "json", USER, "--jsonl", "--out", "PATH"), ".jsonl"),
    "schema": (("gen", "schema", USER, "--out", "PATH"), ".json"),
    "fixtures": (("gen", "fixtures", USER, "--out", "PATH"), ".py"),
    "overrides": (("gen", "overrides", USER, "--out", "PATH"), ".py"),
    "seeds": (("gen", "json", USER, "--freeze-seeds", "--freeze-seeds-file", "PATH"), ".json"),
    "page": (("doctor", USER, "-n", "2", "--html", "PATH"), ".html"),
    "sink": (JSONL, ".jsonl"),
    "journal": (HTTP, ".journal"),
    "database": (
        ("persist", USER, "-H", "sqlite-json", "--handler-config", '{"database": "PATH"}'),
        ".db",
    ),
}
FOREIGN_FILES = {
    "service.py": '"""My service."""\n\nTOKEN = 1\n' * 40,
    "package.json": json.dumps({"name": "shop", "version": "1.0.0"}, indent=2) + "\n",
    "index.html": "<!doctype html>\n<title>Shop</title>\n" * 20,
    "NOTES.md": "# Notes\n\nTo do.\n" * 50,
}


def run(pfg: Pfg, command: str, path: str, *words: str, seed: int = 0) -> Result:
    """Run the command of COMMANDS with *path*, and return its result."""
    command_line = [word.replace("PATH", path) for word in COMMANDS[command][0]]
    return pfg(*command_line, *words, PFG_SEED=str(seed))


FOREIGN_PAIRS = [
    (command, list(FOREIGN_FILES)[(number + turn) % len(FOREIGN_FILES)])
    for number, command in enumerate(COMMANDS)
    for turn in range(2)
]
"""Two files of other kinds for each command: together, each file with several commands."""


@pytest.mark.parametrize(("command", "name"), FOREIGN_PAIRS)
def test_a_file_of_another_kind_is_never_replaced(
    pfg: Pfg, project: Path, command: str, name: str
) -> None:
    (project / name).write_text(FOREIGN_FILES[name])
    result = run(pfg, command, name, "--json-errors")
    assert error_of(result)["hint"]
    assert (project / name).read_text() == FOREIGN_FILES[name]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_source_of_the_target_is_never_replaced(pfg: Pfg, project: Path, command: str) -> None:
    source = (project / "app" / "models.py").read_text()
    result = run(pfg, command, "app/models.py", "--json-errors")
    assert error_of(result)["message"]
    assert (project / "app" / "models.py").read_text() == source


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_replaces_its_own_output_and_empty_files(
    pfg: Pfg, project: Path, command: str
) -> None:
    path = f"mine{COMMANDS[command][1]}"
    (project / path).touch()
    if command == "seeds":  # an empty file of seeds is more likely damaged than new
        (project / path).unlink()
    for seed in (1, 2):
        assert_success(run(pfg, command, path, seed=seed))


def test_a_record_of_each_file_is_written_again(pfg: Pfg, project: Path) -> None:
    words = ("gen", "json", USER, "-n", "2", "--indent", "2", "--out", "out/{index}.json")
    for seed in ("1", "2"):
        assert_success(pfg(*words, "--seed", seed))
    assert sorted(path.name for path in (project / "out").iterdir()) == ["0.json", "1.json"]


def test_a_check_reads_any_file(pfg: Pfg, project: Path) -> None:
    (project / "NOTES.md").write_text("# Notes\n")
    result = pfg("gen", "json", USER, "--out", "NOTES.md", "--check")
    assert result.exit_code == 1
    assert "# Notes" in result.stdout


def test_an_exit_of_a_handler_is_reported_as_json(pfg: Pfg, project: Path) -> None:
    (project / "leaving_sinks.py").write_text("import sys\ndef send(batch):\n    sys.exit(3)\n")
    body = error_of(pfg("persist", USER, "-H", "leaving_sinks:send", "--json-errors"))
    assert body["code"] == 50
    assert "SystemExit: 3" in str(body["message"])


def test_failed_models_are_counted_among_all(pfg: Pfg, project: Path) -> None:
    (project / "app" / "mixed.py").write_text(
        "from pydantic import BaseModel, Field\n"
        + "".join(f"class Bad{n}(BaseModel):\n    x: int = Field(ge=5, le=3)\n" for n in (1, 2))
        + "".join(f"class Good{n}(BaseModel):\n    x: int\n" for n in (1, 2, 3))
    )
    result = pfg("persist", "app/mixed.py", "-H", "memory", "-n", "2")
    assert "delivered 6 records" in result.stderr
    assert "2 of 5 models could not be served; the others are delivered." in result.stderr
    assert "0 records" not in result.stderr


def test_paths_of_the_project_file_start_at_its_folder(
    pfg: Pfg, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "pyproject.toml").write_text(
        "[tool.pytest_fixturegen.json]\nout = 'out/users.json'\n"
        "[tool.pytest_fixturegen.persist]\njournal = 'run.journal'\nkeep_journal = true\n"
        "handler_config = {path = 'out/sent.jsonl'}\n"
    )
    (project / "deep").mkdir()
    monkeypatch.chdir(project / "deep")
    assert_success(pfg("gen", "json", "../app/models.py:User"))
    assert_success(pfg("persist", "../app/models.py:User", "-H", "jsonl"))
    config = ("--handler-config", '{"path": "here.jsonl"}')
    assert_success(pfg("persist", "../app/models.py:User", "-H", "jsonl", *config))
    files = {str(path.relative_to(project)) for path in project.rglob("*") if path.is_file()}
    assert {"out/users.json", "out/sent.jsonl", "run.journal", "deep/here.jsonl"} <= files


def test_random_records_cannot_be_resumed(pfg: Pfg) -> None:
    result = pfg("persist", USER, "-H", "memory", "--rng-mode", "entropy", "--resume")
    assert result.exit_code == 2
    assert "entropy" in result.stderr

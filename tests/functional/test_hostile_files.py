"""Links, pipes and devices that a checkout puts where a command writes."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.functional.conftest import Pfg, assert_success
from tests.functional.test_overwrites import COMMANDS, USER, run

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and pipes of Unix")

REFUSALS = (2, 30, 50, 70)
"""The exit codes of a path that cannot be used; 2 and 70 are those of journals and seeds."""


@pytest.fixture
def outside(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that does not belong to the project."""
    return tmp_path_factory.mktemp("outside")


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_writes_through_a_link_or_waits_for_a_pipe(
    pfg: Pfg, project: Path, outside: Path, command: str
) -> None:
    suffix = COMMANDS[command][1]
    link, made, pipe = f"link{suffix}", f"folder/made{suffix}", f"pipe{suffix}"
    Path(link).symlink_to(outside / "new")
    Path("folder").symlink_to(outside)
    os.mkfifo(pipe)
    # All commands write by the same functions: a third of the paths is tried with each.
    own = (link, made, pipe)[list(COMMANDS).index(command) % 3]
    for name in (link, made, pipe) if command in ("json", "sink") else (own,):
        result = run(pfg, command, name)
        assert result.exit_code in REFUSALS, result.output
        assert name in result.stderr
    assert list(outside.iterdir()) == []


def test_files_that_nobody_named_are_never_links(pfg: Pfg, project: Path, outside: Path) -> None:
    Path("app/.app.models.User.jsonl.pfg-journal").symlink_to(outside / "journal")
    Path(".pfg-seeds.json").symlink_to("seeds.json")
    Path("tests").mkdir()
    Path("tests/conftest.py").symlink_to(outside / "conftest.py")
    persist = ("persist", USER, "-H", "jsonl", "--handler-config", '{"path": "x.jsonl"}')
    for words in (persist, ("gen", "json", USER, "--freeze-seeds"), ("init", USER)):
        result = pfg(*words)
        assert result.exit_code in REFUSALS, result.output
        assert "symbolic link" in result.stderr or "leads out" in result.stderr
    assert list(outside.iterdir()) == []
    assert not Path("seeds.json").exists()


def test_the_lock_of_a_file_is_not_followed(pfg: Pfg, project: Path, outside: Path) -> None:
    (outside / "precious").write_text("precious")
    Path(".x.jsonl.pfg-lock").symlink_to(outside / "precious")
    Path(".y.jsonl.pfg-lock").symlink_to(outside / "new")
    for name in ("x", "y"):
        result = run(pfg, "sink", f"{name}.jsonl")
        assert result.exit_code == 50, result.output
    assert (outside / "precious").read_text() == "precious"
    assert not (outside / "new").exists()


def test_a_link_within_the_project_is_followed_if_it_is_named(pfg: Pfg, project: Path) -> None:
    Path("data").mkdir()
    Path("link.json").symlink_to("data/users.json")
    Path("User.json").symlink_to("data/other.json")
    assert_success(pfg("gen", "json", USER, "--out", "link.json"))
    assert Path("link.json").is_symlink()
    assert json.loads(Path("data/users.json").read_text())
    assert pfg("gen", "json", USER, "--out", "{model}.json").exit_code == 30
    assert not Path("data/other.json").exists()


def test_a_grant_does_not_follow_a_link_out_of_the_project(
    pfg: Pfg, project: Path, outside: Path
) -> None:
    Path("data").symlink_to(outside)
    result = pfg("list", "app/models.py", "--allow-write", "data")
    assert result.exit_code == 2, result.output
    assert "leads out of the working directory" in result.stderr


def test_a_device_that_is_named_is_written_to(pfg: Pfg, project: Path) -> None:
    assert_success(pfg("gen", "json", USER, "--out", os.devnull))
    reader, writer = os.pipe()
    try:
        assert_success(pfg("gen", "json", USER, "--out", f"/dev/fd/{writer}"))
        assert json.loads(os.read(reader, 1 << 16))
    finally:
        os.close(reader)
        os.close(writer)


@pytest.mark.parametrize("kind", ["pipe", "device", "holes"])
def test_files_that_commands_read_do_not_hold_them_up(pfg: Pfg, project: Path, kind: str) -> None:
    for name in ("app/broken.py", ".pfg-seeds.json", "pfg.yaml", "tox.ini"):
        if kind == "pipe":
            os.mkfifo(name)
        elif kind == "device":
            Path(name).symlink_to("/dev/zero")
        else:
            with Path(name).open("wb") as file:
                file.truncate(1 << 36)
    result = pfg("list", "app/models.py")
    assert result.exit_code in (0, 70), result.output
    Path("pfg.yaml").unlink()
    assert_success(pfg("list", "app/models.py"))
    result = pfg("gen", "json", USER, "--freeze-seeds")
    assert result.exit_code in (30, 70), result.output
    assert ".pfg-seeds.json" in result.stderr


@pytest.mark.parametrize("name", ["pyproject.toml", "tox.ini", "conftest.py"])
def test_init_adds_to_no_pipe_and_to_no_device(pfg: Pfg, project: Path, name: str) -> None:
    Path(name).symlink_to("/dev/zero")
    assert pfg("init").exit_code in (0, 30)
    Path(name).unlink()
    os.mkfifo(name)
    assert pfg("init").exit_code in (0, 30)


def test_a_link_to_itself_is_an_error_with_a_sentence(pfg: Pfg, project: Path) -> None:
    Path("loop").symlink_to("loop")
    for words in (
        ("gen", "json", USER, "--out", "loop"),
        ("gen", "json", USER, "--out", "loop/{model}.json"),
        ("doctor", USER, "-n", "1", "--html", "loop"),
        ("persist", USER, "-H", "jsonl", "--handler-config", '{"path": "loop"}'),
        ("list", "loop"),
    ):
        result = pfg(*words)
        assert result.exit_code in (10, 30, 50), result.output

"""``--watch`` in a real process, with real edits, until Ctrl-C."""

from __future__ import annotations

import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pytest_fixturegen.cli.watch import MAX_FOLDERS, _list_code_folders
from tests.functional.conftest import MODELS, Pfg, restore_sigint


class WatchProcess:
    """A running ``pfg ... --watch`` and the lines it prints."""

    def __init__(self, *words: str) -> None:
        command = [sys.executable, "-u", "-m", "pytest_fixturegen", *words, "--watch"]
        self.child = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=restore_sigint,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.reader = threading.Thread(target=self._read)
        self.reader.start()

    def _read(self) -> None:
        for line in self.child.stderr or ():
            self.lines.put(line.rstrip())

    def read_until(self, part: str) -> list[str]:
        """Return the lines up to the first one that contains *part*."""
        received = [self.lines.get(timeout=60)]
        while part not in received[-1]:
            received.append(self.lines.get(timeout=60))
        return received


@contextmanager
def watch(*words: str) -> Iterator[WatchProcess]:
    process = WatchProcess(*words)
    try:
        yield process
    finally:
        process.child.kill()
        process.child.wait()
        process.reader.join()
        assert process.child.stderr
        process.child.stderr.close()


def test_watch_rewrites_on_change_survives_errors_and_ends_on_ctrl_c(project: Path) -> None:
    models = project / "app" / "models.py"
    with watch("gen", "fixtures", "app/models.py", "--out", "app/made.py") as process:
        assert process.read_until("wrote")[0] == "watching app, .; stop with Ctrl-C"
        models.write_text(MODELS.replace("city: str", "town: str"))
        assert process.read_until("wrote") == ["changed app/models.py", "wrote app/made.py"]
        assert "town=" in (project / "app" / "made.py").read_text()
        models.write_text("from pydantic import BaseModel\nclass User(BaseModel:\n")
        assert "SyntaxError" not in process.read_until("error: ")[-1]
        models.write_text(MODELS)
        assert process.read_until("wrote")[-1] == "wrote app/made.py"
        (project / "pyproject.toml").write_text("[tool.pytest_fixturegen]\nseed = 9\n")
        assert process.read_until("wrote") == ["changed pyproject.toml", "wrote app/made.py"]
        (project / "app" / "notes.txt").write_text("no code")
        process.child.send_signal(signal.SIGINT)
        assert process.child.wait(60) == 0
    assert process.lines.empty()


def test_a_package_created_later_is_watched(project: Path) -> None:
    package = project / "app" / "parts"
    with watch("gen", "json", "app/models.py:User", "--out", "out.json") as process:
        process.read_until("wrote")
        package.mkdir()
        (package / "__init__.py").touch()
        assert process.read_until("unchanged")[0].startswith("changed app/parts")
        (package / "sizes.py").write_text("LARGE = 9\n")
        assert "changed app/parts/sizes.py" in process.read_until("unchanged")


@pytest.mark.parametrize("command", ["json", "fixtures", "schema", "overrides"])
def test_without_watchfiles_the_error_names_the_package(
    pfg: Pfg, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = pfg("gen", command, "app/models.py", "--out", "made.json", "--watch")
    assert result.exit_code == 2, result.output
    assert "pip install 'pytest-fixturegen[watch]'" in result.stderr
    assert not Path("made.json").exists()


def test_links_in_the_project_are_not_followed(project: Path) -> None:
    for name, target in (("here", "."), ("again", ".."), ("root", "/")):
        (project / "app" / name).symlink_to(target)
    assert list(_list_code_folders(project)) == [project, project / "app"]
    with watch("gen", "json", "app/models.py:User", "--out", "out.json") as process:
        assert process.read_until("wrote")[-1] == "wrote out.json"


def test_the_number_of_watched_folders_has_a_limit(tmp_path: Path) -> None:
    deepest = tmp_path
    for _ in range(40):
        for number in range(1, 130):
            (deepest / f"f{number}").mkdir()
        deepest /= "f1"
    assert len(list(_list_code_folders(tmp_path))) == MAX_FOLDERS

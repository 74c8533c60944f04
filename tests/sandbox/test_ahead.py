"""The child that starts while the command line is read: it is used where it will do, and ends where it is not."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pytest_fixturegen.sandbox import prestart

TELLS = """
import json, os, sys
from pydantic import BaseModel

class Told(BaseModel):
    variables: str = json.dumps(dict(os.environ))
    modules: str = json.dumps(sorted(sys.modules))
"""


@pytest.fixture(autouse=True)
def nothing_waits(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    yield
    prestart.stop_waiting_children()


def told(folder: Path, *flags: str, **variables: str) -> dict[str, list[str] | dict[str, str]]:
    """What the target of a command sees."""
    (folder / "tells.py").write_text(TELLS)
    command = [sys.executable, "-m", "pytest_fixturegen", "gen", "json", "tells.py", *flags]
    without = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ran = subprocess.run(
        command, cwd=folder, env={**without, **variables}, capture_output=True, check=True
    )
    return {name: json.loads(value) for name, value in json.loads(ran.stdout)[0].items()}


@pytest.mark.parametrize(
    "line",
    [
        "gen json models.py --help",
        "list models.py --ast",
        "config",
        "--version",
        "",
        "doctor models.py",
    ],
)
def test_no_child_is_started_for_what_needs_none(line: str) -> None:
    prestart.prestart_child(line.split())
    assert prestart.waiting_children == []


def test_no_child_is_started_ahead_where_variables_say_what_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", "vendored")
    prestart.prestart_child(["gen", "json", "models.py"])
    assert prestart.waiting_children == []


def test_a_child_that_is_asked_nothing_is_ended() -> None:
    prestart.prestart_child(["gen", "json", "models.py"])
    (child,) = prestart.waiting_children
    prestart.stop_waiting_children()
    assert child.returncode == -signal.SIGKILL


def test_a_child_goes_when_its_parent_is_killed() -> None:
    code = "import os; from pytest_fixturegen.sandbox import prestart; prestart.prestart_child(['gen']); print(prestart.waiting_children[0].pid, flush=True)"
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}; os.kill(os.getpid(), 9)"],
        capture_output=True,
        text=True,
        check=False,
    )
    deadline = time.monotonic() + 30
    while Path(f"/proc/{int(ran.stdout)}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(f"/proc/{int(ran.stdout)}").exists()


def test_the_target_sees_the_same_variables_as_ever(tmp_path: Path) -> None:
    seen = told(tmp_path, API_TOKEN="KEY-41d8", TZ="Europe/Oslo")["variables"]
    assert isinstance(seen, dict)
    assert "API_TOKEN" not in seen
    assert seen["TZ"] == "Europe/Oslo"
    assert seen["HOME"] == seen["TMPDIR"] != os.environ["HOME"]


def test_a_variable_that_is_granted_is_there_from_the_start(tmp_path: Path) -> None:
    seen = told(tmp_path, "--allow-env", "API_TOKEN", API_TOKEN="KEY-41d8")["variables"]
    assert isinstance(seen, dict)
    assert seen["API_TOKEN"] == "KEY-41d8"


def test_words_of_the_usual_locale_need_no_faker(tmp_path: Path) -> None:
    assert [name for name in told(tmp_path)["modules"] if name.startswith("faker")] == []

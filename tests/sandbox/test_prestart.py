"""The child that starts before the command line is read: when it is used, and when it is killed."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pytest_fixturegen.sandbox import prestart

SPY_MODULE = """
import json, os, sys
from pydantic import BaseModel

class Seen(BaseModel):
    variables: str = json.dumps(dict(os.environ))
    modules: str = json.dumps(sorted(sys.modules))
"""


@pytest.fixture(autouse=True)
def no_waiting_children(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    yield
    prestart.stop_waiting_children()


def run_spy(folder: Path, *flags: str, **variables: str) -> dict[str, list[str] | dict[str, str]]:
    """Return the environment and the modules that the target of a command sees."""
    (folder / "spy.py").write_text(SPY_MODULE)
    command = [sys.executable, "-m", "pytest_fixturegen", "gen", "json", "spy.py", *flags]
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
def test_commands_that_need_no_child_start_none(line: str) -> None:
    prestart.prestart_child(line.split())
    assert prestart.waiting_children == []


def test_no_child_is_prestarted_if_pythonpath_is_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", "vendored")
    prestart.prestart_child(["gen", "json", "models.py"])
    assert prestart.waiting_children == []


def test_a_child_without_a_request_is_killed() -> None:
    prestart.prestart_child(["gen", "json", "models.py"])
    (child,) = prestart.waiting_children
    prestart.stop_waiting_children()
    assert child.returncode == -signal.SIGKILL


def test_a_prestarted_child_exits_when_its_parent_is_killed() -> None:
    code = (
        "import os; from pytest_fixturegen.sandbox import prestart; "
        "prestart.prestart_child(['gen']); "
        "print(prestart.waiting_children[0].pid, flush=True)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}; os.kill(os.getpid(), 9)"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert has_exited(int(ran.stdout))


def has_exited(pid: int) -> bool:
    """Wait for the process to exit; a zombie has exited, too."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    poller = select.poll()
    poller.register(descriptor, select.POLLIN)
    try:
        return bool(poller.poll(30_000))
    finally:
        os.close(descriptor)


def test_the_target_sees_harmless_variables_only(tmp_path: Path) -> None:
    seen = run_spy(tmp_path, API_TOKEN="KEY-41d8", TZ="Europe/Oslo")["variables"]
    assert isinstance(seen, dict)
    assert "API_TOKEN" not in seen
    assert seen["TZ"] == "Europe/Oslo"
    assert seen["HOME"] == seen["TMPDIR"] != os.environ["HOME"]


def test_a_granted_variable_is_set_when_the_target_is_imported(tmp_path: Path) -> None:
    seen = run_spy(tmp_path, "--allow-env", "API_TOKEN", API_TOKEN="KEY-41d8")["variables"]
    assert isinstance(seen, dict)
    assert seen["API_TOKEN"] == "KEY-41d8"


def test_the_default_locale_does_not_import_faker(tmp_path: Path) -> None:
    assert [name for name in run_spy(tmp_path)["modules"] if name.startswith("faker")] == []

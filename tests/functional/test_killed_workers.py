"""``--workers``: a killed worker costs its range, Ctrl-C costs everything, and no file is half."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.functional.conftest import Pfg, assert_success, error_of, restore_sigint

SOURCE = """
import os, signal, sys
from pathlib import Path
from typing import Literal
from pydantic import BaseModel, field_validator

class First(BaseModel):
    id: int

class Mortal(BaseModel):
    n: int
    name: str
    grade: Literal["a", "b", "c"]

    @field_validator("name")
    @classmethod
    def die_sometimes(cls, value):
        global calls
        calls += 1
        mark = Path(f"killed-{calls}")
        if calls in DEADLY and not mark.exists():
            mark.touch()
            sys.stdout.flush()
            os.kill(os.getpid(), signal.SIGKILL)
        return value

class Last(BaseModel):
    id: int

calls = 0
"""
WORDS = ("gen", "json", "app/mortal.py", "-n", "1500", "--trust", "--jsonl")
ALWAYS = "range(50, 10**9)"
OLD = '{"old": 1}\n'
needs_two_cores = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2,
    reason="workers are at most as many as cores",
)
pytestmark = needs_two_cores


def write_models(project: Path, deadly: str) -> None:
    (project / "app" / "mortal.py").write_text(SOURCE.replace("DEADLY", deadly))


def test_the_range_of_a_killed_worker_is_made_again(pfg: Pfg, project: Path) -> None:
    write_models(project, "()")
    words = (*WORDS, "--shard-size", "400")
    assert_success(pfg(*words, "--out", "one/{model}-{index}.jsonl", "--workers", "1"))
    # Within the first piece, within a later one, and shortly after a restart.
    write_models(project, "(20, 30, 301)")
    result = pfg(*words, "--out", "two/{model}-{index}.jsonl", "--workers", "2")
    assert_success(result)
    assert result.stderr.count("a worker was killed") == 3
    made = [
        {path.name: path.read_bytes() for path in (project / name).iterdir()}
        for name in ("one", "two")
    ]
    assert (len(made[0]), made[1]) == (12, made[0])


def test_records_are_delivered_once_although_workers_are_killed(pfg: Pfg, project: Path) -> None:
    write_models(project, "(20, 300)")
    words = ("persist", *WORDS[2:-1], "-H", "jsonl")
    for name, workers in (("one.jsonl", "1"), ("two.jsonl", "2")):
        options = json.dumps({"path": name})
        (project / "killed-20").touch() if workers == "1" else (project / "killed-20").unlink()
        (project / "killed-300").touch() if workers == "1" else (project / "killed-300").unlink()
        assert_success(pfg(*words, "--handler-config", options, "--workers", workers))
    assert (project / "two.jsonl").read_bytes() == (project / "one.jsonl").read_bytes()
    assert (project / "killed-300").exists()


@pytest.mark.parametrize("partition", [(), ("--partition-by", "grade")], ids=["whole", "parts"])
def test_the_shard_of_a_killed_worker_is_made_again(
    pfg: Pfg, project: Path, partition: tuple[str, ...]
) -> None:
    write_models(project, "()")
    words = ("gen", "dataset", "app/mortal.py:Mortal", "-n", "1500", "--trust", "--format", "csv")
    words = (*words, "--shard-size", "200", *partition)
    assert_success(pfg(*words, "--out", "one", "--workers", "1"))
    write_models(project, "(20, 30, 301)")
    result = pfg(*words, "--out", "two", "--workers", "2")
    assert_success(result)
    assert result.stderr.count("a worker was killed") == 3
    made = [
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.csv")}
        for folder in (project / "one", project / "two")
    ]
    assert (len(made[0]), made[1]) == (24 if partition else 8, made[0])


def test_a_target_that_always_kills_itself_is_an_error(pfg: Pfg, project: Path) -> None:
    write_models(project, ALWAYS)
    source = (project / "app" / "mortal.py").read_text()
    (project / "app" / "mortal.py").write_text(source.replace("and not mark.exists()", ""))
    result = pfg(*WORDS, "--out", "made.jsonl", "--workers", "2", "--json-errors")
    error = error_of(result)
    assert (result.exit_code, error["details"]) == (40, {"signal": "SIGKILL"})
    assert result.stderr.count("a worker was killed") <= 6
    assert not (project / "made.jsonl").exists()


def list_children(pid: int) -> list[int]:
    """Return the processes that the main thread of *pid* has started."""
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /proc")
def test_ctrl_c_leaves_no_process_and_no_file(project: Path) -> None:
    (project / "made.jsonl").write_text(OLD)
    words = ("-n", "90000000", "--jsonl", "--timeout", "60")
    command = [sys.executable, "-m", "pytest_fixturegen", *WORDS[:2], "app/models.py:User"]
    process = subprocess.Popen(
        [*command, *words, "--out", "made.jsonl", "--workers", "2"],
        preexec_fn=restore_sigint,
        stderr=subprocess.PIPE,
    )
    try:
        deadline = time.monotonic() + 60
        while not any(file.stat().st_size for file in project.glob(".made*")):
            assert process.poll() is None
            assert time.monotonic() < deadline, "nothing is written"
            time.sleep(0.01)
        children = list_children(process.pid)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    finally:
        process.kill()
    assert (process.returncode, b"Traceback" in errors) == (130, False), errors
    assert len(children) == 2
    assert not any(Path(f"/proc/{child}").exists() for child in children)
    assert [path.name for path in project.iterdir() if "made" in path.name] == ["made.jsonl"]
    assert (project / "made.jsonl").read_text() == OLD

"""Targets that play for time: the limit holds, whatever they send, fork, stop or leave behind."""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_fixturegen.config.command_options import (
    DoctorConfig,
    ImportConfig,
    JsonConfig,
    SelectionConfig,
)
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import UnsafeImportViolation
from pytest_fixturegen.sandbox.environment import NO_KERNEL_VARIABLE
from pytest_fixturegen.worker import client, doctor_client

FORGERY = """
import json, os, sys, time

def find_channel():
    frame = sys._getframe()
    while frame:
        if hasattr(frame.f_locals.get("sender"), "_channel"):
            return frame.f_locals["sender"]._channel
        frame = frame.f_back

channel = find_channel()

def frame(tag, payload=b""):
    return tag + len(payload).to_bytes(4, "big") + payload

def send(tag, body):
    channel.write(frame(tag, json.dumps(body).encode()))
    channel.flush()

MODEL = {"model": "User", "outputs": 1, "full_name": "m.User"}
LISTED = {"module": "m", "name": "N", "kind": "model"}
"""
"""Code of a target that speaks the protocol of the child."""

USER = "from pydantic import BaseModel\nclass User(BaseModel):\n    id: int = 1\n"


@pytest.fixture
def write_target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that writes ``models.py`` in the working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)

    def write(code: str) -> None:
        (tmp_path / "models.py").write_text(f"{textwrap.dedent(code)}\n{USER}")

    return write


def run_list(imports: ImportConfig) -> None:
    """Run the job of ``pfg list``."""
    client.list_models("models.py", SelectionConfig(), imports)


def run_json(imports: ImportConfig) -> None:
    """Run the job of ``pfg gen json``, with two workers if there are two cores."""
    settings = JsonConfig(n=2000, workers=2, out="out.json")
    config, selection = GenerationConfig(), SelectionConfig()
    client.emit_json("models.py", settings, config, selection, imports, stdout=sys.stdout.buffer)


def run_explain(imports: ImportConfig) -> None:
    """Run the job of ``pfg gen explain``."""
    client.explain_models("models.py", GenerationConfig(), SelectionConfig(), imports)


def run_doctor(imports: ImportConfig) -> None:
    """Run ``pfg doctor``, which reports the violation."""
    result = doctor_client.examine_target(
        "models.py", DoctorConfig(), GenerationConfig(), SelectionConfig(), imports
    )
    assert result.violation is not None
    raise result.violation


Run = Callable[[ImportConfig], None]

PLAYS: list[tuple[Run, str, str]] = [
    (run_list, "while True: send(b'R', LISTED); time.sleep(0.1)", "time"),
    (run_list, "while True: send(b'R', LISTED)", "models"),
    (run_list, "while True: channel.write(frame(b'A', b'x') * 1000)", "attempts"),
    (run_json, "while True: send(b'M', MODEL)", "models"),
    (
        run_explain,
        "send(b'M', MODEL)\nwhile True: channel.write(frame(b'A')); time.sleep(0.1)",
        "time",
    ),
    (run_doctor, "send(b'M', MODEL)\nsend(b'O', {'model': 'User'})\nwhile True: pass", "time"),
    (
        run_json,
        "send(b'M', MODEL); send(b'O', {'model': 'User', 'place': 0})\n"
        "while True: channel.write(frame(b'D', b'x')); channel.flush(); time.sleep(0.1)",
        "time",
    ),
    (
        run_json,
        "send(b'M', MODEL); send(b'O', {'model': 'User', 'place': 0})\n"
        "while True: channel.write(frame(b'D', b'x' * 1000000))",
        "record",
    ),
    (run_list, "import signal; os.kill(os.getpid(), signal.SIGSTOP)", "time"),
    (
        run_list,
        "for n in range(60): os.mkdir(os.environ['HOME'] + f'/{n}'); "
        "path = os.environ['HOME'] + '/0'\n"
        "for n in range(60): path += '/' + 'd' * 50; os.mkdir(path)\n"
        "while True: pass",
        "disk",
    ),
]


@pytest.mark.parametrize(
    ("run", "code", "limit"), PLAYS, ids=[f"{run.__name__} {limit}" for run, _, limit in PLAYS]
)
def test_a_target_that_plays_for_time_ends_at_a_limit(
    write_target: Callable[[str], None], run: Run, code: str, limit: str
) -> None:
    write_target(FORGERY + code)
    with pytest.raises(UnsafeImportViolation) as caught:
        run(ImportConfig(timeout=60 if limit != "time" else 1.5))
    assert caught.value.facts["limit"] == limit


def test_a_deliberate_attempt_ends_the_run_before_the_limit(
    write_target: Callable[[str], None],
) -> None:
    write_target(
        """
        import time
        while True:
            try:
                open("/etc/new", "w")
            except OSError:
                time.sleep(1)
        """
    )
    with pytest.raises(UnsafeImportViolation, match="write /etc/new"):
        run_list(ImportConfig(timeout=1e6))


@pytest.mark.parametrize("leave", ["while True: pass", "os._exit(0)"], ids=["loop", "exit"])
@pytest.mark.parametrize("session", ["", "os.setsid()"], ids=["same session", "new session"])
def test_a_forked_process_does_not_prolong_the_wait(
    write_target: Callable[[str], None], leave: str, session: str
) -> None:
    code = (
        f"import os, time\nif os.fork() == 0:\n    {session}\n    time.sleep(60)\n    os._exit(0)"
    )
    write_target(f"{code}\n{leave}")
    with pytest.raises(UnsafeImportViolation) as caught:
        run_list(ImportConfig(trust=True, timeout=1.5))
    assert caught.value.facts["limit"] == "time"


LEAVES = {
    "trusted": ("--trust", "0", "os.fork()"),
    "without kernel layers": ("--sandbox=auto", "1", "0"),
    "in the sandbox": ("--sandbox=auto", "0", "0"),
}


@pytest.mark.parametrize("way", LEAVES)
def test_no_process_outlives_a_parent_that_is_killed(
    write_target: Callable[[str], None], way: str
) -> None:
    flag, no_kernel, fork = LEAVES[way]
    write_target(
        f"""
        import os, time
        {fork}
        print(os.getpid(), flush=True)
        while True: time.sleep(60)
        """
    )
    command = [sys.executable, "-m", "pytest_fixturegen", "list", "models.py", "--timeout", "600"]
    with subprocess.Popen(
        [*command, flag],
        env={**os.environ, NO_KERNEL_VARIABLE: no_kernel},
        stderr=subprocess.DEVNULL,
    ) as parent:
        try:
            pids = wait_for_processes(parent.pid, 2 if fork != "0" else 1)
            handles = [os.pidfd_open(pid) for pid in pids]
        finally:
            parent.kill()
    assert all(map(wait_for_end, handles))


def wait_for_processes(parent: int, count: int) -> list[int]:
    """Return the ids that the target of *parent* prints, once there are *count* of them."""
    while True:
        pids = [int(line) for line in read_output(parent).splitlines()]
        if len(pids) == count:
            return pids
        time.sleep(0.01)


def read_output(parent: int) -> str:
    """Return what the target of *parent* has printed so far."""
    for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split():
        path = Path(f"/proc/{child}/fd/1")
        with contextlib.suppress(FileNotFoundError):  # the child has ended meanwhile
            if path.readlink().name == "printed":
                return path.read_text()
    return ""


def wait_for_end(handle: int) -> bool:
    """Return whether the process of *handle* ends."""
    poller = select.poll()
    poller.register(handle, select.POLLIN)
    try:
        return bool(poller.poll(30_000))
    finally:
        os.close(handle)


def test_the_error_names_the_limit_in_json(write_target: Callable[[str], None]) -> None:
    write_target("while True: pass")
    command = [sys.executable, "-m", "pytest_fixturegen", "list", "models.py", "--timeout", "1"]
    ran = subprocess.run([*command, "--json-errors"], capture_output=True, check=False)
    assert ran.returncode == 40
    details = json.loads(ran.stdout)["error"]["details"]
    assert details == {"limit": "time", "timeout": 1.0, "phase": "import"}

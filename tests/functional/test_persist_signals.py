"""SIGINT and SIGTERM: batches in flight arrive, and a resumed run sends the rest."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.functional.conftest import Pfg, restore_sigint, wait_for_file

USER = "app.models:User"
WORDS = ("-n", "30", "--batch-size", "5", "--journal", "j")
# The handlers are slow on purpose: the signal arrives while a batch is in flight.
SLOW = """
import asyncio, pathlib, time

class Slow:
    def write(self, batch):
        pathlib.Path("began").touch()
        time.sleep(0.3)
        with open("places.txt", "a") as file:
            print(*range(batch.start, batch.stop), file=file)

class SlowAsync(Slow):
    concurrency = 3

    async def write(self, batch):
        pathlib.Path("began").touch()
        await asyncio.sleep(0.3)
        with open("places.txt", "a") as file:
            print(*range(batch.start, batch.stop), file=file)

class Stuck(Slow):
    def write(self, batch):
        pathlib.Path("began").touch()
        time.sleep(60)

class Failing(Slow):
    def write(self, batch):
        pathlib.Path("began").touch()
        raise ConnectionError("never")
"""


@pytest.fixture
def start(project: Path) -> Callable[..., subprocess.Popen[str]]:
    """Return a function that starts the command and waits until its first batch is in flight."""
    (project / "slow_sinks.py").write_text(SLOW)

    def run(handler: str, *words: str) -> subprocess.Popen[str]:
        command = [
            sys.executable,
            "-m",
            "pytest_fixturegen",
            "persist",
            USER,
            "-H",
            f"slow_sinks:{handler}",
        ]
        process = subprocess.Popen(
            [*command, *WORDS, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        wait_for_file(project / "began")
        return process

    return run


def read_positions(project: Path) -> list[int]:
    return [int(place) for place in (project / "places.txt").read_text().split()]


@pytest.mark.parametrize("handler", ["Slow", "SlowAsync"])
@pytest.mark.parametrize(
    ("number", "code", "kind"),
    [(signal.SIGINT, 130, "InterruptedRun"), (signal.SIGTERM, 143, "TerminatedRun")],
)
def test_batches_in_flight_arrive_and_a_resumed_run_sends_the_rest(
    start: Callable[..., subprocess.Popen[str]],
    pfg: Pfg,
    project: Path,
    handler: str,
    number: int,
    code: int,
    kind: str,
) -> None:
    running = start(handler, "--json-errors")
    running.send_signal(number)
    out, err = running.communicate(timeout=30)
    body = json.loads(out)["error"]
    positions = read_positions(project)
    assert (running.returncode, body["code"], body["kind"]) == (code, code, kind), out
    assert body["details"]["delivered"] == len(positions) > 0
    assert f"{len(positions)} records were acknowledged" in body["message"]
    assert err == ""
    pfg("persist", USER, "-H", f"slow_sinks:{handler}", *WORDS, "--resume")
    assert sorted(read_positions(project)) == list(range(30))


def test_a_second_signal_stops_at_once(start: Callable[..., subprocess.Popen[str]]) -> None:
    running = start("Stuck")
    running.send_signal(signal.SIGINT)
    with pytest.raises(subprocess.TimeoutExpired):  # the first signal waits for the batch
        running.wait(0.1)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=20)
    assert running.returncode == 130, err
    assert "0 records were acknowledged" in err
    assert "Traceback" not in err


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="Windows has no timers")
def test_a_destination_that_never_answers_does_not_hold_a_signal(
    start: Callable[..., subprocess.Popen[str]],
) -> None:
    running = start("Stuck")
    running.send_signal(signal.SIGTERM)
    _, err = running.communicate(timeout=20)  # a batch takes a minute
    assert running.returncode == 143, err
    assert "0 records were acknowledged" in err


def test_a_signal_interrupts_the_wait_before_a_retry(
    start: Callable[..., subprocess.Popen[str]],
) -> None:
    running = start("Failing", "--retry-wait", "60")
    with pytest.raises(subprocess.TimeoutExpired):  # the run waits a minute for the retry
        running.wait(0.1)
    running.send_signal(signal.SIGTERM)
    _, err = running.communicate(timeout=20)
    assert running.returncode == 143, err
    assert "0 records were acknowledged" in err


def test_a_signal_before_the_first_batch_ends_the_run(project: Path) -> None:
    (project / "app" / "sleeping.py").write_text(
        "import pathlib, time\npathlib.Path('began').touch()\ntime.sleep(60)\n"
    )
    command = [
        sys.executable,
        "-m",
        "pytest_fixturegen",
        "persist",
        "app.sleeping",
        "-H",
        "memory",
        "--trust",
    ]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_for_file(project / "began")
    running.send_signal(signal.SIGTERM)
    _, err = running.communicate(timeout=20)
    assert (running.returncode, "Traceback" in err) == (143, False), err


def test_an_interrupt_during_the_import_of_a_handler_is_not_lost(project: Path) -> None:
    # Python drops a KeyboardInterrupt within __del__, as within the locks of its import system.
    (project / "dropping_sink.py").write_text(
        "import os, pathlib, signal\n"
        "class Lock:\n    def __del__(self):\n        os.kill(os.getpid(), signal.SIGINT)\n"
        "del_me = Lock()\ndel del_me\n"
        "def send(batch):\n    pathlib.Path('sent').touch()\n"
    )
    command = [sys.executable, "-m", "pytest_fixturegen", "persist", USER, "-H"]
    result = subprocess.run(
        [*command, "dropping_sink:send"],
        preexec_fn=restore_sigint,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, (project / "sent").exists()) == (130, False), result.stderr
    assert "Traceback" not in result.stderr

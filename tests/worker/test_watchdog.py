"""The watchdog: each limit holds, also while another measurement is under attack."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from pytest_fixturegen.worker import usage
from pytest_fixturegen.worker.budget import TimeBudget
from pytest_fixturegen.worker.watchdog import MAX_TICK_SECONDS, Watchdog

NOBODY = 65534
MUCH = 1 << 40
"""Bytes of a memory limit that nothing reaches."""


@pytest.fixture
def child() -> Iterator[subprocess.Popen[bytes]]:
    """A process that waits for the end of its input."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process
        process.kill()


Watch = Callable[..., str]


@pytest.fixture
def watch(child: subprocess.Popen[bytes], tmp_path: Path) -> Watch:
    """Return a function that watches the child and returns the verdict."""

    def find_verdict(
        seconds: float = 1e9,
        memory: int = MUCH,
        scratch: Path = tmp_path,
        sleep: float = 1e9,
        **options: object,
    ) -> str:
        ended = threading.Event()
        watchdog = Watchdog(
            child.pid,
            TimeBudget(seconds, sleep=sleep),
            memory,
            scratch,
            ended.set,
            **options,  # type: ignore[arg-type]
        )
        assert ended.wait(60)
        watchdog.stop()
        return watchdog.verdict

    return find_verdict


@contextmanager
def act_as_nobody() -> Iterator[None]:
    """Give up the rights of root in the block."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


def nest_folders(folder: Path, levels: int) -> None:
    """Make a path that no call of the system accepts as a whole."""
    handle = os.open(folder, os.O_RDONLY)
    for _ in range(levels):
        os.mkdir("n" * 100, dir_fd=handle)
        inner = os.open("n" * 100, os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = inner
    os.close(handle)


def fill_disk(folder: Path, pieces: int) -> None:
    """Write files of 64 MB, the largest that the sandbox permits."""
    for number in range(pieces):
        with (folder / str(number)).open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, 64 << 20)


def make_many_folders(folder: Path) -> None:
    """Make more folders than the limit; they have no bytes of their own on some file systems."""
    for number in range(usage.MAX_DISK_ENTRIES // usage.ENTRIES_PER_FOLDER + 1):
        (folder / str(number)).mkdir()


def test_the_time_ends_the_child(watch: Watch) -> None:
    assert watch(seconds=0.01) == "time"


def test_memory_ends_the_child(watch: Watch) -> None:
    assert watch(memory=1) == "memory"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell")
def test_sleep_ends_the_child(watch: Watch) -> None:
    assert watch(sleep=0.01) == "sleep"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell")
def test_a_process_that_computes_does_not_sleep(child: subprocess.Popen[bytes]) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "print(end='x', flush=True)\nwhile True: pass"],
        stdout=subprocess.PIPE,
    ) as busy:
        assert busy.stdout is not None
        busy.stdout.read(1)
        assert not usage.is_asleep(busy.pid)
        busy.kill()
    assert not usage.is_asleep(busy.pid)


@pytest.mark.parametrize(
    "fill",
    [
        lambda folder: nest_folders(folder, 50),
        lambda folder: fill_disk(folder, 9),
        make_many_folders,
    ],
    ids=["deep", "large", "many"],
)
def test_too_many_temporary_files_end_the_child(
    watch: Watch, fill: Callable[[Path], None], tmp_path: Path
) -> None:
    fill(tmp_path)
    assert watch() == "disk"


def test_files_that_were_deleted_but_are_open_count(tmp_path: Path) -> None:
    fill_disk(tmp_path, 9)
    with ExitStack() as opened:
        for path in list(tmp_path.iterdir()):
            opened.enter_context(path.open("rb"))
            path.unlink()
        assert usage.exceeds_disk_limits(str(tmp_path), os.getpid(), lambda: False)
    assert not usage.exceeds_disk_limits(str(tmp_path), os.getpid(), lambda: False)


def test_a_folder_that_hides_its_files_counts_as_too_much() -> None:
    folder = Path(tempfile.mkdtemp())
    hidden = folder / "hidden"
    hidden.mkdir()
    for path in (folder, hidden):
        os.chown(path, NOBODY if os.geteuid() == 0 else -1, -1)  # root may read everything
    is_too_much = []
    with act_as_nobody():
        for mode in (0o700, 0o300):
            hidden.chmod(mode)
            measured = usage.exceeds_disk_limits(str(folder), os.getpid(), lambda: False)
            is_too_much.append(measured)
    hidden.rmdir()
    folder.rmdir()
    assert is_too_much == [False, True]


def fail(*_: object) -> bool:
    raise RuntimeError


@pytest.mark.parametrize(
    "options",
    [{"scratch": Path("no\0path")}, {"measure_disk": fail}, {"measure_sleep": fail}],
    ids=lambda options: next(iter(options)),
)
def test_a_measurement_that_fails_ends_the_child(watch: Watch, options: dict[str, Any]) -> None:
    assert watch(**options) == "watch"


@pytest.mark.parametrize(
    ("limit", "options"),
    [("time", {"seconds": 0.01}), ("memory", {"memory": 1}), ("sleep", {"sleep": 0.01})],
)
def test_no_limit_waits_for_a_slow_measurement(
    watch: Watch, limit: str, options: dict[str, float]
) -> None:
    is_stuck = threading.Event()

    def measure_for_ever(folder: str, pid: int, should_stop: Callable[[], bool]) -> bool:
        is_stuck.set()
        while not should_stop():
            pass
        return False

    assert watch(measure_disk=measure_for_ever, **options) == limit
    assert is_stuck.is_set()


def test_a_parent_that_was_stopped_has_not_waited(watch: Watch) -> None:
    # Each look at the clock finds it an hour later, as after Ctrl-Z and fg.
    hours = itertools.count(step=3600)
    looks: list[float] = []

    def read_clock() -> float:
        looks.append(next(hours))
        return looks[-1]

    assert watch(seconds=4 * MAX_TICK_SECONDS, clock=read_clock) == "time"
    assert len(looks) == 1 + 4

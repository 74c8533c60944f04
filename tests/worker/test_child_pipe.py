"""The parent's end of the pipe: who waits for whom."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import pytest

from pytest_fixturegen.worker.child_pipe import ChildPipe


@pytest.fixture
def ends() -> Iterator[tuple[ChildPipe, int]]:
    """A pipe, and the end that the child writes to."""
    reader, writer = os.pipe()
    pipe = ChildPipe(reader)
    yield pipe, writer
    pipe.close()
    os.close(reader)
    os.close(writer)


def test_a_child_is_idle_only_if_someone_waits_for_it(ends: tuple[ChildPipe, int]) -> None:
    """A child that sleeps because the pipe is full, or nobody reads it, is not to blame."""
    pipe, writer = ends
    assert not pipe.is_drained()
    reading = threading.Thread(target=pipe.read, args=(4,))
    reading.start()
    while not pipe.is_drained():
        pass
    os.write(writer, b"1234")
    reading.join()
    assert not pipe.is_drained()
    os.write(writer, b"5")
    assert not pipe.is_drained()

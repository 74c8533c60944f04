"""A killed server loses no write that it acknowledged."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.kill9 import play


@pytest.mark.parametrize(
    ("adapter", "place", "interval"),
    [("sqlite", "state.db", 0.0), ("json-file", "state.json", 0.0), ("json-file", "s.json", 0.1)],
)
def test_a_killed_server_keeps_every_acknowledged_write(
    tmp_path: Path, adapter: str, place: str, interval: float
) -> None:
    outcome = play(tmp_path, adapter, place, interval, 0.4, least=1)
    assert outcome.acknowledged
    assert (outcome.lost, outcome.is_whole) == (0, True)

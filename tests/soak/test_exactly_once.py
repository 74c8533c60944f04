"""A short soak test: records of killed and resumed runs arrive once."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.soak.exactly_once import Report, outlets, soak


@pytest.mark.parametrize("handler", ["sqlite-json", "http-post-async"])
def test_records_of_a_killed_and_resumed_run_arrive_once(handler: str, tmp_path: Path) -> None:
    rng = random.Random(1)
    with outlets(handler, rng, tmp_path) as (outlet,):
        report = soak(outlet, 400, 3, rng, tmp_path)
    assert report == Report(3, report.runs, report.retries, 0, 0, 0, report.refused)


@pytest.mark.parametrize("handler", ["sql-sqlite", "jsonl", "http-post"])
def test_two_runs_on_one_destination_lose_and_repeat_nothing(handler: str, tmp_path: Path) -> None:
    rng = random.Random(2)
    with outlets(handler, rng, tmp_path) as (outlet,):
        report = soak(outlet, 400, 3, rng, tmp_path, rivals=1)
    assert (report.duplicates, report.missing, report.odd) == (0, 0, 0)

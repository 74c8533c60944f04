"""Inputs that once failed, and the seeds, run in each room without a fault."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.fuzz.__main__ import CORPUS, check_input, mutate_input
from tests.fuzz.rooms import ROOMS


@pytest.mark.parametrize("name", ROOMS)
def test_kept_inputs_and_some_mutants_are_answered(name: str) -> None:
    draw = random.Random(1)
    kept = [path.read_bytes() for path in sorted(Path(CORPUS, name).glob("*"))]
    mutants = [mutate_input(ROOMS[name], draw) for _ in range(5)]
    for data in (*kept, *ROOMS[name].seeds, *mutants):
        assert not check_input(name, data)

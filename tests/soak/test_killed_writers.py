"""A killed writer leaves the old or the new file, and the next run cleans up."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.soak.killed_writers import COMMANDS, play


@pytest.mark.parametrize("name", COMMANDS)
def test_a_killed_writer_leaves_the_complete_old_or_new_file(tmp_path: Path, name: str) -> None:
    counts = play(tmp_path, name, 25, 6, random.Random(7))
    assert counts["kills"]

"""``--n`` on commands that count otherwise: the hint names the right option."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.functional.conftest import Pfg

HINTS = {
    "gen fixtures app/models.py --n 3": "Did you mean '--cases'?",
    "gen fixtures app/models.py -n 3": "Did you mean '--cases'?",
    "gen schema app/models.py -n 3": "This command has no number of records.",
    "gen schema app/models.py --n 3": "This command has no number of records.",
    "serve app/models.py -n 3": "Did you mean '--count'?",
}


@pytest.mark.parametrize(("line", "hint"), HINTS.items(), ids=HINTS)
def test_the_hint_names_the_option_that_counts(
    project: Path, pfg: Pfg, line: str, hint: str
) -> None:
    result = pfg(*line.split())
    assert result.exit_code == 2
    assert hint in result.stderr

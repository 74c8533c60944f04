"""The examples of the README and the docs print what the pages show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs import examples
from tests.docs.examples import PAGES, STANDALONE_PAGES, replay_page

REAL_PROCESSES = (*STANDALONE_PAGES, "extend")
"""Pages whose commands start as users start them. The order of two streams is shown on the last."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_example_prints_what_the_page_shows(
    page: Path, commands: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if page.stem not in REAL_PROCESSES:
        monkeypatch.setattr(examples, "PROGRAMS", [commands, *examples.PROGRAMS])
    assert replay_page(page) == page.read_text("utf-8"), (
        "python -m tests.docs.examples writes what they print today"
    )

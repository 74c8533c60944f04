"""The table of capabilities in docs/migration.md, which the tests of this package describe.

``python -m tests.capabilities.table`` writes it into the page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

Test = TypeVar("Test", bound=Callable[..., Any])

PAGE = Path(__file__).resolve().parents[2] / "docs" / "migration.md"
BEGIN = "<!-- capabilities: generated from tests/capabilities -->\n"
END = "<!-- end of capabilities -->\n"

AREAS = {
    "test_kinds": "Kinds of models",
    "test_types": "Types of fields",
    "test_overrides": "Values that a call fixes",
    "test_declarations": "Values that a declaration fixes or computes",
    "test_options": "Options of a factory or a project",
    "test_saving": "Saving to a database",
    "test_tables": "Table classes of SQLAlchemy",
    "test_fixtures": "Fixtures of pytest",
}
"""The heading of the rows of each module."""


@dataclass(frozen=True)
class Row:
    """A *capability*, how users of the other libraries get it, and how they get it here."""

    capability: str
    theirs: str
    ours: str
    test: str


ROWS: dict[str, list[Row]] = {name: [] for name in AREAS}
"""The rows of each module, in the order of its tests."""


def capability(name: str, theirs: str, ours: str) -> Callable[[Test], Test]:
    """Return a decorator that adds a row for a test."""

    def add_row(test: Test) -> Test:
        module = test.__module__.rpartition(".")[2]
        known = [row.test for row in ROWS[module]]
        if test.__name__ not in known:  # run as a script and imported by pytest
            ROWS[module].append(Row(name, theirs, ours, test.__name__))
        return test

    return add_row


def load_rows() -> dict[str, list[Row]]:
    """Return the rows of all modules, which are imported."""
    for name in AREAS:
        import_module(f"tests.capabilities.{name}")
    return ROWS


def render() -> str:
    """Return the table as Markdown: a heading and a table for each module."""
    lines = []
    number = 0
    for name, rows in load_rows().items():
        lines += ["", f"### {AREAS[name]}", ""]
        lines += ["| | capability | theirs | ours | test |", "|---|---|---|---|---|"]
        for row in rows:
            number += 1
            cells = (str(number), row.capability, row.theirs, row.ours, f"`{row.test}`")
            lines.append(f"| {' | '.join(cells)} |")
    return "".join(f"{line}\n" for line in [*lines, ""])


def read() -> str:
    """Return the table that the page has."""
    text = PAGE.read_text("utf-8")
    return text[text.index(BEGIN) + len(BEGIN) : text.index(END)]


def write() -> None:
    """Write the table into the page."""
    text = PAGE.read_text("utf-8")
    start, stop = text.index(BEGIN) + len(BEGIN), text.index(END)
    PAGE.write_text(text[:start] + render() + text[stop:], "utf-8")


if __name__ == "__main__":
    # The rows are in the imported copy of this module.
    import_module("tests.capabilities.table").write()

"""The docs list the rules; ``python -m tests.architecture.test_rule_tables`` writes the lists.

To add a list, add a :class:`RuleTable` to ``TABLES`` and its two markers to the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pytest_fixturegen.generator.repair.schedule import SCHEDULE
from pytest_fixturegen.strategies.rules import RULES

DOCS = Path(__file__).resolve().parents[2] / "docs"


@dataclass(frozen=True)
class RuleTable:
    """A table of *rows* between two markers with *name* in the *page* of the docs."""

    name: str
    page: str
    rows: Iterable[tuple[str, str]]

    @property
    def path(self) -> Path:
        """The file of the page."""
        return DOCS / self.page

    @property
    def begin(self) -> str:
        """The line before the table."""
        return f"<!-- {self.name}: generated from the code -->\n"

    @property
    def end(self) -> str:
        """The line after the table."""
        return f"<!-- end of {self.name} -->\n"

    def render(self) -> str:
        """Return the table as Markdown, numbered in the order of the rules."""
        lines = ["| | rule | what it does |", "|---|---|---|"]
        for number, (name, description) in enumerate(self.rows, 1):
            lines.append(f"| {number} | `{name}` | {description} |")
        return "".join(f"{line}\n" for line in lines)

    def read(self) -> str:
        """Return the table that the page has."""
        text = self.path.read_text("utf-8")
        return text[text.index(self.begin) + len(self.begin) : text.index(self.end)]

    def write(self) -> None:
        """Write the table into the page."""
        text = self.path.read_text("utf-8")
        start, stop = text.index(self.begin) + len(self.begin), text.index(self.end)
        self.path.write_text(text[:start] + self.render() + text[stop:], "utf-8")


TABLES = (
    RuleTable("planning rules", "engine.md", [(rule.name, rule.description) for rule in RULES]),
    RuleTable(
        "repair strategies",
        "engine.md",
        [(strategy.name, strategy.description) for strategy in SCHEDULE],
    ),
)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_docs_list_the_rules_in_their_order(table: RuleTable) -> None:
    assert table.read() == table.render(), "run: python -m tests.architecture.test_rule_tables"


if __name__ == "__main__":
    for table in TABLES:
        table.write()

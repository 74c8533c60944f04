"""The docs list the repair strategies; ``python -m tests.architecture.test_repair_table`` writes it."""

from __future__ import annotations

from pathlib import Path

from pytest_fixturegen.generator.repair.schedule import SCHEDULE

PAGE = Path(__file__).resolve().parents[2] / "docs" / "engine.md"
BEGIN = "<!-- repair strategies: generated from the code -->\n"
END = "<!-- end of repair strategies -->\n"


def render() -> str:
    """Return the table of the strategies in the order of the schedule."""
    lines = ["| | strategy | from lap | what it does |", "|---|---|---|---|"]
    for number, (name, description, _, first_lap) in enumerate(SCHEDULE, 1):
        lines.append(f"| {number} | {name} | {first_lap} | {description} |")
    return "".join(f"{line}\n" for line in lines)


def test_the_docs_list_the_strategies_in_their_order() -> None:
    text = PAGE.read_text("utf-8")
    table = text[text.index(BEGIN) + len(BEGIN) : text.index(END)]
    assert table == render(), "run: python -m tests.architecture.test_repair_table"


if __name__ == "__main__":
    text = PAGE.read_text("utf-8")
    start, stop = text.index(BEGIN) + len(BEGIN), text.index(END)
    PAGE.write_text(text[:start] + render() + text[stop:], "utf-8")

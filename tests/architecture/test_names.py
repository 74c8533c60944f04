"""The docs list every known field name.

``python -m tests.architecture.test_names`` writes the list.
"""

from __future__ import annotations

from pathlib import Path

from pytest_fixturegen.providers import (
    amounts,
    appointments,
    bodies,
    codes,
    commerce,
    contacts,
    people,
    places,
    prose,
    pursuits,
    schedules,
    timestamps,
    web,
)
from pytest_fixturegen.providers.by_name import NAMES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "realism.md"
BEGIN, END = "<!-- names: made from the providers -->\n", "<!-- end of names -->\n"
FAMILIES = (
    people,
    bodies,
    contacts,
    places,
    timestamps,
    schedules,
    appointments,
    commerce,
    pursuits,
    amounts,
    codes,
    prose,
    web,
)


def list_names() -> str:
    """Return the field names of each family.

    A verb such as ``paid`` represents ``paid_at``, ``date_paid`` and similar names.
    """
    parts = []
    for family in FAMILIES:
        names = dict.fromkeys(name for name, _ in family.NAMES)
        plain = [f"`{name}`" for name in names if not _is_moment(name, names)]
        parts.append(f"**{family.__name__.rpartition('.')[2]}** {' '.join(plain)}\n")
    return "\n".join(parts)


def _is_moment(name: str, names: dict[str, None]) -> bool:
    verb = name.removeprefix("date_").rpartition("_")[0] or name.removeprefix("date_")
    return verb != name and verb in names and f"{verb}_at" in names


def test_the_documented_names_are_those_of_the_providers() -> None:
    text = PAGE.read_text("utf-8")
    assert text[text.index(BEGIN) + len(BEGIN) : text.index(END)] == list_names(), (
        "python -m tests.architecture.test_names"
    )


def test_many_names_are_known() -> None:
    assert len({name for name, _ in NAMES}) > 800


if __name__ == "__main__":
    text = PAGE.read_text("utf-8")
    PAGE.write_text(
        text[: text.index(BEGIN)] + BEGIN + list_names() + text[text.index(END) :], "utf-8"
    )

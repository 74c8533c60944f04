"""The table of capabilities in docs/migration.md, which the tests of this package describe.

``python -m tests.capabilities.table`` writes it into the page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from itertools import count
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


WIDE = "tests/django_models/wide/test_wide.py"
DOCUMENTS = "tests/introspection/test_documents.py"

OTHER_HEADING = "Models of Django, documents of Beanie"

OTHER_ROWS = (
    Row(
        "models of Django",
        "F `DjangoModelFactory`",
        '[`pfg_fixture(Order, persist="db")`](django.md)',
        f"{WIDE}::test_values_survive_the_database",
    ),
    Row(
        "fields, choices and validators",
        "F a declaration for each",
        "read from the model",
        f"{WIDE}::test_values_fit_their_fields",
    ),
    Row(
        "parents",
        "F `SubFactory`",
        "saved once, or the fixture of the test",
        f"{WIDE}::test_parents_are_saved_once",
    ),
    Row(
        "children",
        "F `RelatedFactory`",
        "`make_shelf(books=3)`",
        f"{WIDE}::test_children_are_saved_after_their_parent",
    ),
    Row(
        "many to many",
        "F `post_generation`",
        '`make_book(tags=[tag, {"name": "new"}])`',
        f"{WIDE}::test_many_to_many_is_set_after_saving",
    ),
    Row(
        "many to many through a model",
        "F `RelatedFactoryList`",
        "rows of the model between them",
        f"{WIDE}::test_many_to_many_through_a_model",
    ),
    Row(
        "models without a database",
        "F `build()`",
        "`make_book.build()`, `pfg.build(Book)`",
        f"{WIDE}::test_related_rows_without_a_database",
    ),
    Row(
        "keys left to the database",
        "F no declaration",
        "the usual case",
        f"{WIDE}::test_keys_are_left_to_the_database",
    ),
    Row(
        "batches",
        "F `create_batch(20)`, a query for each",
        "`bulk_create`",
        f"{WIDE}::test_batches_are_inserted_at_once",
    ),
    Row(
        "signals",
        "F `mute_signals`",
        "batches send signals if somebody listens",
        f"{WIDE}::test_batches_send_signals_if_somebody_listens",
    ),
    Row(
        "documents of Beanie",
        "P `BeanieDocumentFactory`",
        "[`pfg.build(Owner)`](django.md#beanie), without a server",
        f"{DOCUMENTS}::test_documents_are_built_without_a_server",
    ),
    Row(
        "links between documents",
        "P a document in place of a `Link`",
        "references; `pfg.build(House, owner=owner)`",
        f"{DOCUMENTS}::test_a_document_may_be_in_the_place_of_a_link",
    ),
)
"""Rows whose tests are in other packages, because they need a project of Django."""

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
    tables = [(AREAS[name], rows) for name, rows in load_rows().items()]
    numbers = count(1)
    for heading, rows in [*tables, (OTHER_HEADING, OTHER_ROWS)]:
        lines += ["", f"### {heading}", ""]
        lines += ["| | capability | theirs | ours | test |", "|---|---|---|---|---|"]
        for row in rows:
            cells = (f"{next(numbers)}", row.capability, row.theirs, row.ours, f"`{row.test}`")
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

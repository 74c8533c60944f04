"""What a domain knows of its fields: lists of words, code shapes, numbers, tables, sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Draw = Callable[[int], str]
"""A pure function from a word of 64 random bits to a text."""


class Words(NamedTuple):
    """One of *options*, as often as it occurs in them."""

    options: tuple[str, ...]


class Code(NamedTuple):
    """A text that *draw* makes, of one form in all records if *has_one_form*."""

    draw: Draw
    has_one_form: bool = False


class Number(NamedTuple):
    """A number from *low* to *high*, half of them below *median*, with *places* decimal places."""

    low: float
    median: float
    high: float
    places: int


class TableColumn(NamedTuple):
    """The cell at *place* of a row of the table *entity*; all columns show the same row.

    Attributes that belong to a key are such columns: the unit of a laboratory test is always that
    of the test.

    Attributes:
        entity: The name of the table.
        place: The place of the column in a row.
        rows: The rows, each as often as it is likely.
        aliases: Other spellings of cells, which a closed list may use.
        usual: If not empty, a record without a field for the first column shows only rows that
            begin with it.
        in_order: Whether the records of a list show one row after the other: first the control.
        leads: Whether its numbers go with its texts before they go with other numbers: the width
            of a screen.
    """

    entity: str
    place: int
    rows: tuple[tuple[str, ...], ...]
    aliases: tuple[tuple[str, str], ...] = ()
    usual: str = ""
    in_order: bool = False
    leads: bool = False


class CellRange(NamedTuple):
    """A number between the cells *low* and *high* of the row that the record shows.

    Most lie in the middle; of a wide range, there are as many of each order of magnitude.
    """

    low: TableColumn
    high: TableColumn


class Seeded(NamedTuple):
    """A text that *draw* makes of the hidden word *fact*, which several fields of a record share.

    The address of a host and its name are such texts.
    """

    fact: str
    draw: Draw


class Sentences(NamedTuple):
    """One of *frames*; ``{name}`` in a frame is what the field *name* of the domain shows.

    A sentence that shows an attribute which the record does not have is left out. What only
    frames need has a name that begins with ``_``. If *fact* is not empty, the sentence is a fact
    with this name, so that a title, its slug and its page agree.
    """

    frames: tuple[str, ...]
    fact: str = ""


class Framed(NamedTuple):
    """The cell of *column*, which is a frame: what is logged at a level, what an action did."""

    column: TableColumn


class Entries(NamedTuple):
    """A mapping or list with an entry for the row: *keys* and *values*, or *keys* alone.

    The changed fields of a record and its old values are of one row.
    """

    keys: TableColumn
    values: TableColumn | None = None


Cell = str | int | float | None
"""What a drawn row shows in one place. None is what does not apply: the milk of a hen."""

DrawRow = Callable[[int], tuple[Cell, ...]]
"""A pure function from a word of 64 random bits to a row."""

DrawItem = Callable[[int, int, int, int], tuple[Cell, ...]]
"""A pure function from four numbers to a row: a word of the row, one of its record, one of the
record around it, and the position in its list."""


class DrawnCell(NamedTuple):
    """The cell at *place* of a row that *draw* makes for the record; all columns show the same row.

    A row is drawn, not listed, if numbers in it depend on each other: wind and gusts. *draw_item*
    makes rows that go with those before them: the days of a forecast, the points of a route.
    """

    entity: str
    place: int
    draw: DrawRow
    draw_item: DrawItem | None = None


class Provided(NamedTuple):
    """What a provider serves, for fields that show facts of other families."""

    provide: Callable[[Any, str], Any]


class Via(NamedTuple):
    """What the name *name* means in every record: the ``agent`` of a ship is a ``company``."""

    name: str


class Borrowed(NamedTuple):
    """What the general provider *name* serves: ``person``, ``company``, ``city``."""

    name: str


class Either(NamedTuple):
    """The first of *specs* that fits the type of the field: a letter or a number of points."""

    specs: tuple[Any, ...]


Spec = (
    Words
    | Code
    | Number
    | TableColumn
    | CellRange
    | Seeded
    | Sentences
    | Framed
    | Entries
    | DrawnCell
    | Via
    | Provided
    | Borrowed
    | Either
)

EMPTY = "-"
"""The cell of an attribute that a row does not have: None if the field is optional, else ""."""


class Domain(NamedTuple):
    """A domain.

    *own* are the names that have their meaning in every record, such as ``icd10``. *within* are
    those that have it only in a record of the domain, such as ``region`` of a cloud.
    """

    name: str
    own: Mapping[str, Spec]
    within: Mapping[str, Spec]


DomainWords = tuple[frozenset[str], frozenset[str]]
"""Words that speak of a domain, and weak ones that speak of others too: ``node``, ``event``."""

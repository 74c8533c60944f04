"""Tables of a domain: rows whose cells agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

from pytest_fixturegen.providers.domains.spec_types import (
    Cell,
    CellRange,
    Draw,
    DrawItem,
    DrawnCell,
    DrawRow,
    Framed,
    Spec,
    TableColumn,
)
from pytest_fixturegen.streams import mix_word


def table(
    entity: str,
    columns: str,
    rows: str,
    usual: str = "",
    *,
    in_order: bool = False,
    leads: bool = False,
) -> dict[str, Spec]:
    """Return the columns of a table, by their names.

    *columns* and each line of *rows* are separated by ``|``. A column may have several names; the
    owner of a name is that of the row: ``pickup_port`` and ``pickup_port_code`` agree. A line that
    ends with ``| *4`` is four times as likely. A line continues the row above if that lacks cells.
    ``light ~ lux`` is a cell with another spelling, and a cell with alternatives, separated by
    `` ; ``, makes a row of each.
    The columns ``[value | ]`` bound the number ``value``, and ``{message}`` is the frame of
    ``message``. ``?old_values`` says which rows have that value, whatever fills it. See
    :class:`TableColumn` for *usual*, *in_order* and *leads*.
    """
    lines = list(_iter_rows(rows, columns.count("|") + 1))
    cells = tuple(tuple(cell.split("~")[0].strip() for cell in line) for line in lines)
    return _name_columns(
        [
            (
                " ".join(names.split()),
                TableColumn(
                    entity, place, cells, _list_aliases(lines, place), usual, in_order, leads
                ),
            )
            for place, names in enumerate(columns.split("|"))
        ]
    )


def cross_table(
    entity: str,
    columns: str,
    rows: str,
    others: str,
) -> dict[str, Spec]:
    """Return the columns of a table of each of *rows* with each of *others*.

    What was done and how it ended do not depend on each other, but belong to one event.
    """
    lefts = list(_iter_rows(rows, 1))
    rights = list(_iter_rows(others, columns.count("|") + 1 - len(lefts[0])))
    lines = [" | ".join([*left, *right]) for left in lefts for right in rights]
    return table(entity, columns, "\n".join(lines))


def _name_columns(columns: Sequence[tuple[str, TableColumn]]) -> dict[str, Spec]:
    """Return the specifications of *columns*: bounds are readings, hidden ones are frames."""
    specs: dict[str, Spec] = {}
    for place, (names, column) in enumerate(columns):
        if names.startswith("["):
            specs[names[1:].strip()] = CellRange(
                column,
                columns[place + 1][1],
            )
        elif names.startswith("{"):
            specs[names.strip("{}")] = Framed(column)
        elif names != "]":
            specs[names] = column
    return specs


def _split_row(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _iter_rows(rows: str, count: int) -> Iterator[list[str]]:
    """Yield the *count* cells of each row of *rows*, as often as its weight says."""
    for line in _join_lines(rows, count):
        *cells, last = _split_row(line)
        is_weight = last.startswith("*") and last[1:].isdigit()
        weight, row = (int(last[1:]), cells) if is_weight else (1, [*cells, last])
        yield from [list(each) for each in _expand_row(row)] * weight


def _join_lines(rows: str, count: int) -> list[str]:
    """Return the rows; a line continues the row above if that lacks cells, or if it begins so."""
    joined: list[str] = []
    for line in map(str.strip, rows.strip().splitlines()):
        is_open = bool(joined) and joined[-1].count("|") < count - 1
        if joined and (is_open or line.startswith("|")):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _list_aliases(lines: list[list[str]], place: int) -> tuple[tuple[str, str], ...]:
    """Return the other spellings of the cells at *place*, each with its cell."""
    spellings = ([text.strip() for text in line[place].split("~")] for line in lines)
    pairs = ((alias, cell) for cell, *others in spellings for alias in others)
    return tuple(dict.fromkeys(pairs))


def derived_table(
    entity: str,
    count: int,
    columns: Mapping[str, Draw | Sequence[str]],
) -> dict[str, Spec]:
    """Return the columns of a table of *count* rows that are made, not listed: a fleet of hosts.

    A column is a function of the row's word, or a list of cells. The same key is always followed
    by the same attributes, since both belong to one row.
    """
    drawn = [
        tuple(_draw_cell(column, number) for column in columns.values()) for number in range(count)
    ]
    rows = tuple(drawn)
    return {names: TableColumn(entity, place, rows) for place, names in enumerate(columns)}


def _draw_cell(column: Draw | Sequence[str], number: int) -> str:
    """Return the cell of the row *number*; a list is gone through in its order."""
    if callable(column):
        return column(mix_word(number, 29))
    return column[number % len(column)]


def drawn(
    entity: str,
    columns: str,
    draw: DrawRow,
) -> dict[str, Spec]:
    """Return the columns of rows that *draw* makes, by their names; see :func:`table`."""
    cached = lru_cache(maxsize=2048)(draw)
    return {
        " ".join(names.split()): DrawnCell(entity, place, cached)
        for place, names in enumerate(columns.split("|"))
    }


def read_rows(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the cells of each line of *text*, separated by ``|``."""
    return tuple(
        tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()
    )


def drawn_items(
    entity: str,
    columns: str,
    draw_item: DrawItem,
) -> dict[str, Spec]:
    """Return the columns of rows that go with the record around them and with their list."""

    def draw(word: int) -> tuple[Cell, ...]:
        return draw_item(
            word,
            mix_word(word, 901),
            mix_word(word, 902),
            mix_word(word, 903) % 8,
        )

    columns_by_name = drawn(entity, columns, draw)
    return {
        names: spec._replace(draw_item=draw_item)
        for names, spec in columns_by_name.items()
        if isinstance(spec, DrawnCell)
    }


def _expand_row(cells: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each combination of the alternatives in *cells*."""
    return product(*(" ".join(cell.split()).split(" ; ") for cell in cells))

"""Rows of the tables of domains: facts of a record, and the fields that show their cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.nodes import Choice, Fact, FactPin, FactView, Node, Position
from pytest_fixturegen.providers.domains.lookup import find_matches
from pytest_fixturegen.providers.domains.specs import EMPTY, CellRange, Entries, TableColumn
from pytest_fixturegen.providers.fact_fields import (
    build_fact_view,
    format_fact_name,
    get_json_converter,
    write_present,
)
from pytest_fixturegen.providers.fact_pins import PinnedNodes, build_choice, is_same_text
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.streams import mix_word

Row = tuple[str, ...]

NUMBER_KINDS = ("int", "float", "decimal")


def is_number(cell: str) -> bool:
    """Return whether *cell* spells a number."""
    return re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None


def read_cell(cell: str) -> Any:
    """Return the truth value or the number that *cell* spells, else its text."""
    if cell in ("true", "false"):
        return cell == "true"
    if not is_number(cell):
        return cell
    return float(cell) if "." in cell else int(cell)


CELL_CONVERTERS: dict[str, Callable[[str], Any]] = {
    "int": lambda cell: round(Decimal(cell)),
    "float": float,
    "decimal": Decimal,
    "bool": lambda cell: cell == "true",
    "any": read_cell,
}
"""What makes a value of a cell, by the kind of the field."""


def normalize(text: str) -> str:
    """Return the letters and digits of *text* in lower case: ``Light Level`` is ``light_level``."""
    return re.sub(r"[\W_]", "", text.casefold())


# Facts


def build_row_fact(
    spec: TableColumn,
    owner: str,
    record: RecordOutline,
) -> Fact:
    """Return the fact of which row of its table the record shows.

    A closed list of the record, such as ``Literal["temperature", "humidity"]``, says which rows
    the record speaks of.
    """
    rows = _list_usual_rows(spec, record)
    if not owner:
        rows = _narrow_rows(spec.entity, rows, record)
    node: Node = Choice(rows, rows)
    if spec.in_order and record.root != record.model:
        node = FactView(RowByPosition(rows), (POSITION,))
    return Fact(format_fact_name(owner, spec.entity), node)


POSITION = Fact("position", Position())
"""The position of the record in the list around it."""


@dataclass(frozen=True, slots=True)
class RowByPosition:
    """Shows a row for the position of the record; behind the last one, the first again.

    Rows with the same first cell are for the same position.
    """

    rows: tuple[Row, ...]

    def __call__(
        self,
        word: int,
        position: int,
    ) -> Row:
        """Return one of the rows for *position*."""
        groups = _group_rows(self.rows)
        group = groups[position % len(groups)]
        return group[word * len(group) >> 64]


@lru_cache(maxsize=64)
def _group_rows(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], ...]:
    """Return the rows of each first cell."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[0], []).append(row)
    return tuple(map(tuple, groups.values()))


def list_rows(node: Node) -> tuple[Row, ...]:
    """Return the rows that the node of a fact draws from; none if the user pinned it."""
    if isinstance(node, Choice):
        return node.options
    show = node.show if isinstance(node, FactView) else None
    return show.rows if isinstance(show, RowByPosition) else ()


@lru_cache(maxsize=512)
def _list_usual_rows(spec: TableColumn, record: RecordOutline) -> tuple[Row, ...]:
    """Return the rows that begin with the usual cell, unless a field shows the first column."""
    if not spec.usual or _shows_first_column(spec, record):
        return spec.rows
    return tuple(row for row in spec.rows if row[0] == spec.usual)


def _shows_first_column(spec: TableColumn, record: RecordOutline) -> bool:
    """Return whether a field of *record* shows the first column of the table of *spec*."""
    columns = (column for field in record.fields for column in _find_columns(field.name, record))
    return any(column.entity == spec.entity and column.place == 0 for column in columns)


@lru_cache(maxsize=512)
def _narrow_rows(
    entity: str,
    rows: tuple[Row, ...],
    record: RecordOutline,
) -> tuple[Row, ...]:
    """Return those of *rows* whose cells are options of the closed lists of *record*; else all."""
    is_trouble = not TROUBLE_WORDS.isdisjoint(record.model.split("_"))
    for field in record.fields:
        column = next(_find_columns(field.name, record), None)
        if column is None or column.entity != entity:
            continue
        cells = {row[column.place] for row in rows}
        if is_trouble and not field.is_optional:
            rows = _keep_rows(
                rows,
                column.place,
                cells - {EMPTY},
            )
        if field.kind == "choice":
            spellings = index_spellings(column)
            options = {spellings.get(normalize(option)) for option in field.options}
            rows = _keep_rows(rows, column.place, cells & options)
    return rows


def _keep_rows(
    rows: tuple[Row, ...],
    place: int,
    cells: set[str],
) -> tuple[Row, ...]:
    """Return those of *rows* that have one of *cells* at *place*; all if none has."""
    return tuple(row for row in rows if row[place] in cells) or rows


TROUBLE_WORDS = frozenset("error exception failure crash fault".split())
"""Words of classes whose records tell what went wrong: they have the attributes that it has."""


def _find_columns(name: str, record: RecordOutline) -> Iterator[TableColumn]:
    """Yield the column that *name* means in *record*."""
    for match in find_matches(name, record):
        if not match.owner and isinstance(match.spec, TableColumn):
            yield match.spec
            return


@lru_cache(maxsize=256)
def index_spellings(column: TableColumn) -> dict[str, str]:
    """Return the cells of *column* by their normalized spellings."""
    aliases = {normalize(alias): cell for alias, cell in column.aliases}
    return aliases | {normalize(row[column.place]): row[column.place] for row in column.rows}


# Columns


def build_column(
    spec: TableColumn,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the view of one column of the row that is a fact of the record."""
    fact = build_row_fact(spec, owner, context.record)
    pin = FactPin(str, partial(_find_rows, spec.place))
    if context.kind == "str":
        return _build_text_column(spec, context, fact, pin)
    if context.kind in CELL_CONVERTERS:
        return _build_typed_column(spec, context, fact, pin)
    return None


def _build_text_column(
    spec: TableColumn,
    context: FieldContext,
    fact: Fact,
    pin: FactPin,
) -> Node | None:
    """Return the view of a column as text; None if the field cannot show its cells."""
    place = spec.place
    rows = list_rows(fact.node)
    filled = [row for row in rows if row[place] != EMPTY]
    is_partial = len(filled) < len(rows)
    if is_partial and accepts_none(context):
        probe = Fact(
            fact.name,
            build_choice(filled or spec.rows),
        )
        is_valid = build_fact_view(context, make_cell_show(place), probe) is not None
        return FactView(OptionalCell(place, str), (fact,), pin=pin) if is_valid else None
    show = _make_blank_show(place) if is_partial else make_cell_show(place)
    view = build_fact_view(
        context,
        show,
        Fact(fact.name, build_choice(rows)),
        pin,
    )
    return replace(view, facts=(fact,)) if isinstance(view, FactView) else view


def accepts_none(context: FieldContext) -> bool:
    """Return whether the field of *context* is optional."""
    outline = context.record.find(context.name)
    return outline is not None and outline.is_optional and not context.is_item


def _build_typed_column(
    spec: TableColumn,
    context: FieldContext,
    fact: Fact,
    pin: FactPin,
) -> Node | None:
    """Return the view of a column of numbers or of truth values; None if a cell does not fit."""
    cells = {row[spec.place] for row in spec.rows}
    if EMPTY in cells and not accepts_none(context):
        return None
    if not all(_fits_kind(cell, context) for cell in cells - {EMPTY}):
        return None
    convert = CELL_CONVERTERS[context.kind]
    show = OptionalCell(spec.place, convert)
    to_json = get_json_converter(context.kind)
    return FactView(
        show,
        (fact,),
        write_present if to_json else None,
        pin,
    )


def _fits_kind(cell: str, context: FieldContext) -> bool:
    """Return whether *cell* is a value of the kind of the field."""
    if context.kind == "any":
        return True
    if context.kind == "bool":
        return cell in ("true", "false")
    if not is_number(cell):
        return False
    value = Decimal(cell)
    is_whole = not value % 1
    return (is_whole or context.kind != "int") and is_valid_number(value, context.constraints)


def make_cell_show(place: int) -> Callable[[int, Row], str]:
    """Return what shows the cell at *place* of a row."""
    return lambda word, row: row[place]


def _make_blank_show(place: int) -> Callable[[int, Row], str]:
    """Return what shows the cell at *place* of a row, "" if the row has none."""
    return lambda word, row: "" if row[place] == EMPTY else row[place]


@dataclass(frozen=True, slots=True)
class OptionalCell:
    """Shows the cell at *place* of a row, converted; None if the row has none."""

    place: int
    convert: Callable[[str], Any]

    def __call__(
        self,
        word: int,
        row: Row,
    ) -> Any:
        """Return the value of *row*."""
        cell = row[self.place]
        return None if cell == EMPTY else self.convert(cell)


def may_be_absent(node: Node) -> bool:
    """Return whether *node* itself says which records have a value."""
    show = getattr(node, "show", None)
    return isinstance(show, OptionalCell | AbsentShow)


@dataclass(frozen=True, slots=True)
class AbsentShow:
    """Shows what *show* shows, which is None for a record without the value."""

    show: Callable[..., Any]

    def __call__(self, word: int, *facts: Any) -> Any:
        """Return the value for *facts*."""
        return self.show(word, *facts)


def _find_rows(
    place: int,
    value: str,
    node: Node,
) -> PinnedNodes | None:
    """Return the node of the rows with *value* at *place*; None if there are none."""
    found = [row for row in list_rows(node) if is_same_text(value, row[place])]
    return (build_choice(found),) if found else None


def find_domain_gate(context: FieldContext) -> FactView | None:
    """Return the view of whether the record's row has what the field of *context* holds.

    A table may say so without showing it: only an update has ``old_values``.
    """
    for match in find_matches(f"?{context.name}", context.record):
        if isinstance(match.spec, TableColumn) and not match.owner:
            fact = build_row_fact(match.spec, "", context.record)
            return FactView(
                _make_gate_show(match.spec.place),
                (fact,),
            )
    return None


def _make_gate_show(place: int) -> Callable[[int, Row], bool]:
    """Return what shows whether a row has a cell at *place*."""
    return lambda word, row: row[place] != EMPTY


# Readings


def build_reading(
    spec: CellRange,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the view of a number between two cells of the row; None if a cell does not fit."""
    if context.kind not in NUMBER_KINDS or not _fits_reading(spec, context):
        return None
    low, high = spec.low.place, spec.high.place
    convert = CELL_CONVERTERS[context.kind]

    def show(word: int, row: Row) -> Any:
        """Return a number between the cells; None if the row has none."""
        return None if row[low] == EMPTY else convert(draw_reading(word, row[low], row[high]))

    fact = build_row_fact(spec.low, owner, context.record)
    to_json = get_json_converter(context.kind)
    is_partial = any(row[low] == EMPTY for row in spec.low.rows)
    shown = AbsentShow(show) if is_partial else show
    return FactView(
        shown,
        (fact,),
        write_present if to_json else None,
    )


def _fits_reading(spec: CellRange, context: FieldContext) -> bool:
    """Return whether the field may show every number of the rows, and that one has none."""
    places = (spec.low.place, spec.high.place)
    cells = {row[place] for row in spec.low.rows for place in places}
    if EMPTY in cells and not accepts_none(context):
        return False
    ends = [Decimal(cell) for cell in cells - {EMPTY}]
    if context.kind == "int":
        ends = [Decimal(round(end)) for end in ends]
    return all(is_valid_number(end, context.constraints) for end in ends)


WIDE_RANGE = 40
"""A range whose high end is so many times its low end has a long tail."""


def draw_reading(
    word: int,
    low: str,
    high: str,
) -> str:
    """Return a number from *low* to *high*, with as many decimal places as these have."""
    places = max(len(low.partition(".")[2]), len(high.partition(".")[2]))
    start, end = float(low), float(high)
    share = ((mix_word(word, 5) >> 11) + (mix_word(word, 6) >> 11)) * 2.0**-54
    is_wide = start > 0 and end >= WIDE_RANGE * start
    value = start * (end / start) ** share if is_wide else start + (end - start) * share
    return f"{value:.{places}f}"


# Containers


def find_entries(context: FieldContext) -> tuple[str, Node] | None:
    """Return the domain and name of a mapping or list that shows a row, and its node.

    It holds one entry: a key and its value, or a key alone.
    """
    for match in find_matches(context.name, context.record):
        if isinstance(match.spec, Entries) and not match.owner:
            fact = build_row_fact(
                match.spec.keys,
                "",
                context.record,
            )
            show = _make_entry_show(match.spec)
            return f"{match.domain}.{match.name}", FactView(show, (fact,))
    return None


def _make_entry_show(spec: Entries) -> Callable[[int, Row], dict[str, str] | list[str]]:
    """Return what shows the entry of a row."""
    key = spec.keys.place
    if spec.values is None:
        return lambda word, row: [row[key]]
    value = spec.values.place
    return lambda word, row: {row[key]: row[value]}

"""Closed lists whose members are words of a domain: the type of a sensor, the method of a call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from pytest_fixturegen.nodes import Choice, FactPin, FactView, Node
from pytest_fixturegen.providers.domains.lookup import find_matches
from pytest_fixturegen.providers.domains.rows import (
    NUMBER_KINDS,
    Row,
    build_row_fact,
    index_spellings,
    list_rows,
    normalize,
)
from pytest_fixturegen.providers.domains.specs import CellRange, Either, Spec, TableColumn, Words
from pytest_fixturegen.providers.fact_pins import PinnedNodes, build_choice
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.record_outline import RecordOutline

OTHER_CHANCE = 16
"""One record in so many shows a member that the domain does not know, if there is one."""

MIN_KNOWN = 2
"""The members that a domain must know to serve a closed list."""


def find_domain_choice(
    context: FieldContext,
    values: Sequence[Any],
    json: Sequence[Any],
) -> tuple[str, Node] | None:
    """Return the domain and name that serve a closed list, and the node of one of *values*.

    *json* are the values as JSON. Return None if no domain knows at least half of them.
    """
    texts = [normalize(str(text)) for text in json]
    for match in find_matches(context.name, context.record):
        if match.owner:
            continue
        node: Node | None = None
        if isinstance(match.spec, TableColumn):
            node = _build_column_choice(
                match.spec,
                context,
                values,
                json,
                texts,
            )
        elif isinstance(match.spec, Words):
            node = _build_weighted_choice(match.spec, values, json, texts)
        if node is not None:
            return f"{match.domain}.{match.name}", node
    return None


def _build_column_choice(
    spec: TableColumn,
    context: FieldContext,
    values: Sequence[Any],
    json: Sequence[Any],
    texts: Sequence[str],
) -> Node | None:
    """Return the view of the member that the record's row names."""
    spellings = index_spellings(spec)
    by_cell = {spellings[text]: place for place, text in enumerate(texts) if text in spellings}
    if not _knows_enough(len(by_cell), values):
        return None
    others = [place for place, text in enumerate(texts) if text not in spellings]
    place = spec.place

    def choose(word: int, row: Row) -> int:
        """Return which member the row names; rarely one of the others."""
        if row[place] in by_cell and not (others and word % OTHER_CHANCE == 0):
            return by_cell[row[place]]
        rest = others or [*by_cell.values()]
        return rest[(word >> 8) % len(rest)]

    def find_rows(cell: str, node: Node) -> PinnedNodes | None:
        """Return the node of the rows that name the fixed member."""
        found = [row for row in list_rows(node) if row[place] == cell]
        return (build_choice(found),) if found else None

    cells = {number: cell for cell, number in by_cell.items()}
    pin = FactPin(
        lambda value: _find_cell(value, values, json, cells),
        find_rows,
    )
    to_json = _make_json_converter(values, json)
    fact = build_row_fact(spec, "", context.record)
    return FactView(
        lambda word, row: values[choose(word, row)],
        (fact,),
        to_json,
        pin,
    )


def _find_cell(
    value: Any,
    values: Sequence[Any],
    json: Sequence[Any],
    cells: Mapping[int, str],
) -> str:
    """Return the cell of the member that *value* is, or whose JSON it is; "" if it has none."""
    for number, pair in enumerate(zip(values, json, strict=True)):
        if value in pair:
            return cells.get(number, "")
    return ""


def _build_weighted_choice(
    spec: Words,
    values: Sequence[Any],
    json: Sequence[Any],
    texts: Sequence[str],
) -> Node | None:
    """Return the node of the members, each as likely as it is among the words."""
    weights = Counter(map(normalize, spec.options))
    if not _knows_enough(sum(text in weights for text in texts), values):
        return None
    places = [place for place, text in enumerate(texts) for _ in range(weights[text] or 1)]
    return Choice(
        tuple(values[place] for place in places),
        tuple(json[place] for place in places),
    )


def _knows_enough(known: int, values: Sequence[Any]) -> bool:
    """Return whether so many *known* members show that *values* are words of the domain."""
    return known >= max(MIN_KNOWN, len(values) / 2)


def _make_json_converter(values: Sequence[Any], json: Sequence[Any]) -> Any:
    """Return what makes JSON of a member; None if the members are their JSON."""
    pairs = [(value, text) for value, text in zip(values, json, strict=True) if value is not text]
    if not pairs:
        return None

    def to_json(value: Any) -> Any:
        """Return the JSON of the member *value*."""
        return next(
            (text for member, text in pairs if member is value),
            value,
        )

    return to_json


def shows_domain_row(context: FieldContext) -> bool:
    """Return whether the field of *context* shows the row of a table: of its domain, by its name.

    A plain ``status`` or ``state`` in a text belongs to the stage of the record.
    """
    if context.kind == "str" and context.name in ("status", "state"):
        return False
    return isinstance(_find_spec(context.name, context.record), TableColumn)


def leads_relations(context: FieldContext) -> bool:
    """Return whether the number of *context* belongs to a row of a table that leads."""
    if context.kind not in NUMBER_KINDS or context.is_item:
        return False
    spec = _find_spec(context.name, context.record)
    column = spec.low if isinstance(spec, CellRange) else spec
    return isinstance(column, TableColumn) and column.leads


@lru_cache(maxsize=2048)
def _find_spec(name: str, record: RecordOutline) -> Spec | None:
    """Return what *name* means in *record*, or the first of several meanings."""
    match = next(
        (match for match in find_matches(name, record) if not match.owner),
        None,
    )
    spec = match.spec if match else None
    if isinstance(spec, Either):
        first: Spec = spec.specs[0]
        return first
    return spec

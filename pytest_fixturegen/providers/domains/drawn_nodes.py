"""Nodes of rows that are drawn: all fields of the record that show one row agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import time
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.introspection.shapes import NO_CONSTRAINTS
from pytest_fixturegen.nodes import (
    Call,
    Choice,
    Fact,
    FactPin,
    FactView,
    Integer,
    Node,
    Outer,
    Position,
    unwrap_node,
)
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.domains.lookup import DomainMatch, find_matches, load_domain
from pytest_fixturegen.providers.domains.options import match_options
from pytest_fixturegen.providers.domains.specs import Cell, DrawnCell
from pytest_fixturegen.providers.fact_fields import (
    build_draw,
    build_text_view,
    format_fact_name,
    list_sample_words,
    write_present,
)
from pytest_fixturegen.providers.fact_pins import PinnedNodes, build_choice, read_number
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.streams import WORD_MASK, mix_word

MAX_TRIES = 48
"""How often a row is drawn until the closed lists of the record have its cells."""

PINNED_SAMPLES = 4096
"""How many rows are drawn to find those that show a value which the user fixes."""

OTHER_OPTION_CHANCE = 16
"""One record in so many shows an option that no row has."""


WORD_FACT = Fact("record word", Integer(0, WORD_MASK))
"""A hidden word that the records in a list share with the record around them."""

SURROUNDINGS = (
    WORD_FACT,
    Fact("outer word", Outer(WORD_FACT.name, Integer(0, WORD_MASK))),
    Fact("position", Position()),
)
"""The word of the record, that of the record around it, and the position in a list."""


@dataclass(frozen=True, slots=True)
class NarrowedDraw:
    """Rows of *draw* whose cells at each place of *allowed* are among those listed."""

    draw: Callable[..., tuple[Cell, ...]]
    allowed: tuple[tuple[int, frozenset[Cell]], ...]

    def __call__(self, word: int, *around: int) -> tuple[Cell, ...]:
        """Return the first row that is allowed; the last one if none of the tries is."""
        row = self.draw(word, *around)
        for attempt in range(1, MAX_TRIES):
            if all(row[place] in cells for place, cells in self.allowed):
                break
            row = self.draw(
                mix_word(word, attempt + 200),
                *around,
            )
        return row


def build_drawn_fact(
    spec: DrawnCell,
    domain: str,
    record: RecordOutline,
    owner: str,
) -> Fact:
    """Return the fact of the row of the record.

    A closed list in the record, such as the species of an animal, narrows the rows to those that
    it has.
    """
    name = format_fact_name(owner, spec.entity)
    draw = _narrow_draw(
        spec.draw_item or spec.draw,
        spec.entity,
        domain,
        record,
    )
    if spec.draw_item is None:
        return Fact(name, Call(draw))
    return Fact(name, FactView(draw, SURROUNDINGS))


@lru_cache(maxsize=512)
def _narrow_draw(
    draw: Callable[..., tuple[Cell, ...]],
    entity: str,
    domain: str,
    record: RecordOutline,
) -> Callable[..., tuple[Cell, ...]]:
    """Return *draw* limited to rows whose cells are options of the closed lists of *record*."""
    allowed = []
    for field in record.fields:
        spec = (
            _find_drawn(
                field.name,
                entity,
                domain,
                record,
            )
            if field.options
            else None
        )
        matched = match_cells(spec, field.options) if spec else {}
        if spec and matched:
            allowed.append((spec.place, frozenset(matched)))
    return NarrowedDraw(draw, tuple(allowed)) if allowed else draw


def _find_drawn(
    name: str,
    entity: str,
    domain: str,
    record: RecordOutline,
) -> DrawnCell | None:
    """Return the column of *entity* that the whole name *name* means in *domain*."""
    known = load_domain(domain)
    for spelling in list_class_spellings(name, record.model):
        spec = known.within.get(spelling) or known.own.get(spelling)
        if spec is not None:
            return spec if isinstance(spec, DrawnCell) and spec.entity == entity else None
    return None


def list_class_spellings(name: str, model: str) -> tuple[str, ...]:
    """Return *name* with the class before it, with the last word of that, and as it is."""
    noun = model.rpartition("_")[2]
    return (f"{model}_{name}", f"{noun}_{name}", name) if model else (name,)


def _list_context_spellings(context: FieldContext) -> tuple[str, ...]:
    """Return the spellings of the field's name: as it is written, then as it is read."""
    names = dict.fromkeys((context.spelling or context.name, context.name))
    model = context.record.model
    return tuple(each for name in names for each in list_class_spellings(name, model))


def match_cells(spec: DrawnCell, options: Sequence[Any]) -> dict[Cell, int]:
    """Return which of *options* each text of the column means; none if most options mean none."""
    cells = dict.fromkeys(cell for cell in list_samples(spec) if isinstance(cell, str))
    found = match_options(
        tuple(cells),
        tuple(map(str, options)),
    )
    is_known = len(set(found.values())) * 2 > len(options)
    return {cell: index for cell, index in found.items() if is_known}


def list_samples(spec: DrawnCell, count: int = 256) -> list[Cell]:
    """Return cells of the column, which words spread over 64 bits draw."""
    return [spec.draw(mix_word(step, 7))[spec.place] for step in range(count)]


def provide_domain_choice(
    context: FieldContext,
    values: Sequence[Any],
    json: Sequence[Any],
) -> tuple[str, Node] | None:
    """Return the domain and name of a closed list that shows a drawn row, and its node."""
    if context.is_item:
        return None
    for name in _list_context_spellings(context):
        for match in find_matches(name, context.record):
            if match.owner or not isinstance(match.spec, DrawnCell):
                continue
            matched = match_cells(match.spec, json)
            if matched:
                fact = build_drawn_fact(
                    match.spec,
                    match.domain,
                    context.record,
                    "",
                )
                show = _make_choice_show(
                    match.spec.place,
                    matched,
                    values,
                )
                node = FactView(
                    show,
                    (fact,),
                    _make_json_converter(values, json),
                )
                return f"{match.domain}.{match.name}", node
    return None


def shows_drawn_row(context: FieldContext) -> bool:
    """Return whether the name means a column of a drawn row: the phase of the moon is no stage."""
    first = _find_first_match(context)
    return first is not None and isinstance(first.spec, DrawnCell)


def count_row_numbers(context: FieldContext) -> int:
    """Return how many numbers of the record are in the drawn row of the field; 0 without a row."""
    first = _find_first_match(context)
    if first is None or not isinstance(first.spec, DrawnCell):
        return 0
    return _count_row_numbers(first.spec.entity, context.record)


@lru_cache(maxsize=256)
def _count_row_numbers(entity: str, record: RecordOutline) -> int:
    """Return how many numbers of *record* are columns of the drawn row of *entity*."""
    numbers = (field.name for field in record.fields if field.kind in NUMBER_KINDS)
    matches = (_match_whole(list_class_spellings(name, record.model), record) for name in numbers)
    specs = (match.spec for match in filter(None, matches))
    return [
        getattr(
            spec,
            "entity",
            "",
        )
        for spec in specs
    ].count(entity)


def _find_first_match(context: FieldContext) -> DomainMatch | None:
    """Return the first meaning of the whole name in a domain."""
    return _match_whole(_list_context_spellings(context), context.record)


@lru_cache(maxsize=1024)
def _match_whole(names: tuple[str, ...], record: RecordOutline) -> DomainMatch | None:
    """Return what the first known of *names* means as a whole; None if none is known."""
    matches = (match for name in names for match in find_matches(name, record))
    return next(
        (match for match in matches if not match.owner),
        None,
    )


def _make_choice_show(
    place: int,
    matched: dict[Cell, int],
    values: Sequence[Any],
) -> Callable[[int, tuple[Cell, ...]], Any]:
    """Return what shows the value that the cell at *place* means, and rarely an unknown one."""
    taken = set(matched.values())
    others = [index for index in range(len(values)) if index not in taken]
    first = min(taken)

    def show_choice(word: int, row: tuple[Cell, ...]) -> Any:
        """Return the value of the row."""
        if others and word % OTHER_OPTION_CHANCE == 0:
            return values[others[(word >> 8) % len(others)]]
        return values[matched.get(row[place], first)]

    return show_choice


def _make_json_converter(values: Sequence[Any], json: Sequence[Any]) -> Callable[[Any], Any] | None:
    """Return the function from *values* to their *json*; None if they are the same."""
    pairs = [
        pair
        for pair in zip(
            values,
            json,
            strict=True,
        )
        if pair[0] is not pair[1]
    ]
    if not pairs:
        return None
    return lambda value: next((text for known, text in pairs if known is value), value)


def build_drawn_node(
    spec: DrawnCell,
    domain: str,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the view of one column of a drawn row; None if the field cannot show it."""
    if context.is_item and context.kind == "str":
        cells = dict.fromkeys(cell for cell in list_samples(spec) if cell is not None)
        return text.build_text_pool(
            tuple(map(str, cells)),
            context.constraints,
        )
    convert = CONVERTERS.get(context.kind)
    fact = build_drawn_fact(
        spec,
        domain,
        context.record,
        owner,
    )
    draw = _narrow_draw(
        spec.draw,
        spec.entity,
        domain,
        context.record,
    )  # keeps its rows
    samples = [draw(word)[spec.place] for word in list_sample_words()]
    shown = [cell for cell in samples if cell is not None]
    is_number = context.kind in NUMBER_KINDS
    if convert is None or not (shown or is_number):
        return None
    try:
        values = [convert(cell) for cell in shown or (0,)]
    except (ValueError, ArithmeticError):
        return None  # a column of texts for a number
    pin = FactPin(_read_fixed, partial(_find_rows, spec.place))
    draw_empty = _find_empty(
        context,
        samples,
        values,
    )
    show = CellShow(
        spec.place,
        convert,
        draw_empty,
        draw_empty(0) is None,
    )
    if context.kind == "str":
        return build_text_view(
            context,
            show,
            fact,
            pin=pin,
        )
    guarded = (
        _guard_numbers(
            show,
            values,
            context,
        )
        if is_number
        else show
    )
    if guarded is None:
        return None
    return FactView(
        guarded,
        (fact,),
        JSON_CONVERTERS.get(context.kind),
        pin,
    )


NUMBER_KINDS = ("int", "float", "decimal")


def _to_decimal(cell: Cell) -> Decimal:
    """Return the number of *cell*; one with decimals has at least two, as amounts do."""
    number = Decimal(str(cell))
    exponent = int(number.as_tuple().exponent)
    return number.quantize(CENT) if isinstance(cell, float) and exponent > -2 else number


CENT = Decimal("0.01")


def _to_int(cell: Cell) -> int:
    return round(cell if isinstance(cell, int | float) else Decimal(str(cell)))


def _to_float(cell: Cell) -> float:
    return float(cell if isinstance(cell, int | float) else str(cell))


def _to_time(cell: Cell) -> time:
    return time.fromisoformat(str(cell))


CONVERTERS: dict[Any, Callable[[Cell], Any]] = {
    "str": str,
    "int": _to_int,
    "float": _to_float,
    "decimal": _to_decimal,
    "time": _to_time,
}
"""What makes a value of a cell, by the kind of the field."""


JSON_CONVERTERS: dict[Any, Callable[[Any], Any]] = {
    "decimal": write_present,
    "time": write_present,
}


def _find_empty(
    context: FieldContext,
    samples: list[Cell],
    values: list[Any],
) -> Callable[[int], Any]:
    """Return what draws the value of a field that does not apply: None if it may be."""
    field = context.record.find(context.name)
    if None in samples and field is not None and field.is_optional and not context.is_item:
        return lambda word: None
    if context.kind in NUMBER_KINDS:
        return lambda word: values[0] * 0
    return lambda word: values[word % len(values)]


@dataclass(frozen=True, slots=True)
class CellShow:
    """Shows the cell at *place* of a row, converted; a row without one shows *draw_empty*.

    If *decides_presence*, some rows have none: the milk of a hen is None.
    """

    place: int
    convert: Callable[[Cell], Any]
    draw_empty: Callable[[int], Any]
    decides_presence: bool

    def __call__(
        self,
        word: int,
        row: tuple[Cell, ...],
    ) -> Any:
        """Return the cell in the type of the field."""
        cell = row[self.place]
        return self.draw_empty(word) if cell is None else self.convert(cell)


def decides_presence(node: Node) -> bool:
    """Return whether *node* shows a row that says whether the field has a value at all."""
    inner = unwrap_node(node)
    show = inner.show if isinstance(inner, FactView) else None
    return isinstance(show, CellShow) and show.decides_presence


def _guard_numbers(
    show: Callable[..., Any],
    values: list[Any],
    context: FieldContext,
) -> Callable[..., Any] | None:
    """Return *show* with other numbers for those that the constraints reject.

    Return None if they reject more than half of *values*.
    """
    constraints = context.constraints
    if constraints == NO_CONSTRAINTS:
        return show
    valid = [value for value in values if _is_valid(value, context)]
    if len(valid) * 2 < len(values):
        return None

    def show_guarded(word: int, row: tuple[Cell, ...]) -> Any:
        """Return the number of the row if it is valid, else one that is."""
        value = show(word, row)
        is_kept = value is None or _is_valid(value, context)
        return value if is_kept else valid[word % len(valid)]

    return show_guarded


def _is_valid(value: Any, context: FieldContext) -> bool:
    """Return whether the number *value* satisfies the constraints of the field."""
    number = Decimal(str(value)) if isinstance(value, float) else value
    return is_valid_number(number, context.constraints)


def _read_fixed(value: Any) -> Any:
    """Return the value that the user fixed: that of a member of an enum."""
    return getattr(
        value,
        "value",
        value,
    )


def _find_rows(
    place: int,
    value: Any,
    node: Node,
) -> PinnedNodes | None:
    """Return the node of rows with *value* at *place*; None if the drawn ones have none."""
    rows = _list_rows(node)
    found = [row for row in rows if _is_same(value, row[place])]
    return (build_choice(found),) if found else None


def _list_rows(node: Node) -> Sequence[tuple[Cell, ...]]:
    """Return rows of *node*: its options, or samples of what it draws."""
    if isinstance(node, Choice):
        return node.options
    draw = build_draw(node)
    return [draw(mix_word(step, 7)) for step in range(PINNED_SAMPLES)]


def _is_same(value: Any, cell: Cell) -> bool:
    """Return whether *value* is *cell*, as a text or as a number."""
    if isinstance(value, str):
        return str(cell).casefold() == value.strip().casefold()
    number = read_number(value)
    return number is not None and cell is not None and read_number(cell) == number

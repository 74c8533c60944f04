"""Fields that count the items of a list next to them, or add up what the items hold.

``item_count`` is the length of ``items``, ``total_weight`` the sum of their weights. A bill whose
lines have amounts adds these up, so that its tax and its total go with them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any, NamedTuple

from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.introspection.shape_parts import unwrap_shape
from pytest_fixturegen.introspection.shapes import (
    CollectionShape,
    Constraints,
    ModelField,
    ModelShape,
    Scalar,
    Shape,
)
from pytest_fixturegen.nodes import (
    Aggregate,
    Array,
    Choice,
    Constant,
    Fact,
    FactView,
    Length,
    Node,
    Nullable,
    Record,
    Slot,
    unwrap_node,
)
from pytest_fixturegen.providers import field_names
from pytest_fixturegen.providers.amounts import RATE_PARTS
from pytest_fixturegen.providers.fact_pins import show_fact
from pytest_fixturegen.providers.families.bills import is_sum_of_bill
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.providers.units.lookup import normalize
from pytest_fixturegen.providers.units.suffixes import index_units
from pytest_fixturegen.strategies.list_shares import share_list, split_goals
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.record_outlines import outline_record
from pytest_fixturegen.strategies.unique_facts import replace_facts

NUMBER_KINDS = ("int", "float", "decimal")

COUNT_MARKS = frozenset("count num number of total n no size length how many".split())
"""Words that make the name of a list the name of its length."""

SUM_MARKS = frozenset("total sum of all overall cumulative combined aggregate".split())
"""Words that make the name of a number of the items the name of its sum."""

SAME_ITEMS = (
    frozenset("item line product entry position row article".split()),
    frozenset("reading sample value measurement point observation record data".split()),
    frozenset("member participant user attendee player person".split()),
    frozenset("stop waypoint step leg".split()),
    frozenset("parcel package box piece".split()),
    frozenset("comment reply answer".split()),
)
"""Nouns of items that mean the same in the name of a count."""

CENTS = 100
TAX_FACTS = 3
"""A tax is a view of a quantity, a price and a rate."""

TAX_NAMES = frozenset("tax tax_amount vat_amount vat line_tax".split())
TIME_NAMES = frozenset(
    "nights num_nights number_of_nights nights_count days num_days number_of_days rental_days "
    "total_nights total_days".split()
)
"""Names of the tax of a line, and of what is paid for by the night or by the day."""


class NumberList(NamedTuple):
    """A list of a record: its slot, the node of the list, and the noun of its items.

    *names* are the names of the fields of its items in plain English, by slot.
    """

    slot: Slot
    array: Array
    noun: str
    names: Mapping[str, str]


def show_list_totals(
    record: PlanContext,
    fields: Sequence[ModelField],
    slots: Sequence[Slot],
    drawn: frozenset[str],
) -> list[Slot]:
    """Return *slots* of *record* with counts and sums of the lists among them.

    Only the fields *drawn* by name or type are changed.
    """
    names = {slot.name: record._replace(name=slot.name).plain_name for slot in slots}
    shapes = {field.name: unwrap_shape(field.shape, record.refs) for field in fields}
    lists = list(
        _find_lists(
            record,
            slots,
            shapes,
            names,
        )
    )
    slots = _add_up_lines(
        slots,
        lists,
        drawn,
    )
    if not lists:
        return slots
    slots = [
        _share_whole(
            record,
            slot,
            lists,
            shapes,
        )
        for slot in slots
    ]
    totals = _TotalFinder(
        lists,
        shapes,
        names,
    )
    return [totals.replace(slot) if slot.name in drawn else slot for slot in slots]


def _share_whole(
    record: PlanContext,
    slot: Slot,
    lists: Sequence[NumberList],
    shapes: Mapping[str, Shape],
) -> Slot:
    """Return *slot* with items that share a whole if it is one of *lists*."""
    found = next(
        (each for each in lists if each.slot.name == slot.name),
        None,
    )
    item = _find_item_shape(record, shapes.get(slot.name))
    if found is None or item is None:
        return slot
    fields = {field.name: unwrap_shape(field.shape, record.refs) for field in item.fields}
    return share_list(
        slot,
        found.noun.rpartition("_")[2],
        found.names,
        fields,
    )


def _find_lists(
    record: PlanContext,
    slots: Sequence[Slot],
    shapes: Mapping[str, Shape],
    names: Mapping[str, str],
) -> Iterator[NumberList]:
    """Yield the lists among *slots*."""
    for slot in slots:
        node = slot.node
        if isinstance(node, Nullable):
            node = node.inner
        if isinstance(node, Array):
            name = names[slot.name]
            noun = field_names.to_singular(name) or name
            items = _read_item_names(record, shapes.get(slot.name))
            yield NumberList(
                slot,
                node,
                noun,
                items,
            )


def _read_item_names(record: PlanContext, shape: Shape | None) -> dict[str, str]:
    """Return the names of the fields of the items of *shape* in plain English, by field."""
    item = _find_item_shape(record, shape)
    if item is None:
        return {}
    outline = outline_record(
        item,
        record.refs,
        record.outline.root,
        record.config,
    )
    return {field.name: outline.read_name(to_snake_case(field.name)) for field in item.fields}


def _find_item_shape(record: PlanContext, shape: Shape | None) -> ModelShape | None:
    """Return the model of the items of *shape*, or None if it is not a list of a model."""
    item = unwrap_shape(shape.item, record.refs) if isinstance(shape, CollectionShape) else None
    return item if isinstance(item, ModelShape) else None


class _TotalFinder:
    """Finds the fields that count or add up the items of one of *lists*."""

    def __init__(
        self,
        lists: Sequence[NumberList],
        shapes: Mapping[str, Shape],
        names: Mapping[str, str],
    ) -> None:
        self._lists = lists
        self._shapes = shapes
        self._names = names

    def replace(self, slot: Slot) -> Slot:
        """Return *slot* with a node that computes its total, or unchanged if it is not a total."""
        shape = self._shapes.get(slot.name)
        if not isinstance(shape, Scalar) or shape.kind not in NUMBER_KINDS:
            return slot
        if _shows_amount(slot.node):  # its facts are those of the lines
            return slot
        name = normalize(self._names[slot.name])
        for found in self._lists:
            node = _build_total(
                found,
                name,
                shape,
                slot.node,
            )
            if node is not None:
                return replace(slot, node=node)
        return slot


def _build_total(
    found: NumberList,
    name: str,
    shape: Scalar,
    default: Node,
) -> Node | None:
    """Return the node that computes *name* as a total of *found*, or None if it is not a total."""
    constraints = shape.constraints
    if shape.kind == "int" and _counts_items(name, found.noun):
        sizes = (_find_least_size(found), found.array.high)
        fits = all(is_valid_number(size, constraints) for size in sizes)
        return Length(found.slot.name, default) if fits else None
    field = _find_summed_field(name, found)
    if field is None or not _accepts_sums(constraints, found.array):
        return None
    return Aggregate(
        found.slot.name,
        field,
        partial(_add_values, shape.kind),
        default,
    )


def _find_least_size(found: NumberList) -> int:
    """Return the fewest items that *found* may have: none if it waits for a stage."""
    closed = getattr(found.slot.node, "closed", None)
    return found.array.low if closed is None else 0


def _counts_items(name: str, noun: str) -> bool:
    """Return whether *name* is that of the number of items that are called *noun*."""
    words = name.split("_")
    nouns = [word for word in words if word not in COUNT_MARKS]
    if len(nouns) == len(words) or not nouns:
        return False
    counted = "_".join(nouns)
    singular = field_names.to_singular(counted) or counted
    last = noun.rpartition("_")[2]
    if singular in (noun, last):
        return True
    return any(singular in group and last in group for group in SAME_ITEMS)


def _find_summed_field(name: str, found: NumberList) -> str | None:
    """Return the field of the items whose sum a field *name* is; None if nothing is found."""
    record = found.array.item
    words = _strip_unit(name).split("_")
    measured = [word for word in words if word not in SUM_MARKS]
    if not isinstance(record, Record) or len(measured) == len(words) or not measured:
        return None
    wanted = "_".join(measured)
    spellings = {wanted, field_names.to_singular(wanted) or wanted, f"{wanted}_amount"}
    for slot in record.slots:
        own = _strip_unit(normalize(found.names.get(slot.name, slot.name)))
        if own in spellings and _is_number(slot.node):
            return slot.name
    return _find_counted_field(found, record) if wanted in PIECE_WORDS else None


PIECE_WORDS = frozenset("units quantity qty pieces".split())


def _find_counted_field(found: NumberList, record: Record) -> str | None:
    """Return the first field of the items that says how many there are; None without one."""

    def counts(slot: Slot) -> bool:
        """Return whether *slot* is a number of pieces."""
        name = normalize(found.names.get(slot.name, slot.name))
        return name.rpartition("_")[2] in PIECE_WORDS and _is_number(slot.node)

    return getattr(next(filter(counts, record.slots), None), "name", None)


def _strip_unit(name: str) -> str:
    """Return *name* without the unit at its end."""
    head, _, unit = name.rpartition("_")
    return head if head and unit in index_units() else name


def _is_number(node: Node) -> bool:
    """Return whether *node* makes single values, not lists or records."""
    inner = unwrap_node(node)
    return not isinstance(inner, Array | Record)


def _accepts_sums(constraints: Constraints, array: Array) -> bool:
    """Return whether a sum of any numbers of items is valid: only a lower bound of 0 is allowed."""
    bounds = (
        constraints.le,
        constraints.lt,
        constraints.multiple_of,
    )
    low = constraints.gt if constraints.ge is None else constraints.ge
    is_low = low is None or low <= 0
    return is_low and bounds == (None, None, None) and array.low > 0


def _add_values(kind: str, values: list[Any]) -> Any:
    """Return the sum of *values* as a number of *kind*."""
    total = sum((Decimal(str(value)) for value in values), Decimal(0))
    if kind == "decimal":
        return total
    return round(total) if kind == "int" else float(round(total, 6))


# Bills


def _add_up_lines(
    slots: Sequence[Slot],
    lists: Sequence[NumberList],
    drawn: frozenset[str],
) -> list[Slot]:
    """Return *slots* with amounts of one bill: those that its lines add up to.

    Without lines, the nights of a stay or the days of a rental are what is bought.
    """
    goals = [found.slot.name for found in lists if found.noun == "goal"]
    if goals:
        score = split_goals(slots, goals[0])
        return [replace(slot, node=replace_facts(slot.node, score)) for slot in slots]
    amounts = [slot.node for slot in slots if slot.name in drawn]
    priced = lists if any(map(_shows_amount, amounts)) else ()
    found = (*map(_find_line_facts, lists), *map(_find_price_facts, priced))
    facts = next(filter(None, found), None) or _find_time_facts(slots)
    if not facts:
        return [
            _count_units(
                slot,
                slots,
                drawn,
            )
            for slot in slots
        ]
    return [
        _replace_amount(
            slot,
            facts,
            drawn,
        )
        for slot in slots
    ]


def _replace_amount(
    slot: Slot,
    facts: Mapping[str, Node],
    drawn: frozenset[str],
) -> Slot:
    """Return *slot* with *facts* of a bill if it shows an amount, and was *drawn* by name."""
    is_amount = slot.name in drawn and _shows_amount(slot.node)
    return replace(slot, node=replace_facts(slot.node, facts)) if is_amount else slot


def _find_line_facts(found: NumberList) -> dict[str, Node] | None:
    """Return the facts of a bill with the lines *found*; None if they have no amount."""
    amount = _find_line_amount(found)
    if amount is None:
        return None
    subtotal = Aggregate(
        found.slot.name,
        amount.name,
        _add_cents,
        Constant(0, 0),
    )
    facts: dict[str, Node] = {"quantity": Constant(1, 1), "unit_price": subtotal}
    taxes = [
        slot
        for slot in _list_item_slots(found)
        if _has_name(
            found,
            slot,
            TAX_NAMES,
        )
    ]
    if taxes and _count_facts(taxes[0]) == TAX_FACTS and _count_facts(amount) < TAX_FACTS:
        tax = Aggregate(
            found.slot.name,
            taxes[0].name,
            _add_cents,
            Constant(0, 0),
        )
        parts = Fact("line_amounts", subtotal), Fact("line_taxes", tax)
        facts["tax_rate"] = FactView(_divide_tax, parts)
    return facts


COUNTED = frozenset("quantity qty units".split())
PRICE_NAMES = frozenset("price ticket_price seat_price item_price fare amount cost fee".split())
PRICED_NOUNS = frozenset(
    """item line seat ticket service dish product treatment extra passenger procedure article
    booking room position entry charge""".split()
)
"""Names of the price of an item, and of items, that are bought one by one."""


def _find_price_facts(found: NumberList) -> dict[str, Node] | None:
    """Return the facts of a bill for *found*, items with a price and no quantity."""
    names = {found.names.get(slot.name, slot.name): slot for slot in _list_item_slots(found)}
    priced = [slot for name, slot in names.items() if name in PRICE_NAMES]
    is_single = COUNTED.isdisjoint(names) and found.noun.rpartition("_")[2] in PRICED_NOUNS
    if not is_single or len(priced) != 1 or not _is_number(priced[0].node):
        return None
    subtotal = Aggregate(
        found.slot.name,
        priced[0].name,
        _add_cents,
        Constant(0, 0),
    )
    return {"quantity": Constant(1, 1), "unit_price": subtotal}


def _list_item_slots(found: NumberList) -> tuple[Slot, ...]:
    """Return the fields of the items of *found*; empty if the items are not records."""
    return found.array.item.slots if isinstance(found.array.item, Record) else ()


def _has_name(
    found: NumberList,
    slot: Slot,
    names: frozenset[str],
) -> bool:
    """Return whether the name of *slot*, in plain English, is one of *names*."""
    return found.names.get(slot.name, slot.name) in names


def _divide_tax(
    word: int,
    subtotal: int,
    tax: int,
) -> Any:
    """Return the rate, in ten-thousandths, that makes exactly *tax* of *subtotal*."""
    return Fraction(tax * RATE_PARTS, subtotal) if subtotal else 0


def _find_time_facts(slots: Sequence[Slot]) -> dict[str, Node]:
    """Return the facts of a bill for the nights or days that a slot shows; {} if none does."""
    for slot in slots:
        view = slot.node
        if slot.name in TIME_NAMES and isinstance(view, FactView) and not _shows_amount(view):
            return {"quantity": FactView(view.show, view.facts)}
    return {}


def _count_units(
    slot: Slot,
    slots: Sequence[Slot],
    drawn: frozenset[str],
) -> Slot:
    """Return *slot* with the quantity of the bill among *slots*, if it counts nights or days."""
    node = slot.node
    if slot.name not in TIME_NAMES & drawn or not isinstance(node, Choice):
        return slot
    facts = (
        fact
        for one in slots
        for fact in getattr(
            one.node,
            "facts",
            (),
        )
    )
    quantity = next(
        (fact for fact in facts if fact.name == "quantity"),
        None,
    )
    if quantity is None or not all(type(option) is int for option in node.options):
        return slot
    return replace(slot, node=FactView(show_fact, (quantity,)))


def _find_line_amount(found: NumberList) -> Slot | None:
    """Return the field of the items that is the amount of a line, without tax if it has one."""
    amounts = [
        slot
        for slot in _list_item_slots(found)
        if _shows_amount(slot.node) and is_sum_of_bill(found.names.get(slot.name, slot.name))
    ]
    return min(
        amounts,
        key=_count_facts,
        default=None,
    )


def _count_facts(slot: Slot) -> int:
    """Return the number of facts that *slot* shows."""
    view = unwrap_node(slot.node)
    return len(view.facts) if isinstance(view, FactView) else 0


def _shows_amount(node: Node) -> bool:
    """Return whether *node* shows an amount of a quantity and a price."""
    inner = unwrap_node(node)
    if not isinstance(inner, FactView):
        return False
    return {"quantity", "unit_price"} <= {fact.name for fact in inner.facts}


def _add_cents(values: list[Any]) -> int:
    """Return the sum of *values* in hundredths."""
    return round(sum((Decimal(str(value)) for value in values), Decimal(0)) * CENTS)

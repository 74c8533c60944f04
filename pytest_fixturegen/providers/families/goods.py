"""Quantities, prices of one and what they cost, under names that no list has.

``ticket_count`` times ``price_each``, ``seats`` times ``price_per_seat`` and ``shares`` times
``fill_price`` are views of the facts of :mod:`pytest_fixturegen.providers.amounts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers import amounts
from pytest_fixturegen.providers.families.cost_names import strip_currency, to_noun
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.record_outline import RecordOutline

NUMBER_KINDS = ("int", "float", "decimal")
QUANTITY, PRICE, SUBTOTAL = "quantity", "unit_price", "subtotal"

PRICE_HEADS = frozenset("price cost rate value fee amount".split())
UNIT_WORDS = frozenset("unit item piece share fill execution trade ticket seat face".split())
PER_WORDS = frozenset(
    """unit item piece ticket seat share user head person copy pack box bottle license licence
    bag pallet session lesson class visit guest room ride load sheet page participant
    attendee""".split()
)
"""Words of the price of one of what is counted: a head, and what is before or after it."""

QUANTITY_WORDS = frozenset(
    """quantity qty units pieces shares tickets seats items copies licenses licences bottles boxes
    packs users guests sessions lessons classes participants persons people pages sheets bags
    pallets visits attendees loads""".split()
)
"""Words of how many are bought."""

ORDERED_NAMES = ("quantity_ordered", "ordered_quantity", "qty_ordered", "order_quantity")
"""Names of how many are bought, beside those that were sent or received."""

TOTAL_NAMES = frozenset(
    """extended_cost extended_amount extended_price gross_value gross_amount line_value total_value
    total_cost total_price total_amount amount value total subtotal total gross cost line_cost mrr
    trade_value order_value monthly_amount monthly_total line_total net_amount order_total fare
    total_fare goods_value line_amount price_total ticket_total item_total""".split()
)
"""Names of what all of them cost; the first of a record counts."""


def find_goods_nodes(context: FieldContext) -> Iterator[tuple[str, Node]]:
    """Yield the view of the quantity, the price or the subtotal that the field shows."""
    role = find_goods(context.record).get(context.name)
    if role is None or context.is_item:
        return
    provide = PROVIDERS[role]
    node = provide(context, "")
    if node is not None:
        yield f"families.goods.{role}", node


PROVIDERS = {
    QUANTITY: amounts.provide_quantity,
    PRICE: amounts.provide_price,
    SUBTOTAL: amounts.provide_subtotal,
}


@lru_cache(maxsize=128)
def find_goods(record: RecordOutline) -> dict[str, str]:
    """Return what each field of *record* shows of its goods; an empty table without such names.

    The price must have a name of its own, so that the lists of the other families do not know it.
    """
    names = {field.name: field.kind for field in record.fields if field.kind in NUMBER_KINDS}
    price = next((name for name in names if _is_price(name)), "")
    quantity = _find_quantity(names, price) if price else ""
    if not quantity or record.has("price", "unit_price"):
        return {}
    total = next((name for name in names if strip_currency(name) in TOTAL_NAMES), "")
    roles = {quantity: QUANTITY, price: PRICE}
    from pytest_fixturegen.providers.families.bills import find_bill_roles

    if total and total not in find_bill_roles(record):
        roles[total] = SUBTOTAL
    return roles


def _is_price(name: str) -> bool:
    """Return whether *name* is that of the price of one: ``price_each``, ``fee_per_user``."""
    head, mark, unit = strip_currency(name).partition("_per_")
    if mark:
        return head in PRICE_HEADS and unit in PER_WORDS
    first, _, last = head.partition("_")
    is_each = last == "each" and first in PRICE_HEADS
    return is_each or head == "each" or (first in UNIT_WORDS and last in PRICE_HEADS)


def _find_quantity(names: dict[str, str], price: str) -> str:
    """Return the field of *names* that counts what *price* is paid for; "" without one."""
    whole = [name for name, kind in names.items() if kind == "int" or name in ("quantity", "qty")]
    unit = price.rpartition("_per_")[2]
    first = price.partition("_")[0]
    ordered = [name for name in whole if name in ORDERED_NAMES]
    named = [name for name in whole if {unit, first} & {to_noun(part) for part in name.split("_")}]
    nouns = {to_noun(word) for word in QUANTITY_WORDS}
    bare = [name for name in whole if nouns & {to_noun(part) for part in name.split("_")}]
    bare = [name for name in bare if not name.endswith(("_number", "_id", "_no"))]
    return next(iter((*ordered, *(one for one in named if one != price), *bare)), "")

"""Bills with more than a tax: shipping, discounts, fees, what is paid, and what is due.

Their total adds what stands beside it. A bill without such parts has the total of
:mod:`pytest_fixturegen.providers.amounts`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.nodes import Fact, FactView, Integer, Node
from pytest_fixturegen.providers import amounts
from pytest_fixturegen.providers.fact_fields import format_fact_name, get_json_converter
from pytest_fixturegen.providers.families.settlement import PaymentPercents, find_payments
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.providers.stages.stage import Stage, build_stage_fact

NUMBER_KINDS = ("int", "float", "decimal")
ANY_WORD = Integer(0, (1 << 64) - 1)
CENTS = 100

ROLE_NAMES = {
    "shipping": """shipping shipping_cost shipping_fee shipping_amount shipping_price
        shipping_total delivery_fee delivery_cost delivery_charge freight freight_cost postage
        shipping_charge shipping_charges handling_fee""",
    "discount": """discount discount_amount total_discount discount_total promo_discount
        coupon_discount discounts""",
    "tip": "tip tip_amount gratuity",
    "fee": """fee fees service_fee booking_fee platform_fee cleaning_fee processing_fee
        service_charge transaction_fee""",
    "paid": """amount_paid paid_amount total_paid paid deposit deposit_paid deposit_amount
        down_payment advance_payment advance prepaid_amount""",
    "balance": """balance_due balance amount_outstanding outstanding_balance outstanding_amount
        remaining_balance balance_amount amount_remaining remaining_amount outstanding
        pending pending_amount amount_pending unpaid unpaid_amount amount_unpaid open_amount
        amount_open open_balance remaining amount_owed amount_outstanding_total""",
    "total": """total grand_total total_amount invoice_total order_total total_price total_due
        cart_total final_total amount_payable gross_total total_gross total_cost final_amount
        amount_due final_price line_total line_amount price_total extended_price item_total""",
    "percent": "discount_percent discount_percentage discount_pct discount_rate",
    "subtotal": """subtotal sub_total net_total total_net net_amount subtotal_amount
        total_before_tax""",
    "tax": "tax tax_amount vat_amount tax_total vat total_tax sales_tax gst",
    "price": """nightly_rate price_per_night rate_per_night daily_rate day_rate price_per_day
        room_rate rental_rate rate_per_day hourly_rate""",
}
"""What a bill consists of, and the names of each part."""

EXTRAS = frozenset("shipping discount percent tip fee paid balance".split())
"""Parts of which one makes a record such a bill."""

SHIPPING = (0, 0, 0, 399, 499, 499, 599, 699, 799, 999, 1299, 1900)
DISCOUNTS = (0, 0, 0, 0, 0, 0, 0, 5, 10, 10, 15, 20, 25)
TIPS = (0, 0, 0, 10, 15, 18, 20)
FEES = (99, 150, 199, 250, 299, 499, 0, 0)
PAYMENTS = (0, 0, 20, 25, 30, 30, 50, 50, 100, 100, 100, 100)
"""Amounts in hundredths, and percentages; usual ones more than once."""


LEAST_RATE = 4000
"""The least price of a night or a day, in hundredths."""


@dataclass(frozen=True, slots=True)
class BillPart:
    """Computes *role* of a bill that shows the parts *present*, in *unit* hundredths.

    A price is *least* at least: a night costs more than a cup.
    """

    role: str
    present: frozenset[str]
    unit: int
    least: int

    def __call__(
        self,
        quantity: Any,
        price: Any,
        rate: Any,
        word: int,
        payments: PaymentPercents = PAYMENTS,
    ) -> Any:
        """Return the part of a bill of *quantity* times *price*, with a tax *rate*.

        One of the percentages *payments* is paid.
        """
        if self.least:
            price = price // 2 + self.least
        subtotal = quantity * (price // self.unit)
        if self.role == "subtotal":
            return subtotal
        tax = (subtotal * rate + amounts.RATE_PARTS // 2) // amounts.RATE_PARTS
        parts = {
            "price": price // self.unit,
            "tax": tax,
            "shipping": SHIPPING[(word >> 4) % len(SHIPPING)] // self.unit,
            "fee": FEES[(word >> 16) % len(FEES)] // self.unit,
            "tip": subtotal * TIPS[(word >> 28) % len(TIPS)] // CENTS,
        }
        percent = DISCOUNTS[(word >> 40) % len(DISCOUNTS)]
        if self.role == "percent":
            return percent
        parts["discount"] = subtotal * percent // CENTS
        has_discount = not self.present.isdisjoint(("discount", "percent"))
        added = (parts[role] for role in ("tax", "shipping", "fee", "tip") if role in self.present)
        total = subtotal + sum(added) - has_discount * parts["discount"]
        paid = total * payments[(word >> 52) % len(payments)] // CENTS
        parts.update(
            total=total,
            paid=paid,
            balance=total - paid,
        )
        return parts[self.role]


def find_bill_nodes(context: FieldContext) -> Iterator[tuple[str, Node]]:
    """Yield the view of the part of a bill that the field shows."""
    roles = find_bill_roles(context.record)
    role = roles.get(context.name)
    if role is None or context.constraints.multiple_of is not None:
        return
    places = amounts.get_decimal_places(context)
    is_whole = amounts.counts_whole_units(context)
    present = frozenset(roles.values())
    unit = CENTS if is_whole else 1
    part = BillPart(
        role,
        present,
        unit,
        LEAST_RATE if "price" in present else 0,
    )
    convert, to_decimal = amounts.find_converters(
        context.kind,
        0 if role == "percent" else places,
    )
    least = to_decimal(0)
    if not amounts.are_valid_numbers([least, least + 1], context):
        return
    extras = Fact(format_fact_name("", "bill"), ANY_WORD)
    to_json = get_json_converter(context.kind)
    if role in ("percent", "shipping", "fee"):
        yield (
            f"families.bill.{role}",
            FactView(
                make_extra_show(part, convert),
                (extras,),
                to_json,
            ),
        )
        return
    facts: tuple[Fact, ...] = (
        amounts.build_quantity_fact(""),
        amounts.build_price_fact(""),
        amounts.build_tax_rate_fact(context, ""),
        extras,
    )
    show = make_part_show(part, convert)
    payments = find_bill_payments(context.record) if role in ("paid", "balance") else None
    if payments:
        show = make_settled_show(part, convert, payments)
        facts += (build_stage_fact(context),)
    yield (
        f"families.bill.{role}",
        FactView(
            show,
            facts,
            to_json,
        ),
    )


def make_extra_show(part: BillPart, convert: Callable[[int], Any]) -> Callable[..., Any]:
    """Return what shows a *part* that does not depend on what is bought."""
    return lambda word, extras: convert(
        part(
            1,
            0,
            0,
            extras,
        )
    )


def make_part_show(part: BillPart, convert: Callable[[int], Any]) -> Callable[..., Any]:
    """Return what shows *part* of a bill, converted to the kind of a field."""
    return lambda word, quantity, price, rate, extras: convert(
        part(
            quantity,
            price,
            rate,
            extras,
        )
    )


def make_settled_show(
    part: BillPart,
    convert: Callable[[int], Any],
    payments: Callable[[Stage], PaymentPercents],
) -> Callable[..., Any]:
    """Return what shows *part* of a bill of which as much is paid as its stage says."""
    return lambda word, quantity, price, rate, extras, stage: convert(
        part(
            quantity,
            price,
            rate,
            extras,
            payments(stage),
        )
    )


@lru_cache(maxsize=128)
def find_bill_payments(record: RecordOutline) -> Callable[[Stage], PaymentPercents] | None:
    """Return what tells how much is paid at a stage; None for deposits, and without a status."""
    paid = [name for name, role in find_bill_roles(record).items() if role == "paid"]
    has_deposit = any("paid" not in name.split("_") or "deposit" in name for name in paid)
    return None if has_deposit else find_payments(record)


@lru_cache(maxsize=128)
def find_bill_roles(record: RecordOutline) -> dict[str, str]:
    """Return the parts of a bill by field; an empty table if *record* is no such bill."""
    names = _index_roles()
    fields = [field.name for field in record.fields if field.kind in NUMBER_KINDS]
    roles = {name: names[name] for name in fields if name in names}
    present = set(roles.values())
    if "total" not in present or present.isdisjoint(EXTRAS):
        return {}
    is_due = roles.get("amount_due") == "total" and list(roles.values()).count("total") > 1
    if "paid" in present and is_due:
        roles["amount_due"] = "balance"
    return roles


def is_sum_of_bill(name: str) -> bool:
    """Return whether *name* is that of the total of a bill or of a line, with or without tax."""
    return _index_roles().get(name) in ("total", "subtotal") or name in ("amount", "net", "gross")


@lru_cache(maxsize=1)
def _index_roles() -> dict[str, str]:
    return {name: role for role, names in ROLE_NAMES.items() for name in names.split()}

"""What the names of amounts say: a charge, a tax, a discount, a total, a price for one unit."""

from __future__ import annotations

from functools import lru_cache

from pytest_fixturegen.providers import field_names
from pytest_fixturegen.providers.units import lookup as units
from pytest_fixturegen.providers.units.suffixes import index_units

CHARGE, TAX, DISCOUNT, NET, TOTAL = "charge", "tax", "discount", "net", "total"
REFUND = "refund"
PAYABLE, PREVIOUS, PAID, BALANCE = "payable", "previous", "paid", "balance"
"""What an amount is for the total of its record."""

TAX_WORDS = frozenset("tax taxes vat gst mwst levy duty duties".split())
DISCOUNT_WORDS = frozenset(
    """discount discounts rebate reduction savings markdown subsidy voucher coupon aid
    scholarship""".split()
)
CHARGE_WORDS = frozenset(
    """cost costs fee fees charge charges fare fares surcharge surcharges premium rent rental toll
    tolls postage shipping freight labour labor materials handling fine penalty tip gratuity tuition
    utilities deposit_fee subtotal dues pilotage wharfage towage storage demurrage""".split()
)
"""Last words of the names of amounts that a total adds up."""

WORK_WORDS = frozenset(
    "labour labor parts materials food drinks goods items lines insurance heating utilities".split()
)
"""What a charge is for, if no other word says that it is one."""

EXTRA_WORDS = frozenset(
    """shipping delivery postage freight handling service booking processing platform transaction
    convenience administration admin late cleaning tip gratuity toll tolls session environmental
    packaging express insurance surcharge card airport fees""".split()
)
"""Words of charges that are added to what a subtotal says."""

TOTAL_WORDS = frozenset("total grand overall".split())
FINAL_WORDS = frozenset("final gross full payable due".split())
NET_WORDS = frozenset("net subtotal".split())
GENERIC_WORDS = frozenset(
    """amount cost costs price fee fees charge charges fare premium rent bill invoice order due
    payable value sum final grand total overall gross net subtotal monthly annual yearly weekly paid
    payment charged billed invoiced collected payable revenue""".split()
)
"""Words of totals that do not say what is paid for."""

ITEM_WORDS = frozenset("item items line lines product products goods position positions".split())

PERIOD_WORDS = {"annual": 12, "yearly": 12, "monthly": 1}
"""Words for how often an amount is paid, and the months that it is for."""

OTHER_WORDS = frozenset(
    """per percent rate ratio unit average avg max min maximum minimum limit budget target estimated
    planned actual count number code id factor hours threshold refund refunded insured coverage
    income salary value_date credit cap allowed approved claimed claim original old new currency
    interest quantity qty declared replacement center centre year""".split()
)
"""Words of numbers that no total adds up."""

PREVIOUS_NAMES = frozenset(
    """previous_balance balance_forward balance_brought_forward prior_balance arrears
    previous_amount previous_due overdue_amount""".split()
)
PAYABLE_NAMES = frozenset(
    """amount_due amount_payable total_due total_payable balance_due payable payable_amount
    due_amount""".split()
)
PAID_NAMES = frozenset(
    """amount_paid paid_amount total_paid paid deposit_paid down_payment advance_payment
    prepaid_amount already_paid""".split()
)
BALANCE_NAMES = frozenset(
    """balance_due balance amount_outstanding outstanding_balance outstanding_amount outstanding
    remaining_balance remaining_amount amount_remaining pending pending_amount amount_pending
    unpaid unpaid_amount open_amount amount_open open_balance""".split()
)
GOODS_NAMES = frozenset("amount price base_price list_price basic_price".split())
"""Names of what is bought, before taxes and fees."""

BEFORE_TAX = ("before_tax", "excl_tax", "excl_vat", "without_tax", "ex_vat", "pretax", "pre_tax")


def to_noun(word: str) -> str:
    """Return *word* in the singular."""
    return field_names.to_singular(word) or word


@lru_cache(maxsize=2048)
def strip_currency(name: str) -> str:
    """Return *name*, normalized, without the currency at its end."""
    name = units.normalize(name)
    head, _, last = name.rpartition("_")
    found = index_units().get(last, ())
    return head if head and found and found[0].dimension == "money" else name


@lru_cache(maxsize=2048)
def read_cost(name: str) -> str:
    """Return what the amount *name* is for a total: one of the constants; "" if it is nothing."""
    name = strip_currency(name)
    known = KNOWN_NAMES.get(name)
    if known:
        return known
    if name.endswith(BEFORE_TAX):
        return NET
    words = name.removesuffix("_amount").split("_")
    found = (
        part
        for wanted, unwanted, part in WORD_PARTS
        if _has(
            words,
            wanted,
            unwanted,
        )
    )
    part = next(found, None)
    return _read_total(words) if part is None else part


def _has(
    words: list[str],
    wanted: frozenset[str],
    unwanted: frozenset[str],
) -> bool:
    """Return whether one of *words* is *wanted*, and none is *unwanted*."""
    return unwanted.isdisjoint(words) and not wanted.isdisjoint(words)


NO_WORDS: frozenset[str] = frozenset()
WORD_PARTS = (
    (frozenset(("refund", "refunded")), frozenset(("percent", "rate", "count")), REFUND),
    (OTHER_WORDS, NO_WORDS, ""),
    (TAX_WORDS, NET_WORDS, TAX),
    (TAX_WORDS, NO_WORDS, ""),
    (DISCOUNT_WORDS, NO_WORDS, DISCOUNT),
    (NET_WORDS, NO_WORDS, NET),
)
"""Words of amounts, words that none of them stands beside, and what the amounts are."""

KNOWN_NAMES = {
    **dict.fromkeys(PREVIOUS_NAMES, PREVIOUS),
    **dict.fromkeys(BALANCE_NAMES, BALANCE),
    **dict.fromkeys(PAYABLE_NAMES, PAYABLE),
    **dict.fromkeys(PAID_NAMES, PAID),
    "sub_total": NET,
}


def _read_total(words: list[str]) -> str:
    """Return whether an amount with *words* is a total or a charge; "" if it is neither."""
    rest = set(words) - GENERIC_WORDS
    is_total = not TOTAL_WORDS.isdisjoint(words)
    is_whole = is_total or words[0] in FINAL_WORDS
    if is_whole and not rest:
        return TOTAL
    if is_total and rest <= ITEM_WORDS:
        return NET
    paid_for = {words[-1], *rest} if is_total else {words[-1]}
    is_charge = words[-1] in CHARGE_WORDS or not WORK_WORDS.isdisjoint(paid_for)
    return CHARGE if is_charge else ""


def find_period(name: str) -> tuple[str, int]:
    """Return *name* without the word for a period, and its months; 0 if no word names one."""
    words = strip_currency(name).split("_")
    found = next(filter(PERIOD_WORDS.__contains__, words), "")
    return "_".join(filter(found.__ne__, words)), PERIOD_WORDS.get(found, 0)


def is_extra(name: str) -> bool:
    """Return whether the charge *name* is added to what a subtotal says."""
    return not EXTRA_WORDS.isdisjoint(strip_currency(name).split("_"))


RATE_UNITS = {"hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week"}
RATE_UNITS |= {"hour": "hour", "day": "day", "night": "night", "week": "week"}
WORK_RATES = frozenset(("labor_rate", "labour_rate", "work_rate", "shop_rate"))
"""Names of prices of an hour of work."""

RATE_HEADS = frozenset("rate price cost tariff charge fee wage pay".split())


@lru_cache(maxsize=2048)
def find_rate_unit(name: str) -> tuple[str, str]:
    """Return what *name* is a price of and for one of what, as in ``rent_per_sqm``; or two "".

    The unit is in the singular: ``hour`` for ``hourly_rate``.
    """
    if name in WORK_RATES:
        return name.partition("_")[0], "hour"
    head, mark, unit = strip_currency(name).partition("_per_")
    if mark and head.rpartition("_")[2] in RATE_HEADS | CHARGE_WORDS:
        return head, to_noun(unit)
    front, _, last = strip_currency(name).rpartition("_")
    before, _, period = front.rpartition("_")
    unit = RATE_UNITS.get(period, "") if last in RATE_HEADS else ""
    return (before or last, unit) if unit else ("", "")


SAME_UNITS = (
    frozenset("hour hours hr hrs h".split()),
    frozenset("sqm m2 square_meter square_metre".split()),
    frozenset("km kilometer kilometre kms".split()),
    frozenset("mile mi miles".split()),
    frozenset("liter litre l liters litres".split()),
    frozenset("m3 cubic_meter cubic_metre".split()),
    frozenset("kg kilogram kilo".split()),
    frozenset("minute min minutes mins".split()),
)


@lru_cache(maxsize=2048)
def is_measured_in(name: str, unit: str) -> bool:
    """Return whether the number *name* counts what *unit* is one of: ``energy_kwh``."""
    if "_per_" in name:
        return False
    last = units.normalize(name).rpartition("_")[2]
    spellings = {last, to_noun(last)}
    groups = filter(spellings.intersection, SAME_UNITS)
    return unit in spellings.union(*groups)

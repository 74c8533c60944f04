"""What a name means although its type is another one: a year as text, a flag as a number.

The value is that of the usual type, converted.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from pytest_fixturegen.introspection.shapes import NO_CONSTRAINTS
from pytest_fixturegen.nodes import Choice, Converted, FactView, Node
from pytest_fixturegen.providers import field_names, text
from pytest_fixturegen.providers.fact_fields import ProviderTable, build_draw, list_sample_words
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.providers.units.lookup import find_measure_nodes
from pytest_fixturegen.providers.units.suffixes import index_units

NUMBER_KINDS = ("int", "float", "decimal")

NUMBER_WORDS = frozenset(
    """age amount area balance bmi budget capacity cost count depth discount distance duration
    elevation fee height income latitude length longitude lat lng mass mileage pages percent
    percentage points population price qty quantity rank rate rating revenue salary score share
    size speed stars stock subtotal tax temperature total volume weight width year""".split()
)
"""Last words of texts that are numbers, if a number of that name is known."""

COUNT_PREFIXES = ("num_", "nbr_", "number_of_", "count_of_", "total_number_of_")
"""First words of counts."""

DIGIT_WORDS = frozenset(
    """ean fax isbn mobile msisdn npi phone phone_number mobile_number plz postal_code postcode ssn
    telephone upc zip zip_code zipcode""".split()
)
"""Last words of numbers that are texts of digits, if a text of that name is known."""

MINOR_UNITS = ("cents", "cent", "pence", "minor", "minor_units", "ore", "centimes")
"""Last words of amounts in the smallest unit of a currency."""

FLAG_PREFIXES = ("is_", "has_", "can_", "should_", "was_", "allow_", "allows_", "enable_")
FLAG_ENDINGS = ("_flag", "_enabled", "_active", "_yn", "_ind")
FLAG_WORDS = frozenset("active enabled deleted archived verified published visible flag".split())

RARE_FLAGS = frozenset(
    """archived banned blocked cancelled closed deleted disabled expired hidden locked refunded
    removed spam suspended test""".split()
)
"""Words of flags that are mostly off."""

MOMENT_WORDS = frozenset("date time day moment datetime timestamp when".split())
"""Moments whose name says too little for a text or a number."""


def find_disguise(context: FieldContext, names: ProviderTable) -> tuple[str, Node] | None:
    """Return what the name means in another type, and its node in the type of the field.

    *names* are the providers by name and kind.
    """
    for name, find in DISGUISES.items():
        node = find(context, names)
        if node is not None:
            return name, node
    return None


def _find_moment(context: FieldContext, names: ProviderTable) -> Node | None:
    """Return the node of a moment as text [ISO 8601], or as seconds after 1970: ``created``."""
    name = context.name
    is_number = context.kind in ("int", "float")
    if context.kind != "str" and not (is_number and name.startswith("last_")):
        return None
    provide = names.get((name, "datetime"))
    if provide is None or name in MOMENT_WORDS or (name, context.kind) in names:
        return None
    return provide(replace(context, name=f"{name}_at"), "")


def _find_number_text(context: FieldContext, names: ProviderTable) -> Node | None:
    """Return the node of a number as text: ``year``, ``exam_score``, ``num_orders``."""
    last = OWED_AMOUNT.sub("amount", context.name).rpartition("_")[2]
    last = VALUE_NAMES.get(context.name, last)
    last = "percent" if context.name.startswith("percent_of_") else last
    last = "count" if context.name.startswith(COUNT_PREFIXES) else last
    is_number = last in NUMBER_WORDS or is_measure(context.name)
    if context.kind != "str" or not is_number:
        return None
    for kind in ("int", "decimal", "float"):
        node = _provide_free(
            context,
            names,
            kind,
            (context.name, last),
        )
        if node is not None:
            return _convert_checked(node, str, context)
    for kind in ("int", "decimal"):
        for _, node in find_measure_nodes(_free(context, kind)):
            return _convert_checked(node, str, context)
    return None


VALUE_WORDS = frozenset(
    """current market book asset purchase insured declared residual net face total stock contract
    estimated nominal cash replacement resale property collateral""".split()
)
"""Words before ``value`` that make it an amount of money."""


OWED_AMOUNT = re.compile(
    "^(amount|balance|fees?|fine|tax|total|rent|premium|interest|payment_amount|sum)_.*"
    "(due|paid|owed|owing|payable|billed|charged|refunded)$"
)
"""The name of what is paid or to be paid: ``amount_due``, which is no date."""


VALUE_NAMES = {f"{word}_value": "amount" for word in VALUE_WORDS}
"""Names of texts that are amounts of money."""


def is_measure(name: str) -> bool:
    """Return whether *name* ends with a unit that is no word: ``usage_kwh``, ``power_factor``."""
    head, _, last = name.rpartition("_")
    is_word = last in TEXT_UNITS
    return len(last) > 1 and bool(head) and last in index_units() and not is_word


TEXT_UNITS = frozenset("no in min per day month year usd eur gbp time at to mark won c".split())
"""Units that are words of names of texts as well."""


def _find_digits(context: FieldContext, names: ProviderTable) -> Node | None:
    """Return the node of a text of digits as number: ``zip``, ``phone_number``."""
    name = context.name
    if context.kind != "int" or not any(name.endswith(word) for word in DIGIT_WORDS):
        return None
    node = _provide_free(context, names, "str", (name,))
    return None if node is None else _convert_checked(node, _read_digits, context)


def _read_digits(value: str) -> int:
    """Return the digits of *value* as number; a leading zero becomes a one."""
    digits = "".join(filter(str.isdigit, value))
    return int(f"1{digits[1:]}" if digits.startswith("0") else digits or "0")


def _find_cents(context: FieldContext, names: ProviderTable) -> Node | None:
    """Return the node of an amount in cents: ``price_cents``."""
    base, _, unit = context.name.rpartition("_")
    if context.kind != "int" or unit not in MINOR_UNITS or not base:
        return None
    node = _provide_free(
        context,
        names,
        "decimal",
        (base, base.rpartition("_")[2], "price"),
    )
    return None if node is None else _convert_checked(node, _to_cents, context)


def _to_cents(value: Any) -> int:
    return int(Decimal(value) * 100)


def _find_flag(context: FieldContext, names: ProviderTable) -> Node | None:
    """Return the node of a flag as number: ``is_active``."""
    name = context.name
    is_flag = name.startswith(FLAG_PREFIXES) or name.endswith(FLAG_ENDINGS) or name in FLAG_WORDS
    if context.kind != "int" or not is_flag:
        return None
    usual = RARE_FLAGS.isdisjoint(name.split("_"))
    options = (int(usual),) * 5 + (int(not usual),)
    valid = tuple(option for option in options if is_valid_number(option, context.constraints))
    return Choice(valid, valid) if len(valid) == len(options) else None


DISGUISES: dict[str, Callable[[FieldContext, ProviderTable], Node | None]] = {
    "moment": _find_moment,
    "number": _find_number_text,
    "digits": _find_digits,
    "cents": _find_cents,
    "flag": _find_flag,
}
"""The ways to read a name in another type."""


def _provide_free(
    context: FieldContext,
    names: ProviderTable,
    kind: str,
    candidates: tuple[str, ...],
) -> Node | None:
    """Return the node of the first of *candidates* that has a provider of *kind*.

    The constraints are those of another type, so they do not apply.
    """
    free = _free(context, kind)
    for name in candidates:
        provide = names.get((name, kind))
        owner = context.name.removesuffix(name).rstrip("_")
        node = provide(free, field_names.find_fact_owner(owner, context.model)) if provide else None
        if node is not None:
            return node
    return None


def _free(context: FieldContext, kind: str) -> FieldContext:
    """Return *context* for a value of *kind* without constraints."""
    return replace(context, kind=kind, constraints=NO_CONSTRAINTS)


def _convert_checked(
    node: Node,
    convert: Callable[[Any], Any],
    context: FieldContext,
) -> Node | None:
    """Return *node* converted; None if a sample of it is not valid for the field."""
    try:
        draw = build_draw(node)
    except TypeError:
        return None
    samples = [convert(draw(word)) for word in list_sample_words()]
    is_valid = _is_valid_text if context.kind == "str" else is_valid_number
    if not all(is_valid(sample, context.constraints) for sample in samples):
        return None
    if isinstance(node, FactView):
        show = node.show
        return FactView(
            lambda word, *facts: convert(show(word, *facts)),
            node.facts,
        )
    return Converted(node, convert, json=convert)


def _is_valid_text(value: str, constraints: Any) -> bool:
    """Return whether *value* satisfies *constraints* in its own case."""
    changes_case = constraints.lower or constraints.upper
    return not changes_case and text.is_valid_text(value, constraints)

"""Costs of a record that add up, whatever they are called: parts + labour + tax = total.

The other families list their names. Here the words of the names tell what each amount is, and a
family is made for the record: its charges, the taxes and the discounts on them, and the totals.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from functools import lru_cache, partial
from itertools import chain, filterfalse, repeat
from typing import NamedTuple

from pytest_fixturegen.providers.families import cost_names
from pytest_fixturegen.providers.families.cost_names import (
    BALANCE,
    CHARGE,
    DISCOUNT,
    GOODS_NAMES,
    NET,
    PAID,
    PAYABLE,
    PREVIOUS,
    REFUND,
    TAX,
    TOTAL,
)
from pytest_fixturegen.providers.families.steps import Family, parse_family
from pytest_fixturegen.providers.record_outline import FieldOutline, RecordOutline
from pytest_fixturegen.providers.units import lookup as units

FAMILY_NAME = "costs"
NUMBER_KINDS = ("int", "float", "decimal")
MIN_PARTS = 2
"""The amounts besides a total that make a family."""

GOODS, RATE = "_goods", "_rate"
"""Roles of what is bought, and of the tax rate, which other facts of the record decide."""

PAID_STATE, REFUND_STATE = "_paid_state", "_refund_state"
"""Roles of whether a record is paid or refunded: not (0), somehow (1), wholly (2), partly (3)."""

CHARGE_RANGES = """
late overdue reminder dunning penalty | 5 15 60 .01 0:62
delivery shipping postage freight | 2 5 24 .01 0:20
service booking platform processing convenience transaction admin administration handling | 1 4 24
  .01
session connection start | .3 .9 3 .01 0:30
tip gratuity | 1 3 12 .5 0:40
toll tolls parking | 1 3 14 .01
fine | 20 60 400 /5
fare | 24 160 1400 .01
premium | 160 540 2400 .01
rent rental | 420 1240 4200 /5
consultation visit exam examination appointment | 30 65 180 /1
medication drug medicine prescription | 5 32 240 .01
standing | 4 12 40 .01
utilities heating energy usage consumption water sewage electricity gas | 8 46 240 .01
labour labor work installation | 40 140 900 .01
parts materials material | 8 90 1200 .01
tuition course | 80 640 6000 /10
cleaning | 15 45 120 /5
insurance | 4 24 180 .01
membership subscription registration entry enrolment enrollment | 5 30 120 /1
food meal catering drinks | 8 32 240 .01
accommodation hotel room lodging | 60 180 1200 .01
travel transport flight | 12 90 900 .01
"""
"""Words of charges, and their range; the first word of a name that is listed counts."""

USUAL_RANGE = "5 28 240 .01"

RATE_RANGES = """
hour | 25 60 140 /1
day | 20 65 240 /1
night | 40 110 420 /1
week | 120 320 1400 /5
kwh | .12 .34 .79 .01
m3 cubic_meter cubic_metre | .9 2.4 6 .01
km kilometer mile | .3 1.1 3 .01
kg | .8 3.6 24 .01
liter litre l | 1.2 1.7 2.3 .001
minute | .05 .2 .9 .01
sqm m2 | 4 14 40 .01
gb | .01 .08 .4 .001
"""
"""Prices of one unit."""

AMOUNT_RANGES = """
hour | .5 2.5 12 .5
day night | 1 4 21 1
week | 1 3 12 1
kwh | 4 32 110 .1
m3 | 2 14 60 1
km mile | .8 6 60 .1
kg | .5 8 60 .1
liter l | 8 38 90 .01
minute | 3 18 120 1
sqm m2 | 24 74 240 1
gb | .5 24 900 .1
"""
"""How many units are paid for."""

USUAL_RATE, USUAL_AMOUNT = "1 4 40 .01", "1 8 60 1"


class CostFamily(NamedTuple):
    """A *family* made for a record; *roles* are those of its fields, by name.

    *goods* is the role that the quantity and the price of the record decide; "" if none is.
    """

    family: Family
    roles: dict[str, str]
    goods: str


@lru_cache(maxsize=128)
def find_costs(record: RecordOutline) -> CostFamily | None:
    """Return the family of the costs of *record*; None if they do not add up to anything."""
    fields = {field.name: field for field in record.fields if field.kind in NUMBER_KINDS}
    builder = _CostBuilder(record, fields)
    rows = builder.build_rows()
    if not rows:
        return None
    text = "\n".join((f"{FAMILY_NAME} 1:", *(f"{names} | {rule}" for names, rule in rows)))
    roles = {name: name for name, _ in rows if name in fields}
    return CostFamily(
        parse_family(text),
        roles,
        builder.goods,
    )


Row = tuple[str, str]
"""The name of a role, and its rule."""


class _CostBuilder:
    """Writes the rows of the family of the costs of *record*, whose numbers are *fields*."""

    def __init__(
        self,
        record: RecordOutline,
        fields: dict[str, FieldOutline],
    ) -> None:
        self._record = record
        self._fields = fields
        self._parts: dict[str, list[str]] = {}
        self._derived: dict[str, str] = {}
        self._rates: dict[str, Row] = {}
        self.goods = ""

    def build_rows(self) -> list[Row]:
        """Return the rows, each after those that it refers to; none if nothing adds up."""
        self._read_parts()
        self._choose_total()
        self._set_aside_periods()
        self._find_goods()
        rows = [*self._write_products(), *self._write_charges()]
        if self._is_sum():
            rows += self._write_sums()
        elif not self._rates:
            return []
        rows += self._write_derived(rows)
        return rows

    def _list(self, *parts: str) -> list[str]:
        """Return the fields that are one of *parts* of the total."""
        return list(chain.from_iterable(map(self._get, parts)))

    def _get(self, part: str) -> list[str]:
        """Return the fields that are *part* of the total."""
        return self._parts.get(part, [])

    def _read_parts(self) -> None:
        """Find what each field is for the total."""
        for name in self._fields:
            self._parts.setdefault(cost_names.read_cost(name), []).append(name)
        others = self._parts.pop("", [])
        is_line = self._record.model.endswith(LINE_NOUNS)
        if self._parts.keys() == {TOTAL} and len(self._list(TOTAL)) == 1 and not is_line:
            self._parts[CHARGE] = self._find_posts(others)

    def _find_posts(self, others: list[str]) -> list[str]:
        """Return those of *others* that are the posts of a budget: all amounts beside a total."""
        posts = list(filter(self._is_plain_amount, others))
        is_breakdown = self._record.model.endswith(BREAKDOWN_NOUNS)
        return posts if is_breakdown or len(posts) == len(others) else []

    def _is_plain_amount(self, name: str) -> bool:
        """Return whether *name* is one word for a decimal number."""
        return "_" not in name and self._fields[name].kind == "decimal"

    def _choose_total(self) -> None:
        """Find which amount is the total if no name says it: the yearly premium."""
        if self._list(TOTAL):
            return
        found = self._list(PAYABLE)[:1] or self._find_unnamed_total()
        for name in found:
            self._remove(name)
            self._parts[TOTAL] = [name]

    def _find_unnamed_total(self) -> list[str]:
        """Return the total if another word names it: what is paid in all, the net cost."""
        charges, nets = self._list(CHARGE), self._list(NET)
        if self._list(TAX):
            return list(filter(_is_yearly, charges))[:1]
        if len(charges) < MIN_PARTS and not (charges and self._list(DISCOUNT)):
            return []
        whole = list(filter(_is_whole, self._list(PAID)))
        return whole[:1] or nets[: len(nets) == 1]

    def _set_aside_periods(self) -> None:
        """Set aside the charges that are another one for a year or a month."""
        months = dict(map(_find_months, self._list(TOTAL, CHARGE)))
        wanted = max(map(months.__getitem__, self._list(TOTAL)), default=0) or 1
        for name, own in months.items():
            twin = self._find_twin(name)
            if twin and own not in (0, wanted):
                self._remove(name)
                is_longer = own > max(months[twin], 1)
                self._derived[name] = (RATIO, PRODUCT)[is_longer].format(twin)

    def _find_twin(self, name: str) -> str:
        """Return the amount that *name* is for another period; "" if nothing is found."""
        bare = cost_names.find_period(name)[0]
        others = filter(name.__ne__, self._list(TOTAL, CHARGE))
        return next((one for one in others if cost_names.find_period(one)[0] == bare), "")

    def _remove(self, name: str) -> None:
        """Remove *name* from the parts of the total."""
        self._parts = {part: list(filter(name.__ne__, self._parts[part])) for part in self._parts}

    def _find_goods(self) -> None:
        """Find what the quantity and the price, or the lines of the record, decide."""
        lists = set(map(_get_list_name, self._record.fields)) - {""}
        named = list(filter(partial(_names_list, _list_nouns(lists)), self._list(CHARGE, NET)))
        main = list(filterfalse(cost_names.is_extra, self._list(CHARGE)))
        plain = [] if lists else list(filter(self._fields.__contains__, GOODS_NAMES))
        hidden = [GOODS] if lists & GOODS_LISTS or (not main and self._may_hide_goods()) else []
        own = [] if main else [*self._list(NET), *plain]
        self.goods = next(iter((*named, *own, *hidden)), "")

    def _may_hide_goods(self) -> bool:
        """Return whether the total may be for something that the record does not show."""
        is_bought = not QUANTITY_NAMES.isdisjoint(self._fields)
        return is_bought or len(self._list(CHARGE)) < MIN_PARTS

    def _is_sum(self) -> bool:
        """Return whether enough amounts add up to a total."""
        parts = {
            self.goods,
            *self._list(
                CHARGE,
                TAX,
                DISCOUNT,
                NET,
            ),
        } & self._fields.keys()
        return bool(self._list(TOTAL)) and len(parts) >= MIN_PARTS

    def _write_products(self) -> Iterator[Row]:
        """Yield the rows of prices of a unit, of how many there are, and of what they cost."""
        for name in self._fields:
            head, unit = cost_names.find_rate_unit(name)
            amount = self._find_amount(unit)
            charge = (
                self._find_product(
                    head,
                    amount,
                    unit,
                )
                if amount
                else ""
            )
            if charge:
                yield from self._write_product(
                    name,
                    amount,
                    charge,
                )

    def _write_product(
        self,
        name: str,
        amount: str,
        charge: str,
    ) -> Iterator[Row]:
        """Yield the rows of the price *name* of one unit of *amount*, which costs *charge*."""
        head, unit = cost_names.find_rate_unit(name)
        self.goods = self.goods.removeprefix(charge) if charge == self.goods else self.goods
        if head.rpartition("_")[2] in charge.split("_"):  # the rent of a square metre
            self._rates[name] = (name, f"ratio {charge} {amount} 1 2")
            yield amount, self._write_amount(amount, unit)
            return
        self._rates[charge] = (charge, f"times$ {amount} {name}")
        yield from self._write_meter(amount, unit)
        yield name, f"real {_find_range(unit, RATE_RANGES) or USUAL_RATE}"

    def _find_amount(self, unit: str) -> str:
        """Return the field that counts what *unit* is one of; "" if nothing is found.

        Readings of a meter, and what something may hold, are none.
        """
        found = filter(partial(cost_names.is_measured_in, unit=unit), self._fields if unit else ())
        return next(filterfalse(has_word(START_WORDS | END_WORDS | SIZE_WORDS), found), "")

    def _find_product(
        self,
        head: str,
        amount: str,
        unit: str,
    ) -> str:
        """Return the charge that *amount* at the price *head* of a *unit* makes; "" if unknown."""
        charges = self._list(CHARGE, NET)
        words = {*amount.split("_"), *head.split("_")} - {unit, *cost_names.RATE_HEADS}
        shared = filter(has_word(words), charges)
        used = filter(has_word(USE_WORDS), charges)
        return next(
            chain(
                shared,
                used,
                filter(self.goods.__eq__, charges),
            ),
            "",
        )

    def _write_amount(
        self,
        name: str,
        unit: str,
    ) -> str:
        """Return the rule of how many of a *unit* there are."""
        spec = _find_range(unit, AMOUNT_RANGES) or USUAL_AMOUNT
        if self._fields[name].kind == "int":
            return f"count {' '.join(spec.split()[:3])}"
        return f"real {spec}"

    def _write_meter(
        self,
        amount: str,
        unit: str,
    ) -> Iterator[Row]:
        """Yield the rows of *amount*, and of the readings before and after it."""
        yield amount, self._write_amount(amount, unit)
        readings = list(filter(partial(cost_names.is_measured_in, unit=unit), self._fields))
        start = next(filter(has_word(START_WORDS), readings), "")
        end = next(filter(has_word(END_WORDS), readings), "")
        if start and end:
            is_whole = self._fields[start].kind == "int"
            yield start, "count 900 14000 90000" if is_whole else "real 900 14000 90000 .1"
            yield end, f"sum {start} {amount}"

    def _write_charges(self) -> Iterator[Row]:
        """Yield the rows of what is added up."""
        if self.goods:
            yield self.goods, "money 5 40 400 .01"
        yield "_months", "count 12 12 12"
        for name in filter(self.goods.__ne__, self._list(CHARGE)):
            yield self._rates.get(name) or (name, f"money {_find_words_range(name)}")

    def _write_sums(self) -> Iterator[Row]:
        """Yield the rows of the taxes, the discounts and the totals."""
        taxes, discounts = self._list(TAX), self._list(DISCOUNT)
        parts = list(dict.fromkeys(filter(None, (self.goods, *self._list(CHARGE)))))
        base = list(filterfalse(cost_names.is_extra, parts)) or parts
        for name in discounts:
            yield from self._write_discount(name, base[0])
        minus = list(map("-{}".format, discounts))
        yield "_net", f"sum {' '.join((*parts, *minus))}"
        for name in filter(self.goods.__ne__, self._list(NET)):
            terms = (*base, *minus) if "net" in name.split("_") else base
            yield name, f"sum {' '.join(terms)}"
        yield RATE, "real .07 .07 .07"
        shares = ("",) if len(taxes) == 1 else TAX_SHARES
        yield from zip(
            taxes,
            map(f"times$ _net {RATE}{{}}".format, shares),
            strict=False,
        )
        total, *others = self._list(TOTAL)
        yield total, f"sum {' '.join(('_net', *taxes[: len(shares)]))}"
        yield from zip(others, repeat(f"sum {total}"))
        yield REFUND_STATE, "count 1 1 1"
        yield from zip(self._list(REFUND), repeat(f"done {total} {REFUND_STATE} = .25 .5*2 .8 1*8"))
        yield from self._write_payments(total)

    def _write_discount(
        self,
        name: str,
        base: str,
    ) -> Iterator[Row]:
        """Yield the rows of the discount *name* on *base*, and of its rate, if there is one."""
        first = name.partition("_")[0]
        rates = (one for one in self._fields if one.startswith(first) and one.endswith(RATE_ENDS))
        rate = next(rates, "")
        if not rate:
            yield name, f"part {base} = 0*6 .05*2 .1*3 .15 .2 .25"
            return
        is_share = rate.endswith("rate")
        spec = "0*6 .05*2 .1*3 .15 .2 .25" if is_share else "0*6 5*2 10*3 15 20 25"
        yield rate, f"real = {spec}"
        yield name, f"times$ {base} {rate}{'' if is_share else ' .01'}"

    def _write_payments(self, total: str) -> Iterator[Row]:
        """Yield the rows of what was owed before, what is paid of *total*, and what is left."""
        previous, paid = self._list(PREVIOUS), self._list(PAID)
        yield from zip(previous, repeat(f"money {PREVIOUS_RANGE}"))
        yield PAID_STATE, "count 1 1 1"
        shares = "= 0*3 .2 .25 .3*2 .5*2 1*6"
        yield from zip(paid, repeat(f"done {total} {PAID_STATE} {shares}"))
        left = self._list(PAYABLE, BALANCE) if previous or paid else self._list(PAYABLE)
        terms = " ".join((total, *previous, *map("-{}".format, paid[:1])))
        yield from zip(left, repeat(f"sum {terms}"))

    def _write_derived(self, rows: list[Row]) -> Iterator[Row]:
        """Yield the rows of what follows from one of *rows*: another period, a price of a unit."""
        known = set(dict(rows))
        for name, rule in self._derived.items():
            if rule.split()[1] in known:
                yield name, rule
        for name in self._rates.keys() - known:
            yield self._rates[name]
        for rent in list(filter(has_word(RENT_WORDS), self._list(CHARGE)))[:1]:
            yield "_deposit_months", "real = 1*2 2*4 3*3"
            deposits = filter(self._fields.__contains__, DEPOSIT_NAMES)
            yield from zip(deposits, repeat(f"times$ {rent} _deposit_months"))


def has_word(words: Container[str]) -> Callable[[str], bool]:
    """Return the test of whether a name has one of *words*."""
    return lambda name: any(map(words.__contains__, name.split("_")))


def _is_yearly(name: str) -> bool:
    """Return whether the amount *name* is that of a year."""
    return cost_names.find_period(name)[1] == MONTHS_OF_YEAR


def _is_whole(name: str) -> bool:
    """Return whether the amount *name* is what was paid in all."""
    return name.startswith("total")


def _find_months(name: str) -> tuple[str, int]:
    """Return *name*, and the months for which it is paid; 0 if it names no period."""
    return name, cost_names.find_period(name)[1]


def _get_list_name(field: FieldOutline) -> str:
    """Return the name of *field* if it is a list; else ""."""
    return field.name if field.kind == "list" else ""


def _list_nouns(lists: Iterable[str]) -> frozenset[str]:
    """Return what the items of *lists* are called."""
    return frozenset(map(cost_names.to_noun, lists))


RATE_ENDS = ("_pct", "_percent", "_percentage", "_rate")
"""Ends of the names of rates of discounts."""

MONTHS_OF_YEAR = 12
TAX_SHARES = (" .7", " .3")
"""The shares of two taxes of one rate."""

RENT_WORDS = frozenset(("rent", "rental"))
QUANTITY_NAMES = frozenset("quantity qty unit_price price units".split())
DEPOSIT_NAMES = ("deposit", "security_deposit", "deposit_amount", "rent_deposit")
PRODUCT, RATIO = "times$ {} 12", "ratio$ {} _months"
"""The rules of an amount for a year and for a month, by the other one."""

LINE_NOUNS = ("line", "item", "position", "entry")
BREAKDOWN_NOUNS = ("budget", "breakdown", "costs", "cost", "fees", "charges", "expenses", "totals")
PREVIOUS_RANGE = "12 48 240 .01 0:72"
USE_WORDS = frozenset("usage energy consumption labour labor distance mileage time work".split())
START_WORDS = frozenset("start previous opening initial last old begin before".split())
END_WORDS = frozenset("end current closing final new present stop after".split())
SIZE_WORDS = frozenset("capacity limit max min battery rated power size".split())
GOODS_LISTS = frozenset(
    """items lines line_items order_items products order_lines invoice_lines cart_items positions
    invoice_items entries articles""".split()
)


def _names_list(nouns: frozenset[str], name: str) -> bool:
    """Return whether the amount *name* is that of a list whose items are called *nouns*."""
    return not nouns.isdisjoint(map(cost_names.to_noun, name.split("_")))


def _find_words_range(name: str) -> str:
    """Return the range of the charge *name*."""
    words = cost_names.strip_currency(name).split("_")
    known = next(filter(None, (_find_range(word, CHARGE_RANGES) for word in words)), "")
    own = None if known else units.find_row_range(name, "", "")
    return known or (f"{' '.join(own)} .01" if own else USUAL_RANGE)


def _find_range(word: str, table: str) -> str:
    """Return the range of *word* in *table*; "" if it is not listed."""
    return _load_ranges(table).get(word, "")


@lru_cache(maxsize=4)
def _load_ranges(table: str) -> dict[str, str]:
    rows = (row.partition("|") for row in table.strip().replace("\n  ", " ").splitlines())
    return {word: spec.strip() for words, _, spec in rows for word in words.split()}

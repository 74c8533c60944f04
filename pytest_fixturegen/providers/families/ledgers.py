"""Balances outside of bills: opening + in - out = closing, limit - used = available, old + usage.

A family is made for the record by the words of its numbers, as for costs and counts: other
families list their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from pytest_fixturegen.providers.families.cost_names import strip_currency, to_noun
from pytest_fixturegen.providers.families.ledger_words import (
    BALANCE_NOUNS,
    CHANGE,
    CHANGE_WORDS,
    DEBT_IN,
    DEBT_OUT,
    DEBT_WORDS,
    END,
    END_WORDS,
    FLOW_IN,
    FLOW_OUT,
    LEFT,
    LEFT_WORDS,
    METER_NOUNS,
    NEUTRAL_WORDS,
    OPEN_WORDS,
    SILENT_WORDS,
    START,
    START_WORDS,
    USED,
    USED_WORDS,
    WHOLE,
    WHOLE_NOUNS,
    WHOLE_WORDS,
)
from pytest_fixturegen.providers.families.steps import Family, parse_family
from pytest_fixturegen.providers.families.tallies import STAGE_ROLE
from pytest_fixturegen.providers.record_outline import FieldOutline, RecordOutline
from pytest_fixturegen.providers.units import lookup as units
from pytest_fixturegen.providers.units.suffixes import index_units

FAMILY_NAME = "ledger"
NUMBER_KINDS = ("int", "float", "decimal")

ROLE_WORDS = {
    WHOLE: WHOLE_WORDS,
    USED: USED_WORDS,
    LEFT: LEFT_WORDS,
    START: START_WORDS,
    END: END_WORDS,
    CHANGE: CHANGE_WORDS,
}


class Ledger(NamedTuple):
    """A *family* of numbers, and the fields that are its *roles*, which have the same names."""

    family: Family
    roles: tuple[str, ...]


class Entry(NamedTuple):
    """A number of a record: the field *name*, its *kind*, and its words without unit."""

    name: str
    kind: str
    words: tuple[str, ...]

    def get_noun(self, part: str) -> frozenset[str] | None:
        """Return the nouns of the number if it is *part* of others; None if no word says so."""
        wanted = ROLE_WORDS[part]
        ends = (self.words[0], self.words[-1])
        if wanted.isdisjoint(ends):
            return None
        rest = (word for word in self.words if word not in wanted and word not in NEUTRAL_WORDS)
        return frozenset(map(to_noun, rest))


@lru_cache(maxsize=128)
def find_ledgers(record: RecordOutline) -> tuple[Ledger, ...]:
    """Return the ledgers of *record*, those with most fields first."""
    entries = [_read_entry(field) for field in record.fields if field.kind in NUMBER_KINDS]
    entries = [entry for entry in entries if SILENT_WORDS.isdisjoint(entry.words)]
    remainders = list(_find_remainders(entries, record))
    parts = {name for ledger in remainders for name in ledger.roles}
    found = (
        *_find_balances([one for one in entries if one.name not in parts], record),
        *_find_meters(entries, record),
        *remainders,
    )
    return tuple(sorted(found, key=lambda ledger: -len(ledger.roles)))


def _read_entry(field: FieldOutline) -> Entry:
    """Return the words of *field* without its unit and its currency."""
    name = units.normalize(strip_currency(field.name))
    head, _, unit = name.rpartition("_")
    is_unit = bool(head) and unit in index_units() and unit not in ("percent", "left", "min")
    words = tuple((head if is_unit else name).replace("on_hand", "onhand").split("_"))
    return Entry(field.name, field.kind, words)


def _build(rows: Iterable[str], names: Iterable[str]) -> Ledger:
    """Return the ledger of *rows*, whose fields are *names*."""
    text = "\n".join((f"{FAMILY_NAME}:", f"{STAGE_ROLE} | count 1 1 1", *rows))
    return Ledger(parse_family(text), tuple(names))


def _find_range(entry: Entry, record: RecordOutline, usual: str) -> str:
    """Return the rule of what *entry* is drawn from: its usual range, or *usual*."""
    known = units.find_row_range(
        entry.name,
        record.model,
        record.root,
    )
    low, median, high = known or usual.split()
    if entry.kind == "int":
        return f"count {low} {median} {high}"
    return (
        f"money {low} {median} {high} .01"
        if entry.kind == "decimal"
        else _write_real(low, median, high)
    )


def _write_real(low: str, median: str, high: str) -> str:
    """Return the rule of a number with two decimals."""
    return f"real {low} {median} {high} .01"


# Remainders


USED_SHARES = "= .05 .1 .2 .25 .3 .4 .5 .5 .6 .7 .75 .8 .9 1"
"""What is used of a whole."""

USUAL_WHOLE, USUAL_MONEY = "4 24 240", "300 4200 90000"


def _find_remainders(entries: list[Entry], record: RecordOutline) -> Iterator[Ledger]:
    """Yield the ledgers of what is used of a whole and what is left: 20 seats, 12 taken, 8 free."""
    for left in entries:
        nouns = left.get_noun(LEFT)
        if nouns is None:
            continue
        alike = [one for one in entries if _is_alike(one, left)]
        triples = [(whole, used) for whole, used in product(alike, alike) if whole != used]
        scored = [(_score(whole, used, nouns), whole, used) for whole, used in triples]
        score, whole, used = max(scored, key=lambda each: each[0], default=(0, left, left))
        if score < MIN_SHARED:
            continue
        names = (whole.name, used.name, left.name)
        usual = USUAL_WHOLE if whole.kind == "int" else USUAL_MONEY
        rates = [field.name for field in record.fields if _is_plain_rate(field)]
        yield _build(
            (
                f"{whole.name} | {_find_range(whole, record, usual)}",
                f"{used.name} | done {whole.name} {STAGE_ROLE} {USED_SHARES}",
                f"{left.name} | rest {whole.name} {used.name}",
                *(f"{name} | rate {used.name} {whole.name}" for name in rates),
            ),
            (*names, *rates),
        )


RATE_NAMES = frozenset("utilization usage utilisation used fill occupancy consumed".split())
RATE_ENDS = ("_percent", "_pct", "_percentage", "_rate", "_ratio")


def _is_plain_rate(field: FieldOutline) -> bool:
    """Return whether *field* is the share that is used, of whatever the record counts."""
    ends = (end for end in RATE_ENDS if field.name.endswith(end))
    head = field.name.removesuffix(next(ends, ""))
    return field.kind in ("float", "decimal") and head in RATE_NAMES


MIN_SHARED = 2
"""The pairs of three numbers that must speak of the same thing."""


def _is_alike(one: Entry, other: Entry) -> bool:
    """Return whether *one* is another number than *other*, and of the same kind."""
    return one != other and one.kind == other.kind


def _score(whole: Entry, used: Entry, left: frozenset[str]) -> int:
    """Return how many pairs of *whole*, *used* and what is *left* speak of the same thing.

    0 if the words of the two do not say that they are a whole and a part.
    """
    whole_nouns, used_nouns = whole.get_noun(WHOLE), used.get_noun(USED)
    is_open = OPEN_WORDS.intersection(used.words) and {"max", "maximum"}.intersection(whole.words)
    if is_open:
        used_nouns = frozenset(map(to_noun, set(used.words) - OPEN_WORDS))
    elif used.get_noun(LEFT) is not None:
        return 0
    if used_nouns is None:
        return 0
    if whole_nouns is None:
        whole_nouns = frozenset(map(to_noun, whole.words))
        if not whole_nouns & (used_nouns | left) or whole.get_noun(USED) is not None:
            return 0
    if WHOLE_NOUNS.intersection(whole.words):
        whole_nouns = frozenset()
    pairs = ((whole_nouns, used_nouns), (whole_nouns, left), (used_nouns, left))
    return sum(not one or not other or bool(one & other) for one, other in pairs)


# Meters


def _find_meters(entries: list[Entry], record: RecordOutline) -> Iterator[Ledger]:
    """Yield the ledgers of what a meter shows before and after, and of what lies between."""
    for start, end in _pair_levels(entries):
        nouns = start.get_noun(START)
        if not nouns or not nouns <= METER_NOUNS:
            continue
        others = [one for one in entries if one not in (start, end)]
        changes = [one for one in others if not CHANGE_WORDS.isdisjoint(one.words)]
        usual = "900 14000 90000"
        names = [start.name, end.name, *(one.name for one in changes[:1])]
        change = changes[0].name if changes else "_change"
        amount = _find_range(changes[0], record, "4 120 1900") if changes else "count 4 120 1900"
        is_whole = start.kind == "int"
        yield _build(
            (
                f"{start.name} | {_find_range(start, record, usual)}",
                f"{change} | {_round_rule(amount) if is_whole else amount}",
                f"{end.name} | sum {start.name} {change}",
            ),
            names,
        )


def _round_rule(rule: str) -> str:
    """Return the *rule* of a number without decimals: a meter of whole units counts only them."""
    _, low, median, high, *_ = rule.split()
    return (
        f"{'count'} {low} {median} {high}"
        if rule.startswith("count")
        else (f"real {low} {median} {high} 1")
    )


def _pair_levels(entries: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Yield the numbers of a level at the start and at the end, which have the same nouns."""
    for start, end in product(entries, entries):
        nouns = start.get_noun(START)
        if start.kind == end.kind and nouns is not None and nouns == end.get_noun(END):
            yield start, end


# Balances


def _find_balances(entries: list[Entry], record: RecordOutline) -> Iterator[Ledger]:
    """Yield the ledgers of a balance: what it was, what came and went, and what it is."""
    for start, end in _pair_levels(entries):
        is_told = not {"opening", "beginning", "brought"}.isdisjoint(start.words)
        is_meter = not METER_NOUNS.isdisjoint(start.words)
        if is_meter or (BALANCE_NOUNS.isdisjoint(start.words) and not is_told):
            continue
        flows = [one for one in entries if one not in (start, end) and _may_flow(one, start)]
        signs = _find_signs(record, entries)
        inward = [one.name for one in flows if _has_sign(one, signs[0], signs[1])]
        outward = [one.name for one in flows if _has_sign(one, signs[1], signs[0])]
        if not inward and not outward:
            continue
        part = f"part {start.name}"
        most = max(len(outward), 1)
        usual = USUAL_WHOLE if start.kind == "int" else USUAL_MONEY
        terms = (start.name, *inward, *(f"-{name}" for name in outward))
        yield _build(
            (
                f"{start.name} | {_find_range(start, record, usual)}",
                *(f"{name} | {part} {_find_share(name)}" for name in inward),
                *(f"{name} | {part} .02 {0.3 / most:.3f} {0.9 / most:.3f}" for name in outward),
                f"{end.name} | sum {' '.join(terms)}",
            ),
            (start.name, *inward, *outward, end.name),
        )


def _find_share(name: str) -> str:
    """Return the share of a balance that comes with the flow *name*: fees and interest are low."""
    is_small = not {"interest", "fee", "fees", "penalties", "tax"}.isdisjoint(name.split("_"))
    return ".001 .006 .02" if is_small else ".04 .22 .7"


def _may_flow(entry: Entry, level: Entry) -> bool:
    """Return whether *entry* may be added to *level*: a number of its kind, and no other level."""
    levels = (START, END, LEFT, WHOLE)
    is_level = any(entry.get_noun(part) is not None for part in levels) and not (
        {"total"} & {*entry.words}
    )
    return entry.kind == level.kind and not is_level and BALANCE_NOUNS.isdisjoint(entry.words[-1:])


def _find_signs(
    record: RecordOutline, entries: list[Entry]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of what raises and what lowers the balance of *record*."""
    words = {*record.model.split("_"), *(entry.name for entry in entries)}
    words |= {word for entry in entries for word in entry.words if word == "apr"}
    return (DEBT_IN, DEBT_OUT) if words & DEBT_WORDS else (FLOW_IN, FLOW_OUT)


def _has_sign(entry: Entry, words: frozenset[str], others: frozenset[str]) -> bool:
    """Return whether the last word of *entry* in one of two lists is one of *words*."""
    known = [word for word in reversed(entry.words) if word in words or word in others]
    return bool(known) and known[0] in words

"""Balances outside of bills: opening + in - out = closing, limit - used = available, old + usage.

A family is made for the record by the words of its numbers, as for costs and counts: other
families list their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from itertools import chain, filterfalse, permutations, product
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


class LedgerEntry(NamedTuple):
    """A number of a record: the field *name*, its *kind*, and its words without unit."""

    name: str
    kind: str
    words: tuple[str, ...]

    def get_noun(self, part: str) -> frozenset[str] | None:
        """Return the nouns of the number if it is *part* of others; None if no word says so."""
        return _read_parts(self.words).get(part)


@lru_cache(maxsize=1024)
def _read_parts(words: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Return what a number with *words* may be beside others, each with the nouns that are left.

    ``open_tickets`` may be what is left, of tickets; ``principal`` is a whole of anything.
    """
    ends = {words[0], words[-1]}
    parts = filterfalse(lambda part: ends.isdisjoint(ROLE_WORDS[part]), ROLE_WORDS)
    return {part: _list_nouns(words, ROLE_WORDS[part]) for part in parts}


def _list_nouns(words: tuple[str, ...], silent: frozenset[str]) -> frozenset[str]:
    """Return the nouns among *words*, in the singular, without those that are *silent*."""
    return frozenset(map(to_noun, set(words) - silent - NEUTRAL_WORDS))


@lru_cache(maxsize=128)
def find_ledgers(record: RecordOutline) -> tuple[Ledger, ...]:
    """Return the ledgers of *record*, those with most fields first.

    These are its remainders (a limit, what is used and what is left), its meters (a reading before
    and after, and the use between them) and its balances (an opening, what comes and goes, and a
    closing). The words at the ends of the names say which is which, and the others what is counted.

    What is part of a remainder neither raises nor lowers a balance: the credit that is used of a
    limit is no charge.
    """
    numbers = filter(_is_number, record.fields)
    entries = list(filter(_may_add_up, map(_read_entry, numbers)))
    remainders = list(_find_remainders(entries, record))
    parts = frozenset(chain.from_iterable(ledger.roles for ledger in remainders))
    others = list(filterfalse(lambda entry: entry.name in parts, entries))
    found = (
        *_find_balances(others, record),
        *_find_meters(entries, record),
        *remainders,
    )
    return tuple(sorted(found, key=lambda ledger: -len(ledger.roles)))


def _is_number(field: FieldOutline) -> bool:
    """Return whether *field* is a number."""
    return field.kind in NUMBER_KINDS


def _may_add_up(entry: LedgerEntry) -> bool:
    """Return whether no word of *entry* says that it is a rate, a time or a mean."""
    return SILENT_WORDS.isdisjoint(entry.words)


def _read_entry(field: FieldOutline) -> LedgerEntry:
    """Return the words of *field* without its unit and its currency."""
    name = units.normalize(strip_currency(field.name))
    head, _, unit = name.rpartition("_")
    is_unit = unit in index_units().keys() - WORDY_UNITS
    bare = head if head and is_unit else name
    words = tuple(bare.replace("on_hand", "onhand").split("_"))
    return LedgerEntry(
        field.name,
        field.kind,
        words,
    )


WORDY_UNITS = frozenset(("percent", "left", "min"))
"""Units whose words mean something else at the end of a name."""


def _build(rows: Iterable[str], names: Iterable[str]) -> Ledger:
    """Return the ledger of *rows*, whose fields are *names*."""
    text = "\n".join((f"{FAMILY_NAME}:", f"{STAGE_ROLE} | count 1 1 1", *rows))
    return Ledger(parse_family(text), tuple(names))


RULES = {
    "int": "count {} {} {}",
    "decimal": "money {} {} {} .01",
    "float": "real {} {} {} .01",
}
"""The rule of a number that is drawn, by kind."""


def _find_rule(
    entry: LedgerEntry,
    record: RecordOutline,
    usual: str,
) -> str:
    """Return the rule of what *entry* is drawn from: its usual range, or *usual*."""
    known = units.find_row_range(
        entry.name,
        record.model,
        record.root,
    )
    return RULES[entry.kind].format(*(known or usual.split()))


# Remainders


USED_SHARES = "= .05 .1 .2 .25 .3 .4 .5 .5 .6 .7 .75 .8 .9 1"
"""What is used of a whole."""

USUAL_WHOLES = {"int": "4 24 240", "float": "300 4200 90000", "decimal": "300 4200 90000"}
"""Ranges of wholes of which nothing is known, by kind."""


def _find_remainders(entries: list[LedgerEntry], record: RecordOutline) -> Iterator[Ledger]:
    """Yield the ledgers of what is used of a whole and what is left: 20 seats, 12 taken, 8 free."""
    rates = list(filter(_is_plain_rate, record.fields))
    for left in filter(partial(_is_part, LEFT), entries):
        alike = filter(partial(_is_alike, left), _list_near(left, entries))
        pairs = list(permutations(alike, 2))
        score = partial(_score_pair, left)
        best = max(
            pairs,
            key=score,
            default=None,
        )
        if best and score(best) >= MIN_SHARED:
            yield _build_remainder(
                (*best, left),
                rates,
                record,
            )


def _build_remainder(
    triple: tuple[LedgerEntry, ...],
    rates: list[FieldOutline],
    record: RecordOutline,
) -> Ledger:
    """Return the ledger of the whole, what is used of it, and what is left, in *triple*.

    *rates* are the fields that show the share that is used.
    """
    whole, used, left = triple
    rate_names = [rate.name for rate in rates]
    rule = _find_rule(
        whole,
        record,
        USUAL_WHOLES[whole.kind],
    )
    rows = (
        f"{whole.name} | {rule}",
        f"{used.name} | done {whole.name} {STAGE_ROLE} {USED_SHARES}",
        f"{left.name} | rest {whole.name} {used.name}",
        *map(f"{{}} | rate {used.name} {whole.name}".format, rate_names),
    )
    return _build(rows, (whole.name, used.name, left.name, *rate_names))


REACH = 16
"""How many numbers away those stand that belong together; more would take cubic time."""


def _list_near(entry: LedgerEntry, entries: list[LedgerEntry]) -> list[LedgerEntry]:
    """Return the numbers among *entries* that stand near *entry*, itself included."""
    place = entries.index(entry)
    return entries[max(0, place - REACH) : place + REACH + 1]


def _is_part(part: str, entry: LedgerEntry) -> bool:
    """Return whether a word says that *entry* is *part* of others."""
    return entry.get_noun(part) is not None


RATE_NAMES = frozenset("utilization usage utilisation used fill occupancy consumed".split())
RATE_NAME = re.compile("(.+)_(percent|pct|percentage|rate|ratio)")


def _is_plain_rate(field: FieldOutline) -> bool:
    """Return whether *field* is the share that is used, of whatever the record counts."""
    found = RATE_NAME.fullmatch(field.name)
    head = found[1] if found else field.name
    return field.kind in ("float", "decimal") and head in RATE_NAMES


MIN_SHARED = 2
"""The pairs of three numbers that must speak of the same thing."""


def _is_alike(one: LedgerEntry, other: LedgerEntry) -> bool:
    """Return whether *one* is another number than *other*, and of the same kind."""
    return one != other and one.kind == other.kind


def _score_pair(left: LedgerEntry, pair: tuple[LedgerEntry, LedgerEntry]) -> int:
    """Return how many of the whole and the part in *pair* and *left* speak of the same thing.

    0 if the words of the two do not say that they are a whole and a part.
    """
    whole, used = pair
    used_nouns = _read_used(used, whole)
    if used_nouns is None:
        return 0
    left_nouns = left.get_noun(LEFT) or frozenset()
    whole_nouns = _read_whole(whole, used_nouns | left_nouns)
    if whole_nouns is None:
        return 0
    nouns = (whole_nouns, used_nouns, left_nouns)
    return sum(map(_share_noun, nouns, (*nouns[1:], nouns[0])))


def _share_noun(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two numbers with these nouns may count the same; without nouns they may."""
    return not one or not other or not one.isdisjoint(other)


def _read_used(used: LedgerEntry, whole: LedgerEntry) -> frozenset[str] | None:
    """Return the nouns of *used* if it may be a part of *whole*; None if it may not.

    Tickets that are open take room of a maximum, although they are left to do.
    """
    is_maximum = not MAXIMUM_WORDS.isdisjoint(whole.words)
    if is_maximum and not OPEN_WORDS.isdisjoint(used.words):
        return _list_nouns(used.words, OPEN_WORDS)
    return None if _is_part(LEFT, used) else used.get_noun(USED)


MAXIMUM_WORDS = frozenset(("max", "maximum"))


def _read_whole(whole: LedgerEntry, others: frozenset[str]) -> frozenset[str] | None:
    """Return the nouns of *whole* if it may be one of *others*; None if it may not."""
    if not WHOLE_NOUNS.isdisjoint(whole.words):
        return frozenset()
    nouns = whole.get_noun(WHOLE)
    if nouns is not None:
        return nouns
    own = frozenset(map(to_noun, whole.words))
    is_bare = not own.isdisjoint(others) and not _is_part(USED, whole)
    return own if is_bare else None


# Meters


def _find_meters(entries: list[LedgerEntry], record: RecordOutline) -> Iterator[Ledger]:
    """Yield the ledgers of what a meter shows before and after, and of what lies between."""
    for start, end in filter(_reads_meter, _pair_levels(entries)):
        others = filterfalse((start, end).__contains__, _list_near(start, entries))
        change = next(filter(_is_change, others), HIDDEN_CHANGE)
        rule = _find_rule(
            change,
            record,
            USUAL_CHANGE,
        )
        rows = (
            f"{start.name} | {_find_rule(start, record, USUAL_READING)}",
            f"{change.name} | {rule.replace(' .01', ' 1') if start.kind == 'int' else rule}",
            f"{end.name} | sum {start.name} {change.name}",
        )
        shown = {start.name, end.name, change.name} - {HIDDEN_CHANGE.name}
        yield _build(rows, sorted(shown))


USUAL_READING, USUAL_CHANGE = "900 14000 90000", "4 120 1900"
HIDDEN_CHANGE = LedgerEntry("_change", "int", ("change",))
"""What a meter counts that no field shows."""


def _is_change(entry: LedgerEntry) -> bool:
    """Return whether a word says that *entry* is what lies between two readings."""
    return not CHANGE_WORDS.isdisjoint(entry.words)


def _reads_meter(levels: tuple[LedgerEntry, LedgerEntry]) -> bool:
    """Return whether *levels* are readings of a meter, of which no other noun speaks."""
    nouns = levels[0].get_noun(START)
    return METER_NOUNS.issuperset(nouns or {""})


def _pair_levels(entries: list[LedgerEntry]) -> Iterator[tuple[LedgerEntry, LedgerEntry]]:
    """Return the numbers of a level at the start and at the end, which have the same nouns."""
    starts = filter(partial(_is_part, START), entries)
    pairs = (product((start,), _list_near(start, entries)) for start in starts)
    return filter(_is_pair, chain.from_iterable(pairs))


def _is_pair(levels: tuple[LedgerEntry, LedgerEntry]) -> bool:
    """Return whether *levels* are one of the same kind at the start and at the end."""
    start, end = levels
    is_alike = start.get_noun(START) == end.get_noun(END)
    return start != end and start.kind == end.kind and is_alike


# Balances


def _find_balances(entries: list[LedgerEntry], record: RecordOutline) -> Iterator[Ledger]:
    """Yield the ledgers of a balance: what it was, what came and went, and what it is."""
    inward, outward = _find_signs(record, entries)
    for start, end in filter(_is_balance, _pair_levels(entries)):
        others = filterfalse((start, end).__contains__, _list_near(start, entries))
        flows = list(filter(partial(_may_flow, start), others))
        added = list(filter(partial(_has_sign, inward, outward), flows))
        taken = list(filter(partial(_has_sign, outward, inward), flows))
        if [*added, *taken]:
            yield _build_balance(
                (start, end),
                [flow.name for flow in added],
                [flow.name for flow in taken],
                record,
            )


def _build_balance(
    levels: tuple[LedgerEntry, LedgerEntry],
    added: list[str],
    taken: list[str],
    record: RecordOutline,
) -> Ledger:
    """Return the ledger of a balance with *levels* at its ends, and what is *added* and *taken*.

    All that is taken is less than what was there.
    """
    start, end = levels[0].name, levels[1].name
    rule = _find_rule(
        levels[0],
        record,
        USUAL_WHOLES[levels[0].kind],
    )
    share = 1 / max(len(taken), 1)
    outward = f"{{}} | part {start} .02 {0.3 * share:.3f} {0.9 * share:.3f}"
    terms = " ".join((start, *added, *map("-{}".format, taken)))
    rows = (
        f"{start} | {rule}",
        *(f"{name} | part {start} {_find_share(name)}" for name in added),
        *map(outward.format, taken),
        f"{end} | sum {terms}",
    )
    return _build(rows, (start, *added, *taken, end))


SMALL_FLOWS = frozenset("interest fee fees penalties tax".split())


def _find_share(name: str) -> str:
    """Return the share of a balance that comes with the flow *name*: fees and interest are low."""
    is_small = not SMALL_FLOWS.isdisjoint(name.split("_"))
    return ".001 .006 .02" if is_small else ".04 .22 .7"


OPENING_WORDS = frozenset("opening beginning brought".split())
"""Words of levels of a balance, whatever its noun is."""


def _is_balance(levels: tuple[LedgerEntry, LedgerEntry]) -> bool:
    """Return whether *levels* are those of a balance, not of a meter."""
    words = levels[0].words
    is_told = not (BALANCE_NOUNS | OPENING_WORDS).isdisjoint(words)
    return is_told and METER_NOUNS.isdisjoint(words)


def _may_flow(level: LedgerEntry, entry: LedgerEntry) -> bool:
    """Return whether *entry* may be added to *level*: a number of its kind, and no other level."""
    levels = filter(entry.get_noun, (START, END, LEFT, WHOLE))
    is_level = "total" not in entry.words and next(levels, None) is not None
    return entry.kind == level.kind and not is_level and entry.words[-1] not in BALANCE_NOUNS


def _find_signs(
    record: RecordOutline,
    entries: list[LedgerEntry],
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of what raises and what lowers the balance of *record*.

    That of a debt rises with charges and falls with payments; that of an account or a stock rises
    with what is received.
    """
    words = {*record.model.split("_"), *(entry.name for entry in entries)}
    return (FLOW_IN, FLOW_OUT) if DEBT_WORDS.isdisjoint(words) else (DEBT_IN, DEBT_OUT)


def _has_sign(
    words: frozenset[str],
    others: frozenset[str],
    entry: LedgerEntry,
) -> bool:
    """Return whether the last word of *entry* in one of two lists is one of *words*."""
    known = filter((words | others).__contains__, reversed(entry.words))
    return next(known, "") in words

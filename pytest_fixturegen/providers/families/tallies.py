"""Counts of one thing that their words relate: produced = good + scrap, total - sold = left.

A family is made for the record: the numbers that count the same noun are its whole, the steps that
a part of it came to, the good and the bad ones, and what is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from pytest_fixturegen.providers.families.cost_names import strip_currency, to_noun
from pytest_fixturegen.providers.families.steps import Family, parse_family
from pytest_fixturegen.providers.families.tally_words import (
    BAD,
    COUNT_WORDS,
    GOOD,
    LEFT,
    OTHER,
    PAIRS,
    RATE_ENDINGS,
    RATE_WORDS,
    STEP,
    STEPS_AND_GOOD,
    WHOLE,
    find_part,
)
from pytest_fixturegen.providers.families.wholes import list_parts
from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.providers.units import lookup as units
from pytest_fixturegen.providers.units.suffixes import index_units

FAMILY_NAME = "tally"
NUMBER_KINDS = ("int", "float", "decimal")
SILENT_WORDS = frozenset(
    """at by per percent pct rate date id price cost fee amount value salary wage income rent
    pay""".split()
)
"""Words of numbers that count nothing."""

STAGE_ROLE = "_on"
"""The role of whether the record has begun (1), has not (0), or is done (2)."""


class Count(NamedTuple):
    """A number of a tally: the field *name*, what it counts, and which *part* by which *word*."""

    name: str
    base: str
    part: str
    word: str


class Tally(NamedTuple):
    """A *family* of counts, and the *roles* of the fields by name."""

    family: Family
    roles: dict[str, str]


@lru_cache(maxsize=128)
def find_tallies(record: RecordOutline) -> tuple[Tally, ...]:
    """Return the tallies of *record*."""
    kinds = {field.name: field.kind for field in record.fields if field.kind in NUMBER_KINDS}
    counts = list(_iter_counts(kinds))
    groups: dict[str, list[Count]] = {}
    for count in counts:
        groups.setdefault(count.base, []).append(count)
    known = list_parts(record).keys()
    found = (
        _build_tally(
            group,
            kinds,
            record,
            is_only=len(groups) == 1,
        )
        for group in groups.values()
        if not known >= {count.name for count in group}
    )
    return tuple(filter(None, found))


def _iter_counts(names: Iterable[str]) -> Iterator[Count]:
    """Yield the counts among *names*; a bare noun is the whole of those that count parts of it."""
    names = list(names)
    read = {name: _read_count(name) for name in names}
    bases = {count.base for count in read.values() if count}
    for name, count in read.items():
        bare = _to_base(_list_name_words(name))
        if count is not None:
            yield count
        elif bare in bases:
            yield Count(
                name,
                bare,
                WHOLE,
                "",
            )
        else:
            yield from _read_other(name, bases)


def _read_other(name: str, bases: set[str]) -> Iterator[Count]:
    """Yield the count of *name* whose other word, such as ``helpful``, no table knows."""
    words = _list_name_words(name)
    base = _to_base(words[1:])
    if len(words) > 1 and base in bases and SILENT_WORDS.isdisjoint(words):
        yield Count(
            name,
            base,
            OTHER,
            words[0],
        )


@lru_cache(maxsize=1024)
def _read_count(name: str) -> Count | None:
    """Return what *name* counts; None if no word at its ends names a part."""
    words = _list_name_words(name)
    if len(words) < 2 or not SILENT_WORDS.isdisjoint(words):
        return None
    ends = (("_".join(words[-2:]), words[:-2]), (words[-1], words[:-1]), (words[0], words[1:]))
    for word, rest in ends:
        part = find_part(word) or (OTHER if word in PAIR_WORDS else "")
        if part and rest:
            return Count(
                name,
                _to_base(rest),
                part,
                word,
            )
    return None


PAIR_WORDS = frozenset().union(*PAIRS)


def _list_name_words(name: str) -> list[str]:
    """Return the words of *name* without the unit at its end."""
    head, _, unit = units.normalize(strip_currency(name)).rpartition("_")
    is_unit = bool(head) and unit in index_units() and unit not in ("percent", "left", "min")
    return (head if is_unit else units.normalize(strip_currency(name))).split("_")


def _to_base(words: list[str]) -> str:
    """Return what *words* say is counted, in the singular; "qty" if they say only that it is."""
    base = [to_noun(word) for word in words if word not in COUNT_WORDS]
    return "_".join(base) or "qty"


def _build_tally(
    group: list[Count],
    kinds: dict[str, str],
    record: RecordOutline,
    *,
    is_only: bool,
) -> Tally | None:
    """Return the tally of the counts in *group*; None if their words do not relate them."""
    parts: dict[str, list[Count]] = {}
    for count in group:
        parts.setdefault(count.part, []).append(count)
    if len(group) < 2 or not _is_related(parts, group):
        return None
    is_whole = {kinds[count.name] for count in group} == {"int"}
    spec = _find_spec(
        parts,
        record,
        is_whole=is_whole,
    )
    rows = _TallyRows(parts, spec).write()
    rates = list(_write_rates(parts, kinds)) if is_only else []
    text = "\n".join((f"{FAMILY_NAME}:", *rows, *rates))
    roles = [count.name for count in group] + [row.partition(" | ")[0] for row in rates]
    family = parse_family(text)
    return Tally(family, {name: name for name in roles if name in family.steps})


def _is_related(parts: dict[str, list[Count]], group: list[Count]) -> bool:
    """Return whether the words of *group* relate its numbers.

    A whole or a step stands beside another part; good ones beside bad ones; or two of a pair.
    """
    words = {count.word for count in group}
    has_pair = any(pair <= words for pair in PAIRS)
    has_base = bool({WHOLE, STEP} & parts.keys())
    is_pair_of_parts = {GOOD, BAD} <= parts.keys()
    return has_pair or is_pair_of_parts or (has_base and len(group) > 1)


def _find_spec(
    parts: dict[str, list[Count]],
    record: RecordOutline,
    *,
    is_whole: bool,
) -> str:
    """Return the rule of the whole: the range of its name or of what it counts, if known."""
    first = next(iter(parts.get(WHOLE) or parts.get(STEP) or next(iter(parts.values()))))
    names = (first.name, f"{first.base}s", f"{first.base}_count", first.base)
    ranges = (
        units.find_row_range(
            name,
            record.model,
            record.root,
        )
        for name in names
    )
    low, median, high = next(filter(None, ranges), ("4", "24", "900"))
    return f"count {low} {median} {high}" if is_whole else f"real {low} {median} {high} .1"


def _rate_pair(pair: frozenset[str]) -> tuple[int, str]:
    """Return the number of the words of *pair*, and the words, which decide between equals."""
    return len(pair), " ".join(sorted(pair))


class _TallyRows:
    """Writes the rows of a tally with *parts*."""

    def __init__(
        self,
        parts: dict[str, list[Count]],
        spec: str,
    ) -> None:
        self._parts = {part: [count.name for count in found] for part, found in parts.items()}
        self._others = {count.word: count.name for count in parts.get(OTHER, [])}
        self._words = {count.word: count.name for found in parts.values() for count in found}
        self._spec = spec

    def write(self) -> list[str]:
        """Return the rows, each after those that it refers to."""
        whole, *more = self._parts.get(WHOLE, []) or ["_whole"]
        rows = [f"{STAGE_ROLE} | count 1 1 1"]
        pair = self._find_pair()
        if pair and len(self._words) <= len(pair) + 1 and not more:
            return [*rows, *self._write_pair(whole, pair)]
        rows.append(f"{whole} | {self._spec}")
        rows += [f"{name} | part {whole} .6 .85 1" for name in more]
        last = self._write_steps(whole, rows)
        self._write_parts(last, rows)
        return rows

    def _find_pair(self) -> tuple[str, ...]:
        """Return the fields that make the whole, the most that do; () if there are none."""
        words = self._words
        known = (pair for pair in PAIRS if pair <= words.keys())
        return tuple(map(words.__getitem__, sorted(max(known, key=_rate_pair, default=()))))

    def _write_pair(self, whole: str, parts: tuple[str, ...]) -> list[str]:
        """Return the rows of a whole that is the sum of *parts*."""
        rows = map("{} | {}".format, parts, repeat(self._spec))
        return [*rows, f"{whole} | sum {' '.join(parts)}"]

    def _write_steps(
        self,
        whole: str,
        rows: list[str],
    ) -> str:
        """Add the rows of the steps after *whole*; return the last one, which parts are of."""
        last = whole
        for name in self._parts.get(STEP, []):
            rows.append(f"{name} | done {last} {STAGE_ROLE} = .7 .8 .9*2 .95*2 .98*2 1*12")
            last = name
        return last

    def _write_parts(
        self,
        base: str,
        rows: list[str],
    ) -> None:
        """Add the rows of the good and the bad ones of *base*, and of what is left of it."""
        good, bad = self._parts.get(GOOD, []), self._parts.get(BAD, [])
        left = self._parts.get(LEFT, [])
        others = [*self._others.values()]
        whole = rows[1].partition(" | ")[0]
        is_split = bool(good and bad) and not left
        sizes = "= 0*8 .01*2 .02*2 .04 .06 .1" if good or base != whole else "= 0*4 .02 .05 .1 .2"
        source, used = (
            (whole, [])
            if self._leaves_rest(
                base,
                whole,
                bad,
            )
            else (base, [])
        )
        for name in bad:
            if source == whole and base != whole and len(bad) == 1 and not left and not good:
                rows.append(f"{name} | rest {whole} {base}")
            else:
                rows.append(f"{name} | part {base} {sizes}")
                used.append(name)
        for number, name in enumerate(good):
            if is_split and number == 0:
                rows.append(f"{name} | rest {base} {' '.join(used)}")
            else:
                share = ".08 .55 .86" if number == 0 else ".02 .1 .3"
                rows.append(f"{name} | part {base} {share}")
                used.append(name)
        rows += [f"{name} | part {base} .05 .3 .7" for name in others]
        minus = used if not (base != whole and left and not used) else [base]
        for name in left:
            rest = " ".join(dict.fromkeys(minus or ([base] if base != whole else [])))
            rows.append(f"{name} | rest {whole if minus == [base] else base} {rest}".rstrip())

    def _leaves_rest(
        self,
        base: str,
        whole: str,
        bad: list[str],
    ) -> bool:
        """Return whether the bad ones are those that did not come on: planned - emptied."""
        return base != whole and len(bad) == 1 and not whole.startswith("_")


def find_step_word(family: Family) -> str:
    """Return the word of the first step of a tally: ``produced``; "" if it has none."""
    if family.name == "loan":
        return "repaid"
    steps = (step for step in family.steps.values() if step.operation == "done")
    first = next(steps, None)
    words = _list_name_words(first.role) if first else []
    return next(filter(STEP_WORDS.__contains__, (*words[-1:], *words)), "")


STEP_WORDS = frozenset(STEPS_AND_GOOD) | {"ready", "repaid", "paid", "made", "drawn", "settled"}
"""Words of what a part of a whole comes to."""


def _write_rates(parts: dict[str, list[Count]], kinds: dict[str, str]) -> Iterator[str]:
    """Yield the rows of the rates beside the only tally of a record."""
    steps = parts.get(STEP, [])
    wholes = parts.get(WHOLE, [])
    for name in kinds:
        head, _, ending = name.rpartition("_")
        part = RATE_WORDS.get(head) if ending in RATE_ENDINGS else None
        found = parts.get(part, []) if part else []
        below = steps[-1:] if part in (GOOD, BAD) and steps else wholes[:1]
        if found and below and found[0] not in below:
            yield f"{name} | rate {found[0].name} {below[0].name}"

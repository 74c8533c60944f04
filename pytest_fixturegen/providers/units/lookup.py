"""Find what number a name asks for: by its class, its noun and its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers import field_names
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.units.specs import (
    NumberSpec,
    build_spec_node,
    join_rows,
    parse_spec,
)
from pytest_fixturegen.providers.units.suffixes import (
    BARE_LETTERS,
    TIME_PLURALS,
    Unit,
    index_units,
)

NUMBER_KINDS = frozenset(("int", "float", "decimal"))

MAX_UNIT_WORDS = 3

FILLERS = frozenset(
    "current total avg average mean actual estimated reported measured recorded observed "
    "latest last initial final base default nominal expected planned target new old raw".split()
)
"""Words before a noun that leave its range as it is."""

TIME_WORDS = frozenset("second minute hour day week month year min sec hrs mins secs".split())
"""Units that are parts of a calendar if the name says no more."""

PREFIX_HEADS = frozenset(
    "distance speed weight height depth temperature humidity pressure voltage duration "
    "latency area volume length width power energy frequency elevation altitude hours minutes "
    "days months seconds population".split()
)
"""Nouns that are also read at the beginning of a name: ``distance_to_center``."""

COUNT_SPEC = "0 4 40 | 0 0:6"
RATE_SPEC = "0 .42 1 share | .001"
AFFIX_SPECS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("_count", "_cnt", "_counts", "_qty"), "int", COUNT_SPEC),
    (("count_", "num_", "number_of_", "n_", "no_of_", "nr_of_"), "int", COUNT_SPEC),
    (
        ("_ratio", "_fraction", "_share", "_probability", "_prob", "_likelihood", "_confidence"),
        "int float decimal",
        RATE_SPEC,
    ),
    (("_rate",), "int float decimal", "0 .18 1 share | .001"),
    (("_percent", "_percentage", "_pct", "_perc"), "int float decimal", "0 16 58 pct | .1"),
    (("score", "_score"), "int float decimal", "12 71 100 | 0"),
    (("_index",), "float decimal", "0 .6 1 | .001"),
    (("_index", "_level"), "int", "1 3 10 | 0"),
    (("_rank", "_position", "_order", "_sequence", "_seq", "_line"), "int", "1 6 40 | 0"),
    (("_version", "_revision"), "int", "1 4 60 | 0"),
    (("_hours", "_hrs"), "int float decimal", "1 8 80 | .5"),
    (
        ("_size", "_capacity", "_limit", "_quota"),
        "int",
        "10 100 5000 | = 10*2 20*2 25 50*4 100*6 200*3 250 500*3 1000*3 2000 5000",
    ),
    (
        (
            "_budget",
            "_revenue",
            "_cost",
            "_costs",
            "_price",
            "_amount",
            "_amt",
            "_fee",
            "_fees",
            "_charge",
            "_charges",
            "_payment",
            "_expense",
            "_expenses",
            "_income",
            "_earnings",
        ),
        "int float decimal",
        "4 64 4800 | .01",
    ),
    (("_factor", "_multiplier", "_coefficient"), "float decimal", ".5 1.1 3 | .01"),
    (("_weight",), "float decimal", "0 .42 1 | .01"),
    (("_threshold", "_tolerance"), "float decimal", ".05 .6 .95 | .01"),
    (("_threshold",), "int", "5 50 500 | /5"),
    (("_year",), "int", "1994 2018 2025 | 0"),
    (("_length",), "int", "4 64 2400 | 0"),
    (
        ("_dev", "_deviation", "_std", "_stddev", "_sd", "_error", "_variance"),
        "float decimal",
        ".02 .8 9 | .01",
    ),
)
"""Beginnings and endings of names without a known noun, kinds of value, and their range."""


def find_class_nodes(context: FieldContext) -> Iterator[tuple[str, Node]]:
    """Yield the node of a number whose name means something else in this class of records."""
    if context.kind not in NUMBER_KINDS:
        return
    sections = find_sections(context.model, context.record.root)
    if not sections:
        return
    for rest, units in split_units(_get_name(context)):
        for head in _list_heads(rest):
            rows = (section[head] for section in sections if head in section)
            row = next(rows, None)
            yield from _build_nodes(
                head,
                row,
                units,
                context,
            )
            if row is None and "_" in head and head in index_heads():
                return  # a longer noun is surer than the class


def find_own_nodes(context: FieldContext) -> Iterator[tuple[str, Node]]:
    """Yield the node of a number whose whole name is listed for this class of records.

    The ``purchase_price`` of a machine is no price in a shop, unless the record sells several.
    """
    if context.kind in NUMBER_KINDS and not context.record.has("quantity", "qty"):
        name = _get_name(context)
        sections = find_sections(context.model, context.record.root)
        rows = (section[name] for section in sections if name in section)
        yield from _build_nodes(
            name,
            next(rows, None),
            (),
            context,
        )


def find_measure_nodes(context: FieldContext) -> Iterator[tuple[str, Node]]:
    """Yield the node of a number whose noun or unit is known."""
    if context.kind not in NUMBER_KINDS:
        return
    heads = index_heads()
    name = _get_name(context)
    readings = list(split_units(name))
    # interest_rate_percent: not any percentage
    if readings[0][0] not in heads and readings[-1][0] in heads:
        readings = [readings[-1], *readings[:-1]]
    for rest, units in readings:
        for head in _list_heads(rest):
            yield from _build_nodes(
                head,
                heads.get(head),
                units,
                context,
            )
        yield from _build_default(units, context)
    yield from _find_before_participle(name, context)
    if len(name) > 2 and name not in TIME_WORDS:
        yield from _build_default(
            index_units().get(name, ()),
            context,
        )
    first = next(
        (head for head in _list_beginnings(name) if head in PREFIX_HEADS),
        "",
    )
    if first:
        yield from _build_nodes(
            first,
            heads.get(first),
            (),
            context,
        )


LATE_WORDS = frozenset(
    "left sold held lost won done used due needed per taken set avg mean amount".split()
)
"""Words after a noun, besides participles, that leave its range as it is: ``seats_left``."""


def _find_before_participle(name: str, context: FieldContext) -> Iterator[tuple[str, Node]]:
    """Yield the node of the noun before a participle: ``floors_served``, ``pages_read``."""
    noun, _, last = name.rpartition("_")
    if noun and (last in LATE_WORDS or last.endswith(("ed", "en"))):
        for head in _list_heads(noun):
            yield from _build_nodes(
                head,
                index_heads().get(head),
                (),
                context,
            )


def _has_affix(name: str, affixes: tuple[str, ...]) -> bool:
    """Return whether *name* begins or ends with one of *affixes*; ``max_`` is a beginning."""
    return any(
        name.startswith(affix) if affix.endswith("_") else name.endswith(affix) for affix in affixes
    )


NEUTRAL_SPECS = {"int": "1 6 48 | 0", "float": ".2 11 98 | .1", "decimal": ".2 11 98 | .01"}
"""Numbers of which nothing is known, by kind: small ones are likely."""

PLACEHOLDER_NAMES = frozenset(
    """number value data amount integer decimal real int float num field item key result metric
    total count size units""".split()
)
"""Names that say nothing of a number; any will do."""


def find_neutral_nodes(context: FieldContext) -> Iterator[tuple[str, Node]]:
    """Yield the node of a number without bounds of which nothing is known but that it has a name.

    ``tugs``, ``persons_trapped`` and ``brix`` are rather small.
    """
    name = _get_name(context)
    is_named = len(name) > MIN_NAME and name not in PLACEHOLDER_NAMES
    is_named = is_named and name.rpartition("_")[2] not in KEY_WORDS
    spec = NEUTRAL_SPECS.get(context.kind)
    if spec and is_named and context.record.fields and context.constraints == Constraints():
        yield from _build_nodes(
            "neutral",
            spec,
            (),
            context,
        )


KEY_WORDS = frozenset(
    "id ids key pk fk number no nr num code ref seed hash offset port pid".split()
)
"""Last words of numbers that identify something; they are spread."""

MIN_NAME = 2
"""The letters of a name that is a letter or a symbol only."""


def find_rough_nodes(context: FieldContext) -> Iterator[tuple[str, Node]]:
    """Yield the node of a number of which only an affix is known, or that it counts something."""
    if context.kind not in NUMBER_KINDS:
        return
    name = _get_name(context)
    for _, units in split_units(name):
        if units and units[0].dimension == "money":
            yield from _build_nodes(
                "money",
                units[0].spec.strip(),
                (),
                context,
            )
    for affixes, kinds, row in AFFIX_SPECS:
        if context.kind in kinds.split() and _has_affix(name, affixes):
            yield from _build_nodes(
                affixes[0].strip("_"),
                row,
                (),
                context,
            )
    if context.kind == "int" and not context.is_item and field_names.to_singular(name):
        yield from _build_nodes(
            "count",
            COUNT_SPEC,
            (),
            context,
        )


def find_spec(context: FieldContext) -> NumberSpec | None:
    """Return the range of the numbers that the name of *context* asks for; None if unknown."""
    heads = [*find_sections(context.model, context.record.root), index_heads()]
    for rest, _ in split_units(_get_name(context)):
        for head in _list_heads(rest):
            rows = (section[head] for section in heads if head in section)
            row = next(rows, None)
            if row:
                return parse_spec(row)
    return None


def find_row_range(
    name: str,
    model: str,
    root: str,
) -> tuple[str, str, str] | None:
    """Return the least, the usual and the greatest number called *name*; None if unknown.

    A row for the class comes first; the whole name must be listed.
    """
    asked = normalize(name)
    bare = [rest for rest, _ in split_units(asked)]
    tables = (*find_sections(model, root), index_heads())
    rows = (table[each] for table in tables for each in bare if each in table)
    row = next(rows, None)
    if row is None:
        return None
    low, median, high = row.split()[:3]
    return low, median, high


SHORT_WORDS = {
    "average": "avg",
    "mean": "avg",
    "percentage": "percent",
    "pct": "percent",
    "perc": "percent",
    "minimum": "min",
    "maximum": "max",
    "amt": "amount",
    "cnt": "count",
    "quantity": "qty",
    "std": "standard",
    "temp": "temperature",
}
"""Words with the same meaning, by the one that others are replaced by to compare names."""


WINDOW = re.compile(r"(\d+(s|m|min|h|hr|d|w|mo|y)|last\d*d?|mtd|qtd)")
"""A word for the stretch of time that a number covers: ``views_7d``, ``load_avg_15m``."""


RECENT = re.compile(
    r"(?<=[a-z])_(in_)?(the_)?((last|past|previous)_\d+_[a-z]+|(this|last)_(day|week|month|year))$"
)
"""The end of a name that says in which time something was counted: ``claims_last_5_years``."""

CHANGED = re.compile("|".join((r"\d|last|mtd|qtd", *SHORT_WORDS)))
"""Found in texts with a name that :func:`normalize` may change."""


def normalize_names(names: str) -> list[str]:
    """Return each of *names*, normalized: one look at all of them spares most a closer one."""
    words = names.split()
    return [normalize(word) for word in words] if CHANGED.search(names) else words


@lru_cache(maxsize=2048)
def normalize(name: str) -> str:
    """Return *name* with one word for those of the same meaning."""
    words = RECENT.sub("", name).split("_")
    if len(words) > 1:
        words = [word for word in words if not WINDOW.fullmatch(word)] or words
    return "_".join(SHORT_WORDS.get(word, word) for word in words)


def _get_name(context: FieldContext) -> str:
    """Return the name of a number, normalized; for the items of a list, its singular."""
    singular = field_names.to_singular(context.name) if context.is_item else None
    return normalize(singular or context.name)


def _build_nodes(
    head: str,
    row: str | None,
    units: tuple[Unit, ...],
    context: FieldContext,
) -> Iterator[tuple[str, Node]]:
    """Yield the node of *row* in that of *units* that measures the same; none if none does."""
    if row is None:
        return
    spec = parse_spec(row)
    unit = None
    if units:
        unit = _match_unit(spec, units)
        if unit is None or _is_of_other_size(spec, unit):
            return
    node = build_spec_node(
        spec,
        unit,
        context,
        is_percent=spec.unit is None and not PERCENT_WORDS.isdisjoint(head.split("_")),
    )
    if node is not None:
        yield f"units.{head}", node


PERCENT_WORDS = frozenset(
    "interest rate apr apy coupon yield roi irr commission percent pct percentage".split()
)
"""Words of numbers whose ranges are in percent, unless the field ends at 1."""


def _is_of_other_size(spec: NumberSpec, unit: Unit) -> bool:
    """Return whether *unit* is for far smaller things than *spec*: the millilitres of a sample."""
    usual = spec.unit or unit
    return unit.dimension in ("mass", "volume") and unit.factor >= 1000 * usual.factor


def _match_unit(spec: NumberSpec, units: tuple[Unit, ...]) -> Unit | None:
    """Return that of *units* which measures the same as *spec*; the first if it says nothing."""
    if spec.unit is None:
        return units[0]
    same = (unit for unit in units if unit.dimension == spec.unit.dimension)
    return next(same, None)


def _build_default(units: tuple[Unit, ...], context: FieldContext) -> Iterator[tuple[str, Node]]:
    """Yield the node of the usual values of the first of *units*."""
    if units and units[0].dimension != "money":
        spec = parse_spec(units[0].spec.strip())
        node = build_spec_node(
            spec,
            None,
            context,
        )
        if node is not None:
            yield f"units.{units[0].dimension}", node


def split_units(name: str) -> Iterator[tuple[str, tuple[Unit, ...]]]:
    """Yield *name* as it is, then without the unit at its end, the longest one first.

    A unit of one letter is only yielded with the words before it.
    """
    units = index_units()
    words = name.split("_")
    yield name, ()
    for count in range(
        min(MAX_UNIT_WORDS, len(words) - 1),
        0,
        -1,
    ):
        suffix = "_".join(words[-count:])
        if suffix in units:
            yield "_".join(words[:-count]), units[suffix]
    if words[0] in ("percent", "pct", "percentage") and len(words) > 1:
        yield "_".join(words[1:]), units["pct"]


def _list_heads(name: str) -> tuple[str, ...]:
    """Return *name* and its endings, the longest first; each is tried as a noun."""
    words = name.split("_")
    heads = tuple("_".join(words[place:]) for place in range(len(words)))
    if words[-1] in BARE_LETTERS and len(words) > 1:
        return heads[:-1]
    return heads


def _list_beginnings(name: str) -> tuple[str, ...]:
    """Return the beginnings of *name* without its last words, the longest first."""
    words = name.split("_")
    return tuple(
        "_".join(words[:place])
        for place in range(
            len(words) - 1,
            0,
            -1,
        )
    )


@lru_cache(maxsize=1)
def index_heads() -> dict[str, str]:
    """Return the rows of the known nouns by noun."""
    from pytest_fixturegen.providers.units import (
        counts,
        money,
        more_quantities,
        quantities,
        scores,
        shares,
    )

    tables = (
        more_quantities.MORE,
        money.MONEY,
        counts.COUNTS,
        scores.SCORES,
        shares.SHARES,
        quantities.PHYSICS,
    )
    return {name: row for table in tables for name, row in _iter_rows(table)}


@lru_cache(maxsize=1)
def index_sections() -> dict[str, dict[str, str]]:
    """Return the rows by noun of each section, by the words of its classes."""
    from pytest_fixturegen.providers.units.contexts import SECTIONS

    sections: dict[str, dict[str, str]] = {}
    for block in join_rows(SECTIONS).split("\n\n"):
        title, _, rows = block.partition("\n")
        section = dict(_iter_rows(rows))
        for word in title.strip("[]").split():
            sections[word] = section | sections.get(word, {})
    return sections


def _iter_rows(table: str) -> Iterator[tuple[str, str]]:
    """Yield each name in *table* with its row."""
    for line in join_rows(table).splitlines():
        names, _, row = line.partition("|")
        row = row.strip()
        for name in normalize_names(names):
            yield name, row


@lru_cache(maxsize=256)
def find_sections(model: str, root: str) -> tuple[dict[str, str], ...]:
    """Return the sections of the words of *model*, the last word first, then of *root*."""
    words = [*reversed(model.split("_")), *reversed(root.split("_"))]
    known = index_sections()
    singulars = [field_names.to_singular(word) or word for word in words]
    found = (
        known.get(word) or known.get(one)
        for word, one in zip(
            words,
            singulars,
            strict=True,
        )
    )
    return tuple(section for section in found if section)


def is_amount_of_time(name: str) -> bool:
    """Return whether *name* is a stretch of time: ``no_claims_years``, not ``year``."""
    return name.rpartition("_")[2] in TIME_PLURALS

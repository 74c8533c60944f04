"""Bands: the least value, percentiles, the mean and the greatest value of a quantity."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.quantity import SPREAD
from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.providers.units import lookup as units
from pytest_fixturegen.providers.units.suffixes import index_units

NUMBER_KINDS = ("int", "float", "decimal")

END_WORDS = {
    **dict.fromkeys("min lowest low lower floor bottom".split(), 0.0),
    **dict.fromkeys("max highest high upper ceiling top peak".split(), 1.0),
}
"""Words for the ends of a band, and their places in it."""

EDGE_WORDS = {
    **dict.fromkeys("from start begin".split(), 0.0),
    **dict.fromkeys("to end finish".split(), 1.0),
}
"""Words that are ends of a band only beside the other one."""

INNER_WORDS = {
    **dict.fromkeys("p01 p1 p5 p05".split(), 0.05),
    **dict.fromkeys("p10 q10".split(), 0.12),
    **dict.fromkeys("p25 q1".split(), 0.26),
    **dict.fromkeys("p50 median q2 mid".split(), 0.44),
    **dict.fromkeys("avg average typical nominal expected estimate estimated value".split(), 0.5),
    **dict.fromkeys("current actual measured result reading observed".split(), 0.5),
    **dict.fromkeys("p75 q3".split(), 0.66),
    **dict.fromkeys("p90 q90".split(), 0.8),
    "p95": 0.88,
    **dict.fromkeys("p99 p999".split(), 0.96),
    **dict.fromkeys("dev stddev stdev sd sigma deviation standard".split(), SPREAD),
}
"""Words for places within a band. Alone they mean something else, percentiles aside."""

FRAME_WORDS = frozenset(
    "range value ref reference normal bound limit interval ci confidence".split()
)
"""Words that say that there is a band, but not of what."""

OWN_INNER = frozenset(word for word in INNER_WORDS if word[0] in "pq" and word[1:].isdigit())


class BandPlace(NamedTuple):
    """One value of the band of *base*: 0 is the least, 1 the greatest, SPREAD the deviation."""

    base: str
    place: float


def find_band_place(context: FieldContext) -> BandPlace | None:
    """Return the place of the field in a band; None if it is in none."""
    found = _parse(context.name)
    if found is None:
        return None
    word, band = found
    others = {
        place
        for name, place in list_bands(context.record).get(band.base, {}).items()
        if name != context.name
    }
    has_end = bool(others & {0.0, 1.0})
    if word in END_WORDS:
        is_minutes = word == "min" and not others and _is_time(band.base, context)
        return None if is_minutes else band
    if word in EDGE_WORDS:
        return band if 1.0 - band.place in others else None
    has_company = has_end or (word in OWN_INNER and bool(others))
    return band if has_company else None


def _is_time(base: str, context: FieldContext) -> bool:
    """Return whether *base* is measured in seconds."""
    heads = units.index_heads()
    row = heads.get(base) or heads.get(base.rpartition("_")[2], "")
    return base.endswith(("time", "duration")) or row.rpartition("|")[0].strip().endswith(" s")


@lru_cache(maxsize=128)
def list_bands(record: RecordOutline) -> dict[str, dict[str, float]]:
    """Return the places of the numbers of *record*, by base and by name."""
    bands: dict[str, dict[str, float]] = {}
    for field in record.fields:
        found = _parse(field.name) if field.kind in NUMBER_KINDS else None
        if found:
            bands.setdefault(found[1].base, {})[field.name] = found[1].place
    return bands


@lru_cache(maxsize=512)
def _parse(name: str) -> tuple[str, BandPlace] | None:
    """Return the word of *name* that says a place, and the place; None if no word does."""
    words = units.normalize(name).split("_")
    while len(words) > 1 and words[-1] in index_units() and words[-1] != "min":
        words = words[:-1]
    for table in (END_WORDS, INNER_WORDS, EDGE_WORDS):
        for index in (len(words) - 1, 0):
            if words[index] in table:
                rest = words[:index] + words[index + 1 :]
                base = "_".join(
                    word for word in rest if word not in FRAME_WORDS | INNER_WORDS.keys()
                )
                return words[index], BandPlace(base, table[words[index]])
    return None

"""Numbers of one thing at several stages: requested >= approved >= shipped >= received.

The words of stages order them; what was rejected, lost or returned is a part of what went before.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from pytest_fixturegen.providers.families.cost_names import strip_currency, to_noun
from pytest_fixturegen.providers.families.steps import Family, parse_family
from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.providers.stages.stems import Place, find_word

FAMILY_NAME = "chain"
NUMBER_KINDS = ("int", "float", "decimal")

STAGE_ENDINGS = ("ed", "en", "sent", "won", "sold", "paid")
"""Endings of participles: other forms, such as ``order``, name things."""

COUNT_WORDS = frozenset("qty quantity count number num total units no of".split())
EARLY_PLACES = dict.fromkeys(
    "ordered planned requested expected invited applied claimed".split(), Place(8)
)
LINKS = frozenset(
    ("", ending) for ending in ("", *"denied failed refunded lost cancelled missed expired".split())
)
"""The exception and the ending of the steps of a chain, and of the parts of one."""
OTHER_WORDS = frozenset("at by per percent rate".split())
MIN_LINKS, NO_STEP = 2, -1

MONEY_BASES = frozenset("amount value sum price cost".split())


class ChainLink(NamedTuple):
    """A number of a chain: the field *name*, what it counts, and its *progress* or *ending*."""

    name: str
    base: str
    progress: int
    ending: str


@lru_cache(maxsize=128)
def find_chains(record: RecordOutline) -> dict[str, tuple[Family, str]]:
    """Return the families of the chains of numbers of *record*, and their bases, by field."""
    fields = {field.name: field for field in record.fields if field.kind in NUMBER_KINDS}
    groups: dict[str, list[ChainLink]] = {}
    for link in filter(None, map(_read_link, fields)):
        groups.setdefault(link.base, []).append(link)
    found: dict[str, tuple[Family, str]] = {}
    for base, links in groups.items():
        if len({link.progress for link in links} - {NO_STEP}) >= MIN_LINKS:
            kinds = {fields[link.name].kind for link in links}
            family = parse_family(
                _write_rows(
                    base,
                    links,
                    is_whole=kinds == {"int"},
                )
            )
            found.update((link.name, (family, base)) for link in links)
    return found


@lru_cache(maxsize=1024)
def _read_link(name: str) -> ChainLink | None:
    """Return the link that the number *name* is; None if no word of it is of a stage."""
    words = strip_currency(name).split("_")
    if len(words) < 2 or not OTHER_WORDS.isdisjoint(words):
        return None
    for word in (words[-1], words[0]):
        place = _find_place(word)
        if place is not None:
            base = list(map(to_noun, filter(word.__ne__, words)))
            noun = "qty" if COUNT_WORDS.issuperset(base) else "_".join(base)
            progress = place.progress if place.is_progress else NO_STEP
            return ChainLink(
                name,
                noun,
                progress,
                place.ending,
            )
    return None


def _find_place(word: str) -> Place | None:
    """Return the place of a participle; None for other words, and for exceptions."""
    known = find_word(word, "") if word.endswith(STAGE_ENDINGS) else None
    place = EARLY_PLACES.get(word, known)
    is_link = place is not None and (place.exception, place.ending) in LINKS
    return place if is_link else None


def _write_rows(
    base: str,
    links: list[ChainLink],
    *,
    is_whole: bool,
) -> str:
    """Return the text of the family of *links*, which count *base*."""
    get_progress: Callable[[ChainLink], int] = lambda link: link.progress  # noqa: E731
    ordered = sorted(links, key=get_progress)
    steps = [link.name for link in ordered if link.progress != NO_STEP]
    rule = "count 1 12 400" if is_whole else "real 1 12 400 .1"
    if not MONEY_BASES.isdisjoint(base.split("_")):
        rule = "money 200 2400 240000 /10"
    rows = [f"{FAMILY_NAME}:", f"{steps[0]} | {rule}"]
    rows += map(
        "{1} | part {0} = .7 .8 .9*2 .95*2 .98*2 1*12".format,
        steps,
        steps[1:],
    )
    for link in ordered[: -len(steps)]:
        is_denied = link.ending == "denied"
        rest = f"rest {steps[0]} {steps[1]}"
        rows.append(f"{link.name} | {rest if is_denied else f'part {steps[-1]} {PART}'}")
    return "\n".join(rows)


PART = "= 0*12 .01 .02 .04 .1"
"""The shares of what is lost, fails or comes back."""

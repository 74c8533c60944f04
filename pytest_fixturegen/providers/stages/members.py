"""Places the members of a status on the stages of records, and finds the one to show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from pytest_fixturegen.providers.stages.stage import LAST, Stage
from pytest_fixturegen.providers.stages.stems import SOFT_WORDS, Place
from pytest_fixturegen.providers.stages.words import find_member_place, list_words

DONE, EARLY = 90, 20
"""The progress of records that are done, and of those that have hardly begun."""

FindMember = Callable[[Stage], int]
"""Returns the number of the member that a record with a stage shows."""


def place_members(texts: Sequence[str], kind: str) -> list[Place] | None:
    """Return the place of each member of a status; None if too few are words of stages.

    The order of the members places unknown words, and words of states that come early or late.
    """
    known = [find_member_place(text, kind) for text in texts]
    if SOLD in map(str.lower, texts):
        known = [
            UNSOLD if text.lower() in UNSOLD_WORDS else place
            for text, place in zip(texts, known, strict=True)
        ]
    named = sum(place is not None for place in known)
    if not named or 3 * named < len(texts):
        return None
    firm = list(
        map(
            _get_firm_place,
            known,
            texts,
        )
    )
    places: list[Place] = []
    for number in range(len(known)):
        place = firm[number] or _place_between(
            places,
            known[number:],
            firm[number:],
        )
        places.append(place)
    later = {place.ending for place in places[1:]}
    if ENTRIES.get(places[0].ending or places[0].exception) in later:
        places[0] = Place(0)
    return _part_equal_steps(_follow_order(places))


SOLD, UNSOLD_WORDS = "sold", frozenset("passed bought_in unsold no_sale".split())
UNSOLD = Place(ending="lost")
"""What is offered and finds no buyer: a lot that is passed."""

ENTRIES = {"terminated": "terminated", "paused": ""}
"""States that come first beside an ending: not yet active, or a seat that is held until paid."""


def _follow_order(places: list[Place]) -> list[Place]:
    """Return *places* with those steps moved that are behind an earlier member.

    Only a list that is in order but for one or two members says so: ``ordered``, ``collected``,
    ``resulted``, ``verified``.
    """
    steps = [number for number, place in enumerate(places) if place.is_progress]
    values = [places[number].progress for number in steps]
    odd = sorted(set(range(len(steps))) - set(find_ascending(values)))
    is_ordered = len(steps) >= MIN_ORDERED and 3 * len(odd) <= len(steps)
    # The first member, and words of the very beginning such as "unpaid", say nothing of the order.
    if not is_ordered or 0 in odd or min(map(values.__getitem__, odd), default=0) <= EARLY:
        return places
    ordered = list(places)
    for index in odd:
        low = max(values[:index])
        high = min(filter(low.__lt__, values[index + 1 :]), default=LAST)
        values[index] = min(low + max((high - low) // 2, 1), LAST)
        ordered[steps[index]] = Place(values[index])
    return ordered


MIN_ORDERED = 4
"""The steps of a list of which most are in order."""


def find_ascending(values: Sequence[int]) -> list[int]:
    """Return the indices of a longest ascending part of *values*; of several, the first."""
    best: list[list[int]] = []
    for index, value in enumerate(values):
        before = [chain for chain in best if values[chain[-1]] <= value]
        longest = max(
            before,
            key=len,
            default=[],
        )
        best.append([*longest, index])
    return max(
        best,
        key=len,
        default=[],
    )


def _part_equal_steps(places: list[Place]) -> list[Place]:
    """Return *places* with a later step for each that follows an equal one: ready, collected.

    A step that is later already stays later: picking, picked, packed, shipped.
    """
    parted = list(places[:1])
    for before, place in pairwise(places):
        reached = parted[-1].progress
        follows = before.is_progress and before.progress <= place.progress <= reached
        is_early = place.is_progress and follows and place.progress < DONE
        parted.append(Place(min(reached + 2, DONE - 1)) if is_early else place)
    return parted


def _get_firm_place(place: Place | None, text: str) -> Place | None:
    """Return *place*, which does not depend on the other members; None if it does."""
    is_movable = place is None or (place.is_progress and _is_soft(text))
    return None if is_movable else place


def _place_between(
    places: Sequence[Place],
    known: Sequence[Place | None],
    firm: Sequence[Place | None],
) -> Place:
    """Return a place after *places* for the first member of *known* and *firm*."""
    low = max(_list_progress(places), default=-1)
    follows_end = low >= DONE or not all(place.is_progress for place in places[-1:])
    if known[0] is None and follows_end:
        return Place(exception="amended")  # an odd state after the usual end
    return Place(
        _fit_progress(
            low,
            known,
            firm,
        )
    )


def _list_progress(places: Sequence[Place | None]) -> list[int]:
    """Return the progress of each of *places* that is a step on the way."""
    known = filter(None, places)
    return [place.progress for place in known if place.is_progress]


def _is_soft(text: str) -> bool:
    """Return whether *text* is a word whose place depends on its list."""
    words = list_words(text)
    return "".join(words) in SOFT_WORDS or not SOFT_WORDS.isdisjoint(words)


def _fit_progress(
    low: int,
    known: Sequence[Place | None],
    firm: Sequence[Place | None],
) -> int:
    """Return the progress of the first member of *known*, after *low* and before the next ones."""
    place, *following = known
    # An early word that comes late in the list, such as "unpaid", is no step after this one.
    least = EARLY if low >= 0 else -1
    later = _list_after(firm, least) or _list_after(following, least)
    high = min(later, default=LAST)
    # The very next member may be an early word as well.
    near = list(filter((low + 1).__lt__, _list_progress(firm[1:2])))
    high = next(iter(near), high if high > low else LAST)
    if place is None and low >= DONE:
        return min(low + 3, LAST)
    is_free = low < 0 and not later
    if place is not None and (is_free or low <= place.progress < high):
        return place.progress
    start = max(low, 0)
    return start + (high - start) // 2


def _list_after(places: Sequence[Place | None], least: int) -> list[int]:
    """Return the steps among *places* whose progress is more than *least*."""
    return [progress for progress in _list_progress(places) if progress > least]


def make_member_finder(
    places: Sequence[Place], concluded: frozenset[str] = frozenset()
) -> FindMember:
    """Return the function that finds the member that a record with a stage shows.

    An exception comes first, then an ending; otherwise the last member that the record reached.
    A record with a *concluded* ending shows the last member of all.
    """
    by_exception = _group([place.exception for place in places])
    by_ending = _group([place.ending for place in places])
    steps: dict[int, list[int]] = {}
    for number, place in enumerate(places):
        if place.is_progress:
            steps.setdefault(place.progress, []).append(number)
    reached = _list_reached(steps, len(places))

    def find_member(stage: Stage) -> int:
        progress, ending, exception, variety = stage
        numbers = by_exception.get(exception) or by_ending.get(ending)
        if numbers is None:
            numbers = reached[LAST if ending in concluded else progress]
        return numbers[variety * len(numbers) >> 16]

    return find_member


def _list_reached(steps: dict[int, list[int]], count: int) -> list[list[int]]:
    """Return for each progress the members of the last of *steps* until then.

    Before the first step, that is the first one; without steps, all *count* members.
    """
    reached: list[list[int]] = []
    numbers = steps[min(steps)] if steps else list(range(count))
    for progress in range(LAST + 1):
        numbers = steps.get(progress, numbers)
        reached.append(numbers)
    return reached


def _group(names: Sequence[str]) -> dict[str, list[int]]:
    """Return the numbers of the members with each name; "" is no name."""
    groups: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        if name:
            groups.setdefault(name, []).append(number)
    return groups

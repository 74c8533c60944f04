"""Places the members of a status on the stages of records, and finds the one to show."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
    named = sum(place is not None for place in known)
    if not named or 3 * named < len(texts):
        return None
    firm = list(map(_get_firm_place, known, texts))
    places: list[Place] = []
    for number in range(len(known)):
        place = firm[number] or _place_between(places, known[number:], firm[number:])
        places.append(place)
    endings = [place.ending for place in places]
    if "terminated" in endings[1:] and endings[0] == "terminated":
        places[0] = Place(0)  # not yet active
    return places


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
    return Place(_fit_progress(low, known, firm))


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
    if high <= low:
        high = LAST
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

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
    is_firm = [
        place is not None and not (place.is_progress and _is_soft(text))
        for place, text in zip(known, texts, strict=True)
    ]
    firm = [place if firm else None for place, firm in zip(known, is_firm, strict=True)]
    places: list[Place] = []
    for number, place in enumerate(known):
        low = max((each.progress for each in places if each.is_progress), default=-1)
        following = known[number + 1 :]
        fixed = firm[number]
        follows_ending = bool(places) and not places[-1].is_progress
        if fixed is None and place is None and (low >= DONE or follows_ending):
            fixed = Place(exception="amended")  # an odd state after the usual end
        places.append(fixed or Place(_fit_progress(place, low, firm[number:], following)))
    endings = [place.ending for place in places]
    if endings[0] == "terminated" and "terminated" in endings[1:]:
        places[0] = Place(0)  # not yet active
    return places


def _is_soft(text: str) -> bool:
    words = list_words(text)
    return "".join(words) in SOFT_WORDS or not SOFT_WORDS.isdisjoint(words)


def _fit_progress(
    place: Place | None,
    low: int,
    firm: Sequence[Place | None],
    following: Sequence[Place | None],
) -> int:
    """Return the progress of a member after *low* and before those that follow it."""
    # An early word that comes late in the list, such as "unpaid", is no step after this one.
    least = EARLY if low >= 0 else -1
    later = [each.progress for each in firm if each and each.is_progress and each.progress > least]
    if not later:
        named = (each.progress for each in following if each is not None and each.is_progress)
        later = [progress for progress in named if progress > least]
    high = min(later, default=LAST)
    if high <= low:
        high = LAST
    if place is not None and low <= place.progress < high:
        return place.progress
    if place is not None and low < 0 and not later:
        return place.progress
    if place is None and low >= 90:
        return min(low + 3, LAST)
    return max(low, 0) + (high - max(low, 0)) // 2


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

"""Moments in the order of a status: ``ready_at`` before ``collected_at``, as its members say."""

from __future__ import annotations

from functools import lru_cache, partial

from pytest_fixturegen.providers.lives.verbs import DONE, PARTS, VERB_PLACES, find_place
from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.providers.stages.members import find_ascending
from pytest_fixturegen.providers.stages.words import list_words
from pytest_fixturegen.providers.stages.workflow import Workflow, find_workflow, list_forms

END = DONE * PARTS
"""The place of the last step, if its verb is unknown."""


EDGE_VERBS = frozenset("started start began ended end finished completed stopped".split())
"""Verbs of the ends of what the words before them name."""


@lru_cache(maxsize=512)
def find_ordered_place(verb: str, outline: RecordOutline) -> int | None:
    """Return the place of *verb* in the life of records of *outline*; None if unknown.

    A verb that no table lists may name a member of the status: then it comes in the order of those.
    """
    known = find_place(verb, outline)
    workflow = find_workflow(outline)
    is_firm = known not in (None, VERB_PLACES.get(verb))
    if workflow is None or is_firm:  # other names of the record tell when
        return known
    places = _list_places(workflow, outline)
    is_bare = known is not None or verb.rpartition("_")[2] in EDGE_VERBS
    words = [verb] if is_bare else [verb, *reversed(verb.split("_"))]
    for word in words:
        for number in filter(places.__contains__, list_forms(word, workflow)):
            if known in (None, find_place(workflow.texts[number], outline)):
                return places[number]
    return known


@lru_cache(maxsize=128)
def _list_places(workflow: Workflow, outline: RecordOutline) -> dict[int, int]:
    """Return the places in a life of the steps among the members of *workflow*, by number.

    Known verbs keep their places if these are in the order of the status; the others follow evenly.
    """
    verbs = ("_".join(list_words(workflow.texts[number])) for number in workflow.steps)
    known = [find_place(verb, outline) for verb in verbs]
    anchors = [(index, place) for index, place in enumerate(known) if place is not None]
    kept = [anchors[number] for number in find_ascending([place for _, place in anchors])]
    places = [0] * len(known)
    last = (0, 0)
    end = max([END, *(place + len(known) - index for index, place in kept[-1:])])
    for anchor in (*filter(partial(_has_room, (0, 0)), kept[:1]), *kept[1:], (len(known), end)):
        if _has_room(last, anchor):
            _spread(
                places,
                last,
                anchor,
            )
            last = anchor
    return dict(
        zip(
            workflow.steps,
            places,
            strict=True,
        )
    )


def _has_room(before: tuple[int, int], anchor: tuple[int, int]) -> bool:
    """Return whether the steps between two anchors, each an index and a place, have a place."""
    return anchor[1] - before[1] >= anchor[0] - before[0]


def _spread(
    places: list[int],
    before: tuple[int, int],
    anchor: tuple[int, int],
) -> None:
    """Fill *places* from one anchor to the next one, evenly."""
    (first, low), (last, high) = before, anchor
    step = max((high - low) // max(last - first, 1), 1)
    for index in range(first, last):
        places[index] = low + (index - first) * step
    places[last : last + 1] = [high] * len(places[last : last + 1])

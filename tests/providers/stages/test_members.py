"""Members of statuses on the stages of records."""

from __future__ import annotations

import pytest

from pytest_fixturegen.providers.stages.life import Life, list_lives
from pytest_fixturegen.providers.stages.members import make_member_finder, place_members

MIDDLE = 1 << 15


def show(texts: list[str], life: Life, kind: str = "work") -> str:
    """Return the member of *texts* that a record with the stage *life* shows."""
    places = place_members(texts, kind)
    assert places is not None
    return texts[make_member_finder(places)(life)]


@pytest.mark.parametrize(
    ("progress", "shown"),
    [
        (0, "draft"),
        (38, "APPROVED"),
        (51, "inProgress"),
        (69, "paid"),
        (75, "In transit"),
        (100, "ok"),
    ],
)
def test_a_status_is_the_last_member_that_the_record_reached(progress: int, shown: str) -> None:
    texts = ["draft", "APPROVED", "inProgress", "paid", "In transit", "ok", "CANCELLED", "failed"]
    assert show(texts, Life(progress)) == shown


@pytest.mark.parametrize(
    ("life", "shown"),
    [
        (Life(20, "cancelled"), "cancelled"),
        (Life(52, "failed"), "active"),  # it has no member, and the record got stuck
        (Life(100, "", "archived"), "archived"),
        (Life(100, "", "deleted"), "done"),
    ],
)
def test_endings_and_exceptions_show_their_own_members(life: Life, shown: str) -> None:
    assert show(["new", "active", "done", "cancelled", "archived"], life) == shown


def test_the_order_places_words_that_mean_an_early_or_a_late_state() -> None:
    texts = ["received", "pended", "paid", "denied"]
    assert show(texts, Life(4)) == "received"
    assert show(["paid", "processing", "shipped"], Life(66)) == "processing"
    assert show(["draft", "sent", "paid"], Life(40)) == "sent"


def test_unknown_members_are_between_their_neighbours() -> None:
    texts = ["open", "sorting", "grading", "closed"]
    places = place_members(texts, "work")
    assert places is not None
    progresses = [place.progress for place in places]
    assert progresses == sorted(progresses)
    assert len(set(progresses)) == 4


@pytest.mark.parametrize("texts", [["red", "blue"], ["single", "married", "divorced", "separated"]])
def test_a_list_without_stages_is_no_status(texts: list[str]) -> None:
    assert place_members(texts, "work") is None


@pytest.mark.parametrize("kind", ["work", "standing", "funnel", "run"])
def test_every_member_is_shown_by_some_record(kind: str) -> None:
    texts = "draft open wobbling paid shipped done closed cancelled failed denied archived locked"
    members = texts.split()
    assert {show(members, life, kind) for life in list_lives(kind)} == set(members)


def test_members_at_one_place_share_the_records() -> None:
    texts = ["new", "rejected", "declined"]
    shown = {show(texts, Life(30, "denied", "", variety)) for variety in (0, MIDDLE, 65535)}
    assert shown == {"rejected", "declined"}

"""Members of statuses on the stages of records."""

from __future__ import annotations

import pytest

from pytest_fixturegen.providers.stages.members import make_member_finder, place_members
from pytest_fixturegen.providers.stages.stage import Stage, list_stages

MIDDLE = 1 << 15


def show(texts: list[str], stage: Stage, kind: str = "work") -> str:
    """Return the member of *texts* that a record with the stage *stage* shows."""
    places = place_members(texts, kind)
    assert places is not None
    return texts[make_member_finder(places)(stage)]


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
    assert show(texts, Stage(progress)) == shown


@pytest.mark.parametrize(
    ("stage", "shown"),
    [
        (Stage(20, "cancelled"), "cancelled"),
        (Stage(52, "failed"), "active"),  # it has no member, and the record got stuck
        (Stage(100, "", "archived"), "archived"),
        (Stage(100, "", "deleted"), "done"),
    ],
)
def test_endings_and_exceptions_show_their_own_members(stage: Stage, shown: str) -> None:
    assert show(["new", "active", "done", "cancelled", "archived"], stage) == shown


def test_the_order_places_words_that_mean_an_early_or_a_late_state() -> None:
    texts = ["received", "pended", "paid", "denied"]
    assert show(texts, Stage(4)) == "received"
    assert show(["paid", "processing", "shipped"], Stage(66)) == "processing"
    assert show(["draft", "sent", "paid"], Stage(40)) == "sent"


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
    assert {show(members, stage, kind) for stage in list_stages(kind)} == set(members)


def test_members_at_one_place_share_the_records() -> None:
    texts = ["new", "rejected", "declined"]
    shown = {show(texts, Stage(30, "denied", "", variety)) for variety in (0, MIDDLE, 65535)}
    assert shown == {"rejected", "declined"}

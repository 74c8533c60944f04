"""The journal: what it remembers of a run that died, and when it refuses to."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest

from pytest_fixturegen import Batch, DeliveryConfig, GenerationConfig, PersistError, persist_records
from pytest_fixturegen.errors import UsageError
from pytest_fixturegen.persistence import journal
from tests.persistence.conftest import User


class Dying:
    """Keeps the places of what it is given, and refuses once it has *most* batches."""

    def __init__(self, most: int) -> None:
        self.most, self.places = most, list[int]()

    def write(self, batch: Batch) -> None:
        if not self.most:
            raise ValueError("dead")
        self.most -= 1
        self.places += range(batch.start, batch.stop)


def run(
    path: Path, most: int, *, resume: bool = True, n: int = 100, size: int = 10, seed: int = 0
) -> list[int]:
    """Deliver until *most* batches are there; the places of those."""
    dying = Dying(most)
    settings = DeliveryConfig(batch_size=size, journal=str(path), resume=resume)
    with suppress(PersistError):
        persist_records(
            User, lambda: dying, n, config=GenerationConfig(seed=seed), delivery=settings
        )
    return dying.places


def test_after_any_death_a_resumed_run_sends_the_rest(tmp_path: Path) -> None:
    places = [place for most in (0, 3, 1, 0, 4, 9, 9) for place in run(tmp_path / "j", most)]
    assert places == list(range(100))


def test_a_run_that_is_not_resumed_begins_anew(tmp_path: Path) -> None:
    assert run(tmp_path / "j", 3) == run(tmp_path / "j", 3, resume=False) == list(range(30))


@pytest.mark.parametrize("kept", range(1, 60, 7))
def test_a_torn_line_was_not_acknowledged(tmp_path: Path, kept: int) -> None:
    run(tmp_path / "j", 2)
    text = (tmp_path / "j").read_bytes()
    last = text.splitlines(keepends=True)[-1]
    (tmp_path / "j").write_bytes(text[: -len(last)] + last[: min(kept, len(last) - 1)])
    assert run(tmp_path / "j", 9) == list(range(10, 100))
    assert all(json.loads(line) for line in (tmp_path / "j").read_text().splitlines())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"n": 90}, "n (then 100, now 90)"),
        ({"size": 20}, "batch_size (then 10, now 20)"),
        ({"seed": 4}, "seed (then 0, now 4)"),
    ],
)
def test_another_run_is_not_resumed_and_says_in_what_it_differs(
    tmp_path: Path, change: dict[str, int], told: str
) -> None:
    run(tmp_path / "j", 3)
    with pytest.raises(UsageError) as raised:
        run(tmp_path / "j", 9, **change)  # type: ignore[arg-type]
    assert told in raised.value.message
    assert "leave out --resume" in raised.value.hint


def test_a_model_that_changed_is_not_resumed(tmp_path: Path) -> None:
    kept = journal.resume_journal(tmp_path / "j", {})
    kept.begin_model("User", "one digest")
    kept.close()
    again = journal.resume_journal(tmp_path / "j", {})
    with pytest.raises(UsageError, match="differs in the model User"):
        again.begin_model("User", "another")
    again.close()


@pytest.mark.parametrize(
    "text", ["", "nothing\n", "[1]\n", '{"a": 1}\n', '{"pfg-journal": 1}\nodd\n']
)
def test_what_is_no_journal_is_left_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / "j").write_text(text)
    with pytest.raises(UsageError, match="is no journal"):
        journal.resume_journal(tmp_path / "j", {})
    assert (tmp_path / "j").read_text() == text


def test_a_journal_that_cannot_be_written_is_told_before_anything_is_sent(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Exception, match="cannot be written"):
        run(tmp_path / "file" / "j", 3)


def test_a_receipt_is_given_back_to_the_run_that_goes_on(tmp_path: Path) -> None:
    receipts: list[object] = []

    class Counting:
        def open(self, context: object) -> None:
            receipts.append(context.receipt)  # type: ignore[attr-defined]

        def write(self, batch: Batch) -> dict[str, int]:
            if batch.start == 20 and len(receipts) == 1:
                raise ValueError("dead")
            return {"end": batch.stop}

    settings = DeliveryConfig(batch_size=10, journal=str(tmp_path / "j"), resume=True)
    with pytest.raises(PersistError):
        persist_records(User, Counting, 30, delivery=settings)
    persist_records(User, Counting, 30, delivery=settings)
    assert receipts == [None, {"end": 20}]

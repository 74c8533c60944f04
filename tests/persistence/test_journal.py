"""The journal: how it resumes an interrupted run, and when it refuses to."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pytest_fixturegen import Batch, DeliveryConfig, GenerationConfig, PersistError, persist_records
from pytest_fixturegen.errors import UsageError
from pytest_fixturegen.persistence import journal
from tests.persistence.conftest import User


class FailingHandler:
    """Keeps the positions of *max_batches* batches, and fails after that."""

    def __init__(self, max_batches: int) -> None:
        self.remaining = max_batches
        self.positions: list[int] = []

    def write(self, batch: Batch) -> None:
        if not self.remaining:
            raise ValueError("dead")
        self.remaining -= 1
        self.positions += range(batch.start, batch.stop)


def run(
    path: Path,
    max_batches: int,
    *,
    resume: bool = True,
    n: int = 100,
    size: int = 10,
    seed: int = 0,
) -> list[int]:
    """Deliver at most *max_batches* batches, and return the positions of their records."""
    handler = FailingHandler(max_batches)
    settings = DeliveryConfig(batch_size=size, journal=str(path), resume=resume, keep_journal=True)
    with suppress(PersistError):
        persist_records(
            User, lambda: handler, n, config=GenerationConfig(seed=seed), delivery=settings
        )
    return handler.positions


def test_a_resumed_run_sends_the_rest_after_any_failure(tmp_path: Path) -> None:
    positions: list[int] = []
    for max_batches in (0, 3, 1, 0, 4, 9, 9):
        positions += run(tmp_path / "j", max_batches)
    assert positions == list(range(100))


def test_a_run_without_resume_starts_over(tmp_path: Path) -> None:
    assert run(tmp_path / "j", 3) == run(tmp_path / "j", 3, resume=False) == list(range(30))


@pytest.mark.parametrize("length", range(1, 60, 7))
def test_a_torn_line_was_not_acknowledged(tmp_path: Path, length: int) -> None:
    run(tmp_path / "j", 2)
    text = (tmp_path / "j").read_bytes()
    last = text.splitlines(keepends=True)[-1]
    (tmp_path / "j").write_bytes(text[: -len(last)] + last[: min(length, len(last) - 1)])
    assert run(tmp_path / "j", 9) == list(range(10, 100))
    assert all(json.loads(line) for line in (tmp_path / "j").read_text().splitlines())


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        ({"n": 90}, "n (then 100, now 90)"),
        ({"size": 20}, "batch_size (then 10, now 20)"),
        ({"seed": 4}, "seed (then 0, now 4)"),
    ],
)
def test_a_journal_of_another_run_is_refused_with_the_differences(
    tmp_path: Path, change: dict[str, int], difference: str
) -> None:
    run(tmp_path / "j", 3)
    with pytest.raises(UsageError) as raised:
        run(tmp_path / "j", 9, **change)  # type: ignore[arg-type]
    assert difference in raised.value.message
    assert "leave out --resume" in raised.value.hint


def test_a_changed_model_is_not_resumed(tmp_path: Path) -> None:
    first = journal.resume_journal(tmp_path / "j", {})
    first.begin_model("User", "one digest")
    first.close()
    again = journal.resume_journal(tmp_path / "j", {})
    with pytest.raises(UsageError, match="differs in the model User"):
        again.begin_model("User", "another")
    again.close()


@pytest.mark.parametrize(
    "text", ["", "nothing\n", "[1]\n", '{"a": 1}\n', '{"pfg-journal": 1}\nodd\n']
)
def test_a_file_that_is_not_a_journal_is_left_unchanged(tmp_path: Path, text: str) -> None:
    (tmp_path / "j").write_text(text)
    with pytest.raises(UsageError, match="is not a journal"):
        journal.resume_journal(tmp_path / "j", {})
    assert (tmp_path / "j").read_text() == text


def test_an_unwritable_journal_fails_before_the_first_batch(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    handler = FailingHandler(3)
    settings = DeliveryConfig(journal=str(tmp_path / "file" / "j"))
    with pytest.raises(PersistError, match="cannot be written") as raised:
        persist_records(User, lambda: handler, 3, delivery=settings)
    assert "--journal" in raised.value.hint
    assert handler.positions == []


def test_a_resumed_run_gets_the_last_receipt(tmp_path: Path) -> None:
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


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None)),
    lambda values: st.lists(values) | st.dictionaries(st.text(), values),
)
ODD_LINES = st.one_of(
    JSON_VALUES.map(json.dumps).map(str.encode),
    st.binary(),
    st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(("model", "start", "receipt", "schema", "pfg-journal"), JSON_VALUES),
    )
    .map(json.dumps)
    .map(str.encode),
    st.sampled_from([b"[" * 5000, b"[" * 300 + b"]" * 300, b'{"start": ' + b"9" * 5000 + b"}"]),
)


@given(line=ODD_LINES, place=st.integers(0, 3))
@example(line=b"{}", place=3)
@example(line=b'{"model": [], "start": {}}', place=1)
@example(line=b'[["model", "a"]]', place=2)
@example(line=b'{"model": "a", "start": true, "receipt": 1}', place=2)
@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_an_odd_line_is_refused_in_one_sentence(
    tmp_path: Path, journal_text: bytes, line: bytes, place: int
) -> None:
    lines = journal_text.splitlines()
    (tmp_path / "odd").write_bytes(b"\n".join([*lines[:place], line, *lines[place:], b""]))
    facts = {key: value for key, value in json.loads(lines[0]).items() if key != "pfg-journal"}
    message = ""
    try:
        journal.resume_journal(tmp_path / "odd", facts).close()
    except UsageError as error:
        message = error.message
    assert b"\n" not in message.encode()


@pytest.fixture
def journal_text(tmp_path: Path) -> bytes:
    run(tmp_path / "j", 2)
    return (tmp_path / "j").read_bytes()


@pytest.mark.parametrize(
    "line",
    ["{}", "7", "[]", '{"model": "User"}', '{"start": 1, "receipt": 1}', "{" * 3000, '{"a": NaN}'],
    ids=range(7),
)
def test_a_damaged_line_says_where_it_is(tmp_path: Path, journal_text: bytes, line: str) -> None:
    (tmp_path / "j").write_bytes(journal_text + line.encode() + b"\n")
    with pytest.raises(UsageError, match=r"Line 5 of .*j is damaged|j is not a journal"):
        run(tmp_path / "j", 9)


def test_a_sparse_journal_or_a_pipe_is_refused(tmp_path: Path) -> None:
    (tmp_path / "j").touch()
    os.truncate(tmp_path / "j", 3 << 30)
    with pytest.raises(PersistError, match="more than 100,000,000 bytes"):
        journal.resume_journal(tmp_path / "j", {})
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PersistError, match="it is a pipe, a socket or a device"):
        journal.resume_journal(tmp_path / "pipe", {})

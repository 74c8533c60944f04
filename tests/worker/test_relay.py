"""What a child may send, and what it earns: every frame passes the same checks."""

from __future__ import annotations

import io
import json
from types import SimpleNamespace
from typing import Any

import pytest

from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.errors import (
    Findings,
    FixturegenError,
    InternalError,
    InterruptedRun,
    TerminatedRun,
    UnsafeImportViolation,
)
from pytest_fixturegen.sandbox.attempts import Attempt, encode_attempt
from pytest_fixturegen.worker import limits
from pytest_fixturegen.worker.frames import (
    ATTEMPT,
    CLOSE,
    DATA,
    END,
    ERROR,
    FAILURE,
    HELLO,
    MODEL,
    OUTPUT,
    REPORT,
    TURN,
    Frame,
)
from pytest_fixturegen.worker.relay import ChildRun, build_run, relay_frames

LIMIT = 4.0
MODELS = {"model": "User", "outputs": 1}
GREETING = (HELLO, {"active": ["limits"], "missing": []})
LISTED = (REPORT, {"module": "m", "name": "N", "kind": "model"})
EXPLAINED = (REPORT, {"model": "User", "fields": []})
STARTED = (OUTPUT, {"model": "User", "place": 0})
FAILED = (FAILURE, {"kind": "MappingError", "message": "no"})

Part = tuple[bytes, Any]
"""A tag, and an object or bytes."""


def encode(part: Part) -> bytes:
    """Return a frame."""
    tag, body = part
    payload = body if isinstance(body, bytes) else json.dumps(body).encode()
    return tag + len(payload).to_bytes(4, "big") + payload


def start(job: str, *parts: Part, n: int = 2, **emission: object) -> ChildRun:
    """Return the run of a child that has sent *parts* and the end."""
    channel = io.BytesIO(b"".join(map(encode, (*parts, (END, b"")))))
    child: Any = SimpleNamespace(wait=lambda seconds: 0)
    request = {"emission": {"n": n, **emission}}
    return build_run(child, channel, f"jobs:{job}", request, ImportConfig(timeout=LIMIT))


def relay(job: str, *parts: Part, **options: Any) -> list[Frame]:
    """Return the frames that the reader of *job* gets."""
    return list(relay_frames(start(job, *parts, **options)))


def find_limit(job: str, *parts: Part, **options: Any) -> str:
    """Return the limit that *parts* exceed."""
    with pytest.raises(UnsafeImportViolation) as caught:
        relay(job, *parts, **options)
    return str(caught.value.facts["limit"])


def measure_gain(job: str, *parts: Part, **options: Any) -> float:
    """Return the seconds that the last of *parts* adds to an empty budget."""
    run = start(job, *parts, **options)
    frames = relay_frames(run)
    for _ in parts[:-1]:
        next(frames)
    run.budget.start_waiting()
    run.budget.spend(LIMIT)
    next(frames)
    run.budget.start_waiting()
    steps = 0
    while not run.budget.spend(0.01):
        steps += 1
    return round(steps / 100, 1)


ANNOUNCED = (MODEL, MODELS)
CLOSED = (CLOSE, b"")
DRAWN = {
    "model": "User",
    "place": 0,
    "module": "m",
    "schema": {},
    "start": 0,
    "total": 1,
    "config": {"seed": 1},
    "table": {},
    "has_tables": False,
}
FIXTURE = {
    "model": "User",
    "full_name": "m.User",
    "digest": "d",
    "bare": False,
    "drawn": 1,
    "symbol": ["symbol", "m", "User"],
    "annotation": ["symbol", "m", "User"],
}


@pytest.mark.parametrize(
    ("job", "parts"),
    [
        ("list_models", [LISTED]),
        ("emit_json", [ANNOUNCED]),
        ("emit_json", [ANNOUNCED, STARTED]),
        ("emit_json", [ANNOUNCED, STARTED, (DATA, b"12345")]),
        ("emit_json", [ANNOUNCED, STARTED, (TURN, b"")]),
        ("emit_json", [ANNOUNCED, STARTED, (CLOSE, b"")]),
        ("emit_json", [ANNOUNCED, STARTED, (DATA, b"1\n2\n"), (DATA, b"\n")]),
        ("examine_models", [ANNOUNCED, (OUTPUT, {"model": "User"})]),
    ],
)
def test_what_was_not_asked_for_earns_no_time(job: str, parts: list[Part]) -> None:
    assert measure_gain(job, *parts) == 0


@pytest.mark.parametrize(
    ("job", "parts", "seconds"),
    [
        ("emit_json", [ANNOUNCED, STARTED, (DATA, b"1\n")], LIMIT / 20),
        ("emit_json", [ANNOUNCED, STARTED, (DATA, b"1\n2\n")], LIMIT / 10),
        ("emit_schema", [ANNOUNCED, STARTED, (CLOSE, b"")], LIMIT / 4),
        ("explain_models", [ANNOUNCED, EXPLAINED], LIMIT / 4),
        ("explain_models", [ANNOUNCED, FAILED], LIMIT / 4),
        ("examine_models", [ANNOUNCED, (REPORT, {})], LIMIT),
    ],
)
def test_what_was_asked_for_earns_its_share(job: str, parts: list[Part], seconds: float) -> None:
    assert measure_gain(job, *parts) == round(seconds, 1)


def test_indented_records_are_counted_across_the_pieces() -> None:
    text = b'[\n  {\n    "a": {\n      "b": 1\n    }\n  },\n  3,\n  {}\n]\n'
    for cut in range(1, len(text)):
        pieces = [(DATA, text[:cut]), (DATA, text[cut:])]
        run = start("emit_json", ANNOUNCED, STARTED, *pieces, (CLOSE, b""), n=3, indent=2)
        run.budget.spend(LIMIT - 0.01)
        list(relay_frames(run))
        assert not run.budget.spend(3 * LIMIT / 20)
        assert run.budget.spend(0.05)


@pytest.mark.parametrize(
    "parts",
    [
        [GREETING, GREETING],
        [ANNOUNCED, GREETING],
        [STARTED],
        [ANNOUNCED, STARTED, ANNOUNCED],
        [ANNOUNCED, STARTED, STARTED],
        [ANNOUNCED, (OUTPUT, {"model": "User", "place": 1})],
        [ANNOUNCED, (DATA, b"1\n")],
        [ANNOUNCED, (CLOSE, b"")],
        [ANNOUNCED, (TURN, b"")],
        [ANNOUNCED, STARTED, (DATA, b"")],
        [ANNOUNCED, STARTED, (CLOSE, b""), *[STARTED, (CLOSE, b"")] * 2],
        [ANNOUNCED, STARTED, FAILED, FAILED],
        [LISTED],
    ],
    ids=str,
)
def test_a_frame_out_of_order_is_a_violation(parts: list[Part]) -> None:
    with pytest.raises(UnsafeImportViolation, match="sent an unexpected frame"):
        relay("emit_json", *parts)


@pytest.mark.parametrize("job", ["explain_models", "emit_fixtures", "examine_models"])
def test_there_is_one_result_for_each_announced_model(job: str) -> None:
    tag, body = FAILED if job != "examine_models" else (REPORT, {})
    assert relay(job, ANNOUNCED, (tag, body))
    with pytest.raises(UnsafeImportViolation, match="sent an unexpected frame"):
        relay(job, ANNOUNCED, (tag, body), (tag, body))


def encode_quiet(number: int) -> Part:
    """Return an attempt that need not be deliberate."""
    return ATTEMPT, encode_attempt(Attempt("read", f"read /{number}", is_quiet=True))


@pytest.mark.parametrize(
    ("limit", "job", "parts"),
    [
        ("attempts", "list_models", [encode_quiet(1)] * (limits.MAX_ATTEMPT_FRAMES + 1)),
        ("models", "list_models", [LISTED] * (limits.MAX_MODELS + 1)),
        ("models", "emit_json", [ANNOUNCED] * (limits.MAX_MODELS + 1)),
        ("frames", "emit_json", [ANNOUNCED, STARTED, *[(TURN, b"")] * limits.MAX_IDLE_FRAMES]),
        ("records", "emit_json", [ANNOUNCED, STARTED, (DATA, b"\n" * 5)]),
        ("record", "emit_json", [ANNOUNCED, STARTED, *[(DATA, b"x" * 6_000_000)] * 3]),
        ("output", "emit_schema", [ANNOUNCED, STARTED, *[(DATA, b"x" * 8_000_000)] * 5]),
        (
            "output",
            "draw_records",
            [ANNOUNCED] * 9
            + [
                part
                for place in range(9)
                for part in (
                    (OUTPUT, {**DRAWN, "place": place, "schema": {"x": "y" * 7_000_000}}),
                    CLOSED,
                )
            ],
        ),
        (
            "errors",
            "explain_models",
            [ANNOUNCED] * 60 + [(FAILURE, {**FAILED[1], "hint": "x" * 90_000})] * 60,
        ),
        ("report", "emit_fixtures", [ANNOUNCED, (REPORT, {**FIXTURE, "cases": [[]] * 300_000})]),
        (
            "reports",
            "emit_fixtures",
            [ANNOUNCED] * 9 + [(REPORT, {**FIXTURE, "cases": [[]] * 150_000})] * 9,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_limit_is_named(limit: str, job: str, parts: list[Part]) -> None:
    assert find_limit(job, *parts) == limit


@pytest.mark.parametrize(
    ("job", "shares"),
    [
        ("examine_models", 30.1),
        ("explain_models", 10.1),
        ("emit_json", 60.1),
        ("list_models", 10.1),
    ],
)
def test_announced_models_earn_no_time_beyond_the_total(job: str, shares: float) -> None:
    run = start(job, n=2)
    for _ in range(int(shares)):
        assert not run.budget.spend(LIMIT - 0.01)
        run.budget.extend(1)
    run.budget.spend(LIMIT)
    run.channel = io.BytesIO()
    with pytest.raises(UnsafeImportViolation, match="seconds in all") as caught:
        list(relay_frames(run))
    assert caught.value.facts["limit"] == "time"
    assert caught.value.facts["seconds"] == pytest.approx(shares * LIMIT)


@pytest.mark.parametrize(("limit_mb", "words"), [(33, "raise --output-limit-mb"), (99, "fields")])
def test_the_hint_of_a_large_output_helps(limit_mb: int, words: str) -> None:
    run = start("emit_schema", ANNOUNCED, STARTED, *[(DATA, b"x" * 8_000_000)] * 5, n=2)
    run.ledger.output_limit = limit_mb << 20
    with pytest.raises(UnsafeImportViolation, match=r"more than 3\d MB of output") as caught:
        list(relay_frames(run))
    assert words in caught.value.hint


PARENT_KINDS = [InternalError, InterruptedRun, TerminatedRun, Findings]


@pytest.mark.parametrize("kind", PARENT_KINDS, ids=lambda kind: kind.kind)
def test_the_target_cannot_forge_an_exit_code_of_the_parent(kind: type[FixturegenError]) -> None:
    forged = (ERROR, {"kind": kind.kind, "message": "no"})
    with pytest.raises(UnsafeImportViolation, match="no"):
        relay("list_models", forged)


def test_a_bug_of_this_package_is_reported_as_one() -> None:
    body = {"kind": "InternalError", "message": "Internal error", "details": {"report": "here"}}
    run = start("list_models")
    run.channel = io.BytesIO(encode((ERROR, {**body, "seal": run.seal})))
    with pytest.raises(InternalError) as caught:
        list(relay_frames(run))
    assert caught.value.to_json()["error"]["code"] == 99
    assert caught.value.facts == {"report": "here"}


@pytest.mark.parametrize("seal", ["", "0" * 32, "x"])
def test_a_wrong_seal_forges_no_internal_error(seal: str) -> None:
    forged = (ERROR, {"kind": "InternalError", "message": "no", "seal": seal})
    with pytest.raises(UnsafeImportViolation, match="no"):
        relay("list_models", forged)


WRONG_FORMS = [
    ("list_models", REPORT, {"module": "m"}),
    ("list_models", REPORT, {**LISTED[1], "kind": 3}),
    ("list_models", REPORT, {**LISTED[1], "kind": "\x1b"}),
    ("list_models", REPORT, {**LISTED[1], "more": 1}),
    ("emit_json", MODEL, {"model": "User"}),
    ("emit_json", MODEL, {**MODELS, "outputs": -1}),
    ("emit_json", MODEL, {**MODELS, "outputs": True}),
    ("emit_json", MODEL, {**MODELS, "outputs": 10**30}),
    ("emit_json", MODEL, {**MODELS, "outputs": float("nan")}),
    ("emit_json", MODEL, {**MODELS, "outputs": float("inf")}),
    ("emit_json", MODEL, {**MODELS, "full_name": "\ud800"}),
    ("emit_json", OUTPUT, {"model": "User", "place": -1}),
    ("emit_json", OUTPUT, {"model": "User", "place": "0"}),
    ("draw_records", OUTPUT, {"model": "User"}),
    ("explain_models", REPORT, {"model": "User", "fields": [1]}),
    ("explain_models", REPORT, {"model": "User", "fields": [{"field": "x"}]}),
    ("emit_fixtures", REPORT, {"model": "User"}),
    ("emit_overrides", REPORT, {"symbol": ["symbol", "m"], "type": [], "fields": []}),
    ("emit_overrides", REPORT, {"symbol": ["symbol", "m", "N"], "type": [], "fields": [[1]]}),
    ("list_plugins", REPORT, {"plugin": "x"}),
    ("probe_native_calls", REPORT, {"action": "x", "layer": "y", "possible": 1}),
    ("list_models", ERROR, {"message": 3, "kind": "x"}),
    ("list_models", HELLO, {"active": ["x" * 300]}),
    ("list_models", HELLO, {"active": [], "missing": ["x"] * 99}),
]


@pytest.mark.parametrize(("job", "tag", "body"), WRONG_FORMS, ids=str)
def test_a_frame_of_the_wrong_form_is_one_sentence(
    job: str, tag: bytes, body: dict[str, Any]
) -> None:
    with pytest.raises(UnsafeImportViolation, match="sent a report of the wrong form"):
        relay(job, (tag, body))


def test_details_of_an_error_are_shallow() -> None:
    deep = b'{"kind": "x", "message": "y", "details": ' + b'{"a": ' * 99 + b"1" + b"}" * 100
    with pytest.raises(UnsafeImportViolation, match="wrong form"):
        relay("list_models", (ERROR, deep))


def test_quiet_attempts_do_not_hide_a_deliberate_one() -> None:
    quiet = [encode_quiet(number) for number in range(300)]
    loud = (ATTEMPT, encode_attempt(Attempt("write", "write /etc/hosts")))
    with pytest.raises(UnsafeImportViolation, match="write /etc/hosts"):
        relay("list_models", *quiet, loud, LISTED)


def test_a_deliberate_attempt_leaves_little_time() -> None:
    loud = (ATTEMPT, encode_attempt(Attempt("write", "write /etc/hosts")))
    run = start("list_models", loud)
    with pytest.raises(UnsafeImportViolation, match="write /etc/hosts"):
        list(relay_frames(run))
    assert run.budget.spend(limits.ATTEMPT_GRACE_SECONDS)


@pytest.mark.parametrize(
    ("job", "parts", "words"),
    [
        ("list_models", [], "to start. It sent nothing"),
        ("list_models", [GREETING], "to import. The last thing it sent was greeting number 1"),
        (
            "list_models",
            [GREETING, LISTED, LISTED],
            "to list its models. The last thing it sent was report number 2",
        ),
        (
            "emit_json",
            [GREETING, ANNOUNCED],
            "to plan its models. The last thing it sent was announced model number 1",
        ),
        (
            "emit_json",
            [ANNOUNCED, STARTED, (DATA, b"1")],
            "to make the next records. The last thing it sent was piece of data number 1",
        ),
        ("examine_models", [ANNOUNCED, (OUTPUT, {"model": "User"})], "to examine the next model"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_message_names_the_phase_and_what_came_last(
    job: str, parts: list[Part], words: str
) -> None:
    run = start(job, *parts)
    run.channel = io.BytesIO(b"".join(map(encode, parts)))  # no end follows
    run.watchdog = SimpleNamespace(verdict="time")  # type: ignore[assignment]
    with pytest.raises(UnsafeImportViolation, match="took longer than 4 seconds") as caught:
        list(relay_frames(run))
    assert words in caught.value.message
    assert caught.value.facts["limit"] == "time"

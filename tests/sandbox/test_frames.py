"""The channel between child and parent trusts nothing."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_fixturegen.errors import EmitError, UnsafeImportViolation
from pytest_fixturegen.worker.frames import (
    DATA,
    END,
    MAX_PAYLOAD_BYTES,
    NAME_KEYS,
    REPORT,
    TAGS,
    FrameSender,
    parse_json_object,
    read_frames,
)

frames = st.lists(
    st.tuples(st.sampled_from([tag for tag in TAGS if tag != END]), st.binary(max_size=50)),
    max_size=8,
)


def sent(parts: list[tuple[bytes, bytes]]) -> bytes:
    channel = io.BytesIO()
    sender = FrameSender(channel)
    for tag, payload in parts:
        sender.send(tag, payload)
    sender.send(END)
    return channel.getvalue()


@given(frames)
def test_what_is_sent_is_received(parts: list[tuple[bytes, bytes]]) -> None:
    assert list(read_frames(io.BytesIO(sent(parts)))) == parts


@given(frames, st.integers(0, 400))
def test_a_channel_that_breaks_off_is_a_violation(
    parts: list[tuple[bytes, bytes]], length: int
) -> None:
    whole = sent(parts)
    if length < len(whole):
        with pytest.raises(UnsafeImportViolation):
            list(read_frames(io.BytesIO(whole[:length])))


@given(st.binary(max_size=300))
def test_noise_is_a_violation_or_the_end(noise: bytes) -> None:
    try:
        list(read_frames(io.BytesIO(noise)))
    except UnsafeImportViolation:
        return
    assert END in noise


def test_a_frame_that_claims_too_much_is_refused_unread() -> None:
    with pytest.raises(UnsafeImportViolation, match="no frame"):
        list(read_frames(io.BytesIO(DATA + (MAX_PAYLOAD_BYTES + 1).to_bytes(4, "big"))))


@pytest.mark.parametrize("payload", [b"", b"{", b"[]", b'"x"', b"[" * 100_000, b"\xff"])
def test_a_report_that_is_no_object_is_refused(payload: bytes) -> None:
    with pytest.raises(UnsafeImportViolation):
        parse_json_object(payload)


HOSTILE_NAMES = [
    "..",
    "../x",
    "a/b",
    "a\\b",
    "",
    "\x1b]0;x\x07",
    "User\u202e",
    "x" * 2000,
    3,
    None,
    ["a"],
    {"a": 1},
]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
@pytest.mark.parametrize("key", NAME_KEYS)
def test_a_name_that_is_none_is_refused(key: str, name: object) -> None:
    with pytest.raises(UnsafeImportViolation, match="name that is none"):
        parse_json_object(json.dumps({key: name}).encode())


@pytest.mark.parametrize("name", ["1x", "a b", "a-b"])
def test_a_file_may_be_called_what_no_class_can_be(name: str) -> None:
    assert parse_json_object(json.dumps({"module": name}).encode()) == {"module": name}
    with pytest.raises(UnsafeImportViolation, match="name that is none"):
        parse_json_object(json.dumps({"model": name}).encode())


@pytest.mark.parametrize(
    "name",
    [
        "User",
        "app.models",
        "Outer.Inner",
        "Box[int]",
        "f.<locals>.T",
        "Größe",
        "Pair[str, list[int]]",
    ],
)
def test_a_name_is_taken(name: str) -> None:
    assert parse_json_object(json.dumps({"model": name}).encode()) == {"model": name}


def test_a_report_that_is_too_long_is_refused_by_the_sender() -> None:
    with pytest.raises(EmitError, match="too much for one report"):
        FrameSender(io.BytesIO()).send_json(REPORT, "x" * MAX_PAYLOAD_BYTES)

"""The frame protocol: the parent trusts nothing that the child sends."""

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
    MAX_BYTES_BY_TAG,
    MAX_PAYLOAD_BYTES,
    NAME_KEYS,
    REPORT,
    TAGS,
    FrameSender,
    parse_json_object,
    read_frames,
)

BARE_TAGS = [tag for tag, limit in MAX_BYTES_BY_TAG.items() if not limit and tag != END]
LOADED_TAGS = [tag for tag in TAGS if tag not in (*BARE_TAGS, END)]
frames = st.lists(
    st.tuples(st.sampled_from(LOADED_TAGS), st.binary(max_size=50))
    | st.tuples(st.sampled_from(BARE_TAGS), st.just(b"")),
    max_size=8,
)


def send_frames(parts: list[tuple[bytes, bytes]]) -> bytes:
    channel = io.BytesIO()
    sender = FrameSender(channel)
    for tag, payload in parts:
        sender.send(tag, payload)
    sender.send(END)
    return channel.getvalue()


@given(frames)
def test_frames_arrive_as_they_were_sent(parts: list[tuple[bytes, bytes]]) -> None:
    assert list(read_frames(io.BytesIO(send_frames(parts)))) == parts


@given(frames, st.integers(0, 400))
def test_a_channel_that_breaks_off_is_a_violation(
    parts: list[tuple[bytes, bytes]], length: int
) -> None:
    stream = send_frames(parts)
    if length < len(stream):
        with pytest.raises(UnsafeImportViolation):
            list(read_frames(io.BytesIO(stream[:length])))


@given(st.binary(max_size=300))
def test_random_bytes_are_a_violation_unless_they_contain_the_end(noise: bytes) -> None:
    try:
        list(read_frames(io.BytesIO(noise)))
    except UnsafeImportViolation:
        return
    assert END in noise


def test_a_frame_that_claims_to_be_too_long_is_refused_unread() -> None:
    with pytest.raises(UnsafeImportViolation, match="invalid frame"):
        list(read_frames(io.BytesIO(DATA + (MAX_PAYLOAD_BYTES + 1).to_bytes(4, "big"))))


@pytest.mark.parametrize("payload", [b"", b"{", b"[]", b'"x"', b"[" * 100_000, b"\xff"])
def test_a_report_that_is_not_a_json_object_is_refused(payload: bytes) -> None:
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
def test_a_hostile_name_is_refused(key: str, name: object) -> None:
    with pytest.raises(UnsafeImportViolation, match="invalid name"):
        parse_json_object(json.dumps({key: name}).encode())


@pytest.mark.parametrize("name", ["1x", "a b", "a-b"])
def test_a_module_may_have_any_name_that_a_file_may_have(name: str) -> None:
    assert parse_json_object(json.dumps({"module": name}).encode()) == {"module": name}
    with pytest.raises(UnsafeImportViolation, match="invalid name"):
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
def test_names_of_python_types_are_accepted(name: str) -> None:
    assert parse_json_object(json.dumps({"model": name}).encode()) == {"model": name}


def test_the_sender_refuses_a_report_that_is_too_long() -> None:
    with pytest.raises(EmitError, match="is too long: expected at most 8 MB"):
        FrameSender(io.BytesIO()).send_json(REPORT, "x" * MAX_PAYLOAD_BYTES)

"""The channel between child and parent trusts nothing."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_fixturegen.errors import UnsafeImportViolation
from pytest_fixturegen.sandbox.frames import DATA, END, LONGEST, TAGS, Sender, as_mapping, received

frames = st.lists(st.tuples(st.sampled_from([tag for tag in TAGS if tag != END]), st.binary(max_size=50)), max_size=8)


def sent(parts: list[tuple[bytes, bytes]]) -> bytes:
    channel = io.BytesIO()
    sender = Sender(channel)
    for tag, payload in parts:
        sender.send(tag, payload)
    sender.send(END)
    return channel.getvalue()


@given(frames)
def test_what_is_sent_is_received(parts: list[tuple[bytes, bytes]]) -> None:
    assert list(received(io.BytesIO(sent(parts)))) == parts


@given(frames, st.integers(0, 400))
def test_a_channel_that_breaks_off_is_a_violation(parts: list[tuple[bytes, bytes]], length: int) -> None:
    whole = sent(parts)
    if length < len(whole):
        with pytest.raises(UnsafeImportViolation):
            list(received(io.BytesIO(whole[:length])))


@given(st.binary(max_size=300))
def test_noise_is_a_violation_or_the_end(noise: bytes) -> None:
    try:
        list(received(io.BytesIO(noise)))
    except UnsafeImportViolation:
        return
    assert END in noise


def test_a_frame_that_claims_too_much_is_refused_unread() -> None:
    with pytest.raises(UnsafeImportViolation, match="no frame"):
        list(received(io.BytesIO(DATA + (LONGEST + 1).to_bytes(4, "big"))))


@pytest.mark.parametrize("payload", [b"", b"{", b"[]", b'"x"', b"[" * 100_000, b"\xff"])
def test_a_report_that_is_no_object_is_refused(payload: bytes) -> None:
    with pytest.raises(UnsafeImportViolation):
        as_mapping(payload)

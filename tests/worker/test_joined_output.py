"""Several models in one output: the frames of the child become one document."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable

import pytest

from pytest_fixturegen.emitters.outputs import Outlet
from pytest_fixturegen.errors import UnsafeImportViolation
from pytest_fixturegen.worker.frames import CLOSE, DATA, MODEL, OUTPUT, Frame
from pytest_fixturegen.worker.joined_output import JoinedLayout
from pytest_fixturegen.worker.output_receiver import OutputPlan, write_outputs


def announce(name: str, full_name: str) -> Frame:
    facts = {"model": name, "full_name": full_name, "outputs": 1}
    return MODEL, json.dumps(facts).encode()


def write(place: int, text: bytes) -> list[Frame]:
    facts = {"model": "User", "place": place}
    return [(OUTPUT, json.dumps(facts).encode()), (DATA, text), (CLOSE, b"")]


def receive(frames: Iterable[Frame], layout: JoinedLayout) -> str:
    stdout = io.BytesIO()
    outlet = Outlet("-", stdout, ())
    write_outputs(iter(frames), outlet, OutputPlan(outlet, joined=layout))
    return stdout.getvalue().decode()


NAMESAKES = [announce("User", "app.User"), announce("User", "shop.User")]


def test_namesakes_have_their_full_names() -> None:
    frames = [*NAMESAKES, *write(0, b"[\n1\n]\n"), *write(1, b"[]\n")]
    text = receive(frames, JoinedLayout(indent=2))
    assert text == '{\n  "app.User": [\n  1\n  ],\n  "shop.User": []\n}\n'


def test_a_single_model_keeps_its_text() -> None:
    assert receive([NAMESAKES[0], *write(0, b"[]\n")], JoinedLayout()) == "[]\n"


def test_a_model_that_comes_twice_is_a_violation() -> None:
    with pytest.raises(UnsafeImportViolation, match="unexpected frame"):
        receive([*NAMESAKES, *write(0, b"[]\n"), *write(0, b"[]\n")], JoinedLayout())


def test_a_model_that_was_not_announced_is_a_violation() -> None:
    with pytest.raises(UnsafeImportViolation, match="did not announce"):
        receive([*NAMESAKES, *write(2, b"[]\n")], JoinedLayout())

"""Changes of a payload as source."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from pytest_fixturegen.emitters.payload_changes import describe_change, read_invalid, write_invalid
from pytest_fixturegen.emitters.source import FormError

BASE: dict[str, Any] = {"a": 1, "b": {"c": [1, 2], "d": "x"}}


@pytest.mark.parametrize(
    ("payload", "statement"),
    [
        ({**BASE, "a": 2}, 'payload["a"] = 2'),
        ({**BASE, "a": True}, 'payload["a"] = True'),
        ({"b": BASE["b"]}, 'del payload["a"]'),
        ({**BASE, "new": None}, 'payload["new"] = None'),
        ({**BASE, "b": {"c": [1, 3], "d": "x"}}, 'payload["b"]["c"][1] = 3'),
        ({**BASE, "b": {"c": [1], "d": "x"}}, 'payload["b"]["c"] = [1]'),
        ({**BASE, "b": {"c": [], "d": "y"}}, 'payload["b"] = {"c": [], "d": "y"}'),
        ({**BASE, 'q"': 1}, "payload['q\"'] = 1"),
        ("text", 'payload = "text"'),
        ([], "payload = []"),
    ],
)
def test_the_smallest_change_is_written(payload: Any, statement: str) -> None:
    form = [*describe_change(BASE, payload), ["a"], "kind"]
    rows = write_invalid(form, 0, lambda _, name: name)
    assert rows == [statement, 'return payload, ("a",), "kind"']
    names = {"payload": copy.deepcopy(BASE)}
    exec(rows[0], names)
    assert names["payload"] == payload


@pytest.mark.parametrize(
    "form",
    [
        None,
        [],
        [[], [], ["a"], "kind"],
        [["a"], [["value", 1], ["value", 2]], ["a"], "kind"],
        [[None], [["value", 1]], ["a"], "kind"],
        [["a"], [["value", 1]], [1.5], "kind"],
        [["a"], [["value", 1]], ["a"], 3],
    ],
)
def test_a_malformed_change_is_refused(form: Any) -> None:
    with pytest.raises(FormError):
        read_invalid(form)

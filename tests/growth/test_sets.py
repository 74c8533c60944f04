"""The values of the items of a set are looked at a few times while the set is planned."""

from __future__ import annotations

from enum import Enum
from typing import Any

import pytest
from pydantic import create_model

from pytest_fixturegen.api.generate import explain

SIZE = 200


def build_choice() -> tuple[Any, list[str]]:
    """Return an enum of SIZE members, and the list of those whose repr was asked for."""
    asked: list[str] = []

    class Choice(Enum):
        def __repr__(self) -> str:
            asked.append(self.value)
            return f"choice {self.value}"

    members = {f"member{number}": str(number) for number in range(SIZE)}
    return Choice("Choices", members), asked  # type: ignore[call-overload]


CONTAINERS = {
    "set": lambda choice: set[choice],
    "frozenset": lambda choice: frozenset[choice],
    "keys": lambda choice: dict[choice, int],
}


@pytest.mark.parametrize("container", CONTAINERS.values(), ids=CONTAINERS)
def test_items_are_counted_once(container: Any) -> None:
    choice, asked = build_choice()
    explain(create_model("Holder", part=(container(choice), ...)))
    assert 0 < len(asked) <= 2 * SIZE

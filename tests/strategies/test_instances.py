"""Concrete subclasses of abstract classes."""

from __future__ import annotations

from abc import ABC, abstractmethod

import pytest

from pytest_fixturegen.strategies import instances
from pytest_fixturegen.strategies.instances import iter_concrete_subclasses


class Shape(ABC):
    @abstractmethod
    def measure(self) -> int: ...


class Round(Shape):
    """Still abstract."""


class Flat(Shape):
    def measure(self) -> int:
        raise NotImplementedError


class Disc(Round, Flat):
    def measure(self) -> int:
        return 3


class Square(Flat):
    def measure(self) -> int:
        return 4


def test_each_concrete_subclass_is_listed_once_the_nearest_first() -> None:
    assert list(iter_concrete_subclasses(Shape)) == [Square, Disc]


def test_only_the_subclasses_that_are_asked_for_are_examined(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    examined: list[type] = []
    monkeypatch.setattr(instances, "is_unfinished", examined.append)
    assert next(iter_concrete_subclasses(Shape)) is Flat
    assert examined == [Flat]

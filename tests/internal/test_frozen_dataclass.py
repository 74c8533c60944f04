"""The frozen dataclass behaves like the standard one, whose methods it shares."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field
from typing import Any, ClassVar

import pytest

from pytest_fixturegen._internal.frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Ours:
    """A point."""

    unit: ClassVar[str] = "mm"
    x: int
    y: int = 2
    tags: list[str] = field(default_factory=list, compare=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """A point."""

    unit: ClassVar[str] = "mm"
    x: int
    y: int = 2
    tags: list[str] = field(default_factory=list, compare=False)


@dataclass(frozen=True, kw_only=True)
class Named:
    x: int
    y: int = 2

    def __post_init__(self) -> None:
        if self.y < 0:
            raise ValueError("below")


@dataclass(frozen=True, slots=True)
class Mixed:
    x: int
    unit: str = field(default="mm", kw_only=True)


@dataclass(frozen=True, slots=True)
class Below(Mixed):
    y: int


@dataclass(frozen=True, slots=True)
class Empty:
    pass


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ((1,), {}),
        ((1, 3), {}),
        ((1, 3, ["a"]), {}),
        ((1,), {"y": 5}),
        ((), {"y": 5, "x": 1}),
        ((), {"x": 0}),
    ],
)
def test_instances_equal_those_of_the_standard_library(
    given: tuple[Any, ...], named: dict[str, Any]
) -> None:
    ours, theirs = Ours(*given, **named), Theirs(*given, **named)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert ours == Ours(*given, **named)
    assert hash(ours) == hash(Ours(*given, **named)) == hash(theirs)
    assert Ours.__match_args__ == Theirs.__match_args__


@pytest.mark.parametrize(
    ("given", "named", "why"),
    [
        ((), {}, "Ours needs 'x'"),
        ((1, 2, [], 4), {}, "Ours is given too many positional values"),
        ((1,), {"z": 1}, "Ours has no 'z'"),
        ((1,), {"x": 1}, "Ours is given 'x' twice"),
    ],
)
def test_a_wrong_call_is_a_type_error(
    given: tuple[Any, ...], named: dict[str, Any], why: str
) -> None:
    with pytest.raises(TypeError, match=why):
        Ours(*given, **named)
    with pytest.raises(TypeError):
        Theirs(*given, **named)


def test_fields_without_compare_are_ignored() -> None:
    assert Ours(1, 2, ["a"]) == Ours(1, 2, ["b"])
    assert Ours(1) != Ours(2)
    assert Ours(1) != Theirs(1)
    assert Empty() == Empty()


def test_attributes_cannot_be_changed_or_added() -> None:
    ours: Any = Ours(1)
    for change in (
        lambda: setattr(ours, "x", 2),
        lambda: setattr(ours, "z", 2),
        lambda: delattr(ours, "x"),
    ):
        with pytest.raises(FrozenInstanceError):
            change()
    assert ours.x == 1


@pytest.mark.parametrize(
    "twin",
    [copy.copy, copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each)), dataclasses.replace],
)
def test_copies_are_equal(twin: Any) -> None:
    for each in (Ours(1, 3, ["a"]), Named(x=1), Empty()):
        assert twin(each) == each
        assert repr(twin(each)) == repr(each)


def test_keyword_only_fields_and_post_init() -> None:
    assert dataclasses.replace(Named(x=1), y=4) == Named(x=1, y=4)
    with pytest.raises(TypeError, match="too many"):
        Named(1, x=1)  # type: ignore[misc]
    with pytest.raises(ValueError, match="below"):
        Named(x=1, y=-1)


def test_inherited_keyword_only_fields_are_not_positional() -> None:
    below = Below(1, 2, unit="cm")
    assert (below.x, below.y, below.unit) == (1, 2, "cm")
    assert below != Mixed(1, unit="cm")


def test_each_instance_has_a_separate_default() -> None:
    assert Ours(1).tags is not Ours(1).tags

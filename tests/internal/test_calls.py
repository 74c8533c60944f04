"""Functions of users are called with the arguments that their signatures name."""

from __future__ import annotations

from pytest_fixturegen._internal.calls import read_parameters, select_arguments


def draw(index: int, rng: object = None) -> int:
    return index


def test_the_parameters_have_names_and_defaults() -> None:
    assert list(read_parameters(draw)) == ["index", "rng"]
    assert read_parameters(draw)["rng"].default is None


def test_a_function_without_a_signature_has_no_parameters() -> None:
    assert not read_parameters(type)


def test_only_named_arguments_are_selected() -> None:
    assert select_arguments(draw, {"index": 7, "faker": 8}) == {"index": 7}
    assert select_arguments(type, {"index": 7}) == {}

"""Forward references and recursive types."""

from __future__ import annotations

from tests.golden.kinds.recursion import Branch, File, Folder, Link, Person, Tree, depth
from tests.kinds.round_trips import draw, round_trip


def test_recursive_types_nest_and_end() -> None:
    for kind in (Folder, Link, Branch, Person):
        depths = {depth(each) for each in round_trip(kind)}
        assert 2 <= max(depths) <= 12, kind


def test_mutually_recursive_models_end() -> None:
    records = round_trip(Folder)
    assert {type(part) for each in records for part in each.parts} == {Folder, File}
    assert any(part.beside for each in records for part in each.parts if isinstance(part, File))


def test_a_recursive_root_model_ends() -> None:
    assert max(len(repr(each)) for each in draw(Tree)) < 2000

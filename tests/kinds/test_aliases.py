"""Aliases for reading and writing; records are written so that the model can read them."""

from __future__ import annotations

from pydantic import BaseModel

from tests.golden.kinds.aliases import (
    Apart,
    Both,
    ByEither,
    ByName,
    Choices,
    Deep,
    Generated,
    Read,
    Written,
)
from tests.kinds.round_trips import draw, round_trip, to_json


def test_an_alias_is_the_key_in_the_json() -> None:
    assert all(
        line == {"userName": each.user_name}
        for each, line in zip(round_trip(Both), to_json(Both), strict=True)
    )
    assert all(line.keys() == {"firstName", "town"} for line in to_json(Generated))


def test_json_uses_the_validation_alias_if_aliases_differ() -> None:
    assert all(
        line == {"inSize": each.size}
        for each, line in zip(round_trip(Read), to_json(Read), strict=True)
    )
    assert all(
        line == {"size": each.size}
        for each, line in zip(round_trip(Written), to_json(Written), strict=True)
    )
    assert all(line.keys() == {"SIZE", "PARTS"} for line in to_json(Apart))
    assert len(round_trip(Apart)) == 20


def test_alias_paths_lead_into_lists_and_mappings() -> None:
    for each, line in zip(round_trip(Deep), to_json(Deep), strict=True):
        assert line == {"numbers": [each.first, each.second], "town": each.city}


def test_one_of_several_aliases_is_enough() -> None:
    assert all(
        line in ({"size": each.size}, {"width": each.size})
        for each, line in zip(round_trip(Choices), to_json(Choices), strict=True)
    )


def test_a_model_that_reads_by_name_is_written_by_name() -> None:
    assert all(
        line == {"size": each.size}
        for each, line in zip(round_trip(ByName), to_json(ByName), strict=True)
    )
    assert all(
        line == {"theSize": each.size}
        for each, line in zip(round_trip(ByEither), to_json(ByEither), strict=True)
    )


def test_an_alias_changes_no_value() -> None:
    plain = type("Both", (BaseModel,), {"__annotations__": {"user_name": str}})
    assert [each.user_name for each in draw(plain)] == [each.user_name for each in draw(Both)]

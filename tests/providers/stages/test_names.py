"""The verbs in names of optional fields."""

from __future__ import annotations

import pytest

from pytest_fixturegen.providers.stages.names import find_named_place
from pytest_fixturegen.providers.stages.stems import Place
from pytest_fixturegen.providers.stages.words import list_words


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("delivered_at", Place(90)),
        ("delivery_date", Place(90)),
        ("leveransdatum", Place(90)),
        ("date_paiement", Place(60)),
        ("approved_amount", Place(36)),
        ("checked_out_at", Place(90)),
        ("dropped_off_at", Place(90)),
        ("dropped_at", Place(ending="cancelled")),
        ("rejection_reason", Place(ending="denied")),
        ("todesdatum", Place(ending="died")),
        ("deleted_by", Place(exception="deleted")),
    ],
)
def test_a_verb_in_a_name_has_a_place(name: str, place: Place) -> None:
    assert find_named_place(list_words(name), "work") == place


@pytest.mark.parametrize(
    "name",
    [
        "delivery_address",
        "order_id",
        "created_at",
        "expiry",
        "contact",
        "payment",
        "title",
        "price",
    ],
)
def test_a_noun_alone_says_nothing_of_a_stage(name: str) -> None:
    assert find_named_place(list_words(name), "work") is None

"""The parts of names: nouns, owners, units, plurals and ends of ranges."""

from __future__ import annotations

import pytest

from pytest_fixturegen.providers import field_names


@pytest.mark.parametrize(
    ("model", "noun"),
    [
        ("user", "user"),
        ("user_create", "user"),
        ("customer_out_v2", "customer"),
        ("support_tickets", "ticket"),
        ("order_2024", "order"),
        ("base_model", ""),
        ("", ""),
    ],
)
def test_the_noun_is_the_last_word_that_describes_the_model(model: str, noun: str) -> None:
    assert field_names.find_noun(model) == noun


@pytest.mark.parametrize(
    ("name", "singular"),
    [
        ("emails", "email"),
        ("cities", "city"),
        ("addresses", "address"),
        ("boxes", "box"),
        ("branches", "branch"),
        ("dishes", "dish"),
        ("statuses", "status"),
        ("address", None),
        ("status", None),
        ("analysis", None),
        ("gas", None),
        ("ties", "tie"),
        ("email", None),
    ],
)
def test_plurals_have_a_singular(name: str, singular: str | None) -> None:
    assert field_names.to_singular(name) == singular


def test_the_longest_noun_is_tried_first() -> None:
    splits = [*field_names.iter_owner_splits("billing_zip_code")]
    assert splits == [("billing", "zip_code"), ("billing_zip", "code")]
    assert [*field_names.iter_owner_splits("zip")] == []


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("price_usd", "price"),
        ("weight_kg", "weight"),
        ("email_2", "email"),
        ("email2", "email"),
        ("email", None),
        ("2", None),
        ("first_name", None),
    ],
)
def test_units_and_numbers_are_stripped(name: str, bare: str | None) -> None:
    assert field_names.strip_suffix(name) == bare


@pytest.mark.parametrize(
    ("name", "range_end"),
    [
        ("min_price", ("price", 0)),
        ("max_price", ("price", 1)),
        ("price_from", ("price", 0)),
        ("price_to", ("price", 1)),
        ("start", ("", 0)),
        ("end", ("", 1)),
        ("price", None),
    ],
)
def test_ends_of_ranges_are_found(name: str, range_end: tuple[str, int] | None) -> None:
    assert field_names.parse_range_end(name) == range_end


@pytest.mark.parametrize(
    ("owner", "model", "is_place", "fact_owner"),
    [
        ("home", "user", False, ""),
        ("home", "user", True, "home"),
        ("user", "user", True, ""),
        ("billing", "order", True, "billing"),
        ("author", "book", False, "author"),
        ("my_work", "user", False, ""),
    ],
)
def test_some_owners_are_the_record_itself(
    owner: str, model: str, is_place: bool, fact_owner: str
) -> None:
    assert field_names.find_fact_owner(owner, model, is_place=is_place) == fact_owner

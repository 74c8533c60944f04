"""Numbers with check digits: right, and nobody's."""

from __future__ import annotations

import re
from typing import Annotated

import pytest
from pydantic import Field

from tests.providers.samples import model, records


def passes_luhn(number: str) -> bool:
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number))]
    return sum(digit // 10 + digit % 10 for digit in doubled) % 10 == 0


def passes_gs1(number: str) -> bool:
    return (
        sum(int(digit) * (1 + 2 * (place % 2)) for place, digit in enumerate(reversed(number))) % 10
        == 0
    )


def passes_mod97(iban: str) -> bool:
    return int("".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])) % 97 == 1


def drawn(field: str, type_: object = str, **options: object) -> list[str]:
    return [record[field] for record in records(model(**{field: type_}), 100, **options)]


def test_card_numbers_pass_their_check():
    assert all(passes_luhn(number) for number in drawn("card_number"))


@pytest.mark.parametrize(
    ("field", "length"), [("ean", 13), ("upc", 12), ("ean8", 8), ("isbn", 13), ("barcode", 13)]
)
def test_bar_codes_pass_their_check(field, length):
    assert all(passes_gs1(code) and len(code) == length for code in drawn(field))


@pytest.mark.parametrize(
    ("locale", "length"),
    [("en_US", 22), ("en_GB", 22), ("de_DE", 22), ("sv_SE", 24), ("fr_FR", 27), ("nl_NL", 18)],
)
def test_ibans_pass_their_check(locale, length):
    assert all(passes_mod97(iban) and len(iban) == length for iban in drawn("iban", locale=locale))


def test_a_bar_code_is_one_that_fits():
    assert all(passes_gs1(code) for code in drawn("barcode", Annotated[str, Field(max_length=9)]))


def test_numbers_of_papers_say_what_they_are():
    assert all(re.fullmatch(r"INV-202\d-\d{6}", number) for number in drawn("invoice_number"))
    assert all(
        re.fullmatch(r"INV\d{6}", number)
        for number in drawn("invoice_number", Annotated[str, Field(max_length=10)])
    )


@pytest.mark.parametrize("length", [4, 7, 10, 12])
def test_a_sku_is_as_long_as_it_may_be(length):
    codes = drawn("sku", Annotated[str, Field(max_length=length)])
    assert len(set(codes)) > 80
    assert all(len(code) <= length for code in codes)

"""Numbers with check digits: correct, and issued to nobody."""

from __future__ import annotations

import re
from typing import Annotated

import pytest
from pydantic import Field

from pytest_fixturegen.providers import codes
from pytest_fixturegen.streams import mix_word
from tests.providers.samples import draw_values, field, model, records


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


def test_a_short_field_gets_a_short_bar_code():
    assert all(passes_gs1(code) for code in drawn("barcode", Annotated[str, Field(max_length=9)]))


def test_invoice_numbers_have_their_prefix_and_fit():
    assert all(re.fullmatch(r"INV-202\d-\d{6}", number) for number in drawn("invoice_number"))
    assert all(
        re.fullmatch(r"INV\d{6}", number)
        for number in drawn("invoice_number", Annotated[str, Field(max_length=10)])
    )


@pytest.mark.parametrize("length", [4, 7, 10, 12])
def test_a_sku_is_as_long_as_it_may_be(length):
    skus = drawn("sku", Annotated[str, Field(max_length=length)])
    assert len(set(skus)) > 80
    assert all(len(sku) <= length for sku in skus)


@pytest.mark.parametrize(
    ("digits", "check"), [("978030640615", "7"), ("400638133393", "1"), ("7351353", "7")]
)
def test_ean_check_digits_are_those_of_known_products(digits, check):
    assert codes.compute_ean_digit(digits) == check


@pytest.mark.parametrize(
    ("country", "account", "check"),
    [("GB", "WEST12345698765432", "82"), ("DE", "370400440532013000", "89")],
)
def test_iban_check_digits_are_those_of_published_examples(country, account, check):
    assert codes.compute_iban_digits(country, account) == check


def test_a_small_iban_check_number_is_padded():
    digits = {codes.draw_iban("DE", mix_word(number, 1))[2:4] for number in range(2000)}
    assert any(check.startswith("0") for check in digits)
    assert all(len(check) == 2 for check in digits)


@pytest.mark.parametrize(("vin", "check"), [("1M8GDM9AXKP042788", "X"), ("11111111111111111", "1")])
def test_vin_check_digits_are_those_of_published_examples(vin, check):
    assert codes.compute_vin_digit(vin) == check == vin[8]


def test_vehicle_numbers_name_no_real_maker():
    for vin in drawn("vin"):
        assert re.fullmatch(r"ZZ9[A-HJ-NPR-Z0-9]{5}[0-9X][MNPRSTVWXY]A\d{6}", vin)
        assert codes.compute_vin_digit(vin) == vin[8]


@pytest.mark.parametrize("country", codes.UNUSED_BANKS)
def test_every_iban_names_an_unused_bank_and_has_the_length_of_its_country(country):
    length, bank = codes.UNUSED_BANKS[country]
    for number in range(50):
        iban = codes.draw_iban(country, mix_word(number, 1))
        assert passes_mod97(iban)
        assert (len(iban), iban[:2], iban[4 : 4 + len(bank)]) == (length, country, bank)


@pytest.mark.parametrize(
    ("country", "bank_length"), [("DE", 8), ("AT", 5), ("FR", 10), ("SE", 3), ("ES", 8), ("GB", 4)]
)
def test_a_bank_code_has_the_length_of_its_country(country, bank_length):
    assert len(codes.UNUSED_BANKS[country][1]) == bank_length


def test_a_country_without_unused_banks_gets_a_british_iban():
    assert codes.draw_iban("US", 12345)[:2] == "GB"
    assert codes.find_iban_country("US") == "GB"


@pytest.mark.parametrize("prefix", ["ean:2", "upc:02", "ean8:2", "isbn:9799"])
def test_product_numbers_are_in_ranges_that_are_never_issued(prefix):
    name, start = prefix.split(":")
    numbers = drawn(name)
    assert all(number.startswith(start) for number in numbers)
    assert len(set(numbers)) > 95


def test_a_bic_is_that_of_a_bank_named_test():
    for locale, country in (("de_DE", "DE"), ("ja_JP", "JP")):
        bics = drawn("bic", locale=locale)
        assert all(re.fullmatch(rf"TEST{country}[2-9A-HJ-NP-Z]{{2}}", bic) for bic in bics)


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("cvv", r"\d{3}"),
        ("last4", r"\d{4}"),
        ("passport_number", r"X\d{8}"),
        ("license_plate", r"[2-9A-HJ-NP-Z]{3} \d{3}"),
        ("vat_number", r"US\d{9}"),
        ("tracking_number", r"TRK202[345]\d{6}"),
        ("order_number", r"ORD-202[345]-\d{6}"),
        ("ticket_number", r"TCK-\d{6}"),
        ("employee_number", r"E-\d{6}"),
        ("customer_number", r"10\d{6}"),
        ("serial_number", r"SN-202[345]-\d{6}"),
        ("sku", r"[2-9A-HJ-NP-Z]{3}-\d{6}"),
        ("coupon_code", r"[2-9A-HJ-NP-Z]{8}"),
    ],
)
def test_a_code_has_the_form_that_its_name_promises(name, pattern):
    numbers = drawn(name)
    assert [number for number in numbers if not re.fullmatch(pattern, number)] == []
    assert len(set(numbers)) > 90


@pytest.mark.parametrize(
    ("rules", "length"),
    [({}, 8), ({"max_length": 5}, 5), ({"min_length": 20}, 20), ({"min_length": 24}, 24)],
)
def test_a_code_has_the_length_that_the_field_allows(rules, length):
    drawn_codes = draw_values(codes.provide_code(field("code", **rules), ""))
    assert {len(code) for code in drawn_codes} == {length}


def test_there_is_no_code_for_a_field_that_is_too_long_or_empty():
    assert codes.provide_code(field("code", min_length=25), "") is None
    assert codes.provide_code(field("code", max_length=0), "") is None

"""Independent libraries check ten thousand customers."""

from __future__ import annotations

from datetime import date, datetime, timezone
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import email_validator
import phonenumbers
import pycountry
import pytest
from stdnum import bic, ean, iban, isbn, luhn

from examples.customers.models import Purchase
from pytest_fixturegen import generate_instances
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.providers.data.cities import CITIES
from pytest_fixturegen.providers.person_facts import list_first_names, list_last_names
from pytest_fixturegen.providers.sites import to_slug
from pytest_fixturegen.providers.vocabulary import Vocabulary

COUNTS = {"en_US": 10_000, "de_DE": 2000, "sv_SE": 2000, "ja_JP": 2000, "fr_FR": 2000}
NOW = datetime(2026, 1, 1, tzinfo=timezone.utc)


@lru_cache(maxsize=8)
def purchases(locale: str) -> list[Any]:
    """The purchases of a locale that the tests check."""
    return list(
        generate_instances(
            Purchase, COUNTS[locale], seed=11, config=GenerationConfig(locale=locale, now=NOW)
        )
    )


every_locale = pytest.mark.parametrize("locale", COUNTS)


@every_locale
def test_every_number_with_check_digits_is_valid(locale):
    for each in purchases(locale):
        iban.validate(each.customer.bank.iban, check_country=False)
        bic.validate(each.customer.bank.bic)
        luhn.validate(each.customer.bank.card_number)
        isbn.validate(each.book.isbn)
        ean.validate(each.book.ean)
        assert check_digit(each.car.vin) == each.car.vin[8]


def check_digit(vin: str) -> str:
    """The check digit of a vehicle's number, computed without a table of letters."""
    values = ["0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ".index(sign) % 10 for sign in vin]
    weights = ["0123456789X".index(sign) for sign in "8765432X098765432"]
    return "0123456789X"[
        sum(value * weight for value, weight in zip(values, weights, strict=True)) % 11
    ]


@every_locale
def test_every_telephone_number_is_parsed_and_possible(locale):
    dial = {f"+{phonenumbers.country_code_for_region(locale[3:])}"}
    for each in purchases(locale):
        for number in (each.customer.phone, each.customer.mobile):
            parsed = phonenumbers.parse(number, locale[3:])
            assert phonenumbers.is_possible_number(parsed)
            assert {f"+{parsed.country_code}"} == dial
        assert {each.customer.address.phone_prefix} == dial


@every_locale
def test_every_place_is_one_place(locale):
    regions = {tuple(row.split("|")[:2]) for row in CITIES[locale[3:]].splitlines()}
    for each in purchases(locale):
        place = each.customer.address
        country = pycountry.countries.get(alpha_2=place.country_code)
        assert country.alpha_3 == place.country_alpha3
        assert country.alpha_2 == locale[3:]
        assert pycountry.currencies.get(alpha_3=place.currency)
        assert pycountry.languages.get(alpha_2=place.language)
        assert ZoneInfo(place.timezone).utcoffset(NOW) is not None
        assert (place.city, place.region) in regions
        assert -90 <= place.latitude <= 90
        assert -180 <= place.longitude <= 180


@every_locale
def test_every_e_mail_address_contains_the_names_of_its_person(locale):
    words = Vocabulary(locale)
    spelled = {first.name: first.ascii_form for first in list_first_names(words)}
    families = {name: last.ascii_form for last in list_last_names(words) for name in last[:2]}
    for each in purchases(locale):
        person = each.customer
        address = email_validator.validate_email(
            person.email, check_deliverability=False, test_environment=True
        )
        assert address.local_part.startswith(spelled[person.first_name])
        assert families[person.last_name] in address.local_part
        assert families[person.last_name] in person.username
        assert person.first_name in person.full_name
        assert person.last_name in person.full_name
        assert email_validator.validate_email(
            each.customer.company.email, check_deliverability=False, test_environment=True
        )


@every_locale
def test_every_pair_of_dates_is_in_order(locale):
    for each in purchases(locale):
        person, invoice = each.customer, each.invoice
        assert person.created_at <= person.updated_at <= person.deleted_at <= NOW
        assert invoice.start_date < invoice.end_date
        assert invoice.issued_at.date() <= invoice.due_date
        assert invoice.expires_at > invoice.issued_at
        assert years(person.birth_date) == person.age


def years(born: date) -> int:
    """The age of a person who was born on that day."""
    return NOW.year - born.year - ((NOW.month, NOW.day) < (born.month, born.day))


@every_locale
def test_every_amount_adds_up(locale):
    cent = Decimal(1) if locale == "ja_JP" else Decimal("0.01")
    for each in purchases(locale):
        line, invoice = each.line, each.invoice
        assert line.quantity * line.unit_price == line.line_total
        assert invoice.subtotal + invoice.tax == invoice.total
        assert invoice.tax == (invoice.subtotal * invoice.tax_rate).quantize(cent, ROUND_HALF_UP)


@every_locale
def test_every_slug_and_site_follows_from_a_name(locale):
    for each in purchases(locale):
        company = each.customer.company
        assert each.book.slug == to_slug(each.book.title)
        assert company.domain.startswith(to_slug(company.name))
        assert company.website == f"https://{company.domain}/"
        assert company.email.endswith(f"@{company.domain}")


@every_locale
def test_ids_and_e_mail_addresses_are_unique(locale):
    for values in (
        {each.customer.id for each in purchases(locale)},
        {each.customer.email for each in purchases(locale)},
    ):
        assert len(values) == COUNTS[locale]

"""Numbers with check digits that are right, and that no bank, shop or publisher has given out."""

from __future__ import annotations

from functools import partial
from typing import Any

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.fact_fields import (
    ProviderTable,
    build_draw_node,
    build_table,
    find_first_node,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.streams import mix_word

TEST_CARDS = (
    "4111111111111111", "4242424242424242", "4012888888881881", "4000056655665556", "5555555555554444", "5105105105105100",
    "2223003122003222", "5200828282828210", "378282246310005", "371449635398431", "6011111111111117", "6011000990139424",
    "3056930009020004", "3566002020360505", "6200000000000005",
)  # fmt: skip
"""The numbers that payment services publish for tests."""

TEST_BANKS = {
    "GB": "GB{}TEST{:014}",
    "NL": "NL{}TEST{:010}",
    "IE": "IE{}TEST{:014}",
    "LV": "LV{}TEST{:013}",
}
"""Banks named TEST: no bank has this code [ISO 9362]."""

UNUSED_BANKS = {
    "DE": (22, "99999999"),
    "AT": (20, "99999"),
    "FR": (27, "9999999999"),
    "SE": (24, "999"),
    "ES": (24, "99999999"),
}
"""Length of an IBAN [ISO 13616], and a bank code that is not in use."""

BASE36_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
UNAMBIGUOUS_CHARS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Digits and letters that are not taken for one another."""


def compute_ean_digit(digits: str) -> str:
    """The check digit of *digits* [GS1 General Specifications 7.9]."""
    total = sum(
        int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits))
    )
    return str(-total % 10)


def draw_barcode(length: int, word: int) -> str:
    """A GTIN of *length* digits that begins with 02 or 2: numbers that shops use inside [GS1 1.4]."""
    body = f"{'02' if length == 12 else '2'}{word % 10 ** (length - 2):0{length - 2}}"[: length - 1]
    return body + compute_ean_digit(body)


def draw_isbn(word: int) -> str:
    """An ISBN-13 in the group 979-9, of which nothing is given out."""
    body = f"9799{word % 10**8:08}"
    return body + compute_ean_digit(body)


def compute_iban_digits(country: str, account: str) -> str:
    """The two check digits of an IBAN [ISO 7064, MOD 97-10]."""
    digits = "".join(str(BASE36_DIGITS.index(sign)) for sign in f"{account}{country}00")
    return f"{98 - int(digits) % 97:02}"


def draw_iban(country: str, word: int) -> str:
    """An IBAN of a bank that does not exist."""
    if country in UNUSED_BANKS:
        length, bank = UNUSED_BANKS[country]
        room = length - 4 - len(bank)
        account = f"{bank}{word % 10**room:0{room}}"
    else:
        country = country if country in TEST_BANKS else "GB"
        room = len(TEST_BANKS[country].format("", 0)) - 6
        account = f"TEST{word % 10**room:0{room}}"
    return f"{country}{compute_iban_digits(country, account)}{account}"


def draw_bic(country: str, word: int) -> str:
    """The code of a bank named TEST."""
    return f"TEST{country}{UNAMBIGUOUS_CHARS[word % 32]}{UNAMBIGUOUS_CHARS[(word >> 8) % 32]}"


CHAR_PAIRS = tuple(one + two for one in UNAMBIGUOUS_CHARS for two in UNAMBIGUOUS_CHARS)
THREE_DIGITS = tuple(f"{number:03}" for number in range(1000))


def draw_code(length: int, word: int) -> str:
    """*length* capital letters and digits."""
    bits = word if length <= 12 else word | mix_word(word, 1) << 64
    return "".join([UNAMBIGUOUS_CHARS[(bits >> shift) & 31] for shift in range(0, 5 * length, 5)])


def provide_code(context: FieldContext, owner: str) -> Node | None:
    """Eight letters and digits, or as many as there is room for."""
    low, high = context.constraints.min_length or 0, context.constraints.max_length
    length = min(max(8, low), high if high is not None else max(8, low))
    return (
        build_draw_node(context, partial(draw_code, length), (length, length))
        if 0 < length <= 24
        else None
    )


def make_number_code_provider(*templates: str) -> Any:
    """A provider of numbers as clerks write them: a year or none, then digits; the first of *forms* that fits."""

    def provide_number(context: FieldContext, owner: str) -> Node | None:
        years = [str(context.now.year - step) for step in range(1, 4)]
        nodes = (build_draw_node(context, partial(_draw_number, form, years)) for form in templates)
        return find_first_node(nodes)

    return provide_number


def _draw_number(template: str, years: list[str], word: int) -> str:
    return template.format(
        year=years[word % 3],
        number=(word >> 16) % 1_000_000,
        big=(word >> 16) % 900_000 + 100_000,
        short=(word >> 16) % 900 + 100,
    )


provide_plain_number = make_number_code_provider("{big}", "{short}")
"""Digits, of which nothing more is known."""


def provide_card(context: FieldContext, owner: str) -> Node | None:
    """The number of a card that payment services keep for tests."""
    return text.build_text_pool(TEST_CARDS, context.constraints)


VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
VIN_LETTER_VALUES = dict(
    zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True)
)
"""What the places and the letters of a VIN count for [49 CFR 565.15]."""


def draw_vin(word: int) -> str:
    """A vehicle's number with a right check digit, of a maker that does not exist: ZZ is given to no country [ISO 3780]."""
    body = "".join(VIN_CHARS[(word >> shift) % len(VIN_CHARS)] for shift in range(0, 25, 5))
    year = "MNPRSTVWXY"[(word >> 30) % 10]
    signs = f"ZZ9{body}0{year}A{(word >> 40) % 10**6:06}"
    total = sum(
        weight * (int(sign) if sign.isdigit() else VIN_LETTER_VALUES[sign])
        for weight, sign in zip(VIN_WEIGHTS, signs, strict=True)
    )
    return f"{signs[:8]}{'0123456789X'[total % 11]}{signs[9:]}"


VIN_CHARS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"


def provide_sku(context: FieldContext, owner: str) -> Node | None:
    """Three letters and six digits, or what there is room for."""
    forms = ((_draw_long_sku, 10), (_draw_short_sku, 7), (_draw_tiny_sku, 4))
    nodes = (build_draw_node(context, form, (length, length)) for form, length in forms)
    return find_first_node(nodes) or provide_code(context, owner)


def _draw_long_sku(word: int) -> str:
    return f"{CHAR_PAIRS[word & 1023]}{UNAMBIGUOUS_CHARS[word >> 10 & 31]}-{THREE_DIGITS[(word >> 20) % 1000]}{THREE_DIGITS[(word >> 40) % 1000]}"


def _draw_short_sku(word: int) -> str:
    return f"{draw_code(2, word)}-{(word >> 20) % 10_000:04}"


def _draw_tiny_sku(word: int) -> str:
    return f"{draw_code(1, word)}{(word >> 20) % 1000:03}"


def make_barcode_provider(*lengths: int) -> Any:
    """A provider of GTINs of the first of *lengths* that fits."""

    def provide_barcode(context: FieldContext, owner: str) -> Node | None:
        return find_first_node(
            build_draw_node(context, partial(draw_barcode, length)) for length in lengths
        )

    return provide_barcode


def make_country_code_provider(draw_for_country: Any) -> Any:
    """A provider of a code that names the locale's country."""
    return lambda context, owner: build_draw_node(
        context, partial(draw_for_country, context.vocabulary.country or "GB")
    )


NAMES: ProviderTable = build_table(
    (
        "sku article_number item_number part_number product_code item_code sku_code model_number mpn",
        "str",
        provide_sku,
    ),
    ("ean ean13 barcode gtin gtin13 bar_code", "str", make_barcode_provider(13, 12, 8)),
    ("upc upc_code gtin12", "str", make_barcode_provider(12)),
    ("ean8 gtin8", "str", make_barcode_provider(8)),
    ("isbn isbn13", "str", lambda context, owner: build_draw_node(context, draw_isbn)),
    ("iban iban_number", "str", make_country_code_provider(draw_iban)),
    (
        "vin vin_number vehicle_identification_number chassis_number",
        "str",
        lambda context, owner: build_draw_node(context, draw_vin, (17, 17)),
    ),
    ("bic swift swift_code bic_code swift_bic", "str", make_country_code_provider(draw_bic)),
    ("card_number credit_card credit_card_number cc_number card pan", "str", provide_card),
    (
        "cvv cvc cvv2 security_code",
        "str",
        lambda context, owner: build_draw_node(context, lambda word: f"{word % 1000:03}"),
    ),
    (
        "card_type card_brand payment_network",
        "str",
        lambda context, owner: text.build_text_pool(
            ("Visa", "Mastercard", "American Express"), context.constraints
        ),
    ),
    (
        "last4 last_four card_last4",
        "str",
        lambda context, owner: build_draw_node(context, lambda word: f"{word % 10000:04}"),
    ),
    (
        "invoice_number invoice_no invoice_num invoice_ref",
        "str",
        make_number_code_provider("INV-{year}-{number:06}", "INV{number:06}", "{number:06}"),
    ),
    (
        "order_number order_no order_num order_ref",
        "str",
        make_number_code_provider("ORD-{year}-{number:06}", "ORD{number:06}", "{number:06}"),
    ),
    (
        "ticket_number case_number ticket_no",
        "str",
        make_number_code_provider("TCK-{number:06}", "T{number:06}"),
    ),
    (
        "customer_number client_number account_number acct_number member_number",
        "str",
        make_number_code_provider("10{number:06}", "{number:06}"),
    ),
    (
        "employee_number staff_number badge_number employee_code",
        "str",
        make_number_code_provider("E-{number:06}", "E{number:06}"),
    ),
    (
        "tracking_number tracking_code shipment_number tracking_no",
        "str",
        make_number_code_provider("TRK{year}{number:06}", "{number:06}"),
    ),
    (
        "reference reference_number ref ref_no reference_code",
        "str",
        make_number_code_provider("REF-{year}-{number:06}", "R{number:06}"),
    ),
    (
        "serial_number serial serial_no device_serial",
        "str",
        make_number_code_provider("SN-{year}-{number:06}", "SN{number:06}"),
    ),
    (
        "booking_reference confirmation_code confirmation_number pnr reservation_code booking_code",
        "str",
        provide_code,
    ),
    (
        "code coupon coupon_code promo_code voucher discount_code voucher_code invite_code referral_code otp",
        "str",
        provide_code,
    ),
    (
        "license_plate plate plate_number registration_plate",
        "str",
        lambda context, owner: build_draw_node(
            context, lambda word: f"{draw_code(3, word)} {word % 1000:03}"
        ),
    ),
    (
        "vat_number vat_id tax_id tax_number vat",
        "str",
        make_country_code_provider(lambda country, word: f"{country}{word % 10**9:09}"),
    ),
    (
        "passport_number id_number license_number permit_number policy_number",
        "str",
        lambda context, owner: build_draw_node(context, lambda word: f"X{word % 10**8:08}"),
    ),
)
"""Names of fields and kinds of value, and who serves them."""

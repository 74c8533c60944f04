"""Numbers with correct check digits that no bank, shop or publisher has issued."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    build_draw_node,
    build_table,
    find_first_node,
    make_choice_provider,
    make_draw_provider,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.streams import mix_word

TEST_CARDS = (
    "4111111111111111",
    "4242424242424242",
    "4012888888881881",
    "4000056655665556",
    "5555555555554444",
    "5105105105105100",
    "2223003122003222",
    "5200828282828210",
    "378282246310005",
    "371449635398431",
    "6011111111111117",
    "6011000990139424",
    "3056930009020004",
    "3566002020360505",
    "6200000000000005",
)
"""Card numbers that payment services publish for tests."""

UNUSED_BANKS = {
    "GB": (22, "TEST"),
    "NL": (18, "TEST"),
    "IE": (22, "TEST"),
    "LV": (21, "TEST"),
    "DE": (22, "99999999"),
    "AT": (20, "99999"),
    "FR": (27, "9999999999"),
    "SE": (24, "999"),
    "ES": (24, "99999999"),
}
"""By country, the length of an IBAN [ISO 13616] and a bank code that is not in use.

Banks named TEST do not exist: no bank has this code [ISO 9362]."""

BASE36_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
UNAMBIGUOUS_CHARS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Thirty-two digits and letters that nobody mistakes for one another."""

MAX_CODE_LENGTH = 24
"""The longest code that :func:`draw_code` can draw: two words of 64 bits, five bits a character."""


def compute_ean_digit(digits: str) -> str:
    """Return the check digit of *digits* [GS1 General Specifications 7.9]."""
    total = sum(
        int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits))
    )
    return str(-total % 10)


def draw_barcode(length: int, word: int) -> str:
    """Return a GTIN of *length* digits that begins with 02 or 2.

    Shops use these numbers inside for their own goods; GS1 never issues them [GS1 1.4].
    """
    prefix = "02" if length == 12 else "2"
    digits = f"{word % 10 ** (length - 2):0{length - 2}}"
    body = f"{prefix}{digits}"[: length - 1]
    return body + compute_ean_digit(body)


def draw_isbn(word: int) -> str:
    """Return an ISBN-13 in the group 979-9, in which no numbers are issued."""
    body = f"9799{word % 10**8:08}"
    return body + compute_ean_digit(body)


def compute_iban_digits(country: str, account: str) -> str:
    """Return the two check digits of an IBAN [ISO 7064, MOD 97-10]."""
    digits = "".join(str(BASE36_DIGITS.index(char)) for char in f"{account}{country}00")
    return f"{98 - int(digits) % 97:02}"


def count_account_digits(country: str) -> int:
    """Return how many digits of an IBAN of *country* are free, after the bank code."""
    length, bank = UNUSED_BANKS[country]
    return length - len(country) - len("00") - len(bank)


def draw_iban(country: str, word: int) -> str:
    """Return an IBAN of a bank that does not exist, British if *country* has no such bank."""
    country = find_iban_country(country)
    digit_count = count_account_digits(country)
    account = f"{UNUSED_BANKS[country][1]}{word % 10**digit_count:0{digit_count}}"
    return f"{country}{compute_iban_digits(country, account)}{account}"


def find_iban_country(country: str) -> str:
    """Return *country* if it has a bank in :data:`UNUSED_BANKS`, else GB."""
    return country if country in UNUSED_BANKS else "GB"


def draw_bic(country: str, word: int) -> str:
    """Return the BIC of a bank named TEST."""
    location = f"{UNAMBIGUOUS_CHARS[word % 32]}{UNAMBIGUOUS_CHARS[(word >> 8) % 32]}"
    return f"TEST{country}{location}"


CHAR_PAIRS = tuple(first + second for first in UNAMBIGUOUS_CHARS for second in UNAMBIGUOUS_CHARS)
THREE_DIGITS = tuple(f"{number:03}" for number in range(1000))


def draw_code(length: int, word: int) -> str:
    """Return *length* capital letters and digits, at most :data:`MAX_CODE_LENGTH`."""
    bits = word if length <= 12 else word | mix_word(word, 1) << 64
    shifts = range(0, 5 * length, 5)
    return "".join([UNAMBIGUOUS_CHARS[(bits >> shift) & 31] for shift in shifts])


def provide_code(context: FieldContext, owner: str) -> Node | None:
    """Return a node of codes of eight letters and digits, or as many as the field allows."""
    low, high = context.constraints.min_length or 0, context.constraints.max_length
    length = max(8, low)
    if high is not None:
        length = min(length, high)
    if not 0 < length <= MAX_CODE_LENGTH:
        return None
    return build_draw_node(
        context,
        partial(draw_code, length),
        (length, length),
    )


def make_number_code_provider(*templates: str) -> NamedProvider:
    """Return a provider of document numbers: a prefix, a recent year or none, then digits.

    The provider uses the first of *templates* whose numbers the field accepts. A template has the
    fields ``year``, ``number`` (up to six digits), ``big`` (six digits) and ``short`` (three).
    """

    def provide_number(context: FieldContext, owner: str) -> Node | None:
        """Return a node of numbers of the last three years; None if no template fits the field."""
        years = [str(context.now.year - step) for step in range(1, 4)]
        draws = [partial(_draw_number, template, years) for template in templates]
        return find_first_node(build_draw_node(context, draw) for draw in draws)

    return provide_number


def _draw_number(
    template: str,
    years: list[str],
    word: int,
) -> str:
    """Return *template* with the year and the digits that *word* picks."""
    return template.format(
        year=years[word % 3],
        number=(word >> 16) % 1_000_000,
        big=(word >> 16) % 900_000 + 100_000,
        short=(word >> 16) % 900 + 100,
    )


provide_plain_number = make_number_code_provider("{big}", "{short}")
"""Provides plain digits, for numbers whose name says nothing else."""


def provide_card(context: FieldContext, owner: str) -> Node | None:
    """Return a node of card numbers that payment services publish for tests."""
    return text.build_text_pool(TEST_CARDS, context.constraints)


VIN_CHARS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
"""The characters of a vehicle identification number [ISO 3779]: no I, O or Q."""

VIN_YEAR_CHARS = "MNPRSTVWXY"
"""Codes of ten model years."""

VIN_WEIGHTS = (*range(8, 1, -1), 10, 0, *range(9, 1, -1))
"""The weight of each position of a VIN [49 CFR 565.15]; the check digit itself weighs nothing."""

VIN_LETTER_VALUES = {
    **dict(zip("ABCDEFGH", range(1, 9), strict=True)),
    **dict(zip("JKLMN", range(1, 6), strict=True)),
    "P": 7,
    "R": 9,
    **dict(zip("STUVWXYZ", range(2, 10), strict=True)),
}
"""The value of each letter of a VIN [49 CFR 565.15]."""


def draw_vin(word: int) -> str:
    """Return a vehicle identification number with a correct check digit.

    Its maker does not exist: ZZ is assigned to no country [ISO 3780].
    """
    body = "".join(VIN_CHARS[(word >> shift) % len(VIN_CHARS)] for shift in range(0, 25, 5))
    year = VIN_YEAR_CHARS[(word >> 30) % len(VIN_YEAR_CHARS)]
    unchecked = f"ZZ9{body}0{year}A{(word >> 40) % 10**6:06}"
    return f"{unchecked[:8]}{compute_vin_digit(unchecked)}{unchecked[9:]}"


def compute_vin_digit(vin: str) -> str:
    """Return the check digit of *vin*, whose ninth character does not count [49 CFR 565.15]."""
    values = [int(char) if char.isdigit() else VIN_LETTER_VALUES[char] for char in vin]
    weighted_values = zip(VIN_WEIGHTS, values, strict=True)
    total = sum(weight * value for weight, value in weighted_values)
    return "0123456789X"[total % 11]


def provide_sku(context: FieldContext, owner: str) -> Node | None:
    """Return a node of SKUs: three characters and six digits, or as many as the field allows."""
    forms = (
        (_draw_long_sku, 10),
        (_draw_short_sku, 7),
        (_draw_tiny_sku, 4),
    )
    nodes = (build_draw_node(context, draw, (length, length)) for draw, length in forms)
    return find_first_node(nodes) or provide_code(context, owner)


def _draw_long_sku(word: int) -> str:
    """Return a stock keeping unit of nine characters."""
    letters = f"{CHAR_PAIRS[word & 1023]}{UNAMBIGUOUS_CHARS[word >> 10 & 31]}"
    return f"{letters}-{THREE_DIGITS[(word >> 20) % 1000]}{THREE_DIGITS[(word >> 40) % 1000]}"


def _draw_short_sku(word: int) -> str:
    """Return a stock keeping unit of seven characters."""
    return f"{draw_code(2, word)}-{(word >> 20) % 10_000:04}"


def _draw_tiny_sku(word: int) -> str:
    """Return a stock keeping unit of four characters."""
    return f"{draw_code(1, word)}{(word >> 20) % 1000:03}"


def make_barcode_provider(*lengths: int) -> NamedProvider:
    """Return a provider of GTINs of the first of *lengths* that the field accepts."""

    def provide_barcode(context: FieldContext, owner: str) -> Node | None:
        """Return a node of barcodes of the first length that the field accepts, else None."""
        draws = [partial(draw_barcode, length) for length in lengths]
        return find_first_node(build_draw_node(context, draw) for draw in draws)

    return provide_barcode


def make_country_code_provider(draw_for_country: Callable[[str, int], str]) -> NamedProvider:
    """Return a provider of codes that contain the locale's country."""
    return lambda context, owner: build_draw_node(
        context, partial(draw_for_country, context.vocabulary.country or "GB")
    )


def _make_digits_provider(count: int, prefix: str = "") -> NamedProvider:
    """Return the provider of texts of *count* digits after *prefix*."""
    return make_draw_provider(lambda word: f"{prefix}{word % 10**count:0{count}}")


LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
PLATE_FORMS = {
    "DE": "{city}-{a}{b} {number}",
    "AT": "{city}-{three} {a}{b}",
    "FR": "{a}{b}-{three}-{c}{d}",
    "ES": "{four} {a}{b}{c}",
    "SE": "{a}{b}{c} {three}",
    "IT": "{a}{b} {three}{c}{d}",
    "NL": "{a}{b}-{three}-{c}",
    "MX": "{a}{b}{c}-{three}-{d}",
    "BR": "{a}{b}{c}{one}{d}{two}",
    "PL": "{a}{b} {four}{c}",
    "PT": "{a}{b}-{two}-{c}{d}",
    "NO": "{a}{b} {five}",
    "DK": "{a}{b} {five}",
    "FI": "{a}{b}{c}-{three}",
    "CH": "ZH {five}",
}
PLATE_CITIES = ("B", "M", "HH", "K", "F", "S", "D", "L", "HB", "H", "N", "DD")
"""Shapes of licence plates by country, and letters of German towns."""


def _draw_license_plate(country: str, word: int) -> str:
    """Return a licence plate as *country* has them: letters and three digits elsewhere."""
    form = PLATE_FORMS.get(country)
    if form is None:
        return f"{draw_code(3, word)} {word % 1000:03}"
    digits = f"{1000 + word % 9000}{word // 9000 % 10}"
    letters = (LETTERS[(word >> shift) % len(LETTERS)] for shift in (20, 26, 32, 38))
    return form.format(
        city=PLATE_CITIES[(word >> 44) % len(PLATE_CITIES)],
        number=digits[: 2 + word % 3],
        one=digits[0],
        two=digits[:2],
        three=digits[:3],
        four=digits[:4],
        five=digits,
        **dict(zip("abcd", letters, strict=True)),
    )


def _draw_tax_number(country: str, word: int) -> str:
    """Return a VAT number of *country*."""
    return f"{country}{word % 10**9:09}"


ROUTING_WEIGHTS = (3, 7, 1, 3, 7, 1, 3, 7)
"""Weights of the first eight digits of a routing number [ABA]."""


def draw_routing_number(word: int) -> str:
    """Return an ABA routing number with a correct check digit.

    It begins with 15; the Federal Reserve has only twelve districts.
    """
    body = f"15{word % 10**6:06}"
    total = sum(int(digit) * weight for digit, weight in zip(body, ROUTING_WEIGHTS, strict=True))
    return f"{body}{-total % 10}"


NAMES: ProviderTable = build_table(
    (
        "sku article_number item_number part_number product_code item_code sku_code "
        "model_number mpn",
        "str",
        provide_sku,
    ),
    ("ean ean13 barcode gtin gtin13 bar_code", "str", make_barcode_provider(13, 12, 8)),
    ("upc upc_code gtin12", "str", make_barcode_provider(12)),
    ("ean8 gtin8", "str", make_barcode_provider(8)),
    ("isbn isbn13", "str", make_draw_provider(draw_isbn)),
    ("iban iban_number", "str", make_country_code_provider(draw_iban)),
    (
        "vin vin_number vehicle_identification_number chassis_number",
        "str",
        make_draw_provider(draw_vin, (17, 17)),
    ),
    (
        "routing_number aba_routing_number routing_transit_number routing_no routing_code "
        "aba_number aba_routing aba aba_code",
        "str",
        make_draw_provider(draw_routing_number, (9, 9)),
    ),
    ("bic swift swift_code bic_code swift_bic", "str", make_country_code_provider(draw_bic)),
    ("card_number credit_card credit_card_number cc_number card pan", "str", provide_card),
    (
        "cvv cvc cvv2 security_code",
        "str",
        _make_digits_provider(3),
    ),
    (
        "card_type card_brand payment_network",
        "str",
        make_choice_provider("Visa", "Mastercard", "American Express"),
    ),
    (
        "last4 last_four card_last4",
        "str",
        _make_digits_provider(4),
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
        "code coupon coupon_code promo_code voucher discount_code voucher_code invite_code "
        "referral_code otp",
        "str",
        provide_code,
    ),
    (
        "license_plate plate plate_number registration_plate",
        "str",
        make_country_code_provider(_draw_license_plate),
    ),
    (
        "vat_number vat_id tax_id tax_number vat",
        "str",
        make_country_code_provider(_draw_tax_number),
    ),
    (
        "passport_number id_number license_number permit_number policy_number",
        "str",
        _make_digits_provider(8, prefix="X"),
    ),
)
"""Names of fields and kinds of value, with the provider of each pair."""

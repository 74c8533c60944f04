"""Numbers that a state gives to people and firms, by country.

They have the shape, the check digits and, where the number tells them, the birthday, the sex and
the initials of the person; but they are in ranges that nobody is given.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers.ages import build_birth_fact
from pytest_fixturegen.providers.check_digits import (
    alphabet_digit,
    cross_sum,
    iso7064_digit,
    luhn_digit,
    mod11_pair,
    weigh,
)
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    build_draw_node,
    build_table,
    build_text_view,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.person_facts import (
    FEMALE,
    FirstName,
    LastName,
    build_first_name_fact,
    build_last_name_fact,
)
from pytest_fixturegen.providers.place_facts import find_home_country

PersonNumber = Callable[[int, date, FirstName, LastName], str]
"""A number of a person: a function of a word, the birthday, and both names."""

FirmNumber = Callable[[int], str]
"""A number of a firm: a function of a word."""


# People


def show_swedish_number(
    word: int,
    born: date,
    first: FirstName,
    last: LastName,
) -> str:
    """Return a personal identity number with a serial from 980, for tests [Skatteverket].

    The last but one digit is even for women.
    """
    serial = 980 + word % 10 * 2 + (first.sex != FEMALE)
    digits = f"{born:%y%m%d}{serial}"
    return f"{born:%Y%m%d}-{serial}{luhn_digit(digits)}"


def show_social_security_number(
    word: int,
    born: date,
    first: FirstName,
    last: LastName,
) -> str:
    """Return a number that is never issued: its middle part is 00 [SSA POMS RM 10201.035]."""
    return f"9{word % 100:02}-00-{(word >> 16) % 9999 + 1:04}"


def show_british_number(
    word: int,
    born: date,
    first: FirstName,
    last: LastName,
) -> str:
    """Return a national insurance number with the prefix QQ, which is not used [NIM39110]."""
    return f"QQ {word % 100:02} {(word >> 8) % 100:02} {(word >> 16) % 100:02} {'ABCD'[word >> 62]}"


def show_german_number(
    word: int,
    born: date,
    first: FirstName,
    last: LastName,
) -> str:
    """Return a pension insurance number [VKVV § 2] of the area 99, which does not exist."""
    letter = last.ascii_form[0].upper()
    serial = word % 50 + 50 * (first.sex == FEMALE)
    spelled = f"99{born:%d%m%y}{ord(letter) - 64:02}{serial:02}"
    weights = (
        2,
        1,
        2,
        5,
        7,
        1,
        2,
        1,
        2,
        1,
        2,
        1,
    )
    total = sum(
        cross_sum(int(digit) * weight) for digit, weight in zip(spelled, weights, strict=True)
    )
    return f"99{born:%d%m%y}{letter}{serial:02}{total % 10}"


def show_german_tax_id(
    word: int,
    born: date,
    first: FirstName,
    last: LastName,
) -> str:
    """Return a tax identification number that begins with 0, as those for tests do."""
    digits = list("0123456789")
    for place in range(9, 1, -1):
        other = 1 + (word >> 4 * place) % place
        digits[place], digits[other] = digits[other], digits[place]
    digits[9] = digits[1 + (word >> 50) % 8]
    text = "".join(digits)
    return text + iso7064_digit(text)


def show_german_insurance_number(
    word: int,
    born: date,
    first: FirstName,
    last: LastName,
) -> str:
    """Return the number of a person in public health insurance [§ 290 SGB V]."""
    letter = last.ascii_form[0].upper()
    number = f"{word % 10**8:08}"
    spelled = f"{ord(letter) - 64:02}{number}"
    total = sum(cross_sum(int(digit) * (1 + place % 2)) for place, digit in enumerate(spelled))
    return f"{letter}{number}{total % 10}"


def show_french_number(
    word: int,
    born: date,
    first: FirstName,
    last: LastName,
) -> str:
    """Return a number of the INSEE for somebody born abroad, in a country 990 and above."""
    sex = 2 if first.sex == FEMALE else 1
    digits = f"{sex}{born:%y%m}99{990 + word % 10}{(word >> 8) % 999 + 1:03}"
    return f"{digits}{97 - int(digits) % 97:02}"


SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"


def show_spanish_number(
    word: int,
    born: date,
    first: FirstName,
    last: LastName,
) -> str:
    """Return the number of an identity card from 99,900,000, where none is issued yet."""
    number = 99_900_000 + word % 100_000
    return f"{number}{SPANISH_LETTERS[number % 23]}"


CURP_ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ"
RFC_ALPHABET = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ"


def _list_mexican_letters(
    word: int,
    first: FirstName,
    last: LastName,
) -> str:
    """Return four letters: of the family name, of that of the mother, and of the given name."""
    family = last.ascii_form.upper()
    vowel = next(
        (letter for letter in family[1:] if letter in "AEIOU"),
        "X",
    )
    return f"{family[0]}{vowel}{'GHLMRSTV'[word & 7]}{first.ascii_form[0].upper()}"


def _find_inner_consonant(name: str) -> str:
    """Return the first consonant of *name* after its first letter; "X" if it has none."""
    return next(
        (letter for letter in name.upper()[1:] if letter not in "AEIOU"),
        "X",
    )


def show_curp(
    word: int,
    born: date,
    first: FirstName,
    last: LastName,
) -> str:
    """Return a CURP [SEGOB] of somebody born abroad."""
    head = _list_mexican_letters(word, first, last)
    sex = "M" if first.sex == FEMALE else "H"
    inner = (
        _find_inner_consonant(last.ascii_form)
        + "BCDFGLMN"[word >> 8 & 7]
        + _find_inner_consonant(first.ascii_form)
    )
    century = "A" if born.year >= 2000 else "0"
    text = f"{head}{born:%y%m%d}{sex}NE{inner}{century}"
    return f"{text}{alphabet_digit(text, CURP_ALPHABET, 10)}"


def show_rfc(
    word: int,
    born: date,
    first: FirstName,
    last: LastName,
) -> str:
    """Return the number of a taxpayer in Mexico [SAT]."""
    head = _list_mexican_letters(word, first, last)
    text = f"{head}{born:%y%m%d}{'ABCDEFGHJKLMN123'[word >> 12 & 15]}{(word >> 16) % 9 + 1}"
    digit = alphabet_digit(text, RFC_ALPHABET, 11)
    return f"{text}{'A' if digit == 10 else digit}"


def show_mexican_number(
    word: int,
    born: date,
    first: FirstName,
    last: LastName,
) -> str:
    """Return a number of the IMSS with the office 00, which does not exist."""
    digits = f"00{(word >> 40) % 90 + 10}{born:%y}{word % 10_000:04}"
    return digits + luhn_digit(digits)


CPF_WEIGHTS = ((10, 9, 8, 7, 6, 5, 4, 3, 2), (11, 10, 9, 8, 7, 6, 5, 4, 3, 2))
CNPJ_WEIGHTS = (
    (5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2),
    (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2),
)


def show_cpf(
    word: int,
    born: date,
    first: FirstName,
    last: LastName,
) -> str:
    """Return a CPF that begins with 000 [Receita Federal]."""
    digits = f"000{word % 10**6:06}"
    ending = mod11_pair(digits, *CPF_WEIGHTS)
    return f"{digits[:3]}.{digits[3:6]}.{digits[6:]}-{ending}"


def show_my_number(
    word: int,
    born: date,
    first: FirstName,
    last: LastName,
) -> str:
    """Return an individual number of Japan, which begins with 0000."""
    digits = f"0000{word % 10**7:07}"
    remainder = weigh(digits, (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
    return f"{digits}{0 if remainder < 2 else 11 - remainder}"


def show_dutch_number(
    word: int,
    born: date,
    first: FirstName,
    last: LastName,
) -> str:
    """Return a citizen service number from 9999, as those for tests are."""
    for step in range(16):
        digits = f"9999{(word + step) % 10_000:04}"
        check = weigh(digits, (9, 8, 7, 6, 5, 4, 3, 2)) % 11
        if check < 10:
            return f"{digits}{check}"
    return "999990019"


def show_other_number(
    word: int,
    born: date,
    first: FirstName,
    last: LastName,
) -> str:
    """Return eleven digits, zeros first: the birthday and a serial."""
    return f"00{born:%y%m%d}{word % 1000:03}"


PERSON_NUMBERS: dict[str, PersonNumber] = {
    "US": show_social_security_number,
    "SE": show_swedish_number,
    "GB": show_british_number,
    "DE": show_german_number,
    "FR": show_french_number,
    "ES": show_spanish_number,
    "MX": show_curp,
    "BR": show_cpf,
    "JP": show_my_number,
    "NL": show_dutch_number,
}
"""The number that identifies a person, by country."""

TAX_NUMBERS: dict[str, PersonNumber] = {
    **PERSON_NUMBERS,
    "DE": show_german_tax_id,
    "MX": show_rfc,
}
"""The number of a taxpayer, by country."""


# Firms


def draw_swedish_firm(word: int) -> str:
    """Return an organisation number from 559990, where none is registered yet."""
    digits = f"55999{word % 10}{(word >> 8) % 1000:03}"
    return f"{digits[:6]}-{digits[6:]}{luhn_digit(digits)}"


def draw_siren(word: int) -> str:
    """Return the number of a French firm that begins with 000."""
    digits = f"000{word % 10**5:05}"
    return digits + luhn_digit(digits)


def draw_siret(word: int) -> str:
    """Return the number of an establishment of such a firm."""
    digits = f"{draw_siren(word)}{(word >> 20) % 40 + 1:04}"
    return digits + luhn_digit(digits)


def draw_cnpj(word: int) -> str:
    """Return the number of a Brazilian firm that begins with 00.000."""
    digits = f"00000{word % 1000:03}0001"
    ending = mod11_pair(digits, *CNPJ_WEIGHTS)
    return f"{digits[:2]}.{digits[2:5]}.{digits[5:8]}/{digits[8:]}-{ending}"


def draw_spanish_firm(word: int) -> str:
    """Return the number of a Spanish company whose province is 00."""
    digits = f"00{word % 10**5:05}"
    total = sum(map(int, digits[1::2])) + sum(cross_sum(2 * int(digit)) for digit in digits[::2])
    return f"B{digits}{-total % 10}"


def draw_japanese_firm(word: int) -> str:
    """Return a corporate number of Japan that ends in zeros but for its last digits."""
    digits = f"0000000{word % 10**5:05}"
    total = weigh(
        digits[::-1],
        (1, 2) * 6,
    )
    return f"{9 - total % 9}{digits}"


def draw_british_firm(word: int) -> str:
    """Return a company number from 99,000,000, where none is registered yet."""
    return f"99{word % 10**6:06}"


def draw_german_firm(word: int) -> str:
    """Return a number of the commercial register."""
    return f"HRB {word % 90_000 + 10_000}"


def draw_driving_license(word: int) -> str:
    """Return a letter and twelve digits, as several of the United States number licences."""
    digits = f"{word % 10**12:012}"
    return f"{'BCDFGHKLMNPRSTVW'[word >> 60]}{digits[:3]}-{digits[3:7]}-{digits[7:]}"


def draw_us_firm(word: int) -> str:
    """Return an employer identification number with the prefix 00, which is not used [IRS]."""
    return f"00-{word % 10**7:07}"


FIRM_NUMBERS: dict[str, FirmNumber] = {
    "US": draw_us_firm,
    "SE": draw_swedish_firm,
    "FR": draw_siren,
    "BR": draw_cnpj,
    "ES": draw_spanish_firm,
    "JP": draw_japanese_firm,
    "GB": draw_british_firm,
    "DE": draw_german_firm,
}
"""The number under which a firm is registered, by country."""


# Providers


def build_person_number(
    show_number: PersonNumber, context: FieldContext, owner: str
) -> Node | None:
    """Return the view of a number of the person of *owner*; plain digits if others do not fit."""

    def show(
        word: int,
        born: int,
        first: FirstName,
        last: LastName,
    ) -> str:
        """Return the number of somebody born on the day with the ordinal *born*."""
        return show_number(
            word,
            date.fromordinal(born),
            first,
            last,
        )

    def show_plain(
        word: int,
        born: int,
        first: FirstName,
        last: LastName,
    ) -> str:
        """Return the letters and digits of the number alone."""
        return "".join(filter(str.isalnum, show(word, born, first, last)))

    facts = (
        build_birth_fact(context, owner),
        build_first_name_fact(context, owner),
        build_last_name_fact(context, owner),
    )
    return build_text_view(context, show, *facts) or build_text_view(context, show_plain, *facts)


def make_person_provider(numbers: dict[str, PersonNumber]) -> NamedProvider:
    """Return a provider of the number that the country of the locale gives to people."""

    def provide_person_number(context: FieldContext, owner: str) -> Node | None:
        country = find_home_country(context.vocabulary).alpha2
        return build_person_number(
            numbers.get(country, show_other_number),
            context,
            owner,
        )

    return provide_person_number


def provide_firm_number(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the number under which a firm of the country is registered."""
    country = find_home_country(context.vocabulary).alpha2
    draw = FIRM_NUMBERS.get(country)
    return build_draw_node(context, draw) if draw else None


def _make_drawn(draw: FirmNumber) -> NamedProvider:
    """Return the provider of a number of a firm."""
    return lambda context, owner: build_draw_node(context, draw)


def _make_own(show_number: PersonNumber) -> NamedProvider:
    """Return the provider of a number of the person of the record."""
    return partial(build_person_number, show_number)


NAMES: ProviderTable = build_table(
    (
        """national_id national_id_number national_identification_number personal_number
        personal_identity_number personal_id personal_id_number identity_number citizen_id
        citizen_number""",
        "str",
        make_person_provider(PERSON_NUMBERS),
    ),
    (
        """ssn social_security_number social_security social_insurance_number""",
        "str",
        make_person_provider({**PERSON_NUMBERS, "MX": show_mexican_number}),
    ),
    (
        "tin taxpayer_id taxpayer_number tax_identification_number personal_tax_id tax_code",
        "str",
        make_person_provider({**TAX_NUMBERS, "US": lambda word, *person: draw_us_firm(word)}),
    ),
    ("personnummer personnr samordningsnummer", "str", _make_own(show_swedish_number)),
    ("nino national_insurance_number ni_number", "str", _make_own(show_british_number)),
    ("versichertennummer", "str", _make_own(show_german_insurance_number)),
    ("steuer_id steueridentifikationsnummer idnr", "str", _make_own(show_german_tax_id)),
    ("insee insee_number nir", "str", _make_own(show_french_number)),
    ("dni nif", "str", _make_own(show_spanish_number)),
    ("curp", "str", _make_own(show_curp)),
    ("rfc", "str", _make_own(show_rfc)),
    ("nss", "str", _make_own(show_mexican_number)),
    ("cpf", "str", _make_own(show_cpf)),
    ("my_number mynumber", "str", _make_own(show_my_number)),
    ("bsn", "str", _make_own(show_dutch_number)),
    (
        """organization_number organisation_number company_number company_registration_number
        registration_number_company business_number company_id_number corporate_number ein
        employer_identification_number""",
        "str",
        provide_firm_number,
    ),
    (
        """drivers_license driver_license driving_license driver_license_number
        drivers_license_number driving_license_number license_id dl_number""",
        "str",
        _make_drawn(draw_driving_license),
    ),
    ("siren", "str", _make_drawn(draw_siren)),
    ("siret", "str", _make_drawn(draw_siret)),
    ("cnpj", "str", _make_drawn(draw_cnpj)),
    ("cif", "str", _make_drawn(draw_spanish_firm)),
)
"""Names of fields and kinds of value, and their providers."""

"""The types of pydantic_extra_types, each found by the name of its class: the package itself is never imported here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from importlib import import_module
from typing import Any

from pytest_fixturegen.nodes import Call, Choice, Converted, Node, View
from pytest_fixturegen.providers import codes, contacts, lifeline, naming, places, web
from pytest_fixturegen.providers.asks import Ask, Provider
from pytest_fixturegen.providers.country_tables import LANGUAGES, NUMERIC, SHORT_NAMES, Country
from pytest_fixturegen.providers.place_facts import Place, home, place_fact
from pytest_fixturegen.providers.views import Named, alone
from pytest_fixturegen.streams import mixed

SAID = frozenset("country currency phone number mobile zone timezone time tz code name latitude longitude lat lng lon".split())
"""Words of a field's name that say what it is, and not whose."""

FAMILIES = {"en": "gmw", "de": "gmw", "nl": "gmw", "sv": "gmq", "da": "gmq", "fr": "roa", "es": "roa", "it": "roa", "ja": "jpx"}
"""The family of a language [ISO 639-5]."""

SCRIPTS = {"ja": "Jpan", "ru": "Cyrl", "uk": "Cyrl", "bg": "Cyrl", "el": "Grek", "ar": "Arab", "he": "Hebr", "zh": "Hans",
    "ko": "Kore", "th": "Thai", "hi": "Deva"}  # fmt: skip
"""The script of a language [ISO 15924], where it is not Latin."""

COLORS = "black white silver red blue green yellow orange purple pink brown beige navy teal olive maroon turquoise gold".split()
CRONS = ("0 * * * *", "*/15 * * * *", "0 3 * * *", "30 6 * * 1", "0 0 1 * *", "0 9 * * 1-5", "5 4 * * 0")
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The digits of a ULID [github.com/ulid/spec]."""


def owner_of(ask: Ask) -> str:
    """Whose place or person a field of a named type shows: ``billing`` for ``billing_country``."""
    owner = "_".join(word for word in ask.name.split("_") if word not in SAID)
    return naming.whose(owner, ask.model, place=True) if owner != ask.name and owner else ""


def plain(serve: Named) -> Provider:
    """What *serve* serves as a text, whatever the field is called."""

    def provide(ask: Ask) -> Node | None:
        node = serve(replace(ask, kind="str"), owner_of(ask))
        return alone(node) if node is not None and ask.several else node

    return provide


def of_country(say: Callable[[Country], str]) -> Provider:
    """A provider that says something of the country."""

    def show(word: int, place: Place) -> str:
        return say(place.country)

    return plain(lambda ask, whose: View(show, (place_fact(ask, whose),)))


def picked(*options: str) -> Provider:
    """A provider of one of *options*."""
    return lambda ask: Choice(options, options)


def texts(draw: Callable[[int], str]) -> Provider:
    """A provider of the texts that *draw* draws."""
    return lambda ask: Call(draw)


def language(place: int, ask: Ask) -> Node:
    """A language, most often that of the data: its code, its long code, its name in English."""
    rows = [row.split("|") for row in LANGUAGES.splitlines()]
    own = [row for row in rows if row[0] == ask.words.language]
    said = tuple(row[place] for row in [*own * (3 * len(rows)), *rows])
    return Choice(said, said)


def by_language(table: dict[str, str], usual: str, ask: Ask) -> Node:
    """What *table* has for the language of the data, and now and then another."""
    said = (*[table.get(ask.words.language, usual)] * 60, *dict.fromkeys((usual, *table.values())))
    return Choice(said, said)


def telephone(ask: Ask) -> Node | None:
    """A number kept for fiction that the library holds for one in use, as the type writes it."""
    library = import_module("phonenumbers")
    asked = replace(ask, kind="str")
    node = contacts.land_line(asked, owner_of(ask))
    sample = contacts.sample(asked)
    if not library.is_valid_number(library.parse(sample)):
        node = contacts.american(asked, owner_of(ask))
    style = getattr(library.PhoneNumberFormat, getattr(ask.kind, "phone_format", "RFC3966"))
    written = Converted(node, None, lambda value: library.format_number(library.parse(value), style)) if node else None
    return alone(written) if written is not None and ask.several else written


def routing(word: int) -> str:
    """Nine digits with a right check digit, of a district that the Federal Reserve has not [ABA]: 15."""
    body = f"15{word % 10**6:06}"
    return body + str(-sum(int(digit) * weight for digit, weight in zip(body, (3, 7, 1) * 3, strict=False)) % 10)


def ulid(now: datetime, word: int) -> str:
    """A ULID of the last year."""
    bits = (
        (lifeline.seconds(now) * 1000 - word % (365 * lifeline.DAY * 1000)) << 80 | mixed(word, 1) << 16 | mixed(word, 2) >> 48
    )
    return "".join(CROCKFORD[bits >> shift & 31] for shift in range(125, -1, -5))


def bucket(word: int) -> str:
    """An object in a store."""
    return f"s3://example-{web.FOLDERS[word & 7]}/{2020 + (word >> 4) % 6}/{web.file_name(word >> 8)}"


def moment(convert: Callable[[float], Any], ask: Ask) -> Node | None:
    """Seconds after 1970 of a moment in the record's life."""
    number = lifeline.teller(lifeline.CREATED, lifeline.seconds(ask.now))
    return View(lambda word, began, pace: convert(number(began, pace)), (lifeline.began_fact(ask), lifeline.pace_fact()))


def degrees(axis: int, ask: Ask) -> Node | None:
    """Latitude or longitude of a point in the city."""
    node = places.degrees(axis, replace(ask, kind="float"), owner_of(ask))
    return alone(node) if node is not None and ask.several else node


def position(ask: Ask) -> Node | None:
    """Both of them, as text reads them and as JSON says them."""
    north, east = (partial(places.shown_degrees, axis) for axis in (places.LATITUDE, places.LONGITUDE))

    def show(word: int, place: Place) -> tuple[float, float]:
        return north(word, place), east(mixed(word, 1), place)

    node = View(show, (place_fact(ask, owner_of(ask)),), lambda pair: {"latitude": pair[0], "longitude": pair[1]})
    return alone(node) if ask.several else node


PROVIDERS: dict[Any, Provider] = {
    "Color": picked(*COLORS),
    "CountryAlpha2": plain(places.alpha2),
    "CountryAlpha3": plain(places.alpha3),
    "CountryNumericCode": of_country(lambda country: NUMERIC[country.alpha2]),
    "CountryShortName": of_country(lambda country: SHORT_NAMES.get(country.alpha2, country.english)),
    "Currency": plain(places.currency),
    "ISO4217": plain(places.currency),
    "TimeZoneName": plain(places.zone),
    "Latitude": partial(degrees, places.LATITUDE),
    "Longitude": partial(degrees, places.LONGITUDE),
    "Coordinate": position,
    "LanguageAlpha2": partial(language, 0),
    "ISO639_3": partial(language, 1),
    "LanguageName": partial(language, 2),
    "ISO639_5": partial(by_language, FAMILIES, "gmw"),
    "ISO_15924": partial(by_language, SCRIPTS, "Latn"),
    "PaymentCardNumber": picked(*codes.CARDS),
    "ABARoutingNumber": texts(routing),
    "IBAN": lambda ask: Call(partial(codes.iban, home(ask.words).alpha2)),
    "ISBN": texts(codes.isbn),
    "PhoneNumber": telephone,
    "MacAddress": texts(web.mac),
    "DomainStr": texts(web.domain),
    "S3Path": texts(bucket),
    "MimeType": picked(*web.TYPES),
    "ObjectId": texts(partial(web.hexadecimal, 24)),
    "CronStr": picked(*CRONS),
    "Version": texts(web.version),
    "ULID": lambda ask: Call(partial(ulid, ask.now)),
    "Number": partial(moment, float),
    "Integer": partial(moment, int),
}
"""By the name of the class, or of the one that its library makes.

What is not here, such as Pendulum's moments, is drawn as what it is made of."""

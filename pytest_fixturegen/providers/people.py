"""People: their names, and what is said of them. All of one record speaks of one person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from pytest_fixturegen.nodes import Node, View
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.job_titles import JOBS
from pytest_fixturegen.providers.local_trade import local
from pytest_fixturegen.providers.persons import (
    FAMILY_FIRST,
    First,
    Last,
    first_fact,
    first_names,
    last_fact,
    last_names,
    lengths,
)
from pytest_fixturegen.providers.prose_words import ADJECTIVES, NOUNS
from pytest_fixturegen.providers.views import Table, drawing, owned, shown, table, told

SHARING = frozenset({"contact", "profile", "account", "contact_info", "contact_details"})
"""Fields whose model speaks of the person of the record around it."""

PREFIXES = {
    "en": (("Ms.", "Mrs.", "Ms.", "Dr."), ("Mr.", "Mr.", "Mr.", "Dr.")),
    "de": (("Frau",), ("Herr",)),
    "fr": (("Mme",), ("M.",)),
    "es": (("Sra.",), ("Sr.",)),
    "it": (("Sig.ra",), ("Sig.",)),
    "nl": (("mevr.",), ("dhr.",)),
    "sv": (("Fru", "Dr"), ("Herr", "Dr")),
    "ja": (("様",), ("様",)),
}
"""What stands before the name of a woman and of a man; of those that are missing, what English says."""

ROLES = """author editor writer speaker organizer instructor teacher mentor owner reviewer assignee reporter supervisor manager
    doctor physician artist director composer cardholder account_holder sender recipient requester approver attendee
    participant guest created_by updated_by modified_by approved_by assigned_to reported_by signed_by uploaded_by"""
"""Fields that name a person other than the one of their record."""

SEXES = {
    "en": ("female woman girl f", "male man boy m"),
    "de": ("weiblich frau w", "männlich mann"),
    "fr": ("femme", "homme"),
    "es": ("mujer femenino", "hombre masculino"),
    "it": ("femmina donna", "maschio uomo"),
    "nl": ("vrouw", "man"),
    "sv": ("kvinna", "man"),
    "ja": ("女性", "男性"),
}
"""How women and men are called: the first word is what is said, where a language is missing in English; in closed lists every
word of every language is understood.
"""

UNDERSTOOD = tuple(frozenset(" ".join(words).split()) for words in zip(*SEXES.values(), strict=True))


def first_name(ask: Ask, whose: str) -> Node | None:
    """The person's given name."""
    return told(ask, _first, first_fact(ask, whose))


def _first(word: int, first: First) -> str:
    return first[0]


def last_name(ask: Ask, whose: str) -> Node | None:
    """The person's family name, as a woman or a man has it."""
    if any(last.female != last.male for last in last_names(ask.words)):
        return shown(ask, _last, first_fact(ask, whose), last_fact(ask, whose))
    return told(ask, _only_last, last_fact(ask, whose))


def _last(word: int, first: First, last: Last) -> str:
    return last[first[2]]


def _only_last(word: int, last: Last) -> str:
    return last[0]


def full_name(ask: Ask, whose: str) -> Node | None:
    """Both names, in the order of the locale."""
    space = FAMILY_FIRST.get(ask.words.language)
    show = _given_first if space is None else partial(_family_first, space)
    facts = first_fact(ask, whose), last_fact(ask, whose)
    whole = shown(ask, show, *facts, lengths=lengths(ask.words, len(space or " "), 0))
    return whole or (shown(ask, _short, *facts) if space is None else None)


def role_name(ask: Ask, whose: str) -> Node | None:
    """The name of another person, whom the field itself names."""
    return full_name(ask, owned(whose, ask.name.removeprefix(f"{whose}_")))


def _short(word: int, first: First, last: Last) -> str:
    return f"{first[0][0]}. {last[first[2]]}"


def _given_first(word: int, first: First, last: Last) -> str:
    return f"{first[0]} {last[first[2]]}"


def _family_first(space: str, word: int, first: First, last: Last) -> str:
    return f"{last[first[2]]}{space}{first[0]}"


def middle_name(ask: Ask, whose: str) -> Node | None:
    """A second given name of the same sex."""
    names = first_names(ask.words)
    sexes = tuple(tuple(name.shown for name in names if name.sex == sex) for sex in (0, 1))
    return shown(ask, partial(_of_sex, sexes), first_fact(ask, whose))


def _of_sex(sexes: tuple[tuple[str, ...], ...], word: int, first: First) -> str:
    options = sexes[first[2]]
    return options[word * len(options) >> 64]


def prefix(ask: Ask, whose: str) -> Node | None:
    """How the person is addressed."""
    said = PREFIXES.get(ask.words.language, PREFIXES["en"])
    return shown(ask, partial(_of_sex, said), first_fact(ask, whose))


def suffix(ask: Ask, whose: str) -> Node | None:
    """What follows a name."""
    return text.pool(("Jr.", "Sr.", "II", "III", "PhD", "MD"), ask.rules)


def gender(ask: Ask, whose: str) -> Node | None:
    """What the given name says."""
    words = SEXES.get(ask.words.language, SEXES["en"])
    said = tuple((each.split()[0],) for each in (words if (ask.rules.max_length or 9) > 1 else ("F", "M")))
    return shown(ask, partial(_of_sex, said), first_fact(ask, whose))


def sex(ask: Ask, values: Sequence[Any], json: Sequence[Any]) -> Node | None:
    """That one of *values* which the given name says; of sixteen people one has another, if there are others."""
    if ask.name not in ("sex", "gender") or ask.several:
        return None
    said = [{str(text).lower(), str(getattr(value, "name", "")).lower()} for value, text in zip(values, json, strict=True)]
    own = [place for known in UNDERSTOOD for place, words in enumerate(said) if words & known]
    if len(own) != len(UNDERSTOOD):
        return None
    others = [place for place in range(len(values)) if place not in own]

    def show(word: int, first: First) -> Any:
        return values[others[(word >> 8) % len(others)] if others and word % 16 == 0 else own[first.sex]]

    written = [(value, text) for value, text in zip(values, json, strict=True) if value is not text]
    return View(show, (first_fact(ask, ""),), partial(_written, written) if written else None)


def _written(pairs: Sequence[tuple[Any, Any]], value: Any) -> Any:
    return next((text for each, text in pairs if each is value), value)


def nickname(ask: Ask, whose: str) -> Node | None:
    """What friends call the person."""
    return shown(ask, _nickname, first_fact(ask, whose), last_fact(ask, whose))


def _nickname(word: int, first: First, last: Last) -> str:
    return first[0] if word & 1 else f"{first[0]}{last[0][0]}"


def initials(ask: Ask, whose: str) -> Node | None:
    """The first letters of both names."""
    return shown(ask, _initials, first_fact(ask, whose), last_fact(ask, whose))


def _initials(word: int, first: First, last: Last) -> str:
    return first[0][0] + last[first[2]][0]


def job_title(ask: Ask, whose: str) -> Node | None:
    """What somebody works as."""
    listed = tuple(map(str, ask.words.entries("job", "jobs"))) if ask.words.language != "en" else ()
    return text.pool(listed or local(ask.words.language, "job", JOBS), ask.rules)


def passphrase(word: int) -> str:
    """A passphrase that nobody uses."""
    first, second = ADJECTIVES[word % len(ADJECTIVES)], NOUNS[(word >> 16) % len(NOUNS)]
    return f"{first.capitalize()}-{second.capitalize()}-{(word >> 32) % 9000 + 1000}!"


def social_security_number(word: int) -> str:
    """A number that was never given out: its middle part is 00 [SSA POMS RM 10201.035]."""
    return f"9{word % 100:02}-00-{(word >> 16) % 9999 + 1:04}"


def marital_status(ask: Ask, whose: str) -> Node | None:
    """How somebody lives."""
    return text.pool(("single", "married", "divorced", "widowed"), ask.rules)


def blood_type(ask: Ask, whose: str) -> Node | None:
    """One of the eight."""
    return text.pool(("A+", "A-", "B+", "B-", "AB+", "AB-", "O+", "O-"), ask.rules)


NAMES: Table = table(
    ("first_name firstname given_name forename fname", "str", first_name),
    ("last_name lastname surname family_name lname", "str", last_name),
    ("full_name fullname real_name legal_name person_name display_name owner_name cardholder_name", "str", full_name),
    (ROLES, "str", role_name),
    ("middle_name second_name", "str", middle_name),
    ("prefix salutation honorific name_prefix", "str", prefix),
    ("name_suffix", "str", suffix),
    ("gender sex", "str", gender),
    ("nickname nick_name alias preferred_name", "str", nickname),
    ("initials", "str", initials),
    ("job_title job occupation profession job_position position_title", "str", job_title),
    ("password passphrase passwd", "str", drawing(passphrase)),
    ("ssn social_security_number social_security", "str", drawing(social_security_number)),
    ("marital_status civil_status", "str", marital_status),
    ("blood_type blood_group", "str", blood_type),
)
"""Names of fields and kinds of value, and who serves them."""

"""What a thing is called, by the noun in the name of the field or of its class."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pytest_fixturegen.providers import field_names
from pytest_fixturegen.providers.facets.word_tables import parse_table
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.record_outline import list_name_words

NAME_ENDINGS = ("name", "title", "label", "names", "titles")

OWNED_NOUNS = frozenset(
    """airport album arena bank board book branch bridge bucket building campaign channel charity
    clinic cluster college community course database depot device environment equipment
    facility farm festival folder forum game garden harbor hospital hotel lab laboratory lake
    league library machine mission mountain movie museum network office park playlist port
    process program project queue repo repository restaurant river school sensor server
    service ship shop site song sport stadium station stop store team theater tool topic track
    tournament trail university venue vessel village warehouse winery workspace""".split()
)
"""Nouns that name a thing after other words, too: ``home_team``, ``pickup_station``."""

WHOLE_NOUNS = frozenset(
    """access answer card check component config event exam fee field form goal group index item
    job key layer lesson level list location market material meeting metric model name network
    note notification offer operation option page parameter part phase plan policy procedure
    process property provider reading region report request result role room route rule sample
    section segment setting shift source stage step strategy subject table target test theme
    ticket unit user value variable version view zone""".split()
)
"""Nouns that name no thing if they are the whole name of a field."""

NAME_ADJECTIVES = frozenset(
    """short long full display common official internal public original local new old current
    previous preferred""".split()
)
"""Words before ``name`` that are no noun."""

FIRST_ENDS = frozenset(
    "home origin from start departure source pickup old sender buyer winner first local".split()
)
LAST_ENDS = frozenset(
    """away destination to end arrival target dropoff new receiver seller loser second visiting
    visitor opponent return""".split()
)
"""Words for one end of something, and for the other one."""

MIN_PAIR_NAMES = 6
"""The names that a thing needs for its two ends to have different ones."""

SPORT_WORDS = frozenset("match league fixture goal score club coach standing season sport".split())
"""Words of records in which a team plays."""


@lru_cache(maxsize=1)
def load_names() -> Mapping[str, tuple[str, ...]]:
    """Return the names of things, by noun."""
    from pytest_fixturegen.providers.facets.thing_names import NAMES

    return parse_table(NAMES)


@lru_cache(maxsize=1)
def load_titles() -> Mapping[str, tuple[str, ...]]:
    """Return the titles of things, by noun."""
    from pytest_fixturegen.providers.facets.thing_names import TITLES

    return parse_table(TITLES)


def list_names(context: FieldContext) -> tuple[str, ...]:
    """Return names of what the field speaks of; () if no table knows it.

    Two ends of something have different names: an ``origin_port`` is no ``destination_port``.
    """
    options = _find_options(context, load_names(), {})
    words = set(context.name.split("_"))
    if len(options) < MIN_PAIR_NAMES or words.isdisjoint(FIRST_ENDS | LAST_ENDS):
        return options
    return options[int(not words.isdisjoint(LAST_ENDS)) :: 2]


def list_titles(context: FieldContext) -> tuple[str, ...]:
    """Return titles of what the field speaks of; () if no table knows it."""
    return _find_options(context, load_titles(), load_names())


def _find_options(
    context: FieldContext,
    table: Mapping[str, tuple[str, ...]],
    other: Mapping[str, tuple[str, ...]],
) -> tuple[str, ...]:
    if context.vocabulary.language != "en":
        return ()
    for noun in _list_nouns(context):
        if noun == "team" and not SPORT_WORDS.isdisjoint(list_name_words(context.record)):
            return load_names()["team_sports"]
        if noun in table or noun in other:
            return table.get(noun) or other[noun]
    return ()


def find_noun(context: FieldContext) -> str:
    """Return the noun of a thing that no table knows, with a capital; "" if nothing is found."""
    if context.vocabulary.language != "en" or not context.name.endswith(NAME_ENDINGS):
        return ""
    noun = _list_nouns(context)[-1]
    is_plain = noun.isalpha() and noun.isascii() and len(noun) > MIN_NOUN_LENGTH
    return noun.capitalize() if is_plain else ""


MIN_NOUN_LENGTH = 3
"""The letters of an abbreviation, which is no noun."""


def is_named_noun(noun: str, *, is_owned: bool) -> bool:
    """Return whether *noun* alone, or *is_owned* by the words before it, names a thing."""
    return noun in OWNED_NOUNS if is_owned else noun not in WHOLE_NOUNS


def _list_nouns(context: FieldContext) -> list[str]:
    """Return the words before "name", the closest first; without any, the noun of the class."""
    words = context.name.split("_")
    if words[-1] in NAME_ENDINGS:
        words = [word for word in words[:-1] if word not in NAME_ADJECTIVES]
    if not words:
        return [field_names.find_noun(context.model)]
    last = words[-1]
    return ["_".join(words), last, field_names.to_singular(last) or last]

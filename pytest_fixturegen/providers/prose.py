"""What people write: sentences, headlines, biographies, names of things. In English, of pieces that were written by hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from pytest_fixturegen.nodes import Call, Fact, Integer, Node
from pytest_fixturegen.providers import naming, text
from pytest_fixturegen.providers import prose_words as words
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.local_prose import PROSE
from pytest_fixturegen.providers.local_trade import local
from pytest_fixturegen.providers.phrases import ALL, Phrases, Topics, composed, lexicon, sentences
from pytest_fixturegen.providers.views import Named, Table, drawn, owned, shown, table
from pytest_fixturegen.providers.vocabulary import Vocabulary

SHORTEST = 24
"""Characters in which a sentence can be said."""

TOPICS: dict[str, Topics] = {
    **dict.fromkeys(("order", "shipment", "delivery", "parcel", "return", "invoice"), (0, 7)),
    **dict.fromkeys(("task", "project", "team", "milestone", "todo"), (1,)),
    **dict.fromkeys(("event", "meeting", "session", "course", "appointment"), (2,)),
    **dict.fromkeys(("booking", "hotel", "trip", "room", "place", "reservation", "location"), (4,)),
    **dict.fromkeys(("ticket", "issue", "bug", "release", "app", "feature"), (5, 7)),
    **dict.fromkeys(naming.GOODS | {"review"}, (3,)),
    **dict.fromkeys(naming.PEOPLE, (6,)),
}
"""What models of these nouns are about; the others are about anything."""


def written(low: int, high: int, topics: Topics | None = None) -> Named:
    """A provider of sentences, *low* to *high* characters unless the rules ask for others."""

    def serve(ask: Ask, whose: str) -> Node | None:
        rules = ask.rules
        room = rules.max_length if rules.max_length is not None else max(high, (rules.min_length or 0) + 60)
        least = max(low if room >= low else 0, rules.min_length or 0)
        most = min(room, max(high, least + 60))
        if rules.pattern is not None or rules.lower or rules.upper or most < max(least, SHORTEST):
            return None
        about = topics or TOPICS.get(naming.noun_of(ask.model), ALL)
        return Call(sentences(ask.words, least, most, about, plain=rules.ascii_only))

    return serve


def headline(ask: Ask, whose: str) -> Node | None:
    """Three to six words with a capital; fewer where there is less room."""
    fact = Fact(owned(whose, "headline"), Integer(0, (1 << 64) - 1))
    if ask.several:
        return drawn(ask, headlines(ask.words)) or drawn(ask, phrase_of(ask.words, 2))
    return shown(ask, _said(headlines(ask.words)), fact) or shown(ask, _said(phrase_of(ask.words, 2)), fact)


def _said(phrases: Phrases) -> Callable[[int, int], str]:
    """What *phrases* say of a fact."""
    return lambda word, fact: phrases(fact)


@lru_cache(maxsize=32)
def headlines(vocabulary: Vocabulary) -> Phrases:
    """Headlines of the locale."""
    known = PROSE.get(vocabulary.language)
    if known:
        return composed(known.starts, [f"{known.space}{end}" for end in known.ends], 0, 80)
    if vocabulary.language != "en":
        return phrase_of(vocabulary, 3)
    return composed(words.HEAD_STARTS, [f" {end}" for end in words.HEAD_ENDS], 0, 80)


def biography(ask: Ask, whose: str) -> Node | None:
    """What somebody says of themselves in a line or two."""
    if ask.words.language != "en":
        return written(20, 160, TOPICS["person"])(ask, whose)
    heads = [f"{role}." for role in words.BIO_ROLES] + [f"{role} and {role2.lower()}." for role, role2 in _pairs()]
    loves = [f" {one}" for one in words.BIO_LOVES]
    tails = [*loves, *(f"{one}{two}" for one in loves for two in loves if one != two)]
    high = min(ask.rules.max_length or 160, 160)
    low = ask.rules.min_length or 0
    made = composed(heads, tails, max(low, min(40, high)), high)
    if len(made.heads) < 4 or ask.rules.pattern is not None or ask.rules.lower or ask.rules.upper:
        return written(30, 160)(ask, whose)
    return Call(made)


def _pairs() -> list[tuple[str, str]]:
    return [(one, two) for place, one in enumerate(words.BIO_ROLES) for two in words.BIO_ROLES[place + 1 :: 5]]


def thing_name(ask: Ask, whose: str) -> Node | None:
    """The name of something: two words with capitals, or one."""
    known = PROSE.get(ask.words.language)
    said = composed(("",), known.names, 0, 99) if known else phrase_of(ask.words, 2, capital=True)
    if ask.several:
        return drawn(ask, said) or _one_word(ask)
    about = "name" if ask.name == "title" else ask.name
    fact = Fact(owned(whose, f"{about}_called"), Integer(0, (1 << 64) - 1))
    return shown(ask, _said(said), fact) or _one_word(ask)


def plain_word(ask: Ask, whose: str) -> Node | None:
    """One word, in small letters where the language has them."""
    return _one_word(ask)


def _one_word(ask: Ask) -> Node | None:
    firsts, seconds = lexicon(ask.words)
    return text.pool(tuple(word for word in (*seconds, *firsts) if len(word) > 2 or not word.isascii()), ask.rules)


def label(ask: Ask, whose: str) -> Node | None:
    """One word to sort things by."""
    tags = words.TAGS if ask.words.language == "en" else local(ask.words.language, "tag", ())
    return text.pool(tags, ask.rules) if tags else _one_word(ask)


@lru_cache(maxsize=64)
def phrase_of(vocabulary: Vocabulary, count: int, *, capital: bool = False) -> Phrases:
    """Two or three words in a row: the first with a capital, or each."""
    firsts, seconds = lexicon(vocabulary)
    more = firsts if count == 2 else [f"{first} {firsts[place * 7 % len(firsts)]}" for place, first in enumerate(firsts)]
    ends = [_capital(second) for second in seconds] if capital else seconds
    return composed([_capital(first) for first in more], [f" {end}" for end in ends], 0, 99)


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


NAMES: Table = table(
    (
        "description summary details overview abstract excerpt synopsis desc short_description long_description",
        "str",
        written(40, 160),
    ),
    ("comment note notes message remarks remark feedback review review_text comments instructions", "str", written(40, 130)),
    ("text reply answer response reason caption explanation observation memo quote", "str", written(40, 130)),
    ("body content article_body post_body message_body html markdown story", "str", written(90, 320)),
    ("question", "str", written(30, 90)),
    ("bio biography about about_me profile_text introduction", "str", biography),
    ("headline subject heading post_title article_title subtitle tagline slogan", "str", headline),
    ("word", "str", plain_word),
    ("label keyword tag tag_name topic hashtag interest skill hobby", "str", label),
    ("table_name class_name field_name tool_name project_name team_name group_name", "str", thing_name),
    ("event_title event_name project team channel_name list_name course_name campaign campaign_name", "str", thing_name),
)
"""Names of fields and kinds of value, and who serves them."""

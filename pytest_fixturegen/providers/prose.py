"""What people write: sentences, headlines, biographies, names of things. In English, of pieces that were written by hand."""

from __future__ import annotations

from functools import lru_cache

from pytest_fixturegen.nodes import Call, Node
from pytest_fixturegen.providers import prose_words as words
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.phrases import Phrases, composed, lexicon, sentences
from pytest_fixturegen.providers.views import Named, Table, drawn, table
from pytest_fixturegen.providers.vocabulary import Vocabulary


def written(low: int, high: int) -> Named:
    """A provider of sentences, *low* to *high* characters unless the rules ask for others."""

    def serve(ask: Ask, whose: str) -> Node | None:
        rules = ask.rules
        least = (
            max(low, rules.min_length or 0) if rules.max_length is None or rules.max_length >= low else rules.min_length or 0
        )
        most = max(high, least + 60) if rules.max_length is None else min(rules.max_length, max(high, least + 60))
        if rules.pattern is not None or most < least or most < 24 or rules.lower or rules.upper:
            return None
        return Call(sentences(ask.words, least, most, plain=rules.ascii_only))

    return serve


def headline(ask: Ask, whose: str) -> Node | None:
    """Three to six words with a capital; fewer where there is less room."""
    if ask.words.language != "en":
        return drawn(ask, _capital(phrase_of(ask.words, 3))) or drawn(ask, _capital(phrase_of(ask.words, 2)))
    whole = composed(words.HEAD_STARTS, [f" {end}" for end in words.HEAD_ENDS], 0, 80)
    return drawn(ask, whole) or drawn(ask, _capital(phrase_of(ask.words, 2)))


def biography(ask: Ask, whose: str) -> Node | None:
    """What somebody says of themselves in a line or two."""
    if ask.words.language != "en":
        return written(30, 160)(ask, whose)
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
    """The name of something: one to three words with capitals."""
    made = phrase_of(ask.words, 2)
    return drawn(ask, lambda word: made(word).title() if made(word).isascii() else made(word)) or _one_word(ask)


def plain_word(ask: Ask, whose: str) -> Node | None:
    """One word, in small letters where the language has them."""
    return _one_word(ask)


def _one_word(ask: Ask) -> Node | None:
    firsts, seconds = lexicon(ask.words)
    return text.pool(tuple(word for word in (*seconds, *firsts) if len(word) > 2 or not word.isascii()), ask.rules)


def label(ask: Ask, whose: str) -> Node | None:
    """One word to sort things by."""
    return text.pool(words.TAGS, ask.rules) if ask.words.language == "en" else _one_word(ask)


@lru_cache(maxsize=64)
def phrase_of(vocabulary: Vocabulary, count: int) -> Phrases:
    """Two or three words in a row."""
    firsts, seconds = lexicon(vocabulary)
    heads = firsts if count == 2 else [f"{first} {firsts[place * 7 % len(firsts)]}" for place, first in enumerate(firsts)]
    return composed(heads, [f" {second}" for second in seconds], 0, 99)


class _capital:  # noqa: N801 - reads as a function
    """What *draw* draws, with a capital first."""

    def __init__(self, draw: Phrases) -> None:
        self.draw = draw

    def __call__(self, word: int) -> str:
        drawn = self.draw(word)
        return drawn[:1].upper() + drawn[1:]


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

"""What people write: sentences, headlines, biographies, names of things. In English, of pieces that were written by hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from pytest_fixturegen.nodes import Call, Fact, Integer, Node
from pytest_fixturegen.providers import field_names, text
from pytest_fixturegen.providers.data import prose_words as words
from pytest_fixturegen.providers.data.local_prose import LOCAL_PROSE
from pytest_fixturegen.providers.data.local_trade import find_local_words
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    build_draw_node,
    build_table,
    build_text_view,
    format_fact_name,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.phrases import (
    ALL_TOPICS,
    PhraseSampler,
    Topics,
    build_sentences,
    compose_phrases,
    list_phrase_words,
)
from pytest_fixturegen.providers.vocabulary import Vocabulary

MIN_SENTENCE_LENGTH = 24
"""Characters in which a sentence can be said."""

NOUN_TOPICS: dict[str, Topics] = {
    **dict.fromkeys(("order", "shipment", "delivery", "parcel", "return", "invoice"), (0, 7)),
    **dict.fromkeys(("task", "project", "team", "milestone", "todo"), (1,)),
    **dict.fromkeys(("event", "meeting", "session", "course", "appointment"), (2,)),
    **dict.fromkeys(("booking", "hotel", "trip", "room", "place", "reservation", "location"), (4,)),
    **dict.fromkeys(("ticket", "issue", "bug", "release", "app", "feature"), (5, 7)),
    **dict.fromkeys(field_names.PRODUCT_NOUNS | {"review"}, (3,)),
    **dict.fromkeys(field_names.PERSON_NOUNS, (6,)),
}
"""What models of these nouns are about; the others are about anything."""


def make_sentence_provider(low: int, high: int, topics: Topics | None = None) -> NamedProvider:
    """A provider of sentences, *low* to *high* characters unless the rules ask for others."""

    def provide_sentences(context: FieldContext, owner: str) -> Node | None:
        rules = context.constraints
        room = (
            rules.max_length
            if rules.max_length is not None
            else max(high, (rules.min_length or 0) + 60)
        )
        least = max(low if room >= low else 0, rules.min_length or 0)
        most = min(room, max(high, least + 60))
        if (
            rules.pattern is not None
            or rules.lower
            or rules.upper
            or most < max(least, MIN_SENTENCE_LENGTH)
        ):
            return None
        about = topics or NOUN_TOPICS.get(field_names.find_noun(context.model), ALL_TOPICS)
        return Call(
            build_sentences(context.vocabulary, least, most, about, ascii_only=rules.ascii_only)
        )

    return provide_sentences


def provide_headline(context: FieldContext, owner: str) -> Node | None:
    """Three to six words with a capital; fewer where there is less room."""
    fact = Fact(format_fact_name(owner, "headline"), Integer(0, (1 << 64) - 1))
    if context.is_item:
        return build_draw_node(context, build_headlines(context.vocabulary)) or build_draw_node(
            context, build_short_phrase(context.vocabulary, 2)
        )
    return build_text_view(
        context, _make_phrase_view(build_headlines(context.vocabulary)), fact
    ) or build_text_view(
        context, _make_phrase_view(build_short_phrase(context.vocabulary, 2)), fact
    )


def _make_phrase_view(phrases: PhraseSampler) -> Callable[[int, int], str]:
    """What *phrases* say of a fact."""
    return lambda word, fact: phrases(fact)


@lru_cache(maxsize=32)
def build_headlines(vocabulary: Vocabulary) -> PhraseSampler:
    """Headlines of the locale."""
    known = LOCAL_PROSE.get(vocabulary.language)
    if known:
        return compose_phrases(
            known.headline_starts,
            [f"{known.word_separator}{end}" for end in known.headline_ends],
            0,
            80,
        )
    if vocabulary.language != "en":
        return build_short_phrase(vocabulary, 3)
    return compose_phrases(words.HEADLINE_STARTS, [f" {end}" for end in words.HEADLINE_ENDS], 0, 80)


def provide_biography(context: FieldContext, owner: str) -> Node | None:
    """What somebody says of themselves in a line or two."""
    if context.vocabulary.language != "en":
        return make_sentence_provider(20, 160, NOUN_TOPICS["person"])(context, owner)
    heads = [f"{role}." for role in words.BIO_ROLES] + [
        f"{role} and {role2.lower()}." for role, role2 in _list_role_pairs()
    ]
    loves = [f" {one}" for one in words.BIO_INTERESTS]
    tails = [*loves, *(f"{one}{two}" for one in loves for two in loves if one != two)]
    high = min(context.constraints.max_length or 160, 160)
    low = context.constraints.min_length or 0
    made = compose_phrases(heads, tails, max(low, min(40, high)), high)
    if (
        len(made.heads) < 4
        or context.constraints.pattern is not None
        or context.constraints.lower
        or context.constraints.upper
    ):
        return make_sentence_provider(30, 160)(context, owner)
    return Call(made)


def _list_role_pairs() -> list[tuple[str, str]]:
    return [
        (one, two)
        for place, one in enumerate(words.BIO_ROLES)
        for two in words.BIO_ROLES[place + 1 :: 5]
    ]


def provide_thing_name(context: FieldContext, owner: str) -> Node | None:
    """The name of something: two words with capitals, or one."""
    known = LOCAL_PROSE.get(context.vocabulary.language)
    said = (
        compose_phrases(("",), known.thing_names, 0, 99)
        if known
        else build_short_phrase(context.vocabulary, 2, with_capitals=True)
    )
    if context.is_item:
        return build_draw_node(context, said) or _provide_single_word(context)
    about = "name" if context.name == "title" else context.name
    fact = Fact(format_fact_name(owner, f"{about}_called"), Integer(0, (1 << 64) - 1))
    return build_text_view(context, _make_phrase_view(said), fact) or _provide_single_word(context)


def provide_word(context: FieldContext, owner: str) -> Node | None:
    """One word, in small letters where the language has them."""
    return _provide_single_word(context)


def _provide_single_word(context: FieldContext) -> Node | None:
    firsts, seconds = list_phrase_words(context.vocabulary)
    return text.build_text_pool(
        tuple(word for word in (*seconds, *firsts) if len(word) > 2 or not word.isascii()),
        context.constraints,
    )


def provide_label(context: FieldContext, owner: str) -> Node | None:
    """One word to sort things by."""
    tags = (
        words.TAGS
        if context.vocabulary.language == "en"
        else find_local_words(context.vocabulary.language, "tag", ())
    )
    return (
        text.build_text_pool(tags, context.constraints) if tags else _provide_single_word(context)
    )


@lru_cache(maxsize=64)
def build_short_phrase(
    vocabulary: Vocabulary, word_count: int, *, with_capitals: bool = False
) -> PhraseSampler:
    """Two or three words in a row: the first with a capital, or each."""
    firsts, seconds = list_phrase_words(vocabulary)
    more = (
        firsts
        if word_count == 2
        else [f"{first} {firsts[place * 7 % len(firsts)]}" for place, first in enumerate(firsts)]
    )
    ends = [_capitalize_first(second) for second in seconds] if with_capitals else seconds
    return compose_phrases(
        [_capitalize_first(first) for first in more], [f" {end}" for end in ends], 0, 99
    )


def _capitalize_first(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


NAMES: ProviderTable = build_table(
    (
        "description summary details overview abstract excerpt synopsis desc short_description long_description",
        "str",
        make_sentence_provider(40, 160),
    ),
    (
        "comment note notes message remarks remark feedback review review_text comments instructions",
        "str",
        make_sentence_provider(40, 130),
    ),
    (
        "text reply answer response reason caption explanation observation memo quote",
        "str",
        make_sentence_provider(40, 130),
    ),
    (
        "body content article_body post_body message_body html markdown story",
        "str",
        make_sentence_provider(90, 320),
    ),
    ("question", "str", make_sentence_provider(30, 90)),
    ("bio biography about about_me profile_text introduction", "str", provide_biography),
    (
        "headline subject heading post_title article_title subtitle tagline slogan",
        "str",
        provide_headline,
    ),
    ("word", "str", provide_word),
    ("label keyword tag tag_name topic hashtag interest skill hobby", "str", provide_label),
    (
        "table_name class_name field_name tool_name project_name team_name group_name",
        "str",
        provide_thing_name,
    ),
    (
        "event_title event_name project team channel_name list_name course_name campaign campaign_name",
        "str",
        provide_thing_name,
    ),
)
"""Names of fields and kinds of value, and who serves them."""

"""Prose: sentences, headlines, biographies and names of things.

English prose is composed of pieces written by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import permutations

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Call, Fact, Integer, Node
from pytest_fixturegen.providers import field_names, text
from pytest_fixturegen.providers.data import prose_words as words
from pytest_fixturegen.providers.data.all_prose import find_prose
from pytest_fixturegen.providers.data.local_trade import find_local_words
from pytest_fixturegen.providers.facets import names
from pytest_fixturegen.providers.facets.registers import build_register_node
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    build_draw_node,
    build_table,
    build_text_view,
    find_first_node,
    format_fact_name,
)
from pytest_fixturegen.providers.fact_pins import TEXT_PIN, make_phrase_show
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
"""Characters that a sentence needs."""

MAX_BIOGRAPHY_LENGTH = 160

HOBBY_WORDS = frozenset("hobby hobbies interest interests pastime".split())
"""Words in names of what people like to do."""

NOUN_TOPICS: dict[str, Topics] = {
    **dict.fromkeys(("order", "shipment", "delivery", "parcel", "return", "invoice"), (0, 7)),
    **dict.fromkeys(("task", "project", "team", "milestone", "todo"), (1,)),
    **dict.fromkeys(("event", "meeting", "session", "course", "appointment"), (2,)),
    **dict.fromkeys(("booking", "hotel", "trip", "room", "place", "reservation", "location"), (4,)),
    **dict.fromkeys(("ticket", "issue", "bug", "release", "app", "feature"), (5, 7)),
    **dict.fromkeys(field_names.PRODUCT_NOUNS | {"review"}, (3,)),
    **dict.fromkeys(field_names.PERSON_NOUNS, (6,)),
}
"""Topics of the sentences of a model, by the noun of its name. Other models use all topics."""


# Sentences


def make_sentence_provider(
    low: int,
    high: int,
    topics: Topics | None = None,
) -> NamedProvider:
    """Return a provider of sentences, of *low* to *high* characters without other constraints."""

    def provide_sentences(context: FieldContext, owner: str) -> Node | None:
        """Return a node of sentences; None if the field has a pattern, a case, or no room.

        Without given topics, the noun of the model decides what the sentences are about.
        """
        constraints = context.constraints
        if _has_pattern_or_case(constraints):
            return None
        least, most = _find_sentence_lengths(constraints, low, high)
        if most < max(least, MIN_SENTENCE_LENGTH):
            return None
        about = topics or NOUN_TOPICS.get(field_names.find_noun(context.model), ALL_TOPICS)
        sampler = build_sentences(
            context.vocabulary, least, most, about, ascii_only=constraints.ascii_only
        )
        node = None if topics else build_register_node(context, least, most, sampler)
        return node or Call(sampler)

    return provide_sentences


def _has_pattern_or_case(constraints: Constraints) -> bool:
    """Return whether the field has a pattern, or converts its text to one case."""
    return constraints.pattern is not None or constraints.lower or constraints.upper


def _find_sentence_lengths(
    constraints: Constraints,
    low: int,
    high: int,
) -> tuple[int, int]:
    """Return the lengths of a text that is usually *low* to *high* characters long."""
    min_length = constraints.min_length or 0
    room = max(high, min_length + 60)
    if constraints.max_length is not None:
        room = constraints.max_length
    least = max(low if room >= low else 0, min_length)
    most = min(room, max(high, least + 60))
    return least, most


# Headlines and names


def provide_headline(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a headline: three to six words, fewer if there is less room."""
    titles = names.list_titles(context)
    known = (compose_phrases(("",), titles, 0, 99),) if titles else ()
    samplers = (
        *known,
        build_headlines(context.vocabulary),
        build_short_phrase(context.vocabulary, 2),
    )
    if context.is_item:
        return find_first_node(build_draw_node(context, sampler) for sampler in samplers)
    fact = _build_word_fact(owner, "headline")
    return find_first_node(_build_phrase_view(context, sampler, fact) for sampler in samplers)


def _build_word_fact(owner: str, name: str) -> Fact:
    """Return a fact of 64 random bits, which pick the same phrase wherever it is shown."""
    return Fact(
        format_fact_name(owner, name),
        Integer(0, (1 << 64) - 1),
    )


def _build_phrase_view(
    context: FieldContext,
    phrases: PhraseSampler,
    fact: Fact,
) -> Node | None:
    """Return a view of the phrase that *fact* picks; the word of the field itself is ignored."""
    return build_text_view(
        context,
        make_phrase_show(phrases),
        fact,
        pin=TEXT_PIN,
    )


@lru_cache(maxsize=32)
def build_headlines(vocabulary: Vocabulary) -> PhraseSampler:
    """Return the sampler of headlines of the locale."""
    prose = find_prose(vocabulary.language)
    if prose is None:
        endings = [f" {ending}" for ending in words.HEADLINE_ENDS]
        return compose_phrases(words.HEADLINE_STARTS, endings, 0, 80)
    endings = [f"{prose.word_separator}{ending}" for ending in prose.headline_ends]
    return compose_phrases(prose.headline_starts, endings, 0, 80)


def provide_thing_name(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the name of a thing: two words with capitals, or one word."""
    prose = find_prose(context.vocabulary.language)
    known = names.list_names(context)
    if known:
        phrases = compose_phrases(("",), known, 0, 99)
    elif names.find_noun(context):
        noun = f" {names.find_noun(context)}"
        phrases = compose_phrases(
            words.NAME_WORDS,
            (noun,),
            0,
            99,
        )
    elif prose:
        phrases = compose_phrases(
            ("",),
            prose.thing_names,
            0,
            99,
        )
    else:
        phrases = build_short_phrase(context.vocabulary, 2, with_capitals=True)
    if context.is_item:
        return build_draw_node(context, phrases) or _provide_single_word(context)
    about = "name" if context.name == "title" else context.name
    fact = _build_word_fact(owner, f"{about}_called")
    return _build_phrase_view(context, phrases, fact) or _provide_single_word(context)


# Biographies


def provide_biography(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a biography of one or two lines."""
    if context.vocabulary.language != "en":
        topics = NOUN_TOPICS["person"]
        return make_sentence_provider(20, MAX_BIOGRAPHY_LENGTH, topics)(context, owner)
    constraints = context.constraints
    high = min(constraints.max_length or MAX_BIOGRAPHY_LENGTH, MAX_BIOGRAPHY_LENGTH)
    low = max(constraints.min_length or 0, min(40, high))
    phrases = compose_phrases(
        _list_biography_heads(),
        _list_biography_tails(),
        low,
        high,
    )
    if len(phrases.heads) < 4 or _has_pattern_or_case(constraints):
        return make_sentence_provider(30, MAX_BIOGRAPHY_LENGTH)(context, owner)
    return Call(phrases)


def _list_biography_heads() -> list[str]:
    """Return sentences of one role, and of two."""
    single = [f"{role}." for role in words.BIO_ROLES]
    double = [f"{role} and {other.lower()}." for role, other in _list_role_pairs()]
    return single + double


def _list_biography_tails() -> list[str]:
    """Return sentences of one interest, and of two."""
    interests = [f" {interest}" for interest in words.BIO_INTERESTS]
    return interests + [first + second for first, second in permutations(interests, 2)]


def _list_role_pairs() -> list[tuple[str, str]]:
    """Return pairs of different roles, every fifth of those that follow the first one."""
    return [
        (role, other)
        for place, role in enumerate(words.BIO_ROLES)
        for other in words.BIO_ROLES[place + 1 :: 5]
    ]


# Words


def provide_word(context: FieldContext, owner: str) -> Node | None:
    """Return the node of one word, in lower case if the language has it."""
    return _provide_single_word(context)


def _provide_single_word(context: FieldContext) -> Node | None:
    """Return the node of a word; None if no word satisfies the constraints."""
    firsts, seconds = list_phrase_words(context.vocabulary)
    usable = tuple(filter(_is_meaningful_word, (*seconds, *firsts)))
    return text.build_text_pool(usable, context.constraints)


def _is_meaningful_word(word: str) -> bool:
    """Return whether *word* has at least three characters, or is not ASCII."""
    return len(word) > 2 or not word.isascii()


def provide_label(context: FieldContext, owner: str) -> Node | None:
    """Return the node of one word that sorts things, such as a tag."""
    language = context.vocabulary.language
    english = words.HOBBIES if HOBBY_WORDS.intersection(context.name.split("_")) else words.TAGS
    tags = english if language == "en" else find_local_words(language, "tag", ())
    if not tags:
        return _provide_single_word(context)
    return text.build_text_pool(tags, context.constraints)


@lru_cache(maxsize=64)
def build_short_phrase(
    vocabulary: Vocabulary,
    word_count: int,
    *,
    with_capitals: bool = False,
) -> PhraseSampler:
    """Return the sampler of two or three words in a row.

    The first word has a capital; all words if *with_capitals*.
    """
    firsts, seconds = list_phrase_words(vocabulary)
    heads: Sequence[str] = firsts
    if word_count == 3:
        heads = [f"{first} {firsts[place * 7 % len(firsts)]}" for place, first in enumerate(firsts)]
    endings = map(_capitalize_first, seconds) if with_capitals else seconds
    return compose_phrases(
        [_capitalize_first(head) for head in heads], [f" {ending}" for ending in endings], 0, 99
    )


def _capitalize_first(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


NAMES: ProviderTable = build_table(
    (
        """description summary details overview abstract excerpt synopsis desc short_description
        long_description""",
        "str",
        make_sentence_provider(40, 160),
    ),
    (
        """comment note notes message remarks remark feedback review review_text comments
        instructions""",
        "str",
        make_sentence_provider(40, 130),
    ),
    (
        "text reply answer response caption explanation observation memo quote",
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
        """event_title event_name project team channel_name list_name course_name campaign
        campaign_name""",
        "str",
        provide_thing_name,
    ),
)
"""Names of fields and kinds of value, and their providers."""

"""Words that are written together: ``geburtsdatum``, ``kundnummer``, ``郵便番号``, ``hiredate``."""

from __future__ import annotations

from functools import lru_cache

from pytest_fixturegen.providers.name_words.dictionary import load_dictionary

COMPOUNDING_LANGUAGES = frozenset(("de", "sv", "nl", "ja"))
"""Languages that write compound nouns as one word."""

LINKS = {"de": ("", "s", "es", "n", "en", "er", "e"), "sv": ("", "s"), "nl": ("", "s", "en", "e")}
"""By language, what may stand between two parts of a compound."""

MIN_TAIL = 4
"""The least letters of the known last part of a compound whose first one is unknown."""

TAIL_MEANINGS = frozenset(
    """date datetime time number name amount price cost reason status type code address city phone
    description percent count fee comment flag year days hours minutes email quantity location
    value rate level group category total weight height length width notes method postal_code
    department account bank_name company_name insurance contract""".split()
)
"""What the last part of a compound may mean if nothing else of it is known."""

MIN_PART, SHORT_PARTS = 3, frozenset(("nr", "id", "kg"))

ENGLISH_HEADS = frozenset(
    """retail total list sale sell net gross tax start end min max avg buy cost account acct
    address agent app application bank bill birth book brand card cat category cell city client
    comment company contact country course create created credit currency cust customer delete
    delivery department dept device discount doc due emp employee event exp expiry facility
    family file first flight full given group hire home host invoice inv issue item job last
    line location login mail member middle mgr mobile model nick order ord org owner part
    patient pay payment permit phone plan policy post postal price prod product project purchase
    receipt ref reference region release role room sales school seq serial ship shipping state
    qty unt ext disc sls terms prev curr prem dlv pmt loan bank reg
    status store street student supplier team term ticket trans transaction txn unit update
    updated user vehicle vendor visit work zip zone""".split()
)
ENGLISH_TAILS = frozenset(
    """zip city state phone priority account acct address addr amount amt by cd code count cnt cost
    date dt desc description email flag flg id key level limit line method mode name nbr nm no
    prc pct via rep ord shp rcvd tm nr cust vend rsn
    num number price qty quantity rate status stat sts text time title total ts type typ value
    year""".split()
)
"""First and last parts of English words that are written together, such as ``custname``."""


@lru_cache(maxsize=1024)
def split_compound(word: str, language: str) -> tuple[str, ...] | None:
    """Return what the parts of *word* mean in English; None if it is no compound of *language*."""
    if language not in COMPOUNDING_LANGUAGES:
        return None
    parts = _split(word, language)
    return parts if parts and len(parts) > 1 else None


def _split(word: str, language: str) -> tuple[str, ...] | None:
    """Return the parts of the compound *word* in English; None if a part is unknown."""
    words = load_dictionary(language).words
    if word in words:
        return (words[word],)
    verb = find_verb_noun(word, language)
    if verb:
        return (verb,)
    for size in range(
        len(word) - 1,
        0,
        -1,
    ):
        head, rest = word[:size], word[size:]
        first = _read_part(head, language)
        if first is None:
            continue
        for link in LINKS.get(language, ("",)):
            tail = rest[len(link) :] if rest.startswith(link) else ""
            found = _split(tail, language) if _is_part(tail, language) else None
            if found:
                return (first, *found)
    return None


def _read_part(head: str, language: str) -> str | None:
    """Return what *head*, the first part of a compound, means in English; None if unknown."""
    words = load_dictionary(language).words
    if not _is_part(head, language):
        return None
    return words.get(head) or find_verb_noun(head, language)


@lru_cache(maxsize=1024)
def split_tail(word: str, language: str) -> tuple[str, ...]:
    """Return the unknown first part of *word* and what its known last one means in English.

    Only a last part that says what a field is counts: ``melde`` and a date. Return () if there is
    none.
    """
    if language not in COMPOUNDING_LANGUAGES:
        return ()
    words = load_dictionary(language).words
    is_japanese = language == "ja" and not word.isascii()
    least_head, least_tail = (1, 1) if is_japanese else (MIN_PART, MIN_TAIL)
    for size in range(least_head, len(word) - least_tail + 1):
        english = words.get(word[size:])
        if english in TAIL_MEANINGS:
            return (_strip_link(word[:size], language), english)
    return ()


def _strip_link(head: str, language: str) -> str:
    """Return *head* without what binds it to the next part of its compound."""
    is_bound = language in LINKS and head.endswith("s") and len(head) > MIN_PART
    return head[:-1] if is_bound else head


def _is_part(word: str, language: str) -> bool:
    """Return whether *word* is long enough to be a part of a compound."""
    if language == "ja":
        return bool(word) and not word.isascii()
    return len(word) >= MIN_PART or word in SHORT_PARTS


ENDINGS = {
    "sv": ("arnas", "ernas", "ens", "ets", "en", "et", "er", "ar", "or", "ns", "n", "t", "s"),
    "de": ("en", "er", "es", "em", "e", "n", "s"),
    "nl": ("en", "s", "e"),
    **dict.fromkeys(("fr", "es", "pt", "it"), ("es", "s")),
}
"""By language, endings of the cases and plurals of its words."""

MIN_STEM = 4


NOUN_ENDINGS = {
    "es": (("cion", ("do", "da")), ("sion", ("dido", "dida"))),
    "pt": (("cao", ("do", "da")),),
    "it": (("zione", ("to", "ta")),),
    "fr": (("ation", ("e", "ee")),),
    "de": (("ierung", ("iert",)), ("o", ("iert",)), ("ung", ("t", "en"))),
    "sv": (("ning", ("d", "t")), ("ering", ("erad",))),
}
"""By language, endings of the nouns of verbs, and those of their participles."""


@lru_cache(maxsize=1024)
def find_verb_noun(word: str, language: str) -> str | None:
    """Return the participle in English of the verb whose noun *word* is: ``cancelación``.

    Return None if the participle is unknown.
    """
    words = load_dictionary(language).words
    for ending, participles in NOUN_ENDINGS.get(language, ()):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < MIN_STEM:
            continue
        found = (words.get(stem + participle) for participle in participles)
        english = next(filter(None, found), None)
        if english:
            return english
    return None


@lru_cache(maxsize=1024)
def find_inflected(word: str, language: str) -> str | None:
    """Return what *word* without an ending of *language* means in English; None if unknown."""
    words = load_dictionary(language).words
    for ending in ENDINGS.get(language, ()):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= MIN_STEM and stem in words:
            return words[stem]
    return None


@lru_cache(maxsize=1024)
def split_run_together(word: str) -> tuple[str, str] | None:
    """Return the two parts of *word*, such as ``cust`` and ``name``; None if it has none."""
    for size in range(
        len(word) - 2,
        2,
        -1,
    ):
        head, tail = word[:size], word[size:]
        if head in ENGLISH_HEADS and tail in ENGLISH_TAILS:
            return head, tail
    return None

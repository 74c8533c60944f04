"""The English words of names, which stay as they are in an English record."""

from __future__ import annotations

from functools import lru_cache

from pytest_fixturegen.providers import field_names
from pytest_fixturegen.providers.domains.index import DOMAIN_WORDS, OWN_NAMES
from pytest_fixturegen.providers.name_words.dictionary import WHOLE_MARK, load_dictionary
from pytest_fixturegen.providers.name_words.homographs import HOMOGRAPHS


@lru_cache(maxsize=1)
def list_known_names() -> frozenset[str]:
    """Return the names that providers know as they are."""
    from pytest_fixturegen.providers.by_name import NAMES

    owned = " ".join(OWN_NAMES.values()).split()
    return frozenset((*(name for name, _ in NAMES), *owned))


@lru_cache(maxsize=1)
def list_english_words() -> frozenset[str]:
    """Return every word of the names that are known, and of the nouns of models."""
    texts = (*list_known_names(), *load_dictionary("en").words.values())
    words = set("_".join(texts).split("_"))
    nouns = (
        field_names.PERSON_NOUNS,
        field_names.PRODUCT_NOUNS,
        field_names.COMPANY_NOUNS,
    )
    spoken = " ".join(DOMAIN_WORDS.values()).split()
    fillers = field_names.MODEL_NAME_FILLERS | field_names.UNIT_SUFFIXES | HOMOGRAPHS
    return frozenset(words.union(*nouns, spoken, fillers, field_names.WORKFLOW_NOUNS))


@lru_cache(maxsize=1)
def list_abbreviations() -> frozenset[str]:
    """Return the parts of the abbreviations of English, which speak for no other language."""
    known = load_dictionary("en")
    words = (*known.words, *known.readings)
    return frozenset(part for word in words for part in word.lstrip(WHOLE_MARK).split("_"))

"""Find the domain of a record, and what a name means in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

from pytest_fixturegen.config.field_policies import Policies
from pytest_fixturegen.providers import field_names
from pytest_fixturegen.providers.domains.index import DOMAIN_WORDS, OWN_NAMES
from pytest_fixturegen.providers.domains.own_domains import (
    find_own_domain,
    list_own_words,
    read_domains,
)
from pytest_fixturegen.providers.domains.specs import Domain, Spec
from pytest_fixturegen.providers.record_outline import RecordOutline, list_field_names

CLASS_VOTES, ROOT_VOTES, FIELD_VOTES = 3, 2, 1
"""How many votes a word has for its domain: in the name of the class, of the root, of a field."""

MIN_VOTES = 3
"""The votes that a domain needs: one word of the class, or three fields."""

MAX_DOMAINS = 2
"""A record is of at most so many domains."""


class DomainMatch(NamedTuple):
    """What *name*, the field's name without its owner, means in *domain*."""

    domain: str
    name: str
    spec: Spec
    owner: str = ""


@lru_cache(maxsize=256)
def find_domains(outline: RecordOutline) -> tuple[str, ...]:
    """Return the domains that the record speaks of, those with more votes first."""
    if outline.chosen_domains:
        return outline.chosen_domains
    index = _index_words() | list_own_words(outline.own_domains)
    votes = {name: _count_votes(outline, words) for name, words in index.items()}
    ranked = sorted(votes, key=lambda name: (-votes[name], name))
    return tuple(name for name in ranked[:MAX_DOMAINS] if votes[name] >= MIN_VOTES)


def _count_votes(outline: RecordOutline, words: frozenset[str]) -> int:
    field_words = {word for name in list_field_names(outline) for word in _split(name)}
    return (
        CLASS_VOTES * len(words & _split(outline.model))
        + ROOT_VOTES * len(words & (_split(outline.root) - _split(outline.model)))
        + FIELD_VOTES * len(words & field_words)
    )


def _split(name: str) -> set[str]:
    """Return the words of *name*, each as it is and in the singular, and *name* itself."""
    parts = {name, *name.split("_")}
    singulars = {field_names.to_singular(word) for word in parts}
    return parts | {word for word in singulars if word}


@lru_cache(maxsize=1)
def _index_words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in DOMAIN_WORDS.items()}


@lru_cache(maxsize=1)
def _index_own_names() -> dict[str, str]:
    return {name: domain for domain, names in OWN_NAMES.items() for name in names.split()}


def load_domain(name: str, own_domains: Policies = ()) -> Domain:
    """Return the domain *name*: a built-in one, one of *own_domains*, or the names of both."""
    own = read_domains(own_domains).get(name)
    if own is None:
        return _import_domain(name)
    if name not in DOMAIN_WORDS:
        return own
    known = _import_domain(name)
    return Domain(name, {**known.own, **own.own}, {**known.within, **own.within})


@lru_cache(maxsize=64)
def _import_domain(name: str) -> Domain:
    """Return the built-in domain *name*, whose module is imported when it is first needed."""
    domain: Domain = import_module(f"{__package__}.{name}").DOMAIN
    return domain


def find_matches(name: str, outline: RecordOutline) -> Iterator[DomainMatch]:
    """Yield what *name* means in the domains of the record, then in others: whole names first.

    The name of a hotel is ``hotel_name``, wherever it is.
    """
    noun = field_names.find_noun(outline.model)
    wholes = (("", f"{noun}_{name}"), ("", name)) if noun else (("", name),)
    splits = (*wholes, *field_names.iter_owner_splits(name))
    domains = find_domains(outline)
    for owner, noun in splits:
        for domain in (load_domain(each, outline.own_domains) for each in domains):
            spec = domain.within.get(noun) or domain.own.get(noun)
            if spec is not None:
                yield DomainMatch(domain.name, noun, spec, owner)
        other = find_own_domain(outline.own_domains, noun) or _index_own_names().get(noun)
        if other is not None and other not in domains:
            spec = load_domain(other, outline.own_domains).own[noun]
            yield DomainMatch(other, noun, spec, owner)

"""Find the domain of a record, and what a name means in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from itertools import pairwise
from typing import NamedTuple

from pytest_fixturegen.config.field_policies import Policies
from pytest_fixturegen.providers import field_names
from pytest_fixturegen.providers.domains.index import DOMAIN_WORDS, OWN_NAMES
from pytest_fixturegen.providers.domains.own_domains import (
    find_own_domain,
    list_own_words,
    read_domains,
)
from pytest_fixturegen.providers.domains.specs import Domain, DomainWords, Spec, split_domain_words
from pytest_fixturegen.providers.record_outline import RecordOutline, index_fields

CLASS_VOTES, ROOT_VOTES, FIELD_VOTES = 3, 2, 1
"""How many votes a word has for its domain: in the name of the class, of the root, of a field."""

MIN_VOTES = 3
"""The votes that a domain needs: one word of the class, or three fields."""

MAX_DOMAINS = 2
"""A record is of at most so many domains."""


GENERIC_NAMES = frozenset(
    """action arn body category code comment content description event hash id key kind label
    level message model name no notes number reason ref reference source status subject summary
    target text title type unit value version""".split()
)
"""Names of fields that mean what their class is about: the name of a pod is a ``pod_name``."""


UNOWNED_NAMES = GENERIC_NAMES - {"unit", "value"}
"""Generic names that mean something else with an owner: the name of an actor is a person."""


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
    spoken = _list_spoken_words(outline)
    votes = {name: _count_votes(spoken, words) for name, words in index.items()}
    ranked = sorted(votes, key=lambda name: (-votes[name], name))
    return tuple(name for name in ranked[:MAX_DOMAINS] if votes[name] >= MIN_VOTES)


class SpokenWords(NamedTuple):
    """The words in the names of a record: of its class, of the root only, and of its fields."""

    model: set[str]
    root: set[str]
    fields: set[str]


def _list_spoken_words(outline: RecordOutline) -> SpokenWords:
    """Return the words of the class, of the record around it, and of the fields."""
    model = _split(outline.model)
    fields = {word for name in index_fields(outline) for word in _split(name)}
    return SpokenWords(
        model,
        _split(outline.root) - model,
        fields,
    )


def _count_votes(spoken: SpokenWords, words: DomainWords) -> int:
    """Return how much the *spoken* words speak of a domain with *words*."""
    strong, weak = words
    return (
        CLASS_VOTES * len(strong & spoken.model)
        + ROOT_VOTES * len(strong & spoken.root)
        + FIELD_VOTES * len(strong & spoken.fields)
        + FIELD_VOTES * len(weak & (spoken.fields | spoken.model | spoken.root))
    )


def _split(name: str) -> set[str]:
    """Return the words of *name*, pairs of them, and *name* itself, also in the singular."""
    listed = name.split("_")
    parts = {name, *listed, *map("_".join, pairwise(listed))}
    singulars = {field_names.to_singular(word) for word in parts}
    return parts | {word for word in singulars if word}


@lru_cache(maxsize=1)
def _index_words() -> dict[str, DomainWords]:
    return {name: split_domain_words(words) for name, words in DOMAIN_WORDS.items()}


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
    return Domain(
        name,
        {**known.own, **own.own},
        {**known.within, **own.within},
    )


@lru_cache(maxsize=64)
def _import_domain(name: str) -> Domain:
    """Return the built-in domain *name*, whose module is imported when it is first needed."""
    domain: Domain = import_module(f"{__package__}.{name}").DOMAIN
    return domain


def find_matches(name: str, outline: RecordOutline) -> Iterator[DomainMatch]:
    """Yield what *name* means in the domains of the record, then in others: whole names first.

    The name of a hotel is ``hotel_name``, wherever it is.
    """
    own_domains = outline.own_domains
    domains = {each: load_domain(each, own_domains) for each in find_domains(outline)}
    for owner, noun in _list_splits(name, outline.model):
        yield from _find_meanings(owner, noun, domains, own_domains)


def _list_splits(name: str, model: str) -> list[tuple[str, str]]:
    """Return each way to read *name*, as an owner and a noun, with the class before it first.

    Any word of the class may stand before a generic name: ``name`` of a ContainerStatus is
    ``container_name``.
    """
    nouns = [field_names.find_noun(model)]
    if name in GENERIC_NAMES:
        nouns += [field_names.to_singular(word) or word for word in reversed(model.split("_"))]
    wholes = [("", f"{noun}_{name}") for noun in dict.fromkeys(nouns) if noun]
    parts = field_names.iter_owner_splits(name)
    return [
        *wholes,
        ("", name),
        *(split for split in parts if split[1] not in UNOWNED_NAMES),
    ]


def _find_meanings(
    owner: str,
    noun: str,
    domains: dict[str, Domain],
    own_domains: Policies,
) -> Iterator[DomainMatch]:
    """Yield what *noun* means in the *domains* of the record, then in the one that owns it."""
    for domain in domains.values():
        spec = domain.within.get(noun) or domain.own.get(noun)
        if spec is not None:
            yield DomainMatch(domain.name, noun, spec, owner)
    other = find_own_domain(own_domains, noun) or _index_own_names().get(noun)
    if other is not None and other not in domains:
        spec = load_domain(other, own_domains).own[noun]
        yield DomainMatch(other, noun, spec, owner)

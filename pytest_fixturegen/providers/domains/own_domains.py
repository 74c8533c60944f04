"""Domains that the user describes: the option ``domains``.

An entry names a domain, its own or a built-in one, and gives it *models*, *words* and *names*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import Any

from pytest_fixturegen.config.field_policies import Policies, to_mapping
from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.providers.domains.index import DOMAIN_WORDS
from pytest_fixturegen.providers.domains.specs import (
    Domain,
    DomainWords,
    Number,
    Sentences,
    Spec,
    Words,
    code,
    split_domain_words,
)

DOMAIN_SETTINGS = ("models", "words", "names", "everywhere")
"""What an entry may have: models that are always of the domain, words that speak of it, fields,
and whether these have their meaning in every record.
"""

NUMBER_KEYS = ("low", "median", "high", "places")
MAX_PLACES = 9
"""The most decimal places of a number."""

SPEC_FORMS = (
    'a list of texts, {low = 5, median = 35, high = 110}, {template = "AA-9999"} '
    "or {sentences = [...]}"
)


@lru_cache(maxsize=64)
def read_domains(entries: Policies) -> dict[str, Domain]:
    """Return the domains that *entries* describe, by their names; also built-in ones with names.

    Raise ConfigError for an entry of another form.
    """
    return {name: _read_domain(name, settings) for name, settings in to_mapping(entries).items()}


def _read_domain(name: str, settings: Mapping[str, Any]) -> Domain:
    """Return the domain that *settings* declare. Raise ConfigError if they are invalid."""
    unknown = sorted(settings.keys() - set(DOMAIN_SETTINGS))
    if unknown:
        raise _build_error(
            name, f"has no setting {unknown[0]!r}", suggest_nearest(unknown[0], DOMAIN_SETTINGS)
        )
    for key in ("models", "words"):
        _require_texts(
            name,
            key,
            settings.get(key, []),
        )
    names = settings.get("names", {})
    if not isinstance(names, Mapping):
        raise _build_error(name, "has invalid names: expected a table", "Write names.hop = [...].")
    if name not in DOMAIN_WORDS and not names:
        raise _build_error(name, "is unknown and has no names", suggest_nearest(name, DOMAIN_WORDS))
    specs = {field: _read_spec(name, field, value) for field, value in names.items()}
    _require_known_slots(name, specs)
    return Domain(name, specs, {}) if settings.get("everywhere") else Domain(name, {}, specs)


def _require_texts(
    name: str,
    key: str,
    value: Any,
) -> None:
    """Raise ConfigError if *value* is anything but a list of texts."""
    if not isinstance(value, list) or not all(isinstance(text, str) and text for text in value):
        raise _build_error(
            name, f"has invalid {key}: expected a list of texts", f"Write {key} = ['a']."
        )


def _read_spec(
    name: str,
    field: str,
    value: Any,
) -> Spec:
    """Return the specification of a field. Raise ConfigError if *value* has none of the forms."""
    if isinstance(value, list) and value and all(isinstance(text, str) for text in value):
        return Words(tuple(value))
    if isinstance(value, Mapping):
        for key, read in SPEC_READERS.items():
            if key in value:
                spec = read(value)
                if spec is not None:
                    return spec
    raise _build_error(
        name, f"has an invalid {field!r}: expected {SPEC_FORMS}", "Write one of them."
    )


def _read_number(value: Mapping[str, Any]) -> Spec | None:
    """Return the specification of a number; None if *value* has no valid bounds."""
    given = [value.get(key, 0) for key in NUMBER_KEYS]
    has_bounds = {"low", "high"} <= value.keys() <= set(NUMBER_KEYS)
    if not has_bounds or not all(map(_is_number, given)):
        return None
    low, high, places = value["low"], value["high"], value.get("places", 0)
    median = value.get("median", (low + high) / 2)
    is_ordered = low <= median <= high and places in range(MAX_PLACES + 1)
    return Number(low, median, high, int(places)) if is_ordered else None


def _is_number(value: Any) -> bool:
    """Return whether *value* is a number, and no bool."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _read_template(value: Mapping[str, Any]) -> Spec | None:
    """Return the specification of a code; None if *value* has no valid template."""
    template = value["template"]
    return code(template) if isinstance(template, str) and template else None


def _read_sentences(value: Mapping[str, Any]) -> Spec | None:
    """Return the specification of sentences; None if *value* has no valid ones."""
    frames = value["sentences"]
    is_list = isinstance(frames, list) and frames and all(isinstance(text, str) for text in frames)
    return Sentences(tuple(frames)) if is_list else None


SPEC_READERS: Mapping[str, Callable[[Mapping[str, Any]], Spec | None]] = {
    "low": _read_number,
    "template": _read_template,
    "sentences": _read_sentences,
}
"""What reads a specification, by a key that it must have."""


def _require_known_slots(name: str, specs: Mapping[str, Spec]) -> None:
    """Raise ConfigError if a sentence shows a name that the domain does not have."""
    for field, spec in specs.items():
        frames = spec.frames if isinstance(spec, Sentences) else ()
        for slot in re.findall(r"\{(\w*)\}", " ".join(frames)):
            if slot not in specs or isinstance(specs[slot], Sentences):
                raise _build_error(
                    name,
                    f"has a sentence of {field!r} that shows {slot!r}: expected one of its names",
                    suggest_nearest(slot, specs),
                )


@lru_cache(maxsize=256)
def find_chosen_domains(entries: Policies, model: str) -> tuple[str, ...]:
    """Return the domains of *entries* whose ``models`` name the class *model*."""
    return tuple(
        name
        for name, settings in to_mapping(entries).items()
        if any(fnmatchcase(model, pattern) for pattern in settings.get("models", ()))
    )


@lru_cache(maxsize=64)
def list_own_words(entries: Policies) -> dict[str, DomainWords]:
    """Return the words of each domain that *entries* describe, with those that they give it."""
    words = {}
    for name, settings in to_mapping(entries).items():
        strong, weak = split_domain_words(DOMAIN_WORDS.get(name, ""))
        words[name] = (strong.union(settings.get("words", ())), weak)
    return words


@lru_cache(maxsize=1024)
def find_own_domain(entries: Policies, name: str) -> str | None:
    """Return the domain of *entries* in which *name* has its meaning in every record."""
    domains = read_domains(entries).values()
    return next(
        (domain.name for domain in domains if name in domain.own),
        None,
    )


def list_domain_names(entries: Policies) -> list[str]:
    """Return the names of all domains: the built-in ones, and those of *entries*."""
    return [*DOMAIN_WORDS, *(name for name, _ in entries if name not in DOMAIN_WORDS)]


def _build_error(
    name: str,
    problem: str,
    hint: str,
) -> ConfigError:
    """Return the error that the domain *name* has a *problem*."""
    return ConfigError(f"The domain {name!r} {problem}.", hint=hint, key=f"domains.{name}")

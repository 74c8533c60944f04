"""The words of a locale: pools drawn from Faker, once each, in a fixed order.

A pool is drawn by a generator of its own with a constant seed, so it does not depend on who asks, when, or for what
else. Faker's own weights stay in it: a common name stands in it more often.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import ConfigError, suggest_nearest

if TYPE_CHECKING:
    from faker import Faker

FALLBACK_LOCALE = "en_US"
DEFAULT_POOL_SIZE = 1024
"""Draws in a pool: enough that one record in a thousand repeats, few enough to draw in milliseconds."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of *locale*; where Faker has none of a kind for it, those of en_US."""

    locale: str

    def draw_pool(self, provider: str, size: int = DEFAULT_POOL_SIZE) -> tuple[str, ...]:
        """*size* draws of Faker's *provider*, such as ``city``: common ones more than once."""
        return draw_faker_pool(self.locale, provider, size)

    def has_provider(self, provider: str) -> bool:
        """Whether Faker knows *provider* for this very locale."""
        return hasattr(get_faker(self.locale), provider)

    def list_entries(
        self, family: str, name: str, size: int = DEFAULT_POOL_SIZE
    ) -> tuple[Any, ...]:
        """What the table *name* of Faker's *family* (``person``, ``address``) lists for this very locale; () for none.

        A table with weights gives *size* of its entries, common ones more often. Far cheaper than to draw a pool.
        """
        return find_faker_table(self.locale, family, name, size)

    @property
    def language(self) -> str:
        return self.locale.partition("_")[0]

    @property
    def country(self) -> str:
        """The locale's country in two letters; empty when it names none."""
        return self.locale.rpartition("_")[2].upper() if "_" in self.locale else ""


@lru_cache(maxsize=512)
def draw_faker_pool(locale: str, provider: str, size: int) -> tuple[str, ...]:
    """A pool: a function of its arguments and of Faker's version alone."""
    faker = get_faker(locale)
    if not hasattr(faker, provider):
        return draw_faker_pool(FALLBACK_LOCALE, provider, size)
    faker.seed_instance(20_260_101)
    make = getattr(faker, provider)
    return tuple(str(make()) for _ in range(size))


@lru_cache(maxsize=512)
def find_faker_table(locale: str, family: str, name: str, size: int) -> tuple[Any, ...]:
    """See :meth:`Vocabulary.entries`."""
    require_locale(locale)
    try:
        provider = import_module(f"faker.providers.{family}.{locale}").Provider
    except ModuleNotFoundError:
        return ()
    listed = getattr(provider, name, ())
    return expand_weights(listed, size) if isinstance(listed, Mapping) else tuple(listed)


def expand_weights(weights: Mapping[Any, float], size: int) -> tuple[Any, ...]:
    """*size* of the keys of *weights*, each as often as it weighs: the key in the middle of each part of the whole."""
    options, sums = tuple(weights), list(accumulate(weights.values()))
    places = (sums[-1] * (2 * part + 1) / (2 * size) for part in range(size))
    return tuple(options[min(bisect_right(sums, place), len(options) - 1)] for place in places)


@lru_cache(maxsize=32)
def get_faker(locale: str) -> Faker:
    """Faker for *locale*, with a generator of its own."""
    from faker import Faker

    require_locale(locale)
    return Faker(locale, use_weighting=True)


@lru_cache(maxsize=64)
def require_locale(locale: str) -> None:
    """Raises ConfigError for a locale that Faker does not know."""
    if locale == FALLBACK_LOCALE:
        return
    from faker.config import AVAILABLE_LOCALES

    if locale not in AVAILABLE_LOCALES:
        raise ConfigError(
            f"The locale {locale!r} is not known.",
            hint=suggest_nearest(locale, AVAILABLE_LOCALES),
            key="locale",
            value=locale,
        )

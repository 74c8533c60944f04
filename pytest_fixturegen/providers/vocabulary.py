"""The words of a locale: pools that Faker draws, once each, in a fixed order.

Each pool has its own generator with a constant seed, so it does not depend on the caller, the time,
or other pools. It keeps the weights of Faker: a common name is in it more often.
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
"""Draws in a pool. One record in a thousand repeats, and the pool is drawn in milliseconds."""

POOL_SEED = 20_260_101
"""The seed of every pool. Another number would change the data."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of *locale*; those of en_US if Faker has no words of a kind for it."""

    locale: str

    def draw_pool(
        self,
        provider: str,
        size: int = DEFAULT_POOL_SIZE,
    ) -> tuple[str, ...]:
        """Return *size* draws of Faker's *provider*, such as ``city``: common ones repeat."""
        return draw_faker_pool(self.locale, provider, size)

    def has_provider(self, provider: str) -> bool:
        """Return whether Faker has *provider* for exactly this locale."""
        return hasattr(get_faker(self.locale), provider)

    def list_entries(
        self,
        family: str,
        name: str,
        size: int = DEFAULT_POOL_SIZE,
    ) -> tuple[Any, ...]:
        """Return the table *name* of Faker's *family* (such as ``person``) for exactly this locale.

        Return () if Faker lacks the table. A table with weights returns *size* of its entries,
        common ones more often. This is far cheaper than drawing a pool.
        """
        return find_faker_table(self.locale, family, name, size)

    @property
    def language(self) -> str:
        """The locale's language in two or three letters [ISO 639]."""
        return self.locale.partition("_")[0]

    @property
    def country(self) -> str:
        """The locale's country in two letters [ISO 3166-1]; "" if the locale has none."""
        return self.locale.rpartition("_")[2].upper() if "_" in self.locale else ""


@lru_cache(maxsize=512)
def draw_faker_pool(
    locale: str,
    provider: str,
    size: int,
) -> tuple[str, ...]:
    """Return a pool. It depends on the arguments and on the version of Faker alone."""
    faker = get_faker(locale)
    if not hasattr(faker, provider):
        return draw_faker_pool(FALLBACK_LOCALE, provider, size)
    faker.seed_instance(POOL_SEED)
    draw = getattr(faker, provider)
    return tuple(str(draw()) for _ in range(size))


@lru_cache(maxsize=512)
def find_faker_table(
    locale: str,
    family: str,
    name: str,
    size: int,
) -> tuple[Any, ...]:
    """Return a table, see :meth:`Vocabulary.list_entries`."""
    require_locale(locale)
    try:
        provider = import_module(f"faker.providers.{family}.{locale}").Provider
    except ModuleNotFoundError:
        return ()
    table = getattr(provider, name, ())
    return expand_weights(table, size) if isinstance(table, Mapping) else tuple(table)


def expand_weights(weights: Mapping[Any, float], size: int) -> tuple[Any, ...]:
    """Return *size* keys of *weights*, each as often as its weight says.

    The sum of the weights is divided into *size* parts; each takes the key in its middle.
    """
    options, sums = tuple(weights), list(accumulate(weights.values()))
    last = len(options) - 1
    middles = (sums[-1] * (2 * part + 1) / (2 * size) for part in range(size))
    return tuple(options[min(bisect_right(sums, middle), last)] for middle in middles)


@lru_cache(maxsize=32)
def get_faker(locale: str) -> Faker:
    """Return Faker for *locale*, with a separate generator."""
    from faker import Faker

    require_locale(locale)
    return Faker(locale, use_weighting=True)


@lru_cache(maxsize=64)
def require_locale(locale: str) -> None:
    """Raise ConfigError if Faker does not have *locale*."""
    if locale == FALLBACK_LOCALE:
        return
    from faker.config import AVAILABLE_LOCALES

    if locale not in AVAILABLE_LOCALES:
        raise ConfigError(
            f"Unknown locale {locale!r}.",
            hint=suggest_nearest(locale, AVAILABLE_LOCALES),
            key="locale",
            value=locale,
        )

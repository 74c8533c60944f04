"""The prose and the products of every language that has its own, loaded when one is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pytest_fixturegen.providers.data.local_prose import Prose
    from pytest_fixturegen.providers.data.local_trade import Trade

PROSE_LANGUAGES = frozenset({"de", "es", "fr", "ja", "pt", "sv"})
"""The languages with parts of sentences, headlines and products. Others use those of English."""


def find_prose(language: str) -> Prose | None:
    """Return the parts of sentences and the headlines of *language*, None if it uses English."""
    if language not in PROSE_LANGUAGES:
        return None
    from pytest_fixturegen.providers.data.iberian_prose import IBERIAN_PROSE
    from pytest_fixturegen.providers.data.local_prose import LOCAL_PROSE

    return LOCAL_PROSE.get(language) or IBERIAN_PROSE[language]


def find_trade(language: str) -> Trade | None:
    """Return the things for sale in *language*, None if it uses those of English."""
    if language not in PROSE_LANGUAGES:
        return None
    from pytest_fixturegen.providers.data.iberian_prose import IBERIAN_TRADES
    from pytest_fixturegen.providers.data.local_trade import TRADES

    return TRADES.get(language) or IBERIAN_TRADES[language]

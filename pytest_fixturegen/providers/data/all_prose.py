"""The prose and the products of every language that has its own."""

from __future__ import annotations

from collections.abc import Mapping

from pytest_fixturegen.providers.data.iberian_prose import IBERIAN_PROSE, IBERIAN_TRADES
from pytest_fixturegen.providers.data.local_prose import LOCAL_PROSE, Prose
from pytest_fixturegen.providers.data.local_trade import TRADES, Trade

ALL_PROSE: Mapping[str, Prose] = {**LOCAL_PROSE, **IBERIAN_PROSE}
"""By language: parts of sentences and headlines. Others use those of English."""

ALL_TRADES: Mapping[str, Trade] = {**TRADES, **IBERIAN_TRADES}
"""By language: things for sale. Others use those of English."""

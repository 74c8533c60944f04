"""Keeps records in memory: for the tests of whoever uses handlers, and for ours."""

from __future__ import annotations

from pytest_fixturegen.errors import TransientError
from pytest_fixturegen.persistence.contract import Batch, PersistenceContext, Record


class Memory:
    """Holds every record it is given. *failures*: how many calls fail first, as if a connection broke."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.contexts: list[PersistenceContext] = []
        self.batches: list[Batch] = []
        self.closed = 0

    @property
    def records(self) -> list[Record]:
        """All records, in the order they came."""
        return [record for batch in self.batches for record in batch]

    def open(self, context: PersistenceContext) -> None:
        """Remember what was told."""
        self.contexts.append(context)

    def write(self, batch: Batch) -> None:
        """Keep *batch*, or fail while failures are left."""
        if self.failures:
            self.failures -= 1
            raise TransientError("The memory is out of order for a moment.")
        self.batches.append(batch)

    def close(self) -> None:
        """Count the closing."""
        self.closed += 1

"""Handler that keeps records in memory, for tests."""

from __future__ import annotations

from pytest_fixturegen.errors import TransientError
from pytest_fixturegen.persistence.contract import Batch, PersistenceContext, Record


class Memory:
    """Keeps every record. The first *failures* calls fail, as if a connection broke."""

    def __init__(self, failures: int = 0) -> None:
        """Start empty; *failures* counts down with each call that fails."""
        self.failures = failures
        self.contexts: list[PersistenceContext] = []
        self.batches: list[Batch] = []
        self.closed = 0

    @property
    def records(self) -> list[Record]:
        """All records, in the order of their delivery."""
        return [record for batch in self.batches for record in batch]

    def open(self, context: PersistenceContext) -> None:
        """Keep *context*."""
        self.contexts.append(context)

    def write(self, batch: Batch) -> None:
        """Keep *batch*. Raises TransientError while failures are left."""
        if self.failures:
            self.failures -= 1
            raise TransientError("Simulated outage of the memory handler.")
        self.batches.append(batch)

    def close(self) -> None:
        """Count the call."""
        self.closed += 1

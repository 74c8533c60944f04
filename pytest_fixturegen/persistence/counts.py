"""Progress of a run: records acknowledged, retried and skipped."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import FixturegenError
from pytest_fixturegen.persistence.contract import Batch


@dataclass(frozen=True, slots=True)
class DeliverySummary:
    """Result of a run.

    *records* and *batches* were acknowledged, *skipped* records were delivered by an earlier run.
    """

    records: int = 0
    batches: int = 0
    retries: int = 0
    skipped: int = 0


class DeliveryCounter:
    """Counts for one run; *on_progress* is called after each acknowledged batch."""

    def __init__(self, on_progress: Callable[[DeliverySummary], None]) -> None:
        """Start at zero; an interruption waits while ``in_flight`` is not 0."""
        self.in_flight = 0
        self.records = self.batches = self.retries = 0
        self.skipped = 0  # written only by the thread that reads the batches
        self._on_progress = on_progress

    @property
    def summary(self) -> DeliverySummary:
        """The counts so far."""
        return DeliverySummary(
            self.records,
            self.batches,
            self.retries,
            self.skipped,
        )

    def count_batch(self, batch: Batch) -> None:
        """Count *batch* as acknowledged."""
        self.records += len(batch)
        self.batches += 1
        self._on_progress(self.summary)

    @contextmanager
    def track_in_flight(self) -> Iterator[None]:
        """Count the block as one operation that an interruption has to wait for."""
        self.in_flight += 1
        try:
            yield
        finally:
            self.in_flight -= 1

    def skip_delivered(
        self,
        batches: Iterator[Batch],
        acknowledged_starts: Collection[int],
        known_ranges: Sequence[range],
    ) -> Iterator[Batch]:
        """Yield those of *batches* that were not delivered before."""
        for batch in batches:
            if batch.start in acknowledged_starts or _is_known(batch, known_ranges):
                self.skipped += len(batch)
            else:
                yield batch

    def add_summary(self, error: FixturegenError) -> FixturegenError:
        """Return *error* with the counts added to its message and facts."""
        summary = self.summary
        delivered = f"{summary.records} records were delivered"
        if summary.skipped:
            delivered += f", {summary.skipped} before that"
        error.message = f"{error.message.rstrip('.')}; {delivered}."
        error.facts |= {
            "delivered": summary.records,
            "skipped": summary.skipped,
            "retries": summary.retries,
        }
        return error


def _is_known(batch: Batch, known_ranges: Sequence[range]) -> bool:
    """Return whether one of *known_ranges* contains all of *batch*."""
    last = batch.stop - 1
    return any(batch.start in known and last in known for known in known_ranges)

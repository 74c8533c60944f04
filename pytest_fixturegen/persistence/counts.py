"""How far a run is: what was acknowledged, tried again and passed over."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import FixturegenError
from pytest_fixturegen.persistence.contract import Batch


@dataclass(frozen=True, slots=True)
class DeliverySummary:
    """What came of a run: *records* and *batches* acknowledged, those *skipped* that an earlier run delivered, *retries*."""

    records: int = 0
    batches: int = 0
    retries: int = 0
    skipped: int = 0


class DeliveryCounter:
    """Counts for one run. *told* is called with the count so far after each acknowledgement."""

    def __init__(self, on_progress: Callable[[DeliverySummary], None]) -> None:
        self.on_its_way = 0
        self.records = self.batches = self.retries = 0
        self.skipped = 0  # counted in the thread that draws
        self._told = on_progress

    @property
    def summary(self) -> DeliverySummary:
        """What was acknowledged so far."""
        return DeliverySummary(self.records, self.batches, self.retries, self.skipped)

    def count_batch(self, batch: Batch) -> None:
        """*batch* was acknowledged."""
        self.records += len(batch)
        self.batches += 1
        self._told(self.summary)

    @contextmanager
    def track_in_flight(self) -> Iterator[None]:
        """Something is on its way while the block runs."""
        self.on_its_way += 1
        try:
            yield
        finally:
            self.on_its_way -= 1

    def skip_delivered(
        self,
        batches: Iterator[Batch],
        acknowledged_starts: Collection[int],
        known_ranges: Sequence[range],
    ) -> Iterator[Batch]:
        """Those of *found* that were not delivered before."""
        for batch in batches:
            if batch.start in acknowledged_starts or any(
                batch.start in each and batch.stop - 1 in each for each in known_ranges
            ):
                self.skipped += len(batch)
            else:
                yield batch

    def add_summary(self, error: FixturegenError) -> FixturegenError:
        """*error*, which also says what was delivered before it."""
        before = self.summary
        told = f"{before.records} records were delivered" + (
            f", {before.skipped} before that" if before.skipped else ""
        )
        error.message = f"{error.message.rstrip('.')}; {told}."
        error.facts |= {
            "delivered": before.records,
            "skipped": before.skipped,
            "retries": before.retries,
        }
        return error

"""Progress of a run: records acknowledged, retried and skipped."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import FixturegenError
from pytest_fixturegen.persistence.contract import Batch, PersistenceContext


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
        context: PersistenceContext,
        batches: Iterator[Batch],
        acknowledged_starts: Collection[int],
        known_ranges: Sequence[range],
    ) -> Iterator[Batch]:
        """Yield those records of *batches* that were not delivered before.

        A batch with some *known_ranges* is divided into the parts between them.
        """
        for batch in batches:
            if batch.start in acknowledged_starts:
                self.skipped += len(batch)
                continue
            missing = list(_select_missing(context, batch, known_ranges))
            self.skipped += len(batch) - sum(map(len, missing))
            yield from missing

    def add_summary(self, error: FixturegenError) -> FixturegenError:
        """Return *error* with the counts added to its message and facts."""
        summary = self.summary
        noun = "record was" if summary.records == 1 else "records were"
        delivered = f"{summary.records} {noun} delivered"
        if summary.skipped:
            delivered += f", {summary.skipped} before that"
        error.message = f"{error.message.rstrip('.')}; {delivered}."
        error.facts |= {
            "delivered": summary.records,
            "skipped": summary.skipped,
            "retries": summary.retries,
        }
        return error


def _select_missing(
    context: PersistenceContext,
    batch: Batch,
    known_ranges: Sequence[range],
) -> Iterator[Batch]:
    """Yield the parts of *batch* that no range of *known_ranges* contains, each with its key."""
    nearby = [
        known for known in known_ranges if known.start < batch.stop and batch.start < known.stop
    ]
    if not nearby:
        yield batch
        return
    start = batch.start
    for known in sorted([*nearby, range(batch.stop, batch.stop)], key=lambda known: known.start):
        if start < known.start:
            lines = batch.lines[start - batch.start : known.start - batch.start]
            yield Batch(
                start,
                lines,
                context.key(start, known.start),
            )
        start = max(start, known.stop)

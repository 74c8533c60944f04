"""How far a run of the child is, and how long its stages took, read off the frames that pass."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pytest_fixturegen.worker.frames import CLOSE, DATA, OUTPUT, REPORT, Frame, parse_json_object

log = logging.getLogger(__name__)
ProgressCallback = Callable[[int, str], None]


@dataclass(slots=True)
class ProgressMeter:
    """Counts the records of *models*, *outputs* (files, shards) that came to their end, and bytes (*size*).

    Seconds are spent *importing* (from its making to the first frame), *drawing* (waiting for the next one) and *writing*
    (until it is asked for).

    *told* is called as bytes come with the model's records so far, each of which ends in *mark*, and its name.
    """

    on_progress: ProgressCallback = lambda _, __: None
    record_end: bytes = b"\n"
    records_by_model: dict[str, int] = field(default_factory=dict)
    output_count: int = 0
    byte_count: int = 0
    import_seconds: float = 0.0
    draw_seconds: float = 0.0
    write_seconds: float = 0.0
    _resumed_at: float = field(default_factory=time.perf_counter)
    _has_begun: bool = False
    _current_model: str = ""
    _expected_records: int = 0
    _passed_records: int = 0

    def count_frames(self, frame_stream: Iterator[Frame]) -> Iterator[Frame]:
        """The frames of *received*, each counted when it comes."""
        for tag, payload in frame_stream:
            came = time.perf_counter()
            if self._has_begun:
                self.draw_seconds += came - self._resumed_at
            else:
                self.import_seconds += came - self._resumed_at
            self._count_frame(tag, payload)
            yield tag, payload
            self._resumed_at = time.perf_counter()
            self.write_seconds += self._resumed_at - came
        self.draw_seconds += time.perf_counter() - self._resumed_at

    def _count_frame(self, tag: bytes, payload: bytes) -> None:
        if tag == DATA:
            self.byte_count += len(payload)
            self._passed_records += payload.count(self.record_end)
            self.on_progress(
                self.records_by_model.get(self._current_model, 0) + self._passed_records,
                self._current_model,
            )
        elif tag == CLOSE:
            self.output_count += 1
            self.records_by_model[self._current_model] = (
                self.records_by_model.get(self._current_model, 0) + self._expected_records
            )
        elif tag in (OUTPUT, REPORT):
            facts = parse_json_object(payload)
            expected = facts.get("records", facts.get("total", 0))
            self._current_model, self._passed_records = (
                str(facts.get("model", facts.get("name", ""))),
                0,
            )
            self._expected_records = expected if isinstance(expected, int) else 0
            drawn = facts.get("drawn", 0)
            self.records_by_model[self._current_model] = self.records_by_model.get(
                self._current_model, 0
            ) + (drawn if isinstance(drawn, int) else 0)
            self._has_begun = True

    def log_summary(self) -> None:
        """Say it in a line for people, after all else."""
        records, made = sum(self.records_by_model.values()), self.draw_seconds + self.write_seconds
        speed = f" ({records / made:,.0f} a second)" if records and made else ""
        counts = [
            (len(self.records_by_model), "model"),
            (self.output_count, "output"),
            (self.byte_count, "byte"),
            (records, "record"),
        ]
        parts = [f"{count:,} {word}{'' if count == 1 else 's'}" for count, word in counts if count]
        stages = f"import {self.import_seconds:.2f}s, draw {self.draw_seconds:.2f}s, write {self.write_seconds:.2f}s"
        log.info("%s%s; %s", ", ".join(parts), speed, stages, extra={"last": True})

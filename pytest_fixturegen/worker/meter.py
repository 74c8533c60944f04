"""Progress of a run, and the time that its stages take, measured from the frames that pass."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pytest_fixturegen.worker.frames import (
    CLOSE,
    DATA,
    OUTPUT,
    PROGRESS,
    REPORT,
    FrameStream,
    parse_json_object,
)

log = logging.getLogger(__name__)

ProgressCallback = Callable[[int, str], None]
"""A function of the records of the current model so far, and of its name."""


@dataclass(slots=True)
class ProgressMeter:
    """Counts records by model, finished outputs (files or shards) and bytes.

    ``import_seconds`` is the time from the start to the first frame, ``draw_seconds`` the time
    spent waiting for further frames, ``write_seconds`` the time until the reader asks for the next
    frame. ``format_seconds`` is the time that the source of fixtures takes, ``output_sizes`` the
    records of each output. ``is_followed`` says that more is measured after the frames.

    *on_progress* is called for each frame of data. Each record in it ends with *record_end*;
    if that is empty, PROGRESS frames give the number of records.
    """

    on_progress: ProgressCallback = lambda _, __: None
    record_end: bytes = b"\n"
    records_by_model: dict[str, int] = field(default_factory=dict)
    output_count: int = 0
    byte_count: int = 0
    import_seconds: float = 0.0
    draw_seconds: float = 0.0
    write_seconds: float = 0.0
    format_seconds: float | None = None
    is_followed: bool = False
    output_sizes: list[int] = field(default_factory=list)
    _resumed_at: float = field(default_factory=time.perf_counter)
    _has_begun: bool = False
    _current_model: str = ""
    _expected_records: int = 0
    _passed_records: int = 0

    def count_frames(self, frame_stream: FrameStream) -> FrameStream:
        """Yield the frames of *frame_stream* and count each of them."""
        for tag, payload in frame_stream:
            arrived_at = time.perf_counter()
            waited = arrived_at - self._resumed_at
            if self._has_begun:
                self.draw_seconds += waited
            else:
                self.import_seconds += waited
            self._count_frame(tag, payload)
            if tag != PROGRESS:
                yield tag, payload
            self._resumed_at = time.perf_counter()
            self.write_seconds += self._resumed_at - arrived_at
        self.draw_seconds += time.perf_counter() - self._resumed_at

    def _count_frame(
        self,
        tag: bytes,
        payload: bytes,
    ) -> None:
        """Add one frame to the counts: data, the end of an output, or the start of a model."""
        if tag == DATA:
            self.byte_count += len(payload)
            self._passed_records += payload.count(self.record_end) if self.record_end else 0
            finished = self.records_by_model.get(self._current_model, 0)
            self.on_progress(finished + self._passed_records, self._current_model)
        elif tag == PROGRESS:
            self._passed_records += _as_count(parse_json_object(payload).get("records"))
            finished = self.records_by_model.get(self._current_model, 0)
            self.on_progress(finished + self._passed_records, self._current_model)
        elif tag == CLOSE:
            self.output_count += 1
            self.output_sizes.append(self._expected_records)
            self._add_records(self._expected_records)
        elif tag in (OUTPUT, REPORT):
            self._begin_model(parse_json_object(payload))

    def _begin_model(self, facts: dict[str, Any]) -> None:
        """Start the counts of the model that *facts* describe; missing numbers are 0."""
        self._current_model = str(facts.get("model", facts.get("name", "")))
        self._passed_records = 0
        self._expected_records = _as_count(facts.get("records", facts.get("total", 0)))
        self._add_records(_as_count(facts.get("drawn", 0)))  # in the reports of the doctor
        self._has_begun = True

    def _add_records(self, count: int) -> None:
        """Add *count* to the finished records of the current model."""
        finished = self.records_by_model.get(self._current_model, 0)
        self.records_by_model[self._current_model] = finished + count

    def log_summary(self) -> None:
        """Log the counts and the times in one line, as the last line of the run."""
        records = sum(self.records_by_model.values())
        counts = {
            "model": len(self.records_by_model),
            "output": self.output_count,
            "byte": self.byte_count,
            "record": records,
        }
        parts = [_format_count(count, noun) for noun, count in counts.items() if count]
        seconds = self.draw_seconds + self.write_seconds
        speed = f" ({records / seconds:,.0f} a second)" if records and seconds else ""
        parts[-1:] = [part + speed for part in parts[-1:]]
        low, high = min(self.output_sizes, default=0), max(self.output_sizes, default=0)
        if len(self.output_sizes) > 1 and high:
            sizes = f"{high:,}" if low == high else f"{low:,} to {high:,}"
            parts.append(f"{sizes} in each output")
        stages = (
            f"import {self.import_seconds:.2f}s, "
            f"draw {self.draw_seconds:.2f}s, write {self.write_seconds:.2f}s"
        )
        if self.format_seconds is not None:
            stages += f", format {self.format_seconds:.2f}s"
        log.info(
            "%s; %s",
            ", ".join(parts),
            stages,
            extra={"last": True},
        )


def _as_count(value: Any) -> int:
    """Return *value*, or 0 if the child sent anything but a number."""
    return value if isinstance(value, int) else 0


def _format_count(count: int, noun: str) -> str:
    """Return *count* with *noun* in the singular or plural."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"

"""The ledger of one child: what it was asked for, what it has sent, and what that earns.

Only what was asked for earns time: records up to their number, and one result for each announced
model. Announcements, attempts, ends of pieces and everything else earn nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pytest_fixturegen.worker import limits
from pytest_fixturegen.worker.frames import (
    ATTEMPT,
    CLOSE,
    DATA,
    ERROR,
    FAILURE,
    FILE,
    HELLO,
    MODEL,
    OUTPUT,
    PROGRESS,
    REPORT,
    TURN,
    build_order_error,
)

RECORD_SHARE = 1 / 20
"""Share of the time limit that one record earns."""

RESULT_SHARE = 1 / 4
"""Share of the time limit that the only result of a model earns: a report, a schema, an error."""

EXAMINATION_SHARE = 1.0
"""The same in the doctor, which draws and checks for up to half of the time limit."""

MAX_CASES = 10_000
"""Cases of a model at most, if the request sets no limit."""

LINE_END = re.compile(rb"\n")

LAYOUT_LINES = 2
"""Lines of an output that hold no record, such as brackets."""

SEAM_BYTES = 16
"""Bytes on each side of a border in which the start of a record may lie."""

TAG_NOUNS: Mapping[bytes, str] = {
    HELLO: "greeting",
    ATTEMPT: "refused attempt",
    MODEL: "announced model",
    OUTPUT: "start of an output",
    DATA: "piece of data",
    CLOSE: "end of an output",
    TURN: "end of a piece",
    PROGRESS: "report of progress",
    REPORT: "report",
    FAILURE: "failed model",
    FILE: "imported file",
    ERROR: "error",
}
"""Names of the frames in the message about a limit."""

DATA_TAGS = frozenset((MODEL, OUTPUT, DATA, CLOSE, TURN, FAILURE))
KEPT_TAGS = frozenset((MODEL, REPORT, FAILURE, FILE))
EARLY_TAGS = frozenset((MODEL, ATTEMPT, HELLO, FILE))
"""Frames that may come before the first result."""

REPORT_TAGS = frozenset((MODEL, REPORT, FAILURE))


@dataclass(frozen=True, slots=True)
class JobRules:
    """Rules for the frames that a job sends.

    *tags* are the allowed frames. *phase* is what the job does for each model, for the message
    about a time limit. Pieces end within an output, or between two if *is_by_shard*.
    If *announces*, each model is announced before the first result. *result_share* is the share of
    the time limit that a result earns. *total_shares* is the most that all results earn together,
    in time limits: the child decides how many models it announces.
    """

    tags: frozenset[bytes]
    phase: str = "to import"
    announces: bool = True
    result_share: float = RESULT_SHARE
    total_shares: int = 10
    is_by_shard: bool = False
    bytes_per_record: int = limits.OUTPUT_BYTES_PER_RECORD


RECORDS_PHASE = "to make the next records"
LISTING = JobRules(
    frozenset((REPORT, FAILURE)), "to list its models", announces=False, result_share=0
)
RULES: Mapping[str, JobRules] = {
    "emit_json": JobRules(
        DATA_TAGS,
        RECORDS_PHASE,
        total_shares=60,
    ),
    "emit_dataset": JobRules(
        DATA_TAGS | {PROGRESS},
        RECORDS_PHASE,
        total_shares=60,
        is_by_shard=True,
    ),
    "draw_records": JobRules(
        DATA_TAGS,
        RECORDS_PHASE,
        total_shares=60,
        bytes_per_record=limits.DELIVERED_BYTES_PER_RECORD,
    ),
    "emit_schema": JobRules(DATA_TAGS - {TURN}, "to describe the next model"),
    "emit_fixtures": JobRules(REPORT_TAGS, "to make the next fixture"),
    "explain_models": JobRules(REPORT_TAGS, "to plan the next model"),
    "examine_models": JobRules(
        frozenset((MODEL, OUTPUT, REPORT)),
        "to examine the next model",
        result_share=EXAMINATION_SHARE,
        total_shares=30,
    ),
}
"""The rules of each job of :mod:`jobs`; the others are listings."""


def find_rules(job: str) -> JobRules:
    """Return the rules of the function *job*."""
    return RULES.get(job, LISTING)


@dataclass(frozen=True, slots=True)
class Expectation:
    """The content of a request: the *job*, and the maximum number of *records* of each model.

    *record_end* matches the end of each record in the data; if it is None, an output is one
    document. *files* are those of the target, if it is a folder.
    """

    job: str
    records: int = 0
    record_end: re.Pattern[bytes] | None = None
    files: tuple[str, ...] = ()

    @staticmethod
    def from_request(job: str, request: Mapping[str, Any]) -> Expectation:
        """Return the expectation of *request* to the function *job*."""
        emission = request.get("emission") or {}
        generation = request.get("generation") or {}
        records = max(emission.get("n", 0), generation.get("related") or 0)
        if emission.get("invalid") or emission.get("cover", "none") != "none":
            records = max(records, emission.get("max_cases") or MAX_CASES)
        is_split = job in ("emit_json", "draw_records")  # a dataset reports its progress
        target = request.get("target") or {}
        return Expectation(
            job,
            records,
            _build_record_end(emission) if is_split else None,
            tuple(member["file"] for member in target.get("members", ())),
        )


def _build_record_end(emission: Mapping[str, Any]) -> re.Pattern[bytes] | None:
    """Return the pattern of what occurs once for each record: a line, or the start of one.

    Return None if each output holds one record.
    """
    if emission.get("jsonl"):
        return LINE_END
    if "{index}" in emission.get("out", "") and not emission.get("shard_size"):
        return None
    if not emission.get("indent"):
        return LINE_END
    return re.compile(rb"\n {%d}[^ \]}\n]" % emission["indent"])


@dataclass(slots=True)
class ProgressLedger:
    """Counts the frames of one child against its *expectation*."""

    expectation: Expectation
    output_limit: int
    phase: str = "to start"
    last_tag: bytes = b""
    frames_by_tag: Counter[bytes] = field(default_factory=Counter)
    _report_memory: int = 0
    _error_bytes: int = 0
    _sent_bytes: int = 0
    _idle_frames: int = 0
    _model_index: int = 0
    _next_file: int = 0
    _is_open: bool = False
    _record_bytes: int = 0
    _lines_by_model: Counter[int] = field(default_factory=Counter)
    _outputs_by_model: Counter[int] = field(default_factory=Counter)
    _tail: bytes = b""
    _claimed_records: int = 0

    @property
    def rules(self) -> JobRules:
        """The rules of the job."""
        return find_rules(self.expectation.job)

    @property
    def total_shares(self) -> float:
        """How many time limits the run may take altogether."""
        return self.rules.total_shares + self.expectation.records * RECORD_SHARE

    @property
    def received(self) -> str:
        """The last frame that was received, as a sentence."""
        count = self.frames_by_tag[self.last_tag]
        if not count:
            return "It sent nothing."
        noun = TAG_NOUNS[self.last_tag]
        return f"The last thing it sent was {noun} number {count:,}."

    def note_frame(self, tag: bytes) -> None:
        """Count one frame of any kind. Raise UnsafeImportViolation for too many attempts."""
        self.last_tag = tag
        self.frames_by_tag[tag] += 1
        if self.frames_by_tag[ATTEMPT] > limits.MAX_ATTEMPT_FRAMES:
            raise limits.build_limit_error(
                "attempts",
                f"The target made more than {limits.MAX_ATTEMPT_FRAMES:,} attempts that the "
                "sandbox refused.",
                hint="--verbose shows what it prints; the code runs in a loop.",
            )

    def enter_phase(self, phase: str) -> None:
        """Begin *phase*, which the message of a time limit names."""
        self.phase = phase

    def add_memory(
        self,
        tag: bytes,
        size: int,
    ) -> None:
        """Count the memory that a parsed object takes at worst, if the parent keeps it."""
        if tag not in KEPT_TAGS:
            return
        self._report_memory += size
        models = self.frames_by_tag[MODEL]
        allowed = limits.BASE_REPORT_MEMORY + models * limits.REPORT_MEMORY_PER_MODEL
        if self._report_memory > min(allowed, limits.MAX_REPORT_MEMORY):
            raise limits.build_limit_error(
                "reports",
                "The process that runs the target sent reports that need more than "
                f"{allowed >> 20} MB of memory.",
                hint="Select fewer models with --include.",
            )

    def add_frame(
        self,
        tag: bytes,
        payload: bytes,
        facts: Mapping[str, Any],
    ) -> float:
        """Count one frame for the job's reader, and return the share of the time that it earns.

        *facts* are the object in the payload. Raise UnsafeImportViolation if the job may not send
        the frame now, or if a limit is exceeded.
        """
        if tag not in self.rules.tags and tag != FILE:
            raise build_order_error()
        share = self._handle(
            tag,
            payload,
            facts,
        )
        self._idle_frames = 0 if share else self._idle_frames + 1
        if self._idle_frames > limits.MAX_IDLE_FRAMES:
            raise limits.build_count_error(
                "frames", limits.MAX_IDLE_FRAMES, "frames without a result"
            )
        return share

    def _handle(
        self,
        tag: bytes,
        payload: bytes,
        facts: Mapping[str, Any],
    ) -> float:
        """Count a frame that the job may send, and return its share of the time."""
        if tag in (FILE, MODEL):
            return self._add_file(payload, facts) if tag == FILE else self._add_model()
        self.phase = self.rules.phase
        if tag == DATA:
            return self._add_data(payload)
        if tag == OUTPUT:
            return self._open_output(payload, facts)
        if tag == CLOSE:
            return self._close_output()
        if tag == PROGRESS:
            return self._add_progress(facts)
        if tag == TURN:
            self._require_open(is_open=not self.rules.is_by_shard)
            return 0.0
        if tag == FAILURE:
            self._add_error_bytes(len(payload))
            self._is_open = False
        return self._add_result()

    def _add_file(self, payload: bytes, facts: Mapping[str, Any]) -> float:
        """Count a file of a folder: each may be sent once, before any model."""
        files, number = self.expectation.files, facts["file"]
        is_late = self.frames_by_tag.keys() - EARLY_TAGS or self.frames_by_tag[MODEL]
        if is_late or not self._next_file <= number < len(files):
            raise build_order_error()
        if "error" in facts:
            self._add_error_bytes(len(payload))
        self._next_file = number + 1
        self.phase = f"to import {files[number + 1]}" if number + 1 < len(files) else "to import"
        return RECORD_SHARE

    def _add_model(self) -> float:
        """Count an announced model; all come before the first result."""
        if self.frames_by_tag.keys() - EARLY_TAGS:
            raise build_order_error()
        self.phase = "to plan its models"
        self._require_models(self.frames_by_tag[MODEL])
        return 0.0

    def _require_models(self, count: int) -> None:
        """Raise UnsafeImportViolation for more than MAX_MODELS."""
        if count > limits.MAX_MODELS:
            raise limits.build_count_error(
                "models",
                limits.MAX_MODELS,
                "models",
            )

    def _add_result(self) -> float:
        """Count a report or a failure: at most one for each announced model."""
        results = self.frames_by_tag[REPORT] + self.frames_by_tag[FAILURE]
        self._require_models(results)
        if self.rules.announces and results > self.frames_by_tag[MODEL]:
            raise build_order_error()
        return self.rules.result_share

    def _open_output(
        self,
        payload: bytes,
        facts: Mapping[str, Any],
    ) -> float:
        """Count an output of a model, whose outputs follow those of the models before it.

        Its facts count as output: they may have the schema of the model, of any size.
        """
        self._require_open(is_open=False)
        self._sent_bytes += len(payload)
        self._require_size()
        place = facts.get("place", self.frames_by_tag[OUTPUT] - 1)
        if not self._model_index <= place < self.frames_by_tag[MODEL]:
            raise build_order_error()
        self._model_index = place
        self._outputs_by_model[place] += 1
        if self._outputs_by_model[place] > max(self.expectation.records, 1):
            raise build_order_error()
        self._is_open = REPORT not in self.rules.tags  # the doctor only names the next model
        self._record_bytes = 0
        self._tail = b""
        return 0.0

    def _close_output(self) -> float:
        """Count the end of an output; it earns time if it is one document."""
        self._require_open(is_open=True)
        self._is_open = False
        has_records = self.expectation.record_end and self.expectation.records
        return 0.0 if has_records else self.rules.result_share

    def _require_open(self, *, is_open: bool) -> None:
        """Raise UnsafeImportViolation unless an output is open, or unless none is."""
        if self._is_open != is_open:
            raise build_order_error()

    def _add_data(self, payload: bytes) -> float:
        """Count the bytes and the records of a piece of data."""
        self._require_open(is_open=True)
        if not payload:
            raise build_order_error()
        self._sent_bytes += len(payload)
        self._require_size()
        if self.expectation.record_end is None:
            return 0.0
        return self._add_records(
            self._count_records(payload),
            len(payload),
        )

    def _add_progress(self, facts: Mapping[str, Any]) -> float:
        """Count the records that the child claims to have made, up to the number requested.

        The claim is not checked: the parent cannot count records in a compressed file, and a child
        could also send lines of JSON that are not records.
        """
        count = facts.get("records", 0)
        if type(count) is not int or count < 0:
            raise build_order_error()
        allowed = self.expectation.records * self.frames_by_tag[MODEL]
        before = self._claimed_records
        self._claimed_records = min(before + count, allowed)
        return (self._claimed_records - before) * RECORD_SHARE

    def _require_size(self) -> None:
        """Raise UnsafeImportViolation for more bytes than the announced models may have together.

        Only one of the two limits can be raised.
        """
        if self._sent_bytes > self.output_limit:
            raise limits.build_size_error(self.output_limit)
        records = self.expectation.records * self.frames_by_tag[MODEL]
        expected = limits.BASE_OUTPUT_BYTES + records * self.rules.bytes_per_record
        if self._sent_bytes > expected:
            raise limits.build_size_error(expected, limits.SHORTER_RECORDS_HINT)

    def _count_records(self, payload: bytes) -> int:
        """Return how many records begin or end in *payload*."""
        pattern = self.expectation.record_end
        assert pattern is not None
        if pattern is LINE_END:
            return payload.count(b"\n")
        # The start of a record may lie across the border of two pieces.
        head, tail = payload[:SEAM_BYTES], self._tail
        seam_count = len(pattern.findall(tail + head))
        across = seam_count - len(pattern.findall(tail)) - len(pattern.findall(head))
        self._tail = payload[-SEAM_BYTES:]
        return across + len(pattern.findall(payload))

    def _add_records(
        self,
        count: int,
        size: int,
    ) -> float:
        """Count *count* ends of records in *size* bytes; return the share that they earn."""
        self._record_bytes = 0 if count else self._record_bytes + size
        if self._record_bytes > limits.MAX_RECORD_BYTES:
            raise limits.build_limit_error(
                "record",
                "The process that runs the target sent a record of more than "
                f"{limits.MAX_RECORD_BYTES >> 20} MB.",
                hint="Limit the lengths of the fields.",
            )
        place = self._model_index
        before = self._lines_by_model[place]
        self._lines_by_model[place] += count
        layout_lines = LAYOUT_LINES * self._outputs_by_model[place]
        if before + count > self.expectation.records + layout_lines:
            raise limits.build_count_error(
                "records",
                self.expectation.records,
                "records",
            )
        earned = min(count, self.expectation.records - before)
        return max(earned, 0) * RECORD_SHARE

    def _add_error_bytes(self, size: int) -> None:
        """Count the bytes of a failure."""
        self._error_bytes += size
        if self._error_bytes > limits.MAX_ERROR_BYTES:
            raise limits.build_limit_error(
                "errors",
                "The process that runs the target sent errors of more than "
                f"{limits.MAX_ERROR_BYTES >> 20} MB.",
            )

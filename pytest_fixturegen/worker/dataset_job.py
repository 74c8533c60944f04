"""The job of the child that writes datasets: an output for each file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.api import generate
from pytest_fixturegen.api.datasets import DatasetPart, DatasetWriter
from pytest_fixturegen.config.dataset_options import DatasetConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.config.record_ranges import get_end
from pytest_fixturegen.discovery.found_model import FoundModel
from pytest_fixturegen.errors import UsageError
from pytest_fixturegen.worker import jobs
from pytest_fixturegen.worker.frames import (
    CLOSE,
    DATA,
    FAILURE,
    MODEL,
    OUTPUT,
    PROGRESS,
    TURN,
    FrameSender,
)
from pytest_fixturegen.worker.json_shards import (
    MODEL_ERRORS,
    ModelSeeds,
    build_failure_report,
    get_full_name,
)
from pytest_fixturegen.worker.settings import restore_settings
from pytest_fixturegen.worker.work_share import ResumePoint, WorkShare

DATASET_ERRORS = (*MODEL_ERRORS, UsageError)
"""Errors that concern one model. An unknown field of a partition is one of them."""


def emit_dataset(  # noqa: PLR0913 - the keys of a request
    sender: FrameSender,
    target: dict[str, Any],
    selection: dict[str, Any],
    generation: dict[str, Any],
    emission: dict[str, Any],
    *,
    frozen: dict[str, int] | None = None,
    worker: tuple[int, int] = (0, 1),
    resume: tuple[int, int, int] = (0, 0, 0),
) -> None:
    """Announce the files of each model, then send them; a file of a partition is found on the way.

    *frozen* holds frozen seeds by full names of models. *worker* is the number of this child and
    the number of all children; each sends the files of its shards. A child that replaces a killed
    one continues at *resume*.
    """
    settings = restore_settings(DatasetConfig, emission)
    selected, config, count = jobs.load_rows(
        sender,
        target,
        selection,
        generation,
        settings,
        settings.shard_limit,
    )
    seeds = ModelSeeds.from_models([model for model, _ in selected], frozen)
    share = WorkShare(*worker, ResumePoint(*resume))
    emitter = DatasetEmitter(sender, settings, config, seeds, share)
    for model, rows in selected:
        emitter.announce_outputs(model, rows)
    for place, (model, rows) in enumerate(selected):
        end = get_end(settings) if place < count else config.related
        emitter.send_model(model, rows, place, end)


@dataclass(frozen=True, slots=True)
class DatasetEmitter:
    """Sends the files of one child, which has the *share* of the shards."""

    sender: FrameSender
    settings: DatasetConfig
    config: GenerationConfig
    seeds: ModelSeeds
    share: WorkShare = WorkShare()

    def announce_outputs(
        self,
        model: FoundModel,
        rows: range,
    ) -> None:
        """Announce the files of the records of *model* at *rows*."""
        facts: dict[str, Any] = {
            "model": model.name,
            "outputs": len(self._build_writer(model).split_range(rows)),
            "full_name": get_full_name(model),
        }
        if self.seeds.frozen_seeds is not None:
            facts["digest"] = generate.compute_model_digest(model.cls)
        self.sender.send_json(MODEL, facts)

    def send_model(
        self,
        model: FoundModel,
        whole: range,
        place: int,
        end: int,
    ) -> None:
        """Send the files of the records of *model* at *whole*, of *end* in all.

        The model was announced at *place*. Files that a killed worker has sent are skipped.
        """
        if self.share.is_done(place):
            return
        writer = self._build_writer(model)
        dealer = self.share.begin_model(place)
        sent_outputs = self.share.count_sent_outputs(place)
        facts = {"model": model.name, "place": place}
        output = OpenOutput(self.sender)
        try:
            generate.require_room(model.cls, end, writer.config)
            for shard, rows in writer.split_range(whole):
                if not dealer.take_turn():
                    continue
                shard_facts = {**facts, "shard": shard, "index": rows.start}
                for part in islice(self._make_parts(writer, rows), sent_outputs, None):
                    is_partition = {"partition": part.partition} if part.partition else {}
                    records = 0 if part.partition else len(rows)
                    output.send({**shard_facts, "records": records, **is_partition}, part.chunks)
                sent_outputs = 0
                if self.share.is_shared:
                    self.sender.send(TURN)
                    self.sender.flush()
        except DATASET_ERRORS as error:
            output.fail(facts, build_failure_report(error, model))

    def _build_writer(self, model: FoundModel) -> DatasetWriter:
        """Return the writer of *model*, with the seed that it has."""
        config = self.seeds.resolve_config(model, self.config)
        return DatasetWriter(model.cls, config, self.settings, self.seeds.other_seeds)

    def _make_parts(
        self,
        writer: DatasetWriter,
        rows: range,
    ) -> Iterator[DatasetPart]:
        """Yield the files of a shard: as they are made, or all of them once they are.

        A worker that shares the job makes its shard while another one sends, and then sends it at
        once: nobody reads from it before it is its turn.
        """
        parts = writer.iter_parts(rows.start, rows.stop, self._send_progress)
        if not self.share.is_shared:
            yield from parts
            return
        made = [(part.partition, list(gather_bytes(part.chunks))) for part in parts]
        for partition, chunks in made:
            yield DatasetPart(partition, iter(chunks))

    def _send_progress(self, count: int) -> None:
        """Report that *count* more records are made."""
        self.sender.send_json(PROGRESS, {"records": count})


class OpenOutput:
    """The file that is being sent, which an error ends."""

    def __init__(self, sender: FrameSender) -> None:
        self._sender = sender
        self._is_open = False

    def send(
        self,
        facts: dict[str, Any],
        chunks: Iterator[bytes],
    ) -> None:
        """Send a file: the *facts* about it, and its data."""
        self._sender.send_json(OUTPUT, facts)
        self._is_open = True
        for chunk in gather_bytes(chunks):
            self._sender.send(DATA, chunk)
        self._sender.send(CLOSE)
        self._is_open = False
        self._sender.flush()

    def fail(self, facts: dict[str, Any], report: dict[str, Any]) -> None:
        """Send the *report* of an error, which ends the open file, or else one of these *facts*."""
        if not self._is_open:
            self._sender.send_json(OUTPUT, facts)
        self._sender.send_error(FAILURE, report)


def gather_bytes(chunks: Iterator[bytes], size: int = 1 << 18) -> Iterator[bytes]:
    """Yield the bytes of *chunks*, those that are small together; none of them is empty."""
    gathered: list[bytes] = []
    length = 0
    for chunk in chunks:
        gathered.append(chunk)
        length += len(chunk)
        if length >= size:
            yield b"".join(gathered)
            gathered, length = [], 0
    if length:
        yield b"".join(gathered)

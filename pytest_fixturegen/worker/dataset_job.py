"""The job of the child that writes datasets: an output for each file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.api import generate
from pytest_fixturegen.api.datasets import DatasetWriter, get_shard_size
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
    FrameSender,
)
from pytest_fixturegen.worker.json_shards import (
    MODEL_ERRORS,
    ModelSeeds,
    build_failure_report,
    get_full_name,
)
from pytest_fixturegen.worker.settings import restore_settings

DATASET_ERRORS = (*MODEL_ERRORS, UsageError)
"""Errors that concern one model. An unknown field of a partition is one of them."""


def emit_dataset(
    sender: FrameSender,
    target: dict[str, Any],
    selection: dict[str, Any],
    generation: dict[str, Any],
    emission: dict[str, Any],
    *,
    frozen: dict[str, int] | None = None,
) -> None:
    """Announce the files of each model, then send them; a file of a partition is found on the way.

    *frozen* holds frozen seeds by full names of models.
    """
    settings = restore_settings(DatasetConfig, emission)
    selected, config, count = jobs.load_rows(
        sender,
        target,
        selection,
        generation,
        settings,
        get_shard_size(settings),
    )
    seeds = ModelSeeds.from_models([model for model, _ in selected], frozen)
    emitter = DatasetEmitter(sender, settings, config, seeds)
    for model, rows in selected:
        emitter.announce_outputs(model, rows)
    for place, (model, rows) in enumerate(selected):
        end = get_end(settings) if place < count else config.related
        emitter.send_model(model, rows, place, end)


@dataclass(frozen=True, slots=True)
class DatasetEmitter:
    """Sends the files of datasets."""

    sender: FrameSender
    settings: DatasetConfig
    config: GenerationConfig
    seeds: ModelSeeds

    def announce_outputs(self, model: FoundModel, rows: range) -> None:
        """Announce the files of the records of *model* at *rows*."""
        facts: dict[str, Any] = {
            "model": model.name,
            "outputs": len(self._build_writer(model).split_range(rows)),
            "full_name": get_full_name(model),
        }
        if self.seeds.frozen_seeds is not None:
            facts["digest"] = generate.compute_model_digest(model.cls)
        self.sender.send_json(MODEL, facts)

    def send_model(self, model: FoundModel, whole: range, place: int, end: int) -> None:
        """Send the files of the records of *model* at *whole*, of *end* in all.

        The model was announced at *place*.
        """
        writer = self._build_writer(model)
        is_open = False
        try:
            generate.require_room(model.cls, end, writer.config)
            for shard, rows in writer.split_range(whole):
                facts = {"model": model.name, "place": place, "shard": shard, "index": rows.start}
                for part in writer.iter_parts(rows.start, rows.stop, self._send_progress):
                    is_partition = {"partition": part.partition} if part.partition else {}
                    records = 0 if part.partition else len(rows)
                    self.sender.send_json(OUTPUT, {**facts, "records": records, **is_partition})
                    is_open = True
                    self._send_chunks(part.chunks)
                    self.sender.send(CLOSE)
                    is_open = False
                    self.sender.flush()
        except DATASET_ERRORS as error:
            if not is_open:
                self.sender.send_json(OUTPUT, {"model": model.name, "place": place})
            self.sender.send_error(FAILURE, build_failure_report(error, model))

    def _build_writer(self, model: FoundModel) -> DatasetWriter:
        """Return the writer of *model*, with the seed that it has."""
        config = self.seeds.resolve_config(model, self.config)
        return DatasetWriter(model.cls, config, self.settings, self.seeds.other_seeds)

    def _send_chunks(self, chunks: Iterator[bytes]) -> None:
        """Send the data of one file."""
        for chunk in gather_bytes(chunks):
            self.sender.send(DATA, chunk)

    def _send_progress(self, count: int) -> None:
        """Report that *count* more records are made."""
        self.sender.send_json(PROGRESS, {"records": count})


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

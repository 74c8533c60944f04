"""Records of models as JSON files: split into shards, and shards into pieces for the workers.

All workers announce every output, in the same order, and each one sends the data of the pieces that
fall to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import format_type
from pytest_fixturegen.api import generate
from pytest_fixturegen.config.command_options import JsonConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.config.record_ranges import split_files
from pytest_fixturegen.discovery.found_model import FoundModel
from pytest_fixturegen.emitters import json_text
from pytest_fixturegen.emitters.json_files import choose_layout, get_shard_size
from pytest_fixturegen.errors import EmitError, FixturegenError, MappingError
from pytest_fixturegen.worker.frames import CLOSE, DATA, FAILURE, MODEL, OUTPUT, TURN, FrameSender
from pytest_fixturegen.worker.work_share import PieceDealer, WorkShare

MODEL_ERRORS = (MappingError, EmitError)
"""Errors that concern one model: the run goes on with the next one."""

LineFactory = Callable[[int, int], Iterator[bytes]]
"""A function of the first and the last index (excluded) that yields JSON, one record each."""


@dataclass(frozen=True, slots=True)
class ModelSeeds:
    """The frozen seeds by full names of models.

    *frozen_seeds* is None if seeds are not frozen. *other_seeds* are the same seeds by the names
    that the generator uses.
    """

    frozen_seeds: Mapping[str, int] | None
    other_seeds: generate.ModelSeeds = ()

    @staticmethod
    def from_models(
        models: Sequence[FoundModel], frozen_seeds: Mapping[str, int] | None
    ) -> ModelSeeds:
        """Return the part of *frozen_seeds* that *models* need."""
        type_names = {get_full_name(model): format_type(model.cls) for model in models}
        other_seeds = [
            (type_names[name], seed)
            for name, seed in (frozen_seeds or {}).items()
            if name in type_names
        ]
        return ModelSeeds(frozen_seeds, tuple(other_seeds))

    def resolve_config(
        self,
        model: FoundModel,
        config: GenerationConfig,
    ) -> GenerationConfig:
        """Return *config* with the seed of *model*."""
        frozen_seeds = self.frozen_seeds or {}
        return replace(config, seed=frozen_seeds.get(get_full_name(model), config.seed))


@dataclass(frozen=True, slots=True)
class ModelEmitter:
    """Sends the outputs of one child, which has the *share* of the work.

    *with_digests* asks for the digest of each model, which frozen seeds need anyway.
    """

    sender: FrameSender
    settings: JsonConfig
    config: GenerationConfig
    seeds: ModelSeeds
    share: WorkShare = WorkShare()
    with_digests: bool = False

    def announce_outputs(
        self,
        model: FoundModel,
        rows: range,
    ) -> None:
        """Announce the outputs of *model* with *rows*, before the first output of any model."""
        facts: dict[str, Any] = {
            "model": model.name,
            "outputs": len(self._split_shards(rows)),
            "full_name": get_full_name(model),
        }
        if self.with_digests or self.seeds.frozen_seeds is not None:
            facts["digest"] = generate.compute_model_digest(model.cls)
        self.sender.send_json(MODEL, facts)

    def send_model(
        self,
        model: FoundModel,
        rows: range,
        model_index: int,
        end: int,
    ) -> None:
        """Send an output for each file of the records of *model* at *rows*, of *end* in all.

        What a killed worker has sent is passed over.
        """
        if self.share.is_done(model_index):
            return
        line_factory: LineFactory | None = None
        sent_outputs = self.share.count_sent_outputs(model_index)
        dealer = self.share.begin_model(model_index)
        for number, (shard, file_rows) in enumerate(self._split_shards(rows)):
            if number < sent_outputs:
                dealer.skip_output(file_rows)
                continue
            facts = {
                "model": model.name,
                "place": model_index,
                "shard": shard,
                "index": file_rows.start,
                "records": len(file_rows),
            }
            self.sender.send_json(OUTPUT, facts)
            try:
                line_factory = line_factory or self._build_line_factory(model, end)
                self._send_shard(line_factory, file_rows, dealer)
            except MODEL_ERRORS as error:
                self.sender.send_error(FAILURE, build_failure_report(error, model))
                return
            self.sender.send(CLOSE)
            self.sender.flush()

    def send_cases(
        self,
        model: FoundModel,
        model_index: int,
    ) -> None:
        """Send an output with the cases or the invalid records of *model*."""
        from pytest_fixturegen.api.case_bases import CaseBase  # ordinary records need none of it
        from pytest_fixturegen.worker.case_records import find_case_lines

        facts: dict[str, Any] = {"model": model.name, "place": model_index}
        config = self.seeds.resolve_config(model, self.config)
        base = CaseBase(
            model.cls,
            config,
            model_seeds=self.seeds.other_seeds,
        )
        try:
            found = find_case_lines(base, self.settings)
        except MODEL_ERRORS as error:
            self.sender.send_json(OUTPUT, facts)
            self.sender.send_error(FAILURE, build_failure_report(error, model))
            return
        self.sender.send_json(OUTPUT, {**facts, "facts": found.facts})
        chunks = json_text.format_records(found.lines, choose_layout(self.settings))
        try:
            send_chunks(self.sender, chunks)
        except MODEL_ERRORS as error:
            self.sender.send_error(FAILURE, build_failure_report(error, model))
            return
        self.sender.send(CLOSE)
        self.sender.flush()

    def _split_shards(self, rows: range) -> list[tuple[int, range]]:
        """Return the number and the indices of each file."""
        return split_files(rows, get_shard_size(self.settings), self.settings.shard)

    def _build_line_factory(self, model: FoundModel, n: int) -> LineFactory:
        """Return the factory of the lines of *model*; raise if it has no room for *n* records."""
        config = self.seeds.resolve_config(model, self.config)
        generate.require_room(
            model.cls,
            n,
            config,
        )
        return generate.build_line_generator(
            model.cls,
            config,
            self.seeds.other_seeds,
        )

    def _send_shard(
        self,
        line_factory: LineFactory,
        rows: range,
        dealer: PieceDealer,
    ) -> None:
        """Send the pieces of *rows* that are this worker's."""
        for piece in dealer.take_pieces(rows):
            self._send_piece(
                line_factory,
                rows,
                piece,
            )
            if self.share.is_shared:
                self.sender.send(TURN)
                self.sender.flush()

    def _send_piece(
        self,
        line_factory: LineFactory,
        rows: range,
        piece: range,
    ) -> None:
        """Send the records of *piece*; the first and the last one of *rows* frame the text."""
        chunks = json_text.format_records(
            line_factory(piece.start, piece.stop),
            choose_layout(self.settings),
            is_first=piece.start == rows.start,
            is_last=piece.stop == rows.stop,
        )
        send_chunks(self.sender, chunks)


def send_chunks(sender: FrameSender, chunks: Iterator[bytes]) -> None:
    """Send *chunks* as frames of data, gathered into larger ones."""
    for chunk in json_text.gather_chunks(chunks):
        sender.send(DATA, chunk)
        sender.flush()


def get_full_name(model: FoundModel) -> str:
    """Return the name of *model* in a file that outlives the run."""
    name = format_type(model.cls)
    return name if model.kind == "type" else f"{model.cls.__module__}.{name}"


def build_failure_report(error: FixturegenError, model: FoundModel) -> dict[str, Any]:
    """Return *error* as a report that names *model*."""
    error.facts.setdefault("model", model.name)
    body: dict[str, Any] = error.to_json()["error"]
    return body

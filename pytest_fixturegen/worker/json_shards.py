"""The records of a target's models as files: cut into shards, and these into pieces, of which each worker draws its own.

A piece is a block of indices, so that no word is drawn twice. All workers speak of every output, in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import format_type
from pytest_fixturegen.api import generate
from pytest_fixturegen.config.command_options import JsonConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.discovery.importer import FoundModel
from pytest_fixturegen.emitters import json_text
from pytest_fixturegen.emitters.json_text import JsonLayout
from pytest_fixturegen.errors import EmitError, FixturegenError, MappingError
from pytest_fixturegen.streams import BLOCK_SIZE
from pytest_fixturegen.worker.frames import CLOSE, DATA, FAILURE, MODEL, OUTPUT, TURN, FrameSender

MODEL_ERRORS = (MappingError, EmitError)
"""What may be wrong with one model and no other."""

LineFactory = Callable[[int, int], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class ModelSeeds:
    """The seeds that are remembered, by the full names of models; None: seeds are not remembered."""

    frozen_seeds: Mapping[str, int] | None
    other_seeds: generate.ModelSeeds = ()

    @staticmethod
    def from_models(
        models: Sequence[FoundModel], frozen_seeds: Mapping[str, int] | None
    ) -> ModelSeeds:
        """What *models* need to know of *remembered*."""
        names = {get_full_name(model): format_type(model.cls) for model in models}
        return ModelSeeds(
            frozen_seeds,
            tuple(
                (names[name], seed) for name, seed in (frozen_seeds or {}).items() if name in names
            ),
        )

    def resolve_config(self, model: FoundModel, config: GenerationConfig) -> GenerationConfig:
        """*config* with the seed of *model*."""
        return replace(
            config, seed=(self.frozen_seeds or {}).get(get_full_name(model), config.seed)
        )


@dataclass(frozen=True, slots=True)
class ModelEmitter:
    """What one child sends: it is the one at *worker* of *workers*."""

    sender: FrameSender
    settings: JsonConfig
    config: GenerationConfig
    seeds: ModelSeeds
    worker: int = 0
    workers: int = 1

    @property
    def shard_size(self) -> int:
        """Records in a file at most; 0: all of them."""
        return self.settings.shard_size or int("{index}" in self.settings.out)

    @property
    def style(self) -> JsonLayout:
        """How they stand in it."""
        alone = "{index}" in self.settings.out and not self.settings.shard_size
        form: Literal["array", "lines", "alone"] = (
            "lines" if self.settings.jsonl else "alone" if alone else "array"
        )
        return JsonLayout(form, self.settings.indent, is_plain=not self.settings.orjson)

    def announce_outputs(self, model: FoundModel, n: int) -> None:
        """Say what outputs *model* will have, before any is begun."""
        told = {
            "model": model.name,
            "outputs": len(self._split_shards(n)),
            "full_name": get_full_name(model),
        }
        if self.seeds.frozen_seeds is not None:
            told["digest"] = generate.compute_model_digest(model.cls)
        self.sender.send_json(MODEL, told)

    def send_model(self, model: FoundModel, n: int, model_index: int) -> None:
        """An output for each shard of the *n* records of *model*, which is the one at *place* of all."""
        config, lines, turn = self.seeds.resolve_config(model, self.config), None, model_index
        for shard, rows in enumerate(self._split_shards(n)):
            facts = {
                "place": model_index,
                "shard": shard,
                "index": rows.start,
                "records": len(rows),
            }
            self.sender.send_json(OUTPUT, {"model": model.name, **facts})
            try:
                lines = lines or self._build_line_factory(model, n, config)
                turn = self._send_shard(lines, rows, turn)
            except MODEL_ERRORS as error:
                self.sender.send_json(FAILURE, build_failure_report(error, model))
                return
            self.sender.send(CLOSE)
            self.sender.flush()

    def _split_shards(self, n: int) -> list[range]:
        size = self.shard_size or max(n, 1)
        return [range(start, min(start + size, n)) for start in range(0, max(n, 1), size)]

    def _build_line_factory(
        self, model: FoundModel, n: int, config: GenerationConfig
    ) -> LineFactory:
        generate.require_room(model.cls, n, config)
        return generate.build_line_generator(model.cls, config, self.seeds.other_seeds)

    def _send_shard(self, line_factory: LineFactory, rows: range, turn: int) -> int:
        """Send those pieces of *rows* whose turn is this worker's; the turn of the next piece."""
        for piece in split_blocks(rows) if self.workers > 1 else [rows]:
            if turn % self.workers == self.worker:
                ends = {"is_first": piece.start == rows.start, "is_last": piece.stop == rows.stop}
                send_chunks(
                    self.sender,
                    json_text.format_records(
                        line_factory(piece.start, piece.stop), self.style, **ends
                    ),
                )
                if self.workers > 1:
                    self.sender.send(TURN)
                    self.sender.flush()
            turn += 1
        return turn


def send_chunks(sender: FrameSender, chunks: Iterator[bytes]) -> None:
    """Send *chunks* as data, what there is of them at once."""
    for chunk in json_text.gather_chunks(chunks):
        sender.send(DATA, chunk)
        sender.flush()


def split_blocks(rows: range) -> list[range]:
    """*rows* cut where blocks end."""
    cuts = [
        rows.start,
        *range(rows.start - rows.start % BLOCK_SIZE + BLOCK_SIZE, rows.stop, BLOCK_SIZE),
        rows.stop,
    ]
    return [range(start, stop) for start, stop in pairwise(cuts)]


def get_full_name(model: FoundModel) -> str:
    """What *model* is called in a file that outlives the run."""
    name = format_type(model.cls)
    return name if model.kind == "type" else f"{model.cls.__module__}.{name}"


def build_failure_report(error: FixturegenError, model: FoundModel) -> dict[str, Any]:
    """*error* as a report that names *model*."""
    error.facts.setdefault("model", model.name)
    body: dict[str, Any] = error.to_json()["error"]
    return body

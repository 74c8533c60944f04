"""The records of a target's models as files: cut into shards, and these into pieces, of which each worker draws its own.

A piece is a block of indices, so that no word is drawn twice. All workers speak of every output, in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Literal

from pytest_fixturegen import api
from pytest_fixturegen.command_options import JsonConfig
from pytest_fixturegen.emit import json_text
from pytest_fixturegen.emit.json_text import Style
from pytest_fixturegen.errors import EmitError, FixturegenError, MappingError
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.identity import type_name
from pytest_fixturegen.options import GenerationConfig
from pytest_fixturegen.sandbox.discovery import FoundModel
from pytest_fixturegen.sandbox.frames import CLOSE, DATA, FAILURE, MODEL, OUTPUT, TURN, Sender
from pytest_fixturegen.streams import BLOCK

SERVING = (MappingError, EmitError)
"""What may be wrong with one model and no other."""

Lines = Callable[[int, int], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Seeds:
    """The seeds that are remembered, by the full names of models; None: seeds are not remembered."""

    remembered: Mapping[str, int] | None
    others: api.Seeds = ()

    @staticmethod
    def of(models: Sequence[FoundModel], remembered: Mapping[str, int] | None) -> Seeds:
        """What *models* need to know of *remembered*."""
        names = {full_name(model): type_name(model.cls) for model in models}
        return Seeds(remembered, tuple((names[name], seed) for name, seed in (remembered or {}).items() if name in names))

    def settled(self, model: FoundModel, config: GenerationConfig) -> GenerationConfig:
        """*config* with the seed of *model*."""
        return replace(config, seed=(self.remembered or {}).get(full_name(model), config.seed))


@dataclass(frozen=True, slots=True)
class Emission:
    """What one child sends: it is the one at *worker* of *workers*."""

    sender: Sender
    settings: JsonConfig
    config: GenerationConfig
    seeds: Seeds
    worker: int = 0
    workers: int = 1

    @property
    def size(self) -> int:
        """Records in a file at most; 0: all of them."""
        return self.settings.shard_size or int("{index}" in self.settings.out)

    @property
    def style(self) -> Style:
        """How they stand in it."""
        alone = "{index}" in self.settings.out and not self.settings.shard_size
        form: Literal["array", "lines", "alone"] = "lines" if self.settings.jsonl else "alone" if alone else "array"
        return Style(form, self.settings.indent, plain=not self.settings.orjson)

    def announce(self, model: FoundModel, n: int) -> None:
        """Say what outputs *model* will have, before any is begun."""
        told = {"model": model.name, "outputs": len(self._shards(n)), "full_name": full_name(model)}
        if self.seeds.remembered is not None:
            told["digest"] = api.digest_of(model.cls)
        self.sender.say(MODEL, told)

    def send(self, model: FoundModel, n: int, place: int) -> None:
        """An output for each shard of the *n* records of *model*, which is the one at *place* of all."""
        config, lines, turn = self.seeds.settled(model, self.config), None, place
        for shard, rows in enumerate(self._shards(n)):
            facts = {"place": place, "shard": shard, "index": rows.start, "records": len(rows)}
            self.sender.say(OUTPUT, {"model": model.name, **facts})
            try:
                lines = lines or self._maker(model, n, config)
                turn = self._send_shard(lines, rows, turn)
            except SERVING as error:
                self.sender.say(FAILURE, named(error, model))
                return
            self.sender.send(CLOSE)
            self.sender.flush()

    def _shards(self, n: int) -> list[range]:
        size = self.size or max(n, 1)
        return [range(start, min(start + size, n)) for start in range(0, max(n, 1), size)]

    def _maker(self, model: FoundModel, n: int, config: GenerationConfig) -> Lines:
        api.require_room(model.cls, n, config)
        return api.line_maker(model.cls, config, self.seeds.others)

    def _send_shard(self, lines: Lines, rows: range, turn: int) -> int:
        """Send those pieces of *rows* whose turn is this worker's; the turn of the next piece."""
        for piece in pieces(rows) if self.workers > 1 else [rows]:
            if turn % self.workers == self.worker:
                ends = {"first": piece.start == rows.start, "last": piece.stop == rows.stop}
                send(self.sender, json_text.text(lines(piece.start, piece.stop), self.style, **ends))
                if self.workers > 1:
                    self.sender.send(TURN)
                    self.sender.flush()
            turn += 1
        return turn


def send(sender: Sender, chunks: Iterator[bytes]) -> None:
    """Send *chunks* as data, what there is of them at once."""
    for chunk in json_text.gathered(chunks):
        sender.send(DATA, chunk)
        sender.flush()


def pieces(rows: range) -> list[range]:
    """*rows* cut where blocks end."""
    cuts = [rows.start, *range(rows.start - rows.start % BLOCK + BLOCK, rows.stop, BLOCK), rows.stop]
    return [range(start, stop) for start, stop in pairwise(cuts)]


def full_name(model: FoundModel) -> str:
    """What *model* is called in a file that outlives the run."""
    name = type_name(model.cls)
    return name if model.kind == "type" else f"{model.cls.__module__}.{name}"


def named(error: FixturegenError, model: FoundModel) -> dict[str, Any]:
    """*error* as a report that names *model*."""
    error.facts.setdefault("model", model.name)
    body: dict[str, Any] = error.as_json()["error"]
    return body

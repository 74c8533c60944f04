"""What a child says of outputs, on its way into files: each has a place that nobody else has, before any is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytest_fixturegen.emit.frozen_seeds import FrozenSeeds
from pytest_fixturegen.emit.outputs import Outlet, Written
from pytest_fixturegen.errors import FixturegenError, from_json
from pytest_fixturegen.sandbox import frames
from pytest_fixturegen.sandbox.frames import Frame

Report = dict[str, Any]


@dataclass(slots=True)
class Outcome:
    """What came of a command: the outputs *written*, and the error of each model that could not be served."""

    written: list[Written] = field(default_factory=list)
    failures: list[FixturegenError] = field(default_factory=list)


class AbandonedError(BaseException):
    """The output that is being written has no end: its model failed. No Exception, so that no plugin catches it."""


@dataclass(slots=True)
class Announced:
    """The models that outputs were announced of: each has a place, and its seed. Shards hold *size* records."""

    outlet: Outlet
    seed: int = 0
    seeds: FrozenSeeds | None = None
    size: int = 1
    names: list[str] = field(default_factory=list)

    def add(self, facts: Report) -> None:
        """Take note of a model. Raises EmitError when one of its outputs has no place of its own."""
        self.names.append(text_of(facts, "full_name"))
        if self.seeds:
            self.seeds.meet(self.names[-1], text_of(facts, "digest"), self.seed)
        for shard in range(min(_whole(facts, "outputs"), 2)):
            self.path({**facts, "place": len(self.names) - 1, "shard": shard, "index": shard * self.size})

    def path(self, facts: Report) -> Path | None:
        """The path of the output that *facts* tell of."""
        place, shard, index = (_whole(facts, name) for name in ("place", "shard", "index"))
        if place >= len(self.names):
            raise frames.broken("sent an output that it did not announce")
        seed = self.seeds.seed_of(self.names[place], self.seed) if self.seeds else self.seed
        model = str(facts.get("model"))
        what = f"{model} (shard {shard})" if shard else model
        return self.outlet.path(what, model=model, seed=seed, place=place, shard=shard, index=index)


def outputs_of(received: Iterator[Frame], outlet: Outlet, announced: Announced) -> Outcome:
    outcome, failed = Outcome(), set()
    for tag, payload in received:
        facts = frames.as_mapping(payload)
        if tag == frames.MODEL:
            announced.add(facts)
            continue
        if tag != frames.OUTPUT:
            raise frames.broken("spoke out of turn")
        path = announced.path(facts)
        try:
            outcome.written.append(
                outlet.write(path, _chunks(received, outcome), [str(facts.get("model"))], _whole(facts, "shard"))
            )
        except AbandonedError:
            failed.add(_whole(facts, "place"))
    if announced.seeds and not outlet.checks:
        announced.seeds.keep({name for place, name in enumerate(announced.names) if place not in failed})
    return outcome


def reports_of(received: Iterator[Frame]) -> tuple[list[Report], list[FixturegenError]]:
    reports, failures = [], []
    for tag, payload in received:
        body = frames.as_mapping(payload)
        if tag == frames.FAILURE:
            failures.append(from_json(body))
        else:
            reports.append(body)
    return reports, failures


def _whole(facts: Report, name: str) -> int:
    """The number that the child says: nothing else may get into a path."""
    value = facts.get(name, 0)
    if not isinstance(value, int):
        raise frames.broken("sent a number that is none")
    return value


def text_of(facts: Report, name: str) -> str:
    value = facts.get(name, "")
    if not isinstance(value, str):
        raise frames.broken("sent a text that is none")
    return value


def _chunks(received: Iterator[Frame], outcome: Outcome) -> Iterator[bytes]:
    """The data of one output, up to its end."""
    for tag, payload in received:
        if tag == frames.CLOSE:
            return
        if tag == frames.FAILURE:
            outcome.failures.append(from_json(frames.as_mapping(payload)))
            raise AbandonedError
        if tag != frames.DATA:
            break
        yield payload
    raise frames.broken("left an output open")

"""What a child says of outputs, on its way into files: each has a place that nobody else has, before any is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytest_fixturegen.emitters.frozen_seeds import FrozenSeeds
from pytest_fixturegen.emitters.outputs import Outlet
from pytest_fixturegen.errors import FixturegenError, rebuild_error
from pytest_fixturegen.plugins.contracts import WrittenOutput
from pytest_fixturegen.worker import frames
from pytest_fixturegen.worker.frames import Frame

Report = dict[str, Any]


@dataclass(slots=True)
class EmitResult:
    """What came of a command: the outputs *written*, and the error of each model that could not be served."""

    outputs: list[WrittenOutput] = field(default_factory=list)
    failures: list[FixturegenError] = field(default_factory=list)


class AbandonedError(BaseException):
    """The output that is being written has no end: its model failed. No Exception, so that no plugin catches it."""


@dataclass(slots=True)
class OutputPlan:
    """The models that outputs were announced of: each has a place, and its seed. Shards hold *size* records."""

    outlet: Outlet
    seed: int = 0
    seeds: FrozenSeeds | None = None
    shard_size: int = 1
    model_names: list[str] = field(default_factory=list)

    def add_model(self, facts: Report) -> None:
        """Take note of a model. Raises EmitError when one of its outputs has no place of its own."""
        self.model_names.append(parse_text(facts, "full_name"))
        if self.seeds:
            self.seeds.register_model(self.model_names[-1], parse_text(facts, "digest"), self.seed)
        for shard in range(min(_parse_int(facts, "outputs"), 2)):
            self.build_path(
                {
                    **facts,
                    "place": len(self.model_names) - 1,
                    "shard": shard,
                    "index": shard * self.shard_size,
                }
            )

    def build_path(self, facts: Report) -> Path | None:
        """The path of the output that *facts* tell of."""
        place, shard, index = (_parse_int(facts, name) for name in ("place", "shard", "index"))
        if place >= len(self.model_names):
            raise frames.build_protocol_error("sent an output that it did not announce")
        seed = self.seeds.get_seed(self.model_names[place], self.seed) if self.seeds else self.seed
        model = str(facts.get("model"))
        what = f"{model} (shard {shard})" if shard else model
        return self.outlet.claim_path(
            what, model=model, seed=seed, place=place, shard=shard, index=index
        )


def write_outputs(frame_stream: Iterator[Frame], outlet: Outlet, plan: OutputPlan) -> EmitResult:
    outcome, failed = EmitResult(), set()
    for tag, payload in frame_stream:
        facts = frames.parse_json_object(payload)
        if tag == frames.MODEL:
            plan.add_model(facts)
            continue
        if tag != frames.OUTPUT:
            raise frames.build_protocol_error("spoke out of turn")
        path = plan.build_path(facts)
        try:
            outcome.outputs.append(
                outlet.write(
                    path,
                    _read_chunks(frame_stream, outcome),
                    [str(facts.get("model"))],
                    _parse_int(facts, "shard"),
                )
            )
        except AbandonedError:
            failed.add(_parse_int(facts, "place"))
    if plan.seeds and not outlet.is_check:
        plan.seeds.save_models(
            {name for place, name in enumerate(plan.model_names) if place not in failed}
        )
    return outcome


def read_reports(frame_stream: Iterator[Frame]) -> tuple[list[Report], list[FixturegenError]]:
    reports, failures = [], []
    for tag, payload in frame_stream:
        body = frames.parse_json_object(payload)
        if tag == frames.FAILURE:
            failures.append(rebuild_error(body))
        else:
            reports.append(body)
    return reports, failures


def _parse_int(facts: Report, key: str) -> int:
    """The number that the child says: nothing else may get into a path."""
    value = facts.get(key, 0)
    if not isinstance(value, int):
        raise frames.build_protocol_error("sent a number that is none")
    return value


def parse_text(facts: Report, key: str) -> str:
    value = facts.get(key, "")
    if not isinstance(value, str):
        raise frames.build_protocol_error("sent a text that is none")
    return value


def _read_chunks(frame_stream: Iterator[Frame], result: EmitResult) -> Iterator[bytes]:
    """The data of one output, up to its end."""
    for tag, payload in frame_stream:
        if tag == frames.CLOSE:
            return
        if tag == frames.FAILURE:
            result.failures.append(rebuild_error(frames.parse_json_object(payload)))
            raise AbandonedError
        if tag != frames.DATA:
            break
        yield payload
    raise frames.build_protocol_error("left an output open")

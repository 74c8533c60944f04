"""Outputs of the child on their way into files.

Every output gets a path that no other output has, before the first one is written.
"""

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
from pytest_fixturegen.worker.frames import FrameStream

Report = dict[str, Any]
"""A JSON object that the child sent."""


@dataclass(slots=True)
class EmitResult:
    """The outputs of a command, and the error of each model that failed."""

    outputs: list[WrittenOutput] = field(default_factory=list)
    failures: list[FixturegenError] = field(default_factory=list)


class AbandonedError(BaseException):
    """The model of the current output failed, so the output has no end.

    It is not an Exception, so that no plugin that writes the output catches it.
    """


@dataclass(slots=True)
class OutputPlan:
    """The announced models, each with its path and its seed.

    *shard_size* is the number of records in a shard.
    """

    outlet: Outlet
    seed: int = 0
    seeds: FrozenSeeds | None = None
    shard_size: int = 1
    model_names: list[str] = field(default_factory=list)

    def add_model(self, facts: Report) -> None:
        """Register an announced model.

        Raise EmitError if one of its outputs would have the path of another output. Two shards
        are enough to find out: their paths differ, or all of them are equal.
        """
        name = parse_text(facts, "full_name")
        model_index = len(self.model_names)
        self.model_names.append(name)
        if self.seeds:
            self.seeds.register_model(name, parse_text(facts, "digest"), self.seed)
        for shard in range(min(_parse_int(facts, "outputs"), 2)):
            first_record = shard * self.shard_size
            self.build_path({**facts, "place": model_index, "shard": shard, "index": first_record})

    def build_path(self, facts: Report) -> Path | None:
        """Return the path of the output that *facts* describe; None for standard output."""
        model_index = _parse_int(facts, "place")
        shard, first_record = _parse_int(facts, "shard"), _parse_int(facts, "index")
        if model_index >= len(self.model_names):
            raise frames.build_protocol_error("sent an output that it did not announce")
        seed = self.seed
        if self.seeds:
            seed = self.seeds.get_seed(self.model_names[model_index], self.seed)
        model = str(facts.get("model"))
        label = f"{model} (shard {shard})" if shard else model
        return self.outlet.claim_path(
            label, model=model, seed=seed, place=model_index, shard=shard, index=first_record
        )


def write_outputs(
    frame_stream: FrameStream,
    outlet: Outlet,
    plan: OutputPlan,
) -> EmitResult:
    """Write every output of *frame_stream*, and save the seeds of the models that succeeded."""
    result = EmitResult()
    failed_models: set[int] = set()
    for tag, payload in frame_stream:
        facts = frames.parse_json_object(payload)
        if tag == frames.MODEL:
            plan.add_model(facts)
            continue
        if tag != frames.OUTPUT:
            raise frames.build_order_error()
        path, shard = plan.build_path(facts), _parse_int(facts, "shard")
        chunks = _read_chunks(frame_stream, result)
        try:
            output = outlet.write(
                path,
                chunks,
                [str(facts.get("model"))],
                shard,
            )
        except AbandonedError:
            failed_models.add(_parse_int(facts, "place"))
        else:
            result.outputs.append(output)
    if plan.seeds and not outlet.is_check:
        names = enumerate(plan.model_names)
        plan.seeds.save_models({name for index, name in names if index not in failed_models})
    return result


def read_reports(frame_stream: FrameStream) -> tuple[list[Report], list[FixturegenError]]:
    """Return the reports of *frame_stream*, and the errors of the models that failed."""
    reports, failures = [], []
    for tag, payload in frame_stream:
        body = frames.parse_json_object(payload)
        if tag == frames.FAILURE:
            failures.append(rebuild_error(body))
        else:
            reports.append(body)
    return reports, failures


def _parse_int(facts: Report, key: str) -> int:
    """Return the number at *key*. It becomes part of a path, so anything else is an error."""
    value = facts.get(key, 0)
    if not isinstance(value, int):
        raise frames.build_protocol_error("sent an invalid number")
    return value


def parse_text(facts: Report, key: str) -> str:
    """Return the text at *key*; raise UnsafeImportViolation if it is anything else."""
    value = facts.get(key, "")
    if not isinstance(value, str):
        raise frames.build_protocol_error("sent an invalid text")
    return value


def _read_chunks(frame_stream: FrameStream, result: EmitResult) -> Iterator[bytes]:
    """Yield the data of one output up to its end."""
    for tag, payload in frame_stream:
        if tag == frames.CLOSE:
            return
        if tag == frames.FAILURE:
            result.failures.append(rebuild_error(frames.parse_json_object(payload)))
            raise AbandonedError
        if tag != frames.DATA:
            break
        yield payload
    raise frames.build_protocol_error("did not finish an output")

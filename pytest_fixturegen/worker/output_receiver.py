"""Outputs of the child on their way into files.

Every output gets a path that no other output has, before the first one is written.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytest_fixturegen.emitters.frozen_seeds import FrozenSeeds
from pytest_fixturegen.emitters.outputs import Outlet, format_shard_parts
from pytest_fixturegen.errors import FixturegenError, rebuild_error
from pytest_fixturegen.plugins.contracts import WrittenOutput
from pytest_fixturegen.worker import frames
from pytest_fixturegen.worker.case_notices import describe_cases
from pytest_fixturegen.worker.frames import FrameStream
from pytest_fixturegen.worker.joined_output import JoinedLayout, hold_text
from pytest_fixturegen.worker.unread_files import UnreadFiles

PARTITION_PATTERN = re.compile(r"[\w%~. -]{1,200}=[\w%~. -]{1,600}", re.ASCII)
"""The folder of a partition, as the child quotes it: it has no slash, and begins with a name."""

Report = dict[str, Any]
"""A JSON object that the child sent."""


@dataclass(slots=True)
class EmitResult:
    """The outputs of a command, and the error of each model that failed.

    *model_count* is the number of all models, if the child announced them. *notices* are sentences
    about the cases that were found. *unread* are the files of a folder that failed.
    """

    outputs: list[WrittenOutput] = field(default_factory=list)
    failures: list[FixturegenError] = field(default_factory=list)
    model_count: int = 0
    notices: list[str] = field(default_factory=list)
    unread: UnreadFiles = field(default_factory=UnreadFiles)


class AbandonedError(BaseException):
    """The model of the current output failed, so the output has no end.

    It is not an Exception, so that no plugin that writes the output catches it.
    """


@dataclass(slots=True)
class OutputPlan:
    """The announced models, each with its path and its seed.

    *shard_size* is the number of records in a shard. With *joined*, several models share one
    output. If they do not, *several_template* is the path of several models, unless it is empty.
    """

    outlet: Outlet
    seed: int = 0
    seeds: FrozenSeeds | None = None
    shard_size: int = 1
    joined: JoinedLayout | None = None
    several_template: str = ""
    announced: list[Report] = field(default_factory=list)
    model_names: list[str] = field(default_factory=list)
    short_names: list[str] = field(default_factory=list)
    name_counts: Counter[str] = field(default_factory=Counter)
    failed_models: set[int] = field(default_factory=set)
    last_parts: dict[int, dict[str, Any]] = field(default_factory=dict)
    """The parts of the path of each model's last output."""

    @property
    def joined_layout(self) -> JoinedLayout | None:
        """The layout of several models in one output; None for one output a model."""
        return self.joined if len(self.model_names) > 1 else None

    def get_short_name(self, model_index: int) -> str:
        """Return the name of an announced model, with its module if another one is its namesake."""
        if model_index >= len(self.model_names):
            raise frames.build_protocol_error("sent an output that it did not announce")
        name = self.short_names[model_index]
        return name if self.name_counts[name] == 1 else self.model_names[model_index]

    def add_model(self, facts: Report) -> None:
        """Register an announced model.

        Raise EmitError if one of its outputs would have the path of another output. Two shards
        are enough to find out: their paths differ, or all of them are equal.
        """
        name = parse_text(facts, "full_name")
        model_index = len(self.model_names)
        self.model_names.append(name)
        self.short_names.append(parse_text(facts, "model"))
        self.name_counts[self.short_names[-1]] += 1
        if self.outlet.form:
            self.outlet.form.digests[self.short_names[-1]] = parse_text(
                facts,
                "digest",
            )
        if self.seeds:
            self.seeds.register_model(
                name,
                parse_text(facts, "digest"),
                self.seed,
            )
        self.announced.append(facts)
        if self.joined:
            return
        if model_index == 1 and self.several_template:
            self.outlet.template = self.several_template
            self.outlet.claimed_paths.clear()
            self._claim_paths(0)
        self._claim_paths(model_index)

    def _claim_paths(self, model_index: int) -> None:
        """Claim the first paths of an announced model."""
        facts = self.announced[model_index]
        for shard in range(min(_parse_int(facts, "outputs"), 2)):
            first_record = shard * self.shard_size
            self.build_path({**facts, "place": model_index, "shard": shard, "index": first_record})

    def build_path(self, facts: Report) -> Path | None:
        """Return the path of the output that *facts* describe; None for standard output."""
        model_index = _parse_int(facts, "place")
        shard, first_record = _parse_int(facts, "shard"), _parse_int(facts, "index")
        self.get_short_name(model_index)  # raises if the child did not announce it
        seed = self.seed
        if self.seeds:
            seed = self.seeds.get_seed(
                self.model_names[model_index],
                self.seed,
            )
        model = str(facts.get("model"))
        label = f"{model} (shard {shard})" if shard else model
        parts = {
            "model": model,
            "seed": seed,
            **format_shard_parts(shard, first_record),
            "partition": parse_partition(facts),
        }
        self.last_parts[model_index] = parts
        return self.outlet.claim_path(
            label,
            place=model_index,
            **parts,
        )


def write_outputs(
    frame_stream: FrameStream,
    outlet: Outlet,
    plan: OutputPlan,
) -> EmitResult:
    """Write every output of *frame_stream*, and save the seeds of the models that succeeded."""
    result = EmitResult()
    for tag, payload in frame_stream:
        facts = frames.parse_json_object(payload)
        if tag == frames.MODEL:
            plan.add_model(facts)
        elif tag == frames.FAILURE:
            result.failures.append(rebuild_error(facts))
        elif tag != frames.OUTPUT:
            raise frames.build_order_error()
        elif plan.joined_layout:
            _write_joined(
                frame_stream,
                facts,
                outlet,
                plan,
                result,
            )
        else:
            _write_output(
                frame_stream,
                facts,
                outlet,
                plan,
                result,
            )
    if plan.seeds and not outlet.is_dry:
        names = enumerate(plan.model_names)
        plan.seeds.save_models({name for index, name in names if index not in plan.failed_models})
    result.model_count = len(plan.model_names)
    return result


def _write_output(
    frame_stream: FrameStream,
    facts: Report,
    outlet: Outlet,
    plan: OutputPlan,
    result: EmitResult,
) -> None:
    """Write the output that *facts* describe, unless its model fails."""
    result.notices += describe_cases(facts)
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
        plan.failed_models.add(_parse_int(facts, "place"))
    else:
        result.outputs.append(output)
        if outlet.log is not None and "records" in facts:
            outlet.log.add_range(_parse_int(facts, "records"), _parse_int(facts, "index"))


def _write_joined(
    frame_stream: FrameStream,
    facts: Report,
    outlet: Outlet,
    plan: OutputPlan,
    result: EmitResult,
) -> None:
    """Write one output of all models, of which *facts* describe the first one."""
    path = outlet.claim_path("the models", seed=plan.seed)
    names = [plan.get_short_name(index) for index in range(len(plan.model_names))]
    try:
        chunks = _join_models(
            frame_stream,
            facts,
            plan,
            result,
        )
        result.outputs.append(
            outlet.write(
                path,
                chunks,
                names,
            )
        )
    except AbandonedError:
        pass  # the failures say why no model is left


def _join_models(
    frame_stream: FrameStream,
    facts: Report,
    plan: OutputPlan,
    result: EmitResult,
) -> Iterator[bytes]:
    """Yield the text of all models that succeed; raise AbandonedError if none does."""
    layout = plan.joined_layout or JoinedLayout()
    tag, is_first, previous_index = frames.OUTPUT, True, -1
    while tag == frames.OUTPUT:
        model_index = _parse_int(facts, "place")
        if model_index <= previous_index:
            raise frames.build_order_error()
        previous_index = model_index
        name = plan.get_short_name(model_index)
        result.notices += describe_cases(facts)
        try:
            with hold_text(_read_chunks(frame_stream, result)) as text:
                yield from layout.format_model(
                    name,
                    text,
                    is_first=is_first,
                )
                is_first = False
        except AbandonedError:
            plan.failed_models.add(model_index)
        tag, payload = next(frame_stream, (b"", b"{}"))
        facts = frames.parse_json_object(payload)
    if tag:
        raise frames.build_order_error()
    if is_first:
        raise AbandonedError
    yield layout.end


def read_reports(frame_stream: FrameStream) -> tuple[list[Report], list[FixturegenError]]:
    """Return the reports of *frame_stream*, and the errors of the models that failed."""
    reports, failures = [], []
    for tag, payload in frame_stream:
        body = frames.parse_json_object(payload)
        if tag == frames.FAILURE:
            failures.append(rebuild_error(body))
        elif tag == frames.REPORT:
            reports.append(body)
    return reports, failures


def _parse_int(facts: Report, key: str) -> int:
    """Return the count at *key*. It becomes part of a path, so anything else is an error."""
    value = facts.get(key, 0)
    if type(value) is not int or not 0 <= value <= sys.maxsize:  # type(): a bool is an int, too
        raise frames.build_protocol_error("sent an invalid number")
    return value


def parse_text(facts: Report, key: str) -> str:
    """Return the text at *key*; raise UnsafeImportViolation if it is anything else."""
    value = facts.get(key, "")
    if not isinstance(value, str):
        raise frames.build_protocol_error("sent an invalid text")
    return value


def parse_partition(facts: Report) -> str:
    """Return the folder of a partition, ``name=value``; empty without one.

    It becomes part of a path, so anything but a quoted value is an error.
    """
    partition = parse_text(facts, "partition")
    if partition and not PARTITION_PATTERN.fullmatch(partition):
        raise frames.build_protocol_error("sent an invalid partition")
    return partition


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

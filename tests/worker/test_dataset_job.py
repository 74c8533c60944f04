"""The share of one worker of a dataset, from any point on."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

import pytest
from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig
from pytest_fixturegen.config.dataset_options import DatasetConfig
from pytest_fixturegen.discovery.found_model import FoundModel
from pytest_fixturegen.worker.dataset_job import DatasetEmitter
from pytest_fixturegen.worker.frames import OUTPUT, TURN, Frame, FrameSender, read_frames
from pytest_fixturegen.worker.json_shards import ModelSeeds
from pytest_fixturegen.worker.work_share import ResumePoint, WorkShare

SETTINGS = DatasetConfig(format="csv", partition_by="grade", shard_size=20)


class Pupil(BaseModel):
    id: int
    grade: Literal["a", "b", "c"]


def send(worker: int, resume: ResumePoint) -> list[Frame]:
    """Return the frames of one of two workers for 90 records, from *resume* on."""
    channel = BytesIO()
    share = WorkShare(worker, 2, resume)
    emitter = DatasetEmitter(
        FrameSender(channel), SETTINGS, GenerationConfig(), ModelSeeds(None), share
    )
    emitter.send_model(FoundModel(Pupil, __name__, "Pupil", "model"), range(90), 0, 90)
    channel.write(b"Z\x00\x00\x00\x00")  # the end of the run
    return list(read_frames(BytesIO(channel.getvalue())))


def split_outputs(frames: list[Frame]) -> list[list[Frame]]:
    """Return the frames of each output, and those between outputs."""
    parts: list[list[Frame]] = [[]]
    for frame in frames:
        if frame[0] in (OUTPUT, TURN):
            parts.append([])
        if frame[0] != b"P":
            parts[-1].append(frame)
    return [part for part in parts if part]


@pytest.mark.parametrize(("worker", "shards"), [(0, 3), (1, 2)])
def test_a_worker_goes_on_with_any_file_of_its_share(worker: int, shards: int) -> None:
    whole = split_outputs(send(worker, ResumePoint()))
    assert [part[0][0] for part in whole] == [OUTPUT, OUTPUT, OUTPUT, TURN] * shards
    for pieces in range(shards):
        for outputs in range(4):
            rest = split_outputs(send(worker, ResumePoint(0, outputs, pieces)))
            assert rest == whole[4 * pieces + outputs :]
    assert send(worker, ResumePoint(1)) == []

"""Samples of records: a few blocks of large files are made again, and compared one by one."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import IO, Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.remote_files import (
    compute_file_digest,
    measure_file,
    open_file,
)
from pytest_fixturegen.config.case_options import has_cases
from pytest_fixturegen.config.command_options import ImportConfig, JsonConfig
from pytest_fixturegen.config.dataset_options import COLUMNAR_FORMATS, DatasetConfig
from pytest_fixturegen.config.record_ranges import get_end
from pytest_fixturegen.emitters.artifact_log import ArtifactLog
from pytest_fixturegen.emitters.lock_file import Entry
from pytest_fixturegen.emitters.outputs import STDOUT_MARK
from pytest_fixturegen.streams import BLOCK_SIZE
from pytest_fixturegen.worker.drift import Drift, describe_line
from pytest_fixturegen.worker.locked_runs import LockedCommand

Artifact = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sample:
    """Consecutive records of *artifact*, by their indices."""

    artifact: Artifact
    rows: range


def can_sample(command: LockedCommand, entry: Entry) -> bool:
    """Return whether records of *command* can be made and found one by one.

    That needs files of one model each, with one record a line, or the rows of a columnar table.
    """
    settings = command.configs[0]
    has_records = all("records" in each and each["path"] for each in entry["artifacts"])
    if isinstance(settings, DatasetConfig):
        return has_records and settings.format in COLUMNAR_FORMATS and not settings.partition_by
    if not isinstance(settings, JsonConfig) or has_cases(settings):
        return False
    is_line_wise = settings.jsonl or not settings.indent
    is_alone = "{index}" in settings.out and not settings.shard_size
    return is_line_wise and not is_alone and has_records


def choose_samples(
    artifacts: Sequence[Artifact], count: int, generator: random.Random
) -> list[Sample]:
    """Return blocks with at least *count* records of *artifacts*, or all; neighbours are joined."""
    blocks = [
        Sample(artifact, rows) for artifact in artifacts for rows in _split_artifact(artifact)
    ]
    chosen: set[int] = set()
    size = 0
    for number in generator.sample(range(len(blocks)), len(blocks)):
        if size >= count:
            break
        chosen.add(number)
        size += len(blocks[number].rows)
    return list(_join_neighbours(blocks[number] for number in sorted(chosen)))


def _split_artifact(artifact: Artifact) -> Iterator[range]:
    """Yield the blocks of the records of *artifact*."""
    first = artifact.get("start", 0)
    stop = first + artifact["records"]
    for start in range(
        first,
        stop,
        BLOCK_SIZE,
    ):
        yield range(start, min(start + BLOCK_SIZE, stop))


def _join_neighbours(samples: Iterable[Sample]) -> Iterator[Sample]:
    """Yield *samples*, those that follow one another in a file as one."""
    last: Sample | None = None
    for sample in samples:
        if last and last.artifact is sample.artifact and last.rows.stop == sample.rows.start:
            last = Sample(last.artifact, range(last.rows.start, sample.rows.stop))
            continue
        if last:
            yield last
        last = sample
    if last:
        yield last


def check_samples(
    command: LockedCommand,
    entry: Entry,
    imports: ImportConfig,
    count: int,
    generator: random.Random | None = None,
) -> list[Drift]:
    """Return the drifts of a sample of *count* records, and of the sizes of all files.

    *generator* chooses the blocks; each run chooses others without it.
    """
    sizes = [drift for artifact in entry["artifacts"] for drift in _check_size(artifact)]
    missing = {drift.artifact for drift in sizes if drift.message == "is missing"}
    found: list[Drift] = []
    artifacts = [each for each in entry["artifacts"] if each["path"] not in missing]
    for sample in choose_samples(
        artifacts,
        count,
        generator or random.SystemRandom(),
    ):
        made = _make_output(command, sample, imports)
        if made is not None:
            found += _compare(command, sample, made)
    # A record that differs says more than a size does.
    explained = {drift.artifact for drift in found}
    return [*(drift for drift in sizes if drift.artifact not in explained), *found]


def _check_size(artifact: Artifact) -> Iterator[Drift]:
    """Yield a drift if the file is missing or has another size."""
    size = measure_file(artifact["path"])
    if size is None:
        yield Drift(
            "file",
            artifact["path"],
            "is missing",
            artifact["path"],
        )
    elif size != artifact["bytes"]:
        message = f"was edited: it has {size} bytes, expected {artifact['bytes']}"
        yield Drift(
            "file",
            artifact["path"],
            message,
            artifact["path"],
        )


def _make_output(command: LockedCommand, sample: Sample, imports: ImportConfig) -> bytes | None:
    """Return a file with the records of *sample* alone.

    Return None if its model is one that only links select.
    """
    settings = command.configs[0]
    generation = command.generation
    is_json = isinstance(settings, JsonConfig)
    form = replace(settings, jsonl=True, indent=0) if is_json else settings
    part = replace(
        form,
        n=len(sample.rows),
        start=sample.rows.start,
        shard="",
        shard_size=0,
        out=STDOUT_MARK,
        with_related=False,
        workers=1,
    )
    related = generation.related or get_end(settings)
    log = ArtifactLog(keeps_data=True)
    command.with_configs(part, replace(generation, related=related)).run(imports, log)
    return log.data.get(tuple(sample.artifact["models"]))


def _compare(command: LockedCommand, sample: Sample, made: bytes) -> Iterator[Drift]:
    """Yield the first difference between the records of a file and those that were *made*.

    If nobody has edited the file, it has the digest of the lock, and the data has changed.
    """
    settings = command.configs[0]
    path = sample.artifact["path"]
    first = sample.rows.start - sample.artifact.get("start", 0)
    with open_file(path) as file:
        if isinstance(settings, JsonConfig):
            difference = _find_other_line(file, first, made.splitlines(), jsonl=settings.jsonl)
        else:
            from pytest_fixturegen.worker import table_rows  # needs pyarrow

            rows = range(first, first + len(sample.rows))
            difference = table_rows.find_other_row(file, settings.format, rows, made)
    if not difference:
        return
    if compute_file_digest(path) == sample.artifact["sha256"]:
        yield Drift("data", path, f"other records are made now: {difference}", path)
    else:
        yield Drift("file", path, f"was edited: {difference}", path)


def _find_other_line(
    file: IO[bytes],
    first: int,
    expected: Sequence[bytes],
    *,
    jsonl: bool,
) -> str:
    """Return the first difference of the lines of *file* from *first* on; empty without one."""
    if not jsonl:
        first += 1  # the bracket
    lines = list(islice(file, first, first + len(expected)))
    for number, made in enumerate(expected):
        found = lines[number].rstrip(b"\r\n") if number < len(lines) else None
        if found is not None and not jsonl:
            found = found.removesuffix(b",")
        if found != made:
            shown = None if found is None else found.decode("utf-8", "replace")
            return describe_line(first + number + 1, shown, made.decode())
    return ""

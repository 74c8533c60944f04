"""``--engine dask``: the files of a command are tasks of a cluster, and the lock is written last.

A task depends on nothing but its range, so a killed worker costs the ranges that it was making:
Dask, or at last this module, gives them to another one.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from pytest_fixturegen._internal.remote_files import put_file
from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.config.field_policies import to_json_dict
from pytest_fixturegen.config.record_ranges import get_end, select_rows, split_files
from pytest_fixturegen.emitters.lock_file import LOCK_FILE, format_lock
from pytest_fixturegen.emitters.outputs import STDOUT_MARK
from pytest_fixturegen.errors import EmitError, FixturegenError, UsageError
from pytest_fixturegen.worker.dask_task import (
    count_related,
    describe_command,
    split_url,
    write_range,
)
from pytest_fixturegen.worker.locked_runs import LockedCommand, list_options, require_lockable

LOCAL = "local"
"""The scheduler of a cluster that is started for one command."""

MAX_LOST_RUNS = 20
"""How often a range may be lost with its workers."""

CONNECT_SECONDS = 30

Artifacts = list[dict[str, Any]]


def write_with_dask(
    command: LockedCommand,
    imports: ImportConfig,
    scheduler: str,
    *,
    workers: int = 0,
    on_progress: Callable[[int, str], None] = lambda _, __: None,
) -> str:
    """Write the files of *command* on the workers of *scheduler*; return the path of the lock.

    *on_progress* is called with the number of records that are written.
    """
    settings = command.configs[0]
    _require_divisible(command)
    divided = command.with_configs(count_related(command.generation, get_end(settings)))
    rows = select_rows(settings, settings.shard_size)
    files = [part for _, part in split_files(rows, settings.shard_size, settings.shard)]
    body = describe_command(divided)
    artifacts: Artifacts = []
    done = 0
    with connect(scheduler, workers) as client:
        futures = [
            client.submit(
                write_range, body, to_json_dict(imports), part.start, len(part), pure=False
            )
            for part in files
        ]
        for count, made in _collect(client, futures, files):
            artifacts += made
            done += count
            on_progress(done, "written")
    return _write_manifest(command, imports, artifacts)


def _require_divisible(command: LockedCommand) -> None:
    """Raise UsageError if *command* cannot be divided into files for several workers."""
    require_lockable(command)
    settings = command.configs[0]
    if settings.out == STDOUT_MARK:
        raise UsageError(
            "--engine dask writes files: expected --out, got standard output.",
            hint="Name a folder or a URL, such as --out s3://bucket/users.",
        )
    if not settings.shard_size:
        raise UsageError(
            "--engine dask needs --shard-size: each task writes one file.",
            hint="Give --shard-size 100000, the records of a file.",
        )
    if settings.with_related:
        raise UsageError(
            "--with-related does not go with --engine dask.",
            hint="Write the models that links point to with a command of their own.",
        )
    if settings.check:
        raise UsageError(
            "--check does not go with --engine dask.",
            hint="Compare the files with 'pfg verify --lock-file', and the lock in their folder.",
        )


@contextmanager
def connect(scheduler: str, workers: int = 0) -> Iterator[Any]:
    """Yield a client of the cluster at *scheduler*, or of a new one on this machine.

    A new one has several *workers*, or one for each core.

    Raise UsageError if distributed is missing, and EmitError if nobody answers at the address.
    """
    distributed = load_distributed()
    with ExitStack() as stack:
        if scheduler in ("", LOCAL):
            cluster = distributed.LocalCluster(
                n_workers=workers if workers > 1 else None,
                threads_per_worker=1,
                dashboard_address=None,
                silence_logs=logging.ERROR,
            )
            scheduler = stack.enter_context(cluster).scheduler_address
        try:
            client = distributed.Client(scheduler, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            reason = " ".join(str(error).split())
            raise EmitError(
                f"No Dask scheduler answers at {scheduler}: {reason}.",
                hint="Start one with 'dask scheduler', or let --scheduler local start a cluster.",
                scheduler=scheduler,
            ) from error
        yield stack.enter_context(client)


def load_distributed() -> Any:
    """Return the package distributed. Raise UsageError if it is missing."""
    try:
        import distributed
    except ImportError as error:
        raise UsageError(
            "--engine dask needs the package distributed, which is not installed.",
            hint="Install pytest-fixturegen[dask].",
        ) from error
    return distributed


def _collect(
    client: Any, futures: list[Any], files: list[range]
) -> Iterator[tuple[int, Artifacts]]:
    """Yield the number of records and the artifacts of each range, as they are written.

    Dask gives up a task after some lost workers; such a range is asked for again.
    """
    distributed = load_distributed()
    sizes = {future.key: len(part) for future, part in zip(futures, files, strict=True)}
    lost: dict[str, int] = dict.fromkeys(sizes, 0)
    completed = distributed.as_completed(futures, loop=client.loop)
    for future in completed:
        if future.status == "finished":
            yield sizes[future.key], future.result()
            continue
        error = future.exception()
        lost[future.key] += 1
        is_lost = isinstance(error, distributed.KilledWorker)
        if not is_lost or lost[future.key] > MAX_LOST_RUNS:
            client.cancel(futures)
            raise _translate_error(error)
        future.retry()
        completed.add(future)


def _translate_error(error: BaseException) -> FixturegenError:
    """Return *error* of a task as an error of this package."""
    if isinstance(error, FixturegenError):
        return error
    reason = " ".join(str(error).split()) or type(error).__name__
    return EmitError(
        f"A task of Dask failed: {reason}.",
        hint="The log of the worker says more. Its Python needs this package and the target.",
    )


def _write_manifest(
    command: LockedCommand,
    imports: ImportConfig,
    artifacts: Artifacts,
) -> str:
    """Write the lock of *command* next to its files, and return its path."""
    entry = {
        "command": command.text,
        "seed": command.generation.seed,
        "options": list_options(command),
        "models": command.describe_models(imports),
        "artifacts": sorted(artifacts, key=_get_place),
    }
    path = find_manifest(command.configs[0].out)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / LOCK_FILE
        file.write_bytes(format_lock([entry]))
        put_file(file, path)
    return path


def _get_place(artifact: dict[str, Any]) -> tuple[str, int]:
    """Return the key of the order in which one process writes the files."""
    return str(artifact["models"]), artifact.get("start", 0)


def find_manifest(out: str) -> str:
    """Return the path of the lock of the files at *out*, a folder or the path of a file."""
    prefix, tail = split_url(out)
    path = PurePosixPath(tail)
    folder = path.parent if path.suffix else path
    while "{" in folder.name:
        folder = folder.parent
    return f"{prefix}{folder / LOCK_FILE}"

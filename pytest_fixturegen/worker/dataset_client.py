"""The parent's client of datasets: the child makes the bytes of the files, this writes them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from pytest_fixturegen._internal.owned_files import (
    DATASET_KINDS,
    OTHER_OUTPUT,
    FileKind,
    is_replaceable,
)
from pytest_fixturegen.config.command_options import FreezeConfig, ImportConfig, SelectionConfig
from pytest_fixturegen.config.dataset_options import COLUMNAR_FORMATS, DatasetConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.config.record_ranges import is_range, select_rows, split_files
from pytest_fixturegen.discovery.targets import parse_target
from pytest_fixturegen.emitters.artifact_log import ArtifactLog
from pytest_fixturegen.emitters.json_files import add_placeholders
from pytest_fixturegen.emitters.old_shards import remove_old_shards, remove_shard
from pytest_fixturegen.emitters.outputs import SHARD_PLACEHOLDERS, STDOUT_MARK, Outlet
from pytest_fixturegen.errors import UsageError
from pytest_fixturegen.plugins.contracts import WrittenOutput
from pytest_fixturegen.worker import client
from pytest_fixturegen.worker.meter import ProgressCallback, ProgressMeter
from pytest_fixturegen.worker.output_receiver import EmitResult, OutputPlan, write_outputs
from pytest_fixturegen.worker.worker_count import choose_worker_count

DATASET_JOB = "pytest_fixturegen.worker.dataset_job:emit_dataset"

PLACEHOLDERS = ("model", "seed", "shard", "number", "index")

SUFFIXES = {"parquet": ".parquet", "arrow": ".arrow", "csv": ".csv", "sql": ".sql"}


def emit_dataset(  # noqa: PLR0913 - one argument for each group of options
    target: str | None,
    settings: DatasetConfig,
    config: GenerationConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    stdout: BinaryIO,
    freeze: FreezeConfig = FreezeConfig(),  # noqa: B008 - frozen
    on_progress: ProgressCallback = lambda _, __: None,
    log: ArtifactLog | None = None,
) -> EmitResult:
    """Write the records of *target*'s models as the files of a dataset.

    With a *log*, nothing is written: what would be is logged.

    Raise UsageError if options do not go together, and EmitError if a file cannot be written.
    """
    _require_fitting_output(settings, stdout)
    single, several = choose_templates(settings)
    parsed = parse_target(target, Path.cwd()) if target else None
    outlet = Outlet(
        single,
        stdout,
        (*PLACEHOLDERS, "partition"),
        settings.check,
        parsed.file if parsed else "",
        kind=_choose_kind(settings),
        log=log,
        raw=_is_raw(settings, stdout),
    )
    seeds = client.read_frozen_seeds_of(freeze)
    request = client.build_request(
        config,
        settings,
        seeds,
    )
    plan = OutputPlan(
        outlet, config.seed, seeds, settings.shard_size or 1, several_template=several
    )
    meter = ProgressMeter(on_progress, b"")
    workers = choose_worker_count(settings.workers, count_shards(settings))
    job: dict[str, Any] = {"workers": workers, "meter": meter}
    with client.run_job(DATASET_JOB, target, selection, imports, **job, **request) as frame_stream:
        result = write_outputs(
            frame_stream,
            outlet,
            plan,
        )
    if not is_range(settings):  # the files after those of a range belong to the other ranges
        result.outputs += _remove_old_files(
            outlet,
            plan,
            settings,
            result,
        )
    return result


def count_shards(settings: DatasetConfig) -> int:
    """Return the number of shards of a model, which workers can share."""
    size = settings.shard_limit
    return len(split_files(select_rows(settings, size), size, settings.shard))


def _require_fitting_output(settings: DatasetConfig, stdout: BinaryIO) -> None:
    """Raise UsageError if standard output, or the terminal, cannot take the files."""
    if settings.out != STDOUT_MARK:
        return
    if settings.partition_by or settings.shard_size:
        name = "--partition-by" if settings.partition_by else "--shard-size"
        raise UsageError(
            f"{name} writes several files, and --out names none.",
            hint="Name a folder with --out.",
        )
    if settings.format in COLUMNAR_FORMATS and stdout.isatty():
        raise UsageError(
            f"A terminal cannot show {settings.format}.",
            hint="Name a file with --out, or choose --format csv.",
        )


def _is_raw(settings: DatasetConfig, stdout: BinaryIO) -> bool:
    """Return whether the bytes are binary, or not shown in a terminal."""
    is_text = settings.format not in COLUMNAR_FORMATS and settings.compression != "gzip"
    return not (is_text and (settings.out != STDOUT_MARK or stdout.isatty()))


def choose_templates(settings: DatasetConfig) -> tuple[str, str]:
    """Return the path templates of the files for one model, and for several models.

    In a folder, the files get names; in the name of a file, placeholders for the shard and the
    model are added.
    """
    out = settings.out
    if out == STDOUT_MARK:
        return out, ""
    _require_fitting_suffix(settings)
    suffix = SUFFIXES[settings.format] + (".gz" if _is_packed_text(settings) else "")
    is_split = bool(settings.shard_size or settings.partition_by or settings.shard)
    if not out.endswith(suffix):
        name = f"part-{{number}}{suffix}" if is_split else f"part-00001{suffix}"
        folder = Path(out)
        inner = Path("{partition}") if settings.partition_by else Path()
        several = "" if "{model}" in out else str(folder / "{model}" / inner / name)
        return str(folder / inner / name), several
    return _choose_file_templates(
        settings,
        out,
        is_split=is_split,
    )


def _require_fitting_suffix(settings: DatasetConfig) -> None:
    """Raise UsageError if the name of the file is that of another format or compression."""
    name = settings.out.removesuffix(".gz")
    if name != settings.out and settings.compression != "gzip":
        raise UsageError(
            f"--out {settings.out} ends with .gz, but the compression is {settings.compression}.",
            hint="Add --compression gzip, or leave the .gz out.",
        )
    for form, suffix in SUFFIXES.items():
        if form != settings.format and name.endswith(suffix):
            raise UsageError(
                f"--out {settings.out} ends with {suffix}, but the format is {settings.format}.",
                hint=f"Choose --format {form}, or name a folder.",
            )


def _choose_file_templates(
    settings: DatasetConfig,
    out: str,
    *,
    is_split: bool,
) -> tuple[str, str]:
    """Return the templates if *out* is the path of a file."""
    if settings.partition_by:
        raise UsageError(
            f"--partition-by writes folders: expected a folder as --out, got {out!r}.",
            hint="Leave the suffix out.",
        )
    needs_number = is_split and not any(mark in out for mark in SHARD_PLACEHOLDERS)
    numbered = ("number",) if needs_number else ()
    several = (
        ""
        if "{model}" in out
        else add_placeholders(
            out,
            "model",
            *numbered,
        )
    )
    return (add_placeholders(out, *numbered) if numbered else out), several


def _is_packed_text(settings: DatasetConfig) -> bool:
    return settings.compression == "gzip" and settings.format not in COLUMNAR_FORMATS


def _choose_kind(settings: DatasetConfig) -> FileKind:
    """Return the kind of files that the dataset may replace."""
    return DATASET_KINDS.get(settings.format, OTHER_OUTPUT)


def _remove_old_files(
    outlet: Outlet,
    plan: OutputPlan,
    settings: DatasetConfig,
    result: EmitResult,
) -> Iterator[WrittenOutput]:
    """Remove the files that an earlier run left, and yield a result for each.

    These are further shards, or those of other partitions. Readers of a folder would take them for
    a part of the dataset.
    """
    if outlet.template == STDOUT_MARK:
        return
    written = {output.path for output in result.outputs}
    has_form = partial(is_replaceable_file, kind=_choose_kind(settings))
    for place, parts in plan.last_parts.items():
        if place in plan.failed_models:
            continue
        if not settings.partition_by:
            yield from remove_old_shards(outlet, parts, settings.shard_size, has_form)
            continue
        for path in _list_partition_files(outlet, parts, settings.partition_by):
            if path not in written and has_form(path) and outlet.is_free(path):
                yield remove_shard(path, is_check=outlet.is_check)


def _list_partition_files(
    outlet: Outlet,
    parts: dict[str, Any],
    field: str,
) -> list[Path]:
    """Return the files of all partitions by *field*, in the order of their paths."""
    template = Path(str(outlet.format_path(**{**parts, "partition": "{partition}"})))
    pattern = f"{field}=*/part-*{''.join(template.suffixes)}"
    return sorted(template.parent.parent.glob(pattern))


def is_replaceable_file(path: Path, kind: FileKind) -> bool:
    """Return whether *path* is a file, and of a *kind* that a run may replace."""
    return path.is_file() and not path.is_symlink() and is_replaceable(path, kind)

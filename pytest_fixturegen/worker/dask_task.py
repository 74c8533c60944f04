"""A task of Dask: one worker makes the files of a range, and moves them to their destination.

The models are imported in a sandboxed child of the worker, as they are without Dask.
"""

from __future__ import annotations

import io
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.remote_files import SCHEME_MARK, is_url, put_file
from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.emitters.artifact_log import ArtifactLog
from pytest_fixturegen.errors import combine_failures
from pytest_fixturegen.worker.locked_runs import KINDS, LockedCommand
from pytest_fixturegen.worker.settings import restore_settings


def write_range(
    command: dict[str, Any], imports: dict[str, Any], start: int, count: int
) -> list[dict[str, Any]]:
    """Write the files of *count* records from *start*; return them as a lock shows them.

    *command* and *imports* are JSON forms of :class:`LockedCommand` and ImportConfig.
    """
    kind = KINDS[command["kind"]]
    configs: list[Any] = [
        restore_settings(each, values)
        for each, values in zip(
            kind.config_classes,
            command["configs"],
            strict=True,
        )
    ]
    own, generation, selection, freeze = configs
    prefix, tail = split_url(own.out)
    log = ArtifactLog(is_dry=False)
    with tempfile.TemporaryDirectory(prefix="pfg-range-") as folder:
        local = str(Path(folder) / tail)
        part = replace(
            own,
            n=count,
            start=start,
            shard="",
            out=local,
            check=False,
        )
        result = kind.emit(
            command["target"],
            part,
            generation,
            selection,
            restore_settings(ImportConfig, imports),
            freeze=freeze,
            stdout=io.BytesIO(),
            log=log,
        )
        if result.failures:
            raise combine_failures(result.failures, result.model_count or 1)
        for artifact in log.artifacts:
            file = Path(artifact.path).resolve()
            artifact.path = prefix + file.relative_to(Path(folder).resolve()).as_posix()
            put_file(file, artifact.path)
    return [artifact.to_json() for artifact in log.artifacts]


def describe_command(command: LockedCommand) -> dict[str, Any]:
    """Return *command* in the form that :func:`write_range` takes."""
    from pytest_fixturegen.config.field_policies import to_json_dict

    target = command.target
    if target and Path(target.partition(":")[0]).exists():
        file, colon, name = target.partition(":")
        target = f"{Path(file).resolve()}{colon}{name}"
    return {
        "kind": command.kind,
        "target": target,
        "configs": [to_json_dict(config) for config in command.configs],
    }


def split_url(out: str) -> tuple[str, str]:
    """Split a path or URL into its root, such as ``s3://`` or ``/``, and the relative part."""
    if is_url(out):
        scheme, _, rest = out.partition(SCHEME_MARK)
        root = "/" if rest.startswith("/") else ""
        return f"{scheme}{SCHEME_MARK}{root}", rest.strip("/")
    anchor = Path(out).anchor
    return anchor, Path(out).relative_to(anchor).as_posix() if anchor else out


def count_related(config: GenerationConfig, end: int) -> GenerationConfig:
    """Return *config* with the number of related records of the whole, which no range knows."""
    return replace(config, related=config.related or end)

"""``pfg verify``: repeat the commands of a lock, and explain what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pytest_fixturegen._internal.remote_files import compute_file_digest, measure_file
from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.emitters.artifact_log import ArtifactLog, format_path
from pytest_fixturegen.emitters.lock_file import Entry
from pytest_fixturegen.plugins.contracts import WrittenOutput
from pytest_fixturegen.worker import drift
from pytest_fixturegen.worker.drift import Drift
from pytest_fixturegen.worker.locked_runs import LockedCommand, list_options, restore_command
from pytest_fixturegen.worker.record_samples import can_sample, check_samples

Artifact = Mapping[str, Any]


def verify_entry(
    entry: Entry,
    current: LockedCommand,
    imports: ImportConfig,
    *,
    has_new_libraries: bool = False,
    sample: int = 0,
) -> list[Drift]:
    """Return the differences from the lock's *entry*; *current* has today's options.

    The data is made with the options of the lock, so that other causes show. *has_new_libraries*
    says that one cause is known already. With a *sample*, only so many records are made.
    """
    locked = restore_command(current, entry)
    models = current.describe_models(imports)
    causes = [
        *drift.compare_options(
            entry,
            list_options(current),
            current.generation.seed,
        ),
        *drift.compare_models(entry, models),
    ]
    if sample and can_sample(locked, entry):
        found = check_samples(
            locked,
            entry,
            imports,
            sample,
        )
        has_other_data = any(each.cause == "data" for each in found)
    else:
        log = ArtifactLog()
        outputs = locked.run(imports, log)
        made = [artifact.to_json() for artifact in log.artifacts]
        has_other_data = made != entry["artifacts"]
        found = list(
            _compare_files(
                entry,
                outputs,
                has_other_data=has_other_data,
            )
        )
    if not has_other_data:
        return [*causes, *found]
    if not causes and not has_new_libraries:
        causes += drift.compare_code(entry, models)
    if causes or has_new_libraries:
        return [*causes, *(each for each in found if each.cause == "file")]
    is_explained = any(each.cause == "data" for each in found)
    return found if is_explained else [_build_unknown(entry), *found]


def _build_unknown(entry: Entry) -> Drift:
    """Return the drift of data that nothing explains."""
    return Drift(
        "data",
        entry["command"],
        "the command makes other data, although its options, its models and their source are "
        "the same: something that they import has changed",
    )


def _compare_files(
    entry: Entry, outputs: list[WrittenOutput], *, has_other_data: bool
) -> Iterator[Drift]:
    """Yield the files that are missing, or were edited."""
    differences = {format_path(output.path): output.difference for output in outputs if output.path}
    for artifact in entry["artifacts"]:
        path = artifact["path"]
        if not path:
            continue
        if measure_file(path) is None:
            yield build_missing_file(artifact)
        elif compute_file_digest(path) != artifact["sha256"]:
            difference = differences.get(artifact["path"]) or ""
            message = _explain_file(difference, has_other_data=has_other_data)
            yield Drift(
                "file",
                artifact["path"],
                message,
                artifact["path"],
            )


def _explain_file(difference: str, *, has_other_data: bool) -> str:
    """Return why a file has not its locked content; *difference* leads to what is made now."""
    if not difference:
        return "was written again, after the lock"
    if has_other_data:
        return "was edited: it is neither what was locked nor what is made now"
    return f"was edited: {drift.explain_difference(difference)}"


def build_missing_file(artifact: Artifact) -> Drift:
    """Return the drift of a file that does not exist."""
    return Drift(
        "file",
        artifact["path"],
        "is missing",
        artifact["path"],
    )

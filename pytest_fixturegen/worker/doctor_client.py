"""An examination as the command line asks for it: drawn in a child behind walls, summed up here.

What the target tried is a finding, too. An import that is unsafe ends the examination, but what was seen is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pytest_fixturegen._internal.type_names import is_chosen
from pytest_fixturegen.config.command_options import DoctorConfig, ImportConfig, SelectionConfig
from pytest_fixturegen.config.field_policies import to_json_dict
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.discovery.ast_scan import ScannedModel
from pytest_fixturegen.discovery.targets import parse_target
from pytest_fixturegen.doctor import source_report
from pytest_fixturegen.doctor.findings import build_findings, sort_findings
from pytest_fixturegen.doctor.report import (
    DoctorReport,
    Finding,
    ModelReport,
    load_report_adapter,
    parse_model_report,
)
from pytest_fixturegen.doctor.source_report import format_location
from pytest_fixturegen.errors import DiscoveryError, UnsafeImportViolation, clean_facts
from pytest_fixturegen.sandbox.attempts import Attempt
from pytest_fixturegen.sandbox.environment import is_installed
from pytest_fixturegen.worker import frames
from pytest_fixturegen.worker.client import JOBS_MODULE
from pytest_fixturegen.worker.meter import ProgressMeter
from pytest_fixturegen.worker.process import run_child

TIMEOUT_DIVISOR = 4
"""A model has one in so many of the seconds that the child may be silent, and its JSON as much again."""


class DoctorResult(NamedTuple):
    """The *report*, and the *violation* that ended the examination, if one did."""

    report: DoctorReport
    violation: UnsafeImportViolation | None


def examine_target(
    target: str,
    settings: DoctorConfig,
    config: GenerationConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
) -> DoctorResult:
    """What the records of *target*'s models show. Raises DiscoveryError when it cannot be imported or holds no models."""
    attempts: dict[Attempt, None] = {}
    models: list[ModelReport] = []
    violation, current, meter = None, "", ProgressMeter()
    request = {
        "target": parse_target(target, Path.cwd()).as_json(),
        "selection": to_json_dict(selection),
        "generation": to_json_dict(config),
        "n": settings.n,
        "seconds": imports.timeout / TIMEOUT_DIVISOR,
    }
    try:
        with run_child(f"{JOBS_MODULE}:examine_models", request, imports, attempts) as received:
            load_report_adapter()  # while the child imports
            for tag, payload in meter.count_frames(received):
                current = _handle_frame(tag, payload, models)
    except UnsafeImportViolation as error:
        violation = error
    meter.log_summary()
    found = (*build_findings(models), *_list_attempt_findings(attempts, violation, current))
    sandbox = "off" if imports.trust else imports.sandbox
    report = DoctorReport(
        target, "drawn", config.seed, sandbox, tuple(models), sort_findings(found)
    )
    return DoctorResult(report, violation)


def read_source(target: str, selection: SelectionConfig) -> DoctorResult:
    """What the source of *target* shows; nothing of it is executed. Raises DiscoveryError when it shows no models."""

    def is_wanted(model: ScannedModel) -> bool:
        return is_chosen(
            (f"{model.module}.{model.name}", model.name), selection.include, selection.exclude
        )

    models, findings = source_report.read_source_report(parse_target(target, Path.cwd()), is_wanted)
    if not models:
        raise DiscoveryError(
            f"{target} shows no models.",
            hint="Without --ast the target is imported, which sees more.",
        )
    return DoctorResult(
        DoctorReport(target, "source", 0, "unused", models, sort_findings(findings)), None
    )


def _handle_frame(tag: bytes, payload: bytes, models: list[ModelReport]) -> str:
    """Keep what the child reports; the name of the model that it is at, if it says so."""
    body = frames.parse_json_object(payload)
    if tag == frames.OUTPUT:
        return str(body.get("model", ""))
    if tag != frames.REPORT:
        raise frames.build_protocol_error("spoke out of turn")
    try:
        models.append(parse_model_report(clean_facts(body)))
    except ValueError:
        raise frames.build_protocol_error("sent a report that is none") from None
    return ""


def _list_attempt_findings(
    attempts: Iterable[Attempt], error: UnsafeImportViolation | None, current_model: str
) -> Iterator[Finding]:
    """A finding for each thing that the target tried and may not, and for what else ended the run."""
    for each in attempts:
        what = f"It tried to {each.what}, and was refused."
        todo = f"If you trust it: {each.grant + ', or ' if each.grant else ''}--trust."
        where = format_location(each.file, each.line) if each.file else each.category
        if not each.is_quiet:
            yield Finding("unsafe", "error", where, what, todo)
        else:
            installed = is_installed(each.file)
            yield Finding("looking", "note" if installed else "warning", where, what, todo)
    if error is not None and not error.facts.get("attempts"):
        yield Finding("ended", "error", current_model or "the target", error.message, error.hint)

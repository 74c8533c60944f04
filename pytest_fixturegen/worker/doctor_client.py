"""The parent's side of ``pfg doctor``: a child draws the records, the findings are built here.

Forbidden attempts of the target are findings, too. An unsafe import ends the examination, and the
findings up to then remain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple

from pytest_fixturegen._internal.type_names import is_chosen
from pytest_fixturegen.config.command_options import DoctorConfig, ImportConfig, SelectionConfig
from pytest_fixturegen.config.field_policies import to_json_dict
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.discovery.ast_scan import ScannedModel, build_no_source_models_error
from pytest_fixturegen.discovery.targets import parse_target
from pytest_fixturegen.doctor import source_report
from pytest_fixturegen.doctor.findings import build_findings, sort_findings
from pytest_fixturegen.doctor.report import (
    DoctorReport,
    Finding,
    ModelReport,
    Severity,
    load_report_adapter,
    parse_model_report,
)
from pytest_fixturegen.doctor.source_report import format_location
from pytest_fixturegen.errors import DiscoveryError, UnsafeImportViolation, clean_facts
from pytest_fixturegen.sandbox.attempts import Attempt
from pytest_fixturegen.sandbox.environment import is_installed
from pytest_fixturegen.worker import frames
from pytest_fixturegen.worker.client import JOBS_MODULE, describe_target
from pytest_fixturegen.worker.frames import FrameStream
from pytest_fixturegen.worker.meter import ProgressMeter
from pytest_fixturegen.worker.own_process import run_here
from pytest_fixturegen.worker.process import run_child
from pytest_fixturegen.worker.unread_files import UnreadFiles

TIMEOUT_DIVISOR = 4
"""A model may draw for this fraction of the child's timeout, and check its JSON as long again."""


class DoctorResult(NamedTuple):
    """The *report*, and the *violation* that ended the examination, if one did.

    *unread* are the files of a folder that could not be imported.
    """

    report: DoctorReport
    violation: UnsafeImportViolation | None
    unread: UnreadFiles


def examine_target(
    target: str,
    settings: DoctorConfig,
    config: GenerationConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
) -> DoctorResult:
    """Draw records of *target*'s models and return a report of their quality.

    Raise DiscoveryError if the target cannot be imported or defines no models.
    """
    request = {
        "target": describe_target(
            target,
            selection,
            imports,
        ),
        "selection": to_json_dict(selection),
        "generation": to_json_dict(config),
        "n": settings.n,
        "seconds": imports.timeout / TIMEOUT_DIVISOR,
    }
    attempts: dict[Attempt, None] = {}
    models: list[ModelReport] = []
    violation = None
    current_model = ""
    meter = ProgressMeter()
    unread = UnreadFiles()
    try:
        with _run_examination(
            request,
            imports,
            attempts,
        ) as frame_stream:
            load_report_adapter()  # while the child imports
            own_frames = unread.collect(frame_stream, request)
            for tag, payload in meter.count_frames(own_frames):
                current_model = _handle_frame(
                    tag,
                    payload,
                    models,
                )
    except UnsafeImportViolation as error:
        violation = error
    meter.log_summary()
    attempt_findings = _list_attempt_findings(
        attempts,
        violation,
        current_model,
    )
    unread_findings = _list_unread_findings(unread)
    findings = sort_findings((*build_findings(models), *attempt_findings, *unread_findings))
    sandbox = "off" if imports.trust else imports.sandbox
    report = DoctorReport(
        target,
        "drawn",
        config.seed,
        sandbox,
        tuple(models),
        findings,
    )
    return DoctorResult(report, violation, unread)


def _run_examination(
    request: dict[str, Any],
    imports: ImportConfig,
    attempts: dict[Attempt, None],
) -> AbstractContextManager[FrameStream]:
    """Return the context of the job's frames; a document is read in this process."""
    job = f"{JOBS_MODULE}:examine_models"
    if request["target"]["is_document"]:
        return run_here(job, request)
    return run_child(
        job,
        request,
        imports,
        attempts,
    )


def read_source(target: str, selection: SelectionConfig) -> DoctorResult:
    """Return a report of *target*'s source; nothing of it is executed.

    Raise DiscoveryError if the source shows no models.
    """

    def is_wanted(model: ScannedModel) -> bool:
        return is_chosen(
            model.match_names,
            selection.include,
            selection.exclude,
        )

    parsed, unread = parse_target(target, Path.cwd()), UnreadFiles()
    models: list[ModelReport] = []
    findings: list[Finding] = []
    unread.total = len(parsed.members)
    for part in parsed.members or (parsed,):
        try:
            found = source_report.read_source_report(part, is_wanted)
        except DiscoveryError as error:
            if not parsed.folder:
                raise
            unread.add(part.as_json(), error)
        else:
            models += found[0]
            findings += found[1]
    if not models:
        unread.require_read()
        raise build_no_source_models_error(target)
    findings += _list_unread_findings(unread)
    report = DoctorReport(
        target,
        "source",
        0,
        "unused",
        tuple(models),
        sort_findings(findings),
    )
    return DoctorResult(report, None, unread)


def _handle_frame(
    tag: bytes,
    payload: bytes,
    models: list[ModelReport],
) -> str:
    """Add a report to *models*; return the name of the model that the child works on, if any."""
    body = frames.parse_json_object(payload)
    if tag in (frames.MODEL, frames.OUTPUT):
        return str(body.get("model", "")) if tag == frames.OUTPUT else ""
    if tag != frames.REPORT:
        raise frames.build_order_error()
    try:
        models.append(parse_model_report(clean_facts(body)))
    except ValueError:
        raise frames.build_protocol_error("sent an invalid report") from None
    return ""


def _list_unread_findings(unread: UnreadFiles) -> Iterator[Finding]:
    """Yield a finding for each file of a folder that could not be imported."""
    for error in unread.errors:
        yield Finding("unread", "error", str(error.facts["file"]), error.message, error.hint)


def _list_attempt_findings(
    attempts: Iterable[Attempt],
    error: UnsafeImportViolation | None,
    current_model: str,
) -> Iterator[Finding]:
    """Yield a finding for each attempt, and for another *error* that ended the run."""
    for attempt in attempts:
        yield _build_attempt_finding(attempt)
    if error is not None and not error.facts.get("attempts"):
        yield Finding(
            "ended",
            "error",
            current_model or "the target",
            error.message,
            error.hint,
        )


def _build_attempt_finding(attempt: Attempt) -> Finding:
    """Return the finding for an action that the sandbox refused.

    A look at the machine is less severe than other actions, least in an installed package.
    """
    location = attempt.category
    if attempt.file:
        location = format_location(attempt.file, attempt.line)
    message = f"The sandbox refused to let it {attempt.action}."
    if not attempt.is_quiet:
        return Finding(
            "unsafe",
            "error",
            location,
            message,
            attempt.grant_hint,
        )
    # Installed packages inspect the machine all the time; the project's own code should not.
    severity: Severity = "note" if is_installed(attempt.file) else "warning"
    return Finding(
        "looking",
        severity,
        location,
        message,
        attempt.grant_hint,
    )

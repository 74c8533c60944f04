"""An examination as the command line asks for it: drawn in a child behind walls, summed up here.

What the target tried is a finding, too. An import that is unsafe ends the examination, but what was seen is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pytest_fixturegen.command_options import DoctorConfig, ImportConfig, SelectionConfig
from pytest_fixturegen.errors import DiscoveryError, UnsafeImportViolation, plain_facts
from pytest_fixturegen.examination import source
from pytest_fixturegen.examination.findings import findings_of, in_order
from pytest_fixturegen.examination.report import Finding, ModelReport, Report, get_ready, model_of
from pytest_fixturegen.examination.source import place
from pytest_fixturegen.identity import is_chosen
from pytest_fixturegen.options import GenerationConfig
from pytest_fixturegen.policies import plain
from pytest_fixturegen.remote import JOBS
from pytest_fixturegen.sandbox import frames
from pytest_fixturegen.sandbox.attempts import Attempt
from pytest_fixturegen.sandbox.meter import Meter
from pytest_fixturegen.sandbox.parent import running
from pytest_fixturegen.sandbox.scan import ScannedModel
from pytest_fixturegen.sandbox.surroundings import is_installed
from pytest_fixturegen.sandbox.targets import parse_target

SHARE = 4
"""A model has one in so many of the seconds that the child may be silent, and its JSON as much again."""


class Examined(NamedTuple):
    """The *report*, and the *violation* that ended the examination, if one did."""

    report: Report
    violation: UnsafeImportViolation | None


def examine(
    target: str, settings: DoctorConfig, config: GenerationConfig, selection: SelectionConfig, imports: ImportConfig
) -> Examined:
    """What the records of *target*'s models show. Raises DiscoveryError when it cannot be imported or holds no models."""
    attempts: dict[Attempt, None] = {}
    models: list[ModelReport] = []
    violation, current, meter = None, "", Meter()
    request = {
        "target": parse_target(target, Path.cwd()).as_json(),
        "selection": plain(selection),
        "generation": plain(config),
        "n": settings.n,
        "seconds": imports.timeout / SHARE,
    }
    try:
        with running(f"{JOBS}:examine_models", request, imports, attempts) as received:
            get_ready()  # while the child imports
            for tag, payload in meter.over(received):
                current = _heard(tag, payload, models)
    except UnsafeImportViolation as error:
        violation = error
    meter.tell()
    found = (*findings_of(models), *_tried(attempts, violation, current))
    sandbox = "off" if imports.trust else imports.sandbox
    report = Report(target, "drawn", config.seed, sandbox, tuple(models), in_order(found))
    return Examined(report, violation)


def read_source(target: str, selection: SelectionConfig) -> Examined:
    """What the source of *target* shows; nothing of it is executed. Raises DiscoveryError when it shows no models."""

    def is_wanted(model: ScannedModel) -> bool:
        return is_chosen((f"{model.module}.{model.name}", model.name), selection.include, selection.exclude)

    models, findings = source.read(parse_target(target, Path.cwd()), is_wanted)
    if not models:
        raise DiscoveryError(f"{target} shows no models.", hint="Without --ast the target is imported, which sees more.")
    return Examined(Report(target, "source", 0, "unused", models, in_order(findings)), None)


def _heard(tag: bytes, payload: bytes, models: list[ModelReport]) -> str:
    """Keep what the child reports; the name of the model that it is at, if it says so."""
    body = frames.as_mapping(payload)
    if tag == frames.OUTPUT:
        return str(body.get("model", ""))
    if tag != frames.REPORT:
        raise frames.broken("spoke out of turn")
    try:
        models.append(model_of(plain_facts(body)))
    except ValueError:
        raise frames.broken("sent a report that is none") from None
    return ""


def _tried(attempts: Iterable[Attempt], error: UnsafeImportViolation | None, current: str) -> Iterator[Finding]:
    """A finding for each thing that the target tried and may not, and for what else ended the run."""
    for each in attempts:
        what = f"It tried to {each.what}, and was refused."
        todo = f"If you trust it: {each.grant + ', or ' if each.grant else ''}--trust."
        where = place(each.file, each.line) if each.file else each.category
        if not each.quiet:
            yield Finding("unsafe", "error", where, what, todo)
        else:
            installed = is_installed(each.file)
            yield Finding("looking", "note" if installed else "warning", where, what, todo)
    if error is not None and not error.facts.get("attempts"):
        yield Finding("ended", "error", current or "the target", error.message, error.hint)

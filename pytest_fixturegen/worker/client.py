"""The parent's client: a child imports the target and draws, its bytes are written here."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from pytest_fixturegen._internal.owned_files import OTHER_OUTPUT, choose_output_kind
from pytest_fixturegen._internal.type_names import is_chosen
from pytest_fixturegen.config.case_options import has_cases, require_case_options
from pytest_fixturegen.config.command_options import (
    FixturesConfig,
    FreezeConfig,
    ImportConfig,
    JsonConfig,
    OverridesConfig,
    SchemaConfig,
    SelectionConfig,
)
from pytest_fixturegen.config.field_policies import to_json_dict
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.config.record_ranges import is_range, select_rows
from pytest_fixturegen.discovery.documents import find_document_models
from pytest_fixturegen.discovery.targets import (
    Target,
    build_no_public_error,
    parse_target,
    require_code,
)
from pytest_fixturegen.emitters.frozen_seeds import FrozenSeeds, read_frozen_seeds
from pytest_fixturegen.emitters.json_files import (
    add_placeholders,
    choose_layout,
    get_shard_size,
    needs_numbers,
)
from pytest_fixturegen.emitters.old_shards import has_layout, remove_old_shards
from pytest_fixturegen.emitters.outputs import STDOUT_MARK, Outlet
from pytest_fixturegen.errors import (
    MAX_LISTED_NAMES,
    FixturegenError,
    UsageError,
    replace_controls,
)
from pytest_fixturegen.plugins.contracts import WrittenOutput
from pytest_fixturegen.streams import BLOCK_SIZE
from pytest_fixturegen.worker import frames
from pytest_fixturegen.worker.case_notices import describe_cases
from pytest_fixturegen.worker.frames import FrameStream
from pytest_fixturegen.worker.joined_output import JoinedLayout
from pytest_fixturegen.worker.meter import ProgressCallback, ProgressMeter
from pytest_fixturegen.worker.output_receiver import (
    EmitResult,
    OutputPlan,
    Report,
    parse_text,
    read_reports,
    write_outputs,
)
from pytest_fixturegen.worker.own_process import run_here
from pytest_fixturegen.worker.unread_files import UnreadFiles, scan_target
from pytest_fixturegen.worker.worker_count import choose_worker_count

if TYPE_CHECKING:
    from pytest_fixturegen.emitters.artifact_log import ArtifactLog
    from pytest_fixturegen.emitters.artifacts import ArtifactForm

logger = logging.getLogger(__name__)
JOBS_MODULE = "pytest_fixturegen.worker.jobs"
LISTING_JOB = "pytest_fixturegen.worker.list_job:list_models"
PLUGIN_FACTS = ("plugin", "kind", "distribution", "version")

PATH_PLACEHOLDERS = {
    "json": ("model", "seed", "shard", "number", "index"),
    "schema": ("model",),
    "fixtures": ("model", "seed"),
    "overrides": (),
}
"""The placeholders that the path of an output may contain, by the kind of output."""


def list_models(  # noqa: PLR0913 - what selects models
    target: str,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    source_only: bool = False,
    hybrid: bool = False,
    public_only: bool = False,
    unread: UnreadFiles | None = None,
) -> list[Report]:
    """Return a mapping with ``module``, ``name`` and ``kind`` for each model.

    Private and nested models are among them.

    *source_only* reads the source and executes nothing. *hybrid* reads it first, imports the
    target only if the source shows a selected model, and warns about models that only the import
    finds. *public_only* leaves out models that the module does not offer to others. *unread*
    receives the files of a folder that cannot be imported.

    Raise DiscoveryError if it finds no models.
    """
    if source_only:
        return _scan_source(
            target,
            selection,
            public_only,
            unread or UnreadFiles(),
        )
    if hybrid:
        scanned_names = {
            report["name"]
            for report in _scan_source(
                target,
                selection,
                public_only,
                UnreadFiles(),  # the import reports them
            )
        }
        reports = list_models(
            target,
            selection,
            imports,
            public_only=public_only,
            unread=unread,
        )
        hidden = [report["name"] for report in reports if report["name"] not in scanned_names]
        if hidden:
            logger.warning("the source does not show %s; only the import does", _list_names(hidden))
        return reports
    with run_job(
        LISTING_JOB,
        target,
        selection,
        imports,
        unread=unread,
        public_only=public_only,
    ) as frame_stream:
        from pytest_fixturegen.worker.report_checks import check_listing

        return check_listing(frames.parse_reports(frame_stream))


def _list_names(names: Sequence[str]) -> str:
    """Return *names* for a message: the first ones, if there are many."""
    more = ", …" if len(names) > MAX_LISTED_NAMES else ""
    return ", ".join(names[:MAX_LISTED_NAMES]) + more


def list_plugins(
    names: Sequence[str], imports: ImportConfig
) -> tuple[list[Report], list[FixturegenError]]:
    """Import plugins in a child. Return a report for each, and the errors of those that fail.

    A report has the keys ``plugin``, ``kind``, ``distribution``, ``version`` and ``hooks``.
    """
    from pytest_fixturegen.worker.process import run_child

    request = {"names": list(names)}
    with run_child(
        f"{JOBS_MODULE}:list_plugins",
        request,
        imports,
    ) as frame_stream:
        reports, failures = read_reports(frame_stream)
    return [_clean_plugin_report(report) for report in reports], failures


def _clean_plugin_report(report: Report) -> Report:
    """Return *report* without terminal controls: the child has run the plugin's code."""
    facts = {name: replace_controls(str(report.get(name, ""))) for name in PLUGIN_FACTS}
    hooks = report.get("hooks")
    hook_names = hooks if isinstance(hooks, list) else []
    return {**facts, "hooks": [replace_controls(str(name)) for name in hook_names]}


def emit_json(  # noqa: PLR0913 - one argument for each group of options
    target: str | None,
    settings: JsonConfig,
    config: GenerationConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    stdout: BinaryIO,
    freeze: FreezeConfig = FreezeConfig(),  # noqa: B008 - frozen
    on_progress: ProgressCallback = lambda _, __: None,
    log: ArtifactLog | None = None,
) -> EmitResult:
    """Write the records of *target*'s models as JSON; to *stdout* if ``settings.out`` is ``-``.

    With a *log*, nothing is written: what would be is logged.
    """
    require_case_options(settings)
    several_template = ""
    if needs_numbers(settings):
        if "{model}" not in settings.out:
            several_template = add_placeholders(
                settings.out,
                "model",
                "number",
            )
        settings = replace(settings, out=add_placeholders(settings.out, "number"))
    if settings.emit:
        settings = replace(settings, jsonl=True)  # plugins read one record a line
    outlet = _build_outlet(
        "json",
        target,
        settings,
        config,
        stdout,
        log,
    )
    seeds = read_frozen_seeds_of(freeze)
    rows = select_rows(settings, get_shard_size(settings))
    block_count = count_blocks(rows, config)
    workers = 1 if has_cases(settings) else choose_worker_count(settings.workers, block_count)
    meter = ProgressMeter(on_progress, _get_record_end(settings))
    request = build_request(
        config,
        settings,
        seeds,
    )
    request["with_digests"] = outlet.form is not None
    plan = OutputPlan(
        outlet,
        config.seed,
        seeds,
        settings.shard_size or 1,
        _choose_joined_layout(settings, freeze),
        several_template,
    )
    unread = UnreadFiles()
    job: dict[str, Any] = {"workers": workers, "meter": meter, "unread": unread}
    with run_job("emit_json", target, selection, imports, **job, **request) as frame_stream:
        result = write_outputs(
            frame_stream,
            outlet,
            plan,
        )
    result.unread = unread
    # The files after those of a range belong to the other ranges.
    if not settings.emit and not is_range(settings):
        result.outputs += _remove_old_shards(
            outlet,
            plan,
            settings,
        )
    return result


def count_blocks(rows: range, config: GenerationConfig) -> int:
    """Return how many blocks workers can share: those of *rows*, or of the related records."""
    return -(-max(len(rows), config.related) // BLOCK_SIZE)


def _remove_old_shards(
    outlet: Outlet, plan: OutputPlan, settings: JsonConfig
) -> Iterator[WrittenOutput]:
    """Remove the shards that an earlier, longer run left, and yield a result for each."""
    for model_index, last_parts in plan.last_parts.items():
        if model_index not in plan.failed_models:
            yield from remove_old_shards(
                outlet,
                last_parts,
                get_shard_size(settings),
                partial(has_layout, layout=choose_layout(settings)),
            )


def _choose_joined_layout(settings: JsonConfig, freeze: FreezeConfig) -> JoinedLayout | None:
    """Return how several models share one output, or None if each model has separate outputs."""
    is_stdout = settings.out == STDOUT_MARK
    is_split = "{model}" in settings.out or "{index}" in settings.out
    is_split = is_split or (freeze.freeze_seeds and "{seed}" in settings.out)
    is_split = is_split or (settings.shard_size > 0 and not is_stdout)
    # On standard output, JSON Lines need no joining: each line can be shown at once.
    if is_split or settings.emit or (settings.jsonl and is_stdout):
        return None
    form: Literal["object", "lines"] = "lines" if settings.jsonl else "object"
    return JoinedLayout(
        form,
        settings.indent,
        not settings.orjson,
    )


def _get_record_end(settings: JsonConfig) -> bytes:
    """Return bytes that occur once for each record of the output, to count the records by."""
    if settings.jsonl or not settings.indent:
        return b"\n"
    return b"\n" + b" " * settings.indent + b"{"


def explain_models(  # noqa: PLR0913 - one argument for each group of options
    target: str | None,
    config: GenerationConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    with_related: bool = False,
    with_classes: bool = False,
    unread: UnreadFiles | None = None,
) -> tuple[list[Report], list[FixturegenError]]:
    """Return ``model`` and ``fields`` for each model, and the errors of the models that fail.

    *with_classes* adds ``classes``: those of each place. *unread* receives the files of a folder
    that cannot be imported.
    """
    request: dict[str, Any] = {
        "generation": to_json_dict(config),
        "with_related": with_related,
        "with_classes": with_classes,
    }
    with run_job(
        "explain_models",
        target,
        selection,
        imports,
        unread=unread,
        **request,
    ) as frame_stream:
        reports, failures = read_reports(frame_stream)
    from pytest_fixturegen.worker.report_checks import check_explanation

    return check_explanation(reports), failures


def emit_schema(  # noqa: PLR0913 - one argument for each group of options
    target: str | None,
    settings: SchemaConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    stdout: BinaryIO,
    config: GenerationConfig = GenerationConfig(),  # noqa: B008 - frozen
    log: ArtifactLog | None = None,
) -> EmitResult:
    """Write the JSON Schema of *target*'s models: one document, or one a model if the path
    contains ``{model}``. Of *config* only the links matter. *log* is that of :func:`emit_json`.
    """
    outlet = _build_outlet(
        "schema",
        target,
        settings,
        config,
        stdout,
        log,
    )
    # The child sends the document of several models as a whole, so it needs no layout.
    is_split = "{model}" in settings.out or settings.emit
    joined = None if is_split else JoinedLayout("lines")
    request: dict[str, Any] = {
        "generation": to_json_dict(config),
        "emission": to_json_dict(settings),
        "with_digests": outlet.form is not None,
    }
    unread = UnreadFiles()
    with run_job(
        "emit_schema",
        target,
        selection,
        imports,
        unread=unread,
        **request,
    ) as frame_stream:
        result = write_outputs(
            frame_stream,
            outlet,
            OutputPlan(outlet, joined=joined),
        )
    result.unread = unread
    return result


def emit_fixtures(  # noqa: PLR0913 - one argument for each group of options
    target: str | None,
    settings: FixturesConfig,
    config: GenerationConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    stdout: BinaryIO,
    freeze: FreezeConfig = FreezeConfig(),  # noqa: B008 - frozen
    log: ArtifactLog | None = None,
) -> EmitResult:
    """Write modules of pytest fixtures: one, or one a model if the path contains ``{model}``.

    *log* is that of :func:`emit_json`.
    """
    from pytest_fixturegen.emitters import modules

    require_case_options(settings)
    outlet = _build_outlet(
        "fixtures",
        target,
        settings,
        config,
        stdout,
        log,
    )
    seeds = read_frozen_seeds_of(freeze)
    request = build_request(
        config,
        settings,
        seeds,
    )
    meter = ProgressMeter(is_followed=True)
    unread = UnreadFiles()
    with run_job(
        "emit_fixtures", target, selection, imports, meter=meter, unread=unread, **request
    ) as frame_stream:
        reports, failures = read_reports(frame_stream)
    for report in reports:
        report["seed"] = _register_seed(
            report,
            seeds,
            config.seed,
        )
        if outlet.form:
            outlet.form.digests[parse_text(report, "model")] = parse_text(
                report,
                "digest",
            )
    command = modules.build_command(
        "fixtures",
        target,
        settings,
        config,
        selection,
        freeze,
    )
    all_models = [str(report.get("model")) for report in reports]
    # All paths are claimed before the first file is written: a clash leaves the files as they were.
    planned = []
    started = time.perf_counter()
    built = modules.build_modules(
        reports,
        settings,
        config.seed,
        command,
    )
    for place, (label, parts, source) in enumerate(built):
        path = outlet.claim_path(
            label,
            place=place,
            **parts,
        )
        models = [str(parts["model"])] if "model" in parts else all_models
        planned.append((path, models, source))
    meter.format_seconds = time.perf_counter() - started
    outputs = []
    for path, models, source in planned:
        outputs.append(outlet.write(path, iter([source.encode("utf-8")]), models))
        if log is not None:
            drawn = {str(report["model"]): int(report["drawn"]) for report in reports}
            log.add_range(sum(drawn[model] for model in models))
    if seeds and not outlet.is_dry:
        seeds.save_models({parse_text(report, "full_name") for report in reports})
    meter.log_summary()
    return EmitResult(
        outputs,
        failures,
        model_count=len(reports) + len(failures),
        notices=[notice for report in reports for notice in describe_cases(report)],
        unread=unread,
    )


def _register_seed(
    report: Report,
    seeds: FrozenSeeds | None,
    seed: int,
) -> int:
    """Return the seed of the model in *report*: its frozen one, or *seed*."""
    if seeds is None:
        return seed
    full_name, digest = parse_text(report, "full_name"), parse_text(report, "digest")
    return seeds.register_model(
        full_name,
        digest,
        seed,
    )


def emit_overrides(
    target: str | None,
    settings: OverridesConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    stdout: BinaryIO,
    config: GenerationConfig = GenerationConfig(),  # noqa: B008 - frozen
) -> EmitResult:
    """Write a module with a TypedDict of overrides for each model, nested ones too."""
    require_code(target, "classes to write override types for")
    from pytest_fixturegen.emitters import modules, override_types

    outlet = _build_outlet(
        "overrides",
        target,
        settings,
        config,
        stdout,
    )
    unread = UnreadFiles()
    with run_job(
        "emit_overrides",
        target,
        selection,
        imports,
        unread=unread,
    ) as frame_stream:
        reports = frames.parse_reports(frame_stream)
    command = modules.build_command(
        "overrides",
        target,
        settings,
        selection,
    )
    first_party = modules.list_first_party(reports)
    source = override_types.build_overrides_module(
        reports,
        command,
        first_party,
    )
    models = [str(report["symbol"][2]) for report in reports]
    path = outlet.claim_path("the overrides")
    output = outlet.write(
        path,
        iter([source.encode("utf-8")]),
        models,
    )
    return EmitResult([output], unread=unread)


def build_request(
    config: GenerationConfig, settings: Any, seeds: FrozenSeeds | None
) -> dict[str, Any]:
    """Return the options as JSON data for the child; no frozen seeds are None."""
    return {
        "generation": to_json_dict(config),
        "emission": to_json_dict(settings),
        "frozen": seeds and seeds.seeds,
    }


def _build_outlet(
    kind: str,
    target: str | None,
    settings: Any,
    config: GenerationConfig,
    stdout: BinaryIO,
    log: ArtifactLog | None = None,
) -> Outlet:
    """Return the destination of the outputs of *kind*.

    A plugin that writes them may lie in the project, which is searched for it alone.
    """
    parsed = parse_target(target, Path.cwd()) if target else None
    folders = [Path.cwd(), *([Path(parsed.root)] if parsed else [])]
    form = _build_form(
        kind,
        settings,
        config,
        folders,
    )
    return Outlet(
        settings.out,
        stdout,
        PATH_PLACEHOLDERS[kind],
        settings.check,
        parsed.file if parsed else "",
        form,
        # A plugin may write another kind of file.
        OTHER_OUTPUT if form else choose_output_kind(kind, settings.out),
        log,
    )


def _build_form(
    kind: str,
    settings: Any,
    config: GenerationConfig,
    folders: Sequence[Path],
) -> ArtifactForm | None:
    """Return the form in which plugins may write the outputs; None if no plugin may."""
    from pytest_fixturegen.plugins.artifact_plugins import select_artifact_plugins

    chosen = config.plugins if settings.emit else select_artifact_plugins(config.plugins, folders)
    if chosen is None:
        return None
    from pytest_fixturegen.emitters.artifacts import ArtifactForm

    options = to_json_dict(settings)
    return ArtifactForm(
        kind,
        settings.emit,
        chosen,
        config.seed,
        options,
        {},
        tuple(folders) if chosen else (),
    )


def read_frozen_seeds_of(freeze: FreezeConfig) -> FrozenSeeds | None:
    """Return the frozen seeds; None if seeds are not frozen."""
    return read_frozen_seeds(Path(freeze.freeze_seeds_file)) if freeze.freeze_seeds else None


def _scan_source(
    target: str,
    selection: SelectionConfig,
    public_only: bool,
    unread: UnreadFiles,
) -> list[Report]:
    """Return the selected models of *target* from its source, without an import.

    *unread* receives the files of a folder that cannot be read. Raise DiscoveryError if there are
    no models, or none that is public.
    """
    from pytest_fixturegen.discovery import ast_scan

    parsed = parse_target(target, Path.cwd())
    if parsed.is_document:
        documents = find_document_models(
            parsed,
            selection.include,
            selection.exclude,
        )
        return [{"module": each.module, "name": each.name, "kind": each.kind} for each in documents]
    models = [
        model
        for model in scan_target(parsed, unread)
        if is_chosen(
            model.match_names,
            selection.include,
            selection.exclude,
        )
    ]
    if not models:
        unread.require_read()
        raise ast_scan.build_no_source_models_error(target)
    if public_only:
        models = [model for model in models if model.public]
    if not models:
        raise build_no_public_error(target)
    return [{"module": model.module, "name": model.name, "kind": model.kind} for model in models]


@contextmanager
def run_job(  # noqa: PLR0913 - what a job needs
    job: str,
    target: str | None,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    workers: int = 1,
    meter: ProgressMeter | None = None,
    unread: UnreadFiles | None = None,
    **request: Any,
) -> Iterator[FrameStream]:
    """Run *job* on *target* in a child, or in several *workers*, and yield an iterator of frames.

    *job* is a function of JOBS_MODULE, or ``module:function``. *request* holds its arguments in
    addition to the target and the selection. *meter* logs its summary at the end, unless
    more follows that it measures. *unread* receives the files of a folder that cannot be imported.
    """
    meter = meter or ProgressMeter()
    full_request = {
        **request,
        "target": describe_target(
            target,
            selection,
            imports,
        ),
        "selection": to_json_dict(selection),
    }
    job_path = job if ":" in job else f"{JOBS_MODULE}:{job}"
    start = partial(_start_job, job_path, imports=imports, workers=workers)
    with closing((unread or UnreadFiles()).run(start, full_request)) as frame_stream:
        yield meter.count_frames(frame_stream)
    if not meter.is_followed:
        meter.log_summary()


def _start_job(
    job: str,
    request: dict[str, Any],
    imports: ImportConfig,
    workers: int,
) -> AbstractContextManager[FrameStream]:
    """Return the context of the frames of *job*.

    A document is data, not code: its job runs in this process, unless several workers share it.
    """
    if workers == 1 and request["target"]["is_document"]:
        return run_here(job, request)
    # Importing what starts and watches a child takes as long as drawing records of a document.
    from pytest_fixturegen.worker.pool import run_children

    return run_children(
        job,
        request,
        imports,
        workers,
    )


def describe_target(
    target: str | None,
    selection: SelectionConfig,
    imports: ImportConfig,
) -> dict[str, Any]:
    """Return the part of a job request that describes *target*, with the allowed addresses.

    A document may refer to the hosts at these addresses. Raise UsageError if *target* is missing,
    or if an address is not valid.
    """
    resolved = resolve_target(target, selection)
    if resolved.is_document and imports.allow_net:
        from pytest_fixturegen.sandbox.environment import check_address

        addresses = tuple(map(check_address, imports.allow_net))
        resolved = replace(resolved, addresses=addresses)
    return resolved.as_json()


def resolve_target(target: str | None, selection: SelectionConfig) -> Target:
    """Return the parsed *target*, which may be missing if *selection* names a type.

    Raise UsageError if both are missing.
    """
    if target:
        return parse_target(target, Path.cwd())
    if not selection.type:
        raise UsageError(
            "Missing argument 'TARGET'.",
            hint="Name a file (app/models.py), a module (app.models) or a --type.",
        )
    return Target("", str(Path.cwd()))

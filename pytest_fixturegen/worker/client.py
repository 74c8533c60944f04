"""The wishes of the command line: the target is imported by a child, its bytes are written here."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from pytest_fixturegen._internal.type_names import is_chosen
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
from pytest_fixturegen.discovery.targets import Target, build_no_public_error, parse_target
from pytest_fixturegen.emitters.frozen_seeds import FrozenSeeds, read_frozen_seeds
from pytest_fixturegen.emitters.outputs import Outlet
from pytest_fixturegen.errors import DiscoveryError, FixturegenError, UsageError, replace_controls
from pytest_fixturegen.streams import BLOCK_SIZE
from pytest_fixturegen.worker import frames
from pytest_fixturegen.worker.frames import Frame
from pytest_fixturegen.worker.meter import ProgressCallback, ProgressMeter
from pytest_fixturegen.worker.output_receiver import (
    EmitResult,
    OutputPlan,
    parse_text,
    read_reports,
    write_outputs,
)
from pytest_fixturegen.worker.pool import choose_worker_count, run_children
from pytest_fixturegen.worker.process import run_child

log = logging.getLogger(__name__)
JOBS_MODULE = "pytest_fixturegen.worker.jobs"
LISTING_JOB = "pytest_fixturegen.worker.list_job:list_models"
Report = dict[str, Any]


def list_models(
    target: str,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    unrun: bool = False,
    hybrid: bool = False,
    public_only: bool = False,
) -> list[Report]:
    """A mapping with ``module``, ``name`` and ``kind`` for each model, or each that is *public_only*.

    *unrun* reads the source and executes nothing; *hybrid* reads it first, imports only where it shows a model that is
    selected, and warns of what it does not show.
    """
    if unrun:
        return _scan_source(target, selection, public_only)
    if hybrid:
        shown = {each["name"] for each in _scan_source(target, selection, public_only)}
        found = list_models(target, selection, imports, public_only=public_only)
        hidden = [each["name"] for each in found if each["name"] not in shown]
        if hidden:
            log.warning("the source does not show %s; only the import does", ", ".join(hidden))
        return found
    with run_job(LISTING_JOB, target, selection, imports, public_only=public_only) as received:
        return [
            frames.parse_json_object(payload) for tag, payload in received if tag == frames.REPORT
        ]


def list_plugins(
    names: Sequence[str], imports: ImportConfig
) -> tuple[list[Report], list[FixturegenError]]:
    """A mapping with ``plugin``, ``kind``, ``distribution``, ``version`` and ``hooks`` for each plugin, and the error of each
    that fails. They are imported by a child.
    """
    with run_child(f"{JOBS_MODULE}:list_plugins", {"names": list(names)}, imports) as received:
        found, failures = read_reports(received)
    return [_clean_plugin_report(each) for each in found], failures


def _clean_plugin_report(report: Report) -> Report:
    """What the child *said* of a plugin, as far as it may be shown: it has imported the plugin, and may be anybody."""
    hooks = report.get("hooks")
    facts = {
        name: replace_controls(str(report.get(name, "")))
        for name in ("plugin", "kind", "distribution", "version")
    }
    return {
        **facts,
        "hooks": [replace_controls(str(each)) for each in hooks] if isinstance(hooks, list) else [],
    }


def emit_json(  # noqa: PLR0913 - a group of options each
    target: str | None,
    settings: JsonConfig,
    config: GenerationConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    stdout: BinaryIO,
    freeze: FreezeConfig = FreezeConfig(),  # noqa: B008 - frozen
    on_progress: ProgressCallback = lambda _, __: None,
) -> EmitResult:
    """Write the records of *target*'s models as JSON. *standard* is written to where ``settings.out`` is ``-``.

    *told* is called as they come, with the records of a model so far and its name.
    """
    outlet, seeds = (
        _build_outlet("json", target, settings, config, stdout),
        _read_frozen_seeds(freeze),
    )
    settings = replace(settings, jsonl=True) if settings.emit else settings
    request: dict[str, Any] = {
        "generation": to_json_dict(config),
        "emission": to_json_dict(settings),
        "frozen": seeds and seeds.seeds,
    }
    workers = choose_worker_count(
        settings.workers, -(-max(settings.n, config.related) // BLOCK_SIZE)
    )
    meter = ProgressMeter(
        on_progress,
        b"\n" if settings.jsonl or not settings.indent else b"\n" + b" " * settings.indent + b"{",
    )
    with run_job(
        "emit_json", target, selection, imports, workers=workers, meter=meter, **request
    ) as received:
        return write_outputs(
            received, outlet, OutputPlan(outlet, config.seed, seeds, settings.shard_size or 1)
        )


def explain_models(
    target: str | None,
    config: GenerationConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    with_related: bool = False,
) -> tuple[list[Report], list[FixturegenError]]:
    """A mapping with ``model`` and ``fields`` for each model that can be served, and the error of each that cannot."""
    request: dict[str, Any] = {"generation": to_json_dict(config), "with_related": with_related}
    with run_job("explain_models", target, selection, imports, **request) as received:
        return read_reports(received)


def emit_schema(
    target: str | None,
    settings: SchemaConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    stdout: BinaryIO,
    config: GenerationConfig = GenerationConfig(),  # noqa: B008 - frozen
) -> EmitResult:
    """Write the JSON Schema of each of *target*'s models. Of *config* the links and the plugins alone are asked."""
    outlet = _build_outlet("schema", target, settings, config, stdout)
    request: dict[str, Any] = {
        "generation": to_json_dict(config),
        "emission": to_json_dict(settings),
    }
    with run_job("emit_schema", target, selection, imports, **request) as received:
        return write_outputs(received, outlet, OutputPlan(outlet))


def emit_fixtures(  # noqa: PLR0913 - a group of options each
    target: str | None,
    settings: FixturesConfig,
    config: GenerationConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    stdout: BinaryIO,
    freeze: FreezeConfig = FreezeConfig(),  # noqa: B008 - frozen
) -> EmitResult:
    """Write modules of pytest fixtures for *target*'s models: one, or one a model when ``{model}`` is in the path."""
    from pytest_fixturegen.emitters import modules

    outlet, seeds = (
        _build_outlet("fixtures", target, settings, config, stdout),
        _read_frozen_seeds(freeze),
    )
    request: dict[str, Any] = {
        "generation": to_json_dict(config),
        "emission": to_json_dict(settings),
        "frozen": seeds and seeds.seeds,
    }
    with run_job("emit_fixtures", target, selection, imports, **request) as received:
        reports, failures = read_reports(received)
    for report in reports:
        report["seed"] = (
            seeds.register_model(
                parse_text(report, "full_name"), parse_text(report, "digest"), config.seed
            )
            if seeds
            else config.seed
        )
    command = modules.build_command("fixtures", target, settings, config, selection, freeze)
    everyone = [str(report.get("model")) for report in reports]
    sources = [
        (
            outlet.claim_path(what, place=place, **parts),
            [str(parts["model"])] if "model" in parts else everyone,
            source,
        )
        for place, (what, parts, source) in enumerate(
            modules.build_modules(reports, settings, config.seed, command)
        )
    ]
    written = [
        outlet.write(path, iter([source.encode("utf-8")]), models)
        for path, models, source in sources
    ]
    if seeds and not settings.check:
        seeds.save_models({str(report["full_name"]) for report in reports})
    return EmitResult(written, failures)


def emit_overrides(
    target: str | None,
    settings: OverridesConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    stdout: BinaryIO,
    config: GenerationConfig = GenerationConfig(),  # noqa: B008 - frozen
) -> EmitResult:
    """Write a module with a TypedDict of overrides for each of *target*'s models, and for those within them."""
    from pytest_fixturegen.emitters import modules, override_types

    outlet = _build_outlet("overrides", target, settings, config, stdout)
    with run_job("emit_overrides", target, selection, imports) as received:
        reports = [
            frames.parse_json_object(payload) for tag, payload in received if tag == frames.REPORT
        ]
    command = modules.build_command("overrides", target, settings, selection)
    text = override_types.build_overrides_module(
        reports, command, modules.list_first_party(reports)
    )
    models = [str(report["symbol"][2]) for report in reports]
    return EmitResult(
        [outlet.write(outlet.claim_path("the overrides"), iter([text.encode("utf-8")]), models)]
    )


PATH_PLACEHOLDERS = {
    "json": ("model", "seed", "shard", "index"),
    "schema": ("model",),
    "fixtures": ("model", "seed"),
    "overrides": (),
}
"""What may stand in the path of an output of each kind."""


def _build_outlet(
    kind: str, target: str | None, settings: Any, config: GenerationConfig, stdout: BinaryIO
) -> Outlet:
    """Where the outputs of *kind* go, and in which form; plugins that write it may lie beside the target."""
    parsed = parse_target(target, Path.cwd()) if target else None
    form = None
    if settings.emit:
        from pytest_fixturegen.emitters.artifacts import ArtifactForm
        from pytest_fixturegen.plugins.manager import add_import_folders

        add_import_folders(Path.cwd(), *([parsed.root] if parsed else []))
        form = ArtifactForm(
            kind, settings.emit, config.plugins, config.seed, to_json_dict(settings)
        )
    return Outlet(
        settings.out,
        stdout,
        PATH_PLACEHOLDERS[kind],
        settings.check,
        parsed.file if parsed else "",
        form,
    )


def _read_frozen_seeds(freeze: FreezeConfig) -> FrozenSeeds | None:
    return read_frozen_seeds(Path(freeze.freeze_seeds_file)) if freeze.freeze_seeds else None


def _scan_source(target: str, selection: SelectionConfig, public_only: bool) -> list[Report]:
    from pytest_fixturegen.discovery.ast_scan import scan_models

    found = scan_models(parse_target(target, Path.cwd()))
    chosen = [
        each
        for each in found
        if is_chosen(
            (f"{each.module}.{each.name}", each.name), selection.include, selection.exclude
        )
    ]
    if not chosen:
        raise DiscoveryError(
            f"{target} shows no models.",
            hint="Without --ast the target is imported, which sees more.",
        )
    if public_only:
        chosen = [each for each in chosen if each.public]
    if not chosen:
        raise build_no_public_error(target)
    return [{"module": each.module, "name": each.name, "kind": each.kind} for each in chosen]


@contextmanager
def run_job(
    job: str,
    target: str | None,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    workers: int = 1,
    meter: ProgressMeter | None = None,
    **request: Any,
) -> Iterator[Iterator[Frame]]:
    """The frames of the child that runs *job*, one of JOBS or ``module:function``, on *target*; or of *workers* children.

    In the end *meter* is told of.
    """
    request |= {
        "target": resolve_target(target, selection).as_json(),
        "selection": to_json_dict(selection),
    }
    meter = meter or ProgressMeter()
    with run_children(
        job if ":" in job else f"{JOBS_MODULE}:{job}", request, imports, workers
    ) as received:
        yield meter.count_frames(received)
    meter.log_summary()


def resolve_target(target: str | None, selection: SelectionConfig) -> Target:
    """What *target* names; where a type is asked for, none need be named. Raises UsageError when nothing is."""
    if target:
        return parse_target(target, Path.cwd())
    if not selection.type:
        raise UsageError(
            "Missing argument 'TARGET'.",
            hint="Name a file (app/models.py), a module (app.models) or a --type.",
        )
    return Target("", str(Path.cwd()))

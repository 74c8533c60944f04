"""The wishes of the command line: the target is imported by a child, its bytes are written here."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from pytest_fixturegen.command_options import (
    FixturesConfig,
    FreezeConfig,
    ImportConfig,
    JsonConfig,
    OverridesConfig,
    SchemaConfig,
    SelectionConfig,
)
from pytest_fixturegen.emit.frozen_seeds import FrozenSeeds, read_seeds
from pytest_fixturegen.emit.outputs import Outlet
from pytest_fixturegen.errors import DiscoveryError, FixturegenError, UsageError, plain_text
from pytest_fixturegen.identity import is_chosen
from pytest_fixturegen.options import GenerationConfig
from pytest_fixturegen.outputs_received import Announced, Outcome, outputs_of, reports_of, text_of
from pytest_fixturegen.policies import plain
from pytest_fixturegen.sandbox import frames
from pytest_fixturegen.sandbox.frames import Frame
from pytest_fixturegen.sandbox.meter import Meter, Told
from pytest_fixturegen.sandbox.parent import running
from pytest_fixturegen.sandbox.targets import Target, nothing_public, parse_target
from pytest_fixturegen.sandbox.workers import running_together, useful
from pytest_fixturegen.streams import BLOCK

log = logging.getLogger(__name__)
JOBS = "pytest_fixturegen.jobs"
LISTING = "pytest_fixturegen.sandbox.listing:list_models"
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
        return _scanned(target, selection, public_only)
    if hybrid:
        shown = {each["name"] for each in _scanned(target, selection, public_only)}
        found = list_models(target, selection, imports, public_only=public_only)
        hidden = [each["name"] for each in found if each["name"] not in shown]
        if hidden:
            log.warning("the source does not show %s; only the import does", ", ".join(hidden))
        return found
    with child(LISTING, target, selection, imports, public_only=public_only) as received:
        return [frames.as_mapping(payload) for tag, payload in received if tag == frames.REPORT]


def list_plugins(names: Sequence[str], imports: ImportConfig) -> tuple[list[Report], list[FixturegenError]]:
    """A mapping with ``plugin``, ``kind``, ``distribution``, ``version`` and ``hooks`` for each plugin, and the error of each
    that fails. They are imported by a child.
    """
    with running(f"{JOBS}:list_plugins", {"names": list(names)}, imports) as received:
        found, failures = reports_of(received)
    return [_plugin(each) for each in found], failures


def _plugin(said: Report) -> Report:
    """What the child *said* of a plugin, as far as it may be shown: it has imported the plugin, and may be anybody."""
    hooks = said.get("hooks")
    facts = {name: plain_text(str(said.get(name, ""))) for name in ("plugin", "kind", "distribution", "version")}
    return {**facts, "hooks": [plain_text(str(each)) for each in hooks] if isinstance(hooks, list) else []}


def emit_json(  # noqa: PLR0913 - a group of options each
    target: str | None,
    settings: JsonConfig,
    config: GenerationConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    standard: BinaryIO,
    freeze: FreezeConfig = FreezeConfig(),  # noqa: B008 - frozen
    told: Told = lambda _, __: None,
) -> Outcome:
    """Write the records of *target*'s models as JSON. *standard* is written to where ``settings.out`` is ``-``.

    *told* is called as they come, with the records of a model so far and its name.
    """
    outlet, seeds = _outlet("json", target, settings, config, standard), _remembered(freeze)
    settings = replace(settings, jsonl=True) if settings.emit else settings
    request: dict[str, Any] = {"generation": plain(config), "emission": plain(settings), "frozen": seeds and seeds.seeds}
    workers = useful(settings.workers, -(-max(settings.n, config.related) // BLOCK))
    meter = Meter(told, b"\n" if settings.jsonl or not settings.indent else b"\n" + b" " * settings.indent + b"{")
    with child("emit_json", target, selection, imports, workers=workers, meter=meter, **request) as received:
        return outputs_of(received, outlet, Announced(outlet, config.seed, seeds, settings.shard_size or 1))


def explain(
    target: str | None,
    config: GenerationConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    with_related: bool = False,
) -> tuple[list[Report], list[FixturegenError]]:
    """A mapping with ``model`` and ``fields`` for each model that can be served, and the error of each that cannot."""
    request: dict[str, Any] = {"generation": plain(config), "with_related": with_related}
    with child("explain_models", target, selection, imports, **request) as received:
        return reports_of(received)


def emit_schema(
    target: str | None,
    settings: SchemaConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    standard: BinaryIO,
    config: GenerationConfig = GenerationConfig(),  # noqa: B008 - frozen
) -> Outcome:
    """Write the JSON Schema of each of *target*'s models. Of *config* the links and the plugins alone are asked."""
    outlet = _outlet("schema", target, settings, config, standard)
    request: dict[str, Any] = {"generation": plain(config), "emission": plain(settings)}
    with child("emit_schema", target, selection, imports, **request) as received:
        return outputs_of(received, outlet, Announced(outlet))


def emit_fixtures(  # noqa: PLR0913 - a group of options each
    target: str | None,
    settings: FixturesConfig,
    config: GenerationConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    standard: BinaryIO,
    freeze: FreezeConfig = FreezeConfig(),  # noqa: B008 - frozen
) -> Outcome:
    """Write modules of pytest fixtures for *target*'s models: one, or one a model when ``{model}`` is in the path."""
    from pytest_fixturegen.emit import modules

    outlet, seeds = _outlet("fixtures", target, settings, config, standard), _remembered(freeze)
    request: dict[str, Any] = {"generation": plain(config), "emission": plain(settings), "frozen": seeds and seeds.seeds}
    with child("emit_fixtures", target, selection, imports, **request) as received:
        reports, failures = reports_of(received)
    for report in reports:
        report["seed"] = (
            seeds.meet(text_of(report, "full_name"), text_of(report, "digest"), config.seed) if seeds else config.seed
        )
    command = modules.command_of("fixtures", target, settings, config, selection, freeze)
    everyone = [str(report.get("model")) for report in reports]
    sources = [
        (outlet.path(what, place=place, **parts), [str(parts["model"])] if "model" in parts else everyone, source)
        for place, (what, parts, source) in enumerate(modules.sources_of(reports, settings, config.seed, command))
    ]
    written = [outlet.write(path, iter([source.encode("utf-8")]), models) for path, models, source in sources]
    if seeds and not settings.check:
        seeds.keep({str(report["full_name"]) for report in reports})
    return Outcome(written, failures)


def emit_overrides(
    target: str | None,
    settings: OverridesConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    standard: BinaryIO,
    config: GenerationConfig = GenerationConfig(),  # noqa: B008 - frozen
) -> Outcome:
    """Write a module with a TypedDict of overrides for each of *target*'s models, and for those within them."""
    from pytest_fixturegen.emit import modules, override_types

    outlet = _outlet("overrides", target, settings, config, standard)
    with child("emit_overrides", target, selection, imports) as received:
        reports = [frames.as_mapping(payload) for tag, payload in received if tag == frames.REPORT]
    command = modules.command_of("overrides", target, settings, selection)
    text = override_types.module_of(reports, command, modules.first_party(reports))
    models = [str(report["symbol"][2]) for report in reports]
    return Outcome([outlet.write(outlet.path("the overrides"), iter([text.encode("utf-8")]), models)])


PARTS = {"json": ("model", "seed", "shard", "index"), "schema": ("model",), "fixtures": ("model", "seed"), "overrides": ()}
"""What may stand in the path of an output of each kind."""


def _outlet(kind: str, target: str | None, settings: Any, config: GenerationConfig, standard: BinaryIO) -> Outlet:
    """Where the outputs of *kind* go, and in which form; plugins that write it may lie beside the target."""
    parsed = parse_target(target, Path.cwd()) if target else None
    form = None
    if settings.emit:
        from pytest_fixturegen.emit.artifacts import Form
        from pytest_fixturegen.plugins import reach

        reach(Path.cwd(), *([parsed.root] if parsed else []))
        form = Form(kind, settings.emit, config.plugins, config.seed, plain(settings))
    return Outlet(settings.out, standard, PARTS[kind], settings.check, parsed.file if parsed else "", form)


def _remembered(freeze: FreezeConfig) -> FrozenSeeds | None:
    return read_seeds(Path(freeze.freeze_seeds_file)) if freeze.freeze_seeds else None


def _scanned(target: str, selection: SelectionConfig, public_only: bool) -> list[Report]:
    from pytest_fixturegen.sandbox.scan import scan

    found = scan(parse_target(target, Path.cwd()))
    chosen = [
        each for each in found if is_chosen((f"{each.module}.{each.name}", each.name), selection.include, selection.exclude)
    ]
    if not chosen:
        raise DiscoveryError(f"{target} shows no models.", hint="Without --ast the target is imported, which sees more.")
    if public_only:
        chosen = [each for each in chosen if each.public]
    if not chosen:
        raise nothing_public(target)
    return [{"module": each.module, "name": each.name, "kind": each.kind} for each in chosen]


@contextmanager
def child(
    job: str,
    target: str | None,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    workers: int = 1,
    meter: Meter | None = None,
    **request: Any,
) -> Iterator[Iterator[Frame]]:
    """The frames of the child that runs *job*, one of JOBS or ``module:function``, on *target*; or of *workers* children.

    In the end *meter* is told of.
    """
    request |= {"target": parsed_target(target, selection).as_json(), "selection": plain(selection)}
    meter = meter or Meter()
    with running_together(job if ":" in job else f"{JOBS}:{job}", request, imports, workers) as received:
        yield meter.over(received)
    meter.tell()


def parsed_target(target: str | None, selection: SelectionConfig) -> Target:
    """What *target* names; where a type is asked for, none need be named. Raises UsageError when nothing is."""
    if target:
        return parse_target(target, Path.cwd())
    if not selection.type:
        raise UsageError("Missing argument 'TARGET'.", hint="Name a file (app/models.py), a module (app.models) or a --type.")
    return Target("", str(Path.cwd()))

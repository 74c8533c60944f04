"""The wishes of the command line: the target is imported by a child, its bytes are written here."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from pytest_fixturegen.command_options import (
    FixturesConfig,
    ImportConfig,
    JsonConfig,
    OverridesConfig,
    SchemaConfig,
    SelectionConfig,
)
from pytest_fixturegen.emit.outputs import Outlet, Written
from pytest_fixturegen.errors import DiscoveryError, FixturegenError, from_json, plain_text
from pytest_fixturegen.identity import is_chosen
from pytest_fixturegen.options import GenerationConfig
from pytest_fixturegen.policies import plain
from pytest_fixturegen.sandbox import frames
from pytest_fixturegen.sandbox.frames import Frame
from pytest_fixturegen.sandbox.meter import Meter, Told
from pytest_fixturegen.sandbox.parent import running
from pytest_fixturegen.sandbox.scan import scan
from pytest_fixturegen.sandbox.targets import parse_target

log = logging.getLogger(__name__)
JOBS = "pytest_fixturegen.jobs"
Report = dict[str, Any]


@dataclass(slots=True)
class Outcome:
    """What came of a command: the outputs *written*, and the error of each model that could not be served."""

    written: list[Written] = field(default_factory=list)
    failures: list[FixturegenError] = field(default_factory=list)


class AbandonedError(BaseException):
    """The output that is being written has no end: its model failed. No Exception, so that no plugin catches it."""


def list_models(
    target: str, selection: SelectionConfig, imports: ImportConfig, *, unrun: bool = False, hybrid: bool = False
) -> list[Report]:
    """A mapping with ``module``, ``name`` and ``kind`` for each model.

    *unrun* reads the source and executes nothing; *hybrid* reads it first, imports only where it shows a model that is
    selected, and warns of what it does not show.
    """
    if unrun:
        return _scanned(target, selection)
    if hybrid:
        shown = {each["name"] for each in _scanned(target, selection)}
        found = list_models(target, selection, imports)
        hidden = [each["name"] for each in found if each["name"] not in shown]
        if hidden:
            log.warning("the source does not show %s; only the import does", ", ".join(hidden))
        return found
    with child("list_models", target, selection, imports) as received:
        return [frames.as_mapping(payload) for tag, payload in received if tag == frames.REPORT]


def list_plugins(names: Sequence[str], imports: ImportConfig) -> tuple[list[Report], list[FixturegenError]]:
    """A mapping with ``plugin``, ``kind``, ``distribution``, ``version`` and ``hooks`` for each plugin, and the error of each
    that fails. They are imported by a child.
    """
    with running(f"{JOBS}:list_plugins", {"names": list(names)}, imports) as received:
        found, failures = _reported(received)
    return [_plugin(each) for each in found], failures


def _plugin(said: Report) -> Report:
    """What the child *said* of a plugin, as far as it may be shown: it has imported the plugin, and may be anybody."""
    hooks = said.get("hooks")
    facts = {name: plain_text(str(said.get(name, ""))) for name in ("plugin", "kind", "distribution", "version")}
    return {**facts, "hooks": [plain_text(str(each)) for each in hooks] if isinstance(hooks, list) else []}


def emit_json(  # noqa: PLR0913 - a group of options each
    target: str,
    settings: JsonConfig,
    config: GenerationConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    standard: BinaryIO,
    told: Told = lambda _, __: None,
) -> Outcome:
    """Write the records of *target*'s models as JSON. *standard* is written to where ``settings.out`` is ``-``.

    *told* is called as they come, with the records of a model so far and its name.
    """
    outlet = _outlet("json", target, settings, standard, config.plugins, config.seed)
    settings = replace(settings, jsonl=True) if settings.emit else settings
    request: dict[str, Any] = {"generation": plain(config), "emission": plain(settings)}
    meter = Meter(told, b"\n" if settings.jsonl or not settings.indent else b"\n" + b" " * settings.indent + b"{")
    with child("emit_json", target, selection, imports, meter=meter, **request) as received:
        return _outputs(received, outlet, seed=config.seed)


def explain(
    target: str, config: GenerationConfig, selection: SelectionConfig, imports: ImportConfig
) -> tuple[list[Report], list[FixturegenError]]:
    """A mapping with ``model`` and ``fields`` for each model that can be served, and the error of each that cannot."""
    with child("explain_models", target, selection, imports, generation=plain(config)) as received:
        return _reported(received)


def _reported(received: Iterator[Frame]) -> tuple[list[Report], list[FixturegenError]]:
    """All reports, and the errors between them."""
    reports, failures = [], []
    for tag, payload in received:
        body = frames.as_mapping(payload)
        if tag == frames.FAILURE:
            failures.append(from_json(body))
        else:
            reports.append(body)
    return reports, failures


def emit_schema(
    target: str,
    settings: SchemaConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    standard: BinaryIO,
    plugins: Sequence[str] = (),
) -> Outcome:
    """Write the JSON Schema of each of *target*'s models; *plugins* may have another form of it."""
    outlet = _outlet("schema", target, settings, standard, plugins)
    with child("emit_schema", target, selection, imports) as received:
        return _outputs(received, outlet)


def emit_fixtures(
    target: str,
    settings: FixturesConfig,
    config: GenerationConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    standard: BinaryIO,
) -> Outcome:
    """Write modules of pytest fixtures for *target*'s models: one, or one a model when ``{model}`` is in the path."""
    from pytest_fixturegen.emit import modules

    outlet = _outlet("fixtures", target, settings, standard, config.plugins, config.seed)
    request: dict[str, Any] = {"generation": plain(config), "emission": plain(settings)}
    with child("emit_fixtures", target, selection, imports, **request) as received:
        reports, failures = _reported(received)
    outcome = Outcome(failures=failures)
    command = modules.command_of("fixtures", target, settings, config, selection)
    for what, parts, source in modules.sources_of(reports, settings, config.seed, command):
        models = [str(parts["model"])] if "model" in parts else [str(report.get("model")) for report in reports]
        outcome.written.append(outlet.write(outlet.path(what, **parts), iter([source.encode("utf-8")]), models))
    return outcome


def emit_overrides(
    target: str,
    settings: OverridesConfig,
    selection: SelectionConfig,
    imports: ImportConfig,
    *,
    standard: BinaryIO,
    plugins: Sequence[str] = (),
) -> Outcome:
    """Write a module with a TypedDict of overrides for each of *target*'s models, and for those within them."""
    from pytest_fixturegen.emit import modules, override_types

    with child("emit_overrides", target, selection, imports) as received:
        reports = [frames.as_mapping(payload) for tag, payload in received if tag == frames.REPORT]
    command = modules.command_of("overrides", target, settings, selection)
    text = override_types.module_of(reports, command, modules.first_party(reports))
    outlet = _outlet("overrides", target, settings, standard, plugins)
    models = [str(report["symbol"][2]) for report in reports]
    return Outcome([outlet.write(outlet.path("the overrides"), iter([text.encode("utf-8")]), models)])


def _outlet(kind: str, target: str, settings: Any, standard: BinaryIO, plugins: Sequence[str], seed: int = 0) -> Outlet:
    """Where the outputs of *kind* go; plugins that *plugins* name for ``settings.emit`` may lie beside the target."""
    outlet = Outlet(settings.out, standard)
    if settings.emit:
        from pytest_fixturegen.emit.artifacts import Form
        from pytest_fixturegen.plugins import reach

        reach(Path.cwd(), parse_target(target, Path.cwd()).root)
        outlet.form = Form(kind, settings.emit, tuple(plugins), seed, plain(settings))
    return outlet


def _scanned(target: str, selection: SelectionConfig) -> list[Report]:
    found = scan(parse_target(target, Path.cwd()))
    chosen = [
        each for each in found if is_chosen((f"{each.module}.{each.name}", each.name), selection.include, selection.exclude)
    ]
    if not chosen:
        raise DiscoveryError(f"{target} shows no models.", hint="Without --ast the target is imported, which sees more.")
    return [{"module": each.module, "name": each.name, "kind": each.kind} for each in chosen]


@contextmanager
def child(
    job: str, target: str, selection: SelectionConfig, imports: ImportConfig, *, meter: Meter | None = None, **request: Any
) -> Iterator[Iterator[Frame]]:
    """The frames of the child that runs *job* of the room of jobs on *target*; in the end *meter* is told of."""
    parsed = parse_target(target, Path.cwd())
    request |= {"target": parsed.as_json(), "selection": plain(selection)}
    meter = meter or Meter()
    with running(f"{JOBS}:{job}", request, imports) as received:
        yield meter.over(received)
    log.info("%s", meter.summary(), extra={"last": True})


def _outputs(received: Iterator[Frame], outlet: Outlet, **parts: object) -> Outcome:
    outcome = Outcome()
    for tag, payload in received:
        if tag != frames.OUTPUT:
            raise frames.broken("spoke out of turn")
        facts = frames.as_mapping(payload)
        model, shard = str(facts.get("model")), facts.get("shard", 0)
        path = outlet.path(_what(facts), model=model, shard=shard, **parts)
        try:
            outcome.written.append(outlet.write(path, _chunks(received, outcome), [model], shard))
        except AbandonedError:
            continue
    return outcome


def _what(facts: Report) -> str:
    shard = facts.get("shard")
    return f"{facts.get('model')} (shard {shard})" if shard else str(facts.get("model"))


def _chunks(received: Iterator[Frame], outcome: Outcome) -> Iterator[bytes]:
    """The data of one output, up to its end."""
    for tag, payload in received:
        if tag == frames.CLOSE:
            return
        if tag == frames.FAILURE:
            outcome.failures.append(from_json(frames.as_mapping(payload)))
            raise AbandonedError
        if tag != frames.DATA:
            break
        yield payload
    raise frames.broken("left an output open")

"""The wishes of the command line: the target is imported by a child, its bytes are written here."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
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
from pytest_fixturegen.errors import DiscoveryError, FixturegenError, from_json
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


class AbandonedError(Exception):
    """The output that is being written has no end: its model failed."""


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
    outlet = Outlet(settings.out, standard)
    request: dict[str, Any] = {"generation": plain(config), "emission": plain(settings)}
    meter = Meter(told, b"\n" if settings.jsonl or not settings.indent else b"\n" + b" " * settings.indent + b"{")
    with child("emit_json", target, selection, imports, meter=meter, **request) as received:
        return _outputs(received, outlet, seed=config.seed)


def explain(
    target: str, config: GenerationConfig, selection: SelectionConfig, imports: ImportConfig
) -> tuple[list[Report], list[FixturegenError]]:
    """A mapping with ``model`` and ``fields`` for each model that can be served, and the error of each that cannot."""
    reports, failures = [], []
    with child("explain_models", target, selection, imports, generation=plain(config)) as received:
        for tag, payload in received:
            body = frames.as_mapping(payload)
            if tag == frames.FAILURE:
                failures.append(from_json(body))
            else:
                reports.append(body)
    return reports, failures


def emit_schema(
    target: str, settings: SchemaConfig, selection: SelectionConfig, imports: ImportConfig, *, standard: BinaryIO
) -> Outcome:
    """Write the JSON Schema of each of *target*'s models."""
    with child("emit_schema", target, selection, imports) as received:
        return _outputs(received, Outlet(settings.out, standard))


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

    outlet, outcome = Outlet(settings.out, standard), Outcome()
    request: dict[str, Any] = {"generation": plain(config), "emission": plain(settings)}
    reports = []
    with child("emit_fixtures", target, selection, imports, **request) as received:
        for tag, payload in received:
            body = frames.as_mapping(payload)
            if tag == frames.FAILURE:
                outcome.failures.append(from_json(body))
            else:
                reports.append(body)
    command = modules.command_of("fixtures", target, settings, config, selection)
    for what, parts, source in modules.sources_of(reports, settings, config.seed, command):
        outcome.written.append(outlet.write(outlet.path(what, **parts), [source.encode("utf-8")]))
    return outcome


def emit_overrides(
    target: str, settings: OverridesConfig, selection: SelectionConfig, imports: ImportConfig, *, standard: BinaryIO
) -> Outcome:
    """Write a module with a TypedDict of overrides for each of *target*'s models, and for those within them."""
    from pytest_fixturegen.emit import modules, override_types

    with child("emit_overrides", target, selection, imports) as received:
        reports = [frames.as_mapping(payload) for tag, payload in received if tag == frames.REPORT]
    command = modules.command_of("overrides", target, settings, selection)
    text = override_types.module_of(reports, command, modules.first_party(reports))
    outlet = Outlet(settings.out, standard)
    return Outcome([outlet.write(outlet.path("the overrides"), [text.encode("utf-8")])])


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
        path = outlet.path(_what(facts), model=facts.get("model"), shard=facts.get("shard", 0), **parts)
        try:
            outcome.written.append(outlet.write(path, _chunks(received, outcome)))
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

"""What the child does for each command: finds the models, draws their records, and sends what came of it.

A model that cannot be served is reported, and the others are served all the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from pytest_fixturegen import api
from pytest_fixturegen.command_options import FixturesConfig, JsonConfig, PersistConfig
from pytest_fixturegen.emit import json_text, override_types
from pytest_fixturegen.errors import EmitError, FixturegenError, MappingError
from pytest_fixturegen.options import GenerationConfig
from pytest_fixturegen.plan import keys, links
from pytest_fixturegen.plan.plugged import plugged
from pytest_fixturegen.policies import plain
from pytest_fixturegen.sandbox.discovery import FoundModel, find_models, kind_of, load
from pytest_fixturegen.sandbox.frames import CLOSE, DATA, FAILURE, OUTPUT, REPORT, Sender
from pytest_fixturegen.sandbox.targets import Target
from pytest_fixturegen.shape import tables
from pytest_fixturegen.shape.reading import json_schema
from pytest_fixturegen.sources import Source, read

T = TypeVar("T")
Settings = dict[str, Any]
SERVING = (MappingError, EmitError)
"""What may be wrong with one model and no other."""


def list_models(sender: Sender, target: dict[str, str], selection: Settings) -> None:
    """A report for each model: its module, name and kind."""
    for model in _selected(target, selection):
        sender.say(REPORT, {"module": model.module, "name": model.name, "kind": model.kind})


def list_plugins(sender: Sender, names: list[str]) -> None:
    """A report for each plugin, a failure for each that fails: where it comes from, and the hooks that it has."""
    from pytest_fixturegen import plugins

    plugins.reach(Path.cwd())
    for origin in plugins.origins(names):
        facts = {"plugin": origin.name, "kind": origin.kind, "distribution": origin.distribution, "version": origin.version}
        try:
            sender.say(REPORT, {**facts, "hooks": plugins.hooks_of(origin)})
        except FixturegenError as error:
            sender.say(FAILURE, error.as_json()["error"])


def emit_json(sender: Sender, target: dict[str, str], selection: Settings, generation: Settings, emission: Settings) -> None:
    """An output for each model and shard: its records as JSON."""
    config, settings = _plugged(target, generation), _settled(JsonConfig, emission)
    selected = _selected(target, selection)
    config = keys.kept(replace(config, related=config.related or settings.n), [model.cls for model in selected])
    _require_known(target, config)
    for model in selected:
        _send_records(sender, model, config, settings)
    for model in _related(selected, config) if settings.with_related else ():
        _send_records(sender, model, config, replace(settings, n=config.related))


def draw_records(sender: Sender, target: dict[str, str], selection: Settings, generation: Settings, emission: Settings) -> None:
    """An output for each model, those that others link to first: what a handler is told of it, then its records."""
    config, settings = _plugged(target, generation), _settled(PersistConfig, emission)
    selected = _selected(target, selection)
    config = keys.kept(replace(config, related=config.related or settings.n), [model.cls for model in selected])
    _require_known(target, config)
    wanted = [(model, settings.n) for model in selected]
    wanted += [(model, config.related) for model in _related(selected, config)] if settings.with_related else []
    totals = {model.cls: (model, n) for model, n in wanted}
    for cls in links.parents_first(list(totals), config):
        model, n = totals[cls]
        facts = {"module": model.module, "schema": api.schema_of(model.cls), "total": n, "config": plain(config)}
        facts |= {"table": tables.described(cls)}
        _sent(sender, model, facts, json_text.jsonl(_lines(model, n, config, 0, n)))


def _send_records(sender: Sender, model: FoundModel, config: GenerationConfig, settings: JsonConfig) -> None:
    """An output for each shard of *model*'s records."""
    size = settings.shard_size or max(settings.n, 1)
    for shard, start in enumerate(range(0, max(settings.n, 1), size)):
        count = min(settings.n - start, size)
        lines = _lines(model, count, config, start, settings.n)
        chunks = json_text.jsonl(lines) if settings.jsonl else json_text.array(lines, settings.indent)
        if not _sent(sender, model, {"shard": shard, "records": count}, chunks):
            break


def _related(models: list[FoundModel], config: GenerationConfig) -> list[FoundModel]:
    """The models that links of *models* point to."""
    found = links.related([model.cls for model in models], config)
    return [FoundModel(cls, cls.__module__, cls.__qualname__, kind_of(cls) or "model") for cls in found]


def _require_known(target: dict[str, str], config: GenerationConfig) -> None:
    """Refuse names in 'link' and 'unique' that the target has nothing for."""
    if config.link or config.unique:
        links.require_known(load(Target(**target)).__name__, config)


def explain_models(sender: Sender, target: dict[str, str], selection: Settings, generation: Settings) -> None:
    """A report for each model: for each field who fills it, and why."""
    config = _plugged(target, generation)
    selected = _selected(target, selection)
    config = keys.kept(config, [model.cls for model in selected])
    for model in selected:
        try:
            told = api.explain(model.cls, config)
        except SERVING as error:
            sender.say(FAILURE, _named(error, model))
            continue
        fields = [
            {"model": each.model, "field": each.field, "path": each.path, "provider": each.provider, "reason": each.reason}
            for each in told
        ]
        sender.say(REPORT, {"model": model.name, "fields": fields})


def examine_models(
    sender: Sender, target: dict[str, str], selection: Settings, generation: Settings, n: int, seconds: float
) -> None:
    """For each model its name, and then a report of what its first *n* records show."""
    from pytest_fixturegen.examination.examine import examine

    config = _plugged(target, generation)
    selected = _selected(target, selection)
    config = keys.kept(config, [model.cls for model in selected])
    config = replace(config, related=config.related or n)
    _require_known(target, config)
    for model in selected:
        sender.say(OUTPUT, {"model": model.name})
        report = examine(model.cls, (model.module, model.name, model.kind), config, n, seconds)
        sender.say(REPORT, asdict(report))


def emit_schema(sender: Sender, target: dict[str, str], selection: Settings) -> None:
    """An output for each model: its JSON Schema."""
    for model in _selected(target, selection):
        _sent(sender, model, {}, _schema(model))


def emit_fixtures(
    sender: Sender, target: dict[str, str], selection: Settings, generation: Settings, emission: Settings
) -> None:
    """A report for each model: the values of its fixture, in a form that is JSON."""
    config, settings = _plugged(target, generation), _settled(FixturesConfig, emission)
    selected = _selected(target, selection)
    _require_known(target, config)
    for model in selected:
        try:
            spec = api.describe_cases(model.cls, settings.cases, config, as_dict=settings.return_type == "dict")
        except SERVING as error:
            sender.say(FAILURE, _named(error, model))
        else:
            sender.say(REPORT, {"model": model.name, "digest": api.digest_of(model.cls), **spec})


def emit_overrides(sender: Sender, target: dict[str, str], selection: Settings) -> None:
    """A report for each model, and for those within them: its fields and the forms of their types."""
    for report in override_types.described([model.cls for model in _selected(target, selection)]):
        sender.say(REPORT, report)


def _selected(target: dict[str, str], selection: Settings) -> list[FoundModel]:
    return find_models(Target(**target), selection["include"], selection["exclude"])


def _plugged(target: dict[str, str], generation: Settings) -> GenerationConfig:
    """How values are chosen, with the plugins for it: they are imported before the target."""
    config = _settled(GenerationConfig, generation)
    if config.plugins:
        from pytest_fixturegen import plugins

        plugins.reach(target["root"], Path.cwd())
    plugged(config.plugins)
    return config


def _settled(config: type[T], values: Settings) -> T:
    """*config* as the parent has read it."""
    named = {each.name: values[each.name] for each in fields(config) if each.name in values}  # type: ignore[arg-type]
    section = getattr(config, "section", "")
    return read(config, [Source({f"{section}.{name}" if section else name: value for name, value in named.items()}, "{key}")])


def _sent(sender: Sender, model: FoundModel, facts: Settings, chunks: Iterable[bytes]) -> bool:
    """Send one output; False when its model cannot be served."""
    sender.say(OUTPUT, {"model": model.name, **facts})
    try:
        for chunk in chunks:
            sender.send(DATA, chunk)
    except SERVING as error:
        sender.say(FAILURE, _named(error, model))
        return False
    sender.send(CLOSE)
    sender.flush()
    return True


def _lines(model: FoundModel, count: int, config: GenerationConfig, start: int, n: int) -> Iterator[bytes]:
    """The JSON of *count* of *n* records. Lazy from the first step on: what goes wrong goes wrong while it is sent."""
    api.require_room(model.cls, n, config)
    yield from api.generate_lines(model.cls, count, config=config, start=start)


def _named(error: FixturegenError, model: FoundModel) -> Settings:
    error.facts.setdefault("model", model.name)
    body: Settings = error.as_json()["error"]
    return body


def _schema(model: FoundModel) -> Iterator[bytes]:

    try:
        schema = json_schema(model.cls)
    except Exception as error:
        words = str(error).splitlines()[0]
        raise MappingError(
            f"{model.name} has no JSON Schema: {words}.", hint="Give the type a JSON Schema of its own."
        ) from error
    yield json.dumps(schema, indent=2, ensure_ascii=False).encode() + b"\n"

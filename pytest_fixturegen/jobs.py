"""What the child does for each command: finds the models, draws their records, and sends what came of it.

A model that cannot be served is reported, and the others are served all the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from pytest_fixturegen import api
from pytest_fixturegen.command_options import FixturesConfig, JsonConfig, PersistConfig
from pytest_fixturegen.emit import json_text
from pytest_fixturegen.emit.json_text import Style
from pytest_fixturegen.errors import FixturegenError, MappingError
from pytest_fixturegen.options import GenerationConfig
from pytest_fixturegen.pieces import SERVING, Emission, Seeds, full_name, named, send
from pytest_fixturegen.plan import keys, links
from pytest_fixturegen.plan.plugged import plugged
from pytest_fixturegen.policies import plain
from pytest_fixturegen.sandbox.discovery import FoundModel, kind_of, load
from pytest_fixturegen.sandbox.frames import CLOSE, FAILURE, MODEL, OUTPUT, REPORT, Sender
from pytest_fixturegen.sandbox.listing import models_of
from pytest_fixturegen.sandbox.targets import Target
from pytest_fixturegen.shape import tables
from pytest_fixturegen.shape.reading import json_schema
from pytest_fixturegen.sources import Source, read

T = TypeVar("T")
Settings = dict[str, Any]


def emit_json(  # noqa: PLR0913 - the keys of a request
    sender: Sender,
    target: dict[str, str],
    selection: Settings,
    generation: Settings,
    emission: Settings,
    *,
    frozen: dict[str, int] | None = None,
    worker: tuple[int, int] = (0, 1),
) -> None:
    """A report for each model, then an output for each model and shard: its records as JSON.

    *worker*: which of how many this child is. All say the same of outputs, and each sends its own pieces of them.
    """
    config, settings = _plugged(target, generation), _settled(JsonConfig, emission)
    selected = models_of(target, selection)
    config = keys.kept(replace(config, related=config.related or settings.n), [model.cls for model in selected])
    _require_known(target, config)
    found = [(model, settings.n) for model in selected]
    found += [(model, config.related) for model in _related(selected, config)] if settings.with_related else []
    emission_of = Emission(sender, settings, config, Seeds.of([model for model, _ in found], frozen), *worker)
    for model, n in found:
        emission_of.announce(model, n)
    for place, (model, n) in enumerate(found):
        emission_of.send(model, n, place)


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


def draw_records(sender: Sender, target: dict[str, str], selection: Settings, generation: Settings, emission: Settings) -> None:
    """An output for each model, those that others link to first: what a handler is told of it, then its records."""
    config, settings = _plugged(target, generation), _settled(PersistConfig, emission)
    selected = models_of(target, selection)
    config = keys.kept(replace(config, related=config.related or settings.n), [model.cls for model in selected])
    _require_known(target, config)
    wanted = [(model, settings.n) for model in selected]
    wanted += [(model, config.related) for model in _related(selected, config)] if settings.with_related else []
    totals = {model.cls: (model, n) for model, n in wanted}
    for cls in links.parents_first(list(totals), config):
        model, n = totals[cls]
        facts = {"module": model.module, "schema": api.schema_of(model.cls), "total": n, "config": plain(config)}
        facts |= {"table": tables.described(cls)}
        _sent(sender, model, facts, json_text.text(_lines(model, n, config), Style("lines")))


def _related(models: list[FoundModel], config: GenerationConfig) -> list[FoundModel]:
    """The models that links of *models* point to."""
    found = links.related([model.cls for model in models], config)
    return [FoundModel(cls, cls.__module__, cls.__qualname__, kind_of(cls) or "model") for cls in found]


def _require_known(target: dict[str, str], config: GenerationConfig) -> None:
    """Refuse names in 'link' and 'unique' that the target has nothing for."""
    if (config.link or config.unique) and target["module"]:
        links.require_known(load(Target(**target)).__name__, config)


def explain_models(
    sender: Sender, target: dict[str, str], selection: Settings, generation: Settings, with_related: bool = False
) -> None:
    """A report for each model: for each field who fills it, and why."""
    config = _plugged(target, generation)
    selected = models_of(target, selection)
    config = keys.kept(config, [model.cls for model in selected])
    _require_known(target, config)
    for model in [*selected, *(_related(selected, config) if with_related else ())]:
        try:
            told = api.explain(model.cls, config)
        except SERVING as error:
            sender.say(FAILURE, named(error, model))
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
    selected = models_of(target, selection)
    config = keys.kept(config, [model.cls for model in selected])
    config = replace(config, related=config.related or n)
    _require_known(target, config)
    for model in selected:
        sender.say(OUTPUT, {"model": model.name})
        report = examine(model.cls, (model.module, model.name, model.kind), config, n, seconds)
        sender.say(REPORT, asdict(report))


def emit_schema(sender: Sender, target: dict[str, str], selection: Settings, generation: Settings, emission: Settings) -> None:
    """A report for each model, then an output for each: its JSON Schema."""
    selected, config = models_of(target, selection), _settled(GenerationConfig, generation)
    config = keys.kept(config, [model.cls for model in selected])
    _require_known(target, config)
    found = [*selected, *(_related(selected, config) if emission["with_related"] else ())]
    for model in found:
        sender.say(MODEL, {"model": model.name, "outputs": 1})
    for place, model in enumerate(found):
        _sent(sender, model, {"place": place}, _schema(model))


def emit_fixtures(
    sender: Sender,
    target: dict[str, str],
    selection: Settings,
    generation: Settings,
    emission: Settings,
    frozen: dict[str, int] | None = None,
) -> None:
    """A report for each model: the values of its fixture, in a form that is JSON. Links between them lead to one another."""
    config, settings = _plugged(target, generation), _settled(FixturesConfig, emission)
    selected = models_of(target, selection)
    config = keys.kept(config, [model.cls for model in selected])
    _require_known(target, config)
    others = _related(selected, config) if config.link else []
    if settings.with_related or not others:
        config = replace(config, related=config.related or settings.cases)
    found = [(model, settings.cases) for model in selected]
    found += [(model, config.related) for model in others] if settings.with_related else []
    seeds = Seeds.of([model for model, _ in found], frozen)
    for model, cases in found:
        try:
            own, as_dict = seeds.settled(model, config), settings.return_type == "dict"
            spec = api.describe_cases(model.cls, cases, own, as_dict=as_dict, others=seeds.others)
        except SERVING as error:
            sender.say(FAILURE, named(error, model))
        else:
            facts = {"model": model.name, "full_name": full_name(model), "digest": api.digest_of(model.cls)}
            sender.say(REPORT, {**facts, "bare": model.kind == "type", **spec})


def emit_overrides(sender: Sender, target: dict[str, str], selection: Settings) -> None:
    """A report for each model, and for those within them: its fields and the forms of their types."""
    from pytest_fixturegen.emit import override_types  # which no other job has a use for

    for report in override_types.described([model.cls for model in models_of(target, selection)]):
        sender.say(REPORT, report)


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


def _sent(sender: Sender, model: FoundModel, facts: Settings, chunks: Iterator[bytes]) -> bool:
    """Send one output; False when its model cannot be served."""
    sender.say(OUTPUT, {"model": model.name, **facts})
    try:
        send(sender, chunks)
    except SERVING as error:
        sender.say(FAILURE, named(error, model))
        return False
    sender.send(CLOSE)
    sender.flush()
    return True


def _lines(model: FoundModel, n: int, config: GenerationConfig) -> Iterator[bytes]:
    """The JSON of *n* records. Lazy from the first step on: what goes wrong goes wrong while it is sent."""
    yield from api.generate_lines(model.cls, n, config=config)


def _schema(model: FoundModel) -> Iterator[bytes]:

    try:
        schema = json_schema(model.cls)
    except Exception as error:
        words = str(error).splitlines()[0]
        raise MappingError(
            f"{model.name} has no JSON Schema: {words}.", hint="Give the type a JSON Schema of its own."
        ) from error
    yield json.dumps(schema, indent=2, ensure_ascii=False).encode() + b"\n"

"""What the child does for each command: finds the models, draws their records, and sends what came of it.

A model that cannot be served is reported, and the others are served all the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from pytest_fixturegen.api import generate
from pytest_fixturegen.config.command_options import FixturesConfig, JsonConfig, PersistConfig
from pytest_fixturegen.config.field_policies import to_json_dict
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.config.sources import Source, read_options
from pytest_fixturegen.discovery.importer import FoundModel, find_model_kind, import_target
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.emitters import json_text
from pytest_fixturegen.emitters.json_text import JsonLayout
from pytest_fixturegen.errors import FixturegenError, MappingError
from pytest_fixturegen.introspection.readers import table_classes
from pytest_fixturegen.introspection.type_reader import build_json_schema
from pytest_fixturegen.strategies import links, sql_keys
from pytest_fixturegen.strategies.plugin_rules import load_plugin_rules
from pytest_fixturegen.worker.frames import CLOSE, FAILURE, MODEL, OUTPUT, REPORT, FrameSender
from pytest_fixturegen.worker.json_shards import (
    MODEL_ERRORS,
    ModelEmitter,
    ModelSeeds,
    build_failure_report,
    get_full_name,
    send_chunks,
)
from pytest_fixturegen.worker.list_job import select_models

T = TypeVar("T")
Settings = dict[str, Any]


def emit_json(  # noqa: PLR0913 - the keys of a request
    sender: FrameSender,
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
    config, settings = _load_config(target, generation), _parse_settings(JsonConfig, emission)
    selected = select_models(target, selection)
    config = sql_keys.apply_table_keys(
        replace(config, related=config.related or settings.n), [model.cls for model in selected]
    )
    _require_known(target, config)
    found = [(model, settings.n) for model in selected]
    found += (
        [(model, config.related) for model in _find_related(selected, config)]
        if settings.with_related
        else []
    )
    emission_of = ModelEmitter(
        sender,
        settings,
        config,
        ModelSeeds.from_models([model for model, _ in found], frozen),
        *worker,
    )
    for model, n in found:
        emission_of.announce_outputs(model, n)
    for place, (model, n) in enumerate(found):
        emission_of.send_model(model, n, place)


def list_plugins(sender: FrameSender, names: list[str]) -> None:
    """A report for each plugin, a failure for each that fails: where it comes from, and the hooks that it has."""
    from pytest_fixturegen.plugins import manager

    manager.add_import_folders(Path.cwd())
    for origin in manager.list_origins(names):
        facts = {
            "plugin": origin.name,
            "kind": origin.kind,
            "distribution": origin.distribution,
            "version": origin.version,
        }
        try:
            sender.send_json(REPORT, {**facts, "hooks": manager.list_hooks(origin)})
        except FixturegenError as error:
            sender.send_json(FAILURE, error.to_json()["error"])


def draw_records(
    sender: FrameSender,
    target: dict[str, str],
    selection: Settings,
    generation: Settings,
    emission: Settings,
) -> None:
    """An output for each model, those that others link to first: what a handler is told of it, then its records."""
    config, settings = _load_config(target, generation), _parse_settings(PersistConfig, emission)
    selected = select_models(target, selection)
    config = sql_keys.apply_table_keys(
        replace(config, related=config.related or settings.n), [model.cls for model in selected]
    )
    _require_known(target, config)
    wanted = [(model, settings.n) for model in selected]
    wanted += (
        [(model, config.related) for model in _find_related(selected, config)]
        if settings.with_related
        else []
    )
    totals = {model.cls: (model, n) for model, n in wanted}
    for cls in links.sort_parents_first(list(totals), config):
        model, n = totals[cls]
        facts = {
            "module": model.module,
            "schema": generate.find_json_schema(model.cls),
            "total": n,
            "config": to_json_dict(config),
        }
        facts |= {"table": table_classes.describe_table(cls)}
        _send_output(
            sender,
            model,
            facts,
            json_text.format_records(_generate_lines(model, n, config), JsonLayout("lines")),
        )


def _find_related(models: list[FoundModel], config: GenerationConfig) -> list[FoundModel]:
    """The models that links of *models* point to."""
    found = links.find_linked_models([model.cls for model in models], config)
    return [
        FoundModel(cls, cls.__module__, cls.__qualname__, find_model_kind(cls) or "model")
        for cls in found
    ]


def _require_known(target: dict[str, str], config: GenerationConfig) -> None:
    """Refuse names in 'link' and 'unique' that the target has nothing for."""
    if (config.link or config.unique) and target["module"]:
        links.validate_option_names(import_target(Target(**target)).__name__, config)


def explain_models(
    sender: FrameSender,
    target: dict[str, str],
    selection: Settings,
    generation: Settings,
    with_related: bool = False,
) -> None:
    """A report for each model: for each field who fills it, and why."""
    config = _load_config(target, generation)
    selected = select_models(target, selection)
    config = sql_keys.apply_table_keys(config, [model.cls for model in selected])
    _require_known(target, config)
    for model in [*selected, *(_find_related(selected, config) if with_related else ())]:
        try:
            told = generate.explain(model.cls, config)
        except MODEL_ERRORS as error:
            sender.send_json(FAILURE, build_failure_report(error, model))
            continue
        fields = [
            {
                "model": each.model,
                "field": each.field,
                "path": each.path,
                "provider": each.provider,
                "reason": each.reason,
            }
            for each in told
        ]
        sender.send_json(REPORT, {"model": model.name, "fields": fields})


def examine_models(
    sender: FrameSender,
    target: dict[str, str],
    selection: Settings,
    generation: Settings,
    n: int,
    seconds: float,
) -> None:
    """For each model its name, and then a report of what its first *n* records show."""
    from pytest_fixturegen.doctor.examine import examine

    config = _load_config(target, generation)
    selected = select_models(target, selection)
    config = sql_keys.apply_table_keys(config, [model.cls for model in selected])
    config = replace(config, related=config.related or n)
    _require_known(target, config)
    for model in selected:
        sender.send_json(OUTPUT, {"model": model.name})
        report = examine(model.cls, (model.module, model.name, model.kind), config, n, seconds)
        sender.send_json(REPORT, asdict(report))


def emit_schema(
    sender: FrameSender,
    target: dict[str, str],
    selection: Settings,
    generation: Settings,
    emission: Settings,
) -> None:
    """A report for each model, then an output for each: its JSON Schema."""
    selected, config = (
        select_models(target, selection),
        _parse_settings(GenerationConfig, generation),
    )
    config = sql_keys.apply_table_keys(config, [model.cls for model in selected])
    _require_known(target, config)
    found = [*selected, *(_find_related(selected, config) if emission["with_related"] else ())]
    for model in found:
        sender.send_json(MODEL, {"model": model.name, "outputs": 1})
    for place, model in enumerate(found):
        _send_output(sender, model, {"place": place}, _generate_schema(model))


def emit_fixtures(
    sender: FrameSender,
    target: dict[str, str],
    selection: Settings,
    generation: Settings,
    emission: Settings,
    frozen: dict[str, int] | None = None,
) -> None:
    """A report for each model: the values of its fixture, in a form that is JSON. Links between them lead to one another."""
    config, settings = _load_config(target, generation), _parse_settings(FixturesConfig, emission)
    selected = select_models(target, selection)
    config = sql_keys.apply_table_keys(config, [model.cls for model in selected])
    _require_known(target, config)
    others = _find_related(selected, config) if config.link else []
    if settings.with_related or not others:
        config = replace(config, related=config.related or settings.cases)
    found = [(model, settings.cases) for model in selected]
    found += [(model, config.related) for model in others] if settings.with_related else []
    seeds = ModelSeeds.from_models([model for model, _ in found], frozen)
    for model, cases in found:
        try:
            own, as_dict = seeds.resolve_config(model, config), settings.return_type == "dict"
            spec = generate.describe_cases(
                model.cls, cases, own, as_dict=as_dict, model_seeds=seeds.other_seeds
            )
        except MODEL_ERRORS as error:
            sender.send_json(FAILURE, build_failure_report(error, model))
        else:
            facts = {
                "model": model.name,
                "full_name": get_full_name(model),
                "digest": generate.compute_model_digest(model.cls),
            }
            sender.send_json(REPORT, {**facts, "bare": model.kind == "type", **spec})


def emit_overrides(sender: FrameSender, target: dict[str, str], selection: Settings) -> None:
    """A report for each model, and for those within them: its fields and the forms of their types."""
    from pytest_fixturegen.emitters import override_types  # which no other job has a use for

    for report in override_types.describe_models(
        [model.cls for model in select_models(target, selection)]
    ):
        sender.send_json(REPORT, report)


def _load_config(target: dict[str, str], generation: Settings) -> GenerationConfig:
    """How values are chosen, with the plugins for it: they are imported before the target."""
    config = _parse_settings(GenerationConfig, generation)
    if config.plugins:
        from pytest_fixturegen.plugins import manager

        manager.add_import_folders(target["root"], Path.cwd())
    load_plugin_rules(config.plugins)
    return config


def _parse_settings(config_class: type[T], values: Settings) -> T:
    """*config* as the parent has read it."""
    named = {each.name: values[each.name] for each in fields(config_class) if each.name in values}  # type: ignore[arg-type]
    section = getattr(config_class, "section", "")
    return read_options(
        config_class,
        [
            Source(
                {f"{section}.{name}" if section else name: value for name, value in named.items()},
                "{key}",
            )
        ],
    )


def _send_output(
    sender: FrameSender, model: FoundModel, facts: Settings, chunks: Iterator[bytes]
) -> bool:
    """Send one output; False when its model cannot be served."""
    sender.send_json(OUTPUT, {"model": model.name, **facts})
    try:
        send_chunks(sender, chunks)
    except MODEL_ERRORS as error:
        sender.send_json(FAILURE, build_failure_report(error, model))
        return False
    sender.send(CLOSE)
    sender.flush()
    return True


def _generate_lines(model: FoundModel, n: int, config: GenerationConfig) -> Iterator[bytes]:
    """The JSON of *n* records. Lazy from the first step on: what goes wrong goes wrong while it is sent."""
    yield from generate.generate_lines(model.cls, n, config=config)


def _generate_schema(model: FoundModel) -> Iterator[bytes]:

    try:
        schema = build_json_schema(model.cls)
    except Exception as error:
        words = str(error).splitlines()[0]
        raise MappingError(
            f"{model.name} has no JSON Schema: {words}.",
            hint="Give the type a JSON Schema of its own.",
        ) from error
    yield json.dumps(schema, indent=2, ensure_ascii=False).encode() + b"\n"

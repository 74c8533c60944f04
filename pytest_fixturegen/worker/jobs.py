"""The jobs of the child: each finds the models, draws their records and sends the results.

A model that fails is reported as a failure, and the job goes on with the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.lazy_functions import import_on_call
from pytest_fixturegen.api import generate
from pytest_fixturegen.config.case_options import has_cases
from pytest_fixturegen.config.command_options import (
    FixturesConfig,
    JsonConfig,
    PersistConfig,
    SchemaConfig,
)
from pytest_fixturegen.config.dataset_options import DatasetConfig
from pytest_fixturegen.config.field_policies import to_json_dict
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.config.record_ranges import (
    RangeSettings,
    get_end,
    select_part,
    select_rows,
)
from pytest_fixturegen.discovery.found_model import FoundModel
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.emitters.json_files import get_shard_size
from pytest_fixturegen.errors import FixturegenError, UsageError
from pytest_fixturegen.introspection.readers import table_classes
from pytest_fixturegen.strategies import links, sql_keys
from pytest_fixturegen.strategies.plugin_rules import load_plugin_rules
from pytest_fixturegen.worker import schema_document
from pytest_fixturegen.worker.delivered_records import SQL_HANDLER, RecordSender
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
from pytest_fixturegen.worker.settings import restore_settings
from pytest_fixturegen.worker.work_share import ResumePoint, WorkShare

if TYPE_CHECKING:
    from pytest_fixturegen.discovery.importer import find_model_kind, import_target
    from pytest_fixturegen.introspection.readers.tables.associations import list_association_classes
    from pytest_fixturegen.introspection.readers.tables.bound_values import bind_lines
else:
    (bind_lines,) = import_on_call(
        "pytest_fixturegen.introspection.readers.tables.bound_values", "bind_lines"
    )
    (list_association_classes,) = import_on_call(
        "pytest_fixturegen.introspection.readers.tables.associations", "list_association_classes"
    )
    find_model_kind, import_target = import_on_call(
        "pytest_fixturegen.discovery.importer", "find_model_kind", "import_target"
    )

Settings = dict[str, Any]
"""A group of options as JSON."""

RowsByModel = list[tuple[FoundModel, range]]
"""Models and the indices of the records of each."""


def emit_json(  # noqa: PLR0913 - the keys of a request
    sender: FrameSender,
    target: dict[str, Any],
    selection: Settings,
    generation: Settings,
    emission: Settings,
    *,
    frozen: dict[str, int] | None = None,
    worker: tuple[int, int] = (0, 1),
    resume: tuple[int, int, int] = (0, 0, 0),
    with_digests: bool = False,
) -> None:
    """Announce the outputs of each model, then send its records as JSON, one output a shard.

    *frozen* holds frozen seeds by full names of models. *worker* is the number of this child and
    the number of all children; each sends the same outputs, but only its own pieces of them. A
    child that replaces a killed one goes on at *resume*.
    """
    settings = restore_settings(JsonConfig, emission)
    selected, config, count = load_rows(
        sender,
        target,
        selection,
        generation,
        settings,
        get_shard_size(settings),
    )
    seeds = ModelSeeds.from_models(
        [model for model, _ in selected],
        frozen,
    )
    emitter = ModelEmitter(
        sender,
        settings,
        config,
        seeds,
        WorkShare(*worker, ResumePoint(*resume)),
        with_digests=with_digests,
    )
    for model, rows in selected:
        emitter.announce_outputs(model, rows)
    for model_index, (model, rows) in enumerate(selected):
        is_related = model_index >= count
        if has_cases(settings) and not is_related:
            emitter.send_cases(model, model_index)
        else:
            emitter.send_model(
                model,
                rows,
                model_index,
                config.related if is_related else get_end(settings),
            )


def list_plugins(sender: FrameSender, names: list[str]) -> None:
    """Send a report for each plugin, with its origin and its hooks, or its error."""
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
            sender.send_json(
                REPORT,
                {**facts, "hooks": manager.list_hooks(origin)},
            )
        except FixturegenError as error:
            sender.send_error(FAILURE, error.to_json()["error"])


def draw_records(  # noqa: PLR0913 - the keys of a request
    sender: FrameSender,
    target: dict[str, Any],
    selection: Settings,
    generation: Settings,
    emission: Settings,
    *,
    worker: tuple[int, int] = (0, 1),
    resume: tuple[int, int, int] = (0, 0, 0),
) -> None:
    """Send an output for each model: the facts that a handler needs, then the records.

    Models that others link to come first. *worker* and *resume* are those of :func:`emit_json`.
    """
    settings = restore_settings(PersistConfig, emission)
    models, config = _load_models(
        sender,
        target,
        selection,
        _load_config(target, generation),
        with_related=settings.with_related,
        with_associations=settings.handler == SQL_HANDLER,
    )
    config = _count_related(config, settings)
    selected = _select_rows(models, config, settings)
    has_tables = any(table_classes.is_table(model.cls) for model, _ in selected)
    rows_by_class = {model.cls: (model, rows) for model, rows in selected}
    announce_models(sender, [model for model, _ in selected])
    share = WorkShare(*worker, ResumePoint(*resume))
    records = RecordSender(sender, settings, config, share)
    for model_index, cls in enumerate(links.sort_parents_first(list(rows_by_class), config)):
        model, rows = rows_by_class[cls]
        facts = {
            "module": model.module,
            "schema": generate.find_json_schema(cls),
            "start": rows.start,
            "total": len(rows),
            "config": to_json_dict(config),
            "table": table_classes.describe_table(cls),
            "has_tables": has_tables and not table_classes.is_table(cls),
        }
        records.send_model(
            model,
            rows,
            model_index,
            facts,
        )


def explain_models(
    sender: FrameSender,
    target: dict[str, Any],
    selection: Settings,
    generation: Settings,
    with_related: bool = False,
    with_classes: bool = False,
) -> None:
    """Send a report for each model: what fills each field, and why.

    *with_classes* adds the classes of values of each place.
    """
    models, config = _load_models(
        sender,
        target,
        selection,
        _load_config(target, generation),
        with_related=with_related,
    )
    if with_related:
        models = [*models, *_find_related(models, config)]
    announce_models(sender, models)
    for model in models:
        try:
            decisions = generate.explain(model.cls, config)
            classes = _describe_classes(model, config) if with_classes else {}
        except MODEL_ERRORS as error:
            sender.send_error(FAILURE, build_failure_report(error, model))
            continue
        fields = [
            {
                "model": decision.model,
                "field": decision.field,
                "path": decision.path,
                "provider": decision.provider,
                "reason": decision.reason,
            }
            for decision in decisions
        ]
        sender.send_json(REPORT, {"model": model.name, "fields": fields, **classes})


def _describe_classes(model: FoundModel, config: GenerationConfig) -> Settings:
    """Return the classes of values of each place of *model*."""
    from pytest_fixturegen.api import cases  # explanations need none of it
    from pytest_fixturegen.api.case_bases import CaseBase

    places = cases.list_places(CaseBase(model.cls, config))
    return {
        "classes": [
            {
                "place": place.title,
                "classes": [
                    {"name": option.name, "label": option.label, "kind": option.kind}
                    for option in place.options
                ],
            }
            for place in places
        ]
    }


def examine_models(
    sender: FrameSender,
    target: dict[str, Any],
    selection: Settings,
    generation: Settings,
    n: int,
    seconds: float,
) -> None:
    """Send the name of each model, then a report on the quality of its first *n* records.

    Drawing and checking a model may take *seconds* each.
    """
    from pytest_fixturegen.doctor.examine import examine

    models, config = _load_models(
        sender,
        target,
        selection,
        _load_config(target, generation),
    )
    config = replace(config, related=config.related or n)
    announce_models(sender, models)
    for model in models:
        sender.send_json(OUTPUT, {"model": model.name})
        report = examine(
            model.cls,
            (model.module, model.name, model.kind),
            config,
            n,
            seconds,
        )
        sender.send_json(REPORT, asdict(report))


def emit_schema(
    sender: FrameSender,
    target: dict[str, Any],
    selection: Settings,
    generation: Settings,
    emission: Settings,
    with_digests: bool = False,
) -> None:
    """Announce each model, then send an output for each: its JSON Schema.

    Several models share one output, unless the path contains ``{model}``.
    """
    settings = restore_settings(SchemaConfig, emission)
    config = restore_settings(GenerationConfig, generation)
    models, config = _load_models(
        sender,
        target,
        selection,
        config,
        with_related=settings.with_related,
    )
    if settings.with_related:
        models = [*models, *_find_related(models, config)]
    for model in models:
        facts = {"model": model.name, "outputs": 1}
        if with_digests:
            facts["digest"] = generate.compute_model_digest(model.cls)
        sender.send_json(MODEL, facts)
    if len(models) > 1 and not settings.emit and "{model}" not in settings.out:
        schema_document.send_document(sender, models)
        return
    for model_index, model in enumerate(models):
        _send_output(
            sender,
            model,
            {"place": model_index},
            schema_document.generate_schema(model),
        )


def emit_fixtures(
    sender: FrameSender,
    target: dict[str, Any],
    selection: Settings,
    generation: Settings,
    emission: Settings,
    frozen: dict[str, int] | None = None,
) -> None:
    """Send a report for each model: the values of its fixture, as JSON.

    *frozen* holds frozen seeds by full names of models.
    """
    settings = restore_settings(FixturesConfig, emission)
    models, config = _load_models(
        sender,
        target,
        selection,
        _load_config(target, generation),
        with_related=settings.with_related,
    )
    related_models = _find_related(models, config) if config.link else []
    # Links lead to the fixtures of the same module, unless it leaves their models out.
    if settings.with_related or not related_models:
        config = replace(config, related=config.related or settings.cases)
    counts = [(model, settings.cases) for model in models]
    if settings.with_related:
        counts += [(model, config.related) for model in related_models]
    seeds = ModelSeeds.from_models(
        [model for model, _ in counts],
        frozen,
    )
    announce_models(sender, [model for model, _ in counts])
    for model_index, (model, cases) in enumerate(counts):
        is_searched = has_cases(settings) and model_index < len(models)
        try:
            if is_searched:
                spec = _describe_found(
                    model,
                    settings,
                    config,
                    seeds,
                )
            else:
                spec = generate.describe_cases(
                    model.cls,
                    cases,
                    seeds.resolve_config(model, config),
                    as_dict=settings.return_type == "dict",
                    model_seeds=seeds.other_seeds,
                )
        except MODEL_ERRORS as error:
            sender.send_error(FAILURE, build_failure_report(error, model))
            continue
        facts = {
            "model": model.name,
            "full_name": get_full_name(model),
            "digest": generate.compute_model_digest(model.cls),
            "bare": model.kind == "type",
            "drawn": len(spec["cases"]),
        }
        sender.send_json(REPORT, facts | spec)


def _describe_found(
    model: FoundModel,
    settings: FixturesConfig,
    config: GenerationConfig,
    seeds: ModelSeeds,
) -> Settings:
    """Return the cases or the invalid records of *model* as the report of a fixture."""
    from pytest_fixturegen.api.case_bases import CaseBase  # ordinary fixtures need none of it
    from pytest_fixturegen.worker.case_records import describe_fixture

    own_config = seeds.resolve_config(model, config)
    base = CaseBase(
        model.cls,
        own_config,
        model_seeds=seeds.other_seeds,
    )
    return describe_fixture(base, settings)


def emit_overrides(
    sender: FrameSender,
    target: dict[str, Any],
    selection: Settings,
) -> None:
    """Send a report for each model, nested ones too: its fields and the forms of their types."""
    from pytest_fixturegen.emitters import override_types  # no other job needs it

    classes = [model.cls for model in select_models(sender, target, selection)]
    for report in override_types.describe_models(classes):
        sender.send_json(REPORT, report)


def announce_models(sender: FrameSender, models: Sequence[FoundModel]) -> None:
    """Announce *models*: the parent expects one result for each of them, and no more."""
    for model in models:
        sender.send_json(MODEL, {"model": model.name, "outputs": 1})


def _load_config(target: dict[str, Any], generation: Settings) -> GenerationConfig:
    """Return the generation options, and import their plugins, which must precede the target."""
    config = restore_settings(GenerationConfig, generation)
    if config.plugins:
        from pytest_fixturegen.plugins import manager

        manager.add_import_folders(target["root"], Path.cwd())
    load_plugin_rules(config.plugins)
    return config


def _load_models(
    sender: FrameSender,
    target: dict[str, Any],
    selection: Settings,
    config: GenerationConfig,
    *,
    with_related: bool = False,
    with_associations: bool = False,
) -> tuple[list[FoundModel], GenerationConfig]:
    """Import the target. Return the selected models, and *config* with the keys of their tables.

    *with_related* says that the models that links point to are selected, too. *with_associations*
    adds the tables between two of the models.

    Raise UsageError if 'link' or 'unique' names something that the target does not have.
    """
    models = select_models(sender, target, selection)
    if with_associations:
        associations = list_association_classes([model.cls for model in models])
        models = [*models, *map(_describe_class, associations)]
    classes = [model.cls for model in models]
    config = sql_keys.apply_table_keys(
        config,
        classes,
        with_related=with_related,
    )
    if (config.link or config.unique) and target["module"]:
        links.validate_option_names(
            _list_module_names(target, models),
            config,
        )
    elif (config.link or config.unique) and target["is_document"]:
        links.validate_document_names(classes, config)
    return models, config


def _list_module_names(target: dict[str, Any], models: Sequence[FoundModel]) -> list[str]:
    """Return the modules in which links and unique fields find their classes."""
    if target["folder"]:
        return list(dict.fromkeys(model.module for model in models))
    return [import_target(Target.from_json(target)).__name__]


def _count_related(config: GenerationConfig, settings: RangeSettings) -> GenerationConfig:
    """Return *config* with the number of records that links point to.

    It defaults to that of the whole. Raise UsageError if nobody knows the whole of a range.
    """
    if settings.start and config.link and not config.related:
        raise UsageError(
            "--start needs --related: links depend on how many records they point to.",
            hint="Give --related the number of records that the whole has.",
        )
    return replace(config, related=config.related or get_end(settings))


def load_rows(
    sender: FrameSender,
    target: dict[str, Any],
    selection: Settings,
    generation: Settings,
    settings: JsonConfig | DatasetConfig,
    unit: int,
) -> tuple[RowsByModel, GenerationConfig, int]:
    """Return the records of each model, the options, and how many models are selected.

    The models that links point to follow if the *settings* ask for them. *unit* is the number of
    records in a file.
    """
    models, config = _load_models(
        sender,
        target,
        selection,
        _load_config(target, generation),
        with_related=settings.with_related,
    )
    config = _count_related(config, settings)
    return _select_rows(models, config, settings, unit), config, len(models)


def _select_rows(
    models: Sequence[FoundModel],
    config: GenerationConfig,
    settings: JsonConfig | DatasetConfig | PersistConfig,
    unit: int = 1,
) -> RowsByModel:
    """Return the records of each model, and of the models that their links point to.

    *unit* is the number of records in a file.
    """
    rows = select_rows(settings, unit)
    selected = [(model, rows) for model in models]
    if settings.with_related:
        related = select_part(range(config.related), settings.shard, unit)
        selected += [(model, related) for model in _find_related(models, config)]
    return selected


def _find_related(models: Sequence[FoundModel], config: GenerationConfig) -> list[FoundModel]:
    """Return the models that links of *models* point to."""
    classes = links.find_linked_models(
        [model.cls for model in models],
        config,
    )
    return list(map(_describe_class, classes))


def _describe_class(cls: Any) -> FoundModel:
    """Return *cls* as a model that a target has."""
    return FoundModel(
        cls,
        cls.__module__,
        cls.__qualname__,
        find_model_kind(cls) or "model",
    )


def _send_output(
    sender: FrameSender,
    model: FoundModel,
    facts: Settings,
    chunks: Iterator[bytes],
) -> None:
    """Send one output, or as much of it as there is before its model fails."""
    sender.send_json(OUTPUT, {"model": model.name, **facts})
    try:
        send_chunks(sender, chunks)
    except MODEL_ERRORS as error:
        sender.send_error(FAILURE, build_failure_report(error, model))
    else:
        sender.send(CLOSE)
        sender.flush()

"""Generates records, and what follows from them: lines, fixtures, deliveries, reports."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args, get_origin

from pytest_fixturegen._internal.deep_calls import allow_levels
from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen._internal.lazy_functions import import_on_call
from pytest_fixturegen._internal.owned_files import PYTHON_OUTPUT, require_replaceable
from pytest_fixturegen._internal.seeded_globals import PLANNING_WORD, seed_globals
from pytest_fixturegen._internal.type_names import format_type
from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.config.command_options import (
    DeliveryConfig,
    FixturesConfig,
    ReturnType,
    Scope,
    Style,
)
from pytest_fixturegen.config.field_policies import to_json_dict
from pytest_fixturegen.config.options import GenerationConfig, resolve_seed
from pytest_fixturegen.errors import UsageError
from pytest_fixturegen.generator import generate
from pytest_fixturegen.introspection.readers import table_classes
from pytest_fixturegen.introspection.shape_parts import unwrap_shape
from pytest_fixturegen.introspection.shapes import MappingShape, ModelShape
from pytest_fixturegen.introspection.type_reader import build_json_schema, read_class, read_type
from pytest_fixturegen.plugins.contracts import Strategy
from pytest_fixturegen.strategies.overrides import HashableOverrides
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.strategies.planner import plan_type
from pytest_fixturegen.strategies.sql_keys import apply_own_keys
from pytest_fixturegen.streams import KeyedStream, Stream

if TYPE_CHECKING:
    from typing_extensions import TypeForm

    from pytest_fixturegen._internal.atomic_files import write_atomically
    from pytest_fixturegen.introspection.readers.tables.bound_values import bind_lines
    from pytest_fixturegen.persistence.contract import PersistenceContext
    from pytest_fixturegen.persistence.counts import DeliverySummary
else:
    (bind_lines,) = import_on_call(
        "pytest_fixturegen.introspection.readers.tables.bound_values", "bind_lines"
    )
    (write_atomically,) = import_on_call(
        "pytest_fixturegen._internal.atomic_files", "write_atomically"
    )

PROGRESS_RECORDS = 256
"""Records after which a long run reports that it goes on."""

T = TypeVar("T")
ModelSeeds = tuple[tuple[str, int], ...]
"""Pairs of a model's name and its own seed."""


def generate_instances(
    model: TypeForm[T],
    n: int = 1,
    seed: int | None = None,
    config: GenerationConfig | None = None,
    *,
    start: int = 0,
) -> Iterator[T]:
    """Return an iterator of *n* validated instances of *model*, from the index *start*.

    *model* is any type that a Pydantic TypeAdapter accepts. *seed* overrides the seed of *config*.
    Raise UsageError if a number is negative, and MappingError if no valid value is found.
    """
    _require_range(n, start)
    settings = resolve_settings(config, seed)
    plan = make_plan(model, settings)
    generate.require_unique_capacity(plan, start + n)
    stream = Stream(settings.seed, plan.reading.name)
    return generate.iter_instances(
        plan,
        stream,
        start,
        start + n,
    )


def generate_lines(
    model: Any,
    n: int = 1,
    seed: int | None = None,
    config: GenerationConfig | None = None,
    *,
    start: int = 0,
) -> Iterator[bytes]:
    """Return an iterator of the same records as JSON, each a line without a line end.

    A line is ``model_dump_json(by_alias=True)`` of its record. If the model rejects that JSON, the
    line uses the keys that the model reads; if it rejects every JSON of a record, another one is
    drawn. Raise MappingError if no valid line is found.
    """
    _require_range(n, start)
    settings = resolve_settings(config, seed)
    generate.require_unique_capacity(make_line_plan(model, settings), start + n)
    return build_line_generator(model, settings)(start, start + n)


def _require_range(n: int, start: int) -> None:
    """Raise UsageError if the number of records or the index of the first one is negative."""
    if n < 0 or start < 0:
        raise UsageError(
            f"Expected n and start of at least 0, got n={n} and start={start}.",
            hint="Give n=0 or more.",
        )


def build_line_generator(
    model: Any,
    config: GenerationConfig,
    model_seeds: ModelSeeds = (),
) -> Callable[[int, int], Iterator[bytes]]:
    """Return a function that yields the lines of the indices from a start to an end, exclusive.

    All its calls share one plan. *model_seeds* are the seeds of models that have their own.
    """
    plan = make_line_plan(model, config)
    stream = Stream(
        config.seed,
        plan.reading.name,
        model_seeds=model_seeds,
    )
    return partial(
        generate.iter_json_lines,
        plan,
        stream,
    )


def require_room(
    model: Any,
    n: int,
    config: GenerationConfig,
) -> None:
    """Raise MappingError if *n* records of *model* cannot be as unique as *config* demands."""
    generate.require_unique_capacity(make_plan(model, config), n)


def emit_pytest_fixtures(  # noqa: PLR0913 - the public signature of the design
    models: Sequence[Any],
    path: str | Path,
    style: Style = "functions",
    scope: Scope = "function",
    seed: int | None = None,
    return_type: ReturnType = "model",
    *,
    cases: int = 1,
    config: GenerationConfig | None = None,
) -> bool:
    """Write a module of pytest fixtures for *models* to *path*.

    Return False if the file has the same content already. Raise MappingError if no valid value is
    found, and EmitError if a value has no source code, or the file cannot be written or is not a
    file that this function wrote.
    """
    from pytest_fixturegen.emitters import modules

    require_replaceable(
        Path(path),
        PYTHON_OUTPUT,
        "path",
    )
    settings = resolve_settings(config, seed)
    emission = FixturesConfig(
        out=str(path), style=style, scope=scope, return_type=return_type, cases=cases
    )
    reports = []
    for model in models:
        report = describe_cases(
            model,
            cases,
            settings,
            as_dict=return_type == "dict",
        )
        reports.append({**report, "digest": compute_model_digest(model)})
    names = ", ".join(format_type(model) for model in models)
    command = f"emit_pytest_fixtures([{names}], ...)"
    source = modules.build_source(
        reports,
        emission,
        settings.seed,
        command,
    )
    return write_atomically(Path(path), [source.encode("utf-8")])


def persist_records(  # noqa: PLR0913 - the public signature of the design
    model: Any,
    handler: str | Callable[..., Any],
    n: int = 1,
    seed: int | None = None,
    config: GenerationConfig | None = None,
    *,
    options: Mapping[str, Any] | None = None,
    delivery: DeliveryConfig | None = None,
    start: int = 0,
) -> DeliverySummary:
    """Deliver *n* records of *model*, from the index *start*, to *handler*.

    Return what the handler acknowledged.

    *handler* is a registered name, ``pkg.module:callable``, a function or a class; *options* are
    its arguments. The delivery can resume only if *delivery* names a journal. Raise PersistError if
    the handler rejects records.
    """
    from pytest_fixturegen.persistence import run

    _require_range(n, start)
    delivery = delivery or DeliveryConfig()
    if seed is None:
        run.require_resumable(config or GenerationConfig(), delivery)
    settings = resolve_settings(config, seed)
    plan = make_plan(model, settings)
    context = _build_context(
        model,
        plan.reading.name,
        range(start, start + n),
        settings,
        delivery,
    )
    facts = {
        "model": context.model,
        "n": n,
        "batch_size": delivery.batch_size,
        **to_json_dict(settings),
    }
    if start:
        facts["start"] = start
    journal = Path(delivery.journal) if delivery.journal else None
    with run.prepare_handler(
        handler,
        options or {},
        {},
        plugin_names=settings.plugins,
    ) as ready:
        lines = generate_lines(
            model,
            n,
            config=settings,
            start=start,
        )
        if handler == "sql":
            lines = bind_lines(
                model,
                lines,
                str((options or {}).get("url", "")),
            )
        delivery_run = run.DeliveryRun(
            ready,
            delivery,
            facts,
            journal,
        )
        result = delivery_run.deliver([(context, lines)])
    for failure in result.failures:
        raise failure
    return result.summary


def _build_context(
    model: Any,
    name: str,
    rows: range,
    config: GenerationConfig,
    delivery: DeliveryConfig,
) -> PersistenceContext:
    """Return the context that a handler receives before the first batch."""
    from pytest_fixturegen.persistence.contract import PersistenceContext

    return PersistenceContext(
        model=name,
        module=str(
            getattr(
                model,
                "__module__",
                "",
            )
        ),
        schema=find_json_schema(model),
        seed=config.seed,
        total=len(rows),
        start=rows.start,
        batch_size=delivery.batch_size,
        config=to_json_dict(config),
        table=table_classes.describe_table(model),
    )


def find_json_schema(model: Any) -> dict[str, Any]:
    """Return the JSON Schema of *model*, or an empty one if it has none."""
    return _build_schema_or_none(model) or {}


def _build_schema_or_none(model: Any) -> dict[str, Any] | None:
    # The schema hooks of the user's classes may raise anything.
    return call_or_default(partial(build_json_schema, model), None)


def describe_cases(
    model: Any,
    cases: int,
    config: GenerationConfig,
    *,
    as_dict: bool = False,
    model_seeds: ModelSeeds = (),
) -> dict[str, Any]:
    """Return the first *cases* records of *model* as JSON forms of source code, with its class.

    *as_dict* describes each record as a dictionary instead of an instance.
    """
    plan = make_plan(model, config)
    generate.require_unique_capacity(plan, cases)
    stream = Stream(
        config.seed,
        plan.reading.name,
        model_seeds=model_seeds,
    )
    instances = generate.iter_instances(
        plan,
        stream,
        0,
        cases,
    )
    values = describe_records(
        plan,
        instances,
        as_dict=as_dict,
    )
    return {**describe_model(model, plan), "cases": values}


def describe_records(
    plan: Plan,
    records: Iterable[Any],
    *,
    as_dict: bool,
) -> list[Any]:
    """Return *records* of *plan* as JSON forms of source code."""
    from pytest_fixturegen.emitters.literals import describe_value

    # The constructors of the model are called again.
    with seed_globals(PLANNING_WORD), allow_levels(plan.levels):
        return [describe_value(record, as_dict=as_dict) for record in records]


def describe_model(model: Any, plan: Plan) -> dict[str, Any]:
    """Return the class of *model* and its type as JSON forms of source code."""
    from pytest_fixturegen.emitters.literals import LiteralError, describe_type, find_class_symbol

    symbol = find_class_symbol(model, plan.reading.name)
    if plan.reading.is_document:
        shape = unwrap_shape(plan.reading.shape, plan.reading.refs)
        model = dict[str, Any] if isinstance(shape, ModelShape | MappingShape) else Any
    try:
        annotation = describe_type(model)
    except LiteralError:  # the metadata of Annotated[int, Field(ge=1)] has no source code
        if get_origin(model) is Annotated:
            annotation = describe_type(get_args(model)[0])
        else:
            annotation = ["symbol", "typing", "Any"]
    return {"symbol": symbol, "annotation": annotation}


def explain(model: Any, config: GenerationConfig | None = None) -> tuple[Strategy, ...]:
    """Return, for each field of *model* and of nested models, which provider fills it and why.

    The result is in the order of the fields. A model that occurs several times is listed once for
    each way in which it is filled.
    """
    distinct: dict[tuple[str, str, str, str], Strategy] = {}
    for strategy in make_plan(model, resolve_settings(config, None)).strategies:
        facts = (
            strategy.model,
            strategy.field,
            strategy.provider,
            strategy.reason,
        )
        distinct.setdefault(facts, strategy)
    return tuple(distinct.values())


def compute_model_digest(model: Any) -> str:
    """Return a digest of the JSON Schema of *model*, or of its field names if it has none."""
    schema = _build_schema_or_none(model)
    text = repr(
        sorted(
            getattr(
                model,
                "__annotations__",
                {},
            )
        )
    ).encode()
    if schema is not None:
        with suppress(TypeError):  # a schema may have whole numbers beyond 64 bits
            text = dumps(schema)
    return hashlib.sha256(text).hexdigest()


def build_instance(
    model: Any,
    config: GenerationConfig,
    key: str,
    index: int = 0,
    overrides: Mapping[str, Any] | None = None,
    n: int | None = None,
) -> Any:
    """Return the value of *model* at *index*.

    *key* replaces the name of the model in its random stream. *n* is the number of items if the
    model is a list.
    """
    plan = make_plan(
        model,
        config,
        overrides,
        n,
    )
    stream_class = Stream if key == format_type(model) else KeyedStream
    return generate.build_instance(
        plan,
        stream_class(config.seed, key),
        index,
    )


def make_plan(
    model: Any,
    config: GenerationConfig,
    overrides: Mapping[str, Any] | None = None,
    item_count: int | None = None,
) -> Plan:
    """Return the plan for *model*, cached by model and options. It does not depend on the seed."""
    unseeded = apply_own_keys(replace(config, seed=0), model)
    try:
        return _make_cached_plan(
            model, unseeded, HashableOverrides.from_mapping(overrides or {}), item_count
        )
    except TypeError:  # a type expression, or the value of an override, is not hashable
        with seed_globals(PLANNING_WORD):
            return plan_type(
                read_type(model),
                unseeded,
                overrides,
                item_count,
            )


@lru_cache(maxsize=1024)
def _make_cached_plan(
    model: Any,
    config: GenerationConfig,
    overrides: HashableOverrides,
    item_count: int | None,
) -> Plan:
    """Return the plan of *model*. A cache keeps it, so every argument must be hashable."""
    with seed_globals(PLANNING_WORD):
        return plan_type(
            read_class(model),
            config,
            overrides.values,
            item_count,
        )


def make_line_plan(model: Any, config: GenerationConfig) -> Plan:
    """Return the plan for lines, whose fast path to JSON has been verified, from a cache."""
    try:
        return _make_cached_line_plan(model, replace(config, seed=0))
    except TypeError:  # the model is not hashable
        return _verify_plan(make_plan(model, config))


@lru_cache(maxsize=256)
def _make_cached_line_plan(model: Any, config: GenerationConfig) -> Plan:
    return _verify_plan(make_plan(model, config))


def _verify_plan(plan: Plan) -> Plan:
    """Return *plan* with a verified fast path to JSON; the trial validates a few records."""
    with seed_globals(PLANNING_WORD):
        return generate.verify_fast_path(plan)


def resolve_settings(config: GenerationConfig | None, seed: int | None) -> GenerationConfig:
    """Return the settings to generate with, in which *seed* takes precedence.

    A given seed also selects the portable mode, so that no random seed replaces it.
    """
    settings = config or GenerationConfig()
    if seed is None:
        return resolve_seed(settings)
    return replace(
        settings,
        seed=seed,
        rng_mode="portable",
    )

"""One function for each wish: the pipeline in the order of data."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args, get_origin

from pytest_fixturegen._internal.atomic_files import write_atomically
from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen._internal.type_names import format_type
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
from pytest_fixturegen.introspection.type_reader import build_json_schema, read_class, read_type
from pytest_fixturegen.plugins.contracts import Strategy
from pytest_fixturegen.strategies.overrides import HashableOverrides
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.strategies.planner import plan_type
from pytest_fixturegen.streams import Stream

if TYPE_CHECKING:
    from pytest_fixturegen.persistence.contract import PersistenceContext
    from pytest_fixturegen.persistence.counts import DeliverySummary

T = TypeVar("T")
ModelSeeds = tuple[tuple[str, int], ...]
"""Names of models, and the seed of each."""


def generate_instances(
    model: type[T],
    n: int = 1,
    seed: int | None = None,
    config: GenerationConfig | None = None,
    *,
    start: int = 0,
) -> Iterator[T]:
    """*n* validated instances of *model*, those of the indices from *start*, one at a time.

    *model* is whatever a Pydantic TypeAdapter accepts. *seed* goes before the seed of *config*. Raises MappingError
    when no valid value can be made.
    """
    if n < 0 or start < 0:
        raise UsageError(
            f"n={n}, start={start}: neither may be negative.", hint="Ask for n=0 or more."
        )
    settings = _resolve_settings(config, seed)
    plan = make_plan(model, settings)
    generate.require_unique_capacity(plan, start + n)
    return generate.iter_instances(plan, Stream(settings.seed, plan.reading.name), start, start + n)


def generate_lines(
    model: Any,
    n: int = 1,
    seed: int | None = None,
    config: GenerationConfig | None = None,
    *,
    start: int = 0,
) -> Iterator[bytes]:
    """The JSON of the same records, a line each without its end: what ``model_dump_json(by_alias=True)`` says of them.

    A record whose model does not take that back is written by the keys that it reads; where the model takes no JSON of it
    back at all, the record is drawn again. Raises MappingError when that does not help.
    """
    settings = _resolve_settings(config, seed)
    generate.require_unique_capacity(_make_line_plan(model, settings), start + n)
    return build_line_generator(model, settings)(start, start + n)


def build_line_generator(
    model: Any, config: GenerationConfig, model_seeds: ModelSeeds = ()
) -> Callable[[int, int], Iterator[bytes]]:
    """A function that gives the lines of the indices from one to another (end not in), from one plan.

    *others*: the models that have seeds of their own.
    """
    plan = _make_line_plan(model, config)
    return partial(
        generate.iter_json_lines,
        plan,
        Stream(config.seed, plan.reading.name, model_seeds=model_seeds),
    )


def require_room(model: Any, n: int, config: GenerationConfig) -> None:
    """Raises MappingError when *n* records of *model* cannot be as unique as *config* asks."""
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
    """Write a module of pytest fixtures for *models* to *path*; False when the file says the same already.

    Raises MappingError when a model cannot be served, EmitError when a value cannot be written as source, or the file
    not at all.
    """
    from pytest_fixturegen.emitters import modules

    settings = _resolve_settings(config, seed)
    emission = FixturesConfig(
        out=str(path), style=style, scope=scope, return_type=return_type, cases=cases
    )
    reports = [
        {
            **describe_cases(model, cases, settings, as_dict=return_type == "dict"),
            "digest": compute_model_digest(model),
        }
        for model in models
    ]
    command = f"emit_pytest_fixtures([{', '.join(format_type(model) for model in models)}], ...)"
    source = modules.build_source(reports, emission, settings.seed, command)
    return write_atomically(Path(path), [source.encode("utf-8")])


def persist_records(  # noqa: PLR0913 - what a call may say
    model: Any,
    handler: str | Callable[..., Any],
    n: int = 1,
    seed: int | None = None,
    config: GenerationConfig | None = None,
    *,
    options: Mapping[str, Any] | None = None,
    delivery: DeliveryConfig | None = None,
) -> DeliverySummary:
    """Hand *n* records of *model* to *handler*, and say what it acknowledged.

    *handler* is a name, ``pkg.module:callable``, or a function or class itself; *options* are its arguments. Nothing is
    remembered unless *delivery* names a journal. Raises PersistError when records are refused.
    """
    from pytest_fixturegen.persistence import run

    settings, delivery = _resolve_settings(config, seed), delivery or DeliveryConfig()
    plan = make_plan(model, settings)
    context = _build_context(model, plan.reading.name, n, settings, delivery)
    facts = {
        "model": context.model,
        "n": n,
        "batch_size": delivery.batch_size,
        **to_json_dict(settings),
    }
    journal = Path(delivery.journal) if delivery.journal else None
    with run.prepare_handler(handler, options or {}, {}, plugin_names=settings.plugins) as ready:
        lines = generate_lines(model, n, config=settings)
        result = run.DeliveryRun(ready, delivery, facts, journal).deliver([(context, lines)])
    for failure in result.failures:
        raise failure
    return result.summary


def _build_context(
    model: Any, name: str, n: int, config: GenerationConfig, delivery: DeliveryConfig
) -> PersistenceContext:
    from pytest_fixturegen.persistence.contract import PersistenceContext

    return PersistenceContext(
        model=name,
        module=str(getattr(model, "__module__", "")),
        schema=find_json_schema(model),
        seed=config.seed,
        total=n,
        batch_size=delivery.batch_size,
        config=to_json_dict(config),
        table=table_classes.describe_table(model),
    )


def find_json_schema(model: Any) -> dict[str, Any]:
    """The JSON Schema of *model*; empty where it has none."""

    try:
        return build_json_schema(model)
    except Exception:
        return {}


def describe_cases(
    model: Any,
    cases: int,
    config: GenerationConfig,
    *,
    as_dict: bool = False,
    model_seeds: ModelSeeds = (),
) -> dict[str, Any]:
    """The values of the first *cases* records of *model* as JSON forms that can be printed as source, with its class."""
    from pytest_fixturegen.emitters.literals import (
        LiteralError,
        describe_type,
        describe_value,
        find_class_symbol,
    )

    plan = make_plan(model, config)
    generate.require_unique_capacity(plan, cases)
    drawn = generate.iter_instances(
        plan, Stream(config.seed, plan.reading.name, model_seeds=model_seeds), 0, cases
    )
    values = [describe_value(value, as_dict=as_dict) for value in drawn]
    place = find_class_symbol(model, plan.reading.name)
    try:
        annotation = describe_type(model)
    except LiteralError:  # Annotated[int, Field(ge=1)]
        annotation = (
            ["symbol", "typing", "Any"]
            if get_origin(model) is not Annotated
            else describe_type(get_args(model)[0])
        )
    return {"symbol": place, "annotation": annotation, "cases": values}


def explain(model: Any, config: GenerationConfig | None = None) -> tuple[Strategy, ...]:
    """For each field of *model* and of the models within it: who fills it and why, in the order of the fields.

    A model that stands in several places is told once, and again where it is filled in another way.
    """
    told: dict[tuple[str, str, str, str], Strategy] = {}
    for each in make_plan(model, _resolve_settings(config, None)).strategies:
        told.setdefault((each.model, each.field, each.provider, each.reason), each)
    return tuple(told.values())


def compute_model_digest(model: Any) -> str:
    """A digest of what *model* is: its JSON Schema, or its fields where it has none."""

    try:
        schema = dumps(build_json_schema(model))
    except Exception:
        schema = repr(sorted(getattr(model, "__annotations__", {}))).encode()
    return hashlib.sha256(schema).hexdigest()


def build_instance(
    model: Any,
    config: GenerationConfig,
    key: str,
    index: int = 0,
    overrides: Mapping[str, Any] | None = None,
    n: int | None = None,
) -> Any:
    """The value of *model* at *index* under *key*, which stands for the model's name in the seed. *n*: items of a list."""
    plan = make_plan(model, config, overrides, n)
    return generate.build_instance(plan, Stream(config.seed, key), index)


def make_plan(
    model: Any,
    config: GenerationConfig,
    overrides: Mapping[str, Any] | None = None,
    item_count: int | None = None,
) -> Plan:
    """The plan for *model*. It does not depend on the seed, and is kept while the model and the options stay the same."""
    unseeded = replace(config, seed=0)
    try:
        return _make_cached_plan(
            model, unseeded, HashableOverrides.from_mapping(overrides or {}), item_count
        )
    except (
        TypeError
    ):  # a type expression that cannot be hashed, an override that cannot be told from another
        return plan_type(read_type(model), unseeded, overrides, item_count)


@lru_cache(maxsize=1024)
def _make_cached_plan(
    model: Any, config: GenerationConfig, overrides: HashableOverrides, item_count: int | None
) -> Plan:
    return plan_type(read_class(model), config, overrides.values, item_count)


def _make_line_plan(model: Any, config: GenerationConfig) -> Plan:
    """The plan whose short way to JSON has been tried; kept likewise."""
    try:
        return _make_cached_line_plan(model, replace(config, seed=0))
    except TypeError:  # as above
        return generate.verify_fast_path(make_plan(model, config))


@lru_cache(maxsize=256)
def _make_cached_line_plan(model: Any, config: GenerationConfig) -> Plan:
    return generate.verify_fast_path(make_plan(model, config))


def _resolve_settings(config: GenerationConfig | None, seed: int | None) -> GenerationConfig:
    settings = config or GenerationConfig()
    return (
        resolve_seed(settings)
        if seed is None
        else replace(settings, seed=seed, rng_mode="portable")
    )

"""One function for each wish: the pipeline in the order of data."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args, get_origin

from pytest_fixturegen.command_options import DeliveryConfig, FixturesConfig, ReturnType, Scope, Style
from pytest_fixturegen.engine import generate
from pytest_fixturegen.errors import UsageError
from pytest_fixturegen.files import write_whole
from pytest_fixturegen.identity import type_name
from pytest_fixturegen.options import GenerationConfig, settled_seed
from pytest_fixturegen.plan.overrides import Fixed
from pytest_fixturegen.plan.planner import plan_type
from pytest_fixturegen.plan.strategy import Plan, Strategy
from pytest_fixturegen.policies import plain
from pytest_fixturegen.records import dumps
from pytest_fixturegen.shape import tables
from pytest_fixturegen.shape.reading import json_schema, read_class, read_type
from pytest_fixturegen.streams import Stream

if TYPE_CHECKING:
    from pytest_fixturegen.persist.contract import PersistenceContext
    from pytest_fixturegen.persist.tally import Delivered

T = TypeVar("T")
Seeds = tuple[tuple[str, int], ...]
"""Names of models, and the seed of each."""


def generate_instances(
    model: type[T], n: int = 1, seed: int | None = None, config: GenerationConfig | None = None, *, start: int = 0
) -> Iterator[T]:
    """*n* validated instances of *model*, those of the indices from *start*, one at a time.

    *model* is whatever a Pydantic TypeAdapter accepts. *seed* goes before the seed of *config*. Raises MappingError
    when no valid value can be made.
    """
    if n < 0 or start < 0:
        raise UsageError(f"n={n}, start={start}: neither may be negative.", hint="Ask for n=0 or more.")
    settings = _settings(config, seed)
    plan = make_plan(model, settings)
    generate.require_room(plan, start + n)
    return generate.instances(plan, Stream(settings.seed, plan.reading.name), start, start + n)


def generate_lines(
    model: Any, n: int = 1, seed: int | None = None, config: GenerationConfig | None = None, *, start: int = 0
) -> Iterator[bytes]:
    """The JSON of the same records, a line each without its end: what ``model_dump_json(by_alias=True)`` says of them.

    A record whose model does not take that back is written by the keys that it reads; where the model takes no JSON of it
    back at all, the record is drawn again. Raises MappingError when that does not help.
    """
    settings = _settings(config, seed)
    generate.require_room(_line_plan(model, settings), start + n)
    return line_maker(model, settings)(start, start + n)


def line_maker(model: Any, config: GenerationConfig, others: Seeds = ()) -> Callable[[int, int], Iterator[bytes]]:
    """A function that gives the lines of the indices from one to another (end not in), from one plan.

    *others*: the models that have seeds of their own.
    """
    plan = _line_plan(model, config)
    return partial(generate.lines, plan, Stream(config.seed, plan.reading.name, others=others))


def require_room(model: Any, n: int, config: GenerationConfig) -> None:
    """Raises MappingError when *n* records of *model* cannot be as unique as *config* asks."""
    generate.require_room(make_plan(model, config), n)


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
    from pytest_fixturegen.emit import modules

    settings = _settings(config, seed)
    emission = FixturesConfig(out=str(path), style=style, scope=scope, return_type=return_type, cases=cases)
    reports = [
        {**describe_cases(model, cases, settings, as_dict=return_type == "dict"), "digest": digest_of(model)}
        for model in models
    ]
    command = f"emit_pytest_fixtures([{', '.join(type_name(model) for model in models)}], ...)"
    source = modules.source_of(reports, emission, settings.seed, command)
    return write_whole(Path(path), [source.encode("utf-8")])


def persist_records(  # noqa: PLR0913 - what a call may say
    model: Any,
    handler: str | Callable[..., Any],
    n: int = 1,
    seed: int | None = None,
    config: GenerationConfig | None = None,
    *,
    options: Mapping[str, Any] | None = None,
    delivery: DeliveryConfig | None = None,
) -> Delivered:
    """Hand *n* records of *model* to *handler*, and say what it acknowledged.

    *handler* is a name, ``pkg.module:callable``, or a function or class itself; *options* are its arguments. Nothing is
    remembered unless *delivery* names a journal. Raises PersistError when records are refused.
    """
    from pytest_fixturegen.persist import run

    settings, delivery = _settings(config, seed), delivery or DeliveryConfig()
    plan = make_plan(model, settings)
    context = _context_of(model, plan.reading.name, n, settings, delivery)
    facts = {"model": context.model, "n": n, "batch_size": delivery.batch_size, **plain(settings)}
    journal = Path(delivery.journal) if delivery.journal else None
    with run.prepared(handler, options or {}, {}, names=settings.plugins) as ready:
        lines = generate_lines(model, n, config=settings)
        result = run.Run(ready, delivery, facts, journal).deliver([(context, lines)])
    for failure in result.failures:
        raise failure
    return result.delivered


def _context_of(model: Any, name: str, n: int, config: GenerationConfig, delivery: DeliveryConfig) -> PersistenceContext:
    from pytest_fixturegen.persist.contract import PersistenceContext

    return PersistenceContext(
        model=name,
        module=str(getattr(model, "__module__", "")),
        schema=schema_of(model),
        seed=config.seed,
        total=n,
        batch_size=delivery.batch_size,
        config=plain(config),
        table=tables.described(model),
    )


def schema_of(model: Any) -> dict[str, Any]:
    """The JSON Schema of *model*; empty where it has none."""

    try:
        return json_schema(model)
    except Exception:
        return {}


def describe_cases(
    model: Any, cases: int, config: GenerationConfig, *, as_dict: bool = False, others: Seeds = ()
) -> dict[str, Any]:
    """The values of the first *cases* records of *model* as JSON forms that can be printed as source, with its class."""
    from pytest_fixturegen.emit.literals import LiteralError, describe, describe_type, place_of

    plan = make_plan(model, config)
    generate.require_room(plan, cases)
    drawn = generate.instances(plan, Stream(config.seed, plan.reading.name, others=others), 0, cases)
    values = [describe(value, as_dict=as_dict) for value in drawn]
    place = place_of(model, plan.reading.name)
    try:
        annotation = describe_type(model)
    except LiteralError:  # Annotated[int, Field(ge=1)]
        annotation = ["symbol", "typing", "Any"] if get_origin(model) is not Annotated else describe_type(get_args(model)[0])
    return {"symbol": place, "annotation": annotation, "cases": values}


def explain(model: Any, config: GenerationConfig | None = None) -> tuple[Strategy, ...]:
    """For each field of *model* and of the models within it: who fills it and why, in the order of the fields.

    A model that stands in several places is told once, and again where it is filled in another way.
    """
    told: dict[tuple[str, str, str, str], Strategy] = {}
    for each in make_plan(model, _settings(config, None)).strategies:
        told.setdefault((each.model, each.field, each.provider, each.reason), each)
    return tuple(told.values())


def digest_of(model: Any) -> str:
    """A digest of what *model* is: its JSON Schema, or its fields where it has none."""

    try:
        schema = dumps(json_schema(model))
    except Exception:
        schema = repr(sorted(getattr(model, "__annotations__", {}))).encode()
    return hashlib.sha256(schema).hexdigest()


def build(
    model: Any,
    config: GenerationConfig,
    key: str,
    index: int = 0,
    overrides: Mapping[str, Any] | None = None,
    n: int | None = None,
) -> Any:
    """The value of *model* at *index* under *key*, which stands for the model's name in the seed. *n*: items of a list."""
    plan = make_plan(model, config, overrides, n)
    return generate.instance(plan, Stream(config.seed, key), index)


def make_plan(
    model: Any, config: GenerationConfig, overrides: Mapping[str, Any] | None = None, items: int | None = None
) -> Plan:
    """The plan for *model*. It does not depend on the seed, and is kept while the model and the options stay the same."""
    unseeded = replace(config, seed=0)
    try:
        return _kept_plan(model, unseeded, Fixed.of(overrides or {}), items)
    except TypeError:  # a type expression that cannot be hashed, an override that cannot be told from another
        return plan_type(read_type(model), unseeded, overrides, items)


@lru_cache(maxsize=1024)
def _kept_plan(model: Any, config: GenerationConfig, fixed: Fixed, items: int | None) -> Plan:
    return plan_type(read_class(model), config, fixed.given, items)


def _line_plan(model: Any, config: GenerationConfig) -> Plan:
    """The plan whose short way to JSON has been tried; kept likewise."""
    try:
        return _kept_line_plan(model, replace(config, seed=0))
    except TypeError:  # as above
        return generate.proven(make_plan(model, config))


@lru_cache(maxsize=256)
def _kept_line_plan(model: Any, config: GenerationConfig) -> Plan:
    return generate.proven(make_plan(model, config))


def _settings(config: GenerationConfig | None, seed: int | None) -> GenerationConfig:
    settings = config or GenerationConfig()
    return settled_seed(settings) if seed is None else replace(settings, seed=seed, rng_mode="portable")

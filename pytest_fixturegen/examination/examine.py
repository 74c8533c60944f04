"""From a model to its report: it is planned, records of it are drawn, and what came of that is summed up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from time import perf_counter
from typing import Any

from pytest_fixturegen import api
from pytest_fixturegen.engine.written import holds_sets
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.examination import coverage, cycles, spreads, words
from pytest_fixturegen.examination.drawing import Drawing, draw, failure_of
from pytest_fixturegen.examination.report import Failure, FieldReport, ModelReport
from pytest_fixturegen.options import GenerationConfig
from pytest_fixturegen.plan.strategy import Plan

ABSENT = object()
"""What stands for a field that a record does not have."""


def examine(model: Any, named: tuple[str, str, str], config: GenerationConfig, n: int, seconds: float) -> ModelReport:
    """The report of *model*, *named* by its module, its name and its kind, after *n* records or *seconds*."""
    try:
        plan = api.make_plan(model, config)
    except MappingError as error:
        return ModelReport(*named, asked=n, failures=(failure_of("model", error),))
    n, cramped = _room(model, plan, config, n)
    drawing = draw(plan, config.seed, n, seconds)
    failures = (*cramped, *drawing.failures)
    failures += () if failures or len(drawing.values) < n else _unwritable(model, config, n, seconds)
    return summed(named, plan, drawing, failures, n)


def summed(named: tuple[str, str, str], plan: Plan, drawing: Drawing, failures: tuple[Failure, ...], asked: int) -> ModelReport:
    """The report of what *drawing* drew from *plan*."""
    name, places = coverage.places_of(plan.reading)
    return ModelReport(
        *named,
        fields=tuple(field_of(name, place, plan, drawing) for place in places),
        validators=_validators(plan, places),
        guesses=tuple(dict.fromkeys(coverage.guesses(name or named[1], plan.strategies))),
        dropped=tuple(dict.fromkeys(coverage.dropped(name or named[1], plan.strategies))),
        unmapped=tuple(sorted((place.name, rule) for place in places for rule in set(coverage.unmapped(place.shape)))),
        cycles=cycles.cycles_of(plan.reading),
        depth=cycles.depth(plan.node),
        asked=asked,
        tried=drawing.tried,
        drawn=len(drawing.values),
        again=len(drawing.refused),
        worst=min(max(drawing.refused.values(), default=0), plan.retries),
        retries=plan.retries,
        refusals=drawing.refusals,
        failures=failures,
        milliseconds=round(drawing.milliseconds, 4),
    )


def field_of(model: str, place: coverage.Place, plan: Plan, drawing: Drawing) -> FieldReport:
    """The report of one field: what the plan says of it, and what it holds in the records that were drawn."""
    fillers = coverage.fillers_of(model, place.name, plan.strategies)
    held = [held_by(value, place.name) for value in drawing.values]
    there = [value for value in held if value is not None and value is not ABSENT]
    sets = holds_sets(plan.reading)
    texts = [spreads.text_of(value, sets=sets) for value in there]
    hidden = any(spreads.is_secret(value) for value in there)
    filled = coverage.kind_of(fillers, holds_model=coverage.holds_model(place.shape))
    return FieldReport(
        name=place.name,
        type=words.said(place.shape, plan.reading),
        required=place.required,
        kind="unserved" if coverage.is_refused(place.name, plan.node) else filled,
        fillers=fillers,
        drawn=len(held),
        missing=sum(value is ABSENT for value in held),
        none=sum(value is None for value in held),
        distinct=len({spreads.text_of(spreads.shown(value), sets=sets) for value in there} if hidden else set(texts)),
        spread=None if hidden else spreads.spread_of(there, texts),
        samples=spreads.samples_of(texts),
    )


def held_by(value: Any, name: str) -> Any:
    """What the record *value* holds in its field *name*; ABSENT where it has none."""
    if isinstance(value, Mapping):
        return value.get(name, ABSENT)
    try:
        return getattr(value, name, value if name == "root" else ABSENT)
    except Exception:  # a property of the user's may raise anything
        return ABSENT


def _room(model: Any, plan: Plan, config: GenerationConfig, n: int) -> tuple[int, tuple[Failure, ...]]:
    """How many of *n* records can be as unique as *config* asks, and a word about it where not all can."""
    try:
        api.require_room(model, n, config)
    except MappingError as error:
        return min(limit.size for limit in plan.limits), (failure_of("unique", error),)
    return n, ()


def _unwritable(model: Any, config: GenerationConfig, n: int, seconds: float) -> tuple[Failure, ...]:
    """Why the JSON of a record is not taken back, if that is so."""
    begin = perf_counter()
    try:
        for _ in api.generate_lines(model, n, config=config):
            if perf_counter() - begin > seconds:
                break
    except MappingError as error:
        return (failure_of("json", error),)
    return ()


def _validators(plan: Plan, places: Sequence[coverage.Place]) -> tuple[str, ...]:
    shape = plan.reading.shape
    around = list(coverage.rules_around(shape, plan.reading))
    return tuple(dict.fromkeys([*around, *(rule for place in places for rule in coverage.validators(place.shape))]))

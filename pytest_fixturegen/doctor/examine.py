"""From a model to its report: it is planned, records of it are drawn, and what came of that is summed up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from time import perf_counter
from typing import Any

from pytest_fixturegen.api import generate
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.doctor import coverage, cycles, distributions, shape_names
from pytest_fixturegen.doctor.report import Failure, FieldReport, ModelReport
from pytest_fixturegen.doctor.sampling import DrawResult, build_failure, draw_records
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.generator.json_output import has_sets
from pytest_fixturegen.strategies.plan import Plan

MISSING = object()
"""What stands for a field that a record does not have."""


def examine(
    model: Any,
    model_id: tuple[str, str, str],
    config: GenerationConfig,
    record_count: int,
    seconds: float,
) -> ModelReport:
    """The report of *model*, *named* by its module, its name and its kind, after *n* records or *seconds*."""
    try:
        plan = generate.make_plan(model, config)
    except MappingError as error:
        return ModelReport(*model_id, asked=record_count, failures=(build_failure("model", error),))
    record_count, cramped = _limit_unique_records(model, plan, config, record_count)
    drawing = draw_records(plan, config.seed, record_count, seconds)
    failures = (*cramped, *drawing.failures)
    failures += (
        ()
        if failures or len(drawing.values) < record_count
        else _check_json(model, config, record_count, seconds)
    )
    return build_model_report(model_id, plan, drawing, failures, record_count)


def build_model_report(
    model_id: tuple[str, str, str],
    plan: Plan,
    drawing: DrawResult,
    failures: tuple[Failure, ...],
    record_count: int,
) -> ModelReport:
    """The report of what *drawing* drew from *plan*."""
    name, places = coverage.find_fields(plan.reading)
    return ModelReport(
        *model_id,
        fields=tuple(build_field_report(name, place, plan, drawing) for place in places),
        validators=_list_validators(plan, places),
        guesses=tuple(dict.fromkeys(coverage.find_guesses(name or model_id[1], plan.strategies))),
        dropped=tuple(
            dict.fromkeys(coverage.find_dropped_members(name or model_id[1], plan.strategies))
        ),
        unmapped=tuple(
            sorted(
                (place.name, rule)
                for place in places
                for rule in set(coverage.find_unmapped(place.shape))
            )
        ),
        cycles=cycles.find_cycles(plan.reading),
        depth=cycles.measure_depth(plan.node),
        asked=record_count,
        tried=drawing.tried_count,
        drawn=len(drawing.values),
        again=len(drawing.refusal_counts),
        worst=min(max(drawing.refusal_counts.values(), default=0), plan.retries),
        retries=plan.retries,
        refusals=drawing.refusals,
        failures=failures,
        milliseconds=round(drawing.milliseconds, 4),
    )


def build_field_report(
    model: str, field: coverage.FieldCoverage, plan: Plan, drawing: DrawResult
) -> FieldReport:
    """The report of one field: what the plan says of it, and what it holds in the records that were drawn."""
    fillers = coverage.find_fillers(model, field.name, plan.strategies)
    held = [get_field_value(value, field.name) for value in drawing.values]
    there = [value for value in held if value is not None and value is not MISSING]
    sets = has_sets(plan.reading)
    texts = [distributions.format_value(value, with_sets=sets) for value in there]
    hidden = any(distributions.is_secret(value) for value in there)
    filled = coverage.classify_fillers(fillers, has_model=coverage.may_hold_record(field.shape))
    return FieldReport(
        name=field.name,
        type=shape_names.describe_shape(field.shape, plan.reading),
        required=field.required,
        kind="unserved" if coverage.is_unsatisfiable(field.name, plan.node) else filled,
        fillers=tuple(fillers),
        drawn=len(held),
        missing=sum(value is MISSING for value in held),
        none=sum(value is None for value in held),
        distinct=len(
            {
                distributions.format_value(distributions.reveal_secret(value), with_sets=sets)
                for value in there
            }
            if hidden
            else set(texts)
        ),
        spread=None if hidden else distributions.build_spread(there, texts),
        samples=distributions.pick_samples(texts),
    )


def get_field_value(record: Any, field_name: str) -> Any:
    """What the record *value* holds in its field *name*; ABSENT where it has none."""
    if isinstance(record, Mapping):
        return record.get(field_name, MISSING)
    try:
        return getattr(record, field_name, record if field_name == "root" else MISSING)
    except Exception:  # a property of the user's may raise anything
        return MISSING


def _limit_unique_records(
    model: Any, plan: Plan, config: GenerationConfig, record_count: int
) -> tuple[int, tuple[Failure, ...]]:
    """How many of *n* records can be as unique as *config* asks, and a word about it where not all can."""
    try:
        generate.require_room(model, record_count, config)
    except MappingError as error:
        return min(limit.size for limit in plan.limits), (build_failure("unique", error),)
    return record_count, ()


def _check_json(
    model: Any, config: GenerationConfig, record_count: int, seconds: float
) -> tuple[Failure, ...]:
    """Why the JSON of a record is not taken back, if that is so."""
    begin = perf_counter()
    try:
        for _ in generate.generate_lines(model, record_count, config=config):
            if perf_counter() - begin > seconds:
                break
    except MappingError as error:
        return (build_failure("json", error),)
    return ()


def _list_validators(plan: Plan, fields: Sequence[coverage.FieldCoverage]) -> tuple[str, ...]:
    shape = plan.reading.shape
    around = list(coverage.find_outer_validators(shape, plan.reading))
    return tuple(
        dict.fromkeys(
            [*around, *(rule for place in fields for rule in coverage.find_validators(place.shape))]
        )
    )

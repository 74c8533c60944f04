"""The examination of one model: plan it, draw records, and build its report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from time import perf_counter
from typing import Any, TypeVar

from pytest_fixturegen._internal.deep_calls import allow_levels
from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.api import generate
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.doctor import coverage, cycles, distributions, shape_names
from pytest_fixturegen.doctor.exercise import examine_exercise
from pytest_fixturegen.doctor.report import Failure, FieldReport, Filler, FillKind, ModelReport
from pytest_fixturegen.doctor.sampling import DrawResult, build_failure, draw_records
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.strategies.plan import Plan

Item = TypeVar("Item")

MISSING = object()
"""The value of a field that a record does not have."""


def examine(
    model: Any,
    model_id: tuple[str, str, str],
    config: GenerationConfig,
    record_count: int,
    seconds: float,
) -> ModelReport:
    """Return the report of *model* after *record_count* records, or after *seconds* of drawing.

    *model_id* holds the module, the name and the kind of the model. Errors of the model become
    failures in the report.
    """
    try:
        plan = generate.make_plan(model, config)
    except MappingError as error:
        failure = build_failure("model", error)
        return ModelReport(
            *model_id,
            asked=record_count,
            failures=(failure,),
        )
    with allow_levels(plan.levels):
        return _examine_plan(
            model,
            model_id,
            plan,
            config,
            record_count,
            seconds,
        )


def _examine_plan(
    model: Any,
    model_id: tuple[str, str, str],
    plan: Plan,
    config: GenerationConfig,
    record_count: int,
    seconds: float,
) -> ModelReport:
    """Return the report of the records that *plan* draws, see :func:`examine`."""
    record_count, unique_failures = _limit_unique_records(
        model,
        plan,
        config,
        record_count,
    )
    drawing = draw_records(
        plan,
        config.seed,
        record_count,
        seconds,
    )
    failures = (*unique_failures, *drawing.failures)
    if not failures and len(drawing.values) == record_count:
        failures = _check_json(
            model,
            config,
            record_count,
            seconds,
        )
    report = build_model_report(
        model_id,
        plan,
        drawing,
        failures,
        record_count,
    )
    if not drawing.values:
        return report
    return replace(
        report,
        exercise=examine_exercise(
            model,
            config,
            drawing.values,
        ),
    )


def build_model_report(
    model_id: tuple[str, str, str],
    plan: Plan,
    drawing: DrawResult,
    failures: tuple[Failure, ...],
    record_count: int,
) -> ModelReport:
    """Return the report of the records that were drawn from *plan*."""
    class_name, fields = coverage.find_fields(plan.reading)
    name = class_name or model_id[1]
    names = [field.name for field in fields]
    fillers = coverage.find_fillers(
        class_name,
        names,
        plan.strategies,
    )
    unserved = coverage.find_unsatisfiable(names, plan.node)
    field_reports = [
        _build_field_report(
            field,
            plan,
            drawing,
            fillers[field.name],
            is_unserved=field.name in unserved,
        )
        for field in fields
    ]
    worst = max(drawing.refusal_counts.values(), default=0)
    return ModelReport(
        *model_id,
        fields=tuple(field_reports),
        validators=_list_validators(plan, fields),
        guesses=_unique(coverage.find_guesses(name, plan.strategies)),
        neutral=_unique(
            coverage.find_neutral_fields(
                name,
                plan.reading,
                plan.strategies,
            )
        ),
        dropped=_unique(coverage.find_dropped_members(name, plan.strategies)),
        unmapped=_list_unmapped(fields),
        cycles=cycles.find_cycles(plan.reading),
        depth=cycles.measure_depth(plan.node),
        asked=record_count,
        tried=drawing.tried_count,
        drawn=len(drawing.values),
        again=len(drawing.refusal_counts),
        worst=min(worst, plan.retries),
        retries=plan.retries,
        refusals=drawing.refusals,
        failures=failures,
        milliseconds=round(drawing.milliseconds, 4),
    )


def _build_field_report(
    field: coverage.FieldCoverage,
    plan: Plan,
    drawing: DrawResult,
    fillers: Mapping[Filler, FillKind],
    *,
    is_unserved: bool,
) -> FieldReport:
    """Return the report of one field: its *fillers* and its values in drawn records."""
    values = [get_field_value(record, field.name) for record in drawing.values]
    missing_count = sum(value is MISSING for value in values)
    none_count = sum(value is None for value in values)
    present = [value for value in values if value is not None and value is not MISSING]

    with_sets = plan.reading.has_sets
    texts = [distributions.format_value(value, with_sets=with_sets) for value in present]
    distinct_texts = set(texts)
    has_secrets = any(distributions.is_secret(value) for value in present)
    if has_secrets:  # their texts are all stars
        revealed = map(distributions.reveal_secret, present)
        distinct_texts = {
            distributions.format_value(value, with_sets=with_sets) for value in revealed
        }

    has_model = coverage.may_hold_record(field.shape)
    kind = coverage.classify_fillers(fillers, has_model=has_model)
    if is_unserved:
        kind = "unserved"
    return FieldReport(
        name=field.name,
        type=shape_names.describe_shape(field.shape, plan.reading),
        required=field.required,
        kind=kind,
        fillers=tuple(fillers),
        drawn=len(values),
        missing=missing_count,
        none=none_count,
        distinct=len(distinct_texts),
        spread=None if has_secrets else distributions.build_spread(present, texts),
        samples=distributions.pick_samples(texts),
        base=shape_names.get_base_name(field.shape, plan.reading),
    )


def get_field_value(record: Any, field_name: str) -> Any:
    """Return the value of a field in *record*, or MISSING. The field ``root`` may be *record*."""
    if isinstance(record, Mapping):
        return record.get(field_name, MISSING)
    default = record if field_name == "root" else MISSING
    # A property of the user may raise anything.
    return call_or_default(
        lambda: getattr(
            record,
            field_name,
            default,
        ),
        MISSING,
    )


def _limit_unique_records(
    model: Any,
    plan: Plan,
    config: GenerationConfig,
    record_count: int,
) -> tuple[int, tuple[Failure, ...]]:
    """Return how many records can satisfy ``--unique``, and a failure if these are too few."""
    try:
        generate.require_room(
            model,
            record_count,
            config,
        )
    except MappingError as error:
        possible_count = min(limit.size for limit in plan.limits)
        return possible_count, (build_failure("unique", error),)
    return record_count, ()


def _check_json(
    model: Any,
    config: GenerationConfig,
    record_count: int,
    seconds: float,
) -> tuple[Failure, ...]:
    """Return a failure if *model* refuses the JSON of one of its records."""
    start = perf_counter()
    try:
        for _ in generate.generate_lines(
            model,
            record_count,
            config=config,
        ):
            if perf_counter() - start > seconds:
                break
    except MappingError as error:
        return (build_failure("json", error),)
    return ()


def _list_validators(
    plan: Plan,
    fields: Sequence[coverage.FieldCoverage],
) -> tuple[str, ...]:
    """Return the different names of the validators, those of the whole model first."""
    names = list(coverage.find_outer_validators(plan.reading.shape, plan.reading))
    for field in fields:
        names += coverage.find_validators(field.shape)
    return _unique(names)


def _list_unmapped(fields: Sequence[coverage.FieldCoverage]) -> tuple[tuple[str, str], ...]:
    """Return the sorted pairs of a field and a constraint that its provider ignores."""
    pairs: set[tuple[str, str]] = set()
    for field in fields:
        rules = coverage.find_unmapped(field.shape)
        pairs.update((field.name, rule) for rule in rules)
    return tuple(sorted(pairs))


def _unique(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return the different *items* in the order of their first occurrence."""
    return tuple(dict.fromkeys(items))

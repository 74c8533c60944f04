"""The loop of generation: from a range of indices to records.

The range is cut into blocks. Each block is read column by column, and each record leaves as an
instance or as a line of JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.deep_calls import allow_levels, iterate_with_levels
from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen._internal.lazy_functions import import_on_call
from pytest_fixturegen._internal.type_names import ROOT
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.generator.code_seeds import build_validator
from pytest_fixturegen.generator.columns import Column, ColumnReader
from pytest_fixturegen.generator.direct_instances import find_instance_maker
from pytest_fixturegen.generator.json_output import encode_record
from pytest_fixturegen.generator.permutation import build_too_many_error
from pytest_fixturegen.generator.repair.record_source import RecordSource
from pytest_fixturegen.generator.scope import Scope
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.strategies.planned import UniqueLimit
from pytest_fixturegen.streams import BLOCK_SIZE, Stream

if TYPE_CHECKING:
    from pytest_fixturegen.generator.repair.lessons import Probe, learn_lessons, repair_record
    from pytest_fixturegen.generator.round_trip import RoundTrip, learn_round_trip
else:
    Probe, learn_lessons, repair_record = import_on_call(
        "pytest_fixturegen.generator.repair.lessons", "Probe", "learn_lessons", "repair_record"
    )
    (learn_round_trip,) = import_on_call(
        "pytest_fixturegen.generator.round_trip", "learn_round_trip"
    )

INSTANCES = "instances"
"""The purpose of repair for which every record that the model takes is good."""

TRIAL_RECORDS = 16
"""Number of records whose JSON is validated before the fast path to JSON is trusted."""


def require_unique_capacity(plan: Plan, record_count: int) -> None:
    """Raise MappingError if unique fields or links have fewer values than *record_count*."""
    for limit in plan.limits:
        if record_count > limit.size:
            raise _build_limit_error(limit, record_count)


def _build_limit_error(limit: UniqueLimit, record_count: int) -> MappingError:
    """Return the error that so many records are more than *limit* allows."""
    if not limit.parents:
        return build_too_many_error(
            limit.label,
            limit.size,
            record_count,
        )
    model, _, field = limit.label.rpartition(".")
    return MappingError(
        f"{limit.label} links to {limit.parents:,} records, which {limit.size:,} can share: "
        f"{record_count:,} records are too many.",
        hint="Raise 'related', or let more of them link to the same record.",
        model=model,
        path=field,
    )


def iter_instances(
    plan: Plan,
    stream: Stream,
    start: int,
    stop: int,
    *,
    learns: bool = True,
) -> Iterator[Any]:
    """Yield the validated values of the indices from *start* to *stop*, excluded.

    Unless *learns*, the repair of each record learns nothing from other records.
    """
    accepted = iter_accepted(
        plan,
        stream,
        start,
        stop,
        learns=learns,
    )
    return iterate_with_levels(
        plan.levels,
        (value for value, _ in accepted),
    )


def iter_accepted(
    plan: Plan,
    stream: Stream,
    start: int,
    stop: int,
    *,
    learns: bool = True,
) -> Iterator[tuple[Any, RecordSource]]:
    """Yield each value, and the source that draws it; *learns* as in :func:`iter_instances`."""
    for reader, rows in iter_blocks(
        stream,
        start,
        stop,
        learns=learns,
    ):
        validate = _choose_validation(plan, reader, rows)
        for row, drawn in zip(
            rows,
            _draw_rows(
                plan,
                reader,
                rows,
            ),
            strict=True,
        ):
            try:
                accepted = (
                    validate(drawn),
                    RecordSource(
                        plan.node,
                        reader,
                        row,
                    ),
                )
            except Exception as error:  # validators of the user may raise anything
                accepted = repair_record(
                    plan,
                    reader,
                    row,
                    error,
                    _keep_value,
                    INSTANCES,
                    learns=learns,
                )
            # Only code of the user makes a model refuse what it dumps itself.
            may_improve = learns and plan.reading.user_code
            yield _learn_round_trip(plan).improve(accepted) if may_improve else accepted


def _choose_validation(
    plan: Plan,
    reader: ColumnReader,
    rows: range,
) -> Callable[[Any], Any]:
    """Return what makes an instance of each drawn record of *rows*, in turn."""
    if plan.runs_user_code:
        return build_validator(plan, reader, rows)
    return find_instance_maker(plan).make


def learn_repairs(plan: Plan) -> None:
    """Learn now what the repair of instances learns otherwise when a record is first refused."""
    if plan.retries:
        with allow_levels(plan.levels):
            learn_lessons(_build_probe(plan))
            _learn_round_trip(plan)


def _learn_round_trip(plan: Plan) -> RoundTrip:
    """Return the lessons of *plan* about records whose model must accept their own dump."""
    return learn_round_trip(_build_probe(plan))


def _build_probe(plan: Plan) -> Probe:
    """Return the inputs for the lessons of *plan* about instances."""
    return Probe(
        plan,
        INSTANCES,
        _keep_value,
        partial(build_instance, learns=False),
    )


def _keep_value(value: Any) -> Any:
    return value


def build_instance(
    plan: Plan,
    stream: Stream,
    index: int,
    *,
    learns: bool = True,
) -> Any:
    """Return the validated value at *index* alone; *learns* as in :func:`iter_instances`."""
    return next(
        iter_instances(
            plan,
            stream,
            index,
            index + 1,
            learns=learns,
        )
    )


def iter_json_lines(
    plan: Plan,
    stream: Stream,
    start: int,
    stop: int,
) -> Iterator[bytes]:
    """Return the records from *start* to *stop*, excluded, as lines of JSON without newlines."""
    lines = _iter_lines(
        plan,
        stream,
        start,
        stop,
    )
    return iterate_with_levels(plan.levels, lines)


def _iter_lines(
    plan: Plan,
    stream: Stream,
    start: int,
    stop: int,
) -> Iterator[bytes]:
    """Yield the lines of :func:`iter_json_lines`, which raises the recursion limit for them."""
    if not plan.is_direct:
        for value, source in iter_accepted(
            plan,
            stream,
            start,
            stop,
        ):
            yield encode_record(
                plan,
                value,
                source,
            )
        return
    for reader, rows in iter_blocks(
        stream,
        start,
        stop,
        json=True,
    ):
        for row, drawn in zip(
            rows,
            _draw_rows(
                plan,
                reader,
                rows,
            ),
            strict=True,
        ):
            try:
                yield dumps(drawn)
            except TypeError:  # a rare number of more than 64 bits, which orjson does not write
                index = reader.block * BLOCK_SIZE + row
                for value, source in iter_accepted(
                    plan,
                    stream,
                    index,
                    index + 1,
                ):
                    yield encode_record(
                        plan,
                        value,
                        source,
                    )


def iter_blocks(
    stream: Stream,
    start: int,
    stop: int,
    *,
    json: bool = False,
    learns: bool = True,
) -> Iterator[tuple[ColumnReader, range]]:
    """Yield a reader for each block between *start* and *stop*, excluded, and its rows.

    *learns* says how records of other models are built, see :func:`iter_instances`.
    """
    build_record = build_instance if learns else partial(build_instance, learns=False)
    for block in range(start // BLOCK_SIZE, -(-stop // BLOCK_SIZE)):
        first = block * BLOCK_SIZE
        yield (
            ColumnReader(
                stream,
                block,
                build_record,
                json=json,
            ),
            range(max(start - first, 0), min(stop - first, BLOCK_SIZE)),
        )


def verify_fast_path(plan: Plan) -> Plan:
    """Return *plan*, without its fast path to JSON if the model rejects that JSON.

    The first TRIAL_RECORDS records are tried.
    """
    if not plan.is_direct:
        return plan
    try:
        for line in iter_json_lines(
            plan,
            Stream(0, plan.reading.name),
            0,
            TRIAL_RECORDS,
        ):
            plan.reading.validate_json(line)
    except MappingError:
        return plan  # raised again by the first record that is drawn
    except Exception:  # a refusal of the model, or a value that JSON cannot express
        return replace(plan, is_exact=False)
    return plan


def _draw_rows(
    plan: Plan,
    reader: ColumnReader,
    rows: range,
) -> Column:
    """Return the values of the plan's node for *rows*, read from the root of the record."""
    return reader.read_column(
        plan.node,
        ROOT,
        rows,
        Scope(ROOT, rows),
    )

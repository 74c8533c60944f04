"""Instances that their own model takes again, from Python and from JSON.

A validator may read nothing but a text and store a date: then the model refuses what it dumps
itself. If other values of the optional fields avoid that, the records get such values. Whether they
do is learnt once per plan from its first records, so that most plans pay nothing for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any, NamedTuple

from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.generator.code_seeds import seed_json
from pytest_fixturegen.generator.columns import ColumnReader
from pytest_fixturegen.generator.repair.lessons import (
    PROBE_SEED,
    Probe,
    learn_lessons,
    repair_record,
)
from pytest_fixturegen.generator.repair.record_source import RecordSource
from pytest_fixturegen.introspection.shape_parts import walk_shapes
from pytest_fixturegen.introspection.shapes import TypeReading
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.streams import Stream

PROBE_RECORDS = 4
"""Records that are tried before a plan is trusted."""

RETRIES = 32
"""Repairs of a record that its model takes, but not again: fewer than for one that is refused."""

PURPOSE = "round trip"

Accepted = tuple[Any, RecordSource]
"""A value that its model takes, and the source that draws it."""

Check = Callable[[TypeReading, Any], object]
"""Raises if the model of the reading does not take a dump of the value again."""


def check_python(reading: TypeReading, value: Any) -> None:
    """Raise the error of the model if it refuses the mapping that it makes of *value*."""
    dump = partial(reading.dump_python, value)
    if hasattr(value, "model_dump"):  # a method that the class may have written itself
        dump = partial(value.model_dump, by_alias=True, round_trip=True, warnings=False)
    _check_dump(lambda **options: reading.validate(dump(**options)))


def check_json(reading: TypeReading, value: Any) -> None:
    """Raise the error of the model if it refuses the JSON that it makes of *value*."""

    def read_dump(**options: Any) -> Any:
        """Dump *value* as JSON, and return the instance that its model reads from it."""
        json_value = reading.dump_python(value, mode="json", **options)
        return reading.validate_json(dumps(json_value))

    _check_dump(read_dump)


CHECKS: tuple[Check, ...] = (check_python, check_json)


def _check_dump(read_dump: Callable[..., Any]) -> None:
    """Raise the error of *read_dump* if it also fails for the fields that were set.

    An invalid default, as in ``name: str = None``, is not a reason to draw another record.
    """
    result = attempt(read_dump)
    if isinstance(result, Raised):
        set_result = attempt(partial(read_dump, exclude_unset=True))
        if isinstance(set_result, Raised):
            raise result.error


class RoundTrip(NamedTuple):
    """The *checks* that records of *plan* pass, if need be after repair. Most plans need none."""

    plan: Plan
    checks: tuple[Check, ...] = ()

    def improve(self, accepted: Accepted) -> Accepted:
        """Return *accepted*, or a repaired record in its place that passes the checks."""
        if not self.checks:
            return accepted
        failed = self.find_failed([accepted])
        return accepted if failed is None else self.repair(*failed) or accepted

    def accept(self, value: Any) -> Any:
        """Return *value*; raise the error of its model if one of the checks fails."""
        for check in self.checks:
            check(self.plan.reading, value)
        return value

    def repair(
        self,
        source: RecordSource,
        error: Exception,
        *,
        learns: bool = True,
    ) -> Accepted | None:
        """Return a record that passes the checks in place of *source*.

        *error* is the error of the first one. Unless *learns*, nothing is learnt from other
        records. Return None if no such record is found.
        """
        result = attempt(
            partial(
                repair_record,
                self.plan,
                replace(source.reader, draft=None),
                source.row,
                error,
                self.accept,
                PURPOSE,
                learns=learns,
            )
        )
        return None if isinstance(result, Raised) else result

    def find_failed(self, accepted: Iterable[Accepted]) -> tuple[RecordSource, Exception] | None:
        """Return the source of the first value that fails the checks, and why it does."""
        for value, source in accepted:
            with seed_json(
                self.plan,
                source.reader.stream,
                source.reader.block,
                source.row,
            ):
                result = attempt(partial(self.accept, value))
            if isinstance(result, Raised):
                return source, result.error
        return None


@lru_cache(maxsize=64)
def learn_round_trip(probe: Probe) -> RoundTrip:
    """Return the checks that some of the first records fail, but pass after repair."""
    plan = replace(probe.plan, retries=min(probe.plan.retries, RETRIES))
    learnt = RoundTrip(plan)
    if not _may_fail(plan):
        return learnt
    accepted = _list_probes(probe)
    for check in CHECKS:
        candidate = RoundTrip(plan, (*learnt.checks, check))
        failed = candidate.find_failed(accepted)
        if failed is not None and candidate.repair(*failed, learns=False):
            learnt = candidate
    return learnt


def _may_fail(plan: Plan) -> bool:
    """Return whether code of the user may refuse a dump, which can be made more than once."""
    has_code = all((plan.retries, plan.needs_validation, plan.reading.user_code))
    return has_code and not any(
        map(_is_iterator, walk_shapes(plan.reading.shape, plan.reading.refs))
    )


def _is_iterator(shape: Any) -> bool:
    """Return whether a dump would use up what *shape* describes."""
    cls = getattr(shape, "cls", None)
    return getattr(shape, "kind", "") == "generator" or hasattr(cls, "__next__")


def _list_probes(probe: Probe) -> list[Accepted]:
    """Return those of the first records that the model takes as drawn, or else a repaired one."""
    reader = ColumnReader(
        Stream(PROBE_SEED, probe.plan.reading.name),
        0,
        probe.build_record,
    )
    drawn = [_draw_probe(probe, reader, row) for row in range(PROBE_RECORDS)]
    accepted = list(filter(_is_accepted, drawn))
    return accepted or list(filter(None, [learn_lessons(probe).repaired]))


def _is_accepted(drawn: Accepted) -> bool:
    """Return whether the model takes the value that is *drawn*."""
    return not isinstance(drawn[0], Raised)


def _draw_probe(
    probe: Probe,
    reader: ColumnReader,
    row: int,
) -> Accepted:
    """Return the value at *row*, or the error that refuses it, and the source that draws it."""
    source = RecordSource(probe.plan.node, reader, row)
    return attempt(partial(probe.validate, source)), source

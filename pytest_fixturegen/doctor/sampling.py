"""Draws records of one model and writes down what it refuses on the way."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import field, replace
from functools import lru_cache
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Any, Literal, get_args

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import format_path
from pytest_fixturegen.doctor.report import Failure, RuleRefusal
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.generator import generate
from pytest_fixturegen.generator.repair.refusal import read_refusals
from pytest_fixturegen.introspection.shapes import TypeReading
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.streams import Stream

MAX_FAILURES = 3
"""Records that cannot be made, after which no more are tried."""

LIBRARY_MODULES = ("pytest_fixturegen", "pydantic", "pydantic_core")
USER_ERROR_TYPES = ("value_error", "assertion_error")
"""Pydantic's names for what a validator of the user's raises."""

VARIABLE_PARTS = re.compile(r"'[^']*'|\"[^\"]*\"|[-+]?\d[\d.,:T+-]*")
"""What differs in the words of one rule from value to value."""

MAX_MESSAGE_LENGTH = 200


@dataclasses.dataclass(slots=True)
class RuleTally:
    """What one rule said: the first *words*, how many *times*, of which *records*."""

    message: str
    times: int = 0
    records: set[int] = field(default_factory=set)


@dataclasses.dataclass(slots=True)
class RefusalRecorder:
    """Stands before a reading's model and counts what it refuses, for each record in turn."""

    reading: TypeReading
    record_index: int = 0
    refusal_counts: dict[int, int] = field(default_factory=dict)
    rule_tallies: dict[tuple[str, str, str, str], RuleTally] = field(default_factory=dict)

    def validate(self, value: Any) -> Any:
        """What the model makes of *value*. Raises what the model raises."""
        try:
            return self.reading.validate(value)
        except Exception as error:
            turn = self.refusal_counts[self.record_index] = (
                self.refusal_counts.get(self.record_index, 0) + 1
            )
            for where, words, validator, rule in list_faults(error):
                if turn > 1 and not validator:
                    continue  # a repair tries what nobody planned
                tally = self.rule_tallies.setdefault(
                    (where, validator, rule, VARIABLE_PARTS.sub("…", words)), RuleTally(words)
                )
                tally.times += 1
                tally.records.add(self.record_index)
            raise

    def list_refusals(self) -> tuple[RuleRefusal, ...]:
        """What each rule said, that of the most records first."""
        found = [
            RuleRefusal(where, tally.message, validator, rule, len(tally.records), tally.times)
            for (where, validator, rule, _), tally in self.rule_tallies.items()
        ]
        return tuple(sorted(found, key=lambda each: (-each.records, -each.times, each.where)))


@dataclass(frozen=True, slots=True)
class DrawResult:
    """The *values* that were drawn of the records *tried*, what was refused, what failed, and how long a record took."""

    values: tuple[Any, ...]
    tried_count: int
    refusal_counts: dict[int, int]
    refusals: tuple[RuleRefusal, ...]
    failures: tuple[Failure, ...]
    milliseconds: float


def draw_records(
    plan: Plan,
    seed: int,
    record_count: int,
    seconds: float,
    clock: Callable[[], float] = perf_counter,
) -> DrawResult:
    """The first *n* records of *plan*, as far as they can be made within *seconds*; one at least is tried."""
    stream, ledger = Stream(seed, plan.reading.name), RefusalRecorder(plan.reading)
    with suppress(MappingError):  # what is loaded at first use is not the model's fault
        generate.build_instance(replace(plan, retries=0), stream, 0)
    watched = replace(plan, reading=replace(plan.reading, validate=ledger.validate))
    values: list[Any] = []
    failures: list[MappingError] = []
    begin = clock()
    while (
        ledger.record_index < record_count
        and len(failures) < MAX_FAILURES
        and clock() - begin < seconds
    ):
        try:
            for value in generate.iter_instances(
                watched, stream, ledger.record_index, record_count
            ):
                values.append(value)
                ledger.record_index += 1
                if clock() - begin > seconds:
                    break
        except MappingError as error:
            failures.append(error)
            ledger.record_index += 1
    spent = (clock() - begin) * 1000 / max(ledger.record_index, 1)
    said = [build_failure("record" if values else "model", each) for each in failures]
    return DrawResult(
        tuple(values),
        ledger.record_index,
        ledger.refusal_counts,
        ledger.list_refusals(),
        tuple(said if values else said[:1]),
        spent,
    )


def build_failure(
    what: Literal["model", "record", "json", "unique"], error: MappingError
) -> Failure:
    """What *error* says, its place apart."""
    where = str(error.facts.get("path", ""))
    place = format_path(str(error.facts.get("model", "")), where)
    words = error.message.removeprefix(place).lstrip(": ") if place else error.message
    return Failure(what, format_path("", where), words[:1].upper() + words[1:], error.hint)


def list_faults(error: Exception) -> Iterator[tuple[str, str, str, str]]:
    """Each thing that is wrong: where, in whose words, which validator of the user's (or none), and Pydantic's name of it."""
    listed = getattr(error, "errors", None)
    if not (callable(listed) and hasattr(error, "error_count")):
        yield (
            "",
            _shorten_message(f"{type(error).__name__}: {error}"),
            find_raiser(error),
            "value_error",
        )
        return
    told = listed(include_url=False, include_input=False)
    for each, fault in zip(told, read_refusals(error), strict=True):
        cause = fault.context.get("error")
        validator = find_raiser(cause) if isinstance(cause, BaseException) else ""
        own = each["type"] in USER_ERROR_TYPES or each["type"] not in list_pydantic_types()
        yield (
            _format_location(fault.loc),
            _shorten_message(fault.message),
            validator or ("a validator" if own else ""),
            each["type"],
        )


@lru_cache(maxsize=1)
def list_pydantic_types() -> frozenset[str]:
    """The names of all that Pydantic itself finds wrong."""
    from pydantic_core.core_schema import ErrorType

    return frozenset(get_args(ErrorType))


def find_raiser(error: BaseException) -> str:
    """The function that raised *error*, with its file and line; empty where no code of the user's did."""
    found = ""
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        code, module = trace.tb_frame.f_code, str(trace.tb_frame.f_globals.get("__name__"))
        if module.partition(".")[0] not in LIBRARY_MODULES and not code.co_filename.startswith("<"):
            found = found or f"{code.co_name} ({Path(code.co_filename).name}:{code.co_firstlineno})"
        trace = trace.tb_next
    return found


def _format_location(loc: tuple[Any, ...]) -> str:
    return ".".join("*" if isinstance(part, int) else str(part) for part in loc)


def _shorten_message(message: str) -> str:
    first = next(iter(message.splitlines()), "")
    return first if len(first) <= MAX_MESSAGE_LENGTH else first[: MAX_MESSAGE_LENGTH - 1] + "…"

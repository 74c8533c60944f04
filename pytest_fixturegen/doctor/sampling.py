"""Draw records of one model and count what its rules refuse."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import field, replace
from functools import lru_cache, partial
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Any, Literal, NamedTuple, get_args

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen._internal.type_names import format_path
from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.doctor.report import Failure, RuleRefusal
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.generator import generate
from pytest_fixturegen.generator.repair.refusal import read_refusals
from pytest_fixturegen.introspection.shapes import TypeReading
from pytest_fixturegen.strategies.plan import Plan
from pytest_fixturegen.streams import Stream

MAX_FAILURES = 3
"""Number of failed records after which no further records are drawn."""

LIBRARY_MODULES = ("pytest_fixturegen", "pydantic", "pydantic_core")

USER_ERROR_TYPES = ("value_error", "assertion_error")
"""Pydantic's types of errors that a validator of the user raises."""

VARIABLE_PARTS = re.compile(r"'[^']*'|\"[^\"]*\"|[-+]?\d[\d.,:T+-]*")
"""The parts of a message that vary with the value: quoted texts, numbers and times."""

MAX_MESSAGE_LENGTH = 200


class RuleViolation(NamedTuple):
    """One fault of a refused record; the attributes are those of RuleRefusal."""

    where: str
    words: str
    validator: str
    rule: str


@dataclasses.dataclass(slots=True)
class RuleTally:
    """The refusals of one rule: the first message, how often, and of which records."""

    message: str
    times: int = 0
    records: set[int] = field(default_factory=set)


@dataclasses.dataclass(slots=True)
class RefusalRecorder:
    """Wraps the validation of a model and counts its refusals by record and by rule.

    The caller advances *record_index*.
    """

    reading: TypeReading
    record_index: int = 0
    refusal_counts: dict[int, int] = field(default_factory=dict)
    rule_tallies: dict[RuleViolation, RuleTally] = field(default_factory=dict)

    def validate(self, value: Any) -> Any:
        """Return the instance that the model builds from *value*. Raise the errors of the model."""
        result = attempt(partial(self.reading.validate, value))
        if isinstance(result, Raised):
            self._record_refusal(result.error)
            raise result.error
        return result

    def forget_refusals(self) -> None:
        """Count from zero again."""
        self.refusal_counts.clear()
        self.rule_tallies.clear()

    def _record_refusal(self, error: Exception) -> None:
        """Count the violations of *error* by rule and by record."""
        turn = self.refusal_counts.get(self.record_index, 0) + 1
        self.refusal_counts[self.record_index] = turn
        for violation in list_violations(error):
            # Repair tries values outside of the plan, so that later turns may break constraints
            # that the planned values satisfy.
            if turn > 1 and not violation.validator:
                continue
            rule = violation._replace(words=VARIABLE_PARTS.sub("…", violation.words))
            tally = self.rule_tallies.setdefault(
                rule,
                RuleTally(violation.words),
            )
            tally.times += 1
            tally.records.add(self.record_index)

    def list_refusals(self) -> tuple[RuleRefusal, ...]:
        """Return the refusals by rule, those of most records first."""
        refusals = [
            RuleRefusal(
                rule.where,
                tally.message,
                rule.validator,
                rule.rule,
                records=len(tally.records),
                times=tally.times,
            )
            for rule, tally in self.rule_tallies.items()
        ]
        refusals.sort(key=lambda refusal: (-refusal.records, -refusal.times, refusal.where))
        return tuple(refusals)


@dataclass(frozen=True, slots=True)
class DrawResult:
    """The drawn records, the refusals on the way, the failures, and the duration of one record."""

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
    """Draw up to *record_count* records of *plan*, and stop after *seconds*.

    At least one record is tried. The records are those of every other command with *seed*.
    """
    stream = Stream(seed, plan.reading.name)
    recorder = RefusalRecorder(plan.reading)
    _warm_up(plan, stream)
    watched_reading = replace(plan.reading, validate=recorder.validate)
    watched = replace(plan, reading=watched_reading)
    generate.learn_repairs(watched)
    recorder.forget_refusals()  # of the records that repair learnt from
    records: list[Any] = []
    errors: list[MappingError] = []
    start = clock()
    while recorder.record_index < record_count and len(errors) < MAX_FAILURES:
        if clock() - start >= seconds:
            break
        try:
            # After an error, the iteration starts again at the next record.
            for record in generate.iter_instances(
                watched, stream, recorder.record_index, record_count
            ):
                records.append(record)
                recorder.record_index += 1
                if clock() - start > seconds:
                    break
        except MappingError as error:
            errors.append(error)
            recorder.record_index += 1
    elapsed = clock() - start
    return DrawResult(
        tuple(records),
        recorder.record_index,
        recorder.refusal_counts,
        recorder.list_refusals(),
        _build_failures(errors, has_records=bool(records)),
        milliseconds=elapsed * 1000 / max(recorder.record_index, 1),
    )


def _warm_up(plan: Plan, stream: Stream) -> None:
    """Draw a record whose time does not count: the first one loads data and modules."""
    with suppress(MappingError):
        generate.build_instance(
            replace(plan, retries=0),
            stream,
            0,
        )


def _build_failures(
    errors: list[MappingError],
    *,
    has_records: bool,
) -> tuple[Failure, ...]:
    """Return a failure per failed record, or one failure if no record could be drawn."""
    if has_records:
        return tuple(build_failure("record", error) for error in errors)
    return tuple(build_failure("model", error) for error in errors[:1])


def build_failure(
    kind: Literal["model", "record", "json", "unique"], error: MappingError
) -> Failure:
    """Return the failure that *error* describes; its location is removed from the message."""
    path = str(error.facts.get("path", ""))
    location = format_path(
        str(error.facts.get("model", "")),
        path,
    )
    message = error.message
    if location:
        message = message.removeprefix(location).lstrip(": ")
    sentence = message[:1].upper() + message[1:]
    return Failure(
        kind,
        format_path("", path),
        sentence,
        error.hint,
    )


def list_violations(error: Exception) -> Iterator[RuleViolation]:
    """Yield the faults that *error*, raised by the validation of a record, lists."""
    list_errors = getattr(error, "errors", None)
    if not (callable(list_errors) and hasattr(error, "error_count")):
        message = _shorten_message(f"{type(error).__name__}: {error}")
        yield RuleViolation("", message, find_raiser(error), "value_error")
        return
    details = list_errors(include_url=False, include_input=False)
    for detail, fault in zip(details, read_refusals(error), strict=True):
        rule = detail["type"]
        cause = fault.context.get("error")
        validator = find_raiser(cause) if isinstance(cause, BaseException) else ""
        if not validator and _is_user_error(rule):
            validator = "a validator"
        message = _shorten_message(fault.message)
        yield RuleViolation(
            _format_location(fault.loc),
            message,
            validator,
            rule,
        )


def _is_user_error(rule: str) -> bool:
    """Return whether the user's own validator raised the error of the type *rule*."""
    return rule in USER_ERROR_TYPES or rule not in list_pydantic_types()


@lru_cache(maxsize=1)
def list_pydantic_types() -> frozenset[str]:
    """Return the types of all errors that Pydantic raises itself."""
    from pydantic_core.core_schema import ErrorType

    return frozenset(get_args(ErrorType))


def find_raiser(error: BaseException) -> str:
    """Return the outermost function of the user in the traceback of *error*, with file and line.

    Return an empty string if the user's code does not occur in the traceback.
    """
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        module = str(trace.tb_frame.f_globals.get("__name__"))
        is_library = module.partition(".")[0] in LIBRARY_MODULES
        is_generated = code.co_filename.startswith("<")
        if not is_library and not is_generated:
            return f"{code.co_name} ({Path(code.co_filename).name}:{code.co_firstlineno})"
        trace = trace.tb_next
    return ""


def _format_location(location: tuple[Any, ...]) -> str:
    """Return the path of a field, with ``*`` for the index of an item.

    Violations of different items of one field are counted together that way.
    """
    parts = ["*" if isinstance(part, int) else str(part) for part in location]
    return ".".join(parts)


def _shorten_message(message: str) -> str:
    """Return the first line of *message*, cut to MAX_MESSAGE_LENGTH characters."""
    first_line = next(iter(message.splitlines()), "")
    return shorten(first_line, MAX_MESSAGE_LENGTH)

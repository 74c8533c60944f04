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

from pytest_fixturegen.engine import generate
from pytest_fixturegen.engine.repair import Refusal as Refused
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.examination.report import Failure, Refusal
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.identity import shown
from pytest_fixturegen.plan.strategy import Plan
from pytest_fixturegen.shape.shapes import Reading
from pytest_fixturegen.streams import Stream

HOPELESS = 3
"""Records that cannot be made, after which no more are tried."""

LIBRARIES = ("pytest_fixturegen", "pydantic", "pydantic_core")
OWN = ("value_error", "assertion_error")
"""Pydantic's names for what a validator of the user's raises."""

VARYING = re.compile(r"'[^']*'|\"[^\"]*\"|[-+]?\d[\d.,:T+-]*")
"""What differs in the words of one rule from value to value."""

LONGEST = 200


@dataclasses.dataclass(slots=True)
class Tally:
    """What one rule said: the first *words*, how many *times*, of which *records*."""

    words: str
    times: int = 0
    records: set[int] = field(default_factory=set)


@dataclasses.dataclass(slots=True)
class Ledger:
    """Stands before a reading's model and counts what it refuses, for each record in turn."""

    reading: Reading
    record: int = 0
    refused: dict[int, int] = field(default_factory=dict)
    rules: dict[tuple[str, str, str, str], Tally] = field(default_factory=dict)

    def validate(self, value: Any) -> Any:
        """What the model makes of *value*. Raises what the model raises."""
        try:
            return self.reading.validate(value)
        except Exception as error:
            turn = self.refused[self.record] = self.refused.get(self.record, 0) + 1
            for where, words, validator, rule in faults(error):
                if turn > 1 and not validator:
                    continue  # a repair tries what nobody planned
                tally = self.rules.setdefault((where, validator, rule, VARYING.sub("…", words)), Tally(words))
                tally.times += 1
                tally.records.add(self.record)
            raise

    def refusals(self) -> tuple[Refusal, ...]:
        """What each rule said, that of the most records first."""
        found = [
            Refusal(where, tally.words, validator, rule, len(tally.records), tally.times)
            for (where, validator, rule, _), tally in self.rules.items()
        ]
        return tuple(sorted(found, key=lambda each: (-each.records, -each.times, each.where)))


@dataclass(frozen=True, slots=True)
class Drawing:
    """The *values* that were drawn of the records *tried*, what was refused, what failed, and how long a record took."""

    values: tuple[Any, ...]
    tried: int
    refused: dict[int, int]
    refusals: tuple[Refusal, ...]
    failures: tuple[Failure, ...]
    milliseconds: float


def draw(plan: Plan, seed: int, n: int, seconds: float, clock: Callable[[], float] = perf_counter) -> Drawing:
    """The first *n* records of *plan*, as far as they can be made within *seconds*; one at least is tried."""
    stream, ledger = Stream(seed, plan.reading.name), Ledger(plan.reading)
    with suppress(MappingError):  # what is loaded at first use is not the model's fault
        generate.instance(replace(plan, retries=0), stream, 0)
    watched = replace(plan, reading=replace(plan.reading, validate=ledger.validate))
    values: list[Any] = []
    failures: list[MappingError] = []
    begin = clock()
    while ledger.record < n and len(failures) < HOPELESS and clock() - begin < seconds:
        try:
            for value in generate.instances(watched, stream, ledger.record, n):
                values.append(value)
                ledger.record += 1
                if clock() - begin > seconds:
                    break
        except MappingError as error:
            failures.append(error)
            ledger.record += 1
    spent = (clock() - begin) * 1000 / max(ledger.record, 1)
    said = [failure_of("record" if values else "model", each) for each in failures]
    return Drawing(tuple(values), ledger.record, ledger.refused, ledger.refusals(), tuple(said if values else said[:1]), spent)


def failure_of(what: Literal["model", "record", "json", "unique"], error: MappingError) -> Failure:
    """What *error* says, its place apart."""
    where = str(error.facts.get("path", ""))
    place = shown(str(error.facts.get("model", "")), where)
    words = error.message.removeprefix(place).lstrip(": ") if place else error.message
    return Failure(what, shown("", where), words[:1].upper() + words[1:], error.hint)


def faults(error: Exception) -> Iterator[tuple[str, str, str, str]]:
    """Each thing that is wrong: where, in whose words, which validator of the user's (or none), and Pydantic's name of it."""
    listed = getattr(error, "errors", None)
    if not (callable(listed) and hasattr(error, "error_count")):
        yield "", _short(f"{type(error).__name__}: {error}"), raiser(error), "value_error"
        return
    told = listed(include_url=False, include_input=False)
    for each, fault in zip(told, Refused(error).faults, strict=True):
        cause = fault.context.get("error")
        validator = raiser(cause) if isinstance(cause, BaseException) else ""
        own = each["type"] in OWN or each["type"] not in pydantic_types()
        yield _place(fault.loc), _short(fault.words), validator or ("a validator" if own else ""), each["type"]


@lru_cache(maxsize=1)
def pydantic_types() -> frozenset[str]:
    """The names of all that Pydantic itself finds wrong."""
    from pydantic_core.core_schema import ErrorType

    return frozenset(get_args(ErrorType))


def raiser(error: BaseException) -> str:
    """The function that raised *error*, with its file and line; empty where no code of the user's did."""
    found = ""
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        code, module = trace.tb_frame.f_code, str(trace.tb_frame.f_globals.get("__name__"))
        if module.partition(".")[0] not in LIBRARIES and not code.co_filename.startswith("<"):
            found = found or f"{code.co_name} ({Path(code.co_filename).name}:{code.co_firstlineno})"
        trace = trace.tb_next
    return found


def _place(loc: tuple[Any, ...]) -> str:
    return ".".join("*" if isinstance(part, int) else str(part) for part in loc)


def _short(words: str) -> str:
    first = next(iter(words.splitlines()), "")
    return first if len(first) <= LONGEST else first[: LONGEST - 1] + "…"

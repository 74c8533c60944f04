"""The report of an examination: plain frozen data that every rendering reads, and nothing else.

The child makes a :class:`ModelReport` of each model; findings are made of those, so that terminal, JSON and page say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING, Any, Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Severity = Literal["error", "warning", "note"]
Measure = Literal["number", "moment", "duration", "length", "items", "choice", "type"]

FillKind = Literal[
    "override",
    "link",
    "field name",
    "named type",
    "plain type",
    "style",
    "default",
    "model",
    "left out",
    "fallback",
    "unserved",
    "unread",
]

FILL_KINDS: dict[FillKind, str] = {
    "override": "an override",
    "link": "a link",
    "field name": "the name of the field",
    "named type": "the named type",
    "plain type": "the plain type",
    "style": "a style that was asked for",
    "default": "the default",
    "model": "the fields of its own model",
    "left out": "nothing, since it may be left out",
    "fallback": "a guess",
    "unserved": "nothing, since no value is possible",
    "unread": "whatever a run would show",
}
"""By what a field may be filled, best first, and how that is said."""

UNCOVERED_KINDS = ("fallback", "unserved")


@dataclass(frozen=True, slots=True)
class Bar:
    """How often values fell to *label*."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Spread:
    """How values are spread: what of them was measured (*of*), the least and the greatest, and the bars of a plot in order."""

    of: Measure
    low: str
    high: str
    bars: tuple[Bar, ...]

    def __post_init__(self) -> None:
        _require_consistent(
            min((each.count for each in self.bars), default=-1) >= 0
            and any(each.count for each in self.bars)
        )


@dataclass(frozen=True, slots=True)
class Filler:
    """Who fills a place of a field: *place* is empty for the field itself, ``*`` for its items."""

    place: str
    provider: str
    reason: str


@dataclass(frozen=True, slots=True)
class FieldReport:
    """One field: its type in words, who fills it, and what was drawn for it.

    *drawn* counts records, *missing* those without the field, *none* those where it is None; *distinct* values are among
    the rest.
    """

    name: str
    type: str
    required: bool
    kind: FillKind
    fillers: tuple[Filler, ...] = ()
    drawn: int = 0
    missing: int = 0
    none: int = 0
    distinct: int = 0
    spread: Spread | None = None
    samples: tuple[str, ...] = ()
    line: int = 0

    def __post_init__(self) -> None:
        _require_consistent(
            min(self.missing, self.none, self.distinct) >= 0
            and self.missing + self.none <= self.drawn
        )

    @property
    def is_covered(self) -> bool:
        """Whether more than a guess fills it."""
        return self.kind not in UNCOVERED_KINDS


@dataclass(frozen=True, slots=True)
class RuleRefusal:
    """What one rule said of drawn records: *where* in the model, in whose *words* (those of the first), which *validator* of
    the user's (empty for a constraint of Pydantic's), for how many *records* and how many *times*.
    """

    where: str
    words: str
    validator: str
    rule: str
    records: int
    times: int


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a record (*what*: or all, or its JSON) could not be made, and *where* in the model."""

    what: Literal["model", "record", "json", "unique"]
    where: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class ModelReport:
    """One model. *asked* records were to be drawn, *tried* were, *drawn* came out; *again* of them took more than one attempt,
    the worst *worst* more of *retries*. *guesses*: fields, here and in models within, whose type says nothing. *dropped*:
    members of unions that no record can hold, by field. *unmapped*: constraints that are left to repair, by field. *cycles*:
    ways from a class to itself; *depth*: records that stand in each other at most; *milliseconds* for a record.
    """

    module: str
    name: str
    kind: str
    fields: tuple[FieldReport, ...] = ()
    validators: tuple[str, ...] = ()
    guesses: tuple[str, ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()
    unmapped: tuple[tuple[str, str], ...] = ()
    cycles: tuple[tuple[str, ...], ...] = ()
    depth: int = 0
    asked: int = 0
    tried: int = 0
    drawn: int = 0
    again: int = 0
    worst: int = 0
    retries: int = 0
    refusals: tuple[RuleRefusal, ...] = ()
    failures: tuple[Failure, ...] = ()
    milliseconds: float = 0.0
    line: int = 0

    def __post_init__(self) -> None:
        _require_consistent(
            0 <= self.drawn <= self.tried <= self.asked
            and all(self.cycles)
            and 0 <= self.milliseconds < inf
        )

    @property
    def covered(self) -> int:
        """Fields that more than a guess fills."""
        return sum(each.is_covered for each in self.fields)

    @property
    def coverage(self) -> dict[FillKind, int]:
        """How many fields are filled by each kind, those that fill none left out."""
        kinds = [each.kind for each in self.fields if each.kind != "unread"]
        return {kind: kinds.count(kind) for kind in FILL_KINDS if kind in kinds}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to know: of which *kind*, how bad, *where*, *what*, and what *todo* about it."""

    kind: str
    severity: Severity
    where: str
    what: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class DoctorReport:
    """All of an examination. *way*: ``drawn`` from records, or ``source`` when nothing was executed."""

    target: str
    way: Literal["drawn", "source"]
    seed: int
    sandbox: str
    models: tuple[ModelReport, ...]
    findings: tuple[Finding, ...]

    @property
    def coverage(self) -> dict[FillKind, int]:
        """The same of all models together."""
        counts = [model.coverage for model in self.models]
        return {
            kind: sum(each.get(kind, 0) for each in counts)
            for kind in FILL_KINDS
            if any(kind in each for each in counts)
        }

    def count_findings(self, severity: Severity) -> int:
        """How many findings are of *severity*."""
        return sum(each.severity == severity for each in self.findings)

    def as_json(self) -> dict[str, Any]:
        """The report as ``--json`` prints it."""
        models = self.models
        total = {
            "models": len(models),
            "fields": sum(len(each.fields) for each in models),
            "covered": sum(each.covered for each in models),
            "drawn": sum(each.drawn for each in models),
            "coverage": self.coverage,
            "findings": {severity: self.count_findings(severity) for severity in SEVERITIES},
        }
        told = [{**asdict(each), "coverage": each.coverage} for each in models]
        return {**asdict(self), "models": told, "total": total}


SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""The worst first."""


def _require_consistent(is_consistent: bool) -> None:
    """Raises ValueError: the child may send anything, and no rendering is to stumble over it."""
    if not is_consistent:
        raise ValueError("a report that contradicts itself")


def parse_model_report(body: Mapping[str, Any]) -> ModelReport:
    """The report that the child sent as *body*. Raises ValueError for anything else."""
    return _get_adapter().validate_python(body)


def load_report_adapter() -> None:
    """Load what :func:`model_of` needs, so that the first report need not wait for it."""
    _get_adapter()


@lru_cache(maxsize=1)
def _get_adapter() -> TypeAdapter[ModelReport]:
    from pydantic import TypeAdapter

    return TypeAdapter(ModelReport)

"""The report of an examination: plain frozen data that every rendering reads, and nothing else.

The child makes a :class:`ModelReport` of each model; findings are made of those, so that terminal, JSON and page say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

Severity = Literal["error", "warning", "note"]
Measure = Literal["number", "moment", "length", "items", "choice", "type"]

KINDS = {
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
}
"""By what a field may be filled, best first, and how that is said."""

UNCOVERED = ("fallback", "unserved")


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
    kind: str
    fillers: tuple[Filler, ...] = ()
    drawn: int = 0
    missing: int = 0
    none: int = 0
    distinct: int = 0
    spread: Spread | None = None
    samples: tuple[str, ...] = ()
    line: int = 0

    @property
    def is_covered(self) -> bool:
        """Whether more than a guess fills it."""
        return self.kind not in UNCOVERED


@dataclass(frozen=True, slots=True)
class Refusal:
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
    the worst *worst* more of *retries*. *guesses*: fields, here and in models within, whose type says nothing. *unmapped*:
    constraints that are left to repair, by field. *cycles*: ways from a class to itself; *depth*: records that stand in each
    other at most; *milliseconds* for a record.
    """

    module: str
    name: str
    kind: str
    fields: tuple[FieldReport, ...] = ()
    validators: tuple[str, ...] = ()
    guesses: tuple[str, ...] = ()
    unmapped: tuple[tuple[str, str], ...] = ()
    cycles: tuple[tuple[str, ...], ...] = ()
    depth: int = 0
    asked: int = 0
    tried: int = 0
    drawn: int = 0
    again: int = 0
    worst: int = 0
    retries: int = 0
    refusals: tuple[Refusal, ...] = ()
    failures: tuple[Failure, ...] = ()
    milliseconds: float = 0.0
    line: int = 0

    @property
    def covered(self) -> int:
        """Fields that more than a guess fills."""
        return sum(each.is_covered for each in self.fields)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to know: of which *kind*, how bad, *where*, *what*, and what *todo* about it."""

    kind: str
    severity: Severity
    where: str
    what: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All of an examination. *way*: ``drawn`` from records, or ``source`` when nothing was executed."""

    target: str
    way: Literal["drawn", "source"]
    seed: int
    sandbox: str
    models: tuple[ModelReport, ...]
    findings: tuple[Finding, ...]

    @property
    def coverage(self) -> dict[str, int]:
        """How many fields are filled by each kind, those that fill none left out."""
        return tally(each.kind for model in self.models for each in model.fields if each.kind)

    def count(self, severity: Severity) -> int:
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
            "findings": {severity: self.count(severity) for severity in SEVERITIES},
        }
        return {**asdict(self), "total": total}


SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""The worst first."""


def tally(kinds: Iterable[str]) -> dict[str, int]:
    """How often each kind occurs, in the order of :data:`KINDS`."""
    counts: dict[str, int] = dict.fromkeys(KINDS, 0)
    for kind in kinds:
        counts[kind] = counts.get(kind, 0) + 1
    return {kind: count for kind, count in counts.items() if count}


def model_of(body: Mapping[str, Any]) -> ModelReport:
    """The report that the child sent as *body*. Raises ValueError for anything else."""
    from pydantic import TypeAdapter

    return TypeAdapter(ModelReport).validate_python(body)

"""The data of a doctor report: frozen dataclasses that the terminal, the JSON and the page render.

The sandboxed child builds one :class:`ModelReport` per model. The findings are derived from these
reports, so that every rendering says the same. The attribute names are the keys of ``--json``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    "style": "a requested style",
    "default": "the default",
    "model": "the fields of the nested model",
    "left out": "nothing, since it may be left out",
    "fallback": "a guess",
    "unserved": "nothing, since no value is possible",
    "unread": "unknown, since nothing was executed",
}
"""Ways to fill a field, best first, with the text that describes each."""

UNCOVERED_KINDS = ("fallback", "unserved")

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""All severities, the worst first."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a plot: its label, and how many values it counts."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The distribution of the values of a field.

    *of* is the measured quantity, *low* and *high* are the extreme values as text, and *bars* are
    in the order of the plot. Raise ValueError if a count is negative or if all are zero.
    """

    of: Measure
    low: str
    high: str
    bars: tuple[Bar, ...]

    def __post_init__(self) -> None:
        """Raise ValueError if a count is negative, or if all counts are 0."""
        counts = [bar.count for bar in self.bars]
        _require_consistent(sum(counts) > 0 and min(counts) >= 0)


@dataclass(frozen=True, slots=True)
class Filler:
    """A provider that fills a field or a part of it, and the reason for the choice.

    *place* is empty for the field itself and ``*`` for its items.
    """

    place: str
    provider: str
    reason: str


@dataclass(frozen=True, slots=True)
class FieldReport:
    """One field: its type in words, its providers, and statistics of the drawn values.

    *base* is the type without its constraints and items, such as ``int``, ``list`` or ``model``.
    *drawn* counts the records, *missing* those without the field, *none* those in which it is
    None. *distinct* counts the different values among the others.
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
    base: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError if a count is negative, or larger than the number of records."""
        _require_consistent(
            min(
                self.missing,
                self.none,
                self.distinct,
            )
            >= 0
        )
        _require_consistent(self.missing + self.none <= self.drawn)

    @property
    def is_covered(self) -> bool:
        """Whether the field is filled by more than a guess."""
        return self.kind not in UNCOVERED_KINDS


@dataclass(frozen=True, slots=True)
class TypeCoverage:
    """The number of fields of one type, and how many are filled by more than a guess."""

    fields: int
    covered: int

    @staticmethod
    def of_fields(fields: Sequence[FieldReport]) -> TypeCoverage:
        """Return the counts of *fields*."""
        return TypeCoverage(
            len(fields),
            sum(field.is_covered for field in fields),
        )


@dataclass(frozen=True, slots=True)
class RuleRefusal:
    """A rule that refused drawn records.

    *where* is the path in the model, *words* the message of the first refusal, *validator* the
    function of the user (empty for a constraint of Pydantic), *rule* Pydantic's name of the error.
    *records* counts the records that were refused, *times* the refusals.
    """

    where: str
    words: str
    validator: str
    rule: str
    records: int
    times: int


@dataclass(frozen=True, slots=True)
class Failure:
    """The reason why something could not be generated.

    *what* is the thing that failed: all records of the model, one record, its JSON, or unique
    values. *where* is the path in the model.
    """

    what: Literal["model", "record", "json", "unique"]
    where: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class UnreachedClasses:
    """The classes of values of one place that no drawn record shows: *missed* of *classes*."""

    place: str
    classes: int
    missed: tuple[str, ...]

    def __post_init__(self) -> None:
        """Raise ValueError if more classes are missed than there are."""
        _require_consistent(0 < len(self.missed) <= self.classes)


@dataclass(frozen=True, slots=True)
class ExerciseReport:
    """Classes of values that the drawn records do not exercise.

    *classes* counts the choices and bounds of all places, *refused* lists combinations of two of
    them that validators refuse, and *coercions* the values of other types that the model accepts.
    *refused* is None if there are too many combinations to try.
    """

    classes: int = 0
    unreached: tuple[UnreachedClasses, ...] = ()
    refused: tuple[str, ...] | None = ()
    coercions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raise ValueError if the number of classes contradicts the places."""
        _require_consistent(sum(each.classes for each in self.unreached) <= self.classes)

    @property
    def missed(self) -> int:
        """The number of classes that no record shows."""
        return sum(len(each.missed) for each in self.unreached)


@dataclass(frozen=True, slots=True)
class ModelReport:
    """One model, and statistics of its drawn records.

    Raise ValueError if the numbers contradict each other.

    - *guesses*: fields whose type does not describe the values, nested models included.
    - *neutral*: texts whose name says nothing, nested models included.
    - *dropped*: pairs of a field and a member of its union that no record can hold.
    - *unmapped*: pairs of a field and a constraint that only validation and repair enforce.
    - *cycles*: paths from a class back to itself; *depth*: nesting of records at most.
    - *asked*, *tried*, *drawn*: records that were requested, attempted and generated.
    - *again*: records that took several attempts; *worst*: further attempts of the worst record,
      out of *retries*.
    - *milliseconds*: duration of one record.
    - *line*: line of the class, 0 unless the source was read.
    - *exercise*: classes of values that no record shows; None unless records were drawn.
    """

    module: str
    name: str
    kind: str
    fields: tuple[FieldReport, ...] = ()
    validators: tuple[str, ...] = ()
    guesses: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()
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
    exercise: ExerciseReport | None = None

    def __post_init__(self) -> None:
        """Raise ValueError if the numbers contradict each other."""
        _require_consistent(0 <= self.drawn <= self.tried <= self.asked)
        _require_consistent(all(self.cycles))
        _require_consistent(0 <= self.milliseconds < inf)

    @property
    def covered(self) -> int:
        """The number of fields that are filled by more than a guess."""
        return sum(field.is_covered for field in self.fields)

    @property
    def coverage(self) -> dict[FillKind, int]:
        """The number of fields by kind, without kinds that fill none."""
        kinds = [field.kind for field in self.fields if field.kind != "unread"]
        return {kind: kinds.count(kind) for kind in FILL_KINDS if kind in kinds}


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem or a remark: its kind, severity, location, description and advice (*todo*)."""

    kind: str
    severity: Severity
    where: str
    what: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class DoctorReport:
    """The report of one run of ``pfg doctor``.

    *way* is ``drawn`` if records were drawn, and ``source`` if nothing was executed.
    """

    target: str
    way: Literal["drawn", "source"]
    seed: int
    sandbox: str
    models: tuple[ModelReport, ...]
    findings: tuple[Finding, ...]

    @property
    def coverage(self) -> dict[FillKind, int]:
        """The number of fields by kind in all models, without kinds that fill none."""
        by_model = [model.coverage for model in self.models]
        totals = {kind: sum(counts.get(kind, 0) for counts in by_model) for kind in FILL_KINDS}
        return {kind: total for kind, total in totals.items() if total}

    @property
    def types(self) -> dict[str, TypeCoverage]:
        """The coverage of the fields of each type, by the name of the type."""
        fields: dict[str, list[FieldReport]] = {}
        for model in self.models:
            for field in model.fields:
                if field.base:
                    fields.setdefault(field.base, []).append(field)
        return {name: TypeCoverage.of_fields(fields[name]) for name in sorted(fields)}

    def count_findings(self, severity: Severity) -> int:
        """Return the number of findings of *severity*."""
        return sum(finding.severity == severity for finding in self.findings)

    def as_json(self) -> dict[str, Any]:
        """Return the object that ``--json`` prints."""
        listed = [{**asdict(model), "coverage": model.coverage} for model in self.models]
        total = self._count_totals()
        return {**asdict(self), "models": listed, "total": total}

    def _count_totals(self) -> dict[str, Any]:
        """Return the counts of all models together, and the findings by severity."""
        field_count = sum(len(model.fields) for model in self.models)
        covered_count = sum(model.covered for model in self.models)
        drawn_count = sum(model.drawn for model in self.models)
        findings = {severity: self.count_findings(severity) for severity in SEVERITIES}
        return {
            "models": len(self.models),
            "fields": field_count,
            "covered": covered_count,
            "drawn": drawn_count,
            "coverage": self.coverage,
            "types": {name: asdict(counts) for name, counts in self.types.items()},
            "findings": findings,
        }


def _require_consistent(is_consistent: bool) -> None:
    """Raise ValueError unless *is_consistent*.

    A hostile child may send any numbers; the renderings rely on these checks.
    """
    if not is_consistent:
        raise ValueError("Inconsistent report: its numbers contradict each other.")


def parse_model_report(body: Mapping[str, Any]) -> ModelReport:
    """Return the report that the child sent as *body*. Raise ValueError if it is not one."""
    return _get_adapter().validate_python(body)


def load_report_adapter() -> None:
    """Load what :func:`parse_model_report` needs, so that the first report does not wait for it."""
    _get_adapter()


@lru_cache(maxsize=1)
def _get_adapter() -> TypeAdapter[ModelReport]:
    """Return the adapter that validates reports; Pydantic is imported only then."""
    from pydantic import TypeAdapter

    return TypeAdapter(ModelReport)

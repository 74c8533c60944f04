"""Findings: the problems and remarks that the reports of models imply, each with advice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from pytest_fixturegen.doctor.report import (
    SEVERITIES,
    ExerciseReport,
    Failure,
    Finding,
    ModelReport,
    RuleRefusal,
    Severity,
)

FINDING_TITLES = {
    "unsafe": "Unsafe imports",
    "ended": "The examination ended early",
    "unread": "Files that could not be imported",
    "unservable": "Models that cannot be served",
    "unwritable": "JSON that its own model refuses",
    "unique": "Too few values to be unique",
    "fallback": "Fields on fallback",
    "neutral": "Fields with neutral words",
    "dropped": "Members of unions that are never drawn",
    "constraint": "Constraints that nothing maps",
    "refusal": "Validators that refuse",
    "looking": "Refused quietly during the import",
    "untyped": "Fields whose annotation says little",
    "module": "Modules and calls that reach outside",
    "cycle": "Models that may hold themselves",
    "slow": "Slow models",
    "validator": "Validators",
}
"""The title of each kind of finding, the gravest kind first."""

EXERCISE_TITLE = "What your data does not exercise"
EXERCISE_ADVICE = (
    'Test them with pfg_fixture(Model, cases="each"), or with the records of --cover each.'
)
"""The title of the section on classes that no record shows, and what to do about them."""

WHOLE_VALUE = "(the value)"
"""Name in reports for the value of a type without fields."""

MAX_LISTED = 5
"""The most refused combinations, and the most coercions, that are printed."""

MANY_ATTEMPTS_DIVISOR = 4
"""A refusing validator is a warning if a record took 1/4 of the allowed attempts or more."""

SLOW_FACTOR = 10
"""A model is slow if a record takes this many times the median of all models, ..."""

MIN_SLOW_MILLISECONDS = 10.0
"""... and more than this many milliseconds."""

MAX_NEUTRAL_NAMES = 12
"""The most fields with neutral words that are named."""

FALLBACK_ADVICE = "Give the field a more precise type, or a value, factory or provider with -O."
NEUTRAL_ADVICE = "Name a provider for them with -O, or describe a domain of your models."
UNION_ADVICE = "Correct the member, or remove it from the union: no record can hold it."
CYCLE_ADVICE = "Set --max-depth and --on-cycle for deeper or flatter records."
SLOW_ADVICE = "Check its validators and factories, or allow more time with --timeout."
MAP_ADVICE = (
    "Put the constraint on each member of the union, or override the field; "
    "a value that breaks the constraint is drawn again."
)
CONSTRAINT_ADVICE = (
    "Override the field, or report a bug: drawn values should satisfy the constraint. "
    "Until then they are drawn again."
)
REFUSAL_ADVICE = (
    "Express the rule in the types if possible, or override the field: "
    "every refusal costs another draw."
)

FAILURE_KINDS = {
    "model": "unservable",
    "record": "unservable",
    "json": "unwritable",
    "unique": "unique",
}
"""The kind of finding for each kind of failure."""


def build_findings(models: Sequence[ModelReport]) -> tuple[Finding, ...]:
    """Return the findings of *models* in the order of :func:`sort_findings`."""
    findings = [finding for model in models for finding in _find_in_model(model)]
    findings += _find_cycles(models)
    findings += _find_slow_models(models)
    return sort_findings(findings)


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the different *findings*, ordered by kind and severity, the gravest first."""
    kinds = list(FINDING_TITLES)

    def get_gravity(finding: Finding) -> tuple[int, int]:
        return kinds.index(finding.kind), SEVERITIES.index(finding.severity)

    return tuple(sorted(dict.fromkeys(findings), key=get_gravity))


def group_findings(findings: Iterable[Finding]) -> Iterator[tuple[Finding, tuple[str, ...]]]:
    """Yield one of the *findings* that differ in their location only, with all locations."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        text = (
            finding.severity,
            finding.what,
            finding.todo,
        )
        groups.setdefault(text, []).append(finding)
    for group in groups.values():
        yield group[0], tuple(finding.where for finding in group)


def _find_in_model(model: ModelReport) -> Iterator[Finding]:
    """Yield the findings of *model*: failures, guesses, dropped members, constraints, refusals."""
    for failure in model.failures:
        yield _build_failure_finding(model, failure)
    for where in model.guesses:
        what = "The type does not describe the values, so they are guessed."
        yield Finding(
            "fallback",
            "warning",
            where,
            what,
            FALLBACK_ADVICE,
        )
    if model.neutral:
        names = ", ".join(model.neutral[:MAX_NEUTRAL_NAMES])
        more = ", …" if len(model.neutral) > MAX_NEUTRAL_NAMES else ""
        what = f"{len(model.neutral)} of its texts say nothing special: {names}{more}."
        yield Finding(
            "neutral",
            "note",
            model.name,
            what,
            NEUTRAL_ADVICE,
        )
    for where, reason in model.dropped:
        yield Finding(
            "dropped",
            "warning",
            where,
            reason,
            UNION_ADVICE,
        )
    yield from _find_unmapped_constraints(model)
    for refusal in model.refusals:
        if refusal.validator:
            yield _build_validator_finding(model, refusal)
        else:
            yield _build_constraint_finding(model, refusal)


def _build_failure_finding(model: ModelReport, failure: Failure) -> Finding:
    """Return the error for a model that could not be planned, drawn or written."""
    where = _format_location(model, failure.where)
    kind = FAILURE_KINDS[failure.what]
    return Finding(
        kind,
        "error",
        where,
        failure.message,
        failure.hint,
    )


def _find_unmapped_constraints(model: ModelReport) -> Iterator[Finding]:
    """Yield the constraints that providers ignore, unless a drawn value broke them.

    A broken constraint is in the refusals of *model*.
    """
    broken = [refusal for refusal in model.refusals if not refusal.validator]
    broken_fields = {_get_field_name(refusal) for refusal in broken}
    for field, rule in model.unmapped:
        if field in broken_fields:
            continue
        what = f"No provider takes {rule} into account; all drawn values satisfied it."
        yield Finding(
            "constraint",
            "note",
            f"{model.name}.{field}",
            what,
            MAP_ADVICE,
        )


def _build_constraint_finding(model: ModelReport, refusal: RuleRefusal) -> Finding:
    """Return the warning that a constraint refused records.

    The advice differs for a constraint that no provider maps.
    """
    is_unmapped = (_get_field_name(refusal), refusal.rule) in model.unmapped
    return Finding(
        "constraint",
        "warning",
        _format_location(model, refusal.where),
        _describe_refusal(
            model,
            refusal,
            refusal.rule,
        ),
        MAP_ADVICE if is_unmapped else CONSTRAINT_ADVICE,
    )


def _build_validator_finding(model: ModelReport, refusal: RuleRefusal) -> Finding:
    """Return the finding that a validator refused records.

    It is a warning if a record took many of the attempts, or if no record was drawn.
    """
    what = _describe_refusal(
        model,
        refusal,
        refusal.validator,
    )
    if model.retries:
        what += f" A record took up to {model.worst} of {model.retries} more attempts."
    took_many = model.worst * MANY_ATTEMPTS_DIVISOR >= model.retries > 0
    severity: Severity = "warning" if took_many or not model.drawn else "note"
    where = _format_location(model, refusal.where)
    return Finding(
        "refusal",
        severity,
        where,
        what,
        REFUSAL_ADVICE,
    )


def _describe_refusal(
    model: ModelReport,
    refusal: RuleRefusal,
    refuser: str,
) -> str:
    """Return how often *refuser* refused which share of the records, and its message."""
    times = "once" if refusal.times == 1 else f"{refusal.times} times"
    ends_sentence = refusal.words.endswith((".", "!", "?", "…"))
    message = refusal.words if ends_sentence else f"{refusal.words}."
    return f"{refuser} refused {refusal.records} of {model.tried} records, {times}: {message}"


def _get_field_name(refusal: RuleRefusal) -> str:
    """Return the field of the model in which the refused value is, at any depth."""
    return refusal.where.partition(".")[0]


def _format_location(model: ModelReport, path: str) -> str:
    """Return the model and *path*; an empty path means the model as a whole."""
    return f"{model.name}.{path}" if path else model.name


def _find_cycles(models: Sequence[ModelReport]) -> Iterator[Finding]:
    """Yield each cycle once, with the depth of its records if they were drawn."""
    seen: set[frozenset[str]] = set()
    for model in models:
        for cycle in model.cycles:
            names = frozenset(step.partition(".")[0] for step in cycle)
            if names in seen:
                continue
            seen.add(names)
            what = " → ".join(cycle)
            if model.drawn and model.name in names:
                what += f"; records are up to {model.depth} deep"
            yield Finding(
                "cycle",
                "note",
                cycle[-1],
                f"{what}.",
                CYCLE_ADVICE,
            )


def _find_slow_models(models: Sequence[ModelReport]) -> Iterator[Finding]:
    """Yield the models that ran out of time, or that take much longer than the others."""
    drawn_models = [model for model in models if model.drawn]
    times = [model.milliseconds for model in drawn_models]
    usual = median(times) if times else 0.0
    min_slow = max(SLOW_FACTOR * usual, MIN_SLOW_MILLISECONDS)
    for model in drawn_models:
        is_slow = len(times) > 1 and model.milliseconds > min_slow
        is_stopped = model.drawn < model.asked and not model.failures
        if is_slow or is_stopped:
            yield _build_slow_finding(
                model,
                usual,
                is_stopped=is_stopped,
            )


def _build_slow_finding(
    model: ModelReport,
    usual: float,
    *,
    is_stopped: bool,
) -> Finding:
    """Return the note that a record of *model* takes longer than *usual*, in milliseconds.

    *is_stopped* says that the time limit ended the drawing.
    """
    what = f"{model.milliseconds:.1f} ms per record; the median of all models is {usual:.2f} ms."
    if is_stopped:
        what += f" Only {model.drawn} of {model.asked} records were drawn before the time limit."
    return Finding(
        "slow",
        "note",
        model.name,
        what,
        SLOW_ADVICE,
    )


def list_exercise(exercise: ExerciseReport) -> Iterator[tuple[str, str]]:
    """Yield the classes that records do not exercise, as pairs of a label and a text.

    First come the classes that no record shows by place, then refused combinations and coercions.
    """
    for each in exercise.unreached:
        yield each.place or WHOLE_VALUE, f"never {', '.join(each.missed)}"
    for label, texts in (("refused", exercise.refused or ()), ("accepted", exercise.coercions)):
        yield from ((label, text) for text in texts[:MAX_LISTED])
        if len(texts) > MAX_LISTED:
            yield label, f"and {len(texts) - MAX_LISTED} more"

"""What is worth a word: findings, made of the reports of models and of what the target tried while it was imported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from pytest_fixturegen.doctor.report import SEVERITIES, Failure, Finding, ModelReport, RuleRefusal

FINDING_TITLES = {
    "unsafe": "Unsafe imports",
    "ended": "The examination ended early",
    "unservable": "Models that cannot be served",
    "unwritable": "JSON that its own model refuses",
    "unique": "Too few values to be unique",
    "fallback": "Fields on fallback",
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
"""What each kind of finding is called, the gravest first."""

MANY_ATTEMPTS_DIVISOR = 4
"""A validator is a warning when a record took one in so many of the attempts that are allowed, or more."""

SLOW_FACTOR = 10
"""Times the usual time of a record."""

MIN_SLOW_MILLISECONDS = 10.0
"""Milliseconds for a record below which nobody waits."""

MAP_ADVICE = "Put the constraint on each member of the union, or override the field; a value that breaks it is drawn again."
CONSTRAINT_ADVICE = "Override the field, or report it: what is drawn should keep the constraint. Until then it is drawn again."
REFUSAL_ADVICE = "Say the rule in the types where they can, or override the field: every refusal costs another draw."

FALLBACK_ADVICE = "Give the field a type that says more, or a value, factory or provider with -O."
UNION_ADVICE = "Correct that member, or take it out of the union: no record holds it."
CYCLE_ADVICE = "Set --max-depth and --on-cycle for deeper or flatter records."
SLOW_ADVICE = "Look at its validators and factories; --timeout gives it more time."
"""What to do, where that is the same for all findings of a kind."""

FAILURE_KINDS = {
    "model": "unservable",
    "record": "unservable",
    "json": "unwritable",
    "unique": "unique",
}


def build_findings(models: Sequence[ModelReport]) -> tuple[Finding, ...]:
    """The findings of *models*, the gravest kind first."""
    found = [each for model in models for each in _find_in_model(model)]
    found += [*_find_cycles(models), *_find_slow_models(models)]
    return sort_findings(found)


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """*found*, each once, the gravest kind first, and the gravest of a kind."""
    kinds = list(FINDING_TITLES)
    return tuple(
        sorted(
            dict.fromkeys(findings),
            key=lambda each: (kinds.index(each.kind), SEVERITIES.index(each.severity)),
        )
    )


def group_findings(findings: Iterable[Finding]) -> Iterator[tuple[Finding, tuple[str, ...]]]:
    """*found*, those that say the same as one, with all the places that they say it of."""
    same: dict[tuple[str, str, str], list[Finding]] = {}
    for each in findings:
        same.setdefault((each.severity, each.what, each.todo), []).append(each)
    for group in same.values():
        yield group[0], tuple(each.where for each in group)


def _find_in_model(model: ModelReport) -> Iterator[Finding]:
    yield from (_build_failure_finding(model, each) for each in model.failures)
    for where in model.guesses:
        yield Finding(
            "fallback",
            "warning",
            where,
            "Its type says nothing of its values: they are guessed.",
            FALLBACK_ADVICE,
        )
    yield from (
        Finding("dropped", "warning", where, words, UNION_ADVICE) for where, words in model.dropped
    )
    refused = {each.where.partition(".")[0] for each in model.refusals if not each.validator}
    for name, rule in model.unmapped:
        if name not in refused:
            what = f"No provider is told of {rule}; all that was drawn kept it."
            yield Finding("constraint", "note", f"{model.name}.{name}", what, MAP_ADVICE)
    yield from (_build_refusal_finding(model, each) for each in model.refusals)


def _build_failure_finding(model: ModelReport, failure: Failure) -> Finding:
    where = f"{model.name}.{failure.where}" if failure.where else model.name
    return Finding(FAILURE_KINDS[failure.what], "error", where, failure.message, failure.hint)


def _build_refusal_finding(model: ModelReport, refusal: RuleRefusal) -> Finding:
    """A rule that refused what was drawn: grave where it nearly used up the attempts."""
    where = f"{model.name}.{refusal.where}" if refusal.where else model.name
    who = refusal.validator or refusal.rule
    what = f"{who} refused {refusal.records} of {model.tried} records, {_format_times(refusal.times)}: {_end_sentence(refusal.words)}"
    if not refusal.validator:
        unmapped = (refusal.where.partition(".")[0], refusal.rule) in model.unmapped
        return Finding(
            "constraint", "warning", where, what, MAP_ADVICE if unmapped else CONSTRAINT_ADVICE
        )
    grave = not model.drawn or model.worst * MANY_ATTEMPTS_DIVISOR >= model.retries > 0
    what += (
        f" A record took up to {model.worst} of {model.retries} more attempts."
        if model.retries
        else ""
    )
    return Finding("refusal", "warning" if grave else "note", where, what, REFUSAL_ADVICE)


def _end_sentence(message: str) -> str:
    return message if message.endswith((".", "!", "?", "…")) else f"{message}."


def _format_times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _find_cycles(models: Sequence[ModelReport]) -> Iterator[Finding]:
    """Each cycle once, with the depth of its records."""
    seen: set[frozenset[str]] = set()
    for model in models:
        for cycle in model.cycles:
            names = frozenset(each.partition(".")[0] for each in cycle)
            if names not in seen:
                seen.add(names)
                deep = (
                    f"; records are up to {model.depth} deep"
                    if model.drawn and model.name in names
                    else ""
                )
                yield Finding(
                    "cycle", "note", cycle[-1], f"{' → '.join(cycle)}{deep}.", CYCLE_ADVICE
                )


def _find_slow_models(models: Sequence[ModelReport]) -> Iterator[Finding]:
    """Models that take much longer than the others, or that were not done in the time they had."""
    times = [each.milliseconds for each in models if each.drawn]
    usual = median(times) if times else 0.0
    for model in models:
        stopped = 0 < model.drawn < model.asked and not model.failures
        if stopped or (
            len(times) > 1
            and model.drawn
            and model.milliseconds > max(SLOW_FACTOR * usual, MIN_SLOW_MILLISECONDS)
        ):
            what = f"{model.milliseconds:.1f} ms a record, where the median of all models is {usual:.2f} ms."
            what += (
                f" Only {model.drawn} of {model.asked} were drawn in the time there was."
                if stopped
                else ""
            )
            yield Finding("slow", "note", model.name, what, SLOW_ADVICE)

"""Which options of commands go together with those that ask for cases."""

from __future__ import annotations

from collections.abc import Iterator

from pytest_fixturegen.config.command_options import FixturesConfig, JsonConfig
from pytest_fixturegen.config.record_ranges import is_range
from pytest_fixturegen.errors import UsageError

NUMBER_HINT = "The number of cases follows from the model; --max-cases limits it."
FILE_HINT = "Write one file for each model: put {model} into --out."


CaseSettings = JsonConfig | FixturesConfig
"""The options of a command that may write cases."""


def has_cases(settings: CaseSettings) -> bool:
    """Return whether *settings* ask for cases or invalid records instead of ordinary ones."""
    return settings.invalid or settings.cover != "none"


def require_case_options(settings: CaseSettings) -> None:
    """Raise UsageError if *settings* ask for cases and for something that does not go with them."""
    if settings.invalid and settings.cover != "none":
        raise UsageError(
            f"--invalid: expected no --cover, got {settings.cover!r}.",
            hint="Run the command once for each.",
        )
    if settings.max_cases and not has_cases(settings):
        raise UsageError(
            f"--max-cases {settings.max_cases}: expected --cover or --invalid.",
            hint="Add one of them, or leave --max-cases out.",
        )
    if not has_cases(settings):
        return
    flag = "--invalid" if settings.invalid else "--cover"
    for name, hint in _list_conflicts(settings):
        raise UsageError(f"{name} does not go with {flag}.", hint=hint)


def _list_conflicts(settings: CaseSettings) -> Iterator[tuple[str, str]]:
    """Yield the options that do not go with cases, each with a hint what to do."""
    if settings.invalid and settings.with_related:
        yield "--with-related", "Leave it out: the related records are valid."
    if isinstance(settings, JsonConfig):
        yield from _list_json_conflicts(settings)
        return
    if settings.cases != 1:
        yield f"--cases {settings.cases}", NUMBER_HINT
    if settings.invalid and settings.style == "factory":
        yield "--style factory", "Use --style functions or class: overrides could be valid."


def _list_json_conflicts(settings: JsonConfig) -> Iterator[tuple[str, str]]:
    """Yield the options of JSON output that do not go with cases, each with a hint."""
    if settings.n != 1:
        yield f"-n {settings.n}", NUMBER_HINT
    if is_range(settings):
        yield "--start or --shard", NUMBER_HINT
    if settings.shard_size:
        yield f"--shard-size {settings.shard_size}", FILE_HINT
    if "{index}" in settings.out:
        yield "{index} in --out", FILE_HINT

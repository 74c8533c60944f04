"""Which options of commands go together with those that ask for cases."""

from __future__ import annotations

from pytest_fixturegen.config.command_options import JsonConfig
from pytest_fixturegen.errors import UsageError

NUMBER_HINT = "The number of cases follows from the model; --max-cases limits it."
FILE_HINT = "Write one file for each model: put {model} into --out."


def has_cases(settings: JsonConfig) -> bool:
    """Return whether *settings* ask for cases or invalid records instead of ordinary ones."""
    return settings.invalid or settings.cover != "none"


def require_case_options(settings: JsonConfig) -> None:
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
    if has_cases(settings):
        _require_one_output(settings)


def _require_one_output(settings: JsonConfig) -> None:
    """Raise UsageError if *settings* count records that are cases, or spread them over files."""
    flag = "--invalid" if settings.invalid else "--cover"
    if settings.n != 1:
        raise UsageError(f"-n {settings.n} does not go with {flag}.", hint=NUMBER_HINT)
    if settings.shard_size:
        raise UsageError(
            f"--shard-size {settings.shard_size} does not go with {flag}.", hint=FILE_HINT
        )
    if "{index}" in settings.out:
        raise UsageError(f"{{index}} in --out does not go with {flag}.", hint=FILE_HINT)
    if settings.invalid and settings.with_related:
        raise UsageError(
            "--with-related does not go with --invalid: the related records are valid.",
            hint="Leave --with-related out.",
        )

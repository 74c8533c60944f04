"""Validators of Django's fields: limits that Pydantic knows, and functions that it calls."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from pytest_fixturegen.introspection.readers.tables.readable_types import apply_limits

LIMITS = {
    "MinValueValidator": "ge",
    "MaxValueValidator": "le",
    "MinLengthValidator": "min_length",
    "MaxLengthValidator": "max_length",
}
"""The validators of Django that limit a value, as arguments of ``Field``."""

KNOWN_VALIDATORS = {*LIMITS, "DecimalValidator", "ProhibitNullCharactersValidator"}
"""The validators that the type of a field covers."""

ANCHORS = ("^", r"\A")
"""Anchors that tie a regular expression to the beginning of the text."""


def apply_validators(hint: Any, field: Any) -> Any:
    """Return *hint*, the type of *field*, with what its validators say.

    Limits and one regular expression are known before a value is drawn. The other validators
    check it.
    """
    # Not those that say which integers the database stores, which are not usual ones.
    validators = [*field.default_validators, *field._validators]
    limits: dict[str, Any] = {}
    for validator in validators:
        limits |= _read_limit(validator)
    limited = _add_pattern(apply_limits(hint, limits), validators)
    checks = [each for each in validators if not _is_covered(each)]
    return _add_check(limited, checks) if checks else limited


def _read_limit(validator: Any) -> dict[str, Any]:
    """Return the arguments of ``Field`` that *validator* means."""
    name = LIMITS.get(type(validator).__name__)
    if name is None:
        return {}
    limit = validator.limit_value
    return {name: limit() if callable(limit) else limit}


def _add_pattern(hint: Any, validators: list[Any]) -> Any:
    """Return *hint* with the first regular expression of *validators* that says what is right."""
    from pydantic import Field

    regular = [each for each in validators if type(each).__name__ == "RegexValidator"]
    pattern = next(
        filter(None, map(_read_pattern, regular)),
        None,
    )
    return Annotated[hint, Field(pattern=pattern)] if pattern else hint


def _read_pattern(validator: Any) -> str:
    """Return the pattern of the texts that *validator* accepts; empty if it says what is wrong."""
    regex = validator.regex
    has_anchor = regex.pattern.startswith(ANCHORS)
    if validator.inverse_match or not has_anchor or regex.flags & re.VERBOSE:
        return ""
    prefix = "(?i)" if regex.flags & re.IGNORECASE else ""
    return f"{prefix}{regex.pattern}"


def _is_covered(validator: Any) -> bool:
    """Return whether the type of a field says all that *validator*, of Django, does."""
    kind = type(validator)
    return kind.__module__.startswith("django.") and kind.__name__ in KNOWN_VALIDATORS


def _add_check(hint: Any, validators: list[Callable[[Any], Any]]) -> Any:
    """Return *hint* with a check by *validators*, whose refusals become those of Pydantic."""
    from pydantic import AfterValidator

    def check(value: Any) -> Any:
        for validate in validators:
            run_validator(validate, value)
        return value

    return Annotated[hint, AfterValidator(check)]


def run_validator(validate: Callable[[Any], Any], *values: Any) -> None:
    """Call a validator of Django. Raise ValueError with its messages if it refuses."""
    from django.core.exceptions import ValidationError

    try:
        validate(*values)
    except ValidationError as error:
        raise ValueError("; ".join(error.messages)) from error

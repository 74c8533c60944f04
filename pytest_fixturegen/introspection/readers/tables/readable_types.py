"""Type hints that Pydantic can read, with limits that it can apply."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Annotated, Any

from pytest_fixturegen._internal.user_code import call_or_default

PLAIN_TYPES = (str, bytes)
"""Types whose lengths Pydantic can limit, which needs no trial."""


def apply_limits(hint: Any, limits: Mapping[str, Any]) -> Any:
    """Return *hint* with those of *limits*, arguments of ``Field``, that apply to its values."""
    from pydantic import Field

    for name, limit in limits.items():
        limited = Annotated[hint, Field(**{name: limit})]
        if hint in PLAIN_TYPES or is_readable(limited):
            hint = limited
    return hint


def is_readable(hint: Any) -> bool:
    """Return whether Pydantic can read *hint*, with instances of any class."""
    return call_or_default(partial(_read_hint, hint), False)


def _read_hint(hint: Any) -> bool:
    """Return True after Pydantic has read *hint*."""
    from pydantic import ConfigDict, create_model

    config = ConfigDict(arbitrary_types_allowed=True)
    create_model(
        "Trial",
        __config__=config,
        value=(hint, ...),
    )
    return True


def make_text(hint: Any) -> Any:
    """Return the type of the texts of *hint*'s values."""
    return make_converted(hint, str)


def make_converted(hint: Any, convert: Callable[[Any], Any]) -> Any:
    """Return the type of what *convert* makes of *hint*'s values; JSON has its text."""
    from pydantic import AfterValidator, PlainSerializer

    return Annotated[hint, AfterValidator(convert), PlainSerializer(str, return_type=str)]

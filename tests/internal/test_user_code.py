"""Exceptions of user code are translated, replaced by a default, or undone."""

from __future__ import annotations

import asyncio

import pytest

from pytest_fixturegen._internal.user_code import (
    Raised,
    attempt,
    call_or_default,
    translate_user_errors,
    undo_on_error,
)
from pytest_fixturegen.errors import ConfigError, MappingError


def build_config_error(error: Exception) -> ConfigError:
    return ConfigError(f"translated {error}")


def test_foreign_exceptions_are_translated_with_their_cause() -> None:
    with (
        pytest.raises(ConfigError, match="translated 7") as caught,
        translate_user_errors(build_config_error),
    ):
        raise ValueError(7)
    assert isinstance(caught.value.__cause__, ValueError)


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, GeneratorExit, asyncio.CancelledError])
def test_interruptions_pass_unchanged(interruption: type[BaseException]) -> None:
    with pytest.raises(interruption), translate_user_errors(build_config_error):
        raise interruption


def test_an_exit_is_translated() -> None:
    with pytest.raises(ConfigError), translate_user_errors(build_config_error):
        raise SystemExit(3)


def test_own_errors_pass_unchanged() -> None:
    with pytest.raises(MappingError, match="own"), translate_user_errors(build_config_error):
        raise MappingError("own")


def test_interrupts_are_not_translated() -> None:
    with pytest.raises(KeyboardInterrupt), translate_user_errors(build_config_error):
        raise KeyboardInterrupt


def test_an_attempt_returns_the_value_or_the_exception() -> None:
    assert attempt(lambda: int("7")) == 7
    raised = attempt(lambda: int("x"))
    assert isinstance(raised, Raised)
    assert isinstance(raised.error, ValueError)


def test_an_attempt_does_not_catch_interrupts() -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        attempt(interrupt)


def test_a_default_replaces_an_exception() -> None:
    assert call_or_default(lambda: int("x"), None) is None
    assert call_or_default(lambda: int("7"), None) == 7


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_any_exception_is_undone_and_raised(error: type[BaseException]) -> None:
    calls: list[str] = []
    with pytest.raises(error), undo_on_error(lambda: calls.append("undone")):
        raise error
    assert calls == ["undone"]


def test_nothing_is_undone_after_success() -> None:
    calls: list[str] = []
    with undo_on_error(lambda: calls.append("undone")):
        pass
    assert calls == []

"""Environment variables in options: ``$NAME`` is filled in, and errors never show its value."""

from __future__ import annotations

import traceback
from pathlib import Path

import pytest

from pytest_fixturegen import Batch, DeliveryConfig, PersistError, persist_records
from pytest_fixturegen.errors import ConfigError, InternalError
from pytest_fixturegen.persistence.environment import Secrets
from tests.persistence.conftest import User

ENVIRON = {"TOKEN": "s3cret value/ü", "SHORT": "s3", "EMPTY": ""}


@pytest.mark.parametrize(
    ("options", "filled"),
    [
        ("Bearer $SHORT", "Bearer s3"),
        ("${SHORT}x$SHORT", "s3xs3"),
        ("$$SHORT costs 5$", "$SHORT costs 5$"),
        ({"a": ["$SHORT", 3, None, {"b": "$EMPTY"}]}, {"a": ["s3", 3, None, {"b": ""}]}),
    ],
)
def test_references_are_replaced_by_variables(options: object, filled: object) -> None:
    assert Secrets(ENVIRON).fill_variables(options) == filled


def test_errors_name_the_missing_variable() -> None:
    with pytest.raises(ConfigError, match=r"\$NOWHERE") as raised:
        Secrets(ENVIRON).fill_variables({"url": "https://$NOWHERE/"})
    assert "NOWHERE" in raised.value.hint


SPELLINGS = [
    "s3cret value/ü",
    "s3cret%20value/%C3%BC",
    "s3cret%20value%2F%C3%BC",
    "s3cret value/\\u00fc",
]


@pytest.mark.parametrize("kind", [PersistError, ValueError])
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_errors_and_tracebacks_show_no_spelling_of_a_value(
    kind: type[Exception], spelling: str
) -> None:
    secrets = Secrets(ENVIRON)
    secrets.fill_variables("$TOKEN $SHORT")
    error = kind(f"<{spelling}>")
    error.__cause__ = KeyError(spelling)
    if isinstance(error, PersistError):
        error.hint, error.facts = (
            spelling,
            {"answer": spelling, "parts": [spelling, {"a": spelling}]},
        )
    with pytest.raises((PersistError, InternalError)) as raised, secrets.mask_errors():
        raise error
    shown = (
        str(raised.value)
        + str(raised.value.to_json())
        + "".join(traceback.format_exception(raised.value))
    )
    assert spelling not in shown
    assert "<$TOKEN>" in shown


def test_errors_stay_unchanged_without_variables() -> None:
    error = ValueError("as it was")
    with pytest.raises(ValueError, match="as it was") as raised, Secrets(ENVIRON).mask_errors():
        raise error
    assert raised.value is error


def test_only_the_handler_sees_the_value(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOKEN", "s3cret-value")
    seen: list[str] = []

    def write(batch: Batch, *, token: str) -> None:
        seen.append(token)
        raise ValueError(f"{token} is refused")

    journal = tmp_path / "j"
    with pytest.raises(PersistError) as raised:
        persist_records(
            User, write, options={"token": "$TOKEN"}, delivery=DeliveryConfig(journal=str(journal))
        )
    assert seen == ["s3cret-value"]
    assert "$TOKEN is refused" in raised.value.message
    assert (
        "s3cret"
        not in str(raised.value.to_json())
        + "".join(traceback.format_exception(raised.value))
        + journal.read_text()
    )

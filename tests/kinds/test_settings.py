"""Settings classes are filled like other models, regardless of the environment."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel

from pytest_fixturegen import generate_instances, generate_lines
from tests.golden.kinds.settings import Deployment, Guarded, Settings
from tests.kinds.round_trips import draw, round_trip, to_json


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Set every variable and a ``.env`` file, some of them to invalid values."""
    for name, value in {
        "APP_NAME": "machine",
        "APP_WORKERS": "99",
        "APP_MAIL": "{",
        "USER": "root",
        "APP_MODE": "loud",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("APP_DOMAINS=[1\nAPP_WORKERS=many\nOTHER=1\n")


def test_settings_keep_their_constraints() -> None:
    for each in round_trip(Settings):
        assert 1 <= each.workers <= 8
        assert 1 <= each.mail.port <= 65535
        assert (each.mode, each.domains) == ("plain", set())


def test_the_json_has_the_names_that_settings_read() -> None:
    assert all({"USER", "name", "mail"} <= line.keys() for line in to_json(Settings))


QUIET = [Settings, Deployment]


@pytest.mark.parametrize("kind", QUIET)
def test_neither_the_environment_nor_a_file_changes_a_value(
    kind: type[BaseModel], request: pytest.FixtureRequest
) -> None:
    before = [each.model_dump() for each in draw(kind)], list(generate_lines(kind, 20, 3))
    request.getfixturevalue("machine")
    assert (
        [each.model_dump() for each in draw(kind)],
        list(generate_lines(kind, 20, 3)),
    ) == before
    assert "machine" not in str(before)


@pytest.mark.usefixtures("machine")
def test_a_secret_setting_is_drawn() -> None:
    assert all(
        len(each.token.get_secret_value()) >= 12 for each in generate_instances(Guarded, 20, 3)
    )

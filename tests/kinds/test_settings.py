"""Settings classes are filled like other models, regardless of the environment."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import AliasChoices, BaseModel, Field, RedisDsn, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from pytest_fixturegen import generate_instances, generate_lines
from tests.kinds.round_trips import draw, round_trip, to_json


class Mail(BaseModel):
    host: str
    port: int = Field(ge=1, le=65535)


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="APP_", env_file=".env", env_nested_delimiter="__")
    name: str
    workers: int = Field(ge=1, le=8)
    cache: RedisDsn = Field(validation_alias=AliasChoices("redis_url", "cache_url"))
    user: str = Field(validation_alias="USER")
    mail: Mail
    mode: str = "plain"
    domains: set[str] = set()


class Deployment(BaseModel):
    settings: Settings
    either: Settings | int
    others: list[Settings]


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


class Guarded(BaseSettings):
    token: SecretStr = Field(min_length=12)
    level: int = Field(ge=0, le=9)


@pytest.mark.usefixtures("machine")
def test_a_secret_setting_is_drawn() -> None:
    assert all(
        len(each.token.get_secret_value()) >= 12 for each in generate_instances(Guarded, 20, 3)
    )

"""Models that show what is special about settings."""

from __future__ import annotations

from pydantic import AliasChoices, BaseModel, Field, RedisDsn, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


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


class Guarded(BaseSettings):
    token: SecretStr = Field(min_length=12)
    level: int = Field(ge=0, le=9)

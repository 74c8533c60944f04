"""What ``pfg_modify_strategy`` receives: the facts of the field and its strategy."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, Optional

import pytest
from pydantic import BaseModel, Field

from pytest_fixturegen import GenerationConfig, generate_instances, hookimpl
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.plugins.contracts import FieldConstraints


class Guest(BaseModel):
    nickname: Optional[str] = Field(None, min_length=2, max_length=9, pattern="^[a-z]+$")
    age: int = Field(ge=18, lt=90)
    tags: set[str] = Field(min_length=2, max_length=4)
    scores: dict[str, int]


Hook = Callable[[Any, Any, Any], Any]
PLUGINS = SimpleNamespace()
"""The plugins of these tests, which options name by their dotted path."""


def run_with(name: str, hook: Hook, **options: Any) -> list[Guest]:
    """Return guests that are planned with a plugin whose hook is *hook*."""

    class Plugin:
        @hookimpl
        def pfg_modify_strategy(self, model: Any, field: Any, strategy: Any) -> Any:
            return hook(model, field, strategy)

    setattr(PLUGINS, name, Plugin())
    config = GenerationConfig(plugins=(f"{__name__}:PLUGINS.{name}",), **options)
    return list(generate_instances(Guest, 20, 0, config))


def collect(name: str, **options: Any) -> dict[str, Any]:
    """Return the field and the strategy of each call by the name of the field."""
    calls: dict[str, Any] = {}
    run_with(
        name, lambda model, field, strategy: calls.update({field: (field, strategy)}), **options
    )
    return calls


def test_a_field_is_a_text_with_facts() -> None:
    field, _ = collect("fields")["nickname"]
    assert isinstance(field, str)
    assert (field, field.name, field.kind, field.nullable) == ("nickname", "nickname", "str", True)
    assert json.dumps([field]) == '["nickname"]'


def test_a_strategy_has_the_facts_of_its_field() -> None:
    calls = collect("facts", p_none=0.25, union_policy="first")
    _, nickname = calls["nickname"]
    assert nickname.type == Optional[str]
    assert nickname.constraints == FieldConstraints(min_length=2, max_length=9, pattern="^[a-z]+$")
    assert (nickname.p_none, nickname.policy.union, nickname.policy.enum) == (
        0.25,
        "first",
        "random",
    )
    assert calls["age"][1].constraints == FieldConstraints(ge=18, lt=90)
    assert calls["tags"][1].constraints == FieldConstraints(
        min_items=2, max_items=4, unique_items=True
    )
    assert calls["scores"][1].constraints.min_items == 0


def test_a_provider_is_a_text_with_name_and_options() -> None:
    overrides = {"Guest.nickname": {"p_none": 0.5}}
    provider = collect("provider", overrides=overrides)["nickname"][1].provider
    assert isinstance(provider, str)
    assert (provider.name, provider.opts) == (str(provider), {"p_none": 0.5})


def test_a_changed_chance_of_none_and_provider_are_honoured() -> None:
    def change(model: Any, field: str, strategy: Any) -> Any:
        return replace(strategy, p_none=1.0) if field == "nickname" else None

    assert {guest.nickname for guest in run_with("never", change)} == {None}


def test_a_changed_type_is_an_error() -> None:
    def change(model: Any, field: str, strategy: Any) -> Any:
        return replace(strategy, type=int)

    with pytest.raises(ConfigError, match="changed 'type' of the strategy of nickname"):
        run_with("typed", change)

"""Options in a request: the child restores exactly the options that the parent validated."""

from __future__ import annotations

import json
from datetime import datetime, timezone

import pytest

from pytest_fixturegen.config.command_options import (
    FixturesConfig,
    JsonConfig,
    PersistConfig,
    SchemaConfig,
)
from pytest_fixturegen.config.field_policies import policies_of, to_json_dict
from pytest_fixturegen.config.options import GenerationConfig, JsonObject
from pytest_fixturegen.worker.settings import restore_settings

GROUPS = [
    GenerationConfig(),
    GenerationConfig(
        now=datetime(2020, 2, 29, 12, 30, tzinfo=timezone.utc),
        p_none=0.25,
        overrides=policies_of({"User.tags": {"value": ["a", "b"]}, "User.age": {"value": 7}}),
        field_policies=policies_of({"*.nick": {"p_none": 1.0, "provider": {"kind": "x"}}}),
        locale_map=(("User.*", "sv_SE"), ("Order.*", "de_DE")),
        unique=("User.email",),
    ),
    JsonConfig(n=20, out="{model}.json", indent=2),
    SchemaConfig(with_related=True),
    FixturesConfig(scope="module", cases=3, return_type="dict"),
    PersistConfig(handler="print", handler_config=JsonObject('{"url": "x"}')),
]


@pytest.mark.parametrize("config", GROUPS, ids=lambda config: type(config).__name__)
def test_options_survive_the_way_to_the_child(config: object) -> None:
    sent = json.loads(json.dumps(to_json_dict(config)))
    assert restore_settings(type(config), sent) == config


def test_restored_options_can_be_keys_of_a_cache() -> None:
    sent = json.loads(json.dumps(to_json_dict(GROUPS[1])))
    assert hash(restore_settings(GenerationConfig, sent)) == hash(GROUPS[1])

"""Adapters that plugins add, and plugins that fail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import StoreConfig
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.plugins.hookspecs import hookimpl
from pytest_fixturegen.plugins.manager import get_manager
from pytest_fixturegen.plugins.registries import Registry
from tests.server.conftest import User


class Good:
    @hookimpl
    def pfg_register_store_adapters(self, registry: Registry) -> None:
        registry.add("documents", "examples.adapters.document:Documents")


class Bad:
    @hookimpl
    def pfg_register_store_adapters(self, registry: Registry) -> None:
        raise ZeroDivisionError("no")


@pytest.fixture
def plugin(request: pytest.FixtureRequest) -> Iterator[Any]:
    """The plugin that the test is parametrised with, while it runs."""
    get_manager().register(request.param, "of_a_test")
    yield request.param
    get_manager().unregister(request.param)


@pytest.mark.parametrize("plugin", [Good()], indirect=True)
@pytest.mark.usefixtures("plugin")
def test_a_plugin_adds_an_adapter_under_a_name(tmp_path: Any) -> None:
    store = open_store(
        [User], StoreConfig(adapter="documents", db_path=str(tmp_path / "docs"), count=3)
    )
    assert len(list((tmp_path / "docs" / "users").glob("*.json"))) == len(store[User]) == 3
    with pytest.raises(ConfigError) as caught:
        open_store([User], StoreConfig(adapter="document"))
    assert caught.value.hint == "Did you mean 'documents'?"


@pytest.mark.parametrize("plugin", [Bad()], indirect=True)
@pytest.mark.usefixtures("plugin")
def test_a_plugin_that_fails_is_named() -> None:
    with pytest.raises(
        ConfigError,
        match="The plugin 'of_a_test' failed in pfg_register_store_adapters: ZeroDivisionError: no",
    ):
        open_store([User], StoreConfig(adapter="redis"))

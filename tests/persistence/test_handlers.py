"""Handlers: their forms, their names, and the checks of their options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import EntryPoint
from typing import Any, Literal

import pluggy
import pytest

from pytest_fixturegen import (
    Batch,
    DeliveryConfig,
    FixturegenError,
    PersistError,
    hookimpl,
    persist_records,
)
from pytest_fixturegen.errors import ConfigError, UsageError
from pytest_fixturegen.persistence import handler_lookup
from pytest_fixturegen.persistence.handlers.memory import Memory
from pytest_fixturegen.plugins import builtin, hookspecs, manager
from tests.persistence import forms
from tests.persistence.conftest import User

FUNCTIONS = [forms.function, forms.async_function]
OPENED = [
    forms.generator,
    forms.async_generator,
    forms.manager,
    forms.async_manager,
    forms.Plain,
    forms.Async,
    forms.Entered,
    forms.AsyncEntered,
]


@pytest.fixture(autouse=True)
def _no_events() -> None:
    forms.EVENTS.clear()


@pytest.mark.parametrize("form", FUNCTIONS, ids=lambda form: form.__name__)
def test_a_function_of_a_batch_is_a_handler(form: Any) -> None:
    persist_records(User, form, 3, options={"topic": "t"}, delivery=DeliveryConfig(batch_size=2))
    assert forms.EVENTS == [("t", 2), ("t", 1)]


@pytest.mark.parametrize("form", OPENED, ids=lambda form: form.__name__)
def test_handlers_are_opened_before_and_closed_after_the_batches(form: Any) -> None:
    persist_records(User, form, 3, options={"topic": "t"}, delivery=DeliveryConfig(batch_size=2))
    assert forms.EVENTS == [("open", "User"), ("t", 2), ("t", 1), "close"]


@pytest.mark.parametrize("form", [forms.Plain, forms.Async, forms.Entered, forms.AsyncEntered])
def test_a_failing_write_still_closes_the_handler(form: Any) -> None:
    class Refusing(form):  # type: ignore[misc]
        def write(self, batch: Batch) -> None:
            raise ValueError("never")

    with pytest.raises(PersistError, match="ValueError: never"):
        persist_records(User, Refusing, options={"topic": "t"})
    assert forms.EVENTS[-1] == "close"


def test_a_handler_cannot_suppress_its_write_error() -> None:
    class Hiding(forms.Entered):
        def write(self, batch: Batch) -> None:
            raise ValueError("never")

        def __exit__(self, *_: object) -> bool:  # type: ignore[override]
            return True

    with pytest.raises(PersistError, match="ValueError: never"):
        persist_records(User, Hiding, options={"topic": "t"})


def test_a_handler_is_a_name_a_path_or_a_callable() -> None:
    for handler in ("memory", "pytest_fixturegen.persistence.handlers.memory:Memory", Memory):
        assert persist_records(User, handler, 2).records == 2


def takes_all(
    *,
    url: str,
    size: int = 1,
    share: float = 0.5,
    on: bool = False,
    how: Literal["a", "b"] = "a",
    headers: Mapping[str, str] | None = None,
) -> Iterator[object]:
    yield lambda batch: None


@pytest.mark.parametrize(
    ("options", "named", "hint"),
    [
        ({}, "needs the option 'url'", "Its options: url, size, share, on, how, headers."),
        ({"url": "u", "siez": 1}, "no option 'siez'", "Did you mean 'size'? Its options: url"),
        ({"url": "u", "zzz": 1}, "no option 'zzz'", "Its options: url"),
        ({"url": 1}, "'url' of takes_all: expected a string, got 1.", "Give it a string."),
        ({"url": "u", "size": "1"}, "expected a whole number, got", ""),
        ({"url": "u", "size": True}, "expected a whole number, got", ""),
        ({"url": "u", "share": "x"}, "expected a number, got", ""),
        ({"url": "u", "on": "yes"}, "expected true or false, got", ""),
        ({"url": "u", "how": "c"}, 'expected "a" or "b", got "c"', ""),
        ({"url": "u", "headers": 3}, "expected a JSON object or null, got 3", ""),
    ],
)
def test_invalid_options_are_errors_with_hints(
    options: dict[str, object], named: str, hint: str
) -> None:
    with pytest.raises(UsageError) as raised:
        persist_records(User, takes_all, options=options)
    assert named in raised.value.message
    assert hint in raised.value.hint


def test_valid_options_are_accepted() -> None:
    options = {"url": "u", "size": 2, "share": 1, "on": True, "how": "b", "headers": {"a": "b"}}
    assert persist_records(User, takes_all, options=options).records == 1


@pytest.mark.parametrize(
    ("name", "named", "hint"),
    [
        ("sqlite-jsn", "Unknown handler 'sqlite-jsn'.", "Did you mean 'sqlite-json'?"),
        ("", "No handler is named.", "jsonl, memory"),
        ("no.such.module:Sink", "cannot be imported: ModuleNotFoundError", "pkg.module:callable"),
        ("tests.persistence.forms:Plian", "has no handler 'Plian'", "Did you mean 'Plain'?"),
        (
            "tests.persistence.forms:EVENTS",
            "is not a handler: expected a callable, got list",
            "a function or a class",
        ),
    ],
)
def test_unknown_handlers_are_errors_with_hints(name: str, named: str, hint: str) -> None:
    with pytest.raises(UsageError) as raised:
        persist_records(User, name)
    assert named in raised.value.message
    assert hint in raised.value.hint


def test_an_object_without_write_is_not_a_handler() -> None:
    with pytest.raises(PersistError, match="provides nothing that takes batches"):
        persist_records(User, lambda: 3)


@pytest.mark.parametrize(
    "alias",
    [
        {"options": {}},
        {"path": 3},
        {"path": "memory", "option": {}},
        {"path": "memory", "options": 1},
    ],
)
def test_an_invalid_alias_is_a_config_error(alias: dict[str, object]) -> None:
    with pytest.raises(ConfigError, match="The handler 'db'"):
        handler_lookup.resolve_handler_path("db", {}, {"db": alias}, {"memory": "m:M"})


class Plugin:
    """A plugin that registers a handler."""

    @hookimpl
    def pfg_register_persistence_handlers(self, registry: manager.Registry) -> None:
        registry.add("kafka", "tests.persistence.kafka:KafkaPublisher")


class Broken:
    """A plugin that fails."""

    @hookimpl
    def pfg_register_persistence_handlers(self, registry: manager.Registry) -> None:
        raise RuntimeError("out of order")


class Greedy:
    """A plugin that registers the name of a built-in handler."""

    @hookimpl
    def pfg_register_persistence_handlers(self, registry: manager.Registry) -> None:
        registry.add("jsonl", "greedy:jsonl")


def with_plugin(plugin: object, name: str) -> pluggy.PluginManager:
    plugins = pluggy.PluginManager(hookspecs.PROJECT)
    plugins.add_hookspecs(hookspecs)
    plugins.register(plugin, name)
    plugins.register(builtin, manager.BUILTIN)
    return plugins


def test_a_plugin_can_register_handlers() -> None:
    paths = manager.build_handler_registry(with_plugin(Plugin(), "acme")).paths
    assert handler_lookup.resolve_handler_path("kafka", {}, {}, paths) == (
        "tests.persistence.kafka:KafkaPublisher",
        {},
    )
    assert set(builtin.HANDLERS) < set(paths)


@pytest.mark.parametrize(
    ("plugin", "words"), [(Broken(), "RuntimeError: out of order"), (Greedy(), "the name 'jsonl'")]
)
def test_errors_name_the_failing_plugin(plugin: object, words: str) -> None:
    with pytest.raises(FixturegenError, match=f"The plugin 'acme' .*{words}"):
        manager.build_handler_registry(with_plugin(plugin, "acme"))


def test_errors_name_an_entry_point_that_cannot_be_loaded() -> None:
    with pytest.raises(ConfigError, match="The plugin 'acme' failed: ModuleNotFoundError"):
        manager.load_entry_point(EntryPoint("acme", "no.such.module", hookspecs.PROJECT))


def test_an_entry_point_loads_a_plugin() -> None:
    found = manager.load_entry_point(
        EntryPoint("acme", "tests.persistence.test_handlers:Plugin", hookspecs.PROJECT)
    )
    assert found is Plugin

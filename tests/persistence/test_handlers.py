"""Handlers: their forms, where they are found, and what is said of their options."""

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
from pytest_fixturegen.plugins.registries import Registry
from tests.persistence import forms
from tests.persistence.conftest import User

FUNCTIONS = [forms.function, forms.async_function]
OPENED = [
    forms.generator, forms.async_generator, forms.manager, forms.async_manager,
    forms.Plain, forms.Async, forms.Entered, forms.AsyncEntered,
]  # fmt: skip


@pytest.fixture(autouse=True)
def _no_events() -> None:
    forms.EVENTS.clear()


@pytest.mark.parametrize("form", FUNCTIONS, ids=lambda form: form.__name__)
def test_a_function_of_a_batch_is_a_handler(form: Any) -> None:
    persist_records(User, form, 3, options={"topic": "t"}, delivery=DeliveryConfig(batch_size=2))
    assert forms.EVENTS == [("t", 2), ("t", 1)]


@pytest.mark.parametrize("form", OPENED, ids=lambda form: form.__name__)
def test_what_is_opened_before_the_first_batch_is_closed_after_the_last(form: Any) -> None:
    persist_records(User, form, 3, options={"topic": "t"}, delivery=DeliveryConfig(batch_size=2))
    assert forms.EVENTS == [("open", "User"), ("t", 2), ("t", 1), "close"]


@pytest.mark.parametrize("form", [forms.Plain, forms.Async, forms.Entered, forms.AsyncEntered])
def test_a_refusal_closes_what_was_opened(form: Any) -> None:
    class Refusing(form):  # type: ignore[misc]
        def write(self, batch: Batch) -> None:
            raise ValueError("never")

    with pytest.raises(PersistError, match="ValueError: never"):
        persist_records(User, Refusing, options={"topic": "t"})
    assert forms.EVENTS[-1] == "close"


def test_a_handler_cannot_hide_that_it_refused() -> None:
    class Hiding(forms.Entered):
        def write(self, batch: Batch) -> None:
            raise ValueError("never")

        def __exit__(self, *_: object) -> bool:  # type: ignore[override]
            return True

    with pytest.raises(PersistError, match="ValueError: never"):
        persist_records(User, Hiding, options={"topic": "t"})


def test_a_handler_is_found_by_name_path_or_itself() -> None:
    for handler in ("memory", "pytest_fixturegen.persistence.handlers.memory:Memory", Memory):
        assert persist_records(User, handler, 2).records == 2


def takes_all(*, url: str, size: int = 1, share: float = 0.5, on: bool = False, how: Literal["a", "b"] = "a",
              headers: Mapping[str, str] | None = None) -> Iterator[object]:  # fmt: skip
    yield lambda batch: None


@pytest.mark.parametrize(
    ("options", "named", "hint"),
    [
        ({}, "needs the option 'url'", "Its options: url, size, share, on, how, headers."),
        ({"url": "u", "siez": 1}, "no option 'siez'", "Did you mean 'size'? Its options: url"),
        ({"url": "u", "zzz": 1}, "no option 'zzz'", "Its options: url"),
        ({"url": 1}, "'url' of takes_all is 1, which is not a text", "Give it a text."),
        ({"url": "u", "size": "1"}, "not a whole number", ""),
        ({"url": "u", "size": True}, "not a whole number", ""),
        ({"url": "u", "share": "x"}, "not a number", ""),
        ({"url": "u", "on": "yes"}, "not true or false", ""),
        ({"url": "u", "how": "c"}, 'not "a" or "b"', ""),
        ({"url": "u", "headers": 3}, "not an object of JSON or null", ""),
    ],
)
def test_a_wrong_option_is_named(options: dict[str, object], named: str, hint: str) -> None:
    with pytest.raises(UsageError) as raised:
        persist_records(User, takes_all, options=options)
    assert named in raised.value.message
    assert hint in raised.value.hint


def test_right_options_are_taken() -> None:
    options = {"url": "u", "size": 2, "share": 1, "on": True, "how": "b", "headers": {"a": "b"}}
    assert persist_records(User, takes_all, options=options).records == 1


@pytest.mark.parametrize(
    ("name", "named", "hint"),
    [
        ("sqlite-jsn", "There is no handler 'sqlite-jsn'.", "Did you mean 'sqlite-json'?"),
        ("", "No handler is named.", "jsonl, memory"),
        ("no.such.module:Sink", "cannot be imported: ModuleNotFoundError", "pkg.module:callable"),
        ("tests.persistence.forms:Plian", "has no handler 'Plian'", "Did you mean 'Plain'?"),
        ("tests.persistence.forms:EVENTS", "is no handler", "a function or a class"),
    ],
)
def test_a_handler_that_is_not_there_is_named(name: str, named: str, hint: str) -> None:
    with pytest.raises(UsageError) as raised:
        persist_records(User, name)
    assert named in raised.value.message
    assert hint in raised.value.hint


def test_what_takes_no_batches_is_no_handler() -> None:
    with pytest.raises(PersistError, match="gives nothing that takes batches"):
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
def test_an_alias_that_is_none_is_a_config_error(alias: dict[str, object]) -> None:
    with pytest.raises(ConfigError, match="The handler 'db'"):
        handler_lookup.resolve_handler_path("db", {}, {"db": alias}, {"memory": "m:M"})


class Plugin:
    """A plugin that gives a handler a name."""

    @hookimpl
    def pfg_register_persistence_handlers(self, registry: Registry) -> None:
        registry.add("kafka", "tests.persistence.kafka:KafkaPublisher")


class Broken:
    """One that fails."""

    @hookimpl
    def pfg_register_persistence_handlers(self, registry: Registry) -> None:
        raise RuntimeError("out of order")


class Greedy:
    """One that takes a name which is not its own."""

    @hookimpl
    def pfg_register_persistence_handlers(self, registry: Registry) -> None:
        registry.add("jsonl", "greedy:jsonl")


def with_plugin(plugin: object, name: str) -> pluggy.PluginManager:
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(plugin, name)
    manager.register(builtin, manager.BUILTIN)
    return manager


def test_a_plugin_gives_handlers_names() -> None:
    paths = manager.build_handler_registry(with_plugin(Plugin(), "acme")).paths
    assert handler_lookup.resolve_handler_path("kafka", {}, {}, paths) == (
        "tests.persistence.kafka:KafkaPublisher",
        {},
    )
    assert set(builtin.HANDLERS) < set(paths)


@pytest.mark.parametrize(
    ("plugin", "words"), [(Broken(), "RuntimeError: out of order"), (Greedy(), "the name 'jsonl'")]
)
def test_a_plugin_that_fails_is_named(plugin: object, words: str) -> None:
    with pytest.raises(FixturegenError, match=f"The plugin 'acme' .*{words}"):
        manager.build_handler_registry(with_plugin(plugin, "acme"))


def test_an_entry_point_that_cannot_be_loaded_is_named() -> None:
    with pytest.raises(ConfigError, match="The plugin 'acme' failed: ModuleNotFoundError"):
        manager.load_entry_point(EntryPoint("acme", "no.such.module", hookspecs.PROJECT))


def test_an_entry_point_is_a_plugin() -> None:
    found = manager.load_entry_point(
        EntryPoint("acme", "tests.persistence.test_handlers:Plugin", hookspecs.PROJECT)
    )
    assert found is Plugin

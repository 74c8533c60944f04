"""A failing plugin is named with its hook, and leaves no partial registration."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from pytest_fixturegen import FixturegenError, GenerationConfig, generate_instances
from pytest_fixturegen.errors import ConfigError, MappingError
from pytest_fixturegen.plugins import manager
from pytest_fixturegen.plugins.registries import Registry
from tests.plugins.models import Car


def sample(name: str) -> str:
    return f"tests.plugins.samples:{name}"


@pytest.mark.parametrize(
    ("name", "error", "words", "hint"),
    [
        (
            "NOT_THERE",
            ConfigError,
            "'tests.plugins.samples:NOT_THERE' failed: AttributeError",
            "Update, fix",
        ),
        (
            "FAILS",
            ConfigError,
            "FAILS' failed in pfg_register_providers: ZeroDivisionError: nothing left",
            "Update",
        ),
        (
            "RAISES",
            ConfigError,
            "RAISES' failed in pfg_modify_strategy: ZeroDivisionError: nothing left",
            "Update",
        ),
        (
            "ANSWERS",
            ConfigError,
            "answered pfg_modify_strategy with an invalid value: .* got {'value': 3}",
            "strategy.with_settings",
        ),
        (
            "UNKNOWN",
            ConfigError,
            "Unknown setting 'valeu' of Car.paint in the plugin .*UNKNOWN'",
            "'value'",
        ),
        ("WILD", ConfigError, "Invalid p_none of Car.paint .* got 3", "from 0 to 1"),
        (
            "MISSPELT",
            ConfigError,
            "has the unknown hook pfg_register_provider",
            "'pfg_register_providers'",
        ),
        (
            "MISSPELT_UNMARKED",
            ConfigError,
            "has the unknown hook pfg_register_provider",
            "'pfg_register_providers'",
        ),
        ("UNMARKED", ConfigError, "has pfg_register_providers without @hookimpl", "@hookimpl"),
        ("WRAPS", ConfigError, "wraps pfg_modify_strategy", "plain hookimpl"),
        ("ASKS", ConfigError, "ASKS' has an invalid hook: .*modell", "Update"),
        ("moved", ConfigError, "moved' has no hooks", "pfg_emit_artifact"),
        (
            "LOST",
            ConfigError,
            "serves tests.plugins.models:Plaet, which does not exist",
            "Correct the name",
        ),
        ("NEW", ConfigError, "serves the NewType Serial", "Annotated"),
        ("BARE", ConfigError, "serves 'Plate': expected a type", "pkg.module:Name"),
        (
            "ALIAS",
            ConfigError,
            "serves Annotated.*, which models cannot tell from",
            "Serve a class",
        ),
        (
            "NO_TYPE",
            ConfigError,
            "serves an invalid type: .* got 3",
            "a type that Pydantic can read",
        ),
        (
            "NO_MODULE",
            ConfigError,
            "Cannot find the provider 'no.such.module:paint'",
            "package.module:function",
        ),
        ("BROKEN", MappingError, "BROKEN' failed in .*samples:broken: ZeroDivisionError", "Update"),
        (
            "ASKED_BROKEN",
            ConfigError,
            "ASKED_BROKEN' failed in pfg_register_providers: ZeroDivisionError",
            "Update",
        ),
        ("NO_NODE", ConfigError, "NO_NODE' has a provider, .* got 'red'", "Give a node"),
    ],
)
def test_a_plugin_that_fails_stops_the_run(
    name: str, error: type[FixturegenError], words: str, hint: str
) -> None:
    with pytest.raises(error, match=words) as raised:
        list(
            generate_instances(
                Car, config=GenerationConfig(plugins=(sample("TYPES"), sample(name)))
            )
        )
    assert hint in raised.value.hint
    assert "plugin" in raised.value.facts


def test_a_handler_must_be_a_dotted_path() -> None:
    registry = Registry(owner="acme")
    with pytest.raises(ConfigError, match="The plugin 'acme' registers 'kafka' for <class 'int'>"):
        registry.add("kafka", int)  # type: ignore[arg-type]


def test_two_plugins_for_one_field_name_are_an_error() -> None:
    config = GenerationConfig(plugins=(sample("NAMES"), sample("BROKEN")))
    with pytest.raises(
        ConfigError,
        match=(
            r"BROKEN' registers a provider of fields called 'paint', which .*NAMES' "
            r"registered before"
        ),
    ):
        list(generate_instances(Car, config=config))


def test_a_plugin_named_twice_is_registered_once() -> None:
    names = [
        name
        for name, _ in manager.get_manager((sample("TYPES"), sample("TYPES"))).list_name_plugin()
    ]
    assert names.count(sample("TYPES")) == 1


def test_an_entry_point_that_cannot_be_loaded_is_named() -> None:
    with pytest.raises(ConfigError, match="The plugin 'acme' failed: ModuleNotFoundError"):
        manager.load_entry_point(EntryPoint("acme", "no.such.module", "pytest_fixturegen"))


def test_built_in_handlers_are_found_without_loading_plugins() -> None:
    hook, broken = "pfg_register_persistence_handlers", [sample("NOT_THERE")]
    assert "jsonl" in manager.find_dotted_paths(hook, "jsonl", broken)
    assert "jsonl" in manager.find_dotted_paths(hook, "acme.sinks:Sink", broken)
    with pytest.raises(ConfigError, match="NOT_THERE"):
        manager.find_dotted_paths(hook, "kafka", broken)

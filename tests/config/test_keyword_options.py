"""Options that Python passes, and the second names of options."""

from __future__ import annotations

import datetime as dt
import inspect
import logging
import pickle
import pydoc
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from pytest_fixturegen import DeliveryConfig, GenerationConfig, StoreConfig, policies_of
from pytest_fixturegen.config.command_options import CONFIGS, FixturesConfig
from pytest_fixturegen.config.project_file import read_project_file
from pytest_fixturegen.config.sources import read_options
from pytest_fixturegen.errors import ConfigError

TABLES = ("pytest_fixturegen", "pydantic_fixturegen")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"p_none": 2}, "a number from 0 to 1"),
        ({"p_none": "x"}, "a number"),
        ({"p_none": float("nan")}, "a number"),
        ({"union_policy": "last"}, "'first', 'random' or 'weighted'"),
        ({"now": "tomorrow"}, "a date in ISO 8601"),
        ({"max_depth": -1}, "a number from 0 to 20"),
        ({"recursion_limit": -1}, "a number from 0 to 20"),
        ({"seed": 1.5}, "a whole number"),
        ({"locale": None}, "a text"),
        ({"plugins": [1]}, "a text"),
        ({"overrides": {"M.q": 1}}, "a table of settings"),
        ({"overrides": 3}, "paths with settings"),
        ({"ignore_defaults": "maybe"}, "true or false"),
    ],
    ids=str,
)
def test_an_invalid_value_is_an_error_as_for_a_flag(options: dict[str, Any], expected: str) -> None:
    with pytest.raises(ConfigError) as caught:
        GenerationConfig(**options)
    assert f"which is not {expected}" in caught.value.message
    assert next(iter(options)) in caught.value.message
    assert caught.value.hint


def test_every_group_of_options_is_checked() -> None:
    for config in CONFIGS:
        for option in fields(config):
            low = option.metadata["low"]
            if low is not None:
                with pytest.raises(ConfigError):
                    config(**{option.name: low - 1})
    with pytest.raises(ConfigError, match="batch_size is 0"):
        DeliveryConfig(batch_size=0)


def test_values_are_read_as_flags_are() -> None:
    config = GenerationConfig(
        now="2026-05-01",
        p_none="0.5",
        overrides={"M.q": {"value": 1}},
        unique=["M.id"],
        locale_map={"M.*": "sv_SE"},
    )
    assert config.now == dt.datetime(2026, 5, 1, tzinfo=dt.timezone.utc)
    assert (config.p_none, config.unique) == (0.5, ("M.id",))
    assert config.overrides == policies_of({"M.q": {"value": 1}})
    assert config.locale_map == (("M.*", "sv_SE"),)
    assert replace(config, seed=3).overrides == config.overrides
    assert pickle.loads(pickle.dumps(config)) == config
    assert StoreConfig(db_path=Path("a.db")).db_path == "a.db"


def test_both_names_of_an_option_are_accepted() -> None:
    config = GenerationConfig(p_none_default=0.25, recursion_limit=3)
    assert config == GenerationConfig(p_none=0.25, max_depth=3)
    assert (config.p_none_default, config.recursion_limit) == (0.25, 3)


@pytest.mark.parametrize("options", [("p_none", "p_none_default"), ("p_none_default", "p_none")])
@pytest.mark.parametrize("value", [0.0, 0.5])
def test_both_names_together_are_an_error(options: tuple[str, str], value: float) -> None:
    with pytest.raises(ConfigError, match="are one option"):
        GenerationConfig(**dict.fromkeys(options, value))


def test_an_unknown_option_is_an_error_with_a_suggestion() -> None:
    with pytest.raises(ConfigError, match=r"has no option 'p_nune'.*\n.*Did you mean 'p_none'"):
        GenerationConfig(p_nune=1)  # type: ignore[call-arg]


def test_help_shows_every_option_with_its_default() -> None:
    signature = inspect.signature(GenerationConfig)
    assert list(signature.parameters) == [option.name for option in fields(GenerationConfig)]
    assert signature.parameters["p_none"].default == 0.0
    assert "p_none: 'float' = 0.0" in pydoc.render_doc(GenerationConfig, renderer=pydoc.plaintext)


def write_table(folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(text)


@pytest.mark.parametrize("table", TABLES)
def test_both_tables_accept_the_other_names(tmp_path: Path, table: str) -> None:
    write_table(tmp_path, f"[tool.{table}]\np-none-default = 0.5\nrecursion_limit = 2\n")
    source = read_project_file(tmp_path)
    assert read_options(GenerationConfig, [source]) == GenerationConfig(p_none=0.5, max_depth=2)


@pytest.mark.parametrize("table", TABLES)
def test_both_names_in_a_table_are_an_error(tmp_path: Path, table: str) -> None:
    write_table(tmp_path, f"[tool.{table}]\np_none = 0.5\np_none_default = 0.5\n")
    with pytest.raises(ConfigError, match="sets both 'p_none' and 'p_none_default'"):
        read_project_file(tmp_path)


@pytest.mark.parametrize("table", TABLES)
def test_an_invalid_value_is_named_as_it_was_written(tmp_path: Path, table: str) -> None:
    write_table(tmp_path, f"[tool.{table}]\n\nrecursion_limit = 99\n")
    with pytest.raises(ConfigError, match=r"^recursion_limit in .* \(line 3\) is 99"):
        read_options(GenerationConfig, [read_project_file(tmp_path)])


@pytest.mark.parametrize("table", TABLES)
def test_the_table_of_the_pytest_emitter_is_read(tmp_path: Path, table: str) -> None:
    write_table(tmp_path, f"[tool.{table}.emitters.pytest]\nstyle = 'factory'\nscope = 'session'\n")
    settings = read_options(FixturesConfig, [read_project_file(tmp_path)])
    assert (settings.style, settings.scope) == ("factory", "session")


def test_another_emitter_is_an_unknown_option(tmp_path: Path) -> None:
    write_table(tmp_path, "[tool.pytest_fixturegen.emitters.pytest]\nstile = 'factory'\n")
    with pytest.raises(ConfigError, match=r"unknown option 'emitters.pytest.stile'"):
        read_project_file(tmp_path)


def test_unknown_keys_of_the_other_tool_are_warned_of(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_table(
        tmp_path,
        "[tool.pydantic_fixturegen]\nseed = 5\np_nune = 1\npreset_2 = 'x'\n"
        "[tool.pydantic_fixturegen.emitters.pytest]\nstile = 'class'\n",
    )
    with caplog.at_level(logging.WARNING):
        source = read_project_file(tmp_path)
    assert dict(source.values) == {"seed": 5}
    messages = [record.getMessage() for record in caplog.records]
    assert len(messages) == 3
    assert messages[0].endswith("the unknown option 'p_nune' is ignored. Did you mean 'p_none'?")

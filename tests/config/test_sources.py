"""The sources of options and their precedence."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_fixturegen.config.command_options import CONFIGS, JsonConfig, SelectionConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.config.project_file import read_project_file
from pytest_fixturegen.config.sources import (
    Source,
    find_origins,
    get_option_key,
    list_known_keys,
    read_environment,
    read_flags,
    read_options,
)
from pytest_fixturegen.errors import ConfigError, UsageError

seeds = st.none() | st.integers(0, 99)


@given(st.lists(seeds, min_size=4, max_size=4))
def test_the_first_source_with_a_value_wins(seeds_by_source: list[int | None]) -> None:
    sources = [
        Source({} if seed is None else {"seed": seed}, f"source {index}")
        for index, seed in enumerate(seeds_by_source)
    ]
    given_seeds = [(index, seed) for index, seed in enumerate(seeds_by_source) if seed is not None]
    config, origin = (
        read_options(GenerationConfig, sources),
        find_origins(GenerationConfig, sources),
    )
    assert config.seed == (given_seeds[0][1] if given_seeds else 0)
    assert origin == ({"seed": f"source {given_seeds[0][0]}"} if given_seeds else {})


def test_an_absent_flag_hides_no_other_source() -> None:
    given_flags = read_flags({"n": None, "jsonl": None, "include": ()}, JsonConfig)
    assert read_options(JsonConfig, [given_flags, read_environment({"PFG_JSON__N": "7"})]).n == 7


@pytest.mark.parametrize(
    ("config", "key", "text", "value"),
    [
        (GenerationConfig, "seed", "-12", -12),
        (GenerationConfig, "p_none", "0.5", 0.5),
        (GenerationConfig, "ignore_defaults", "yes", True),
        (GenerationConfig, "ignore_defaults", "0", False),
        (GenerationConfig, "now", "2020-02-29", dt.datetime(2020, 2, 29, tzinfo=dt.timezone.utc)),
        (
            GenerationConfig,
            "now",
            "2020-02-29T12:00:00Z",
            dt.datetime(2020, 2, 29, 12, tzinfo=dt.timezone.utc),
        ),
        (SelectionConfig, "include", "a.*,b", ("a.*", "b")),
    ],
)
def test_text_is_parsed_by_the_annotation(config: Any, key: str, text: str, value: object) -> None:
    assert (
        getattr(read_options(config, [read_environment({f"PFG_{key.upper()}": text})]), key)
        == value
    )


@pytest.mark.parametrize("value", [True, 1.5, "1.5", "", None, [1]])
def test_a_value_that_is_not_an_integer_is_an_error(value: object) -> None:
    with pytest.raises(ConfigError, match="whole number"):
        read_options(GenerationConfig, [Source({"seed": value}, "here: {key}")])


def test_every_option_can_be_set_everywhere() -> None:
    keys = {
        get_option_key(config, each.name)
        for config in CONFIGS
        for each in dataclasses.fields(config)
    }
    assert keys == list_known_keys()
    for key in keys:
        assert read_environment({f"PFG_{key.replace('.', '__').upper()}": "1"}).values == {key: "1"}


def test_the_nearest_pyproject_is_read_with_its_sections(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        "[tool.pytest_fixturegen]\nseed = 3\np-none = 0.5\n[tool.pytest_fixturegen.json]\nn = 9\n"
    )
    (tmp_path / "deep" / "er").mkdir(parents=True)
    sources = [read_project_file(tmp_path / "deep" / "er")]
    assert (
        read_options(GenerationConfig, sources).seed,
        read_options(GenerationConfig, sources).p_none,
    ) == (3, 0.5)
    assert read_options(JsonConfig, sources).n == 9


def test_the_table_of_pydantic_fixturegen_is_read(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        "[tool.pydantic_fixturegen]\nseed = 5\nunion_policy = 'first'\njson = 3\n"
    )
    assert read_options(GenerationConfig, [read_project_file(tmp_path)]).seed == 5


def test_an_error_uses_the_spelling_of_the_user(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^--p-none is '2'"):
        read_options(GenerationConfig, [read_flags({"p_none": "2"}, GenerationConfig)])
    with pytest.raises(ConfigError, match=r"^PFG_JSON__N is 'x'"):
        read_options(JsonConfig, [read_environment({"PFG_JSON__N": "x"})])


def test_an_empty_variable_sets_nothing() -> None:
    assert read_environment({"PFG_SEED": "", "PFG_HOME": ""}).values == {}

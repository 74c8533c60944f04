"""Configuration files of others: each wrong value is one sentence, and no file takes long."""

from __future__ import annotations

import dataclasses
import json
import os
import typing
from pathlib import Path

import pytest

from pytest_fixturegen.config.command_options import CONFIGS
from pytest_fixturegen.config.field_policies import to_json_dict
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.config.project_file import load_configuration
from pytest_fixturegen.config.sources import get_option_key, read_flags, read_options
from pytest_fixturegen.errors import ConfigError, UsageError

HUGE_HEX = "0x" + "f" * 5000
TOML_VALUES = [
    *("{}", "{a = 1}", "{a = {b = 1}}", "[]", "[1]", "[[1]]", "[{a = 1}]", "[[]]"),
    *("1979-05-27", "07:32:00", "9999-12-31T23:59:59.999999-23:59", "[1979-05-27]"),
    *("nan", "inf", "-1", "1.5", "true", HUGE_HEX, "9" * 4000, "1e400", f"[{HUGE_HEX}]"),
    *('""', '"\\u0000"', '"a\\nb"', '"=a"', '"a="', '"{"', '"[1]"', '"0x10"', '"a=NaN"'),
    *('["a=b", ["c"]]', '"2026-13-01"', '"2026-01-01T00:00:00+99:00"', f'"{"9" * 5000}"'),
    *('{"*" = {value = [1979-05-27]}}', '{"*" = {value = 07:32:00}}', '{"*" = {value = [inf]}}'),
    f'"a={"[" * 50_000}"',
]
YAML_VALUES = [
    *("1:2:3", "!!binary aaaa", "!!set {a, b}", "{1: 2}", "{null: 1}", "{a: {1: 2}}", "~", "-0"),
    *("!!omap [a: 1]", "!!float '1:2'", "!!int '1:1'", "[!!set {b}]", "{a: {value: !!set {b}}}"),
    *("{a: {value: 2001-01-01}}", "{a: {value: {2001-01-01: 1}}}", ".nan", HUGE_HEX),
]


def read_all(folder: Path, file: str = "") -> None:
    """Read every option of the configuration below *folder*, and send them as to a child."""
    source = load_configuration(folder, file, environ={})
    for config in CONFIGS:
        options = read_options(config, [source])
        hash(options)
        json.dumps(to_json_dict(options))


def list_keys_by_type() -> dict[str, list[str]]:
    """Return the keys of options by the type that they have in common."""
    keys: dict[str, list[str]] = {}
    for config in CONFIGS:
        hints = typing.get_type_hints(config)
        for option in dataclasses.fields(config):
            key = get_option_key(config, option.name)
            keys.setdefault(str(hints[option.name]), []).append(key)
    return keys


KEYS_BY_TYPE = list_keys_by_type()


def require_one_sentence(folder: Path, key: str, file: str, value: str) -> bool:
    """Set *key* to *value* in the *file* of *folder*; return whether it is refused, as it must."""
    section, _, name = key.rpartition(".")
    text = f"[tool.pytest_fixturegen{'.' if section else ''}{section}]\n{name} = {value}\n"
    if file == "pfg.yaml":
        head = f"{section}:\n  " if section else ""
        text = f"{head}{name}: {value}\n"
    path = folder / file
    path.write_text(text)
    try:
        read_all(folder)
    except ConfigError as error:
        message = error.message
    else:
        return False
    finally:
        path.unlink()
    assert file in message
    assert name in message
    assert "\n" not in message
    assert len(message) < 500
    return True


@pytest.mark.parametrize("keys", KEYS_BY_TYPE.values(), ids=range(len(KEYS_BY_TYPE)))
def test_a_wrong_value_is_one_sentence_with_its_key(tmp_path: Path, keys: list[str]) -> None:
    for key in keys:
        assert require_one_sentence(tmp_path, key, "pyproject.toml", "[[1]]")
        assert require_one_sentence(tmp_path, key, "pyproject.toml", HUGE_HEX)
    for value in TOML_VALUES:
        require_one_sentence(tmp_path, keys[0], "pyproject.toml", value)
    for value in YAML_VALUES:
        require_one_sentence(tmp_path, keys[0], "pfg.yaml", value)


BOMBS = {
    "dots.toml": "a" + ".a" * 50_000 + " = 1",
    "rows.toml": "".join(f"a{row}{'.b' * 90} = 1\n" for row in range(3000)),
    "header.toml": f"[a{'.a' * 1500}]\n" + "".join(f"b{row} = 1\n" for row in range(20_000)),
    "inline.toml": "x = " + "{a = " * 5000,
    "array.toml": "x = " + "[" * 50_000,
    "key.toml": "a" * 300_000 + " = 1",
    "hyphens.toml": "-a" * 100_000 + " = 1",
    "null.toml": 'a = "\0"',
    "large.toml": "#" * 1_000_001,
    "int.toml": "seed = 0x" + "f" * 100_000,
    "base60.yaml": "seed: " + "1:" * 300_000 + "1",
    "flow.yaml": "[" * 100_000,
    "list.yaml": "- " * 100_000,
    "question.yaml": "? " * 10_000,
    "python.yaml": "a: !!python/object/apply:os.system [ls]",
    "self.yaml": "a: &a [*a]",
    "merge.yaml": "a0: &a0 {x: 1}\n"
    + "".join(f"a{row}: &a{row} {{<<: [*a{row - 1}, *a{row - 1}]}}\n" for row in range(1, 40)),
    "keys.yaml": "2001-01-01: 1",
    "deep.json": "[" * 300_000,
    "digits.json": '{"seed": ' + "9" * 300_000 + "}",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_file_that_expands_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(BOMBS[name])
    with pytest.raises(ConfigError) as caught:
        read_all(tmp_path, str(path))
    assert name in caught.value.message
    assert "\n" not in caught.value.message
    assert len(caught.value.message) < 600


def test_a_sparse_file_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.touch()
    os.truncate(path, 3 << 30)
    with pytest.raises(ConfigError, match="it has more than 1,000,000 bytes"):
        read_all(tmp_path)


def test_numbers_to_the_base_60_are_texts(tmp_path: Path) -> None:
    (tmp_path / "pfg.yaml").write_text("seed: 7\nlocale: 1:30\ntimeout: 1.5\nmax_depth: 0o10\n")
    source = load_configuration(tmp_path, environ={})
    assert source.values["locale"] == "1:30"
    assert (source.values["seed"], source.values["timeout"]) == (7, 1.5)


def test_dates_in_overrides_reach_the_child_as_text(tmp_path: Path) -> None:
    table = '"User.day" = {value = 1979-05-27}\n"User.days" = {value = [1979-05-27, 07:32:00]}'
    (tmp_path / "pyproject.toml").write_text(f"[tool.pytest_fixturegen.overrides]\n{table}\n")
    source = load_configuration(tmp_path, environ={})
    overrides = to_json_dict(read_options(GenerationConfig, [source]))["overrides"]
    assert overrides["User.day"] == {"value": "1979-05-27"}
    assert overrides["User.days"] == {"value": ["1979-05-27", "07:32:00"]}


@pytest.mark.parametrize("value", ["9" * 4000, 10**5000, 2**1024], ids=range(3))
def test_a_seed_of_thousands_of_digits_is_refused(value: object) -> None:
    with pytest.raises(UsageError, match="a number of at most 308 digits"):
        read_options(GenerationConfig, [read_flags({"seed": value}, GenerationConfig)])


def test_unknown_keys_of_the_other_table_are_reported_up_to_a_limit(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    rows = "".join(f"k{row} = 1\n" for row in range(5000))
    (tmp_path / "pyproject.toml").write_text(f"[tool.pydantic_fixturegen]\n{rows}")
    read_all(tmp_path)
    assert len(caplog.records) == 21
    assert "4980 more unknown options are ignored" in caplog.text

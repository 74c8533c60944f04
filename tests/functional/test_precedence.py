"""The precedence of flags, variables and files, and the origins that ``pfg config`` shows."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pytest_fixturegen.cli.config import CONFIGS
from pytest_fixturegen.config.options import Pairs, Policies
from pytest_fixturegen.config.sources import format_variable
from tests.functional.conftest import Pfg

OPTIONS = [
    (each, get_type_hints(config)[each.name]) for config in CONFIGS for each in fields(config)
]
WORDS = st.text("abcdefgh", min_size=1, max_size=5)
SOURCES = ("flag", "variable", "file")


def values(each: Any, hint: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for values of option *each*, as JSON represents them."""
    if get_origin(hint) is tuple and hint not in (Pairs, Policies):
        return st.lists(WORDS, min_size=1, max_size=2)
    if hint in (Pairs, Policies):
        return st.dictionaries(
            WORDS,
            WORDS if hint == Pairs else st.fixed_dictionaries({"value": WORDS}),
            min_size=1,
            max_size=1,
        )
    if hint is bool:
        return st.booleans()
    low, high = each.metadata["low"] or 0, each.metadata["high"] or 1000
    numbers = {
        int: st.integers(int(low), int(high)),
        float: st.integers(int(low) + 1, int(high)).map(float),
    }
    moments = st.datetimes().map(lambda moment: f"{moment:%Y-%m-%d}T00:00:00+00:00".rjust(25, "0"))
    return (
        st.sampled_from(get_args(hint))
        if get_args(hint)
        else numbers.get(hint, WORDS if hint is str else moments)
    )


def as_text(value: Any) -> str:
    """Return *value* as a flag or a variable spells it."""
    if isinstance(value, list):
        return ",".join(value)
    if isinstance(value, dict):
        return "".join(
            f"{name}={item['value'] if isinstance(item, dict) else item}"
            for name, item in value.items()
        )
    return str(value).lower() if isinstance(value, bool) else str(value)


def as_flags(each: Any, value: Any) -> list[str]:
    """Return *value* as command line words: one flag for each item of a list."""
    name = each.name.replace("_", "-")
    if isinstance(value, bool):
        return [f"--{name}" if value else f"--no-{name}"]
    words = value if isinstance(value, list) else [as_text(value)]
    return [f"--{name}={word}" for word in words]


@st.composite
def assignments(draw: st.DrawFn) -> tuple[Any, Any, dict[str, Any]]:
    """Draw an option, its type, and a value for each of some sources."""
    each, hint = draw(st.sampled_from(OPTIONS))
    sources = draw(st.sets(st.sampled_from(SOURCES)))
    return each, hint, {source: draw(values(each, hint)) for source in SOURCES if source in sources}


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(assignment=assignments(), form=st.sampled_from(["pyproject.toml", "pfg.yaml"]))
def test_the_first_source_wins_and_is_named(
    pfg: Pfg, project: Path, assignment: tuple[Any, Any, dict[str, Any]], form: str
) -> None:
    each, hint, by_source = assignment
    for name in ("pyproject.toml", "pfg.yaml"):
        (project / name).unlink(missing_ok=True)
    if "file" in by_source:
        (project / form).write_text(in_file(form, each.name, by_source["file"]))
    words = as_flags(each, by_source["flag"]) if "flag" in by_source else []
    environment = (
        {format_variable(each.name): as_text(by_source["variable"])}
        if "variable" in by_source
        else {}
    )
    entries = json.loads(pfg("config", "--json", *words, **environment).stdout)
    (entry,) = [one for one in entries if one["key"] == each.name]
    origins = {
        "flag": f"--{each.name.replace('_', '-')}",
        "variable": format_variable(each.name),
        "file": f"{each.name} in "
        + ("[tool.pytest_fixturegen] of " * (form != "pfg.yaml"))
        + str(project / form),
    }
    winner = next((source for source in SOURCES if source in by_source), None)
    assert entry["origin"] == (origins[winner] if winner else "")
    if winner and hint == Policies:  # policies for other fields are kept
        assert by_source[winner].items() <= entry["value"].items()
    elif winner:
        assert entry["value"] == by_source[winner]


def as_toml(item: Any) -> str:
    """Return a text, or a policy with one value, as TOML spells it."""
    if isinstance(item, str):
        return json.dumps(item)
    return "{value = " + json.dumps(item["value"]) + "}"


def in_file(form: str, name: str, value: Any) -> str:
    """Return *value* as a configuration file spells it."""
    if form == "pfg.yaml":
        return f"{name}: {json.dumps(value)}\n"
    if isinstance(value, dict):
        rows = "".join(f"{key} = {as_toml(item)}\n" for key, item in value.items())
        return f"[tool.pytest_fixturegen.{name}]\n{rows}"
    return f"[tool.pytest_fixturegen]\n{name} = {json.dumps(value)}\n"


YAML = (
    "seed: 5\njson:\n  n: 3\n  jsonl: true\noverrides:\n  User.name: {value: Ann}\n"
    "now: 2020-02-02\n"
)


@pytest.mark.parametrize("name", ["pfg.yaml", "pfg.yml", "other.yaml", "other.json", "other.toml"])
def test_an_option_file_is_found_or_named(
    pfg: Pfg, project: Path, in_process: list[object], name: str
) -> None:
    import yaml

    forms = {"yaml": YAML, "yml": YAML, "json": json.dumps(yaml.safe_load(YAML), default=str)}
    toml = (
        "seed = 5\nnow = 2020-02-02\n[json]\nn = 3\njsonl = true\n[overrides]\n"
        '"User.name" = {value = "Ann"}\n'
    )
    (project / name).write_text(forms.get(name.rpartition(".")[2], toml))
    words = ["--config", name] if name.startswith("other") else []
    result = pfg("gen", "json", "app/models.py:User", *words)
    assert [json.loads(line)["name"] for line in result.stdout.splitlines()] == ["Ann"] * 3, (
        result.stderr
    )
    assert pfg("gen", "json", "app/models.py:User", PFG_CONFIG=name).stdout == result.stdout
    output = pfg(*words, "config", "--show-origin").stdout
    assert f"n = 3  # json.n in {name if words else project / name}\n" in output
    assert "2020-02-02T00:00:00+00:00" in output


def test_a_named_file_is_the_only_one_read(pfg: Pfg, project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool.pytest_fixturegen]\nseed = 5\n")
    (project / "other.toml").write_text("locale = 'sv_SE'\n")
    output = pfg("config", "--config", "other.toml").stdout
    assert "seed = 0\n" in output
    assert 'locale = "sv_SE"\n' in output
    (project / "deep").mkdir()
    (project / "deep" / "pyproject.toml").write_text("[tool.pytest_fixturegen]\nseed = 6\n")
    assert "seed = 6\n" in pfg("config", "--config", "deep/pyproject.toml").stdout


def test_the_nearest_file_is_read(pfg: Pfg, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "pyproject.toml").write_text("[tool.pytest_fixturegen]\nseed = 5\n")
    (project / "app" / "pfg.yaml").write_text("seed: 6\n")
    assert "seed = 5\n" in pfg("config").stdout
    monkeypatch.chdir(project / "app")
    assert "seed = 6\n" in pfg("config").stdout


def test_a_pyproject_without_our_table_is_ignored_for_a_yaml_file(pfg: Pfg, project: Path) -> None:
    (project / "pyproject.toml").write_text("[project]\nname = 'mine'\n")
    (project / "pfg.yaml").write_text("seed: 6\n")
    assert "seed = 6\n" in pfg("config").stdout


@pytest.mark.parametrize("how", ["found", "flag", "variable"])
def test_pytest_reads_the_same_file(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    from pytest_fixturegen.fixtures.settings import get_settings

    pytester.makefile(".yaml", **{"pfg" if how == "found" else "other": "seed: 6\nlocale: sv_SE\n"})
    if how == "variable":
        monkeypatch.setenv("PFG_CONFIG", "other.yaml")
    config = pytester.parseconfigure(
        "-p",
        "no:asyncio",
        *(["--pfg-config", "other.yaml"] if how == "flag" else []),
        "--pfg-seed=7",
    )
    assert (get_settings(config).seed, get_settings(config).locale) == (7, "sv_SE")

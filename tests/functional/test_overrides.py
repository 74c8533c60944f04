"""Overrides, policies and explanations from the command line, variables, files and pytest."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.config.sources import read_environment, read_flags, read_options
from tests.functional.conftest import Pfg

USER = "app/models.py:User"


def records(pfg: Pfg, *words: str) -> list[dict[str, object]]:
    result = pfg("gen", "json", USER, *words)
    assert result.exit_code == 0, result.stderr
    data: list[dict[str, object]] = json.loads(result.stdout)
    return data


def test_an_override_is_json_or_text(pfg: Pfg) -> None:
    (user,) = records(
        pfg,
        "-O",
        "User.name=Bob",
        "--override",
        "User.id=7",
        "-O",
        'User.address.city={"value": "Oslo"}',
    )
    assert (user["name"], user["id"], user["address"]["city"]) == ("Bob", 7, "Oslo")  # type: ignore[index]


def test_a_flag_overrides_the_table_path_by_path(pfg: Pfg, project: Path) -> None:
    (project / "pyproject.toml").write_text(
        '[tool.pytest_fixturegen.overrides."User.name"]\nvalue = "Ann"\n'
        "[tool.pytest_fixturegen.overrides]\n"
        '"User.id" = {value = 1}\n[tool.pytest_fixturegen.field_policies."*.city"]\n'
        'value = "Rome"\n'
        '[tool.pytest_fixturegen.locale_map]\n"User.*" = "sv_SE"\n'
    )
    (user,) = records(pfg, "-O", "User.name=Bob")
    assert (user["name"], user["id"], user["address"]["city"]) == ("Bob", 1, "Rome")  # type: ignore[index]


def test_a_factory_of_the_project_runs_in_the_child(pfg: Pfg, project: Path) -> None:
    (project / "app" / "fakes.py").write_text("def name(index):\n    return f'name {index}'\n")
    made = records(pfg, "-n", "2", "-O", 'User.name={"factory": "app.fakes:name"}')
    assert [user["name"] for user in made] == ["name 0", "name 1"]


def test_a_misspelled_field_is_a_config_error(pfg: Pfg) -> None:
    result = pfg("gen", "json", USER, "-O", "User.nme=Bob")
    assert result.exit_code == 70, result.output
    assert "Did you mean 'name'?" in result.stderr


@pytest.mark.parametrize("text", ["User.name", "=1", '{"User.name": 1}'])
def test_an_invalid_override_is_a_usage_error(text: str) -> None:
    with pytest.raises(Exception, match="--overrides is"):
        read_options(
            GenerationConfig,
            [read_flags({"overrides": (text,) if text[0] != "{" else text}, GenerationConfig)],
        )


def test_a_variable_holds_json_or_one_override() -> None:
    for text in ('{"User.name": {"value": "Bob"}}', "User.name=Bob"):
        assert read_options(
            GenerationConfig, [read_environment({"PFG_OVERRIDES": text})]
        ).overrides == (("User.name", (("value", "Bob"),)),)
    assert read_options(
        GenerationConfig, [read_environment({"PFG_LOCALE_MAP": "A.*=sv_SE,B.*=de_DE"})]
    ).locale_map == (
        ("A.*", "sv_SE"),
        ("B.*", "de_DE"),
    )


def test_explain_is_a_table_or_json(pfg: Pfg) -> None:
    table = pfg("gen", "explain", USER, "-O", "User.id=7").stdout
    assert re.search(r"^User\n  id +7 +a configured override$", table, re.MULTILINE)
    assert re.search(
        r"^Address\n  city +by_name\.city +the name of the field$", table, re.MULTILINE
    )
    (explanation,) = json.loads(pfg("gen", "explain", USER, "--json").stdout)
    assert explanation["fields"][0] == {
        "model": "User",
        "field": "id",
        "path": "id",
        "provider": "numeric.integer",
        "reason": "the type",
    }


def test_the_header_of_fixtures_keeps_overrides(pfg: Pfg, project: Path) -> None:
    pfg(
        "gen",
        "fixtures",
        USER,
        "-O",
        "User.name=Bob",
        "--locale-map",
        "User.*=sv_SE",
        "--out",
        "made.py",
    )
    text = (project / "made.py").read_text()
    assert '--overrides \'User.name={"value": "Bob"}\'' in text
    assert "--locale-map 'User.*=sv_SE'" in text


def test_a_fresh_seed_is_printed_and_repeats_the_output(pfg: Pfg) -> None:
    first = pfg("gen", "json", USER, "--rng-mode", "entropy")
    seed = re.search(r"^seed (\d+)$", first.stderr, re.MULTILINE)
    assert seed
    assert pfg("gen", "json", USER, "--seed", seed[1]).stdout == first.stdout


@pytest.mark.parametrize("words", [["-p", "no:xdist"], ["-n", "2"]])
def test_pytest_accepts_overrides_and_one_fresh_seed(
    pytester: pytest.Pytester, words: list[str]
) -> None:
    pytester.makepyfile(
        models=(
            "from pydantic import BaseModel\nclass User(BaseModel):\n    name: str\n    id: int\n"
        )
    )
    pytester.makepyfile(
        test_it="""
        import pathlib, pytest
        from models import User

        @pytest.mark.parametrize("n", range(6))
        def test_one(pfg, n):
            assert pfg.build(User).name == "Bob"
            with pathlib.Path("seeds").open("a") as file:
                print(pfg.seed, file=file)
        """
    )
    result = pytester.runpytest_subprocess(
        "--pfg-override", "User.name=Bob", "--pfg-rng-mode", "entropy", *words
    )
    result.assert_outcomes(passed=6)
    (seed,) = set((pytester.path / "seeds").read_text().split())
    assert f"seed={seed}" in result.stdout.str()
    assert "overrides=User.name (--pfg-overrides)" in result.stdout.str()

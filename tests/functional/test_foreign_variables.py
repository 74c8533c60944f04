"""Variables ``PFG_*`` of other programs: they stop only runs that use the plugin."""

from __future__ import annotations

import pytest

QUIET = ("-p", "no:asyncio", "-p", "no:randomly", "-p", "no:cacheprovider", "-W", "error")
WARNING = "pfg: warning: {} Tests that use pytest-fixturegen fail."
PROBLEMS = {
    ("PFG_HOME", "/x"): "The environment variable PFG_HOME names an unknown option.",
    ("PFG_SEED", "abc"): "PFG_SEED is 'abc', which is not a whole number.",
    ("PFG_VARY", "zz"): "PFG_VARY is 'zz', which is not 'session', 'test' or 'run'.",
    ("PFG_CONFIG", "no.toml"): "PFG_CONFIG names no.toml, which does not exist.",
}

each_problem = pytest.mark.parametrize(("variable", "message"), PROBLEMS.items())


@each_problem
def test_a_run_without_the_plugin_only_warns(
    pytester: pytest.Pytester,
    monkeypatch: pytest.MonkeyPatch,
    variable: tuple[str, str],
    message: str,
) -> None:
    monkeypatch.setenv(*variable)
    pytester.makepyfile("def test_nothing(): pass")
    result = pytester.runpytest(*QUIET)
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines([WARNING.format(message)])


@each_problem
@pytest.mark.parametrize(
    "test",
    [
        "def test_it(pfg_seed): pass",
        "import pytest\n@pytest.mark.pfg(user={})\ndef test_it(): pass",
        "import pytest\n@pytest.mark.pfg_store(counts={})\ndef test_it(): pass",
    ],
    ids=["fixture", "marker", "marker of the store"],
)
def test_a_run_that_uses_the_plugin_stops(
    pytester: pytest.Pytester,
    monkeypatch: pytest.MonkeyPatch,
    variable: tuple[str, str],
    message: str,
    test: str,
) -> None:
    monkeypatch.setenv(*variable)
    pytester.makepyfile(test)
    result = pytester.runpytest(*QUIET)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: {message}"])


@each_problem
def test_a_run_with_an_option_of_the_plugin_stops(
    pytester: pytest.Pytester,
    monkeypatch: pytest.MonkeyPatch,
    variable: tuple[str, str],
    message: str,
) -> None:
    monkeypatch.setenv(*variable)
    pytester.makepyfile("def test_nothing(): pass")
    result = pytester.runpytest(*QUIET, "--pfg-locale", "de_DE")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: {message}"])


def test_workers_fail_only_tests_that_use_the_plugin(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PFG_HOME", "/x")
    pytester.makepyfile("def test_used(pfg_seed): pass\ndef test_unused(): pass")
    result = pytester.runpytest(*QUIET, "-n", "1")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines([PROBLEMS["PFG_HOME", "/x"]])


@pytest.mark.parametrize("name", ["PFG_SEED", "PFG_CONFIG", "PFG_HOME", "PFG_MODELS"])
def test_an_empty_variable_counts_as_unset(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "")
    pytester.makepyfile("def test_seed(pfg_seed): assert pfg_seed == 0")
    result = pytester.runpytest(*QUIET)
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["pfg: seed=0, locale=en_US"])


def test_an_ini_key_of_the_plugin_counts_as_use(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PFG_HOME", "/x")
    pytester.makepyfile("def test_nothing(): pass")
    pytester.makeini("[pytest]\npfg_seed = 3\n")
    result = pytester.runpytest(*QUIET)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: The environment variable PFG_HOME*"])


@each_problem
def test_a_project_with_models_stops_where_a_test_requests_one(
    pytester: pytest.Pytester,
    monkeypatch: pytest.MonkeyPatch,
    variable: tuple[str, str],
    message: str,
) -> None:
    monkeypatch.setenv(*variable)
    pytester.makepyfile(
        models="from pydantic import BaseModel\nclass User(BaseModel):\n    name: str\n",
        test_unused="def test_nothing(): pass",
        test_used="def test_it(pfg, user): pass",
    )
    pytester.syspathinsert()
    pytester.makepyprojecttoml('[tool.pytest_fixturegen]\nmodels = ["models:User"]\n')
    pytester.runpytest(*QUIET, "test_unused.py").assert_outcomes(passed=1)
    result = pytester.runpytest(*QUIET, "test_used.py")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: {message}"])

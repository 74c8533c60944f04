"""The pytest plugin in test runs of a sample project."""

from __future__ import annotations

import json
import re
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

MODELS = """
from pydantic import BaseModel, Field

class Address(BaseModel):
    city: str

class User(BaseModel):
    id: int = Field(ge=1, le=10**9)
    name: str
    address: Address

class Order(BaseModel):
    number: int = Field(ge=1, le=10**9)
"""

CONFTEST = """
from pytest_fixturegen import pfg_factory, pfg_fixture
from models import Order, User

user = pfg_fixture(User)
admin = pfg_fixture(User, {"name": "Root"}, doc="An administrator.", scope="session")
many = pfg_fixture(User, cases=3)
orders = pfg_fixture(list[Order], n=5)
make_order = pfg_factory(Order, scope="session")
"""

TESTS = """
import json, os, pathlib

def keep(request, value):
    with open(os.environ["KEPT"], "a") as file:
        file.write(json.dumps([request.node.name, value]) + "\\n")

def test_one(user, request): keep(request, user.model_dump())
def test_two(user, admin, request): keep(request, [user.model_dump(), admin.model_dump()])
def test_three(many, request): keep(request, many.model_dump())
def test_four(orders, request): keep(request, [order.model_dump() for order in orders])
def test_five(pfg, request):
    from models import User
    keep(request, [each.model_dump() for each in pfg.batch(User, 2)])
def test_six(make_order, admin, request):
    keep(request, [admin.model_dump(), *(each.model_dump() for each in make_order.batch(2))])
"""

ASYNCIO = tuple(map(int, version("pytest-asyncio").split(".")[:2]))
STRICT = ["-W", "error", "--strict-markers", "--strict-config"]
"""Options that turn every warning into an error."""

if ASYNCIO >= (0, 24):
    STRICT += [
        "-o",
        "asyncio_default_fixture_loop_scope=function",
    ]  # without it pytest-asyncio warns

ALL = [
    "test_five",
    "test_four",
    "test_one",
    "test_six",
    *(f"test_three[case{index}]" for index in range(3)),
    "test_two",
]


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with models and fixtures, and with tests that record their values."""
    pytester.makepyfile(models=MODELS, test_users=TESTS)
    pytester.makeconftest(CONFTEST)
    monkeypatch.setenv("KEPT", str(pytester.path / "kept"))
    pytester.syspathinsert()
    return pytester.path


def run_and_collect(
    pytester: pytest.Pytester, *words: str, apart: bool = False
) -> dict[str, object]:
    """Run the tests and return the values of each by name.

    If *apart* is true, the run has a separate process, which is slower.
    """
    path = pytester.path / "kept"
    path.unlink(missing_ok=True)
    run = pytester.runpytest_subprocess if apart else pytester.runpytest_inprocess
    result = run(*words, *STRICT)
    assert result.ret == 0, result.stdout.str() + result.stderr.str()
    return dict(json.loads(line) for line in path.read_text().splitlines())


def test_a_value_is_the_same_alone_in_any_order_and_in_any_worker(
    project: Path, pytester: pytest.Pytester
) -> None:
    whole = run_and_collect(pytester, "-p", "no:randomly", apart=True)
    assert sorted(whole) == ALL
    assert run_and_collect(pytester, "-n", "2", apart=True) == whole
    for seed in range(5):
        assert (
            run_and_collect(pytester, "-p", "no:xdist", "-p", "randomly", f"--randomly-seed={seed}")
            == whole
        )
    for name in whole:
        assert run_and_collect(pytester, f"test_users.py::{name}", "-p", "no:randomly") == {
            name: whole[name]
        }


def test_values_survive_moving_a_file_and_adding_a_test(
    project: Path, pytester: pytest.Pytester
) -> None:
    before = run_and_collect(pytester, "-p", "no:randomly", apart=True)
    (project / "deep").mkdir()
    (project / "deep" / "test_moved.py").write_text(
        "def test_new(user): pass\n" + (project / "test_users.py").read_text()
    )
    (project / "test_users.py").unlink()
    pytester.syspathinsert(project)
    assert run_and_collect(pytester, "-p", "no:randomly", apart=True) == before


def test_another_seed_gives_other_values(project: Path, pytester: pytest.Pytester) -> None:
    one, other = (
        run_and_collect(pytester, "--pfg-seed", "1"),
        run_and_collect(pytester, "--pfg-seed=2"),
    )
    assert one.keys() == other.keys()
    assert all(one[name] != other[name] for name in one)


def test_the_locale_changes_the_values(project: Path, pytester: pytest.Pytester) -> None:
    assert (
        run_and_collect(pytester, "--pfg-locale", "ja_JP")["test_one"]
        != run_and_collect(pytester)["test_one"]
    )


def test_flag_beats_variable_beats_ini_beats_pyproject(
    project: Path, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_seed = {seed: run_and_collect(pytester, "--pfg-seed", seed) for seed in ("1", "2", "3", "4")}
    (project / "pyproject.toml").write_text("[tool.pytest_fixturegen]\nseed = 4\n")
    assert run_and_collect(pytester) == by_seed["4"]
    (project / "pytest.ini").write_text("[pytest]\npfg_seed = 3\n")
    assert run_and_collect(pytester) == by_seed["3"]
    monkeypatch.setenv("PFG_SEED", "2")
    assert run_and_collect(pytester) == by_seed["2"]
    assert run_and_collect(pytester, "--pfg-seed", "1") == by_seed["1"]


def test_the_header_shows_the_seed_and_its_source(project: Path, pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_subprocess("--pfg-seed=7", "-p", "no:randomly")
    result.stdout.fnmatch_lines(["pfg: seed=7 (--pfg-seed), locale=en_US"])


def test_the_summary_line_appears_only_in_runs_that_use_the_plugin(
    project: Path, pytester: pytest.Pytester
) -> None:
    used = pytester.runpytest_subprocess("-p", "no:randomly")
    assert len(re.findall("^pfg: ", used.stdout.str(), re.MULTILINE)) == 1
    (project / "test_users.py").write_text("def test_nothing(): pass\n")
    unused = pytester.runpytest_subprocess("-p", "no:randomly")
    assert "pfg:" not in unused.stdout.str()


def test_fixtures_are_listed_at_the_users_own_line(
    project: Path, pytester: pytest.Pytester
) -> None:
    result = pytester.runpytest_subprocess("--fixtures", "-p", "no:randomly")
    output = result.stdout.str()
    assert re.search(
        (
            r"fixtures defined from conftest.*\nuser -- conftest.py:[45]\n    A User, made "
            r"by pytest-fixturegen."
        ),
        output,
    )
    assert re.search(r"admin \[session scope\] -- conftest.py:[56]\n    An administrator.", output)


def test_overrides_reach_into_nested_models_and_merge_with_the_test(
    project: Path, pytester: pytest.Pytester
) -> None:
    pytester.makepyfile(
        test_users="""
        import pytest

        oslo = {"address": {"city": "Oslo"}}

        @pytest.mark.parametrize("admin", [oslo], ids=["oslo"], indirect=True)
        def test_both(admin):
            assert (admin.name, admin.address.city) == ("Root", "Oslo")
        """
    )
    pytester.runpytest_subprocess().assert_outcomes(passed=1)


def test_a_misspelled_override_suggests_the_field(project: Path, pytester: pytest.Pytester) -> None:
    pytester.makeconftest(
        "from pytest_fixturegen import pfg_fixture\nfrom models import User\n"
        "user = pfg_fixture(User, {'nme': 1})\n"
    )
    pytester.makepyfile(test_users="def test_it(user): pass")
    result = pytester.runpytest_subprocess()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        ["*User has no field 'nme' to override.*", "*Did you mean 'name'?*"]
    )
    result.stdout.no_fnmatch_line("*During handling*")


@pytest.mark.parametrize(
    ("words", "expected"),
    [(["--pfg-seed", "x"], "--pfg-seed is 'x'"), (["--pfg-locale", "en_XX"], "en_XX")],
)
def test_a_bad_option_is_an_error_of_one_sentence(
    project: Path, pytester: pytest.Pytester, words: list[str], expected: str
) -> None:
    result = pytester.runpytest_subprocess(*words)
    assert result.ret != 0, result.stdout.str()
    output = result.stdout.str() + result.stderr.str()
    assert expected in output
    assert "Traceback" not in output


def test_values_are_the_same_as_from_the_api(project: Path, pytester: pytest.Pytester) -> None:
    values = run_and_collect(pytester, "--pfg-seed", "9", "test_users.py::test_five")["test_five"]
    pytester.syspathinsert(project)
    script = (
        "import json; from models import User; from pytest_fixturegen import "
        "generate_instances as g; "
    )
    script += "print(json.dumps([each.model_dump() for each in g(User, 2, seed=9)]))"
    result = pytester.run(sys.executable, "-c", script)
    assert json.loads(result.outlines[-1]) == values

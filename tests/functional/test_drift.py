"""``pfg_check``: files that ``pfg gen`` wrote are compared with the current models."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.functional.test_plugin import MODELS, STRICT

PLAIN = ("-p", "no:randomly", *STRICT)
JSON = "gen json models.py:User -n 2 --jsonl --seed 4"


@pytest.fixture
def project(pytester: pytest.Pytester) -> Path:
    """Return a project with an up-to-date fixtures module and an up-to-date file of records."""
    pytester.makepyfile(models=MODELS)
    pytester.run(
        sys.executable,
        "-m",
        "pytest_fixturegen",
        "gen",
        "fixtures",
        "models.py",
        "--seed",
        "4",
        "--out",
        "fixtures_users.py",
    )
    pytester.run(sys.executable, "-m", "pytest_fixturegen", *JSON.split(), "--out", "users.jsonl")
    pytester.makepyfile(
        test_it=f"""
        def test_fixtures(pfg_check): pfg_check("fixtures_users.py")
        def test_records(pfg_check): pfg_check("users.jsonl", "pfg {JSON} --out users.jsonl")
        """
    )
    return pytester.path


def test_up_to_date_files_pass(project: Path, pytester: pytest.Pytester) -> None:
    pytester.runpytest_inprocess(*PLAIN).assert_outcomes(passed=2)


def test_stale_files_fail_with_a_diff_and_regen_rewrites_them(
    project: Path, pytester: pytest.Pytester
) -> None:
    (project / "models.py").write_text(MODELS.replace("name: str", "name: str\n    nickname: str"))
    result = pytester.runpytest_inprocess(*PLAIN)
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(["*fixtures_users.py is out of date; --pfg-regen rewrites it.*"])
    result.stdout.re_match_lines_random([r'E? *\+ +nickname="'])
    pytester.runpytest_inprocess(*PLAIN, "--pfg-regen").assert_outcomes(passed=2)
    pytester.runpytest_inprocess(*PLAIN).assert_outcomes(passed=2)
    assert '"nickname":' in (project / "users.jsonl").read_text()


def test_a_file_without_a_header_needs_the_command(
    project: Path, pytester: pytest.Pytester
) -> None:
    pytester.makepyfile(
        test_it=(
            "def test_it(pfg_check): pfg_check('users.jsonl')\n"
            "def test_no(pfg_check): pfg_check('no.py')"
        )
    )
    result = pytester.runpytest_inprocess(*PLAIN)
    result.stdout.fnmatch_lines(
        ["*users.jsonl does not name the command that wrote it: give the command, *"]
    )
    result.stdout.fnmatch_lines(["*no.py does not exist: give the command, *"])


def test_a_failing_command_shows_its_error(project: Path, pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        test_it="def test_it(pfg_check): pfg_check('users.jsonl', 'gen json nowhere.py')"
    )
    result = pytester.runpytest_inprocess(*PLAIN)
    result.stdout.fnmatch_lines(["*pfg gen json nowhere.py failed:*", "*nowhere.py*"])

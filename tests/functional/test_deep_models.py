"""Commands and fixtures with models that nest 200 deep, from outside."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.functional.conftest import Pfg, assert_success
from tests.growth.nested import HEADER, write_chain

DEPTH = 200
COMMANDS = (
    ("list",),
    ("gen", "json"),
    ("gen", "explain"),
    ("gen", "overrides"),
    ("doctor",),
)


def test_each_command_serves_models_that_nest_200_deep(project: Path, pfg: Pfg) -> None:
    (project / "deep.py").write_text(f"{HEADER}\n{write_chain(DEPTH)}\n")
    for words in COMMANDS:
        assert_success(pfg(*words, "deep.py:Top"))


def test_the_schema_of_models_that_nest_200_deep_is_written_or_refused(
    project: Path, pfg: Pfg
) -> None:
    (project / "deep.py").write_text(f"{HEADER}\n{write_chain(DEPTH)}\n")
    result = pfg("gen", "schema", "deep.py:Top")
    if sys.version_info[:2] == (3, 12) and result.exit_code:
        # In early versions, C functions nest 1,500 deep at most, whatever the limit of calls is.
        assert result.exit_code == 20
        assert "nests too deep for Pydantic's JSON Schema" in result.stderr
    else:
        assert_success(result)


def test_fixtures_nest_as_deep_as_python_reads(project: Path, pfg: Pfg) -> None:
    (project / "deep.py").write_text(f"{HEADER}\n{write_chain(170)}\n")
    assert_success(pfg("gen", "fixtures", "deep.py:Top", "--out", "test_deep.py"))
    compile((project / "test_deep.py").read_text(), "test_deep.py", "exec")
    (project / "deep.py").write_text(f"{HEADER}\n{write_chain(DEPTH)}\n")
    refused = pfg("gen", "fixtures", "deep.py:Top")
    assert refused.exit_code == 30
    assert "Python reads at most 199 brackets" in refused.stderr
    assert "pfg_fixture()" in refused.stderr


def test_json_deeper_than_pydantic_reads_is_refused_in_a_sentence(project: Path, pfg: Pfg) -> None:
    (project / "deep.py").write_text(f"{HEADER}\n{write_chain(DEPTH + 1)}\n")
    refused = pfg("gen", "json", "deep.py:Top")
    assert refused.exit_code == 20
    assert "A200.part.part" in refused.stderr
    assert "Pydantic reads at most 200 levels" in refused.stderr


TESTS = """
import sys
from deep import Top
from pytest_fixturegen import pfg_factory, pfg_fixture

top = pfg_fixture(Top)
make_top = pfg_factory(Top)
LIMIT = sys.getrecursionlimit()

def test_fixture(top, make_top):
    assert isinstance(top, Top)
    assert isinstance(make_top(), Top)
    assert sys.getrecursionlimit() == LIMIT

def test_failure(top):
    assert False, "on purpose"
"""


def test_fixtures_in_tests_nest_200_deep_and_are_reported(
    pytester: pytest.Pytester,
) -> None:
    pytester.makepyfile(deep=f"{HEADER}\n{write_chain(DEPTH)}\n", test_deep=TESTS)
    result = pytester.runpytest_subprocess("-p", "no:randomly")
    result.assert_outcomes(passed=1, failed=1)
    assert "top = A199(part=A198(part=" in result.stdout.str()
    assert "reproduce with: --pfg-seed" in result.stdout.str()

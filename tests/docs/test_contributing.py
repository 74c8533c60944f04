"""The worked examples of CONTRIBUTING.md work: a rule and a repair strategy take effect."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, explain, generate_instances
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.strategies.planner import plan_type
from pytest_fixturegen.strategies.rules import RULES

TEXT = (Path(__file__).resolve().parents[2] / "CONTRIBUTING.md").read_text("utf-8")
BLOCK = re.compile(r"^```python\n# (\S+)\.py\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SOURCES = {path.replace("/", "."): source for path, source in BLOCK.findall(TEXT)}


def load_block(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the code block of the module *name*, executed as that module."""
    module = ModuleType(name)
    monkeypatch.setitem(sys.modules, name, module)
    exec(compile(SOURCES[name], f"CONTRIBUTING.md:{name}", "exec"), vars(module))
    return module


def run_tests(module: ModuleType) -> int:
    """Call the test functions of *module*, and return their number."""
    tests = [value for name, value in vars(module).items() if name.startswith("test_")]
    for test in tests:
        test()
    return len(tests)


@pytest.fixture
def with_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the example rule into RULES, before the rule that the text names."""
    rule = load_block("pytest_fixturegen.strategies.rules.ticket", monkeypatch).ticket
    place = [each.name for each in RULES].index("provider_by_name")
    rules = (*RULES[:place], rule, *RULES[place:])
    monkeypatch.setitem(plan_type.__kwdefaults__, "rules", rules)


@pytest.fixture
def with_strategy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the example strategy into SCHEDULE, before the strategy that the text names."""
    from pytest_fixturegen.generator.repair import schedule

    module = load_block("pytest_fixturegen.generator.repair.palindromes", monkeypatch)
    place = [each.name for each in schedule.SCHEDULE].index("redraw")
    before, after = schedule.SCHEDULE[:place], schedule.SCHEDULE[place:]
    monkeypatch.setattr(schedule, "SCHEDULE", (*before, module.STRATEGY, *after))


class Issue(BaseModel):
    parent_ticket: str


@pytest.mark.usefixtures("with_rule")
def test_the_tests_of_the_example_rule_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_tests(load_block("tests.strategies.rules.test_ticket", monkeypatch)) == 2


def test_without_the_example_rule_another_one_fills_the_field() -> None:
    assert [decision.rule for decision in explain(Issue)] != ["ticket"]


@pytest.mark.usefixtures("with_strategy")
def test_the_test_of_the_example_strategy_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_tests(load_block("tests.generator.repair.test_palindromes", monkeypatch)) == 1


def test_without_the_example_strategy_the_record_is_not_repaired(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sign = load_block("tests.generator.repair.test_palindromes", monkeypatch).Sign
    config = GenerationConfig(validator_max_retries=2)
    with pytest.raises(MappingError, match="backwards"):
        list(generate_instances(sign, 20, seed=1, config=config))


def test_the_example_provider_is_a_row_of_the_table() -> None:
    from pytest_fixturegen.providers import pursuits

    row = re.search(r'^\("tea tea_name".*\)$', TEXT, re.MULTILINE)
    assert row is not None
    names, kind, provider = eval(row[0], vars(pursuits))
    table = pursuits.build_table((names, kind, provider))
    assert set(table) == {("tea", "str"), ("tea_name", "str")}

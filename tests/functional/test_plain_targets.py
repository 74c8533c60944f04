"""Plain classes, names for type checkers and overrides of types on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from tests.functional.conftest import Pfg, assert_success

SOURCE = """
from __future__ import annotations
from dataclasses import dataclass
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from app.models import Address
class Version(str):
    def __new__(cls, version):
        return super().__new__(cls, version)
class Money:
    def __init__(self, amount: int, currency: str = "EUR") -> None:
        self._amount, self._currency = amount, currency
@dataclass
class Order:
    money: Money
    version: Version
    home: Address
"""

FAKES = "def version(index): return f'2.{index}'"

CONFIGURATION = """
[tool.pytest_fixturegen.overrides]
Version = {factory = "app.fakes:version"}
"""


def write_project(project: Path) -> None:
    (project / "app" / "plain.py").write_text(SOURCE)
    (project / "app" / "fakes.py").write_text(FAKES)


def test_commands_take_plain_classes(project: Path, pfg: Pfg) -> None:
    write_project(project)
    result = pfg("gen", "json", "app/plain.py:Money", "--jsonl", "-n", "2")
    assert_success(result)
    assert all(set(json.loads(line)) == {"amount", "currency"} for line in result.output.split())
    listed = pfg("list", "app/plain.py", "--include", "*.Money")
    assert_success(listed)
    assert "app.plain.Money  class" in listed.output


def test_overrides_of_types_come_from_flags_and_files(project: Path, pfg: Pfg) -> None:
    write_project(project)
    command = ["gen", "json", "app/plain.py:Order", "--jsonl", "-n", "2"]
    result = pfg(*command, "-O", 'Version={"factory": "app.fakes:version"}')
    assert_success(result)
    versions = [json.loads(line)["version"] for line in result.output.splitlines()]
    assert versions == ["2.0", "2.1"]
    (project / "pyproject.toml").write_text(CONFIGURATION)
    from_file = pfg(*command)
    assert_success(from_file)
    assert from_file.output == result.output


def test_a_factory_of_an_untrusted_project_is_refused_outside_the_sandbox(
    project: Path, pfg: Pfg
) -> None:
    write_project(project)
    (project / "pyproject.toml").write_text(CONFIGURATION)
    result = pfg("serve", "app/models.py", "--port", "0")
    assert result.exit_code == 70
    assert "sets 'overrides': expected your trust in the project" in result.output


def test_fixtures_call_the_constructor(project: Path, pfg: Pfg) -> None:
    write_project(project)
    result = pfg("gen", "fixtures", "app/plain.py:Money")
    assert_success(result)
    assert "return Money(amount=" in result.output

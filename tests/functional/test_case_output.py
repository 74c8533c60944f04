"""Cases and invalid records as output of ``pfg gen``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from pytest_fixturegen import generate_cases, generate_invalid
from tests.functional.conftest import Pfg, assert_exit_code, assert_success

TICKETS = """
from datetime import date
from typing import Annotated, Literal
from uuid import UUID
from pydantic import BaseModel, Field, model_validator

class Place(BaseModel):
    row: Annotated[int, Field(ge=1, le=40)]

class Ticket(BaseModel):
    kind: Literal["day", "year"]
    age: Annotated[int, Field(ge=6, le=99)]
    is_reduced: bool
    place: Place | None = None

    @model_validator(mode="after")
    def check_reduction(self):
        if self.is_reduced and self.age == 99:
            raise ValueError("no reduction at 99")
        return self

class Broken(BaseModel):
    number: int

    @model_validator(mode="after")
    def refuse(self):
        raise ValueError("never valid")
"""
TICKET = "app/tickets.py:Ticket"


@pytest.fixture(autouse=True)
def tickets(project: Path) -> Any:
    """Write the models, and return the class Ticket."""
    (project / "app" / "tickets.py").write_text(TICKETS)
    sys.path.insert(0, str(project))
    from app.tickets import Ticket  # type: ignore[import-not-found]

    return Ticket


def read_lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def test_records_are_the_cases_of_the_python_function(pfg: Pfg, tickets: Any) -> None:
    result = pfg("gen", "json", TICKET, "--cover", "pairs", "--seed", "3", "--jsonl")
    cases = generate_cases(tickets, "pairs", seed=3)
    assert read_lines(result.stdout) == [case.model_dump(mode="json") for case in cases]
    assert f"Ticket: {len(cases)} cases, 1 combination refused by validators\n" in result.stderr
    assert "  refused: age=99, is_reduced=True: " in result.stderr


def test_a_budget_keeps_the_first_cases_and_counts_the_others(pfg: Pfg) -> None:
    command = ("gen", "json", TICKET, "--cover", "each", "--jsonl")
    every = pfg(*command).stdout.splitlines()
    result = pfg(*command, "--max-cases", "2")
    assert result.stdout.splitlines() == every[:2]
    assert "Ticket: 2 cases" in result.stderr
    assert "combinations not covered\n  not covered: " in result.stderr
    assert pfg(*command, "--max-cases", "2", "--quiet").stderr == ""


def test_an_invalid_record_comes_with_its_error(pfg: Pfg, tickets: Any) -> None:
    result = pfg("gen", "json", TICKET, "--invalid", "--indent", "2")
    found = json.loads(result.stdout)
    assert [each["id"] for each in found] == [case.id for case in generate_invalid(tickets)]
    assert found[0].keys() == {"id", "payload", "path", "rule", "loc", "type", "ctx"}
    for each in found:
        with pytest.raises(ValidationError) as caught:
            TypeAdapter(tickets).validate_json(json.dumps(each["payload"]))
        error = caught.value.errors()[0]
        assert (tuple(each["loc"]), each["type"]) == (error["loc"], error["type"])
    assert "  accepted: is_reduced: accepts 'true' for bool" in result.stderr


def test_several_models_and_files_and_checks(pfg: Pfg, project: Path) -> None:
    command = ("gen", "json", "app/tickets.py", "--exclude", "*.Broken", "--invalid")
    assert json.loads(pfg(*command).stdout).keys() == {"Place", "Ticket"}
    out = ("--out", "{model}.json")
    assert_success(pfg(*command, *out))
    assert json.loads((project / "Place.json").read_text())[0]["type"] == "less_than_equal"
    assert "up to date Ticket.json" in pfg(*command, *out, "--check").stderr
    (project / "Place.json").write_text("[]")
    assert_exit_code(pfg(*command, *out, "--check"), 1)


def test_a_model_without_valid_records_fails_alone(pfg: Pfg) -> None:
    result = pfg("gen", "json", "app/tickets.py", "--cover", "each", "--out", "{model}.json")
    assert_exit_code(result, 20)
    assert "Broken" in result.stderr
    assert "wrote Ticket.json" in result.stderr


def test_unique_fields_differ_from_case_to_case(pfg: Pfg) -> None:
    unique = ("--unique", "Ticket.age")
    result = pfg("gen", "json", TICKET, "--cover", "pairs", *unique, "--jsonl")
    ages = [record["age"] for record in read_lines(result.stdout)]
    assert len(set(ages)) == len(ages) > 2


def test_the_bytes_do_not_depend_on_workers_and_hash_seeds(project: Path) -> None:
    def run(hash_seed: str, *words: str) -> bytes:
        command = [sys.executable, "-m", "pytest_fixturegen", "gen", "json", TICKET, *words]
        environment = {"PYTHONHASHSEED": hash_seed, "PATH": ""}
        environment |= {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
        return subprocess.run(
            command, cwd=project, env=environment, capture_output=True, check=True
        ).stdout

    assert run("1", "--cover", "triples") == run("2", "--cover", "triples", "--workers", "2")
    assert run("1", "--invalid") == run("2", "--invalid", "--workers", "2") != b""


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("--cover each --invalid", "--invalid: expected no --cover, got 'each'."),
        ("--max-cases 3", "--max-cases 3: expected --cover or --invalid."),
        ("--cover each -n 5", "-n 5 does not go with --cover."),
        ("--invalid --shard-size 2", "--shard-size 2 does not go with --invalid."),
        ("--cover each --out {index}.json", "{index} in --out does not go with --cover."),
        ("--invalid --with-related", "--with-related does not go with --invalid"),
    ],
)
def test_options_that_do_not_go_together_are_refused(pfg: Pfg, words: str, message: str) -> None:
    result = pfg("gen", "json", TICKET, *words.split(), "--json-errors")
    assert_exit_code(result, 2)
    error = json.loads(result.stdout)["error"]
    assert error["message"].startswith(message)
    assert error["hint"]

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
    assert run("1", "--invalid") == run("2", "--invalid") != b""


USES = """
from pydantic import TypeAdapter, ValidationError
import pytest
from app.tickets import Ticket

def test_valid(ticket):
    assert TypeAdapter(Ticket).validate_python(ticket)

def test_invalid(invalid_ticket):
    payload, loc, kind = invalid_ticket
    with pytest.raises(ValidationError) as caught:
        Ticket.model_validate_json(__import__("json").dumps(payload))
    error = caught.value.errors()[0]
    assert (loc, kind) == (error["loc"], error["type"])
"""


@pytest.mark.parametrize("style", ["functions", "class"])
def test_modules_of_cases_are_read_by_pytest(
    pfg: Pfg, project: Path, tickets: Any, style: str
) -> None:
    for kind, words in (("valid", ("--cover", "pairs")), ("invalid", ("--invalid",))):
        out = ("--style", style, "--scope", "module", "--out", f"{kind}.py")
        command = ("gen", "fixtures", TICKET, *words, *out)
        result = pfg(*command)
        assert_success(result)
        assert f"wrote {kind}.py" in result.stderr
        assert "up to date" in pfg(*command, "--check").stderr
    check = "import valid, invalid\nfrom valid import *\nfrom invalid import *\n"
    uses = USES
    if style == "class":
        bases = "valid.TicketFixtures, invalid.InvalidTicketFixtures"
        uses = USES.replace("def test_valid(", f"class TestIt({bases}):\n  def test_valid(self, ")
        uses = uses.replace("\n    assert TypeAdapter", "\n    assert TypeAdapter")
        uses = uses.replace("\ndef test_invalid(", "\n  def test_invalid(self, ")
    (project / "test_uses.py").write_text(check + uses)
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-v", "-p", "no:randomly", "test_uses.py"],
        cwd=project,
        env={"PYTHONPATH": f"{Path(__file__).resolve().parents[2]}:{project}", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
    for case_id in (*generate_cases(tickets, "pairs").ids, *generate_invalid(tickets).ids):
        assert f"[{case_id}] PASSED" in run.stdout


def test_an_invalid_module_says_what_each_case_changes(pfg: Pfg) -> None:
    source = pfg("gen", "fixtures", TICKET, "--invalid").stdout
    assert '"""An invalid ticket, with the loc and the type of the error: ' in source
    expected = """
        case "age=5 greater_than_equal":
            payload["age"] = 5
            return payload, ("age",), "greater_than_equal"
"""
    assert expected in source
    assert 'del payload["place"]["row"]' in source


def test_plain_data_and_one_case_and_several_models(pfg: Pfg) -> None:
    models = ("gen", "fixtures", "app/tickets.py", "--exclude", "*.Broken", "--max-cases", "1")
    valid = pfg(*models, "--cover", "each", "--return-type", "dict").stdout
    assert 'def ticket() -> dict[str, Any]:\n    """A ticket, as plain data."""' in valid
    invalid = pfg(*models, "--invalid").stdout
    assert "def invalid_place() -> tuple[Any, tuple[int | str, ...], str]:" in invalid


def test_a_model_that_refuses_nothing_is_named(pfg: Pfg, project: Path) -> None:
    (project / "app" / "loose.py").write_text(
        "from typing import Any\nfrom pydantic import RootModel\n"
        "class Loose(RootModel[Any]): pass\n"
    )
    result = pfg("gen", "fixtures", "app/loose.py:Loose", "--invalid")
    assert_exit_code(result, 20)
    assert "Loose refuses nothing: it has no invalid records." in result.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("--cover each --cases 2", "--cases 2 does not go with --cover."),
        ("--invalid --style factory", "--style factory does not go with --invalid."),
    ],
)
def test_options_of_fixtures_that_do_not_go_together_are_refused(
    pfg: Pfg, words: str, message: str
) -> None:
    result = pfg("gen", "fixtures", TICKET, *words.split(), "--json-errors")
    assert_exit_code(result, 2)
    assert json.loads(result.stdout)["error"]["message"] == message


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

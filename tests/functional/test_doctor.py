"""``pfg doctor``: reports from records and from source, and the check of the sandbox."""

from __future__ import annotations

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pytest_fixturegen.cli.main import main
from pytest_fixturegen.sandbox.environment import NO_KERNEL_VARIABLE
from pytest_fixturegen.sandbox.linux.landlock import read_abi_version
from pytest_fixturegen.sandbox.linux.syscalls import detect_machine
from tests.functional.conftest import Pfg, error_of

ROOT = Path(__file__).resolve().parents[2]
PARTS = """
from pydantic import BaseModel, Field


class Gizmo(BaseModel):
    zorble: str
    quux: str = Field(pattern="^[a-z]{3}$")


class Box(BaseModel):
    gizmos: list[Gizmo]
"""

SHOP = ROOT / "examples" / "shop" / "models.py"
TROUBLES = ROOT / "tests" / "doctor" / "troubles.py"
PATIENT = ("--timeout", "120")

RISKY = """
import subprocess
from pydantic import BaseModel

try:
    subprocess.run(["true"])
except Exception:
    pass

class User(BaseModel):
    name: str
"""


def doctor(*words: object) -> Result:
    """Run ``pfg doctor`` and return its result."""
    return CliRunner().invoke(main, ["doctor", *map(str, words)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a copy of troubles.py, next to a file that is outside of the project."""
    path = tmp_path_factory.mktemp("troubles") / "here"
    path.mkdir()
    shutil.copy(TROUBLES, path)
    path.with_name("outside.txt").touch()
    return path


@pytest.fixture(scope="module")
def report(folder: Path) -> dict[str, Any]:
    """Return the JSON report of troubles.py."""
    examples = ("--field-hints", "examples-then-defaults")
    ran = doctor(
        folder / "troubles.py",
        "-n",
        20,
        "--json",
        "--html",
        folder / "page.html",
        *examples,
        *PATIENT,
    )
    assert ran.exit_code == 0, ran.output
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


@pytest.fixture(scope="module")
def page(report: dict[str, Any], folder: Path) -> str:
    """Return the HTML report of troubles.py."""
    return (folder / "page.html").read_text("utf-8")


def model(report: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the report of one model."""
    return next(entry for entry in report["models"] if entry["name"] == name)


def field(report: dict[str, Any], path: str) -> dict[str, Any]:
    """Return the report of one field, such as ``User.name``."""
    name, _, inner = path.partition(".")
    return next(entry for entry in model(report, name)["fields"] if entry["name"] == inner)


def findings(report: dict[str, Any], kind: str) -> dict[str, tuple[str, str]]:
    """Return the severity and the text of each finding of *kind* by location."""
    return {
        finding["where"]: (finding["severity"], finding["what"])
        for finding in report["findings"]
        if finding["kind"] == kind
    }


def test_coverage_is_counted_by_type(report: dict[str, Any]) -> None:
    every = [entry for model in report["models"] for entry in model["fields"]]
    types = report["total"]["types"]
    assert list(types) == sorted({entry["base"] for entry in every})
    assert sum(counts["fields"] for counts in types.values()) == len(every)
    covered = sum(counts["covered"] for counts in types.values())
    assert covered == report["total"]["covered"] < len(every)
    assert types["anything"]["covered"] < types["anything"]["fields"]


def test_the_report_has_the_documented_keys(report: dict[str, Any]) -> None:
    assert list(report) == ["target", "way", "seed", "sandbox", "models", "findings", "total"]
    totals = ["models", "fields", "covered", "drawn", "coverage", "types", "findings"]
    assert list(report["total"]) == totals
    assert list(report["findings"][0]) == ["kind", "severity", "where", "what", "todo"]
    for words in (
        report["models"][0].keys(),
        field(report, "Guessed.name").keys(),
        report["total"]["coverage"],
    ):
        assert {
            f"`{word}`"
            for word in words
            if f"`{word}`" not in (ROOT / "docs/doctor.md").read_text("utf-8")
        } == set()


def test_every_field_has_its_fillers(report: dict[str, Any]) -> None:
    name = field(report, "Holder.nickname")
    assert (name["kind"], name["fillers"]) == (
        "field name",
        [{"place": "", "provider": "by_name.nickname", "reason": "the name of the field"}],
    )
    assert field(report, "Holder.guessed")["kind"] == "model"
    assert field(report, "Impossible.number")["kind"] == "unserved"
    assert field(report, "Hostile.choice")["kind"] == "default"
    assert report["total"]["fields"] == sum(report["total"]["coverage"].values())


def test_fields_on_fallback_are_warnings(report: dict[str, Any]) -> None:
    found = findings(report, "fallback")
    assert set(found) == {"Guessed.payload", "Guessed.colour", "Guessed.extras"}
    assert {severity for severity, _ in found.values()} == {"warning"}
    assert [
        entry["name"] for entry in model(report, "Guessed")["fields"] if entry["kind"] == "fallback"
    ] == [
        "payload",
        "colour",
        "extras",
    ]


def test_explain_marks_guesses(pfg: Pfg) -> None:
    ran = pfg("gen", "explain", f"{TROUBLES}:Guessed", *PATIENT)
    assert re.findall(r"^  (\S+) .*a guess: the type says nothing$", ran.stdout, re.MULTILINE) == [
        "payload",
        "colour",
        "extras.*.value",
    ]


def test_a_refusing_validator_has_a_location_a_message_and_a_cost(
    report: dict[str, Any],
) -> None:
    severity, words = findings(report, "refusal")["Refusing.number"]
    refusing = model(report, "Refusing")
    assert re.fullmatch(
        r"number_is_odd \(troubles\.py:\d+\) refused (\d+) of 20 records, \d+ times:"
        r" Value error, \d+ is even\."
        r" A record took up to \d+ of 100 more attempts\.",
        words,
    )
    assert severity == "note"
    assert 0 < refusing["again"] < 20
    assert 0 < refusing["worst"] < 25
    assert refusing["refusals"][0]["records"] == refusing["again"]


def test_a_model_that_cannot_be_served_is_an_error_with_a_hint(
    report: dict[str, Any],
) -> None:
    found = findings(report, "unservable")
    assert found["Impossible.number"] == ("error", "No number satisfies ge=5, le=3.")
    assert "no code is ever good enough" in found["Hopeless.code"][1]
    assert findings(report, "refusal")["Hopeless.code"][0] == "warning"
    assert all(finding["todo"] for finding in report["findings"])
    assert (model(report, "Hopeless")["drawn"], model(report, "Hopeless")["tried"]) == (0, 3)


def test_the_refusals_of_an_unmapped_constraint_are_counted(report: dict[str, Any]) -> None:
    severity, words = findings(report, "constraint")["Unmapped.either"]
    assert severity == "warning"
    assert re.match(
        r"multiple_of refused \d+ of 20 records, \d+ times: Input should be a multiple of 7\.",
        words,
    )


def test_a_union_member_without_values_is_a_warning_with_the_reason(
    report: dict[str, Any],
) -> None:
    found = [finding for finding in report["findings"] if finding["kind"] == "dropped"]
    assert {(finding["where"], finding["severity"], finding["what"]) for finding in found} == {
        ("Halved.amount", "warning", "int: no number satisfies gt=5, lt=5."),
        ("Halved.parts", "warning", "str: no text has at least 3 and at most 2 characters."),
    }
    assert len(found) == 2
    assert "remove it from the union" in found[0]["todo"]
    assert [filler["provider"] for filler in field(report, "Halved.amount")["fillers"]] == [
        "disguises.number",
        "dropped",
    ]
    assert field(report, "Halved.amount")["kind"] == "field name"


def test_cycles_have_a_path_and_a_depth(report: dict[str, Any]) -> None:
    assert findings(report, "cycle") == {
        "Comment": ("note", "Comment.replies → Comment; records are up to 3 deep.")
    }


def test_quiet_refusals_of_the_sandbox_are_warnings(report: dict[str, Any], folder: Path) -> None:
    found = findings(report, "looking")
    outside = folder.resolve().with_name("outside.txt")
    assert list(found.values()) == [("warning", f"The sandbox refused to let it read {outside}.")]
    assert re.search(r"troubles\.py:\d+$", next(iter(found)))


def test_samples_and_distributions_match_the_records(report: dict[str, Any]) -> None:
    number = field(report, "Refusing.number")
    assert number["spread"]["of"] == "number"
    assert 1 <= int(number["spread"]["low"]) <= int(number["spread"]["high"]) <= 99
    assert sum(bar["count"] for bar in number["spread"]["bars"]) == number["drawn"] == 20
    assert all(int(sample) % 2 for sample in number["samples"])
    assert field(report, "Hostile.choice")["distinct"] == 3


class Elements(HTMLParser):
    """Collects the elements of a page, and the URLs in its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect an element."""
        self.names.append(tag)
        self.addresses += [
            value or ""
            for name, value in attrs
            if name in ("src", "href", "action", "style", "srcset")
        ]


def test_hostile_samples_stay_text_in_the_page(page: str) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&lt;img src=//evil.example&gt;" in page
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(Elements(page).names)
    assert "\x1b" not in page


def test_the_page_uses_no_external_resources(page: str) -> None:
    addresses = Elements(page).addresses
    assert len(addresses) > 5
    assert [address for address in addresses if not address.startswith("#")] == []
    assert "default-src &#x27;none&#x27;" in page
    assert "url(" not in page
    assert "@import" not in page


def test_terminal_json_and_page_have_the_same_findings(
    report: dict[str, Any], page: str, folder: Path
) -> None:
    ran = doctor(
        folder / "troubles.py", "-n", 20, "--field-hints", "examples-then-defaults", *PATIENT
    )
    plain = re.sub(r"\s+", "", ran.stdout)
    for finding in report["findings"]:
        if finding["kind"] != "slow":  # depends on the speed of the machine
            assert re.sub(r"\s+", "", finding["what"]) in plain
            assert finding["where"] in ran.stdout
            assert finding["where"] in page
    assert f"{report['total']['findings']['error']} errors" in ran.stdout


def test_the_same_seed_gives_the_same_report_except_for_times(
    report: dict[str, Any], folder: Path
) -> None:
    examples = ("--field-hints", "examples-then-defaults")
    again = json.loads(
        doctor(folder / "troubles.py", "-n", 20, "--json", *examples, *PATIENT).stdout
    )
    assert remove_times(again) == remove_times(report)


def remove_times(report: dict[str, Any]) -> dict[str, Any]:
    """Return a report without the values that depend on time."""
    kept = [finding for finding in report["findings"] if finding["kind"] != "slow"]
    models = [{**entry, "milliseconds": 0} for entry in report["models"]]
    return {
        **report,
        "models": models,
        "findings": kept,
        "total": {**report["total"], "findings": len(kept)},
    }


def test_a_module_without_problems_has_no_findings(tmp_path: Path) -> None:
    ran = doctor(SHOP, "-n", 20, "--fail-on-warn", "--json", *PATIENT)
    report = json.loads(ran.stdout)
    kept = [finding for finding in report["findings"] if finding["kind"] != "slow"]
    assert (ran.exit_code, kept) == (0, []), ran.output
    assert report["total"]["fields"] == report["total"]["covered"] == 32
    assert report["total"]["drawn"] == 140


TICKET = """
from typing import Annotated, Literal
from pydantic import BaseModel, Field, model_validator


class Ticket(BaseModel):
    kind: Literal["day", "year"]
    age: Annotated[int, Field(ge=6, le=99)]

    @model_validator(mode="after")
    def check_age(self):
        if self.kind == "year" and self.age == 99:
            raise ValueError("no year at 99")
        return self
"""


def test_classes_that_no_record_shows_are_a_section(tmp_path: Path) -> None:
    (tmp_path / "tickets.py").write_text(TICKET)
    page = tmp_path / "page.html"
    shown = doctor(tmp_path / "tickets.py", "-n", 3, "--html", page, *PATIENT).stdout
    lines = [
        line.split(maxsplit=1) for line in shown.partition("does not exercise\n")[2].split("\n")
    ]
    rows = {words[0]: words[1] for words in lines if len(words) == 2}
    assert rows["age"] == "never minimum, maximum"
    assert rows["refused"].startswith("kind=year, age=99: ")
    assert rows["accepted"].startswith("age: accepts ")
    assert "What your data does not exercise" in page.read_text("utf-8")
    listed = json.loads(doctor(tmp_path / "tickets.py", "-n", 3, "--json", *PATIENT).stdout)
    exercise = listed["models"][0]["exercise"]
    assert exercise["classes"] == 4
    assert {"place": "age", "classes": 2, "missed": ["minimum", "maximum"]} in exercise["unreached"]


def test_several_models_are_counted_and_their_classes_listed_by_explain(
    pfg: Pfg, tmp_path: Path
) -> None:
    (tmp_path / "tickets.py").write_text(f"{TICKET}\nclass Trip(BaseModel):\n    to: str\n")
    shown = doctor(tmp_path / "tickets.py", "-n", 3, *PATIENT).stdout
    assert re.search(r"^  Ticket +4 +\d +1 +1$", shown, re.MULTILINE)
    explained = pfg("gen", "explain", str(tmp_path / "tickets.py"), "--classes").stdout
    assert "Ticket\n  kind  day, year\n  age   minimum 6, maximum 99; unusual: " in explained
    as_json = pfg("gen", "explain", f"{tmp_path / 'tickets.py'}:Ticket", "--classes", "--json")
    first = json.loads(as_json.stdout)[0]["classes"][0]
    day = {"name": "day", "label": "day", "kind": "choice"}
    assert (first["place"], first["classes"][0]) == ("kind", day)


def test_texts_without_a_meaning_are_named_but_not_those_with_a_pattern(tmp_path: Path) -> None:
    (tmp_path / "parts.py").write_text(PARTS)
    ran = doctor(tmp_path / "parts.py", "-n", 5, "--json", *PATIENT)
    notes = [each for each in json.loads(ran.stdout)["findings"] if each["kind"] == "neutral"]
    assert [each["where"] for each in notes] == ["Gizmo", "Box"], ran.output
    assert all("say nothing special: Gizmo.zorble." in each["what"] for each in notes)


def test_findings_fail_only_with_fail_on_warn(folder: Path) -> None:
    target = folder / "troubles.py"
    guessed = doctor(target, "-n", 2, "--include", "*.Guessed", "--fail-on-warn", *PATIENT)
    assert guessed.exit_code == 1, guessed.output
    impossible = doctor(target, "-n", 2, "--include", "*.Impossible", *PATIENT)
    assert impossible.exit_code == 0, impossible.output
    source = doctor(target, "-n", 2, "--ast", "--fail-on-warn")
    assert source.exit_code == 1, source.output


def test_one_model_is_shown_by_field_and_options_apply(folder: Path) -> None:
    ran = doctor(f"{SHOP}:Address", "-n", 10, "-O", "Address.city=Oslo", *PATIENT)
    city = next(line for line in ran.stdout.splitlines() if line.startswith("  city"))
    assert city.split() == ["city", "override", "'Oslo'", "1", "always", "the", "same", "Oslo"]
    with_none = json.loads(
        doctor(f"{SHOP}:Order", "-n", 40, "--p-none", 0.5, "--json", *PATIENT).stdout
    )
    assert 5 < field(with_none, "Order.note")["none"] < 35


def test_an_unsafe_import_is_a_finding_and_exits_with_40(pfg: Pfg, project: Path) -> None:
    (project / "risky.py").write_text(RISKY)
    ran = pfg("doctor", "risky.py", "--html", "page.html", *PATIENT)
    assert ran.exit_code == 40, ran.output
    assert re.search(
        r"Unsafe imports\n  error    risky\.py:6 +The sandbox refused to let it run true\.",
        ran.stdout,
    )
    assert "risky.py:6" in (project / "page.html").read_text("utf-8")
    error = error_of(pfg("doctor", "risky.py", "--json-errors", *PATIENT))
    assert (error["code"], error["kind"]) == (40, "UnsafeImportViolation")
    assert error["details"]["report"]["findings"][0]["kind"] == "unsafe"  # type: ignore[index]


def test_a_model_that_takes_too_long_is_a_finding(pfg: Pfg, project: Path) -> None:
    (project / "stuck.py").write_text(
        "from pydantic import BaseModel, field_validator\n"
        "class Quick(BaseModel):\n    name: str\n"
        "class Stuck(BaseModel):\n    name: str\n"
        "    @field_validator('name')\n    def wait(cls, value):\n        while True: pass\n"
    )
    ran = pfg("doctor", "stuck.py", "--json", "--timeout", "3")
    report = json.loads(ran.stdout)
    assert ran.exit_code == 40, ran.output
    assert [entry["name"] for entry in report["models"]] == ["Quick"]
    assert findings(report, "ended")["Stuck"][1].startswith("The target took longer than 3 seconds")


def test_ast_reads_the_source_without_running_it(pfg: Pfg, project: Path) -> None:
    (project / "helper.py").write_text("import socket\n")
    (project / "unrun.py").write_text(
        "import os\nimport helper\nfrom typing import Any\n"
        "from pydantic import BaseModel, field_validator\n"
        "open('mark', 'w')\nos.system('true')\n"
        "class User(BaseModel):\n    name: str\n    payload: Any\n    tags: list\n    size = 3\n"
        "    @field_validator('name')\n    def fine(cls, value): return eval(value)\n"
    )
    report = json.loads(pfg("doctor", "unrun.py", "--ast", "--json").stdout)
    assert report["way"] == "source"
    assert set(findings(report, "untyped")) == {"User.payload", "User.tags", "User.size"}
    assert set(findings(report, "validator")) == {"User.fine"}
    assert findings(report, "module") == {
        "unrun.py:5": ("warning", "It calls open, which writes a file."),
        "unrun.py:6": ("warning", "It calls os.system, which starts a program."),
        "helper.py:1": ("warning", "It imports socket, which opens connections."),
        "unrun.py:13": ("note", "It calls eval, which runs text as code, in a function."),
    }
    assert [
        (entry["name"], entry["type"], entry["line"]) for entry in report["models"][0]["fields"]
    ] == [
        ("name", "str", 8),
        ("payload", "Any", 9),
        ("tags", "list", 10),
    ]
    assert not (project / "mark").exists()


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ([], 2, "Name either a target or --sandbox."),
        (
            ["app/models.py", "--sandbox"],
            2,
            "--sandbox needs a value with the target app/models.py.",
        ),
        (["--sandbox", "strict"], 2, "Name either a target or --sandbox."),
        (["app/models.py", "--sandbox", "sometimes"], 2, "--sandbox"),
        (["app/models.py", "-n", "0"], 2, "n"),
        (["app/missing.py"], 10, "app/missing.py is not a file."),
        (["app/models.py", "--include", "*.Nobody", "--ast"], 10, "app/models.py shows no models."),
        (["app/models.py", "--html", "app", "-n", "1"], 30, "app cannot be written"),
    ],
)
def test_wrong_uses_have_a_one_line_message(
    pfg: Pfg, words: list[str], code: int, message: str
) -> None:
    ran = pfg("doctor", *words)
    assert (ran.exit_code, message in ran.stderr) == (code, True), ran.output
    assert "Traceback" not in ran.output


def test_forbidden_acts_are_refused_or_a_layer_is_missing(pfg: Pfg) -> None:
    result = pfg("doctor", "--sandbox", "--timeout", "60")
    possible = [line for line in result.stdout.splitlines() if line.startswith("possible")]
    assert result.stderr.count("sandbox: ") == 1
    here = detect_machine()
    if here is not None and read_abi_version(here):
        assert (result.exit_code, possible) == (0, []), result.output
        assert result.stdout.count("refused") >= 30
    else:
        assert result.exit_code == 40, result.output
        assert "missing: Landlock" in result.stderr
    assert not [line for line in possible if "audit hook" in line]


def test_a_missing_kernel_layer_exits_with_40(pfg: Pfg) -> None:
    result = pfg("doctor", "--sandbox", "--timeout", "60", **{NO_KERNEL_VARIABLE: "1"})
    assert (result.exit_code, "missing: Landlock (switched off)" in result.stderr) == (40, True)

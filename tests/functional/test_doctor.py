"""``pfg doctor`` tells what records of models show, what their source shows, and what the walls of this machine hold."""

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
    """What ``pfg doctor`` prints, and its exit code."""
    return CliRunner().invoke(main, ["doctor", *map(str, words)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the module of troubles and its page, and beside it a file that is none of its business."""
    made = tmp_path_factory.mktemp("troubles") / "here"
    made.mkdir()
    shutil.copy(TROUBLES, made)
    made.with_name("outside.txt").touch()
    return made


@pytest.fixture(scope="module")
def told(folder: Path) -> dict[str, Any]:
    """The report of the module of troubles, as JSON."""
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
def page(told: dict[str, Any], folder: Path) -> str:
    """The same as a page."""
    return (folder / "page.html").read_text("utf-8")


def model(told: dict[str, Any], name: str) -> dict[str, Any]:
    """The part of a report that is of one model."""
    return next(each for each in told["models"] if each["name"] == name)


def field(told: dict[str, Any], path: str) -> dict[str, Any]:
    """The part of a report that is of one field."""
    name, _, inner = path.partition(".")
    return next(each for each in model(told, name)["fields"] if each["name"] == inner)


def findings(told: dict[str, Any], kind: str) -> dict[str, tuple[str, str]]:
    """The severity and the words of each finding of *kind*, by its place."""
    return {
        each["where"]: (each["severity"], each["what"])
        for each in told["findings"]
        if each["kind"] == kind
    }


def test_the_report_has_the_documented_shape(told: dict[str, Any]) -> None:
    assert list(told) == ["target", "way", "seed", "sandbox", "models", "findings", "total"]
    assert list(told["total"]) == ["models", "fields", "covered", "drawn", "coverage", "findings"]
    assert list(told["findings"][0]) == ["kind", "severity", "where", "what", "todo"]
    for words in (
        told["models"][0].keys(),
        field(told, "Guessed.name").keys(),
        told["total"]["coverage"],
    ):
        assert {
            f"`{word}`"
            for word in words
            if f"`{word}`" not in (ROOT / "docs/doctor.md").read_text("utf-8")
        } == set()


def test_every_field_says_who_fills_it(told: dict[str, Any]) -> None:
    name = field(told, "Holder.nickname")
    assert (name["kind"], name["fillers"]) == (
        "field name",
        [{"place": "", "provider": "by_name.nickname", "reason": "the name of the field"}],
    )
    assert field(told, "Holder.guessed")["kind"] == "model"
    assert field(told, "Impossible.number")["kind"] == "unserved"
    assert field(told, "Hostile.choice")["kind"] == "default"
    assert told["total"]["fields"] == sum(told["total"]["coverage"].values())


def test_fields_on_fallback_are_named(told: dict[str, Any]) -> None:
    found = findings(told, "fallback")
    assert set(found) == {"Guessed.payload", "Guessed.colour", "Guessed.extras"}
    assert {severity for severity, _ in found.values()} == {"warning"}
    assert [
        each["name"] for each in model(told, "Guessed")["fields"] if each["kind"] == "fallback"
    ] == [
        "payload",
        "colour",
        "extras",
    ]


def test_explain_calls_a_guess_a_guess(pfg: Pfg) -> None:
    ran = pfg("gen", "explain", f"{TROUBLES}:Guessed", *PATIENT)
    assert re.findall(r"^  (\S+) .*a guess: the type says nothing$", ran.stdout, re.MULTILINE) == [
        "payload",
        "colour",
        "extras.*.value",
    ]


def test_a_validator_that_refuses_is_named_with_its_place_its_words_and_what_it_cost(
    told: dict[str, Any],
) -> None:
    severity, words = findings(told, "refusal")["Refusing.number"]
    refusing = model(told, "Refusing")
    assert re.fullmatch(
        r"number_is_odd \(troubles\.py:\d+\) refused (\d+) of 20 records, \d+ times: Value error, \d+ is even\."
        r" A record took up to \d+ of 100 more attempts\.",
        words,
    )
    assert severity == "note"
    assert 0 < refusing["again"] < 20
    assert 0 < refusing["worst"] < 25
    assert refusing["refusals"][0]["records"] == refusing["again"]


def test_a_model_that_cannot_be_served_is_an_error_with_the_words_and_the_hint(
    told: dict[str, Any],
) -> None:
    found = findings(told, "unservable")
    assert found["Impossible.number"] == ("error", "No number keeps ge=5, le=3.")
    assert "no code is ever good enough" in found["Hopeless.code"][1]
    assert findings(told, "refusal")["Hopeless.code"][0] == "warning"
    assert all(each["todo"] for each in told["findings"])
    assert (model(told, "Hopeless")["drawn"], model(told, "Hopeless")["tried"]) == (0, 3)


def test_a_constraint_that_nothing_maps_is_counted(told: dict[str, Any]) -> None:
    severity, words = findings(told, "constraint")["Unmapped.either"]
    assert severity == "warning"
    assert re.match(
        r"multiple_of refused \d+ of 20 records, \d+ times: Input should be a multiple of 7\.",
        words,
    )


def test_a_member_of_a_union_that_no_record_can_hold_is_a_warning_with_its_field_and_why(
    told: dict[str, Any],
) -> None:
    found = [each for each in told["findings"] if each["kind"] == "dropped"]
    assert {(each["where"], each["severity"], each["what"]) for each in found} == {
        ("Halved.amount", "warning", "int: no number satisfies gt=5, lt=5."),
        ("Halved.parts", "warning", "str: no text has at least 3 and at most 2 characters."),
    }
    assert len(found) == 2
    assert "take it out" in found[0]["todo"]
    assert [each["provider"] for each in field(told, "Halved.amount")["fillers"]] == [
        "text.text",
        "dropped",
    ]
    assert field(told, "Halved.amount")["kind"] == "plain type"


def test_cycles_are_told_with_their_way_and_depth(told: dict[str, Any]) -> None:
    assert findings(told, "cycle") == {
        "Comment": ("note", "Comment.replies → Comment; records are up to 3 deep.")
    }


def test_what_was_refused_quietly_during_the_import_is_told(
    told: dict[str, Any], folder: Path
) -> None:
    found = findings(told, "looking")
    outside = folder.resolve().with_name("outside.txt")
    assert list(found.values()) == [("warning", f"The sandbox refused to let it read {outside}.")]
    assert re.search(r"troubles\.py:\d+$", next(iter(found)))


def test_samples_and_spreads_are_those_of_the_records(told: dict[str, Any]) -> None:
    number = field(told, "Refusing.number")
    assert number["spread"]["of"] == "number"
    assert 1 <= int(number["spread"]["low"]) <= int(number["spread"]["high"]) <= 99
    assert sum(bar["count"] for bar in number["spread"]["bars"]) == number["drawn"] == 20
    assert all(int(sample) % 2 for sample in number["samples"])
    assert field(told, "Hostile.choice")["distinct"] == 3


class Elements(HTMLParser):
    """The elements of a page, and where its attributes lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an element."""
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


def test_the_page_needs_nothing_from_elsewhere(page: str) -> None:
    addresses = Elements(page).addresses
    assert len(addresses) > 5
    assert [each for each in addresses if not each.startswith("#")] == []
    assert "default-src &#x27;none&#x27;" in page
    assert "url(" not in page
    assert "@import" not in page


def test_terminal_json_and_page_say_the_same(told: dict[str, Any], page: str, folder: Path) -> None:
    ran = doctor(
        folder / "troubles.py", "-n", 20, "--field-hints", "examples-then-defaults", *PATIENT
    )
    plain = re.sub(r"\s+", "", ran.stdout)
    for each in told["findings"]:
        if each["kind"] != "slow":  # which is a matter of time
            assert re.sub(r"\s+", "", each["what"]) in plain
            assert each["where"] in ran.stdout
            assert each["where"] in page
    assert f"{told['total']['findings']['error']} errors" in ran.stdout


def test_the_same_seed_gives_the_same_report_but_for_times(
    told: dict[str, Any], folder: Path
) -> None:
    examples = ("--field-hints", "examples-then-defaults")
    again = json.loads(
        doctor(folder / "troubles.py", "-n", 20, "--json", *examples, *PATIENT).stdout
    )
    assert untimed(again) == untimed(told)


def untimed(told: dict[str, Any]) -> dict[str, Any]:
    """A report without what a clock says."""
    kept = [each for each in told["findings"] if each["kind"] != "slow"]
    models = [{**each, "milliseconds": 0} for each in told["models"]]
    return {
        **told,
        "models": models,
        "findings": kept,
        "total": {**told["total"], "findings": len(kept)},
    }


def test_a_sound_module_has_no_findings_and_passes(tmp_path: Path) -> None:
    ran = doctor(SHOP, "-n", 20, "--fail-on-warn", "--json", *PATIENT)
    told = json.loads(ran.stdout)
    kept = [each for each in told["findings"] if each["kind"] != "slow"]
    assert (ran.exit_code, kept) == (0, [])
    assert told["total"]["fields"] == told["total"]["covered"] == 32
    assert told["total"]["drawn"] == 140


def test_findings_fail_only_where_that_is_asked_for(folder: Path) -> None:
    target = folder / "troubles.py"
    assert (
        doctor(target, "-n", 2, "--include", "*.Guessed", "--fail-on-warn", *PATIENT).exit_code == 1
    )
    assert doctor(target, "-n", 2, "--include", "*.Impossible", *PATIENT).exit_code == 0
    assert doctor(target, "-n", 2, "--ast", "--fail-on-warn").exit_code == 1


def test_one_model_is_shown_field_by_field_with_the_options_of_generation(folder: Path) -> None:
    ran = doctor(f"{SHOP}:Address", "-n", 10, "-O", "Address.city=Oslo", *PATIENT)
    city = next(line for line in ran.stdout.splitlines() if line.startswith("  city"))
    assert city.split() == ["city", "override", "'Oslo'", "1", "always", "the", "same", "Oslo"]
    with_none = json.loads(
        doctor(f"{SHOP}:Order", "-n", 40, "--p-none", 0.5, "--json", *PATIENT).stdout
    )
    assert 5 < field(with_none, "Order.note")["none"] < 35


def test_an_unsafe_import_is_a_finding_and_still_exit_40(pfg: Pfg, project: Path) -> None:
    (project / "risky.py").write_text(RISKY)
    ran = pfg("doctor", "risky.py", "--html", "page.html", *PATIENT)
    assert ran.exit_code == 40
    assert re.search(
        r"Unsafe imports\n  error    risky\.py:6 +The sandbox refused to let it run true\.",
        ran.stdout,
    )
    assert "risky.py:6" in (project / "page.html").read_text("utf-8")
    error = error_of(pfg("doctor", "risky.py", "--json-errors", *PATIENT))
    assert (error["code"], error["kind"]) == (40, "UnsafeImportViolation")
    assert error["details"]["report"]["findings"][0]["kind"] == "unsafe"  # type: ignore[index]


def test_a_model_that_takes_too_long_is_named(pfg: Pfg, project: Path) -> None:
    (project / "stuck.py").write_text(
        "from pydantic import BaseModel, field_validator\n"
        "class Quick(BaseModel):\n    name: str\n"
        "class Stuck(BaseModel):\n    name: str\n"
        "    @field_validator('name')\n    def wait(cls, value):\n        while True: pass\n"
    )
    ran = pfg("doctor", "stuck.py", "--json", "--timeout", "3")
    told = json.loads(ran.stdout)
    assert ran.exit_code == 40
    assert [each["name"] for each in told["models"]] == ["Quick"]
    assert findings(told, "ended")["Stuck"][1].startswith("The target took longer than 3 seconds")


def test_source_is_read_and_not_run(pfg: Pfg, project: Path) -> None:
    (project / "helper.py").write_text("import socket\n")
    (project / "unrun.py").write_text(
        "import os\nimport helper\nfrom typing import Any\nfrom pydantic import BaseModel, field_validator\n"
        "open('mark', 'w')\nos.system('true')\n"
        "class User(BaseModel):\n    name: str\n    payload: Any\n    tags: list\n    size = 3\n"
        "    @field_validator('name')\n    def fine(cls, value): return eval(value)\n"
    )
    told = json.loads(pfg("doctor", "unrun.py", "--ast", "--json").stdout)
    assert told["way"] == "source"
    assert set(findings(told, "untyped")) == {"User.payload", "User.tags", "User.size"}
    assert set(findings(told, "validator")) == {"User.fine"}
    assert findings(told, "module") == {
        "unrun.py:5": ("warning", "It calls open, which writes a file."),
        "unrun.py:6": ("warning", "It calls os.system, which starts a program."),
        "helper.py:1": ("warning", "It imports socket, which opens connections."),
        "unrun.py:13": ("note", "It calls eval, which runs text as code, in a function."),
    }
    assert [(each["name"], each["type"], each["line"]) for each in told["models"][0]["fields"]] == [
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
def test_wrong_uses_are_said_in_a_sentence(
    pfg: Pfg, words: list[str], code: int, message: str
) -> None:
    ran = pfg("doctor", *words)
    assert (ran.exit_code, message in ran.stderr) == (code, True), ran.output
    assert "Traceback" not in ran.output


def test_forbidden_acts_are_refused_or_the_missing_layer_is_named(pfg: Pfg) -> None:
    result = pfg("doctor", "--sandbox", "--timeout", "60")
    possible = [line for line in result.stdout.splitlines() if line.startswith("possible")]
    assert result.stderr.count("sandbox: ") == 1
    here = detect_machine()
    if here is not None and read_abi_version(here):
        assert (result.exit_code, possible) == (0, []), result.output
        assert result.stdout.count("refused") >= 30
    else:
        assert result.exit_code == 40
        assert "missing: Landlock" in result.stderr
    assert not [line for line in possible if "audit hook" in line]


def test_without_the_kernel_the_doctor_objects(pfg: Pfg) -> None:
    result = pfg("doctor", "--sandbox", "--timeout", "60", **{NO_KERNEL_VARIABLE: "1"})
    assert (result.exit_code, "missing: Landlock (switched off)" in result.stderr) == (40, True)

"""``pfg lock`` and ``pfg verify``: drift is found, and each cause is named."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_fixturegen.worker.drift import explain_difference
from pytest_fixturegen.worker.record_samples import choose_samples
from tests.functional.conftest import Pfg, assert_success, error_of

MODELS = """
from pydantic import BaseModel, Field, field_validator

class Address(BaseModel):
    city: str

class User(BaseModel):
    id: int
    age: int = Field(ge=18, le=99)
    address: Address

    @field_validator("age")
    @classmethod
    def check(cls, age: int) -> int:
        return age
"""
USERS = ("app/people.py:User", "-n", "600", "--seed", "3", "--jsonl", "--out", "users.jsonl")
FIXTURES = ("gen", "fixtures", "app/people.py", "--seed", "3", "--out", "made.py")
Verify = Callable[..., list[tuple[str, str]]]

pytestmark = pytest.mark.usefixtures("in_process")


@pytest.fixture
def models(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of the models, of which no bytecode is kept.

    Bytecode of an edit of the same size, within the same second, would be taken for current.
    """
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    path = project / "app" / "people.py"
    path.write_text(MODELS)
    return path


@pytest.fixture
def verify(pfg: Pfg, models: Path) -> Verify:
    """Return a function that verifies the lock, and returns the causes with their messages."""

    def run(*words: str) -> list[tuple[str, str]]:
        sys.modules.pop("app.people", None)  # the file may have changed
        result = pfg("verify", "--json-errors", *words)
        if result.exit_code == 0:
            return []
        error = error_of(result)
        assert (result.exit_code, error["kind"]) == (1, "Findings"), result.output
        return [(each["cause"], each["message"]) for each in error["details"]["drift"]]  # type: ignore[index]

    return run


@pytest.fixture
def users(pfg: Pfg, models: Path, project: Path) -> Path:
    """Return a file of users that is locked."""
    assert_success(pfg("gen", "json", *USERS))
    assert_success(pfg("lock", *USERS))
    return project / "users.jsonl"


def edit_line(path: Path, number: int, **values: object) -> None:
    """Change fields of the record in line *number*."""
    lines = path.read_text().splitlines(keepends=True)
    record = json.loads(lines[number - 1]) | values
    lines[number - 1] = json.dumps(record, separators=(",", ":")) + "\n"
    path.write_text("".join(lines))


def test_a_lock_is_stable_and_has_relative_paths(pfg: Pfg, users: Path, project: Path) -> None:
    lock = project / "pfg.lock"
    text = lock.read_text()
    assert str(project) not in text
    (entry,) = json.loads(text)["entries"]
    assert entry["models"]["app.people.User"]["fields"]["User.age"] == (
        "integer, maximum 99, minimum 18"
    )
    (artifact,) = entry["artifacts"]
    assert (artifact["path"], artifact["records"]) == ("users.jsonl", 600)
    assert artifact["bytes"] == users.stat().st_size
    for words in (USERS, ()):
        result = pfg("lock", *words)
        assert_success(result)
        assert result.stderr.endswith("unchanged pfg.lock\n")
    assert lock.read_text() == text


def test_what_has_not_changed_has_not_drifted(verify: Verify, users: Path) -> None:
    assert verify() == []
    assert verify("--sample", "10") == []


@pytest.mark.parametrize("words", [(), ("--sample", "600")])
def test_an_edited_cell_is_named(verify: Verify, users: Path, words: tuple[str, ...]) -> None:
    edit_line(users, 513, age=101)
    ((cause, message),) = verify(*words)
    assert (cause, message[:32]) == ("file", "was edited: line 513: age is 101")


@pytest.mark.parametrize("words", [(), ("--sample", "5")])
def test_a_missing_file_is_named(verify: Verify, users: Path, words: tuple[str, ...]) -> None:
    users.unlink()
    assert verify(*words) == [("file", "is missing")]


@pytest.mark.parametrize("words", [(), ("--sample", "5")])
@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("ge=18", "ge=21", "User.age was 'integer, maximum 99, minimum 18', is"),
        ("city: str", "city: int", "Address.city was 'string', is 'integer'"),
        ("    id: int\n", "    id: int\n    note: str\n", "User.note was absent, is 'string'"),
    ],
)
def test_an_edited_model_is_named_by_field(
    verify: Verify,
    users: Path,
    models: Path,
    words: tuple[str, ...],
    old: str,
    new: str,
    named: str,
) -> None:
    models.write_text(MODELS.replace(old, new))
    ((cause, message),) = verify(*words)
    assert (cause, message[: len(named)]) == ("model", named)


def test_an_edited_validator_is_the_cause_if_nothing_else_is(
    verify: Verify, users: Path, models: Path
) -> None:
    models.write_text(MODELS + "\n# a comment changes no data\n")
    assert verify() == []
    models.write_text(MODELS.replace("return age", "return max(age, 50)"))
    assert verify() == [("code", "the source around app.people.User was edited")]


def test_options_of_the_project_are_named(verify: Verify, users: Path, project: Path) -> None:
    (project / "pfg.yaml").write_text("locale: de_DE\nseed: 9\n")
    assert verify() == [("options", "option locale was absent, is 'de_DE'")]


def test_another_version_of_a_library_is_named(verify: Verify, users: Path, project: Path) -> None:
    lock = project / "pfg.lock"
    body = json.loads(lock.read_text())
    body["libraries"]["pydantic"] = "1.0"
    body["entries"][0]["artifacts"][0]["sha256"] = "0" * 64
    lock.write_text(json.dumps(body))
    causes = [cause for cause, _ in verify("--sample", "5")]
    assert causes == ["library"]
    causes = [cause for cause, _ in verify()]
    assert causes == ["library", "file"]


def test_data_that_nothing_explains_is_reported(verify: Verify, users: Path, project: Path) -> None:
    lock = project / "pfg.lock"
    body = json.loads(lock.read_text())
    body["entries"][0]["artifacts"][0]["sha256"] = "0" * 64
    lock.write_text(json.dumps(body))
    assert [cause for cause, _ in verify()] == ["data", "file"]


def test_a_module_of_fixtures_names_its_command(pfg: Pfg, verify: Verify, project: Path) -> None:
    assert_success(pfg(*FIXTURES))
    assert_success(pfg("lock", "made.py", "gen schema app/people.py --out schema.json"))
    assert verify() == [("file", "is missing")]
    assert_success(pfg("gen", "schema", "app/people.py", "--out", "schema.json"))
    assert verify() == []
    made = project / "made.py"
    made.write_text(made.read_text().replace("return User", "return  User"))
    ((cause, message),) = verify()
    assert (cause, message.startswith("was edited: line")) == ("file", True)


def test_frozen_seeds_are_options(pfg: Pfg, verify: Verify, project: Path) -> None:
    words = (*USERS, "--freeze-seeds")
    assert_success(pfg("gen", "json", *words))
    seeds = project / ".pfg-seeds.json"
    before = seeds.read_bytes()
    assert_success(pfg("lock", *words))
    assert verify() == []
    assert seeds.read_bytes() == before
    seeds.write_text(seeds.read_text().replace('"seed": 3', '"seed": 4'))
    causes = verify()
    assert ("options", "option frozen seed of app.people.User was 3, is 4") in causes


def test_a_lock_may_have_another_name(pfg: Pfg, verify: Verify, users: Path, project: Path) -> None:
    (project / "pfg.lock").unlink()
    assert_success(pfg("lock", *USERS, "--lock-file", "other.lock"))
    assert verify("--lock-file", "other.lock") == []
    users.unlink()
    assert verify("--lock-file", "other.lock") == [("file", "is missing")]


def test_files_of_all_shards_are_locked(pfg: Pfg, verify: Verify, project: Path) -> None:
    words = ("app/people.py:User", "-n", "600", "--shard-size", "250", "--out", "all/{shard}.json")
    assert_success(pfg("gen", "json", *words))
    assert_success(pfg("lock", *words))
    assert verify("--sample", "600") == []
    path = project / "all" / "2.json"
    path.write_text(path.read_text().replace('"age":', '"age":1', 1))
    ((cause, message),) = verify("--sample", "600")[-1:]
    assert (cause, message.startswith("was edited: line 2: age is 1")) == ("file", True)


def test_nothing_is_written_to_lock_records_without_a_file(
    pfg: Pfg, verify: Verify, models: Path, project: Path
) -> None:
    before = sorted(project.rglob("*.json*"))
    result = pfg("lock", "app/people.py", "-n", "5")
    assert_success(result)
    assert (result.stdout, sorted(project.rglob("*.json*"))) == ("", before)
    assert verify() == []
    models.write_text(MODELS.replace("le=99", "le=60"))
    assert [cause for cause, _ in verify()] == ["model"]


@pytest.mark.parametrize(
    ("words", "code", "named"),
    [
        (("verify",), 2, "There is no pfg.lock"),
        (("lock",), 2, "There is no pfg.lock"),
        (("lock", "gen overrides app/people.py"), 2, "gen overrides"),
        (("lock", "gen json 'app"), 2, "Cannot read the command"),
        (("lock", "app/people.py", "--rng-mode", "sometimes"), 2, "sometimes"),
        (("lock", "missing.py"), 10, "missing.py"),
    ],
)
def test_what_cannot_be_locked_is_an_error(
    pfg: Pfg, models: Path, words: tuple[str, ...], code: int, named: str
) -> None:
    result = pfg(*words, "--json-errors")
    assert (result.exit_code, named in str(error_of(result)["message"])) == (code, True)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("no JSON", "cannot be read as JSON"),
        ("[]", "Invalid the file"),
        ('{"version": 2, "libraries": {}, "entries": []}', "Invalid version"),
        ('{"version": 1, "libraries": {}, "entries": [{}]}', "entries[0].command"),
    ],
)
def test_a_damaged_lock_is_a_configuration_error(
    pfg: Pfg, project: Path, text: str, named: str
) -> None:
    (project / "pfg.lock").write_text(text)
    result = pfg("verify", "--json-errors")
    error = error_of(result)
    assert (result.exit_code, error["kind"]) == (70, "ConfigError")
    assert named in str(error["message"])


def test_samples_cover_everything_if_they_are_large_enough() -> None:
    artifacts = [{"path": "a", "records": 700}, {"path": "b", "records": 10, "start": 700}]
    samples = choose_samples(artifacts, 10**6, random.Random(1))
    assert [(each.artifact["path"], each.rows) for each in samples] == [
        ("a", range(700)),
        ("b", range(700, 710)),
    ]
    small = choose_samples(artifacts, 300, random.Random(1))
    assert 300 <= sum(len(each.rows) for each in small) < 600


def test_the_first_difference_of_a_diff_is_explained() -> None:
    changed = '--- f\n+++ f\n@@ -4,3 +4,3 @@\n {"a":1}\n-{"a":{"b":1}}\n+{"a":{"b":2}}\n'
    assert explain_difference(changed) == "line 5: a.b is 1, expected 2"
    longer = '--- f\n+++ f\n@@ -4,2 +4,1 @@\n {"a":1}\n-{"a":3}\n'
    assert explain_difference(longer) == "line 5 is too much"
    shorter = '--- f\n+++ f\n@@ -4,1 +4,2 @@\n {"a":1}\n+{"a":3}\n'
    assert explain_difference(shorter) == "a line is missing at line 4"

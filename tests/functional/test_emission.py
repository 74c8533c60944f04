"""Commands that write files: ``--check``, templates, frozen seeds, ``--explain`` and ``--type``."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.functional.conftest import MODELS, Pfg, assert_exit_code, assert_success, error_of

FILE = "app/models.py"
USER = "app.models:User"
LINKED = MODELS + "\nclass Order(BaseModel):\n    number: int\n    user_id: int\n"
LINK = ("--link", "Order.user_id=User.id")


@pytest.fixture
def linked_project(project: Path) -> Path:
    """Return the project with orders that refer to a user."""
    (project / FILE).write_text(LINKED)
    return project


CHECKED = {
    "fixtures": ("gen", "fixtures", FILE, "--out", "out.py"),
    "json": ("gen", "json", FILE, "-n", "3", "--out", "{model}.json"),
    "schema": ("gen", "schema", FILE, "--out", "{model}.json"),
    "overrides": ("gen", "overrides", FILE, "--out", "out.py"),
}


@pytest.mark.parametrize("command", CHECKED.values(), ids=CHECKED)
def test_check_compares_and_writes_nothing(
    pfg: Pfg, project: Path, command: tuple[str, ...]
) -> None:
    missing = pfg(*command, "--check")
    assert (missing.exit_code, missing.stdout.splitlines()[0]) == (1, "--- /dev/null"), (
        missing.output
    )
    assert [path.name for path in project.iterdir()] == ["app"]
    pfg(*command)
    fresh = pfg(*command, "--check")
    assert (fresh.exit_code, fresh.stdout) == (0, ""), fresh.output
    assert all(line.startswith("up to date ") for line in fresh.stderr.splitlines())
    (project / FILE).write_text(MODELS.replace("city", "town"))
    before = {path: path.read_bytes() for path in project.iterdir() if path.is_file()}
    stale = pfg(*command, "--check")
    assert stale.exit_code == 1, stale.output
    assert any(line.startswith("+") and "town" in line for line in stale.stdout.splitlines())
    assert {path: path.read_bytes() for path in project.iterdir() if path.is_file()} == before
    assert error_of(pfg(*command, "--check", "--json-errors"))["kind"] == "Findings"


def test_check_needs_a_file(pfg: Pfg) -> None:
    result = pfg("gen", "json", FILE, "--check")
    assert (result.exit_code, "--out names none" in result.stderr) == (2, True), result.output


def test_the_diff_of_a_large_file_is_short_and_located(pfg: Pfg, project: Path) -> None:
    words = ("gen", "json", USER, "-n", "9000", "--jsonl", "--out", "users.jsonl")
    pfg(*words)
    lines = (project / "users.jsonl").read_text().splitlines(keepends=True)
    (project / "users.jsonl").write_text("".join([*lines[:5000], "{}\n", *lines[5000:]]))
    diff = pfg(*words, "--check").stdout.splitlines()
    assert diff[2] == "@@ -4998,7 +4998,6 @@"
    assert diff[6] == "-{}"
    assert len(diff) < 20


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            ("json", USER, "-n", "3", "--out", "{model}-{index}.json"),
            ["User-0.json", "User-1.json", "User-2.json"],
        ),
        (
            ("json", USER, "-n", "5", "--shard-size", "2", "--out", "{index}.json"),
            ["0.json", "2.json", "4.json"],
        ),
        (
            ("json", USER, "-n", "3", "--shard-size", "2", "--out", "{shard}.json"),
            ["0.json", "1.json"],
        ),
        (
            ("json", FILE, "--seed", "8", "--out", "{seed}/{model}.json"),
            ["Address.json", "User.json"],
        ),
        (
            ("fixtures", FILE, "--seed", "8", "--out", "{model}_{seed}.py"),
            ["Address_8.py", "User_8.py"],
        ),
        (("schema", FILE, "--out", "{model}.json"), ["Address.json", "User.json"]),
    ],
)
def test_templates_name_the_files(
    pfg: Pfg, project: Path, words: tuple[str, ...], names: list[str]
) -> None:
    place = f"out/{words[-1]}"
    assert_success(pfg("gen", *words[:-1], place))
    assert sorted(path.name for path in (project / "out").rglob("*.*")) == names


def test_an_index_template_writes_one_file_per_record(pfg: Pfg, project: Path) -> None:
    whole = json.loads(pfg("gen", "json", USER, "-n", "3").stdout)
    pfg("gen", "json", USER, "-n", "3", "--indent", "2", "--out", "out/{index}.json")
    texts = [(project / f"out/{index}.json").read_text() for index in range(3)]
    assert [json.loads(text) for text in texts] == whole
    assert texts[0].startswith('{\n  "id"')


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("json", FILE, "--shard-size", "1", "--out", "all-{shard}.json"), "{model}"),
        (("json", FILE, "-n", "2", "--out", "all-{index}.json"), "{model}"),
    ],
)
def test_two_outputs_in_one_file_are_an_error_before_any_write(
    pfg: Pfg, project: Path, words: tuple[str, ...], hint: str
) -> None:
    (project / "all-0.json").write_text('["precious"]')
    result = pfg("gen", *words)
    assert (result.exit_code, hint in result.stderr) == (30, True), result.output
    assert (project / "all-0.json").read_text() == '["precious"]'


@pytest.mark.parametrize(
    "words", [("fixtures", "{shard}.py"), ("schema", "{seed}.json"), ("overrides", "{model}.py")]
)
def test_a_template_part_of_another_command_is_an_error(pfg: Pfg, words: tuple[str, str]) -> None:
    assert_exit_code(pfg("gen", words[0], FILE, "--out", words[1]), 2)


def test_the_target_cannot_be_the_output(pfg: Pfg, project: Path) -> None:
    result = pfg("gen", "json", f"{FILE}:User", "--out", FILE)
    assert (result.exit_code, (project / FILE).read_text()) == (30, MODELS), result.output


def test_without_orjson_the_text_is_that_of_the_json_module(pfg: Pfg, project: Path) -> None:
    (project / "app" / "big.py").write_text(
        "from pydantic import BaseModel, Field\nfrom typing import Literal\n"
        f"class Big(BaseModel):\n    n: int = Field(ge={2**70}, le={2**71})\n"
        "    word: Literal['é'] = 'é'\n"
    )
    plain = pfg(
        "gen", "json", "app/big.py", "-n", "20", "--jsonl", "--no-orjson"
    ).stdout.splitlines()
    output = pfg("gen", "json", "app/big.py", "-n", "20", "--jsonl").stdout.splitlines()
    assert plain == [json.dumps(json.loads(line)) for line in output]
    assert '"word": "\\u00e9"' in plain[0]
    assert all(2**70 <= json.loads(line)["n"] <= 2**71 for line in plain)
    indented = pfg("gen", "json", "app/big.py", "-n", "2", "--indent", "2", "--no-orjson").stdout
    assert indented == json.dumps([json.loads(line) for line in plain[:2]], indent=2) + "\n"


def test_integers_too_large_for_orjson_are_written_in_late_records(pfg: Pfg, project: Path) -> None:
    source = (
        "from pydantic import BaseModel, Field\nclass Rare(BaseModel):\n"
        f"    n: int = Field(ge=0, le={2**64 + 2**57})\n"
    )
    (project / "app" / "rare.py").write_text(source)
    result = pfg("gen", "json", "app/rare.py", "-n", "900", "--jsonl")
    numbers = [json.loads(line)["n"] for line in result.stdout.splitlines()]
    assert (result.exit_code, len(numbers), max(numbers) >= 2**64, max(numbers[:16]) < 2**64) == (
        0,
        900,
        True,
        True,
    ), result.output


FREEZING = {
    "json": ("gen", "json", FILE, "--freeze-seeds", "--jsonl"),
    "fixtures": ("gen", "fixtures", FILE, "--freeze-seeds"),
}


def values(text: str) -> str:
    """Return *text* without the header that names the options."""
    return text.rpartition('"""\n\nimport')[2]


@pytest.mark.parametrize("command", FREEZING.values(), ids=FREEZING)
def test_a_model_keeps_its_frozen_seed(pfg: Pfg, project: Path, command: tuple[str, ...]) -> None:
    first = pfg(*command, "--seed", "5").stdout
    for other in (("--seed", "6"), ("--rng-mode", "entropy")):
        assert values(pfg(*command, *other).stdout) == values(first)
    assert values(pfg(*command[:3], *command[4:], "--seed", "6").stdout) != values(first)
    frozen = json.loads((project / ".pfg-seeds.json").read_text())["models"]
    assert {name: entry["seed"] for name, entry in frozen.items()} == {
        "app.models.Address": 5,
        "app.models.User": 5,
    }


def test_new_models_are_frozen_and_changed_ones_reported_once(pfg: Pfg, project: Path) -> None:
    words = ("gen", "json", FILE, "--freeze-seeds", "--freeze-seeds-file", "seeds.json", "--jsonl")
    pfg(*words, "--seed", "5", "--include", "*.User")
    (project / FILE).write_text(MODELS.replace("name: str", "name: str\n    nickname: str"))
    second = pfg(*words, "--seed", "6")
    assert (
        "app.models.User has changed; it keeps its seed 5 of seeds.json"
        in second.stderr.splitlines()
    )
    seeds = {
        name: entry["seed"]
        for name, entry in json.loads((project / "seeds.json").read_text())["models"].items()
    }
    assert seeds == {"app.models.Address": 6, "app.models.User": 5}
    assert "changed" not in pfg(*words, "--seed", "7").stderr


def test_links_hold_between_models_of_different_seeds(pfg: Pfg, linked_project: Path) -> None:
    words = ("gen", "json", FILE, "-n", "20", "--jsonl", "--freeze-seeds", *LINK)
    pfg(*words, "--seed", "5", "--include", "*.User", "--no-with-related")
    lines = [
        json.loads(line)
        for line in pfg(*words, "--seed", "6", "--exclude", "*.Address").stdout.splitlines()
    ]
    ids = {line["id"] for line in lines if "id" in line}
    assert (len(ids), {line["user_id"] for line in lines if "user_id" in line} - ids) == (20, set())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{", "JSON"),
        ("[]", "version"),
        ('{"version": 1, "models": []}', "models"),
        ('{"version": 1, "models": {"a.B": {"seed": "x", "digest": ""}}}', "models.a.B.seed"),
        ('{"version": 1, "models": {"a.B": {"seed": 1}}}', "models.a.B.digest"),
    ],
)
def test_a_broken_seed_file_is_named_with_its_key(
    pfg: Pfg, project: Path, text: str, key: str
) -> None:
    (project / ".pfg-seeds.json").write_text(text)
    result = pfg("gen", "json", FILE, "--freeze-seeds")
    assert result.exit_code == 70, result.output
    assert ".pfg-seeds.json" in result.stderr
    assert key in result.stderr
    assert (project / ".pfg-seeds.json").read_text() == text


@pytest.mark.parametrize("command", ["json", "fixtures", "schema", "overrides"])
def test_explain_writes_nothing(pfg: Pfg, project: Path, command: str) -> None:
    result = pfg("gen", command, FILE, "--explain", "--out", "out.txt")
    assert (result.exit_code, result.stdout) == (0, pfg("gen", "explain", FILE).stdout), (
        result.output
    )
    assert not (project / "out.txt").exists()


def test_explain_applies_the_other_options(pfg: Pfg) -> None:
    assert (
        "a configured override"
        in pfg("gen", "json", FILE, "--explain", "-O", "User.name=Bob").stdout
    )


ORDER = f"{FILE}:Order"
RELATED = [
    (
        ("json", ORDER, "--jsonl"),
        lambda text: [line.split(":")[0] for line in text.splitlines()] == ['{"number"', '{"id"'],
    ),
    (("fixtures", ORDER), lambda text: text.count("def user()") == 1),
    (("schema", ORDER), lambda text: '"title": "User"' in text),
    (("explain", ORDER), lambda text: "\nUser\n" in text),
]


@pytest.mark.parametrize(
    ("words", "shows"), RELATED, ids=lambda each: each[0] if isinstance(each, tuple) else ""
)
def test_with_related_includes_the_linked_models(
    pfg: Pfg, linked_project: Path, words: tuple[str, ...], shows: object
) -> None:
    assert callable(shows)
    result = pfg("gen", *words, *LINK, "--with-related")
    assert_success(result)
    assert shows(result.stdout)
    assert not shows(pfg("gen", *words, *LINK).stdout)


def test_fixtures_of_linked_models_refer_to_each_other(pfg: Pfg, linked_project: Path) -> None:
    text = pfg("gen", "fixtures", ORDER, *LINK, "--with-related").stdout
    (identity,) = re.findall(r"\bid=(\d+)", text)
    assert re.findall(r"user_id=(\d+)", text) == [identity]


def test_selected_fixtures_are_linked_like_their_records(pfg: Pfg, linked_project: Path) -> None:
    both = ("--include", "*.Order", "--include", "*.User", *LINK)
    text = pfg("gen", "fixtures", FILE, *both, "--cases", "2").stdout
    lines = [
        json.loads(line)
        for line in pfg("gen", "json", FILE, *both, "-n", "2", "--jsonl").stdout.splitlines()
    ]
    assert re.findall(r"user_id=(\d+)", text) == [
        str(line["user_id"]) for line in lines if "user_id" in line
    ]
    assert set(re.findall(r"user_id=(\d+)", text)) <= set(re.findall(r"\bid=(\d+)", text))


TABLES = """
from sqlmodel import Field, SQLModel

class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id")
"""


def test_a_foreign_key_is_a_link_in_fixtures_and_schemas(pfg: Pfg, project: Path) -> None:
    (project / "app" / "tables.py").write_text(TABLES)
    text = pfg("gen", "fixtures", "app/tables.py:Hero", "--with-related").stdout
    assert re.findall(r"team_id=(\d+)", text) == re.findall(r"Team\(id=(\d+)\)", text) != []
    assert '"title": "Team"' in pfg("gen", "schema", "app/tables.py:Hero", "--with-related").stdout


GENERIC = """
from typing import Generic, TypeVar
from pydantic import BaseModel
T = TypeVar("T")
class Page(BaseModel, Generic[T]):
    items: list[T]
NumberPage = Page[int]
"""


@pytest.mark.parametrize(
    "words", [["app/generic.py", "--type", "Page[int]"], ["app/generic.py:NumberPage"]]
)
def test_a_generic_model_with_arguments_has_a_fixture(
    pfg: Pfg, project: Path, in_process: list[object], words: list[str]
) -> None:
    (project / "app" / "generic.py").write_text(GENERIC)
    text = pfg("gen", "fixtures", *words).stdout
    assert "def page_int() -> Page[int]:\n" in text
    assert "    return Page[int](items=[" in text


def test_options_can_be_given_in_any_order(pfg: Pfg) -> None:
    outputs = {
        pfg("gen", "json", *words).stdout
        for words in (
            (USER, "-n", "2", "--seed", "4", "--jsonl"),
            ("--jsonl", "-n", "2", USER, "--seed", "4"),
            ("--seed", "4", "--jsonl", "-n", "2", USER),
            ("--seed=4", "--n=2", "--jsonl", "--", USER),
        )
    }
    assert len(outputs) == 1


def test_records_stream_and_a_reader_can_close_the_pipe(
    project: Path,
) -> None:
    # Slow models: a million records would take half an hour, so the first line shows streaming.
    slow = MODELS.replace("class User(BaseModel):", "import time\nclass User(BaseModel):") + (
        "    def model_post_init(self, _):\n        time.sleep(0.002)\n"
    )
    (project / FILE).write_text(slow)
    command = [
        sys.executable,
        "-m",
        "pytest_fixturegen",
        "gen",
        "json",
        USER,
        "-n",
        "1000000",
        "--jsonl",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout
        assert child.stderr
        assert json.loads(child.stdout.readline())
        child.stdout.close()
        code = child.wait(60)
        assert (code, child.stderr.read()) == (0, b"")


PUBLIC = {
    "plain": ("class A(BaseModel):\n    class _Inner(BaseModel): ...\n", ["A"]),
    "listed": ("class A(BaseModel): ...\nclass B(BaseModel): ...\n__all__ = ['B']\n", ["B"]),
    "hidden home": ("from app._home import Hidden\n__all__ = ['Hidden']\n", ["Hidden"]),
}


@pytest.mark.parametrize("how", [(), ("--ast",), ("--hybrid",)])
@pytest.mark.parametrize("case", PUBLIC)
def test_public_only_lists_the_models_a_module_exports(
    pfg: Pfg, project: Path, case: str, how: tuple[str, ...]
) -> None:
    (project / "app" / "_home.py").write_text(
        "from pydantic import BaseModel\nclass Hidden(BaseModel):\n    n: int\n"
    )
    source, names = PUBLIC[case]
    (project / "app" / "offered.py").write_text(f"from pydantic import BaseModel\n{source}")
    result = pfg("list", "app/offered.py", "--public-only", "--json", *how)
    assert [model["name"] for model in json.loads(result.stdout)["models"]] == names
    private = pfg("list", "app/_home.py", "--public-only", *how)
    assert (private.exit_code, private.stderr.startswith("error: ")) == (10, True), private.output
    assert_success(pfg("list", "app/_home.py", *how))


TYPES: dict[str, Any] = {
    "list[EmailStr]": lambda value: all("@example." in each for each in value),
    "dict[str, int | None]": lambda value: all(isinstance(each, int) for each in value.values()),
    "Literal['a', 'b']": lambda value: value in ("a", "b"),
    "Annotated[int, Field(ge=5, le=6)]": lambda value: value in (5, 6),
    "tuple[date, Decimal, UUID]": lambda value: len(value) == 3,
    "list[User]": lambda value: all("address" in each for each in value),
}


@pytest.mark.parametrize("expression", TYPES)
def test_a_type_is_a_target(pfg: Pfg, project: Path, expression: str) -> None:
    target = (FILE,) if "User" in expression else ()
    result = pfg(
        "gen", "json", *target, "--type", expression, "-n", "4", "--out", "out/{model}.json"
    )
    assert result.exit_code == 0, result.stderr
    (path,) = (project / "out").iterdir()
    assert all(map(TYPES[expression], json.loads(path.read_text())))
    for command in ("schema", "explain", "fixtures"):
        assert_success(pfg("gen", command, *target, "--type", expression))


WRONG = [
    ("list[", 2, "is not a Python expression"),
    ("lst[int]", 10, "Did you mean 'list'?"),
    ("list[Adress]", 10, "Did you mean 'Address'?"),
    ("3", 10, "is not a type"),
    ("1/0", 10, "division by zero"),
    ("'Nowhere'", 10, "is not a type"),
    ("open('/etc/shadow')", 40, "/etc/shadow"),
    ("__import__('os').system('ls')", 40, "start ls"),
]


@pytest.mark.parametrize(("expression", "code", "words"), WRONG)
def test_a_wrong_type_is_an_error_of_one_sentence(
    pfg: Pfg, expression: str, code: int, words: str
) -> None:
    result = pfg("gen", "json", FILE, "--type", expression)
    assert (result.exit_code, words in result.stderr, "Traceback" in result.stderr) == (
        code,
        True,
        False,
    ), result.output


def test_a_target_or_a_type_must_be_named(pfg: Pfg) -> None:
    assert_exit_code(pfg("gen", "json"), 2)
    assert_exit_code(pfg("gen", "json", USER, "--type", "int"), 2)

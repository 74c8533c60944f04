"""Several models in one output, and the shards of one model."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.functional.conftest import MODELS, Pfg, assert_success, error_of

FILE = "app/models.py"
USER = "app.models:User"
LATE = """
from pydantic import field_validator

class Late(BaseModel):
    n: int

    @field_validator("n")
    @classmethod
    def refuse(cls, n: int) -> int:
        raise ValueError("never")
"""


@pytest.mark.parametrize(
    "options", [(), ("--indent", "2"), ("--no-orjson",), ("--workers", "2")], ids=str
)
def test_several_models_are_one_json_document(
    pfg: Pfg, project: Path, options: tuple[str, ...]
) -> None:
    assert_success(pfg("gen", "json", FILE, "-n", "3", *options, "--out", "all.json"))
    text = (project / "all.json").read_text()
    document = json.loads(text)
    assert {name: len(records) for name, records in document.items()} == {"Address": 3, "User": 3}
    for name, records in document.items():
        alone = pfg("gen", "json", f"app.models:{name}", "-n", "3")
        assert json.loads(alone.stdout) == records
    assert pfg("gen", "json", FILE, "-n", "3", *options).stdout == text


def test_an_indented_document_has_the_layout_of_the_json_module(pfg: Pfg) -> None:
    text = pfg("gen", "json", FILE, "-n", "2", "--indent", "4").stdout
    assert text == json.dumps(json.loads(text), indent=4, ensure_ascii=False) + "\n"


def test_a_document_is_checked_like_any_file(pfg: Pfg, project: Path) -> None:
    command = ("gen", "json", FILE, "--out", "all.json", "--check")
    assert pfg(*command).exit_code == 1
    assert_success(pfg(*command[:-1]))
    assert_success(pfg(*command))


def test_a_model_that_fails_leaves_no_trace_in_the_document(pfg: Pfg, project: Path) -> None:
    (project / FILE).write_text(MODELS + LATE)
    result = pfg("gen", "json", FILE, "-n", "2", "--out", "all.json")
    assert (result.exit_code, "1 of 3 models" in result.stderr) == (20, True), result.output
    assert list(json.loads((project / "all.json").read_text())) == ["Address", "User"]
    printed = pfg("gen", "json", FILE, "-n", "2")
    assert printed.stdout == (project / "all.json").read_text()


def test_no_document_is_written_if_every_model_fails(pfg: Pfg, project: Path) -> None:
    (project / FILE).write_text(
        "from pydantic import BaseModel\n" + LATE + LATE.replace("Late", "Later")
    )
    (project / "all.json").write_text('["precious"]')
    result = pfg("gen", "json", FILE, "--out", "all.json")
    assert (result.exit_code, "others" in result.stderr) == (20, False), result.output
    assert (project / "all.json").read_text() == '["precious"]'
    assert pfg("gen", "json", FILE).stdout == ""


def test_json_lines_of_several_models_follow_one_another(pfg: Pfg, project: Path) -> None:
    assert_success(pfg("gen", "json", FILE, "-n", "2", "--jsonl", "--out", "all.jsonl"))
    text = (project / "all.jsonl").read_text()
    assert text == pfg("gen", "json", FILE, "-n", "2", "--jsonl").stdout
    assert ["email" in json.loads(line) for line in text.splitlines()] == [False, False, True, True]


def test_several_models_are_one_schema(pfg: Pfg, project: Path) -> None:
    assert_success(pfg("gen", "schema", FILE, "--out", "all.json"))
    text = (project / "all.json").read_text()
    assert text == pfg("gen", "schema", FILE).stdout
    document = json.loads(text)
    assert list(document) == ["$defs"]
    alone = json.loads(pfg("gen", "schema", USER).stdout)
    definitions = alone.pop("$defs")
    assert document["$defs"] == {**definitions, "User": alone}


def test_a_schema_document_leaves_out_what_has_no_schema(pfg: Pfg, project: Path) -> None:
    (project / FILE).write_text(
        MODELS
        + "\nfrom typing import Callable\nclass Odd(BaseModel):\n    call: Callable[[], int]\n"
    )
    result = pfg("gen", "schema", FILE, "--out", "all.json")
    assert (result.exit_code, "1 of 3 models" in result.stderr) == (20, True), result.output
    assert set(json.loads((project / "all.json").read_text())["$defs"]) == {"Address", "User"}
    assert error_of(pfg("gen", "schema", f"{FILE}:Odd", "--json-errors"))["code"] == 20


def run_shards(pfg: Pfg, n: int, *options: str) -> Any:
    return pfg("gen", "json", USER, "-n", n, "--shard-size", "2", *options)


def test_shards_of_a_plain_path_are_numbered(pfg: Pfg, project: Path) -> None:
    assert_success(run_shards(pfg, 5, "--jsonl", "--out", "out/x.jsonl"))
    shards = sorted((project / "out").iterdir())
    assert [path.name for path in shards] == [f"x-0000{number}.jsonl" for number in (1, 2, 3)]
    text = "".join(path.read_text() for path in shards)
    assert text == pfg("gen", "json", USER, "-n", "5", "--jsonl").stdout


@pytest.mark.parametrize("jsonl", [("--jsonl",), ()], ids=str)
@pytest.mark.parametrize("out", ["x.txt", "x-{shard}.txt", "x{index}.txt", "{model}.{number}.txt"])
def test_a_shorter_run_removes_the_shards_of_a_longer_one(
    pfg: Pfg, project: Path, jsonl: tuple[str, ...], out: str
) -> None:
    assert_success(run_shards(pfg, 9, *jsonl, "--out", out))
    (project / "x-notes.txt").write_text("precious")
    stale = run_shards(pfg, 4, *jsonl, "--out", out, "--check")
    assert (stale.exit_code, "3 files are out of date" in stale.stderr) == (1, True), stale.output
    assert len(list(project.glob("*.txt"))) == 6
    result = run_shards(pfg, 4, *jsonl, "--out", out)
    assert len(re.findall("^removed ", result.stderr, re.MULTILINE)) == 3, result.output
    assert len(list(project.glob("*.txt"))) == 3
    assert (project / "x-notes.txt").read_text() == "precious"


def test_only_files_with_our_layout_are_removed(pfg: Pfg, project: Path) -> None:
    (project / "x-00002.jsonl").write_text("a list of my own\n")
    (project / "x-00004.jsonl").write_text("{}\n")  # after a gap
    result = run_shards(pfg, 2, "--jsonl", "--out", "x.jsonl")
    assert_success(result)
    assert "removed" not in result.stderr
    assert sorted(path.name for path in project.glob("x-*")) == [
        f"x-0000{number}.jsonl" for number in (1, 2, 4)
    ]


def test_standard_output_has_no_shards(pfg: Pfg) -> None:
    assert len(json.loads(run_shards(pfg, 5).stdout)) == 5


def test_shards_of_several_models_have_the_model_in_their_names(pfg: Pfg, project: Path) -> None:
    command = ("gen", "json", FILE, "--shard-size", "2", "--jsonl", "--out", "out/x.jsonl")
    for n, names in (
        ("3", ["Address-00001", "Address-00002", "User-00001", "User-00002"]),
        ("2", ["Address-00001", "User-00001"]),
    ):
        assert_success(pfg(*command, "-n", n))
        shards = sorted(path.stem for path in (project / "out").iterdir())
        assert shards == [f"x-{name}" for name in names]

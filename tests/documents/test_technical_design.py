"""What the technical design says, run as it is written there.

``technical-design.md`` is the unchanged document. Command lines, signatures and blocks are taken
from its text, so that a test covers what the document says and not what we remember of it.
"""

from __future__ import annotations

import dataclasses
import hashlib
import inspect
import json
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from pytest_fixturegen import (
    FieldFacts,
    GenerationConfig,
    Strategy,
    emit_pytest_fixtures,
    explain,
    generate_instances,
)
from pytest_fixturegen.config.project_file import read_project_file
from pytest_fixturegen.config.sources import read_options
from pytest_fixturegen.errors import ERROR_CLASSES, MappingError
from pytest_fixturegen.plugins import hookspecs
from pytest_fixturegen.plugins.artifact import Artifact
from pytest_fixturegen.plugins.contracts import FieldConstraints
from tests.functional.conftest import Pfg, assert_success, error_of, pfg, project

__all__ = ["pfg", "project"]  # fixtures

HERE = Path(__file__).parent
TEXT = (HERE / "technical-design.md").read_text("utf-8")
DIGEST = "ef5a6314a1d98247a9f8d65df805a052eb9fb483ac8290d888b3b26a0204d1fc"
PAGE = HERE.parents[1] / "docs" / "documents" / "technical-design.md"

USAGES = re.findall(r"^- `(pfg (?:list|gen|doctor).*)`$", TEXT, re.MULTILINE)
"""The five command lines of section 4."""

PLACEHOLDERS = {
    "<module-or-file>": ("app.models", "app/models.py"),
    "<module-or-model>": ("app.models", "app.models:User", "app/models.py"),
}
VALUES = {"PATH": "out/result", "INT": "2", "FLOAT": "0.5", "...": "*.User"}
"""Values for what a usage leaves open."""


class Address(BaseModel):
    city: str


class User(BaseModel):
    id: int
    name: str
    address: Address | None = None


def read_type(name: str) -> list[str]:
    """Return the fields that section 3 gives the type *name*."""
    body = re.search(rf"^- {name}.*?: `\{{ (.*) \}}`$", TEXT, re.MULTILINE)
    assert body, name
    outer = re.sub(r"\{.*?\}", "", body[1])  # fields of nested objects
    return [part.partition(":")[0].strip(" ?") for part in re.split(r", (?![^\[]*\])", outer)]


def read_signature(name: str) -> list[str]:
    """Return the names of the parameters that the document gives the function *name*."""
    found = re.search(rf"`{name}\((.*)\) ->", TEXT)
    assert found, name
    parts = re.split(r", (?![^\[]*\])", found[1])
    return [part.partition(":")[0].rstrip("?") for part in parts]


def expand_usage(usage: str) -> Iterator[list[str]]:
    """Yield command lines for *usage*, in which each choice occurs: ``--style {functions,...}``."""
    words = re.findall(r"\{[^}]*\}|<[^>]*>|[^\s\[\]]+", usage)
    choices: list[tuple[str, ...]] = []
    for word in words:
        if word.startswith("{"):
            choices.append(tuple(word[1:-1].split(",")))
        else:
            choices.append(PLACEHOLDERS.get(word, (VALUES.get(word, word),)))
    if len(list(product(*choices))) > 30:  # each choice once is enough for fixtures
        longest = max(map(len, choices))
        yield from ([part[i % len(part)] for part in choices] for i in range(longest))
    else:
        yield from map(list, product(*choices))


LINES = [line for usage in USAGES for line in expand_usage(usage)]


def test_the_document_is_unchanged() -> None:
    assert hashlib.sha256(TEXT.encode()).hexdigest() == DIGEST


def test_the_usages_of_all_five_commands_are_read() -> None:
    names = [" ".join(re.findall(r"^pfg (list|doctor|gen \w+)", usage)) for usage in USAGES]
    assert names == ["list", "gen fixtures", "gen json", "gen schema", "doctor"]


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_every_command_line_of_the_document_runs(pfg: Pfg, project: Path, line: list[str]) -> None:
    command = [word for word in line[1:] if word not in ("--include", "--exclude", "*.User")]
    assert_success(pfg(*command))
    if "--include" in line:
        assert_success(pfg(*command, "--include", "*.User", "--exclude", "*.Nobody"))
    if "--out" in line:
        assert list((project / "out").iterdir())


def test_a_module_with_several_models_is_one_file_of_json_and_schema(
    pfg: Pfg, project: Path
) -> None:
    assert_success(pfg("gen", "json", "app.models", "--n", "2", "--out", "all.json"))
    assert set(json.loads((project / "all.json").read_text())) == {"Address", "User"}
    assert_success(pfg("gen", "schema", "app.models", "--out", "schema.json"))
    assert set(json.loads((project / "schema.json").read_text())["$defs"]) == {"Address", "User"}


def test_a_list_has_the_fields_of_a_discovery_result(pfg: Pfg) -> None:
    result = json.loads(pfg("list", "app.models", "--json").stdout)
    assert list(result) == read_type("DiscoveryResult")
    for model in result["models"]:
        assert set(read_type("ModelId")) <= set(model)


def test_the_json_error_is_that_of_the_document(pfg: Pfg, project: Path) -> None:
    block = re.search(r"^```\n(\{.*?^\})\n```$", TEXT, re.MULTILINE | re.DOTALL)
    assert block
    wanted = json.loads(block[1])["error"]
    (project / "app" / "net.py").write_text(
        "from typing import Any\nfrom pydantic import BaseModel\n"
        "class Host(BaseModel):\n    ip: Any\n"
    )
    result = pfg("gen", "json", "app.net", "--no-allow-fallback", "--json-errors")
    error = error_of(result)
    assert list(error) == list(wanted) == read_type("ErrorObject")
    assert (error["code"], error["kind"]) == (wanted["code"], wanted["kind"])
    details: Any = error["details"]
    assert (result.exit_code, details["field"]) == (20, wanted["details"]["field"])
    assert "--allow-fallback" in str(error["hint"])
    assert_success(pfg("gen", "json", "app.net", "--allow-fallback"))


def test_the_error_taxonomy_is_that_of_the_document() -> None:
    line = re.search(r"^- (10 DiscoveryError.*) \(reserved range", TEXT, re.MULTILINE)
    assert line
    documented = dict(part.split()[::-1] for part in line[1].split(", "))
    codes = {error.kind: str(error.code) for error in ERROR_CLASSES}
    assert documented.items() <= codes.items()


def test_a_generation_config_has_the_fields_of_the_document(tmp_path: Path) -> None:
    values = {
        "seed": 5,
        "locale": "sv_SE",
        "p_none_default": 0.25,
        "recursion_limit": 3,
        "object_budget": 90,
        "allow_fallback": False,
    }
    assert list(values) == read_type("GenerationConfig")
    config = GenerationConfig(**values)  # type: ignore[arg-type]
    assert {name: getattr(config, name) for name in values} == values
    lines = [f"{name} = {json.dumps(value)}" for name, value in values.items()]
    for table in ("pydantic_fixturegen", "pytest_fixturegen"):
        text = "\n".join([f"[tool.{table}]", *lines])
        (tmp_path / "pyproject.toml").write_text(text)
        assert read_options(GenerationConfig, [read_project_file(tmp_path)]) == config


def test_instances_are_generated_as_the_document_calls_it() -> None:
    assert read_signature("generate_instances") == ["Model", "n", "seed", "config"]
    config = GenerationConfig(p_none_default=1.0)
    users = list(generate_instances(User, 3, 7, config))
    assert [type(user) for user in users] == [User] * 3
    assert users == list(generate_instances(User, n=3, seed=7, config=config))
    assert [user.address for user in generate_instances(User, 3, 7)] != [None] * 3


def test_fixtures_are_emitted_as_the_document_calls_it(tmp_path: Path) -> None:
    names = read_signature("emit_pytest_fixtures")
    assert names == ["models", "path", "style", "scope", "seed", "return_type"]
    path = tmp_path / "data.py"
    emit_pytest_fixtures([User], str(path), "factory", "session", 7, "dict")
    text = path.read_text()
    assert 'scope="session"' in text
    assert "Seed 7" in text
    values = ([User], str(path), "class", "module", 7, "model")
    named: dict[str, Any] = dict(zip(names, values, strict=True))
    emit_pytest_fixtures(**named)
    assert "class " in path.read_text()


PLUGIN = """
import json
from pytest_fixturegen import hookimpl

@hookimpl
def pfg_register_providers(registry):
    registry.add_name("name", "design_values:name")

@hookimpl
def pfg_modify_strategy(model: type, field: str, strategy):
    assert isinstance(field, str), field
    with open("asked.txt", "a") as file:
        file.write(f"{model.__name__}.{field}\\n")
    return strategy.with_settings(value="Oslo") if field == "city" else None

@hookimpl
def pfg_emit_artifact(kind, ctx) -> bool:
    if ctx.target_path is None:
        return False
    with open(ctx.target_path, "w") as file:
        json.dump([kind, ctx.style, ctx.scope, ctx.return_type, ctx.cases], file)
    return True
"""


def test_a_plugin_has_the_hooks_of_the_document(pfg: Pfg, project: Path) -> None:
    for hook in ("pfg_register_providers", "pfg_modify_strategy", "pfg_emit_artifact"):
        assert set(read_signature(hook)) <= set(
            inspect.signature(getattr(hookspecs, hook)).parameters
        )
    (project / "design_plugin.py").write_text(PLUGIN)
    (project / "design_values.py").write_text("def name(index):\n    return f'guest {index}'\n")
    flags = ("--plugin", "design_plugin", "--allow-write", "asked.txt")
    (project / "asked.txt").touch()
    user = json.loads(pfg("gen", "json", "app.models:User", *flags).stdout)[0]
    assert (user["name"], user["address"]["city"]) == ("guest 0", "Oslo")
    assert "Address.city" in (project / "asked.txt").read_text().splitlines()
    expected = {
        "fixtures": ["pytest", "functions", "function", "model", 1],
        "json": ["json", None, None, None, None],
        "schema": ["schema", None, None, None, None],
    }
    for command, written in expected.items():
        assert_success(pfg("gen", command, "app.models:User", "--out", "artifact", *flags))
        assert json.loads((project / "artifact").read_text()) == written


def test_an_emitter_context_has_the_fields_of_the_document() -> None:
    fields = {field.name for field in dataclasses.fields(Artifact)}  # type: ignore[arg-type]
    assert set(read_type("EmitterContext")) <= fields | set(vars(Artifact))


def test_a_strategy_has_the_fields_of_the_document() -> None:
    names = {field.name for field in dataclasses.fields(Strategy)}  # type: ignore[arg-type]
    assert {"type", "constraints", "provider", "p_none", "policy"} <= names
    line = re.search(r"^- FieldConstraints: captures (.*), etc\.$", TEXT, re.MULTILINE)
    assert line
    constraints = {field.name for field in dataclasses.fields(FieldConstraints)}  # type: ignore[arg-type]
    assert set(re.findall(r"`(\w+)`", line[1])) <= constraints
    assert issubclass(FieldFacts, str)
    assert all(isinstance(decision, Strategy) for decision in explain(User))


def test_the_extras_of_the_document_exist() -> None:
    text = (HERE.parents[1] / "pyproject.toml").read_text("utf-8")
    for extra in re.findall(r"`\[(\w+)\]`", TEXT):
        assert re.search(rf"^{extra} = \[", text, re.MULTILINE), extra
    assert re.search(r'"pydantic>=[\d.]+,<3"', text)


def test_a_guess_is_an_error_without_fallback() -> None:
    class Loose(BaseModel):
        extra: dict[str, Any]

    with pytest.raises(MappingError, match="says nothing of its values"):
        list(generate_instances(Loose, 1, 0, GenerationConfig(allow_fallback=False)))
    assert list(generate_instances(Loose, 1, 0))


ROW = re.compile(r"^\| (?P<claim>[^|]+) \| (?P<mark>✔|different) \| (?P<proof>[^|]+) \|$")


def read_rows() -> list[re.Match[str]]:
    """Return the rows of claims on the page in the docs."""
    lines = PAGE.read_text("utf-8").splitlines()
    body = [line for line in lines if line.startswith("| ") and not line.startswith("| claim ")]
    rows = [ROW.match(line) for line in body]
    assert all(rows), [line for line in body if not ROW.match(line)]
    return [row for row in rows if row]


def test_every_claim_has_a_test_that_exists_or_a_reason() -> None:
    rows = read_rows()
    assert len(rows) >= 100
    for row in rows:
        tests = re.findall(r"`([\w/]+\.py)::(\w+)`", row["proof"])
        assert tests or row["mark"] == "different", row["claim"]
        for file, name in tests:
            source = (HERE.parents[1] / "tests" / file).read_text("utf-8")
            assert re.search(rf"^def {name}\(", source, re.MULTILINE), f"{file}::{name}"


def test_every_section_of_the_document_has_rows() -> None:
    page = PAGE.read_text("utf-8")
    for heading in re.findall(r"^## (\d+\. .*)$", TEXT, re.MULTILINE):
        assert f"\n## {heading}\n" in page, heading
    for criterion in re.findall(r"product-spec-(\d\d) \(", TEXT):
        assert re.search(rf"^\| AC {criterion}: ", page, re.MULTILINE), criterion

"""Outputs that plugins write: the hook ``pfg_emit_artifact``, with and without ``--emit``."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.functional.conftest import Pfg, assert_success, error_of, pfg, project

__all__ = ["pfg", "project"]  # fixtures

USER = "app.models:User"
FACTS = "seed tool_version model_digest target_path style scope return_type cases kind form models"
PLUGIN = """
import json
from pytest_fixturegen import hookimpl

@hookimpl
def pfg_emit_artifact(kind, ctx):
    {body}
"""
DUMP = f"""
    facts = {{name: getattr(ctx, name) for name in {FACTS.split()!r}}}
    with open("facts.jsonl", "a") as file:
        file.write(json.dumps([kind, facts], default=str) + "\\n")
    return False
"""
WRITE = """
    with open(ctx.target_path, "w") as file:
        file.write(kind + " by the plugin")
    return True
"""


def write_plugin(project: Path, body: str) -> tuple[str, str]:
    """Write a plugin into the project; return the flag that names it.

    Each has a name of its own, because a process loads a plugin once.
    """
    name = f"own_{hashlib.sha256(body.encode()).hexdigest()[:8]}"
    (project / f"{name}.py").write_text(PLUGIN.format(body=body.strip()))
    return ("--plugin", name)


def read_facts(project: Path) -> list[tuple[str, dict[str, object]]]:
    """Return what the plugin was called with."""
    lines = (project / "facts.jsonl").read_text().splitlines()
    return [tuple(json.loads(line)) for line in lines]


@pytest.mark.parametrize(
    ("command", "kind", "out"),
    [("fixtures", "pytest", "out.py"), ("json", "json", "o.json"), ("schema", "schema", "s.json")],
)
def test_every_output_is_offered_with_all_facts(
    pfg: Pfg, project: Path, command: str, kind: str, out: str
) -> None:
    plain = pfg("gen", command, USER)
    flags = write_plugin(project, DUMP)
    assert_success(pfg("gen", command, USER, "--out", out, *flags))
    [(asked, facts)] = read_facts(project)
    assert (asked, facts["kind"], facts["form"]) == (kind, kind, "")
    assert (facts["seed"], facts["target_path"], facts["models"]) == (0, out, ["User"])
    assert facts["tool_version"] == "0.1.0"
    assert len(str(facts["model_digest"])) == 64
    details = [facts[name] for name in ("style", "scope", "return_type", "cases")]
    is_pytest = kind == "pytest"
    assert details == (["functions", "function", "model", 1] if is_pytest else [None] * 4)
    text = (project / out).read_text()
    if is_pytest:
        assert f"models {str(facts['model_digest'])[:12]}" in text
    else:
        assert text == plain.stdout


@pytest.mark.parametrize("command", ["fixtures", "json", "schema", "overrides"])
def test_true_says_that_the_plugin_has_written_the_artifact(
    pfg: Pfg, project: Path, command: str
) -> None:
    flags = write_plugin(project, WRITE)
    words = ("gen", command, "app/models.py", "--out", "new/out.txt", *flags)
    kind = "pytest" if command == "fixtures" else command
    for status in ("wrote", "unchanged"):
        result = pfg(*words)
        assert (result.exit_code, result.stderr) == (0, f"{status} new/out.txt\n"), result.output
        assert (project / "new" / "out.txt").read_text() == f"{kind} by the plugin"


def test_a_plugin_of_the_project_file_is_asked_too(pfg: Pfg, project: Path) -> None:
    _, name = write_plugin(project, WRITE)
    (project / "pyproject.toml").write_text(f"[tool.pytest_fixturegen]\nplugins = ['{name}']\n")
    words = ("gen", "json", USER, "--out", "out.txt", "--config", "pyproject.toml")
    assert_success(pfg(*words))
    assert (project / "out.txt").read_text() == "json by the plugin"


def test_a_check_compares_what_the_plugin_writes(pfg: Pfg, project: Path) -> None:
    words = ("gen", "json", USER, "--out", "out.txt", *write_plugin(project, WRITE))
    (project / "out.txt").write_text("precious\n")
    stale = pfg(*words, "--check")
    assert (stale.exit_code, "+json by the plugin" in stale.stdout) == (1, True), stale.output
    assert (project / "out.txt").read_text() == "precious\n"
    assert_success(pfg(*words))
    assert_success(pfg(*words, "--check"))


@pytest.mark.parametrize("answer", ["None", "False"])
@pytest.mark.parametrize("out", [("--out", "out.json"), ()], ids=["file", "stdout"])
def test_a_plugin_that_declines_after_reading_changes_nothing(
    pfg: Pfg, project: Path, answer: str, out: tuple[str, ...]
) -> None:
    plain = pfg("gen", "json", USER, "-n", "300").stdout
    body = f"list(ctx.records())\n    return {answer}"
    result = pfg("gen", "json", USER, "-n", "300", *out, *write_plugin(project, body))
    assert_success(result)
    assert ((project / "out.json").read_text() if out else result.stdout) == plain


@pytest.mark.parametrize("options", [(), ("--jsonl",), ("--indent", "2")], ids=str)
@pytest.mark.parametrize("target", [USER, "app/models.py"])
def test_records_are_read_in_every_layout(
    pfg: Pfg, project: Path, options: tuple[str, ...], target: str
) -> None:
    body = 'return [str(len(list(ctx.records()))).encode() + b"\\n"]'
    result = pfg("gen", "json", target, "-n", "2", *options, *write_plugin(project, body))
    assert_success(result)
    count = sum(map(int, result.stdout.split()))
    assert count == (2 if target == USER else 4)


def test_true_after_a_write_reports_that_file(pfg: Pfg, project: Path) -> None:
    body = "ctx.write(ctx.path.with_suffix('.bin'), [b'1'])\n    return True"
    result = pfg("gen", "json", USER, "--out", "out.json", *write_plugin(project, body))
    assert (result.exit_code, result.stderr) == (0, "wrote out.bin\n"), result.output


def test_true_without_a_file_writes_nothing(pfg: Pfg, project: Path) -> None:
    result = pfg("gen", "json", USER, *write_plugin(project, "return True"))
    assert (result.exit_code, result.output) == (0, "")


def test_with_a_form_both_names_of_fixtures_are_known(pfg: Pfg, project: Path) -> None:
    for kind in ("fixtures", "pytest"):
        body = f"return [kind.encode()] if (kind, ctx.form) == ({kind!r}, 'x') else None"
        flags = write_plugin(project, body)
        assert pfg("gen", "fixtures", USER, "--emit", "x", *flags).stdout == kind


def test_a_failing_plugin_is_named(pfg: Pfg, project: Path) -> None:
    flags = write_plugin(project, "raise OSError('no disk')")
    result = pfg("gen", "json", USER, "--out", "out.json", *flags, "--json-errors")
    error = error_of(result)
    assert (result.exit_code, error["kind"]) == (30, "EmitError")
    assert f"The plugin {flags[1]!r} failed in pfg_emit_artifact" in str(error["message"])
    assert not (project / "out.json").exists()


def test_the_parent_imports_no_plugin_without_the_hook(pfg: Pfg, project: Path) -> None:
    (project / "values.py").write_text(
        "import sys\nfrom pytest_fixturegen import hookimpl\n"
        "assert 'pytest_fixturegen.sandbox.audit' in sys.modules, 'outside the sandbox'\n"
        "@hookimpl\ndef pfg_register_providers(registry): ...\n"
    )
    for name in ("values", "values:sys.modules"):
        (project / "out.json").unlink(missing_ok=True)
        result = pfg("gen", "json", USER, "--out", "out.json", "--plugin", name)
        assert "outside the sandbox" not in result.output
    assert_success(pfg("gen", "json", USER, "--plugin", "values"))


def test_a_model_that_fails_while_a_plugin_reads_is_reported(pfg: Pfg, project: Path) -> None:
    with (project / "app" / "models.py").open("a") as file:
        file.write(
            "\nfrom pydantic import field_validator\nclass Late(BaseModel):\n    n: int\n"
            "    @field_validator('n')\n    def refuse(cls, n):\n        raise ValueError('no')\n"
        )
    body = "return [*ctx.chunks]"
    result = pfg("gen", "json", "app/models.py", "--out", "a.json", *write_plugin(project, body))
    assert result.exit_code == 20, result.output
    assert set(json.loads((project / "a.json").read_text())) == {"Address", "User"}

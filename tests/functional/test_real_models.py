"""Models of published packages yield valid records, or one line that gives the reason."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from pytest_fixturegen.discovery.importer import find_models
from pytest_fixturegen.discovery.targets import parse_target
from tests.functional.conftest import Pfg

PACKAGES = ("mcp.types", "openapi_pydantic", "geojson_pydantic", "stac_pydantic")
SERVED = 0.95


def models_of(package: str) -> dict[str, Any]:
    return {model.name: model.cls for model in find_models(parse_target(package, Path.cwd()))}


@pytest.mark.filterwarnings(
    "ignore:GeometryCollection should not:UserWarning", "ignore::DeprecationWarning"
)  # warnings of the packages themselves
@pytest.mark.parametrize("package", PACKAGES)
def test_every_model_of_a_package_yields_records_or_a_reason(
    pfg: Pfg, project: Path, package: str
) -> None:
    result = pfg(
        "gen",
        "json",
        package,
        "--n",
        "20",
        "--seed",
        "7",
        "--out",
        "out/{model}.jsonl",
        "--jsonl",
        "--json-errors",
    )
    lines_by_model = {
        path.stem: path.read_bytes().splitlines() for path in (project / "out").iterdir()
    }
    failures = json.loads(result.stdout)["error"]["details"]["failures"] if result.exit_code else []
    models = models_of(package)
    assert len(lines_by_model) + len(failures) == len(models)
    assert len(lines_by_model) >= SERVED * len(models)
    for failure in failures:
        assert "\n" not in failure["message"]
        assert failure["details"]["model"] in models
    for name, lines in lines_by_model.items():
        assert len(lines) == 20
        for line in lines:
            TypeAdapter(models[name]).validate_json(line)


@pytest.mark.parametrize("package", PACKAGES)
def test_generated_fixtures_of_a_package_pass_ruff_and_run(
    pfg: Pfg, project: Path, package: str
) -> None:
    words = ("gen", "fixtures", package, "--seed", "7", "--out", "test_made.py", "--json-errors")
    first = pfg(*words)
    assert first.exit_code in (0, 20), first.output
    path = project / "test_made.py"
    before = path.stat().st_mtime_ns
    assert "unchanged test_made.py" in pfg(*words).stderr
    assert path.stat().st_mtime_ns == before
    ruff = [sys.executable, "-m", "ruff"]
    assert (
        subprocess.run([*ruff, "format", "--check", "--isolated", path], check=False).returncode
        == 0
    )
    assert subprocess.run([*ruff, "check", "--isolated", path], check=False).returncode == 0
    names = [
        line.split("(")[0].removeprefix("def ")
        for line in path.read_text().splitlines()
        if line.startswith("def ")
    ]
    assert names
    path.write_text(path.read_text() + f"\n\ndef test_all({', '.join(names)}):\n    pass\n")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


def test_bytes_do_not_depend_on_the_hash_seed_or_the_clock(project: Path) -> None:
    def lines(**environment: str) -> bytes:
        command = [sys.executable, "-c", SCRIPT]
        return subprocess.run(
            command, env={**os.environ, **environment}, capture_output=True, check=True
        ).stdout

    plain = lines(PYTHONHASHSEED="0")
    assert plain.count(b"\n") > 100
    assert lines(PYTHONHASHSEED="1") == plain
    assert lines(PYTHONHASHSEED="random") == plain
    assert lines(PYTHONHASHSEED="0", SHIFT="31536000") == plain


SCRIPT = """
import datetime, os, sys, time
shift = float(os.environ.get("SHIFT", 0))
real = time.time
time.time = lambda: real() + shift
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime.datetime.fromtimestamp(time.time(), tz)
if shift:
    datetime.datetime = Later
from pathlib import Path
from pytest_fixturegen import generate_lines
from pytest_fixturegen.discovery.importer import find_models
from pytest_fixturegen.discovery.targets import parse_target
for package in ("mcp.types", "geojson_pydantic"):
    for model in find_models(parse_target(package, Path.cwd())):
        for line in generate_lines(model.cls, 3, 11):
            sys.stdout.buffer.write(line + b"\\n")
"""


def test_command_line_and_api_generate_the_same_records(pfg: Pfg) -> None:
    from pytest_fixturegen import generate_lines

    tool = importlib.import_module("mcp.types").Tool
    output = pfg("gen", "json", "mcp.types:Tool", "--n", "7", "--seed", "3", "--jsonl").stdout_bytes
    assert output.splitlines() == list(generate_lines(tool, 7, 3))

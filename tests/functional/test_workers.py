"""``--workers``: several processes write the same bytes as one."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from tests.functional.conftest import Pfg, assert_success

SOURCE = """
from pydantic import BaseModel, Field, field_validator

class First(BaseModel):
    id: int
    name: str

class Odd(BaseModel):
    n: int = Field(ge=0, le=999)

    @field_validator("n")
    @classmethod
    def never(cls, n):
        if n in (NEVER):
            raise ValueError("not this one")
        return n

class Last(BaseModel):
    email: str
    first_id: int
"""
GRADED = """
from typing import Literal
from pydantic import BaseModel

class First(BaseModel):
    id: int
    grade: Literal["a", "b", "c"]

class Last(BaseModel):
    grade: Literal["a", "b", "c"]
    email: str
"""
WORDS = [
    ("-n", "1500", "--jsonl"),
    ("-n", "1100", "--link", "Last.first_id=First.id", "--with-related", "--related", "700"),
    ("-n", "600", "--indent", "2", "--no-orjson"),
]


@pytest.fixture
def models(project: Path) -> Path:
    """Return a file of three models that all yield records."""
    path = project / "app" / "three.py"
    path.write_text(SOURCE.replace("NEVER", ""))
    return path


@pytest.mark.parametrize("words", WORDS, ids=lambda words: " ".join(words[:4]))
def test_several_workers_write_the_bytes_of_one(
    pfg: Pfg, models: Path, words: tuple[str, ...]
) -> None:
    one, three = (
        pfg("gen", "json", models, *words, "--workers", workers) for workers in ("1", "3")
    )
    assert_success(one)
    assert_success(three)
    assert hashlib.sha256(three.stdout_bytes).digest() == hashlib.sha256(one.stdout_bytes).digest()


def test_several_workers_write_the_shards_of_one(pfg: Pfg, project: Path, models: Path) -> None:
    for workers in ("1", "2"):
        words = (
            "-n",
            "1000",
            "--shard-size",
            "300",
            "--out",
            f"out{workers}/{{model}}-{{index}}.json",
        )
        assert_success(pfg("gen", "json", models, *words, "--workers", workers))
    one, two = (
        {path.name: path.read_bytes() for path in (project / f"out{each}").iterdir()}
        for each in (1, 2)
    )
    assert (len(one), two) == (12, one)


def test_a_late_failure_is_the_same_with_several_workers(
    pfg: Pfg, project: Path, models: Path
) -> None:
    models.write_text(SOURCE.replace("NEVER", "5,"))
    words = ("gen", "json", models, "-n", "3000", "--no-respect-validators")
    results = []
    for workers in ("1", "3"):
        place = ("--out", f"out{workers}/{{model}}-{{shard}}.json", "--shard-size", "1000")
        result = pfg(*words, *place, "--workers", workers, "--json-errors")
        files = {path.name: path.read_bytes() for path in (project / f"out{workers}").iterdir()}
        results.append((result.exit_code, result.stdout, files))
    assert results[0] == results[1]
    assert (results[0][0], set(results[0][2]) >= {"First-2.json", "Last-2.json"}) == (20, True)


@pytest.mark.parametrize("form", ["parquet", "arrow", "csv", "sql"])
@pytest.mark.parametrize("partition", [(), ("--partition-by", "grade")], ids=["whole", "parts"])
def test_several_workers_write_the_datasets_of_one(
    pfg: Pfg, project: Path, models: Path, form: str, partition: tuple[str, ...]
) -> None:
    models.write_text(GRADED)
    for workers in ("1", "3"):
        words = ("-n", "1000", "--shard-size", "300", *partition, "--out", f"out{workers}")
        made = pfg("gen", "dataset", models, *words, "--format", form, "--workers", workers)
        assert_success(made)
    one, three = (read_files(project / f"out{each}") for each in (1, 3))
    assert (len(one), three) == (24 if partition else 8, one)


def test_a_late_failure_is_the_same_in_datasets(pfg: Pfg, project: Path, models: Path) -> None:
    models.write_text(SOURCE.replace("NEVER", "5,"))
    words = ("gen", "dataset", models, "-n", "3000", "--no-respect-validators", "--format", "csv")
    results = []
    for workers in ("1", "3"):
        place = ("--out", f"out{workers}", "--shard-size", "100", "--workers", workers)
        result = pfg(*words, *place, "--json-errors")
        results.append((result.exit_code, result.stdout, read_files(project / f"out{workers}")))
    assert results[0] == results[1]
    assert results[0][0] == 20
    assert {"First/part-00030.csv", "Last/part-00030.csv"} <= set(results[0][2])


def read_files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file of *folder* by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_each_worker_is_sandboxed_and_the_sandbox_reported_once(pfg: Pfg, models: Path) -> None:
    models.write_text("open('/etc/shadow')\n")
    one, two = (
        pfg("gen", "json", models, "-n", "1000", "--workers", workers, "--verbose")
        for workers in ("1", "2")
    )
    assert (one.exit_code, two.exit_code, two.stderr) == (40, 40, one.stderr), (
        one.output,
        two.output,
    )


def test_several_workers_need_little_memory(models: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "pytest_fixturegen",
        "gen",
        "json",
        "app.three:First",
        "-n",
        "200000",
        "--jsonl",
    ]
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, "
        "stdout=subprocess.DEVNULL); "
    )
    script += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    result = subprocess.run(
        [sys.executable, "-c", script, *command, "--workers", "2"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(result.stdout) < 120_000  # kilobytes, of the largest process

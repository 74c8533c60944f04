"""The comparison of two processes finds the models whose data differ."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.soak.two_processes import ROOT

MODELS = """
from datetime import date
from uuid import uuid4
from pydantic import BaseModel, Field, field_validator

class Steady(BaseModel):
    name: str
    day: date = Field(default_factory=date.today)

class Changing(BaseModel):
    name: str

    @field_validator("name")
    @classmethod
    def add_number(cls, value: str) -> str:
        return f"{value} {date.today()}"
"""


def test_a_model_that_reads_the_clock_is_named(tmp_path: Path) -> None:
    (tmp_path / "clock_models.py").write_text(MODELS)
    names = ("Steady", "Changing")
    models = [{"module": "clock_models", "qualname": name, "kind": "model"} for name in names]
    (tmp_path / "clock.json").write_text(json.dumps({"models": models}))
    command = [sys.executable, "-m", "tests.soak.two_processes", str(tmp_path / "clock.json")]
    link = tmp_path / "python"
    link.write_text(f'#!/bin/sh\nPYTHONPATH="$PYTHONPATH:{tmp_path}" exec {sys.executable} "$@"\n')
    link.chmod(0o755)
    result = subprocess.run(
        [*command, "--python", str(link)],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stdout == "differs: clock_models:Changing\n2 models compared, 1 differ\n"
    assert result.returncode == 1

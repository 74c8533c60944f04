"""Data of the usual locale is drawn from tables of ours alone: another Faker, or none, changes nothing in it."""

from __future__ import annotations

import subprocess
import sys

DRAWS = """
import sys
from typing import NamedTuple
from pydantic import AnyUrl, BaseModel, EmailStr, HttpUrl, NameEmail
from pytest_fixturegen.api.generate import generate_lines
from pytest_fixturegen.providers.by_name import NAMES

sys.modules["faker"] = None
names = sorted({name for name, _ in NAMES if name[0] != "_"})
assert len(names) > 800, len(names)
for kind in (str, int, float):
    assert len(list(generate_lines(NamedTuple("Sample", [(name, kind) for name in names]), 3))) == 3

class Typed(BaseModel):
    mail: EmailStr
    named: NameEmail
    page: HttpUrl
    other: AnyUrl
    note: str

assert len(list(generate_lines(Typed, 100))) == 100
"""


def test_every_name_and_the_named_types_are_drawn_without_faker() -> None:
    ran = subprocess.run([sys.executable, "-c", DRAWS], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr

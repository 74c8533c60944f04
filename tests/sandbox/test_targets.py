"""What the user names, and the module that is imported for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pytest_fixturegen.config.command_options import ImportConfig, SelectionConfig
from pytest_fixturegen.discovery.ast_scan import scan_models
from pytest_fixturegen.discovery.targets import Target, parse_target
from pytest_fixturegen.errors import DiscoveryError, UsageError
from pytest_fixturegen.worker import client


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A package, a folder without ``__init__.py``, and one that is no name."""
    for name in ("app", "plain", "not-a-name"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "models.py").write_text("x = 1\n")
    (tmp_path / "app" / "__init__.py").touch()
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "kinds.py").write_text(
        "from pydantic import BaseModel\n\nclass A(BaseModel):\n    x: int\n"
    )
    return tmp_path


@pytest.mark.parametrize(
    ("text", "module", "qualname"),
    [
        ("app/models.py", "app.models", ""),
        ("app/models.py:User", "app.models", "User"),
        ("app/models.py:Outer.Inner", "app.models", "Outer.Inner"),
        ("plain/models.py", "plain.models", ""),
        ("not-a-name/models.py", "models", ""),
        ("kinds/kinds.py", "kinds", ""),
        ("app/", "app", ""),
        ("app.models", "app.models", ""),
        ("app.models:User", "app.models", "User"),
    ],
)
def test_a_target_names_a_module(here: Path, text: str, module: str, qualname: str) -> None:
    target = parse_target(text, here)
    assert (target.module, target.qualname) == (module, qualname)


@pytest.mark.parametrize(
    ("text", "error"),
    [("nowhere.py", DiscoveryError), ("a b", UsageError), ("x:1y", UsageError), ("", UsageError)],
)
def test_what_names_nothing_is_refused(here: Path, text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        parse_target(text, here)


SOURCE = """
import dataclasses, typing
from dataclasses import dataclass as dc
from typing import Generic, NamedTuple, TypedDict, TypeVar
import pydantic
from pydantic import BaseModel as Base
raise SystemExit("nothing of this may run")
T = TypeVar("T")
class A(Base): ...
class B(A): ...
class C(pydantic.BaseModel):
    class Inner(Base): ...
class Box(Base, Generic[T]): ...
class IntBox(Box[int]): ...
@dc(frozen=True)
class D: x: int
@dataclasses.dataclass
class E: x: int
class F(TypedDict): x: int
class G(NamedTuple): x: int
class H: ...
class I(typing.TypedDict, total=False): x: int
"""


def test_a_scan_finds_models_and_runs_nothing(tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text(SOURCE)
    found = {each.name: each.kind for each in scan_models(parse_target("m.py", tmp_path))}
    models = dict.fromkeys(("A", "B", "C", "C.Inner", "Box", "IntBox"), "model")
    others = {
        "D": "dataclass",
        "E": "dataclass",
        "F": "typed-dict",
        "G": "named-tuple",
        "I": "typed-dict",
    }
    assert found == models | others


def test_a_module_is_scanned_without_importing_its_package(tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "__init__.py").write_text("raise SystemExit\n")
    (tmp_path / "package" / "m.py").write_text(
        "from pydantic import BaseModel\nclass A(BaseModel): ...\n"
    )
    assert [each.name for each in scan_models(Target("package.m", str(tmp_path)))] == ["A"]


def test_a_module_is_found_in_a_folder_of_its_own_name(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here)
    found = client.list_models("kinds/kinds.py", SelectionConfig(), ImportConfig(timeout=120))
    assert [each["name"] for each in found] == ["A"]

"""Plain classes among the models of a module, imported and scanned."""

from __future__ import annotations

from pathlib import Path

import pytest

from pytest_fixturegen.discovery.ast_scan import scan_models
from pytest_fixturegen.discovery.importer import find_models
from pytest_fixturegen.discovery.targets import parse_target
from pytest_fixturegen.errors import DiscoveryError

PLAIN = """
from enum import Enum
from typing import Generic, TypeVar
T = TypeVar("T")
class Point:
    def __init__(self, x: int, y: int = 0, *, label: str = '') -> None: ...
class Far(Point): ...
class Attributes:
    name: str
class Made:
    def __new__(cls, size: int): ...
class Box(Generic[T]):
    def __init__(self, item: T) -> None: ...
class _Hidden:
    size: int
class Untyped:
    def __init__(self, client, size: int = 1) -> None: ...
class Service:
    def run(self, size: int) -> None: ...
class Color(Enum):
    RED = 1
class Failure(Exception):
    def __init__(self, code: int) -> None: ...
"""

MIXED = f"{PLAIN}\nfrom dataclasses import dataclass\n@dataclass\nclass Order:\n    size: int\n"

NAMES = {"Point", "Far", "Attributes", "Made", "Box", "_Hidden"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "plain_only.py").write_text(PLAIN)
    (tmp_path / "plain_and_more.py").write_text(MIXED)
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def test_plain_classes_are_models_of_their_module(project: Path) -> None:
    target = parse_target("plain_only", project)
    found = find_models(target, with_hidden=True)
    assert {model.name for model in found} == NAMES
    assert {model.kind for model in found} == {"class"}
    assert {(model.name, model.kind) for model in scan_models(target)} == {
        (name, "class") for name in NAMES
    }


def test_beside_models_plain_classes_are_left_out(project: Path) -> None:
    target = parse_target("plain_and_more", project)
    assert [model.name for model in find_models(target)] == ["Order"]
    assert [model.name for model in scan_models(target)] == ["Order"]


def test_include_selects_plain_classes_beside_models(project: Path) -> None:
    target = parse_target("plain_and_more", project)
    assert [model.name for model in find_models(target, ["*.Point"])] == ["Point"]
    assert "Box" in [model.name for model in find_models(target, ["*"])]


def test_a_target_names_a_plain_class(project: Path) -> None:
    target = parse_target("plain_and_more:Point", project)
    assert [model.kind for model in find_models(target)] == ["class"]
    assert [model.name for model in scan_models(target)] == ["Point"]


@pytest.mark.parametrize("name", ["Untyped", "Service", "Color", "Failure"])
def test_other_classes_are_no_models(project: Path, name: str) -> None:
    with pytest.raises(DiscoveryError, match=f"plain_and_more:{name} is not a model"):
        find_models(parse_target(f"plain_and_more:{name}", project))

"""Targets: the module that a text of the command line names."""

from __future__ import annotations

from pathlib import Path

import pytest

from pytest_fixturegen.config.command_options import ImportConfig, SelectionConfig
from pytest_fixturegen.discovery.targets import parse_target
from pytest_fixturegen.errors import DiscoveryError, UsageError
from pytest_fixturegen.worker import client


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A package, a folder without ``__init__.py``, and one that cannot be a package."""
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
def test_a_target_names_a_module_and_a_class(
    project: Path, text: str, module: str, qualname: str
) -> None:
    target = parse_target(text, project)
    assert (target.module, target.qualname) == (module, qualname)


@pytest.mark.parametrize(
    ("text", "error"),
    [("nowhere.py", DiscoveryError), ("a b", UsageError), ("x:1y", UsageError), ("", UsageError)],
)
def test_a_text_that_names_nothing_is_refused(
    project: Path, text: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        parse_target(text, project)


def test_a_module_in_a_folder_of_the_same_name_is_imported(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    found = client.list_models("kinds/kinds.py", SelectionConfig(), ImportConfig(timeout=120))
    assert [model["name"] for model in found] == ["A"]

"""Projects in, above and without a home directory: importable, and the home stays closed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pytest_fixturegen.config.safe_folders import list_homes
from pytest_fixturegen.discovery.unlisted_folders import UnlistedFinder

FILES = {
    "sibling.py": "from pydantic import BaseModel\nclass S(BaseModel):\n    x: int\n",
    "models.py": "from sibling import S\nclass M(S):\n    pass\n",
    "pkg/__init__.py": "",
    "pkg/inner.py": "from sibling import S\nfrom pkg import other\nclass P(S):\n    pass\n",
    "pkg/other.py": "",
    "me/home/secret.txt": "secret",
    "spy.py": """
import os
from sibling import S
class Hidden(S):
    pass
for read, path in ((open, "me/home/secret.txt"), (os.listdir, "me/home")):
    try:
        read(path)
    except OSError:
        continue
    class Seen(S):
        pass
""",
}


def list_models(folder: Path, target: str, home: str | None) -> str:
    """Return what ``pfg list`` prints for *target* below *folder*, as a user with this *home*."""
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    environment.pop("HOME", None)
    if home is not None:
        environment["HOME"] = home
    found = subprocess.run(
        [sys.executable, "-m", "pytest_fixturegen", "list", target],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return found.stdout + found.stderr


@pytest.fixture
def above_home(tmp_path: Path) -> Path:
    """A project with a home directory two folders below it."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


@pytest.mark.parametrize("target", ["models.py", "models", "pkg/inner.py", "pkg.inner"])
def test_a_project_above_the_home_is_imported_with_its_neighbours(
    above_home: Path, target: str
) -> None:
    printed = list_models(above_home, target, str(above_home / "me" / "home"))
    assert "  model\n" in printed
    assert "refused" not in printed


def test_the_home_below_a_project_stays_closed(above_home: Path) -> None:
    printed = list_models(above_home, "spy.py", str(above_home / "me" / "home"))
    assert printed == "spy.Hidden  model\n"
    assert "spy.Seen" in list_models(above_home, "spy.py", "/nonexistent")


@pytest.mark.parametrize("home", [None, "", "me/home", ".", "/nonexistent", "/"])
def test_odd_homes_change_nothing(above_home: Path, home: str | None) -> None:
    assert list_models(above_home, "models.py", home) == "models.M  model\n"


def test_a_user_without_a_name_has_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 54_321)
    assert list_homes() == []


def test_a_finder_without_a_list_prefers_packages(tmp_path: Path) -> None:
    for name in ("both/__init__.py", "both.py", "module.py", "space/inner.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    finder = UnlistedFinder(str(tmp_path))
    origins = {name: finder.find_spec(name) for name in ("both", "module", "a.module", "none")}
    places = {name: spec and spec.origin for name, spec in origins.items()}
    assert places == {
        "both": str(tmp_path / "both" / "__init__.py"),
        "module": str(tmp_path / "module.py"),
        "a.module": str(tmp_path / "module.py"),
        "none": None,
    }
    namespace = finder.find_spec("space")
    assert namespace is not None
    assert namespace.submodule_search_locations == [str(tmp_path / "space")]

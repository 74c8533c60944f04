"""Installed example plugins, and a project that configures plugins."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hatchling.build import build_wheel

from pytest_fixturegen.cli.main import main

EXAMPLES = Path(__file__).parents[2] / "examples" / "plugins"
Pfg = Callable[..., Result]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the example plugins as an installer unpacks them, metadata included."""
    wheels = tmp_path_factory.mktemp("wheels")
    with pytest.MonkeyPatch.context() as patch:
        for project in sorted(EXAMPLES.glob("*/pyproject.toml")):
            patch.chdir(project.parent)
            zipfile.ZipFile(wheels / build_wheel(str(wheels))).extractall(wheels / "site")
    return wheels / "site"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder as the working directory; changes of the search path are undone."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    return tmp_path


@pytest.fixture
def pfg(project: Path) -> Pfg:
    """Return a function that runs a command line: ``pfg("gen", "json", ...)``.

    Only the child sees the installed plugins.
    """

    def run(*words: str, **environment: str) -> Result:
        return CliRunner().invoke(main, [str(word) for word in words], env=environment)

    return run


@pytest.fixture
def installed(site: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the project with the example plugins installed."""
    monkeypatch.syspath_prepend(str(site))
    return project


@pytest.fixture
def python(site: Path, installed: Path) -> Callable[..., str]:
    """Return a function that runs Python with the example plugins and returns its output."""

    def run(*words: str) -> str:
        path = os.pathsep.join((str(site), str(EXAMPLES.parents[1])))
        environment = {**os.environ, "PYTHONPATH": path}
        result = subprocess.run(
            [sys.executable, *words],
            cwd=installed,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 0, result.stderr
        return result.stdout + result.stderr

    return run

"""The example plugins, installed; a project with plugins of its own."""

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
    """A folder with the example plugins as an installer leaves them: unpacked wheels, metadata
    included.
    """
    wheels = tmp_path_factory.mktemp("wheels")
    with pytest.MonkeyPatch.context() as patch:
        for project in sorted(EXAMPLES.glob("*/pyproject.toml")):
            patch.chdir(project.parent)
            zipfile.ZipFile(wheels / build_wheel(str(wheels))).extractall(wheels / "site")
    return wheels / "site"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, as the working directory; what a run puts on the search path is taken off
    again.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    return tmp_path


@pytest.fixture
def pfg(project: Path) -> Pfg:
    """``pfg("gen", "json", ...)``: what the command prints, and its exit code. The child alone
    sees what is installed.
    """

    def run(*words: str, **environment: str) -> Result:
        return CliRunner().invoke(main, [str(word) for word in words], env=environment)

    return run


@pytest.fixture
def installed(site: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project, with the example plugins installed."""
    monkeypatch.syspath_prepend(str(site))
    return project


@pytest.fixture
def python(site: Path, installed: Path) -> Callable[..., str]:
    """What a new Python prints for some arguments, the example plugins installed."""

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

"""A sample project in a temporary folder, and helpers that run the command line in it."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pytest_fixturegen.cli.main import main
from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.sandbox import environment
from pytest_fixturegen.worker import doctor_client, pool
from pytest_fixturegen.worker.frames import END, Frame, FrameSender, read_frames

MODELS = r"""
from pydantic import BaseModel, EmailStr, Field

class Address(BaseModel):
    city: str
    postal_code: str = Field(pattern=r"^\d{5}$")

class User(BaseModel):
    id: int = Field(ge=1)
    name: str
    email: EmailStr
    address: Address
"""

Pfg = Callable[..., Result]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield a folder with ``app/models.py`` as the working directory.

    Afterwards, forget the modules that were imported from it.
    """
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").touch()
    (tmp_path / "app" / "models.py").write_text(MODELS)
    monkeypatch.chdir(tmp_path)
    path = list(sys.path)
    yield tmp_path
    sys.path[:] = path
    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", None)).startswith(str(tmp_path)):
            del sys.modules[name]


@pytest.fixture
def pfg(project: Path) -> Pfg:
    """Return a function that runs a command line in the project: ``pfg("gen", "json", ...)``."""

    def run(*words: str, **environment: str) -> Result:
        return CliRunner().invoke(main, [str(word) for word in words], env=environment)

    return run


def restore_sigint() -> None:
    """Restore the default action of SIGINT in a child process.

    A shell that runs the tests in the background makes its children ignore the signal.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for_file(path: Path) -> None:
    """Return once *path* exists; fail after 30 seconds."""
    deadline = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < deadline, f"{path} was not written"
        time.sleep(0.005)


def assert_exit_code(result: Result, expected: int) -> None:
    """Fail with the output of the command unless its exit code is *expected*."""
    assert result.exit_code == expected, result.output


def assert_success(result: Result) -> None:
    """Fail with the output of the command unless it succeeded."""
    assert_exit_code(result, 0)


def error_of(result: Result) -> dict[str, object]:
    """Return the error that a command printed with ``--json-errors``."""
    body = json.loads(result.stdout)
    assert body.keys() == {"error"}
    assert body["error"].keys() == {"code", "kind", "message", "details", "hint"}
    error: dict[str, object] = body["error"]
    return error


@pytest.fixture
def in_process(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Run jobs in this process instead of a child, and return the permissions each child would get.

    For tests that run hundreds of command lines: a child for each takes half a minute. The fixture
    replaces ``run_child`` where it is used, because the commands start jobs several layers below
    Click and pass no runner down.
    """
    permissions: list[object] = []

    @contextmanager
    def run_child_here(
        job: str,
        request: dict[str, Any],
        imports: ImportConfig,
        attempts: object = None,
        *,
        is_silent: bool = False,
    ) -> Iterator[Iterator[Frame]]:
        policy = environment.build_policy(imports, request, Path("scratch"))
        variables = environment.build_child_environment(imports, Path("scratch"), "")
        permissions.append(
            (
                imports.sandbox,
                imports.trust,
                imports.timeout,
                imports.output_limit_mb,
                policy,
                variables,
            )
        )
        yield run_job_here(job, json.loads(json.dumps(request)))

    for module in (pool, doctor_client):
        monkeypatch.setattr(module, "run_child", run_child_here)
    return permissions


def run_job_here(job: str, request: dict[str, Any]) -> Iterator[Frame]:
    """Yield the frames that a child sends while it runs *job*."""
    channel = io.BytesIO()
    sender = FrameSender(channel)
    module, _, name = job.partition(":")
    with redirect_stdout(io.StringIO()):
        getattr(import_module(module), name)(sender, **request)
    sender.send(END)
    yield from read_frames(io.BytesIO(channel.getvalue()))


def run_on_terminal(*words: str, **environment: str) -> str:
    """Return what a command writes to standard error if that is a terminal."""
    import pty

    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "pytest_fixturegen", *words]
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=inner,
        env={**os.environ, "TERM": "xterm", **environment},
    )
    os.close(inner)
    output = b""
    while True:
        try:
            output += os.read(outer, 65536)
        except OSError:
            break
    os.close(outer)
    assert process.wait() == 0, output.decode()
    return output.decode()

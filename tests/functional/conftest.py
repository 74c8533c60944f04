"""A project of a user's, and the command line as one calls it."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
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
    """A folder with ``app/models.py``, as the working directory. What was imported from there is
    forgotten afterwards.
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
    """``pfg("gen", "json", ...)``: what the command prints, and its exit code."""

    def run(*words: str, **environment: str) -> Result:
        return CliRunner().invoke(main, [str(word) for word in words], env=environment)

    return run


def heeding_interruption() -> None:
    """For a child that is to be sent SIGINT: whoever runs the tests in the background has it
    ignored.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def error_of(result: Result) -> dict[str, object]:
    """The error that a command printed with ``--json-errors``."""
    body = json.loads(result.stdout)
    assert body.keys() == {"error"}
    assert body["error"].keys() == {"code", "kind", "message", "details", "hint"}
    found: dict[str, object] = body["error"]
    return found


@pytest.fixture
def near(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Jobs run in this process, for tests that run hundreds of command lines: a child of each
    would take half a minute.

    What each child would have been permitted is kept in the list.
    """
    permitted: list[object] = []

    @contextmanager
    def running(
        job: str,
        request: dict[str, Any],
        imports: ImportConfig,
        attempts: object = None,
        *,
        is_silent: bool = False,
    ) -> Iterator[Iterator[Frame]]:
        policy = environment.build_policy(imports, request, Path("scratch"))
        variables = environment.build_child_environment(imports, Path("scratch"), "")
        permitted.append(
            (
                imports.sandbox,
                imports.trust,
                imports.timeout,
                imports.output_limit_mb,
                policy,
                variables,
            )
        )
        yield spoken(job, json.loads(json.dumps(request)))

    for door in (pool, doctor_client):
        monkeypatch.setattr(door, "run_child", running)
    return permitted


def spoken(job: str, request: dict[str, Any]) -> Iterator[Frame]:
    """What a child says that does *job*."""
    channel = io.BytesIO()
    sender = FrameSender(channel)
    module, _, name = job.partition(":")
    with redirect_stdout(io.StringIO()):
        getattr(import_module(module), name)(sender, **request)
    sender.send(END)
    yield from read_frames(io.BytesIO(channel.getvalue()))


def on_a_terminal(*words: str, **environment: str) -> str:
    """What a terminal shows of standard error."""
    import pty

    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "pytest_fixturegen", *words]
    ran = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=inner,
        env={**os.environ, "TERM": "xterm", **environment},
    )
    os.close(inner)
    shown = b""
    while True:
        try:
            shown += os.read(outer, 65536)
        except OSError:
            break
    os.close(outer)
    assert ran.wait() == 0
    return shown.decode()

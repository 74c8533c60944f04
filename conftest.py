"""Fixtures and settings of all tests."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import httpcore  # noqa: F401
import httptools  # noqa: F401
import httpx  # noqa: F401
import pytest
from hypothesis import settings

import pytest_fixturegen.api.generate  # noqa: F401
from tests.forked_children import fork_children
from tests.forked_commands import start_commands
from tests.persistence.databases import postgres

pytest_plugins = ["pytester"]
"""The plugin for tests that run pytest.

Such a run unloads the modules that it imported first. Modules that refer to each other's classes
are imported above: otherwise two copies of them would exist.
"""

# CI must not fail at random: the same examples run each time.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

SLOW_PLUGINS = ("schemathesis", "pytest-factoryboy", "randomly", "django", "hypothesispytest")
"""Plugins of the environment that take seconds to import. Runs of pytest within a test leave them
out, unless they name them with ``-p``.
"""
FAST_OPTIONS = " ".join(f"-p no:{name}" for name in SLOW_PLUGINS)

GARBAGE_THRESHOLDS = (50_000, 20, 20)
"""New objects after which a test process looks for garbage, and how often it looks at older ones.

The suite is a million objects that live until its end: to look at them again and again takes a
fifth of the time. What the tests make is collected as ever.
"""

REAL_CHILDREN = ("tests.sandbox", "tests.worker")
"""The packages whose tests start the children of commands as users do."""


gc.disable()  # nearly every object that is made while the tests are collected stays


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Collect garbage from here on, but not among the objects of the suite itself."""
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE_THRESHOLDS)


@pytest.fixture(scope="module", autouse=True)
def children(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fork the children of commands, which is faster, except in tests of the sandbox itself."""
    if request.module.__name__.startswith(REAL_CHILDREN):
        yield
        return
    with fork_children():
        yield


@pytest.fixture(scope="session", autouse=True)
def leave_out_slow_plugins() -> Iterator[None]:
    """Let the runs of pytest within tests start without the slow plugins of the environment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTEST_ADDOPTS", FAST_OPTIONS)
        yield


@pytest.fixture
def pytester(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """Return the fixture of pytest, which removes the variable that is set for all tests."""
    monkeypatch.setenv("PYTEST_ADDOPTS", FAST_OPTIONS)
    return pytester


@pytest.fixture(scope="session")
def commands() -> Iterator[Path]:
    """Yield the folder of ``pfg`` and ``python`` that start fast: put it first on the PATH."""
    with start_commands() as folder:
        yield folder


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Yield the URL of a PostgreSQL server, which runs until the end of the session."""
    with postgres() as address:
        yield address

"""Fixtures and settings of all tests."""

import os

import httpcore  # noqa: F401
import httptools  # noqa: F401
import httpx  # noqa: F401
from hypothesis import settings

import pytest_fixturegen.api.generate  # noqa: F401

pytest_plugins = ["pytester"]
"""The plugin for tests that run pytest.

Such a run unloads the modules that it imported first. Modules that refer to each other's classes
are imported above: otherwise two copies of them would exist.
"""

# CI must not fail at random: the same examples run each time.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

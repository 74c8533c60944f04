"""What every test of the project shares."""

import os

import httpcore  # noqa: F401
import httpx  # noqa: F401
from hypothesis import settings

pytest_plugins = ["pytester"]
"""A run of pytest within a test forgets afterwards what it was the first to import: of the modules imported above, which keep
each other's classes, there would be two."""

settings.register_profile(
    "ci", derandomize=True, deadline=None
)  # what lands is judged by the same examples each time
if os.environ.get("CI"):
    settings.load_profile("ci")

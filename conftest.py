"""What every test of the project shares."""

import os

import httpx  # noqa: F401 - a run of pytest in this process forgets what it was the first to import: this stays one module
from hypothesis import settings

pytest_plugins = ["pytester"]

settings.register_profile("ci", derandomize=True, deadline=None)  # what lands is judged by the same examples each time
if os.environ.get("CI"):
    settings.load_profile("ci")

"""Settings that every test of the project shares."""

import os

import httpcore  # noqa: F401
import httpx  # noqa: F401
from hypothesis import settings

# pytester forgets the modules that an inner run was the first to import. Import httpcore and httpx
# here, because they keep each other's classes: imported again, there would be two of each.
pytest_plugins = ["pytester"]

# In CI every run uses the same examples, so that a result depends only on the change.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

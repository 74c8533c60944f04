"""The folder of the files that records name.

It is in a separate module because the parent process of a sandboxed run creates the folder without
importing the providers.
"""

from __future__ import annotations

FILES_FOLDER = "pytest-fixturegen"
FILES_VARIABLE = "PYTEST_FIXTUREGEN_FILES"
"""The environment variable that names the folder for a child with another temporary folder."""

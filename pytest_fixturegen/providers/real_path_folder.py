"""Where files lie that records name: told apart, since the parent of a run makes the folder and draws nothing."""

from __future__ import annotations

FILES_FOLDER = "pytest-fixturegen"
FILES_VARIABLE = "PYTEST_FIXTUREGEN_FILES"
"""Names the folder to a child whose temporary folder is another."""

"""The error of a job that ended with an unexpected exception: whose code raised it?"""

from __future__ import annotations

import errno
import traceback
from collections.abc import Iterator
from pathlib import Path

from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.errors import (
    FixturegenError,
    InternalError,
    MappingError,
    UnsafeImportViolation,
    get_class_name,
    shorten_text,
)
from pytest_fixturegen.sandbox.environment import is_installed
from pytest_fixturegen.sandbox.prestart import INSTALLATION_FOLDERS

OWN_PACKAGES = frozenset(
    (
        "pytest_fixturegen",
        "pydantic",
        "annotated_types",
        "typing_extensions",
        "typing_inspection",
        "faker",
        "pluggy",
    )
)
"""This package, and those of its dependencies that run in a job."""

LIMITS_BY_ERRNO = {errno.ENOMEM: "memory", errno.EMFILE: "files"}
"""The limits of the sandbox that calls of the system run into."""


def build_job_error(error: Exception) -> FixturegenError:
    """Return the error to send for *error*.

    If a limit of the sandbox is why it was raised, the error names the limit. If code of the target
    was running, it is the target's error: a model, its types or its values did something that this
    package cannot foresee. Otherwise it is a bug of this package.
    """
    if limit := _find_limit(error):
        return UnsafeImportViolation(
            f"The target needs more {limit} than it may have.",
            hint="Allow more with --memory-limit-mb; --trust runs it without limits.",
            limit=limit,
        )
    places = list(_find_target_places(error))
    if not places:
        return InternalError.from_exception(error)
    name = get_class_name(error)
    message = call_or_default(lambda: shorten_text(str(error)), "")
    first_line = (message.splitlines() or [""])[0]
    return MappingError(
        f"Code of the target raised {name}: {first_line} (at {places[-1]}).",
        hint="Correct that code, or leave the model out with --exclude.",
        exception=name,
        place=places[-1],
    )


def _find_limit(error: Exception) -> str:
    """Return the limit of the sandbox that made a call of the system fail, or an empty text."""
    if isinstance(error, MemoryError):
        return "memory"
    return LIMITS_BY_ERRNO.get(getattr(error, "errno", 0), "")


def _find_target_places(error: Exception) -> Iterator[str]:
    """Yield file and line of the code of the target that was running when *error* was raised."""
    for frame in traceback.extract_tb(error.__traceback__):
        if not frame.filename.startswith("<") and not _is_own(frame.filename):
            yield f"{frame.filename}:{frame.lineno}"


def _is_own(file: str) -> bool:
    """Return whether *file* belongs to Python, to this package, or to what it depends on.

    Other installed packages may be the target, or raise what the target has provoked.
    """
    parts = Path(file).parts
    for folder in INSTALLATION_FOLDERS:
        if folder in parts:
            package = parts[parts.index(folder) + 1]
            return package.removesuffix(".py") in OWN_PACKAGES
    return is_installed(file)

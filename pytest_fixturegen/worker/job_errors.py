"""The error of a job that ended with an unexpected exception: whose code raised it?"""

from __future__ import annotations

import traceback
from collections.abc import Iterator

from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.errors import (
    FixturegenError,
    InternalError,
    MappingError,
    get_class_name,
    shorten_text,
)
from pytest_fixturegen.sandbox.environment import is_installed


def build_job_error(error: Exception) -> FixturegenError:
    """Return the error to send for *error*.

    If code of the target was running, it is the target's error: a model, its types or its values
    did something that this package cannot foresee. Otherwise it is a bug of this package.
    """
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


def _find_target_places(error: Exception) -> Iterator[str]:
    """Yield file and line of the code of the target that was running when *error* was raised."""
    for frame in traceback.extract_tb(error.__traceback__):
        if not frame.filename.startswith("<") and not is_installed(frame.filename):
            yield f"{frame.filename}:{frame.lineno}"

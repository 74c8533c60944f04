"""Call functions of users with the arguments that their signature names."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any


def select_arguments(function: Callable[..., Any], offered: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of the *offered* arguments that the signature of *function* names.

    Raises:
        ValueError: If *function* has no signature that Python can read, as some built-ins.
        TypeError: If *function* is not callable.
    """
    parameters = inspect.signature(function).parameters
    return {name: value for name, value in offered.items() if name in parameters}

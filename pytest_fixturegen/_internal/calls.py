"""Call functions of users with the arguments that their signatures name."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any


def read_parameters(function: Callable[..., Any]) -> Mapping[str, inspect.Parameter]:
    """Return the parameters of *function* by name; none if it has no signature."""
    try:
        return inspect.signature(function).parameters
    except ValueError:  # some built-in functions have no signature
        return {}


def select_arguments(function: Callable[..., Any], offered: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of the *offered* arguments that the signature of *function* names."""
    parameters = read_parameters(function)
    return {name: value for name, value in offered.items() if name in parameters}

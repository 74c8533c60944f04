"""The choice between the readers of Django's models and those of other tables."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from pytest_fixturegen.introspection.readers.django_models.models import is_django_model

F = TypeVar("F", bound=Callable[..., Any])


def use_for_django(read: Callable[..., Any]) -> Callable[[F], F]:
    """Return a decorator of a function on a class or a row, which *read* replaces for Django."""

    def decorate(function: F) -> F:
        @wraps(function)
        def read_either(subject: Any, *arguments: Any) -> Any:
            cls = subject if isinstance(subject, type) else type(subject)
            chosen = read if is_django_model(cls) else function
            return chosen(subject, *arguments)

        return cast(F, read_either)

    return decorate

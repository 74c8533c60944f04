"""Rows of Django's models, as instances that are not saved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.introspection.readers.django_models.models import list_model_fields
from pytest_fixturegen.introspection.readers.django_models.validators import run_validator


def build_model_row(cls: Any, values: Mapping[str, Any]) -> Any:
    """Return an instance of *cls* with *values* by attribute.

    Raises:
        ValueError: If ``clean()`` of the model refuses the instance.
    """
    row = cls(**values)
    if has_own_clean(cls):
        result = attempt(lambda: run_validator(row.clean))
        # Anything else says that it needs a database, or a related row that is not there yet.
        if isinstance(result, Raised) and isinstance(result.error, ValueError):
            raise result.error
    return row


def has_own_clean(cls: Any) -> bool:
    """Return whether *cls* judges its rows by code of the user."""
    return not cls.clean.__module__.startswith("django.")


def get_model_arguments(row: Any) -> dict[str, Any]:
    """Return the constructor arguments that build an instance equal to *row*.

    A file is named by its path.
    """
    values = {field.attname: getattr(row, field.attname) for field in list_model_fields(type(row))}
    return {name: getattr(value, "name", value) for name, value in values.items()}


def leave_to_database(row: Any, names: Iterable[str]) -> None:
    """Give the attributes *names* of *row* the values that a new row has without any."""
    new = type(row)()
    for name in names:
        setattr(row, name, getattr(new, name))


def leave_unsaved(row: Any) -> None:
    """Do nothing: no session waits for *row* to be inserted."""

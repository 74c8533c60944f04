"""Instances of mapped classes, built by their constructors from the values of their columns."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.introspection.readers.django_models.dispatch import use_for_django
from pytest_fixturegen.introspection.readers.django_models.rows import (
    build_model_row,
    get_model_arguments,
    has_own_clean,
)
from pytest_fixturegen.introspection.readers.tables.mapped_classes import list_fields


@use_for_django(build_model_row)
def build_row(cls: Any, values: Mapping[str, Any]) -> Any:
    """Return the instance of *cls* with *values* by attribute.

    The constructor gets what it takes, and the other attributes are set afterwards. A relation
    that it requires stays unset. If it needs anything else, the instance is built without it.
    """
    parameters = _list_parameters(cls.__init__)
    arguments = _select_arguments(parameters, values)
    relations = _list_required_relations(cls, parameters)
    row = attempt(partial(cls, **arguments, **relations))
    if isinstance(row, Raised):
        if not _lacks_argument(parameters, {**arguments, **relations}):
            raise _locate_error(
                cls,
                values,
                row.error,
            ) from row.error
        row, arguments = _make_empty_row(cls), {}
    for name in relations:
        unset(row, name)
    for name, value in values.items():
        if name not in arguments:
            setattr(row, name, value)
    return row


@use_for_django(get_model_arguments)
def get_row_arguments(row: Any) -> dict[str, Any]:
    """Return the constructor arguments that set the columns of *row* again.

    An attribute that the constructor does not take is left out: its default fills it.
    """
    parameters = _list_parameters(type(row).__init__)
    columns = {field.name: getattr(row, field.name) for field in list_fields(type(row))}
    arguments = _select_arguments(parameters, columns)
    return {**arguments, **_list_required_relations(type(row), parameters)}


def _select_arguments(
    parameters: list[inspect.Parameter],
    values: Mapping[str, Any],
) -> dict[str, Any]:
    """Return those of *values* that a constructor with these *parameters* takes."""
    if inspect.Parameter.VAR_KEYWORD in [each.kind for each in parameters]:
        return dict(values)
    names = {each.name for each in parameters}
    return {name: value for name, value in values.items() if name in names}


def _make_empty_row(cls: Any) -> Any:
    """Return an instance of *cls* without values; its constructor is not called."""
    return cls.__mapper__.class_manager.new_instance()


def _locate_error(
    cls: Any,
    values: Mapping[str, Any],
    error: Exception,
) -> Exception:
    """Return *error*, with its place if a validator (``validates``) of one attribute raises it."""
    from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

    for name in cls.__mapper__.validators:
        if name not in values:
            continue
        result = attempt(partial(setattr, _make_empty_row(cls), name, values[name]))
        if isinstance(result, Raised):
            problem = PydanticCustomError("value_error", "Value error, {error}", {"error": error})
            details = InitErrorDetails(
                type=problem,
                loc=(name,),
                input=values[name],
            )
            return ValidationError.from_exception_data(cls.__name__, [details])
    return error


@use_for_django(has_own_clean)
def has_own_code(cls: Any) -> bool:
    """Return whether the constructor of *cls*, or a validator of an attribute, is the user's."""
    constructor = inspect.unwrap(cls.__init__)
    is_standard = constructor.__module__.startswith(("sqlalchemy.", "sqlmodel."))
    is_made = getattr(cls, "__dataclass_params__", None) is not None and not hasattr(
        cls, "__post_init__"
    )
    return bool(cls.__mapper__.validators) or not (is_standard or is_made)


@lru_cache(maxsize=1024)
def _list_parameters(constructor: Any) -> list[inspect.Parameter]:
    """Return the parameters of *constructor* without ``self``."""
    return list(inspect.signature(constructor).parameters.values())[1:]


def _list_required_relations(cls: Any, parameters: list[inspect.Parameter]) -> dict[str, Any]:
    """Return an empty value for each relation that the constructor requires."""
    relations = cls.__mapper__.relationships
    required = [each.name for each in parameters if each.default is each.empty]
    return {name: _make_empty_value(relations[name]) for name in required if name in relations}


def _make_empty_value(relation: Any) -> Any:
    """Return the value of *relation* without related rows: None, or an empty collection."""
    if not relation.uselist:
        return None
    made = relation.collection_class() if relation.collection_class else []
    return next(
        (kind() for kind in (dict, set) if isinstance(made, kind)),
        [],
    )


def _lacks_argument(parameters: list[inspect.Parameter], arguments: Mapping[str, Any]) -> bool:
    """Return whether the constructor requires an argument that is not in *arguments*."""
    return any(
        each.default is each.empty
        and each.name not in arguments
        and each.kind in (each.POSITIONAL_OR_KEYWORD, each.KEYWORD_ONLY, each.POSITIONAL_ONLY)
        for each in parameters
    )


def unset(row: Any, name: str) -> None:
    """Remove the value of the relation *name*: saving None would empty the foreign key."""
    state = row._sa_instance_state
    state.dict.pop(name, None)
    state.committed_state.pop(name, None)

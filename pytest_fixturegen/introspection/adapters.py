"""TypeAdapters of types that Pydantic does not read as they are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.introspection.checker_imports import bind_missing_names, is_name_missing
from pytest_fixturegen.introspection.readers.foreign_classes import add_bridges
from pytest_fixturegen.introspection.readers.unknown_types import (
    add_known_schema,
    is_type_unknown,
)


def build_adapter(annotation: Any) -> Any:
    """Return a TypeAdapter of *annotation*.

    Names that only type checkers import are imported if the annotations of a class need them, and
    classes that Pydantic does not know are taken as instances. Raise MappingError if an import
    fails, and any other error of Pydantic.
    """
    result = attempt(partial(_build_complete, add_bridges, annotation))
    for is_reason, build in RECOVERIES:
        if isinstance(result, Raised) and is_reason(result.error):
            result = attempt(partial(build, annotation))
    if isinstance(result, Raised):
        raise result.error
    return result


def _build_with_names(annotation: Any) -> Any:
    """Return a TypeAdapter after the imports that its annotations need."""
    problems = bind_missing_names(annotation)
    result = attempt(partial(_build_complete, add_bridges, annotation))
    if not isinstance(result, Raised):
        return result
    is_explained = bool(problems) and is_name_missing(result.error)
    raise problems[0] if is_explained else result.error


def _build_complete(make_readable: Callable[[Any], Any], annotation: Any) -> Any:
    """Return a TypeAdapter, whose schema is complete, of what *make_readable* returns."""
    from pydantic import TypeAdapter

    adapter = TypeAdapter(make_readable(annotation))
    # Pydantic defers the schema of a model whose annotations were not yet defined.
    if type(adapter.core_schema).__name__.startswith("Mock"):
        adapter.rebuild(raise_errors=True)
    return adapter


RECOVERIES: tuple[tuple[Callable[[Exception], bool], Callable[[Any], Any]], ...] = (
    (is_name_missing, _build_with_names),
    (is_type_unknown, partial(_build_complete, add_known_schema)),
)
"""Pairs: a check of the error that Pydantic raises for a type, and the builder to try instead."""

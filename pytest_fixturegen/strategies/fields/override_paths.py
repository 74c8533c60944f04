"""The paths of overrides: ``User.home.city`` names a field of a model of the type.

A path may be a JSON path, too: ``$.home.city``, ``$['home'].city``, ``$.lines[*].sku``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from sys import modules
from typing import Any

from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.introspection.readers.tables.class_names import is_named_class
from pytest_fixturegen.introspection.shape_parts import list_parts
from pytest_fixturegen.introspection.shapes import ModelShape, Shape, ShapeRef, TypeReading

MIN_SIMILARITY = 0.6
"""How close an unknown name must be to that of a model, from 0 to 1, to count as misspelt."""

JSON_ROOT = "$"
"""The requested type in a JSON path (RFC 9535, section 2.2)."""

JSON_PATH_STEP = re.compile(r"""\.([^.\[\]]+)|\['([^']+)'\]|\["([^"]+)"\]|\[\*\]""")
"""A step of a JSON path: ``.name``, ``['name']``, ``["name"]``, or ``[*]``, all items."""


def expand_json_paths(
    overrides: Mapping[str, dict[str, Any]],
    roots: Sequence[str],
) -> dict[str, dict[str, Any]]:
    """Return *overrides* with each JSON path replaced by the paths that begin with one of *roots*.

    Raise ConfigError for a JSON path with other steps than names and ``[*]``.
    """
    return {
        written: settings
        for path, settings in overrides.items()
        for written in _expand_path(path, roots)
    }


def _expand_path(path: str, roots: Sequence[str]) -> list[str]:
    """Return *path* without brackets, and with each of *roots* in place of ``$``."""
    start = re.split(r"[.\[]", path, maxsplit=1)[0]
    steps = path.removeprefix(start)
    if start != JSON_ROOT and "[" not in steps:
        return [path]
    names = "".join(
        f".{name}"
        for match in JSON_PATH_STEP.finditer(steps)
        if (name := match[1] or match[2] or match[3])
    )
    if not names or JSON_PATH_STEP.sub("", steps) or steps.endswith("[*]"):
        raise ConfigError(
            f"The override {path!r} is not the path of a field: expected names, and [*] between "
            "them, such as '$.lines[*].sku'.",
            hint="An override serves a field of every item of a list, or the whole list.",
            key=path,
        )
    return [root + names for root in (roots if start == JSON_ROOT else (start,))]


def find_nested_models(
    reading: TypeReading,
    shape: Shape,
    seen: frozenset[str] = frozenset(),
) -> list[ModelShape]:
    """Return the models that *shape* holds, without those within them."""
    if isinstance(shape, ModelShape):
        return [shape]
    if isinstance(shape, ShapeRef):
        if shape.name in seen or shape.name not in reading.refs:
            return []
        return find_nested_models(
            reading,
            reading.refs[shape.name],
            seen | {shape.name},
        )
    parts = list_parts(shape)
    return [model for part in parts for model in find_nested_models(reading, part, seen)]


def validate_paths(paths: Iterable[str], reading: TypeReading) -> None:
    """Raise ConfigError for a path that names no field of *reading*.

    The path of another model is valid: one configuration serves many models.
    """
    shapes = (reading.shape, *map(ShapeRef, reading.refs))
    models = [model for shape in shapes for model in find_nested_models(reading, shape)]
    for path in paths:
        root, *names = path.split(".")
        roots = [model for model in models if model.cls.__name__ == root]
        if roots:
            _validate_path(path, names, roots, reading)
        else:
            _validate_model_name(root, models)


def _validate_path(
    path: str,
    names: Sequence[str],
    models: Sequence[ModelShape],
    reading: TypeReading,
) -> None:
    """Raise ConfigError if one of *names* is not a field of the models reached by those before."""
    for name in names:
        every = [model_field for model in models for model_field in model.fields]
        named = [
            model_field for model_field in every if name in (model_field.name, model_field.key[0])
        ]
        if not named:
            raise ConfigError(
                f"The override {path!r} names no field: unknown field {name!r}.",
                hint=suggest_nearest(name, {model_field.name for model_field in every}),
            )
        models = [
            model
            for model_field in named
            for model in find_nested_models(reading, model_field.shape)
        ]


def _validate_model_name(name: str, models: Sequence[ModelShape]) -> None:
    """Raise ConfigError if *name* is close to the name of a model, and names nothing else."""
    from difflib import get_close_matches  # loaded late: a plan without mistakes does not need it

    known = sorted(model.cls.__name__ for model in models)
    close = get_close_matches(
        name,
        known,
        n=1,
        cutoff=MIN_SIMILARITY,
    )
    # The keys of a table have overrides, too, also of tables that other modules define.
    places = [module for module in _list_modules(models) if hasattr(module, name)]
    if close and not places and not is_named_class(name):
        raise ConfigError(
            f"Unknown model {name!r} in an override.",
            hint=f"Did you mean {close[0]!r}?",
            key=name,
        )


def _list_modules(models: Sequence[ModelShape]) -> list[Any]:
    """Return the imported modules that define *models*, in the order of the models."""
    known: Mapping[str, Any] = modules
    names = (model.cls.__module__ for model in models)
    return list(filter(None, map(known.get, names)))

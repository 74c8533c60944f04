"""Models that ``--include`` names by another module than the target's.

Errors about patterns that match nothing say where a model of that name is.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import TYPE_CHECKING

from pytest_fixturegen._internal.type_names import is_chosen
from pytest_fixturegen._internal.user_code import call_or_default, contain_exits
from pytest_fixturegen.errors import DiscoveryError

if TYPE_CHECKING:
    from pytest_fixturegen.discovery.found_model import FoundModel

WILDCARDS = frozenset("*?[")


def find_named_elsewhere(
    models: Sequence[FoundModel],
    imported: Sequence[FoundModel],
    include: Sequence[str],
    exclude: Sequence[str],
) -> list[FoundModel]:
    """Return the models that *include* names by the name that they have in another module.

    A pattern without wildcards may name one of the *imported* models, which the target does not
    define, or a module that imports one of *models*, such as ``app.schemas.User`` for
    ``app.models.User``.
    """
    exact = [pattern for pattern in include if not WILDCARDS & set(pattern)]
    named = [model for model in imported if set(exact) & set(model.match_names[:2])]
    found = named or [model for pattern in exact for model in _find_alias(models, pattern)]
    return [
        model
        for model in found
        if is_chosen(
            model.match_names,
            (),
            exclude,
        )
    ]


def _find_alias(models: Sequence[FoundModel], name: str) -> Iterator[FoundModel]:
    """Yield the one of *models* that the full *name* reaches through another module."""
    module_name, _, class_name = name.rpartition(".")
    if not module_name or not any(model.name == class_name for model in models):
        return
    cls = getattr(
        _import_module(module_name),
        class_name,
        None,
    )
    yield from (model for model in models if model.cls is cls)


def _import_module(name: str) -> ModuleType | None:
    """Return the module *name*, or None if it does not exist or cannot be imported."""

    def import_contained() -> ModuleType:
        with contain_exits():
            return importlib.import_module(name)

    return call_or_default(import_contained, None)


def build_selection_error(
    module: str,
    models: Sequence[FoundModel],
    imported: Sequence[FoundModel],
    include: Sequence[str],
) -> DiscoveryError:
    """Return the error that no model of *module* is selected; it says where a named one is.

    *imported* are the models that *module* imports and does not define.
    """
    subject = f"None of the {len(models)} models of {module} is selected."
    if len(models) == 1:
        subject = f"The only model of {module} is not selected."
    hint = f"Full names look like {models[0].match_names[0]!r}; patterns may use * and ?."
    for pattern in include:
        wrong_module, _, name = pattern.rpartition(".")
        found = [model for model in (*models, *imported) if wrong_module and model.name == name]
        if found:
            home = found[0].cls.__module__ if found[0] in imported else found[0].module
            subject = f"{name} is in {home}, not in {wrong_module}."
            hint = f"Write --include {home}.{name}."
            break
        if not WILDCARDS & set(pattern) and _has_class(wrong_module, name):
            subject = f"{name} is in {wrong_module}, and the target {module} does not contain it."
            hint = f"Name the target {wrong_module}:{name}."
            break
    return DiscoveryError(
        subject,
        hint=hint,
        module=module,
    )


def _has_class(module_name: str, name: str) -> bool:
    """Return whether the module *module_name* has the class *name*."""
    module = _import_module(module_name) if module_name else None
    return isinstance(
        getattr(
            module,
            name,
            None,
        ),
        type,
    )

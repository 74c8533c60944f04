"""Import of a target, and the models that it defines.

It runs in the child, or in a process that belongs to the project anyway, such as pytest.
"""

from __future__ import annotations

import dataclasses
import inspect
import os
import pkgutil
import sys
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from pytest_fixturegen._internal.seeded_globals import PLANNING_WORD, seed_globals
from pytest_fixturegen._internal.text import summarize_message
from pytest_fixturegen._internal.type_names import is_chosen, is_public
from pytest_fixturegen.discovery.django_setup import load_configured
from pytest_fixturegen.discovery.found_model import FoundModel
from pytest_fixturegen.discovery.plain_models import PLAIN_KIND, leave_out_plain
from pytest_fixturegen.discovery.search_path import extend_search_path
from pytest_fixturegen.discovery.selection import build_selection_error, find_named_elsewhere
from pytest_fixturegen.discovery.targets import Target, build_no_public_error
from pytest_fixturegen.errors import (
    DiscoveryError,
    FixturegenError,
    UnsafeImportViolation,
    get_class_name,
    suggest_nearest,
)
from pytest_fixturegen.introspection.readers.foreign_classes import is_foreign
from pytest_fixturegen.introspection.readers.plain_classes import is_plain_class
from pytest_fixturegen.introspection.readers.frame_schemas.frame_schema import find_library
from pytest_fixturegen.introspection.readers.table_classes import is_table

MODEL_KINDS_HINT = (
    "Models are Pydantic models, dataclasses, TypedDicts, NamedTuples, "
    "classes of attrs, msgspec, SQLAlchemy and Django, and classes with annotated constructors."
)
AUDIT_MODULE = "pytest_fixturegen.sandbox.audit"

MAX_LISTED_MODULES = 5
"""Modules that a hint lists."""

MAX_MESSAGE_LINES = 3
"""Lines of an error's message that are shown: Pydantic needs three to name a field."""


def import_target(target: Target) -> ModuleType:
    """Import the module of *target*.

    Raise DiscoveryError with the line of the project's code that failed.
    """
    extend_search_path(target)
    try:
        with seed_globals(PLANNING_WORD):  # a default may be a random number
            module = load_configured(target)
    except (KeyboardInterrupt, GeneratorExit, DiscoveryError):
        raise
    except BaseException as error:  # the target's code runs here: it may even call sys.exit
        raise _build_import_error(target, error) from error
    if target.file and not _is_loaded_from(module, target.file):
        raise _build_shadow_error(target, module)
    return module


def find_models(
    target: Target,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    *,
    with_hidden: bool = False,
) -> list[FoundModel]:
    """Return the models of *target* in the order of their definition.

    Private and nested ones are left out, unless *target* names one or *with_hidden* is True. Their
    names must match a pattern of *include*, if there are any, and no pattern of *exclude*.
    Raise DiscoveryError if no model is left.
    """
    module = import_target(target)
    if target.qualname:
        models = _find_named_model(module, target)
    else:
        models = _find_defined_models(
            module,
            target.module,
            with_hidden=with_hidden,
        )
        models = models if include else leave_out_plain(models)
    chosen = [
        model
        for model in models
        if is_chosen(
            model.match_names,
            include,
            exclude,
        )
    ]
    if chosen:
        return chosen
    visible = _find_defined_models(
        module,
        target.module,
        with_imported=True,
    )
    imported = [model for model in visible if model not in models]
    elsewhere = find_named_elsewhere(
        models,
        imported,
        include,
        exclude,
    )
    if elsewhere:
        return elsewhere
    if models:
        raise build_selection_error(
            target.module,
            models,
            imported,
            include,
        )
    raise DiscoveryError(
        f"{target.module} defines no models.",
        hint=_suggest_submodules(module) or MODEL_KINDS_HINT,
        module=target.module,
    )


def _suggest_submodules(module: ModuleType) -> str:
    """Return a hint that lists the modules of a package, or an empty string."""
    submodules = pkgutil.iter_modules(
        getattr(
            module,
            "__path__",
            (),
        )
    )
    names = sorted(f"{module.__name__}.{submodule.name}" for submodule in submodules)
    if not names:
        return ""
    listed = ", ".join(names[:MAX_LISTED_MODULES])
    end = ", …" if len(names) > MAX_LISTED_MODULES else "."
    return f"Name a module of the package: {listed}{end}"


def select_public(models: Sequence[FoundModel], target: Target) -> list[FoundModel]:
    """Return those of *models*, found in *target*, that its module exports.

    Raise DiscoveryError if it exports none of them.
    """
    exported = getattr(
        import_target(target),
        "__all__",
        None,
    )
    is_private_module = any(part.startswith("_") for part in target.module.split("."))
    candidates = () if is_private_module else models
    public = [
        model
        for model in candidates
        if is_public(
            model.name,
            str(model.cls.__module__),
            exported,
        )
    ]
    if not public:
        raise build_no_public_error(target.module)
    return public


def find_model_kind(value: Any) -> str | None:
    """Return the kind of model that *value* is, or None.

    Kinds are ``model`` (Pydantic), ``table``, ``frame`` (the schema
    of a data frame), ``dataclass``, ``attrs``, ``struct`` (msgspec),
    ``typed-dict``, ``named-tuple`` and ``class``, a plain class with annotations.
    """
    if not isinstance(value, type) or inspect.isabstract(value):
        return None
    if hasattr(value, "__pydantic_core_schema__") and hasattr(value, "model_fields"):
        return "model"
    if is_table(value):
        return "table"
    if find_library(value):
        return "frame"
    if dataclasses.is_dataclass(value):
        return "dataclass"
    if is_foreign(value):
        return "attrs" if hasattr(value, "__attrs_attrs__") else "struct"
    return _find_typing_kind(value)


def _find_typing_kind(cls: type) -> str | None:
    """Return the kind of a TypedDict, a NamedTuple or a plain class, or None.

    Python leaves neither among the bases of the class, so its attributes decide.
    """
    if hasattr(cls, "__total__") and hasattr(cls, "__required_keys__"):
        return "typed-dict"
    if issubclass(cls, tuple) and hasattr(cls, "_fields"):
        return "named-tuple"
    return PLAIN_KIND if is_plain_class(cls) else None


def _find_defined_models(
    module: ModuleType,
    module_name: str,
    *,
    with_hidden: bool = False,
    with_imported: bool = False,
) -> list[FoundModel]:
    """Return the models that *module* shows, each once.

    *with_hidden* adds those with private names, and those that are nested in a class.
    *with_imported* adds those that it imports without exporting them.
    """
    models: dict[Any, FoundModel] = {}
    for name, value in list(vars(module).items()):
        # Pydantic adds Box[int] to the module that uses it: not an identifier.
        if not name.isidentifier() or (name.startswith("_") and not with_hidden):
            continue
        if not with_imported and not _is_own(
            module,
            name,
            value,
        ):
            continue
        found = [(name, value)]
        if with_hidden:
            found += _list_nested_classes(name, value)
        for full_name, cls in found:
            kind = find_model_kind(cls)
            if kind is None or cls in models or cls.__name__ == "BaseModel":
                continue
            models[cls] = FoundModel(
                cls,
                module_name,
                full_name,
                kind,
            )
    return list(models.values())


def _list_nested_classes(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Yield the classes that are defined in the class *value*, with their dotted names."""
    if not isinstance(value, type):
        return
    for inner_name, inner in list(vars(value).items()):
        qualname = f"{value.__qualname__}.{inner_name}"
        is_nested = isinstance(inner, type) and inner.__module__ == value.__module__
        if is_nested and inner.__qualname__ == qualname:
            yield f"{name}.{inner_name}", inner
            yield from _list_nested_classes(f"{name}.{inner_name}", inner)


def _is_own(
    module: ModuleType,
    name: str,
    value: Any,
) -> bool:
    """Return whether *module* defines *value*, exports it, or is the package that contains it."""
    home = (
        getattr(
            value,
            "__module__",
            None,
        )
        or ""
    )
    if home == module.__name__ or name in getattr(
        module,
        "__all__",
        (),
    ):
        return True
    return hasattr(module, "__path__") and home.startswith(f"{module.__name__}.")


def _find_named_model(module: ModuleType, target: Target) -> list[FoundModel]:
    """Return the one model that *target* names; raise if it is missing or no model."""
    value: Any = module
    for part in target.qualname.split("."):
        if not hasattr(value, part):
            known = [model.name for model in _find_defined_models(module, target.module)]
            hint = suggest_nearest(target.qualname, known) or "The module defines no models."
            raise DiscoveryError(
                f"{target.module} has no class {target.qualname!r}.",
                hint=hint,
                module=target.module,
            )
        value = getattr(value, part)
    kind = find_model_kind(value)
    if kind is None:
        raise DiscoveryError(
            f"{target.module}:{target.qualname} is not a model.",
            hint=MODEL_KINDS_HINT,
            module=target.module,
        )
    return [
        FoundModel(
            value,
            target.module,
            target.qualname,
            kind,
        )
    ]


def _is_loaded_from(module: ModuleType, file: str) -> bool:
    """Return whether *module* comes from *file*, an absolute path without links."""
    origin = getattr(
        module,
        "__file__",
        None,
    )
    # The module may have replaced itself by an object with any attributes.
    return isinstance(origin, str) and Path(origin).resolve() == Path(file)


def _build_shadow_error(target: Target, module: ModuleType) -> DiscoveryError:
    """Return the error for a file whose module name another module has."""
    owner = getattr(
        module,
        "__file__",
        "Python itself",
    )
    return DiscoveryError(
        f"Cannot import {target.file} as {target.module!r}: that name belongs to {owner}.",
        hint="Rename the file, or name it from the folder above: its folder is its package then.",
        path=target.file,
    )


def _build_import_error(target: Target, error: Any) -> FixturegenError:
    """Return the error to raise for *error*.

    The target may have defined its class, so ``__class__`` may lie: only ``type`` is used.
    """
    exception_type = type(error)
    if issubclass(exception_type, MemoryError):
        return UnsafeImportViolation(
            f"The import of {target.module} ran out of memory.",
            hint="Allow more with --memory-limit-mb, or move large work out of the module.",
            limit="memory",
            module=target.module,
        )
    if issubclass(exception_type, ModuleNotFoundError) and _is_target_missing(target, error.name):
        hint = "Name a module that Python finds from this folder, or a path that ends in .py."
        first = target.module.partition(".")[0]
        if target.file and first in sys.modules and first in sys.stdlib_module_names:
            return _build_shadow_error(target, sys.modules[first])
        if target.file:
            hint = f"Rename {target.file}: a dot in its name divides packages."
        return DiscoveryError(
            f"Cannot find the module {error.name!r}.", hint=hint, module=target.module
        )
    if issubclass(exception_type, SyntaxError):
        place = f"{error.filename or target.file or target.module}:{error.lineno}"
        return DiscoveryError(
            f"{place}: {error.msg}.", hint="Correct the syntax error.", module=target.module
        )
    return _build_raised_error(
        target,
        error,
        exception_type,
    )


def _is_target_missing(target: Target, missing_module: str | None) -> bool:
    """Return whether the missing module is the target or one of its packages."""
    return bool(missing_module) and f"{target.module}.".startswith(f"{missing_module}.")


def _build_raised_error(
    target: Target,
    error: Any,
    exception_type: type[BaseException],
) -> DiscoveryError:
    """Return an error with the message of *error*, its place in the code, and a hint."""
    frames = traceback.extract_tb(sys.exc_info()[2])
    place = _find_project_place(frames) or target.file or target.module
    is_variable_missing = exception_type is KeyError and frames[-1].filename in (
        "<frozen os>",
        os.__file__,
    )
    variable = error.args[0] if is_variable_missing else ""
    name = get_class_name(error)
    message = _format_message(error)
    return DiscoveryError(
        f"{target.module} raised {name} when it was imported: {message} (at {place}).",
        hint=_suggest_fix(
            target,
            error,
            exception_type,
            variable,
        ),
        module=target.module,
        exception=name,
        place=place,
    )


def _find_project_place(frames: Sequence[traceback.FrameSummary]) -> str:
    """Return the last line of the project's code among *frames*, or else of installed code.

    Return an empty string if the module failed before any code ran.
    """
    from pytest_fixturegen.sandbox.environment import is_installed

    imported = [frame for frame in frames if _is_imported_code(frame.filename)]
    own = [frame for frame in imported if not is_installed(frame.filename)]
    candidates = own or imported
    if not candidates:
        return ""
    last = candidates[-1]
    return f"{last.filename}:{last.lineno}"


def _is_imported_code(file: str) -> bool:
    """Return whether *file* is neither the import system nor this package."""
    return not (file.startswith("<") or "importlib" in file or "pytest_fixturegen" in file)


def _suggest_fix(
    target: Target,
    error: Any,
    exception_type: type[BaseException],
    variable: str,
) -> str:
    """Return a hint against *error*; *variable* is the environment variable that is missing."""
    is_sandboxed = AUDIT_MODULE in sys.modules
    if variable and is_sandboxed:
        return f"The target sees none of your variables; allow it with --allow-env {variable}."
    if variable:
        return f"Set the variable {variable}."
    if exception_type is ModuleNotFoundError and error.name:
        return _suggest_import_path(target, error.name.partition(".")[0])
    if exception_type is SystemExit:
        return 'Put the code that runs the program below: if __name__ == "__main__".'
    hint = "Run the module by itself to see the whole traceback."
    if is_sandboxed:
        hint += " If it works there, it may need an environment variable: see --allow-env."
    return hint


def _suggest_import_path(target: Target, package: str) -> str:
    """Return a hint on how to import *package*, which the target needs."""
    for folder in Path(target.file).parents if target.file else ():
        if (folder / package).is_dir():
            return f"{package} is in {folder}: run pfg there, or set PYTHONPATH to it."
    return (
        f"Install {package} in {sys.prefix}, where pfg runs; "
        f"modules of the project are searched in {target.root}."
    )


def _format_message(error: BaseException) -> str:
    """Return the first lines of the message of *error* and its last one, as one line."""
    try:
        return summarize_message(str(error), MAX_MESSAGE_LINES) or "no message"
    except BaseException:  # the target's own __str__ runs here
        return "an unreadable message"

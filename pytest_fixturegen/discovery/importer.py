"""Imports a target and finds its models. Runs in the child, or in a process whose code this is anyway."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import os
import pkgutil
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from pytest_fixturegen._internal.type_names import is_chosen, is_public
from pytest_fixturegen.discovery.targets import Target, build_no_public_error
from pytest_fixturegen.errors import (
    DiscoveryError,
    FixturegenError,
    UnsafeImportViolation,
    suggest_nearest,
)
from pytest_fixturegen.introspection.readers.foreign_classes import is_foreign
from pytest_fixturegen.introspection.readers.table_classes import is_table

MODEL_KINDS_HINT = "Models are Pydantic models, dataclasses, TypedDicts, NamedTuples, and classes of attrs, msgspec and SQLAlchemy."
MAX_LISTED_MODULES = 5
"""Modules that a hint names at most."""

MAX_MESSAGE_LINES = 3
"""Lines of an error's message that are shown: Pydantic needs so many to name a field."""


@dataclasses.dataclass(frozen=True, slots=True)
class FoundModel:
    """A class that records can be made of: *name* in its module, *module* as the user may import it, its *kind*."""

    cls: Any
    module: str
    name: str
    kind: str

    @property
    def match_names(self) -> tuple[str, str, str]:
        """What a pattern may match: its full name as the user sees it, the one of its home, and its own."""
        return (
            f"{self.module}.{self.name}",
            f"{self.cls.__module__}.{self.cls.__qualname__}",
            self.name,
        )


def import_target(target: Target) -> ModuleType:
    """Import the module of *target*. Raises DiscoveryError with the place in the module's own code that failed."""
    for folder in dict.fromkeys(
        (str(Path(target.file).parent) if target.file else "", target.root)
    ):
        if folder and folder not in sys.path:
            sys.path.insert(0, folder)
    try:
        module = importlib.import_module(target.module)
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as error:
        raise _build_import_error(target, error) from error
    if target.file and not _is_loaded_from(module, target.file):
        raise _build_shadow_error(target, module)
    return module


def find_models(
    target: Target, include: Sequence[str] = (), exclude: Sequence[str] = ()
) -> list[FoundModel]:
    """The models of *target* whose full name matches a pattern of *include*, if there are any, and none of *exclude*.

    In the order of their definition. Raises DiscoveryError when there are none.
    """
    module = import_target(target)
    found = (
        _find_named_model(module, target)
        if target.qualname
        else _find_defined_models(module, target.module)
    )
    chosen = [each for each in found if is_chosen(each.match_names, include, exclude)]
    if chosen:
        return chosen
    if found:
        raise DiscoveryError(
            f"None of the {len(found)} models of {target.module} is selected.",
            hint=f"Full names look like {found[0].match_names[0]!r}; patterns may use * and ?.",
            module=target.module,
        )
    raise DiscoveryError(
        f"{target.module} defines no models.",
        hint=_suggest_submodules(module) or MODEL_KINDS_HINT,
        module=target.module,
    )


def _suggest_submodules(module: ModuleType) -> str:
    """Where in a package to look for models."""
    names = sorted(
        f"{module.__name__}.{each.name}"
        for each in pkgutil.iter_modules(getattr(module, "__path__", ()))
    )
    more = ", …" if len(names) > MAX_LISTED_MODULES else "."
    return (
        f"Name a module of the package: {', '.join(names[:MAX_LISTED_MODULES])}{more}"
        if names
        else ""
    )


def select_public(models: Sequence[FoundModel], target: Target) -> list[FoundModel]:
    """Those of *models*, found in *target*, that it offers to others. Raises DiscoveryError when there are none."""
    listed = getattr(import_target(target), "__all__", None)
    hidden = any(part.startswith("_") for part in target.module.split("."))
    found = [
        each
        for each in models
        if not hidden and is_public(each.name, str(each.cls.__module__), listed)
    ]
    if not found:
        raise build_no_public_error(target.module)
    return found


def find_model_kind(thing: Any) -> str | None:
    """``model``, ``table``, ``dataclass``, ``attrs``, ``struct``, ``typed-dict`` or ``named-tuple``; None for all else."""
    if not isinstance(thing, type) or inspect.isabstract(thing):
        return None
    if hasattr(thing, "__pydantic_core_schema__") and hasattr(thing, "model_fields"):
        return "model"
    if is_table(thing):
        return "table"
    if dataclasses.is_dataclass(thing):
        return "dataclass"
    if is_foreign(thing):
        return "attrs" if hasattr(thing, "__attrs_attrs__") else "struct"
    if hasattr(thing, "__total__") and hasattr(thing, "__required_keys__"):
        return "typed-dict"
    return "named-tuple" if issubclass(thing, tuple) and hasattr(thing, "_fields") else None


def _find_defined_models(module: ModuleType, module_name: str) -> list[FoundModel]:
    public = set(getattr(module, "__all__", ()))
    package = f"{module.__name__}." if hasattr(module, "__path__") else None
    found: dict[Any, FoundModel] = {}
    for attribute, thing in list(vars(module).items()):
        home = getattr(thing, "__module__", None) or ""
        mine = (
            home == module.__name__ or attribute in public or (package and home.startswith(package))
        )
        named = attribute.isidentifier() and not attribute.startswith(
            "_"
        )  # Pydantic keeps Box[int] beside Box
        kind = find_model_kind(thing) if mine and named else None
        if kind is not None and thing not in found and thing.__name__ != "BaseModel":
            found[thing] = FoundModel(thing, module_name, attribute, kind)
    return list(found.values())


def _find_named_model(module: ModuleType, target: Target) -> list[FoundModel]:
    thing: Any = module
    for part in target.qualname.split("."):
        if not hasattr(thing, part):
            known = [each.name for each in _find_defined_models(module, target.module)]
            hint = suggest_nearest(target.qualname, known) or "The module defines no models."
            raise DiscoveryError(
                f"{target.module} has no class {target.qualname!r}.",
                hint=hint,
                module=target.module,
            )
        thing = getattr(thing, part)
    kind = find_model_kind(thing)
    if kind is None:
        raise DiscoveryError(
            f"{target.module}:{target.qualname} is no model.",
            hint=MODEL_KINDS_HINT,
            module=target.module,
        )
    return [FoundModel(thing, target.module, target.qualname, kind)]


def _is_loaded_from(module: ModuleType, file: str) -> bool:
    origin = getattr(module, "__file__", None)
    return origin is not None and Path(origin).resolve() == Path(file)


def _build_shadow_error(target: Target, module: ModuleType) -> DiscoveryError:
    owner = getattr(module, "__file__", "Python itself")
    return DiscoveryError(
        f"{target.file} cannot be imported as {target.module!r}: that name belongs to {owner}.",
        hint="Rename the file, or put it into a package.",
        path=target.file,
    )


def _build_import_error(target: Target, error: Any) -> FixturegenError:
    """What to say of *error*; only its true type is believed, since its class may be anybody's."""
    kind = type(error)
    if issubclass(kind, MemoryError):
        hint = "Give it more with --memory-limit-mb, or take large work out of the module."
        return UnsafeImportViolation(
            f"The import of {target.module} ran out of memory.", hint=hint, module=target.module
        )
    if (
        issubclass(kind, ModuleNotFoundError)
        and error.name
        and (target.module + ".").startswith(error.name + ".")
    ):
        hint = "Name a module that Python finds from this folder, or a path that ends in .py."
        hint = f"Rename {target.file}: a dot in its name divides packages." if target.file else hint
        return DiscoveryError(
            f"There is no module {error.name!r}.", hint=hint, module=target.module
        )
    if issubclass(kind, SyntaxError):
        place = f"{error.filename or target.file or target.module}:{error.lineno}"
        return DiscoveryError(
            f"{place}: {error.msg}.", hint="Correct the syntax error.", module=target.module
        )
    return _build_raised_error(target, error, kind)


def _build_raised_error(
    target: Target, error: Any, exception_type: type[BaseException]
) -> DiscoveryError:
    """What *error* says, the last place in the project's own code that it passed, and what helps."""
    from pytest_fixturegen.sandbox.environment import is_installed

    passed = traceback.extract_tb(sys.exc_info()[2])
    frames = [
        frame
        for frame in passed
        if not frame.filename.startswith("<") and "importlib" not in frame.filename
    ]
    inside = [frame for frame in frames if "pytest_fixturegen" not in frame.filename]
    own = [frame for frame in inside if not is_installed(frame.filename)] or inside
    place = f"{own[-1].filename}:{own[-1].lineno}" if own else target.file or target.module
    missing = (
        error.args[0]
        if exception_type is KeyError and passed[-1].filename in ("<frozen os>", os.__file__)
        else ""
    )
    return DiscoveryError(
        f"{target.module} raised {exception_type.__name__} when it was imported: {_format_message(error)} (at {place}).",
        hint=_suggest_fix(target, error, exception_type, missing),
        module=target.module,
        exception=exception_type.__name__,
        place=place,
    )


def _suggest_fix(
    target: Target, error: Any, exception_type: type[BaseException], variable: str
) -> str:
    """What helps against *error*; *variable* is the one of the environment that is missing."""
    walled = "pytest_fixturegen.sandbox.audit" in sys.modules
    if variable:
        seen = (
            f"The target sees none of your variables; permit this one with --allow-env {variable}."
        )
        return seen if walled else f"Set the variable {variable}."
    if exception_type is ModuleNotFoundError and error.name:
        name = error.name.partition(".")[0]
        home = next(
            (each for each in Path(target.file).parents if target.file and (each / name).is_dir()),
            None,
        )
        install = f"Install {name} in {sys.prefix}, where pfg runs; modules of yours are looked for in {target.root}."
        return (
            f"{name} lies in {home}: run pfg there, or set PYTHONPATH to it." if home else install
        )
    if exception_type is SystemExit:
        return 'Put what runs the program below: if __name__ == "__main__".'
    hint = "Run the module by itself to see the whole traceback."
    return (
        f"{hint} If it works there, it may miss one of your variables here: see --allow-env."
        if walled
        else hint
    )


def _format_message(error: BaseException) -> str:
    """What the first lines of *error* say, if it says anything."""
    try:
        return (
            " ".join(" ".join(str(error).splitlines()[:MAX_MESSAGE_LINES]).split()) or "no message"
        )
    except BaseException:  # whatever it does, it has failed already
        return "no message that can be read"

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

from pytest_fixturegen.errors import DiscoveryError, FixturegenError, UnsafeImportViolation, nearest
from pytest_fixturegen.identity import is_chosen, is_public
from pytest_fixturegen.sandbox.targets import Target, nothing_public
from pytest_fixturegen.shape.foreign import is_foreign
from pytest_fixturegen.shape.tables import is_table

MODELS = "Models are Pydantic models, dataclasses, TypedDicts, NamedTuples, and classes of attrs, msgspec and SQLAlchemy."
FEW = 5
"""Modules that a hint names at most."""

LINES = 3
"""Lines of an error's message that are shown: Pydantic needs so many to name a field."""


@dataclasses.dataclass(frozen=True, slots=True)
class FoundModel:
    """A class that records can be made of: *name* in its module, *module* as the user may import it, its *kind*."""

    cls: Any
    module: str
    name: str
    kind: str

    @property
    def names(self) -> tuple[str, str, str]:
        """What a pattern may match: its full name as the user sees it, the one of its home, and its own."""
        return f"{self.module}.{self.name}", f"{self.cls.__module__}.{self.cls.__qualname__}", self.name


def load(target: Target) -> ModuleType:
    """Import the module of *target*. Raises DiscoveryError with the place in the module's own code that failed."""
    for folder in dict.fromkeys((str(Path(target.file).parent) if target.file else "", target.root)):
        if folder and folder not in sys.path:
            sys.path.insert(0, folder)
    try:
        module = importlib.import_module(target.module)
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as error:
        raise _failed(target, error) from error
    if target.file and not _is_from(module, target.file):
        raise _shadowed(target, module)
    return module


def find_models(target: Target, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> list[FoundModel]:
    """The models of *target* whose full name matches a pattern of *include*, if there are any, and none of *exclude*.

    In the order of their definition. Raises DiscoveryError when there are none.
    """
    module = load(target)
    found = _named(module, target) if target.qualname else _defined(module, target.module)
    chosen = [each for each in found if is_chosen(each.names, include, exclude)]
    if chosen:
        return chosen
    if found:
        raise DiscoveryError(
            f"None of the {len(found)} models of {target.module} is selected.",
            hint=f"Full names look like {found[0].names[0]!r}; patterns may use * and ?.",
            module=target.module,
        )
    raise DiscoveryError(
        f"{target.module} defines no models.",
        hint=_within(module) or MODELS,
        module=target.module,
    )


def _within(module: ModuleType) -> str:
    """Where in a package to look for models."""
    names = sorted(f"{module.__name__}.{each.name}" for each in pkgutil.iter_modules(getattr(module, "__path__", ())))
    more = ", …" if len(names) > FEW else "."
    return f"Name a module of the package: {', '.join(names[:FEW])}{more}" if names else ""


def public(models: Sequence[FoundModel], target: Target) -> list[FoundModel]:
    """Those of *models*, found in *target*, that it offers to others. Raises DiscoveryError when there are none."""
    listed = getattr(load(target), "__all__", None)
    hidden = any(part.startswith("_") for part in target.module.split("."))
    found = [each for each in models if not hidden and is_public(each.name, str(each.cls.__module__), listed)]
    if not found:
        raise nothing_public(target.module)
    return found


def kind_of(thing: Any) -> str | None:
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


def _defined(module: ModuleType, name: str) -> list[FoundModel]:
    public = set(getattr(module, "__all__", ()))
    package = f"{module.__name__}." if hasattr(module, "__path__") else None
    found: dict[Any, FoundModel] = {}
    for attribute, thing in list(vars(module).items()):
        home = getattr(thing, "__module__", None) or ""
        mine = home == module.__name__ or attribute in public or (package and home.startswith(package))
        named = attribute.isidentifier() and not attribute.startswith("_")  # Pydantic keeps Box[int] beside Box
        kind = kind_of(thing) if mine and named else None
        if kind is not None and thing not in found and thing.__name__ != "BaseModel":
            found[thing] = FoundModel(thing, name, attribute, kind)
    return list(found.values())


def _named(module: ModuleType, target: Target) -> list[FoundModel]:
    thing: Any = module
    for part in target.qualname.split("."):
        if not hasattr(thing, part):
            known = [each.name for each in _defined(module, target.module)]
            hint = nearest(target.qualname, known) or "The module defines no models."
            raise DiscoveryError(f"{target.module} has no class {target.qualname!r}.", hint=hint, module=target.module)
        thing = getattr(thing, part)
    kind = kind_of(thing)
    if kind is None:
        raise DiscoveryError(
            f"{target.module}:{target.qualname} is no model.",
            hint=MODELS,
            module=target.module,
        )
    return [FoundModel(thing, target.module, target.qualname, kind)]


def _is_from(module: ModuleType, file: str) -> bool:
    origin = getattr(module, "__file__", None)
    return origin is not None and Path(origin).resolve() == Path(file)


def _shadowed(target: Target, module: ModuleType) -> DiscoveryError:
    owner = getattr(module, "__file__", "Python itself")
    return DiscoveryError(
        f"{target.file} cannot be imported as {target.module!r}: that name belongs to {owner}.",
        hint="Rename the file, or put it into a package.",
        path=target.file,
    )


def _failed(target: Target, error: Any) -> FixturegenError:
    """What to say of *error*; only its true type is believed, since its class may be anybody's."""
    kind = type(error)
    if issubclass(kind, MemoryError):
        hint = "Give it more with --memory-limit-mb, or take large work out of the module."
        return UnsafeImportViolation(f"The import of {target.module} ran out of memory.", hint=hint, module=target.module)
    if issubclass(kind, ModuleNotFoundError) and error.name and (target.module + ".").startswith(error.name + "."):
        hint = "Name a module that Python finds from this folder, or a path that ends in .py."
        hint = f"Rename {target.file}: a dot in its name divides packages." if target.file else hint
        return DiscoveryError(f"There is no module {error.name!r}.", hint=hint, module=target.module)
    if issubclass(kind, SyntaxError):
        place = f"{error.filename or target.file or target.module}:{error.lineno}"
        return DiscoveryError(f"{place}: {error.msg}.", hint="Correct the syntax error.", module=target.module)
    return _raised(target, error, kind)


def _raised(target: Target, error: Any, kind: type[BaseException]) -> DiscoveryError:
    """What *error* says, the last place in the project's own code that it passed, and what helps."""
    from pytest_fixturegen.sandbox.surroundings import is_installed

    passed = traceback.extract_tb(sys.exc_info()[2])
    frames = [frame for frame in passed if not frame.filename.startswith("<") and "importlib" not in frame.filename]
    inside = [frame for frame in frames if "pytest_fixturegen" not in frame.filename]
    own = [frame for frame in inside if not is_installed(frame.filename)] or inside
    place = f"{own[-1].filename}:{own[-1].lineno}" if own else target.file or target.module
    missing = error.args[0] if kind is KeyError and passed[-1].filename in ("<frozen os>", os.__file__) else ""
    return DiscoveryError(
        f"{target.module} raised {kind.__name__} when it was imported: {_words(error)} (at {place}).",
        hint=_hint(target, error, kind, missing),
        module=target.module,
        exception=kind.__name__,
        place=place,
    )


def _hint(target: Target, error: Any, kind: type[BaseException], variable: str) -> str:
    """What helps against *error*; *variable* is the one of the environment that is missing."""
    walled = "pytest_fixturegen.sandbox.audit" in sys.modules
    if variable:
        seen = f"The target sees none of your variables; permit this one with --allow-env {variable}."
        return seen if walled else f"Set the variable {variable}."
    if kind is ModuleNotFoundError and error.name:
        name = error.name.partition(".")[0]
        home = next((each for each in Path(target.file).parents if target.file and (each / name).is_dir()), None)
        install = f"Install {name} in {sys.prefix}, where pfg runs; modules of yours are looked for in {target.root}."
        return f"{name} lies in {home}: run pfg there, or set PYTHONPATH to it." if home else install
    if kind is SystemExit:
        return 'Put what runs the program below: if __name__ == "__main__".'
    hint = "Run the module by itself to see the whole traceback."
    return f"{hint} If it works there, it may miss one of your variables here: see --allow-env." if walled else hint


def _words(error: BaseException) -> str:
    """What the first lines of *error* say, if it says anything."""
    try:
        return " ".join(" ".join(str(error).splitlines()[:LINES]).split()) or "no message"
    except BaseException:  # whatever it does, it has failed already
        return "no message that can be read"

"""The models whose data is pinned, in groups: one file of digests for each group."""

from __future__ import annotations

import dataclasses
import importlib
import importlib.util
import pkgutil
import sys
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from pydantic import BaseModel
from typing_extensions import is_typeddict

from tests.golden import models, names, options, repairs
from tests.golden.matrix import ROWS

EXAMPLES = Path(__file__).parents[2] / "examples"
KINDS = Path(__file__).parent / "kinds"
PACKAGES = {
    "mcp.types": "mcp",
    "openapi_pydantic": "openapi-pydantic",
    "geojson_pydantic": "geojson-pydantic",
    "stac_pydantic": "stac-pydantic",
}
"""Modules of other people's models, and the packages that they are installed with."""

LOCALES = ("en_US", "de_DE", "ja_JP")


@dataclass(frozen=True)
class Case:
    """A *model* drawn with *options* in each of *locales*."""

    name: str
    model: Any
    options: Mapping[str, Any] = field(default_factory=dict)
    locales: tuple[str, ...] = LOCALES
    has_json: bool = True


LEFT_OUT: dict[str, str] = {
    "kinds/paths_and_secrets.Places": "it holds paths of this machine",
    "kinds/models.Plant": "an abstract class, of which no record can be made",
    "repaired/EnumOfLibrary": "repair reads Python's enum module, which changes",
    "openapi_pydantic/ParameterBase": "it is slow, and like Parameter",
    "openapi_pydantic/PydanticSchema": "it is slow, and holds what JSON cannot",
    "stac_pydantic/LandingPage": "every record is refused, slowly",
    "stac_pydantic/Collections": "every record is refused, slowly",
    "stac_pydantic/stac_pydantic.api.Collection": "every record is refused, slowly",
    "stac_pydantic/stac_pydantic.api.Item": "every record is refused, slowly",
    "stac_pydantic/stac_pydantic.api.ItemCollection": "every record is refused, slowly",
}
"""Models that are not pinned, and why."""

WITHOUT_JSON: dict[str, str] = {
    "kinds/adapters.Tools": "it holds what JSON cannot",
    "kinds/config.Car": "it holds what JSON cannot",
    "kinds/foreign.Trip": "it holds what JSON cannot",
    "kinds/validators.Unchecked": "it holds what JSON cannot",
    "repaired/WantsInstance": "it takes nothing but instances",
    "kinds/serialization.Tagged": "a set in a tuple in a frozenset is written in hash order",
}
"""Models of which only instances are pinned, and why."""


@cache
def cases_of(group: str) -> dict[str, Case]:
    """Return the cases of *group* by name."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        every = list(GROUPS[group]())
    found = [
        replace(case, has_json=f"{group}/{case.name}" not in WITHOUT_JSON)
        for case in every
        if f"{group}/{case.name}" not in LEFT_OUT
    ]
    cases = {case.name: case for case in found}
    assert len(cases) == len(found), f"two cases of {group} have one name"
    return cases


def yield_matrix() -> Iterator[Case]:
    """Yield a case for each field type of the matrix."""
    for label, annotation in ROWS.items():
        yield Case(label.replace(" ", "_"), make_model("Row", {"value": (annotation, ...)}))


def yield_kinds() -> Iterator[Case]:
    """Yield a case for each class of ``tests/golden/kinds``."""
    for path in sorted(KINDS.glob("[!_]*.py")):
        module = importlib.import_module(f"tests.golden.kinds.{path.stem}")
        for name, model in classes_of(module).items():
            yield Case(f"{path.stem}.{name}", model)
        for name, annotation in getattr(module, "TYPES", {}).items():
            yield Case(f"{path.stem}.{name}", annotation)


def yield_examples() -> Iterator[Case]:
    """Yield a case for each model of ``examples/``."""
    for path in sorted(EXAMPLES.glob("*/models.py")):
        for name, model in classes_of(load_example(path)).items():
            yield Case(f"{path.parent.name}.{name}", model)


@cache
def load_example(path: Path) -> ModuleType:
    """Import the module at *path* under a name of its own."""
    name = f"golden_example_{path.parent.name}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def yield_package(root: str) -> Iterator[Case]:
    """Yield a case for each Pydantic model below the module *root*."""
    found: dict[str, Any] = {}
    for module in modules_below(root):
        for name, model in sorted(vars(module).items()):
            family = str(getattr(model, "__module__", "")).split(".")[0].split("_types")[0]
            is_theirs = is_pydantic(model) and family == root.split(".")[0] and name[0] != "_"
            if is_theirs and "[" not in name and model not in found.values():
                found[name if name not in found else f"{module.__name__}.{name}"] = model
    # Planning one model of OpenAPI takes a third of a second.
    locales = LOCALES[:1] if root == "openapi_pydantic" else LOCALES
    for name, model in found.items():
        yield Case(name, model, locales=locales)


def modules_below(root: str) -> Iterator[ModuleType]:
    """Yield the module *root* and those within it that can be imported.

    The models of OpenAPI 3.0 are left out: they are slow and nearly the same as those of 3.1.
    """
    module = importlib.import_module(root)
    yield module
    below = sorted(
        each.name for each in pkgutil.walk_packages(getattr(module, "__path__", []), f"{root}.")
    )
    for name in [each for each in below if "v3_0" not in each]:
        try:
            yield importlib.import_module(name)
        except ImportError:  # an optional dependency of theirs
            continue


def yield_names() -> Iterator[Case]:
    """Yield models whose fields have the names that providers know, twenty in each model."""
    for (family, kind), listed in names.NAMES.items():
        words = listed.split()
        for start in range(0, len(words), names.FIELDS_PER_MODEL):
            part = words[start : start + names.FIELDS_PER_MODEL]
            fields = dict.fromkeys(part, (names.KIND_TYPES[kind], ...))
            number = start // names.FIELDS_PER_MODEL
            locales = (*LOCALES, "ru_RU") if family in ("people", "contacts") else LOCALES
            yield Case(f"{family}.{kind}.{number}", make_model("Thing", fields), locales=locales)


def yield_models() -> Iterator[Case]:
    """Yield the models of ``tests/golden/models.py``."""
    for name, model in classes_of(models).items():
        locales = (*LOCALES, "ru_RU") if name in models.PEOPLE else LOCALES
        yield Case(name, model, locales=locales)


def yield_options() -> Iterator[Case]:
    """Yield models drawn with every option."""
    for name, (model, settings) in options.CASES.items():
        locales = LOCALES if name in options.CONTROLLED else LOCALES[:1]
        yield Case(name, model, settings, locales)


def yield_repaired() -> Iterator[Case]:
    """Yield models whose records have to be repaired."""
    for name, model in classes_of(repairs).items():
        if name not in repairs.PARTS:
            yield Case(name, model, locales=LOCALES[:1])
    for name, (model, settings) in repairs.CASES.items():
        yield Case(name, model, settings, LOCALES[:1])


GROUPS = {
    "matrix": yield_matrix,
    "kinds": yield_kinds,
    "examples": yield_examples,
    "names": yield_names,
    "models": yield_models,
    "options": yield_options,
    "repaired": yield_repaired,
    **{root.replace(".", "_"): lambda root=root: yield_package(root) for root in PACKAGES},
}
"""The function that yields the cases of each group."""


def make_model(name: str, fields: dict[str, Any]) -> type[BaseModel]:
    """Return a model with these *fields*."""
    from pydantic import create_model

    return create_model(name, __module__="golden", **fields)


def classes_of(module: ModuleType) -> dict[str, Any]:
    """Return the classes of *module* that records can be made of, by name."""
    public = {name: each for name, each in vars(module).items() if name.isidentifier()}
    found = {name: each for name, each in public.items() if is_model(each) and name[0] != "_"}
    return {name: each for name, each in found.items() if each.__module__ == module.__name__}


def is_pydantic(thing: Any) -> bool:
    """Return whether *thing* is a Pydantic model."""
    return isinstance(thing, type) and issubclass(thing, BaseModel) and thing is not BaseModel


def is_model(thing: Any) -> bool:
    """Return whether *thing* is a class with fields."""
    if not isinstance(thing, type) or thing is BaseModel:
        return False
    if issubclass(thing, BaseModel) or dataclasses.is_dataclass(thing) or is_typeddict(thing):
        return True
    is_named_tuple = issubclass(thing, tuple) and hasattr(thing, "_fields")
    return is_named_tuple or any(
        hasattr(thing, mark) for mark in ("__attrs_attrs__", "__struct_fields__")
    )

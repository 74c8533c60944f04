"""Finds models in source without running it.

A class is a model when one of its bases is, here or imported by a name that says so. What is only known at run time
(a base from another module of the project, a class made by a call) is not seen.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pytest_fixturegen.errors import DiscoveryError
from pytest_fixturegen.sandbox.targets import Target

BASES = {
    "BaseModel": "model",
    "RootModel": "model",
    "BaseSettings": "model",
    "SQLModel": "model",
    "TypedDict": "typed-dict",
    "NamedTuple": "named-tuple",
    "dataclass": "dataclass",
}
"""Names that a base class goes by, and what kind of model it makes."""


@dataclass(frozen=True, slots=True)
class ScannedModel:
    """A class that looks like a model: its *name* in its *module*, its *kind*, and its *line*."""

    module: str
    name: str
    kind: str
    line: int


def scan(target: Target) -> list[ScannedModel]:
    """The models in the source of *target*. Nothing of it is executed. Raises DiscoveryError for what is no Python."""
    path = Path(target.file) if target.file else _source_of(target)
    try:
        tree = ast.parse(path.read_bytes(), str(path))
    except SyntaxError as error:
        raise DiscoveryError(
            f"{path}:{error.lineno}: {error.msg}.", hint="Correct the syntax error.", path=str(path)
        ) from error
    except (OSError, ValueError) as error:
        raise DiscoveryError(f"{path} cannot be read: {error}.", hint="Name a Python source file.", path=str(path)) from error
    names = _imported(tree)
    found = list(_classes(tree.body, "", dict(names), target.module))
    return [each for each in found if not target.qualname or each.name == target.qualname]


def _source_of(target: Target) -> Path:
    """The file of a module, found on the search path without importing its parents."""

    parts = target.module.split(".")
    for folder in (target.root, *sys.path):
        base = Path(folder, *parts)
        for path in (base.with_suffix(".py"), base / "__init__.py"):
            if path.is_file():
                return path
    raise DiscoveryError(
        f"There is no source of a module {target.module!r}.", hint="Name the file itself.", module=target.module
    )


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The local names of the base classes that the module imports, and the kind each makes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.name in BASES:
                    yield alias.asname or alias.name, BASES[alias.name]


def _classes(body: list[ast.stmt], outer: str, kinds: dict[str, str], module: str) -> Iterator[ScannedModel]:
    for node in body:
        if isinstance(node, ast.If | ast.Try):
            yield from _classes(node.body, outer, kinds, module)
        if not isinstance(node, ast.ClassDef):
            continue
        name = f"{outer}{node.name}"
        kind = _kind(node, kinds)
        if kind is not None:
            kinds[name] = kinds[node.name] = kind
            yield ScannedModel(module, name, kind, node.lineno)
        yield from _classes(node.body, f"{name}.", kinds, module)


def _kind(node: ast.ClassDef, kinds: dict[str, str]) -> str | None:
    for decorator in map(_name, node.decorator_list):
        if decorator.rpartition(".")[2] == "dataclass" or kinds.get(decorator) == "dataclass":
            return "dataclass"
    for base in node.bases:
        name = _name(base)
        kind = kinds.get(name) or BASES.get(name.rpartition(".")[2] if "." in name else "")
        if kind is not None:
            return kind
    return None


def _name(node: ast.expr) -> str:
    """The dotted name of an expression: ``pydantic.BaseModel``, and ``Box`` for ``Box[int]`` or ``dataclass(frozen=True)``."""
    while isinstance(node, ast.Subscript | ast.Call):
        node = node.value if isinstance(node, ast.Subscript) else node.func
    return ast.unparse(node)

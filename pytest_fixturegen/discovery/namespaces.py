"""What the names of a project's modules stand for, as far as their source says it: nothing of it is executed."""

from __future__ import annotations

import ast
import dataclasses
import sys
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path

from pytest_fixturegen._internal.frozen_dataclass import dataclass

CLASS_FACTORIES = ("create_model", "make_dataclass")
"""Functions whose classes only a run can show."""

KNOWN_LIBRARIES = frozenset(
    "pydantic pydantic_settings sqlmodel typing typing_extensions dataclasses attr attrs msgspec sqlalchemy".split()
)
"""Where bases and decorators come from that are known by name: their own source is not looked into."""

MAX_LOOKUP_DEPTH = 40
"""Names that one name may lead through."""


@dataclass(frozen=True, slots=True)
class ResolvedName:
    """What a name stands for: a *node* of a *module* of the project, or else the dotted name *foreign* of something outside."""

    module: str = ""
    node: ast.stmt | None = None
    external_name: str = ""


@dataclasses.dataclass(slots=True)
class Namespace:
    """The names that the top level of one module binds."""

    module: str
    body: list[ast.stmt]
    is_package: bool
    names: dict[str, ast.stmt] = field(default_factory=dict)
    star_imports: list[str] = field(default_factory=list)

    @property
    def public_names(self) -> tuple[str, ...]:
        """What ``__all__`` lists, as far as it is written out."""
        node = self.names.get("__all__")
        values = getattr(getattr(node, "value", None), "elts", ())
        return tuple(
            each.value
            for each in values
            if isinstance(each, ast.Constant) and isinstance(each.value, str)
        )


class ProjectModules:
    """The modules of the project below the folders *roots*, parsed when they are first asked for."""

    def __init__(self, roots: tuple[str, ...]) -> None:
        self._roots = roots
        self._known: dict[str, Namespace | None] = {}

    def add_module(self, module: str, path: Path) -> Namespace:
        """The namespace of the file at *path*. Raises SyntaxError, OSError or ValueError for what is no Python."""
        tree = ast.parse(path.read_bytes(), str(path))
        found = Namespace(module, tree.body, path.name == "__init__.py")
        for node in _flatten_statements(tree.body):
            for name in _list_bound_names(node):
                found.names[name] = node
            if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
                found.star_imports.append(find_imported_module(found, node))
        self._known[module] = found
        return found

    def find_namespace(self, module: str) -> Namespace | None:
        """The namespace of *module*, if it is one of the project's."""
        if module not in self._known:
            self._known[module] = None
            if module.partition(".")[0] in KNOWN_LIBRARIES:
                return None
            path = next(
                (
                    path
                    for root in self._roots
                    for path in _list_candidates(root, module)
                    if path.is_file()
                ),
                None,
            )
            try:
                return self.add_module(module, path) if path else None
            except (SyntaxError, OSError, ValueError):
                return None
        return self._known[module]

    def list_star_names(self, namespace: Namespace) -> Iterator[str]:
        """The names that *space* has by ``import *``."""
        for module in namespace.star_imports:
            other = self.find_namespace(module)
            if other is not None:
                names = other.public_names or [
                    name for name in other.names if not name.startswith("_")
                ]
                yield from (name for name in names if name not in namespace.names)

    def resolve_name(self, namespace: Namespace, name: str, depth: int = 0) -> ResolvedName:
        """What *name*, which may have dots, stands for in *space*."""
        first, _, rest = name.partition(".")
        node = namespace.names.get(first)
        if depth > MAX_LOOKUP_DEPTH:
            return ResolvedName()
        if node is None:
            found = (self._resolve_in_module(star, name, depth) for star in namespace.star_imports)
            return next((each for each in found if each.node), ResolvedName(external_name=name))
        match node:
            case ast.ImportFrom(names=names):
                real = next(alias.name for alias in names if (alias.asname or alias.name) == first)
                return self._resolve_in_module(
                    find_imported_module(namespace, node), f"{real}.{rest}" if rest else real, depth
                )
            case ast.Import(names=names):
                return self._resolve_import(names, name, depth)
            case ast.Assign(value=ast.Name() | ast.Attribute() as value):
                return self.resolve_name(
                    namespace,
                    f"{ast.unparse(value)}.{rest}" if rest else ast.unparse(value),
                    depth + 1,
                )
            case _:
                return ResolvedName(namespace.module, node)

    def _resolve_in_module(self, module: str, name: str, depth: int) -> ResolvedName:
        """What *name* stands for in *module*, which may be no module of the project."""
        space = self.find_namespace(module)
        first, _, rest = name.partition(".")
        if (
            rest
            and self.find_namespace(f"{module}.{first}")
            and (space is None or first not in space.names)
        ):
            return self._resolve_in_module(f"{module}.{first}", rest, depth + 1)
        if space is not None and (first in space.names or space.star_imports):
            return self.resolve_name(space, name, depth + 1)
        return ResolvedName(external_name=f"{module}.{name}")

    def _resolve_import(self, aliases: list[ast.alias], name: str, depth: int) -> ResolvedName:
        """What a dotted *name* stands for whose beginning an ``import`` of *names* binds."""
        for alias in aliases:
            bound, real = alias.asname or alias.name, alias.name
            if name.startswith(f"{bound}."):
                return self._resolve_in_module(real, name[len(bound) + 1 :], depth + 1)
        return ResolvedName(external_name=name)


def find_imported_module(namespace: Namespace, node: ast.ImportFrom) -> str:
    """The full name of the module that *node*, which may be relative, imports from."""
    if not node.level:
        return node.module or ""
    parts = namespace.module.split(".")
    kept = parts[: len(parts) - node.level + namespace.is_package]
    return ".".join([*kept, *([node.module] if node.module else [])])


def find_source_file(module: str, roots: tuple[str, ...]) -> Path | None:
    """The file of *module* below one of *roots* or on the search path; its parents are not imported."""
    return next(
        (
            path
            for root in (*roots, *sys.path)
            for path in _list_candidates(root, module)
            if path.is_file()
        ),
        None,
    )


def _list_candidates(root: str, module: str) -> Iterator[Path]:
    base = Path(root, *module.split("."))
    yield from (base.with_suffix(".py"), base / "__init__.py")


def _flatten_statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of *body*, and those that stand under a condition or are tried."""
    for node in body:
        yield node
        if isinstance(node, ast.If | ast.Try):
            yield from _flatten_statements([*node.body, *node.orelse])


def _list_bound_names(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.ClassDef(name=name):
            yield name
        case ast.Import(names=names):
            yield from (alias.asname or alias.name.partition(".")[0] for alias in names)
        case ast.ImportFrom(names=names):
            yield from (alias.asname or alias.name for alias in names if alias.name != "*")
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            yield name

"""Names of a project's modules, resolved from the source; nothing is executed."""

from __future__ import annotations

import ast
import dataclasses
import sys
from collections.abc import Iterable, Iterator
from dataclasses import field
from pathlib import Path

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.regular_files import read_regular

CLASS_FACTORIES = ("create_model", "make_dataclass")
"""Functions that make classes which the source does not show."""

KNOWN_LIBRARIES = frozenset(
    (
        "pydantic",
        "pydantic_settings",
        "sqlmodel",
        "typing",
        "typing_extensions",
        "dataclasses",
        "attr",
        "attrs",
        "msgspec",
        "sqlalchemy",
    )
)
"""Libraries whose bases and decorators are known by name, so that their source is not read."""

MAX_LOOKUP_DEPTH = 40
"""Steps of the resolution of one name: aliases, imports and re-exports."""


@dataclass(frozen=True, slots=True)
class ResolvedName:
    """The meaning of a name: the statement *node* in *module* that binds it.

    If the name comes from outside the project, *external_name* is its dotted name instead.
    """

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
        """The texts that ``__all__`` lists; computed parts of the list are left out."""
        node = self.names.get("__all__")
        elements = getattr(getattr(node, "value", None), "elts", ())
        constants = [element.value for element in elements if isinstance(element, ast.Constant)]
        return tuple(value for value in constants if isinstance(value, str))


class ProjectModules:
    """The modules below the folders *roots*, each parsed when it is needed first.

    No file hides a module of Python's library, unless it is in the package of the module *target*.
    """

    def __init__(
        self,
        roots: tuple[str, ...],
        target: str,
    ) -> None:
        self._roots = roots
        self._standard_names = sys.stdlib_module_names - {target.partition(".")[0]}
        self._namespaces: dict[str, Namespace | None] = {}

    def add_module(
        self,
        module: str,
        path: Path,
    ) -> Namespace:
        """Parse the file at *path* as *module*, and return its namespace.

        Raise SyntaxError, OSError or ValueError if the file is not Python source.
        """
        tree = ast.parse(read_regular(path), str(path))
        namespace = Namespace(module, tree.body, path.name == "__init__.py")
        for node in _flatten_statements(tree.body):
            namespace.names |= dict.fromkeys(_list_bound_names(node), node)
            if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
                namespace.star_imports.append(find_imported_module(namespace, node))
        self._namespaces[module] = namespace
        return namespace

    def find_namespace(self, module: str) -> Namespace | None:
        """Return the namespace of *module*, or None if it is not one of the project's."""
        if module not in self._namespaces:
            self._namespaces[module] = None  # while it is parsed, and if that fails
            self._parse_module(module)
        return self._namespaces[module]

    def _parse_module(self, module: str) -> None:
        """Add the namespace of *module*, unless it is a known library or not readable."""
        first = module.partition(".")[0]
        if first in KNOWN_LIBRARIES or first in self._standard_names:
            return
        path = _find_file(module, self._roots)
        if path is None:
            return
        try:
            self.add_module(module, path)
        except (SyntaxError, OSError, ValueError):  # such a module shows no names
            return

    def list_star_names(self, namespace: Namespace) -> Iterator[str]:
        """Yield the names that *namespace* has through ``import *``."""
        for module in namespace.star_imports:
            source = self.find_namespace(module)
            if source is None:
                continue
            exported = source.public_names or _list_unprefixed(source.names)
            for name in exported:
                if name not in namespace.names:
                    yield name

    def resolve_name(
        self,
        namespace: Namespace,
        name: str,
        depth: int = 0,
    ) -> ResolvedName:
        """Return the meaning of *name*, which may be dotted, in *namespace*.

        *depth* is the number of steps that led here.
        """
        if depth > MAX_LOOKUP_DEPTH:
            return ResolvedName()
        first, _, rest = name.partition(".")
        node = namespace.names.get(first)
        match node:
            case None:
                return self._resolve_star_name(namespace, name, depth)
            case ast.ImportFrom(names=aliases):
                module = find_imported_module(namespace, node)
                original = _get_original_name(aliases, first)
                return self._resolve_in_module(module, _join_names(original, rest), depth)
            case ast.Import(names=aliases):
                return self._resolve_import(aliases, name, depth)
            case ast.Assign(value=ast.Name() | ast.Attribute() as value):
                original = ast.unparse(value)
                return self.resolve_name(namespace, _join_names(original, rest), depth + 1)
            case _:
                return ResolvedName(namespace.module, node)

    def _resolve_star_name(
        self,
        namespace: Namespace,
        name: str,
        depth: int,
    ) -> ResolvedName:
        """Return the meaning of *name* in the first ``import *`` of the project that binds it.

        If none does, the name counts as one from outside the project.
        """
        for module in namespace.star_imports:
            resolved = self._resolve_in_module(module, name, depth)
            if resolved.node:
                return resolved
        return ResolvedName(external_name=name)

    def _resolve_in_module(
        self,
        module: str,
        name: str,
        depth: int,
    ) -> ResolvedName:
        """Return the meaning of *name* in *module*, which may be outside the project."""
        namespace = self.find_namespace(module)
        first, _, rest = name.partition(".")
        is_bound = namespace is not None and first in namespace.names
        if rest and not is_bound and self.find_namespace(f"{module}.{first}"):
            return self._resolve_in_module(f"{module}.{first}", rest, depth + 1)
        if namespace is not None and (is_bound or namespace.star_imports):
            return self.resolve_name(namespace, name, depth + 1)
        return ResolvedName(external_name=f"{module}.{name}")

    def _resolve_import(
        self,
        aliases: list[ast.alias],
        name: str,
        depth: int,
    ) -> ResolvedName:
        """Return the meaning of a dotted *name* whose beginning an ``import`` statement binds."""
        for alias in aliases:
            prefix = f"{alias.asname or alias.name}."
            if name.startswith(prefix):
                return self._resolve_in_module(alias.name, name.removeprefix(prefix), depth + 1)
        return ResolvedName(external_name=name)


def find_imported_module(namespace: Namespace, node: ast.ImportFrom) -> str:
    """Return the full name of the module that *node*, which may be relative, imports from."""
    if not node.level:
        return node.module or ""
    parts = namespace.module.split(".")
    # The first dot means the package itself, each further dot the package around it.
    package = parts[: len(parts) - node.level + namespace.is_package]
    if node.module:
        package.append(node.module)
    return ".".join(package)


def find_source_file(module: str, roots: tuple[str, ...]) -> Path | None:
    """Return the file of *module* below one of *roots* or on the search path.

    The module's packages are not imported.
    """
    return _find_file(module, (*roots, *sys.path))


def _find_file(module: str, roots: Iterable[str]) -> Path | None:
    """Return the first module or package file under *roots*, or None."""
    parts = module.split(".")
    for root in roots:
        base = Path(root, *parts)
        candidates = (base.with_suffix(".py"), base / "__init__.py")
        for path in candidates:
            if path.is_file():
                return path
    return None


def _flatten_statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements of *body*, and those inside ``if`` and ``try``."""
    for node in body:
        yield node
        if isinstance(node, ast.If | ast.Try):
            yield from _flatten_statements([*node.body, *node.orelse])


def _list_bound_names(node: ast.stmt) -> Iterator[str]:
    """Yield the names that *node* binds; functions and other statements bind none here."""
    match node:
        case ast.ClassDef(name=name):
            yield name
        case ast.Import(names=aliases):
            for alias in aliases:
                # "import a.b" binds a, and "import a.b as c" binds c.
                yield alias.asname or alias.name.partition(".")[0]
        case ast.ImportFrom(names=aliases):
            named_aliases = [alias for alias in aliases if alias.name != "*"]
            for alias in named_aliases:
                yield alias.asname or alias.name
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            yield name


def _list_unprefixed(names: Iterable[str]) -> list[str]:
    return [name for name in names if not name.startswith("_")]


def _get_original_name(aliases: list[ast.alias], bound_name: str) -> str:
    """Return the name in the other module that *bound_name* is an alias of.

    One of *aliases* must bind it.
    """
    originals = {alias.asname or alias.name: alias.name for alias in reversed(aliases)}
    return originals[bound_name]


def _join_names(first: str, rest: str) -> str:
    return f"{first}.{rest}" if rest else first

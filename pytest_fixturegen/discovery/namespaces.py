"""Names of a project's modules, resolved from the source; nothing is executed."""

from __future__ import annotations

import ast
import dataclasses
import sys
from collections.abc import Iterable, Iterator
from dataclasses import field
from pathlib import Path

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.discovery.source_text import SyntaxBudget, format_dotted_name

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

MAX_LOOKUP_STEPS = 1_000_000
"""Steps of all resolutions of a scan: modules may import from each other in many ways."""

UNRESOLVED_REASON = "its names lead through too many imports, which are not all followed"


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
    """The names that the top level of one module binds.

    *originals* are the names in other modules that imported names are aliases of.
    """

    module: str
    body: list[ast.stmt]
    is_package: bool
    names: dict[str, ast.stmt] = field(default_factory=dict)
    originals: dict[str, str] = field(default_factory=dict)
    star_imports: dict[str, None] = field(default_factory=dict)

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
        max_steps: int = MAX_LOOKUP_STEPS,
    ) -> None:
        self._roots = roots
        self._standard_names = sys.stdlib_module_names - {target.partition(".")[0]}
        self._namespaces: dict[str, Namespace | None] = {}
        self._budget = SyntaxBudget()
        self._resolutions: dict[tuple[str, str], ResolvedName] = {}
        self._tentative_keys: list[tuple[str, str]] = []
        self._remaining_steps = max_steps

    @property
    def is_exhausted(self) -> bool:
        """Whether some names are not resolved, since that takes too many steps."""
        return self._remaining_steps < 0

    def add_module(
        self,
        module: str,
        path: Path,
    ) -> Namespace:
        """Parse the file at *path* as *module*, and return its namespace.

        Raise SyntaxError, OSError or ValueError if the file is not Python source.
        """
        tree = self._budget.parse_file(path)
        namespace = Namespace(
            module,
            tree.body,
            path.name == "__init__.py",
        )
        for node in _flatten_statements(tree.body):
            namespace.names |= dict.fromkeys(_list_bound_names(node), node)
            if isinstance(node, ast.ImportFrom):
                _add_import(namespace, node)
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

        *depth* is the number of steps that led here. On the way, each name is resolved once: in a
        circle of imports, the name that is asked for again has no meaning.
        """
        self._remaining_steps -= 1
        if depth > MAX_LOOKUP_DEPTH or self._remaining_steps < 0:
            return ResolvedName()
        key = namespace.module, name
        known = self._resolutions.get(key)
        if known is not None:
            return known
        self._resolutions[key] = ResolvedName()  # while it is resolved
        resolved = self._follow_name(namespace, name, depth)
        self._resolutions[key] = resolved
        if resolved.node is None:
            self._tentative_keys.append(key)
        if not depth:
            self._forget_tentative()
        return resolved

    def _forget_tentative(self) -> None:
        """Forget the names without a meaning: on another way, a circle may give them one."""
        for key in self._tentative_keys:
            self._resolutions.pop(key, None)
        self._tentative_keys.clear()

    def _follow_name(
        self,
        namespace: Namespace,
        name: str,
        depth: int,
    ) -> ResolvedName:
        """Return the meaning of *name* by the statement that binds its first part."""
        first, _, rest = name.partition(".")
        node = namespace.names.get(first)
        match node:
            case None:
                return self._resolve_star_name(namespace, name, depth)
            case ast.ImportFrom():
                module = find_imported_module(namespace, node)
                original = _join_names(namespace.originals[first], rest)
                return self._resolve_in_module(module, original, depth)
            case ast.Import(names=aliases):
                return self._resolve_import(aliases, name, depth)
            case ast.Assign(value=ast.Name() | ast.Attribute() as value):
                original = format_dotted_name(value)
                return self._resolve_alias(namespace, original, rest, depth)
            case _:
                return ResolvedName(namespace.module, node)

    def _resolve_alias(
        self,
        namespace: Namespace,
        original: str,
        rest: str,
        depth: int,
    ) -> ResolvedName:
        """Return the meaning of an alias of *original*, which is empty if it is computed."""
        if not original:
            return ResolvedName()
        return self.resolve_name(
            namespace,
            _join_names(original, rest),
            depth + 1,
        )

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
        self._remaining_steps -= len(aliases)
        for alias in aliases:
            prefix = f"{alias.asname or alias.name}."
            if name.startswith(prefix):
                return self._resolve_in_module(
                    alias.name,
                    name.removeprefix(prefix),
                    depth + 1,
                )
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
    *packages, last = module.split(".")
    if not last:  # an import from nowhere, such as "from . import a" in a module of no package
        return None
    for root in roots:
        folder = Path(root, *packages)
        candidates = (folder / f"{last}.py", folder / last / "__init__.py")
        for path in candidates:
            if _is_file(path):
                return path
    return None


def _is_file(path: Path) -> bool:
    """Return whether *path* is a file that can be examined."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # the name is too long, or has surrogates
        return False


def _flatten_statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements of *body*, and those inside ``if`` and ``try``.

    A long chain of ``elif`` is a deep tree, so this is a loop.
    """
    pending = body[::-1]
    while pending:
        node = pending.pop()
        yield node
        if isinstance(node, ast.If | ast.Try):
            inner = [*node.body, *node.orelse]
            pending += reversed(inner)


def _add_import(namespace: Namespace, node: ast.ImportFrom) -> None:
    """Add to *namespace* what the names of *node* mean elsewhere, or the module of a ``*``."""
    if node.names[0].name == "*":
        namespace.star_imports[find_imported_module(namespace, node)] = None
    for alias in node.names:
        namespace.originals[alias.asname or alias.name] = alias.name


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
    """Return those of *names* that a star import binds."""
    return [name for name in names if not name.startswith("_")]


def _join_names(first: str, rest: str) -> str:
    """Return the dotted name of *rest* in *first*; *first* if *rest* is empty."""
    return f"{first}.{rest}" if rest else first

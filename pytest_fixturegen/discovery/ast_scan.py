"""Models in source code that is not executed.

A class counts as a model if one of its bases does. Bases are followed through the project's own
files, aliases and re-exports, to a name of a known library. Warnings report what only an import
can show.
"""

from __future__ import annotations

import ast
import builtins
import logging
from collections.abc import Iterator
from pathlib import Path

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen._internal.type_names import is_public
from pytest_fixturegen.discovery.namespaces import (
    CLASS_FACTORIES,
    MAX_LOOKUP_DEPTH,
    UNRESOLVED_REASON,
    Namespace,
    ProjectModules,
    ResolvedName,
    find_source_file,
)
from pytest_fixturegen.discovery.plain_models import (
    PLAIN_KIND,
    is_plain_definition,
    leave_out_plain,
)
from pytest_fixturegen.discovery.source_text import format_dotted_name, format_expression
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.errors import DiscoveryError

log = logging.getLogger(__name__)

BASE_KINDS = {
    "BaseModel": "model",
    "RootModel": "model",
    "BaseSettings": "model",
    "SQLModel": "model",
    "TypedDict": "typed-dict",
    "NamedTuple": "named-tuple",
    "Struct": "struct",
}
"""Kinds of models by the name of a base class."""

DECORATOR_KINDS = {
    "dataclass": "dataclass",
    "define": "attrs",
    "frozen": "attrs",
    "mutable": "attrs",
}
"""Kinds of models by the name of a decorator."""

CALL_KINDS = {"TypedDict": "typed-dict", "NamedTuple": "named-tuple", "namedtuple": "named-tuple"}
"""Kinds of models by the name of a function that makes them."""

UNREADABLE_HINT = "Name a Python source file; without --ast, one of any size can be imported."

TYPING_BASES = ("ABC", "Protocol", "Generic")
ENUM_BASES = ("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag")
MAX_WARNINGS = 50
MAX_SHOWN_CHARACTERS = 100
"""Characters of a base class in a warning."""

NEUTRAL_BASES = frozenset((*dir(builtins), *TYPING_BASES, *ENUM_BASES))
"""Bases that do not decide whether a class is a model."""


@dataclass(frozen=True, slots=True)
class ScannedModel:
    """A class that looks like a model, with the *line* of its definition or its import."""

    module: str
    name: str
    kind: str
    line: int
    public: bool = True

    @property
    def match_names(self) -> tuple[str, str]:
        """The names that a pattern may match."""
        return f"{self.module}.{self.name}", self.name


@dataclass(frozen=True, slots=True)
class ScannedSource:
    """The parsed module of a target, *sources* for what it imports, and its *models*."""

    sources: ProjectModules
    namespace: Namespace
    models: tuple[ScannedModel, ...]


def scan_models(target: Target) -> list[ScannedModel]:
    """Return the models in the source of *target*; nothing of it is executed.

    Raise DiscoveryError if the source cannot be found, read or parsed.
    """
    return list(scan_source(target).models)


def scan_source(target: Target) -> ScannedSource:
    """Return the source of *target* with its models; nothing of it is executed.

    Raise DiscoveryError if the source cannot be found, read or parsed.
    """
    path = Path(target.file) if target.file else find_source_file(target.module, (target.root,))
    if path is None:
        raise DiscoveryError(
            f"Cannot find the source of the module {target.module!r}.",
            hint="Name the file itself.",
            module=target.module,
        )
    sources = ProjectModules(target.search_folders, target.module)
    namespace = _read_namespace(sources, target, path)
    scanner = ModelScanner(sources, namespace)
    models = list(scanner.scan_module())
    scanner.log_warnings()
    wanted = [model for model in models if not target.qualname or model.name == target.qualname]
    return ScannedSource(
        sources,
        namespace,
        tuple(leave_out_plain(wanted)),
    )


def build_no_source_models_error(target: str) -> DiscoveryError:
    """Return the error of a *target* whose source shows no models, or none that is selected."""
    return DiscoveryError(
        f"{target} shows no models.",
        hint="Leave out --ast: an import finds more than the source shows.",
    )


def _read_namespace(
    sources: ProjectModules,
    target: Target,
    path: Path,
) -> Namespace:
    """Return the names of the target's module; raise DiscoveryError if it is not readable."""
    try:
        return sources.add_module(target.module, path)
    except SyntaxError as error:
        line = f":{error.lineno}" if error.lineno else ""
        raise DiscoveryError(
            f"{path}{line}: {error.msg}.",
            hint="Correct the syntax error.",
            path=str(path),
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DiscoveryError(
            f"Cannot read {path}: {reason}.", hint=UNREADABLE_HINT, path=str(path)
        ) from error


class ModelScanner:
    """Finds the models of one module, and records what it cannot follow."""

    def __init__(
        self,
        sources: ProjectModules,
        namespace: Namespace,
    ) -> None:
        """Prepare the scan of *namespace*; other modules are read from *sources* when needed."""
        self._sources, self._namespace = sources, namespace
        self._unknown: dict[str, None] = {}
        self._exported: set[int] = set()
        self._class_kinds: dict[int, str | None] = {}

    def scan_module(self) -> Iterator[ScannedModel]:
        """Yield the models that the module defines, and those that it re-exports."""
        for name, node in self._namespace.names.items():
            is_private = name.startswith("_")
            if isinstance(node, ast.ClassDef):
                yield from self._scan_class(node, "")
            elif isinstance(node, ast.ImportFrom) and not is_private:
                yield from self._scan_export(name, node.lineno)
            elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
                yield from self._scan_call(name, node, node.value)
        for name in self._sources.list_star_names(self._namespace):
            yield from self._scan_export(name, 1)

    def log_warnings(self) -> None:
        """Log what an import may show in addition to the models that were found."""
        reasons = list(self._unknown)
        if self._sources.is_exhausted:
            reasons.append(UNRESOLVED_REASON)
        reasons += [
            f"the names that it imports from {module} by * are not followed"
            for module in self._namespace.star_imports
            if self._sources.find_namespace(module) is None
        ]
        for reason in reasons[:MAX_WARNINGS]:
            log.warning("%s: %s", self._namespace.module, reason)
        if len(reasons) > MAX_WARNINGS:
            more = len(reasons) - MAX_WARNINGS
            log.warning("%s: %s more warnings are not shown", self._namespace.module, more)

    def _scan_class(
        self,
        node: ast.ClassDef,
        outer_prefix: str,
    ) -> Iterator[ScannedModel]:
        """Yield the class *node* if it is a model, and the models nested in it."""
        name = f"{outer_prefix}{node.name}"
        kind = self._find_class_kind(self._namespace, node, 0)
        if kind is not None:
            yield self._build_model(
                name,
                kind,
                node.lineno,
                self._namespace.module,
            )
        for inner in node.body:
            if isinstance(inner, ast.ClassDef):
                yield from self._scan_class(inner, f"{name}.")

    def _scan_export(
        self,
        name: str,
        line: int,
    ) -> Iterator[ScannedModel]:
        """Yield the imported model *name*, if the module re-exports it.

        A module re-exports the names in ``__all__``, and a package also those of its modules.
        """
        resolved = self._sources.resolve_name(self._namespace, name)
        if name in BASE_KINDS or id(resolved.node) in self._exported:
            return
        package_prefix = f"{self._namespace.module}."
        is_own = self._namespace.is_package and resolved.module.startswith(package_prefix)
        if not is_own and name not in self._namespace.public_names:
            return
        kind = self._find_kind(resolved, 0)
        if kind is not None:
            self._exported.add(id(resolved.node))
            yield self._build_model(
                name,
                kind,
                line,
                resolved.module,
            )

    def _build_model(
        self,
        name: str,
        kind: str,
        line: int,
        home_module: str,
    ) -> ScannedModel:
        """Return the model *name*, which is public only if each part of its module is."""
        module = self._namespace.module
        exported = self._namespace.public_names if "__all__" in self._namespace.names else None
        is_private_module = any(part.startswith("_") for part in module.split("."))
        public = not is_private_module and is_public(name, home_module, exported)
        return ScannedModel(module, name, kind, line, public)

    def _scan_call(
        self,
        name: str,
        node: ast.stmt,
        call: ast.Call,
    ) -> Iterator[ScannedModel]:
        """Yield the model of ``Point = TypedDict("Point", ...)``."""
        function = _get_last_part(_get_dotted_name(call.func))
        if function in CALL_KINDS:
            kind = CALL_KINDS[function]
            yield self._build_model(
                name,
                kind,
                node.lineno,
                self._namespace.module,
            )
        elif function in CLASS_FACTORIES:
            self._unknown[f"{name} is made by {function}, which only an import shows"] = None

    def _find_kind(
        self,
        resolved: ResolvedName,
        depth: int,
    ) -> str | None:
        """Return the kind of model that the resolved statement makes, or None."""
        match resolved.node:
            case ast.Assign(value=ast.Call(func=function)):
                return CALL_KINDS.get(_get_last_part(_get_dotted_name(function)))
            case ast.ClassDef() as node:
                namespace = self._sources.find_namespace(resolved.module)
                return self._find_class_kind(namespace, node, depth) if namespace else None
        return None

    def _find_class_kind(
        self,
        namespace: Namespace,
        node: ast.ClassDef,
        depth: int,
    ) -> str | None:
        """Return the kind of model of the class *node*, or None.

        *depth* is the number of bases between it and the class that is asked about. Each class is
        examined once: many paths may lead to it.
        """
        if depth > MAX_LOOKUP_DEPTH:
            return None
        key = id(node)
        if key not in self._class_kinds:
            self._class_kinds[key] = None  # while it is examined: a class may derive from itself
            self._class_kinds[key] = self._examine_class(
                namespace,
                node,
                depth,
            )
        return self._class_kinds[key]

    def _examine_class(
        self,
        namespace: Namespace,
        node: ast.ClassDef,
        depth: int,
    ) -> str | None:
        """Return the kind that the decorators of the class *node*, or its bases, decide."""
        for decorator in map(_get_dotted_name, node.decorator_list):
            external_name = self._sources.resolve_name(namespace, decorator).external_name
            kind = DECORATOR_KINDS.get(_get_last_part(external_name))
            if kind is not None:
                return kind
        bases = list(map(_get_dotted_name, node.bases))
        kinds = {PLAIN_KIND if is_plain_definition(node, bases) else None}
        for base in bases:
            kind = self._find_base_kind(
                namespace,
                node,
                base,
                depth + 1,
            )
            kinds.add(kind)
            if kind not in (None, PLAIN_KIND):
                return kind
        return PLAIN_KIND if PLAIN_KIND in kinds else None

    def _find_base_kind(
        self,
        namespace: Namespace,
        node: ast.ClassDef,
        base: str,
        depth: int,
    ) -> str | None:
        """Return the kind of model that *base* makes of *node*, or None.

        A base outside the project that is not known is recorded for a warning.
        """
        nested = _find_nested_class(namespace, base)
        if base == node.name or nested is node:  # class User(User): an import has that name
            return None
        if nested is not None:
            return self._find_class_kind(namespace, nested, depth)
        resolved = self._sources.resolve_name(namespace, base)
        if resolved.node is not None:
            return self._find_kind(resolved, depth)
        library_name = _get_last_part(resolved.external_name)
        if library_name not in BASE_KINDS and library_name not in NEUTRAL_BASES:
            shown = shorten(base, MAX_SHOWN_CHARACTERS)
            reason = f"{node.name} derives from {shown}, which is not the project's own"
            self._unknown[reason] = None
        return BASE_KINDS.get(library_name)


def _find_nested_class(namespace: Namespace, name: str) -> ast.ClassDef | None:
    """Return the class that a dotted *name* such as ``Outer.Inner`` means, or None."""
    first, *rest = name.split(".")
    if not rest:
        return None
    found: ast.AST | None = namespace.names.get(first)
    for part in rest:
        found = _find_inner_class(found, part)
    return found if isinstance(found, ast.ClassDef) else None


def _find_inner_class(outer: ast.AST | None, name: str) -> ast.ClassDef | None:
    """Return the first class *name* in the body of *outer*, or None."""
    for statement in getattr(outer, "body", ()):
        if isinstance(statement, ast.ClassDef) and statement.name == name:
            return statement
    return None


def _get_dotted_name(node: ast.expr) -> str:
    """Return a name such as ``pydantic.BaseModel``; for ``Box[int]`` it is ``Box``."""
    while isinstance(node, ast.Subscript | ast.Call):
        node = node.value if isinstance(node, ast.Subscript) else node.func
    return format_dotted_name(node) or format_expression(node)


def _get_last_part(dotted_name: str) -> str:
    """Return what follows the last dot of *dotted_name*."""
    return dotted_name.rpartition(".")[2]

"""Finds models in source without running it.

A class is a model when one of its bases is, followed through the project's own files, aliases and re-exports to a name
that says so. What only a run could tell is said in a warning.
"""

from __future__ import annotations

import ast
import builtins
import logging
from collections.abc import Iterator
from pathlib import Path

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import is_public
from pytest_fixturegen.discovery.namespaces import (
    CLASS_FACTORIES,
    MAX_LOOKUP_DEPTH,
    Namespace,
    ProjectModules,
    ResolvedName,
    find_source_file,
)
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
"""Names that a base class of a library goes by, and what kind of model it makes."""

DECORATOR_KINDS = {
    "dataclass": "dataclass",
    "define": "attrs",
    "frozen": "attrs",
    "mutable": "attrs",
}
"""The same of decorators."""

CALL_KINDS = {"TypedDict": "typed-dict", "NamedTuple": "named-tuple", "namedtuple": "named-tuple"}
"""The same of functions."""

NEUTRAL_BASES = frozenset(
    [*dir(builtins), *"ABC Protocol Generic Enum IntEnum StrEnum Flag IntFlag".split()]
)
"""Bases that say nothing of a model."""


@dataclass(frozen=True, slots=True)
class ScannedModel:
    """A class that looks like a model: its *name* in its *module*, its *kind*, its *line*, and whether it is *public*."""

    module: str
    name: str
    kind: str
    line: int
    public: bool = True


def scan_models(target: Target) -> list[ScannedModel]:
    """The models in the source of *target*. Nothing of it is executed. Raises DiscoveryError for what is no Python."""
    path = Path(target.file) if target.file else find_source_file(target.module, (target.root,))
    if path is None:
        hint = "Name the file itself."
        raise DiscoveryError(
            f"There is no source of a module {target.module!r}.", hint=hint, module=target.module
        )
    sources = ProjectModules((target.root, str(path.parent)))
    try:
        space = sources.add_module(target.module, path)
    except SyntaxError as error:
        hint = "Correct the syntax error."
        raise DiscoveryError(
            f"{path}:{error.lineno}: {error.msg}.", hint=hint, path=str(path)
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DiscoveryError(
            f"{path} cannot be read: {reason}.", hint="Name a Python source file.", path=str(path)
        ) from error
    scanner = ModelScanner(sources, space)
    found = list(scanner.scan_module())
    scanner.log_warnings()
    return [each for each in found if not target.qualname or each.name == target.qualname]


class ModelScanner:
    """Looks through one module; remembers what it could not follow."""

    def __init__(self, sources: ProjectModules, namespace: Namespace) -> None:
        self._sources, self._space = sources, namespace
        self._unknown: dict[str, None] = {}
        self._handed_on: list[ast.stmt | None] = []

    def scan_module(self) -> Iterator[ScannedModel]:
        """The models that the module defines, and those that it re-exports."""
        for name, node in self._space.names.items():
            if name.startswith("_"):
                continue
            if isinstance(node, ast.ClassDef):
                yield from self._scan_class(node, "")
            elif isinstance(node, ast.ImportFrom):
                yield from self._scan_export(name, node.lineno)
            elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
                yield from self._scan_call(name, node, node.value)
        for name in self._sources.list_star_names(self._space):
            yield from self._scan_export(name, 1)

    def log_warnings(self) -> None:
        """Say what a run may show beside the models that were found."""
        outside = [
            star for star in self._space.star_imports if self._sources.find_namespace(star) is None
        ]
        for reason in (
            *self._unknown,
            *(f"what it takes from {star} by * is not looked at" for star in outside),
        ):
            log.warning("%s: %s", self._space.module, reason)

    def _scan_class(self, node: ast.ClassDef, outer_prefix: str) -> Iterator[ScannedModel]:
        name = f"{outer_prefix}{node.name}"
        kind = self._find_class_kind(self._space, node, 0)
        if kind is not None:
            yield self._build_scanned_model(name, kind, node.lineno, self._space.module)
        for inner in node.body:
            if isinstance(inner, ast.ClassDef):
                yield from self._scan_class(inner, f"{name}.")

    def _scan_export(self, name: str, line: int) -> Iterator[ScannedModel]:
        """The model that an import binds to *name*, if the module hands it on: by ``__all__``, or as a package its own."""
        meaning = self._sources.resolve_name(self._space, name)
        within = self._space.is_package and meaning.module.startswith(f"{self._space.module}.")
        if (
            (name in self._space.public_names or within)
            and name not in BASE_KINDS
            and meaning.node not in self._handed_on
        ):
            kind = self._find_kind(meaning, 0)
            if kind is not None:
                self._handed_on.append(meaning.node)
                yield self._build_scanned_model(name, kind, line, meaning.module)

    def _build_scanned_model(
        self, name: str, kind: str, line: int, home_module: str
    ) -> ScannedModel:
        listed = self._space.public_names if "__all__" in self._space.names else None
        hidden = any(part.startswith("_") for part in self._space.module.split("."))
        return ScannedModel(
            self._space.module,
            name,
            kind,
            line,
            not hidden and is_public(name, home_module, listed),
        )

    def _scan_call(self, name: str, node: ast.stmt, call: ast.Call) -> Iterator[ScannedModel]:
        """``Point = TypedDict("Point", ...)``; of other makers only a run can tell."""
        maker = _get_dotted_name(call.func).rpartition(".")[2]
        if maker in CALL_KINDS:
            yield self._build_scanned_model(
                name, CALL_KINDS[maker], node.lineno, self._space.module
            )
        elif maker in CLASS_FACTORIES:
            self._unknown[f"{name} is made by {maker}, which only an import shows"] = None

    def _find_kind(self, resolved_name: ResolvedName, depth: int) -> str | None:
        if isinstance(resolved_name.node, ast.Assign) and isinstance(
            resolved_name.node.value, ast.Call
        ):
            return CALL_KINDS.get(
                _get_dotted_name(resolved_name.node.value.func).rpartition(".")[2]
            )
        space = self._sources.find_namespace(resolved_name.module) if resolved_name.node else None
        return (
            self._find_class_kind(space, resolved_name.node, depth)
            if space and isinstance(resolved_name.node, ast.ClassDef)
            else None
        )

    def _find_class_kind(self, namespace: Namespace, node: ast.ClassDef, depth: int) -> str | None:
        """The kind of model that *node* of *space* is, *deep* bases away from the class that is asked about."""
        if depth > MAX_LOOKUP_DEPTH:
            return None
        for decorator in map(_get_dotted_name, node.decorator_list):
            real = self._sources.resolve_name(namespace, decorator).external_name.rpartition(".")[2]
            if real in DECORATOR_KINDS:
                return DECORATOR_KINDS[real]
        return next(
            filter(
                None,
                (
                    self._find_base_kind(namespace, node, _get_dotted_name(base), depth + 1)
                    for base in node.bases
                ),
            ),
            None,
        )

    def _find_base_kind(
        self, namespace: Namespace, node: ast.ClassDef, base: str, depth: int
    ) -> str | None:
        if base == node.name or (local := _find_nested_class(namespace, base)) is node:
            return None
        if local is not None:
            return self._find_class_kind(namespace, local, depth)
        meaning = self._sources.resolve_name(namespace, base)
        if meaning.node is not None:
            return self._find_kind(meaning, depth)
        last = meaning.external_name.rpartition(".")[2]
        if last not in BASE_KINDS and last not in NEUTRAL_BASES:
            self._unknown[f"{node.name} derives from {base}, which is not the project's own"] = None
        return BASE_KINDS.get(last)


def _find_nested_class(namespace: Namespace, name: str) -> ast.ClassDef | None:
    """The class *name* of *space* that stands in another one, such as ``Outer.Inner``."""
    first, *rest = name.split(".")
    found = namespace.names.get(first)
    for part in rest:
        inner = [
            each
            for each in getattr(found, "body", ())
            if isinstance(each, ast.ClassDef) and each.name == part
        ]
        found = inner[0] if inner else None
    return found if rest and isinstance(found, ast.ClassDef) else None


def _get_dotted_name(node: ast.expr) -> str:
    """The dotted name of an expression: ``pydantic.BaseModel``, and ``Box`` for ``Box[int]`` or ``dataclass(frozen=True)``."""
    while isinstance(node, ast.Subscript | ast.Call):
        node = node.value if isinstance(node, ast.Subscript) else node.func
    return ast.unparse(node)

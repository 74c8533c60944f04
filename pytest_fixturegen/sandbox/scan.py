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

from pytest_fixturegen.errors import DiscoveryError
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.identity import is_public
from pytest_fixturegen.sandbox.namespaces import DEEP, MAKERS, Meaning, Namespace, Sources, source_of
from pytest_fixturegen.sandbox.targets import Target

log = logging.getLogger(__name__)

BASES = {
    "BaseModel": "model",
    "RootModel": "model",
    "BaseSettings": "model",
    "SQLModel": "model",
    "TypedDict": "typed-dict",
    "NamedTuple": "named-tuple",
    "Struct": "struct",
}
"""Names that a base class of a library goes by, and what kind of model it makes."""

DECORATORS = {"dataclass": "dataclass", "define": "attrs", "frozen": "attrs", "mutable": "attrs"}
"""The same of decorators."""

CALLS = {"TypedDict": "typed-dict", "NamedTuple": "named-tuple", "namedtuple": "named-tuple"}
"""The same of functions."""

PLAIN = frozenset([*dir(builtins), *"ABC Protocol Generic Enum IntEnum StrEnum Flag IntFlag".split()])
"""Bases that say nothing of a model."""


@dataclass(frozen=True, slots=True)
class ScannedModel:
    """A class that looks like a model: its *name* in its *module*, its *kind*, its *line*, and whether it is *public*."""

    module: str
    name: str
    kind: str
    line: int
    public: bool = True


def scan(target: Target) -> list[ScannedModel]:
    """The models in the source of *target*. Nothing of it is executed. Raises DiscoveryError for what is no Python."""
    path = Path(target.file) if target.file else source_of(target.module, (target.root,))
    if path is None:
        hint = "Name the file itself."
        raise DiscoveryError(f"There is no source of a module {target.module!r}.", hint=hint, module=target.module)
    sources = Sources((target.root, str(path.parent)))
    try:
        space = sources.add(target.module, path)
    except SyntaxError as error:
        hint = "Correct the syntax error."
        raise DiscoveryError(f"{path}:{error.lineno}: {error.msg}.", hint=hint, path=str(path)) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DiscoveryError(f"{path} cannot be read: {reason}.", hint="Name a Python source file.", path=str(path)) from error
    scanner = Scanner(sources, space)
    found = list(scanner.models())
    scanner.warn()
    return [each for each in found if not target.qualname or each.name == target.qualname]


class Scanner:
    """Looks through one module; remembers what it could not follow."""

    def __init__(self, sources: Sources, space: Namespace) -> None:
        self._sources, self._space = sources, space
        self._unknown: dict[str, None] = {}
        self._handed_on: list[ast.stmt | None] = []

    def models(self) -> Iterator[ScannedModel]:
        """The models that the module defines, and those that it re-exports."""
        for name, node in self._space.names.items():
            if name.startswith("_"):
                continue
            if isinstance(node, ast.ClassDef):
                yield from self._classes(node, "")
            elif isinstance(node, ast.ImportFrom):
                yield from self._exported(name, node.lineno)
            elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
                yield from self._called(name, node, node.value)
        for name in self._sources.starred(self._space):
            yield from self._exported(name, 1)

    def warn(self) -> None:
        """Say what a run may show beside the models that were found."""
        outside = [star for star in self._space.stars if self._sources.named(star) is None]
        for reason in (*self._unknown, *(f"what it takes from {star} by * is not looked at" for star in outside)):
            log.warning("%s: %s", self._space.module, reason)

    def _classes(self, node: ast.ClassDef, outer: str) -> Iterator[ScannedModel]:
        name = f"{outer}{node.name}"
        kind = self._kind(self._space, node, 0)
        if kind is not None:
            yield self._scanned(name, kind, node.lineno, self._space.module)
        for inner in node.body:
            if isinstance(inner, ast.ClassDef):
                yield from self._classes(inner, f"{name}.")

    def _exported(self, name: str, line: int) -> Iterator[ScannedModel]:
        """The model that an import binds to *name*, if the module hands it on: by ``__all__``, or as a package its own."""
        meaning = self._sources.meaning(self._space, name)
        within = self._space.is_package and meaning.module.startswith(f"{self._space.module}.")
        if (name in self._space.public or within) and name not in BASES and meaning.node not in self._handed_on:
            kind = self._kind_of(meaning, 0)
            if kind is not None:
                self._handed_on.append(meaning.node)
                yield self._scanned(name, kind, line, meaning.module)

    def _scanned(self, name: str, kind: str, line: int, home: str) -> ScannedModel:
        listed = self._space.public if "__all__" in self._space.names else None
        hidden = any(part.startswith("_") for part in self._space.module.split("."))
        return ScannedModel(self._space.module, name, kind, line, not hidden and is_public(name, home, listed))

    def _called(self, name: str, node: ast.stmt, call: ast.Call) -> Iterator[ScannedModel]:
        """``Point = TypedDict("Point", ...)``; of other makers only a run can tell."""
        maker = _name(call.func).rpartition(".")[2]
        if maker in CALLS:
            yield self._scanned(name, CALLS[maker], node.lineno, self._space.module)
        elif maker in MAKERS:
            self._unknown[f"{name} is made by {maker}, which only an import shows"] = None

    def _kind_of(self, meaning: Meaning, deep: int) -> str | None:
        if isinstance(meaning.node, ast.Assign) and isinstance(meaning.node.value, ast.Call):
            return CALLS.get(_name(meaning.node.value.func).rpartition(".")[2])
        space = self._sources.named(meaning.module) if meaning.node else None
        return self._kind(space, meaning.node, deep) if space and isinstance(meaning.node, ast.ClassDef) else None

    def _kind(self, space: Namespace, node: ast.ClassDef, deep: int) -> str | None:
        """The kind of model that *node* of *space* is, *deep* bases away from the class that is asked about."""
        if deep > DEEP:
            return None
        for decorator in map(_name, node.decorator_list):
            real = self._sources.meaning(space, decorator).foreign.rpartition(".")[2]
            if real in DECORATORS:
                return DECORATORS[real]
        return next(filter(None, (self._kind_of_base(space, node, _name(base), deep + 1) for base in node.bases)), None)

    def _kind_of_base(self, space: Namespace, node: ast.ClassDef, base: str, deep: int) -> str | None:
        if base == node.name or (local := _within(space, base)) is node:
            return None
        if local is not None:
            return self._kind(space, local, deep)
        meaning = self._sources.meaning(space, base)
        if meaning.node is not None:
            return self._kind_of(meaning, deep)
        last = meaning.foreign.rpartition(".")[2]
        if last not in BASES and last not in PLAIN:
            self._unknown[f"{node.name} derives from {base}, which is not the project's own"] = None
        return BASES.get(last)


def _within(space: Namespace, name: str) -> ast.ClassDef | None:
    """The class *name* of *space* that stands in another one, such as ``Outer.Inner``."""
    first, *rest = name.split(".")
    found = space.names.get(first)
    for part in rest:
        inner = [each for each in getattr(found, "body", ()) if isinstance(each, ast.ClassDef) and each.name == part]
        found = inner[0] if inner else None
    return found if rest and isinstance(found, ast.ClassDef) else None


def _name(node: ast.expr) -> str:
    """The dotted name of an expression: ``pydantic.BaseModel``, and ``Box`` for ``Box[int]`` or ``dataclass(frozen=True)``."""
    while isinstance(node, ast.Subscript | ast.Call):
        node = node.value if isinstance(node, ast.Subscript) else node.func
    return ast.unparse(node)

"""Names that a module binds for type checkers alone, below ``if TYPE_CHECKING:``.

Annotations may use such names. When a type cannot be read without them, the statements that bind
them are found in the source of the module and executed in it, as a type checker sees them.
"""

from __future__ import annotations
import __future__

import ast
import copy
import inspect
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from types import ModuleType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from pytest_fixturegen._internal.seeded_globals import PLANNING_WORD, seed_globals
from pytest_fixturegen._internal.text import summarize_message
from pytest_fixturegen._internal.user_code import (
    Raised,
    attempt,
    call_or_default,
    contain_exits,
)
from pytest_fixturegen.errors import MappingError, get_class_name

R = TypeVar("R")

GUARDS = frozenset(("TYPE_CHECKING", "MYPY"))
"""Constants that are true for type checkers only."""

STAR = "*"
"""The name of an import of all names."""

NO_HINTS: dict[str, Any] = {}


def read_hints(owner: Any, local_names: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the types that a class or a function is annotated with; none if one is not readable.

    Annotations may use *local_names*, too.
    """
    # Evaluating annotations runs code of the user, which may raise anything.
    return call_or_default(partial(evaluate_hints, owner, local_names), NO_HINTS)


def evaluate_hints(owner: Any, local_names: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return what ``get_type_hints`` returns, after binding the names that it misses."""
    read = partial(get_type_hints, owner, None, local_names, include_extras=True)
    return call_with_names(read, _list_modules(owner))


def call_with_names(read: Callable[[], R], modules: list[ModuleType]) -> R:
    """Return what *read* returns, after binding the names in *modules* that it misses."""
    known: set[str] = set()
    while True:
        try:
            return read()
        except (NameError, AttributeError) as error:
            name = _find_missing_name(error)
            bound = [_bind_name(module, name) for module in modules if name not in known]
            if not any(bound):
                raise
            known.add(name)


def bind_missing_names(annotation: Any) -> list[MappingError]:
    """Bind the names that the classes in *annotation* miss in their annotations.

    Return the errors of the modules that cannot be imported.
    """
    return [part for part in walk_types(annotation) if isinstance(part, MappingError)]


def walk_types(annotation: Any) -> Iterator[Any]:
    """Yield the types in *annotation*, and those that its classes are annotated with.

    In place of annotations that cannot be evaluated, yield the exception that they raise.
    """
    seen: dict[int, Any] = {}
    pending = [annotation]
    while pending:
        part = pending.pop()
        if id(part) in seen:
            continue
        seen[id(part)] = part
        yield part
        pending += [get_origin(part), *get_args(part)]
        for owner in _list_owners(part):
            pending += _list_hints(owner)


def _list_hints(owner: Any) -> list[Any]:
    """Return the types that *owner* is annotated with, or the exception that they raise."""
    result = attempt(partial(evaluate_hints, owner))
    return [result.error] if isinstance(result, Raised) else list(result.values())


def is_name_missing(error: Exception) -> bool:
    """Return whether *error* says that an annotation has an unknown name."""
    is_unfinished = getattr(error, "code", "") == "class-not-fully-defined"
    return is_unfinished or bool(_find_missing_name(error))


def _find_missing_name(error: Exception) -> str:
    """Return the name that *error* misses, such as ``Decimal`` or ``decimal.Decimal``, or none."""
    name = getattr(error, "name", None) or ""
    owner = getattr(error, "obj", None)
    if isinstance(error, NameError):
        return str(name)
    return f"{owner.__name__}.{name}" if isinstance(owner, ModuleType) else ""


def _list_owners(part: Any) -> list[Any]:
    """Return the objects with the annotations of *part*: the class, and its constructor if any."""
    if not isinstance(part, type):
        return []
    constructor = vars(part).get("__init__")
    return [part, *([constructor] if inspect.isfunction(constructor) else [])]


def _list_modules(owner: Any) -> list[ModuleType]:
    """Return the modules in which the annotations of *owner* are evaluated."""
    classes = getattr(owner, "__mro__", (owner,))
    names = dict.fromkeys(str(each.__module__) for each in classes)
    return list(filter(None, map(sys.modules.get, names)))


def _bind_name(module: ModuleType, name: str) -> bool:
    """Bind *name* in *module* as its source does for type checkers; return whether it does.

    Raise MappingError if each statement that binds it fails.
    """
    if name in vars(module):
        return False
    # The module may be a console, whose source is not known.
    source = call_or_default(partial(inspect.getsource, module), "")
    guarded = GuardedStatements()
    guarded.visit(ast.parse(source))
    failures: list[Exception] = []
    statements = guarded.by_name[name] or guarded.by_name[STAR]
    for statement in statements:  # several if the source handles an ImportError
        result = attempt(partial(_execute, module, statement))
        if not isinstance(result, Raised):
            return True
        failures.append(result.error)
    if failures:
        raise _build_error(
            module,
            name,
            statements[-1],
            failures[-1],
        )
    return False


class GuardedStatements(ast.NodeVisitor):
    """Collects the statements for type checkers in a module, by the names that they bind."""

    def __init__(self) -> None:
        self.by_name: defaultdict[str, list[ast.stmt]] = defaultdict(list)
        self._is_guarded = False

    def visit_If(self, node: ast.If) -> None:
        """Visit the blocks of an ``if``, which may ask whether a type checker reads the module."""
        is_guarded = self._is_guarded
        names = set(map(format_last_name, ast.walk(node.test)))
        self._is_guarded = is_guarded or bool(names & GUARDS)
        self.generic_visit(node)
        self._is_guarded = is_guarded

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        """Add each import alone, since the modules of others may be missing.

        ``import a.b`` binds a, and b in it.
        """
        for alias in node.names:
            narrow = copy.copy(node)
            narrow.names = [alias]
            self._add(
                alias.asname or alias.name.partition(".")[0],
                narrow,
            )
            self._add(alias.name, narrow)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Add an import of names."""
        self.visit_Import(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        """Add an assignment to one name."""
        self._add(format_last_name(node.targets[0]), node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Add an assignment with an annotation."""
        self._add(format_last_name(node.target), node)

    def visit_TypeAlias(self, node: Any) -> None:
        """Add an alias of Python 3.12: ``type Ids = list[int]``."""
        self._add(node.name.id, node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Add a class; the names within it are its own."""
        self._add(node.name, node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Leave out the names within a function."""

    def _add(
        self,
        name: str,
        node: ast.stmt,
    ) -> None:
        """Add *node*, which binds *name*, if it is for type checkers."""
        if self._is_guarded:
            self.by_name[name].append(node)


def format_last_name(node: ast.AST) -> str:
    """Return the name that *node* is, or the attribute; empty for any other node."""
    return str(getattr(node, "id", getattr(node, "attr", "")))


def _execute(module: ModuleType, statement: ast.stmt) -> None:
    """Execute *statement* in *module*, and before it those that bind the names that it misses."""
    tree = ast.Module([statement], [])
    flags = __future__.annotations.compiler_flag
    code = compile(
        tree,
        str(module.__file__),
        "exec",
        flags,
        dont_inherit=True,
    )
    with seed_globals(PLANNING_WORD), contain_exits():  # an import may draw random numbers
        call_with_names(
            partial(exec, code, vars(module)),
            [module],
        )


def _build_error(
    module: ModuleType,
    name: str,
    statement: ast.stmt,
    error: Exception,
) -> MappingError:
    """Return the error that *statement*, which is for type checkers, does not bind *name*."""
    if isinstance(error, MappingError):
        return error
    place = f"{module.__name__}:{statement.lineno}"
    reason = summarize_message(str(error), 1) or get_class_name(error)
    return MappingError(
        f"The annotations of {module.__name__} need {name!r}, which is bound for type checkers "
        f"alone, and `{ast.unparse(statement)}` fails ({place}): {reason}.",
        hint=f"Install what it imports, or bind {name!r} without TYPE_CHECKING.",
        module=module.__name__,
        place=place,
    )

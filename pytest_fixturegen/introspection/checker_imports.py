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

    Annotations may use *local_names*, too. Raise MappingError if they need a module that cannot be
    imported.
    """
    # Evaluating annotations runs code of the user, which may raise anything.
    result = attempt(partial(evaluate_hints, owner, local_names))
    if isinstance(result, Raised) and isinstance(result.error, MappingError):
        raise result.error
    return NO_HINTS if isinstance(result, Raised) else result


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
    results = (part for part in walk_types(annotation) if isinstance(part, Raised))
    return [result.error for result in results if isinstance(result.error, MappingError)]


def walk_types(annotation: Any) -> Iterator[Any]:
    """Yield the types in *annotation*, and those that its classes are annotated with.

    In place of annotations that cannot be evaluated, yield what they raise.
    """
    seen: list[Any] = []
    pending = [annotation]
    while pending:
        part = pending.pop()
        if any(part is each for each in seen):
            continue
        seen.append(part)
        yield part
        pending += [get_origin(part), *get_args(part)]
        for owner in _list_owners(part):
            result = attempt(partial(evaluate_hints, owner))
            pending += [result] if isinstance(result, Raised) else result.values()


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
    """Return what has the annotations of *part*: the class, and the constructor if it has one."""
    if not isinstance(part, type):
        return []
    constructor = vars(part).get("__init__")
    return [part, *([constructor] if inspect.isfunction(constructor) else [])]


def _list_modules(owner: Any) -> list[ModuleType]:
    """Return the modules in which the annotations of *owner* are evaluated."""
    classes = getattr(owner, "__mro__", (owner,))
    names = dict.fromkeys(str(each.__module__) for each in classes)
    return [sys.modules[name] for name in names if name in sys.modules]


def _bind_name(module: ModuleType, name: str) -> bool:
    """Bind *name* in *module* as its source does for type checkers; return whether it does.

    Raise MappingError if each statement that binds it fails.
    """
    if name in vars(module):
        return False
    bindings = list(_iter_bindings(module))
    statements = [statement for names, statement in bindings if name in names]
    statements = statements or [statement for names, statement in bindings if STAR in names]
    failure = None
    for statement in statements:  # several if the source handles an ImportError
        result = attempt(partial(_execute, module, statement))
        if not isinstance(result, Raised):
            return True
        failure = result.error
    if failure is not None:
        raise _build_error(module, name, statements[-1], failure)
    return False


def _iter_bindings(module: ModuleType) -> Iterator[tuple[tuple[str, ...], ast.stmt]]:
    """Yield the names of each statement of *module* for type checkers, one for each import."""
    # The module may be a console, whose source is not known.
    source = call_or_default(partial(inspect.getsource, module), "")
    for statement in _iter_guarded(ast.parse(source).body):
        match statement:
            case ast.Import() | ast.ImportFrom():
                for alias in statement.names:
                    yield _list_names(alias), _narrow_import(statement, alias)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                yield (name,), statement
            case _:  # a class, or ``type Ids = list[int]``, whose name is a node
                name = getattr(statement, "name", "")
                yield (getattr(name, "id", name),), statement


def _iter_guarded(body: list[ast.stmt], is_guarded: bool = False) -> Iterator[ast.stmt]:
    """Yield the statements of *body* and of the blocks in it that are for type checkers."""
    for statement in body:
        if is_guarded:
            yield statement
        inside = is_guarded or _is_guard(statement)
        blocks = [getattr(statement, name, []) for name in ("body", "orelse", "finalbody")]
        blocks += [handler.body for handler in getattr(statement, "handlers", ())]
        is_scope = isinstance(statement, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        for block in [] if is_scope else blocks:
            yield from _iter_guarded(block, inside)


def _is_guard(statement: ast.stmt) -> bool:
    """Return whether *statement* asks in an ``if`` whether a type checker reads the module."""
    if not isinstance(statement, ast.If):
        return False
    parts = list(ast.walk(statement.test))
    names = {getattr(part, "id", getattr(part, "attr", "")) for part in parts}
    return bool(names & GUARDS)


def _list_names(alias: ast.alias) -> tuple[str, ...]:
    """Return the names that *alias* binds: ``import a.b`` binds a, and b in it."""
    return (alias.asname,) if alias.asname else (alias.name, alias.name.partition(".")[0])


def _narrow_import(statement: ast.Import | ast.ImportFrom, alias: ast.alias) -> ast.stmt:
    """Return *statement* with *alias* alone: the modules of others may be missing."""
    narrow = copy.copy(statement)
    narrow.names = [alias]
    return narrow


def _execute(module: ModuleType, statement: ast.stmt) -> None:
    """Execute *statement* in *module*, and before it those that bind the names that it misses."""
    tree = ast.Module([statement], [])
    flags = __future__.annotations.compiler_flag
    code = compile(tree, str(module.__file__), "exec", flags, dont_inherit=True)
    with seed_globals(PLANNING_WORD), contain_exits():  # an import may draw random numbers
        call_with_names(partial(exec, code, vars(module)), [module])


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

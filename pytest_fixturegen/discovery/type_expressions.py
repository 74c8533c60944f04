"""Types that the user writes on the command line, such as ``list[EmailStr]``.

The expression is code, so the child evaluates it.
"""

from __future__ import annotations

import ast
import builtins
import importlib
import re
from collections.abc import Iterator, Mapping
from types import CodeType, ModuleType
from typing import Any

from pytest_fixturegen._internal.user_code import translate_user_errors
from pytest_fixturegen.discovery.folder_models import FileCallback, find_folder_names
from pytest_fixturegen.discovery.found_model import FoundModel
from pytest_fixturegen.discovery.importer import import_target
from pytest_fixturegen.discovery.targets import Target
from pytest_fixturegen.errors import DiscoveryError, MappingError, UsageError, suggest_nearest
from pytest_fixturegen.introspection.type_reader import read_type

TYPE_MODULES = (
    "typing",
    "datetime",
    "decimal",
    "uuid",
    "enum",
    "ipaddress",
    "pathlib",
    "pydantic",
    "annotated_types",
)
"""Modules whose names an expression may use with or without the module's name."""

BUILTIN_TYPES = (
    "int",
    "float",
    "bool",
    "str",
    "bytes",
    "list",
    "dict",
    "tuple",
    "set",
    "frozenset",
)
TYPE_HINT = "Write a type as in an annotation, such as 'list[EmailStr]' or 'dict[str, int | None]'."


class TypeNames(Mapping[str, Any]):
    """The names that an expression may use: the target's, builtins, those of TYPE_MODULES.

    An earlier source wins. Iteration yields the names that make sense as a suggestion.
    """

    def __init__(self, target_names: Mapping[str, Any]) -> None:
        self._target_names = target_names

    def __getitem__(self, name: str) -> Any:
        """Return the object *name*: the target's, then a builtin, then one of TYPE_MODULES.

        Raise KeyError if none has it.
        """
        for namespace in (self._target_names, vars(builtins)):
            if name in namespace:
                return namespace[name]
        for module in map(importlib.import_module, TYPE_MODULES):
            if name in getattr(
                module,
                "__all__",
                (),
            ) or name in _list_own_names(module):
                return getattr(module, name)
        if name in TYPE_MODULES:
            return importlib.import_module(name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        """Yield the names to suggest: those of the target first; one may occur twice."""
        yield from (name for name in self._target_names if name[0] != "_")
        yield from BUILTIN_TYPES
        for module in map(importlib.import_module, TYPE_MODULES):
            yield from getattr(
                module,
                "__all__",
                (),
            )

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _find_target_names(target: Target, on_file: FileCallback) -> Mapping[str, Any]:
    """Return the names of the module of *target*, or those of the models of a folder."""
    if target.folder:
        return find_folder_names(target, on_file)
    return vars(import_target(target)) if target.module else {}


def build_type_model(
    target: Target,
    expression: str,
    on_file: FileCallback = lambda _, __: None,
) -> FoundModel:
    """Return the type that *expression* describes, as a model whose name may be part of a path.

    *on_file* is called for each file of a folder.

    Raise UsageError if *expression* is not Python, and DiscoveryError if it uses an unknown name
    or is not a type.
    """
    if target.qualname:
        raise UsageError(
            f"Cannot combine the class {target.qualname} with --type {expression!r}.",
            hint=f"Name the module alone: {target.module}; the type may use all of its names.",
        )
    names = TypeNames(_find_target_names(target, on_file))
    annotation = _evaluate_expression(
        _compile_expression(expression),
        names,
        expression,
    )
    try:
        type_name = read_type(annotation).name
    except MappingError as error:
        reason = error.message.partition(". ")[0]
        raise DiscoveryError(
            f"--type {expression!r} is not a type of records: {reason}.", hint=TYPE_HINT
        ) from error
    name = re.sub(
        r"\W+",
        "_",
        type_name,
    ).strip("_")
    return FoundModel(
        annotation,
        target.module or "builtins",
        name or "type",
        "type",
    )


def _compile_expression(expression: str) -> CodeType:
    """Return *expression* as code; raise UsageError if it is not a Python expression."""
    try:
        return compile(
            ast.parse(
                expression.strip(),
                "--type",
                "eval",
            ),
            "--type",
            "eval",
        )
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        reason = (
            getattr(
                error,
                "msg",
                None,
            )
            or error
        )
        raise UsageError(
            f"--type {expression!r} is not a Python expression: {reason}.", hint=TYPE_HINT
        ) from error


def _evaluate_expression(
    code: CodeType,
    names: TypeNames,
    expression: str,
) -> Any:
    """Return the value of *code*, which sees only *names*; user errors are translated."""

    def build_error(error: Exception) -> DiscoveryError:
        """Return the error for an unknown name, or one with the first line of *error*."""
        if isinstance(error, NameError):
            missing = error.name or str(error)
            return DiscoveryError(
                f"--type {expression!r} uses the unknown name {missing!r}.",
                hint=suggest_nearest(missing, names),
            )
        lines = str(error).splitlines() or [type(error).__name__]
        return DiscoveryError(f"--type {expression!r} is not a type: {lines[0]}.", hint=TYPE_HINT)

    with translate_user_errors(build_error):
        return eval(
            code,
            {"__builtins__": {}},
            names,
        )


def _list_own_names(module: ModuleType) -> set[str]:
    """Return the public names that *module* defines itself, for modules without ``__all__``."""
    return {
        name
        for name, value in vars(module).items()
        if name[0] != "_"
        and getattr(
            value,
            "__module__",
            "",
        )
        == module.__name__
    }

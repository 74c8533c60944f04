"""Reads a type that the user wrote on the command line: ``list[EmailStr]``. Runs in the child, as all of a target does."""

from __future__ import annotations

import ast
import builtins
import importlib
import re
from collections.abc import Iterator, Mapping
from types import CodeType
from typing import Any

from pytest_fixturegen.discovery.importer import FoundModel, import_target
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
"""Whose names may be used without a module before them, and which may be named as modules."""

TYPE_HINT = "Write a type as in an annotation, such as 'list[EmailStr]' or 'dict[str, int | None]'."


class TypeNames(Mapping[str, Any]):
    """What a name in the expression means: in the *target*'s module, else a builtin, else a name of MODULES.

    Those that it gives by itself are those that a type is made of.
    """

    def __init__(self, target_names: Mapping[str, Any]) -> None:
        self._spaces = [target_names, vars(builtins)]

    def __getitem__(self, name: str) -> Any:
        for space in self._spaces:
            if name in space:
                return space[name]
        for module in map(importlib.import_module, TYPE_MODULES):
            if name in getattr(module, "__all__", ()) or name in _list_own_names(module):
                return getattr(module, name)
        if name in TYPE_MODULES:
            return importlib.import_module(name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        yield from (name for name in self._spaces[0] if name[0] != "_")
        yield from (
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
        yield from (
            name
            for module in map(importlib.import_module, TYPE_MODULES)
            for name in getattr(module, "__all__", ())
        )

    def __len__(self) -> int:
        return sum(1 for _ in self)


def build_type_model(target: Target, expression: str) -> FoundModel:
    """What *expression* stands for, as a model whose name can stand in a path.

    Raises UsageError for what is no expression, DiscoveryError for a name that is not known and for what is no type.
    """
    if target.qualname:
        hint = f"Name the module alone: {target.module}; the type may use all of its names."
        raise UsageError(
            f"A class, {target.qualname}, and --type {expression!r} are two things.", hint=hint
        )
    names = TypeNames(vars(import_target(target)) if target.module else {})
    annotation = _evaluate_expression(_compile_expression(expression), names, expression)
    try:
        name = read_type(annotation).name
    except MappingError as error:
        words = error.message.partition(". ")[0]
        raise DiscoveryError(
            f"--type {expression!r} is no type that records have: {words}.", hint=TYPE_HINT
        ) from error
    return FoundModel(
        annotation,
        target.module or "builtins",
        re.sub(r"\W+", "_", name).strip("_") or "type",
        "type",
    )


def _compile_expression(expression: str) -> CodeType:
    try:
        return compile(ast.parse(expression.strip(), "--type", "eval"), "--type", "eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        words = getattr(error, "msg", None) or error
        raise UsageError(
            f"--type {expression!r} is no expression: {words}.", hint=TYPE_HINT
        ) from error


def _evaluate_expression(code: CodeType, names: TypeNames, expression: str) -> Any:
    try:
        return eval(code, {"__builtins__": {}}, names)
    except NameError as error:
        missing = error.name or str(error)
        hint = suggest_nearest(missing, names)
        raise DiscoveryError(
            f"--type {expression!r} names {missing!r}, which is not known.", hint=hint
        ) from error
    except Exception as error:  # whatever an expression may raise
        words = (str(error).splitlines() or [type(error).__name__])[0]
        raise DiscoveryError(
            f"--type {expression!r} is no type: {words}.", hint=TYPE_HINT
        ) from error


def _list_own_names(module: Any) -> set[str]:
    """The public names that *module* defines itself."""
    return {
        name
        for name, thing in vars(module).items()
        if name[0] != "_" and getattr(thing, "__module__", "") == module.__name__
    }

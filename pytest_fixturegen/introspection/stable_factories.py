"""Which default factories return the same value in every process.

Repair may leave a field out, and then its factory runs. One that reads the clock, ``uuid4`` or a
counter would give the same seed other bytes, so its field is always drawn. A factory counts as
stable only if its code shows it: built-in types, and functions that return constants.
"""

from __future__ import annotations

import collections
import dataclasses
import dis
import enum
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from types import CodeType, FunctionType
from typing import Any

from pytest_fixturegen.introspection.schema_walk import iter_schemas
from pytest_fixturegen.introspection.user_functions import find_user_code

PLAIN_TYPES = frozenset(
    (
        *(list, dict, set, frozenset, tuple, str, int, float, bool, bytes, bytearray, complex),
        *(collections.OrderedDict, collections.Counter, collections.deque, type(None), Decimal),
    )
)
"""Types whose instances depend on the arguments alone."""

SET_TYPES = frozenset((set, frozenset))
"""Types whose order depends on the hashes of a process."""

PLAIN_FUNCTIONS = frozenset((abs, enumerate, len, max, min, range, reversed, sorted, sum, zip))
"""Built-in functions whose results depend on the arguments alone."""

PLAIN_METHODS = frozenset(
    "append copy extend format items join keys lower name replace split upper value values".split()
)
"""Attributes and methods of plain values that depend on the value alone."""

UNSTABLE_OPERATIONS = frozenset(
    "BUILD_SET DELETE_ATTR DELETE_GLOBAL DELETE_SUBSCR IMPORT_NAME SET_ADD SET_UPDATE STORE_ATTR"
    " STORE_GLOBAL STORE_SUBSCR YIELD_VALUE".split()
)
"""Instructions that change something, or whose result depends on the process."""

ATTRIBUTE_OPERATIONS = ("LOAD_ATTR", "LOAD_METHOD")

MAX_DEPTH = 4
"""How many functions that call each other are followed."""

BUILTINS_ATTRIBUTE = "__builtins__"
"""An attribute of functions that not every typeshed knows."""


def is_stable_factory(factory: Any, depth: int = 0) -> bool:
    """Return whether *factory* returns the same value in every process."""
    if depth > MAX_DEPTH:
        return False
    if isinstance(factory, type):
        return _is_stable_class(factory, depth)
    if isinstance(factory, partial):
        values = (*factory.args, *factory.keywords.values())
        return is_stable_factory(factory.func, depth) and all(map(_is_constant, values))
    if isinstance(factory, FunctionType):
        return _is_stable_function(factory, depth)
    owner = getattr(factory, "__self__", None)
    return getattr(factory, "__name__", "") == "copy" and _is_constant(owner)


def _is_stable_class(cls: type, depth: int) -> bool:
    """Return whether a new instance of *cls* runs no code, and no factory that is not stable."""
    if cls in PLAIN_TYPES:
        return True
    schema = cls.__dict__.get("__pydantic_core_schema__")
    if schema is not None:
        has_user_code = "validation" in find_user_code(schema)
        parts = iter_schemas(schema, "metadata")
        factories = [part["default_factory"] for part in parts if "default_factory" in part]
    elif dataclasses.is_dataclass(cls):
        has_user_code = hasattr(cls, "__post_init__")
        factories = [field.default_factory for field in dataclasses.fields(cls)]
    else:
        return False
    called = [each for each in factories if each is not dataclasses.MISSING]
    return not has_user_code and all(is_stable_factory(each, depth + 1) for each in called)


def _is_stable_function(function: FunctionType, depth: int) -> bool:
    """Return whether *function* computes its result from constants and stable functions."""
    try:
        cells = [cell.cell_contents for cell in function.__closure__ or ()]
    except ValueError:  # the cell is empty
        return False
    keywords = (function.__kwdefaults__ or {}).values()
    held_values = (
        *cells,
        *(function.__defaults__ or ()),
        *keywords,
    )
    return all(map(_is_constant, held_values)) and _is_stable_code(function, depth)


def _is_stable_code(function: FunctionType, depth: int) -> bool:
    """Return whether all that the code of *function* reads and calls is stable."""
    instructions = list(_list_instructions(function.__code__))
    names = {name for operation, name in instructions if operation == "LOAD_GLOBAL"}
    attributes = {name for operation, name in instructions if operation in ATTRIBUTE_OPERATIONS}
    values = [_find_global(function, name) for name in names]
    for value in values:
        if isinstance(value, type) and issubclass(value, enum.Enum):
            attributes -= value.__members__.keys()
        elif not _is_usable(value, depth):
            return False
    return attributes <= PLAIN_METHODS and not any(
        operation in UNSTABLE_OPERATIONS or isinstance(argument, frozenset)
        for operation, argument in instructions
    )


def _list_instructions(code: CodeType) -> Iterator[tuple[str, Any]]:
    """Yield the name and the argument of each instruction of *code*, and of functions in it."""
    for instruction in dis.get_instructions(code):
        yield instruction.opname, instruction.argval
        if isinstance(instruction.argval, CodeType):
            yield from _list_instructions(instruction.argval)


def _find_global(function: FunctionType, name: str) -> Any:
    """Return the object that *name* means in *function*; a missing one is never stable."""
    builtins: dict[str, Any] = getattr(function, BUILTINS_ATTRIBUTE)
    return function.__globals__.get(
        name,
        builtins.get(name, ...),
    )


def _is_usable(value: Any, depth: int) -> bool:
    """Return whether a stable function may read or call *value*."""
    is_class = isinstance(value, type)
    if is_class and value in SET_TYPES:
        return False
    if not is_class and _is_constant(value):
        return True
    is_plain = any(value is function for function in PLAIN_FUNCTIONS)
    return is_plain or is_stable_factory(value, depth + 1)


def _is_constant(value: Any) -> bool:
    """Return whether *value* consists of plain values; sets do not count, as their order varies."""
    if isinstance(value, enum.Enum):
        return True
    if type(value) in (list, tuple):
        return all(map(_is_constant, value))
    if type(value) is dict:
        return all(map(_is_constant, (*value, *value.values())))
    return type(value) in PLAIN_TYPES - SET_TYPES

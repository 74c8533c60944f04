"""Which types run code of the user when a value is validated or written.

Only such code can use the global random generators, and seeding them costs more than a small
record. So the code of the standard library, of Pydantic and of this package does not count.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from typing import Any, Literal

from pytest_fixturegen.introspection.readers.foreign_classes import is_foreign

LIBRARIES = frozenset(
    (
        "annotated_types",
        "attr",
        "email_validator",
        "msgspec",
        "pydantic",
        "pydantic_core",
        "pydantic_extra_types",
        "pydantic_settings",
        "pytest_fixturegen",
        "typing_extensions",
    )
)
"""Packages whose functions draw nothing from the global generators."""

RANDOM_MODULES = frozenset(("random",))
"""Modules of the standard library whose functions do."""

CodePlace = Literal["validation", "factory", "serialization"]
"""Where user code runs: always, for fields that are left out, or when a value is written."""

FUNCTION_KEYS = ("function", "discriminator", "missing")
FOREIGN_HOOKS = ("__attrs_pre_init__", "__attrs_post_init__", "__post_init__")

MAX_DEPTH = 4
"""How many functions within each other (partial, closure) are followed."""


def find_user_code(schema: Any) -> frozenset[CodePlace]:
    """Return in which places the core *schema* runs user code."""
    return frozenset(_walk_schema(schema, "validation", set()))


def _walk_schema(
    schema: Any,
    place: CodePlace,
    seen: set[tuple[int, CodePlace]],
) -> Iterator[CodePlace]:
    """Yield the place of each piece of user code in *schema*, which is a part of *place*.

    *seen* are the identities and places of the schemas that were walked before, because one object
    can occur in thousands of places.
    """
    if isinstance(schema, dict):
        if (id(schema), place) in seen:
            return
        seen.add((id(schema), place))
        yield from _find_own_code(schema, place)
        for key, part in schema.items():
            if key != "metadata":
                part_place: CodePlace = "serialization" if key == "serialization" else place
                yield from _walk_schema(part, part_place, seen)
    elif type(schema) in (list, tuple):
        for part in schema:
            yield from _walk_schema(part, place, seen)


def _find_own_code(schema: dict[str, Any], place: CodePlace) -> Iterator[CodePlace]:
    """Yield the places of the user code of *schema* itself, without its parts."""
    if any(_is_called(schema.get(key)) for key in FUNCTION_KEYS):
        yield place
    if _is_called(schema.get("default_factory")):
        yield "factory"
    if schema.get("init") is False:  # only its default factory fills this field of a dataclass
        inner = schema.get("schema", {})
        if _is_called(inner.get("default_factory")):
            yield "validation"
    if schema.get("computed_fields"):
        yield "serialization"
    if schema.get("custom_init") or _has_own_post_init(schema):
        yield place


def _has_own_post_init(schema: dict[str, Any]) -> bool:
    """Return whether the post-init of a class runs user code; it also fills private attributes."""
    name = schema.get("post_init")
    if name in (None, False, True):
        return bool(name)
    return is_user_function(getattr(schema["cls"], name)) or _has_private_factory(schema["cls"])


def _is_called(function: Any) -> bool:
    """Return whether *function* is a function of the user instead of another value of a schema."""
    return callable(function) and is_user_function(function)


def _has_private_factory(cls: Any) -> bool:
    """Return whether a private attribute of the model *cls* has a factory of the user."""
    attributes = getattr(cls, "__private_attributes__", {}).values()
    factories = [getattr(attribute, "default_factory", None) for attribute in attributes]
    return any(factory is not None and is_user_function(factory) for factory in factories)


def is_user_function(function: Any, depth: int = 0) -> bool:
    """Return whether *function* is code of the user, or a library's function around such code."""
    if depth > MAX_DEPTH:
        return True
    if isinstance(function, type):
        return _has_constructor_code(function)
    if isinstance(function, partial):
        inner = (
            function.func,
            *function.args,
            *function.keywords.values(),
        )
        return any(is_user_function(part, depth + 1) for part in inner if callable(part))
    if not _is_library_function(function):
        return True
    cells = getattr(getattr(function, "__func__", function), "__closure__", None) or ()
    return any(_holds_user_function(cell, depth) for cell in cells)


def _holds_user_function(cell: Any, depth: int) -> bool:
    """Return whether a *cell* of a closure holds a function of the user, or one as ``func``."""
    try:
        content = cell.cell_contents
    except ValueError:  # the cell is empty
        return False
    if isinstance(content, type):
        return False
    candidates = [content, getattr(content, "func", None)]
    return any(is_user_function(each, depth + 1) for each in candidates if callable(each))


def _is_library_function(function: Any) -> bool:
    """Return whether *function* comes from a module whose code draws no random numbers."""
    owner = getattr(function, "__objclass__", None) or getattr(function, "__self__", None)
    module = getattr(function, "__module__", None)
    if not isinstance(module, str):  # a method of a built-in class
        owner_class = owner if isinstance(owner, type) else type(owner)
        module = owner_class.__module__
    top = module.partition(".")[0]
    is_standard = top in sys.stdlib_module_names and module != "__main__"
    return (is_standard and top not in RANDOM_MODULES) or top in LIBRARIES


def _has_constructor_code(cls: Any) -> bool:
    """Return whether creating an instance of *cls* runs code of the user."""
    if is_foreign(cls):
        return _has_foreign_code(cls)
    if issubclass(cls, tuple) and hasattr(cls, "_fields"):  # a named tuple
        return False
    methods = (cls.__init__, cls.__new__)
    return any(not _is_library_function(method) for method in methods)


def _has_foreign_code(cls: Any) -> bool:
    """Return whether the constructor of a class of attrs or msgspec runs code of the user."""
    if any(hasattr(cls, name) for name in FOREIGN_HOOKS):
        return True
    functions = []
    for attribute in getattr(cls, "__attrs_attrs__", ()):
        functions += [attribute.validator, attribute.converter, attribute.default]
    if not hasattr(cls, "__attrs_attrs__"):
        import msgspec

        functions += [field.default_factory for field in msgspec.structs.fields(cls)]
    return any(_is_user_part(each) for each in functions if each is not None)


def _is_user_part(part: Any) -> bool:
    """Return whether a validator, converter or default of a foreign class is code of the user."""
    inner = getattr(part, "_validators", (part,))
    if inner != (part,):
        return any(map(_is_user_part, inner))
    factory = getattr(part, "factory", part)
    if factory is not part or isinstance(part, type):
        return is_user_function(factory)
    if hasattr(part, "__code__"):
        return is_user_function(part)
    return callable(part) and type(part).__module__.partition(".")[0] not in LIBRARIES

"""Instances that a type takes in Python, built from plain values.

A record is drawn as plain values. Some types take an instance of their class in Python, and nothing
else: those with one schema for JSON and another for Python (``json_or_python_schema``), validators
that read ``info.mode``, and classes that Pydantic does not know. The validators of this package
also read in such a place what JSON has there, or the arguments of the class. An error of the class
is then a refusal at that place, which repair understands.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.introspection.named_types import find_skipped_schema, is_library_class
from pytest_fixturegen.introspection.readers.argument_models import (
    build_argument_model,
    call_constructor,
    construct,
)
from pytest_fixturegen.introspection.readers.fields import find_instance_class
from pytest_fixturegen.introspection.schema_walk import Schema, iter_schemas, map_schemas

Read = Callable[[Any], Any]

STRICT_KEY = "strict_schema"
"""Where Pydantic's own types ask for instances; their lax schemas read plain values."""

MODE = "mode"
"""The attribute of ``info`` that says whether JSON or Python is validated."""


def has_plain_inputs(schema: Any) -> bool:
    """Return whether *schema* has a part for :func:`read_plain_inputs` to change."""
    return any(map(_find_reader, iter_schemas(schema, STRICT_KEY)))


def read_plain_inputs(schema: Any, *, in_json: bool = False) -> Any:
    """Return a copy of a core *schema* that also reads plain values in place of instances.

    If *in_json*, the schemas for Python also read JSON, so that both give the same instances.
    """

    def change(part: Schema) -> Schema:
        add_reader = _find_reader(part)
        if add_reader is None:
            return part
        changed = add_reader(part)
        if in_json and "json_schema" in changed:
            changed["json_schema"] = changed["python_schema"]
        return changed

    return map_schemas(schema, change, STRICT_KEY)


def _find_reader(schema: Schema) -> Callable[[Schema], Schema] | None:
    """Return the function that lets *schema* read plain values, or None if it needs no change."""
    needs_reader, add_reader = READERS.get(
        schema.get("type", ""),
        (bool, None),
    )
    return add_reader if needs_reader(schema) else None


def _has_two_inputs(schema: Schema) -> bool:
    """Return whether a json-or-python *schema* of the user has two different schemas."""
    python_schema, json_schema = schema["python_schema"], schema["json_schema"]
    is_builtin = json_schema["type"] == "any" or is_library_class(
        find_instance_class(python_schema)
    )
    return not is_builtin and python_schema != json_schema


def _has_known_arguments(schema: Schema) -> bool:
    """Return whether the class of *schema* is drawn as the arguments of its constructor."""
    cls = schema["cls"]
    is_unknown = isinstance(cls, type) and not is_library_class(cls)
    return is_unknown and build_argument_model(cls) is not None


def _reads_mode(schema: Schema) -> bool:
    """Return whether a validator takes the ``info`` of the validation, and reads its mode."""
    function = schema["function"]
    if not isinstance(function, dict):  # of a serializer
        return False
    code = getattr(inspect.unwrap(function["function"]), "__code__", None)
    return function["type"] == "with-info" and MODE in getattr(code, "co_names", ())


def _read_both(schema: Schema) -> Schema:
    """Return the json-or-python *schema* with a Python schema that reads what JSON has, too."""
    from pydantic_core import SchemaError, SchemaValidator, core_schema

    python_schema = schema["python_schema"]
    try:
        validator = SchemaValidator(schema["json_schema"], _use_prebuilt=False)
    except SchemaError:  # it refers to a definition
        return schema
    read_input = partial(
        _read_input, _find_required_class(python_schema), validator.validate_python
    )
    wrapped = core_schema.no_info_wrap_validator_function(read_input, python_schema)
    return {**schema, "python_schema": wrapped}


def _find_required_class(schema: Schema) -> Any:
    """Return the class of which *schema*, with its readers, only takes instances, or None."""
    while schema["type"] == "function-before":
        schema = schema["schema"]
    return schema["cls"] if schema["type"] == "is-instance" else None


def _read_input(
    cls: Any,
    read_json: Read,
    value: Any,
    read: Read,
) -> Any:
    """Return ``read(value)``; if that fails, ``read(read_json(value))``.

    If *cls* is given, an instance is made with its constructor first, since only that is accepted.
    """
    result = attempt(partial(read, value))
    if not isinstance(result, Raised):
        return result
    if cls is not None:
        return read(_make_instance(cls, read_json(value)))
    content = attempt(partial(read_json, value))
    if not isinstance(content, Raised):
        content = attempt(partial(read, content))
    if isinstance(content, Raised):
        raise result.error
    return content


def _make_instance(cls: Any, content: Any) -> Any:
    """Return *content* if it is an instance of *cls*, else the instance that is made of it."""
    return content if isinstance(content, cls) else construct(partial(cls, content), "")


def _read_arguments(schema: Schema) -> Schema:
    """Return the is-instance *schema* with a validator that reads arguments of the class."""
    from pydantic_core import core_schema

    read_arguments = partial(_call_with, schema["cls"])
    return dict(core_schema.no_info_before_validator_function(read_arguments, schema))


def _call_with(cls: Any, value: Any) -> Any:
    """Return the instance of *cls* that *value* has the arguments of; any other value unchanged."""
    names = [] if isinstance(value, cls) else list(inspect.signature(cls).parameters)
    if not isinstance(value, Mapping) or not set(value) <= set(names):
        return value
    return construct(partial(call_constructor, cls, value), f"{', '.join(value)}: ")


def _read_in_both_modes(schema: Schema) -> Schema:
    """Return a function *schema* whose function reads what it takes in JSON in Python, too."""
    function = schema["function"]["function"]
    read_either = partial(_read_either, function)
    return {**schema, "function": {**schema["function"], "function": read_either}}


def _read_either(
    function: Callable[[Any, Any], Any],
    value: Any,
    info: Any,
) -> Any:
    """Return the result of *function* for *value* as Python input; if that fails, as JSON input."""
    result = attempt(partial(function, value, info))
    if not isinstance(result, Raised):
        return result
    return function(function(value, _JsonInfo(info)), info)


def _skips_validation(schema: Schema) -> bool:
    """Return whether *schema* accepts values without validation."""
    return find_skipped_schema(schema) is not None


def _read_skipped(schema: Schema) -> Schema:
    """Return the *schema* of ``SkipValidation`` with a validator that makes what the type wants.

    The model takes anything there, so that a given value of another type stays what it is.
    """
    from pydantic_core import core_schema

    return dict(
        core_schema.no_info_wrap_validator_function(_read_or_keep, find_skipped_schema(schema))
    )


def _read_or_keep(value: Any, read: Read) -> Any:
    """Return ``read(value)``, or *value* itself if *read* refuses it."""
    result = attempt(partial(read, value))
    return value if isinstance(result, Raised) else result


READERS: dict[str, tuple[Callable[[Schema], bool], Callable[[Schema], Schema]]] = {
    "any": (_skips_validation, _read_skipped),
    "json-or-python": (_has_two_inputs, _read_both),
    "is-instance": (_has_known_arguments, _read_arguments),
    "function-plain": (_reads_mode, _read_in_both_modes),
    "function-before": (_reads_mode, _read_in_both_modes),
    "function-after": (_reads_mode, _read_in_both_modes),
}
"""By type of core schema: a check whether it needs a reader of plain values, and the reader."""


class _JsonInfo:
    """The ``info`` of a validation in Python, which says that JSON is validated."""

    mode = "json"

    def __init__(self, info: Any) -> None:
        self._info = info

    def __getattr__(self, name: str) -> Any:
        return getattr(self._info, name)

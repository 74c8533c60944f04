"""Acceptance: whether a value satisfies a schema, as far as Python can tell cheaply.

This decides which members of an enum, which examples and which names remain. The records
themselves are validated by jsonschema-rs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any

from pytest_fixturegen.introspection.readers.documents.conjunctions import (
    TYPES,
    UNLESS,
    Conjunct,
    list_references,
)
from pytest_fixturegen.introspection.readers.documents.resources import ResourceSet, SchemaScope

MAX_DEPTH = 60
"""Schemas within each other that are followed: beyond, a value counts as accepted."""

MAX_SEARCHED_LENGTH = 2000
"""Characters of a text in which a pattern is searched."""

MAX_COMPARED_OPTIONS = 8
"""Members of an enum that are compared one by one."""

BASIC_TYPES = ("null", "boolean", "integer", "number", "string", "array", "object")
"""The basic types of values; ``number`` has those that are not whole."""


def find_type(value: Any) -> str:
    """Return the basic type of *value*."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "integer" if value.is_integer() else "number"
    if isinstance(value, str):
        return "string"
    return "array" if isinstance(value, list) else "object"


def expand_types(declared: Any) -> frozenset[str]:
    """Return the basic types that the value of ``type`` names."""
    names = declared if isinstance(declared, list) else [declared]
    basic = {name for name in names if isinstance(name, str)}
    if "number" in basic:
        basic.add("integer")
    return frozenset(basic & set(BASIC_TYPES))


def is_equal(
    one: Any,
    other: Any,
) -> bool:
    """Return whether two values of JSON are equal: ``1`` is ``1.0``, but not ``true``."""
    kind = find_type(one)
    if kind != find_type(other):
        return False
    if kind == "array":
        return len(one) == len(other) and all(
            map(
                is_equal,
                one,
                other,
            )
        )
    if kind == "object":
        return one.keys() == other.keys() and all(is_equal(one[key], other[key]) for key in one)
    return bool(one == other)


def freeze(value: Any) -> Any:
    """Return a hashable form of *value*, which is the same for equal values of JSON only."""
    kind = find_type(value)
    if kind == "array":
        return kind, tuple(map(freeze, value))
    if kind == "object":
        return kind, frozenset((key, freeze(inner)) for key, inner in value.items())
    return kind, value


class OptionList:
    """The members of an enum, known by their identity."""

    def __init__(
        self,
        options: list[Any],
    ) -> None:
        self.options = options

    def __eq__(
        self,
        other: object,
    ) -> bool:
        return isinstance(other, OptionList) and self.options is other.options

    def __hash__(self) -> int:
        return id(self.options)


@lru_cache(maxsize=256)
def _freeze_options(listed: OptionList) -> frozenset[Any]:
    """Return the members of an enum in hashable form."""
    return frozenset(map(freeze, listed.options))


@lru_cache(maxsize=4096)
def compile_search(pattern: str) -> Callable[[str], Any] | None:
    """Return the search for a *pattern* of JavaScript; None if Python has no such syntax."""
    translated = re.sub(
        r"\(\?<(?=[A-Za-z_])",
        "(?P<",
        pattern,
    )
    translated = re.sub(
        r"(?<!\\)\$(?=$|\))",
        r"\\Z",
        translated,
    )
    try:
        return re.compile(translated).search
    except (re.error, RecursionError, OverflowError):
        return None


def matches(
    pattern: Any,
    text: str,
) -> bool:
    """Return whether *pattern* is found in *text*; True if Python cannot tell."""
    search = compile_search(pattern) if isinstance(pattern, str) else None
    if search is None or len(text) > MAX_SEARCHED_LENGTH:
        return True
    return bool(search(text))


class Judge:
    """Judges values by the schemas of *resources*."""

    def __init__(
        self,
        resources: ResourceSet,
    ) -> None:
        self._resources = resources
        self._accepted: dict[tuple[int, Any], list[bool]] = {}
        self._constants: dict[int, tuple[Any, list[Any]]] = {}

    def wrap_constant(
        self,
        value: Any,
    ) -> list[Any]:
        """Return a list of the one *value* of a ``const``, always the same one."""
        if id(value) not in self._constants:
            self._constants[id(value)] = (value, [value])
        return self._constants[id(value)][1]

    def filter_options(
        self,
        options: list[Any],
        conjuncts: tuple[Conjunct, ...],
    ) -> list[Any]:
        """Return those of *options*, a list of the document, that all *conjuncts* accept.

        What one schema accepts is kept: it is asked again in many conjunctions.
        """
        masks = [self._judge_options(options, conjunct) for conjunct in conjuncts]
        accepted = map(all, zip(*masks, strict=True)) if masks else [True] * len(options)
        return [
            option
            for option, is_accepted in zip(
                options,
                accepted,
                strict=True,
            )
            if is_accepted
        ]

    def _judge_options(
        self,
        options: list[Any],
        conjunct: Conjunct,
    ) -> list[bool]:
        """Return for each of *options* whether *conjunct* accepts it."""
        key = (id(options), conjunct.key)
        if key not in self._accepted:
            schema, scope = conjunct.schema, conjunct.scope
            self._accepted[key] = [
                self.accepts(
                    each,
                    schema,
                    scope,
                )
                for each in options
            ]
        return self._accepted[key]

    def accepts_all(
        self,
        value: Any,
        conjuncts: tuple[Conjunct, ...],
    ) -> bool:
        """Return whether every one of *conjuncts* accepts *value*."""
        return all(
            self.accepts(
                value,
                each.schema,
                each.scope,
            )
            for each in conjuncts
        )

    def accepts(
        self,
        value: Any,
        schema: Any,
        scope: SchemaScope,
        depth: int = 0,
    ) -> bool:
        """Return whether *schema* accepts *value*."""
        if isinstance(schema, bool) or not isinstance(schema, dict):
            return schema is not False
        if depth > MAX_DEPTH:
            return True
        scope = self._resources.enter(schema, scope)

        def accepts(
            part: Any,
            inner: Any,
        ) -> bool:
            return self.accepts(
                part,
                inner,
                scope,
                depth + 1,
            )

        for located in list_references(Conjunct(schema, scope), self._resources):
            if not self.accepts(
                value,
                located.schema,
                located.scope,
                depth + 1,
            ):
                return False
        if "$ref" in schema and scope.resource.dialect.ref_stands_alone:
            return True
        checks = (*GENERAL_CHECKS, *TYPE_CHECKS.get(find_type(value), ()))
        return all(
            check(
                value,
                schema,
                accepts,
            )
            for check in checks
        )


Accepts = Callable[[Any, Any], bool]


def _check_values(
    value: Any,
    schema: Mapping[str, Any],
    accepts: Accepts,
) -> bool:
    """Check ``type``, ``const`` and ``enum``."""
    if "type" in schema and find_type(value) not in expand_types(schema["type"]):
        return False
    if TYPES in schema and find_type(value) not in schema[TYPES]:
        return False
    if "const" in schema and not is_equal(value, schema["const"]):
        return False
    options = schema.get("enum")
    if not isinstance(options, list):
        return True
    if len(options) > MAX_COMPARED_OPTIONS:
        return freeze(value) in _freeze_options(OptionList(options))
    return any(is_equal(value, each) for each in options)


def _check_combinations(
    value: Any,
    schema: Mapping[str, Any],
    accepts: Accepts,
) -> bool:
    """Check the keywords that combine schemas."""
    if not all(accepts(value, each) for each in schema.get("allOf", ())):
        return False
    if "anyOf" in schema and not any(accepts(value, each) for each in schema["anyOf"]):
        return False
    if "oneOf" in schema and sum(accepts(value, each) for each in schema["oneOf"]) != 1:
        return False
    if any(word in schema and accepts(value, schema[word]) for word in ("not", UNLESS)):
        return False
    if "if" not in schema:
        return True
    branch = "then" if accepts(value, schema["if"]) else "else"
    return accepts(value, schema.get(branch, True))


def _check_number(
    value: Any,
    schema: Mapping[str, Any],
    accepts: Accepts,
) -> bool:
    """Check the bounds of a number and what it is a multiple of."""
    low, high = schema.get("minimum", -math.inf), schema.get("maximum", math.inf)
    above, below = schema.get("exclusiveMinimum"), schema.get("exclusiveMaximum")
    if value < low or value > high:
        return False
    if (value == low and above is True) or (value == high and below is True):
        return False
    if (_is_number(above) and value <= above) or (_is_number(below) and value >= below):
        return False
    step = schema.get("multipleOf")
    if not _is_number(step) or not step or not math.isfinite(value):
        return True
    return (Fraction(str(value)) / Fraction(str(step))).denominator == 1


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _check_text(
    value: str,
    schema: Mapping[str, Any],
    accepts: Accepts,
) -> bool:
    """Check the length and the pattern of a text; its format is not checked."""
    if not _has_size(
        len(value),
        schema,
        "minLength",
        "maxLength",
    ):
        return False
    return "pattern" not in schema or matches(schema["pattern"], value)


def _has_size(
    size: int,
    schema: Mapping[str, Any],
    low: str,
    high: str,
) -> bool:
    """Return whether *size* is within the bounds that the keywords *low* and *high* set."""
    return bool(schema.get(low, 0) <= size <= schema.get(high, math.inf))


def _check_array(
    value: list[Any],
    schema: Mapping[str, Any],
    accepts: Accepts,
) -> bool:
    """Check the items of a list."""
    if not _has_size(
        len(value),
        schema,
        "minItems",
        "maxItems",
    ):
        return False
    if schema.get("uniqueItems") is True and any(
        is_equal(value[place], other) for place in range(len(value)) for other in value[:place]
    ):
        return False
    if "contains" in schema:
        found = sum(accepts(item, schema["contains"]) for item in value)
        if not schema.get("minContains", 1) <= found <= schema.get("maxContains", math.inf):
            return False
    prefix, rest = split_items(schema)
    first = zip(
        value,
        prefix,
        strict=False,
    )
    return all(accepts(item, each) for item, each in first) and all(
        accepts(item, rest) for item in value[len(prefix) :]
    )


def split_items(schema: Mapping[str, Any]) -> tuple[list[Any], Any]:
    """Return the schemas of the first items of a list, and the schema of the others."""
    items = schema.get("items", True)
    if isinstance(items, list):
        return items, schema.get("additionalItems", True)
    prefix = schema.get("prefixItems")
    return (prefix, items) if isinstance(prefix, list) else ([], items)


def _check_object(
    value: dict[str, Any],
    schema: Mapping[str, Any],
    accepts: Accepts,
) -> bool:
    """Check the properties of an object."""
    if not _has_size(
        len(value),
        schema,
        "minProperties",
        "maxProperties",
    ):
        return False
    if not all(name in value for name in list_required(schema)):
        return False
    if "propertyNames" in schema and not all(
        accepts(name, schema["propertyNames"]) for name in value
    ):
        return False
    for name, inner in value.items():
        if not all(accepts(inner, each) for each in list_property_schemas(schema, name)):
            return False
    return _check_dependencies(
        value,
        schema,
        accepts,
    )


def _check_dependencies(
    value: dict[str, Any],
    schema: Mapping[str, Any],
    accepts: Accepts,
) -> bool:
    """Check what some properties require."""
    for keyword in ("dependentRequired", "dependentSchemas", "dependencies"):
        for name, needed in schema.get(keyword, {}).items():
            if name not in value:
                continue
            if isinstance(needed, list):
                if not all(each in value for each in needed):
                    return False
            elif not accepts(value, needed):
                return False
    return True


def list_required(schema: Mapping[str, Any]) -> list[str]:
    """Return the names that ``required`` lists; draft 3 had a boolean there."""
    names = schema.get("required")
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def list_property_schemas(
    schema: Mapping[str, Any],
    name: str,
) -> list[Any]:
    """Return the subschemas of *schema* that apply to the value of the property *name*."""
    found = []
    properties = schema.get("properties")
    if isinstance(properties, dict) and name in properties:
        found.append(properties[name])
    patterns = schema.get("patternProperties")
    if isinstance(patterns, dict):
        found += [inner for pattern, inner in patterns.items() if matches(pattern, name)]
    if not found and "additionalProperties" in schema:
        found.append(schema["additionalProperties"])
    return found


GENERAL_CHECKS = (_check_values, _check_combinations)
TYPE_CHECKS: Mapping[str, tuple[Callable[[Any, Mapping[str, Any], Accepts], bool], ...]] = {
    "integer": (_check_number,),
    "number": (_check_number,),
    "string": (_check_text,),
    "array": (_check_array,),
    "object": (_check_object,),
}
"""The checks of each basic type of value."""

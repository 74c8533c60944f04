"""Negations: the ways in which a value can fail a schema.

Each way is a list of schemas that a value has to satisfy instead. A negation without a positive
form is kept under the keyword :data:`UNLESS`, which is checked but not built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pytest_fixturegen.introspection.readers.documents.acceptance import (
    BASIC_TYPES,
    expand_types,
    list_required,
)
from pytest_fixturegen.introspection.readers.documents.conjunctions import (
    TYPES,
    UNLESS,
    Conjunct,
    ConjunctKey,
    list_references,
)
from pytest_fixturegen.introspection.readers.documents.resources import ResourceSet

Ways = list[list[Any]]
"""Each way is a list of schemas, all in the scope of the negated one."""

OTHER_NAME = "other"
"""The beginning of the name of a property that no schema mentions."""


class Negator:
    """Negates schemas of *resources*. The result is kept, so that its identity stays the same."""

    def __init__(
        self,
        resources: ResourceSet,
    ) -> None:
        self._resources = resources
        self._ways: dict[ConjunctKey, list[tuple[Conjunct, ...]]] = {}

    def list_ways(
        self,
        conjunct: Conjunct,
    ) -> list[tuple[Conjunct, ...]]:
        """Return the ways in which a value can fail *conjunct*, the simplest first."""
        if conjunct.key not in self._ways:
            self._ways[conjunct.key] = []  # a schema that refers to itself in place
            self._ways[conjunct.key] = list(self._iter_ways(conjunct))
        return self._ways[conjunct.key]

    def _iter_ways(
        self,
        conjunct: Conjunct,
    ) -> Iterator[tuple[Conjunct, ...]]:
        """Yield the ways of *conjunct*."""
        schema, scope = conjunct.schema, self._resources.enter(conjunct.schema, conjunct.scope)
        if schema is False:
            yield ()
            return
        if not isinstance(schema, dict):
            return
        for located in list_references(Conjunct(schema, scope), self._resources):
            yield from self.list_ways(Conjunct(located.schema, located.scope))
        if "$ref" in schema and scope.resource.dialect.ref_stands_alone:
            return
        for way in list_own_ways(schema):
            yield tuple(Conjunct(self._keep(each, schema), scope) for each in way)

    def _keep(
        self,
        schema: Any,
        origin: Any,
    ) -> Any:
        """Return *schema*, which is kept if it is derived from *origin*."""
        if isinstance(schema, dict) and id(schema) not in self._resources.places:
            return self._resources.add_synthetic(schema, origin)
        return schema


def list_own_ways(schema: Mapping[str, Any]) -> Ways:
    """Return the ways in which a value can fail the keywords of *schema*."""
    ways: Ways = []
    for keyword, negate in NEGATIONS.items():
        if keyword in schema:
            ways += negate(schema[keyword], schema)
    if not ways and any(keyword in UNBUILT for keyword in schema):
        ways = [[{UNLESS: dict(schema)}]]
    return ways


def _negate_type(
    value: Any,
    schema: Mapping[str, Any],
) -> Ways:
    return [[{TYPES: frozenset(BASIC_TYPES) - expand_types(value)}]]


def _negate_const(
    value: Any,
    schema: Mapping[str, Any],
) -> Ways:
    return [[{UNLESS: {"enum": [value]}}]]


def _negate_enum(
    value: Any,
    schema: Mapping[str, Any],
) -> Ways:
    return [[{UNLESS: {"enum": value}}]]


def _negate_properties(
    value: Any,
    schema: Mapping[str, Any],
) -> Ways:
    return [
        [{"type": "object", "required": [name], "properties": {name: negate_in_place(inner)}}]
        for name, inner in value.items()
        if inner is not True and inner != {}
    ]


def negate_in_place(schema: Any) -> Any:
    """Return the schema of values that fail *schema*."""
    return True if schema is False else {"not": schema}


def _negate_required(
    value: Any,
    schema: Mapping[str, Any],
) -> Ways:
    return [[{"type": "object", "properties": {name: False}}] for name in list_required(schema)]


def _negate_minimum(
    value: Any,
    schema: Mapping[str, Any],
) -> Ways:
    if schema.get("exclusiveMinimum") is True:
        return [[{"type": "number", "maximum": value}]]
    return [[{"type": "number", "exclusiveMaximum": value}]]


def _negate_maximum(
    value: Any,
    schema: Mapping[str, Any],
) -> Ways:
    if schema.get("exclusiveMaximum") is True:
        return [[{"type": "number", "minimum": value}]]
    return [[{"type": "number", "exclusiveMinimum": value}]]


def _negate_exclusive_minimum(
    value: Any,
    schema: Mapping[str, Any],
) -> Ways:
    return [] if isinstance(value, bool) else [[{"type": "number", "maximum": value}]]


def _negate_exclusive_maximum(
    value: Any,
    schema: Mapping[str, Any],
) -> Ways:
    return [] if isinstance(value, bool) else [[{"type": "number", "minimum": value}]]


def _make_low_negation(
    kind: str,
    high_keyword: str,
) -> Callable[..., Ways]:
    """Return the negation of a least size: the greatest size is one less."""

    def negate(
        value: Any,
        schema: Mapping[str, Any],
    ) -> Ways:
        return [[{"type": kind, high_keyword: int(value) - 1}]] if value >= 1 else []

    return negate


def _make_high_negation(
    kind: str,
    low_keyword: str,
) -> Callable[..., Ways]:
    """Return the negation of a greatest size: the least size is one more."""

    def negate(
        value: Any,
        schema: Mapping[str, Any],
    ) -> Ways:
        return [[{"type": kind, low_keyword: int(value) + 1}]]

    return negate


def _make_check(
    kind: str,
    keyword: str,
) -> Callable[..., Ways]:
    """Return the negation of a keyword that is checked only."""

    def negate(
        value: Any,
        schema: Mapping[str, Any],
    ) -> Ways:
        return [[{"type": kind, UNLESS: {keyword: value}}]]

    return negate


def _negate_items(
    value: Any,
    schema: Mapping[str, Any],
) -> Ways:
    if value is True or value == {} or isinstance(value, list) or "prefixItems" in schema:
        return []
    return [[{"type": "array", "minItems": 1, "items": negate_in_place(value)}]]


def _negate_contains(
    value: Any,
    schema: Mapping[str, Any],
) -> Ways:
    if "minContains" in schema or "maxContains" in schema:
        return []
    return [[{"type": "array", "items": negate_in_place(value)}]]


def _negate_additional(
    value: Any,
    schema: Mapping[str, Any],
) -> Ways:
    """Return the ways to fail ``additionalProperties``: a property of another name."""
    if value is True or value == {}:
        return []
    name = OTHER_NAME
    while name in schema.get("properties", {}):
        name += "_"
    return [[{"type": "object", "required": [name], "properties": {name: negate_in_place(value)}}]]


def _negate_names(
    value: Any,
    schema: Mapping[str, Any],
) -> Ways:
    return [[{"type": "object", "minProperties": 1, "propertyNames": negate_in_place(value)}]]


def _negate_all(
    value: Any,
    schema: Mapping[str, Any],
) -> Ways:
    return [[negate_in_place(member)] for member in value if member is not True]


def _negate_any(
    value: Any,
    schema: Mapping[str, Any],
) -> Ways:
    if any(member is True or member == {} for member in value):
        return []
    return [[negate_in_place(member) for member in value]]


def _negate_not(
    value: Any,
    schema: Mapping[str, Any],
) -> Ways:
    return [[value]]


def _negate_if(
    value: Any,
    schema: Mapping[str, Any],
) -> Ways:
    ways: Ways = []
    if "then" in schema:
        ways.append([value, negate_in_place(schema["then"])])
    if "else" in schema:
        ways.append([negate_in_place(value), negate_in_place(schema["else"])])
    return ways


NEGATIONS: Mapping[str, Callable[[Any, Mapping[str, Any]], Ways]] = {
    "const": _negate_const,
    "enum": _negate_enum,
    "properties": _negate_properties,
    "required": _negate_required,
    "minimum": _negate_minimum,
    "maximum": _negate_maximum,
    "exclusiveMinimum": _negate_exclusive_minimum,
    "exclusiveMaximum": _negate_exclusive_maximum,
    "minLength": _make_low_negation("string", "maxLength"),
    "maxLength": _make_high_negation("string", "minLength"),
    "minItems": _make_low_negation("array", "maxItems"),
    "maxItems": _make_high_negation("array", "minItems"),
    "minProperties": _make_low_negation("object", "maxProperties"),
    "maxProperties": _make_high_negation("object", "minProperties"),
    "contains": _negate_contains,
    "items": _negate_items,
    "propertyNames": _negate_names,
    "additionalProperties": _negate_additional,
    "pattern": _make_check("string", "pattern"),
    "multipleOf": _make_check("number", "multipleOf"),
    "allOf": _negate_all,
    "anyOf": _negate_any,
    "oneOf": _negate_any,
    "not": _negate_not,
    "if": _negate_if,
    "type": _negate_type,
}
"""How to fail each keyword: those that keep a value of the same kind come first."""

UNBUILT = frozenset(
    "uniqueItems format patternProperties dependentRequired dependentSchemas dependencies"
    " prefixItems items contains unevaluatedItems unevaluatedProperties".split()
)
"""Keywords whose negation is checked only."""

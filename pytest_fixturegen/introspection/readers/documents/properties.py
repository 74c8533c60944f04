"""The schemas that apply to one property, and to one item, of a conjunction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pytest_fixturegen.introspection.readers.documents.acceptance import (
    Judge,
    list_property_schemas,
    matches,
    split_items,
)
from pytest_fixturegen.introspection.readers.documents.conjunctions import (
    Conjunct,
    Impossible,
    Place,
)
from pytest_fixturegen.introspection.readers.documents.resources import ResourceSet

Conjuncts = tuple[Conjunct, ...]


def collect_property(
    conjuncts: Conjuncts,
    name: str,
    judge: Judge,
    resources: ResourceSet,
) -> Place:
    """Return the schemas that apply to the property *name*. Raise Impossible if it is forbidden."""
    place = []
    for conjunct in conjuncts:
        schema = conjunct.schema
        if "propertyNames" in schema and not judge.accepts(
            name,
            schema["propertyNames"],
            conjunct.scope,
        ):
            reason = f"it does not allow the property {name!r}"
            raise Impossible(
                resources.describe(schema),
                "propertyNames",
                reason,
            )
        inner = list_property_schemas(schema, name)
        if not inner and "unevaluatedProperties" in schema:
            is_evaluated = any(
                id(schema) in other.owners and _evaluates(other.schema, name) for other in conjuncts
            )
            inner = [] if is_evaluated else [schema["unevaluatedProperties"]]
        place += [Conjunct(each, conjunct.scope) for each in inner]
        if any(each is False for each in inner):
            reason = f"it forbids the property {name!r}"
            raise Impossible(
                resources.describe(schema),
                _find_keyword(schema, name),
                reason,
            )
    return tuple(place)


def list_declared(conjuncts: Conjuncts) -> list[str]:
    """Return the names of the properties that *conjuncts* describe, in their order."""
    tables = (each.schema.get("properties") for each in conjuncts)
    return list(
        dict.fromkeys(name for table in tables if isinstance(table, dict) for name in table)
    )


def _evaluates(
    schema: Mapping[str, Any],
    name: str,
) -> bool:
    """Return whether *schema* itself evaluates the property *name*."""
    return bool(list_property_schemas(schema, name)) or (
        schema.get("unevaluatedProperties", False) is not False
    )


def _find_keyword(
    schema: Mapping[str, Any],
    name: str,
) -> str:
    """Return the keyword of *schema* that speaks about the property *name*."""
    if name in schema.get("properties", {}):
        return "properties"
    if any(matches(pattern, name) for pattern in schema.get("patternProperties", {})):
        return "patternProperties"
    return "additionalProperties" if "additionalProperties" in schema else "unevaluatedProperties"


def collect_item(
    conjuncts: Conjuncts,
    position: int,
) -> Place:
    """Return the schemas that apply to the item at *position* of a list."""
    place = []
    for conjunct in conjuncts:
        schema = conjunct.schema
        prefix, rest = split_items(schema)
        if position < len(prefix):
            place.append(Conjunct(prefix[position], conjunct.scope))
        elif rest is not True:
            place.append(Conjunct(rest, conjunct.scope))
        elif "unevaluatedItems" in schema and not _is_item_evaluated(
            conjuncts,
            conjunct,
            position,
        ):
            place.append(Conjunct(schema["unevaluatedItems"], conjunct.scope))
    return tuple(place)


def _is_item_evaluated(
    conjuncts: Conjuncts,
    owner: Conjunct,
    position: int,
) -> bool:
    """Return whether a schema that *owner* applies in place evaluates the item at *position*."""
    for other in conjuncts:
        if id(owner.schema) not in other.owners:
            continue
        schema = other.schema
        prefix, _ = split_items(schema)
        has_rest = "items" in schema and not isinstance(schema["items"], list)
        has_rest |= isinstance(schema.get("items"), list) and "additionalItems" in schema
        has_rest |= "unevaluatedItems" in schema and other is not owner
        if position < len(prefix) or has_rest:
            return True
    return False


def count_prefix(conjuncts: Conjuncts) -> int:
    """Return how many leading items *conjuncts* describe one by one (``prefixItems``)."""
    return max((len(split_items(each.schema)[0]) for each in conjuncts), default=0)

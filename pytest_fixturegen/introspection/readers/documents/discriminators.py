"""Discriminators of OpenAPI: the property that says which schema of several a record has.

No validator reads them, but programs do. So each member of a union comes with a schema for the
property, with the name that the description gives the member, and so does each schema that extends
another one with a discriminator.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pytest_fixturegen.introspection.readers.documents.directions import (
    follow_references,
    iter_mappings,
    iter_parts,
)
from pytest_fixturegen.introspection.readers.documents.resources import split_pointer

COMPONENTS = "#/components/schemas/"

UNIONS = ("oneOf", "anyOf")

MEMBER_RULES = "x-member-rules"
"""Own keyword: what records of each member satisfy, too, by the keyword of the union.

It stands apart from the members, which must exclude each other without it.
"""


def add_discriminators(content: dict[str, Any]) -> dict[str, Any]:
    """Return *content*, a description with components, with what its discriminators say."""
    unions = [schema for schema in iter_mappings(content) if _read_property(schema)]
    if not unions:
        return content
    changes: dict[int, dict[str, Any]] = {}
    for schema in unions:
        rules = {
            keyword: [
                _name_member(
                    content,
                    schema,
                    member,
                )
                for member in schema[keyword]
            ]
            for keyword in UNIONS
            if isinstance(schema.get(keyword), list)
        }
        changes[id(schema)] = {MEMBER_RULES: rules}
    for name, child in _list_schemas(content).items():
        extended = _name_child(
            content,
            name,
            child,
        )
        if extended is not None:
            changes.setdefault(id(child), {})["allOf"] = extended
    copied: dict[str, Any] = _copy_changed(content, changes)
    return copied


def _read_property(schema: Mapping[str, Any]) -> str:
    """Return the property that the discriminator of *schema* names; empty if it has none."""
    discriminator = schema.get("discriminator")
    name = discriminator.get("propertyName") if isinstance(discriminator, dict) else None
    return name if isinstance(name, str) else ""


def _list_schemas(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schemas of the components of *content* by name."""
    components = content.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    return schemas if isinstance(schemas, dict) else {}


def _name_member(
    content: Mapping[str, Any],
    union: Mapping[str, Any],
    member: Any,
) -> Any:
    """Return the schema that the name of *member* of *union* asks for; True if it has none."""
    reference = member.get("$ref") if isinstance(member, dict) else None
    if not isinstance(reference, str):
        return True
    rule = _build_rule(
        content,
        union,
        reference,
        member,
    )
    return {**rule, "required": list(rule["properties"])} if rule else True


def _name_child(
    content: Mapping[str, Any],
    name: str,
    child: Any,
) -> list[Any] | None:
    """Return the ``allOf`` of *child*, which has the *name* that a discriminator reads.

    Return None if it extends no schema with a discriminator, or others extend it: their names
    would contradict its own.
    """
    if not isinstance(child, dict) or not isinstance(child.get("allOf"), list):
        return None
    reference = f"{COMPONENTS}{name}"
    if any(reference in _iter_parents(other) for other in _list_schemas(content).values()):
        return None
    for parent in iter_parts(content, child):
        if _read_property(parent) and not any(keyword in parent for keyword in UNIONS):
            rule = _build_rule(
                content,
                parent,
                reference,
                child,
            )
            return [*child["allOf"], rule] if rule else None
    return None


def _iter_parents(schema: Any) -> Iterator[str]:
    """Yield the references in the ``allOf`` of *schema*."""
    members = schema.get("allOf") if isinstance(schema, dict) else None
    for member in members if isinstance(members, list) else ():
        if isinstance(member, dict) and isinstance(member.get("$ref"), str):
            yield member["$ref"]


def _build_rule(
    content: Mapping[str, Any],
    owner: Mapping[str, Any],
    reference: str,
    member: Any,
) -> dict[str, Any] | None:
    """Return the schema that says the name of *member* in the property of the discriminator.

    *owner* has the discriminator, *reference* leads to the member. Return None if the member has
    no such property, or does not allow the name.
    """
    name = _read_property(owner)
    allowed = _list_names(owner["discriminator"], reference)
    declared = False
    for part in iter_parts(content, member):
        properties = part.get("properties")
        if isinstance(properties, dict) and name in properties:
            declared = True
            allowed = [
                each
                for each in allowed
                if _allows(
                    content,
                    properties[name],
                    each,
                )
            ]
    return {"properties": {name: {"enum": allowed}}} if declared and allowed else None


def _list_names(
    discriminator: Mapping[str, Any],
    reference: str,
) -> list[str]:
    """Return the names of the schema at *reference*: those of the mapping, or its own."""
    mapping = discriminator.get("mapping")
    pairs = mapping.items() if isinstance(mapping, dict) else ()
    names = [name for name, target in pairs if _read_target(target) == reference]
    return names or split_pointer(f"/{reference.rpartition('/')[2]}")


def _read_target(target: Any) -> str:
    """Return the reference that *target* of a mapping means: a component may be named alone."""
    text = str(target)
    return text if "/" in text or "." in text else f"{COMPONENTS}{text}"


def _allows(
    content: Mapping[str, Any],
    schema: Any,
    name: str,
) -> bool:
    """Return whether *schema*, that of a property, allows the text *name*."""
    for part in iter_parts(content, schema):
        kinds = part.get("type", "string")
        options = part.get("enum", [part.get("const", name)])
        if "string" not in kinds or (isinstance(options, list) and name not in options):
            return False
    return not isinstance(follow_references(content, schema), bool) or schema is True


def _copy_changed(
    value: Any,
    changes: Mapping[int, Mapping[str, Any]],
) -> Any:
    """Return a copy of *value* in which schemas have their *changes*."""
    if isinstance(value, list):
        return [_copy_changed(each, changes) for each in value]
    if not isinstance(value, dict):
        return value
    merged = {**value, **changes.get(id(value), {})}
    return {key: _copy_changed(each, changes) for key, each in merged.items()}

"""The references that an API file declares: of fields, of resources, and of the whole file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.store.api_models import FieldRules
from pytest_fixturegen.store.api_values import Settings, require_mapping, to_list

RulesByResource = Mapping[str, Sequence[FieldRules]]

RELATIONSHIP_KEYS = (
    "type",
    "resource",
    "field",
    "foreignKey",
    "targetKey",
    "through",
    "onDelete",
)
"""The keys of a relationship of a resource."""

FILE_RELATIONSHIP_KEYS = ("from", "to", "onDelete")
"""The keys of a relationship of the file."""

REFERENCE_KEYS = ("resource", "field", "onDelete")
MANY_TO_MANY = "manyToMany"
RELATIONSHIP_TYPES = ("belongsTo", "hasMany", "hasOne", MANY_TO_MANY)


class Link(NamedTuple):
    """A reference from ``posts.userId`` to a resource, or to ``users.id``."""

    source: str
    target: str
    on_delete: Any


def iter_links(
    document: Settings,
    resources: Settings,
    rules: RulesByResource,
    location: str,
) -> Iterator[Link]:
    """Yield the links of the file. If two have the same source, the later one counts."""
    yield from _iter_references(rules, location)
    yield from _iter_file_relationships(document, location)
    for name, resource in resources.items():
        yield from _iter_resource_relationships(name, resource, location)


def find_key(declaration: Any, rules: Sequence[FieldRules]) -> str:
    """Return the name of the key of a resource."""
    declared = declaration.get("primaryKey") if isinstance(declaration, dict) else None
    if declared:
        return str(declared)
    return next(
        (each.name for each in rules if each.is_key),
        "id",
    )


def resolve_target(
    link: Link,
    resources: Settings,
    rules: RulesByResource,
    location: str,
) -> str:
    """Return the target of *link* with its field. Raise ConfigError if it is not a key."""
    name, _, target_field = link.target.partition(".")
    if name not in resources:
        raise ConfigError(
            f"{location}: {link.source} refers to {name!r}, which is not a resource.",
            hint=suggest_nearest(name, resources),
        )
    key = find_key(resources[name], rules[name])
    field_names = [each.name for each in rules[name]]
    if target_field != key and target_field in field_names:
        raise ConfigError(
            f"{location}: {link.source} refers to {link.target}, which is not the key of {name}.",
            hint=f"Refer to {name}.{key}.",
        )
    return f"{name}.{target_field or key}"


def _iter_references(rules: RulesByResource, location: str) -> Iterator[Link]:
    """Yield the links that fields declare with ``references``."""
    for name, fields in rules.items():
        for each in fields:
            source = f"{name}.{each.name}"
            if isinstance(each.references, str):
                yield Link(source, each.references, None)
            elif each.references is not None:
                place = f"{location}: resources.{name}.fields.{each.name}.references"
                yield _read_reference(source, each.references, place)


def _read_reference(
    source: str,
    declaration: Any,
    location: str,
) -> Link:
    """Return the link that a field declares; its target is "resource" or "resource.field"."""
    reference = require_mapping(declaration, location, REFERENCE_KEYS)
    target = str(reference.get("resource", ""))
    if "field" in reference:
        target = f"{target}.{reference['field']}"
    return Link(source, target, reference.get("onDelete"))


def _iter_file_relationships(document: Settings, location: str) -> Iterator[Link]:
    """Yield the links of the file's top-level section "relationships".

    Raise ConfigError if one of them lacks "from" or "to".
    """
    place = f"{location}: relationships"
    for declaration in to_list(document.get("relationships")):
        relationship = require_mapping(declaration, place, FILE_RELATIONSHIP_KEYS)
        source = _get_required(relationship, "from", place)
        target = _get_required(relationship, "to", place)
        yield Link(source, target, relationship.get("onDelete"))


def _iter_resource_relationships(
    name: str,
    resource: Any,
    location: str,
) -> Iterator[Link]:
    """Yield the links of one resource, whose relationships are a list or a mapping."""
    place = f"{location}: resources.{name}.relationships"
    declared = resource.get("relationships") if isinstance(resource, dict) else None
    declarations = declared.values() if isinstance(declared, dict) else to_list(declared)
    for declaration in declarations:
        relationship = require_mapping(declaration, place, RELATIONSHIP_KEYS)
        if relationship.get("type") == MANY_TO_MANY:
            yield from _read_join(name, relationship, place)
        else:
            yield _read_relationship(name, relationship, place)


def _read_join(
    name: str,
    relationship: Settings,
    location: str,
) -> Iterator[Link]:
    """Yield the two links of a many-to-many relationship: those of the resource *through*."""
    through = _get_required(relationship, "through", location)
    other = _get_required(relationship, "resource", location)
    on_delete = relationship.get("onDelete")
    yield Link(f"{through}.{_get_required(relationship, 'foreignKey', location)}", name, on_delete)
    yield Link(f"{through}.{_get_required(relationship, 'targetKey', location)}", other, on_delete)


def _read_relationship(
    name: str,
    relationship: Settings,
    location: str,
) -> Link:
    """Return the link of a relationship of the resource *name*.

    ``belongsTo`` names a field of the resource itself, the other types one of the other resource.
    """
    kind = relationship.get("type", "belongsTo")
    other = _get_required(relationship, "resource", location)
    if kind not in RELATIONSHIP_TYPES:
        raise ConfigError(
            f"{location} has an unknown type {kind!r}.",
            hint=suggest_nearest(str(kind), RELATIONSHIP_TYPES),
        )
    if "field" in relationship:
        key = relationship["field"]
    else:
        key = _get_required(relationship, "foreignKey", location)
    owner, target = (name, other) if kind == "belongsTo" else (other, name)
    if "targetKey" in relationship:
        target = f"{target}.{relationship['targetKey']}"
    return Link(f"{owner}.{key}", target, relationship.get("onDelete"))


def _get_required(
    declaration: Settings,
    key: str,
    location: str,
) -> str:
    """Return the value of *key*. Raise ConfigError if it is missing."""
    if not declaration.get(key):
        raise ConfigError(
            f"{location}: a relationship needs {key!r}, got {declaration!r:.80}.",
            hint=f"Add {key}.",
        )
    return str(declaration[key])

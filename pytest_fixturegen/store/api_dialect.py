"""Rewrites the dialects of API files as the one form that the parser reads.

- ``resources`` and ``fields`` may be lists of mappings with a ``name``.
- The arguments of ``generate`` may be in ``options``.
- A ``number`` that identifies records is an ``integer``: a key, or a reference to such a key.
- A reference may lead to a resource that the file does not declare.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.store.api_values import Settings, to_list

NESTED_OPTIONS = ("database.snapshots.", "database.optimizations.")
"""Options that may also be written outside ``database``, which is how the parser names them."""

ROOT_OPTIONS = {
    "host": "server.host",
    "port": "server.port",
    "defaultPageSize": "server.pageSize",
    "networkProfile": "server.networkProfile",
    "dbPath": "database.dbPath",
    "dataFile": "database.dbPath",
}
"""Options that may also be written outside their section."""

FIELD_CONTAINERS = ("fields", "properties")
NUMBER_TYPES = ("number", "integer", "int", "id")
"""The types of keys that are whole numbers."""


class ReferenceField(NamedTuple):
    """A field that refers to a resource, or to one of its fields (``users.id``)."""

    resource: str
    name: str
    target: str


@dataclass(frozen=True, slots=True)
class NormalizedFile:
    """A document in the form that the parser reads.

    *implied* names the resources that the file refers to, but does not declare. They have a key,
    and accept any other field.
    """

    document: Settings
    implied: tuple[str, ...]


def normalize_document(document: Settings, location: str) -> NormalizedFile:
    """Return *document* without the variants of its dialect.

    Invalid parts remain as they are, because the parser describes them. Raise ConfigError if a list
    has an item without a name, or repeats a name.
    """
    named = _name_items(document.get("resources"), f"{location}: resources")
    if not isinstance(named, dict):
        return NormalizedFile(document, ())
    resources = {
        name: _normalize_resource(declaration, f"{location}: resources.{name}")
        for name, declaration in named.items()
    }
    references = list(_iter_reference_fields(document, resources))
    implied = _imply_resources(resources)
    resources |= implied
    for resource in resources.values():
        _make_integer(resource, find_key_name(resource))
        for name in _list_counters(resource):
            _make_integer(resource, name)
    for reference in references:
        target = resources.get(reference.target.partition(".")[0])
        if target is not None and _has_number_key(target):
            _make_integer(resources.get(reference.resource), reference.name)
    return NormalizedFile({**document, "resources": resources}, tuple(implied))


def to_option_path(path: str) -> str:
    """Return the path of an option without the section ``database``, if it is also known so."""
    is_nested = path.startswith(NESTED_OPTIONS)
    return path.removeprefix("database.") if is_nested else ROOT_OPTIONS.get(path, path)


def find_key_name(resource: Any) -> str:
    """Return the name of the key of a *resource* whose fields are a mapping."""
    fields = _get_fields(resource)
    if isinstance(resource, dict) and resource.get("primaryKey"):
        return str(resource["primaryKey"])
    for name, declaration in fields.items():
        if isinstance(declaration, dict) and declaration.get("primaryKey") is True:
            return str(name)
    return "id"


def _name_items(value: Any, location: str) -> Any:
    """Return a list of mappings with a ``name`` as a mapping by name; anything else unchanged."""
    if not isinstance(value, list) or not _has_mappings(value):
        return value
    named: Settings = {}
    for index, item in enumerate(value):
        name = item.get("name") if isinstance(item, dict) else None
        if not isinstance(name, str) or not name:
            raise ConfigError(
                f"{location}[{index}] must be a mapping with a name, got {item!r:.80}.",
                hint="Write - name: with the name.",
            )
        if name in named:
            raise ConfigError(
                f"{location}[{index}] repeats the name {name!r}.", hint="Give each name once."
            )
        named[name] = {key: each for key, each in item.items() if key != "name"}
    return named


def _has_mappings(items: list[Any]) -> bool:
    """Return whether *items* is empty or has a mapping."""
    return not items or any(isinstance(item, dict) for item in items)


def _normalize_resource(declaration: Any, location: str) -> Any:
    """Return the declaration of a resource with its fields in the form of the parser."""
    if isinstance(declaration, dict) and "initialData" in declaration:
        renamed = {**declaration, "data": declaration["initialData"]}
        declaration = {key: value for key, value in renamed.items() if key != "initialData"}
    if not isinstance(declaration, dict) or "fields" not in declaration:
        return declaration
    fields = _normalize_fields(declaration["fields"], f"{location}.fields")
    return {**declaration, "fields": fields}


def _normalize_fields(declarations: Any, location: str) -> Any:
    """Return the declarations of fields by name, each in the form of the parser."""
    named = _name_items(declarations, location)
    if not isinstance(named, dict):
        return named
    return {
        name: _normalize_field(declaration, f"{location}.{name}")
        for name, declaration in named.items()
    }


def _normalize_field(declaration: Any, location: str) -> Any:
    """Return the declaration of a field, and of the fields within it, in the parser's form."""
    if not isinstance(declaration, dict):
        return declaration
    field = dict(declaration)
    for key in FIELD_CONTAINERS:
        if key in field:
            field[key] = _normalize_fields(field[key], f"{location}.{key}")
    if "items" in field:
        field["items"] = _normalize_field(field["items"], f"{location}.items")
    if isinstance(field.get("generate"), dict):
        field["generate"] = _join_arguments(field["generate"], f"{location}.generate")
    return field


def _join_arguments(declaration: Settings, location: str) -> Settings:
    """Return a ``generate`` rule whose ``options`` stand next to its ``type``."""
    if "options" not in declaration:
        return declaration
    options = declaration["options"]
    arguments = {key: value for key, value in declaration.items() if key != "options"}
    if options is None:
        return arguments
    if not isinstance(options, dict):
        raise ConfigError(
            f"{location}.options must be a mapping, got {options!r:.80}.",
            hint="Write the name of each argument with its value.",
        )
    for name in options:
        if name in arguments:
            raise ConfigError(
                f"{location} has {name!r} twice: in options, and next to them.",
                hint="Remove one of them.",
            )
    return {**arguments, **options}


def _iter_reference_fields(document: Settings, resources: Settings) -> Iterator[ReferenceField]:
    """Yield the valid references of fields, of the file's relationships and of the resources'."""
    for name, resource in resources.items():
        for field, declaration in _get_fields(resource).items():
            reference = declaration.get("references") if isinstance(declaration, dict) else None
            if reference:
                yield ReferenceField(
                    str(name),
                    str(field),
                    _format_target(reference),
                )
        if isinstance(resource, dict):
            yield from _iter_relationships(str(name), resource.get("relationships"))
    for relationship in to_list(document.get("relationships")):
        if isinstance(relationship, dict):
            owner, _, field = str(relationship.get("from")).partition(".")
            yield ReferenceField(
                owner,
                field,
                str(relationship.get("to")),
            )


def _iter_relationships(name: str, declarations: Any) -> Iterator[ReferenceField]:
    """Yield the references that the relationships of the resource *name* declare."""
    is_mapping = isinstance(declarations, dict)
    for each in declarations.values() if is_mapping else to_list(declarations):
        if isinstance(each, dict):
            other = str(each.get("resource"))
            field = str(each.get("field") or each.get("foreignKey"))
            is_own = each.get("type", "belongsTo") == "belongsTo"
            if each.get("type") == "manyToMany":
                through = str(each.get("through"))
                yield ReferenceField(through, field, name)
                yield ReferenceField(
                    through,
                    str(each.get("targetKey")),
                    other,
                )
                continue
            owner, target = (name, other) if is_own else (other, name)
            yield ReferenceField(owner, field, target)


def _format_target(reference: Any) -> str:
    """Return the target of ``references`` as "resource" or "resource.field"."""
    if not isinstance(reference, dict):
        return str(reference)
    target = str(reference.get("resource", ""))
    return f"{target}.{reference['field']}" if "field" in reference else target


def _imply_resources(resources: Settings) -> Settings:
    """Return a resource for each ``references: {resource: …}`` that the file does not declare.

    Its key has the type of the field that refers to it. A name that is close to a declared one
    remains an error, because it is probably misspelled.
    """
    implied: Settings = {}
    for resource in resources.values():
        for declaration in _get_fields(resource).values():
            reference = declaration.get("references") if isinstance(declaration, dict) else None
            if not isinstance(reference, dict):
                continue
            name = str(reference.get("resource", ""))
            is_declared = not name or name in resources
            if not is_declared and not get_close_matches(name, map(str, resources)):
                key = {"type": _get_type(declaration), "primaryKey": True}
                implied.setdefault(
                    name,
                    {"fields": {reference.get("field", "id"): key}},
                )
    return implied


def _get_fields(resource: Any) -> Settings:
    """Return the fields of *resource*; empty if it declares none."""
    fields = resource.get("fields") if isinstance(resource, dict) else None
    return fields if isinstance(fields, dict) else {}


def _get_type(declaration: Any) -> str:
    """Return the type of a field, or of the items of an array."""
    if isinstance(declaration, str):
        return declaration
    if not isinstance(declaration, dict):
        return "string"
    if "items" in declaration:
        return _get_type(declaration["items"])
    return str(declaration.get("type", "string"))


def _has_number_key(resource: Any) -> bool:
    """Return whether the key of *resource* is a whole number. A key that it adds is one."""
    key = _get_fields(resource).get(find_key_name(resource))
    return key is None or _get_type(key) in NUMBER_TYPES


def _list_counters(resource: Any) -> list[str]:
    """Return the names of the fields that the server counts."""
    return [
        str(name)
        for name, declaration in _get_fields(resource).items()
        if isinstance(declaration, dict) and declaration.get("autoIncrement") is True
    ]


def _make_integer(resource: Any, name: str) -> None:
    """Give the field *name*, or its items, the type integer if it has the type number."""
    fields = _get_fields(resource)
    if name in fields and _get_type(fields[name]) == "number":
        fields[name] = _replace_type(fields[name])


def _replace_type(declaration: Any) -> Any:
    """Return *declaration* with integers as its type or as that of its items."""
    if not isinstance(declaration, dict):
        return "integer"
    if "items" in declaration:
        return {**declaration, "items": _replace_type(declaration["items"])}
    return {**declaration, "type": "integer"}

"""Reads an API file: resources, relationships, data and options in YAML or JSON.

The keys are those that tools for mock APIs share. An unknown key is an error that suggests the
nearest.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any, NamedTuple

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.store.api_models import FieldRules, build_model
from pytest_fixturegen.store.generate_rules import GenerateRule
from pytest_fixturegen.store.models import ResourceOptions

Settings = dict[str, Any]
RulesByResource = Mapping[str, Sequence[FieldRules]]

FILE_KEYS = ("resources", "relationships", "data", "options")
RESOURCE_KEYS = ("fields", "relationships", "data", "primaryKey", "description")
RELATIONSHIP_KEYS = ("type", "resource", "field", "foreignKey", "onDelete")
"""The keys of a relationship of a resource."""

FILE_RELATIONSHIP_KEYS = ("from", "to", "onDelete")
"""The keys of a relationship of the file."""

REFERENCE_KEYS = ("resource", "field", "onDelete")
RELATIONSHIP_TYPES = ("belongsTo", "hasMany", "hasOne")
MILLISECONDS_PER_SECOND = 1000

OPTION_KEYS = {
    "database.adapter": "store.adapter",
    "database.dbPath": "store.db_path",
    "database.autoSave": "store.auto_save",
    "database.saveInterval": "store.save_interval",
    "snapshots.enabled": "store.snapshots",
    "snapshots.directory": "store.snapshots_directory",
    "generateData.enabled": "store.generate",
    "generateData.count": "store.count",
    "generateData.counts": "store.counts",
    "optimizations.indexedFields": "store.indexed_fields",
    "optimizations.cacheSize": "store.cache_size",
    "optimizations.lazyLoading": "store.lazy_loading",
    "seed": "seed",
    "locale": "locale",
    "seedScript": "store.seed_script",
    "server.host": "serve.host",
    "server.port": "serve.port",
    "server.pageSize": "serve.page_size",
    "server.latency": "serve.latency",
    "server.fail": "serve.fail",
}
"""The keys under ``options`` of an API file, and the option of this package that each one sets."""

PATH_OPTIONS = ("store.db_path", "store.snapshots_directory", "store.seed_script")
"""Options that are paths. An API file gives them relative to its own folder."""


@dataclass(frozen=True, slots=True)
class ApiFile:
    """The content of an API file.

    *models* and *data* are by resource. *generate_rules* say how fields are drawn, by resource and
    path. *settings* are by the keys of this package's options.
    """

    models: Mapping[str, Any]
    resource_options: ResourceOptions
    data: Mapping[str, Sequence[Mapping[str, Any]]]
    generate_rules: Mapping[str, Mapping[str, GenerateRule]] = field(default_factory=dict)
    settings: Settings = field(default_factory=dict)


class _Link(NamedTuple):
    """A reference from ``posts.userId`` to a resource, or to ``users.id``."""

    source: str
    target: str
    on_delete: Any


def read_api_file(path: Path) -> ApiFile:
    """Return the content of the API file at *path*.

    Raise ConfigError, with the place in the file, if something in it is invalid.
    """
    return parse_api(_load_file(path), str(path), path.parent)


def parse_api(
    document: Any,
    location: str,
    folder: Path,
) -> ApiFile:
    """Return the content of *document*, a mapping. Its paths are relative to *folder*.

    *location* names the file in error messages. Raise ConfigError if something is invalid.
    """
    document = _require_mapping(document, location, FILE_KEYS)
    resources = _require_mapping(document.get("resources"), f"{location}: resources")
    if not resources:
        raise ConfigError(
            f"{location} does not declare any resources.",
            hint="Write resources: with a mapping of names.",
            file=location,
        )
    rules = {
        name: _read_fields(str(name), declaration, location)
        for name, declaration in resources.items()
    }
    settings = _read_settings(document.get("options"), location, folder)
    return ApiFile(
        models={name: build_model(name, fields) for name, fields in rules.items()},
        resource_options=_read_resource_options(document, resources, rules, location),
        data=_read_records(document, resources, location),
        generate_rules={name: _merge_generate_rules(fields) for name, fields in rules.items()},
        settings=settings,
    )


def _load_file(path: Path) -> Any:
    """Return the content of the file, read as JSON or YAML according to its suffix.

    Raise ConfigError if it cannot be read or its syntax is invalid.
    """
    try:
        text = path.read_text("utf-8")
        return json.loads(text) if path.suffix == ".json" else _parse_yaml(text)
    except OSError as error:
        raise ConfigError(
            f"Cannot read {path}: {error.strerror}.", hint="Name an API file.", file=str(path)
        ) from error
    except ValueError as error:
        raise ConfigError(
            f"{path} is not valid {path.suffix[1:].upper()}: {error}",
            hint="Correct the syntax.",
            file=str(path),
        ) from error


def _parse_yaml(text: str) -> Any:
    """Return the content of a YAML text.

    Raise ConfigError if PyYAML is missing, and ValueError, on one line, if the syntax is invalid.
    """
    try:
        import yaml
    except ImportError as error:
        raise ConfigError(
            "API files in YAML need PyYAML.", hint="pip install 'pytest-fixturegen[serve]'"
        ) from error
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(" ".join(str(error).split())) from error


def _read_resource_options(
    document: Settings,
    resources: Settings,
    rules: RulesByResource,
    location: str,
) -> ResourceOptions:
    """Return the keys, links, rules on delete and unique fields that the file declares.

    If two declarations link the same field, the last one decides its target.
    """
    links: dict[str, str] = {}
    on_delete: dict[str, str] = {}
    for link in _iter_links(
        document,
        resources,
        rules,
        location,
    ):
        links[link.source] = _resolve_target(
            link,
            resources,
            rules,
            location,
        )
        if link.on_delete:
            on_delete[link.source] = str(link.on_delete)
    keys = [f"{name}.{_find_key(resources[name], fields)}" for name, fields in rules.items()]
    return ResourceOptions(
        keys=tuple(keys),
        links=tuple(f"{source}={target}" for source, target in links.items()),
        on_delete=tuple(on_delete.items()),
        unique=tuple(_iter_unique_fields(rules)),
    )


def _iter_unique_fields(rules: RulesByResource) -> Iterator[str]:
    """Yield each unique field as ``resource.field``, in the order of the file."""
    for name, fields in rules.items():
        for field_rules in fields:
            if field_rules.is_unique:
                yield f"{name}.{field_rules.name}"


def _merge_generate_rules(fields: Sequence[FieldRules]) -> dict[str, GenerateRule]:
    """Return the generation rules of all fields; a later field replaces rules of the same name."""
    merged: dict[str, GenerateRule] = {}
    for rules in fields:
        merged |= rules.generate_rules
    return merged


def _read_fields(
    name: str,
    declaration: Any,
    location: str,
) -> list[FieldRules]:
    """Return the fields of the resource *name*. Add a key ``id`` if it declares none."""
    resource_location = f"{location}: resources.{name}"
    resource = _require_mapping(declaration, resource_location, RESOURCE_KEYS)
    fields = _require_mapping(resource.get("fields"), f"{resource_location}.fields")
    rules = [
        FieldRules.parse(str(field_name), rule, f"{resource_location}.fields.{field_name}")
        for field_name, rule in fields.items()
    ]
    has_key = any(each.is_key or each.name == "id" for each in rules)
    if has_key or resource.get("primaryKey"):
        return rules
    return [FieldRules("id", "integer", is_required=True), *rules]


def _find_key(declaration: Any, rules: Sequence[FieldRules]) -> str:
    """Return the name of the key of a resource."""
    declared = declaration.get("primaryKey") if isinstance(declaration, dict) else None
    if declared:
        return str(declared)
    return next((each.name for each in rules if each.is_key), "id")


def _iter_links(
    document: Settings,
    resources: Settings,
    rules: RulesByResource,
    location: str,
) -> Iterator[_Link]:
    """Yield the links of the file. If two have the same source, the later one counts."""
    yield from _iter_references(rules, location)
    yield from _iter_file_relationships(document, location)
    for name, resource in resources.items():
        yield from _iter_resource_relationships(name, resource, location)


def _resolve_target(
    link: _Link,
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
    key = _find_key(resources[name], rules[name])
    field_names = [each.name for each in rules[name]]
    if target_field != key and target_field in field_names:
        raise ConfigError(
            f"{location}: {link.source} refers to {link.target}, which is not the key of {name}.",
            hint=f"Refer to {name}.{key}.",
        )
    return f"{name}.{target_field or key}"


def _iter_references(rules: RulesByResource, location: str) -> Iterator[_Link]:
    """Yield the links that fields declare with ``references``."""
    for name, fields in rules.items():
        for each in fields:
            source = f"{name}.{each.name}"
            if isinstance(each.references, str):
                yield _Link(source, each.references, None)
            elif each.references is not None:
                place = f"{location}: resources.{name}.fields.{each.name}.references"
                yield _read_reference(source, each.references, place)


def _read_reference(
    source: str,
    declaration: Any,
    location: str,
) -> _Link:
    """Return the link that a field declares; its target is "resource" or "resource.field"."""
    reference = _require_mapping(declaration, location, REFERENCE_KEYS)
    target = str(reference.get("resource", ""))
    if "field" in reference:
        target = f"{target}.{reference['field']}"
    return _Link(source, target, reference.get("onDelete"))


def _iter_file_relationships(document: Settings, location: str) -> Iterator[_Link]:
    """Yield the links of the file's top-level section "relationships".

    Raise ConfigError if one of them lacks "from" or "to".
    """
    place = f"{location}: relationships"
    for declaration in _to_list(document.get("relationships")):
        relationship = _require_mapping(declaration, place, FILE_RELATIONSHIP_KEYS)
        source = _get_required(relationship, "from", place)
        target = _get_required(relationship, "to", place)
        yield _Link(source, target, relationship.get("onDelete"))


def _iter_resource_relationships(
    name: str,
    resource: Any,
    location: str,
) -> Iterator[_Link]:
    """Yield the links of one resource, whose relationships are a list or a mapping."""
    place = f"{location}: resources.{name}.relationships"
    declared = resource.get("relationships") if isinstance(resource, dict) else None
    declarations = declared.values() if isinstance(declared, dict) else _to_list(declared)
    for declaration in declarations:
        relationship = _require_mapping(declaration, place, RELATIONSHIP_KEYS)
        yield _read_relationship(name, relationship, place)


def _read_relationship(
    name: str,
    relationship: Settings,
    location: str,
) -> _Link:
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
    return _Link(f"{owner}.{key}", target, relationship.get("onDelete"))


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


def _read_records(
    document: Settings,
    resources: Settings,
    location: str,
) -> dict[str, list[Any]]:
    """Return the initial records: those of the file, then those of each resource."""
    declared = _require_mapping(document.get("data"), f"{location}: data", resources)
    records = {name: list(_to_list(each)) for name, each in declared.items()}
    for name, resource in resources.items():
        own_records = resource.get("data") if isinstance(resource, dict) else None
        records.setdefault(name, []).extend(_to_list(own_records))
    return records


def _read_settings(
    options: Any,
    location: str,
    folder: Path,
) -> Settings:
    """Return *options* by the keys of this package's options.

    Data is drawn if ``generateData`` has a count, unless it also says whether it is enabled.
    """
    settings: Settings = {"store.generate": False}
    paths = dict(_walk_options(_require_mapping(options, f"{location}: options")))
    for path, value in paths.items():
        if path not in OPTION_KEYS:
            raise ConfigError(
                f"{location}: unknown option options.{path}.",
                hint=suggest_nearest(path, OPTION_KEYS),
                file=location,
            )
        key = OPTION_KEYS[path]
        settings[key] = _convert_option(key, value, folder)
    has_count = any(path.startswith("generateData.count") for path in paths)
    if has_count and "generateData.enabled" not in paths:
        settings["store.generate"] = True
    return settings


def _walk_options(options: Settings, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each option with its path, such as ``database.adapter``."""
    for name, value in options.items():
        path = f"{prefix}{name}"
        if isinstance(value, dict) and path not in OPTION_KEYS:
            yield from _walk_options(value, f"{path}.")
        else:
            yield path, value


def _convert_option(
    key: str,
    value: Any,
    folder: Path,
) -> Any:
    """Return *value* in the form of this package's option *key*."""
    if key == "store.save_interval" and isinstance(value, int | float):
        return value / MILLISECONDS_PER_SECOND
    if key in PATH_OPTIONS and isinstance(value, str):
        is_url = "://" in value
        return value if is_url else str(folder / value)
    if key == "store.counts" and isinstance(value, dict):
        return {str(name): str(count) for name, count in value.items()}
    if key == "store.indexed_fields" and isinstance(value, dict):
        return list(_iter_indexed_fields(value))
    if isinstance(value, list):
        return [str(each) for each in value]
    return value


def _iter_indexed_fields(fields_by_resource: Mapping[str, Any]) -> Iterator[str]:
    """Yield each indexed field as ``resource.field``; a resource has one field or a list."""
    for name, fields in fields_by_resource.items():
        for field_name in _to_list(fields):
            yield f"{name}.{field_name}"


def _require_mapping(
    value: Any,
    location: str,
    known_keys: Collection[str] = (),
) -> Settings:
    """Return *value*, or an empty mapping for None.

    Raise ConfigError if it is not a mapping, or has other keys than *known_keys*.
    """
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ConfigError(
            f"{location} must be a mapping, got {value!r:.80}.", hint="Write names with values."
        )
    for name in value:
        if known_keys and name not in known_keys:
            raise ConfigError(
                f"{location} has an unknown key {name!r}.",
                hint=suggest_nearest(str(name), map(str, known_keys)),
            )
    return value


def _to_list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]

"""Reads an API file: resources, fields, relationships, data and options in YAML or JSON become models and settings.

Keys are those that tools for mock APIs share. One that is not known is an error that suggests the nearest.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.store.api_models import FieldRules, build_model
from pytest_fixturegen.store.models import ResourceOptions

Settings = dict[str, Any]

FILE_KEYS = ("resources", "relationships", "data", "options")
RESOURCE_KEYS = ("fields", "relationships", "data", "primaryKey", "description")
RELATIONSHIP_KEYS = ("type", "resource", "field", "foreignKey", "onDelete")
FILE_RELATIONSHIP_KEYS = ("from", "to", "onDelete")
"""What may be said of a relationship of a resource, and of one of the file."""

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
"""What an API file may set under ``options``, and the option of ours that it is."""

PATH_OPTIONS = ("store.db_path", "store.snapshots_directory", "store.seed_script")
"""Options that are paths: in an API file they are taken from its own folder."""


@dataclass(frozen=True, slots=True)
class ApiFile:
    """What an API file says: *models* by resource, *wishes* for their keys and references, initial *data*, how fields are
    drawn (*policies*, by resource and field), and *settings* by the keys of our options.
    """

    models: Mapping[str, Any]
    resource_options: ResourceOptions
    data: Mapping[str, Sequence[Mapping[str, Any]]]
    policies: Mapping[str, Mapping[str, Settings]] = field(default_factory=dict)
    settings: Settings = field(default_factory=dict)


def read_api_file(path: Path) -> ApiFile:
    """What the file at *path* says. Raises ConfigError with the place of what cannot be."""
    return parse_api(_load_file(path), str(path), path.parent)


def parse_api(document: Any, location: str, folder: Path) -> ApiFile:
    """What *told*, the mapping in the file *place*, says; paths are taken from *folder*."""
    document = _require_mapping(document, location, FILE_KEYS)
    resources = _require_mapping(document.get("resources"), f"{location}: resources")
    if not resources:
        raise ConfigError(
            f"{location} names no resources.",
            hint="Write resources: with a mapping of names.",
            file=location,
        )
    rules = {name: _read_fields(str(name), said, location) for name, said in resources.items()}
    links, fates = _read_links(document, resources, rules, location)
    settings = _read_settings(document.get("options"), location, folder)
    return ApiFile(
        models={name: build_model(name, each) for name, each in rules.items()},
        resource_options=ResourceOptions(
            keys=tuple(
                f"{name}.{key}"
                for name, said in resources.items()
                if (key := _find_key(said, rules[name]))
            ),
            links=tuple(f"{source}={target}" for source, target in links.items()),
            on_delete=tuple(fates.items()),
            unique=tuple(
                f"{name}.{each.name}"
                for name, fields in rules.items()
                for each in fields
                if each.is_unique
            ),
        ),
        data=_read_records(document, resources, location),
        policies={
            name: {path: each for field in fields for path, each in field.policies.items()}
            for name, fields in rules.items()
        },
        settings=settings,
    )


def _load_file(path: Path) -> Any:
    try:
        text = path.read_text("utf-8")
        return json.loads(text) if path.suffix == ".json" else _parse_yaml(text)
    except OSError as error:
        raise ConfigError(
            f"{path} cannot be read: {error.strerror}.", hint="Name an API file.", file=str(path)
        ) from error
    except ValueError as error:
        raise ConfigError(
            f"{path} is no {path.suffix[1:].upper()}: {error}", hint="Correct it.", file=str(path)
        ) from error


def _parse_yaml(text: str) -> Any:
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


def _read_fields(name: str, declaration: Any, location: str) -> list[FieldRules]:
    """The fields of the resource *name*, with a key among them."""
    told = _require_mapping(declaration, f"{location}: resources.{name}", RESOURCE_KEYS)
    fields = _require_mapping(told.get("fields"), f"{location}: resources.{name}.fields")
    rules = [
        FieldRules.parse(str(each), rule, f"{location}: resources.{name}.fields.{each}")
        for each, rule in fields.items()
    ]
    has_key = told.get("primaryKey") or any(each.is_key or each.name == "id" for each in rules)
    return rules if has_key else [FieldRules("id", "integer", is_required=True), *rules]


def _find_key(declaration: Any, rules: Sequence[FieldRules]) -> str:
    named = declaration.get("primaryKey") if isinstance(declaration, dict) else None
    return str(named) if named else next((each.name for each in rules if each.is_key), "id")


def _read_links(
    document: Settings, resources: Settings, rules: Mapping[str, list[FieldRules]], location: str
) -> tuple[dict[str, str], dict[str, str]]:
    """Each reference as ``posts.userId`` and ``users.id``, and what it does on delete."""
    links, fates = {}, {}
    for source, target, fate in (
        *_list_field_references(resources, rules, location),
        *_list_relationships(document, resources, location),
    ):
        name, _, field = target.partition(".")
        if name not in resources:
            raise ConfigError(
                f"{location}: {source} refers to {name!r}, which is no resource.",
                hint=suggest_nearest(name, resources),
            )
        key = _find_key(resources[name], rules[name])
        if field and field != key and field in [each.name for each in rules[name]]:
            words = f"{location}: {source} refers to {target}, which is not the key of {name}."
            raise ConfigError(words, hint=f"Refer to {name}.{key}.")
        links[source] = f"{name}.{field or key}"
        if fate:
            fates[source] = str(fate)
    return links, fates


def _list_field_references(
    resources: Settings, rules: Mapping[str, list[FieldRules]], location: str
) -> Iterator[tuple[str, str, Any]]:
    for name, fields in rules.items():
        for each in fields:
            told = each.references
            if isinstance(told, str):
                yield f"{name}.{each.name}", told, None
            elif told is not None:
                said = _require_mapping(
                    told,
                    f"{location}: resources.{name}.fields.{each.name}.references",
                    REFERENCE_KEYS,
                )
                target = str(said.get("resource", ""))
                yield (
                    f"{name}.{each.name}",
                    f"{target}.{said['field']}" if "field" in said else target,
                    said.get("onDelete"),
                )


def _list_relationships(
    document: Settings, resources: Settings, location: str
) -> Iterator[tuple[str, str, Any]]:
    for each in _to_list(document.get("relationships")):
        said = _require_mapping(each, f"{location}: relationships", FILE_RELATIONSHIP_KEYS)
        source, target = (
            _get_required(said, word, f"{location}: relationships") for word in ("from", "to")
        )
        yield source, target, said.get("onDelete")
    for name, resource in resources.items():
        inside = resource.get("relationships") if isinstance(resource, dict) else None
        for each in inside.values() if isinstance(inside, dict) else _to_list(inside):
            where = f"{location}: resources.{name}.relationships"
            said = _require_mapping(each, where, RELATIONSHIP_KEYS)
            kind, other = said.get("type", "belongsTo"), _get_required(said, "resource", where)
            if kind not in RELATIONSHIP_TYPES:
                raise ConfigError(
                    f"{where}: there is no type {kind!r}.",
                    hint=suggest_nearest(str(kind), RELATIONSHIP_TYPES),
                )
            key = said["field"] if "field" in said else _get_required(said, "foreignKey", where)
            yield (
                (f"{name}.{key}", other, said.get("onDelete"))
                if kind == "belongsTo"
                else (f"{other}.{key}", name, said.get("onDelete"))
            )


def _get_required(declaration: Settings, key: str, location: str) -> str:
    """What *said* says under *word*. Raises ConfigError where it says nothing."""
    if not declaration.get(key):
        raise ConfigError(
            f"{location} has one without {key}: {declaration!r:.80}.", hint=f"Say its {key}."
        )
    return str(declaration[key])


def _read_records(document: Settings, resources: Settings, location: str) -> dict[str, list[Any]]:
    given = _require_mapping(document.get("data"), f"{location}: data", resources)
    found = {name: list(_to_list(records)) for name, records in given.items()}
    for name, said in resources.items():
        found.setdefault(name, []).extend(
            _to_list(said.get("data") if isinstance(said, dict) else None)
        )
    return found


def _read_settings(options: Any, location: str, folder: Path) -> Settings:
    """*options* by the keys of ours. Data is drawn only where ``generateData`` asks for it."""
    found: Settings = {"store.generate": False}
    for path, value in _walk_options(_require_mapping(options, f"{location}: options")):
        if path not in OPTION_KEYS:
            raise ConfigError(
                f"{location} sets options.{path}, which is no option.",
                hint=suggest_nearest(path, OPTION_KEYS),
                file=location,
            )
        key = OPTION_KEYS[path]
        if path.startswith("generateData.count"):
            found.setdefault("asked", True)
        found[key] = _convert_option(key, value, found, folder)
    asked = found.pop("asked", False)
    if asked and not any(path == "generateData.enabled" for path, _ in _walk_options(options)):
        found["store.generate"] = True
    return found


def _walk_options(options: Settings, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in options.items():
        path = f"{prefix}{name}"
        if isinstance(value, dict) and path not in OPTION_KEYS:
            yield from _walk_options(value, f"{path}.")
        else:
            yield path, value


def _convert_option(key: str, value: Any, settings: Settings, folder: Path) -> Any:
    if key == "store.save_interval" and isinstance(value, int | float):
        return value / MILLISECONDS_PER_SECOND
    if key in PATH_OPTIONS and isinstance(value, str) and "://" not in value:
        return str(folder / value)
    if key == "store.counts" and isinstance(value, dict):
        return {str(name): str(count) for name, count in value.items()}
    if key == "store.indexed_fields" and isinstance(value, dict):
        return [f"{name}.{each}" for name, fields in value.items() for each in _to_list(fields)]
    return [str(each) for each in value] if isinstance(value, list) else value


def _require_mapping(value: Any, location: str, known_keys: Collection[str] = ()) -> Settings:
    """*value* as a mapping of *known* keys; nothing is an empty one."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ConfigError(
            f"{location} is {value!r:.80}, which is no mapping.",
            hint="Write names with what they stand for.",
        )
    for name in value:
        if known_keys and name not in known_keys:
            raise ConfigError(
                f"{location} has {name!r}, which means nothing there.",
                hint=suggest_nearest(str(name), map(str, known_keys)),
            )
    return value


def _to_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]

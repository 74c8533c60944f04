"""Reads an API file: resources, fields, relationships, data and options in YAML or JSON become models and settings.

Keys are those that tools for mock APIs share. One that is not known is an error that suggests the nearest.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any

from pytest_fixturegen.errors import ConfigError, nearest
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.store.api_models import FieldRules, model_of
from pytest_fixturegen.store.models import Wishes

Settings = dict[str, Any]

TOP = ("resources", "relationships", "data", "options")
RESOURCE = ("fields", "relationships", "data", "primaryKey", "description")
RELATION = ("type", "resource", "field", "foreignKey", "onDelete")
BETWEEN = ("from", "to", "onDelete")
"""What may be said of a relationship of a resource, and of one of the file."""

REFERENCE = ("resource", "field", "onDelete")
KINDS = ("belongsTo", "hasMany", "hasOne")
MILLISECONDS = 1000

OPTIONS = {
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

PLACES = ("store.db_path", "store.snapshots_directory", "store.seed_script")
"""Options that are paths: in an API file they are taken from its own folder."""


@dataclass(frozen=True, slots=True)
class ApiFile:
    """What an API file says: *models* by resource, *wishes* for their keys and references, initial *data*, how fields are
    drawn (*policies*, by resource and field), and *settings* by the keys of our options.
    """

    models: Mapping[str, Any]
    wishes: Wishes
    data: Mapping[str, Sequence[Mapping[str, Any]]]
    policies: Mapping[str, Mapping[str, Settings]] = field(default_factory=dict)
    settings: Settings = field(default_factory=dict)


def read_api_file(path: Path) -> ApiFile:
    """What the file at *path* says. Raises ConfigError with the place of what cannot be."""
    return parse_api(_parsed(path), str(path), path.parent)


def parse_api(told: Any, place: str, folder: Path) -> ApiFile:
    """What *told*, the mapping in the file *place*, says; paths are taken from *folder*."""
    told = _mapping(told, place, TOP)
    resources = _mapping(told.get("resources"), f"{place}: resources")
    if not resources:
        raise ConfigError(f"{place} names no resources.", hint="Write resources: with a mapping of names.", file=place)
    rules = {name: _rules(str(name), said, place) for name, said in resources.items()}
    links, fates = _links(told, resources, rules, place)
    settings = _settings(told.get("options"), place, folder)
    return ApiFile(
        models={name: model_of(name, each) for name, each in rules.items()},
        wishes=Wishes(
            keys=tuple(f"{name}.{key}" for name, said in resources.items() if (key := _key(said, rules[name]))),
            links=tuple(f"{source}={target}" for source, target in links.items()),
            on_delete=tuple(fates.items()),
            unique=tuple(f"{name}.{each.name}" for name, fields in rules.items() for each in fields if each.unique),
        ),
        data=_records(told, resources, place),
        policies={
            name: {path: each for field in fields for path, each in field.policies.items()} for name, fields in rules.items()
        },
        settings=settings,
    )


def _parsed(path: Path) -> Any:
    try:
        text = path.read_text("utf-8")
        return json.loads(text) if path.suffix == ".json" else _yaml(text)
    except OSError as error:
        raise ConfigError(f"{path} cannot be read: {error.strerror}.", hint="Name an API file.", file=str(path)) from error
    except ValueError as error:
        raise ConfigError(f"{path} is no {path.suffix[1:].upper()}: {error}", hint="Correct it.", file=str(path)) from error


def _yaml(text: str) -> Any:
    try:
        import yaml
    except ImportError as error:
        raise ConfigError("API files in YAML need PyYAML.", hint="pip install 'pytest-fixturegen[serve]'") from error
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(" ".join(str(error).split())) from error


def _rules(name: str, said: Any, place: str) -> list[FieldRules]:
    """The fields of the resource *name*, with a key among them."""
    told = _mapping(said, f"{place}: resources.{name}", RESOURCE)
    fields = _mapping(told.get("fields"), f"{place}: resources.{name}.fields")
    rules = [FieldRules.of(str(each), rule, f"{place}: resources.{name}.fields.{each}") for each, rule in fields.items()]
    has_key = told.get("primaryKey") or any(each.is_key or each.name == "id" for each in rules)
    return rules if has_key else [FieldRules("id", "integer", required=True), *rules]


def _key(said: Any, rules: Sequence[FieldRules]) -> str:
    named = said.get("primaryKey") if isinstance(said, dict) else None
    return str(named) if named else next((each.name for each in rules if each.is_key), "id")


def _links(
    told: Settings, resources: Settings, rules: Mapping[str, list[FieldRules]], place: str
) -> tuple[dict[str, str], dict[str, str]]:
    """Each reference as ``posts.userId`` and ``users.id``, and what it does on delete."""
    links, fates = {}, {}
    for source, target, fate in (*_of_fields(resources, rules, place), *_of_relationships(told, resources, place)):
        name, _, field = target.partition(".")
        if name not in resources:
            raise ConfigError(f"{place}: {source} refers to {name!r}, which is no resource.", hint=nearest(name, resources))
        key = _key(resources[name], rules[name])
        if field and field != key and field in [each.name for each in rules[name]]:
            words = f"{place}: {source} refers to {target}, which is not the key of {name}."
            raise ConfigError(words, hint=f"Refer to {name}.{key}.")
        links[source] = f"{name}.{field or key}"
        if fate:
            fates[source] = str(fate)
    return links, fates


def _of_fields(resources: Settings, rules: Mapping[str, list[FieldRules]], place: str) -> Iterator[tuple[str, str, Any]]:
    for name, fields in rules.items():
        for each in fields:
            told = each.references
            if isinstance(told, str):
                yield f"{name}.{each.name}", told, None
            elif told is not None:
                said = _mapping(told, f"{place}: resources.{name}.fields.{each.name}.references", REFERENCE)
                target = str(said.get("resource", ""))
                yield f"{name}.{each.name}", f"{target}.{said['field']}" if "field" in said else target, said.get("onDelete")


def _of_relationships(told: Settings, resources: Settings, place: str) -> Iterator[tuple[str, str, Any]]:
    for each in _listed(told.get("relationships")):
        said = _mapping(each, f"{place}: relationships", BETWEEN)
        source, target = (_needed(said, word, f"{place}: relationships") for word in ("from", "to"))
        yield source, target, said.get("onDelete")
    for name, resource in resources.items():
        inside = resource.get("relationships") if isinstance(resource, dict) else None
        for each in inside.values() if isinstance(inside, dict) else _listed(inside):
            where = f"{place}: resources.{name}.relationships"
            said = _mapping(each, where, RELATION)
            kind, other = said.get("type", "belongsTo"), _needed(said, "resource", where)
            if kind not in KINDS:
                raise ConfigError(f"{where}: there is no type {kind!r}.", hint=nearest(str(kind), KINDS))
            key = said["field"] if "field" in said else _needed(said, "foreignKey", where)
            yield (
                (f"{name}.{key}", other, said.get("onDelete"))
                if kind == "belongsTo"
                else (f"{other}.{key}", name, said.get("onDelete"))
            )


def _needed(said: Settings, word: str, where: str) -> str:
    """What *said* says under *word*. Raises ConfigError where it says nothing."""
    if not said.get(word):
        raise ConfigError(f"{where} has one without {word}: {said!r:.80}.", hint=f"Say its {word}.")
    return str(said[word])


def _records(told: Settings, resources: Settings, place: str) -> dict[str, list[Any]]:
    given = _mapping(told.get("data"), f"{place}: data", resources)
    found = {name: list(_listed(records)) for name, records in given.items()}
    for name, said in resources.items():
        found.setdefault(name, []).extend(_listed(said.get("data") if isinstance(said, dict) else None))
    return found


def _settings(options: Any, place: str, folder: Path) -> Settings:
    """*options* by the keys of ours. Data is drawn only where ``generateData`` asks for it."""
    found: Settings = {"store.generate": False}
    for path, value in _leaves(_mapping(options, f"{place}: options")):
        if path not in OPTIONS:
            raise ConfigError(f"{place} sets options.{path}, which is no option.", hint=nearest(path, OPTIONS), file=place)
        key = OPTIONS[path]
        if path.startswith("generateData.count"):
            found.setdefault("asked", True)
        found[key] = _value(key, value, found, folder)
    asked = found.pop("asked", False)
    if asked and not any(path == "generateData.enabled" for path, _ in _leaves(options)):
        found["store.generate"] = True
    return found


def _leaves(options: Settings, above: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in options.items():
        path = f"{above}{name}"
        if isinstance(value, dict) and path not in OPTIONS:
            yield from _leaves(value, f"{path}.")
        else:
            yield path, value


def _value(key: str, value: Any, found: Settings, folder: Path) -> Any:
    if key == "store.save_interval" and isinstance(value, int | float):
        return value / MILLISECONDS
    if key in PLACES and isinstance(value, str) and "://" not in value:
        return str(folder / value)
    if key == "store.counts" and isinstance(value, dict):
        return {str(name): str(count) for name, count in value.items()}
    if key == "store.indexed_fields" and isinstance(value, dict):
        return [f"{name}.{each}" for name, fields in value.items() for each in _listed(fields)]
    return [str(each) for each in value] if isinstance(value, list) else value


def _mapping(value: Any, place: str, known: Collection[str] = ()) -> Settings:
    """*value* as a mapping of *known* keys; nothing is an empty one."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ConfigError(f"{place} is {value!r:.80}, which is no mapping.", hint="Write names with what they stand for.")
    for name in value:
        if known and name not in known:
            raise ConfigError(f"{place} has {name!r}, which means nothing there.", hint=nearest(str(name), map(str, known)))
    return value


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]

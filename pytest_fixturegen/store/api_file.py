"""Reads an API file: resources, relationships, data and options in YAML or JSON.

The keys are those that tools for mock APIs share. An unknown key is an error that suggests the
nearest.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.regular_files import read_regular_text
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen._internal.untrusted_data import parse_yaml, require_plain_data
from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.store.api_dates import widen_dates
from pytest_fixturegen.store.api_dialect import normalize_document, to_option_path
from pytest_fixturegen.store.api_links import (
    RulesByResource,
    find_key,
    iter_links,
    resolve_target,
)
from pytest_fixturegen.store.api_models import FieldRules, build_model
from pytest_fixturegen.store.api_service import (
    NO_RULES,
    RESOURCE_SERVICE_KEYS,
    SERVICE_KEYS,
    ServiceRules,
    describe_scripts,
    drop_service_options,
    read_service,
    read_service_settings,
)
from pytest_fixturegen.store.api_values import Settings, require_mapping, to_list
from pytest_fixturegen.store.generate_rules import GenerateRule
from pytest_fixturegen.store.models import ResourceOptions
from pytest_fixturegen.store.schema import Schema
from pytest_fixturegen.store.special_values import OWNER_MARKER

FILE_KEYS = ("resources", "relationships", "data", "options", *SERVICE_KEYS)
RESOURCE_KEYS = (
    "fields",
    "relationships",
    "data",
    "primaryKey",
    "description",
    *RESOURCE_SERVICE_KEYS,
)
COUNT_OPTIONS = ("store.count", "store.counts")
MILLISECONDS_PER_SECOND = 1000

MAX_COUNT = 1_000_000
"""Records of a resource that an API file may ask for."""

MAX_MESSAGE = 1000
"""Characters of an error, which may quote a name of any length."""

MAX_FILE_BYTES = 20_000_000
"""Bytes of an API file, which may hold the records of a store."""

OPTION_KEYS = {
    "database.adapter": "store.adapter",
    "database.dbPath": "store.db_path",
    "database.autoSave": "store.auto_save",
    "database.saveInterval": "store.save_interval",
    "database.fileLimitMb": "store.file_limit_mb",
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
    "server.networkProfile": "serve.network_profile",
}
"""The keys under ``options`` of an API file, and the option of this package that each one sets."""

PATH_OPTIONS = ("store.db_path", "store.snapshots_directory", "store.seed_script")
"""Options that are paths. An API file gives them relative to its own folder."""


@dataclass(frozen=True, slots=True)
class ApiFile:
    """The content of an API file.

    *models* and *data* are by resource. *generate_rules* say how fields are drawn, by resource and
    path. *settings* are by the keys of this package's options. *notices* tell the user how the file
    was understood. *service* has the rules of the REST API, and *special_values* the markers of
    values such as the current time, by resource and field. *folders* are searched for an adapter.
    *schema* is that of the store if it does not follow from the models.
    """

    models: Mapping[str, Any]
    resource_options: ResourceOptions
    data: Mapping[str, Sequence[Mapping[str, Any]]]
    generate_rules: Mapping[str, Mapping[str, GenerateRule]] = field(default_factory=dict)
    settings: Settings = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    service: ServiceRules = NO_RULES
    special_values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    folders: tuple[Path, ...] = ()
    schema: Schema | None = None


def read_api_file(path: Path) -> ApiFile:
    """Return the content of the API file at *path*.

    Raise ConfigError, with the place in the file, if something in it is invalid.
    """
    document = _load_file(path)
    try:
        return parse_api(document, str(path), path.parent)
    except ConfigError as error:
        if len(error.message) <= MAX_MESSAGE:
            raise
        message = shorten(error.message, MAX_MESSAGE)
        raise ConfigError(
            message,
            hint=error.hint,
            file=str(path),
        ) from error


def parse_api(
    document: Any,
    location: str,
    folder: Path,
) -> ApiFile:
    """Return the content of *document*, a mapping. Its paths are relative to *folder*.

    *location* names the file in error messages. Raise ConfigError if something is invalid.
    """
    normalized = normalize_document(require_mapping(document, location, FILE_KEYS), location)
    document = widen_dates(normalized.document)
    resources = require_mapping(document.get("resources"), f"{location}: resources")
    if not resources:
        raise ConfigError(
            f"{location} does not declare any resources.",
            hint="Write resources: with a mapping of names, or a list of items with a name.",
            file=location,
        )
    rules = {
        name: _read_fields(str(name), declaration, location)
        for name, declaration in resources.items()
    }
    fields = {name: [each.name for each in each_rules] for name, each_rules in rules.items()}
    keys = {name: find_key(resources[name], each_rules) for name, each_rules in rules.items()}
    service = read_service(document, fields, keys, location)
    options = document.get("options")
    settings = {
        **_read_settings(drop_service_options(options), location, folder),
        **read_service_settings(options, location),
    }
    return ApiFile(
        models={
            name: build_model(name, fields, is_open=name in normalized.implied)
            for name, fields in rules.items()
        },
        resource_options=_read_resource_options(document, resources, rules, location),
        data=_read_records(document, resources, location),
        generate_rules={name: _merge_generate_rules(fields) for name, fields in rules.items()},
        settings=settings,
        notices=(*map(_describe_implied, normalized.implied), *describe_scripts(service)),
        service=service,
        special_values={
            name: _collect_special_values(each_rules, service.access[name].assigned_field)
            for name, each_rules in rules.items()
        },
    )


def _describe_implied(name: str) -> str:
    """Return the notice about a resource that the file does not declare."""
    return f"{name} is not declared, but referred to: its records may have any fields"


def _load_file(path: Path) -> Any:
    """Return the content of the file, read as JSON or YAML according to its suffix.

    Raise ConfigError if it cannot be read or its syntax is invalid.
    """
    try:
        text = read_regular_text(path, max_bytes=MAX_FILE_BYTES)
        data = json.loads(text) if path.suffix == ".json" else _parse_yaml(text)
        require_plain_data(data)
    except OSError as error:
        raise ConfigError(
            f"Cannot read {path}: {error.strerror}.", hint="Name an API file.", file=str(path)
        ) from error
    except RecursionError as error:
        raise ConfigError(
            f"{path} is nested too deeply.", hint="Flatten it.", file=str(path)
        ) from error
    except ValueError as error:
        raise ConfigError(
            f"{path} is not valid {path.suffix[1:].upper()}: {error}",
            hint="Correct the syntax.",
            file=str(path),
        ) from error
    return data


def _parse_yaml(text: str) -> Any:
    """Return the content of a YAML text.

    Raise ConfigError if PyYAML is missing, and ValueError, on one line, if the syntax is invalid.
    """
    try:
        return parse_yaml(text)
    except ImportError as error:
        raise ConfigError(
            "API files in YAML need PyYAML.", hint="pip install 'pytest-fixturegen[serve]'"
        ) from error


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
    for link in iter_links(
        document,
        resources,
        rules,
        location,
    ):
        links[link.source] = resolve_target(
            link,
            resources,
            rules,
            location,
        )
        if link.on_delete:
            on_delete[link.source] = str(link.on_delete)
    keys = [f"{name}.{find_key(resources[name], fields)}" for name, fields in rules.items()]
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


def _collect_special_values(fields: Sequence[FieldRules], owner_field: str) -> dict[str, str]:
    """Return the markers of the special values of *fields* by name. *owner_field* has its own."""
    markers = {each.name: each.special_value for each in fields if each.special_value}
    return {**markers, owner_field: OWNER_MARKER} if owner_field else markers


def _read_fields(
    name: str,
    declaration: Any,
    location: str,
) -> list[FieldRules]:
    """Return the fields of the resource *name*. Add a key ``id`` if it declares none."""
    resource_location = f"{location}: resources.{name}"
    resource = require_mapping(declaration, resource_location, RESOURCE_KEYS)
    fields = require_mapping(resource.get("fields"), f"{resource_location}.fields")
    owner_field = resource.get("ownedBy")
    rules = [
        FieldRules.parse(str(field_name), rule, f"{resource_location}.fields.{field_name}")
        for field_name, rule in fields.items()
    ]
    # Whoever creates a record owns it, so a client need not name the owner.
    rules = [
        replace(each, is_required=False) if each.name == owner_field else each for each in rules
    ]
    has_key = any(each.is_key or each.name == "id" for each in rules)
    if has_key or resource.get("primaryKey"):
        return rules
    return [FieldRules("id", "integer", is_required=True), *rules]


def _read_records(
    document: Settings,
    resources: Settings,
    location: str,
) -> dict[str, list[Any]]:
    """Return the initial records: those of the file, then those of each resource."""
    declared = require_mapping(document.get("data"), f"{location}: data", resources)
    records = {name: list(to_list(each)) for name, each in declared.items()}
    for name, resource in resources.items():
        own_records = resource.get("data") if isinstance(resource, dict) else None
        records.setdefault(name, []).extend(to_list(own_records))
    return records


def _read_settings(
    options: Any,
    location: str,
    folder: Path,
) -> Settings:
    """Return *options* by the keys of this package's options.

    Data is drawn if ``generateData`` has a count, unless it also says whether it is enabled.
    """
    settings = {"store.generate": False, **read_options(options, location, folder)}
    has_count = "store.count" in settings or "store.counts" in settings
    if has_count and "generateData.enabled" not in _list_paths(options):
        settings["store.generate"] = True
    return settings


def _require_moderate_counts(value: Any, location: str) -> None:
    """Raise ConfigError if more records are to be drawn than a start of a server waits for.

    *value* is the count of each resource, or a mapping of resources to their counts.
    """
    counts = value.values() if isinstance(value, Mapping) else (value,)
    if sum(count for count in counts if isinstance(count, int)) > MAX_COUNT:
        raise ConfigError(
            f"{location}: options.generateData asks for too many records: "
            f"expected at most {MAX_COUNT:,}, got more.",
            hint="Draw fewer, or pass --count yourself.",
            file=location,
        )


def read_options(
    options: Any,
    location: str,
    folder: Path,
) -> Settings:
    """Return *options*, a mapping, by the keys of this package's options.

    Their paths are relative to *folder*. Options with a dbPath and no adapter want to keep their
    data. Raise ConfigError if one is unknown or is given twice.
    """
    settings: Settings = {}
    for path, value in _walk_options(require_mapping(options, f"{location}: options")):
        key = OPTION_KEYS.get(to_option_path(path))
        if key is None:
            raise ConfigError(
                f"{location}: unknown option options.{path}.",
                hint=suggest_nearest(path, OPTION_KEYS),
                file=location,
            )
        if key in settings:
            raise ConfigError(
                f"{location}: options.{path} is given twice.",
                hint=f"It is also options.{to_option_path(path)}: remove one of them.",
                file=location,
            )
        if key in COUNT_OPTIONS:
            _require_moderate_counts(value, location)
        settings[key] = _convert_option(key, value, folder)
    if "store.db_path" in settings:
        settings.setdefault("store.adapter", _choose_adapter(settings["store.db_path"]))
    return settings


def _list_paths(options: Any) -> list[str]:
    return [path for path, _ in _walk_options(options or {})]


def _choose_adapter(path: Any) -> str:
    """Return the adapter of a database at *path*, a file or a DSN of PostgreSQL."""
    return "postgres" if "://" in str(path) else "json-file"


def _walk_options(options: Settings, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each option with its path, such as ``database.adapter``."""
    for name, value in options.items():
        path = f"{prefix}{name}"
        if isinstance(value, dict) and to_option_path(path) not in OPTION_KEYS:
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
        for field_name in to_list(fields):
            yield f"{name}.{field_name}"

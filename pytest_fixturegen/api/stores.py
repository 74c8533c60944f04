"""Opens a store from models, from a target such as ``app/models.py``, or from an API file."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.import_strings import are_found
from pytest_fixturegen._internal.user_code import undo_on_error
from pytest_fixturegen.api.documented_apis import (
    DocumentedSeeder,
    is_description,
    read_documented,
)
from pytest_fixturegen.api.field_generators import build_policies
from pytest_fixturegen.api.initial_data import Seeder
from pytest_fixturegen.config.command_options import MAX_GENERATED, SelectionConfig, StoreConfig
from pytest_fixturegen.config.field_policies import merge_policies, policies_of
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.discovery.applications import find_application
from pytest_fixturegen.discovery.targets import parse_target
from pytest_fixturegen.errors import (
    ConfigError,
    FixturegenError,
    shorten_text,
    suggest_nearest,
)
from pytest_fixturegen.plugins.manager import add_import_folders
from pytest_fixturegen.store.adapters.lookup import DEFAULT_PATHS, find_adapter
from pytest_fixturegen.store.adapters.wiping import open_wiped
from pytest_fixturegen.store.api_file import OPTION_KEYS, ApiFile, parse_api, read_api_file
from pytest_fixturegen.store.models import ResourceOptions, build_schema
from pytest_fixturegen.store.names import ModelNames, name_models
from pytest_fixturegen.store.schema import Resource, Schema
from pytest_fixturegen.store.special_values import SpecialValues, freeze_time
from pytest_fixturegen.store.store import Store, StoreHooks
from pytest_fixturegen.store.table_options import add_table_options

log = logging.getLogger(__name__)

SNAPSHOTS_SUFFIX = ".snapshots"
DEFAULT_SNAPSHOTS_FOLDER = f"pfg-store{SNAPSHOTS_SUFFIX}"
"""The folder of the snapshots of an adapter that has neither snapshots nor a path."""

API_FILE_SUFFIXES = (".yml", ".yaml", ".json")

StoreSource = Any
"""A sequence of models, a mapping of names to models, a target, or an API file.

An API file is given by its path, or as the mapping that it contains.
"""


def open_store(
    source: StoreSource,
    config: StoreConfig | None = None,
    generation: GenerationConfig | None = None,
    *,
    adapter: Any = None,
    data: Mapping[str, Sequence[Any]] | None = None,
    reset: bool = False,
) -> Store:
    """Return a store of the resources that *source* declares.

    A new store receives the initial data: *data* by resource, and drawn records. *reset* replaces
    the content of an existing store by it. *adapter*, an instance, a class, a function or a name,
    overrides the adapter of *config*. An API file supplies the options if *config* or *generation*
    is None. Raise ConfigError if a declaration is invalid, and StoreError if the storage fails.
    """
    declared = read_source(source)
    store_config = config or resolve_config(StoreConfig, declared.settings)
    generation = generation or resolve_config(GenerationConfig, declared.settings)
    if data:
        own_data = {name: list(records) for name, records in data.items()}
        declared = replace(declared, data={**declared.data, **own_data})
    options = _merge_resource_options(declared.resource_options, store_config, generation)
    schema = declared.schema or build_schema(
        declared.models,
        add_table_options(declared.models, options),
    )
    seeder = _build_seeder(schema, declared, store_config, generation)
    hooks = _build_hooks(seeder, store_config, declared, generation)
    if not are_found(generation.plugins):
        add_import_folders(Path.cwd())
    chosen = store_config.adapter if adapter is None else adapter
    find_storage = partial(
        find_adapter,
        chosen,
        store_config,
        hooks.lock,
        generation.plugins,
        declared.folders,
    )
    path = store_config.db_path or DEFAULT_PATHS.get(chosen if isinstance(chosen, str) else "", "")
    storage = open_wiped(find_storage, path) if reset else find_storage()
    with undo_on_error(storage.close):  # without a store, no one else can close the storage
        return _start_store(schema, storage, hooks, reset=reset)


def _build_hooks(
    seeder: Seeder,
    config: StoreConfig,
    api_file: ApiFile,
    generation: GenerationConfig,
) -> StoreHooks:
    """Return the hooks of a store that *seeder* fills.

    The current time of the initial data is that of *generation*, so that it is the same each time.

    The lock is reentrant, because a transaction holds it while its changes take it again.
    """

    def fill(store: Store) -> None:
        with freeze_time(generation.now):
            seeder(store)

    return StoreHooks(
        fill=fill,
        grow=seeder.grow,
        draw_key=seeder.draw_key,
        lock=threading.RLock(),
        cache_size=config.cache_size,
        is_lazy=config.lazy_loading,
        has_snapshots=config.snapshots,
        snapshots_directory=config.snapshots_directory,
        max_snapshot_bytes=config.file_limit_mb << 20,
        service=api_file.service,
        generation=generation,
        special_values=SpecialValues(api_file.special_values, generation.seed),
    )


def choose_snapshots_folder(config: StoreConfig) -> str:
    """Return the snapshots folder of an adapter without its own: next to its file, if any."""
    is_file = config.db_path and "://" not in config.db_path and "=" not in config.db_path
    if not is_file:
        return DEFAULT_SNAPSHOTS_FOLDER
    return str(Path(config.db_path).with_suffix(SNAPSHOTS_SUFFIX))


def _start_store(
    schema: Schema,
    storage: Any,
    hooks: StoreHooks,
    *,
    reset: bool,
) -> Store:
    """Return a store over *storage*. *reset* replaces its content by the initial data.

    An adapter with ``wipe`` is empty already.
    """
    store = Store(schema, storage, hooks)
    if reset and not hasattr(storage.adapter, "wipe"):
        store.reset()
    return store


def read_source(
    source: StoreSource,
    selection: SelectionConfig | None = None,
    chosen_names: ModelNames = (),
    roles: str = "",
) -> ApiFile:
    """Return the declarations of *source*, in the form of an API file.

    *roles* is the path of a file that says what the operations of a description do, or empty.

    *chosen_names* replace the names of resources that a target has by default. The module of a
    target is imported into this process. Raise ConfigError for an invalid source.
    """
    if isinstance(source, ApiFile):
        return source
    if isinstance(source, Path | str):
        if str(source).endswith(API_FILE_SUFFIXES):
            _require_no_names(source, chosen_names)
            if is_description(Path(source)):
                return read_documented(Path(source), roles)
            _refuse_roles(roles, source)
            return _read_file(Path(source))
        application = find_application(parse_target(str(source), Path.cwd()))
        if application:
            return read_documented(application, roles)
        _refuse_roles(roles, source)
        found = _find_target_models(
            str(source),
            selection or SelectionConfig(),
            chosen_names,
        )
        return ApiFile(found, ResourceOptions(), {})
    if _is_api_document(source):
        return parse_api(
            dict(source),
            "The API",
            Path.cwd(),
        )
    if isinstance(source, type) or not isinstance(source, Iterable):
        raise ConfigError(
            f"Cannot open a store from {source!r:.80}.",
            hint="Give a list of models, a mapping of names to models, 'app/models.py'"
            " or 'api.yml'.",
        )
    models = source if isinstance(source, Mapping) else name_models(list(source))
    return ApiFile(models, ResourceOptions(), {})


def _is_api_document(source: StoreSource) -> bool:
    """Return whether *source* is the content of an API file, not a mapping of models."""
    declared = source.get("resources") if isinstance(source, Mapping) else None
    return isinstance(declared, Mapping | list)


def _read_file(path: Path) -> ApiFile:
    """Read an API file. It may name an adapter in its folder."""
    return replace(read_api_file(path), folders=(path.resolve().parent,))


def resolve_config(config: Any, settings: Mapping[str, Any]) -> Any:
    """Return the options *config*, a class, with the *settings* of an API file as a source."""
    from pytest_fixturegen.config.sources import read_options

    return read_options(config, [make_api_source(settings)])


def make_api_source(settings: Mapping[str, Any]) -> Any:
    """Return the *settings* of an API file as a source of options, with their names in the file."""
    from pytest_fixturegen.config.sources import Source

    file_keys = {option: key for key, option in OPTION_KEYS.items()}
    return Source(settings, "options.{key} of the API file", names=file_keys)


def make_guarded_sources(settings: Mapping[str, Any], file: str) -> list[Any]:
    """Return the *settings* of the API file at *file* as two sources of options.

    The first has the options of the storage, which may name code and paths: they need trust. The
    user has named the file to serve what it describes, so the others do not.
    """
    source = make_api_source(settings)
    storage = {key: value for key, value in settings.items() if key.startswith("store.")}
    others = {key: value for key, value in settings.items() if key not in storage}
    return [
        replace(source, values=storage, file=file, is_found=True),
        replace(source, values=others),
    ]


def _refuse_roles(roles: str, source: Path | str) -> None:
    """Raise ConfigError if there are *roles* for a *source* that is not an OpenAPI description."""
    if roles:
        raise ConfigError(
            f"--roles {roles} does not apply to {source}, which has no documented operations.",
            hint="Serve an OpenAPI description, or an application such as app.main:app.",
            key="roles",
        )


def _require_no_names(path: Path | str, chosen_names: ModelNames) -> None:
    """Raise ConfigError if there are *chosen_names* for the API file at *path*."""
    for name, model in chosen_names:
        raise ConfigError(
            f"--resource {name}={model} does not apply to {path}, which names its resources.",
            hint="Change the name in the file.",
            key="resource",
        )


def _find_target_models(
    text: str,
    selection: SelectionConfig,
    chosen_names: ModelNames,
) -> dict[str, Any]:
    """Return the models that the target *text* and the selection name, by name.

    Named tuples are left out.
    """
    from pytest_fixturegen.discovery.folder_models import find_target_models

    target = parse_target(text, Path.cwd())

    def warn(number: int, error: FixturegenError | None) -> None:
        if error is not None:
            log.warning("%s cannot be imported: %s", target.members[number].file, error.message)

    found = find_target_models(target, selection.include, selection.exclude, on_file=warn)
    models = [model.cls for model in found if model.kind != "named-tuple"]
    return name_models(models, chosen_names)


def _merge_resource_options(
    resource_options: ResourceOptions, config: StoreConfig, generation: GenerationConfig
) -> ResourceOptions:
    """Return *resource_options* joined with those of *config* and *generation*."""
    # "Model.a,Model.b" makes a combination unique, which a store does not enforce.
    single_fields = tuple(fields for fields in generation.unique if "," not in fields)
    return ResourceOptions(
        keys=(*config.key, *resource_options.keys),
        links=(*resource_options.links, *generation.link),
        on_delete=(*config.on_delete, *resource_options.on_delete),
        unique=(*resource_options.unique, *single_fields),
        indexed=(*resource_options.indexed, *config.indexed_fields),
    )


def _build_seeder(
    schema: Schema,
    api_file: ApiFile,
    config: StoreConfig,
    generation: GenerationConfig,
) -> Seeder:
    """Return the seeder of the initial data.

    Resources without records in the API file get the default count, and an explicit count replaces
    it. Raise ConfigError if data or counts name an unknown resource.
    """
    names = [resource.name for resource in schema.resources]
    own_counts = _parse_counts(config.counts)
    _require_known(
        names,
        (*api_file.data, *(name for name, _ in config.counts)),
    )
    without_data = [name for name in names if not api_file.data.get(name)]
    counts = {**dict.fromkeys(without_data, config.count), **own_counts}
    configs = {
        resource.name: _build_generation_config(api_file, resource, generation)
        for resource in schema.resources
    }
    make_seeder = Seeder if api_file.schema is None else DocumentedSeeder
    return make_seeder(
        schema, api_file.data, counts if config.generate else {}, configs, config.seed_script
    )


def _require_known(resource_names: Sequence[str], names: Iterable[str]) -> None:
    """Raise ConfigError if data or counts name an unknown resource."""
    for name in names:
        if name not in resource_names:
            raise ConfigError(
                f"Cannot fill the unknown resource {name!r}.",
                hint=suggest_nearest(name, resource_names),
                key=name,
            )


def _parse_counts(counts: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Return the counts as numbers. Raise ConfigError unless each is a whole number in range."""
    for name, text in counts:
        if not _is_count(text):
            raise ConfigError(
                f"The count of {name} is {shorten_text(text)!r}.",
                hint=f"Give a whole number of at least 0 and at most {MAX_GENERATED:,}.",
                key="counts",
            )
    return {name: int(text) for name, text in counts}


def _is_count(text: str) -> bool:
    """Return whether *text* is the number of records that a store may draw."""
    is_short = len(text) <= len(str(MAX_GENERATED))
    return text.isdecimal() and is_short and int(text) <= MAX_GENERATED


def _build_generation_config(
    api_file: ApiFile, resource: Resource, generation: GenerationConfig
) -> GenerationConfig:
    """Return how records of *resource* are drawn: by rules, with a key, with unique values."""
    model_name = resource.model.__name__
    rules = api_file.generate_rules.get(resource.name, {})
    policies = build_policies(model_name, rules)
    if resource.key in resource.nullable and not resource.is_numbered:
        policies.setdefault(f"{model_name}.{resource.key}", {"require": True})
    overrides = merge_policies(policies_of(policies), generation.overrides)
    own_unique = (f"{model_name}.{field}" for field in resource.unique)
    unique = tuple(dict.fromkeys((*generation.unique, *own_unique)))
    return replace(generation, overrides=overrides, unique=unique)

"""Opens a store: from models, from a target that the user names, or from an API file."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pytest_fixturegen.api.field_generators import build_policies
from pytest_fixturegen.api.initial_data import Seeder
from pytest_fixturegen.config.command_options import SelectionConfig, StoreConfig
from pytest_fixturegen.config.field_policies import merge_policies, policies_of
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.plugins.manager import add_import_folders
from pytest_fixturegen.store.adapters.lookup import find_adapter
from pytest_fixturegen.store.api_file import OPTION_KEYS, ApiFile, read_api_file
from pytest_fixturegen.store.models import ResourceOptions, build_schema
from pytest_fixturegen.store.resource_names import name_models
from pytest_fixturegen.store.schema import Schema
from pytest_fixturegen.store.store import Store, StoreHooks

API_FILE_SUFFIXES = (".yml", ".yaml", ".json")
"""How the name of an API file ends."""

StoreSource = Any
"""What a store is made of: models in a sequence or by resource, a target such as ``app/models.py``, an API file."""


def open_store(
    source: StoreSource,
    config: StoreConfig | None = None,
    generation: GenerationConfig | None = None,
    *,
    adapter: Any = None,
    data: Mapping[str, Sequence[Any]] | None = None,
    reset: bool = False,
) -> Store:
    """A store of the resources that *source* declares, filled if it is new, or with *reset*.

    *adapter*, an instance, a class, a function or a name, goes before that of *config*. *data* is what a new store holds
    beside what is drawn. Options that *config* or *generation* leave out are those of an API file. Raises StoreError or
    ConfigError.
    """
    declared = read_source(source)
    store_config = config or resolve_config(StoreConfig, declared.settings)
    drawing = generation or resolve_config(GenerationConfig, declared.settings)
    if data:
        declared = replace(
            declared, data={**declared.data, **{name: list(given) for name, given in data.items()}}
        )
    schema = build_schema(
        declared.models, _merge_resource_options(declared.resource_options, store_config, drawing)
    )
    filling = _build_seeder(schema, declared, store_config, drawing)
    lock = threading.RLock()
    if drawing.plugins:
        add_import_folders(Path.cwd())
    storage = find_adapter(
        adapter if adapter is not None else store_config.adapter,
        store_config,
        lock,
        drawing.plugins,
    )
    makings = StoreHooks(
        fill=filling,
        grow=filling.grow,
        draw_key=filling.draw_key,
        lock=lock,
        cache_size=store_config.cache_size,
        is_lazy=store_config.lazy_loading,
        has_snapshots=store_config.snapshots,
        snapshots_directory=store_config.snapshots_directory,
    )
    try:
        return _start_store(schema, storage, makings, reset=reset)
    except BaseException:
        storage.close()
        raise


def _start_store(schema: Schema, storage: Any, hooks: StoreHooks, *, reset: bool) -> Store:
    """A store over *storage*; with *reset* whatever that holds gives way to the initial data, even if it is of others."""
    wipes = hasattr(storage.adapter, "wipe")
    if reset and wipes:
        storage.adapter.wipe()
    store = Store(schema, storage, hooks)
    if reset and not wipes:
        store.reset()
    return store


def read_source(source: StoreSource, selection: SelectionConfig | None = None) -> ApiFile:
    """What *source* declares, in the form of an API file. A target's module is imported into this process."""
    if isinstance(source, ApiFile):
        return source
    if isinstance(source, Path | str) and str(source).endswith(API_FILE_SUFFIXES):
        folder = str(Path(source).resolve().parent)
        if folder not in sys.path:  # an adapter may be named that lies beside the file
            sys.path.insert(0, folder)
        return read_api_file(Path(source))
    if isinstance(source, Path | str):
        return ApiFile(
            _find_target_models(str(source), selection or SelectionConfig()), ResourceOptions(), {}
        )
    if isinstance(source, type) or not isinstance(source, Iterable):
        hint = "Give a list of models, a mapping of names to models, 'app/models.py' or 'api.yml'."
        raise ConfigError(f"A store cannot be made of {source!r:.80}.", hint=hint)
    models = source if isinstance(source, Mapping) else name_models(list(source))
    return ApiFile(models, ResourceOptions(), {})


def resolve_config(config: Any, settings: Mapping[str, Any]) -> Any:
    """*config* with what an API file sets and nobody else."""
    from pytest_fixturegen.config.sources import read_options

    return read_options(config, [make_api_source(settings)])


def make_api_source(settings: Mapping[str, Any]) -> Any:
    """The *settings* of an API file as a place where options are set."""
    from pytest_fixturegen.config.sources import Source as Place

    return Place(
        settings,
        "options.{key} of the API file",
        names={ours: theirs for theirs, ours in OPTION_KEYS.items()},
    )


def _find_target_models(text: str, selection: SelectionConfig) -> dict[str, Any]:
    from pytest_fixturegen.discovery.importer import find_models
    from pytest_fixturegen.discovery.targets import parse_target

    found = find_models(parse_target(text, Path.cwd()), selection.include, selection.exclude)
    return name_models([each.cls for each in found if each.kind != "named-tuple"])


def _merge_resource_options(
    resource_options: ResourceOptions, config: StoreConfig, generation: GenerationConfig
) -> ResourceOptions:
    single = tuple(each for each in generation.unique if "," not in each)
    return ResourceOptions(
        keys=(*config.key, *resource_options.keys),
        links=(*resource_options.links, *generation.link),
        on_delete=(*config.on_delete, *resource_options.on_delete),
        unique=(*resource_options.unique, *single),
        indexed=(*resource_options.indexed, *config.indexed_fields),
    )


def _build_seeder(
    schema: Schema, api_file: ApiFile, config: StoreConfig, generation: GenerationConfig
) -> Seeder:
    names = [each.name for each in schema.resources]
    for name in (*api_file.data, *(name for name, _ in config.counts)):
        if name not in names:
            raise ConfigError(
                f"There is no resource {name!r} to fill.",
                hint=suggest_nearest(name, names),
                key=name,
            )
    counts = {name: config.count for name in names if not api_file.data.get(name)} | _parse_counts(
        config.counts
    )
    configs = {
        each.name: _build_generation_config(api_file, each, generation) for each in schema.resources
    }
    return Seeder(
        schema, api_file.data, counts if config.generate else {}, configs, config.seed_script
    )


def _parse_counts(counts: Sequence[tuple[str, str]]) -> dict[str, int]:
    for name, text in counts:
        if not text.isdecimal():
            raise ConfigError(
                f"The count of {name} is {text!r}.",
                hint="Give a whole number of at least 0.",
                key="counts",
            )
    return {name: int(text) for name, text in counts}


def _build_generation_config(
    api_file: ApiFile, resource: Any, generation: GenerationConfig
) -> GenerationConfig:
    """How records of *resource* are drawn: with what its fields ask for, with a key, and unique where they must be."""
    model_name = resource.model.__name__
    policies = build_policies(model_name, api_file.generate_rules.get(resource.name, {}))
    if resource.key in resource.nullable and not resource.is_numbered:
        policies.setdefault(f"{model_name}.{resource.key}", {"require": True})
    own = policies_of(policies)
    unique = tuple(f"{resource.model.__name__}.{name}" for name in resource.unique)
    asked = tuple(dict.fromkeys((*generation.unique, *unique)))
    return replace(generation, overrides=merge_policies(own, generation.overrides), unique=asked)

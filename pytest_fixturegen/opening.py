"""Opens a store: from models, from a target that the user names, or from an API file."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pytest_fixturegen.command_options import SelectionConfig, StoreConfig
from pytest_fixturegen.errors import ConfigError, nearest
from pytest_fixturegen.filling import Filling
from pytest_fixturegen.options import GenerationConfig
from pytest_fixturegen.plugins import reach
from pytest_fixturegen.policies import merged, policies_of
from pytest_fixturegen.store.adapters.finding import find_adapter
from pytest_fixturegen.store.api_file import OPTIONS, ApiFile, read_api_file
from pytest_fixturegen.store.api_policies import policies_for
from pytest_fixturegen.store.models import Wishes, schema_of
from pytest_fixturegen.store.names import named_models
from pytest_fixturegen.store.schema import Schema
from pytest_fixturegen.store.store import Makings, Store

SUFFIXES = (".yml", ".yaml", ".json")
"""How the name of an API file ends."""

Source = Any
"""What a store is made of: models in a sequence or by resource, a target such as ``app/models.py``, an API file."""


def open_store(
    source: Source,
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
    store_config = config or configured(StoreConfig, declared.settings)
    drawing = generation or configured(GenerationConfig, declared.settings)
    if data:
        declared = replace(declared, data={**declared.data, **{name: list(given) for name, given in data.items()}})
    schema = schema_of(declared.models, _wishes(declared.wishes, store_config, drawing))
    filling = _filling(schema, declared, store_config, drawing)
    lock = threading.RLock()
    if drawing.plugins:
        reach(Path.cwd())
    storage = find_adapter(adapter if adapter is not None else store_config.adapter, store_config, lock, drawing.plugins)
    makings = Makings(
        fill=filling,
        grow=filling.grow,
        draw_key=filling.draw_key,
        lock=lock,
        cache_size=store_config.cache_size,
        lazy=store_config.lazy_loading,
        snapshots=store_config.snapshots,
        directory=store_config.snapshots_directory,
    )
    try:
        return _begun(schema, storage, makings, reset=reset)
    except BaseException:
        storage.close()
        raise


def _begun(schema: Schema, storage: Any, makings: Makings, *, reset: bool) -> Store:
    """A store over *storage*; with *reset* whatever that holds gives way to the initial data, even if it is of others."""
    wipes = hasattr(storage.adapter, "wipe")
    if reset and wipes:
        storage.adapter.wipe()
    store = Store(schema, storage, makings)
    if reset and not wipes:
        store.reset()
    return store


def read_source(source: Source, selection: SelectionConfig | None = None) -> ApiFile:
    """What *source* declares, in the form of an API file. A target's module is imported into this process."""
    if isinstance(source, ApiFile):
        return source
    if isinstance(source, Path | str) and str(source).endswith(SUFFIXES):
        folder = str(Path(source).resolve().parent)
        if folder not in sys.path:  # an adapter may be named that lies beside the file
            sys.path.insert(0, folder)
        return read_api_file(Path(source))
    if isinstance(source, Path | str):
        return ApiFile(_of_target(str(source), selection or SelectionConfig()), Wishes(), {})
    if isinstance(source, type) or not isinstance(source, Iterable):
        hint = "Give a list of models, a mapping of names to models, 'app/models.py' or 'api.yml'."
        raise ConfigError(f"A store cannot be made of {source!r:.80}.", hint=hint)
    models = source if isinstance(source, Mapping) else named_models(list(source))
    return ApiFile(models, Wishes(), {})


def configured(config: Any, settings: Mapping[str, Any]) -> Any:
    """*config* with what an API file sets and nobody else."""
    from pytest_fixturegen.sources import read

    return read(config, [api_source(settings)])


def api_source(settings: Mapping[str, Any]) -> Any:
    """The *settings* of an API file as a place where options are set."""
    from pytest_fixturegen.sources import Source as Place

    return Place(settings, "options.{key} of the API file", names={ours: theirs for theirs, ours in OPTIONS.items()})


def _of_target(text: str, selection: SelectionConfig) -> dict[str, Any]:
    from pytest_fixturegen.sandbox.discovery import find_models
    from pytest_fixturegen.sandbox.targets import parse_target

    found = find_models(parse_target(text, Path.cwd()), selection.include, selection.exclude)
    return named_models([each.cls for each in found if each.kind != "named-tuple"])


def _wishes(declared: Wishes, config: StoreConfig, drawing: GenerationConfig) -> Wishes:
    single = tuple(each for each in drawing.unique if "," not in each)
    return Wishes(
        keys=(*config.key, *declared.keys),
        links=(*declared.links, *drawing.link),
        on_delete=(*config.on_delete, *declared.on_delete),
        unique=(*declared.unique, *single),
        indexed=(*declared.indexed, *config.indexed_fields),
    )


def _filling(schema: Schema, declared: ApiFile, config: StoreConfig, drawing: GenerationConfig) -> Filling:
    names = [each.name for each in schema.resources]
    for name in (*declared.data, *(name for name, _ in config.counts)):
        if name not in names:
            raise ConfigError(f"There is no resource {name!r} to fill.", hint=nearest(name, names), key=name)
    counts = {name: config.count for name in names if not declared.data.get(name)} | _whole(config.counts)
    configs = {each.name: _drawing(declared, each, drawing) for each in schema.resources}
    return Filling(schema, declared.data, counts if config.generate else {}, configs, config.seed_script)


def _whole(counts: Sequence[tuple[str, str]]) -> dict[str, int]:
    for name, text in counts:
        if not text.isdecimal():
            raise ConfigError(f"The count of {name} is {text!r}.", hint="Give a whole number of at least 0.", key="counts")
    return {name: int(text) for name, text in counts}


def _drawing(declared: ApiFile, resource: Any, drawing: GenerationConfig) -> GenerationConfig:
    """How records of *resource* are drawn: with what its fields ask for, with a key, and unique where they must be."""
    must = {} if resource.numbered or resource.key not in resource.nullable else {resource.key: {"require": True}}
    own = policies_of(policies_for(resource.model, {**must, **declared.policies.get(resource.name, {})}))
    unique = tuple(f"{resource.model.__name__}.{name}" for name in resource.unique)
    asked = tuple(dict.fromkeys((*drawing.unique, *unique)))
    return replace(drawing, overrides=merged(own, drawing.overrides), unique=asked)

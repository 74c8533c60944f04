"""Runs a seed script: a Python file whose ``generate`` returns the records of a scenario."""

from __future__ import annotations

import inspect
import runpy
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.import_strings import search_folders
from pytest_fixturegen._internal.user_code import translate_user_errors
from pytest_fixturegen.api import generate
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.store.schema import Resource, Schema

InitialData = Mapping[str, Sequence[Mapping[str, Any]]]

JAVASCRIPT_SUFFIXES = (".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx")


class RecordGenerator:
    """The argument of a script's ``generate(gen)``: generates records of resources.

    *seed* is the seed of the store, *faker* a Faker with that seed.
    """

    def __init__(
        self,
        schema: Schema,
        configs: Mapping[str, GenerationConfig],
        first_numbers: Mapping[str, int],
    ) -> None:
        """Start the counters at *first_numbers*.

        The seed and the locale of the Faker instance are those of the first configuration.
        """
        self._schema = schema
        self._configs = configs
        self._next_numbers = dict(first_numbers)
        self._counts: dict[str, int] = {}
        config = next(
            iter(configs.values()),
            GenerationConfig(),
        )
        self.seed = config.seed
        self.faker = make_seeded_faker(config.seed, config.locale)

    def build(
        self,
        name: str,
        /,
        **overrides: Any,
    ) -> dict[str, Any]:
        """Return the next record of the resource *name*, with *overrides* for some fields."""
        from pydantic_core import to_jsonable_python

        resource = self._schema.find_resource(name)
        index = self._counts.get(name, 0)
        self._counts[name] = index + 1
        if name in self._next_numbers and not _has_key(resource, overrides):
            overrides[resource.key] = self._next_numbers[name]
            self._next_numbers[name] += 1
        config = self._configs.get(name, GenerationConfig())
        value = generate.build_instance(
            resource.model, config, f"seed script {name}", index, overrides
        )
        record: dict[str, Any] = to_jsonable_python(
            value,
            by_alias=True,
        )
        return record

    def batch(
        self,
        name: str,
        count: int,
        /,
        **overrides: Any,
    ) -> list[dict[str, Any]]:
        """Return the next *count* records of the resource *name*."""
        return [self.build(name, **overrides) for _ in range(count)]


def _has_key(resource: Resource, overrides: Mapping[str, Any]) -> bool:
    """Return whether *overrides* sets the key, by its name in JSON or in Python."""
    aliases = {name for name, json_key in resource.json_names.items() if json_key == resource.key}
    return bool((aliases | {resource.key}) & overrides.keys())


def make_seeded_faker(seed: int, locale: str) -> Any:
    """Return a new Faker whose values depend only on *seed* and *locale*."""
    from faker import Faker

    faker = Faker(locale)
    faker.seed_instance(seed)
    return faker


def run_seed_script(
    path: str,
    schema: Schema,
    configs: Mapping[str, GenerationConfig],
    first_numbers: Mapping[str, int],
) -> InitialData:
    """Return the records that ``generate`` in the file at *path* returns, by resource.

    *first_numbers* are the first keys of the resources whose records are numbered. Raise
    ConfigError if the script fails.
    """
    _require_python(path)
    generator = RecordGenerator(schema, configs, first_numbers)

    def build_error(error: Exception) -> ConfigError:
        """Return the ConfigError to raise after *error* left the script."""
        return ConfigError(
            f"The seed script {path} failed: {type(error).__name__}: {error}.",
            hint="generate returns a mapping from resources to lists of records.",
            path=path,
        )

    folders = [Path(path).resolve().parent]
    with search_folders(folders), translate_user_errors(build_error):
        function = runpy.run_path(path).get("generate")
        if not callable(function):
            raise ConfigError(
                f"{path} has no function generate.",
                hint="Write: def generate(gen): return {'users': [...]}.",
            )
        if _is_async(function):
            raise ConfigError(
                f"generate in {path} is asynchronous: expected a plain function.",
                hint="Remove async, or return asyncio.run(...) from a plain function.",
                path=path,
            )
        found = _call_generate(function, generator)
        _require_records(path, found)
        return {str(name): list(records) for name, records in found.items()}


def _require_python(path: str) -> None:
    """Raise ConfigError unless *path* is a file that can be a seed script in Python."""
    if Path(path).suffix.lower() in JAVASCRIPT_SUFFIXES:
        raise ConfigError(
            f"The seed script {path} is JavaScript: expected a Python file.",
            hint="In Python, module.exports = {generate: (faker) => ({users})} is"
            " def generate(faker): return {'users': users}, and faker.internet.userName() is"
            " faker.user_name(). docs/store.md translates a whole script.",
            path=path,
        )
    if not Path(path).is_file():
        raise ConfigError(
            f"Cannot find the seed script {path}.",
            hint="Name a Python file with a function generate.",
            path=path,
        )


def _is_async(function: Callable[..., Any]) -> bool:
    """Return whether a call of *function* returns a coroutine or an asynchronous generator."""
    return inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function)


def _require_records(path: str, found: Any) -> None:
    """Raise ConfigError unless *found* maps resources to lists of records."""
    hint = "Return a mapping from resources to lists of records: {'users': [...]}."
    if not isinstance(found, Mapping):
        raise ConfigError(
            f"generate in {path} returned {found!r:.80}: expected a mapping from resources to"
            " lists of records.",
            hint=hint,
            path=path,
        )
    for name, records in found.items():
        is_iterable = isinstance(records, Iterable)
        if not is_iterable or isinstance(records, Mapping | str | bytes):
            raise ConfigError(
                f"generate in {path} returned {records!r:.80} for {name}: expected a list of"
                " records.",
                hint=hint,
                path=path,
            )


def _call_generate(function: Callable[..., Any], generator: RecordGenerator) -> Any:
    """Call *function* with what its parameter names: a Faker (``faker``), or *generator*."""
    parameter = next(
        iter(inspect.signature(function).parameters),
        None,
    )
    if parameter is None:
        return function()
    return function(generator.faker if parameter == "faker" else generator)

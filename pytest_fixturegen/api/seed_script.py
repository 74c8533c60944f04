"""Runs a seed script: a Python file of the user's whose ``generate`` gives the records of a scenario."""

from __future__ import annotations

import inspect
import runpy
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pytest_fixturegen.api import generate
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import ConfigError, FixturegenError
from pytest_fixturegen.store.schema import Schema

InitialData = Mapping[str, Sequence[Mapping[str, Any]]]


class RecordGenerator:
    """What a script's ``generate(gen)`` is given: records of resources, and a Faker that has the seed."""

    def __init__(
        self,
        schema: Schema,
        configs: Mapping[str, GenerationConfig],
        first_numbers: Mapping[str, int],
    ) -> None:
        self._schema = schema
        self._numbers = dict(first_numbers)
        self._configs = configs
        self._counts: dict[str, int] = {}
        self.seed = next(iter(configs.values()), GenerationConfig()).seed
        self.faker = make_seeded_faker(
            self.seed, next(iter(configs.values()), GenerationConfig()).locale
        )

    def build(self, name: str, /, **overrides: Any) -> dict[str, Any]:
        """One record of the resource *name*; the next call gives the next one."""
        from pydantic_core import to_jsonable_python

        resource = self._schema.find_resource(name)
        index = self._counts.get(name, 0)
        self._counts[name] = index + 1
        config = self._configs.get(name, GenerationConfig())
        spelt = {
            resource.key,
            *(field for field, key in resource.json_names.items() if key == resource.key),
        }
        if name in self._numbers and not spelt & overrides.keys():
            overrides[resource.key] = self._numbers[name]
            self._numbers[name] += 1
        value = generate.build_instance(
            resource.model, config, f"seed script {name}", index, overrides
        )
        record: dict[str, Any] = to_jsonable_python(value, by_alias=True)
        return record

    def batch(self, name: str, count: int, /, **overrides: Any) -> list[dict[str, Any]]:
        """The next *n* records of the resource *name*."""
        return [self.build(name, **overrides) for _ in range(count)]


def make_seeded_faker(seed: int, locale: str) -> Any:
    """A Faker of its own that gives the same for the same *seed*."""
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
    """What ``generate`` in the file at *path* gives: records by resource. Raises ConfigError when it fails.

    *numbers* are the first keys of those resources whose records are numbered.
    """
    if not Path(path).is_file():
        raise ConfigError(
            f"There is no seed script {path}.",
            hint="Name a Python file with a function generate.",
            path=path,
        )
    gen = RecordGenerator(schema, configs, first_numbers)
    try:
        generate = runpy.run_path(path).get("generate")
        if not callable(generate):
            raise ConfigError(
                f"{path} has no function generate.",
                hint="Write: def generate(gen): return {'users': [...]}.",
            )
        wanted = next(iter(inspect.signature(generate).parameters), "")
        found = generate(gen.faker if wanted == "faker" else gen) if wanted else generate()
        return {str(name): list(records) for name, records in found.items()}
    except FixturegenError:
        raise
    except Exception as error:  # the script is the user's own, and may raise anything
        words = f"The seed script {path} failed: {type(error).__name__}: {error}."
        raise ConfigError(
            words, hint="It gives a mapping from resources to lists of records.", path=path
        ) from error

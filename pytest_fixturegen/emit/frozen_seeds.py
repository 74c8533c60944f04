"""A file that remembers the seed of each model, so that a new seed, or a new model, leaves the data of the others alone."""

from __future__ import annotations

import json
import logging
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytest_fixturegen.errors import ConfigError, plain_text
from pytest_fixturegen.files import write_whole

log = logging.getLogger(__name__)
VERSION = 1
SHAPE = {"seed": int, "digest": str}
HINT = "Correct the file, or delete it: then the seeds are remembered anew."


@dataclass(slots=True)
class FrozenSeeds:
    """What the file at *path* remembers, by the full names of models, and what there is to add."""

    path: Path
    models: dict[str, dict[str, Any]] = field(default_factory=dict)
    met: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def seeds(self) -> dict[str, int]:
        """The seed of each model that has one."""
        return {name: said["seed"] for name, said in self.models.items()}

    def seed_of(self, name: str, otherwise: int) -> int:
        """The seed of the model *name*: the one that is remembered, or *otherwise*."""
        return self.seeds.get(name, otherwise)

    def meet(self, name: str, digest: str, seed: int) -> int:
        """The seed that the model *name* is drawn with: its own, or *seed*. Says so when the model is not what it was."""
        known = self.models.get(name)
        if known and known["digest"] != digest:
            log.warning("%s has changed; it keeps its seed %s of %s", plain_text(name), known["seed"], self.path)
        self.met[name] = {"seed": self.seed_of(name, seed), "digest": digest}
        return self.seed_of(name, seed)

    def keep(self, names: Collection[str]) -> None:
        """Write the models of *names* that were met into the file, beside those that are there."""
        models = {**self.models, **{name: said for name, said in self.met.items() if name in names}}
        if models != self.models:
            body = {"version": VERSION, "models": dict(sorted(models.items()))}
            write_whole(self.path, [json.dumps(body, indent=2, ensure_ascii=False).encode() + b"\n"])


def read_seeds(path: Path) -> FrozenSeeds:
    """What the file at *path* remembers; nothing when it is not there. Raises ConfigError naming the key that is wrong."""
    try:
        body = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return FrozenSeeds(path)
    except (OSError, ValueError, RecursionError) as error:
        raise ConfigError(f"{path} cannot be read as JSON: {error}.", hint=HINT, file=str(path)) from error
    if not isinstance(body, dict) or body.get("version") != VERSION:
        raise _wrong(path, "version", body.get("version") if isinstance(body, dict) else body, str(VERSION))
    models = body.get("models")
    if not isinstance(models, dict):
        raise _wrong(path, "models", models, "an object of models")
    for name, said in models.items():
        _require(path, f"models.{name}", said)
    return FrozenSeeds(path, models)


def _require(path: Path, key: str, said: Any) -> None:
    if not isinstance(said, dict):
        raise _wrong(path, key, said, "an object with a seed and a digest")
    for name, kind in SHAPE.items():
        value = said.get(name)
        if not isinstance(value, kind) or isinstance(value, bool):
            raise _wrong(path, f"{key}.{name}", value, "a whole number" if kind is int else "a text")


def _wrong(path: Path, key: str, value: Any, wanted: str) -> ConfigError:
    shown = "missing" if value is None else f"{json.dumps(value)[:60]}, which is not {wanted}"
    return ConfigError(f"{key} in {path} is {shown}.", hint=HINT, file=str(path), key=key)

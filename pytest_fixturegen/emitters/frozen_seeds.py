"""A file that remembers the seed of each model, so that a new seed, or a new model, leaves the data of the others alone."""

from __future__ import annotations

import json
import logging
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.atomic_files import write_atomically
from pytest_fixturegen.errors import ConfigError, replace_controls

log = logging.getLogger(__name__)
FILE_VERSION = 1
ENTRY_TYPES = {"seed": int, "digest": str}
REPAIR_HINT = "Correct the file, or delete it: then the seeds are remembered anew."


@dataclass(slots=True)
class FrozenSeeds:
    """What the file at *path* remembers, by the full names of models, and what there is to add."""

    path: Path
    models: dict[str, dict[str, Any]] = field(default_factory=dict)
    seen_models: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def seeds(self) -> dict[str, int]:
        """The seed of each model that has one."""
        return {name: said["seed"] for name, said in self.models.items()}

    def get_seed(self, name: str, default: int) -> int:
        """The seed of the model *name*: the one that is remembered, or *otherwise*."""
        return self.seeds.get(name, default)

    def register_model(self, name: str, digest: str, seed: int) -> int:
        """The seed that the model *name* is drawn with: its own, or *seed*. Says so when the model is not what it was."""
        known = self.models.get(name)
        if known and known["digest"] != digest:
            log.warning(
                "%s has changed; it keeps its seed %s of %s",
                replace_controls(name),
                known["seed"],
                self.path,
            )
        self.seen_models[name] = {"seed": self.get_seed(name, seed), "digest": digest}
        return self.get_seed(name, seed)

    def save_models(self, names: Collection[str]) -> None:
        """Write the models of *names* that were met into the file, beside those that are there."""
        models = {
            **self.models,
            **{name: said for name, said in self.seen_models.items() if name in names},
        }
        if models != self.models:
            body = {"version": FILE_VERSION, "models": dict(sorted(models.items()))}
            write_atomically(
                self.path, [json.dumps(body, indent=2, ensure_ascii=False).encode() + b"\n"]
            )


def read_frozen_seeds(path: Path) -> FrozenSeeds:
    """What the file at *path* remembers; nothing when it is not there. Raises ConfigError naming the key that is wrong."""
    try:
        body = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return FrozenSeeds(path)
    except (OSError, ValueError, RecursionError) as error:
        raise ConfigError(
            f"{path} cannot be read as JSON: {error}.", hint=REPAIR_HINT, file=str(path)
        ) from error
    if not isinstance(body, dict) or body.get("version") != FILE_VERSION:
        raise _make_invalid_error(
            path,
            "version",
            body.get("version") if isinstance(body, dict) else body,
            str(FILE_VERSION),
        )
    models = body.get("models")
    if not isinstance(models, dict):
        raise _make_invalid_error(path, "models", models, "an object of models")
    for name, said in models.items():
        _require_entry(path, f"models.{name}", said)
    return FrozenSeeds(path, models)


def _require_entry(path: Path, key: str, entry: Any) -> None:
    if not isinstance(entry, dict):
        raise _make_invalid_error(path, key, entry, "an object with a seed and a digest")
    for name, kind in ENTRY_TYPES.items():
        value = entry.get(name)
        if not isinstance(value, kind) or isinstance(value, bool):
            raise _make_invalid_error(
                path, f"{key}.{name}", value, "a whole number" if kind is int else "a text"
            )


def _make_invalid_error(path: Path, key: str, value: Any, expected: str) -> ConfigError:
    shown = "missing" if value is None else f"{json.dumps(value)[:60]}, which is not {expected}"
    return ConfigError(f"{key} in {path} is {shown}.", hint=REPAIR_HINT, file=str(path), key=key)

"""The file of ``--freeze-seeds``, which records the seed of each model.

A new seed, or a new model, then leaves the data of the other models alone.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytest_fixturegen._internal.atomic_files import build_write_error, write_atomically
from pytest_fixturegen._internal.regular_files import find_real_path, read_regular
from pytest_fixturegen._internal.text import replace_surrogates, shorten
from pytest_fixturegen.errors import ConfigError, format_os_error, replace_controls

log = logging.getLogger(__name__)
FILE_VERSION = 1
ENTRY_TYPES = {"seed": int, "digest": str}
EXPECTED_VALUES = {"seed": "a whole number", "digest": "a string"}
MAX_FILE_BYTES = 50_000_000
"""Bytes of a file of frozen seeds."""

MAX_SEED_BITS = 1024
"""Bits of a seed, as of the option."""

MAX_SHOWN_CHARACTERS = 150
"""Characters of a key that an error shows."""

REPAIR_HINT = "Correct the file, or delete it to record the seeds again."


@dataclass(slots=True)
class FrozenSeeds:
    """The recorded seeds of the file at *path*.

    *models* and *seen_models* hold the entries, by full model name, of the file and of this run.
    """

    path: Path
    models: dict[str, dict[str, Any]] = field(default_factory=dict)
    seen_models: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def seeds(self) -> dict[str, int]:
        """The seed of each model that has one."""
        return {name: entry["seed"] for name, entry in self.models.items()}

    def get_seed(
        self,
        name: str,
        default: int,
    ) -> int:
        """Return the recorded seed of the model *name*, or *default*."""
        return self.seeds.get(name, default)

    def register_model(
        self,
        name: str,
        digest: str,
        seed: int,
    ) -> int:
        """Return the seed for the model *name*: the recorded one, or *seed*.

        Logs a warning if the model has another *digest* than the recorded one.
        """
        recorded = self.models.get(name)
        if recorded and recorded["digest"] != digest:
            log.warning(
                "%s has changed; it keeps its seed %s of %s",
                replace_controls(name),
                recorded["seed"],
                self.path,
            )
        model_seed = self.get_seed(name, seed)
        self.seen_models[name] = {"seed": model_seed, "digest": digest}
        return model_seed

    def save_models(self, names: Collection[str]) -> None:
        """Add the entries of this run for the models *names* to the file."""
        seen = {name: entry for name, entry in self.seen_models.items() if name in names}
        models = {**self.models, **seen}
        if models == self.models:
            return
        body = {"version": FILE_VERSION, "models": dict(sorted(models.items()))}
        # A lone surrogate is written as its escape, which is valid JSON.
        text = json.dumps(body, indent=2, ensure_ascii=False) + "\n"
        write_atomically(
            self.path,
            [text.encode("utf-8", "backslashreplace")],
            is_named=False,
        )


def read_frozen_seeds(path: Path) -> FrozenSeeds:
    """Return the seeds of the file at *path*, none if it does not exist.

    Raises ConfigError, which names the key, if the file is invalid, and EmitError if it is a link.
    """
    try:
        find_real_path(path, is_named=False)
    except OSError as error:
        raise build_write_error(path, error) from error
    try:
        body = _load_body(path)
    except FileNotFoundError:
        return FrozenSeeds(path)
    file_version = body.get("version") if isinstance(body, dict) else body
    if not isinstance(body, dict) or file_version != FILE_VERSION:
        raise _make_invalid_error(path, "version", file_version, str(FILE_VERSION))
    models = body.get("models")
    if not isinstance(models, dict):
        raise _make_invalid_error(path, "models", models, "an object of models")
    for name, entry in models.items():
        _require_entry(path, f"models.{name}", entry)
    return FrozenSeeds(path, models)


def _load_body(path: Path) -> Any:
    """Return the parsed JSON of the file at *path*.

    Raise FileNotFoundError if it does not exist, and ConfigError if it cannot be read as JSON.
    """
    try:
        return json.loads(read_regular(path, MAX_FILE_BYTES).decode("utf-8"))
    except FileNotFoundError:
        raise
    except RecursionError as error:
        raise _make_unreadable_error(path, "it is nested too deeply") from error
    except OSError as error:
        raise _make_unreadable_error(path, format_os_error(error)) from error
    except ValueError as error:
        raise _make_unreadable_error(
            path,
            " ".join(str(error).split()),
        ) from error


def _require_entry(
    path: Path,
    key: str,
    entry: Any,
) -> None:
    """Raise ConfigError unless *entry*, at *key* of the file, has a seed and a digest.

    JSON's true and false are not valid seeds, although Python treats them as integers.
    """
    if not isinstance(entry, dict):
        raise _make_invalid_error(path, key, entry, "an object with a seed and a digest")
    for name, kind in ENTRY_TYPES.items():
        value = entry.get(name)
        is_huge = isinstance(value, int) and value.bit_length() > MAX_SEED_BITS
        if not isinstance(value, kind) or isinstance(value, bool) or is_huge:
            raise _make_invalid_error(path, f"{key}.{name}", value, EXPECTED_VALUES[name])


def _make_unreadable_error(path: Path, reason: str) -> ConfigError:
    """Return the error that the file at *path* cannot be read, for *reason*."""
    return ConfigError(
        f"{path} cannot be read as JSON: {reason}.", hint=REPAIR_HINT, file=str(path)
    )


def _make_invalid_error(
    path: Path,
    key: str,
    value: Any,
    expected: str,
) -> ConfigError:
    """Return the error that *key* has *value*; None means that the file lacks the key."""
    actual = "nothing" if value is None else shorten(json.dumps(value), 60)
    key = shorten(replace_surrogates(key), MAX_SHOWN_CHARACTERS)
    return ConfigError(
        f"Invalid {key} in {path}: expected {expected}, got {actual}.",
        hint=REPAIR_HINT,
        file=str(path),
        key=key,
    )

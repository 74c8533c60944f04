"""Commands that a lock can hold: run without writing anything, and described as entries.

A command is held as its options, so that it can be repeated with the options of the lock, whatever
the project's configuration says now.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, BinaryIO

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.command_options import (
    FixturesConfig,
    FreezeConfig,
    ImportConfig,
    JsonConfig,
    SchemaConfig,
    SelectionConfig,
)
from pytest_fixturegen.config.dataset_options import DatasetConfig
from pytest_fixturegen.config.field_policies import to_json_dict
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.config.sources import get_option_key
from pytest_fixturegen.emitters.artifact_log import ArtifactLog
from pytest_fixturegen.emitters.frozen_seeds import read_frozen_seeds
from pytest_fixturegen.emitters.lock_file import Entry
from pytest_fixturegen.emitters.outputs import STDOUT_MARK
from pytest_fixturegen.errors import UsageError, combine_failures
from pytest_fixturegen.plugins.contracts import WrittenOutput
from pytest_fixturegen.worker import client, dataset_client, frames
from pytest_fixturegen.worker.output_receiver import EmitResult, Report
from pytest_fixturegen.worker.settings import restore_settings

DESCRIBING_JOB = "pytest_fixturegen.worker.describe_job:describe_models"

UNLOCKED_OPTIONS = frozenset(("check", "workers", "engine", "scheduler", "seed"))
"""Options that a lock file leaves out: they do not change the bytes. The seed is a separate key."""

Configs = tuple[Any, ...]
"""The groups of options of a command, in the order of its kind."""


@dataclass(frozen=True, slots=True)
class LockedKind:
    """A kind of command: its groups of options, the first of which is its own, and what runs it."""

    config_classes: tuple[type, ...]
    emit: Callable[..., EmitResult]


KINDS: Mapping[str, LockedKind] = {
    "json": LockedKind(
        (JsonConfig, GenerationConfig, SelectionConfig, FreezeConfig), client.emit_json
    ),
    "fixtures": LockedKind(
        (FixturesConfig, GenerationConfig, SelectionConfig, FreezeConfig), client.emit_fixtures
    ),
    "dataset": LockedKind(
        (DatasetConfig, GenerationConfig, SelectionConfig, FreezeConfig),
        dataset_client.emit_dataset,
    ),
    "schema": LockedKind((SchemaConfig, GenerationConfig, SelectionConfig), client.emit_schema),
}
"""The kinds of ``pfg gen`` that can be locked."""


@dataclass(frozen=True, slots=True)
class LockedCommand:
    """A command of a lock: ``pfg gen`` of *kind* on *target*, with *configs*."""

    text: str
    kind: str
    target: str | None
    configs: Configs

    def find_config(self, config_class: type) -> Any:
        """Return the group of options of *config_class*, None if the command has none."""
        return next((each for each in self.configs if isinstance(each, config_class)), None)

    @property
    def generation(self) -> GenerationConfig:
        """The options of generation."""
        config: GenerationConfig = self.find_config(GenerationConfig)
        return config

    def with_configs(self, *changed: Any) -> LockedCommand:
        """Return the command with other groups of options of the same classes."""
        by_class = {type(config): config for config in changed}
        return replace(self, configs=tuple(by_class.get(type(each), each) for each in self.configs))

    def run(
        self,
        imports: ImportConfig,
        log: ArtifactLog,
    ) -> list[WrittenOutput]:
        """Log the outputs of the command, and compare them with its files; write nothing.

        Raise the errors of models that fail.
        """
        own, *_ = self.configs
        own = replace(own, check=own.out != STDOUT_MARK)
        options: dict[str, Any] = {"log": log}
        if self.kind == "schema":
            options["config"] = self.generation
            groups = [own, self.find_config(SelectionConfig)]
        else:
            options["freeze"] = self.find_config(FreezeConfig)
            groups = [own, self.generation, self.find_config(SelectionConfig)]
        with Path(os.devnull).open("wb") as nowhere:
            sink: BinaryIO = nowhere
            result = KINDS[self.kind].emit(
                self.target,
                *groups,
                imports,
                stdout=sink,
                **options,
            )
        if result.failures:
            raise combine_failures(
                result.failures,
                result.model_count or 1,
                "locked",
            )
        return result.outputs

    def describe_models(self, imports: ImportConfig) -> dict[str, Report]:
        """Return the digests and the fields of the command's models by their full names."""
        with client.run_job(
            DESCRIBING_JOB,
            self.target,
            self.find_config(SelectionConfig),
            imports,
            generation=to_json_dict(self.generation),
        ) as frame_stream:
            reports = frames.parse_reports(frame_stream)
        return {
            str(report["full_name"]): {key: report[key] for key in ("digest", "code", "fields")}
            for report in reports
        }


def require_lockable(command: LockedCommand) -> None:
    """Raise UsageError if *command* has no fixed result, or one that others write."""
    if command.generation.rng_mode != "portable":
        raise UsageError(
            f"Cannot lock {command.text!r}: with rng_mode 'entropy', each run has another seed.",
            hint="Give it a --seed.",
        )
    if getattr(
        command.configs[0],
        "emit",
        "",
    ):
        raise UsageError(
            f"Cannot lock {command.text!r}: a plugin decides what --emit writes.",
            hint="Leave --emit out, or lock the records without it.",
        )


def build_entry(command: LockedCommand, imports: ImportConfig) -> tuple[Entry, list[WrittenOutput]]:
    """Return the entry of *command*, and its outputs compared with the files."""
    require_lockable(command)
    log = ArtifactLog()
    outputs = command.run(imports, log)
    entry = {
        "command": command.text,
        "seed": command.generation.seed,
        "options": list_options(command),
        "models": command.describe_models(imports),
        "artifacts": [artifact.to_json() for artifact in log.artifacts],
    }
    return entry, outputs


def list_options(command: LockedCommand) -> dict[str, Any]:
    """Return the options of *command* that differ from their defaults, by key.

    Frozen seeds are among them: they decide the values of their models.
    """
    options: dict[str, Any] = {}
    for config in command.configs:
        values, defaults = to_json_dict(config), to_json_dict(type(config)())
        for option in fields(config):
            name = option.name
            if name not in UNLOCKED_OPTIONS and values[name] != defaults[name]:
                options[get_option_key(type(config), name)] = values[name]
    freeze = command.find_config(FreezeConfig)
    if freeze is not None and freeze.freeze_seeds:
        seeds = read_frozen_seeds(Path(freeze.freeze_seeds_file)).seeds
        options |= {f"frozen seed of {name}": seed for name, seed in sorted(seeds.items())}
    return options


def restore_command(command: LockedCommand, entry: Entry) -> LockedCommand:
    """Return *command* with the options that *entry* has locked."""
    return replace(
        command,
        configs=tuple(_restore_config(type(config), entry) for config in command.configs),
    )


def _restore_config(config_class: type, entry: Entry) -> Any:
    """Return the group of options that *entry* has locked; the others have their defaults."""
    values = to_json_dict(config_class())
    for name in values:
        values[name] = entry["options"].get(get_option_key(config_class, name), values[name])
    if config_class is GenerationConfig:
        values["seed"] = entry["seed"]
    return restore_settings(config_class, values)

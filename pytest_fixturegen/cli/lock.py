"""``pfg lock`` and ``pfg verify``: record what commands make, and explain what has drifted."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from pytest_fixturegen._internal.owned_files import COMMAND_PATTERN
from pytest_fixturegen.cli import gen, notices, terminal
from pytest_fixturegen.cli.command_base import Command, add_common_flags
from pytest_fixturegen.cli.flags import add_flags, resolve_settings
from pytest_fixturegen.cli.global_options import get_global_options
from pytest_fixturegen.cli.param_types import FILE
from pytest_fixturegen.config.command_options import (
    FreezeConfig,
    ImportConfig,
    JsonConfig,
    SelectionConfig,
)
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.emitters.lock_file import LOCK_FILE, read_lock, write_lock
from pytest_fixturegen.emitters.modules import build_command
from pytest_fixturegen.errors import Findings, UsageError
from pytest_fixturegen.worker import drift, locked_runs
from pytest_fixturegen.worker.drift import Drift
from pytest_fixturegen.worker.locked_runs import KINDS, LockedCommand
from pytest_fixturegen.worker.verification import verify_entry

JSON_CONFIGS = (JsonConfig, GenerationConfig, SelectionConfig, FreezeConfig)
UNLOCKED_FLAGS = ("check", "workers", "emit")
HEAD_BYTES = 4096
"""Bytes of a file in which a generated module names its command."""

add_lock_file = click.option(
    "--lock-file",
    default=LOCK_FILE,
    type=FILE,
    metavar="PATH",
    help=f"File of the locked commands. [{LOCK_FILE}]",
)


@click.command("lock", cls=Command)
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@add_lock_file
@add_flags(*JSON_CONFIGS, ImportConfig, excluded=UNLOCKED_FLAGS)
@add_common_flags
def lock_command(targets: Sequence[str], lock_file: str, **flag_values: Any) -> None:
    """Record the records of each TARGET, and what they depend on, in pfg.lock.

    A TARGET is a target of 'pfg gen json', whose options apply; a generated module of fixtures; or
    a command in quotes, such as 'gen schema app/models.py --out models.json'. Without one, all
    commands of the file are locked again.
    """
    path = Path(lock_file)
    (imports,) = resolve_settings(
        flag_values,
        ImportConfig,
        needs_seed=False,
    )
    is_new = bool(targets) and not path.exists()
    old = [] if is_new else read_lock(lock_file)["entries"]
    if targets:
        commands = [read_target(target, flag_values) for target in targets]
    else:
        commands = [parse_command(entry["command"]) for entry in old]
    entries = {entry["command"]: entry for entry in old}
    for command in commands:
        entry, outputs = locked_runs.build_entry(command, imports)
        entries[command.text] = entry
        for output in outputs:
            if output.has_changed:
                notices.print_notice(
                    f"stale {output.path}: pfg {_strip_name(command.text)} writes it"
                )
    verb = "wrote" if write_lock(path, list(entries.values())) else "unchanged"
    notices.print_notice(f"{verb} {path}")


@click.command("verify", cls=Command)
@add_lock_file
@click.option(
    "--sample",
    default=0,
    type=click.IntRange(min=0),
    metavar="N",
    help="Make only N records of each large file again, chosen at random; 0 makes all. [0]",
)
@add_flags(ImportConfig)
@add_common_flags
def verify_command(lock_file: str, sample: int, **flag_values: Any) -> None:
    """Repeat the commands of pfg.lock, and explain what differs: by cause, and by field.

    Nothing is written. The exit code is 1 if something differs.
    """
    (imports,) = resolve_settings(
        flag_values,
        ImportConfig,
        needs_seed=False,
    )
    lock = read_lock(lock_file)
    libraries = list(drift.compare_libraries(lock["libraries"]))
    found: list[tuple[str, list[Drift]]] = []
    if libraries:
        found.append(("libraries", libraries))
    for entry in lock["entries"]:
        command = parse_command(entry["command"])
        drifts = verify_entry(
            entry,
            command,
            imports,
            has_new_libraries=bool(libraries),
            sample=sample,
        )
        if drifts:
            found.append((entry["command"], drifts))
        else:
            notices.print_notice(f"up to date {entry['command']}")
    if found:
        _print_drifts(found)
        raise _build_findings(lock_file, found)


def read_target(target: str, flag_values: dict[str, Any]) -> LockedCommand:
    """Return the command that *target* is, names, or is the target of."""
    if re.match(r"(pfg )?gen ", target):
        return parse_command(target)
    command = _read_header(Path(target))
    if command:
        return parse_command(command)
    configs = tuple(resolve_settings(flag_values, *JSON_CONFIGS))
    return LockedCommand(
        build_command(
            "json",
            target,
            *configs,
        ),
        "json",
        target,
        configs,
    )


def _read_header(path: Path) -> str:
    """Return the command that the header of a generated module names; empty without one."""
    if path.suffix != ".py" or not path.is_file():
        return ""
    with path.open("rb") as file:
        match = COMMAND_PATTERN.search(file.read(HEAD_BYTES))
    return match[1].decode() if match else ""


def parse_command(text: str) -> LockedCommand:
    """Return the command in *text* with the options that it has now.

    Flags are those of the text; the others come from the environment and the project.
    """
    words = _split_words(text)
    kind, *rest = words
    command = gen.gen.commands[kind]
    context = command.make_context(
        f"gen {kind}",
        rest,
        parent=click.get_current_context(),
    )
    flag_values = dict(context.params)
    target = flag_values.pop("target")
    configs = resolve_settings(
        flag_values,
        *KINDS[kind].config_classes,
        needs_seed=False,
    )
    return LockedCommand(
        f"pfg {_strip_name(text)}",
        kind,
        target,
        tuple(configs),
    )


def _split_words(text: str) -> list[str]:
    """Return the kind and the arguments of the ``gen`` command in *text*.

    Raise UsageError if it is another command, or one that cannot be locked.
    """
    try:
        words = shlex.split(_strip_name(text))
    except ValueError as error:
        raise UsageError(
            f"Cannot read the command {text!r}: {error}.", hint="Close its quotes."
        ) from error
    kind = words[1] if len(words) > 1 and words[0] == "gen" else ""
    if kind not in KINDS:
        raise UsageError(
            f"Cannot lock {text!r}: expected a command such as 'gen json app/models.py -n 5'.",
            hint=f"Kinds of commands that can be locked: {', '.join(KINDS)}.",
        )
    return words[1:]


def _strip_name(text: str) -> str:
    return text.removeprefix("pfg ")


def _print_drifts(found: Sequence[tuple[str, list[Drift]]]) -> None:
    """Print each cause on a line below its command, unless errors are JSON."""
    if get_global_options().json_errors:
        return
    for title, drifts in found:
        terminal.print_line(title)
        for each in drifts:
            subject = f"{each.artifact} " if each.artifact else ""
            terminal.print_line(f"  {each.cause}: {subject}{each.message}")


def _build_findings(lock_file: str, found: Sequence[tuple[str, list[Drift]]]) -> Findings:
    """Return the error of what has drifted, with all causes as details."""
    drifts = [{"command": title, **each.to_json()} for title, causes in found for each in causes]
    subject = "1 difference" if len(drifts) == 1 else f"{len(drifts)} differences"
    return Findings(
        f"{subject} from {lock_file}.",
        hint="If they are meant, write the files again, and then the lock: pfg lock.",
        drift=drifts,
    )

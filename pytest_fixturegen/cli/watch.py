"""``--watch``: run a command again when its code or configuration changes, until Ctrl-C."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import click

from pytest_fixturegen.cli import notices, output
from pytest_fixturegen.cli.global_options import get_global_options
from pytest_fixturegen.config.options import PROJECT_FILES
from pytest_fixturegen.discovery.namespaces import find_source_file
from pytest_fixturegen.discovery.targets import parse_target
from pytest_fixturegen.errors import FixturegenError, UsageError

ChangeSet = Iterable[tuple[Any, str]]
MAX_FOLDERS = 5000
"""Folders that are watched; the system limits their number, too [inotify(7)]."""

IGNORED_FOLDERS = ("__pycache__", "node_modules", "site-packages")

POLL_MILLISECONDS = 300
"""How long watchfiles waits for changes before it checks for Ctrl-C."""


def run_on_changes(target: str | None, run: Callable[[], None]) -> None:
    """Call *run* now and after each change, and print its errors.

    Raises:
        UsageError: If ``watchfiles`` is not installed.
    """
    try:
        from watchfiles import watch
    except ModuleNotFoundError as error:
        raise UsageError(
            "--watch needs watchfiles.", hint="pip install 'pytest-fixturegen[watch]'"
        ) from error
    folders = _find_folders(target)
    shown = dict.fromkeys(_format_path(folder) for folder in folders)
    notices.print_notice(f"watching {', '.join(shown)}; stop with Ctrl-C")
    watch_folders = partial(
        watch,
        watch_filter=None,
        recursive=False,
        rust_timeout=POLL_MILLISECONDS,
        yield_on_timeout=True,
    )
    changes = _iterate_changes(watch_folders, *folders)
    with suppress(KeyboardInterrupt):
        _run_on_each_change(changes, run, _find_document(target))


def _iterate_changes(
    watch_folders: Callable[..., Iterable[ChangeSet]],
    code_folder: Path,
    config_folder: Path,
) -> Iterator[ChangeSet]:
    """Yield the changes of each tick, also in folders that are made later."""
    watched = {config_folder, *_list_code_folders(code_folder)}
    new_folders: set[Path] = set()
    while True:
        for changes in watch_folders(*watched):
            # Files may be in a new folder before it is watched, so they count as changes.
            yield {*changes, *_list_contents(new_folders)}
            is_quiet = not changes and not new_folders
            new_folders = set() if is_quiet else {*_list_code_folders(code_folder)} - watched
            if new_folders:
                watched |= new_folders
                break  # watch again, with the new folders
        else:
            return


def _list_contents(folders: Iterable[Path]) -> Iterator[tuple[Any, str]]:
    """Yield the entries of *folders* in the form of changes, whose kind is empty."""
    for folder in folders:
        with suppress(OSError):  # removed in the meantime
            for path in folder.iterdir():
                yield "", str(path)


def _run_on_each_change(
    change_sets: Iterable[ChangeSet],
    run: Callable[[], None],
    document: Path | None = None,
) -> None:
    """Call *run* when watching starts, and after each relevant change, such as of *document*."""
    for number, changes in enumerate(change_sets):
        found = {Path(path) for _, path in changes}
        paths = sorted(path for path in found if path == document or _is_relevant(path))
        if paths:
            notices.print_notice(f"changed {', '.join(map(_format_path, paths))}")
        if paths or not number:
            _run_once(run)


def _run_once(run: Callable[[], None]) -> None:
    """Run the command and print an error of the target instead of ending the watch."""
    try:
        run()
    except FixturegenError as error:  # the next change of the code may fix it
        output.print_error(error, get_global_options())


def _find_folders(target: str | None) -> tuple[Path, Path]:
    """Return the folders to watch: the code of *target*, and the configuration."""
    here = Path.cwd()
    candidates = (here, *here.parents)
    projects = [folder for folder in candidates if (folder / PROJECT_FILES[0]).is_file()]
    config_folder = projects[0] if projects else here
    file = _find_target_file(target, here) if target else None
    code_folder = Path(os.path.realpath(file)).parent if file else config_folder
    while (code_folder.parent / "__init__.py").is_file():
        code_folder = code_folder.parent
    return code_folder, config_folder


def _find_document(target: str | None) -> Path | None:
    """Return the document that *target* is, or None if it is code.

    A command may write into it. The next run then changes nothing, so that watching goes on.
    """
    parsed = parse_target(target, Path.cwd()) if target else None
    return Path(parsed.file) if parsed and parsed.is_document else None


def _find_target_file(target: str, folder: Path) -> Any:
    """Return the file of *target*, which *folder* is the base of, or None if it is not found."""
    parsed = parse_target(target, folder)
    if parsed.folder:
        return parsed.members[0].file
    return parsed.file or find_source_file(parsed.module, (parsed.root,))


def _list_code_folders(folder: Path) -> Iterator[Path]:
    """Yield *folder* and the folders below it that may have code, at most MAX_FOLDERS.

    Links are not followed: one may lead back, or to the root of the machine.
    """
    waiting = deque([folder])
    for _ in range(MAX_FOLDERS):
        if not waiting:
            return
        current = waiting.popleft()
        yield current
        with suppress(OSError):  # removed in the meantime, or not readable
            waiting.extend(filter(_may_have_code, current.iterdir()))
    notices.print_notice(f"watching only the first {MAX_FOLDERS} folders of {folder}")


def _may_have_code(path: Path) -> bool:
    """Return whether *path* is a folder to watch."""
    return path.is_dir() and not path.is_symlink() and not _is_ignored(path)


def _is_ignored(folder: Path) -> bool:
    """Return whether *folder* is hidden, a virtual environment, or one that tools fill."""
    if folder.name.startswith(".") or folder.name in IGNORED_FOLDERS:
        return True
    return (folder / "pyvenv.cfg").exists()  # a virtual environment


def _is_relevant(path: Path) -> bool:
    """Return whether *path* is code or configuration, and not written by this command."""
    written_paths = click.get_current_context().meta.get(
        output.WRITTEN_PATHS_KEY,
        (),
    )
    if path in written_paths:
        return False
    if path.name.startswith("."):
        return False
    return path.suffix == ".py" or path.name in PROJECT_FILES


def _format_path(path: Path) -> str:
    """Return *path* relative to the current directory if it is below it."""
    here = Path.cwd()
    if path.is_relative_to(here):
        return path.relative_to(here).as_posix()
    return str(path)

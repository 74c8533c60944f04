"""``--watch``: a command runs again whenever the code or the configuration that it reads changes, until Ctrl-C."""

from __future__ import annotations

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
IGNORED_FOLDERS = ("__pycache__", "node_modules", "site-packages")
POLL_MILLISECONDS = 300
"""Milliseconds between two looks at whether we are to end."""


def run_on_changes(target: str | None, run: Callable[[], None]) -> None:
    """Call *run* now and after each change, and print what fails. Raises UsageError where ``watchfiles`` is missing."""
    try:
        from watchfiles import watch
    except ModuleNotFoundError as error:
        raise UsageError(
            "--watch needs watchfiles.", hint="pip install 'pytest-fixturegen[watch]'"
        ) from error
    code, configuration = _find_folders(target)
    notices.print_notice(
        f"watching {', '.join(dict.fromkeys(map(_format_path, (code, configuration))))}; stop with Ctrl-C"
    )
    look = partial(
        watch,
        watch_filter=None,
        recursive=False,
        rust_timeout=POLL_MILLISECONDS,
        yield_on_timeout=True,
    )
    with suppress(KeyboardInterrupt):
        _run_on_each_change(_iterate_changes(look, code, configuration), run)


def _iterate_changes(
    watch_folders: Callable[..., Iterable[ChangeSet]], code_folder: Path, config_folder: Path
) -> Iterator[ChangeSet]:
    """What has changed at each of the ticks of *look*, in the folders that are there now, and in those made later."""
    folders, made = {config_folder, *_list_code_folders(code_folder)}, set[Path]()
    while True:
        for changes in watch_folders(*folders):
            yield {*changes, *(("", str(path)) for folder in made for path in folder.iterdir())}
            made = {*_list_code_folders(code_folder)} - folders if changes or made else set()
            if made:
                folders |= made
                break
        else:
            return


def _run_on_each_change(change_sets: Iterable[ChangeSet], run: Callable[[], None]) -> None:
    """Call *run* once watching has begun, and at each of the changes that matter."""
    for number, changes in enumerate(change_sets):
        paths = sorted({Path(path) for _, path in changes if _is_relevant(Path(path))})
        if paths:
            notices.print_notice(f"changed {', '.join(map(_format_path, paths))}")
        if paths or not number:
            _run_once(run)


def _run_once(run: Callable[[], None]) -> None:
    try:
        run()
    except (
        FixturegenError
    ) as error:  # of the user's code or configuration: the next change may mend it
        output.print_error(error, get_global_options())


def _find_folders(target: str | None) -> tuple[Path, Path]:
    """Where a change matters: the package of *target*, or the folder of its file; and the folder of the configuration."""
    here = Path.cwd()
    configured = next(
        (each for each in (here, *here.parents) if (each / PROJECT_FILES[0]).is_file()), here
    )
    parsed = parse_target(target, here) if target else None
    file = (parsed.file or find_source_file(parsed.module, (parsed.root,))) if parsed else None
    folder = Path(file).resolve().parent if file else configured
    while (folder.parent / "__init__.py").is_file():
        folder = folder.parent
    return folder, configured


def _list_code_folders(folder: Path) -> Iterator[Path]:
    """*folder* and the folders in it that may hold code."""
    yield folder
    for each in folder.iterdir():
        if each.is_dir() and not _is_ignored(each.name) and not (each / "pyvenv.cfg").exists():
            yield from _list_code_folders(each)


def _is_ignored(name: str) -> bool:
    return name.startswith(".") or name in IGNORED_FOLDERS


def _is_relevant(path: Path) -> bool:
    """Whether *path* is code or configuration that we have not written ourselves."""
    if path in click.get_current_context().meta.get(output.WRITTEN_PATHS_KEY, ()):
        return False
    return not path.name.startswith(".") and (path.suffix == ".py" or path.name in PROJECT_FILES)


def _format_path(path: Path) -> str:
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)

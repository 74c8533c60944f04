"""``--watch``: a command runs again whenever the code or the configuration that it reads changes, until Ctrl-C."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import click

from pytest_fixturegen.cli import notices, report
from pytest_fixturegen.cli.manner import current
from pytest_fixturegen.errors import FixturegenError, UsageError
from pytest_fixturegen.options import FILES
from pytest_fixturegen.sandbox.namespaces import source_of
from pytest_fixturegen.sandbox.targets import parse_target

Changes = Iterable[tuple[Any, str]]
PASSED_OVER = ("__pycache__", "node_modules", "site-packages")
TICK = 300
"""Milliseconds between two looks at whether we are to end."""


def watched(target: str | None, run: Callable[[], None]) -> None:
    """Call *run* now and after each change, and print what fails. Raises UsageError where ``watchfiles`` is missing."""
    try:
        from watchfiles import watch
    except ModuleNotFoundError as error:
        raise UsageError("--watch needs watchfiles.", hint="pip install 'pytest-fixturegen[watch]'") from error
    code, configuration = _folders(target)
    notices.say(f"watching {', '.join(dict.fromkeys(map(_shown, (code, configuration))))}; stop with Ctrl-C")
    look = partial(watch, watch_filter=None, recursive=False, rust_timeout=TICK, yield_on_timeout=True)
    with suppress(KeyboardInterrupt):
        _attempt_at_each(_passing(look, code, configuration), run)


def _passing(look: Callable[..., Iterable[Changes]], code: Path, configuration: Path) -> Iterator[Changes]:
    """What has changed at each of the ticks of *look*, in the folders that are there now, and in those made later."""
    folders, made = {configuration, *_below(code)}, set[Path]()
    while True:
        for changes in look(*folders):
            yield {*changes, *(("", str(path)) for folder in made for path in folder.iterdir())}
            made = {*_below(code)} - folders if changes or made else set()
            if made:
                folders |= made
                break
        else:
            return


def _attempt_at_each(passing: Iterable[Changes], run: Callable[[], None]) -> None:
    """Call *run* once watching has begun, and at each of the changes that matter."""
    for number, changes in enumerate(passing):
        paths = sorted({Path(path) for _, path in changes if _matters(Path(path))})
        if paths:
            notices.say(f"changed {', '.join(map(_shown, paths))}")
        if paths or not number:
            _attempt(run)


def _attempt(run: Callable[[], None]) -> None:
    try:
        run()
    except FixturegenError as error:  # of the user's code or configuration: the next change may mend it
        report.fail(error, current())


def _folders(target: str | None) -> tuple[Path, Path]:
    """Where a change matters: the package of *target*, or the folder of its file; and the folder of the configuration."""
    here = Path.cwd()
    configured = next((each for each in (here, *here.parents) if (each / FILES[0]).is_file()), here)
    parsed = parse_target(target, here) if target else None
    file = (parsed.file or source_of(parsed.module, (parsed.root,))) if parsed else None
    folder = Path(file).resolve().parent if file else configured
    while (folder.parent / "__init__.py").is_file():
        folder = folder.parent
    return folder, configured


def _below(folder: Path) -> Iterator[Path]:
    """*folder* and the folders in it that may hold code."""
    yield folder
    for each in folder.iterdir():
        if each.is_dir() and not _is_passed_over(each.name) and not (each / "pyvenv.cfg").exists():
            yield from _below(each)


def _is_passed_over(name: str) -> bool:
    return name.startswith(".") or name in PASSED_OVER


def _matters(path: Path) -> bool:
    """Whether *path* is code or configuration that we have not written ourselves."""
    if path in click.get_current_context().meta.get(report.WRITTEN, ()):
        return False
    return not path.name.startswith(".") and (path.suffix == ".py" or path.name in FILES)


def _shown(path: Path) -> str:
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)

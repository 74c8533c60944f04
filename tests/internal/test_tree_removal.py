"""Folders are removed whatever their depth and their modes."""

from __future__ import annotations

import os
import shutil
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pytest_fixturegen._internal.tree_removal import remove_tree

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes and handles of Unix")

NOBODY = 65534
DEPTH = 1500


def run_without_rights(action: Callable[[], None]) -> None:
    """Run *action* in a process of a user for whom modes count, as they do not for root."""
    process = os.fork()
    if process == 0:
        with suppress(BaseException):
            _become_nobody()
            action()
            os._exit(0)
        traceback.print_exc()
        os._exit(1)
    assert os.waitpid(process, 0)[1] == 0


def _become_nobody() -> None:
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """Yield a folder that everybody may enter and change; ``tmp_path`` is private."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def fill(top: Path) -> None:
    """Fill *top* with what a hostile target can make."""
    top.mkdir()
    os.chdir(top)
    for _ in range(DEPTH):
        Path("d" * 100).mkdir()
        os.chdir("d" * 100)
    os.chdir(top)
    os.mkfifo("pipe")
    Path("link").symlink_to(top.parent / "outside")
    for name, mode in (("none", 0), ("write", 0o300), ("search", 0o100)):
        Path(name, "inner", "innermost").mkdir(parents=True)
        Path(name, "inner", "file").touch()
        for folder in (f"{name}/inner/innermost", f"{name}/inner", name):
            Path(folder).chmod(mode)
    top.chmod(0)


def test_a_deep_tree_without_permissions_is_removed(shared_folder: Path) -> None:
    top = shared_folder / "top"
    (shared_folder / "outside").mkdir()
    (shared_folder / "outside" / "file").touch()
    run_without_rights(lambda: fill(top))
    run_without_rights(lambda: remove_tree(top))
    assert not top.exists()
    assert (shared_folder / "outside" / "file").exists()


def test_what_is_no_folder_stays_without_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("missing", "file", "link"):
        remove_tree(tmp_path / name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "link"]


def test_a_removal_that_takes_too_long_is_finished_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "top" / "a" / "b" / "c").mkdir(parents=True)
    remove_tree(tmp_path / "top", max_seconds=-1)
    assert (tmp_path / "top").exists()
    remove_tree(tmp_path / "top")
    assert not (tmp_path / "top").exists()

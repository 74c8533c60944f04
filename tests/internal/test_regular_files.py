"""Links, pipes and devices in the way of a file: nothing blocks or leaves the checkout."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from pytest_fixturegen._internal.file_locks import open_exclusively, open_locked_folder
from pytest_fixturegen._internal.private_folders import make_private_folder
from pytest_fixturegen._internal.regular_files import (
    find_real_path,
    open_regular,
    read_regular,
    require_plain_path,
)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and pipes of Unix")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working directory, a folder beside ``outside``."""
    (tmp_path / "outside").mkdir()
    folder = tmp_path / "checkout"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("name", ["link", "folder/x", "two/x", "folder/../y", "absolute"])
def test_a_link_of_the_checkout_does_not_lead_out_of_it(checkout: Path, name: str) -> None:
    Path("link").symlink_to("../outside/new")
    Path("folder").symlink_to("../outside/sub")
    Path("two").symlink_to("folder")
    Path("absolute").symlink_to(checkout.parent / "outside" / "new")
    with pytest.raises(OSError, match="leads out of the working directory"):
        find_real_path(Path(name))
    with pytest.raises(OSError, match="leads out of the working directory"):
        find_real_path(checkout / name)


def test_a_link_within_the_checkout_is_followed_if_it_was_named(checkout: Path) -> None:
    Path("inner").mkdir()
    Path("link").symlink_to("inner/x")
    Path("folder").symlink_to("inner")
    assert find_real_path(Path("link")) == checkout / "inner" / "x"
    assert find_real_path(Path("folder/../y")) == checkout / "y"
    assert find_real_path(Path("folder/x"), is_named=False) == checkout / "inner" / "x"
    with pytest.raises(OSError, match="it is a symbolic link"):
        find_real_path(Path("link"), is_named=False)


def test_a_link_elsewhere_is_followed(checkout: Path) -> None:
    outside = checkout.parent / "outside"
    (outside / "link").symlink_to(checkout.parent)
    assert find_real_path(outside / "link" / "x") == checkout.parent / "x"


@pytest.mark.parametrize("target", ["loop", "other"])
def test_a_link_to_itself_is_an_error(checkout: Path, target: str) -> None:
    Path("loop").symlink_to(target)
    Path("other").symlink_to("loop")
    with pytest.raises(OSError):
        open_regular(find_real_path(Path("loop")))


def test_what_is_not_a_regular_file_is_neither_opened_nor_waited_for(checkout: Path) -> None:
    os.mkfifo("pipe")
    Path("null").symlink_to(os.devnull)
    for name in ("pipe", "null"):
        with pytest.raises(OSError, match="pipe, a socket or a device"):
            read_regular(name)
    for flags in (os.O_RDONLY, os.O_WRONLY, os.O_RDWR | os.O_CREAT):
        with pytest.raises(OSError, match="pipe, a socket or a device"):
            open_regular("pipe", flags)
    with pytest.raises(OSError, match="pipe, a socket or a device"):
        require_plain_path(Path("pipe"))
    with pytest.raises(IsADirectoryError):
        open_regular(checkout)


def test_a_large_file_is_not_read(checkout: Path) -> None:
    with Path("large").open("wb") as file:
        file.truncate(1 << 40)  # of holes
    with pytest.raises(OSError, match="more than 1,048,576 bytes"):
        read_regular("large", 1 << 20)


def test_a_lock_file_that_is_a_link_or_a_pipe_is_refused(checkout: Path) -> None:
    Path("link").symlink_to("../outside/new")
    os.mkfifo("pipe")
    for name, reason in (("link", "symbolic link"), ("pipe", "pipe, a socket or a device")):
        with pytest.raises(OSError, match=reason):
            open_exclusively(Path(name))
    assert not Path("../outside/new").exists()


def test_a_folder_of_a_run_is_private_and_passes_over_strange_names(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(checkout))
    monkeypatch.setattr(tempfile, "tempdir", None)
    os.mkfifo("pfg-run-aaaaaaaa")
    Path("pfg-run-bbbbbbbb").symlink_to("../outside")
    Path("pfg-run-cccccccc").touch()
    Path("../outside/precious").touch()
    (checkout / "pfg-run-dddddddd" / "leftover").mkdir(parents=True)
    with open_locked_folder("pfg-run-") as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
    left = sorted(path.name for path in checkout.iterdir())
    assert left == [f"pfg-run-{letter * 8}" for letter in "abc"]
    assert Path("../outside/precious").exists()


def test_a_private_folder_is_neither_a_link_nor_open_to_others(checkout: Path) -> None:
    Path("link").symlink_to("../outside")
    Path("file").touch()
    Path("open").mkdir()
    Path("open").chmod(0o777)
    assert make_private_folder(checkout, ("link", "file", "new")) == checkout / "new"
    assert make_private_folder(checkout, ("link", "open")) == checkout / "open"
    assert {Path(name).stat().st_mode & 0o777 for name in ("new", "open")} == {0o700}
    assert make_private_folder(checkout, ("link", "file")) is None


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid(), reason="only root gives files away")
def test_the_folder_of_another_user_is_passed_over(checkout: Path) -> None:
    Path("theirs").mkdir()
    os.chown("theirs", 65534, 65534)
    assert make_private_folder(checkout, ("theirs",)) is None

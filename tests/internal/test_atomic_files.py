"""Files are written completely or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from pytest_fixturegen._internal import atomic_files
from pytest_fixturegen._internal.atomic_files import write_atomically
from pytest_fixturegen.errors import EmitError


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    assert write_atomically(tmp_path / "a" / "b.txt", [b"one", b"two"])
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"onetwo"


def test_the_same_content_leaves_the_file_untouched(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_atomically(path, [b"same"])
    before = path.stat()
    assert not write_atomically(path, [b"sa", b"me"])
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "run.sh"
    path.write_text("old")
    path.chmod(0o750)
    write_atomically(path, [b"new"])
    assert stat.S_IMODE(path.stat().st_mode) == 0o750


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    write_atomically(tmp_path / "link", [b"new"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_failure_midway_leaves_only_the_old_file(tmp_path: Path) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise RuntimeError("the source broke off")

    path = tmp_path / "a.txt"
    path.write_text("precious")
    with pytest.raises(RuntimeError):
        write_atomically(path, chunks())
    assert path.read_text() == "precious"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (errno.ENOSPC, "Make room, or"),
        (errno.EACCES, "Make it writable, or"),
        (errno.EIO, "Choose another path."),
    ],
)
def test_the_hint_matches_the_system_error(tmp_path: Path, number: int, hint: str) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise OSError(number, os.strerror(number))

    with pytest.raises(EmitError) as raised:
        write_atomically(tmp_path / "a.txt", chunks())
    assert str(raised.value.hint).startswith(hint)


@pytest.mark.parametrize("name", ["folder", "file/below"])
def test_an_unwritable_path_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(EmitError, match="cannot be written"):
        write_atomically(tmp_path / name, [b"x"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of Unix")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert write_atomically(pipe, [b"one", b"two"])
    assert os.read(reader, 10) == b"onetwo"
    assert pipe.is_fifo()
    os.close(reader)


def test_a_write_is_tried_again_after_a_passing_system_error() -> None:
    errors = [OSError(errno.EBUSY, "busy"), OSError(errno.EBUSY, "busy")]

    def act() -> str:
        if errors:
            raise errors.pop()
        return "done"

    assert atomic_files._retry_action(act) == "done"
    assert errors == []


def test_a_missing_permission_is_not_tried_again() -> None:
    calls = []

    def act() -> None:
        calls.append(1)
        raise PermissionError

    with pytest.raises(PermissionError):
        atomic_files._retry_action(act)
    assert calls == [1]

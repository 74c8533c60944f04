"""Files, folders and sockets that exist."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.providers import real_paths
from pytest_fixturegen.providers.real_path_folder import (
    FILE_TEXT,
    FILES_FOLDER,
    FILES_VARIABLE,
    MAX_RUN_FOLDERS,
    clean_up_run_folder,
    find_files_folder,
    find_run_folder,
)
from tests.providers.contexts import make_context


def draw(provide, word=7):
    return provide(make_context()).draw(word)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    home = tmp_path / "files"
    monkeypatch.setenv(FILES_VARIABLE, str(home))
    return home


def test_drawn_paths_exist_in_the_folder_of_the_variable(folder):
    file, directory = draw(real_paths.file_path), draw(real_paths.directory_path)
    assert file.is_file()
    assert directory.is_dir()
    assert file.parent == directory.parent == folder


def test_the_same_word_names_the_same_file_again(folder):
    first = draw(real_paths.file_path)
    first.unlink()
    assert draw(real_paths.file_path) == first
    assert first.is_file()
    assert draw(real_paths.file_path, 8) != first


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sockets in its file system")
def test_a_socket_is_one():
    assert draw(real_paths.socket_path).is_socket()


PROGRAM = """
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.providers import real_paths
print(real_paths._create_file(1), real_paths._create_folder(2))
"""


def test_a_process_removes_its_files_when_it_exits(folder):
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert str(folder) in result.stdout
    assert not folder.exists()


def test_a_link_in_the_place_of_a_file_or_of_the_folder_is_refused(folder, tmp_path):
    (tmp_path / "victim").mkdir()
    folder.mkdir(mode=0o700)
    for name in ("file-0007.txt", "folder-0007", "socket-0007"):
        (folder / name).symlink_to(tmp_path / "victim")
    for provide in (real_paths.file_path, real_paths.directory_path, real_paths.socket_path):
        with pytest.raises(MappingError, match="got another file"):
            draw(provide)
    shutil.rmtree(folder)
    folder.symlink_to(tmp_path / "victim")
    with pytest.raises(MappingError, match="private folder"):
        draw(real_paths.file_path)
    assert list((tmp_path / "victim").iterdir()) == []


def test_each_target_has_a_folder_in_a_private_one(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    one, two, again = (
        find_run_folder({"target": {"file": file}}) for file in ("/a.py", "/b.py", "/a.py")
    )
    assert one == again != two
    parent = Path(one).parent
    assert parent == tmp_path / FILES_FOLDER
    assert {path.stat().st_mode & 0o777 for path in (parent, Path(one), Path(two))} == {0o700}


def test_a_folder_that_another_user_has_made_is_not_used(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "victim").mkdir()
    (tmp_path / FILES_FOLDER).symlink_to("victim")
    assert find_files_folder() == tmp_path / f"{FILES_FOLDER}-{os.getuid()}"
    find_files_folder().rmdir()
    (tmp_path / f"{FILES_FOLDER}-{os.getuid()}").symlink_to("victim")
    assert find_files_folder() is None
    assert find_run_folder({}) == ""
    assert list((tmp_path / "victim").iterdir()) == []


def test_only_what_belongs_into_the_folder_of_a_run_stays(tmp_path):
    run = tmp_path / "runs" / "run1"
    (run / "folder-0001" / "deep").mkdir(parents=True)
    (run / "other").mkdir()
    for name in ("file-0001.txt", "file-1.txt", "other/file", "folder-0001/file"):
        (run / name).write_text("x" * 1000)
    (run / "file-0002.txt").symlink_to("/etc/passwd")
    clean_up_run_folder(run)
    assert sorted(path.name for path in run.iterdir()) == [
        "file-0001.txt",
        "folder-0001",
    ]
    assert {path.read_bytes() for path in run.glob("*.txt")} == {FILE_TEXT}
    assert list((run / "folder-0001").iterdir()) == []
    shutil.rmtree(run)
    run.mkdir()
    clean_up_run_folder(run)
    assert not run.parent.exists()


def test_old_folders_of_runs_make_room(tmp_path):
    for number in range(MAX_RUN_FOLDERS + 3):
        folder = tmp_path / f"run{number}"
        folder.mkdir()
        (folder / "file-0001.txt").touch()
        os.utime(folder, (number, number))
    clean_up_run_folder(tmp_path / "run102")
    assert len(list(tmp_path.iterdir())) == MAX_RUN_FOLDERS
    assert not (tmp_path / "run0").exists()


def test_the_names_of_folder_and_variable_are_part_of_the_interface():
    assert (FILES_FOLDER, FILES_VARIABLE) == ("pytest-fixturegen", "PYTEST_FIXTUREGEN_FILES")

"""Files, folders and sockets that exist."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pytest_fixturegen.providers import real_paths
from pytest_fixturegen.providers.real_path_folder import FILES_FOLDER, FILES_VARIABLE
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


def test_the_names_of_folder_and_variable_are_part_of_the_interface():
    assert (FILES_FOLDER, FILES_VARIABLE) == ("pytest-fixturegen", "PYTEST_FIXTUREGEN_FILES")

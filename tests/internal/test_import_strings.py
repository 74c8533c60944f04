"""Folders of the project are searched for what is found nowhere else, and only for a moment."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pytest_fixturegen._internal.import_strings import (
    are_found,
    import_attribute,
    search_folders,
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "module_of_a_test.py").write_text("value = 7\n")
    monkeypatch.delitem(sys.modules, "module_of_a_test", raising=False)
    return tmp_path


def test_a_folder_is_searched_inside_the_block_alone(folder: Path) -> None:
    before = list(sys.path)
    with search_folders([folder], "module_of_a_test:value"):
        assert sys.path == [*before, str(folder)]
        assert import_attribute("module_of_a_test:value") == 7
    assert sys.path == before


def test_the_path_is_mended_after_an_error(folder: Path) -> None:
    before = list(sys.path)
    with pytest.raises(ZeroDivisionError), search_folders([folder]):
        raise ZeroDivisionError
    assert sys.path == before


def test_a_folder_that_is_searched_anyway_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(folder)])
    with search_folders([folder]):
        pass
    assert str(folder) in sys.path


@pytest.mark.parametrize("name", ["json", "pydantic.main:BaseModel", "os.path"])
def test_no_folder_is_searched_for_what_is_installed(folder: Path, name: str) -> None:
    before = list(sys.path)
    with search_folders([folder], name):
        assert sys.path == before


def test_modules_are_found_by_their_first_name(folder: Path) -> None:
    assert are_found([])
    assert are_found(["json.decoder", " os:path "])
    assert not are_found(["json", "module_of_a_test.sub:value"])

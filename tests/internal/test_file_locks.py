"""Temporary folders have a known prefix, so that a later run can remove them."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from pytest_fixturegen._internal.file_locks import find_tmp_folder

WATCHED = """
import sys
def hook(event, facts):
    if event in ("open", "os.mkdir") and {folder!r} in str(facts[0]):
        print(facts[0])
sys.addaudithook(hook)
from pytest_fixturegen._internal.file_locks import open_locked_folder
with open_locked_folder("pfg-run-"):
    pass
"""


def test_every_temporary_folder_has_a_known_prefix(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WATCHED.format(folder=str(tmp_path))]
    result = subprocess.run(
        command,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    names = {Path(line).name for line in result.stdout.splitlines()}
    assert names
    assert all(name.startswith("pfg-run-") for name in names)


@pytest.mark.parametrize("name", ["TMPDIR", "TEMP", "TMP", ""])
def test_the_folder_is_the_one_tempfile_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    for each in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.delenv(each, raising=False)
    if name:
        monkeypatch.setenv(name, str(tmp_path))
    assert (find_tmp_folder() == tmp_path) is bool(name)
    assert find_tmp_folder() == Path(tempfile.gettempdir())


def test_a_variable_that_names_a_missing_folder_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "missing"))
    assert find_tmp_folder().is_dir()


HELD = """
from pytest_fixturegen._internal.file_locks import open_locked_folder
for _ in range(150):
    with open_locked_folder("pfg-run-") as folder:
        (folder / "inner").mkdir()
"""


def test_runs_that_start_together_do_not_remove_each_others_folders(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HELD]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    runs = [
        subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    assert [run.communicate()[1] for run in runs] == [""] * 4
    assert list(tmp_path.iterdir()) == []

"""Paths that need not exist, and time zones."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath

import pytest

from pytest_fixturegen.providers import paths
from tests.providers.contexts import draw_samples, make_context


@pytest.mark.parametrize(
    ("provide", "type_"),
    [
        (paths.path, Path),
        (paths.pure_path, PurePath),
        (paths.pure_posix_path, PurePosixPath),
        (paths.new_path, Path),
    ],
)
def test_paths_are_relative_and_of_their_type(provide, type_):
    drawn = draw_samples(provide(make_context()))
    assert all(isinstance(path, type_) and not path.is_absolute() for path in drawn)
    assert all(path.suffix[1:] in paths.FILE_EXTENSIONS for path in drawn)
    assert len(set(drawn)) > 190


def test_a_path_is_a_file_in_a_folder_and_a_new_path_is_in_none():
    assert all(
        path.parent.name in paths.FOLDER_NAMES for path in draw_samples(paths.path(make_context()))
    )
    new = draw_samples(paths.new_path(make_context()))
    assert all(path.parent == Path() and not path.exists() for path in new)


def test_zones_are_those_of_the_list():
    zones = {zone.key for zone in draw_samples(paths.zone(make_context()))}
    assert zones == {*paths.ZONE_NAMES}

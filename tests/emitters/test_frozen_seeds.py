"""The file of frozen seeds: what others write into it is refused in one sentence."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from pytest_fixturegen.emitters.frozen_seeds import read_frozen_seeds
from pytest_fixturegen.errors import ConfigError

ENTRY = {"seed": 7, "digest": "x"}


@pytest.mark.parametrize(
    "text",
    [
        "[",
        "[" * 100_000,
        "7",
        '{"version": 2}',
        '{"version": 1, "models": []}',
        '{"version": 1, "models": {"a": 1}}',
        '{"version": 1, "models": {"a": {"seed": "0x10", "digest": "x"}}}',
        '{"version": 1, "models": {"a": {"seed": true, "digest": "x"}}}',
        '{"version": 1, "models": {"\\ud800": {"seed": 1}}}',
        '{"version": 1, "models": {"' + "a" * 5000 + '": {"seed": 1}}}',
        '{"version": 1, "models": {"a": {"seed": ' + "9" * 4000 + ', "digest": "x"}}}',
        '{"version": 1, "models": {"a": {"seed": ' + "9" * 5000 + ', "digest": "x"}}}',
        "\x00",
    ],
    ids=range(13),
)
def test_an_invalid_file_is_one_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "seeds.json"
    path.write_text(text)
    with pytest.raises(ConfigError) as caught:
        read_frozen_seeds(path)
    assert str(path) in caught.value.message
    assert "\n" not in caught.value.message
    assert len(caught.value.message.encode()) < 600


def test_a_sparse_file_or_a_pipe_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "seeds.json"
    path.touch()
    os.truncate(path, 3 << 30)
    with pytest.raises(ConfigError, match="more than 50,000,000 bytes"):
        read_frozen_seeds(path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ConfigError, match="it is a pipe, a socket or a device"):
        read_frozen_seeds(tmp_path / "pipe")


def test_a_name_with_a_surrogate_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "seeds.json"
    path.write_text(json.dumps({"version": 1, "models": {"\ud800": ENTRY}}))
    seeds = read_frozen_seeds(path)
    seeds.register_model("app.User", "y", 3)
    seeds.save_models(["app.User"])
    assert read_frozen_seeds(path).seeds == {"\ud800": 7, "app.User": 3}
